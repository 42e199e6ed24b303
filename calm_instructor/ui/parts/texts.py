"""Text that is typed: one line or several. It says when it is left, or when nothing was typed for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

A_PAUSE = 2_000
"""Milliseconds without a key after which a text that keeps while it is typed is kept."""


class LineEdit(QLineEdit):
    """One line of text. ``left`` comes when it is left or Enter is pressed and the text is another than before."""

    left = Signal(str)
    _before = ""  # Qt sends events while it is being made

    def __init__(self, text: str = "", *, name: str = "", hint: str = "", small: bool = False) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setProperty("small", small)
        self._before = text
        self._of: object = None
        self.editingFinished.connect(self._leave)

    def show_text(self, text: str, of: object = None) -> None:
        """Show what is on record, unless somebody is just typing here. ``of``: whose text it is; another's is always shown."""
        is_another, self._of = of != self._of, of
        if is_another or not (self.hasFocus() and self.text() != self._before):
            if self.hasFocus() and not is_another and self.text().split() == text.split():
                return  # the space before the next word, an empty line: never under the hand that types
            self._before = text
            if self.text() != text:
                self.setText(text)
                self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back typing; where nothing was typed since, it is the window's Undo."""
        return False if _is_the_window_s(event, self.text() != self._before) else super().event(event)

    def keep_while_typing(self, may: Callable[[str], bool]) -> None:
        """Let a pause in typing be as good as leaving it, if what stands in it then ``may`` be kept yet."""
        self._pause = _Pause(self, self._leave, may)

    def _leave(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self.left.emit(self.text())


def _is_the_window_s(event: QEvent, has_typed: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or has_typed or not isinstance(event, QKeyEvent):
        return False
    if not event.matches(QKeySequence.StandardKey.Undo):
        return False
    event.ignore()
    return True


class _Pause(QTimer):
    """Says that nothing was typed for a while."""

    def __init__(self, editor: "LineEdit | TextEdit", keep: Callable[[], object], may: Callable[[str], bool]) -> None:
        super().__init__(editor)
        self.setSingleShot(True)
        self.setInterval(A_PAUSE)
        self.timeout.connect(lambda: keep() if may(editor.text()) else None)
        editor.textChanged.connect(self.start)


class TextEdit(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next control. ``left`` comes when it is left with another text."""

    left = Signal(str)
    _before = ""  # Qt sends events while it is being made

    def __init__(self, text: str = "", *, name: str = "", hint: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self._before = text
        self._of: object = None

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back typing; where nothing was typed since, it is the window's Undo."""
        return False if _is_the_window_s(event, self.toPlainText() != self._before) else super().event(event)

    def show_text(self, text: str, of: object = None) -> None:
        """Show what is on record, unless somebody is just typing here. ``of``: whose text it is; another's is always shown."""
        is_another, self._of = of != self._of, of
        if is_another or not (self.hasFocus() and self.toPlainText() != self._before):
            if self.hasFocus() and not is_another and self.toPlainText().split() == text.split():
                return  # the space before the next word, an empty line: never under the hand that types
            self._before = text
            if self.toPlainText() != text:
                self.setPlainText(text)

    def keep_while_typing(self, may: Callable[[str], bool]) -> None:
        """Let a pause in typing be as good as leaving it, if what stands in it then ``may`` be kept yet."""
        self._pause = _Pause(self, self._leave, may)

    def focusOutEvent(self, event: QEvent) -> None:
        """Leaving it is saying it."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._leave()

    def _leave(self) -> None:
        if self.toPlainText() != self._before:
            self._before = self.toPlainText()
            self.left.emit(self._before)
