"""What waits of the training needs analyses: drafts, reviews that are due, and courses that rest on one run out or replaced (R8)."""

from collections.abc import Iterator
from datetime import date, timedelta

from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.justification import valid_until
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Organisation
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import tnas_waiting as words
from calm_instructor.operations.revising import revision_begun
from calm_instructor.operations.viewing.authorising import resting_on
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.store.reading import Reading

SOON = timedelta(days=60)
"""How long before its end a review is named."""

_MAY_TAKE_ON = frozenset({CourseState.PLANNING, CourseState.READY})


def tnas_waiting(view: Reading, today: date) -> Iterator[Left]:
    """A line for each: what has run out first, then what is due, drafts, and courses whose revision was replaced."""
    organisation = next(iter(view.all(Organisation)), None)
    if organisation is not None:
        due = [line for tna in view.all(Tna) if (line := _due(view, tna, organisation.numbers, today)) is not None]
        yield from sorted(due, key=lambda line: line.lamp is not Lamp.STOP)
    for tna in view.all(Tna):
        if tna.state is TnaState.DRAFT:
            yield _draft(tna)
    yield from _on_replaced(view)


def _due(view: Reading, tna: Tna, numbers: Numbers, today: date) -> Left | None:
    until = valid_until(tna, numbers) if tna.state is TnaState.AUTHORISED else None
    if until is None or until - SOON > today:
        return None
    over = until < today
    begun = revision_begun(view, tna.id)
    said = [
        _(words.NO_NEW_SET).format(day=day(until)) if over else _(words.REVIEW_BY).format(day=day(until)),
        _(words.BEGUN).format(number=begun.revision_no) if begun else _(words.BEGIN_NEXT),
        words.rest_on_it(resting_on(view, tna.id)),
    ]
    return Left(
        lamp=Lamp.STOP if over else Lamp.WARN,
        title=_(words.RUN_OUT if over else words.DUE).format(tna=tna.title),
        detail=" ".join(each for each in said if each),
        place=Place(page="tna", record=begun.id if begun else tna.id),
        mend=_(words.GO_ON if begun else words.REVIEW),
    )


def _draft(tna: Tna) -> Left:
    detail = words.to_look_at_again(len(tna.carried)) if tna.carried else ""
    return Left(
        lamp=Lamp.TODO,
        title=_(words.DRAFT).format(tna=tna.title),
        detail=detail,
        place=Place(page="tna", record=tna.id),
        mend=_(words.OPEN),
    )


def _on_replaced(view: Reading) -> Iterator[Left]:
    """R43: only the newest revision carries a new set; a course that has not begun takes it on, or stays with a reason (R7)."""
    for course in view.all(Course):
        tna = view.get(Tna, course.tna) if course.state in _MAY_TAKE_ON else None
        if tna is not None and tna.state is TnaState.SUPERSEDED:
            yield Left(
                lamp=Lamp.WARN,
                title=_(words.RESTS_ON).format(course=course.ref, tna=tna.title),
                detail=_(words.REPLACED),
                place=Place(page="course", record=course.id, step="techniques"),
                mend=_(words.LOOK),
            )
