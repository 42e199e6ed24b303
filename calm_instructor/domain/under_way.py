"""Where a day of a course stands at a moment: which block it is in, what follows, and how far it has fallen behind (R51)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from calm_instructor.domain.course import Block, Session, minutes_of, timed


@dataclass(frozen=True, kw_only=True)
class UnderWay:
    """``block`` and until when it runs, ``following`` it (None: it is the last); ``behind``: minutes later than planned."""

    block: Block
    until: datetime
    following: Block | None
    behind: int


def under_way(session: Session, blocks: Sequence[Block], at: datetime) -> UnderWay | None:
    """The block of the session that runs at a moment, by the minutes given so far; None before, after and on other days.

    A block that was given longer pushes what follows; one pinned to the clock waits for its time and so makes up for it.
    """
    if session.on != at.date():
        return None
    at = at.replace(tzinfo=None)  # a plan's times are those of the clock on the wall
    given = [replace(each, minutes=minutes_of(each)) for each in blocks]
    planned = {each.block.id: each for each in timed(session, blocks)}
    runs = timed(session, given)
    for place, each in enumerate(runs):
        starts, ends = (datetime.combine(session.on, clock) for clock in (each.starts, each.ends))
        if starts <= at < ends:
            late = ends - datetime.combine(session.on, planned[each.block.id].ends)
            following = runs[place + 1].block if place + 1 < len(runs) else None
            return UnderWay(block=each.block, until=ends, following=following, behind=late // timedelta(minutes=1))
    return None
