"""Before any course: whose training this is, who delivers it, and which catalogue is in force."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.numbers import number_objections
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.profiles import instructor_objections, organisation_objections
from calm_instructor.domain.technique import Catalogue, Technique, catalogue_objections, issue_objections
from calm_instructor.exchange.reading.shipped import shipped_catalogue
from calm_instructor.messages.numbers import number_label, number_shown
from calm_instructor.messages.refusals_settings import THE_INSTRUCTOR, THE_ORGANISATION
from calm_instructor.messages.translating import _
from calm_instructor.operations.wish import Act, wish


@wish("organisation.entered", "organisation")
def enter_organisation(act: Act, organisation: Organisation) -> Organisation:
    """Enter or change the organisation and its numbers."""
    act.refuse(replace(each, who=_(THE_ORGANISATION)) for each in organisation_objections(organisation))
    earlier = act.work.find(Organisation, organisation.id)
    act.work.put(organisation)
    act.say(who=organisation.name, changed=earlier is not None)
    return organisation


@wish("instructor.entered", "instructors")
def enter_instructor(act: Act, instructor: Instructor) -> Instructor:
    """Enter or change an instructor's profile (R13)."""
    found = instructor_objections(instructor, act.work.all(Instructor))
    act.refuse(each if instructor.name.strip() else replace(each, who=_(THE_INSTRUCTOR)) for each in found)
    earlier = act.work.find(Instructor, instructor.id)
    act.work.put(instructor)
    act.say(who=instructor.name, changed=earlier is not None)
    return instructor


@wish("number.set", "organisation")
def set_number(act: Act, name: str, value: int | bool | None) -> Organisation:
    """Set one of the organisation's numbers, by its field, within the range in which its rule still says something."""
    organisation = act.organisation
    act.refuse(_labelled(each) for each in number_objections(organisation.numbers, name, value))
    change: dict[str, Any] = {name: value}
    changed = replace(organisation, numbers=replace(organisation.numbers, **change))
    act.work.put(changed)
    act.say(who=number_label(name), what=number_shown(name, value))
    return changed


def _labelled(no: Objection) -> Objection:
    """An objection to a number with the words of the numbers in place of their fields."""
    other = no.facts.get("other")
    facts = {**no.facts, "other": number_label(other)} if isinstance(other, str) else no.facts
    return replace(no, who=number_label(no.who), facts=facts)


@wish("catalogue.loaded", "catalogue")
def load_catalogue(act: Act, catalogue: Catalogue, techniques: Sequence[Technique]) -> Catalogue:
    """Load a catalogue with its techniques (R24 to R27): refused as a whole, with every reason, or taken in as a whole.

    What earlier courses pinned stays as it was pinned.
    """
    before = act.work.all(Catalogue)
    act.refuse(issue_objections(catalogue, before[-1] if before else None))
    act.refuse(catalogue_objections(tuple(techniques)))
    act.work.put_all((catalogue, *techniques))
    act.say(who=catalogue.name, count=len(techniques))
    return catalogue


def general_list() -> tuple[Catalogue, tuple[Technique, ...]]:
    """The general list that comes with the program (GENERIC, R25), to be loaded until an issued catalogue is at hand."""
    return shipped_catalogue()
