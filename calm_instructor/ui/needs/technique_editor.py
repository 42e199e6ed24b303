"""One technique for this TNA: chosen or left out, for which risks, and why (R3, R39, R45)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.ids import RiskId
from calm_instructor.domain.needs import NoteAnswer, Selection
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import Choice, choose, leave_out
from calm_instructor.operations.describing import move_choice
from calm_instructor.operations.proposing import left_out_reasons, proposed_choice, proposed_note_answer
from calm_instructor.operations.viewing.needs import TechniqueRow, TnaWalk
from calm_instructor.ui.needs.question import show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Field, TextEdit, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Banner, Card, scrolled
from calm_instructor.ui.parts.taking_away import take_away


class TechniqueEditor(Card):
    """Shows the technique in hand; every piece is kept as it is left."""

    def __init__(self, page: Page) -> None:
        super().__init__(" ", margins=0)
        self._page = page
        self._row: TechniqueRow | None = None
        self._walk: TnaWalk | None = None
        self._about = Label("", "quiet", wrap=True)
        self.state = Segmented([(True, _(words.CHOSEN)), (False, _(words.LEFT_OUT))], _(words.STATE), width=120)
        self.state.chosen.connect(self._decide)
        self._risks = QVBoxLayout()
        self._risks.setSpacing(2)
        self._ticks: dict[RiskId, Tick] = {}
        self._rests_on_none = LampLabel(Lamp.WARN, _(words.NO_CURRENT_RISK), wrap=True, role="small")
        self._proposed = LampLabel(Lamp.WARN, _(words.PROPOSED_TEXT), wrap=True, role="small")
        self.tried = self._text(_(words.TRIED), lambda text: self._say(tried_without_touch=text, proposed=False))
        self.why = self._text(_(words.WHY_THIS), lambda text: self._say(why_this_one=text, proposed=False))
        self.lower_way = LampLabel(Lamp.WARN, "", wrap=True, role="small")
        self.higher = self._text(_(words.HIGHER_WHY), lambda text: self._say(higher_tier_reason=text), lines=2)
        self.note = Banner("warn", "")
        self.answer = Segmented([(each, label(each)) for each in NoteAnswer], _(words.NOTE_ANSWER), small=True)
        self.answer.chosen.connect(self._answer)
        self.because = self._text(_(words.NOTE_BECAUSE), lambda text: self._say(note_answer_text=text), lines=2)
        self.left_out = self._text(_(words.WHY_LEFT_OUT), self._leave_out, lines=3)
        self.propose = button(_(words.PROPOSE_WORDS), self._propose, icon="wand-sparkles", kind="quiet", small=True)
        self.earlier = button(_(words.EARLIER), lambda: self._move(-1), icon="arrow-up", kind="quiet", small=True)
        self.later = button(_(words.LATER), lambda: self._move(1), icon="arrow-down", kind="quiet", small=True)
        self._of_choice = QWidget()
        chosen = QVBoxLayout(self._of_choice)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(8)
        chosen.addLayout(self._risks)
        for each in (
            self._rests_on_none,
            self._proposed,
            self.tried,
            self.why,
            self.lower_way,
            self.higher,
            self.note,
            self.answer,
            self.because,
        ):
            chosen.addWidget(each)
        inner = QWidget()
        inner.setObjectName("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self.state)
        column.addWidget(self._of_choice)
        column.addWidget(self.left_out)
        foot = QHBoxLayout()
        foot.addWidget(self.propose)
        foot.addStretch(1)
        foot.addWidget(self.earlier)
        foot.addWidget(self.later)
        column.addLayout(foot)
        column.addStretch(1)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        self.body.addWidget(area)

    def _text(self, word: str, kept: Callable[[str], object], *, lines: int = 3) -> Field:
        editor = TextEdit(name=word, lines=lines)
        editor.left.connect(lambda text: kept(text.strip()))
        return Field(word, editor)

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_technique(self, walk: TnaWalk, row: TechniqueRow | None) -> None:
        """Show the technique in hand as the TNA has it."""
        self._walk, self._row = walk, row
        self.setVisible(row is not None)
        if row is None:
            return
        technique, selection = row.technique, row.selection
        self.set_title(f"{technique.code}  {technique.name}")
        self._about.setText(
            _(words.ADDRESSES).format(
                hold=technique.hold_text, tier=label(technique.tier), persons=words.persons(technique.persons)
            )
        )
        self.state.set_value(True if row.is_chosen else False if selection is not None else None)
        self._of_choice.setVisible(row.is_chosen)
        several = walk.is_draft and row.is_chosen and len(walk.analysis.chosen) > 1
        self.earlier.setVisible(several)
        self.later.setVisible(several)
        self.left_out.setVisible(selection is not None and not row.is_chosen)
        if selection is None:
            self.propose.hide()
            return
        show_in(self.left_out, selection.left_out_reason, technique.code)
        if row.is_chosen:
            self._show_choice(walk, row, selection)
        self.propose.setVisible(walk.is_draft and self._may_propose(row, selection))

    def take_focus(self) -> None:
        """To what decides: chosen, or left out."""
        self.state.button_of(1 if self.state.value() is False else 0).setFocus()

    def _show_choice(self, walk: TnaWalk, row: TechniqueRow, selection: Selection) -> None:
        self._show_risks(walk, row, selection)
        current = any(risk.current for risk in walk.analysis.risks_of(selection))
        self._rests_on_none.setVisible(walk.is_draft and not current)
        self._proposed.setVisible(selection.proposed and walk.is_draft)
        code = row.technique.code
        show_in(self.tried, selection.tried_without_touch, code)
        show_in(self.why, selection.why_this_one, code)
        lower = bool(row.lower) or bool(selection.higher_tier_reason)
        self.higher.setVisible(lower)
        self.lower_way.setVisible(bool(row.lower))
        if lower:
            self.lower_way.show_lamp(Lamp.WARN, _(words.HIGHER).format(codes=listed(row.lower) or "–"))
            show_in(self.higher, selection.higher_tier_reason, code)
        note = row.technique.elevated_risk_note
        for each in (self.note, self.answer, self.because):
            each.setVisible(bool(note))
        self.note.tell("warn", _(words.NOTE).format(note=note))
        self.answer.set_value(selection.note_answer)
        show_in(self.because, selection.note_answer_text, code)

    def _show_risks(self, walk: TnaWalk, row: TechniqueRow, selection: Selection) -> None:
        shown = tuple(dict.fromkeys((*row.risks, *walk.analysis.risks_of(selection))))
        if tuple(self._ticks) != tuple(risk.id for risk in shown):
            take_away(self._risks)
            self._ticks = {}
            for risk in shown:
                tick = Tick(_(words.RISK_LINE).format(number=risk.number, hold=risk.hold_name))
                tick.clicked.connect(lambda _checked=False: self._say_risks())
                tick.setEnabled(walk.is_draft)
                self._ticks[risk.id] = tick
                self._risks.addWidget(tick)
        for risk in shown:
            self._ticks[risk.id].setChecked(risk.id in selection.risks)

    def _may_propose(self, row: TechniqueRow, selection: Selection) -> bool:
        if not row.is_chosen:
            return not selection.left_out_reason
        answer = proposed_note_answer(row.technique)
        words_missing = not selection.tried_without_touch and not selection.why_this_one
        return (words_missing and proposed_choice(row.technique, row.risks).proposed) or (
            answer is not None and not selection.note_answer_text
        )

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────

    def _decide(self, chosen: object) -> None:
        row, walk = self._row, self._walk
        if row is None or walk is None or (row.selection is not None and row.is_chosen == bool(chosen)):
            return
        if not chosen:
            self._leave_out(row.selection.left_out_reason if row.selection else "")
            self.left_out.editor.setFocus()
            return
        before = row.selection
        choice = proposed_choice(row.technique, row.risks)
        if before is not None and (before.tried_without_touch or before.why_this_one):
            choice = replace(_choice_of(before), risks=choice.risks)
        self._page.granted(choose, walk.tna.id, choice)

    def _say(self, **said: object) -> None:
        row, walk = self._row, self._walk
        if row is None or walk is None or row.selection is None or not walk.is_draft or not row.is_chosen:
            return
        changed = replace(_choice_of(row.selection), **said)  # type: ignore[arg-type]
        self._page.granted(choose, walk.tna.id, changed)

    def _say_risks(self) -> None:
        self._say(risks=tuple(risk for risk, tick in self._ticks.items() if tick.isChecked()))

    def _answer(self, answer: object) -> None:
        self._say(note_answer=answer)

    def _move(self, steps: int) -> None:
        row, walk = self._row, self._walk
        if row is not None and walk is not None:
            self._page.granted(move_choice, walk.tna.id, row.technique.code, steps)

    def _leave_out(self, reason: str) -> None:
        row, walk = self._row, self._walk
        if row is not None and walk is not None and walk.is_draft:
            self._page.granted(leave_out, walk.tna.id, {row.technique.code: reason})

    def _propose(self) -> None:
        row, walk = self._row, self._walk
        if row is None or walk is None or row.selection is None:
            return
        if not row.is_chosen:
            catalogue = {each.technique.code: each.technique for each in walk.techniques}
            self._leave_out(left_out_reasons(walk.analysis, catalogue, walk.numbers)[row.technique.code])
            return
        selection, proposed = row.selection, proposed_choice(row.technique, row.risks)
        said: dict[str, object] = {}
        if not selection.tried_without_touch and not selection.why_this_one and proposed.proposed:
            said = {
                "tried_without_touch": proposed.tried_without_touch,
                "why_this_one": proposed.why_this_one,
                "proposed": True,
            }
        answer = proposed_note_answer(row.technique)
        if answer is not None and not selection.note_answer_text:
            said |= {"note_answer": selection.note_answer or answer[0], "note_answer_text": answer[1], "proposed": True}
        self._say(**said)


def _choice_of(selection: Selection) -> Choice:
    return Choice(
        technique=selection.technique,
        risks=selection.risks,
        tried_without_touch=selection.tried_without_touch,
        why_this_one=selection.why_this_one,
        proposed=selection.proposed,
        higher_tier_reason=selection.higher_tier_reason,
        note_answer=selection.note_answer,
        note_answer_text=selection.note_answer_text,
    )
