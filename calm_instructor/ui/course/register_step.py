"""The register of a session: who has come, fit today, briefed; what is missed and made good, and what happened in training."""

from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.domain.ids import CourseId, EnrolmentId, SessionId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.registering import (
    declare_fit_together,
    declare_fitness,
    give_briefing,
    record_attendance,
    see_all_here,
)
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.register import Day, Register, register_of
from calm_instructor.operations.viewing.register_next import minutes_after_start
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.operations.wish import numbers_of
from calm_instructor.ui.course.arrival_times import arrived, starts_of
from calm_instructor.ui.course.register_forms import RegisterForms
from calm_instructor.ui.course.register_next import next_words
from calm_instructor.ui.course.register_strip import RegisterStrip
from calm_instructor.ui.course.register_table import RegisterTable
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import Segmented, button, set_unavailable
from calm_instructor.ui.parts.labels import IconLabel, Label
from calm_instructor.ui.parts.surfaces import Banner, Empty

BOUNCES = 300
"""Milliseconds in which a second press is the first one's."""
_LATE = timedelta(minutes=5)
"""How late somebody is proposed to be where the clock can't say, until it is typed."""


class RegisterStep(Step):
    """Each choice is on the disk when it is made. Another day's session says so, and what it refuses.

    Ctrl+N takes a walk-in, Ctrl+I an injury; Ctrl+Enter does what the primary button says, as on every step.
    """

    name = "register"
    topics = frozenset({"register", "people", "courses", "sign_off"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.seen: Register | None = None
        self._chosen: SessionId | None = None
        self._offered: tuple[tuple[SessionId, str], ...] = ()
        self.sessions = Segmented([], _(words.SESSIONS))
        self.body.setSpacing(8)
        self._tools = QWidget()
        self._make_tools()
        self.banner = Banner("info")
        self.table = RegisterTable(self.say_arrival, self.say_fitness, self.say_late, self._show_in_hand, around.say)
        self.forms = RegisterForms(self, lambda: self.seen)
        self.forms.shut.connect(self._form_shut)
        self.strip = RegisterStrip(self.forms.adjust, self.forms.made_good, self.forms.clear)
        self.no_plan = Empty(
            "calendar-days",
            _(words.NO_PLAN),
            _(words.NO_PLAN_HINT),
            button(_(words.OPEN_PLAN), lambda: self._to("plan")),
        )
        self.nobody = Empty(
            "users", _(words.NOBODY), _(words.NOBODY_HINT), button(_(words.OPEN_PEOPLE), lambda: self._to("people"))
        )
        self._room = QWidget()
        self.body.addWidget(self._tools)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.no_plan)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self.strip)
        self.incident = button(_(words.INCIDENT), lambda: self.forms.incident(self.table.chosen()), icon="file-warning")
        self.minutes = button(_(words.MINUTES), self.forms.minutes, icon="clock")
        self.primary = button(" ", self._next, icon="users", kind="primary")
        self._pressed = QElapsedTimer()
        for keys, act in (("Ctrl+N", self._walk_in), ("Ctrl+I", self.incident.click)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _make_tools(self) -> None:
        self._line = QHBoxLayout(self._tools)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self.walk_in = button(_(words.WALK_IN), self._walk_in, icon="user-plus")
        self.left_early = button(_(words.LEFT_EARLY), self._left_early, icon="log-out")
        self.briefing = button(_(words.GIVE_BRIEFING), self.say_briefed, icon="megaphone")
        self.briefed = QWidget()
        self._briefed = Label("", elide=True, tone="ok")
        told = QHBoxLayout(self.briefed)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(6)
        told.addWidget(IconLabel("circle-check", "ok"))
        told.addWidget(self._briefed, 1)
        self.counts = Label("", "quiet")
        for each in (self.sessions, self.walk_in, self.left_early, self.briefing):
            self._line.addWidget(each)
        self._line.addWidget(self.briefed, 1)
        self._line.addStretch(0)
        self._line.addWidget(self.counts)

    def head_buttons(self) -> list[QPushButton]:
        """An injury, the minutes, and the one next thing."""
        return [self.minutes, self.incident, self.primary]

    def foot(self) -> str:
        """R15, R16 and R41 in plain words."""
        return _(words.FOOT).format(tolerated=self.desk.read(numbers_of).missed_minutes_tolerated)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The session of now, or the one named; the keyboard on the person named."""
        self._chosen = None
        if self.seen is not None and any(each.id == place.focus for each in self.seen.sessions):
            self._chosen = SessionId(place.focus)  # type: ignore[arg-type]
        super().arrive(place)
        if place.focus == "briefing" and self.briefing.isVisible():
            self.briefing.setFocus()
        else:
            self.table.put_focus(place.focus)

    def refresh(self) -> None:
        """Read the register."""
        self.seen = seen = self.desk.read(register_of, self.course, self._chosen, self.desk.clock())
        self._offer_sessions(seen)
        has_rows = bool(seen.rows)
        self.no_plan.setVisible(seen.session is None)
        self.nobody.setVisible(seen.session is not None and not has_rows)
        self.table.setVisible(has_rows)
        self.strip.setVisible(has_rows)
        self._room.setVisible(not has_rows)
        self._tools.setVisible(seen.session is not None)
        self.banner.setVisible(bool(seen.banner))
        self.banner.tell("info", seen.banner)
        if self.table.show_rows(seen.rows):
            self._set_tab_order()
            QTimer.singleShot(0, self, self._keep_keyboard)
        self.counts.setText(words.counts(seen.here, seen.absent, seen.blank))
        is_briefed = bool(seen.briefed)
        self._briefed.setText(seen.briefed)
        self._briefed.setToolTip(seen.briefed)
        self.briefed.setVisible(is_briefed)
        self.briefing.setVisible(seen.needs_briefing and not is_briefed)
        is_today = seen.session is not None and seen.session.day is Day.TODAY
        set_unavailable(self.walk_in, "" if is_today else _(words.NOT_ON_ITS_DAY))
        set_unavailable(self.left_early, "" if seen.here else _(words.NOBODY_IS_HERE))
        for each in (self.minutes, self.incident):
            each.setVisible(seen.session is not None and seen.is_open)
        self._show_primary(seen)

    def _set_tab_order(self) -> None:
        """Lines are made late, and come between the tools and the person in hand all the same."""
        tools = [self.walk_in, self.left_early, self.briefing]
        mends = [self.strip.adjust, self.strip.make_good, self.strip.clear]
        chain = [*self.sessions.findChildren(QPushButton), *tools, *self.table.controls(), *mends]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _keep_keyboard(self) -> None:
        """Undo takes the keyboard when it is pressed by mouse; where it changed the lines, the one in hand gets it back."""
        has_it = QApplication.focusWidget()
        is_away = has_it is None or (isinstance(has_it, QPushButton) and not self.isAncestorOf(has_it))
        if is_away and self.isVisible() and self.forms.drawer.panel is None:
            self.table.put_focus()

    def _offer_sessions(self, seen: Register) -> None:
        offered = tuple((each.id, each.label) for each in seen.sessions)
        if offered != self._offered:
            self._offered = offered
            before = self.sessions
            self.sessions = Segmented(offered, _(words.SESSIONS))
            self.sessions.chosen.connect(self._choose)
            self._line.replaceWidget(before, self.sessions)
            before.hide()
            before.deleteLater()
            self._set_tab_order()
        self.sessions.set_value(seen.session.id if seen.session else None)

    def _choose(self, session: SessionId) -> None:
        self._chosen = session
        self.look_again()

    def _show_in_hand(self, row: RegisterRow | None) -> None:
        self.strip.show_row(row, is_open=self.seen is not None and self.seen.is_open)

    def _show_primary(self, seen: Register) -> None:
        text = ""
        if seen.is_open and seen.session is not None and seen.rows:
            text = next_words(seen, self.desk.clock())
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))

    def _starts(self) -> datetime:
        now = self.desk.clock()
        session = self.seen.session if self.seen else None
        return starts_of(session, now) if session else now

    # ── wishes ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _next(self) -> None:
        """What the primary button says. It says something else afterwards, and a press that bounces doesn't mean that."""
        if self._pressed.isValid() and self._pressed.elapsed() < BOUNCES:
            return
        self._pressed.start()
        seen = self.seen
        if seen is None or seen.session is None:
            return
        if seen.blank:
            seen_at = self._starts() if seen.session.day is Day.PAST else None
            self.granted(see_all_here, seen.session.id, seen_at=seen_at)
        elif seen.undeclared:
            self.granted(declare_fit_together, seen.session.id, seen.undeclared)
        else:
            self.say_briefed()
        self.table.put_focus()

    def say_arrival(self, row: RegisterRow, presence: Presence) -> None:
        """Somebody is here, late or absent. Late is now, or what is typed beside it."""
        seen = self.seen
        if seen is None or seen.session is None:
            return
        if presence is Presence.LATE and row.presence is Presence.LATE:
            self._type_late(row.enrolment)
            return
        if presence is row.presence:
            return
        arrived = None
        if presence is Presence.LATE and (
            seen.session.day is not Day.TODAY or minutes_after_start(seen.session, self.desk.clock()) <= 0
        ):
            arrived = self._starts() + _LATE
        done = self.granted(record_attendance, row.enrolment, seen.session.id, presence, arrived_at=arrived)
        if done is None:
            self._as_it_was()
        elif presence is Presence.LATE:
            self._type_late(row.enrolment)

    def _type_late(self, who: EnrolmentId) -> None:
        line = self.table.line_of(who)
        if line is not None and line.late.isVisible():
            line.late.setFocus()
            line.late.selectAll()

    def say_late(self, row: RegisterRow, text: str) -> None:
        """How late: minutes, or the time they came."""
        seen = self.seen
        if seen is None or seen.session is None:
            return
        at = arrived(text, self._starts())
        if at is None:
            self.say_no(_(words.NOT_MINUTES).format(text=text))
            self._as_it_was()
            return
        presence = Presence.LEFT_EARLY if row.presence is Presence.LEFT_EARLY else Presence.LATE
        left = self._left_at(row)
        wish = (record_attendance, row.enrolment, seen.session.id, presence)
        if self.granted(*wish, arrived_at=at, left_at=left) is None:
            self._as_it_was()

    def _left_at(self, row: RegisterRow) -> datetime | None:
        return datetime.combine(self._starts().date(), row.left, tzinfo=self._starts().tzinfo) if row.left else None

    def say_fitness(self, row: RegisterRow, status: FitnessStatus) -> None:
        """R15: what somebody says for the day. An adjustment says first what the instructor must do."""
        if status is FitnessStatus.ADJUSTED:
            self._as_it_was()
            self.forms.adjust(row)
            return
        seen = self.seen
        if seen is None or seen.session is None or status is row.fitness:
            return
        if self.granted(declare_fitness, row.enrolment, seen.session.on, status) is None:
            self._as_it_was()

    def say_briefed(self) -> None:
        """R41: the briefing was given now; of another day the time is asked."""
        seen = self.seen
        if seen is None or seen.session is None:
            return
        if seen.session.day is Day.PAST:
            self.forms.briefing()
        else:
            self.granted(give_briefing, seen.session.id, self.desk.clock())

    def _walk_in(self) -> None:
        if self.walk_in.property("unavailable"):
            self.say_no(_(words.NOT_ON_ITS_DAY))
        else:
            self.forms.walk_in()

    def _left_early(self) -> None:
        if self.left_early.property("unavailable"):
            self.say_no(_(words.NOBODY_IS_HERE))
        else:
            self.forms.left_early(self.table.chosen())

    def _form_shut(self, added: EnrolmentId | None) -> None:
        self._as_it_was()
        self.table.put_focus(added)

    def _as_it_was(self) -> None:
        """A choice that was not granted shows again what is on record."""
        if self.seen is not None:
            self.table.show_rows(self.seen.rows)

    def _to(self, step: str) -> None:
        self.around.go(Place(page="course", record=self.course, step=step))

    def leave(self) -> None:
        """The drawer goes with its step."""
        super().leave()
        self.forms.drawer.take_down()
