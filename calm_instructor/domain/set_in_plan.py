"""Which blocks of a plan are about which techniques, once the set changes before the first mark (R7, R47)."""

from collections.abc import Sequence
from dataclasses import replace

from calm_instructor.domain.course import Block, BlockKind


def blocks_following(blocks: Sequence[Block], was: Sequence[str], now: Sequence[str]) -> tuple[Block, ...]:
    """The blocks that change, in the order given, when a set of codes ``was`` becomes ``now``; both in teaching order.

    What was about the whole set stays about the whole set. Others lose what is taught no more, in teaching order; what
    comes in joins, in each kind of block that names techniques, the one that is about its neighbour in the set.
    """
    if not now:
        return ()
    followed = [replace(each, techniques=_kept(each.techniques, was, now)) for each in blocks]
    for kind in BlockKind:
        of_kind = [place for place, each in enumerate(followed) if each.kind is kind and blocks[place].techniques]
        for code in now:
            if of_kind and code not in was and not any(code in followed[place].techniques for place in of_kind):
                place = _beside(followed, of_kind, code, now)
                joined = {*followed[place].techniques, code}
                followed[place] = replace(followed[place], techniques=tuple(each for each in now if each in joined))
    return tuple(after for before, after in zip(blocks, followed, strict=True) if before != after)


def _kept(named: tuple[str, ...], was: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    if was and set(was) <= set(named):
        return tuple(now)
    return tuple(code for code in now if code in named)


def _beside(blocks: Sequence[Block], places: Sequence[int], code: str, now: Sequence[str]) -> int:
    """The block about the technique before this one, else the one after it, else the first of them."""
    at = now.index(code)
    for neighbour in (*reversed(now[:at]), *now[at + 1 :]):
        for place in places:
            if neighbour in blocks[place].techniques:
                return place
    return places[0]
