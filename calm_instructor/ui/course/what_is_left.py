"""The column at the right: the one thing to do next, then everything else that is left, each leading to where it is mended."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label, Line
from calm_instructor.ui.parts.surfaces import scrolled
from calm_instructor.ui.parts.taking_away import take_away

if TYPE_CHECKING:
    from calm_instructor.operations.viewing.places import Left, Place

_WIDTH = 264
_WIDE = 344
_MOST = 40
"""Lines shown; what is beyond is counted."""


class _Tall(QPushButton):
    """A button with words laid out in it, as tall as they are."""

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the words take."""
        layout = self.layout()
        return max(40, layout.totalHeightForWidth(width)) if layout is not None else 40

    def sizeHint(self) -> QSize:
        """The column's width, and what it takes there."""
        width = self.width() if self.isVisible() else _WIDTH - 24
        return QSize(_WIDTH, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return QSize(120, self.heightForWidth(self.width() if self.isVisible() else _WIDTH - 24))


class LeftLine(_Tall):
    """One thing that is left; pressing it leads there."""

    def __init__(self, left: "Left", go: "Callable[[Place], None]") -> None:
        super().__init__()
        self.setObjectName("leftline")
        self.setAccessibleName(_(words.GO_THERE).format(title=left.title, detail=left.detail).replace(". .", "."))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(IconLabel(*LAMP_ICONS[left.lamp]), 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(_through(Label(left.title, wrap=True)))
        if left.detail:
            told.addWidget(_through(Label(left.detail, "small", wrap=True)))
        line.addLayout(told, 1)
        line.addWidget(IconLabel("chevron-right", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self.clicked.connect(lambda _checked=False: go(left.place))


def _through(label: Label) -> Label:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


class LeftList(QWidget):
    """The lines themselves, with the "Next" card above and what the rule means at the foot."""

    def __init__(self, go: "Callable[[Place], None]") -> None:
        super().__init__()
        self._go = go
        self._title = Label(_(words.WHAT_IS_LEFT), "section")
        self._count = Label("", "quiet")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 12, 16, 8)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._count)
        self._next = QVBoxLayout()
        self._next.setContentsMargins(12, 0, 12, 8)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        holder = QWidget()
        holder.setObjectName("surface")
        room = QVBoxLayout(holder)
        room.setContentsMargins(0, 0, 0, 0)
        room.addLayout(self._lines)
        room.addStretch(1)
        self._area = scrolled(holder)
        self._area.viewport().setObjectName("surface")
        self._foot = Label("", "small", wrap=True)
        foot = QFrame()
        foot_line = QVBoxLayout(foot)
        foot_line.setContentsMargins(16, 8, 16, 10)
        foot_line.addWidget(self._foot)
        self._foot_box = foot
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._next)
        column.addWidget(Line())
        column.addWidget(self._area, 1)
        self._foot_line = Line()
        column.addWidget(self._foot_line)
        column.addWidget(foot)

    def show_left(self, lines: "Sequence[Left]", next_one: "Left | None", foot: str) -> None:
        """Show what is left of a step, the next thing of the whole course, and the foot."""
        self._count.setText(str(len(lines)) if lines else "")
        take_away(self._next)
        if next_one is not None:
            self._next.addWidget(_NextCard(next_one, self._go))
        take_away(self._lines)
        for left in lines[:_MOST]:
            line = LeftLine(left, self._go)
            self._lines.addWidget(line)
        if len(lines) > _MOST:
            self._lines.addWidget(_padded(_(words.MORE_OF_THEM).format(count=len(lines) - _MOST)))
        if not lines:
            self._lines.addWidget(_padded(_(words.NOTHING_LEFT if next_one is not None else words.NOTHING_LEFT_AT_ALL)))
        self._foot.setText(foot)
        self._foot_box.setVisible(bool(foot))
        self._foot_line.setVisible(bool(foot))


def _padded(text: str) -> QWidget:
    holder = QWidget()
    line = QVBoxLayout(holder)
    line.setContentsMargins(16, 10, 16, 10)
    line.addWidget(Label(text, "quiet", wrap=True))
    return holder


class _NextCard(_Tall):
    """What to do next, in words; pressing it leads there."""

    def __init__(self, left: "Left", go: "Callable[[Place], None]") -> None:
        super().__init__()
        self.setObjectName("next")
        self.setAccessibleName(f"{_(words.NEXT)}: {left.title}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(1)
        column.addWidget(_through(Label(_(words.NEXT), "small")))
        column.addWidget(_through(Label(left.title, "strong", wrap=True)))
        if left.detail:
            column.addWidget(_through(Label(left.detail, "body", wrap=True)))
        self.clicked.connect(lambda _checked=False: go(left.place))


class SideColumn(QFrame):
    """What is left, and beside it as tabs what a step puts there."""

    def __init__(self, go: "Callable[[Place], None]") -> None:
        super().__init__()
        self.setObjectName("side")
        self.left = LeftList(go)
        self._tabs = QFrame()
        self._tabs.setObjectName("paneltabs")
        self._line = QHBoxLayout(self._tabs)
        self._line.setContentsMargins(8, 0, 8, 0)
        self._line.setSpacing(0)
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.left)
        self._underline = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._underline)
        column.addWidget(self._stack, 1)
        self.show_panels([])

    def show_panels(self, panels: "Sequence[tuple[str, QWidget]]") -> None:
        """Put these beside What is left; the first of them is seen."""
        take_away(self._line)
        for _word, panel in panels:
            if self._stack.indexOf(panel) < 0:
                self._stack.addWidget(panel)
        for word, panel in (*panels, (_(words.WHAT_IS_LEFT), self.left)):
            tab = button(word)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, panel=panel: self._stack.setCurrentWidget(panel))
            self._group.addButton(tab)
            self._line.addWidget(tab)
            tab.setChecked(panel is (panels[0][1] if panels else self.left))
        self._line.addStretch(1)
        self._stack.setCurrentWidget(panels[0][1] if panels else self.left)
        self._tabs.setVisible(bool(panels))
        self._underline.setVisible(bool(panels))
        self.setFixedWidth(_WIDE if panels else _WIDTH)

    def bring_forward(self, panel: QWidget) -> None:
        """Show one of the panels."""
        self._stack.setCurrentWidget(panel)
        for place in range(self._line.count()):
            item = self._line.itemAt(place)
            tab = item.widget() if item is not None else None
            if isinstance(tab, QPushButton):
                tab.setChecked(self._stack.currentIndex() == self._index_of(place))

    def _index_of(self, place: int) -> int:
        return place + 1 if place + 1 < self._stack.count() else 0
