"""Techniques per risk: which few of the catalogue answer the current risks, which are left out, and why (R3 to R6, R38, R39)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from calm_instructor.domain.carried import carried_technique
from calm_instructor.domain.technique import Technique
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.messages.window import tna_set as own
from calm_instructor.operations.analysing import leave_out
from calm_instructor.operations.choosing import cover, put_in, reason_to_take_out, reasons_to_leave_out, take_out
from calm_instructor.operations.describing import move_choice
from calm_instructor.operations.viewing.needs import TechniqueRow, TnaWalk
from calm_instructor.operations.viewing.picking import Act, Offered, Taken
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.tna_set import tna_set
from calm_instructor.ui.needs.left_out_foot import LeftOutFoot
from calm_instructor.ui.needs.question import Question, stays
from calm_instructor.ui.needs.technique_editor import TechniqueEditor
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.picker import Picker
from calm_instructor.ui.parts.surfaces import Empty


class TechniquesQuestion(Question):
    """Catalogue and set side by side; the reasons of a technique of the set stand in the catalogue's place while open."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.picker = picker = Picker(title=_(own.THE_SET), opens=True)
        picker.add_wanted.connect(self._put_in)
        picker.out_wanted.connect(self._take_out)
        picker.move_wanted.connect(self._move)
        picker.act_wanted.connect(self._act)
        picker.opened.connect(self.open_reasons)
        picker.offered_moved.connect(self._show_offered)
        picker.taken_moved.connect(self._show_taken)
        picker.told.connect(self.around.say)
        self.leave_rest = button(_(words.LEAVE_REST), self._leave_rest, icon="list-checks", small=True)
        self.foot = LeftOutFoot(self.leave_rest, self.nobody)
        self.foot.reason_given.connect(self._give_reason)
        self.foot.proposed.connect(lambda code: self._give_reason(code, self._proposed_reason(code)))
        picker.foot.addWidget(self.foot)
        self.editor = TechniqueEditor(page)
        self.editor.done.connect(self._close_reasons)
        self.editor.taken_out.connect(self._take_out)
        picker.left.addWidget(self.editor)
        to_catalogue = button(_(words.TO_CATALOGUE), lambda: self.around.go(Place(page="techniques")), icon="layers")
        self._no_catalogue = Empty("layers", _(words.NO_CATALOGUE), _(words.NO_CATALOGUE_HINT), to_catalogue)
        self._no_need = Empty("circle-check", _(words.NOT_NEEDED_HERE), _(words.NOT_NEEDED_HINT))
        to_risks = button(_(words.QUESTIONS["risks"]), self._to_risks, icon="arrow-left")
        self._no_risk = Empty("file-warning", _(words.NO_RISK_YET), _(words.NO_RISK_YET_HINT), to_risks)
        stays((to_catalogue, to_risks))
        for each in (self._no_catalogue, self._no_need, self._no_risk):
            self.column.addWidget(each)
        self.column.addWidget(picker, 1)
        self.column.addStretch(0)

    def first_control(self) -> QWidget | None:
        """The catalogue, or the set while its reasons are open."""
        return self.picker.taken if self._is_open else self.picker.offered

    def set_open(self, is_open: bool) -> None:
        """What is authorised can still be looked through."""
        super().set_open(is_open)
        self.picker.search.setReadOnly(False)

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """Catalogue and set, or why there is nothing to choose."""
        analysis = walk.analysis
        none_needed = walk.tna.need is False and not analysis.chosen
        without_risk = not none_needed and not analysis.current_risks and not analysis.chosen
        self._no_catalogue.setVisible(not walk.techniques)
        self._no_need.setVisible(bool(walk.techniques) and none_needed)
        self._no_risk.setVisible(bool(walk.techniques) and without_risk)
        self.picker.setVisible(bool(walk.techniques) and not none_needed and not without_risk)
        self.leave_rest.setVisible(bool(analysis.chosen) and bool(self._open_ones(walk)))
        self.picker.show_picking(self.desk.read(tna_set, walk.tna.id))
        self._show_offered(self.picker.offered.offered())
        self._show_taken(self.picker.taken.current())

    @property
    def _is_open(self) -> bool:
        return self.picker.left.currentWidget() is self.editor

    def _row(self, code: str) -> TechniqueRow | None:
        techniques = self.walk.techniques if self.walk is not None else ()
        return next((each for each in techniques if each.technique.code == code), None)

    def _show_offered(self, row: Offered | None) -> None:
        if self.walk is not None:
            self.foot.show_technique(
                self._row(row.code) if row else None,
                row.said if row else "",
                may_change=self.walk.is_draft,
                may_propose=row is not None and bool(self._proposed_reason(row.code)),
            )

    def _show_taken(self, row: Taken | None) -> None:
        if self.walk is None:
            return
        shown = self._row(row.code) if row is not None else None
        if shown is None or not shown.is_chosen:
            self.picker.left.setCurrentWidget(self.picker.catalogue)
        else:
            self.editor.show_technique(self.walk, shown)
        self.in_hand_changed.emit()

    # ── reasons ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def open_reasons(self, code: str) -> None:
        """Look at why a technique of the set is in it, in the catalogue's place."""
        self.picker.take_in_hand(code)
        row = self._row(code)
        if row is not None and row.is_chosen:
            self.picker.left.setCurrentWidget(self.editor)
            self.editor.take_focus()

    def _close_reasons(self) -> None:
        self.picker.left.setCurrentWidget(self.picker.catalogue)
        self.picker.taken.setFocus()

    # ── R8: what came over from the revision before ─────────────────────────────────────────────────────────────────

    def carried_in_hand(self) -> str:
        """Key of the technique of the set in hand."""
        row = self.picker.taken.current()
        return carried_technique(row.code) if row is not None else ""

    def hand_on(self, keys: Sequence[str]) -> None:
        """Take the next carried technique of the set in hand."""
        self.picker.taken.take_in_hand(lambda row: carried_technique(row.code) in keys)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _put_in(self, code: str, place: int) -> None:
        if self.walk is not None:
            self.page.granted(put_in, self.walk.tna.id, code, place)

    def _take_out(self, code: str) -> None:
        if self.walk is not None:
            before = self._row(code)
            said = before.selection.left_out_reason if before is not None and before.selection is not None else ""
            was_open = self._is_open
            self.page.granted(take_out, self.walk.tna.id, code, said or self._proposed_reason(code))
            if was_open and not self._is_open:
                self.picker.taken.setFocus()

    def _proposed_reason(self, code: str) -> str:
        walk = self.walk
        return reason_to_take_out(walk.analysis, code, self._catalogue, walk.numbers) if walk is not None else ""

    @property
    def _catalogue(self) -> dict[str, Technique]:
        return {each.technique.code: each.technique for each in (self.walk.techniques if self.walk else ())}

    def _open_ones(self, walk: TnaWalk) -> dict[str, str]:
        """What is neither chosen nor left out, with the reason that is proposed; what has none to be proposed stays open."""
        proposed = reasons_to_leave_out(walk.analysis, self._catalogue, walk.numbers)
        open_ones = [each.technique.code for each in walk.techniques if not each.is_chosen and not each.is_left_out]
        return {code: proposed[code] for code in open_ones if code in proposed}

    def _give_reason(self, code: str, reason: str) -> None:
        if self.walk is not None and self.walk.is_draft and code:
            self.page.granted(leave_out, self.walk.tna.id, {code: reason})

    def _move(self, code: str, steps: int) -> None:
        if self.walk is not None:
            self.page.granted(move_choice, self.walk.tna.id, code, steps)

    def _act(self, act: Act, of: str) -> None:
        if self.walk is None:
            return
        if act is Act.COVER:
            risk = next(each for each in self.walk.analysis.risks if str(each.number) == of)
            covered = self.page.granted(cover, risk.id)
            if covered is not None:
                self.picker.take_in_hand(covered.technique)
        elif act is Act.TAKE_OUT:
            self._take_out(of)
        elif act is Act.SAY_WHY:
            self.open_reasons(of)

    def _leave_rest(self) -> None:
        if self.walk is None:
            return
        done = self.page.granted(leave_out, self.walk.tna.id, self._open_ones(self.walk))
        if done is not None:
            self.around.say(_(words.REST_LEFT_OUT).format(count=len(done)))
            self.picker.offered.setFocus()

    def _to_risks(self) -> None:
        if self.walk is not None:
            self.around.go(Place(page="tna", record=self.walk.tna.id, step="risks"))
