"""What is said beneath a set: each a line with its act, and the set beside the last one."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker as words
from calm_instructor.operations.viewing.picking import Against, SetLine
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Banner, scrolled
from calm_instructor.ui.parts.taking_away import take_away

_CODE = re.compile(r"(?<=[A-Z])-(?=[A-Z0-9])")
"""The hyphen of a code, at which no line is to break."""

_MOST, _LEAST = 0.42, 96
"""How much of a picker's height the lines may take before they scroll, and px that they may take always."""


class PickerLines(QWidget):
    """``act_wanted``: what a line offers to do, and what it is done to."""

    act_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[SetLine, ...], Against | None] | None = None
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._area = scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[SetLine], against: Against | None) -> None:
        """Show what is to be said now; a line that stays is left alone."""
        wanted = (tuple(lines), against)
        if wanted == self._shown:
            return
        self._shown = wanted
        take_away(self._lines)
        made = [self._made(line) for line in lines]
        if against is not None:
            made.append(_beside(against))
        for each in made:
            self._lines.addWidget(each)
            each.show()  # what waits to be shown counts for nothing when its height is asked
        self.setVisible(bool(lines) or against is not None)
        self.fit()

    def _made(self, line: SetLine) -> QWidget:
        made = self._shown_as(line, _CODE.sub("\u2011", line.sentence))
        made.setAccessibleName(line.sentence)
        return made

    def _shown_as(self, line: SetLine, sentence: str) -> QWidget:
        act = line.act
        if act is None and line.tone in {"ok", "info"}:
            return LampLabel(Lamp.OK if line.tone == "ok" else Lamp.INFO, sentence, wrap=True)
        if act is None:
            return Banner(line.tone, sentence)
        pressed = button(line.button, lambda: self.act_wanted.emit(act, line.of), small=True)
        made = Banner(line.tone, sentence, button=pressed)
        made.line.setContentsMargins(12, 3, 8, 3)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """As tall as the lines, up to a part of the picker."""
        outer = self.parentWidget()
        inner = self._area.widget()
        if outer is None or inner is None:
            return
        most = max(_LEAST, int(outer.height() * _MOST))
        needed = _height(inner, max(120, self.width()))
        if needed > most:
            needed = _height(inner, max(120, self.width() - self._area.verticalScrollBar().sizeHint().width()))
        inner.setFixedHeight(needed)  # by itself it would be as tall as at its narrowest
        self.setFixedHeight(min(needed, most))


def _height(inner: QWidget, wide: int) -> int:
    layout = inner.layout()
    needed = layout.heightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0
    return needed or inner.sizeHint().height()


def _beside(against: Against) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(1)
    grid.addWidget(Label(_(words.BESIDE).format(ref=against.ref), "strong"), 0, 0, 1, 2)
    for row, (head, told) in enumerate(against.lines, start=1):
        grid.addWidget(Label(head, "small"), row, 0)
        grid.addWidget(Label(told, "small", elide=True), row, 1)
        made.setToolTip("\n".join(f"{first}: {second}" for first, second in against.lines))
    grid.setColumnStretch(1, 1)
    return made
