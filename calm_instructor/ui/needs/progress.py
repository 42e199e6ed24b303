"""The questions of a TNA at the left, each with how it stands; any of them can be gone to at any time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.needs import Question
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label

WIDTH = 232


class QuestionButton(QPushButton):
    """One question: lamp, its number and word, and beneath it what is open."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        self.setObjectName("question")
        self.setCheckable(True)
        self.setFixedHeight(44)
        self._word = f"{number}  {word}"
        self._lamp = IconLabel("circle-dashed")
        self._title = Label(self._word, "body")
        self._state = Label("", "small")
        for each in (self._title, self._state):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 0, 10, 0)
        line.setSpacing(8)
        line.addWidget(self._lamp)
        line.addWidget(self._title, 1)
        line.addWidget(self._state)

    def show_question(self, question: Question) -> None:
        """Show how it stands."""
        self._lamp.show_icon(*LAMP_ICONS[question.lamp])
        self._state.setText(question.words if question.lamp is Lamp.TODO else "")
        self.setAccessibleName(f"{self._word}, {question.words}" if question.words else self._word)

    def set_current(self, current: bool) -> None:
        """Whether it is the question in hand."""
        self.setChecked(current)
        self._title.setProperty("role", "strong" if current else "body")
        self._title.set_tone("accent" if current else "")


class Progress(QFrame):
    """Up and down go from question to question. ``wanted`` carries the name of one."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_(words.PROGRESS))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QuestionButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for number, (name, word) in enumerate(words.QUESTIONS.items(), start=1):
            each = QuestionButton(number, _(word))
            each.clicked.connect(self._wants(name))
            self._group.addButton(each)
            self.buttons[name] = each
            column.addWidget(each)
        column.addStretch(1)
        self.foot = Label("", "small", wrap=True)
        self.foot.setContentsMargins(16, 0, 12, 4)
        column.addWidget(self.foot)

    def _wants(self, name: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name)

    def show_questions(self, questions: Sequence[Question], current: str) -> None:
        """Show how each stands, and which is in hand."""
        for question in questions:
            self.buttons[question.name].show_question(question)
        for name, each in self.buttons.items():
            each.set_current(name == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the focus among the questions."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        names = list(self.buttons)
        focused = next((n for n, name in enumerate(names) if self.buttons[name].hasFocus()), None)
        if by is None or focused is None:
            super().keyPressEvent(event)
            return
        self.buttons[names[max(0, min(len(names) - 1, focused + by))]].setFocus()
