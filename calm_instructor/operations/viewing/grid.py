"""The grid of a course: who was marked in what, who can't be marked now and why. One query for each kind of record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from calm_instructor.domain.assessment import (
    Attempt,
    AttemptState,
    Glance,
    KnowledgeCheck,
    Outcome,
    standing,
    tries_used,
)
from calm_instructor.domain.at_the_door import declared_at
from calm_instructor.domain.attendance import Enrolment, Fitness, Part, to_do_for
from calm_instructor.domain.course import Course, CourseTechnique, Instructor
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import CourseId, CourseTechniqueId, EnrolmentId, InstructorId, PersonId
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.domain.technique import Criterion
from calm_instructor.exchange.reading.shipped import core_behaviours, criteria, phrases
from calm_instructor.exchange.reading.shipped import knowledge as shipped_knowledge
from calm_instructor.messages import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.admitting import by_place, course_objections, door_of, person_objections
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.reading import Reading

CORE = "core"
KNOWLEDGE = "knowledge"
TECHNIQUE = "technique"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell. ``attempt`` counts all tries; ``id``: the entry that stands; ``taken_back``: what was, last.

    ``owes``: feedback is still to be written; ``note``: there is something to read.
    """

    outcome: Outcome | None = None
    attempt: int = 1
    owes: bool = False
    note: bool = False
    taken_back: Outcome | None = None
    id: UUID | None = None


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """What is marked. ``kind``: TECHNIQUE, CORE or KNOWLEDGE; ``code`` and ``name`` are its head in two lines."""

    kind: str
    technique: CourseTechniqueId | None
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """Somebody. ``why``: why they can't be marked now, short; ``told``: in full; ``mend`` and ``place``: what mends it, where.

    ``to_do``: what the instructor must do for them, and what they are not shown (R15, R44).
    """

    enrolment: EnrolmentId
    person: PersonId
    bib: int
    name: str
    known_as: str
    why: str = ""
    told: str = ""
    mend: str = ""
    place: Place | None = None
    to_do: str = ""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """``cells``: by row and column; ``closed``: why nobody can be marked now, in full; ``assessors``: who may be marking."""

    course: CourseId
    title: str
    at: datetime
    generic: bool
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    cells: tuple[tuple[Cell, ...], ...]
    closed: str
    assessors: tuple[tuple[InstructorId, str], ...]
    most_tries: int
    coaching_points_ref: str = ""

    @property
    def marked(self) -> int:
        """How many cells have a mark."""
        return sum(cell.outcome is not None for row in self.cells for cell in row)

    @property
    def all(self) -> int:
        """How many cells there are."""
        return len(self.rows) * len(self.columns)

    @property
    def blocked(self) -> int:
        """How many blanks can't be marked now."""
        return sum(
            cell.outcome is None for row, cells in zip(self.rows, self.cells, strict=True) if row.why for cell in cells
        )

    @property
    def to_do(self) -> int:
        """How many blanks can be marked now."""
        return self.all - self.marked - self.blocked


def grid_of(view: Reading, course: CourseId, now: datetime) -> Grid:
    """The grid of a course at a moment. Only those on its physical part have a row, by bib."""
    current = view.get(Course, course)
    places = [each for each in enrolled(view, course) if each.part is Part.PHYSICAL]
    ids = frozenset(each.id for each in places)
    people = {each.id: each for each in view.all(Person, id=frozenset(each.person for each in places))}
    techniques = set_of(view, course)
    columns = _columns(techniques)
    glances = _by_cell(view.glances(ids))
    stand = {key: standing(found) for key, found in glances.items()}
    in_full = frozenset(UUID(bytes=each.uid) for each in stand.values() if each and each.outcome is Outcome.NOT_YET)
    owing = {each.id.bytes for each in view.all(Attempt, id=in_full) if each.owes_feedback} if in_full else set()
    checks = by_place(view.all(KnowledgeCheck, enrolment=ids))
    instructors = {each.id: each.name for each in view.all(Instructor, id=frozenset(current.instructors))}
    door = door_of(view, current, ids, now)
    signed = {each.enrolment for each in view.all(SignOff, enrolment=ids) if each.withdrawn_on is None}
    closed = tuple(course_objections(door))
    generic = any(each.generic for each in techniques)
    organisation = view.all(Organisation)[0]
    rows = []
    for place in places:
        person = people[place.person]
        stops = (
            [block("R20.signed_already", person.full_name)]
            if place.id in signed
            else []
            if closed
            else list(person_objections(view, door, place, person))
        )
        today = declared_at(door.fitness.get(place.id, ()), now)
        rows.append(replace(_row(course, place, person, stops), to_do=_to_do(place, today)))
    return Grid(
        course=course,
        title=current.title,
        at=now,
        generic=generic,
        columns=columns,
        rows=tuple(rows),
        cells=tuple(
            tuple(
                _checked(checks.get(row.enrolment, ()))
                if column.kind == KNOWLEDGE
                else _seen(
                    glances.get((row.enrolment, column.technique), ()),
                    stand.get((row.enrolment, column.technique)),
                    owing,
                )
                for column in columns
            )
            for row in rows
        ),
        closed=" ".join(sentence(each) for each in closed),
        assessors=tuple((each, instructors[each]) for each in current.instructors if each in instructors),
        most_tries=organisation.numbers.attempts_per_technique,
        coaching_points_ref=organisation.coaching_points_ref if generic else "",
    )


def _columns(techniques: Sequence[CourseTechnique]) -> tuple[GridColumn, ...]:
    if not techniques:
        return ()
    return (
        *(GridColumn(TECHNIQUE, each.id, each.code, each.name) for each in techniques),
        GridColumn(CORE, None, _(words.CORE), _(words.CORE_NAME)),
        GridColumn(KNOWLEDGE, None, _(words.KNOWLEDGE), _(words.KNOWLEDGE_NAME)),
    )


def _by_cell(glances: Iterable[Glance]) -> Mapping[tuple[EnrolmentId, CourseTechniqueId | None], Sequence[Glance]]:
    found: dict[tuple[EnrolmentId, CourseTechniqueId | None], list[Glance]] = defaultdict(list)
    for each in glances:
        found[each.enrolment, each.technique].append(each)
    return found


def _seen(glances: Sequence[Glance], current: Glance | None, owing: Set[bytes]) -> Cell:
    """``cell_from`` of glances; who owes feedback is worked out from the whole attempt."""
    if not glances:
        return BLANK
    if current is None:
        last = glances[-1]
        return Cell(taken_back=last.outcome if last.state is AttemptState.TAKEN_BACK else None)
    return Cell(
        outcome=current.outcome,
        attempt=max(1, tries_used(glances)),
        owes=current.uid in owing,
        note=bool(current.words.strip()),
        id=UUID(bytes=current.uid),
    )


def _row(course: CourseId, place: Enrolment, person: Person, stops: Sequence[Objection]) -> GridRow:
    known_as = person.known_as or person.full_name
    if not stops:
        return GridRow(place.id, person.id, place.bib, person.full_name, known_as)
    first = stops[0]
    why, mend, step = words.NOT_NOW.get(first.code, ("", words.SHOW_IT, "register"))
    where = (
        Place(page="course", record=course, step=step, focus=place.id)
        if step
        else Place(page="person", record=person.id)
    )
    told = " ".join(dict.fromkeys(sentence(each) for each in stops))
    return GridRow(
        place.id, person.id, place.bib, person.full_name, known_as, _(why) if why else told, told, _(mend), where
    )


def _to_do(place: Enrolment, today: Fitness | None) -> str:
    limit = today.limit if today is not None else ""
    said = [*([_(words.LIMIT).format(limit=limit)] if limit else []), *to_do_for(place, today)]
    return " · ".join(said)


def cell_from(attempts: Sequence[Attempt]) -> Cell:
    """The cell of everything recorded of one person in one technique."""
    if not attempts:
        return BLANK
    current = standing(attempts)
    if current is None:
        last = attempts[-1]
        return Cell(taken_back=last.outcome if last.state is AttemptState.TAKEN_BACK else None)
    return Cell(
        outcome=current.outcome,
        attempt=max(1, tries_used(attempts)),
        owes=current.owes_feedback,
        note=bool(current.feedback.strip() or current.not_assessed_reason.strip() or current.correction_reason.strip()),
        id=current.id,
    )


def _checked(checks: Sequence[KnowledgeCheck]) -> Cell:
    valid = [each for each in checks if each.state is AttemptState.VALID]
    if not valid:
        return BLANK if not checks else Cell(taken_back=_met(checks[-1]))
    last = max(valid, key=lambda each: each.number)
    return Cell(outcome=_met(last), attempt=len(valid), id=last.id)


def _met(check: KnowledgeCheck) -> Outcome:
    return Outcome.COMPETENT if check.is_met else Outcome.NOT_YET


def cell_after(view: Reading, enrolment: EnrolmentId, column: GridColumn) -> Cell:
    """One cell as it stands now."""
    if column.kind == KNOWLEDGE:
        return _checked(view.all(KnowledgeCheck, enrolment=enrolment))
    return cell_from(view.all(Attempt, enrolment=enrolment, technique=column.technique))


# ── one cell in full ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class CellDetail:
    """Everything of one cell. ``stands``: the attempt that counts; ``tries``: earlier ones that count; ``others``: what was
    corrected or taken back; ``asked``: what is looked for; ``phrases``: ready words by the code they fit.
    """

    cell: Cell
    stands: Attempt | None
    check: KnowledgeCheck | None
    tries: tuple[Attempt, ...]
    others: tuple[Attempt, ...]
    asked: tuple[Criterion, ...]
    names: Mapping[InstructorId, str]
    phrases: Mapping[str, tuple[str, ...]]

    def by(self, entry: Attempt | KnowledgeCheck) -> str:
        """Who saw it."""
        return self.names.get(entry.assessor, "")


def cell_detail(view: Reading, enrolment: EnrolmentId, column: GridColumn, coaching_points_ref: str = "") -> CellDetail:
    """One cell in full. ``coaching_points_ref``: whose coaching points A4 means while the set is GENERIC (R25)."""
    attempts: tuple[Attempt, ...] = ()
    checks: tuple[KnowledgeCheck, ...] = ()
    if column.kind == KNOWLEDGE:
        checks = view.all(KnowledgeCheck, enrolment=enrolment)
        asked = shipped_knowledge()
    else:
        attempts = view.all(Attempt, enrolment=enrolment, technique=column.technique)
        asked = criteria(coaching_points_ref) if column.kind == TECHNIQUE else core_behaviours()
    current = standing(attempts)
    valid = [each for each in checks if each.state is AttemptState.VALID]
    assessors = frozenset((*(each.assessor for each in attempts), *(each.assessor for each in checks)))
    return CellDetail(
        cell=_checked(checks) if column.kind == KNOWLEDGE else cell_from(attempts),
        stands=current,
        check=max(valid, key=lambda each: each.number) if valid else None,
        tries=tuple(each for each in attempts if each.state is AttemptState.VALID and each is not current),
        others=tuple(each for each in attempts if each.state is not AttemptState.VALID),
        asked=asked,
        names={each.id: each.name for each in view.all(Instructor, id=assessors)} if assessors else {},
        phrases=phrases(),
    )
