"""Where the authoriser signs on screen: in the box with finger, pen or mouse, or by typing the name (R43)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as words
from calm_instructor.ui.course.signature_pad import SignaturePad
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.texts import LineEdit

_PAD = 76


class AuthoriserSigns(QWidget):
    """Strokes are shown and not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.pad = SignaturePad(_(words.PAD))
        self.pad.setMinimumHeight(_PAD)
        self.typed = LineEdit(name=_(words.OR_TYPE), hint=_(words.OR_TYPE))
        self.again = button(_(words.START_AGAIN), self.start_again, icon="eraser", kind="quiet", small=True)
        above = QHBoxLayout()
        above.addWidget(Label(_(words.SIGN_HERE), "field"))
        above.addStretch(1)
        above.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self.pad, 1)
        column.addWidget(self.typed)
        column.addWidget(Label(_(words.NOT_KEPT), "small", wrap=True))

    @property
    def is_signed(self) -> bool:
        """Whether there is a signature or a name."""
        return self.pad.is_signed or bool(self.typed.text().strip())

    def start_again(self) -> None:
        """Empty both."""
        self.typed.clear()
        self.pad.clear()

    def take_focus(self) -> None:
        """Where somebody without a mouse signs."""
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
