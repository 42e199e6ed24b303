"""The outbox: courses closed and not sent, packages written, and whether a file is what was signed (R31)."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.errors import WorldError
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as frame_words
from calm_instructor.messages.window import head_office as words
from calm_instructor.operations.tracing import PAPER_ENDING, Examined, paper_as_issued, verify_files
from calm_instructor.operations.viewing.closing import Package
from calm_instructor.operations.viewing.outbox import Waiting, outbox_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.package_table import ROW, package_table
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card, Empty
from calm_instructor.ui.parts.table_view import TableView


class HeadOfficePage(Page):
    """What is on its way to head office."""

    topics = frozenset({"courses", "sending", "organisation"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.waiting: TableView[Waiting] = TableView(
            [
                Column(_(words.HEAD_COURSE), lambda each: each.ref, paint="strong", second=lambda each: each.title),
                Column(_(words.HEAD_CLOSED), lambda each: words.closed(each.closed_at), width=140),
                Column(
                    _(words.HEAD_WAITS),
                    lambda each: words.waits(each.days),
                    width=160,
                    paint="lamp",
                    lamp=lambda each: Lamp.WARN if each.days >= words.LONG else Lamp.TODO,
                ),
            ],
            name=_(words.WAITING_NAME),
            row_height=48,
        )
        self.waiting.opened.connect(self._open_course)
        self.packages = package_table(_(words.PACKAGES_NAME), with_course=True)
        self.packages.opened.connect(self._open_course)
        self.verify = button(_(words.VERIFY), self._choose, icon="shield-check")
        self.send = button(
            _(words.SEND), lambda: self._open_course(self.waiting.current()), icon="send", kind="primary"
        )
        self.head.add_button(self.verify)
        self.head.add_button(self.send)
        self.answer = Banner("ok", "")
        self.answer.line.addWidget(
            button("", self.answer.hide, icon="x", kind="icon", small=True, name=_(frame_words.HIDE))
        )
        self.answer.hide()
        self.body.addWidget(self.answer)
        self.body.addWidget(self._waiting_card())
        self.body.addWidget(self._packages_card(), 1)
        self.body.addStretch(0)

    def _waiting_card(self) -> QWidget:
        self._waiting = Card(_(words.WAITING_TITLE), "send", margins=0)
        self._waiting.body.addWidget(self.waiting)
        self._none_waits = Empty("badge-check", _(words.WAITING_NONE), _(words.WAITING_NONE_HINT))
        return _one_above_the_other(self._waiting, self._none_waits)

    def _packages_card(self) -> QWidget:
        self._written = Card(_(words.PACKAGES_TITLE), "archive", margins=0)
        self._written.body.addWidget(self.packages)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(Label(_(words.RECEIVED_MEANS), "small", wrap=True))
        self._written.body.addLayout(foot)
        self._none_written = Empty("archive", _(words.PACKAGES_NONE), _(words.PACKAGES_NONE_HINT))
        return _one_above_the_other(self._written, self._none_written)

    def arrive(self, place: Place) -> None:
        """Read afresh; what waits is in hand first."""
        super().arrive(place)
        for table in (self.waiting, self.packages):
            if table.isVisible():
                table.setFocus()
                return
        self.verify.setFocus()

    def refresh(self) -> None:
        """Read the outbox."""
        seen = self.desk.read(outbox_of, self.desk.clock())
        self.head.show_words(_(words.TITLE), words.detail(seen.recipient, len(seen.waiting), seen.unreceived))
        self.waiting.show_rows(seen.waiting, same=lambda each: each.course)
        self.waiting.fit_height(4)
        self.packages.show_rows(seen.packages, same=lambda each: each.identity)
        self.packages.setMaximumHeight(30 + ROW * max(1, len(seen.packages)))
        self._waiting.setVisible(bool(seen.waiting))
        self._none_waits.setVisible(not seen.waiting)
        self._written.setVisible(bool(seen.packages))
        self._none_written.setVisible(not seen.packages)
        self.send.setVisible(bool(seen.waiting))

    def _open_course(self, which: Waiting | Package | None) -> None:
        if which is not None:
            self.around.go(Place(page="course", record=which.course, step="close"))

    # ── verifying ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        self.around.files.open(self, _(words.VERIFY_CAPTION), _(words.VERIFY_PATTERNS), self._verify)

    def _verify(self, path: Path) -> None:
        if path.suffix.casefold() == PAPER_ENDING:
            self._verify_paper(path)
            return
        self.around.jobs.run(
            _(words.VERIFYING),
            lambda _progress, _stop: verify_files([path], None),
            while_it_lasts(self, lambda examined: self._verified(path, examined)),
        )

    def _verify_paper(self, path: Path) -> None:
        try:
            issued = self.desk.read(paper_as_issued, path)
        except WorldError as no:
            self.in_trouble(no)
            return
        if issued is None:
            self._answer("warn", words.is_not_as_issued(path.name))
        else:
            self._answer("ok", words.is_as_issued(path.name, issued.title, issued.version, issued.printed_at))

    def _verified(self, path: Path, examined: Examined) -> None:
        if examined.ok:
            self._answer("ok", words.is_whole(path.name))
        else:
            self._answer("stop", words.is_not_whole(path.name, [each.sentence for each in examined.findings]))

    def _answer(self, tone: str, told: str) -> None:
        self.answer.tell(tone, told)
        self.answer.show()
        self.around.say(told)


def _one_above_the_other(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(0)
    return holder
