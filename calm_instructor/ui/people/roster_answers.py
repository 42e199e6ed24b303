"""What a person may say of a list: where its columns stand, how its letters are stored, how its dates are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.handing_in import (
    ENCODINGS,
    ColumnOfList,
    Handed,
    Wanted,
    columns_offered,
    looks_headed,
)
from calm_instructor.operations.rostering import RosterPreview
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import Choice, Field, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import scrolled

_WHERE = {
    "full_name": words.NAMES_IN,
    "surname": words.SURNAME_IN,
    "forename": words.FORENAME_IN,
    "staff_no": words.NUMBER_IN,
    "job_role": words.ROLE_IN,
    "core_theory": words.CORE_THEORY_IN,
}
_ACROSS = 2


class RosterAnswers(QWidget):
    """Calls ``answered`` with the list and the new answer, to be read again."""

    def __init__(self, answered: Callable[[Handed], object]) -> None:
        super().__init__()
        self._answered = answered
        self._handed: Handed | None = None
        self._columns: Sequence[ColumnOfList] = ()
        self._which = Segmented([("columns", _(words.COLUMNS)), ("assumed", _(words.WHAT_WAS_ASSUMED))], "", small=True)
        self._which.setAccessibleName(_(words.WHAT_WAS_READ))
        self._which.chosen.connect(self._show_which)
        self._choices: dict[str, Choice] = {}
        self._fields: dict[str, Field] = {}
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for place in range(_ACROSS):
            self._grid.setColumnStretch(place, 1)
        for field, label in _WHERE.items():
            self._add(field, _(label), partial(self._mapped, field))
        self._add("encoding", _(words.ENCODING), self._said_encoding)
        self._add("dates", _(words.DATE_ORDER), self._said_order)
        self._choices["encoding"].offer([("", _(words.AS_FILE_SAYS)), *((each, each) for each in ENCODINGS)])
        self._choices["dates"].offer(
            [
                ("", _(words.BY_THE_COLUMN)),
                ("dmy", _(words.DAY_FIRST)),
                ("mdy", _(words.MONTH_FIRST)),
                ("ymd", _(words.YEAR_FIRST)),
            ]
        )
        self.headed = Tick(_(words.FIRST_ROW_IS_HEADINGS))
        self.headed.toggled.connect(self._offer_columns)
        self.headed.hide()
        self._assumed = Label("", "small", wrap=True)
        self._assumed.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._assumed_area = scrolled(self._assumed)
        self._assumed_area.viewport().setObjectName("surface")
        self._assumed_area.setFixedHeight(116)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._which)
        column.addWidget(self._grid_holder)
        column.addWidget(self.headed)
        column.addWidget(self._assumed_area)
        self._offer([])

    def _add(self, field: str, label: str, chosen: Callable[[object], object]) -> None:
        choice = Choice(name=label)
        choice.chosen.connect(chosen)
        self._choices[field] = choice
        self._fields[field] = Field(label, choice)

    def choice(self, field: str) -> Choice:
        """The list of a question, by its field; "encoding" and "dates" too."""
        return self._choices[field]

    # ── where a list can't be read without an answer ────────────────────────────────────────────────────────────────

    def ask(self, handed: Handed, asked: frozenset[Wanted]) -> None:
        """Ask only what would help."""
        self._handed = handed
        fields = []
        if Wanted.COLUMNS in asked:
            fields += ["full_name", "staff_no", "job_role", "core_theory"]
            self._with_headings(handed)
        if Wanted.ENCODING in asked:
            fields.append("encoding")
        if Wanted.DATE_ORDER in asked:
            fields.append("dates")
        self.headed.setVisible(Wanted.COLUMNS in asked)
        self._offer(fields)
        self._choices["encoding"].set_value(handed.encoding or "")
        self._choices["dates"].set_value(handed.date_order or "")
        for field in _WHERE:
            self._choices[field].set_value(handed.mapping.get(field, ""))

    def _with_headings(self, handed: Handed) -> None:
        try:
            headed = looks_headed(handed)
        except CalmError:
            return
        self.headed.blockSignals(True)
        self.headed.setChecked(headed)
        self.headed.blockSignals(False)
        self._offer_columns()

    def _offer_columns(self) -> None:
        if self._handed is None:
            return
        try:
            self._columns = columns_offered(self._handed, headed=self.headed.isChecked())
        except CalmError:
            self._columns = ()
        self._offer_in_choices()

    # ── beside a preview ────────────────────────────────────────────────────────────────────────────────────────────

    def show_answers(self, looked_at: RosterPreview) -> None:
        """Show what each column was read as, and what was assumed."""
        self._handed = looked_at.handed
        self._columns = looked_at.columns
        mapped = looked_at.mapped
        names = ["full_name"] if "full_name" in mapped or "surname" not in mapped else ["surname", "forename"]
        fields = [*names, "staff_no", "job_role", "core_theory"]
        fields += ["encoding"] if looked_at.encoding_open else []
        fields += ["dates"] if looked_at.dates_open else []
        self._offer_in_choices()
        for field in _WHERE:
            self._choices[field].set_value(self._value_of(mapped, field))
        self._choices["encoding"].set_value(looked_at.handed.encoding or "")
        self._choices["dates"].set_value(looked_at.handed.date_order or "")
        also = (words.also_read(looked_at.also_read),) if looked_at.also_read else ()
        self._assumed.setText("\n\n".join((*also, *looked_at.assumptions)))
        self.headed.hide()
        self._offer(fields, assumed=len(also) + len(looked_at.assumptions))

    def _value_of(self, mapped: Mapping[str, str], field: str) -> str:
        heading = mapped.get(field, "")
        return heading if any(each.value == heading for each in self._columns) else ""

    def _offer_in_choices(self) -> None:
        options = [("", _(words.NOT_READ)), *((each.value, each.label) for each in self._columns)]
        for field in _WHERE:
            self._choices[field].offer(options)

    def _offer(self, fields: Sequence[str], *, assumed: int = 0) -> None:
        for field in self._fields.values():
            self._grid.removeWidget(field)
            field.hide()
        shown = [field for name, field in self._fields.items() if name in fields]
        for place, field in enumerate(shown):
            self._grid.addWidget(field, *divmod(place, _ACROSS))
            field.show()
        self._which.setVisible(bool(assumed))
        self._which.set_value("columns")
        self._show_which("columns")

    def _show_which(self, which: object) -> None:
        self._grid_holder.setVisible(which == "columns")
        self._assumed_area.setVisible(which == "assumed")

    # ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _mapped(self, field: str, value: object) -> None:
        if self._handed is None:
            return
        mapping = {**self._handed.mapping, field: str(value or "")}
        self._answered(replace(self._handed, mapping=mapping))

    def _said_encoding(self, value: object) -> None:
        if self._handed is not None:
            self._answered(replace(self._handed, encoding=str(value) if value else None))

    def _said_order(self, value: object) -> None:
        if self._handed is not None:
            self._answered(replace(self._handed, date_order=str(value) if value else None))
