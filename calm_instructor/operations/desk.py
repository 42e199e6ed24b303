"""The Desk: runs a wish as one transaction, announces the change once, and puts it back by name.

Undo is a wish like any other: an entry of its own in the trail. It is refused when a later act has touched the same records
or rests on them, and never reaches behind an act that can't be undone (authorise, agree, sign, withdraw, close, send).
"""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.errors import CalmError, Objection, WorldError, block
from calm_instructor.domain.ids import InstructorId, uuid7
from calm_instructor.domain.people import Person
from calm_instructor.operations.wish import Act, Wish
from calm_instructor.store.database import Store
from calm_instructor.store.mapping import KINDS
from calm_instructor.store.reading import Reading
from calm_instructor.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

UNDO_STEPS = 50


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What one wish changed: its name and facts for the label, the topics touched, and whether it can be undone.

    ``put_back``: it was taken back just now.
    """

    wish: str
    topics: frozenset[str]
    facts: dict[str, object]
    undoable: bool
    put_back: bool = False


@dataclass(frozen=True, kw_only=True)
class _Step:
    changes: Changes
    on: date
    stays: tuple[type, ...]
    before: dict[UUID, object | None]
    after: dict[UUID, object | None]


class Desk:
    """One person at one store; wishes of several threads take turns.

    ``clock`` gives the moment; ``marking_as`` is whose wishes they are (R49).
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], marking_as: InstructorId | None = None) -> None:
        self.store = store
        self.clock = clock
        self.marking_as = marking_as
        self.on_change: list[Callable[[Changes], None]] = []
        self._steps: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._turn = threading.RLock()

    def do(self, wish: Wish[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Grant a wish: one transaction, one trail entry, one announcement. Nothing is written when it is refused."""
        return self.do_as(self.marking_as, wish, *args, **kwargs)

    def do_as(self, by: InstructorId | None, wish: Wish[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``do``, for whoever began it: another may be at the desk by the time that long work ends (R49)."""
        with self._turn:
            with self.store.work(wish=wish.name, by=by, at=self.clock()) as work:
                act = Act(work, self.store.sign)
                result = wish(act, *args, **kwargs)
                step = _step(wish, act)
            if step.after:
                self._remember(step, wish.bars)
        if step.after:
            self._announce(step.changes)
        return result

    def read(self, look: Callable[Concatenate[Reading, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``look`` sees in the store, all of it at one moment; takes its turn among the wishes."""
        with self._turn, self.store.reading() as view:
            return look(view, *args, **kwargs)

    def new_id(self) -> UUID:
        """A fresh id of this moment, for a record that is about to be entered."""
        return uuid7(self.clock(), os.urandom(10))

    @property
    def next_undo(self) -> Changes | None:
        """What ``undo`` would put back; None where there is nothing or an act bars the way."""
        with self._turn:
            return self._steps[-1].changes if self._steps else None

    def undo(self) -> Changes | None:
        """Put the last change back as an entry of its own; marks are taken back, never removed, and on their own day only.

        Where the trade says no, that change and those before it can't be put back any more.
        """
        by = self.marking_as
        with self._turn:
            if not self._steps:
                return None
            step = self._steps[-1]
            try:
                with self.store.work(wish="undone", by=by, at=self.clock()) as work:
                    _put_back(Act(work, self.store.sign), step)
            except WorldError:
                raise
            except CalmError:
                self._steps.clear()
                raise
            self._steps.pop()
        undone = replace(step.changes, put_back=True)
        self._announce(undone)
        return undone

    def _remember(self, step: _Step, bars: bool) -> None:
        if bars:
            self._steps.clear()
        elif step.changes.undoable:
            self._steps.append(step)

    def _announce(self, changes: Changes) -> None:
        for listener in self.on_change:
            try:
                listener(changes)
            except Exception:  # what is committed stays so, whoever has trouble with it afterwards
                log.exception("after %s", changes.wish)


def _step(wish: Wish[P, T], act: Act) -> _Step:
    changes = Changes(wish=wish.name, topics=wish.topics, facts=dict(act.facts), undoable=wish.undoable)
    before = dict(act.work.before)
    after = {record: act.work.current(record) for record in before}
    return _Step(changes=changes, on=act.today, stays=wish.stays, before=before, after=after)


def _put_back(act: Act, step: _Step) -> None:
    work = act.work
    for record, after in step.after.items():
        if work.find(type(after if after is not None else step.before[record]), record) != after:
            raise CalmError("undo.changed_since")
    act.refuse(dict.fromkeys(_day_objections(act, step)))
    removed = []
    for record, after in step.after.items():
        before = step.before[record]
        if isinstance(after, step.stays):
            continue
        if before is not None:
            work.put(before)
        elif isinstance(after, (Attempt, KnowledgeCheck)):
            work.put(replace(after, state=AttemptState.TAKEN_BACK))
        elif after is not None:
            work.remove(after)
            removed.append(after)
    if any(_is_named(work, each) for each in removed):
        raise CalmError("undo.changed_since")


def _day_objections(act: Act, step: _Step) -> Iterator[Objection]:
    """R18: a mark is taken back, or stands again, on the day it was changed; later it is corrected with a reason."""
    if step.on == act.today:
        return
    for record, after in step.after.items():
        before = step.before[record]
        if isinstance(after, (Attempt, KnowledgeCheck)) and getattr(before, "state", None) is not after.state:
            person = act.work.get(Person, act.work.get(Enrolment, after.enrolment).person)
            yield block("R18.day_over", person.full_name, day=step.on)


def _is_named(work: Work, removed: Any) -> bool:
    """Whether a record that is there names one that was taken away, as a mark taken back names a place."""
    own = KINDS[type(removed)]
    return any(
        work.count(value, **{field: removed.id})
        for value, kind in KINDS.items()
        for field, named in kind.references.items()
        if named is own
    )
