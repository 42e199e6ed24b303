"""People who stand in a list more than once: one person listed twice, or two people who were given one number.

Decides nothing by likeness: a staff number with one name is one person; a number with two names is nobody until somebody
mends it; a name with two numbers is two people.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace

from calm_instructor.exchange.reading.names import same_name
from calm_instructor.exchange.reading.roster_entry import RosterEntry

_COMPARED = tuple(
    entry.name
    for entry in fields(RosterEntry)
    if entry.name not in {"row", "rows", "full_name", "sort_key", "staff_no"}
)


@dataclass(frozen=True)
class Merged:
    """One person who stood in several rows. differs: fields in which the rows disagreed; the first row was taken."""

    entry: RosterEntry
    rows: tuple[int, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True)
class Sorted:
    """What became of the entries. clashes: those whose staff number stands with another name; namesakes: kept, each."""

    entries: tuple[RosterEntry, ...]
    merged: tuple[Merged, ...]
    clashes: tuple[tuple[RosterEntry, ...], ...]
    namesakes: tuple[tuple[RosterEntry, ...], ...]


def sort_repeats(entries: Iterable[RosterEntry]) -> Sorted:
    """Merge, keep apart or hold back those who stand in a list more than once, in the order of the list."""
    kept: list[RosterEntry] = []
    merged: list[Merged] = []
    clashes: list[tuple[RosterEntry, ...]] = []
    for group in _grouped(entries, _identity):
        if len({same_name(entry.full_name) for entry in group}) > 1:
            clashes.append(group)
        elif len(group) > 1:
            merged.append(_merge(group))
            kept.append(merged[-1].entry)
        else:
            kept.extend(group)
    namesakes = [group for group in _grouped(kept, lambda entry: same_name(entry.full_name)) if len(group) > 1]
    return Sorted(tuple(kept), tuple(merged), tuple(clashes), tuple(namesakes))


def _identity(entry: RosterEntry) -> object:
    """A staff number; without one, everything the row says."""
    if entry.staff_no is not None:
        return entry.staff_no.casefold()
    return (same_name(entry.full_name), *(getattr(entry, name) for name in _COMPARED))


def _grouped(entries: Iterable[RosterEntry], key: Callable[[RosterEntry], object]) -> Sequence[tuple[RosterEntry, ...]]:
    groups: dict[object, list[RosterEntry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return [tuple(group) for group in groups.values()]


def _merge(group: Sequence[RosterEntry]) -> Merged:
    """The first row, with what only a later one says."""
    first = group[0]
    filled, differs = {}, []
    for name in _COMPARED:
        said = list(dict.fromkeys(value for entry in group if (value := getattr(entry, name))))
        if len(said) > 1:
            differs.append(name)
        if said and not getattr(first, name):
            filled[name] = said[0]
    rows = tuple(entry.row for entry in group)
    return Merged(replace(first, rows=rows, **filled), rows, tuple(differs))
