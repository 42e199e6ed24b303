"""People who were just added, offered for the course: one act places all who may come; who may not says why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.viewing.places_on_course import Offer
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import IconLabel, Label
from calm_instructor.ui.parts.surfaces import Card, scrolled
from calm_instructor.ui.parts.taking_away import take_away

_MOST_TOLD = 96
_MOST_BESIDE_ROWS = 44
"""Height of the sentences, alone and above a table."""
_MOST_SENTENCES = 60
"""Of two thousand people nobody reads each, and to lay them out would hold the window up for half a minute."""


class OfferCard(Card):
    """``placeable``: who may be placed now, in the order of the list. ``look``: how people stand towards the course."""

    def __init__(
        self,
        look: Callable[[Sequence[PersonId]], Offer],
        place: Callable[..., object],
        forget: Callable[[], object],
    ) -> None:
        super().__init__(margins=12)
        self._look = look
        self._place = place
        self._offer: Offer | None = None
        self._most = _MOST_TOLD
        self._line = Label("", wrap=True)
        self.verb = button("", self.place_all, kind="secondary")
        self.theory = button("", self._place_theory)
        self.not_now = button(_(words.NOT_NOW), forget, kind="quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("users", "text", 18))
        head.addWidget(Label(_(words.JUST_ADDED), "strong"))
        head.addWidget(self._line, 1)
        for each in (self.not_now, self.theory, self.verb):
            head.addWidget(each)
        self._why = QVBoxLayout()
        self._why.setContentsMargins(26, 0, 8, 0)
        self._why.setSpacing(4)
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
        self.verb.setText(words.place_verb(len(told.placeable)))
        self.verb.setAccessibleName(words.place_verb(len(told.placeable)))
        self.verb.setVisible(bool(told.placeable))
        self.theory.setText(words.place_theory_verb(len(told.refused)))
        self.theory.setAccessibleName(words.place_theory_verb(len(told.refused)))
        self.theory.setVisible(bool(told.refused))
        self._tell_why(told.sentences)

    def _tell_why(self, sentences: Sequence[str]) -> None:
        take_away(self._why)
        told = list(sentences[:_MOST_SENTENCES])
        if len(sentences) > len(told):
            told.append(words.told_alike(len(sentences) - len(told)))
        for sentence in told:
            self._why.addWidget(Label(sentence, "small", wrap=True))
        self._area.setVisible(bool(sentences))
        width = max(320, self.width() - 90)
        wanted = sum(each.heightForWidth(width) + 4 for each in self._labels())
        self._area.setFixedHeight(min(self._most, wanted + 4))

    def _labels(self) -> list[QWidget]:
        items = [self._why.itemAt(place) for place in range(self._why.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def place_all(self) -> None:
        """Place everyone who may come, in one act."""
        if self.placeable:
            self._place(self.placeable)

    def _place_theory(self) -> None:
        if self._offer is not None and self._offer.refused:
            self._place(self._offer.refused, theory=True)
