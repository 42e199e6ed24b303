"""The Desk for the window: its wishes and reads, with one signal for a change. Knows no page and no sentence."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QThread, Signal

from calm_instructor.domain.ids import InstructorId

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes, Desk
    from calm_instructor.operations.wish import Wish

P = ParamSpec("P")
T = TypeVar("T")


class QtDesk(QObject):
    """``changed`` carries the Changes of each wish once, in the window's thread, whichever thread had the wish granted."""

    changed = Signal(object)
    _elsewhere = Signal(object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self._elsewhere.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        desk.on_change.append(self._announce)

    def _announce(self, changes: "Changes") -> None:
        signal = self.changed if QThread.currentThread() is self.thread() else self._elsewhere
        signal.emit(changes)

    def read(self, look: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``look`` sees in the store, all of it at one moment."""
        return self.desk.read(look, *args, **kwargs)

    def do(self, wish: "Wish[P, T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Grant a wish. Raises what the Desk raises; a page calls ``granted`` instead, which words it."""
        return self.desk.do(wish, *args, **kwargs)

    @property
    def next_undo(self) -> "Changes | None":
        """What Undo would put back."""
        return self.desk.next_undo

    def undo(self) -> "Changes | None":
        """Put the last change back."""
        return self.desk.undo()

    def clock(self) -> datetime:
        """The moment, with its offset."""
        return self.desk.clock()

    @property
    def marking_as(self) -> InstructorId | None:
        """Whose wishes they are (R49)."""
        return self.desk.marking_as

    @marking_as.setter
    def marking_as(self, who: InstructorId | None) -> None:
        self.desk.marking_as = who

    def new_id(self) -> UUID:
        """A fresh id of this moment."""
        return self.desk.new_id()

    def leave(self) -> None:
        """Listen no more: the window is closing."""
        listeners: list[Any] = self.desk.on_change
        if self._announce in listeners:
            listeners.remove(self._announce)
