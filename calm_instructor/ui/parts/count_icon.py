"""What stands after a word: a count in a ring, or a tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from calm_instructor.ui.theme import fonts, icons, tokens

HEIGHT = 20


def tick_icon() -> tuple[QIcon, QSize]:
    """A tick with room before it, for beside a word, and its size."""
    drawn = icons.pixmap("check", "ok")
    ratio = drawn.devicePixelRatio()
    pixmap = QPixmap(round(20 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(4, 0, drawn)
    painter.end()
    return QIcon(pixmap), QSize(20, 16)


def count_icon(count: int) -> tuple[QIcon, QSize]:
    """The icon and its size: round for one figure, longer for more."""
    text = str(count) if count < 1000 else "999+"
    width = max(HEIGHT, 8 * len(text) + 8)
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pixmap = QPixmap(round((width + 4) * ratio), round(HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(4.5, 0.5, width - 1, HEIGHT - 1)
    painter.setPen(tokens.colour("line-strong"))
    painter.drawRoundedRect(ring, HEIGHT / 2, HEIGHT / 2)
    painter.setFont(fonts.font(12, strong=True))
    painter.setPen(tokens.colour("text-2"))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return QIcon(pixmap), QSize(width + 4, HEIGHT)
