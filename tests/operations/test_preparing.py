"""Organisation, instructors and the catalogue in force."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import CatalogueId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import catalogue_in_force
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue, set_number
from calm_instructor.operations.wish import numbers_of
from tests.domain.people_and_things import LEAD, instructor, named
from tests.operations.a_course import CATALOGUE, catalogue, refused, technique, written

ISSUED = Catalogue(id=CatalogueId(named("issued")), name="Issued", issuer="CALM", version="2027", generic=False)


def issued(code: str, hold: str = "wrist", **changes) -> Technique:
    return replace(technique(code, hold, **changes), catalogue=ISSUED.id)


def test_the_organisations_numbers_are_those_in_force(prepared):
    prepared.set_numbers(ratio_warn=6)
    with prepared.store.reading() as view:
        assert numbers_of(view).ratio_warn == 6
    (organisation,) = prepared.all(Organisation)
    assert organisation.name == "Ashgrove Care"


def test_a_profile_is_entered_and_changed(prepared):
    prepared.do(enter_instructor, instructor(cpd=("Debrief day",)))
    assert prepared.get(Instructor, LEAD).cpd == ("Debrief day",)
    assert len(prepared.all(Instructor)) == 2


def test_one_number_is_set_and_the_others_stay(prepared):
    with written(prepared, "number.set"):
        prepared.do(set_number, "sign_off_valid_months", 24)
    (organisation,) = prepared.all(Organisation)
    assert organisation.numbers == Numbers(sign_off_valid_months=24)
    prepared.do(set_number, "core_theory_renewal_months", 36)
    prepared.do(set_number, "core_theory_renewal_months", None)
    prepared.do(set_number, "part_competence_allowed", True)
    assert prepared.all(Organisation)[0].numbers == Numbers(sign_off_valid_months=24, part_competence_allowed=True)


def test_a_number_out_of_its_range_is_refused_in_words(prepared):
    with refused(prepared, "numbers.out_of_range"):
        prepared.do(set_number, "sign_off_valid_months", 37)
    with pytest.raises(Refused) as said:
        prepared.do(set_number, "ratio_warn", 16)
    assert sentence(said.value) == (
        "People to an instructor, good practice would be 16, and “People to an instructor, at most” is 15. "
        "What warns must not come after what stops. Change one of them."
    )


def test_an_organisation_without_a_name_is_refused(prepared):
    (here,) = prepared.all(Organisation)
    with refused(prepared, "organisation.no_name"):
        prepared.do(enter_organisation, replace(here, name=" "))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": ""}, "instructor.no_name"),
        ({"number": " "}, "instructor.no_number"),
        ({"number": "2244"}, "instructor.number_taken"),
        ({"expires": date(2025, 12, 31)}, "instructor.dates"),
    ],
)
def test_R13_a_profile_that_records_could_not_rest_on_is_refused(prepared, changes, code):
    with refused(prepared, code):
        prepared.do(enter_instructor, instructor(**changes))


def test_before_anybody_is_named_a_wish_is_nobodys(prepared):
    prepared.desk.marking_as = None
    with written(prepared, "organisation.entered", by=None):
        prepared.set_numbers(ratio_warn=6)


def test_R24_R26_R27_a_catalogue_is_refused_as_a_whole_with_every_reason(prepared):
    loaded = [
        issued("C1"),
        issued("C2", pain_based=True),
        issued("C3", pain_based=None),
        issued("C4", loads_neck_airway_abdomen=True),
        issued("C5", notes="Then turn and pull your arm free"),
        replace(issued("C1"), name="Another"),
    ]
    with refused(prepared, "R27.pain_based", "R27.undeclared", "R27.loads_body", "R26.instructive", "R24.doubled_code"):
        prepared.do(load_catalogue, ISSUED, loaded)
    assert prepared.all(Catalogue) == (catalogue()[0],)
    assert not prepared.all(Technique, catalogue=ISSUED.id)


def test_the_catalogue_last_loaded_is_in_force(prepared):
    with prepared.store.reading() as view:
        assert set(catalogue_in_force(view)) == {each.code for each in catalogue()[1]}
    prepared.do(load_catalogue, ISSUED, [issued("C1")])
    with prepared.store.reading() as view:
        assert set(catalogue_in_force(view)) == {"C1"}
    assert len(prepared.all(Technique, catalogue=CATALOGUE)) == len(catalogue()[1])


def test_an_undone_catalogue_leaves_the_one_before_in_force(prepared):
    prepared.do(load_catalogue, ISSUED, [issued("C1")])
    prepared.desk.undo()
    with prepared.store.reading() as view:
        assert "C1" not in catalogue_in_force(view)
        assert "W1" in catalogue_in_force(view)
