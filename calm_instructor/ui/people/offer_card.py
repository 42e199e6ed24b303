"""People who were just added, offered for the course: one act places all who may come; who may not says why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.viewing.places_on_course import NotPlaced, Offer
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label
from calm_instructor.ui.parts.surfaces import Card, scrolled
from calm_instructor.ui.parts.taking_away import take_away

_MOST_TOLD = 320
_MOST_BESIDE_ROWS = 44
"""Height of the sentences, alone and above a table."""
_MOST_SENTENCES = 60
"""Of two thousand people nobody reads each, and to lay them out would hold the window up for half a minute."""
_NAME = 200
_MARGINS = 12


class OfferCard(Card):
    """``placeable``: who may be placed now, in the order of the list. ``look``: how people stand towards the course."""

    def __init__(
        self,
        look: Callable[[Sequence[PersonId]], Offer],
        place: Callable[..., object],
        forget: Callable[[], object],
    ) -> None:
        super().__init__(margins=_MARGINS)
        self._look = look
        self._place = place
        self._offer: Offer | None = None
        self._most = _MOST_TOLD
        self._line = Label("", wrap=True)
        self.theory = button("", self._place_theory)
        self.not_now = button(_(words.NOT_NOW), forget, kind="quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("users", "text", 18))
        head.addWidget(Label(_(words.JUST_ADDED), "strong"))
        head.addWidget(self._line, 1)
        for each in (self.not_now, self.theory):
            head.addWidget(each)
        self._why = QGridLayout()
        self._why.setContentsMargins(26, 0, 8, 0)
        self._why.setHorizontalSpacing(8)
        self._why.setVerticalSpacing(6)
        self._why.setColumnStretch(2, 1)
        self._why.setRowStretch(_MOST_SENTENCES + 1, 1)
        self._holder = QWidget()
        self._holder.setObjectName("surface")
        self._holder.setLayout(self._why)
        self._area = scrolled(self._holder)
        self._area.viewport().setObjectName("surface")
        self.body.addLayout(head)
        self.body.addWidget(self._area)
        self.hide()

    @property
    def placeable(self) -> tuple[PersonId, ...]:
        """Who may be placed now."""
        return self._offer.placeable if self._offer else ()

    def show_offer(self, people: Sequence[PersonId], *, above_rows: bool = False) -> None:
        """Read how these stand towards the course. ``above_rows``: a table beneath wants its room."""
        self._most = _MOST_BESIDE_ROWS if above_rows else _MOST_TOLD
        self._offer = None
        if people:
            asked = self._look(people)
            self._offer = asked if asked.placeable or asked.refused or asked.waiting else None
        self.setVisible(self._offer is not None)
        if self._offer is None:
            return
        told = self._offer
        self._line.setText(words.offered_line(len(told.placeable), len(told.refused), len(told.waiting)))
        self.theory.setText(words.place_theory_verb(len(told.refused)))
        self.theory.setAccessibleName(words.place_theory_verb(len(told.refused)))
        self.theory.setVisible(bool(told.refused))
        self._tell_why(told.told)

    def _tell_why(self, everyone: Sequence[NotPlaced]) -> None:
        take_away(self._why)
        shown = everyone[:_MOST_SENTENCES]
        for row, each in enumerate(shown):
            name, why = Label(each.name, "strong", wrap=True), Label(each.why, wrap=True)
            name.setFixedWidth(_NAME)
            for label in (name, why):
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._why.addWidget(IconLabel(*LAMP_ICONS[Lamp.STOP]), row, 0, Qt.AlignmentFlag.AlignTop)
            self._why.addWidget(name, row, 1)
            self._why.addWidget(why, row, 2)
        if len(everyone) > len(shown):
            rest = Label(words.told_alike(len(everyone) - len(shown)), "small", wrap=True)
            self._why.addWidget(rest, len(shown), 1, 1, 2)
        items = [self._why.itemAt(place) for place in range(self._why.count())]
        for widget in (item.widget() for item in items if item is not None):
            if widget is not None:
                widget.show()  # or the layout counts it as nothing yet
        self._area.setVisible(bool(everyone))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reasons take other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(320, self.width() - 2 * _MARGINS - 2)
        self._area.setFixedHeight(min(self._most, self._why.totalHeightForWidth(width) + 2))

    def place_all(self) -> None:
        """Place everyone who may come, in one act."""
        if self.placeable:
            self._place(self.placeable)

    def _place_theory(self) -> None:
        if self._offer is not None and self._offer.refused:
            self._place(self._offer.refused, theory=True)
