"""Words of a text that don't belong there, underlined as it is typed and told beneath it. Typing is never held up.

R10: what seems to name a person; R15, R44: what says what somebody has.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from calm_instructor.domain import health_words
from calm_instructor.domain.anonymity import Known, find
from calm_instructor.messages.window.anonymity import looks_like
from calm_instructor.messages.window.health_words import says_what_they_have
from calm_instructor.ui.parts.inputs import Field
from calm_instructor.ui.parts.texts import LineEdit, TextEdit
from calm_instructor.ui.theme import tokens

_A_MOMENT = 300
"""Milliseconds after the last key until a text is looked at."""
_LONGEST = 5_000
"""Letters of a paragraph that is marked while it is typed; a longer one is told of beneath."""

Knows = Callable[[], Known]
"""What names nobody, as it stands at the moment."""


class Marked(Protocol):
    """Words of a text, and where they begin."""

    @property
    def start(self) -> int: ...
    @property
    def words(self) -> str: ...


Finds = Callable[[str], Sequence[Marked]]


class WordSigns(QObject):
    """Watches the editor of a field. ``finds``: what doesn't belong there, in order; ``says``: what is told of a text, "" for
    nothing."""

    def __init__(self, field: Field, finds: Finds, says: Callable[[str], str]) -> None:
        super().__init__(field)
        self._field = field
        self._says = says
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self.look)
        editor = field.editor
        if isinstance(editor, TextEdit):
            self._marks = _Underlines(editor, finds)
        if isinstance(editor, (LineEdit, TextEdit)):
            editor.textChanged.connect(self._soon.start)

    def look(self) -> None:
        """Look at the text now, and say beneath it what was found."""
        editor = self._field.editor
        if isinstance(editor, (LineEdit, TextEdit)):
            self._field.notice("" if editor.isReadOnly() else self._says(editor.text()))


class PersonSigns(WordSigns):
    """R10. ``known``: what names nobody.

    What seems to name somebody is not kept by a pause in typing, only by leaving the field: what is kept can't be unsaid.
    """

    def __init__(self, field: Field, known: Knows) -> None:
        super().__init__(field, lambda text: find(text, known()), lambda text: looks_like(find(text, known())))
        editor = field.editor
        if isinstance(editor, (LineEdit, TextEdit)):
            editor.keep_while_typing(lambda text: not find(text, known()))


class HealthSigns(WordSigns):
    """R15, R44: what somebody has is not asked and not written; what is done for them is."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, health_words.find, lambda text: says_what_they_have(health_words.find(text)))
        self.look()


class _Underlines(QSyntaxHighlighter):
    """A wave under each of the words, paragraph by paragraph."""

    def __init__(self, editor: TextEdit, finds: Finds) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._finds = finds

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph that changes. Its places are counted in UTF-16, as Qt counts."""
        if len(text) > _LONGEST or self._editor.isReadOnly():
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(tokens.colour("warn"))
        for each in self._finds(text):
            before = len(text[: each.start].encode("utf-16-le")) // 2
            self.setFormat(before, len(each.words.encode("utf-16-le")) // 2, wave)
