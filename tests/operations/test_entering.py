"""People by hand: entered, renamed, archived; and on a course another part, an adjustment (R1, R11, R21, R29, R44, R52)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Basis, CoreTheory, EarlierSignOff, Person
from calm_instructor.operations.enrolling import adjust, change_part, give_up_place, see_evidence, state_basis
from calm_instructor.operations.entering import archive_person, bring_back, enter_person, see_certificate
from tests.domain.people_and_things import core_theory, named
from tests.operations.a_course import AGREED_ON, EOGHAN, NGOC, SIAN, ZANETA, person, refused


def test_a_person_is_entered_under_a_number_of_their_own(prepared):
    entered = prepared.do(enter_person, person("  Mair   Rhydderch ", staff_no=" 7 ", core_theory=None))
    assert (entered.full_name, entered.staff_no, entered.sort_key) == ("Mair Rhydderch", "7", "rhydderch mair")
    nameless = replace(person("x", staff_no="8", core_theory=None), full_name=" ")
    with refused(prepared, "person.no_name"):
        prepared.do(enter_person, nameless)
    with refused(prepared, "person.number_taken"):
        prepared.do(enter_person, person("Jo Ng", staff_no="7", core_theory=None))


def test_without_a_number_there_is_a_temporary_one(prepared):
    for name in ("Mair", "Jo"):
        prepared.do(enter_person, person(name, staff_no="", core_theory=None))
    assert [(each.staff_no, each.staff_no_is_temporary) for each in prepared.all(Person)] == [
        ("T-0001", True),
        ("T-0002", True),
    ]


def test_R52_another_name_needs_no_reason_and_the_old_one_stays_in_the_trail_alone(enrolled):
    entered = enrolled.do(enter_person, replace(enrolled.person(SIAN), full_name="Siân Rees"))
    assert entered.sort_key == "rees siân"
    assert SIAN not in {each.full_name for each in enrolled.all(Person)}
    assert any(SIAN in (entry.body or "") for entry in enrolled.trail())


def test_R1_entering_a_day_is_not_seeing_its_evidence(enrolled):
    here = enrolled.person(SIAN)
    enrolled.do(enter_person, replace(here, core_theory=CoreTheory(completed_on=here.core_theory.completed_on)))
    assert enrolled.person(SIAN).core_theory == here.core_theory
    enrolled.do(enter_person, replace(here, core_theory=core_theory(completed_on=date(2026, 10, 1))))
    assert enrolled.person(SIAN).core_theory == CoreTheory(completed_on=date(2026, 10, 1))
    enrolled.do(enter_person, replace(here, core_theory=None))
    assert enrolled.person(SIAN).core_theory is None


def test_R1_a_day_to_come_is_no_day_of_completion(enrolled):
    later = CoreTheory(completed_on=date(2026, 10, 21))
    with refused(enrolled, "R1.still_to_come"):
        enrolled.do(enter_person, replace(enrolled.person(SIAN), core_theory=later))
    with refused(enrolled, "R1.still_to_come"):
        enrolled.do(see_evidence, PersonId(named(SIAN)), "certificate", "CT-1", completed_on=later.completed_on)


def test_acts_of_their_own_are_not_entered(enrolled):
    enrolled.do(state_basis, PersonId(named(SIAN)), Basis.MANAGER, "Leads the night shift")
    enrolled.do(enter_person, replace(person(SIAN, staff_no="4411"), archived_on=AGREED_ON, basis=Basis.EXPOSED))
    here = enrolled.person(SIAN)
    assert (here.basis, here.basis_reason, here.archived_on) == (Basis.MANAGER, "Leads the night shift", None)


def test_R21_nobody_is_archived_off_a_course_under_way(enrolled):
    with refused(enrolled, "R21.on_a_course"):
        enrolled.do(archive_person, PersonId(named(SIAN)))
    enrolled.do(give_up_place, enrolled.place(SIAN), "Has left")
    enrolled.do(archive_person, PersonId(named(SIAN)))
    assert enrolled.person(SIAN).archived_on == AGREED_ON
    enrolled.do(bring_back, PersonId(named(SIAN)))
    assert enrolled.person(SIAN).archived_on is None


def test_R23_a_certificate_is_on_record_once_with_who_saw_it(enrolled):
    brought = EarlierSignOff(
        number=" C-1 ",
        signed_on=date(2025, 3, 1),
        valid_until=date(2026, 3, 1),
        techniques=("W1", " ", "H1"),
        seen_by="?",
    )
    enrolled.do(see_certificate, PersonId(named(SIAN)), brought)
    (seen,) = enrolled.person(SIAN).earlier_sign_offs
    assert (seen.number, seen.techniques, seen.seen_by) == ("C-1", ("W1", "H1"), "Ruairidh MacLeod")
    enrolled.do(see_certificate, PersonId(named(SIAN)), replace(brought, techniques=("W1",)))
    assert [each.techniques for each in enrolled.person(SIAN).earlier_sign_offs] == [("W1",)]


@pytest.mark.parametrize(
    "changes",
    [
        {"number": " "},
        {"techniques": (" ",)},
        {"valid_until": date(2025, 3, 1)},
        {"signed_on": date(2027, 1, 1), "valid_until": date(2028, 1, 1)},
    ],
)
def test_R23_a_certificate_that_lacks_something_is_not_on_record(enrolled, changes):
    own = {"number": "C-1", "signed_on": date(2025, 3, 1), "valid_until": date(2026, 3, 1), "techniques": ("W1",)}
    with refused(enrolled, "R23.incomplete"):
        enrolled.do(see_certificate, PersonId(named(SIAN)), EarlierSignOff(**{**own, **changes}, seen_by=""))


def test_R44_an_adjustment_stands_on_the_place(enrolled):
    enrolled.do(adjust, enrolled.place(SIAN), "  Seated throughout ")
    assert enrolled.get(Enrolment, enrolled.place(SIAN)).adjustment == "Seated throughout"


def test_R11_another_part_asks_what_enrolling_asks_and_keeps_the_bib(enrolled):
    with refused(enrolled, "R1.no_date", "R11.group_without_need"):
        enrolled.do(change_part, enrolled.place(NGOC), Part.PHYSICAL)
    enrolled.do(see_evidence, PersonId(named(NGOC)), "certificate", "CT-2", completed_on=date(2026, 10, 1))
    enrolled.do(state_basis, PersonId(named(NGOC)), Basis.RESPONSIBLE, "On call at night")
    moved = enrolled.do(change_part, enrolled.place(NGOC), Part.PHYSICAL)
    assert (moved.part, moved.bib, moved.basis) == (Part.PHYSICAL, 4, Basis.RESPONSIBLE)
    for part in (Part.THEORY, Part.OBSERVER, Part.THEORY):
        back = enrolled.do(change_part, enrolled.place(EOGHAN), part)
        assert (back.part, back.basis) == (part, None)


def test_R12_the_ratio_is_asked_of_another_part_too(enrolled):
    enrolled.set_numbers(ratio_absolute=3)
    enrolled.do(see_evidence, PersonId(named(NGOC)), "certificate", "CT-2", completed_on=date(2026, 10, 1))
    enrolled.do(state_basis, PersonId(named(NGOC)), Basis.RESPONSIBLE, "On call at night")
    with refused(enrolled, "R12.absolute"):
        enrolled.do(change_part, enrolled.place(NGOC), Part.PHYSICAL)


@pytest.mark.parametrize("letter", ["C", "N"])
def test_R29_whoever_was_marked_stays_in_the_physical_part(running, letter):
    running.mark(ZANETA, "W1", letter)
    with refused(running, "R29.marks_stay"):
        running.do(change_part, running.place(ZANETA), Part.THEORY)


def test_R1_nobody_who_was_signed_off_loses_the_day_it_rests_on(signed):
    here = signed.person(SIAN)
    with refused(signed, "R1.no_date"):
        signed.do(enter_person, replace(here, core_theory=None))
    with refused(signed, "R1.not_seen"):
        signed.do(enter_person, replace(here, core_theory=CoreTheory(completed_on=date(2026, 9, 1))))
    signed.do(enter_person, replace(here, job_role="Senior"))
    assert signed.person(SIAN).core_theory == here.core_theory
