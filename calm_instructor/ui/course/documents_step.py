"""Documents: every paper of the course in order, with the PDF itself beside it; saved and printed as one packet."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.printing import proposed_name, save_as, save_into
from calm_instructor.operations.viewing.paper_shown import PaperShown
from calm_instructor.operations.viewing.papers import PaperKind, Papers, Sheet, papers_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.page_preview import PagePreview
from calm_instructor.ui.course.paper_card import PaperCard
from calm_instructor.ui.course.paper_list import PaperFoot, PaperList, row_of
from calm_instructor.ui.course.paper_looker import PaperLooker
from calm_instructor.ui.course.paper_printer import Sent, ask_printer, new_printer, send_to_printer
from calm_instructor.ui.course.preview_tools import PreviewTools
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button, set_icon, set_unavailable
from calm_instructor.ui.parts.surfaces import Banner

_WIDE = 340
_ON_THEIR_OWN = {DocumentKind.COURSE_NOTICE, DocumentKind.JOINING_LETTER, DocumentKind.BLANK_ASSESSMENT}
_TICKED_AT_FIRST = tuple(kind for kind in DocumentKind if kind not in _ON_THEIR_OWN)
_WITH_INK = frozenset({DocumentKind.SIGN_OFF_SHEET})


class DocumentsStep(Step):
    """The papers of a course. Looking at one issues nothing."""

    name = "documents"
    topics = frozenset(
        {"courses", "people", "register", "assessment", "sign_off", "techniques", "needs", "documents", "organisation"}
    )

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self._papers: Papers | None = None
        self._printer: QPrinter | None = None
        self.looker = PaperLooker(self, around.jobs, around.desk.desk)
        self.looker.shown.connect(self._looked)
        self.looker.refused.connect(self._not_shown)
        self.looker.counted.connect(self._show_list)
        self.list = PaperList()
        self.list.tick(_TICKED_AT_FIRST)
        self.list.moved.connect(lambda _kind: self._moved())
        self.list.ticks_changed.connect(self._show_totals)
        self.foot_line = PaperFoot()
        self.preview = PagePreview()
        self.list.opened.connect(lambda _kind: self.preview.setFocus())
        self.tools = PreviewTools(self.preview)
        self.tools.person.chosen.connect(lambda _place: self._moved())
        self.card = PaperCard(self._save_one, self._go_to_sign_off)
        self.save_ticked = button(_(words.SAVE_TICKED), self._save_ticked, icon="file-down")
        self.print_ticked = button(_(words.PRINT), self._print_ticked, icon="printer", kind="primary")
        self.mend = button(_(words.GO_THERE), self._go_to_mend, small=True)
        self._why_not = Banner("info", "", button=self.mend)
        self._why_not.hide()
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.tools)
        right.addWidget(self._why_not)
        right.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._left_side())
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)

    def _left_side(self) -> QWidget:
        papers = QVBoxLayout()
        papers.setSpacing(0)
        papers.addWidget(self.list)
        papers.addWidget(self.foot_line)
        side = QWidget()
        side.setFixedWidth(_WIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(papers)
        column.addWidget(self.card)
        column.addStretch(1)
        return side

    def foot(self) -> str:
        """What becomes of an issued paper."""
        return _(words.INFO)

    def head_buttons(self) -> list[QPushButton]:
        """Save, and print."""
        return [self.save_ticked, self.print_ticked]

    def arrive(self, place: Place) -> None:
        """Read afresh; a place may name the kind of paper to look at."""
        super().arrive(place)
        if isinstance(place.focus, str) and place.focus in {kind.value for kind in DocumentKind}:
            self.list.put_in_hand(DocumentKind(place.focus))
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who has gone elsewhere looks at nothing here."""
        super().hideEvent(event)
        self.looker.rest()
        self._stale = True

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read the papers; look at the one in hand again."""
        self._papers = self.desk.read(papers_of, self.course)
        sheets = [each for kind in self._papers.kinds for each in kind.sheets]
        known = {each.order: each.last.pages for each in sheets if each.last and each.is_current is not False}
        self.looker.start_afresh(known, [each.order for each in sheets if not each.obstacle])
        self._show_list()
        self._moved()

    def _show_list(self) -> None:
        if self._papers is not None:
            self.list.show_rows([row_of(kind, self._pages_of(kind.issuable)) for kind in self._papers.kinds])
            self._show_totals()

    def _pages_of(self, sheets: Iterable[Sheet]) -> int | None:
        """How many pages; None while one of them is not counted."""
        counts = [self.looker.pages.get(each.order) for each in sheets]
        return None if None in counts else sum(count for count in counts if count is not None)

    def _ticked_sheets(self) -> list[Sheet]:
        ticked = self.list.ticked()
        kinds = self._papers.kinds if self._papers else ()
        return [each for kind in kinds if kind.kind in ticked for each in kind.issuable]

    def _show_totals(self) -> None:
        sheets = self._ticked_sheets()
        pages = self._pages_of(sheets)
        self.foot_line.show_totals(len(self.list.ticked()), words.total(len(sheets), pages) if sheets else "")
        self.print_ticked.setText(words.print_verb(pages, len(sheets)) if sheets else _(words.PRINT))
        self.print_ticked.setAccessibleName(self.print_ticked.text())
        why = self._nobody() or ("" if sheets else _(words.NO_TICKS))
        self.print_ticked.setProperty("kind", "secondary" if why else "primary")
        for each in (self.save_ticked, self.print_ticked):
            set_unavailable(each, why)
        set_icon(self.print_ticked, "printer")

    def _nobody(self) -> str:
        return "" if self.desk.marking_as else _(words.NOBODY_MARKS)

    # ── the paper in hand ───────────────────────────────────────────────────────────────────────────────────────────

    def _kind(self) -> PaperKind | None:
        wanted = self.list.current()
        kinds = self._papers.kinds if self._papers else ()
        return next((each for each in kinds if each.kind is wanted), None)

    def _sheet(self) -> Sheet | None:
        """The paper in hand: the person's where the kind has one for each."""
        kind = self._kind()
        if kind is None or not kind.sheets:
            return None
        chosen = self.tools.person.value()
        return next((each for each in kind.sheets if each.order.record == chosen), kind.sheets[0])

    def _moved(self) -> None:
        kind = self._kind()
        self.tools.offer_people(kind.sheets if kind is not None and kind.personal else ())
        sheet = self._sheet()
        why = self._nobody() or (sheet.obstacle if sheet else _(words.NOTHING_TO_SHOW))
        self._why_not.tell("info", why)
        self._why_not.setVisible(bool(why))
        self.mend.setVisible(sheet is not None and sheet.mend is not None)
        if why:
            self.preview.show_paper(None)
        self.looker.want(sheet.order if sheet is not None and not why else None)
        self._show_card()

    def _show_card(self) -> None:
        kind, sheet = self._kind(), self._sheet()
        title = words.kind_title(kind.kind) if kind else ""
        if kind is not None and kind.personal and sheet is not None:
            title = f"{title} · {sheet.subject}"
        ink = self._papers.ink if self._papers and kind is not None and kind.kind in _WITH_INK else None
        self.card.show_paper(
            title,
            self._state_of(sheet),
            words.ink_line(ink.waiting, ink.held, ink.places) if ink else "",
            ink_awaited=bool(ink and ink.waiting),
            why_not=self._nobody() or (sheet.obstacle if sheet else _(words.NOTHING_TO_SHOW)),
        )

    def _state_of(self, sheet: Sheet | None) -> str:
        seen = self.preview.paper
        shown = seen if seen is not None and sheet is not None and seen.order == sheet.order else None
        if shown is not None and shown.changed:
            return words.changed_line(shown.revision)
        issued = shown.issued if shown is not None else sheet.last if sheet else None
        if issued is not None:
            return words.issued_line(issued.version, issued.reprint, issued.printed_at)
        return "" if sheet is None or sheet.obstacle else _(words.NOT_ISSUED_YET)

    def _looked(self, shown: PaperShown) -> None:
        self.preview.show_paper(shown, words.kind_title(shown.order.kind))
        self._show_list()
        self._show_card()

    def _not_shown(self, no: CalmError) -> None:
        self.preview.show_paper(None)
        self._why_not.tell("warn", sentence(no))
        self.mend.hide()
        self._why_not.show()

    # ── saving ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _may(self, which: QPushButton) -> bool:
        """Whether a button can be pressed; where not, it says why."""
        why = which.toolTip() if which.property("unavailable") else ""
        if why:
            self.around.say(why)
        return not why

    def _save_ticked(self) -> None:
        if self._may(self.save_ticked):
            self.around.files.folder(self, _(words.FOLDER_CAPTION), self._save_in)

    def _save_in(self, folder: Path) -> None:
        orders, desk = [each.order for each in self._ticked_sheets()], self.desk.desk
        self.around.jobs.run(
            _(words.SAVING),
            lambda progress, stop: save_into(desk, orders, folder, progress=progress, stop=stop),
            lambda paths: self.around.say(words.saved(len(paths), str(folder))),
            while_it_lasts(self, self._job_said_no),
        )

    def _save_one(self, then_open: bool) -> None:
        sheet, by = self._sheet(), self.desk.marking_as
        if sheet is None or by is None or not self._may(self.card.save_one):
            return
        order = sheet.order
        name = self.desk.read(proposed_name, order, self.desk.clock(), by)
        self.around.files.save(self, _(words.SAVE_CAPTION), name, lambda path: self._save_under(order, path, then_open))

    def _save_under(self, order: Order, path: Path, then_open: bool) -> None:
        desk = self.desk.desk

        def saved(_nothing: None) -> None:
            self.around.say(words.saved_as(path.name))
            if then_open and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.around.say(_(words.NO_VIEWER).format(name=path.name))

        self.around.jobs.run(
            _(words.SAVING),
            lambda _progress, _stop: save_as(desk, order, path),
            saved,
            while_it_lasts(self, self._job_said_no),
        )

    def _job_said_no(self, no: CalmError) -> None:
        if isinstance(no, WorldError):
            self.in_trouble(no)
        else:
            self.say_no(sentence(no))

    # ── printing ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _print_ticked(self) -> None:
        if self._may(self.print_ticked):
            self._printer = new_printer()
            ask_printer(self, self._printer, lambda: self.print_on(self._printer))

    def print_on(self, printer: QPrinter | None) -> None:
        """Issue what is ticked and send it to a printer that was chosen; it is kept until the last page is out."""
        if printer is None:
            return
        self._printer = printer
        orders, desk = [each.order for each in self._ticked_sheets()], self.desk.desk
        self.around.jobs.run(
            _(words.PRINTING),
            lambda progress, stop: send_to_printer(desk, orders, printer, progress, stop),
            self._printed,
            while_it_lasts(self, self._job_said_no),
        )

    def _printed(self, sent: Sent) -> None:
        self._printer = None
        self.around.say(words.stopped(sent.pages) if sent.stopped else words.printed(sent.pages, sent.printer))

    def _go_to_mend(self) -> None:
        sheet = self._sheet()
        if sheet is not None and sheet.mend is not None:
            self.around.go(sheet.mend)

    def _go_to_sign_off(self) -> None:
        self.around.go(Place(page="course", record=self.course, step="sign_off"))
