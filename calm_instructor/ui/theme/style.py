"""Makes the application look as the tokens say: Fusion, one palette, one style sheet, one font."""

import re
from functools import lru_cache

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from calm_instructor.paths import resource
from calm_instructor.ui.theme import fonts, tokens
from calm_instructor.ui.theme.tokens import Palette

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text-2",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Light: "surface",
}


def apply(app: QApplication, palette: Palette) -> None:
    """Dress the whole application in a palette; may be called again at any time."""
    tokens.use(palette)
    fonts.load()
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(fonts.font())
    app.setPalette(_palette())
    app.setStyleSheet(style_sheet(palette))


def _palette() -> QPalette:
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, tokens.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("text-3"))
    return made


@lru_cache(maxsize=3)
def style_sheet(palette: Palette) -> str:
    """The one style sheet, with ``@token`` in the place of every colour and ``@icon(name,token)`` of every picture."""
    text = resource("style/window.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z][a-z0-9-]*)", lambda found: tokens.hex_of(found[1], palette), text)
