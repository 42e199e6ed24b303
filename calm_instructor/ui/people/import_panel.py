"""A list pasted or opened, looked at, and taken in: nothing is added before the last button says so."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.domain.errors import BadFile, CalmError, WorldError
from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.handing_in import Handed, as_last_time, read_list, settled_of, wanted
from calm_instructor.operations.remembering import remembered
from calm_instructor.operations.roster_people import Seen, seen_by
from calm_instructor.operations.rostering import (
    RosterPreview,
    counted,
    people_chosen,
    preview,
    renamed,
    save_rows_to_mend,
)
from calm_instructor.operations.taking_in import TakenIn, take_in
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.inputs import Field, Tick
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.surfaces import scrolled
from calm_instructor.ui.parts.texts import LineEdit, TextEdit
from calm_instructor.ui.people.drawer import Panel
from calm_instructor.ui.people.roster_answers import RosterAnswers
from calm_instructor.ui.people.roster_table import RosterTable


class ImportPanel(Panel):
    """``added``: the ids of everyone whom the list brought, in its order."""

    added = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._handed: Handed | None = None
        self._looked_at: RosterPreview | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._start = self._make_start()
        self._look = self._make_look()
        self._cancel = button(_(words.LEAVE), self.finished.emit)
        self._save_rows = button("", self._save, icon="save")
        self.add = button("", self._add, icon="plus", kind="primary")
        self._show_buttons()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file that was dropped is read."""
        dropped = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if dropped:
            event.acceptProposedAction()
            self.open_path(Path(dropped[0]))

    # ── the two sheets ──────────────────────────────────────────────────────────────────────────────────────────────

    def _make_start(self) -> QWidget:
        sheet, column = _sheet()
        column.addWidget(Label(_(words.PASTE_HINT), "quiet", wrap=True))
        self.paste = TextEdit(name=_(words.PASTE_NAME), hint=_(words.PASTE_NAME), lines=8)
        column.addWidget(self.paste)
        self.read_pasted = button(_(words.READ_PASTED), self._read_pasted, icon="clipboard-paste")
        self.open_file = button(_(words.OPEN_FILE), self._choose_file, icon="file-spreadsheet")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.read_pasted)
        line.addWidget(self.open_file)
        line.addStretch(1)
        column.addLayout(line)
        self.refusal = Field("", QWidget())
        self.answers_at_start = RosterAnswers(self._answered)
        column.addWidget(self.refusal)
        column.addWidget(self.answers_at_start)
        column.addStretch(1)
        return self._stack_up(sheet)

    def _make_look(self) -> QWidget:
        sheet, column = _sheet()
        self.answers = RosterAnswers(self._answered)
        self.table = RosterTable()
        self.table.decided.connect(self._count)
        column.addWidget(self.answers)
        column.addWidget(self.table, 1)
        self._line = Line()
        column.addWidget(self._line)
        self.seen = Tick(name=_(words.EVIDENCE_KIND), wrap=True)
        self.seen.toggled.connect(self._tick)
        self._unseen = Label("", "small", wrap=True)
        self.kind = LineEdit(name=_(words.EVIDENCE_KIND))
        self.reference = LineEdit(name=_(words.EVIDENCE_REF))
        self._evidence = QWidget()
        line = QHBoxLayout(self._evidence)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Field(_(words.EVIDENCE_KIND), self.kind))
        line.addWidget(Field(_(words.EVIDENCE_REF), self.reference))
        column.addWidget(self.seen)
        column.addWidget(self._evidence)
        column.addWidget(self._unseen)
        return self._stack_up(sheet)

    def _stack_up(self, sheet: QWidget) -> QWidget:
        area = scrolled(sheet)
        area.viewport().setObjectName("surface")
        self._stack.addWidget(area)
        return area

    def title(self) -> str:
        """Paste or open, then the preview."""
        return _(words.TITLE if self._looked_at else words.PASTE_TITLE)

    def detail(self) -> str:
        """What was opened, and that nothing is added yet."""
        return words.source_line(self._looked_at.source, len(self._looked_at.lines)) if self._looked_at else ""

    def foot(self) -> list[QPushButton]:
        """Leave it, keep the rows to mend, add."""
        return [self._cancel, self._save_rows, self.add]

    def first(self) -> QWidget:
        """Where the rows are pasted."""
        return self.paste

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _choose_file(self) -> None:
        self._page.around.files.open(self, _(words.FILE_CAPTION), _(words.FILE_PATTERNS), self.open_path)

    def open_path(self, path: Path) -> None:
        """Read a file."""
        self.read(Handed(path=path))

    def _read_pasted(self) -> None:
        self.read(Handed(text=self.paste.text()))

    def _answered(self, handed: Handed) -> None:
        self.read(handed)

    def read(self, handed: Handed) -> None:
        """Read what was handed in, in the background; then the preview is seen, or what must be said first."""
        self._handed = handed
        desk = self._page.desk
        today = desk.clock().date()

        def work(_progress: Callable[[int, int], None], _stop: Callable[[], bool]) -> RosterPreview:
            known = as_last_time(handed, desk.read(remembered, FileKind.ROSTER))
            return desk.read(preview, read_list(known, today), known)

        self._page.around.jobs.run(
            _(words.READING), work, while_it_lasts(self, self._show), while_it_lasts(self, self._refused)
        )

    def _refused(self, no: CalmError) -> None:
        if self.is_left:
            return
        if isinstance(no, WorldError):
            self._page.in_trouble(no)
            return
        self._looked_at = None
        self._stack.setCurrentWidget(self._start)
        self.refusal.refuse(sentence(no))
        asked = wanted(no) if isinstance(no, BadFile) else frozenset()
        if self._handed is not None:
            self.answers_at_start.ask(self._handed, asked)
        self._show_buttons()

    def _show(self, looked_at: RosterPreview) -> None:
        if self.is_left:
            return
        self._looked_at = looked_at
        self._handed = looked_at.handed
        self.refusal.accept()
        self.answers.show_answers(looked_at)
        self.table.show_preview(looked_at)
        self.kind.setText(looked_at.evidence_kind)
        self.reference.setText(looked_at.source)
        self._stack.setCurrentWidget(self._look)
        self._count()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── what would happen, and doing it ─────────────────────────────────────────────────────────────────────────────

    def _count(self) -> None:
        looked_at = self._looked_at
        if looked_at is not None:
            chosen = self.table.chosen()
            told = counted(looked_at, chosen, self.table.spoken())
            verb = words.add_verb(told.new, told.known, told.undecided)
            self.add.setText(verb)
            self.add.setAccessibleName(verb)
            self.table.show_summary(
                words.summary(
                    len(looked_at.lines), told.new, told.gaps, told.known, told.undecided, left_out=told.left_out
                )
            )
            set_unavailable(self.add, "" if told.new or told.known else _(words.NOBODY_CHOSEN))
            self._show_evidence(told.unseen)
        self._show_buttons()

    def _show_evidence(self, unseen: Sequence[str]) -> None:
        """R1: whose evidence is still to be seen, by name."""
        if unseen:
            self.seen.setText(words.evidence_tick(unseen))
            self.seen.setAccessibleName(words.evidence_tick(unseen))
            self.seen.setToolTip(words.evidence_whose(unseen))
            self.seen.setAccessibleDescription(words.evidence_whose(unseen))
            self._unseen.setText(words.evidence_not_ticked(unseen))
        self.seen.setVisible(bool(unseen))
        self._line.setVisible(bool(unseen))
        self._evidence.setVisible(bool(unseen) and self.seen.isChecked())
        self._unseen.setVisible(bool(unseen) and not self.seen.isChecked())

    def _show_buttons(self) -> None:
        looked_at = self._looked_at
        to_mend = looked_at.to_mend if looked_at else 0
        self.add.setVisible(looked_at is not None)
        self._save_rows.setVisible(bool(to_mend))
        self._save_rows.setText(words.save_rows_verb(to_mend))
        self._save_rows.setAccessibleName(words.save_rows_verb(to_mend))
        self.retitled.emit()

    def _save(self) -> None:
        self._page.around.files.save(self, _(words.SAVE_ROWS_CAPTION), _(words.ROWS_TO_MEND_FILE), self.save_rows)

    def save_rows(self, path: Path) -> None:
        """Keep the rows that want mending."""
        if self._looked_at is None:
            return
        try:
            save_rows_to_mend(self._looked_at, path)
        except WorldError as no:
            self._page.in_trouble(no)
        else:
            self._page.around.say(words.rows_saved(path.name))

    def _add(self) -> None:
        looked_at = self._looked_at
        chosen = self.table.chosen()
        if looked_at is None or not chosen:
            return
        people = self._page.desk.read(people_chosen, looked_at, chosen, self._page.desk.new_id, self._evidence_seen())
        brought = self._page.granted(
            take_in,
            people,
            renamed=renamed(looked_at, chosen),
            settled=settled_of(looked_at.handed, looked_at.roster),
        )
        if brought is not None:
            self._told(brought, [each.id for each in people])

    def _told(self, brought: TakenIn, asked: list[PersonId]) -> None:
        self._page.around.say(words.taken_in(len(brought.new), len(brought.known)))
        here = [each.id for each in (*brought.new, *brought.known)]
        order = {each: place for place, each in enumerate(asked)}
        here.sort(key=lambda each: order.get(each, len(order)))
        self.added.emit(here)
        self.finished.emit()

    def _tick(self) -> None:
        """R1: evidence is seen by somebody; without a profile there is nobody."""
        if self.seen.isChecked() and self._page.desk.marking_as is None:
            self.seen.setChecked(False)
            self._page.say_no(_(words.NO_PROFILE))
        self._count()

    def _evidence_seen(self) -> Seen | None:
        """R1: only where somebody ticked that they have seen it, under their own name."""
        who = self._page.desk.marking_as
        if not self.seen.isChecked() or who is None:
            return None
        today = self._page.desk.clock().date()
        return self._page.desk.read(seen_by, who, self.kind.text(), self.reference.text(), today)


def _sheet() -> tuple[QWidget, QVBoxLayout]:
    sheet = QWidget()
    sheet.setObjectName("surface")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(16, 10, 16, 10)
    column.setSpacing(8)
    return sheet, column
