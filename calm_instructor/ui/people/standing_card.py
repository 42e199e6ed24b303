"""The person in hand: what keeps them off the mat, and the button that mends it; or that nothing is missing."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from calm_instructor.domain.attendance import Part
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.viewing.places_on_course import Mending, PlaceOnCourse
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label
from calm_instructor.ui.parts.surfaces import Card


class Acts(Protocol):
    """What may be done for the person in hand."""

    def mend(self, row: PlaceOnCourse) -> None:
        """What would let them take part."""

    def change_part(self, row: PlaceOnCourse, part: Part) -> None:
        """Another part."""

    def edit(self, row: PlaceOnCourse) -> None:
        """The record."""

    def adjust(self, row: PlaceOnCourse) -> None:
        """R44."""

    def give_up(self, row: PlaceOnCourse) -> None:
        """The place."""


_PARTS = {Part.PHYSICAL: words.PLACE_PHYSICAL, Part.THEORY: words.THEORY_PART, Part.OBSERVER: words.AS_OBSERVER}
_ALL_WELL = {
    Part.PHYSICAL: words.ALL_WELL,
    Part.THEORY: words.ALL_WELL_THEORY,
    Part.OBSERVER: words.ALL_WELL_OBSERVER,
}


def _placed(acts_on: Acts, part: Part, row: PlaceOnCourse) -> None:
    acts_on.change_part(row, part)


class StandingCard(Card):
    """One refusal in words, its mending beside it; beneath it the rarer acts."""

    def __init__(self, acts_on: Acts) -> None:
        super().__init__(margins=12)
        self._row: PlaceOnCourse | None = None
        self._lamp = IconLabel("circle-check", "ok")
        self._told = Label("", wrap=True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Label("", "small", wrap=True)
        self.mend = button("", lambda: self._do(acts_on.mend))
        self.parts = {
            part: button(_(word), partial(self._do, partial(_placed, acts_on, part)), kind="quiet", small=True)
            for part, word in _PARTS.items()
        }
        self.edit = button(_(words.CHANGE_RECORD), lambda: self._do(acts_on.edit), kind="quiet", small=True)
        self.adjust = button(_(words.ADJUST), lambda: self._do(acts_on.adjust), kind="quiet", small=True)
        self.give_up = button(_(words.GIVE_UP), lambda: self._do(acts_on.give_up), kind="quiet", small=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._lamp, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._told)
        told.addWidget(self._more)
        line.addLayout(told, 1)
        line.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setContentsMargins(16, 0, 0, 0)
        acts.setSpacing(4)
        for each in (self.edit, *self.parts.values(), self.adjust, self.give_up):
            acts.addWidget(each)
        acts.addStretch(1)
        self.body.setSpacing(4)
        self.body.addLayout(line)
        self.body.addLayout(acts)
        self.hide()

    def show_place(self, row: PlaceOnCourse | None, *, is_open: bool, is_physical: bool) -> None:
        """Show how somebody stands."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self._lamp.show_icon(*LAMP_ICONS[row.may.lamp])
        beside = row.part is not Part.PHYSICAL
        well = _(_ALL_WELL[row.part])
        told = row.may.sentence if row.may.lamp is Lamp.STOP else f"{row.name}: {well}"
        self._told.setText(told)
        said = [
            row.may.sentence if beside else "",
            words.basis_line(row.basis) if row.basis and not beside else "",
            words.adjustment_line(row.adjustment) if row.adjustment else "",
        ]
        self._more.setText(" ".join(filter(None, said)))
        self._more.setVisible(any(said))
        self.mend.setVisible(row.may.mending is not None and is_open)
        self.mend.setText(self.verb_for(row))
        self.mend.setAccessibleName(f"{self.verb_for(row)}: {row.name}")
        for part, which in self.parts.items():
            which.setVisible(is_physical and is_open and part is not row.part)
        self.adjust.setVisible(is_open)
        self.give_up.setVisible(is_open)

    def verb_for(self, row: PlaceOnCourse) -> str:
        """What the mending is called."""
        if row.may.mending is Mending.EVIDENCE:
            return _(words.DATE_AND_EVIDENCE if not row.has_date else words.EVIDENCE_SEEN)
        if row.may.mending is Mending.BASIS:
            return _(words.STATE_BASIS)
        if row.may.mending is Mending.PROFILE:
            return _(words.ENTER_WAY)
        return _(words.CHANGE_RECORD)

    def _do(self, act: Callable[[PlaceOnCourse], object]) -> None:
        if self._row is not None:
            act(self._row)
