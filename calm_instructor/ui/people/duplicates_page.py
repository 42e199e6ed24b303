"""Who may be on record twice: two records side by side, made one matter by matter, or told apart for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates as words
from calm_instructor.operations.merging import make_one, tell_apart
from calm_instructor.operations.viewing.duplicates import Compared, Pair, compared, pair_of, pairs_in_doubt
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card, Empty, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.people.sides_table import SidesTable

_LIST = 280


class DuplicatesPage(Page):
    """Down the list; Enter goes to the two records. A place's people are two whom somebody chose by hand."""

    topics = frozenset({"people", "courses", "sign_off"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._by_hand: tuple[PersonId, PersonId] | None = None
        self._shown: Compared | None = None
        self.head.show_words(_(words.TITLE), _(words.DETAIL))
        self.back = button(_(words.LEAVE), self._go_back, icon="arrow-left")
        self.apart = button(_(words.NOT_THE_SAME), self._tell_apart, icon="users")
        self.one = button(_(words.MAKE_ONE), self._make_one, icon="user", kind="primary")
        for each in (self.back, self.apart, self.one):
            self.head.add_button(each)
        self.pairs: TableView[Pair] = TableView(
            [
                Column(
                    _(words.HEAD_PAIR),
                    lambda row: row.names[0],
                    second=lambda row: row.names[1],
                    told=lambda row: f"{row.names[0]}, {row.names[1]}, {row.why}",
                    tip=lambda row: "\n".join((*row.names, row.why)),
                )
            ],
            name=_(words.PAIRS),
            row_height=52,
        )
        self.pairs.setFixedWidth(_LIST)
        self.pairs.moved.connect(lambda _row: self._compare())
        self.pairs.opened.connect(lambda _row: self.sides.setFocus(Qt.FocusReason.OtherFocusReason))
        self.empty = Empty("users", _(words.NOBODY), _(words.NOBODY_HINT))
        self._both = QWidget()
        across = QHBoxLayout(self._both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.pairs)
        across.addWidget(self._beside(), 1)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._both, 1)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)

    def _beside(self) -> QWidget:
        self._card = Card(" ", "users")
        self._obstacle = Banner("stop")
        self.sides = SidesTable()
        self._all_alike = Label(_(words.ALIKE), "quiet")
        self._alike = QGridLayout()
        self._alike.setHorizontalSpacing(12)
        self._alike.setVerticalSpacing(4)
        self._alike.setColumnMinimumWidth(0, 116)
        self._alike.setColumnStretch(1, 1)
        self._alike_head = Label(_(words.SAID_BY_BOTH), "strong")
        self._card.body.addWidget(self._obstacle)
        self._card.body.addWidget(self.sides)
        self._card.body.addWidget(self._all_alike)
        self._card.body.addWidget(self._alike_head)
        self._card.body.addLayout(self._alike)
        self._card.body.addWidget(Label(_(words.BOTH_KEPT), "quiet", wrap=True))
        self._card.body.addStretch(1)
        return scrolled(self._card)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The first pair in hand, or the two of the place."""
        two = place.people
        self._by_hand = (PersonId(two[0]), PersonId(two[1])) if len(two) > 1 else None
        super().arrive(place)
        if self._by_hand:
            self.pairs.put_in_hand(0)
        (self.pairs if self.pairs.isVisible() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read who may be the same, and the two in hand."""
        pairs = self.desk.read(pairs_in_doubt)
        if self._by_hand:
            chosen = self.desk.read(pair_of, *self._by_hand)
            if chosen is None:
                self._by_hand = None
            else:
                pairs = (chosen, *(each for each in pairs if each.people != chosen.people))
        self.pairs.show_rows(pairs, same=lambda row: row.people)
        self._both.setVisible(bool(pairs))
        self.empty.setVisible(not pairs)
        self._gap.setVisible(not pairs)
        for each in (self.apart, self.one):
            each.setVisible(bool(pairs))
        self._compare()

    def _compare(self) -> None:
        pair = self.pairs.current()
        if pair is None:
            self._shown = None
            return
        shown = self.desk.read(compared, pair.one, pair.other)
        if shown == self._shown:
            return
        self._shown = shown
        self._card.set_title(shown.kept.full_name)
        self._card.set_right(pair.why)
        self._obstacle.tell("stop", shown.obstacle)
        self._obstacle.setVisible(bool(shown.obstacle))
        self.sides.show_matters(shown.matters, shown.holds)
        self._all_alike.setVisible(not shown.matters)
        self._alike_head.setVisible(bool(shown.alike))
        take_away(self._alike)
        for row, (called, value) in enumerate(shown.alike):
            self._alike.addWidget(Label(called, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._alike.addWidget(Label(value, wrap=True), row, 1)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _make_one(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.granted(
            make_one,
            shown.kept.id,
            shown.double.id,
            self.sides.taken(),
            then=lambda one: self._done(words.made(one.full_name)),
        )

    def _tell_apart(self) -> None:
        shown = self._shown
        if shown is not None:
            self.granted(tell_apart, shown.kept.id, shown.double.id, then=lambda _one: self._done(_(words.APART)))

    def _done(self, told: str) -> None:
        self._by_hand = None
        self.around.say(told)
        self.look_again()
        (self.pairs if self.pairs.isVisible() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self.around.go(Place(page="people"))
