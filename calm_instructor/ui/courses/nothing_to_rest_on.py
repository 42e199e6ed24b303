"""What stands in the place of a new course while there is nothing that it could rest on, and why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import courses as words
from calm_instructor.operations.viewing.new_course import TnaOption
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import LampLabel
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.taking_away import take_away


class NothingToRestOn(QWidget):
    """No analysis that carries a course, or nobody who delivers; each with one way to begin."""

    def __init__(self, go: Callable[[Place], None]) -> None:
        super().__init__()
        needs = button(_(words.OPEN_NEEDS), lambda: go(Place(page="needs")), icon="clipboard-list", kind="primary")
        settings = button(_(words.OPEN_SETTINGS), lambda: go(Place(page="settings")), icon="settings")
        self.begin, self._settings, self._needs = needs, settings, needs
        self.no_tna = Empty("clipboard-list", _(words.NO_USABLE), _(words.NO_USABLE_HINT), needs)
        self.no_lead = Empty("user", _(words.NO_INSTRUCTOR), _(words.NO_INSTRUCTOR_HINT), settings)
        self.why = QVBoxLayout()
        self.why.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.no_tna.words.addLayout(self.why)
        column.addWidget(self.no_tna)
        column.addWidget(self.no_lead)

    def show_missing(self, refused: Sequence[TnaOption], *, tna: bool, lead: bool) -> None:
        """Show what is missing, and why each analysis carries none."""
        self.no_tna.setVisible(tna)
        self.no_lead.setVisible(lead)
        self.begin = self._needs if tna else self._settings
        show_refused(self.why, refused)


def show_refused(column: QVBoxLayout, refused: Sequence[TnaOption]) -> None:
    """Why analyses can't carry a course, a line each."""
    take_away(column)
    for each in refused:
        column.addWidget(LampLabel(Lamp.WARN, each.why_not, wrap=True))
