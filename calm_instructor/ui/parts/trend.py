"""Counts as a small chart: a bar a month on one base line, sharp at every scale of the screen. Its words stand in the cell."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from calm_instructor.ui.theme import tokens

STEP, BAR = 8, 6
"""Px at 100 % from bar to bar, and the width of one."""


def width_of(months: int) -> int:
    """Px at 100 % that so many months take."""
    return months * STEP + 2


def paint(
    painter: QPainter,
    area: QRectF,
    counts: Sequence[int | None],
    most: int,
    *,
    token: str = "block-theory",  # noqa: S107
) -> None:
    """Bars from the left, ``most`` as tall as the area. A month that was not counted (None) has no base line either."""
    ratio = painter.device().devicePixelRatioF()

    def sharp(value: float) -> float:
        return round(value * ratio) / ratio

    thin = max(1.0, round(ratio)) / ratio
    base, tall = sharp(area.bottom()) - thin, area.height() - thin
    bar = sharp(BAR)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for number, count in enumerate(counts):
        left = sharp(area.left() + 1 + number * STEP)
        if count is None:
            continue
        right = sharp(area.left() + 1 + (number + 1) * STEP)
        painter.fillRect(QRectF(left - thin, base, right - left + thin, thin), tokens.colour("line-strong"))
        if count and most:
            high = max(sharp(tall * count / most), 2 * thin)
            painter.fillRect(QRectF(left, base - high, bar, high), tokens.colour(token))
    painter.restore()
