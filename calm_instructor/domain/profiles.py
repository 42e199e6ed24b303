"""What a profile needs before anything rests on it: of the organisation a name, of an instructor a name and a number."""

from collections.abc import Iterator, Sequence

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.people import Organisation


def organisation_objections(organisation: Organisation) -> Iterator[Objection]:
    """Every paper bears the organisation's name. ``who`` is the field, which ``messages`` words."""
    if not organisation.name.strip():
        yield block("organisation.no_name", "organisation")


def instructor_objections(instructor: Instructor, others: Sequence[Instructor]) -> Iterator[Objection]:
    """R13: who marks is named; every record's number carries the instructor's, so no two may share one on a laptop."""
    who = instructor.name.strip() or "instructor"
    number = instructor.number.strip()
    if not instructor.name.strip():
        yield block("instructor.no_name", who)
    if not number:
        yield block("instructor.no_number", who)
    taken = next((each for each in others if each.id != instructor.id and each.number.strip() == number), None)
    if number and taken is not None:
        yield block("instructor.number_taken", who, number=number, other=taken.name)
    start, end = instructor.authorised_from, instructor.expires
    if start is not None and end is not None and end < start:
        yield block("instructor.dates", who, start=start, end=end)
