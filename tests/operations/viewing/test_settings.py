"""What the settings show, and what a new store still lacks."""

from datetime import timedelta

import pytest

from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, set_number
from calm_instructor.operations.viewing.settings import check_records, settings_seen, standing_of, whereabouts
from calm_instructor.store.database import create_store
from tests.domain.people_and_things import FIRST_DAY, LEAD, at, instructor, organisation
from tests.operations.a_course import catalogue

A_DAY = timedelta(days=1)


def test_a_new_store_lacks_three_things_in_order(tmp_path):
    with create_store(tmp_path, practice=True, at=at("08:00")) as store:
        desk = Desk(store, lambda: at("08:00"))
        seen = desk.read(settings_seen, None)
        assert seen.first == ("organisation", "instructors", "catalogue")
        assert (seen.numbers, seen.techniques, seen.practice) == ((), 0, True)
        desk.do(enter_organisation, organisation())
        assert desk.read(settings_seen, None).first == ("instructors", "catalogue")
        desk.do(enter_instructor, instructor())
        assert desk.read(settings_seen, None).first == ("catalogue",)


def test_numbers_stand_with_their_range_and_default(prepared):
    prepared.do(set_number, "sign_off_valid_months", 24)
    seen = prepared.desk.read(settings_seen, LEAD)
    assert seen.first == ()
    assert (seen.marking_as, seen.techniques) == (LEAD, len(catalogue()[1]))
    lines = {each.name: each for each in seen.numbers}
    months = lines["sign_off_valid_months"]
    assert (months.value, months.default, months.low, months.high, months.may_be_none) == (24, 12, 1, 36, False)
    assert (lines["part_competence_allowed"].low, lines["part_competence_allowed"].value) == (None, False)
    assert lines["core_theory_renewal_months"].may_be_none


@pytest.mark.parametrize(
    ("facts", "months", "lamp", "told"),
    [
        ({}, 0, Lamp.OK, "May lead Escape Techniques up to High tier until 24 Nov 2026."),
        ({"programme": "Escape Techniques; CALM PI"}, 0, Lamp.OK, "May lead Escape Techniques and CALM PI up to High"),
        ({"authorised_from": FIRST_DAY + A_DAY}, 0, Lamp.TODO, "May lead from 25 Nov 2026"),
        ({"authorisation_ref": " "}, 0, Lamp.STOP, "Can’t lead or mark"),
        ({"expires": None}, 0, Lamp.STOP, "Can’t lead or mark"),
        ({"expires": FIRST_DAY - A_DAY}, 0, Lamp.STOP, "Ran out 1 day ago"),
        ({"expires": FIRST_DAY - A_DAY}, 1, Lamp.WARN, "Ran out on 23 Nov 2026: may still assist"),
    ],
)
def test_R13_what_an_authorisation_means_on_a_day(facts, months, lamp, told):
    who = instructor(**{"expires": FIRST_DAY, "authorised_from": None, "highest_tier": Tier.HIGH, **facts})
    seen, sentence = standing_of(who, FIRST_DAY, Numbers(instructor_grace_months=months))
    assert seen is lamp
    assert sentence.startswith(told)


def test_where_the_records_are(prepared):
    seen = whereabouts(prepared.desk)
    assert seen.folder == prepared.store.folder
    assert seen.practice
    assert seen.size > 0
    assert seen.entries == prepared.store.head().seq + 1


def test_an_open_store_is_checked(signed):
    examined = check_records(signed.desk)
    assert examined.ok
    assert examined.looked_at == (str(signed.store.line.path),)
