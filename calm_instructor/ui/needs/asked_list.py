"""What is asked before a TNA can be authorised, each with the way to mend it; afterwards what it was authorised in spite of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.domain.course import Override
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.needs import Asked, TnaWalk
from calm_instructor.ui.needs.question import stays
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Row, scrolled
from calm_instructor.ui.parts.taking_away import take_away


class AskedList(QWidget):
    """``count``: how many lines there are. ``go`` leads to a question."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.count = 0
        self._go = go
        self._shown: tuple[object, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        holder = QWidget()
        holder.setObjectName("surface")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        area = scrolled(holder)
        area.viewport().setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_walk(self, walk: TnaWalk) -> None:
        """The lines of a draft, or of what was signed."""
        asked = tuple(each for each in walk.asked if each.code != "R3.not_confirmed")
        shown = (*asked, *walk.overrides, walk.is_draft)
        if shown == self._shown:
            return
        self._shown = shown
        take_away(self._lines)
        self.count = len(asked) if walk.is_draft else len(walk.overrides)
        if walk.overrides:
            head = Row(36)
            head.line.addWidget(Label(_(words.GONE_PAST), "strong"))
            self._lines.addWidget(head)
        for given in walk.overrides:
            self._lines.addWidget(_override_line(given))
        for each in asked:
            self._lines.addWidget(self._asked_line(each))
        if not self.count:
            row = Row(44)
            told = words.NOTHING_ASKED if walk.is_draft else words.FROZEN
            row.line.addWidget(LampLabel(Lamp.OK, _(told), wrap=True))
            self._lines.addWidget(row)

    def _asked_line(self, asked: Asked) -> Row:
        row = Row(44)
        to_do = Lamp.TODO if asked.is_to_do else Lamp.STOP
        lamp = to_do if asked.blocks else Lamp.WARN
        row.line.addWidget(LampLabel(lamp, asked.sentence, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        go = button(
            _(words.QUESTIONS[asked.question]),
            lambda: self._go(asked.question),
            kind="quiet",
            small=True,
            name=f"{_(words.GO_THERE)}: {asked.sentence}",
        )
        stays((go,))
        row.line.addWidget(go)
        return row


def _override_line(given: Override) -> Row:
    row = Row(52)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(given.sentence, "body", wrap=True))
    reason = _(words.GONE_PAST_BY).format(reason=given.reason, name=given.by, day=day(given.at.date()))
    column.addWidget(Label(reason, "quiet", wrap=True))
    row.line.addLayout(column, 1)
    return row
