"""Every colour by the name of what it is for, in three palettes; nothing else in the window names a colour."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtGui import QColor


class Palette(StrEnum):
    """The palettes there are."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_COLOURS: Mapping[str, tuple[str, str, str]] = {
    # name: light, dark, high contrast
    "window": ("#F3F5F4", "#151A19", "#000000"),
    "surface": ("#FFFFFF", "#1D2422", "#000000"),
    "sunken": ("#E8EDEA", "#111514", "#000000"),
    "hatch": ("#C3CCC8", "#46524E", "#8A8A8A"),
    "line": ("#D3DAD7", "#35403C", "#FFFFFF"),
    "line-strong": ("#71807A", "#7F8E88", "#FFFFFF"),
    "text": ("#18211E", "#E7ECEA", "#FFFFFF"),
    "text-2": ("#46534E", "#B5C1BC", "#FFFFFF"),
    "text-3": ("#5E6B66", "#93A19B", "#D0D0D0"),
    "accent": ("#0B5A55", "#6CC5B9", "#FFE45C"),
    "accent-hover": ("#084843", "#8AD5CB", "#FFF2A8"),
    "on-accent": ("#FFFFFF", "#06201D", "#000000"),
    "selected": ("#DAEAE7", "#1F3B38", "#333000"),
    "focus": ("#1B5FC4", "#8AB8FF", "#33D6FF"),
    "ok": ("#1C6842", "#7CCB9C", "#7CFFB0"),
    "ok-soft": ("#E0F0E6", "#1B382A", "#00331A"),
    "ok-text": ("#15553A", "#9ADBB4", "#7CFFB0"),
    "on-ok": ("#FFFFFF", "#08210F", "#000000"),
    "warn": ("#8A4700", "#F0B366", "#FFC670"),
    "warn-soft": ("#FBECD8", "#3D2C14", "#3A2500"),
    "warn-text": ("#753C00", "#F6C58A", "#FFC670"),
    "stop": ("#A1262A", "#F49A94", "#FF9C9C"),
    "stop-soft": ("#FBE7E5", "#45211F", "#400A0A"),
    "stop-text": ("#8C1D22", "#F9B4AF", "#FF9C9C"),
    "info": ("#1F5A94", "#93BFF0", "#9CCBFF"),
    "info-soft": ("#E3EDF7", "#1B3350", "#00264D"),
    "info-text": ("#184A7C", "#B0D1F6", "#9CCBFF"),
    "block-framing": ("#A0616A", "#DFA3AB", "#DFA3AB"),
    "block-theory": ("#5B6FA8", "#95A7DC", "#95A7DC"),
    "block-prevention": ("#3E8277", "#6CC5B9", "#6CC5B9"),
    "block-demonstration": ("#8A6BA0", "#C3A5D8", "#C3A5D8"),
    "block-practice": ("#0B5A55", "#4FA79B", "#4FA79B"),
    "block-assessment": ("#A06A1C", "#F0B366", "#F0B366"),
    "block-debrief": ("#4E8A4A", "#93CB8E", "#93CB8E"),
    "block-break": ("#85918C", "#7F8E88", "#8A8A8A"),
}

NAMES = tuple(_COLOURS)
"""Every token."""

_current = Palette.LIGHT


def use(palette: Palette) -> None:
    """Take the colours of this palette from now on."""
    global _current
    _current = palette


def current() -> Palette:
    """The palette in use."""
    return _current


def hex_of(name: str, palette: Palette | None = None) -> str:
    """A token's colour as "#RRGGBB"."""
    return _COLOURS[name][list(Palette).index(palette or _current)]


def colour(name: str) -> QColor:
    """A token's colour in the palette in use."""
    return QColor(hex_of(name))
