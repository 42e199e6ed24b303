"""The smaller sections: the catalogue in force, appearance, and where the records are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.preparing import general_list, load_catalogue
from calm_instructor.operations.tracing import Examined
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.settings import SettingsSeen, check_records, whereabouts
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.labels import Chip, Label, LampLabel
from calm_instructor.ui.parts.surfaces import Banner, Card
from calm_instructor.ui.settings.section import WIDEST, Section


class CatalogueSection(Section):
    """Which list of techniques is in force; the first one is loaded here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        card = Card(_(words.CATALOGUE), "layers")
        card.setMaximumWidth(WIDEST)
        self._name, self._line = Label("", "strong"), Label("", "quiet", wrap=True)
        self._chip = Chip(_(words.GENERIC), tone="warn", square=True)
        self._means = Label(_(words.GENERIC_MEANS), wrap=True)
        self.load = button(_(words.LOAD_GENERAL), self._load, kind="primary", icon="layers")
        self.open = button(_(words.TO_TECHNIQUES), lambda: page.around.go(Place(page="techniques")), icon="layers")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name)
        head.addWidget(self._chip)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.open)
        foot.addWidget(self.load)
        card.body.addLayout(head)
        card.body.addWidget(self._line)
        card.body.addWidget(self._means)
        card.body.addLayout(foot)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_settings(self, seen: SettingsSeen) -> None:
        """The list in force, or that there is none."""
        catalogue = seen.catalogue
        self._name.setText(catalogue.name if catalogue else _(words.NO_CATALOGUE))
        self._line.setText(
            words.catalogue_line(catalogue.issuer, catalogue.version, seen.techniques) if catalogue else ""
        )
        self._line.setVisible(catalogue is not None)
        generic = catalogue is None or catalogue.generic
        self._chip.setVisible(catalogue is not None and generic)
        self._means.setVisible(generic)
        self.load.setVisible(catalogue is None)
        self.open.setVisible(catalogue is not None)

    def take_focus(self) -> None:
        """The one button there is."""
        (self.load if self.load.isVisible() else self.open).setFocus()

    def _load(self) -> None:
        self.page.granted(load_catalogue, *general_list())


class AppearanceSection(Section):
    """Light, dark, high contrast, or as the system."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        card = Card(_(words.APPEARANCE), "contrast")
        card.setMaximumWidth(WIDEST)
        self.looks = Segmented([(name, _(text)) for name, text in words.LOOKS.items()], _(words.APPEARANCE))
        self.looks.chosen.connect(lambda name: self._choose(str(name)))
        card.body.addWidget(self.looks)
        card.body.addWidget(Label(_(words.LOOKS_HINT), "quiet", wrap=True))
        self.column.addWidget(card)
        self.column.addStretch(1)

    def _choose(self, name: str) -> None:
        """Pages are made anew in another palette, and one comes back to where one is said to be."""
        self.page.around.go(Place(page="settings", step="appearance"))
        self.page.around.appearance.choose(name)

    def show_settings(self, seen: SettingsSeen) -> None:
        """What is worn."""
        self.looks.set_value(self.page.around.appearance.chosen)

    def take_focus(self) -> None:
        """The choice."""
        self.looks.button_of(0).setFocus()


class RecordsSection(Section):
    """The folder, practice or not, how much there is, and the check."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        card = Card(_(words.RECORDS), "hard-drive")
        card.setMaximumWidth(WIDEST)
        self._folder, self._kind, self._much = Label("", wrap=True), Label("", wrap=True), Label("", wrap=True)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = button(_(words.COPY_FOLDER), self._copy, icon="copy", small=True, name=_(words.COPY_FOLDER))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        facts = ((words.FOLDER, self._folder), (words.KIND, self._kind), (words.HOW_MUCH, self._much))
        for row, (text, value) in enumerate(facts):
            grid.addWidget(Label(_(text), "quiet"), row, 0)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.copy, 0, 2)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        self.check = button(_(words.CHECK), self._check, icon="shield-check")
        foot = QHBoxLayout()
        foot.addWidget(Label(_(words.CHECK_MEANS), "small", wrap=True), 1)
        foot.addWidget(self.check)
        card.body.addLayout(foot)
        self._holds = LampLabel(Lamp.OK, "", wrap=True)
        self._wrong = Banner("stop", "")
        card.body.addWidget(self._holds)
        card.body.addWidget(self._wrong)
        self._holds.hide()
        self._wrong.hide()
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_settings(self, seen: SettingsSeen) -> None:
        """Where the records are now."""
        here = whereabouts(self.page.desk.desk)
        self._folder.setText(str(here.folder))
        self._kind.setText(_(words.PRACTICE if here.practice else words.REAL))
        self._much.setText(words.how_much(here.size, here.entries))

    def take_focus(self) -> None:
        """The check."""
        self.check.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._folder.text())
        self.page.around.say(_(words.FOLDER_COPIED))

    def _check(self) -> None:
        desk = self.page.desk.desk
        self.page.around.jobs.run(
            _(words.CHECKING), lambda _progress, _stop: check_records(desk), while_it_lasts(self, self._checked)
        )

    def _checked(self, examined: Examined) -> None:
        told = _(words.ALL_HOLDS) if examined.ok else words.found_wrong([each.sentence for each in examined.findings])
        self._holds.show_lamp(Lamp.OK, told)
        self._wrong.tell("stop", told)
        self._holds.setVisible(examined.ok)
        self._wrong.setVisible(not examined.ok)
        self.page.around.say(told)

    @property
    def answer(self) -> str:
        """What the last check said; "" before one."""
        for each in (self._holds, self._wrong):
            if not each.isHidden():
                return each.accessibleName()
        return ""
