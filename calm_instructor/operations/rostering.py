"""A roster looked at: what each column was read as, who is new, who may be here already, what wants mending.

A preview is a read. Nobody is made until the chosen people are taken in, by one wish and in one transaction.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from calm_instructor.domain.finding import folded
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.exchange.reading.bad_rows import bad_rows_file
from calm_instructor.exchange.reading.cells import shown
from calm_instructor.exchange.reading.columns import NumberedRow
from calm_instructor.exchange.reading.findings import RowProblem
from calm_instructor.exchange.reading.roster import Roster
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.exchange.safe_file import write_atomically
from calm_instructor.messages import demonstration as evidence_words
from calm_instructor.messages.reading import field_label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.handing_in import CHOSEN_FIELDS, ColumnOfList, Handed, column_of_list, columns_offered
from calm_instructor.operations.roster_people import Seen, person_of, staff_number
from calm_instructor.operations.taking_in import brought_up_to_date, temporary_number
from calm_instructor.store.reading import Reading


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    HERE = "here"
    PERHAPS = "perhaps"
    MEND = "mend"


class Taking(StrEnum):
    """What a person decided for a row: somebody new, the one who is here, or that one under the name of the list (R52)."""

    AS_NEW = "as new"
    AS_SAME = "as the same"
    RENAMED = "as the same, with this name"


@dataclass(frozen=True, kw_only=True)
class RosterLine:
    """One row and what would become of it. ``here``: the person it is, or may be; ``notes``: sentences on the row."""

    row: int
    name: str
    staff_no: str
    job_role: str = ""
    core_theory: date | None = None
    fate: Fate
    what: str
    notes: tuple[str, ...] = ()
    here: PersonId | None = None
    here_words: str = ""
    wants_evidence: bool = False

    @property
    def goes_on_without(self) -> bool:
        """Whether the row goes on without something that could not be read in it."""
        return self.fate is not Fate.MEND and bool(self.notes)


@dataclass(frozen=True, kw_only=True)
class RosterPreview:
    """A list as it was read. ``mapped``: the chosen column by field; ``encoding_open``: nothing but a person can say it."""

    handed: Handed
    source: str
    lines: tuple[RosterLine, ...]
    columns: tuple[ColumnOfList, ...]
    mapped: Mapping[str, str] = field(hash=False)
    also_read: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    encoding_open: bool
    dates_open: bool
    roster: Roster = field(repr=False)

    def usual(self) -> dict[int, Taking]:
        """What is taken in unless somebody says otherwise: who is new, and who is certainly here."""
        usual = {Fate.NEW: Taking.AS_NEW, Fate.HERE: Taking.AS_SAME}
        return {line.row: usual[line.fate] for line in self.lines if line.fate in usual}

    @property
    def to_mend(self) -> int:
        """How many rows can be saved, mended and handed in again."""
        return len(self.roster.bad_rows)

    @property
    def evidence_kind(self) -> str:
        """The kind of evidence that a list is, where somebody says that it is one."""
        return evidence_words.evidence_kind()


def preview(view: Reading, roster: Roster, handed: Handed) -> RosterPreview:
    """What taking the list in would do to the people who are here."""
    here = _Here(view.all(Person))
    notes: defaultdict[int, list[RowProblem]] = defaultdict(list)
    for problem in roster.problems:
        notes[problem.row].append(problem)
    taken = {row for entry in roster.entries for row in entry.rows}
    lines = [_line(entry, here, notes) for entry in roster.entries]
    lines += [_to_mend(row, roster, notes) for row in roster.bad_rows if row.number not in taken]
    codes = {each.code for each in roster.assumptions}
    return RosterPreview(
        handed=handed,
        source=roster.source,
        lines=tuple(sorted(lines, key=lambda line: line.row)),
        columns=_columns_of(roster, handed),
        mapped=roster.mapping if roster.headings else handed.mapping,
        also_read=tuple(
            (field_label(name), heading) for name, heading in roster.mapping.items() if name not in CHOSEN_FIELDS
        ),
        assumptions=(
            *((words.as_last_time(handed.last_time),) if handed.last_time else ()),
            *(
                words.assumed(each.what, each.value, each.why)
                for each in roster.assumptions
                if each.code != "columns.mapping"
            ),
        ),
        encoding_open="file.encoding" in codes or handed.encoding is not None,
        dates_open=handed.date_order is not None or "dates.half_real" in codes,
        roster=roster,
    )


def _columns_of(roster: Roster, handed: Handed) -> tuple[ColumnOfList, ...]:
    if not roster.headings:
        return columns_offered(handed, headed=False)
    return tuple(column_of_list(at, text, by_heading=True) for at, text in enumerate(roster.headings))


class _Here:
    """The people who are here, by what a row may know of them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_both: dict[tuple[str, str], Person] = {}
        self._by_name: dict[str, Person] = {}
        self._by_number: dict[str, Person] = {}
        known = tuple(people)
        for each in known:
            if each.staff_no:
                self._by_both[each.staff_no, each.full_name.casefold()] = each
                self._by_number.setdefault(each.staff_no.casefold(), each)
            self._by_name.setdefault(folded(each.full_name), each)
        for each in known:
            for earlier in each.earlier_numbers:
                self._by_number.setdefault(earlier.casefold(), each)  # after the numbers of today

    def certainly(self, entry: RosterEntry) -> Person | None:
        """The same number and name: one person."""
        return self._by_both.get((staff_number(entry), entry.full_name.casefold()))

    def perhaps(self, entry: RosterEntry) -> Person | None:
        """The same name but for accents, or the same number under another name."""
        by_name = self._by_name.get(folded(entry.full_name))
        return by_name or (self._by_number.get(entry.staff_no.casefold()) if entry.staff_no else None)


def _line(entry: RosterEntry, people: _Here, notes: Mapping[int, list[RowProblem]]) -> RosterLine:
    certain = people.certainly(entry)
    maybe = None if certain else people.perhaps(entry)
    here = certain or maybe
    problems = [problem for row in entry.rows for problem in notes.get(row, ())]
    gap = words.short_of(problems[0].code, problems[0].column) if problems else ""
    if certain:
        fate, what = Fate.HERE, _what_of(certain, entry, gap)
    elif maybe:
        fate, what = Fate.PERHAPS, words.may_be(maybe.staff_no or maybe.full_name)
    else:
        fate, what = Fate.NEW, _(words.FATE_NEW_LACKING if gap else words.FATE_NEW).format(gap=gap)
    return RosterLine(
        row=entry.row,
        name=entry.full_name,
        staff_no=entry.staff_no or "",
        job_role=entry.job_role,
        core_theory=entry.core_theory,
        fate=fate,
        what=what,
        notes=tuple(problem.sentence for problem in problems),
        here=here.id if here else None,
        here_words=words.somebody(here.full_name, here.staff_no) if here else "",
        wants_evidence=_wants_evidence(entry, here),
    )


def _what_of(here: Person, entry: RosterEntry, gap: str) -> str:
    if here.archived_on is not None:
        return _(words.FATE_ARCHIVED)
    if gap:
        return _(words.FATE_HERE_LACKING).format(gap=gap)
    told = person_of(entry, here.id, employer=here.employer, status=here.status)
    return _(words.FATE_HERE if brought_up_to_date(here, told) == here else words.FATE_HERE_NEWER)


def _wants_evidence(entry: RosterEntry, here: Person | None) -> bool:
    """R1: whether the row names a day of Core Theory whose evidence nobody has seen."""
    if entry.core_theory is None:
        return False
    known = here.core_theory if here else None
    return known is None or not known.is_seen or known.completed_on < entry.core_theory


def _to_mend(row: NumberedRow, roster: Roster, notes: Mapping[int, list[RowProblem]]) -> RosterLine:
    first = next(problem for problem in notes[row.number] if problem.keeps_out)

    def told(*fields: str) -> str:
        places = [_place_of(roster, name) for name in fields]
        return " ".join(shown(row.cells[at]) for at in places if at is not None and at < len(row.cells)).strip()

    return RosterLine(
        row=row.number,
        name=told("full_name") or told("forename", "surname"),
        staff_no=told("staff_no"),
        job_role=told("job_role"),
        fate=Fate.MEND,
        what=words.short_of(first.code, first.column),
        notes=tuple(problem.sentence for problem in notes[row.number]),
    )


def _place_of(roster: Roster, name: str) -> int | None:
    heading = roster.mapping.get(name)
    return roster.headings.index(heading) if heading in roster.headings else None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What would become of every row. ``gaps``: of the new; ``unseen``: of whom the evidence is still to be seen, by name."""

    new: int
    gaps: int
    known: int
    undecided: int
    left_out: int
    unseen: tuple[str, ...]


def counted(looked_at: RosterPreview, chosen: Mapping[int, Taking], spoken: Set[int] = frozenset()) -> Counted:
    """What would happen. ``spoken``: rows of which somebody has said what becomes of them."""
    lines = [line for line in looked_at.lines if line.row in chosen]
    new = [line for line in lines if chosen[line.row] is Taking.AS_NEW]
    others = [line for line in looked_at.lines if line.row not in chosen]
    undecided = sum(1 for line in others if line.fate is Fate.PERHAPS and line.row not in spoken)
    return Counted(
        new=len(new),
        gaps=sum(1 for line in new if line.goes_on_without),
        known=len(lines) - len(new),
        undecided=undecided,
        left_out=len(others) - undecided,
        unseen=tuple(line.name for line in lines if line.wants_evidence),
    )


def save_rows_to_mend(looked_at: RosterPreview, path: Path) -> None:
    """Put the rows that want mending into a file, with what to mend in a last column. Raises WorldError."""
    write_atomically(path, bad_rows_file(looked_at.roster))


# ── who is taken in ─────────────────────────────────────────────────────────────────────────────────────────────────


def people_chosen(
    view: Reading,
    looked_at: RosterPreview,
    chosen: Mapping[int, Taking],
    new_id: Callable[[], UUID],
    seen: Seen | None = None,
) -> tuple[Person, ...]:
    """The people of the chosen rows, for ``take_in``. ``seen``: somebody has seen the evidence of Core Theory (R1).

    Who is somebody else than the one they were held against is never asked about again.
    """
    employer = next((each.name for each in view.all(Organisation)), "")
    here = {line.row: line.here for line in looked_at.lines}
    on_record = {each.id: each for each in view.all(Person)}
    numbers = {number for each in on_record.values() for number in each.numbers}
    people = []
    for entry in looked_at.roster.entries:
        taking = chosen.get(entry.row)
        if taking is None:
            continue
        alike = here[entry.row]
        known = None if taking is Taking.AS_NEW else alike
        if known is None:
            added = person_of(entry, PersonId(new_id()), employer=employer, seen=seen)
            added = replace(added, not_same_as=(alike,) if alike else ())
            added = _with_free_number(added, entry.row, numbers)
            numbers.add(added.staff_no)
            people.append(added)
        else:
            told = on_record[known]
            brought = person_of(entry, known, employer=told.employer or employer, status=told.status, seen=seen)
            people.append(brought if brought.core_theory else replace(brought, core_theory=told.core_theory))
    return tuple(people)


def renamed(looked_at: RosterPreview, chosen: Mapping[int, Taking]) -> frozenset[PersonId]:
    """R52: who is called as the list says from now on."""
    lines = (line for line in looked_at.lines if chosen.get(line.row) is Taking.RENAMED)
    return frozenset(line.here for line in lines if line.here is not None)


def _with_free_number(person: Person, row: int, taken: Set[str]) -> Person:
    """A temporary number is nobody else's; rows of two lists may well be the same."""
    while person.staff_no_is_temporary and person.staff_no in taken:
        row += 1
        person = replace(person, staff_no=temporary_number(row))
    return person
