"""A drawer at the right of a page: one form at a time, over what stands there, until it is done or left with Escape.

It covers the head as well, so that the one primary button in sight is its own.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.surfaces import Banner

WIDTH = 480


class Panel(QWidget):
    """What stands in a drawer. ``finished``: it may close; ``retitled``: its title, detail or buttons are others now.

    ``is_left``: it was closed; what a job brings it afterwards is too late.
    """

    finished = Signal()
    retitled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_left = False
        self.setObjectName("surface")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(10)

    def title(self) -> str:
        """What it is about."""
        return ""

    def detail(self) -> str:
        """One line beneath the title."""
        return ""

    def foot(self) -> list[QPushButton]:
        """Its buttons: what is safe first, the verb last. Made once."""
        return []

    def first(self) -> QWidget:
        """What gets the focus."""
        return self


class Drawer(QFrame):
    """Lies over the right side of the page that ``owner`` stands in. ``closed`` comes when it is shut."""

    opened = Signal()
    closed = Signal()

    def __init__(self, owner: Page, width: int = WIDTH) -> None:
        super().__init__(owner)
        self.setObjectName("side")
        self._owner = owner
        self._width = width
        self._host: QWidget | None = None
        self._panel: Panel | None = None
        self._title = Label("", "section", wrap=True)
        self._detail = Label("", "quiet", wrap=True)
        self._shut = button("", self.shut, icon="x", kind="icon", name=_(words.LEAVE))
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self._title)
        told.addWidget(self._detail)
        head.addLayout(told, 1)
        head.addWidget(self._shut, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(16, 10, 16, 10)
        self._foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        self.refusal = Banner("stop")
        self._no = QWidget()
        room = QVBoxLayout(self._no)
        room.setContentsMargins(16, 8, 16, 0)
        room.addWidget(self.refusal)
        self._no.hide()
        column.addWidget(self._no)
        column.addLayout(self._middle, 1)
        self._foot_line = Line()
        column.addWidget(self._foot_line)
        column.addLayout(self._foot)
        self.hide()
        owner.installEventFilter(self)

    @property
    def panel(self) -> Panel | None:
        """What stands in it; None while it is shut."""
        return self._panel

    def open_with(self, panel: Panel) -> None:
        """Show a panel, in the place of any other."""
        self._drop()
        self._no.hide()
        self._panel = panel
        self.setProperty("in_hand", True)
        panel.finished.connect(self.shut)
        panel.retitled.connect(self._tell)
        self._middle.addWidget(panel)
        self._tell()
        self._stand()
        self.show()
        self.raise_()
        self.opened.emit()
        panel.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Close it; nothing that was typed is kept."""
        if self._panel is None:
            return
        self._drop()
        self.hide()
        self._leave_host()
        self.closed.emit()

    def say_no(self, told: str) -> None:
        """Why what it would do is refused, within sight of whoever writes here."""
        self.refusal.tell("stop", told)
        self.refusal.show()
        self._no.show()

    def forget_no(self) -> None:
        """What was refused before is past."""
        self._no.hide()

    def press_verb(self) -> None:
        """What its last button does; what is still typed counts as left."""
        verb = next(reversed(self._panel.foot()), None) if self._panel is not None else None
        if verb is not None and verb.isVisible():
            verb.setFocus(Qt.FocusReason.ShortcutFocusReason)
            verb.click()

    def take_down(self) -> None:
        """Its owner goes, and nobody is told."""
        self.blockSignals(True)
        self.shut()
        self._owner.removeEventFilter(self)
        self.deleteLater()

    def _drop(self) -> None:
        if self._panel is None:
            return
        panel, self._panel = self._panel, None
        self.setProperty("in_hand", False)
        panel.is_left = True
        while (item := self._foot.takeAt(0)) is not None:
            each = item.widget()
            if each is not None:
                each.hide()
                each.setParent(panel)
        self._middle.removeWidget(panel)
        panel.hide()
        panel.deleteLater()

    def _tell(self) -> None:
        panel = self._panel
        if panel is None:
            return
        self._title.setText(panel.title())
        self._detail.setText(panel.detail())
        self._detail.setVisible(bool(panel.detail()))
        self.setAccessibleName(panel.title())
        buttons = panel.foot()
        if self._foot.count() == 0:
            for number, each in enumerate(buttons):
                if number == len(buttons) - 1 and number:
                    self._foot.addStretch(1)
                self._foot.addWidget(each)
        self._foot_line.setVisible(bool(buttons))

    # ── where it lies ───────────────────────────────────────────────────────────────────────────────────────────────

    def _stand(self) -> None:
        host = _outermost_page(self._owner)
        if host is not self._host:
            self._leave_host()
            self._host = host
            self.setParent(host)
            if host is not self._owner:
                host.installEventFilter(self)
        width = min(self._width, host.width())
        self.setGeometry(host.width() - width, 0, width, host.height())

    def _leave_host(self) -> None:
        if self._host is not None and self._host is not self._owner:
            self._host.removeEventFilter(self)
        self._host = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It moves with its page, and goes and comes with it."""
        if self._panel is not None:
            if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
                self._stand()
            elif watched is self._owner and event.type() == QEvent.Type.Hide:
                self.hide()
            elif watched is self._owner and event.type() == QEvent.Type.Show:
                self._stand()
                self.show()
                self.raise_()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)


def _outermost_page(owner: Page) -> QWidget:
    """A step stands in a page; the drawer may cover what that page puts beside it."""
    found: QWidget = owner
    above: QWidget | None = owner
    while (above := above.parentWidget() if above else None) is not None:
        if isinstance(above, Page):
            found = above
    return found
