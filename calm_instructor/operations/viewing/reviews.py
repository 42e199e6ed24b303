"""What to look at again before a technique is used on the strength of a sign-off: place, need and catalogue (R21, R24)."""

from collections.abc import Iterator, Sequence
from datetime import date

from calm_instructor.domain.catalogue_change import standing
from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.people import Person
from calm_instructor.domain.technique import Technique
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.store.reading import Reading


def reviews(
    view: Reading, person: Person, course: Course, used: Sequence[CourseTechnique], today: date
) -> Iterator[str]:
    """A sentence for each. ``used``: the techniques of this course that the person may use today."""
    tna = view.get(Tna, course.tna)
    if person.site and tna.sites and person.site not in tna.sites:
        yield _(words.MOVED_SITE).format(who=person.full_name, site=person.site, services=listed(list(tna.sites)))
    yield from _of_need(view, tna, used)
    yield from _of_catalogue(view, used, today)


def _of_need(view: Reading, tna: Tna, used: Sequence[CourseTechnique]) -> Iterator[str]:
    """R21: authority runs while the TNA names the technique. One whose risks have ended is named no more (R3)."""
    newest = _newest(view, tna)
    named = {each.technique for each in analysis_of(view, newest.id).chosen}
    for technique in used:
        if technique.code not in named:
            name = f"{technique.code} {technique.name}"
            yield _(words.NOT_NAMED).format(technique=name, tna=newest.title)


def _newest(view: Reading, tna: Tna) -> Tna:
    later = [each for each in view.all(Tna, supersedes=tna.id) if each.state is not TnaState.DRAFT]
    return _newest(view, later[-1]) if later else tna


def _of_catalogue(view: Reading, used: Sequence[CourseTechnique], today: date) -> Iterator[str]:
    """R24: withdrawn, or issued anew since."""
    in_force = catalogue_in_force(view)
    for technique in used:
        now, taught = in_force.get(technique.code), view.find(Technique, technique.technique)
        said = words.STANDING_TO_REVIEW.get(standing(taught, now, today))
        if said is not None:
            yield _(said).format(technique=f"{technique.code} {technique.name}")
