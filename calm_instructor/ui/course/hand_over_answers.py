"""How a trainee answers: signs beneath sentences that are ticked one by one, or says in words what is not right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import hand_over as words
from calm_instructor.ui.course.hand_over_parts import Statement
from calm_instructor.ui.course.signature_pad import SignaturePad
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Field, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


class SignHere(QWidget):
    """Boxes start empty. The box below takes strokes; a name that is typed does as well. ``changed`` after each of them."""

    changed = Signal()

    def __init__(self, statements: Sequence[str]) -> None:
        super().__init__()
        self.statements = [Statement(each) for each in statements]
        self.pad = SignaturePad(_(words.PAD))
        self.typed = LineEdit(name=_(words.OR_TYPE), hint=_(words.OR_TYPE))
        self.typed.setProperty("large", True)
        self.copy = Tick(_(words.COPY), large=True)
        self.again = button(_(words.START_AGAIN), self._again, icon="eraser", kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(_(words.BY_SIGNING), "largestrong"))
        for each in self.statements:
            each.ticked.connect(self.changed)
            column.addWidget(each)
        above = QHBoxLayout()
        above.addWidget(Label(_(words.SIGN_HERE), "traineestrong"))
        above.addStretch(1)
        above.addWidget(self.again)
        column.addSpacing(4)
        column.addLayout(above)
        column.addWidget(self.pad, 1)
        column.addSpacing(4)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.typed, 1)
        self.copy.ensurePolished()
        self.copy.setMinimumWidth(self.copy.fontMetrics().horizontalAdvance(_(words.COPY)) + 40)
        below.addWidget(self.copy)
        column.addLayout(below)
        column.addWidget(Label(_(words.NOT_KEPT), "small", wrap=True))
        self.pad.drawn.connect(self.changed)
        self.typed.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def all_ticked(self) -> bool:
        """Whether each sentence was said."""
        return all(each.is_ticked for each in self.statements)

    @property
    def is_signed(self) -> bool:
        """Whether there is a signature or a name."""
        return self.pad.is_signed or bool(self.typed.text().strip())

    @property
    def wants_copy(self) -> bool:
        """Whether a copy was asked for."""
        return self.copy.isChecked()

    def _again(self) -> None:
        self.typed.clear()
        self.pad.clear()

    def take_focus(self) -> None:
        """The first box."""
        self.statements[0].box.setFocus(Qt.FocusReason.OtherFocusReason)


class AnswerInWords(QWidget):
    """What it means, and where something must be said a line or more to say it in. ``empty``: said where it isn't."""

    def __init__(self, title: str, detail: str, empty: str = "", *, label: str = "", lines: int = 1) -> None:
        super().__init__()
        self._empty = empty
        self.editor: LineEdit | TextEdit = (
            TextEdit(name=title, lines=lines) if lines > 1 else LineEdit(name=label or title)
        )
        self.editor.setProperty("large", True)
        self.field = Field(label or title, self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(title, "largestrong", wrap=True))
        column.addWidget(Label(detail, "trainee", wrap=True))
        column.addWidget(self.field)
        self.field.setVisible(bool(empty))
        column.addStretch(1)

    def text(self) -> str:
        """What was said."""
        return self.editor.text().strip()

    def is_given(self) -> bool:
        """Whether what must be said was said; else it is asked for."""
        missing = bool(self._empty) and not self.text()
        if missing:
            self.field.refuse(self._empty)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.accept()
        return not missing

    def take_focus(self, otherwise: QWidget) -> None:
        """Where to write; else the button."""
        (self.editor if self._empty else otherwise).setFocus(Qt.FocusReason.OtherFocusReason)
