"""From one issued catalogue to the next: what is new, changed, withdrawn or gone, and what becomes of what was taught (R24)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calm_instructor.domain.technique import Technique


class Change(StrEnum):
    """What became of an entry."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


class Standing(StrEnum):
    """R24: how what was taught stands against the catalogue in force."""

    AS_TAUGHT = "as taught"
    WITHDRAWN = "withdrawn"
    GONE = "gone"
    NEW_VERSION = "new version"


COMPARED = (
    "name",
    "holds",
    "hold_text",
    "tier",
    "persons",
    "pain_based",
    "loads_neck_airway_abdomen",
    "elevated_risk_note",
    "version",
)
"""The fields of an entry that a change is told of."""


@dataclass(frozen=True, kw_only=True)
class EntryChange:
    """One entry that isn't as it was. ``fields``: which of ``COMPARED`` differ, where it is there in both, and "withdrawn_on"
    where it was withdrawn and is not any more.
    """

    change: Change
    before: Technique | None
    after: Technique | None
    fields: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Its code, the same in both."""
        entry = self.after or self.before
        return entry.code if entry is not None else ""


def changes(before: Sequence[Technique], after: Sequence[Technique]) -> tuple[EntryChange, ...]:
    """R24: every entry that isn't as it was, in the order of the new catalogue, what is gone at the end."""
    was = {each.code: each for each in before}
    now = {each.code for each in after}
    out = []
    for entry in after:
        old = was.get(entry.code)
        fields = tuple(name for name in COMPARED if old is not None and getattr(old, name) != getattr(entry, name))
        if old is not None and old.withdrawn_on is not None and entry.withdrawn_on is None:
            fields = (*fields, "withdrawn_on")
        if entry.withdrawn_on is not None and (old is None or old.withdrawn_on is None):
            out.append(EntryChange(change=Change.WITHDRAWN, before=old, after=entry, fields=fields))
        elif old is None:
            out.append(EntryChange(change=Change.NEW, before=None, after=entry))
        elif fields:
            out.append(EntryChange(change=Change.CHANGED, before=old, after=entry, fields=fields))
    gone = (EntryChange(change=Change.GONE, before=each, after=None) for each in before if each.code not in now)
    return (*out, *gone)


def standing(taught: Technique | None, now: Technique | None, today: date) -> Standing:
    """R24: ``taught`` as it was pinned, ``now`` the entry of its code in the catalogue in force; flagged, never deleted."""
    if now is None:
        return Standing.GONE
    if now.withdrawn_on is not None and now.withdrawn_on <= today:
        return Standing.WITHDRAWN
    if taught is not None and (now.version != taught.version or now.holds != taught.holds or now.tier != taught.tier):
        return Standing.NEW_VERSION
    return Standing.AS_TAUGHT
