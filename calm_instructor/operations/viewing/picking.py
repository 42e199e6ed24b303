"""What a picker of techniques shows: the catalogue as one set sees it, the set in teaching order, and what is to be said of it."""

from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.technique import Tier


class Standing(StrEnum):
    """How a technique of the catalogue stands to the set."""

    IN_SET = "in the set"
    MEETS = "meets a risk"
    LEFT_OUT = "left out"
    NO_RISK = "no current risk"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    """What a line offers to do."""

    COVER = "cover"
    TAKE_OUT = "take out"
    SAY_WHY = "say why"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A technique of the catalogue. ``said``: in words what stands, as "in the set" or "left out: …".

    ``may_add``: whether adding it would be granted; the others stand there with their reason;
    ``wanted``: whether it would meet a risk that nothing in the set meets; ``reasoned``: whether a reason is given.
    """

    code: str
    name: str
    family: str
    tier: Tier
    hold: str
    standing: Standing
    said: str
    may_add: bool
    wanted: bool = False
    reasoned: bool = True


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A technique of the set. ``met``: "Risk 1 · where, 31 times"; ``owes``: what it still owes, in words, "" for nothing.

    ``proposed``: a short word at its tier while its texts are proposed ones;
    ``tier`` is None where the catalogue in force does not know it.
    """

    code: str
    name: str
    tier: Tier | None
    met: str
    owes: str = ""
    proposed: str = ""


@dataclass(frozen=True, kw_only=True)
class SetLine:
    """A sentence beneath the set; one with an act is not said where nothing may be changed.

    ``tone``: "ok", "warn", "stop", "info"; ``act``, ``of`` and ``button`` where it offers one.

    ``of``: what the act is done to, a technique's code or a risk's number.
    """

    tone: str
    sentence: str
    act: Act | None = None
    of: str = ""
    button: str = ""


@dataclass(frozen=True, kw_only=True)
class Against:
    """The set beside the last one (R38): its name, and lines of head and words, as ("Added", "GEN-T1, for risk 5")."""

    ref: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Picking:
    """Everything a picker shows. ``limit`` and ``never``: R4's numbers; ``foot``: a last quiet line beneath the set.

    ``catalogue_words``: "31 techniques, version 1.0"; ``may_change``: whether anything may be added, moved or taken out.
    """

    offered: tuple[Offered, ...]
    taken: tuple[Taken, ...]
    lines: tuple[SetLine, ...] = ()
    against: Against | None = None
    limit: int
    never: int
    catalogue_words: str = ""
    generic: bool = False
    foot: str = ""
    may_change: bool = True
