"""One person on record twice (R52): who may be the same, what two records make, and that likeness decides nothing."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.duplicates import MATTERS, Likeness, alike, better_known, differing, doubts, made_one
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Basis, CoreTheory, EarlierSignOff, Person
from tests.domain.people_and_things import core_theory, named


def somebody(key: str, full_name: str, **changes) -> Person:
    return replace(Person(id=PersonId(named(key)), full_name=full_name), **changes)


def why(one: Person, other: Person) -> list[Likeness]:
    return [each.likeness for each in doubts([one, other])]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Siân Llŷr-Prydderch", "SIAN  LLYR PRYDDERCH", Likeness.SAME_NAME),
        ("Prydderch, Siân", "Siân Prydderch", Likeness.SAME_NAME),
        ("Łukasz Wiśniewski", "lukasz wisniewski", Likeness.SAME_NAME),
        ("Maria Silva", "Maria da Silva Costa", Likeness.PART_OF_NAME),
        ("Siân Llŷr", "Siân Llŷr-Prydderch", Likeness.PART_OF_NAME),
        ("Jon Pritchard", "John Pritchard", Likeness.ONE_LETTER),
        ("Kirsty Fraser", "Kirsty Frazer", Likeness.ONE_LETTER),
        ("李小龍", "李小龍", Likeness.SAME_NAME),
    ],
)
def test_R52_names_that_are_alike_are_asked_about(one, other, likeness):
    assert why(somebody("a", one), somebody("b", other)) == [likeness]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Silva Costa", "Maria Silva Pinto"),
        ("Jo Ng", "Jo Ny"),
        ("Ann Lee", "Bob Lee"),
        ("Kirsty Fraser", "Kirsty Forbes"),
    ],
)
def test_R52_short_names_and_shared_surnames_are_nobody_s_double(one, other):
    assert why(somebody("a", one), somebody("b", other)) == []


def test_R52_what_somebody_is_known_as_and_the_name_on_papers_count():
    kate = somebody("a", "Katherine Brown", known_as="Kate", staff_no="7")
    assert why(kate, somebody("b", "Kate Brown", staff_no="8")) == [Likeness.ALSO_CALLED]
    married = somebody("a", "Katherine Brown", certificate_name="Katherine Reid")
    assert why(married, somebody("b", "Katherine Reid")) == [Likeness.ALSO_CALLED]


def test_R52_two_numbers_of_their_own_make_two_people_of_a_slip_but_not_of_one_name():
    jon, john = somebody("a", "Jon Pritchard", staff_no="7"), somebody("b", "John Pritchard", staff_no="8")
    assert why(jon, john) == []
    assert why(jon, replace(john, staff_no="T-0001", staff_no_is_temporary=True)) == [Likeness.ONE_LETTER]
    assert why(jon, replace(john, full_name="Jon Pritchard")) == [Likeness.SAME_NAME]


def test_R52_who_was_told_apart_is_not_asked_about_again_whoever_remembers_it():
    one, other = somebody("a", "Jo Reid"), somebody("b", "Jo Reid")
    assert why(one, other)
    assert not why(replace(one, not_same_as=(other.id,)), other)
    assert not why(one, replace(other, not_same_as=(one.id,)))


def test_R52_two_who_are_archived_trouble_nobody_and_one_does():
    gone = {"archived_on": date(2026, 1, 5)}
    one, other = somebody("a", "Jo Reid", **gone), somebody("b", "Jo Reid", **gone)
    assert not why(one, other)
    assert why(one, replace(other, archived_on=None))


def test_R52_three_of_one_name_are_three_pairs_each_once():
    people = [somebody(key, "Jo Reid") for key in "abc"]
    pairs = {frozenset((each.one, each.other)) for each in doubts(people)}
    assert len(pairs) == len(doubts(people)) == 3


# ── one of two ──────────────────────────────────────────────────────────────────────────────────────────────────────


def certificate(number: str) -> EarlierSignOff:
    return EarlierSignOff(
        number=number, signed_on=date(2025, 5, 1), valid_until=date(2026, 5, 1), techniques=("W1",), seen_by="Mair"
    )


def test_R52_the_double_is_heard_where_it_knows_better_and_nowhere_else():
    kept = somebody(
        "a", "Jo Reid", staff_no="T-0001", staff_no_is_temporary=True, job_role="Nurse", archived_on=date(2026, 1, 5)
    )
    double = somebody("b", "Jo Reed", staff_no="4471", job_role="Cook", site="West", core_theory=core_theory())
    assert better_known(kept, double) == {"staff_no", "site", "core_theory"}
    assert better_known(double, kept) == frozenset()


def test_R1_evidence_that_was_seen_is_better_than_a_later_day_that_was_not():
    seen, told = core_theory(), CoreTheory(completed_on=date(2026, 11, 1))
    assert better_known(somebody("a", "x", core_theory=told), somebody("b", "x", core_theory=seen)) == {"core_theory"}
    assert better_known(somebody("a", "x", core_theory=seen), somebody("b", "x", core_theory=told)) == frozenset()


def test_R21_that_somebody_has_left_is_undone_by_nobody_s_default():
    left = somebody("a", "Jo Reid", left_on=date(2026, 1, 5), archived_on=date(2026, 1, 6))
    here = somebody("b", "Jo Reid")
    assert better_known(left, here) == better_known(here, left) == frozenset()
    assert set(differing(left, here)) == {"left_on", "archived_on"}


def test_R1_of_two_days_that_were_seen_the_one_on_record_stays_unless_somebody_says_so():
    one, other = core_theory(), core_theory(completed_on=date(2026, 11, 1))
    assert better_known(somebody("a", "x", core_theory=one), somebody("b", "x", core_theory=other)) == frozenset()


def test_R11_a_basis_differs_by_its_reason_too():
    one = somebody("a", "x", basis=Basis.MANAGER, basis_reason="Leads days")
    assert differing(one, replace(one, basis_reason="Leads nights")) == ("basis",)


def test_R52_one_record_has_the_certificates_numbers_and_doubles_of_both():
    third, namesake = PersonId(named("c")), PersonId(named("d"))
    kept = somebody("a", "Jo Reid", staff_no="T-0001", staff_no_is_temporary=True, not_same_as=(namesake,))
    kept = replace(kept, earlier_sign_offs=(certificate("C-1"),))
    other = (replace(certificate("C-1"), valid_until=date(2027, 5, 1)), certificate("C-2"))
    double = somebody("b", "Jo Reid", staff_no="4471", doubles=(third,), earlier_sign_offs=other)
    one = made_one(kept, double, {"staff_no"})
    assert (one.id, one.staff_no, one.staff_no_is_temporary) == (kept.id, "4471", False)
    assert one.earlier_numbers == ("T-0001",)
    assert one.earlier_sign_offs == (certificate("C-1"), *other)
    assert one.doubles == (double.id, third)
    assert one.not_same_as == (namesake,)


def test_R52_a_name_not_taken_is_not_kept_on_the_record():
    one = made_one(somebody("a", "Jo Reid"), somebody("b", "Joanna Old-Name", known_as="Joanna"), {"known_as"})
    assert "Old-Name" not in repr(one)
    assert one.known_as == "Joanna"


def test_every_field_of_a_person_is_chosen_or_made_of_both():
    chosen = {field for group in MATTERS.values() for field in group}
    of_both = {"earlier_sign_offs", "earlier_numbers", "doubles", "not_same_as"}
    assert chosen | of_both | {"id"} == {each.name for each in fields(Person)}


@given(st.sets(st.sampled_from(sorted(MATTERS))), st.text("ab ", max_size=4), st.text("ab ", max_size=4))
def test_R52_one_record_says_in_each_matter_what_one_of_the_two_said(taken, first, second):
    kept, double = somebody("a", first, site=second, staff_no="1"), somebody("b", second, site=first, staff_no="2")
    one = made_one(kept, double, taken)
    for name, (field, *_) in MATTERS.items():
        assert getattr(one, field) == getattr(double if name in taken else kept, field)
    assert {one.staff_no, *one.earlier_numbers} == {"1", "2"}
    assert set(taken) & set(differing(kept, one)) <= set(differing(kept, double))


def test_R52_whom_one_may_be_is_what_all_doubts_say_of_them():
    names = ("Jo Reid", "Jo Reed", "Jo Anne Reid", "Mair Pugh", "Reid, Jo", "Ann Lee")
    people = [somebody(name, name) for name in names]
    for each in people:
        pairs = [pair for pair in doubts(people) if each.id in {pair.one, pair.other}]
        assert set(alike(each, people)) == {pair.one if pair.other == each.id else pair.other for pair in pairs}
