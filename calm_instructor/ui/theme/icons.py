"""The shipped icons, drawn in the colour of a token and kept once drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from calm_instructor.paths import resource
from calm_instructor.ui.theme import tokens

NONE = QIcon()
"""No icon."""


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, token: str = "text-2", size: int = 16) -> QPixmap:  # noqa: S107
    """An icon as a picture; ``size`` in px at 100 %."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, tokens.hex_of(token), size, ratio)


def icon(name: str, token: str = "text-2", size: int = 16, *, gap: int = 0) -> QIcon:  # noqa: S107
    """An icon for a button or a menu; ``gap``: px left free at its right, where a style puts words too near."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "text-3")):
        made.addPixmap(_with_room(pixmap(name, colour, size), gap), mode)
    return made


def _with_room(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wider
