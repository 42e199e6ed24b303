"""What comes with the program is whole, says what the rulebook says, and is the same record on every laptop."""

from uuid import UUID, uuid5

import pytest
from pydantic import ValidationError

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.needs import Severity
from calm_instructor.domain.people import Basis, Need, Person, StaffGroup, basis_of, group_of
from calm_instructor.domain.technique import Technique, Tier, catalogue_objections
from calm_instructor.exchange.reading.shipped import (
    checked,
    core_behaviours,
    criteria,
    hold_severity,
    holds,
    knowledge,
    phrases,
    shipped_catalogue,
    small_sets,
    staff_groups,
)

# The rulebook's starter catalogue: codes in its order, and its tiers.
CODES = "W1 W2 W3 W4 W5 W6 W7 C1 C2 C3 C4 C5 H1 H2 H3 H4 H5 S1 T1 T2 N1 N2 N3 N4 B1 B2 B3 B4 L1 P1 P2"
LOW = "W1 W2 W3 W5 W6 C1 C2 C5 S1"
HIGH = "T1 T2 N1 N2 N3 N4 B2 B3 B4 P2"
WITH_A_NOTE = "W5 H4 H5 S1 T1 T2 N1 N2 N3 N4 L1 P2"

NAMESPACE = UUID("4b924514-f88b-4b27-bee4-18f29622ccf6")


def entries() -> dict[str, Technique]:
    return {technique.code.removeprefix("GEN-"): technique for technique in shipped_catalogue()[1]}


def test_the_general_list_is_the_rulebooks_and_says_that_it_is_not_issued_r25():
    catalogue, techniques = shipped_catalogue()
    assert catalogue.generic
    assert catalogue.issuer == "General list, not CALM's issued catalogue"
    assert [technique.code for technique in techniques] == [f"GEN-{code}" for code in CODES.split()]
    assert [technique.position for technique in techniques] == list(range(1, 32))
    assert {technique.catalogue for technique in techniques} == {catalogue.id}
    assert {technique.version for technique in techniques} == {catalogue.version}


def test_nothing_in_the_general_list_keeps_it_from_being_used_r26_r27():
    assert list(catalogue_objections(shipped_catalogue()[1])) == []


def test_tiers_and_persons_are_the_rulebooks():
    for code, technique in entries().items():
        assert technique.tier is (
            Tier.LOW if code in LOW.split() else Tier.HIGH if code in HIGH.split() else Tier.MEDIUM
        ), code
        assert technique.persons == (2 if code == "W7" else 1), code


def test_what_raises_the_risk_is_noted_where_the_rulebook_names_it_r45():
    noted = {code for code, technique in entries().items() if technique.elevated_risk_note}
    assert noted >= set(WITH_A_NOTE.split())
    assert not noted & {"W1", "W2", "W3", "C1", "C2", "H1"}


def test_the_same_record_lies_on_every_laptop():
    catalogue, techniques = shipped_catalogue()
    assert techniques[0].id == uuid5(NAMESPACE, "GEN-W1 1.0")
    assert catalogue.id == uuid5(NAMESPACE, "catalogue General list of escape techniques 1.0")
    assert len({technique.id for technique in techniques} | {catalogue.id}) == 32


def test_every_hold_is_addressed_by_exactly_one_entry_and_every_entry_addresses_one_hold():
    addressed = [hold for technique in shipped_catalogue()[1] for hold in technique.holds]
    assert addressed == list(holds())
    assert all(len(technique.holds) == 1 for technique in shipped_catalogue()[1])


def test_holds_are_named_as_a_tna_shows_them():
    assert holds()["wrist_one_same"].name == "One wrist held, same side"
    assert holds()["hair_rear_one"].name == "Hair held from behind, one hand"
    assert len({hold.name for hold in holds().values()}) == 31


def test_no_hold_is_proposed_as_milder_than_the_tier_that_answers_it():
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    for technique in shipped_catalogue()[1]:
        for hold in technique.holds:
            assert ranks[hold_severity(hold)] >= technique.tier.rank, hold


def test_staff_groups_reach_from_chief_executive_to_direct_care_r36():
    groups = {group.name: group for group in staff_groups()}
    assert "Chief executive and board" in groups
    assert "Direct care and support" in groups
    assert all(group.exposure for group in groups.values())
    assert {group.basis for group in groups.values()} == {None, *Basis}
    for group in groups.values():
        assert (group.basis is None) == (group.need is not Need.ESCAPE), group.name


def test_no_word_stands_for_two_groups():
    for words in (
        [w for g in staff_groups() for w in (g.name, *g.also_called)],
        [w for g in staff_groups() for w in g.roles],
    ):
        assert len({word.casefold() for word in words}) == len(words)


def person(*, role: str = "", group: str = "") -> Person:
    return Person(id=PersonId(UUID(int=1)), full_name="Sam Lee", job_role=role, staff_group=group)


@pytest.mark.parametrize(
    ("role", "basis"),
    [
        ("Support Worker", Basis.EXPOSED),
        ("Residential Support Worker (nights)", Basis.EXPOSED),
        ("CARE ASSISTANT", Basis.EXPOSED),
        ("Pupil Support Assistant", Basis.EXPOSED),
        ("Class Teacher (ASN)", Basis.EXPOSED),
        ("Nurse (LD)", Basis.EXPOSED),
        ("Night Support Worker", Basis.EXPOSED),
        ("Senior Support Worker", Basis.RESPONSIBLE),
        ("Registered Manager", Basis.MANAGER),
        ("Depute Head", Basis.MANAGER),
        ("Depute Head Teacher", Basis.MANAGER),
        ("Deputy Manager", Basis.MANAGER),
        ("Cook", None),
        ("Kitchen Assistant", None),
        ("Admin Assistant", None),
        ("IT Support Worker", None),
        ("Chief Executive", None),
        ("Astronaut", None),
    ],
)
def test_a_job_role_gives_the_basis_of_its_group_r11(role, basis):
    assert basis_of(person(role=role), staff_groups()) is basis


@pytest.mark.parametrize("role", ["Cook", "Admin Assistant", "Chief Executive", "Social Worker"])
def test_a_role_without_basis_is_a_known_one_r11(role):
    assert group_of(person(role=role), staff_groups()) is not None


@pytest.mark.parametrize(
    ("said", "basis"), [("Direct care", Basis.EXPOSED), ("Manager", Basis.MANAGER), ("no direct exposure", None)]
)
def test_a_group_may_be_called_by_its_other_names(said, basis):
    group = group_of(person(group=said), staff_groups())
    assert group is not None
    assert group.basis is basis


def test_criteria_are_a1_to_a13_and_the_last_two_optional():
    assert [each.code for each in criteria()] == [f"A{number}" for number in range(1, 14)]
    assert [each.code for each in criteria() if not each.mandatory] == ["A12", "A13"]
    assert all(len(each.short) <= 36 < 300 > len(each.text) for each in criteria())


def test_while_generic_a4_names_the_organisations_coaching_points_and_nothing_else_changes_r25():
    worded = criteria("CP-7 {draft}")
    assert worded[3].text == "Carries it out as in the organisation's coaching points, ref CP-7 {draft}"
    assert worded[3].mandatory
    assert worded[:3] + worded[4:] == criteria()[:3] + criteria()[4:]
    assert "issued" not in worded[3].short


def test_knowledge_is_k1_to_k5_and_core_behaviours_are_three():
    assert [each.code for each in knowledge()] == ["K1", "K2", "K3", "K4", "K5"]
    assert [each.short for each in core_behaviours()] == ["Stance and positioning", "Exit", "Summoning help"]
    assert all(each.mandatory for each in (*knowledge(), *core_behaviours()))


def test_every_criterion_question_and_core_behaviour_has_ready_phrases_r19():
    asked = [each.code for each in (*criteria(), *core_behaviours(), *knowledge())]
    assert list(phrases()) == [*asked, "coaching"]
    assert all(words and all(words) for words in phrases().values())
    every = [phrase for words in phrases().values() for phrase in words]
    assert len(set(every)) == len(every)


def test_the_small_sets_are_the_rulebooks_and_stay_small_r4():
    sets = {each.code: [code.removeprefix("GEN-") for code in each.techniques] for each in small_sets()}
    assert sets == {
        "care_home": ["W1", "W3", "W5", "C1", "H1", "S1"],
        "primary_asn_school": ["W1", "W4", "C2", "H1", "H3", "T1", "L1"],
        "lone_worker": ["W1", "W2", "C2", "C4"],
    }


@pytest.mark.parametrize("wrong", [{"rolles": ["cook"]}, {"need": "some"}, {"people": "few"}])
def test_a_slip_in_a_shipped_file_is_seen(wrong):
    whole = {"name": "Kitchen", "exposure": "None", "need": "none"}
    assert checked(StaffGroup, [whole])[0].need is Need.NONE
    with pytest.raises(ValidationError):
        checked(StaffGroup, [whole | wrong])
