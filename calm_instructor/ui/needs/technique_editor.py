"""A technique of the set: for which risks, and why this one (R3, R39, R45)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.anonymity import NOTHING_KNOWN
from calm_instructor.domain.ids import RiskId
from calm_instructor.domain.needs import NoteAnswer, Selection
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.messages.window import tna_set as own
from calm_instructor.operations.analysing import choose
from calm_instructor.operations.choosing import choice_of
from calm_instructor.operations.proposing import proposed_choice, proposed_note_answer
from calm_instructor.operations.viewing.needs import TechniqueRow, TnaWalk
from calm_instructor.ui.needs.question import show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Field, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.marked_text import PersonSigns
from calm_instructor.ui.parts.surfaces import Banner, Card, scrolled
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.parts.texts import TextEdit


class TechniqueEditor(Card):
    """Shows the technique in hand; every piece is kept as it is left. ``done``: back to where it was opened from."""

    done = Signal()
    taken_out = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(" ", margins=0)
        self.back = button(_(own.BACK), self.done.emit, icon="arrow-left", small=True, name=_(own.BACK_TO))
        self.back.setProperty("stays_when_read_only", True)
        self.head_line.addWidget(self.back)
        leave = QShortcut(QKeySequence("Escape"), self, self.done.emit)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page = page
        self._row: TechniqueRow | None = None
        self._walk: TnaWalk | None = None
        self._about = Label("", "quiet", wrap=True)
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
        self.propose = button(_(words.PROPOSE_WORDS), self._propose, icon="wand-sparkles", kind="quiet", small=True)
        self.out = button(_(own.TAKE_IT_OUT), self._take_out, icon="x", kind="quiet", small=True)
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
        column.addWidget(self._of_choice)
        foot = QHBoxLayout()
        foot.addWidget(self.propose)
        foot.addStretch(1)
        foot.addWidget(self.out)
        column.addLayout(foot)
        column.addStretch(1)
        self._area = scrolled(inner)
        self._area.viewport().setObjectName("surface")
        self.body.addWidget(self._area)

    def _text(self, word: str, kept: Callable[[str], object], *, lines: int = 3) -> Field:
        editor = TextEdit(name=word, lines=lines)
        editor.left.connect(lambda text: kept(text.strip()))
        shown = Field(word, editor)
        PersonSigns(shown, lambda: self._walk.nobody if self._walk is not None else NOTHING_KNOWN)
        return shown

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_technique(self, walk: TnaWalk, row: TechniqueRow | None) -> None:
        """Show the technique in hand as the TNA has it."""
        self._walk, self._row = walk, row
        if row is None or row.selection is None:
            return
        technique = row.technique
        self.set_title(f"{technique.code}  {technique.name}")
        self._about.setText(
            _(words.ADDRESSES).format(
                hold=technique.hold_text, tier=label(technique.tier), persons=words.persons(technique.persons)
            )
        )
        self._show_choice(walk, row, row.selection)
        self.propose.setVisible(walk.is_draft and self._may_propose(row, row.selection))
        self.out.setVisible(walk.is_draft)

    def take_focus(self) -> None:
        """To what is still to be said, in sight; to the first of the two answers where nothing is."""
        wanted = self._first_owed()
        wanted.setFocus()
        self._area.ensureWidgetVisible(wanted, 0, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is being worked on stays in sight."""
        super().resizeEvent(event)
        inside, held = self._area.widget(), QApplication.focusWidget()
        if inside is not None and held is not None and inside.isAncestorOf(held):
            self._area.ensureWidgetVisible(held, 0, 40)

    def _first_owed(self) -> QWidget:
        row = self._row
        if row is None or row.selection is None:
            return self.tried.editor
        said = row.selection
        owed: list[tuple[bool, QWidget]] = [
            (not said.tried_without_touch.strip(), self.tried.editor),
            (not said.why_this_one.strip(), self.why.editor),
            (bool(row.lower) and not said.higher_tier_reason.strip(), self.higher.editor),
            (bool(row.technique.elevated_risk_note) and said.note_answer is None, self.answer.button_of(0)),
            (bool(row.technique.elevated_risk_note) and not said.note_answer_text.strip(), self.because.editor),
        ]
        return next((each for is_owed, each in owed if is_owed), self.tried.editor)

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
        answer = proposed_note_answer(row.technique)
        words_missing = not selection.tried_without_touch and not selection.why_this_one
        return (words_missing and proposed_choice(row.technique, row.risks).proposed) or (
            answer is not None and not selection.note_answer_text
        )

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────

    def _say(self, **said: object) -> None:
        row, walk = self._row, self._walk
        if row is None or walk is None or row.selection is None or not walk.is_draft or not row.is_chosen:
            return
        changed = replace(choice_of(row.selection), **said)  # type: ignore[arg-type]
        self._page.granted(choose, walk.tna.id, changed)

    def _say_risks(self) -> None:
        self._say(risks=tuple(risk for risk, tick in self._ticks.items() if tick.isChecked()))

    def _answer(self, answer: object) -> None:
        self._say(note_answer=answer)

    def _take_out(self) -> None:
        if self._row is not None:
            self.taken_out.emit(self._row.technique.code)

    def _propose(self) -> None:
        row, walk = self._row, self._walk
        if row is None or walk is None or row.selection is None:
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
