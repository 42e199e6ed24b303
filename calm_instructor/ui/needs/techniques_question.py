"""Techniques per risk: which few of the catalogue answer the current risks, which are left out, and why (R3, R4, R6)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import leave_out
from calm_instructor.operations.proposing import left_out_reasons
from calm_instructor.operations.viewing.needs import TechniqueRow, TnaWalk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.needs.question import Question, stays
from calm_instructor.ui.needs.technique_editor import TechniqueEditor
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.counter import Counter
from calm_instructor.ui.parts.labels import LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.tier_icons import TIER_ICONS

_FILTERS = (("risks", words.FOR_THE_RISKS), ("chosen", words.IN_THE_SET), ("all", words.WHOLE_CATALOGUE))


class TechniquesQuestion(Question):
    """The techniques at the left, those for the current risks first of all; the one in hand at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.filter = Segmented([(value, _(word)) for value, word in _FILTERS], _(words.SHOW))
        self.filter.set_value("risks")
        self.filter.chosen.connect(lambda _which: self._show_rows())
        self.counter = Counter()
        self.covered = LampLabel(Lamp.OK, "")
        self.table = TableView[TechniqueRow](_columns(), name=_(words.TECHNIQUE), row_height=44)
        self.table.moved.connect(lambda _row: self._show_technique())
        self.editor = TechniqueEditor(page)
        self.table.opened.connect(lambda _row: self.editor.take_focus())
        self.leave_rest = button(_(words.LEAVE_REST), self._leave_rest, icon="list-checks")
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(12)
        above.addWidget(self.filter)
        above.addStretch(1)
        above.addWidget(self.leave_rest)
        above.addWidget(self.counter)
        self._across = QWidget()
        across = QHBoxLayout(self._across)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.table, 3)
        across.addWidget(self.editor, 2)
        to_catalogue = button(_(words.TO_CATALOGUE), lambda: self.around.go(Place(page="techniques")), icon="layers")
        self._no_catalogue = Empty("layers", _(words.NO_CATALOGUE), _(words.NO_CATALOGUE_HINT), to_catalogue)
        self._no_need = Empty("circle-check", _(words.NOT_NEEDED_HERE), _(words.NOT_NEEDED_HINT))
        to_risks = button(_(words.QUESTIONS["risks"]), self._to_risks, icon="arrow-left")
        self._no_risk = Empty("file-warning", _(words.NO_RISK_YET), _(words.NO_RISK_YET_HINT), to_risks)
        stays((self.filter, to_catalogue, to_risks))
        for each in (self._no_catalogue, self._no_need, self._no_risk):
            self.column.addWidget(each)
        self.column.addWidget(self._above)
        self.column.addWidget(self.covered)
        self.column.addWidget(self._across, 1)
        self.column.addStretch(0)

    def first_control(self) -> QWidget | None:
        """The list."""
        return self.table

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """Counter, what is not covered, the list, and the technique in hand."""
        analysis = walk.analysis
        none_needed = walk.tna.need is False and not analysis.chosen
        without_risk = not none_needed and not analysis.current_risks and not analysis.chosen
        self._no_catalogue.setVisible(not walk.techniques)
        self._no_need.setVisible(bool(walk.techniques) and none_needed)
        self._no_risk.setVisible(bool(walk.techniques) and without_risk)
        seen = bool(walk.techniques) and not none_needed and not without_risk
        for each in (self._above, self._across, self.covered):
            each.setVisible(seen)
        limit = walk.numbers.techniques_warn_above
        self.counter.show_count(
            len(analysis.chosen), limit, _(words.COUNTER).format(count=len(analysis.chosen), limit=limit)
        )
        if walk.uncovered:
            self.covered.show_lamp(Lamp.WARN, words.not_covered([each.number for each in walk.uncovered]))
        else:
            self.covered.show_lamp(Lamp.OK, _(words.ALL_COVERED))
        undecided = any(not each.is_chosen and not each.is_left_out for each in walk.techniques)
        self.leave_rest.setVisible(undecided and bool(analysis.chosen))
        self._show_rows()

    def _show_rows(self) -> None:
        if self.walk is None:
            return
        wanted = self.filter.value()
        rows = [
            each
            for each in self.walk.techniques
            if wanted == "all"
            or (wanted == "chosen" and each.is_chosen)
            or (wanted == "risks" and (each.risks or each.is_chosen))
        ]
        if wanted == "chosen":
            order = [each.technique for each in self.walk.analysis.chosen]
            rows.sort(key=lambda row: order.index(row.technique.code))
        self.table.show_rows(rows, same=lambda row: row.technique.code)
        self._show_technique()

    def _show_technique(self) -> None:
        if self.walk is not None:
            self.editor.show_technique(self.walk, self.table.current())

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _leave_rest(self) -> None:
        if self.walk is None:
            return
        walk = self.walk
        catalogue = {each.technique.code: each.technique for each in walk.techniques}
        proposed = left_out_reasons(walk.analysis, catalogue, walk.numbers)
        open_ones = [each.technique.code for each in walk.techniques if not each.is_chosen and not each.is_left_out]
        done = self.page.granted(leave_out, walk.tna.id, {code: proposed[code] for code in open_ones})
        if done is not None:
            self.around.say(_(words.REST_LEFT_OUT).format(count=len(done)))
            self.filter.set_value("all")
            self._show_rows()
            self.table.setFocus()

    def _to_risks(self) -> None:
        if self.walk is not None:
            self.around.go(Place(page="tna", record=self.walk.tna.id, step="risks"))


def _lamp(row: TechniqueRow) -> Lamp:
    if row.is_chosen:
        return Lamp.OK
    return Lamp.INFO if row.is_left_out else Lamp.TODO


def _state(row: TechniqueRow) -> str:
    return _(words.CHOSEN if row.is_chosen else words.LEFT_OUT if row.is_left_out else words.UNDECIDED)


def _columns() -> list[Column[TechniqueRow]]:
    return [
        Column[TechniqueRow](
            _(words.TECHNIQUE),
            lambda row: f"{row.technique.code}  {row.technique.name}",
            paint="strong",
            second=lambda row: row.technique.hold_text,
            tip=lambda row: row.technique.hold_text,
        ),
        Column[TechniqueRow](
            _(words.TIER),
            lambda row: _(words.TIERS[row.technique.tier.value]),
            width=92,
            icon=lambda row: TIER_ICONS[row.technique.tier],
        ),
        Column[TechniqueRow](
            _(words.FOR_RISK),
            lambda row: ", ".join(str(risk.number) for risk in row.risks) or "–",
            width=60,
            right=True,
        ),
        Column[TechniqueRow](_(words.STATE), _state, width=116, paint="lamp", lamp=_lamp),
    ]
