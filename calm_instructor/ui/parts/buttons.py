"""Buttons, and choices made of buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from calm_instructor.ui.parts.labels import restyle
from calm_instructor.ui.theme import icons

_GAP = 4
"""What the style leaves between icon and words is 4; look wants 8."""

_TOKENS = {"primary": "on-accent", "quiet": "accent"}


def button(
    text: str,
    on: Callable[[], object] | None = None,
    *,
    icon: str = "",
    kind: str = "secondary",
    name: str = "",
    small: bool = False,
    large: bool = False,
) -> QPushButton:
    """A button. ``kind``: "primary" (one a screen), "secondary", "quiet" or "icon"; ``name``: what a reader is told it does.

    Enter presses it as Space does.
    """
    made = _Button(text)
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setProperty("large", large)
    if icon:
        set_icon(made, icon)
    made.setAccessibleName(name or text.replace("&", ""))
    if kind == "icon":
        made.setToolTip(name)
    if on is not None:
        made.clicked.connect(lambda _checked=False: on())
    return made


def set_icon(which: QPushButton, icon: str) -> None:
    """Draw an icon on a button in the colours worn now."""
    which.setProperty("icon_name", icon)
    token = "text-2" if which.property("unavailable") else _TOKENS.get(str(which.property("kind")), "text")
    gap = _GAP if which.text() else 0
    which.setIcon(icons.icon(icon, token, 16, gap=gap))
    which.setIconSize(QSize(16 + gap, 16))


class _Button(QPushButton):
    """A button that Enter presses too, and that says why it can't be pressed rather than fall silent."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def setText(self, text: str) -> None:
        """Other words; the first or the last ones make or take the gap after the icon."""
        first_or_last = bool(text) != bool(self.text())
        super().setText(text)
        if first_or_last and self.property("icon_name"):
            set_icon(self, str(self.property("icon_name")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # what is next, wherever the keyboard is
            return
        if is_enter and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def set_unavailable(which: QAbstractButton, why: str = "") -> None:
    """Draw a button as not to be had now, for a reason; it keeps the focus and its reason. ``why=""``: it can be pressed again.

    Whoever made the button looks at ``property("unavailable")``, or lets the refusal say it.
    """
    which.setProperty("unavailable", bool(why))
    which.setToolTip(why)
    which.setAccessibleDescription(why)
    if isinstance(which, QPushButton) and which.property("icon_name"):
        set_icon(which, str(which.property("icon_name")))
    restyle(which)


class Segmented(QWidget):
    """One of a few, side by side, of widths that never move. Arrow keys move the choice; ``chosen`` comes from a person only."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        name: str,
        *,
        small: bool = False,
        tones: Sequence[str] = (),
        width: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _text in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, (_value, text) in enumerate(options):
            each = button(text, small=small, name=f"{name}: {text}")
            each.setCheckable(True)
            each.setProperty("place", _place(number, len(options)))
            if number < len(tones):
                each.setProperty("tone", tones[number])
            bold = each.fontMetrics().horizontalAdvance(text) * 1.12 + (20 if small else 30)
            each.setFixedWidth(max(width, round(bold)))
            self._group.addButton(each, number)
            line.addWidget(each)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def value(self) -> object:
        """What is chosen; None while nothing is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Show a choice, or none; says nothing to anybody."""
        self._group.setExclusive(False)
        for number, each in enumerate(self._values):
            self.button_of(number).setChecked(each == value and value is not None)
        self._group.setExclusive(True)
        if self.value() is not None:
            for each in self._group.buttons():  # Qt leads Tab to whichever had the keyboard last
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus)

    def set_text(self, value: object, text: str) -> None:
        """Other words for a choice, as with a count."""
        which = self.button_of(self._values.index(value))
        which.setText(text)
        which.setAccessibleName(f"{self.accessibleName()}: {text}")

    def button_of(self, number: int) -> QAbstractButton:
        """The button of the choice at a place, from 0."""
        return self._group.button(number)


def _place(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(number, "middle")
