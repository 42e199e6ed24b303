"""The find palette: over the page, grouped, moved in by arrows. Opens with Ctrl+K, leaves with Escape."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.operations.viewing.finding import Found, Group, everything, found
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.inputs import SearchLine
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.theme import fonts, icons, tokens

_HEADS = {
    Group.PEOPLE: (words.PEOPLE_GROUP, "user"),
    Group.COURSES: (words.COURSES_GROUP, "calendar-days"),
    Group.NEEDS: (words.NEEDS_GROUP, "clipboard-list"),
    Group.TECHNIQUES: (words.TECHNIQUES_GROUP, "layers"),
    Group.ACTIONS: (words.ACTIONS_GROUP, "arrow-right"),
}
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_WIDTH, _HEIGHT = 640, 460


class FindPalette(QDialog):
    """Reads once when it opens; every letter narrows what is shown."""

    def __init__(self, window: QWidget, around: Around) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_(words.FOUND))
        self.setObjectName("palette")
        self._around = around
        self._things = around.desk.read(everything)
        self.line = SearchLine(_(words.FIND))
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_(words.FOUND))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        column.addWidget(Label(_(words.FIND_FOOT), "small"))
        self.resize(_WIDTH, _HEIGHT)
        self.move(window.mapToGlobal(QPoint(100, 44)))
        self._narrow("")
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line keeps the focus; arrows move in the list and Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(1 if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                item = self.list.currentItem()
                if item is not None:
                    self._open(item)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count():
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) is not None:
                self.list.setCurrentRow(row)
                return
            row += by

    def _narrow(self, wanted: str) -> None:
        self.list.clear()
        group: Group | None = None
        shown = found(self._things, wanted)
        for each in shown:
            if each.group is not group:
                group = each.group
                self._add_head(_(_HEADS[group][0]))
            self._add(each)
        if not shown:
            self._add_head(_(words.NOTHING_FOUND).format(text=wanted))
        self._move(1)

    def _add_head(self, text: str) -> None:
        head = QListWidgetItem(text)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(fonts.font(12, strong=True))
        head.setForeground(QColor(tokens.colour("text-2")))
        self.list.addItem(head)

    def _add(self, each: Found) -> None:
        item = QListWidgetItem(icons.icon(_HEADS[each.group][1]), f"{each.title}   {each.detail}".rstrip())
        item.setData(Qt.ItemDataRole.UserRole, each)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.title}, {each.detail}" if each.detail else each.title)
        self.list.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        each = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(each, Found):
            self.accept()
            self._around.go(each.place)
