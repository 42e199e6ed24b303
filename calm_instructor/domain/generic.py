"""R25: what can't be had while a set holds entries of the built-in list, which is not CALM's issued catalogue."""

from collections.abc import Iterator, Sequence

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.people import Organisation


def is_generic(techniques: Sequence[CourseTechnique]) -> bool:
    """R25: whether any entry of the set is marked GENERIC."""
    return any(technique.generic for technique in techniques)


def certificate_objections(techniques: Sequence[CourseTechnique], who: str) -> Iterator[Objection]:
    """R25: no certificate for a GENERIC set; its paper is the record of in-house training."""
    if is_generic(techniques):
        yield block("R25.no_certificate", who, techniques=[each.code for each in techniques if each.generic])


def coaching_points_objections(
    course: Course, organisation: Organisation, techniques: Sequence[CourseTechnique]
) -> Iterator[Objection]:
    """R25: while the set is GENERIC, criterion A4 rests on the organisation's own coaching points, and their ref is asked."""
    if is_generic(techniques) and not (course.coaching_points_ref.strip() or organisation.coaching_points_ref.strip()):
        yield block("R25.no_coaching_points", course.ref)
