"""What is left of a course, step by step, and the one thing to do next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from calm_instructor.domain.at_the_door import session_at
from calm_instructor.domain.course import CourseState
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.operations.viewing.course_file import CourseFile, course_file
from calm_instructor.operations.viewing.left_ending import close_lines, document_lines, sign_off_lines
from calm_instructor.operations.viewing.left_line import has_begun, is_over
from calm_instructor.operations.viewing.left_planning import people_lines, plan_lines, technique_lines, venue_answers
from calm_instructor.operations.viewing.left_running import assess_lines, open_cells, register_lines
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.operations.viewing.register_next import minutes_after_start, next_at_door
from calm_instructor.store.reading import Reading

_ORDER = {Lamp.STOP: 0, Lamp.WARN: 1, Lamp.TODO: 2, Lamp.INFO: 3, Lamp.OK: 4}

Lines = Mapping[str, tuple[Left, ...]]


@dataclass(frozen=True, kw_only=True)
class CourseLeft:
    """``steps``: every step with its lines, what stops first; ``done``: steps with nothing more to come; ``next``: of them all."""

    steps: Lines
    done: frozenset[str]
    next: Left | None

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(lines) for lines in self.steps.values())


def left_of(view: Reading, course: CourseId, now: datetime) -> CourseLeft:
    """What is left at a moment, on the venue's clock. A course that was cancelled leaves nothing."""
    file = course_file(view, course)
    on = now.date()
    if file.course.state is CourseState.CANCELLED:
        return CourseLeft(steps={}, done=frozenset(), next=None)
    steps = {
        "plan": _sorted(plan_lines(view, file, on)),
        "techniques": _sorted(technique_lines(view, file, on)),
        "people": _sorted(people_lines(view, file)),
        "register": _sorted(register_lines(file, now)),
        "assess": _sorted(assess_lines(file, on)),
        "sign_off": _sorted(sign_off_lines(file, on)),
        "documents": _sorted(document_lines(view, file)),
        "close": _sorted(close_lines(view, file, on)),
    }
    return CourseLeft(steps=steps, done=_done(file, steps, on), next=_next(file, steps, now))


def _sorted(lines: Iterable[Left]) -> tuple[Left, ...]:
    return tuple(sorted(lines, key=lambda each: _ORDER[each.lamp]))


def _done(file: CourseFile, steps: Lines, on: date) -> frozenset[str]:
    course, over = file.course, has_begun(file, on) and is_over(file, on)
    closed = course.state is CourseState.CLOSED
    over = over or closed
    everyone_signed = bool(file.signed) and len(file.signed) == len(file.physical)
    has_come = {
        "plan": course.state is not CourseState.PLANNING,
        "techniques": course.set_agreed_at is not None,
        "people": bool(file.places) and course.state is not CourseState.PLANNING,
        "register": over,
        "assess": over,
        "sign_off": over and (everyone_signed or not is_physical(course.kind)),
        "documents": everyone_signed,
        "close": closed,
    }
    return frozenset(step for step, come in has_come.items() if come and not steps[step])


# ── the next thing ──────────────────────────────────────────────────────────────────────────────────────────────────


def _next(file: CourseFile, steps: Lines, now: datetime) -> Left | None:
    state = file.course.state
    if state is CourseState.CLOSED:
        return next((each for each in steps["close"] if each.lamp is Lamp.TODO), None)
    if state is CourseState.PLANNING:
        return _before_ready(file, steps)
    if not has_begun(file, now.date()):
        return _before_the_day(file, steps)
    if is_over(file, now.date()):
        return _after_the_day(file, steps)
    return _on_the_day(file, steps, now)


def _first(lines: Iterable[Left], lamp: Lamp = Lamp.STOP) -> Left | None:
    return next((each for each in lines if each.lamp is lamp), None)


def _to(file: CourseFile, step: str, title: str, detail: str, focus: object = None, mend: str = words.OPEN) -> Left:
    place = Place(page="course", record=file.course.id, step=step, focus=focus)  # type: ignore[arg-type]
    return Left(lamp=Lamp.TODO, title=title, detail=detail, place=place, mend=_(mend))


def _before_ready(file: CourseFile, steps: Lines) -> Left:
    """Set, people, plan, in this order; then whatever stops Ready; then Ready."""
    agreed = file.course.set_agreed_at is not None or not is_physical(file.course.kind)
    first = None if agreed else _first(steps["techniques"]) or _first(steps["techniques"], Lamp.TODO)
    if first is None and not (file.physical if is_physical(file.course.kind) else file.places):
        first = _first(steps["people"], Lamp.TODO)
    first = first or _first(steps["plan"])
    if first is not None:
        return first
    warned = sum(
        1 for each in steps["plan"] if each.lamp is Lamp.WARN and each.place.focus in {"blocks", "instructors"}
    )
    detail = words.reasons_asked(warned) if warned else _(words.NOTHING_STOPS)
    return _to(file, "plan", _(words.SAY_READY), detail, "ready", words.READY_VERB)


def _before_the_day(file: CourseFile, steps: Lines) -> Left:
    """People who can't take part, the venue, head office, the blank sheets; then the day itself."""
    stopped = _first(steps["plan"])
    if stopped is not None:
        return stopped
    kept_out = [each for each in steps["people"] if each.lamp is Lamp.STOP]
    if kept_out:
        one = kept_out[0]
        return _to(file, "people", words.not_ready(len(kept_out)), one.title, one.place.focus, words.SEE_EVIDENCE)
    return _venue(file) or _told(steps) or _blanks(file, steps) or _hold(file)


def _venue(file: CourseFile) -> Left | None:
    answers = venue_answers(file.course.venue_check)
    asked = [name for name, answer in answers if answer is None]
    if not asked:
        return None
    rest = len(answers) - len(asked)
    detail = _(words.OTHERS_ANSWERED).format(count=rest) if rest else _(words.NONE_ANSWERED)
    return _to(file, "plan", words.answer_venue(len(asked)), detail, f"venue.{asked[0]}", words.ANSWER)


def _told(steps: Lines) -> Left | None:
    return next((each for each in steps["plan"] if each.place.focus == "told"), None)


def _blanks(file: CourseFile, steps: Lines) -> Left | None:
    if not steps["documents"]:
        return None
    focus = steps["documents"][0].place.focus
    return _to(file, "documents", _(words.PRINT_BLANKS), _(words.BLANKS_DETAIL), focus, words.PRINT)


def _hold(file: CourseFile) -> Left:
    starts = words.at_on(file.course.starts_on, file.sessions[0].starts) if file.sessions else ""
    return _to(file, "register", _(words.HOLD_ON), starts)


def _on_the_day(file: CourseFile, steps: Lines, now: datetime) -> Left:
    """The door, the briefing, then the mat; once everyone has been marked, what is owed, and the end of the marking."""
    current = session_at(file.sessions, now)
    if current is not None:
        door = _door(file, steps, minutes_after_start(current, now))
        if door is not None:
            return door
    marked, cells = open_cells(file)
    coming = next((each for each in file.sessions if each.on > now.date()), None)
    if current is None and coming is not None:
        title = _(words.NEXT_SESSION).format(number=coming.number)
        return _to(file, "register", title, words.at_on(coming.on, coming.starts))
    owed = _first(steps["assess"])
    if marked == cells and owed is not None:
        return owed
    if marked < cells or steps["assess"]:
        line = steps["assess"][0]
        title = words.mark_more(cells - marked) if marked < cells else line.title
        detail = words.marked_of(marked, cells) if marked < cells else line.detail
        return _to(file, "assess", title, detail, line.place.focus, words.MARK)
    if coming is not None:
        title = _(words.NEXT_SESSION).format(number=coming.number)
        return _to(file, "register", title, words.at_on(coming.on, coming.starts))
    if not is_physical(file.course.kind):
        return _to(file, "close", _(words.CLOSE_COURSE), _(words.NOTHING_OPEN), "close", words.CLOSE)
    return _to(file, "assess", _(words.MARKING_OVER), _(words.ALL_MARKED), "end", words.SIGN)


def _door(file: CourseFile, steps: Lines, late: int) -> Left | None:
    """In the words of the button that does it; ``late``: minutes after the start."""
    lines = steps["register"]
    unseen = [each for each in lines if _(words.NO_ENTRY) in each.detail]
    undeclared = [each for each in lines if _(words.NO_FITNESS) in each.detail]
    briefing = [each for each in lines if each.place.focus == "briefing"]
    title = next_at_door(len(unseen), len(undeclared), late, unbriefed=bool(briefing))
    if not title:
        return _first(lines)
    if not (unseen or undeclared):
        return replace(briefing[0], title=title)
    first = next(iter(unseen or undeclared))
    return _to(file, "register", title, first.title, first.place.focus, words.OPEN if unseen else words.RECORD)


def _after_the_day(file: CourseFile, steps: Lines) -> Left | None:
    """Whatever stops signing, one person after the other, ink, then the end."""
    for step in ("register", "assess"):
        stopped = _first(steps[step])
        if stopped is not None:
            return stopped
    if file.course.state is not CourseState.TO_SIGN and is_physical(file.course.kind):
        return _to(file, "assess", _(words.MARKING_OVER), _(words.ALL_MARKED), "end", words.SIGN)
    kept_out = _first(steps["people"])
    if kept_out is not None:
        return kept_out
    unsigned = [each for each in file.physical if each.id not in file.signed]
    unsigned.sort(key=lambda each: not file.case(each).seen())  # whoever was on the mat first, as on the page
    if unsigned:
        title = _(words.SIGN_OFF).format(who=file.person(unsigned[0]).full_name)
        detail = words.signed_of(len(file.signed), len(file.physical))
        return _to(file, "sign_off", title, detail, unsigned[0].id, words.SIGN)
    if steps["sign_off"]:
        return steps["sign_off"][0]
    return next((each for each in steps["close"] if each.lamp is Lamp.TODO), None)
