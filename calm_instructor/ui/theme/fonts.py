"""The font that is shipped, in two weights, with figures of one width; default fonts differ per machine."""

from PySide6.QtGui import QFont, QFontDatabase

from calm_instructor.paths import resource

FAMILY = "Noto Sans"
BODY = 13
_FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
_OTHER_SCRIPTS = {
    "Noto Sans Arabic": ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    "Noto Sans Hebrew": ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
    "Noto Sans Devanagari": ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    "Droid Sans Fallback": ("DroidSansFallback.ttf",),
}
_loaded: list[int] = []
_more: list[int] = []


def load() -> None:
    """Make the shipped font known to the application, once."""
    if not _loaded:
        _loaded.extend(QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) for name in _FILES)


def load_other_scripts() -> None:
    """Make the fonts of other scripts known, once; names of people come in all of them. Not before the first window."""
    if not _more:
        names = [name for files in _OTHER_SCRIPTS.values() for name in files]
        _more.extend(QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) for name in names)


def font(pixels: int = BODY, *, strong: bool = False) -> QFont:
    """The font at a size in px at 100 %."""
    made = QFont([FAMILY, *_OTHER_SCRIPTS])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
