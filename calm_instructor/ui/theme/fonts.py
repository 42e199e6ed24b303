"""The font that is shipped, in two weights, with figures of one width; default fonts differ per machine."""

from PySide6.QtGui import QFont, QFontDatabase

from calm_instructor.paths import resource

FAMILY = "Noto Sans"
BODY = 13
_FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
_loaded: list[int] = []


def load() -> None:
    """Make the shipped font known to the application, once."""
    if not _loaded:
        _loaded.extend(QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) for name in _FILES)


def font(pixels: int = BODY, *, strong: bool = False) -> QFont:
    """The font at a size in px at 100 %."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
