"""R10: words of a text that seem to name a person, underlined as it is typed and told beneath it. Typing is never held up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from calm_instructor.domain.anonymity import Known, find
from calm_instructor.messages.window.anonymity import looks_like
from calm_instructor.ui.parts.inputs import Field
from calm_instructor.ui.parts.texts import LineEdit, TextEdit
from calm_instructor.ui.theme import tokens

_A_MOMENT = 300
"""Milliseconds after the last key until a text is looked at."""
_LONGEST = 5_000
"""Letters of a paragraph that is marked while it is typed; a longer one is told of beneath."""

Knows = Callable[[], Known]
"""What names nobody, as it stands at the moment."""


class PersonSigns(QObject):
    """Watches the editor of a field. ``known``: what names nobody.

    What seems to name somebody is not kept by a pause in typing, only by leaving the field: what is kept can't be unsaid.
    """

    def __init__(self, field: Field, known: Knows) -> None:
        super().__init__(field)
        self._field = field
        self._known = known
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self.look)
        editor = field.editor
        if isinstance(editor, TextEdit):
            self._marks = _Underlines(editor, known)
        if isinstance(editor, (LineEdit, TextEdit)):
            editor.textChanged.connect(self._soon.start)
            editor.keep_while_typing(lambda text: not find(text, known()))

    def look(self) -> None:
        """Look at the text now, and say beneath it what was found."""
        editor = self._field.editor
        if isinstance(editor, (LineEdit, TextEdit)):
            is_open = not editor.isReadOnly()
            self._field.notice(looks_like(find(editor.text(), self._known())) if is_open else "")


class _Underlines(QSyntaxHighlighter):
    """A wave under each of the words, paragraph by paragraph."""

    def __init__(self, editor: TextEdit, known: Knows) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._known = known

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph that changes. Its places are counted in UTF-16, as Qt counts."""
        if len(text) > _LONGEST or self._editor.isReadOnly():
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(tokens.colour("warn"))
        for each in find(text, self._known()):
            before = len(text[: each.start].encode("utf-16-le")) // 2
            self.setFormat(before, len(each.words.encode("utf-16-le")) // 2, wave)
