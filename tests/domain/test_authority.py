"""What may be used today of several sign-offs: the later course counts, a "not yet" suspends (R20 to R22, R42, R48)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.authority import Today, WhyNothing, authority_today
from calm_instructor.domain.ids import EnrolmentId, SignOffId
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import Result, SignOff, TraineeSignature
from tests.domain.people_and_things import LEAD, at, named, person

FIRST, SECOND = date(2026, 11, 25), date(2027, 10, 20)
SET = ("W1", "H1")


def signed(
    name: str, on: date, result: Result = Result.COMPETENT, techniques: tuple[str, ...] = SET, **more
) -> SignOff:
    until = replace_year(on) if result.gives_authority else None
    own = {
        "id": SignOffId(named(name)),
        "enrolment": EnrolmentId(named(name)),
        "number": "SO-1",
        "version": 1,
        "result": result,
        "reasons": (),
        "techniques": techniques if result.gives_authority else (),
        "valid_from": on if until else None,
        "valid_until": until,
        "instructor": LEAD,
        "instructor_signed_at": at("16:00", on),
        "instructor_manner": Manner.SCREEN,
        "trainee_signature": TraineeSignature.SIGNED,
    }
    return SignOff(**{**own, **more})


def replace_year(on: date) -> date:
    return on.replace(year=on.year + 1)


def today_of(*held: SignOff, on: date = SECOND, part: bool = False, who=None) -> Today:
    sets = {each.id: SET for each in held}
    return authority_today(who or person(), held, sets, on, part_competence=part)


def codes(today: Today) -> dict[str, date]:
    return {each.technique: each.until for each in today.may_use}


def test_R22_the_later_sign_off_brings_the_later_day():
    both = today_of(signed("first", FIRST), signed("second", SECOND, techniques=("W1",)))
    assert codes(both) == {"W1": replace_year(SECOND), "H1": replace_year(FIRST)}


@pytest.mark.parametrize(("part", "left"), [(False, {}), (True, {})])
def test_R42_a_refresher_that_ends_not_yet_suspends_what_ran(part, left):
    seen = today_of(signed("first", FIRST), signed("second", SECOND, Result.NOT_YET_COMPETENT), part=part)
    assert codes(seen) == left
    assert (seen.why, seen.day) == (WhyNothing.SUSPENDED, SECOND)


def test_R42_where_part_competence_is_allowed_only_what_was_not_met_is_suspended():
    seen = today_of(
        signed("first", FIRST), signed("second", SECOND, Result.PART_COMPETENT, techniques=("W1",)), part=True
    )
    assert codes(seen) == {"W1": replace_year(SECOND)}


def test_R42_a_course_that_was_not_completed_suspends_nothing():
    seen = today_of(signed("first", FIRST), signed("second", SECOND, Result.NOT_COMPLETED))
    assert codes(seen) == {"W1": replace_year(FIRST), "H1": replace_year(FIRST)}


@pytest.mark.parametrize(
    ("signature", "why"),
    [
        (TraineeSignature.INK_LATER, WhyNothing.INK),
        (TraineeSignature.DISAGREES, WhyNothing.DISAGREES),
        (TraineeSignature.DECLINED, WhyNothing.DECLINED),
    ],
)
def test_R48_without_the_limits_accepted_nothing_starts(signature, why):
    unsigned = signed("first", FIRST, trainee_signature=signature, valid_from=None, valid_until=None)
    assert today_of(unsigned).why is why
    assert codes(today_of(signed("earlier", date(2026, 11, 20)), unsigned, on=FIRST)) != {}


def test_why_nothing_is_said_of_the_last_sign_off():
    assert today_of().why is WhyNothing.NEVER
    assert today_of(signed("first", FIRST, Result.NOT_COMPLETED)).why is WhyNothing.OUTCOME
    withdrawn = replace(signed("first", FIRST), withdrawn_on=SECOND)
    assert (today_of(withdrawn).why, today_of(withdrawn).day) == (WhyNothing.WITHDRAWN, SECOND)
    lapsed = today_of(signed("first", FIRST), on=date(2027, 11, 26))
    assert (lapsed.why, lapsed.day) == (WhyNothing.LAPSED, date(2027, 11, 25))


def test_R21_leaving_and_archiving_end_authority():
    held = signed("first", FIRST)
    assert today_of(held, who=person(archived_on=SECOND)).why is WhyNothing.ARCHIVED
    assert today_of(held, who=person(left_on=SECOND)).why is WhyNothing.LEFT
    assert codes(today_of(held, who=person(left_on=date(2027, 12, 1)))) != {}
