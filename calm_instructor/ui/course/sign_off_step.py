"""Sign-off: who is ready and why not, the tablet handed from one to the next, and what is still to come after signing."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from calm_instructor.domain.course import CourseState, Instructor
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.sign_off import DocumentKind, SignOff, TraineeSignature
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import hand_over as trainee_words
from calm_instructor.messages.window import sign_off as words
from calm_instructor.operations.signing import TraineeSigns, call_for_signatures, sign_off
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.signing import SignOffRow, SignOffTable, sign_off_table
from calm_instructor.ui.course.hand_over_page import HandOverPage
from calm_instructor.ui.course.sign_off_columns import columns
from calm_instructor.ui.course.sign_off_panels import InkPanel, PlanPanel, WithdrawPanel
from calm_instructor.ui.course.sign_off_strip import SignOffStrip
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import LAMP_ICONS, Chip
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.people.drawer import Drawer
from calm_instructor.ui.theme import icons

_LAMPS = {
    Lamp.TODO: words.ready_count,
    Lamp.OK: words.signed_count,
    Lamp.WARN: words.open_count,
    Lamp.STOP: words.stopped_count,
}


class SignOffStep(Step):
    """Enter hands it to the person in hand; the button in the head to whoever is ready next."""

    name = "sign_off"
    topics = frozenset({"sign_off", "assessment", "register", "people", "courses"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.seen: SignOffTable | None = None
        self.handed: HandOverPage | None = None
        self._heads: tuple[str, ...] = ()
        self.body.setSpacing(8)
        self._tools = QWidget()
        self._make_tools()
        self.table: TableView[SignOffRow] = self._made_table(())
        self.empty = Empty(
            "pen-line", _(words.NOBODY), _(words.NOBODY_HINT), button(_(words.ADD_PEOPLE), lambda: self._to("people"))
        )
        self._room = QWidget()
        self.strip = SignOffStrip(
            {
                "mend": self._mend,
                "hand_over": self.hand_to,
                "sign_ink": self.sign_ink,
                "plan": self.open_plan,
                "ink": self.open_ink,
                "withdraw": self.open_withdraw,
            }
        )
        for each in (self._tools, self.empty):
            self.body.addWidget(each)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self.strip)
        self.primary = button(" ", self._next, icon="tablet-smartphone", kind="primary")
        self.drawer = Drawer(self, 440)
        self.drawer.closed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    def _make_tools(self) -> None:
        line = QHBoxLayout(self._tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.counts = {lamp: button(" ", partial(self._next_of, lamp), kind="quiet") for lamp in _LAMPS}
        for each in self.counts.values():
            line.addWidget(each)
        self._generic = Chip(_(trainee_words.GENERIC), tone="warn", square=True)
        line.addWidget(self._generic)
        line.addStretch(1)
        self.ink = button(_(words.INK_HELD), lambda: self.open_ink(self.table.current()), icon="archive")
        sheet = Place(page="course", record=self.course, step="documents", focus=DocumentKind.SIGN_OFF_SHEET.value)
        self.print = button(_(words.PRINT), lambda: self.around.go(sheet), icon="printer")
        line.addWidget(self.ink)
        line.addWidget(self.print)

    def _made_table(self, heads: tuple[str, ...]) -> TableView[SignOffRow]:
        made: TableView[SignOffRow] = TableView(columns(heads), name=_(words.TABLE), row_height=40)
        made.opened.connect(self._open_row)
        made.moved.connect(self._show_in_hand)
        return made

    def head_buttons(self) -> list[QPushButton]:
        """The one next thing."""
        return [self.primary]

    def foot(self) -> str:
        """What signing means."""
        return _(words.FOOT)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The person named is in hand."""
        super().arrive(place)
        self.table.take_in_hand(lambda row: place.focus in {row.enrolment, row.person})
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the table."""
        self.seen = seen = self.desk.read(sign_off_table, self.course, self.desk.clock(), self.desk.marking_as)
        if seen.heads != self._heads:
            self._heads = seen.heads
            before = self.table
            self.table = self._made_table(seen.heads)
            self.body.replaceWidget(before, self.table)
            before.hide()
            before.deleteLater()
            for one, next_one in pairwise([self.ink, self.print, self.table, *self.strip.buttons.values()]):
                QWidget.setTabOrder(one, next_one)
        self.table.show_rows(seen.rows, same=lambda row: row.enrolment)
        has_rows = bool(seen.rows)
        self.table.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self._room.setVisible(not has_rows)
        self.strip.setVisible(has_rows)
        self._tools.setVisible(has_rows)
        for lamp, count in _LAMPS.items():
            which, number = self.counts[lamp], seen.count(lamp)
            which.setText(count(number))
            which.setAccessibleName(_(words.SHOW_NEXT).format(count=count(number)))
            which.setIcon(icons.icon(*LAMP_ICONS[lamp], gap=4))
            which.setIconSize(QSize(20, 16))
            which.setVisible(bool(number))
        self._generic.setVisible(seen.generic)
        self.ink.setVisible(seen.is_open and any(row.waits_for_ink for row in seen.rows))
        self._show_in_hand(self.table.current())
        self._show_primary(seen)
        self.table.share_height(40, 44)

    def _next_of(self, lamp: Lamp) -> None:
        """A count is opened: the next of those it counts is in hand."""
        rows = self.table.rows.rows
        now = self.table.currentIndex().row()
        turned = [(now + 1 + step) % len(rows) for step in range(len(rows))]
        place = next((each for each in turned if rows[each].lamp is lamp), None)
        if place is not None:
            self.table.put_in_hand(place)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_in_hand(self, row: SignOffRow | None) -> None:
        seen = self.seen
        if seen is not None:
            is_next = seen.state is CourseState.TO_SIGN and row is not None and row == seen.next and row.was_seen
            self.strip.show_row(row, is_open=seen.is_open, is_next=is_next)

    def _show_primary(self, seen: SignOffTable) -> None:
        text, why = "", ""
        if not seen.is_open or not seen.rows:
            pass
        elif seen.can_end:
            text = _(words.END_MARKING)
            why = words.cells_open(seen.unmarked) if seen.unmarked else ""
        elif seen.next is not None:
            text = _(words.HAND_TO if seen.next.was_seen else words.SIGN_INK_FOR).format(who=seen.next.call)
        elif any(row.needs_plan for row in seen.rows):
            text = _(words.PLAN)
        elif any(row.waits_for_ink for row in seen.rows):
            text = _(words.INK_HELD)
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        set_unavailable(self.primary, why)
        self.primary.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows share the height out."""
        super().resizeEvent(event)
        self.table.share_height(40, 44)

    # ── wishes ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _next(self) -> None:
        """What the primary button says."""
        seen = self.seen
        if seen is None:
            return
        if seen.can_end:
            if seen.unmarked:
                self.say_no(words.cells_open(seen.unmarked))
            else:
                self.granted(call_for_signatures, self.course)
        elif seen.next is not None and seen.next.was_seen:
            self.hand_to(seen.next)
        elif seen.next is not None:
            self.sign_ink(seen.next)
        else:
            plan = next((row for row in seen.rows if row.needs_plan), None)
            self._take(plan) if plan else None
            self.open_plan(plan) if plan else self.open_ink(None)

    def _take(self, row: SignOffRow) -> None:
        self.table.take_in_hand(lambda each: each.enrolment == row.enrolment)

    def _open_row(self, row: SignOffRow) -> None:
        if row.may_sign:
            self.hand_to(row)
        elif row.told:
            self.around.say(row.told[0])

    def hand_to(self, row: SignOffRow) -> None:
        """Cover the window with this one person's page."""
        self._take(row)
        self.handed = HandOverPage(self, row.enrolment, self._signed)
        self.handed.open()

    def _signed(self, signed: SignOff, wants_copy: bool) -> None:
        row = next((each for each in self.seen.rows if each.enrolment == signed.enrolment), None) if self.seen else None
        self.look_again()
        if wants_copy and row is not None:
            self.around.say(_(trainee_words.WANTS_COPY).format(who=row.name))
        if self.seen is not None and self.seen.next is not None:
            self._take(self.seen.next)

    def _mend(self, row: SignOffRow) -> None:
        if row.mend is not None:
            self.around.go(row.mend)

    def sign_ink(self, row: SignOffRow) -> None:
        """R48: signed off now; the trainee's signature follows on paper, and authority with it."""
        self.granted(sign_off, row.enrolment, TraineeSigns(state=TraineeSignature.INK_LATER))

    # ── forms ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def open_plan(self, row: SignOffRow) -> None:
        """R19: what is needed until the next try."""
        me = self.desk.marking_as
        by = self.desk.read(lambda view: view.get(Instructor, me).name) if me else ""
        self.drawer.open_with(PlanPanel(self, row, by))

    def open_ink(self, row: SignOffRow | None) -> None:
        """R48: a signed sheet is here."""
        waiting = [each for each in self.seen.rows if each.waits_for_ink] if self.seen else []
        if waiting:
            first = row if row is not None and row in waiting else waiting[0]
            self.drawer.open_with(InkPanel(self, waiting, first))

    def open_withdraw(self, row: SignOffRow) -> None:
        """Withdraw a sign-off, with a reason."""
        self.drawer.open_with(WithdrawPanel(self, row))

    def _to(self, step: str) -> None:
        self.around.go(Place(page="course", record=self.course, step=step))

    def leave(self) -> None:
        """The drawer goes with its step."""
        super().leave()
        self.drawer.take_down()
