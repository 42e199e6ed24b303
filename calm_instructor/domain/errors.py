"""Everything that can be said no to, sorted by whose no it is.

No sentence stands here: an error carries a code and facts, ``messages`` makes the sentence. A code of the trade begins with
the number of its rule (``R1.no_date``); a code of the world or of a file begins with its subject (``disk.full``,
``roster.empty``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """How an objection weighs: B blocks, W warns and may be overridden with a recorded reason, R is recorded only."""

    BLOCK = "B"
    WARN = "W"
    RECORD = "R"


@dataclass(frozen=True)
class Objection:
    """One rule's no to one person or thing.

    code: the rule's number, a dot and which of its sentences; who: the name of the person or thing as shown;
    facts: what the sentence needs, by the names of its placeholders (``who`` is one of them already).
    """

    code: str
    who: str
    weight: Weight = Weight.BLOCK
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def rule(self) -> str:
        """The rule's number, as in "R1"."""
        return self.code.split(".", 1)[0]

    @property
    def blocks(self) -> bool:
        """Whether nothing but a change of the facts gets past this one."""
        return self.weight is Weight.BLOCK


def block(code: str, who: str, **facts: object) -> Objection:
    """An objection that blocks."""
    return Objection(code, who, Weight.BLOCK, facts)


def warn(code: str, who: str, **facts: object) -> Objection:
    """An objection that a recorded reason overrides."""
    return Objection(code, who, Weight.WARN, facts)


def note(code: str, who: str, **facts: object) -> Objection:
    """An objection that is recorded and asks nothing."""
    return Objection(code, who, Weight.RECORD, facts)


def unanswered(objections: Iterable[Objection], reasons: Mapping[str, str]) -> tuple[Objection, ...]:
    """What still stops an act: every block, and every warning without a recorded reason under its code (R51)."""
    return tuple(
        each
        for each in objections
        if each.blocks or (each.weight is Weight.WARN and not reasons.get(each.code, "").strip())
    )


class CalmError(Exception):
    """A no that the program foresees. ``code`` and ``facts`` make its sentence in ``messages``."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Refused(CalmError):
    """The trade says no: carries every objection, so that all can be mended in one go."""

    def __init__(self, objections: Iterable[Objection]) -> None:
        self.objections = tuple(objections)
        super().__init__("refused", count=len(self.objections))


class BadFile(CalmError):
    """A file that was handed in can't be used; nothing was changed."""


class WorldError(CalmError):
    """The world says no: disk, lock, folder, damage. What was recorded before is safe."""


class Stopped(CalmError):
    """The person said stop."""

    def __init__(self) -> None:
        super().__init__("stopped")
