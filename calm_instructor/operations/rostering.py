"""A roster opened and looked at: what each column was read as, who is new, who may be here already, what wants mending.

A preview is a read. Nobody is made until the chosen people are taken in, by one wish and in one transaction.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.finding import folded
from calm_instructor.domain.ids import InstructorId, PersonId
from calm_instructor.domain.people import CoreTheory, Organisation, Person, Status
from calm_instructor.exchange.reading.bad_rows import bad_rows_file
from calm_instructor.exchange.reading.cells import is_blank, shown, text_of
from calm_instructor.exchange.reading.columns import NumberedRow
from calm_instructor.exchange.reading.roster import Roster, read_roster
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, Pasted, read_tables
from calm_instructor.exchange.safe_file import write_atomically
from calm_instructor.messages import demonstration as evidence_words
from calm_instructor.messages.reading import field_label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.enrolling import brought_up_to_date, temporary_number
from calm_instructor.store.reading import Reading

ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "mac_roman", "cp850", "utf-16")
"""Encodings that are offered by name: what spreadsheet programs write here."""

CHOSEN_FIELDS = ("full_name", "surname", "forename", "staff_no", "job_role", "core_theory")
"""Fields of which a person may say where they stand."""


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    HERE = "here"
    PERHAPS = "perhaps"
    MEND = "mend"


class Taking(StrEnum):
    """What a person decided for a row: somebody new, or the one who is here."""

    AS_NEW = "as new"
    AS_SAME = "as the same"


class Wanted(StrEnum):
    """What only a person can say before a list can be read."""

    ENCODING = "encoding"
    DATE_ORDER = "date order"
    COLUMNS = "columns"


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What was handed in, and what was answered so far. ``mapping``: columns by heading or number, by field."""

    path: Path | None = None
    text: str = ""
    encoding: str | None = None
    date_order: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def source(self) -> Path | Pasted:
        """The file, or the pasted text under its name."""
        return self.path or Pasted(_(words.PASTED), self.text)

    @property
    def name(self) -> str:
        """What the list is called."""
        return self.source.name


@dataclass(frozen=True, kw_only=True)
class ColumnOfList:
    """A column as it can be chosen: ``value`` goes into a mapping, ``label`` is what is read."""

    value: str
    label: str


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


@dataclass(frozen=True, kw_only=True)
class Seen:
    """R1: the evidence of Core Theory of a whole list was seen: its kind, what it is called, by whom and when."""

    kind: str
    reference: str
    by: str
    on: date


def seen_by(view: Reading, who: InstructorId, kind: str, reference: str, today: date) -> Seen:
    """R1: somebody says that they have seen the evidence of a whole list, under their own name."""
    return Seen(kind=kind.strip(), reference=reference.strip(), by=view.get(Instructor, who).name, on=today)


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_list(handed: Handed, today: date) -> Roster:
    """Read what was handed in; reads no store. Raises BadFile; ``wanted`` says what would help."""
    return read_roster(
        handed.source,
        encoding=handed.encoding,
        assume=ASSUMED_ENCODING,
        date_order=handed.date_order,
        mapping=handed.mapping or None,
        today=today,
    )


def wanted(no: BadFile) -> frozenset[Wanted]:
    """What a person may answer so that the list can be read after all; nothing where another file is needed."""
    if no.code.startswith("file.encoding_"):
        return frozenset({Wanted.ENCODING})
    if no.code.startswith("dates."):
        return frozenset({Wanted.DATE_ORDER})
    if no.code.startswith("columns."):
        return frozenset({Wanted.COLUMNS})
    return frozenset()


def columns_offered(handed: Handed, *, headed: bool) -> tuple[ColumnOfList, ...]:
    """The columns of a list whose headings nobody understood. ``headed``: its first row is no person. Raises BadFile."""
    table = read_tables(handed.source, encoding=handed.encoding, assume=ASSUMED_ENCODING)[0]
    width = max(map(len, table.rows), default=0)
    first = next((row for row in table.rows if not is_blank(row)), ())
    texts = [shown(cell) for cell in (*first, *[None] * (width - len(first)))]
    return tuple(_column(at, text, by_heading=headed) for at, text in enumerate(texts))


def looks_headed(handed: Handed) -> bool:
    """Whether the first row of a list is more likely headings than a person: no cell of it holds a figure."""
    table = read_tables(handed.source, encoding=handed.encoding, assume=ASSUMED_ENCODING)[0]
    first = next((row for row in table.rows if not is_blank(row)), ())
    return not any(sign.isdigit() for cell in first for sign in text_of(cell))


def _column(at: int, heading: str, *, by_heading: bool) -> ColumnOfList:
    value = heading if by_heading and heading else str(at + 1)
    return ColumnOfList(value=value, label=words.column_choice(_letter(at), heading))


def _letter(at: int) -> str:
    """How a spreadsheet program calls a column: A, B … Z, AA."""
    text = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


# ── the preview ─────────────────────────────────────────────────────────────────────────────────────────────────────


def preview(view: Reading, roster: Roster, handed: Handed) -> RosterPreview:
    """What taking the list in would do to the people who are here."""
    here = _Here(view.all(Person))
    notes: defaultdict[int, list[str]] = defaultdict(list)
    for problem in roster.problems:
        notes[problem.row].append(problem.sentence)
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
        assumptions=tuple(
            words.assumed(each.what, each.value, each.why)
            for each in roster.assumptions
            if each.code != "columns.mapping"
        ),
        encoding_open="file.encoding" in codes or handed.encoding is not None,
        dates_open=handed.date_order is not None or "dates.half_real" in codes,
        roster=roster,
    )


def _columns_of(roster: Roster, handed: Handed) -> tuple[ColumnOfList, ...]:
    if not roster.headings:
        return columns_offered(handed, headed=False)
    return tuple(_column(at, text, by_heading=True) for at, text in enumerate(roster.headings))


class _Here:
    """The people who are here, by what a row may know of them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_both: dict[tuple[str, str], Person] = {}
        self._by_name: dict[str, Person] = {}
        self._by_number: dict[str, Person] = {}
        for each in people:
            if each.staff_no:
                self._by_both[each.staff_no, each.full_name.casefold()] = each
                self._by_number.setdefault(each.staff_no.casefold(), each)
            self._by_name.setdefault(folded(each.full_name), each)

    def certainly(self, entry: RosterEntry) -> Person | None:
        """The same number and name: one person."""
        return self._by_both.get((staff_number(entry), entry.full_name.casefold()))

    def perhaps(self, entry: RosterEntry) -> Person | None:
        """The same name but for accents, or the same number under another name."""
        by_name = self._by_name.get(folded(entry.full_name))
        return by_name or (self._by_number.get(entry.staff_no.casefold()) if entry.staff_no else None)


def _line(entry: RosterEntry, people: _Here, notes: Mapping[int, list[str]]) -> RosterLine:
    certain = people.certainly(entry)
    maybe = None if certain else people.perhaps(entry)
    here = certain or maybe
    if certain:
        fate, what = Fate.HERE, _what_of(certain, entry)
    elif maybe:
        fate, what = Fate.PERHAPS, words.may_be(words.somebody(maybe.full_name, maybe.staff_no))
    else:
        lacks = any(row in notes for row in entry.rows)
        fate, what = Fate.NEW, _(words.FATE_NEW_LACKING if lacks else words.FATE_NEW)
    return RosterLine(
        row=entry.row,
        name=entry.full_name,
        staff_no=entry.staff_no or "",
        job_role=entry.job_role,
        core_theory=entry.core_theory,
        fate=fate,
        what=what,
        notes=tuple(text for row in entry.rows for text in notes.get(row, ())),
        here=here.id if here else None,
        here_words=words.somebody(here.full_name, here.staff_no) if here else "",
        wants_evidence=_wants_evidence(entry, here),
    )


def _what_of(here: Person, entry: RosterEntry) -> str:
    if here.archived_on is not None:
        return _(words.FATE_ARCHIVED)
    told = person_of(entry, here.id, employer=here.employer, status=here.status)
    return _(words.FATE_HERE if brought_up_to_date(here, told) == here else words.FATE_HERE_NEWER)


def _wants_evidence(entry: RosterEntry, here: Person | None) -> bool:
    """R1: whether the row names a day of Core Theory whose evidence nobody has seen."""
    if entry.core_theory is None:
        return False
    known = here.core_theory if here else None
    return known is None or not known.is_seen or known.completed_on < entry.core_theory


def _to_mend(row: NumberedRow, roster: Roster, notes: Mapping[int, list[str]]) -> RosterLine:
    def told(*fields: str) -> str:
        places = [_place_of(roster, name) for name in fields]
        return " ".join(shown(row.cells[at]) for at in places if at is not None and at < len(row.cells)).strip()

    return RosterLine(
        row=row.number,
        name=told("full_name") or told("forename", "surname"),
        staff_no=told("staff_no"),
        job_role=told("job_role"),
        fate=Fate.MEND,
        what=_(words.FATE_MEND),
        notes=tuple(notes.get(row.number, ())),
    )


def _place_of(roster: Roster, name: str) -> int | None:
    heading = roster.mapping.get(name)
    return roster.headings.index(heading) if heading in roster.headings else None


# ── taking in ───────────────────────────────────────────────────────────────────────────────────────────────────────


def people_chosen(
    view: Reading,
    looked_at: RosterPreview,
    chosen: Mapping[int, Taking],
    new_id: Callable[[], UUID],
    seen: Seen | None = None,
) -> tuple[Person, ...]:
    """The people of the chosen rows, for ``take_in``. ``seen``: somebody has seen the evidence of Core Theory (R1)."""
    employer = next((each.name for each in view.all(Organisation)), "")
    here = {line.row: line.here for line in looked_at.lines}
    on_record = {each.id: each for each in view.all(Person)}
    numbers = {each.staff_no for each in on_record.values()}
    people = []
    for entry in looked_at.roster.entries:
        taking = chosen.get(entry.row)
        if taking is None:
            continue
        known = here[entry.row] if taking is Taking.AS_SAME else None
        if known is None:
            added = person_of(entry, PersonId(new_id()), employer=employer, seen=seen)
            added = _with_free_number(added, entry.row, numbers)
            numbers.add(added.staff_no)
            people.append(added)
        else:
            told = on_record[known]
            brought = person_of(entry, known, employer=told.employer or employer, status=told.status, seen=seen)
            people.append(brought if brought.core_theory else replace(brought, core_theory=told.core_theory))
    return tuple(people)


def _with_free_number(person: Person, row: int, taken: Set[str]) -> Person:
    """A temporary number is nobody else's; rows of two lists may well be the same."""
    while person.staff_no_is_temporary and person.staff_no in taken:
        row += 1
        person = replace(person, staff_no=temporary_number(row))
    return person


def person_of(
    entry: RosterEntry, id: PersonId, *, employer: str, status: Status = Status.OWN, seen: Seen | None = None
) -> Person:
    """The person of a row. ``employer``, ``status``: where the list says none; ``seen``: whether the row is evidence (R1)."""
    return Person(
        id=id,
        full_name=entry.full_name,
        known_as=entry.known_as,
        certificate_name=entry.certificate_name,
        sort_key=entry.sort_key,
        staff_no=staff_number(entry),
        staff_no_is_temporary=entry.staff_no is None,
        employer=entry.employer or employer,
        status=entry.status or status,
        job_role=entry.job_role,
        staff_group=entry.staff_group,
        site=entry.site,
        line_manager=entry.line_manager,
        core_theory=_core_theory(entry, seen),
    )


def staff_number(entry: RosterEntry) -> str:
    """The staff number of a row; a temporary one where the list gives none."""
    return entry.staff_no or temporary_number(entry.row)


def _core_theory(entry: RosterEntry, seen: Seen | None) -> CoreTheory | None:
    if entry.core_theory is None:
        return None
    if seen is None:
        return CoreTheory(
            completed_on=entry.core_theory,
            provider=entry.core_theory_provider,
            evidence_ref=entry.core_theory_evidence,
        )
    return CoreTheory(
        completed_on=entry.core_theory,
        provider=entry.core_theory_provider,
        evidence_kind=seen.kind,
        evidence_ref=evidence_words.evidence_ref(seen.reference, entry.row),
        seen_by=seen.by,
        seen_on=seen.on,
    )


def counted(looked_at: RosterPreview, chosen: Mapping[int, Taking]) -> tuple[int, int, int]:
    """How many would be new, how many are here already, and of how many the evidence is still to be seen."""
    lines = [line for line in looked_at.lines if line.row in chosen]
    new = sum(1 for line in lines if chosen[line.row] is Taking.AS_NEW)
    return new, len(lines) - new, sum(1 for line in lines if line.wants_evidence)


def undecided(looked_at: RosterPreview, chosen: Mapping[int, Taking]) -> int:
    """How many rows may be somebody who is here, and wait for a word."""
    return sum(1 for line in looked_at.lines if line.fate is Fate.PERHAPS and line.row not in chosen)


def save_rows_to_mend(looked_at: RosterPreview, path: Path) -> None:
    """Put the rows that want mending into a file, with what to mend in a last column. Raises WorldError."""
    write_atomically(path, bad_rows_file(looked_at.roster))
