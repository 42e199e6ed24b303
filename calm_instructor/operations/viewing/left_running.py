"""What is left while a course runs: at the door, and on the mat."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.at_the_door import attendance_objections, declared_at, fitness_objections, session_at
from calm_instructor.domain.attendance import Enrolment, Part, Presence
from calm_instructor.domain.closing import case_objections
from calm_instructor.domain.course import CourseState, Session
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.outcomes import signing_objections
from calm_instructor.domain.pause import pause_at
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.messages.window.register import still_to_write
from calm_instructor.operations.viewing.course_file import CourseFile
from calm_instructor.operations.viewing.left_line import WORKED_ON, has_begun, is_over, line, of_person
from calm_instructor.operations.viewing.places import Left
from calm_instructor.operations.viewing.register_rows import declaration_lamp


def register_lines(file: CourseFile, now: datetime) -> Iterator[Left]:
    """R15, R16, R28, R41: of today's session, and of those before it; then what is still to be written of injuries."""
    course = file.course
    if course.state not in WORKED_ON:
        return
    running = course.state is not CourseState.TO_SIGN
    current = session_at(file.sessions, now) if running else None
    if current is not None and is_physical(course.kind) and not _is_briefed(file, current):
        said = (_(words.GIVE_BRIEFING), _(words.SESSION).format(number=current.number))
        yield line(file, "register", Lamp.TODO, said, "briefing", words.RECORD)
    before = [each for each in file.sessions if not running or (each.on, each.starts) < _now_of(current, now)]
    for place in file.places:
        yield from _register_of(file, place, current, before, now)
    yield from _injuries(file)


def _injuries(file: CourseFile) -> Iterator[Left]:
    """R28: of an injury what could not be written at once, as the accident book's reference."""
    names = {place.id: file.person(place).full_name for place in file.places}
    for each in sorted(file.incidents, key=lambda incident: incident.at):
        lacks = still_to_write(each.as_it_stands)
        if lacks:
            who = names.get(each.enrolment, "") if each.enrolment else ""
            said = (who or _(words.NOBODYS_INJURY), words.injury_lacks(each.at, lacks))
            yield line(file, "register", Lamp.TODO, said, each.enrolment if who else None, words.WRITE)


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
        physical = place.part is Part.PHYSICAL and is_physical(file.course.kind)
        if physical and (entry is None or entry.presence is not Presence.ABSENT):
            declared = declared_at(file.fitness.get(place.id, ()), now)
            if any(no.code == "R15.no_declaration" for no in fitness_objections(declared, "", now.date())):
                missing.append(_(words.NO_FITNESS))
                if entry is not None and declaration_lamp(current, file.blocks, now) is Lamp.STOP:
                    lamp = Lamp.STOP
    if place.part is Part.PHYSICAL and attended:
        blocks = [each for each in file.blocks if each.session in attended]
        owed = attendance_objections(tuple(attended.values()), blocks, "", file.numbers)
        to_make_good = _to_make_good(tuple(owed))
        if to_make_good:
            lamp = Lamp.STOP if lamp is Lamp.STOP else Lamp.WARN
            mend = words.RECORD if missing else words.MAKE_GOOD
            missing += to_make_good
    if missing:
        yield of_person(file, "register", lamp, place, missing, mend)


def _to_make_good(owed: Sequence[Objection]) -> list[str]:
    """Minutes first; several must-attend blocks are counted."""
    blocks = [words.of_person(no) for no in owed if no.rule == "R41"]
    minutes = [words.of_person(no) for no in owed if no.rule != "R41"]
    return [*minutes, *(blocks if len(blocks) <= 1 else [words.parts_to_make_good(len(blocks))])]


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
            yield of_person(file, "assess", lamp, place, missing, words.WRITE if owed else words.MARK)


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
