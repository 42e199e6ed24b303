"""The organisation's numbers: each with its rule in plain words; kept at once, or refused in a sentence beneath it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.errors import Refused, WorldError
from calm_instructor.messages import sentence
from calm_instructor.messages.numbers import number_label, number_means, number_shown, number_unit
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.preparing import set_number
from calm_instructor.operations.viewing.settings import NumberLine, SettingsSeen
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.labels import IconLabel, Label, restyle
from calm_instructor.ui.parts.surfaces import Card, Row, Surface, scrolled
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.settings.section import WIDEST, Section

Value = int | bool | None
_EDITOR_WIDTH = 64
_RIGHT_WIDTH = 268


class NumberRow(Row):
    """One number. ``wish``: asked with its name and what was typed or chosen."""

    def __init__(self, seen: NumberLine, wish: Callable[[str, Value], None]) -> None:
        super().__init__(56)
        self.name, self._wish = seen.name, wish
        self._seen = seen
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(Label(number_label(seen.name), "strong"))
        told.addWidget(Label(number_means(seen.name), "small", wrap=True))
        told.addWidget(self._refused())
        told.addStretch(1)
        self.line.addLayout(told, 1)
        right = QHBoxLayout()
        right.setSpacing(8)
        self._unit, self._usual = Label("", "quiet"), Label("", "small")
        self.yes_no: Segmented | None = None
        self.figure: LineEdit | None = None
        if seen.low is None:
            options = [(True, _(words.YES)), (False, _(words.NO))]
            self.yes_no = Segmented(options, number_label(seen.name), small=True)
            self.yes_no.chosen.connect(lambda value: wish(seen.name, bool(value)))
            right.addWidget(self.yes_no)
        else:
            self.figure = LineEdit(name=number_label(seen.name), small=True)
            self.figure.setFixedWidth(_EDITOR_WIDTH)
            self.figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.figure.left.connect(self._typed)
            right.addWidget(self.figure)
        right.addWidget(self._unit)
        right.addStretch(1)
        right.addWidget(self._usual)
        holder = QWidget()
        holder.setFixedWidth(_RIGHT_WIDTH)
        right.setContentsMargins(0, 0, 8, 0)
        holder.setLayout(right)
        self.line.addWidget(holder)
        self.show_number(seen)

    def _refused(self) -> QFrame:
        self.refusal = QFrame()
        line = QHBoxLayout(self.refusal)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(4)
        self._refusal = Label("", "refusal", wrap=True)
        line.addWidget(IconLabel("octagon-x", "stop", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._refusal, 1)
        self.refusal.hide()
        return self.refusal

    def show_number(self, seen: NumberLine) -> None:
        """Show what is on record."""
        self._seen = seen
        value = seen.value
        if self.yes_no is not None:
            self.yes_no.set_value(value)
        elif self.figure is not None:
            self.figure.show_text("" if value is None else str(value))
            self._unit.setText(number_unit(seen.name, value if value is not None else 2))
        same = value == seen.default
        self._usual.setText("" if same else _(words.USUAL).format(value=number_shown(seen.name, seen.default)))
        self.refuse("")

    def refuse(self, told: str) -> None:
        """Say beneath it why not; what was typed stays. "" takes it back."""
        self._refusal.setText(told)
        self.refusal.setVisible(bool(told))
        if self.figure is not None:
            self.figure.setProperty("refused", bool(told))
            self.figure.setAccessibleDescription(told)
            restyle(self.figure)

    def _typed(self, text: str) -> None:
        digits = text.strip()
        if not digits and self._seen.may_be_none:
            self._wish(self.name, None)
        elif digits.isdecimal() and len(digits) < 6:
            self._wish(self.name, int(digits))
        elif not digits:
            self._wish(self.name, None)
        else:
            self.refuse(_(words.NO_FIGURE).format(text=digits))


class NumbersSection(Section):
    """Every number in the order of the rules."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.rows: dict[str, NumberRow] = {}
        self._card = Card(margins=0)
        self._card.setMaximumWidth(WIDEST)
        self._inside = Surface()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._card.body.addWidget(scrolled(self._inside))
        self.column.addWidget(Label(_(words.NUMBERS_INTRO), "quiet", wrap=True))
        self.column.addWidget(self._card, 1)

    def show_settings(self, seen: SettingsSeen) -> None:
        """Each number as it is."""
        for each in seen.numbers:
            if each.name not in self.rows:
                self.rows[each.name] = NumberRow(each, self._set)
                self._lines.addWidget(self.rows[each.name])
            else:
                self.rows[each.name].show_number(each)

    def take_focus(self) -> None:
        """The first that is typed."""
        first = next((each.figure for each in self.rows.values() if each.figure is not None), None)
        if first is not None:
            first.setFocus()

    def _set(self, name: str, value: Value) -> None:
        try:
            self.page.desk.do(set_number, name, value)
        except Refused as no:
            self.rows[name].refuse(sentence(no))
            self.page.around.say(sentence(no))
        except WorldError as no:
            self.page.in_trouble(no)
