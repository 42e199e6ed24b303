"""Something over the whole window: what lies behind is neither seen, nor read out, nor reached by any key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget
from shiboken6 import isValid


class Cover(QFrame):
    """Lies over ``behind``'s window from ``lay`` until ``lift``. Covers may lie on each other; the one on top is lifted first."""

    def __init__(self, behind: QWidget) -> None:
        self._window = behind.window()
        super().__init__(self._window)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._held: list[QShortcut | QAction] = []
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._is_laid = False
        behind.destroyed.connect(self.lift)
        self.hide()

    def lay(self) -> None:
        """Cover the window."""
        window = self._window
        self._is_laid = True
        self._focus = window.focusWidget()
        self._held = [each for each in window.findChildren(QShortcut) if each.isEnabled() and not self._is_own(each)]
        self._held += [
            each
            for each in window.findChildren(QAction)
            if each.isEnabled() and not each.shortcut().isEmpty() and not self._is_own(each)
        ]
        for each in self._held:
            each.setEnabled(False)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        beneath: list[QWidget] = list(window.findChildren(Cover, options=Qt.FindChildOption.FindDirectChildrenOnly))
        centre = window.centralWidget() if isinstance(window, QMainWindow) else None
        if centre is not None:
            beneath.append(centre)
        self._hidden = [each for each in beneath if each is not self and not each.isHidden()]
        for hidden in self._hidden:
            hidden.hide()
        window.installEventFilter(self)

    def _is_own(self, key: QShortcut | QAction) -> bool:
        held_by = key.parent()
        return held_by is self or (isinstance(held_by, QWidget) and self.isAncestorOf(held_by))

    def lift(self) -> None:
        """Uncover it again, with the keyboard where it was. Once; also where what lies behind is taken down."""
        if not (self._is_laid and isValid(self) and isValid(self._window)):
            return
        self._is_laid = False
        self._window.removeEventFilter(self)
        for each in self._held:
            if isValid(each):
                each.setEnabled(True)
        self._held = []
        for hidden in self._hidden:
            if isValid(hidden):
                hidden.show()
        self._hidden = []
        self.hide()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window, whatever that is."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes round in here and leads to nothing behind."""
        reached = [
            each
            for each in self.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        order: list[QWidget] = []
        step = self.nextInFocusChain()
        while step is not self and step is not None:
            if step in reached:
                order.append(step)
            step = step.nextInFocusChain()
        if not order:
            return False
        now = self._window.focusWidget()
        place = order.index(now) + (1 if forwards else -1) if now in order else 0
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        order[place % len(order)].setFocus(reason)
        return True
