"""What is typed into: fields with their label and refusal, steppers, dates, a find line, a choice from a list."""

from collections.abc import Sequence
from datetime import date as Day

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day as shown_day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import parts as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.dates import read_date
from calm_instructor.ui.parts.labels import IconLabel, Label, LampLabel, restyle
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.theme import icons, tokens

_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class DateEdit(LineEdit):
    """A date as people type it; shown as 22 Nov 2026 once left."""

    def __init__(self, value: Day | None = None, *, name: str = "") -> None:
        super().__init__(shown_day(value) if value else "", name=name, hint=_(words.DATE_HINT))
        self.editingFinished.connect(self._write_out)

    def date(self) -> Day | None:
        """The date typed; None where it is empty or no date."""
        return read_date(self.text())

    def show_date(self, value: Day | None) -> None:
        """Show a date that is on record."""
        self.show_text(shown_day(value) if value else "")

    def _write_out(self) -> None:
        value = self.date()
        if value is not None:
            self.setText(shown_day(value))


class Choice(QComboBox):
    """One from a list that opens. ``chosen`` comes from a person only; the wheel never changes it by accident."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]] = (), *, name: str = "", small: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("small", small)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._values: list[object] = []
        self.offer(options)
        self.activated.connect(lambda number: self.chosen.emit(self._values[number]))

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these, with what was chosen still chosen where it is among them."""
        before = self.value()
        self._values = [value for value, _text in options]
        self.clear()
        self.addItems([text for _value, text in options])
        self.set_value(before)

    def value(self) -> object:
        """What is chosen; None while nothing is."""
        number = self.currentIndex()
        return self._values[number] if 0 <= number < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Show a choice, or none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QEvent) -> None:
        """A list that scrolls past must not change a record."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box of the style sheet with our arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - 24, (self.height() - 16) // 2, icons.pixmap("chevron-down", "text"))
        painter.end()


class Tick(QCheckBox):
    """A box to tick, drawn large enough to hit and to see."""

    def __init__(self, text: str = "", *, name: str = "", large: bool = False, wrap: bool = False) -> None:
        super().__init__(text)
        self.setAccessibleName(name or text)
        self.setProperty("large", large)
        self._side = 24 if large else 18
        self._wraps = wrap
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take, where they may take more than one."""
        if not self._wraps:
            return super().heightForWidth(width)
        room = QRect(0, 0, width - self._side - 8, 9999)
        return max(self._side + 2, self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Words that may take more lines than one never push a page wider."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._wraps else hint

    def sizeHint(self) -> QSize:
        """The same."""
        hint = super().sizeHint()
        return QSize(0, hint.height()) if self._wraps else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, top = self._side, (self.height() - self._side) // 2
        painter.setPen(tokens.colour("accent" if self.isChecked() else "line-strong"))
        painter.setBrush(tokens.colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(1, top, side - 1, side - 1, 3, 3)
        if self.isChecked():
            inside = side - 4
            painter.drawPixmap(3, top + 2, icons.pixmap("check", "on-accent", inside))
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.rect().adjusted(side + 8, 0, 0, 0)
        painter.setPen(tokens.colour("text" if self.isEnabled() else "text-3"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic) | (_WRAPPED if self._wraps else 0)
        self.style().drawItemText(painter, room, flags, self.palette(), self.isEnabled(), self.text())
        painter.end()

    def hitButton(self, _position: object) -> bool:
        """All of it can be pressed."""
        return True


class Field(QWidget):
    """A label above an editor, and a refusal below it."""

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._label = Label(label, "field")
        self._label.setBuddy(editor)
        self._refusal = Label("", "refusal", wrap=True)
        self._sign = IconLabel("octagon-x", "stop", 14)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(editor)
        if hint:
            column.addWidget(Label(hint, "small", wrap=True))
        self._notice = LampLabel(Lamp.WARN, "", wrap=True, role="small")
        self._notice.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._refusal, 1)
        column.addLayout(line)
        column.addWidget(self._notice)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.accept()

    def refuse(self, sentence: str) -> None:
        """Say beneath it why not; the text stays."""
        self._say(sentence)

    def accept(self) -> None:
        """All is well again."""
        self._say("")

    def notice(self, sentence: str) -> None:
        """Say beneath it what to look at; the text is taken all the same. Empty where there is nothing any more."""
        self._notice.show_lamp(Lamp.WARN, sentence)
        self._notice.setVisible(bool(sentence))
        if not self._refusal.text():
            self.editor.setAccessibleDescription(sentence)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self._sign.setVisible(bool(sentence))
        self.editor.setProperty("refused", bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        restyle(self.editor)


class Stepper(QWidget):
    """A number between two buttons; + and - and the arrow keys step it, digits type it. ``stepped`` comes from a person only.

    ``no_number``: what was typed in its place, which stays as it was.
    """

    stepped = Signal(int)
    no_number = Signal(str)

    def __init__(self, value: int, low: int, high: int, *, step: int = 5, name: str = "", small: bool = True) -> None:
        super().__init__()
        self.setObjectName("stepper")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._low, self._high, self._step, self._value = low, high, step, value
        self._less = button(
            "", lambda: self._by(-1), icon="minus", kind="secondary", small=small, name=f"{name}: {_(words.LESS)}"
        )
        self._more = button(
            "", lambda: self._by(1), icon="plus", kind="secondary", small=small, name=f"{name}: {_(words.MORE)}"
        )
        for each, place in ((self._less, "first"), (self._more, "last")):
            each.setFixedWidth(24 if small else 32)
            each.setProperty("place", place)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.setProperty("reached_otherwise", True)
            each.setAutoRepeat(True)
        self._edit = LineEdit(str(value), name=name, small=small)
        self._edit.setFixedWidth(40 if small else 52)
        self._edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._edit.left.connect(self._typed)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._less)
        line.addWidget(self._edit)
        line.addWidget(self._more)

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int, of: object = None) -> None:
        """Show a number; says nothing to anybody. ``of``: whose number it is, as ``LineEdit`` shows a text."""
        self._value = value
        self._edit.show_text(str(value), of)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down, plus and minus step."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Up: 1,
                Qt.Key.Key_Plus: 1,
                Qt.Key.Key_Equal: 1,
                Qt.Key.Key_Down: -1,
                Qt.Key.Key_Minus: -1,
            }
            by = steps.get(Qt.Key(event.key()))
            if by is not None and event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            }:
                self._by(by)
                return True
        return super().eventFilter(watched, event)

    def _by(self, steps: int) -> None:
        self._set(self._value + steps * self._step)

    def _typed(self, text: str) -> None:
        digits = text.strip()
        is_number = digits.isdecimal() and len(digits) < 6
        self._set(int(digits) if is_number else self._value)
        if not is_number:
            self.no_number.emit(digits)

    def _set(self, wanted: int) -> None:
        value = max(self._low, min(self._high, wanted))
        changed = value != self._value
        self._value = value
        self._edit.setText(str(value))
        self._edit._before = str(value)
        if changed:
            self.stepped.emit(value)


class SearchLine(LineEdit):
    """Finds while it is typed; Escape empties it."""

    def __init__(self, hint: str, name: str = "") -> None:
        super().__init__(name=name or hint, hint=hint)
        self.addAction(icons.icon("search", "text-2"), QLineEdit.ActionPosition.LeadingPosition)
        for sign in self.findChildren(QToolButton):
            sign.setAccessibleName(self.accessibleName())
            sign.setProperty("reached_otherwise", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first empties the line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
