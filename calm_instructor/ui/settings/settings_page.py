"""Settings: one section at a time; a new store is led through the three things that come before the first course."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.settings import SettingsSeen, settings_seen
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Card, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.settings.numbers_section import NumbersSection
from calm_instructor.ui.settings.organisation_section import OrganisationSection
from calm_instructor.ui.settings.other_sections import AppearanceSection, CatalogueSection, RecordsSection
from calm_instructor.ui.settings.profiles_section import ProfilesSection
from calm_instructor.ui.settings.section import WIDEST, Section

SECTIONS: dict[str, tuple[str, str, Callable[[Page], Section]]] = {
    "instructors": (words.INSTRUCTORS, "users", ProfilesSection),
    "organisation": (words.ORGANISATION, "building-2", OrganisationSection),
    "numbers": (words.NUMBERS, "list-checks", NumbersSection),
    "catalogue": (words.CATALOGUE, "layers", CatalogueSection),
    "appearance": (words.APPEARANCE, "contrast", AppearanceSection),
    "records": (words.RECORDS, "hard-drive", RecordsSection),
}
"""The sections by the name of a place's step, with word and icon."""

_SIDE = 232


class SettingsPage(Page):
    """A place's step names the section."""

    topics = frozenset({"organisation", "instructors", "catalogue"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._seen: SettingsSeen | None = None
        self._lacked: tuple[str, ...] = ()
        self._section = "instructors"
        self.sections = {name: make(self) for name, (_word, _icon, make) in SECTIONS.items()}
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # its pages scroll
        self._places = {name: _placed(name, each) for name, each in self.sections.items()}
        for each in self._places.values():
            self._stack.addWidget(each)
        self.head.show_words(_(words.TITLE), _(words.DETAIL))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._first_card())
        right.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self._side(), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)

    def _side(self) -> TableView[str]:
        """The sections: arrows move, Enter goes into one."""
        self.list: TableView[str] = TableView(
            [Column(_(words.SECTIONS), lambda name: _(SECTIONS[name][0]), icon=lambda name: SECTIONS[name][1])],
            name=_(words.SECTIONS),
            row_height=40,
        )
        self.list.horizontalHeader().hide()
        self.list.setFixedWidth(_SIDE)
        self.list.show_rows(tuple(SECTIONS))
        self.list.setFixedHeight(40 * len(SECTIONS) + 2)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda name: self.sections[name].take_focus())
        return self.list

    def _first_card(self) -> Card:
        self.first = Card()
        self.first.setMaximumWidth(WIDEST)
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(Label(_(words.FIRST_TITLE), "section"))
        self._lamps = {name: LampLabel(Lamp.TODO, _(text)) for name, text in words.FIRST.items()}
        self.now = {name: Label("", "strong", tone="accent") for name in words.FIRST}
        for name, lamp in self._lamps.items():
            line.addWidget(lamp)
            line.addWidget(self.now[name])
        line.addStretch(1)
        self.plan = button(
            _(words.TO_NEEDS),
            lambda: self.around.go(Place(page="needs")),
            kind="primary",
            icon="clipboard-list",
        )
        line.addWidget(self.plan)
        self.first.body.addLayout(line)
        self.first.body.addWidget(Label(_(words.FIRST_DETAIL), "small", wrap=True))
        return self.first

    # ── coming here ─────────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Open the section of the place; in a new store the first thing that is lacking."""
        self._lacked = ()
        self.look_again()
        lacking = self._seen.first if self._seen else ()
        self.open_section(place.step if place.step in SECTIONS else lacking[0] if lacking else self._section)
        if not lacking and place.step not in SECTIONS:
            self.list.setFocus()

    def open_section(self, name: str) -> None:
        """Show a section and put the focus where one begins in it."""
        self.list.take_in_hand(lambda each: each == name)
        self._moved(name)
        self.sections[name].take_focus()

    def _moved(self, name: str | None) -> None:
        if name is not None:
            self._section = name
            self._stack.setCurrentWidget(self._places[name])
            self._show_now()

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self.sections[self._section]

    def refresh(self) -> None:
        """Show what is settled; where something that lacked is there now, go on to what lacks next."""
        seen = self._seen = self.desk.read(settings_seen, self.desk.marking_as)
        for each in self.sections.values():
            each.show_settings(seen)
        self._show_first(seen)

    def _show_first(self, seen: SettingsSeen) -> None:
        before, self._lacked = self._lacked, seen.first
        for name, lamp in self._lamps.items():
            lamp.show_lamp(Lamp.TODO if name in seen.first else Lamp.OK, _(words.FIRST[name]))
        self._show_now()
        self.plan.setVisible(not seen.first)
        if seen.first:
            self.first.show()
            if before and seen.first[0] != before[0]:
                self.open_section(seen.first[0])
        elif before:
            self.around.say(_(words.FIRST_DONE))
            self.plan.setFocus()
        elif not self.plan.hasFocus():
            self.first.hide()

    def _show_now(self) -> None:
        """Of what comes before the first course, the one that is open stands out, with its number."""
        lacking = self._seen.first if self._seen else ()
        for number, (name, now) in enumerate(self.now.items(), start=1):
            is_open = name == self._section and name in lacking
            now.setText(words.first_now(number, len(self.now), words.FIRST[name]))
            now.setVisible(is_open)
            self._lamps[name].setVisible(not is_open)


def _placed(name: str, section: Section) -> QWidget:
    """The numbers scroll inside their card; every other section scrolls only where the window is too low for it."""
    if name == "numbers":
        return section
    if section.foot is None:
        return scrolled(section)
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(scrolled(section), 1)
    column.addWidget(section.foot)
    return place
