"""Buttons at the right of a head: where there is no room for all, those of second rank fold into "More"."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.parts.buttons import button

_GAP = 8
_HIDDEN_ON_PURPOSE = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class HeadButtons(QWidget):
    """Secondary ones first, the primary last; the last never folds."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []
        self._folding = False
        self._more = button(_(words.MORE), self._open, icon="ellipsis")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addStretch(1)
        self._line.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Show these in the place of those before, which stay with whoever made them."""
        self._folding = True
        for before in self._buttons:
            self._line.removeWidget(before)
            before.hide()
        self._buttons = list(buttons)
        self._folding = True
        for each in self._buttons:
            if each.property("not_now") is None:
                each.setProperty("not_now", each.isHidden() and each.testAttribute(_HIDDEN_ON_PURPOSE))
                each.installEventFilter(self)
            self._line.addWidget(each)
            each.ensurePolished()  # its size is the style's
        self._folding = False
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever made a button may hide and show it; what is folded here stays whose it is."""
        kind = event.type()
        if kind in {QEvent.Type.HideToParent, QEvent.Type.ShowToParent} and not self._folding:
            watched.setProperty("not_now", kind == QEvent.Type.HideToParent)
            if watched in self._buttons:
                self._fold()
            elif isinstance(watched, QPushButton):
                self._folding = True
                watched.hide()
                self._folding = False
        return False

    def _fold(self) -> None:
        if self._folding:
            return
        self._folding = True
        width = -1
        while width != self.width():  # showing and hiding may move the room itself
            width = self.width()
            self._fold_now()
            self.updateGeometry()
        self._folding = False

    def _fold_now(self) -> None:
        shown = [each for each in self._buttons if not each.property("not_now")]
        widths = [each.sizeHint().width() for each in shown]
        room = self.width()
        folded = 0
        if sum(widths) + _GAP * max(0, len(widths) - 1) > room:
            room -= self._more.sizeHint().width() + _GAP
            while folded < len(shown) - 1 and sum(widths[folded:]) + _GAP * (len(widths) - folded - 1) > room:
                folded += 1
        for number, each in enumerate(shown):
            each.setVisible(number >= folded)
        self._more.setVisible(folded > 0)

    def _open(self) -> None:
        menu = QMenu(self)
        for each in self._buttons:
            if each.isHidden() and not each.property("not_now"):
                menu.addAction(each.icon(), each.text(), each.click)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def minimumSizeHint(self) -> QSize:
        """At least the last one and More."""
        last = self._buttons[-1].sizeHint().width() if self._buttons else 0
        return QSize(last + self._more.sizeHint().width() + _GAP, 32)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        widths = [each.sizeHint().width() for each in self._buttons if not each.property("not_now")]
        return QSize(sum(widths) + _GAP * max(0, len(widths) - 1), 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew, when the layout that made the room is done."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fold)
