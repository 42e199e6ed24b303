"""The plan by hand: one block changed, added, moved or taken out; when a day begins, and its date. Ready is asked again (R7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from calm_instructor.domain.course import Block, Course, Session
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import BlockId, SessionId
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.planning_rules import day_objections, order_objections
from calm_instructor.messages.labels import label
from calm_instructor.operations.planning import begun_objections, blocks_of, count_again, sessions_of, to_be_ready_again
from calm_instructor.operations.wish import Act, wish


def _course_of(act: Act, *sessions: Session) -> Course:
    """The course, while what these days are made of may be changed: open, before the first mark (R7), and before they begin."""
    course = _open_course(act, sessions[0])
    act.refuse(begun_objections(act.work, course, sessions))
    return course


def _open_course(act: Act, session: Session) -> Course:
    course = act.work.get(Course, session.course)
    act.refuse(open_objections(course))
    if course.set_frozen_at is not None:
        raise Refused([block("R7.plan_frozen", course.ref, at=course.set_frozen_at)])
    return course


def _changed(act: Act, course: Course, *sessions: Session) -> None:
    for session in sessions:
        act.refuse(day_objections(session, blocks_of(act.work, session), course.ref))
        count_again(act, session)
    days = [(each, blocks_of(act.work, each)) for each in sessions_of(act.work, course.id)]
    act.refuse(order_objections(days, course.ref))
    if not any(begun_objections(act.work, course, sessions)):
        again = to_be_ready_again(course)
        if again != course:
            act.work.put(again)


def _block_objections(act: Act, changed: Block, called: str) -> None:
    if not changed.title.strip():
        act.refuse([block("block.no_title", called)])
    if changed.minutes < 0:
        act.refuse([block("block.no_minutes", called)])


@wish("block.minutes", "courses", "register")
def set_minutes(act: Act, block_id: BlockId, minutes: int) -> Block:
    """Plan other minutes for a block; what follows flows after it. On a day that has begun the course goes on."""
    current = act.work.get(Block, block_id)
    session = act.work.get(Session, current.session)
    course = _open_course(act, session)
    changed = replace(current, minutes=minutes)
    _block_objections(act, changed, current.title)
    act.work.put(changed)
    _changed(act, course, session)
    act.say(who=current.title, minutes=minutes)
    return changed


@wish("block.changed", "courses", "register")
def change_block(act: Act, changed: Block) -> Block:
    """Change what a block is: title, kind, part of the model, techniques, must attend, pinned; its place stays as it is."""
    current = act.work.get(Block, changed.id)
    session = act.work.get(Session, current.session)
    course = _course_of(act, session)
    _block_objections(act, changed, current.title)
    kept = replace(changed, session=current.session, position=current.position, given=current.given)
    act.work.put(kept)
    _changed(act, course, session)
    act.say(who=kept.title)
    return kept


@wish("block.added", "courses", "register")
def add_block(act: Act, new: Block, after: BlockId | None = None) -> Block:
    """Add a block to its session, after another one of it or at its end."""
    session = act.work.get(Session, new.session)
    course = _course_of(act, session)
    _block_objections(act, new, label(new.kind))
    blocks = list(blocks_of(act.work, session))
    place = next((index for index, each in enumerate(blocks, start=1) if each.id == after), len(blocks))
    blocks.insert(place, new)
    _number(act, session, blocks, new=new)
    _changed(act, course, session)
    act.say(who=new.title)
    return act.work.get(Block, new.id)


@wish("block.removed", "courses", "register")
def remove_block(act: Act, block_id: BlockId) -> None:
    """Take a block out of the plan."""
    current = act.work.get(Block, block_id)
    session = act.work.get(Session, current.session)
    course = _course_of(act, session)
    act.work.remove(current)
    _number(act, session, [each for each in blocks_of(act.work, session) if each.id != block_id])
    _changed(act, course, session)
    act.say(who=current.title)


@wish("block.moved", "courses", "register")
def move_block(act: Act, block_id: BlockId, steps: int) -> Block:
    """Move a block up (below 0) or down; past the end of a day it comes to the next one, past its beginning to the one before."""
    current = act.work.get(Block, block_id)
    session = act.work.get(Session, current.session)
    course = _course_of(act, session)
    days = sessions_of(act.work, course.id)
    plan = [list(blocks_of(act.work, each)) for each in days]
    day = next(index for index, each in enumerate(days) if each.id == session.id)
    place = next(index for index, each in enumerate(plan[day]) if each.id == block_id)
    moving = plan[day].pop(place)
    for _step in range(abs(steps)):
        day, place = _next_place(plan, day, place, down=steps > 0)
    plan[day].insert(place, replace(moving, session=days[day].id))
    if days[day].id != session.id:
        _course_of(act, days[day])
    touched = [each for each in days if each.id in {session.id, days[day].id}]
    for each, blocks in zip(days, plan, strict=True):
        _number(act, each, blocks)
    _changed(act, course, *touched)
    act.say(who=current.title)
    return act.work.get(Block, block_id)


def _next_place(plan: Sequence[Sequence[Block]], day: int, place: int, *, down: bool) -> tuple[int, int]:
    """One place on, or back; from the end of a day to the beginning of the next, and the other way round."""
    if down:
        if place < len(plan[day]):
            return day, place + 1
        return (day + 1, 0) if day + 1 < len(plan) else (day, place)
    if place > 0:
        return day, place - 1
    return (day - 1, len(plan[day - 1])) if day > 0 else (day, place)


@wish("session.starts", "courses", "register")
def set_start(act: Act, session_id: SessionId, starts: time) -> Session:
    """Let a day begin at another time; its blocks flow from there."""
    session = act.work.get(Session, session_id)
    course = _course_of(act, session)
    changed = replace(session, starts=starts)
    act.work.put(changed)
    _changed(act, course, changed)
    act.say(number=session.number)
    return changed


@wish("session.on", "courses", "register")
def set_day(act: Act, session_id: SessionId, on: date) -> Session:
    """Hold a day of the course on another date; the course lasts from the first of its days to the last."""
    session = act.work.get(Session, session_id)
    course = _course_of(act, session)
    changed = replace(session, on=on)
    act.work.put(changed)
    dates = [each.on for each in sessions_of(act.work, course.id)]
    lasting = replace(course, starts_on=min(dates), ends_on=max(dates))
    act.work.put(lasting)
    _changed(act, lasting, changed)
    act.say(number=session.number, day=on)
    return changed


def _number(act: Act, session: Session, blocks: Sequence[Block], new: Block | None = None) -> None:
    """Number the blocks of a session from 1, writing those that change."""
    for position, each in enumerate(blocks, start=1):
        placed = replace(each, position=position, session=session.id)
        if each is new or act.work.get(Block, each.id) != placed:
            act.work.put(placed)
