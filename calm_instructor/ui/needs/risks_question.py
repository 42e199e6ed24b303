"""Risks: every hold that was counted stands as a risk, or says why not; what has ended is proposed, and a person decides (R6, R38)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.needs import Severity
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as own
from calm_instructor.messages.window import authorising as carrying
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import hold_names, leave_hold, list_risk
from calm_instructor.operations.counting import list_risks
from calm_instructor.operations.describing import describe_risk, keep_risk, take_off_risk
from calm_instructor.operations.proposing import proposed_severity
from calm_instructor.operations.viewing.audit import HoldRow
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.needs.ended_banner import ask_to_end, ask_to_keep
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.dialogs import FormDialog
from calm_instructor.ui.parts.inputs import Choice, Field
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card, Empty, Surface, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.texts import TextEdit


class RisksQuestion(Question):
    """The holds at the left; the one in hand at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = TableView[HoldRow](_columns(), name=_(words.RISKS), row_height=44)
        self.table.moved.connect(lambda _row: self._show_hold())
        self.table.moved.connect(lambda _row: self.in_hand_changed.emit())
        self.table.opened.connect(lambda _row: self._work_on())
        self._none = Empty(
            "file-spreadsheet",
            _(words.NO_HOLDS),
            _(words.NO_HOLDS_HINT),
            button(_(words.COUNT_FIRST), self._to_counts, icon="arrow-left"),
        )
        self.standing = Segmented([(True, _(words.CARRY)), (False, _(words.NOT_CARRIED))], _(words.STANDING), width=110)
        self.standing.chosen.connect(self._stand)
        self.situation = TextEdit(name=_(words.SITUATION), lines=2)
        self.situation.left.connect(lambda text: self._describe(situation=text.strip()))
        self.severity = Segmented([(each, label(each)) for each in Severity], _(words.SEVERITY), width=86)
        self.severity.chosen.connect(lambda severity: self._describe(severity=severity))
        self.controls = TextEdit(name=_(words.CONTROLS), lines=2)
        self.controls.left.connect(lambda text: self._describe(controls=text.strip()))
        self.reason = TextEdit(name=_(words.WHY_NO_RISK), lines=3)
        self.reason.left.connect(self._say_why_not)
        self.end = button(_(words.END_RISK), self._end)
        self.again = button(_(words.KEEP_RISK), self._keep_risk)
        self.keep_current = button(_(own.KEEP), self._keep_current)
        self.ended = Banner("info", "")
        self._of_risk = [
            self.watched(Field(_(words.SITUATION), self.situation)),
            Field(_(words.SEVERITY), self.severity),
            self.watched(Field(_(words.CONTROLS), self.controls)),
        ]
        self._of_no_risk = self.watched(Field(_(words.WHY_NO_RISK), self.reason))
        self.card = Card(" ", margins=0)
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        for each in (self.standing, self.ended, *self._of_risk, self._of_no_risk):
            column.addWidget(each)
        column.addStretch(1)
        self._foot = Surface()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addStretch(1)
        for which in (self.again, self.keep_current, self.end):
            foot.addWidget(which)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        self.card.body.addWidget(area, 1)
        self.card.body.addWidget(self._foot)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 7)
        across.addWidget(self.card, 5)
        self.carry_all = button(_(words.CARRY_ALL), self._carry_all, icon="list-checks")
        self.add = Choice(name=_(words.ADD_HOLD))
        self.add.setPlaceholderText(_(words.ADD_HOLD))
        self.add.setMinimumWidth(320)
        self.add.chosen.connect(self._add)
        self._beneath = QWidget()
        beneath = QHBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.carry_all)
        beneath.addWidget(self.add)
        beneath.addStretch(1)
        self.column.addWidget(self._none)
        self.column.addLayout(across, 1)
        self.column.addWidget(self._beneath)
        self.column.addStretch(0)

    def first_control(self) -> QWidget | None:
        """The list."""
        return self.table if self.table.rows.rows else None

    def carried_in_hand(self) -> str:
        """R8: key of the hold in hand."""
        row = self.table.current()
        return row.key if row is not None else ""

    def hand_on(self, keys: Sequence[str]) -> None:
        """R8: the next hold that came over and was not looked at again."""
        if not any(row.key == self.carried_in_hand() and row.came_over for row in self.table.rows.rows):
            self.table.take_in_hand(lambda row: row.came_over and row.key in keys)

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """The holds; the one in hand stays in hand."""
        self.table.show_rows(walk.holds, same=lambda row: row.key)
        self.table.setVisible(bool(walk.holds))
        self.card.setVisible(bool(walk.holds))
        self._none.setVisible(not walk.holds)
        self._beneath.setVisible(walk.is_draft)
        self.carry_all.setVisible(any(row.risk is None and not row.not_carried for row in walk.holds))
        self.add.offer(walk.other_holds)
        self.add.set_value(None)
        self._show_hold()

    def _work_on(self) -> None:
        carried = self.standing.value()
        (self.situation if carried else self.standing.button_of(0)).setFocus()

    def _show_hold(self) -> None:
        row = self.table.current()
        if row is None or self.walk is None:
            return
        risk, is_draft = row.risk, self.walk.is_draft
        self.card.set_title(row.name)
        self.standing.set_value(True if risk else False if row.not_carried else None)
        for each in self._of_risk:
            each.setVisible(risk is not None)
        self._of_no_risk.setVisible(bool(row.not_carried))
        self.reason.show_text(row.not_carried, row.hold)
        self.ended.setVisible(risk is not None and bool(row.proposed_ended or row.kept_because or not risk.current))
        self.end.setVisible(is_draft and risk is not None and risk.current)
        self.again.setVisible(is_draft and risk is not None and not risk.current)
        self.keep_current.setVisible(is_draft and row.proposed_ended)
        self._foot.setVisible(is_draft and risk is not None)
        if risk is None:
            return
        self.situation.show_text(risk.situation, risk.id)
        self.severity.set_value(risk.severity)
        self.controls.show_text(risk.controls, risk.id)
        if not risk.current:
            told = _(words.ENDED_BECAUSE).format(
                day=day(risk.ended_on) if risk.ended_on else "–", reason=risk.ended_reason
            )
            self.ended.tell("info", told)
        elif row.proposed_ended:
            told = _(words.PROPOSE_END).format(number=risk.number, months=self.walk.numbers.ended_after_months)
            rests = own.rests_only_on(row.rests_on_it, risk.number) if row.rests_on_it else ""
            self.ended.tell("info", f"{told} {rests}".strip())
        elif row.kept_because:
            self.ended.tell("info", _(own.KEPT_BECAUSE).format(reason=row.kept_because))

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────

    def _describe(self, **said: object) -> None:
        row = self.table.current()
        if row is not None and row.risk is not None and any(getattr(row.risk, name) != said[name] for name in said):
            self.page.granted(describe_risk, row.risk.id, said)

    def _stand(self, is_risk: object) -> None:
        row = self.table.current()
        if row is None:
            return
        if is_risk and row.risk is None:
            self._carry(row.hold, row.name)
        elif not is_risk and (row.risk is not None or not row.not_carried):
            self._show_hold()
            self._ask_why_not(row)

    def _carry(self, hold: str, name: str) -> None:
        if self.walk is not None:
            self.page.granted(list_risk, self.walk.tna.id, hold, name, severity=proposed_severity(hold))

    def _carry_all(self) -> None:
        if self.walk is not None:
            open_ones = [row.hold for row in self.walk.holds if row.risk is None and not row.not_carried]
            self.page.granted(list_risks, self.walk.tna.id, {hold: proposed_severity(hold) for hold in open_ones})
            self.table.setFocus()

    def _add(self, hold: object) -> None:
        self._carry(str(hold), hold_names().get(str(hold), str(hold)))
        self.table.take_in_hand(lambda row: row.hold == hold)
        self.situation.setFocus()

    def _ask_why_not(self, row: HoldRow) -> None:
        FormDialog(
            self,
            _(words.TAKE_OFF_TITLE).format(hold=row.name),
            [("reason", _(words.WHY_NO_RISK), TextEdit(lines=3))],
            lambda texts: self._leave_hold(row, texts["reason"].strip()),
            intro=_(words.TAKE_OFF_INTRO),
            verb=_(words.NO_RISK_VERB),
            may_be_empty=() if row.total else ("reason",),
        ).ask()

    def _leave_hold(self, row: HoldRow, reason: str) -> None:
        if self.walk is None:
            return
        if row.risk is not None:
            self.page.granted(take_off_risk, row.risk.id, reason)
        else:
            self.page.granted(leave_hold, self.walk.tna.id, row.hold, reason)

    def _say_why_not(self, reason: str) -> None:
        row = self.table.current()
        if row is not None and row.not_carried and reason.strip() != row.not_carried and self.walk is not None:
            self.page.granted(leave_hold, self.walk.tna.id, row.hold, reason.strip())

    def _end(self) -> None:
        row = self.table.current()
        if row is None or row.risk is None or self.walk is None:
            return
        numbers = self.walk.numbers if row.proposed_ended else None
        ask_to_end(self.page, self, row.risk, numbers, self.table.setFocus)

    def _keep_current(self) -> None:
        row = self.table.current()
        if row is not None and row.risk is not None:
            ask_to_keep(self.page, self, row.risk, self.table.setFocus)

    def _keep_risk(self) -> None:
        row = self.table.current()
        if row is not None and row.risk is not None:
            self.page.granted(keep_risk, row.risk.id)

    def _to_counts(self) -> None:
        if self.walk is not None:
            self.around.go(Place(page="tna", record=self.walk.tna.id, step="audit"))


def _lamp(row: HoldRow) -> Lamp:
    if row.came_over and not row.proposed_ended:
        return Lamp.TODO
    if row.risk is not None:
        return Lamp.INFO if row.proposed_ended or not row.risk.current else Lamp.OK
    return Lamp.OK if row.not_carried else Lamp.TODO


def _standing(row: HoldRow) -> str:
    if row.came_over and not row.proposed_ended:
        return _(carrying.CARRIED_RISK if row.risk else carrying.CARRIED_HOLD)
    if row.risk is None:
        return _(words.IS_NOT_CARRIED if row.not_carried else words.IS_OPEN)
    if not row.risk.current:
        return _(words.IS_ENDED).format(day=day(row.risk.ended_on) if row.risk.ended_on else "–")
    return _(words.PROPOSED_ENDED if row.proposed_ended else words.IS_CURRENT)


def _counted(row: HoldRow) -> str:
    last = f" · {_(words.LAST_ON).format(day=day(row.last_seen))}" if row.last_seen else ""
    return f"{words.times(row.total)}{last}"


def _columns() -> list[Column[HoldRow]]:
    return [
        Column[HoldRow](_(words.NUMBER), lambda row: str(row.risk.number) if row.risk else "", width=44, right=True),
        Column[HoldRow](_(words.HOLD), lambda row: row.name, paint="strong", tip=lambda row: row.name, second=_counted),
        Column[HoldRow](_(words.STANDING), _standing, width=160, paint="lamp", lamp=_lamp),
    ]
