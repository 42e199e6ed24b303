"""What one trainee sees before signing: their own results, who saw each, how long they were here, with which limits, until when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calm_instructor.domain.assessment import Attempt, tries_used
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, Instructor, taught_minutes
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.ids import CourseTechniqueId, EnrolmentId, InstructorId
from calm_instructor.domain.outcomes import CaseFile, derive
from calm_instructor.domain.sign_off import Result
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import hand_over as words
from calm_instructor.operations.signing import case_of, objections_to_signing
from calm_instructor.operations.viewing.signing import MARKS
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class ResultLine:
    """One result. ``by``: who saw it, named where several instructors did; ``said``: all of it for a reader."""

    kind: str
    name: str
    what: str
    said: str


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """One trainee's page. ``notes``: beneath the results; ``statements``: each with an empty box; ``against``: keeps from signing."""

    enrolment: EnrolmentId
    name: str
    course: str
    generic: bool
    result: Result
    heading: str
    observed: str
    lines: tuple[ResultLine, ...]
    notes: tuple[str, ...]
    statements: tuple[str, ...]
    against: tuple[str, ...]


def hand_over(view: Reading, enrolment: EnrolmentId, who: InstructorId | None) -> HandOver:
    """The page of one person, for the instructor who signs with them."""
    place = view.get(Enrolment, enrolment)
    course = view.get(Course, place.course)
    case, numbers = case_of(view, enrolment), numbers_of(view)
    derived = derive(case, numbers)
    by = view.get(Instructor, who or course.lead)
    names = {each: view.get(Instructor, each).name for each in dict.fromkeys(a.assessor for a in case.seen())}
    minutes, taught = sum(each.minutes_in_all for each in case.attended), taught_minutes(case.blocks)
    notes = [_(words.HERE).format(minutes=minutes, taught=taught)]
    if derived.limits:
        notes.append(_(words.LIMITS).format(limits=", ".join(derived.limits)))
    if derived.valid_until:
        notes.append(_(words.UNTIL).format(day=day(derived.valid_until)))
    return HandOver(
        enrolment=enrolment,
        name=case.person.full_name,
        course=_(words.COURSE).format(title=course.title, site=course.site or course.venue, day=day(course.ends_on)),
        generic=is_generic(case.techniques),
        result=derived.result,
        heading=words.heading(derived.result, len(derived.techniques), len(case.techniques)),
        observed=_(words.OBSERVED_BY).format(who=listed(list(names.values()))) if names else "",
        lines=tuple(_lines(case, names)),
        notes=tuple(notes),
        statements=words.statements(derived.result, minutes, taught, derived.limits, derived.valid_until),
        against=tuple(sentence(no) for no in objections_to_signing(view, case, course, by)),
    )


def _lines(case: CaseFile, names: Mapping[InstructorId, str]) -> Iterator[ResultLine]:
    for technique in case.techniques:
        yield _line(case, technique.id, technique.name, names)
    yield _line(case, None, _(words.CORE), names)
    met = case.knowledge_met()
    kind = {True: "competent", False: "not_yet", None: ""}[met]
    what = _({True: words.ALL_ANSWERED, False: words.SOME_ANSWERED, None: words.NOT_ASKED}[met])
    yield ResultLine(kind=kind, name=_(words.QUESTIONS), what=what, said=f"{_(words.QUESTIONS)}: {what}")


def _line(
    case: CaseFile, technique: CourseTechniqueId | None, name: str, names: Mapping[InstructorId, str]
) -> ResultLine:
    stands: Attempt | None = case.stands(technique)
    if stands is None:
        what = _(words.NO_MARK)
        return ResultLine(kind="", name=name, what=what, said=f"{name}: {what}")
    what = words.tries(_(words.OUTCOMES[stands.outcome]), tries_used(case.cell(technique)))
    said_by = names.get(stands.assessor, "")
    said = _(words.SEEN_BY).format(what=what, who=said_by) if said_by else what
    shown = said if len(names) > 1 and said_by else what
    return ResultLine(kind=MARKS[stands.outcome], name=name, what=shown, said=f"{name}: {said}")
