"""What is left in each step of a course, a line each: the same rules that the wishes ask, and the place that mends it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from uuid import UUID

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.at_the_door import attendance_objections, declared_at, fitness_objections, session_at
from calm_instructor.domain.attendance import Enrolment, Part, Presence
from calm_instructor.domain.closing import case_objections, closing_objections
from calm_instructor.domain.course import CourseState, Override, Session, VenueCheck
from calm_instructor.domain.errors import Objection, Weight
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.justification import agreeing_objections
from calm_instructor.domain.outcomes import needs_action_plan, signing_objections
from calm_instructor.domain.pause import pause_at
from calm_instructor.domain.people import evidence_objections
from calm_instructor.domain.planning_rules import is_physical, notice_due
from calm_instructor.domain.sign_off import Document, DocumentKind, SentPackage
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.enrolling import eligibilities
from calm_instructor.operations.planning import readiness
from calm_instructor.operations.viewing.course_file import CourseFile
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.store.reading import Reading

_LAMPS = {Weight.BLOCK: Lamp.STOP, Weight.WARN: Lamp.WARN, Weight.RECORD: Lamp.INFO}
_ELSEWHERE = frozenset({"R7.not_agreed", "course.nobody"})
"""What Ready asks and another step mends."""
_OF_THE_TNA = frozenset({"R2", "R6", "R8", "R40", "R43"})
_OF_THE_LEAD = frozenset({"R13", "R14"})
PLANNED = frozenset({CourseState.PLANNING, CourseState.READY})
_WORKED_ON = frozenset({CourseState.READY, CourseState.RUNNING, CourseState.TO_SIGN})


def _line(
    file: CourseFile,
    step: str,
    lamp: Lamp,
    said: tuple[str, str],
    focus: UUID | str | None = None,
    mend: str = words.MEND,
) -> Left:
    place = Place(page="course", record=file.course.id, step=step, focus=focus)
    return Left(lamp=lamp, title=said[0], detail=said[1], place=place, mend=_(mend))


def _of_person(
    file: CourseFile, step: str, lamp: Lamp, place: Enrolment, missing: Sequence[str], mend: str = words.MEND
) -> Left:
    return _line(file, step, lamp, (file.person(place).full_name, "; ".join(missing)), place.id, mend)


def has_begun(file: CourseFile, on: date) -> bool:
    """Whether the first day has come of a course that may run."""
    return file.course.state in _WORKED_ON and (
        on >= file.course.starts_on or file.course.state is not CourseState.READY
    )


def is_over(file: CourseFile, on: date) -> bool:
    """Whether nothing more is taught."""
    return file.course.state is CourseState.TO_SIGN or on > file.course.ends_on


# ── plan and techniques ─────────────────────────────────────────────────────────────────────────────────────────────


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
        focus = "instructors" if no.rule in _OF_THE_LEAD or no.rule == "R12" else "blocks"
        yield _line(file, "plan", _LAMPS[no.weight], words.told(no), focus)
    yield from _notice(file, on)
    for name, answer in venue_answers(course.venue_check):
        title = _(words.VENUE).format(question=_(words.QUESTIONS[name]))
        if answer is None:
            yield _line(file, "plan", Lamp.TODO, (title, _(words.NOT_ANSWERED)), f"venue.{name}", words.ANSWER)
        elif answer is False:
            yield _line(file, "plan", Lamp.WARN, (title, _(words.ANSWERED_NO)), f"venue.{name}", words.ANSWER)


def venue_answers(venue: VenueCheck) -> tuple[tuple[str, bool | int | None], ...]:
    """The venue list, each question by its field with its answer; None: not looked at yet."""
    return tuple((each.name, getattr(venue, each.name)) for each in fields(venue))


def _notice(file: CourseFile, on: date) -> Iterator[Left]:
    """R34."""
    if file.course.head_office_told_on is not None or on >= file.course.starts_on:
        return
    due = notice_due(file.course, file.numbers)
    late = on > due
    title = _(words.NOTICE_LATE if late else words.TELL_HEAD_OFFICE)
    said = (title, words.notice_due(due, file.numbers.head_office_notice_days))
    yield _line(file, "plan", Lamp.WARN if late else Lamp.TODO, said, "told", words.TELL)


def technique_lines(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R2 to R4, R6, R8, R38 to R40, R43, R45 until the set is agreed (R7)."""
    course = file.course
    if course.set_agreed_at is not None or course.state not in PLANNED or not is_physical(course.kind):
        return
    analysis, catalogue = analysis_of(view, course.tna), catalogue_in_force(view)
    found = tuple(agreeing_objections(analysis, catalogue, file.lead.name, on, file.numbers, hold_names()))
    for no in found:
        yield _of_technique(file, no)
    if not any(no.blocks for no in found):
        detail = _(words.AGREE_DETAIL).format(tna=file.tna.title)
        yield _line(file, "techniques", Lamp.TODO, (_(words.AGREE_SET), detail), "agree", words.AGREE)


def _of_technique(file: CourseFile, no: Objection) -> Left:
    lamp = _LAMPS[no.weight]
    if no.code == "R43.lead_authorised":
        return _line(file, "plan", lamp, words.told(no), "instructors")
    if no.rule in _OF_THE_TNA:
        title, detail = words.told(no)
        place = Place(page="tna", record=file.tna.id)
        return Left(lamp=lamp, title=title, detail=detail, place=place, mend=_(words.OPEN_TNA))
    return _line(file, "techniques", lamp, words.told(no), no.who)


# ── people and register ─────────────────────────────────────────────────────────────────────────────────────────────


def people_lines(view: Reading, file: CourseFile) -> Iterator[Left]:
    """R1, R11, R21, R53: who can't take part in what they are placed for, and what each lacks."""
    course = file.course
    if not is_physical(course.kind):
        return
    if not file.physical and course.state in PLANNED:
        yield _line(file, "people", Lamp.TODO, (_(words.ADD_PEOPLE), _(words.NOBODY)), "add", words.ADD)
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
            yield _of_person(file, "people", Lamp.STOP, place, [words.of_person(no) for no in found], mend)


def register_lines(file: CourseFile, now: datetime) -> Iterator[Left]:
    """R15, R16, R28, R41: of today's session, and of those before it."""
    course = file.course
    if course.state not in _WORKED_ON:
        return
    running = course.state is not CourseState.TO_SIGN
    current = session_at(file.sessions, now) if running else None
    if current is not None and is_physical(course.kind) and not _is_briefed(file, current):
        said = (_(words.GIVE_BRIEFING), _(words.SESSION).format(number=current.number))
        yield _line(file, "register", Lamp.TODO, said, "briefing", words.RECORD)
    before = [each for each in file.sessions if not running or (each.on, each.starts) < _now_of(current, now)]
    for place in file.places:
        yield from _register_of(file, place, current, before, now)


def _now_of(current: Session | None, now: datetime) -> tuple[date, object]:
    return (current.on, current.starts) if current is not None else (now.date(), now.time())


def _is_briefed(file: CourseFile, session: Session) -> bool:
    return any(each.session == session.id for each in file.briefings)


def _register_of(
    file: CourseFile, place: Enrolment, current: Session | None, before: Sequence[Session], now: datetime
) -> Iterator[Left]:
    if place.id in file.signed:
        return
    lamp, missing, mend = Lamp.TODO, [], words.RECORD
    attended = {each.session: each for each in file.attended.get(place.id, ())}
    pausing = pause_at(file.incidents, place, now)
    if pausing is not None:
        lamp = Lamp.STOP
        missing.append(_(words.PAUSED).format(at=moment(pausing.at)))
    for no in case_objections(file.case(place), before, None):
        if no.code == "R29.no_attendance":
            lamp = Lamp.STOP
            missing.append(words.of_person(no))
    if current is not None:
        entry = attended.get(current.id)
        if entry is None:
            missing.append(_(words.NO_ENTRY))
        if place.part is Part.PHYSICAL and (entry is None or entry.presence is not Presence.ABSENT):
            declared = declared_at(file.fitness.get(place.id, ()), now)
            if any(no.code == "R15.no_declaration" for no in fitness_objections(declared, "", now.date())):
                missing.append(_(words.NO_FITNESS))
    if place.part is Part.PHYSICAL and attended:
        blocks = [each for each in file.blocks if each.session in attended]
        owed = attendance_objections(tuple(attended.values()), blocks, "", file.numbers)
        to_make_good = _to_make_good(tuple(owed))
        if to_make_good:
            lamp = Lamp.STOP if lamp is Lamp.STOP else Lamp.WARN
            mend = words.RECORD if missing else words.MAKE_GOOD
            missing += to_make_good
    if missing:
        yield _of_person(file, "register", lamp, place, missing, mend)


def _to_make_good(owed: Sequence[Objection]) -> list[str]:
    """Minutes first; several must-attend blocks are counted."""
    blocks = [words.of_person(no) for no in owed if no.rule == "R41"]
    minutes = [words.of_person(no) for no in owed if no.rule != "R41"]
    return [*minutes, *(blocks if len(blocks) <= 1 else [words.parts_to_make_good(len(blocks))])]


# ── marks, signatures, papers, the end ──────────────────────────────────────────────────────────────────────────────


def assess_lines(file: CourseFile, on: date) -> Iterator[Left]:
    """R19, R29: cells without a mark, knowledge not asked, feedback owed."""
    if not has_begun(file, on):
        return
    for place in file.physical:
        if place.id in file.signed:
            continue
        case = file.case(place)
        open_cells = [no for no in case_objections(case, (), None) if no.code == "R29.cell_open"]
        owed = [no for no in signing_objections(case) if no.rule == "R19"]
        codes = [str(no.facts["technique"]) for no in open_cells if no.facts["technique"]]
        missing = [words.of_person(no) for no in owed]
        if open_cells:
            missing.append(words.unmarked(codes, len(codes) < len(open_cells)))
        if case.knowledge_met() is None and (open_cells or case.seen()):
            missing.append(_(words.KNOWLEDGE))
        if missing:
            stops = owed or (open_cells and is_over(file, on))
            lamp = Lamp.STOP if stops else Lamp.WARN if is_over(file, on) else Lamp.TODO
            yield _of_person(file, "assess", lamp, place, missing, words.WRITE if owed else words.MARK)


def sign_off_lines(file: CourseFile, on: date) -> Iterator[Left]:
    """R1, R15, R19, R20, R29, R48: who is not signed off, ink not held, action plans to write."""
    if not (has_begun(file, on) and is_over(file, on)):
        return
    for place in file.physical:
        signed = file.signed.get(place.id)
        if signed is None:
            stops = [words.of_person(no) for no in signing_objections(file.case(place))]
            lamp = Lamp.STOP if stops else Lamp.TODO
            yield _of_person(file, "sign_off", lamp, place, stops or [_(words.TO_SIGN)], words.SIGN)
            continue
        missing = [
            words.of_person(no) for no in case_objections(file.case(place), (), signed) if no.code == "R29.ink_not_held"
        ]
        if needs_action_plan(signed.result) and place.id not in file.plans:
            missing.append(_(words.ACTION_PLAN))
        if missing:
            yield _of_person(file, "sign_off", Lamp.TODO, place, missing, words.RECORD)


_BLANKS = (DocumentKind.BLANK_REGISTER, DocumentKind.BLANK_ASSESSMENT)


def document_lines(view: Reading, file: CourseFile) -> Iterator[Left]:
    """The blank sheets before the day, the sheet and each person's papers once everybody is signed off."""
    course = file.course
    issued = view.all(Document, course=course.id)
    kinds = {each.kind for each in issued}
    if course.state is CourseState.READY and is_physical(course.kind):
        for kind in _BLANKS:
            if kind not in kinds:
                yield _line(file, "documents", Lamp.TODO, (label(kind), _(words.NOT_PRINTED)), kind.value, words.PRINT)
    if not file.signed or len(file.signed) < len(file.physical):
        return
    if DocumentKind.SIGN_OFF_SHEET not in kinds:
        sheet = DocumentKind.SIGN_OFF_SHEET
        yield _line(file, "documents", Lamp.TODO, (label(sheet), _(words.NOT_PRINTED)), sheet.value, words.PRINT)
    last = DocumentKind.IN_HOUSE_RECORD if is_generic(file.techniques) else DocumentKind.CERTIFICATE
    with_authority = {id for id, signed in file.signed.items() if signed.valid_until is not None}
    for kind, whose in ((DocumentKind.INDIVIDUAL_RECORD, set(file.signed)), (last, with_authority)):
        printed = len({each.enrolment for each in issued if each.kind is kind} & whose)
        if printed < len(whose):
            detail = _(words.PRINTED_OF).format(printed=printed, count=len(whose))
            yield _line(file, "documents", Lamp.TODO, (label(kind), detail), kind.value, words.PRINT)


def close_lines(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R29 to R31: closing, sending, and the receipt. Open items of people stand in the steps that mend them."""
    course = file.course
    if course.state is CourseState.CLOSED and course.closed_at is not None:
        sent = [each for each in view.all(SentPackage, course=course.id) if each.written_at >= course.closed_at]
        if not sent:
            detail = _(words.CLOSED_ON).format(day=day(course.closed_at.date()))
            yield _line(file, "close", Lamp.TODO, (_(words.SEND), detail), "send", words.SEND_VERB)
        elif sent[-1].received_at is None:
            detail = _(words.WRITTEN_ON).format(day=day(sent[-1].written_at.date()))
            yield _line(file, "close", Lamp.INFO, (_(words.NO_RECEIPT), detail), "receipt", words.OPEN)
        return
    if not (has_begun(file, on) and is_over(file, on)):
        return
    for no in closing_objections(course, on, file.numbers):
        lamp = Lamp.TODO if no.code == "R29.not_over" else Lamp.WARN
        yield _line(file, "close", lamp, words.told(no), "close", words.CLOSE)
    if on >= course.ends_on:
        open_ones = sum(
            any(True for _no in case_objections(file.case(place), file.sessions, file.signed.get(place.id)))
            for place in file.places
        )
        detail = words.open_of_people(open_ones) if open_ones else _(words.NOTHING_OPEN)
        yield _line(file, "close", Lamp.TODO, (_(words.CLOSE_COURSE), detail), "close", words.CLOSE)


def open_cells(file: CourseFile) -> tuple[int, int]:
    """How many cells of those not signed off have a mark, and how many cells there are."""
    cells = marked = 0
    for place in file.physical:
        if place.id in file.signed:
            continue
        case = file.case(place)
        for technique in (*(each.id for each in file.techniques), None):
            cells += 1
            stands: Attempt | None = case.stands(technique)
            marked += stands is not None
    return marked, cells
