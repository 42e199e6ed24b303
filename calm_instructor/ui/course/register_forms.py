"""Which form of the register opens at the right, and about whom."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from calm_instructor.domain.attendance import Presence
from calm_instructor.domain.course import Instructor
from calm_instructor.domain.ids import EnrolmentId
from calm_instructor.operations.viewing.register import IncidentShown, Register, SessionShown, walk_ins
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.course.incident_panels import ClearPanel, IncidentPanel, MorePanel
from calm_instructor.ui.course.register_panels import (
    AdjustPanel,
    BriefingPanel,
    LeftEarlyPanel,
    MadeGoodPanel,
    MinutesPanel,
)
from calm_instructor.ui.course.walk_in_panel import WalkInPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.people.drawer import Drawer

WIDTH = 440


class RegisterForms(QObject):
    """One drawer for all of them, over ``step``; ``seen`` gives the register that is shown. ``shut``: it was closed, done or not;
    with whom it added, if anybody."""

    shut = Signal(object)

    def __init__(self, step: Page, seen: Callable[[], Register | None]) -> None:
        super().__init__(step)
        self._step = step
        self._shown = seen
        self.drawer = Drawer(step, WIDTH)
        self.drawer.closed.connect(self._shut)
        self._added: EnrolmentId | None = None

    def _shut(self) -> None:
        added, self._added = self._added, None
        self.shut.emit(added)

    def _has_added(self, who: EnrolmentId) -> None:
        self._added = who

    def _seen(self) -> tuple[Register, SessionShown] | None:
        seen = self._shown()
        return (seen, seen.session) if seen is not None and seen.session is not None else None

    def adjust(self, row: RegisterRow) -> None:
        """R15: what the instructor must do."""
        if seen := self._seen():
            self.drawer.open_with(AdjustPanel(self._step, seen[1], row))

    def made_good(self, row: RegisterRow) -> None:
        """R16, R41: what was missed and is made good."""
        if (seen := self._seen()) and row.gaps:
            self.drawer.open_with(MadeGoodPanel(self._step, seen[1], row, self._me()))

    def clear(self, row: RegisterRow) -> None:
        """R28: a check lets them go on."""
        if seen := self._seen():
            self.drawer.open_with(ClearPanel(self._step, seen[1], row, self._me()))

    def briefing(self) -> None:
        """R41: when it was given, on a day that is over."""
        if seen := self._seen():
            self.drawer.open_with(BriefingPanel(self._step, seen[1]))

    def left_early(self, chosen: RegisterRow | None) -> None:
        """Who has gone; proposed is only whom somebody has taken in hand."""
        if not (seen := self._seen()):
            return
        here = [row for row in seen[0].rows if row.presence not in {None, Presence.ABSENT} and not row.signed]
        if here:
            first = chosen.enrolment if chosen is not None and chosen in here else None
            self.drawer.open_with(LeftEarlyPanel(self._step, seen[1], here, first))

    def walk_in(self) -> None:
        """Somebody who was not expected."""
        if seen := self._seen():
            known = self._step.desk.read(walk_ins, seen[0].course)
            panel = WalkInPanel(self._step, seen[1], known)
            panel.added.connect(self._has_added)
            self.drawer.open_with(panel)

    def incident(self, chosen: RegisterRow | None) -> None:
        """R28: an injury or near miss; proposed is only whom somebody has taken in hand."""
        if seen := self._seen():
            first = chosen.enrolment if chosen else None
            self.drawer.open_with(IncidentPanel(self._step, seen[1], seen[0], first, self.more))

    def more(self, shown: IncidentShown) -> None:
        """R28: what is known later of an injury or near miss."""
        if seen := self._seen():
            self.drawer.open_with(MorePanel(self._step, seen[1], shown))

    def minutes(self) -> None:
        """R51: how long each block really was."""
        if (seen := self._seen()) and seen[0].minutes:
            self.drawer.open_with(MinutesPanel(self._step, seen[1], seen[0].minutes))

    def _me(self) -> str:
        me = self._step.desk.marking_as
        return self._step.desk.read(lambda view: view.get(Instructor, me).name) if me else ""
