"""What a catalogue may hold (R24, R26, R27) and what can't be had while it is the general one (R25)."""

from dataclasses import replace

import pytest

from calm_instructor.domain.generic import certificate_objections, coaching_points_objections, is_generic
from calm_instructor.domain.ids import CatalogueId
from calm_instructor.domain.technique import Catalogue, catalogue_objections, issue_objections
from tests.domain.courses_and_marks import course, taught
from tests.domain.people_and_things import codes, named, organisation, technique


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"pain_based": None}, ["R27.undeclared"]),
        ({"loads_neck_airway_abdomen": None}, ["R27.undeclared"]),
        ({"pain_based": True}, ["R27.pain_based"]),
        ({"loads_neck_airway_abdomen": True}, ["R27.loads_body"]),
        ({"pain_based": True, "loads_neck_airway_abdomen": True}, ["R27.pain_based", "R27.loads_body"]),
        ({"pain_based": True, "loads_neck_airway_abdomen": None}, ["R27.undeclared", "R27.pain_based"]),
    ],
)
def test_R27_pain_and_load_are_declared_and_refused(changes, said):
    assert codes(catalogue_objections((technique("GEN-W1", **changes),))) == said


def test_R27_is_never_guessed_from_words():
    """A technique to get free from a neck hold is no such load."""
    free = technique(
        "GEN-N1", "neck", name="Neck, front, hands", hold_text="Hands on neck from front", notes="Pain; airway."
    )
    assert codes(catalogue_objections((free,))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Step 1: face the person",
        "Firstly, drop the shoulder",
        "face them, then turn",
        "Push your elbow up",
        "twist the wrist outwards",
        "see https://example.org/wrist",
        "www.example.org",
        "wrist-release.mp4",
        "photo.JPEG",
        "Place your left hand on the shoulder",
        "Step two of three",
        "Next, lift the arm",
        "with your free hand",
        "see picture 4",
        "<img src=wrist>",
        "release.webm",
    ],
)
@pytest.mark.parametrize("field", ["name", "hold_text", "notes", "elevated_risk_note"])
def test_R26_a_catalogue_never_says_how_it_is_done(field, text):
    assert codes(catalogue_objections((technique("GEN-W1", **{field: text}),))) == ["R26.instructive"]


@pytest.mark.parametrize(
    "text",
    [
        "One hand on the opposite wrist",
        "Both hands occupied",
        "Held when seated at a desk or step",
        "Needs two staff",
        "Hold on clothing at the lower arm",
        "Held round the body from behind; first aid and infection follow-up",
        "Take care with hypermobile joints",
        "Grip on hand or fingers, also while the person is helped to turn",
        "Keep your distance and your voice low",
        "Hold your ground, keep your balance",
        "For staff who lean towards the person",
        "",
    ],
)
def test_R26_names_and_notes_on_risk_are_well(text):
    assert codes(catalogue_objections((technique("GEN-W1", notes=text),))) == []


@pytest.mark.parametrize("text", ["Hold his sleeve", "Grab her hair", "Raise their arm"])
def test_R26_a_name_may_say_what_the_other_does_and_a_note_that_says_it_tells_how(text):
    assert codes(catalogue_objections((technique("GEN-W1", name=text, hold_text=text),))) == []
    assert codes(catalogue_objections((technique("GEN-W1", notes=text),))) == ["R26.instructive"]


def test_R24_a_code_names_one_technique():
    found = list(catalogue_objections((technique("GEN-W1"), technique("GEN-W2"), technique("GEN-W1", name="Another"))))
    assert [(each.code, each.who, each.facts["name"]) for each in found] == [("R24.doubled_code", "GEN-W1", "Another")]


def test_R24_codes_that_differ_by_case_or_space_only_are_one():
    found = codes(catalogue_objections((technique("ISS-1"), technique("iss-1"), technique("ISS -1"))))
    assert found == ["R24.doubled_code", "R24.doubled_code"]


def test_R27_a_technique_answers_a_hold_that_is_counted():
    assert codes(catalogue_objections((replace(technique("X1"), holds=()),))) == ["R27.no_hold"]


ISSUE = Catalogue(id=CatalogueId(named("issue")), name="Escape", issuer="Example issuer", version="2026", generic=False)


def _without(missing: str) -> Catalogue:
    said = {name: getattr(ISSUE, name) for name in ("name", "issuer", "version")} | {missing: " "}
    return replace(ISSUE, name=said["name"], issuer=said["issuer"], version=said["version"])


@pytest.mark.parametrize("missing", ["name", "issuer", "version"])
def test_R25_an_issued_catalogue_says_its_issuer_and_version(missing):
    assert codes(issue_objections(_without(missing), None)) == ["R25.no_issuer"]


def test_R24_the_issue_in_force_is_not_loaded_again():
    assert codes(issue_objections(ISSUE, None)) == []
    assert codes(issue_objections(replace(ISSUE, issuer=" example ISSUER"), ISSUE)) == ["R24.same_issue"]
    assert codes(issue_objections(replace(ISSUE, version="2027"), ISSUE)) == []


ISSUED, GENERAL = taught("CALM-1"), taught("GEN-W1", generic=True)


@pytest.mark.parametrize(("techniques", "generic"), [([], False), ([ISSUED], False), ([ISSUED, GENERAL], True)])
def test_R25_one_entry_of_the_general_list_makes_the_set_generic(techniques, generic):
    assert is_generic(techniques) is generic
    found = list(certificate_objections(techniques, "Siân Bowen"))
    assert [(each.code, each.facts["techniques"]) for each in found] == (
        [("R25.no_certificate", ["GEN-W1"])] if generic else []
    )


@pytest.mark.parametrize(
    ("techniques", "on_course", "of_organisation", "said"),
    [
        ([GENERAL], "", "", ["R25.no_coaching_points"]),
        ([GENERAL], " ", " ", ["R25.no_coaching_points"]),
        ([GENERAL], "ACP 3", "", []),
        ([GENERAL], "", "ACP 3", []),
        ([ISSUED], "", "", []),
    ],
)
def test_R25_while_generic_the_organisations_coaching_points_are_asked(techniques, on_course, of_organisation, said):
    asked = coaching_points_objections(
        course(coaching_points_ref=on_course), organisation(coaching_points_ref=of_organisation), techniques
    )
    assert codes(asked) == said
