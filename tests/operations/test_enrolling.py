"""People taken in and placed: only who may come, for the part they may, as many as may be taught (R1, R11, R12, R53)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.attendance import Enrolment, Part, Presence
from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.ids import CourseId, PersonId, SessionId
from calm_instructor.domain.people import Basis, CoreTheory, Person, Status
from calm_instructor.operations import enrolling
from calm_instructor.operations.enrolling import eligibility, enrol, give_up_place, see_evidence, state_basis
from calm_instructor.operations.planning import authorised_instructors, enter_course, lay_out
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.registering import record_attendance
from calm_instructor.operations.taking_in import take_in
from tests.domain.courses_and_marks import plan, session
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, core_theory, instructor, named
from tests.operations.a_course import (
    AGREED_ON,
    CO,
    COURSE,
    EOGHAN,
    NGOC,
    PHYSICAL,
    SIAN,
    ACourse,
    days,
    person,
    planned,
    refused,
)

# ── taken in ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_people_come_in_with_everything_that_is_said_of_them(prepared):
    told = person("Mair Rhydderch", staff_no="7", known_as="Mair", certificate_name="Mair Elen Rhydderch", site="West")
    taken = prepared.do(take_in, [told])
    assert (taken.new, taken.known) == ((told,), ())
    assert prepared.all(Person) == (told,)


def test_who_is_here_already_gets_what_is_new_and_keeps_the_rest(enrolled):
    here = enrolled.person(SIAN)
    brought = replace(
        person(SIAN.upper(), staff_no="4411"),
        job_role="Senior",
        site="West",
        employer="Ashgrove Care",
        status=Status.AGENCY,
        line_manager="Morag Reid",
        core_theory=None,
    )
    taken = enrolled.do(take_in, [brought])
    assert taken.new == ()
    assert enrolled.person(SIAN) == replace(
        here, job_role="Senior", site="West", employer="Ashgrove Care", status=Status.AGENCY, line_manager="Morag Reid"
    )
    assert len(enrolled.all(Person)) == 4


def test_a_blank_never_wipes_out_what_is_known(enrolled):
    here = enrolled.person(SIAN)
    enrolled.do(take_in, [replace(here, job_role="", site="", line_manager="", staff_group="")])
    assert enrolled.person(SIAN) == here


@pytest.mark.parametrize(
    ("here", "brought", "stays"),
    [
        (core_theory(), CoreTheory(completed_on=date(2025, 1, 1)), True),  # seen, and the other is older
        (core_theory(), CoreTheory(completed_on=date(2026, 10, 30)), False),  # a later one
        (CoreTheory(completed_on=date(2026, 10, 12)), core_theory(completed_on=date(2026, 9, 1)), False),
        (core_theory(), None, True),
        (None, core_theory(), False),
        (
            CoreTheory(completed_on=date(2026, 10, 12), provider="CALM"),
            CoreTheory(completed_on=date(2026, 10, 12)),
            True,
        ),
    ],
)
def test_R1_evidence_seen_gives_way_to_later_core_theory_only(prepared, here, brought, stays):
    prepared.do(take_in, [person("Mair", staff_no="7", core_theory=here)])
    prepared.do(take_in, [person("Mair", staff_no="7", core_theory=brought)])
    assert prepared.person("Mair").core_theory == (here if stays else brought)


def test_the_same_number_with_another_name_is_somebody_else_and_needs_a_number_of_their_own(prepared):
    prepared.take_in("Mair")
    with refused(prepared, "person.number_taken"):
        prepared.do(take_in, [person("Mairi", staff_no=prepared.person("Mair").staff_no)])


def test_a_person_on_record_stays_that_person_under_another_name_or_number(enrolled):
    here = enrolled.person(SIAN)
    taken = enrolled.do(take_in, [replace(here, full_name="Somebody Else", staff_no="9", core_theory=None, site="Ash")])
    assert (taken.new, taken.known) == ((), (replace(here, site="Ash"),))
    assert enrolled.person(SIAN) == replace(here, site="Ash")


def test_R12_an_instructor_counts_once(enrolled):
    course = replace(enrolled.course, co_instructors=(enrolled.course.lead, CO, CO))
    with enrolled.store.reading() as view:
        assert authorised_instructors(view, course, None) == 2


def test_without_a_staff_number_nobody_is_taken_for_somebody_else(prepared):
    both = [person("Jo Ng", staff_no=""), replace(person("Jo Ng", staff_no=""), id=PersonId(named("the other Jo")))]
    assert len(prepared.do(take_in, both).new) == 2


def test_who_stands_twice_in_one_list_is_one_person(prepared):
    twice = [
        person("Mair", staff_no="7"),
        replace(person("Mair", staff_no="7", site="West"), id=PersonId(named("again"))),
    ]
    taken = prepared.do(take_in, twice)
    assert taken.new == (person("Mair", staff_no="7", site="West"),)
    assert prepared.all(Person) == taken.new


def test_a_list_that_says_nothing_new_writes_nothing(enrolled):
    head = enrolled.store.head()
    enrolled.do(take_in, [enrolled.person(SIAN)])
    assert enrolled.store.head() == head


# ── R1 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R1_no_date_no_place_on_the_mat(enrolled):
    (mair,) = enrolled.take_in("Mair", core_theory=None)
    with refused(enrolled, "R1.no_date"):
        enrolled.do(enrol, COURSE, [mair])


@pytest.mark.parametrize("completed", [FIRST_DAY, LAST_DAY])
def test_R1_core_theory_is_completed_before_the_first_physical_session(enrolled, completed):
    (mair,) = enrolled.take_in("Mair", core_theory=core_theory(completed_on=completed))
    with refused(enrolled, "R1.not_before"):
        enrolled.do(enrol, COURSE, [mair])


def test_R1_a_day_of_theory_in_the_course_is_before_its_first_physical_session(enrolled):
    theory_first = [(session(1), plan("theory 60", session(1))), days()[1]]
    enrolled.do(lay_out, COURSE, theory_first)
    (mair,) = enrolled.take_in("Mair", core_theory=core_theory(completed_on=FIRST_DAY))
    enrolled.do(enrol, COURSE, [mair])
    assert enrolled.get(Enrolment, enrolled.place("Mair")).part is Part.PHYSICAL


def test_R1_a_date_without_evidence_seen_is_enough_to_be_enrolled(enrolled):
    (mair,) = enrolled.take_in("Mair", core_theory=CoreTheory(completed_on=date(2026, 10, 12)))
    enrolled.do(enrol, COURSE, [mair])
    assert enrolled.place("Mair")


def test_R1_core_theory_runs_out_after_the_organisations_months(enrolled):
    enrolled.set_numbers(core_theory_renewal_months=12)
    (mair,) = enrolled.take_in("Mair", core_theory=core_theory(completed_on=date(2025, 11, 1)))
    with refused(enrolled, "R1.run_out"):
        enrolled.do(enrol, COURSE, [mair])


MORNING = CourseId(named("core theory"))


def core_theory_course(a: ACourse, starts: str, presence: Presence = Presence.PRESENT) -> None:
    """A Core Theory session of 30 minutes on the first day, with Mair in its register."""
    a.do(enter_course, planned(id=MORNING, ref="CT-1", kind=CourseKind.CORE_THEORY, ends_on=FIRST_DAY))
    held = replace(session(7, starts), course=MORNING)
    a.do(lay_out, MORNING, [(held, plan("theory 30", held))])
    (place,) = a.do(enrol, MORNING, [PersonId(named("Mair"))], Part.THEORY)
    a.at(starts).do(record_attendance, place.id, SessionId(held.id), presence)


@pytest.mark.parametrize(
    ("same_day", "starts", "presence", "may_come"),
    [
        (True, "09:30", Presence.PRESENT, True),  # ends at 10:00, when the first demonstration begins
        (True, "09:31", Presence.PRESENT, False),
        (True, "09:00", Presence.ABSENT, False),
        (False, "09:00", Presence.PRESENT, False),
    ],
)
def test_R1_the_same_day_counts_where_the_register_shows_it_and_the_organisation_says_so(
    enrolled, same_day, starts, presence, may_come
):
    enrolled.set_numbers(core_theory_same_day=same_day)
    (mair,) = enrolled.take_in("Mair", core_theory=core_theory(completed_on=FIRST_DAY))
    core_theory_course(enrolled, starts, presence)
    if may_come:
        enrolled.do(enrol, COURSE, [mair])
    else:
        with refused(enrolled, "R1.not_before"):
            enrolled.do(enrol, COURSE, [mair])


def test_R1_a_place_on_a_course_of_another_kind_is_no_core_theory(enrolled):
    enrolled.set_numbers(core_theory_same_day=True)
    ngoc = PersonId(named(NGOC))
    enrolled.at("08:00").do(see_evidence, ngoc, "certificate", "CT-1", completed_on=FIRST_DAY)
    enrolled.do(state_basis, ngoc, Basis.MANAGER, "Manages the house")
    with enrolled.store.reading() as view:
        assert [each.code for each in eligibility(view, enrolled.person(NGOC), enrolled.course)] == ["R1.not_before"]


def test_R1_evidence_is_seen_by_somebody_on_a_day(enrolled):
    (mair,) = enrolled.take_in("Mair", core_theory=CoreTheory(completed_on=date(2026, 9, 14), provider="CALM"))
    enrolled.do(see_evidence, mair, " certificate ", "CT-7")
    assert enrolled.person("Mair").core_theory == CoreTheory(
        completed_on=date(2026, 9, 14),
        provider="CALM",
        evidence_kind="certificate",
        evidence_ref="CT-7",
        seen_by="Ruairidh MacLeod",
        seen_on=AGREED_ON,
    )


@pytest.mark.parametrize(("kind", "reference"), [("", "CT-7"), ("certificate", "  ")])
def test_R1_evidence_has_a_kind_and_a_reference(enrolled, kind, reference):
    with refused(enrolled, "R1.not_seen"):
        enrolled.do(see_evidence, PersonId(named(SIAN)), kind, reference)


def test_R1_evidence_of_no_date_is_no_evidence(enrolled):
    with refused(enrolled, "R1.no_date"):
        enrolled.do(see_evidence, PersonId(named(NGOC)), "certificate", "CT-7")
    enrolled.do(see_evidence, PersonId(named(NGOC)), "certificate", "CT-7", completed_on=date(2026, 9, 1))
    assert enrolled.person(NGOC).core_theory.completed_on == date(2026, 9, 1)


# ── R11, R21, R53 ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"job_role": "Trustee"}, "R11.group_without_need"),
        ({"job_role": "Baker"}, "R11.unknown_group"),
        ({"job_role": ""}, "R11.nothing_known"),
        ({"status": Status.OTHER_EMPLOYER, "employer": "Elsewhere"}, "R53.other_employer"),
        ({"left_on": date(2026, 9, 1)}, "R21.has_left"),
        ({"archived_on": date(2026, 9, 1)}, "R21.has_left"),
    ],
)
def test_R11_R21_R53_who_has_no_ground_to_be_on_the_mat(enrolled, facts, code):
    (mair,) = enrolled.take_in("Mair", **facts)
    with refused(enrolled, code):
        enrolled.do(enrol, COURSE, [mair])


def test_everything_against_everybody_is_said_at_once_and_nobody_is_placed(enrolled):
    (mair,) = enrolled.take_in("Mair")
    (jo,) = enrolled.take_in("Jo", core_theory=None, job_role="Baker")
    with refused(enrolled, "R1.no_date", "R11.unknown_group", "enrolment.twice", "enrolment.twice"):
        enrolled.do(enrol, COURSE, [mair, jo, jo, PersonId(named(SIAN))])


def test_R11_the_theory_part_is_open_to_everybody(enrolled):
    (mair,) = enrolled.take_in("Mair", core_theory=None, job_role="Baker")
    enrolled.do(enrol, COURSE, [mair], Part.THEORY)
    place = enrolled.get(Enrolment, enrolled.place("Mair"))
    assert (place.part, place.basis, place.bib) == (Part.THEORY, None, 5)


def test_R11_R12_somebody_may_watch_and_counts_for_nobody(enrolled):
    enrolled.set_numbers(ratio_absolute=3)
    (mair,) = enrolled.take_in("Mair", core_theory=None, job_role="Inspector")
    enrolled.do(enrol, COURSE, [mair], Part.OBSERVER)
    place = enrolled.get(Enrolment, enrolled.place("Mair"))
    assert (place.part, place.basis) == (Part.OBSERVER, None)


def test_R11_a_basis_stated_for_one_person_counts_before_the_groups(enrolled):
    (mair,) = enrolled.take_in("Mair", job_role="Trustee")
    enrolled.do(state_basis, mair, Basis.RESPONSIBLE, "On call at night")
    enrolled.do(enrol, COURSE, [mair])
    assert enrolled.get(Enrolment, enrolled.place("Mair")).basis is Basis.RESPONSIBLE
    assert (enrolled.person("Mair").basis, enrolled.person("Mair").basis_reason) == (
        Basis.RESPONSIBLE,
        "On call at night",
    )
    assert enrolled.get(Enrolment, enrolled.place(SIAN)).basis is Basis.EXPOSED


def test_R11_a_basis_is_stated_with_a_reason(enrolled):
    with refused(enrolled, "R11.unknown_group"):
        enrolled.do(state_basis, PersonId(named(SIAN)), Basis.MANAGER, " ")


def test_R53_another_employers_staff_come_where_the_lead_is_authorised_for_them(enrolled):
    (mair,) = enrolled.take_in("Mair", status=Status.OTHER_EMPLOYER, employer="Elsewhere")
    enrolled.do(enter_instructor, instructor(covers_other_employers=True))
    enrolled.do(enrol, COURSE, [mair])
    assert enrolled.place("Mair")


# ── R12 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def alone(a: ACourse) -> None:
    """The lead without a co-instructor."""
    a.do(enter_course, replace(a.course, co_instructors=()))


def more(a: ACourse, count: int) -> list[PersonId]:
    """So many more people who may come; three are here."""
    return a.take_in(*(f"Person {number}" for number in range(1, count + 1)))


def test_R12_twelve_with_one_instructor_need_no_reason(enrolled):
    alone(enrolled)
    enrolled.do(enrol, COURSE, more(enrolled, 9))
    assert not enrolled.overrides()


def test_R12_thirteen_want_a_reason_and_sixteen_another_instructor(enrolled):
    alone(enrolled)
    thirteen = more(enrolled, 13)
    with refused(enrolled, "R12.many"):
        enrolled.do(enrol, COURSE, thirteen[:10])
    with refused(enrolled, "R12.second_instructor"):
        enrolled.do(enrol, COURSE, thirteen, reasons={"R12.many": "Please", "R12.second_instructor": "Please"})
    enrolled.do(enrol, COURSE, thirteen[:12], reasons={"R12.many": "Two halls side by side"})
    assert enrolled.overrides()["R12.many"].reason == "Two halls side by side"
    assert len(enrolled.all(Enrolment, course=COURSE, part=Part.PHYSICAL)) == 15


def test_R12_the_theory_part_is_not_counted(enrolled):
    alone(enrolled)
    enrolled.do(enrol, COURSE, more(enrolled, 20), Part.THEORY)
    assert len(enrolled.all(Enrolment, course=COURSE)) == 24


@pytest.mark.parametrize(
    "changes",
    [{"expires": FIRST_DAY}, {"authorisation_ref": ""}, {"authorised_from": LAST_DAY}, {"programme": "CALM PI"}],
)
def test_R12_a_co_instructor_who_is_not_authorised_that_day_does_not_count(enrolled, changes):
    sixteen = more(enrolled, 13)
    jean = {"id": CO, "name": "Jean Macdonald", "number": "2244", "staff_no": "0533"}
    enrolled.do(enter_instructor, instructor(**{**jean, **changes}))
    with refused(enrolled, "R12.second_instructor"):
        enrolled.do(enrol, COURSE, sixteen)
    enrolled.do(enter_instructor, instructor(**jean))
    enrolled.do(enrol, COURSE, sixteen)


def test_R12_above_the_absolute_number_no_instructor_helps(enrolled):
    enrolled.set_numbers(ratio_absolute=5)
    three = more(enrolled, 3)
    with refused(enrolled, "R12.absolute"):
        enrolled.do(enrol, COURSE, three)


# ── places given up ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_place_given_up_stays_on_record_and_a_new_one_is_another(enrolled):
    first = enrolled.place(EOGHAN)
    enrolled.do(give_up_place, first, "On leave")
    given_up = enrolled.get(Enrolment, first)
    assert (given_up.withdrawn_on, given_up.withdrawn_reason) == (AGREED_ON, "On leave")
    with enrolled.store.reading() as view:
        assert first not in {each.id for each in enrolling.enrolled(view, COURSE)}
    (again,) = enrolled.do(enrol, COURSE, [PersonId(named(EOGHAN))])
    assert (again.bib, again.id == first) == (5, False)


def test_places_stand_by_bib(enrolled):
    with enrolled.store.reading() as view:
        places = enrolling.enrolled(view, COURSE)
    assert [enrolled.get(Person, each.person).full_name for each in places] == [*PHYSICAL, NGOC]
    assert [each.bib for each in places] == [1, 2, 3, 4]
