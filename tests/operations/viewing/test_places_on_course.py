"""The people of a course as a page shows them: lamps with words, what mends, who may still be placed (R1, R11, R12)."""

from dataclasses import replace
from datetime import date

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import Course
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.entering import archive_person, enter_person
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.viewing.places_on_course import Mending, candidates, offer, places_on_course
from tests.domain.people_and_things import LEAD, named
from tests.operations.a_course import COURSE, NGOC, PHYSICAL, SIAN, person


def read(a):
    return a.desk.read(places_on_course, COURSE, LEAD)


def test_each_person_has_a_lamp_with_words(enrolled):
    seen = read(enrolled)
    assert [(row.bib, row.name, row.may.lamp, row.may.words) for row in seen.rows] == [
        (1, PHYSICAL[0], Lamp.OK, "Eligible"),
        (2, PHYSICAL[1], Lamp.OK, "Eligible"),
        (3, PHYSICAL[2], Lamp.OK, "Eligible"),
        (4, NGOC, Lamp.INFO, "Theory part only"),
    ]
    assert (seen.physical, seen.theory, seen.limit, seen.is_open) == (3, 1, 30, True)
    assert seen.groups == ("Direct care", "Board")
    assert seen.instructor == "Ruairidh MacLeod"
    assert seen.rows[0].basis == "Direct care: Directly exposed"
    assert seen.rows[0].core_theory == "12 Oct 2026"


def test_R1_a_date_whose_evidence_nobody_saw_is_red_and_may_be_placed(enrolled):
    (mair,) = enrolled.take_in("Mair", core_theory=CoreTheory(completed_on=date(2026, 10, 12)))
    (free,) = enrolled.desk.read(candidates, COURSE)
    assert free.may_come
    enrolled.do(enrol, COURSE, [mair])
    row = read(enrolled).rows[-1]
    assert (row.may.lamp, row.may.words, row.may.mending) == (Lamp.STOP, "Evidence not seen", Mending.EVIDENCE)
    assert row.may.codes == ("R1.not_seen",)


def test_who_lost_the_ground_says_so_in_a_sentence_with_what_mends_it(enrolled):
    enrolled.do(enter_person, replace(enrolled.person(SIAN), core_theory=None, job_role="Baker"))
    row = read(enrolled).rows[0]
    assert row.may.words == "No Core Theory date"
    assert row.may.sentence.startswith(f"{SIAN} can’t take the practical part. Core Theory comes first")
    assert row.may.codes == ("R1.no_date", "R11.unknown_group")
    assert read(enrolled).count(Lamp.STOP) == 1


def test_candidates_are_found_whatever_the_accents(enrolled):
    enrolled.take_in("Łukasz Wiśniewski", "Zofia Adamska")
    (gone,) = enrolled.take_in("Jo Ng")
    enrolled.do(archive_person, gone)
    free = enrolled.desk.read(candidates, COURSE)
    assert {each.name for each in free} == {"Łukasz Wiśniewski", "Zofia Adamska"}
    assert [each.name for each in free if each.is_found_by("lukasz wis")] == ["Łukasz Wiśniewski"]


def test_a_candidate_s_site_is_told_where_it_is_another(enrolled):
    site = enrolled.desk.read(lambda view: view.get(Course, COURSE)).site
    enrolled.do(
        take_in, [person("Here Now", staff_no="9101", site=site), person("From Far", staff_no="9102", site="Far")]
    )
    free = {each.name: each for each in enrolled.desk.read(candidates, COURSE)}
    assert (free["Here Now"].elsewhere, free["From Far"].elsewhere) == ("", "Far")
    assert free["Here Now"].is_found_by(site)


def test_an_offer_places_who_may_come_in_their_order_and_says_why_the_others_not(enrolled):
    enrolled.set_numbers(ratio_absolute=5)
    people = enrolled.take_in("A One", "B Two", "C Three")
    enrolled.do(take_in, [person("No Date", staff_no="9100", core_theory=None)])
    asked = [*people, PersonId(named("No Date")), PersonId(named(SIAN))]
    seen = enrolled.desk.read(offer, COURSE, asked)
    assert seen.placeable == tuple(people[:2])
    assert seen.waiting == ("C Three",)
    assert seen.refused == (PersonId(named("No Date")),)
    assert [each.name for each in seen.told] == ["No Date", "C Three"]
    assert seen.told[0].why.startswith("Core Theory comes first")
    assert "The limit is 5" in seen.told[1].why
    assert not any(each.name in each.why for each in seen.told)
    enrolled.do(enrol, COURSE, list(seen.placeable))
    enrolled.do(enrol, COURSE, list(seen.refused), Part.THEORY)
    assert len(read(enrolled).rows) == 7
