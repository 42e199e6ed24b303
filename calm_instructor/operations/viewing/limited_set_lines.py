"""What is said beneath a course's set: what agreeing would ask, what it leaves uncovered, its tier, its practice (R5, R6, R46);
and how it stands beside the last course."""

from collections.abc import Iterator, Sequence

from calm_instructor.domain.course import Course, CourseTechnique, practice_seconds_each
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.justification import uncovered
from calm_instructor.domain.limited_set import as_taught
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.numbers import PUBLISHED_EXAMPLE_SECONDS
from calm_instructor.domain.planning_rules import is_physical, tier_objections
from calm_instructor.messages import sentence
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course_set as words
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import all_blocks
from calm_instructor.operations.viewing.picking import Act, Against, SetLine
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading

TNA = "tna"
TIER = "tier"
"""What ``Act.OPEN`` is of, where it is no technique."""


def lines(
    view: Reading,
    course: Course,
    analysis: NeedsAnalysis,
    rows: Sequence[CourseTechnique],
    asked: Sequence[Objection],
    *,
    superseded: bool,
) -> tuple[SetLine, ...]:
    """What stops first. ``superseded``: that a newer revision is in force is said elsewhere."""
    left_out = {each.technique for each in course.not_taught}
    said = [_asked(each, analysis, left_out) for each in asked if not (superseded and each.code == "R43.superseded")]
    if course.set_agreed_at is not None:
        said += _uncovered(analysis, course, left_out)
    if course.set_frozen_at is None and is_physical(course.kind):
        said += _tier(course, rows)
    said.sort(key=lambda each: each.tone != "stop")
    return (*said, *_practice(view, course, len(rows)))


def _asked(no: Objection, analysis: NeedsAnalysis, left_out: set[str]) -> SetLine:
    tone, told = "stop" if no.blocks else "warn", sentence(no)
    if no.code == "R6.uncovered_here":
        told = _(words.UNCOVERED).format(number=no.facts["number"], hold=no.facts["hold"])
        return _take_in(told, _that_would_meet(analysis, int(str(no.facts["number"])), left_out))
    if no.code == "R6.over_taught":
        button = _(words.LEAVE_ONE_OUT).format(code=no.who)
        return SetLine(tone=tone, sentence=told, act=Act.TAKE_OUT, of=no.who, button=button)
    if no.rule in {"R2", "R3", "R6", "R8", "R24", "R38", "R39", "R40", "R45"} and no.who != "":
        return SetLine(tone=tone, sentence=told, act=Act.OPEN, of=TNA, button=_(words.OPEN_TNA))
    return SetLine(tone=tone, sentence=told)


def _take_in(told: str, code: str, tone: str = "warn") -> SetLine:
    button = _(words.TAKE_IN_AGAIN).format(code=code)
    return (
        SetLine(tone=tone, sentence=told, act=Act.COVER, of=code, button=button)
        if code
        else SetLine(tone=tone, sentence=told)
    )


def _that_would_meet(analysis: NeedsAnalysis, number: int, left_out: set[str]) -> str:
    risks = {each.id for each in analysis.risks if each.number == number}
    found = (each.technique for each in analysis.chosen if each.technique in left_out and risks & set(each.risks))
    return next(found, "")


def _uncovered(analysis: NeedsAnalysis, course: Course, left_out: set[str]) -> Iterator[SetLine]:
    """R6: of an agreed set. Each was gone past with a reason, so nothing is left to do; the reason is told beside it."""
    reasons = {each.technique: each.reason for each in course.not_taught}
    for risk in uncovered(as_taught(analysis, course)):
        told = _(words.UNCOVERED).format(number=risk.number, hold=risk.hold_name)
        code = _that_would_meet(analysis, risk.number, left_out)
        if reasons.get(code):
            told = _(words.LEFT_UNCOVERED).format(number=risk.number, reason=reasons[code].rstrip("."))
        yield _take_in(told, code, "info")


def _tier(course: Course, rows: Sequence[CourseTechnique]) -> Iterator[SetLine]:
    if any(tier_objections(course, rows)):
        tier = label(max(each.tier for each in rows))
        told = _(words.TIER_DIFFERS).format(type_tier=label(course.type_tier), tier=tier)
        button = _(words.PLAN_AS).format(tier=tier)
        yield SetLine(tone="warn", sentence=told, act=Act.OPEN, of=TIER, button=button)


def _practice(view: Reading, course: Course, count: int) -> Iterator[SetLine]:
    """R5: as soon as the course has a plan."""
    blocks, numbers = all_blocks(view, course.id), numbers_of(view)
    seconds = practice_seconds_each(blocks, count)
    if not blocks or seconds is None:
        return
    floor = numbers.practice_floor_minutes * 60
    told = _(words.PRACTICE_FLOOR).format(
        practice=words.practice(seconds, count),
        floor=words.time(floor),
        example=words.time(PUBLISHED_EXAMPLE_SECONDS),
    )
    yield SetLine(tone="warn" if seconds < floor else "ok", sentence=told)


def against(view: Reading, course: Course, analysis: NeedsAnalysis, rows: Sequence[CourseTechnique]) -> Against | None:
    """The set beside that of the last course at the same site."""
    before = [
        each
        for each in view.all(Course, site=course.site)
        if each.id != course.id and each.set_agreed_at is not None and each.starts_on <= course.starts_on
    ]
    if not before or not rows:
        return None
    last = max(before, key=lambda each: (each.starts_on, each.ref))
    then, now = [each.code for each in set_of(view, last.id)], [each.code for each in rows]
    numbers = {each.id: each.number for each in analysis.risks}
    new = [
        words.added(each.code, [numbers[risk] for risk in each.risks if risk in numbers])
        for each in rows
        if each.code not in then
    ]
    told = [
        (_(words.ADDED), listed(new)),
        (_(words.LEFT_OUT), listed([code for code in then if code not in now])),
        (_(words.KEPT), words.techniques(sum(1 for code in now if code in then))),
    ]
    return Against(ref=last.ref, lines=tuple((head, text) for head, text in told if text))
