"""What is worth knowing before a TNA is signed: about who signs it (R43), and what becomes of the revision before."""

from dataclasses import replace

from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Authorisation, Manner, Tna
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.authorising import objections_to_authoriser
from calm_instructor.store.reading import Reading

_OVER = frozenset({CourseState.CLOSED, CourseState.CANCELLED})


def told_of_authoriser(view: Reading, tna: TnaId, name: str) -> tuple[Lamp, str] | None:
    """R43: what would be said of this name as the authoriser's, with its lamp; None where nothing would."""
    draft = view.get(Tna, tna)
    given = Authorisation(name=name.strip(), role="", on=draft.drawn_up_on, manner=Manner.SCREEN)
    for objection in objections_to_authoriser(view, replace(draft, authorisation=given)):
        return (Lamp.STOP if objection.blocks else Lamp.WARN), sentence(objection)
    return None


def resting_on(view: Reading, tna: TnaId) -> tuple[str, ...]:
    """The courses planned on a revision that are not over, by their number."""
    return tuple(each.ref for each in view.all(Course, tna=tna) if each.state not in _OVER)
