"""The card of the next course: what, where, when, and the way in. Shown by the first window too, so it needs only words."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import today as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.surfaces import Card


class CourseCard(Card):
    """``figures``: pairs of a big figure and what it counts, side by side at the foot."""

    def __init__(
        self,
        title: str,
        ref: str,
        where: str,
        detail: str,
        *,
        figures: Sequence[tuple[str, str]] = (),
        on_open: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(title, "calendar-days", ref)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(16, 12, 14, 14)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(Label(where, "strong", wrap=True))
        told.addWidget(Label(detail, "quiet", wrap=True))
        line.addLayout(told, 1)
        if on_open is not None:
            self.open = button(_(words.OPEN_COURSE), on_open, icon="arrow-right", kind="primary")
            line.addWidget(self.open)
        self.body.addLayout(line)
        if figures:
            self.body.addWidget(Line())
            self.body.addWidget(_figures(figures))


def _figures(figures: Sequence[tuple[str, str]]) -> QWidget:
    holder = QFrame()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for number, (figure, what) in enumerate(figures):
        cell = QFrame()
        cell.setObjectName("cell" if number + 1 < len(figures) else "plain")
        column = QVBoxLayout(cell)
        column.setContentsMargins(16, 10, 8, 12)
        column.setSpacing(2)
        column.addWidget(Label(figure, "figure"))
        column.addWidget(Label(what, "small"))
        line.addWidget(cell, 1)
    return holder
