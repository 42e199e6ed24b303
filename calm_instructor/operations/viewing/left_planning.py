"""What is left before a course is ready: its plan, its set, its people; and what is seen to before the day."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from calm_instructor.domain.course import CourseState, Override, VenueCheck
from calm_instructor.domain.errors import Objection, Weight
from calm_instructor.domain.people import evidence_objections
from calm_instructor.domain.planning_rules import is_physical, notice_due
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.operations.enrolling import eligibilities
from calm_instructor.operations.limiting import asked_of_set
from calm_instructor.operations.planning import readiness
from calm_instructor.operations.taking_on import asked_of_moving, newest_revision
from calm_instructor.operations.viewing.course_file import CourseFile
from calm_instructor.operations.viewing.left_line import LAMPS, PLANNED, line, of_person
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.store.reading import Reading

_ELSEWHERE = frozenset({"R7.not_agreed", "course.nobody", "course.no_people"})
"""What Ready asks and another step mends."""
_OF_THE_COURSE = frozenset({"R2.nothing_taught", "R6.uncovered_here", "R6.over_taught"})
"""Of the rules of the TNA, what the course's own set mends."""
_OF_THE_TNA = frozenset({"R2", "R6", "R8", "R40", "R43"})
_OF_THE_LEAD = frozenset({"R13", "R14"})


def plan_lines(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R5, R12 to R14, R34, R35, R46, R47, and the venue list."""
    course = file.course
    if course.state not in PLANNED:
        return
    answered = {each.code for each in view.all(Override, course=course.id)} if course.state is CourseState.READY else ()
    for no in readiness(view, course):
        if no.code in _ELSEWHERE or no.weight is Weight.RECORD or no.code in answered:
            continue
        if not file.blocks and no.rule in {"R35", "R47"}:
            continue  # all of it follows from there being no plan
        if no.rule == "R46":
            yield line(file, "techniques", LAMPS[no.weight], words.told(no), "tier")
            continue
        focus = "instructors" if no.rule in _OF_THE_LEAD or no.rule == "R12" else "blocks"
        yield line(file, "plan", LAMPS[no.weight], words.told(no), focus)
    yield from _notice(file, on)
    for name, answer in venue_answers(course.venue_check):
        title = _(words.VENUE).format(question=_(words.QUESTIONS[name]))
        if answer is None:
            yield line(file, "plan", Lamp.TODO, (title, _(words.NOT_ANSWERED)), f"venue.{name}", words.ANSWER)
        elif answer is False:
            yield line(file, "plan", Lamp.WARN, (title, _(words.ANSWERED_NO)), f"venue.{name}", words.ANSWER)


def venue_answers(venue: VenueCheck) -> tuple[tuple[str, bool | int | None], ...]:
    """The venue list, each question by its field with its answer; None: not looked at yet."""
    return tuple((each.name, getattr(venue, each.name)) for each in fields(venue))


def _notice(file: CourseFile, on: date) -> Iterator[Left]:
    """R34."""
    if file.course.head_office_told_on is not None:
        return
    due = notice_due(file.course, file.numbers)
    late = on > due
    title = _(words.NOTICE_LATE if late else words.TELL_HEAD_OFFICE)
    said = (title, words.notice_due(due, file.numbers.head_office_notice_days))
    yield line(file, "plan", Lamp.WARN if late else Lamp.TODO, said, "told", words.TELL)


def technique_lines(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R2 to R4, R6, R8, R38 to R40, R43, R45 until the set is agreed (R7); then a newer revision that could be taken on."""
    course = file.course
    if course.set_agreed_at is not None:
        yield from _newer(view, file, on)
        return
    if course.state not in PLANNED or not is_physical(course.kind):
        return
    found = asked_of_set(view, course, on)
    for no in found:
        yield _of_technique(file, no)
    if not any(no.blocks for no in found):
        detail = _(words.AGREE_DETAIL).format(tna=file.tna.title)
        yield line(file, "techniques", Lamp.TODO, (_(words.AGREE_SET), detail), "agree", words.AGREE)


def _newer(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R7: nothing moves by itself; what could be taken on is offered."""
    newest = newest_revision(view, file.tna) if file.course.closed_at is None else None
    if newest is None or any(no.blocks for no in asked_of_moving(view, file.course, newest.id, on)):
        return
    detail = _(words.NEWER_DETAIL).format(number=newest.revision_no, now=file.tna.revision_no)
    yield line(file, "techniques", Lamp.INFO, (_(words.NEWER), detail), "newer", words.LOOK)


def _of_technique(file: CourseFile, no: Objection) -> Left:
    lamp = LAMPS[no.weight]
    if no.code in _OF_THE_COURSE:
        return line(file, "techniques", lamp, words.told(no), no.who)
    if no.code == "R43.lead_authorised":
        return line(file, "plan", lamp, words.told(no), "instructors")
    if no.rule in _OF_THE_TNA:
        title, detail = words.told(no)
        place = Place(page="tna", record=file.tna.id)
        return Left(lamp=lamp, title=title, detail=detail, place=place, mend=_(words.OPEN_TNA))
    return line(file, "techniques", lamp, words.told(no), no.who)


def people_lines(view: Reading, file: CourseFile) -> Iterator[Left]:
    """R1, R11, R21, R53: who can't take part in what they are placed for, and what each lacks."""
    course = file.course
    if not is_physical(course.kind):
        if not file.places and course.state in PLANNED:
            yield line(file, "people", Lamp.TODO, (_(words.ADD_PEOPLE), _(words.NOBODY_AT_ALL)), "add", words.ADD)
        return
    if not file.physical and course.state in PLANNED:
        yield line(file, "people", Lamp.TODO, (_(words.ADD_PEOPLE), _(words.NOBODY)), "add", words.ADD)
    waiting = [each for each in file.physical if each.id not in file.signed]
    against = dict(
        zip(
            (each.id for each in waiting),
            (no for _person, no in eligibilities(view, [file.person(each) for each in waiting], course)),
            strict=True,
        )
    )
    for place in waiting:
        person = file.person(place)
        unseen = evidence_objections(person) if person.core_theory is not None else ()
        found = (*against[place.id], *unseen)
        if found:
            mend = words.SEE_EVIDENCE if found[0].rule == "R1" else words.MEND
            yield of_person(file, "people", Lamp.STOP, place, [words.of_person(no) for no in found], mend)
