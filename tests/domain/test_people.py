"""Who may come: Core Theory first (R1), a basis for physical skills (R11, R36), whose staff (R21, R53)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import (
    Basis,
    Need,
    StaffGroup,
    Status,
    basis_objections,
    basis_of,
    core_theory_objections,
    employer_objections,
    evidence_objections,
    group_of,
    same_name,
    sort_key,
)
from tests.domain.people_and_things import BOARD, GROUPS, NUMBERS, NURSES, codes, core_theory, person

FIRST_PHYSICAL = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("completed", "said"),
    [
        (None, ["R1.no_date"]),
        (date(2026, 11, 23), []),  # the day before
        (date(2026, 11, 24), ["R1.not_before"]),  # the same day
        (date(2026, 11, 25), ["R1.not_before"]),  # the day after
    ],
)
def test_R1_core_theory_comes_before_the_first_physical_session(completed, said):
    theory = core_theory(completed_on=completed) if completed else None
    assert codes(core_theory_objections(person(core_theory=theory), FIRST_PHYSICAL, NUMBERS)) == said


@pytest.mark.parametrize(
    ("allowed", "theory_ended_before", "said"),
    [
        (False, False, ["R1.not_before"]),
        (False, True, ["R1.not_before"]),  # off by default
        (True, False, ["R1.not_before"]),  # allowed, but the register shows no theory session before
        (True, True, []),
    ],
)
def test_R1_the_same_day_counts_only_by_setting_and_register(allowed, theory_ended_before, said):
    same_day = person(core_theory=core_theory(completed_on=FIRST_PHYSICAL))
    numbers = Numbers(core_theory_same_day=allowed)
    asked = core_theory_objections(same_day, FIRST_PHYSICAL, numbers, theory_ended_before=theory_ended_before)
    assert codes(asked) == said


@pytest.mark.parametrize(
    ("months", "completed", "said"),
    [
        (None, date(2001, 1, 1), []),  # no default
        (24, date(2024, 11, 24), []),  # its last day
        (24, date(2024, 11, 23), ["R1.run_out"]),
    ],
)
def test_R1_core_theory_is_renewed_only_where_the_organisation_says_so(months, completed, said):
    who = person(core_theory=core_theory(completed_on=completed))
    assert codes(core_theory_objections(who, FIRST_PHYSICAL, Numbers(core_theory_renewal_months=months))) == said


@pytest.mark.parametrize("missing", [{"evidence_kind": ""}, {"evidence_ref": ""}, {"seen_by": ""}, {"seen_on": None}])
def test_R1_evidence_counts_with_kind_reference_by_whom_and_when(missing):
    assert codes(evidence_objections(person())) == []
    assert codes(evidence_objections(person(core_theory=core_theory(**missing)))) == ["R1.not_seen"]


def test_R1_a_date_without_evidence_enrols_but_is_not_assessed():
    unseen = person(core_theory=core_theory(seen_by="", seen_on=None))
    assert codes(core_theory_objections(unseen, FIRST_PHYSICAL, NUMBERS)) == []
    assert codes(evidence_objections(unseen)) == ["R1.not_seen"]
    assert codes(evidence_objections(person(core_theory=None))) == ["R1.no_date"]


HEADS = StaffGroup(name="Managers", exposure="manage", need=Need.ESCAPE, basis=Basis.MANAGER, roles=("head",))
SENIORS = StaffGroup(
    name="Seniors", exposure="step in", need=Need.ESCAPE, basis=Basis.RESPONSIBLE, roles=("depute head",)
)


@pytest.mark.parametrize(
    ("staff_group", "job_role", "found"),
    [
        ("Direct care", "", NURSES),
        (" direct CARE ", "", NURSES),
        ("trustees", "", BOARD),  # called otherwise
        ("Kitchen", "Nurse", None),  # what was said outweighs the role, even where it is not known
        ("", "Staff Nurse (nights)", NURSES),
        ("", "nurse/key-worker", NURSES),
        ("", "Nursery cook", None),  # a part of a word is no word
        ("", "Depute Head Teacher", SENIORS),  # the longest words win
        ("", "Head of care", HEADS),
        ("", "", None),
    ],
)
def test_R36_a_persons_staff_group_is_the_one_named_or_else_the_job_roles(staff_group, job_role, found):
    who = person(staff_group=staff_group, job_role=job_role)
    assert group_of(who, (*GROUPS, HEADS, SENIORS)) == found
    assert group_of(who, (SENIORS, HEADS, *reversed(GROUPS))) == found


@pytest.mark.parametrize(
    ("changes", "basis", "said"),
    [
        ({"job_role": "Support worker"}, Basis.EXPOSED, []),
        ({"job_role": "Trustee"}, None, ["R11.group_without_need"]),
        ({"job_role": "Plumber"}, None, ["R11.unknown_group"]),
        ({"job_role": "", "staff_group": "Kitchen"}, None, ["R11.unknown_group"]),
        ({"job_role": ""}, None, ["R11.nothing_known"]),
        ({"job_role": "Trustee", "basis": Basis.RESPONSIBLE}, Basis.RESPONSIBLE, []),  # stated for the person
        ({"job_role": "Support worker", "basis": Basis.MANAGER}, Basis.MANAGER, []),  # over the group's
    ],
)
def test_R11_and_R36_are_one_question_with_one_answer(changes, basis, said):
    who = person(**changes)
    assert basis_of(who, GROUPS) is basis
    assert codes(basis_objections(who, GROUPS)) == said


@pytest.mark.parametrize("need", [Need.NONE, Need.CORE_THEORY])
def test_R11_a_group_that_needs_no_escape_techniques_gives_no_basis(need):
    group = StaffGroup(name="Direct care", exposure="each shift", need=need, basis=Basis.EXPOSED)
    assert basis_of(person(staff_group="Direct care"), (group,)) is None


@pytest.mark.parametrize(
    ("status", "covered", "said"),
    [
        (Status.OWN, False, []),
        (Status.AGENCY, False, []),
        (Status.STUDENT, False, []),
        (Status.OTHER_EMPLOYER, False, ["R53.other_employer"]),
        (Status.OTHER_EMPLOYER, True, []),
    ],
)
def test_R53_another_employers_staff_only_where_the_authorisation_covers_it(status, covered, said):
    assert codes(employer_objections(person(status=status, employer="Staffline"), covered)) == said


@pytest.mark.parametrize("gone", [{"left_on": date(2026, 11, 1)}, {"archived_on": date(2026, 11, 2)}])
def test_R21_leaving_or_archiving_ends_it(gone):
    (said,) = employer_objections(person(**gone), True)
    assert (said.code, said.facts["day"]) == ("R21.has_left", next(iter(gone.values())))


def test_a_record_shows_the_name_for_certificates_where_there_is_one():
    assert person().name_on_paper == "Siân Bowen"
    assert person(certificate_name="Siân Mair Bowen").name_on_paper == "Siân Mair Bowen"


@pytest.mark.parametrize(
    ("full_name", "key"),
    [
        ("Siân Bowen", "bowen siân"),
        ("Llŷr ap Dafydd", "dafydd llŷr ap"),
        ("Madonna", "madonna"),
        ("  Jo   Ng ", "ng jo"),
        ("", ""),
    ],
)
def test_a_name_is_sorted_by_its_last_word(full_name, key):
    assert sort_key(full_name) == key


WORDS = st.lists(st.text("aBcŵŻ'-", min_size=1, max_size=5), max_size=4)


@given(WORDS)
def test_sorting_never_loses_a_word_and_never_sees_case_or_spacing(words):
    assert sorted(sort_key(" ".join(words)).split()) == sorted(" ".join(words).casefold().split())
    assert sort_key("  ".join(words).swapcase()) == sort_key(" ".join(words))


@given(WORDS, WORDS)
def test_two_names_are_the_same_when_every_word_is(one, other):
    assert same_name(" ".join(one), "  ".join(word.upper() for word in one))
    different = [word.casefold() for word in one] != [word.casefold() for word in other]
    assert same_name(" ".join(one), " ".join(other)) is not different
