"""Techniques: the catalogue in force, its issuer and version, and every technique by name. How one is done stands nowhere (R26)."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.domain.technique import Catalogue, Tier
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import catalogue as issued
from calm_instructor.messages.window import techniques as words
from calm_instructor.operations.cataloguing import CatalogueRead, read_issued
from calm_instructor.operations.preparing import general_list, load_catalogue
from calm_instructor.operations.viewing.catalogue import CatalogueRow, CatalogueShown, LoadedLine, catalogue_shown
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Choice, SearchLine
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.tier_icons import TIER_ICONS
from calm_instructor.ui.techniques.change_table import change_table
from calm_instructor.ui.techniques.issued_panel import IssuedPanel


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
        self.issued = button(_(issued.LOAD), self._choose, icon="file-spreadsheet")
        self.head.add_button(self.issued)
        self.panel: IssuedPanel | None = None
        views = (("list", issued.LIST), ("changed", issued.CHANGED), ("loaded", issued.HISTORY))
        self.view = Segmented([(value, _(word)) for value, word in views], _(issued.VIEW))
        self.view.set_value("list")
        self.view.chosen.connect(lambda _view: self._show_rows())
        self.changed = change_table()
        self.loaded = TableView[LoadedLine](_loaded_columns(), name=_(issued.HISTORY), row_height=44)
        self._no_change = Label("", "quiet")
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
        self.body.addWidget(self.view)
        self.body.addWidget(self._above)
        self.body.addWidget(self._not_found)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._no_change)
        self.body.addWidget(self.changed, 1)
        self.body.addWidget(self.loaded, 1)
        self.body.addWidget(self.more)
        self.body.addStretch(0)

    def arrive(self, place: Place) -> None:
        """Look; a technique that the place names is taken in hand."""
        self.look_again()
        if self._shown is None:
            self.load.setFocus()
            return
        if self.panel is not None:
            return
        self.search.setFocus()
        if place.focus is not None:
            self.view.set_value("list")
            self.search.clear()
            self.tier.setCurrentIndex(0)
            self._show_rows()
            if self.table.take_in_hand(lambda line: line.row.code == place.focus):
                self.table.setFocus()

    def refresh(self) -> None:
        """Read the catalogue."""
        self._shown = shown = self.desk.read(catalogue_shown)
        if self.panel is not None:
            return
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
        self._show_rows()

    def _show_rows(self) -> None:
        shown, looking = self._shown, self.panel is not None
        view = self.view.value() if shown is not None and not looking else None
        self.issued.setVisible(not looking)
        self._none.setVisible(shown is None and not looking)
        self.view.setVisible(view is not None)
        for each in (self._above, self.more):
            each.setVisible(view == "list")
        for each in (self.table, self._not_found, self.changed, self.loaded, self._no_change):
            each.hide()
        if shown is None or view is None:
            return
        if view == "list":
            self._show_list(shown)
        elif view == "changed":
            self.changed.show_rows(shown.changed, same=lambda line: line.code)
            self.changed.setVisible(bool(shown.changed))
            self._no_change.setVisible(not shown.changed)
            self._no_change.setText(_(issued.FIRST if len(shown.loaded) <= 1 else issued.NOTHING_CHANGES))
        else:
            self.loaded.show_rows(shown.loaded, same=lambda line: (line.name, line.issued, line.loaded))
            self.loaded.show()

    def _show_list(self, shown: CatalogueShown) -> None:
        for each in (self.generic, self.generic_hint):
            each.setVisible(shown.generic)
        wanted, tier = self.search.text(), self.tier.value()
        rows = [each for each in shown.rows if each.is_found_by(wanted) and tier in {None, each.tier}]
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

    # ── an issued catalogue ─────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        self.around.files.open(self, _(issued.CAPTION), _(issued.PATTERNS), self.read)

    def read(self, path: Path) -> None:
        """Read a list and look at it here."""
        self.forget_no()
        self.around.jobs.run(
            _(issued.READING),
            lambda _progress, _stop: read_issued(path),
            done=while_it_lasts(self, self._look_at),
            refused=while_it_lasts(self, lambda no: self.say_no(sentence(no))),
        )

    def _look_at(self, read: CatalogueRead) -> None:
        self._put_away()
        self.panel = panel = IssuedPanel(self, read, self._looked)
        self.head.show_words(_(words.TITLE), issued.preview(read.source))
        self.body.insertWidget(0, panel, 1)
        self.head.add_button(panel.leave)
        self.head.add_button(panel.load)
        self._show_rows()
        panel.show()
        panel.take_focus()

    def _put_away(self) -> None:
        if self.panel is not None:
            for each in (self.panel, self.panel.leave, self.panel.load):
                each.hide()
                each.deleteLater()
            self.panel = None

    def _looked(self, catalogue: Catalogue | None) -> None:
        self._put_away()
        self.view.set_value("changed" if catalogue is not None else "list")
        self.look_again()
        self._show_rows()
        if catalogue is None:
            self.issued.setFocus()
            return
        count = words.techniques(len(self._shown.rows) if self._shown else 0)
        self.around.say(_(issued.LOADED).format(name=catalogue.name, version=catalogue.version, techniques=count))
        self.view.button_of(1).setFocus()

    def _load(self) -> None:
        self.granted(load_catalogue, *general_list(), then=self._loaded)

    def _loaded(self, catalogue: Catalogue) -> None:
        self.around.say(_(words.LOADED).format(name=catalogue.name))
        self.search.setFocus()


def _loaded_columns() -> list[Column[LoadedLine]]:
    return [
        Column[LoadedLine](_(issued.NAME), lambda line: line.name, paint="strong", second=lambda line: line.issued),
        Column[LoadedLine](
            _(words.GENERIC), lambda line: _(words.GENERIC) if line.generic else "", width=120, paint="quiet"
        ),
        Column[LoadedLine](_(issued.WHEN), lambda line: line.loaded, width=140),
    ]


def _columns() -> list[Column[_Line]]:
    return [
        Column[_Line](_(words.FAMILY), lambda line: line.family, width=134, paint="quiet"),
        Column[_Line](_(words.CODE), lambda line: line.row.code, width=80, paint="strong"),
        Column[_Line](_(words.NAME), lambda line: line.row.name, width=264, tip=lambda line: line.row.name),
        Column[_Line](
            _(words.HOLD), lambda line: line.row.hold, width=240, tip=lambda line: line.row.hold, paint="quiet"
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
