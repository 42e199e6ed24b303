"""Techniques: the catalogue in force, its issuer and version, and every technique by name. How one is done stands nowhere (R26)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.domain.technique import Catalogue, Tier
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import techniques as words
from calm_instructor.operations.preparing import general_list, load_catalogue
from calm_instructor.operations.viewing.catalogue import CatalogueRow, CatalogueShown, catalogue_shown
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, SearchLine
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.tier_icons import TIER_ICONS


@dataclass(frozen=True)
class _Line:
    row: CatalogueRow
    family: str


class TechniquesPage(Page):
    """A list that is found in by name, code or hold; where there is none, the way to load the general one."""

    topics = frozenset({"catalogue"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._shown: CatalogueShown | None = None
        self.generic = Chip(_(words.GENERIC), "triangle-alert", "warn", square=True)
        self.generic.setToolTip(_(words.GENERIC_HINT))
        self.generic_hint = Label(_(words.GENERIC_HINT), "quiet", elide=True)
        self.search = SearchLine(_(words.FIND))
        self.search.setFixedWidth(280)
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.tier = Choice(
            [(None, _(words.ALL_TIERS)), *((tier, _(words.TIERS[tier.value])) for tier in Tier)], name=_(words.TIER)
        )
        self.tier.setFixedWidth(140)
        self.tier.setCurrentIndex(0)
        self.tier.chosen.connect(lambda _tier: self._show_rows())
        self.table = TableView[_Line](_columns(), name=_(words.TABLE), row_height=36)
        self.table.moved.connect(lambda _line: self._say_more())
        self.more = Label("", "body", wrap=True)
        self.more.setMinimumHeight(40)
        self.load = button(_(words.LOAD_GENERAL), self._load, icon="layers", kind="primary")
        self._none = Empty("layers", _(words.NO_CATALOGUE), _(words.NO_CATALOGUE_HINT), self.load)
        self._not_found = Label("", "quiet")
        self._above = QWidget()
        line = QHBoxLayout(self._above)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.search)
        line.addWidget(self.tier)
        line.addSpacing(8)
        line.addWidget(self.generic)
        line.addWidget(self.generic_hint, 1)
        self.body.addWidget(self._none)
        self.body.addWidget(self._above)
        self.body.addWidget(self._not_found)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.more)
        self.body.addStretch(0)

    def arrive(self, place: Place) -> None:
        """Look; a technique that the place names is taken in hand."""
        self.look_again()
        if self._shown is None:
            self.load.setFocus()
            return
        self.search.setFocus()
        if place.focus is not None:
            self.search.clear()
            self.tier.setCurrentIndex(0)
            self._show_rows()
            if self.table.take_in_hand(lambda line: line.row.code == place.focus):
                self.table.setFocus()

    def refresh(self) -> None:
        """Read the catalogue."""
        self._shown = shown = self.desk.read(catalogue_shown)
        if shown is None:
            self.head.show_words(_(words.TITLE))
        else:
            told = _(words.IN_FORCE).format(
                name=shown.name,
                techniques=words.techniques(len(shown.rows)),
                issuer=shown.issuer,
                version=shown.version,
            )
            self.head.show_words(_(words.TITLE), told)
        self._none.setVisible(shown is None)
        for each in (self._above, self.table, self.more):
            each.setVisible(shown is not None)
        for each in (self.generic, self.generic_hint):
            each.setVisible(shown is not None and shown.generic)
        self._not_found.hide()
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        wanted, tier = self.search.text(), self.tier.value()
        rows = [each for each in self._shown.rows if each.is_found_by(wanted) and tier in {None, each.tier}]
        lines, family = [], ""
        for row in rows:
            lines.append(_Line(row, "" if row.family == family else row.family))
            family = row.family
        self.table.show_rows(lines, same=lambda line: line.row.code)
        self.table.setVisible(bool(rows))
        self._say_more()
        self._not_found.setVisible(not rows)
        self._not_found.setText(_(words.NOTHING_FOUND).format(text=wanted))

    def _say_more(self) -> None:
        line = self.table.current()
        parts = (line.row.code, line.row.name, line.row.hold, line.row.notes) if line is not None else ()
        self.more.setText(" · ".join(part for part in parts if part))

    def _load(self) -> None:
        self.granted(load_catalogue, *general_list(), then=self._loaded)

    def _loaded(self, catalogue: Catalogue) -> None:
        self.around.say(_(words.LOADED).format(name=catalogue.name))
        self.search.setFocus()


def _columns() -> list[Column[_Line]]:
    return [
        Column[_Line](_(words.FAMILY), lambda line: line.family, width=150, paint="quiet"),
        Column[_Line](_(words.CODE), lambda line: line.row.code, width=80, paint="strong"),
        Column[_Line](_(words.NAME), lambda line: line.row.name, width=222, tip=lambda line: line.row.name),
        Column[_Line](
            _(words.HOLD), lambda line: line.row.hold, width=262, tip=lambda line: line.row.hold, paint="quiet"
        ),
        Column[_Line](
            _(words.TIER),
            lambda line: _(words.TIERS[line.row.tier.value]),
            width=92,
            icon=lambda line: TIER_ICONS[line.row.tier],
        ),
        Column[_Line](_(words.PERSONS), lambda line: str(line.row.persons), width=66, right=True),
        Column[_Line](_(words.NOTES), lambda line: line.row.notes, paint="quiet", tip=lambda line: line.row.notes),
    ]
