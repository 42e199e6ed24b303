"""Lays papers out in the background: the one that is wanted last, then, for the count of pages, those not seen yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from calm_instructor.domain.errors import CalmError
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.viewing.paper_shown import PaperShown, paper_shown
from calm_instructor.ui.jobs import Jobs
from calm_instructor.ui.lasting import while_it_lasts

_A_MOMENT = 120


class PaperLooker(QObject):
    """``shown``: the paper that is wanted; ``refused``: why it can't be had; ``counted``: more pages are known.

    ``pages``: how many pages a paper has, for those that are known.
    """

    shown = Signal(object)
    refused = Signal(object)
    counted = Signal()

    def __init__(self, parent: QObject, jobs: Jobs, desk: Desk) -> None:
        super().__init__(parent)
        self.pages: dict[Order, int] = {}
        self._jobs, self._desk = jobs, desk
        self._wanted: Order | None = None
        self._round = 0
        self._to_count: tuple[Order, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self._look)

    @property
    def wanted(self) -> Order | None:
        """What somebody wants to look at."""
        return self._wanted

    def start_afresh(self, known: dict[Order, int], to_count: Sequence[Order]) -> None:
        """The records may have changed: only these pages are known, and these papers are worth counting."""
        self._round += 1
        self.pages = dict(known)
        self._to_count = tuple(to_count)

    def want(self, order: Order | None) -> None:
        """Look at this one, in a moment: who moves on quickly waits for nothing in between."""
        self._wanted = order
        if order is None:
            self._soon.stop()
        else:
            self._soon.start()

    def rest(self) -> None:
        """Nobody is looking any more."""
        self.want(None)

    def _look(self) -> None:
        order, desk = self._wanted, self._desk
        if order is not None:
            told = _(words.OPENING).format(paper=words.kind_title(order.kind))
            self._jobs.run(
                told,
                lambda _progress, _stop: paper_shown(desk, order) if self._wanted == order else None,
                while_it_lasts(self, self._looked),
                while_it_lasts(self, self.refused.emit),
            )

    def _looked(self, shown: PaperShown | None) -> None:
        if shown is not None and shown.order == self._wanted:
            self.pages[shown.order] = shown.pages
            self.shown.emit(shown)
            self._count()

    def _count(self) -> None:
        left = [order for order in self._to_count if order not in self.pages]
        wanted, turn, desk = self._wanted, self._round, self._desk
        if not left:
            return

        def count(progress: Callable[[int, int], None], stop: Callable[[], bool]) -> tuple[int, dict[Order, int]]:
            found: dict[Order, int] = {}
            for order in left:
                if stop() or self._wanted != wanted or self._round != turn:
                    break
                found[order] = paper_shown(desk, order).pages
                progress(len(found), len(left))
            return turn, found

        self._jobs.run(_(words.COUNTING), count, while_it_lasts(self, self._take), self._no_count)

    def _take(self, result: tuple[int, dict[Order, int]]) -> None:
        turn, found = result
        if turn == self._round:
            self.pages.update(found)
            self.counted.emit()

    def _no_count(self, _no: CalmError) -> None:
        """A paper that can't be counted says so when somebody looks at it."""
