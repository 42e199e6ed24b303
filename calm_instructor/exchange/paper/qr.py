"""The QR code in the foot: which record, which revision, which fingerprint. Nothing personal."""

from functools import lru_cache
from itertools import groupby
from uuid import UUID

import segno

from calm_instructor.exchange.paper.press import Press

SIDE = 15.0
_SMALLEST_MODULE = 0.4


def qr_text(record_id: UUID, revision: int, fingerprint: str) -> str:
    """What the code holds, as in "CALM:0192F3C4-…:2:9A41…". Capitals, because they need less room."""
    return f"CALM:{record_id}:{revision}:{fingerprint}".upper()


def draw_qr(press: Press, x: float, y: float, text: str) -> None:
    """The code with its upper left corner at (x, y), 15 mm square; the quiet zone around it is the caller's."""
    press.squares([(x + left, y + top, width, height) for left, top, width, height in _runs(text)])


@lru_cache(maxsize=64)
def _runs(text: str) -> tuple[tuple[float, float, float, float], ...]:
    """Dark modules, those side by side as one box."""
    rows = segno.make(text, error="m", mask=3, boost_error=False, micro=False).matrix
    module = SIDE / len(rows)
    if module < _SMALLEST_MODULE:
        raise ValueError(f"{len(text)} characters are too many for a QR code of {SIDE:g} mm")
    boxes = []
    for row, modules in enumerate(rows):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                boxes.append((column * module, row * module, length * module, module))
            column += length
    return tuple(boxes)
