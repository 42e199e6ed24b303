"""Before any course: whose training this is, who delivers it, and which catalogue is in force."""

from collections.abc import Sequence

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Catalogue, Technique, catalogue_objections
from calm_instructor.operations.wish import Act, wish


@wish("organisation.entered", "organisation")
def enter_organisation(act: Act, organisation: Organisation) -> Organisation:
    """Enter or change the organisation and its numbers."""
    act.work.put(organisation)
    act.say(who=organisation.name)
    return organisation


@wish("instructor.entered", "instructors")
def enter_instructor(act: Act, instructor: Instructor) -> Instructor:
    """Enter or change an instructor's profile."""
    act.work.put(instructor)
    act.say(who=instructor.name)
    return instructor


@wish("catalogue.loaded", "catalogue")
def load_catalogue(act: Act, catalogue: Catalogue, techniques: Sequence[Technique]) -> Catalogue:
    """Load a catalogue with its techniques (R24 to R27): refused as a whole, with every reason, or taken in as a whole."""
    act.refuse(catalogue_objections(tuple(techniques)))
    act.work.put_all((catalogue, *techniques))
    act.say(who=catalogue.name, count=len(techniques))
    return catalogue
