"""Which palette is worn: chosen by a person, or the system's where it says."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from calm_instructor.ui.theme import style
from calm_instructor.ui.theme.tokens import Palette

SYSTEM = "system"


class Appearance(QObject):
    """``changed`` comes after another palette was put on. ``remember`` keeps the choice for the next start."""

    changed = Signal()

    def __init__(self, app: QApplication, chosen: str = SYSTEM, remember: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._app = app
        self._remember = remember
        self.chosen = chosen
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, name: str) -> None:
        """Wear a palette by its name, or "system", from now on."""
        self.chosen = name
        if self._remember is not None:
            self._remember(name)
        self.put_on()

    def put_on(self) -> None:
        """Dress the application as chosen."""
        style.apply(self._app, self.palette())
        self.changed.emit()

    def palette(self) -> Palette:
        """The palette that the choice comes to now."""
        if self.chosen in set(Palette):
            return Palette(self.chosen)
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Palette.DARK if dark else Palette.LIGHT

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.chosen == SYSTEM:
            self.put_on()


def remembered(settings: QSettings) -> str:
    """What was chosen last."""
    return str(settings.value("appearance", SYSTEM))
