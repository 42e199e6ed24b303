"""Close and send: what is open, each with its way to be mended; closing; and the package for head office."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QSizePolicy

from calm_instructor.domain.course import CourseState
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import CourseId
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import close as words
from calm_instructor.messages.window import course as course_words
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.planning import reopen_course
from calm_instructor.operations.sending import Sent, send_course
from calm_instructor.operations.viewing.closing import Closing, Open, closing_of
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.ui.course.package_table import ROW, package_table
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button, set_icon, set_unavailable
from calm_instructor.ui.parts.dialogs import AskDialog
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card
from calm_instructor.ui.parts.table_view import TableView

_STEPS = {
    "plan": course_words.PLAN,
    "techniques": course_words.TECHNIQUES,
    "register": course_words.REGISTER,
    "assess": course_words.ASSESS,
    "sign_off": course_words.SIGN_OFF,
}


@dataclass(frozen=True, kw_only=True)
class _Item:
    """A line of the table: whose, and what."""

    of: Open
    left: Left

    @property
    def what(self) -> str:
        """What is open: the first statement of its sentence."""
        first = self.left.detail.partition(". ")[0]
        return first[:1].upper() + first[1:]

    @property
    def mend(self) -> str:
        """What puts it right: the rest of its sentence."""
        return self.left.detail.partition(". ")[2]

    @property
    def where(self) -> str:
        """The word of the step that mends it; "" where only time does."""
        return _(_STEPS[self.left.place.step]) if self.left.place.step in _STEPS else ""


class CloseStep(Step):
    """One primary: close while the course is open, write the package afterwards."""

    name = "close"
    topics = frozenset({"courses", "people", "register", "assessment", "sign_off", "sending", "organisation"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self._closing: Closing | None = None
        self.primary = button("", self._primary, icon="lock", kind="primary")
        self.reopen = button(_(words.REOPEN), self._reopen, small=True)
        self.banner = Banner("info", "", "lock", self.reopen)
        self.late = Banner("warn", "")
        self.table: TableView[_Item] = TableView(
            [
                Column(_(words.HEAD_BIB), lambda each: str(each.of.bib or ""), width=48, paint="bib"),
                Column(_(words.HEAD_WHO), lambda each: each.of.who, width=250, paint="strong"),
                Column(_(words.HEAD_WHAT), lambda each: each.what, second=lambda each: each.mend, tip=_whole),
                Column(_(words.HEAD_WHERE), lambda each: each.where, width=110, icon=_arrow),
            ],
            name=_(words.OPEN_NAME),
            row_height=48,
        )
        self.table.opened.connect(self._mend)
        self.open = Card(_(words.OPEN_TITLE), "list-checks", margins=0)
        self.open.body.addWidget(self.table)
        self.ready = Card()
        self._ready = LampLabel(Lamp.OK, "")
        self._results = Label("", "quiet", wrap=True)
        self.ready.body.addWidget(self._ready)
        self.ready.body.addWidget(self._results)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.late)
        self.body.addWidget(self.ready)
        self.body.addWidget(self.open, 1)
        self.body.addWidget(self._sending())
        self.body.addStretch(0)

    def _sending(self) -> Card:
        self.send_card = Card(_(words.SEND_TITLE), "send")
        self._recipient = Label("", wrap=True)
        self.send_card.body.addWidget(self._recipient)
        self._practice = LampLabel(Lamp.INFO, _(words.PRACTICE), wrap=True)
        self._told = (
            LampLabel(Lamp.OK, _(words.GOES), wrap=True),
            LampLabel(Lamp.OK, _(words.STAYS), wrap=True),
            LampLabel(Lamp.WARN, _(words.READABLE), wrap=True),
            self._practice,
        )
        for each in self._told:
            self.send_card.body.addWidget(each)
        self.packages = package_table(_(words.SENT_NAME), with_course=False)
        self.send_card.body.addWidget(self.packages)
        return self.send_card

    def head_buttons(self) -> list[QPushButton]:
        """The one thing to do."""
        return [self.primary]

    def foot(self) -> str:
        """What closing and sending mean."""
        return _(words.FOOT)

    def arrive(self, place: Place) -> None:
        """Read afresh; the first open item is in hand."""
        super().arrive(place)
        if self.open.isVisible():
            self.table.setFocus()
        else:
            self.primary.setFocus()

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read what is open and what was sent."""
        seen = self._closing = self.desk.read(closing_of, self.course, self.desk.clock())
        cancelled = seen.course.state is CourseState.CANCELLED
        items = [_Item(of=each, left=left) for each in seen.open for left in each.left]
        self.table.show_rows(items, same=lambda each: each.left)
        self.open.setVisible(bool(items))
        self.open.set_right(words.open_count(len(items)))
        self._show_banner(seen, cancelled)
        self.late.tell("warn", seen.late)
        self.late.setVisible(bool(seen.late))
        self.ready.setVisible(not items and not cancelled)
        self._ready.setVisible(seen.can_close)
        self._ready.show_lamp(Lamp.OK, _(words.NOTHING_OPEN))
        self._results.setText(words.results_line(seen.people, seen.results))
        self._show_sending(seen)
        self._show_primary(seen, cancelled)

    def _show_banner(self, seen: Closing, cancelled: bool) -> None:
        closed_at = seen.course.closed_at
        if cancelled:
            self.banner.tell("info", _(words.CANCELLED), "circle-x")
        elif closed_at is not None:
            self.banner.tell("info", words.closed_line(closed_at, seen.closed_by), "lock")
        self.banner.setVisible(cancelled or seen.is_closed)
        set_unavailable(self.reopen, "" if self.desk.marking_as else _(words.NOBODY_CLOSES))

    def _show_sending(self, seen: Closing) -> None:
        self.send_card.setVisible(seen.is_closed)
        self._recipient.setText(words.recipient_line(seen.recipient))
        self._practice.setVisible(seen.practice)
        self.packages.show_rows(seen.packages)
        self.packages.setVisible(bool(seen.packages))
        self.packages.setFixedHeight(30 + ROW * min(3, max(1, len(seen.packages))))

    def _show_primary(self, seen: Closing, cancelled: bool) -> None:
        """Close; then write the package; once one is written since closing, writing it again is not the next thing any more."""
        self.primary.setVisible(not cancelled)
        again = seen.is_sent
        text = words.SEND_AGAIN if again else words.SEND if seen.is_closed else words.CLOSE
        self.primary.setText(_(text))
        self.primary.setAccessibleName(_(text))
        why = "" if self.desk.marking_as else _(words.NOBODY_CLOSES)
        if not seen.is_closed and seen.open:
            why = words.why_not_closed(seen.count)
        self.primary.setProperty("kind", "secondary" if again or why else "primary")
        set_unavailable(self.primary, why)
        set_icon(self.primary, "send" if seen.is_closed else "lock")

    def _mend(self, item: _Item) -> None:
        if item.where:
            self.around.go(item.left.place)

    # ── closing and sending ─────────────────────────────────────────────────────────────────────────────────────────

    def _primary(self) -> None:
        seen = self._closing
        if seen is None:
            return
        if self.primary.property("unavailable"):
            self.around.say(self.primary.toolTip())
        elif seen.is_closed:
            self.around.files.folder(self, _(words.FOLDER_CAPTION), self._send)
        else:
            self._ask(seen)

    def _ask(self, seen: Closing) -> None:
        title = _(words.CLOSE_TITLE).format(course=seen.course.ref)
        dialog = AskDialog(self, title, _(words.CLOSE_INTRO), verb=_(words.CLOSE_VERB))
        told = [LampLabel(Lamp.INFO, _(each), wrap=True) for each in words.CLOSING_DOES]
        if seen.late:
            told.append(LampLabel(Lamp.WARN, seen.late, wrap=True))
        for each in told:
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            dialog.middle.addWidget(each)
        dialog.middle.addStretch(1)
        dialog.accepted.connect(lambda: self.granted(close_course, self.course))
        dialog.ask()

    def _reopen(self) -> None:
        """R30: the reason is asked by the wish itself."""
        if self.desk.marking_as is None:
            self.around.say(self.reopen.toolTip())
        else:
            self.granted(reopen_course, self.course)

    def _send(self, folder: Path) -> None:
        desk, course = self.desk.desk, self.course
        self.around.jobs.run(
            _(words.WRITING),
            lambda _progress, _stop: send_course(desk, course, folder),
            self._sent,
            while_it_lasts(self, self._not_sent),
        )

    def _sent(self, sent: Sent) -> None:
        self.around.say(words.sent(sent.package.file_name, sent.package.sequence))

    def _not_sent(self, no: CalmError) -> None:
        if isinstance(no, WorldError):
            self.in_trouble(no)
        else:
            self.say_no(sentence(no))


def _whole(item: _Item) -> str:
    return f"{item.of.who} {item.left.detail}"


def _arrow(item: _Item) -> str:
    return "chevron-right" if item.where else ""
