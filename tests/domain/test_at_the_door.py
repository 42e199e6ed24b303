"""At the door and on the mat: part, fitness, presence, briefing, minutes (R11, R15, R16, R41)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.at_the_door import (
    attendance_objections,
    briefing_objections,
    declared_at,
    fitness_objections,
    minutes_missed,
    part_objections,
    presence_in,
    presence_objections,
    session_at,
)
from calm_instructor.domain.attendance import FitnessStatus, MadeGood, Part, Presence
from calm_instructor.domain.numbers import Numbers
from tests.domain.courses_and_marks import attendance, briefing, enrolment, fitness, plan, session
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, NUMBERS, at, codes

WHO = "Siân Bowen"
FIT, ADJUSTED, NOT_FIT = FitnessStatus


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"part": Part.THEORY}, ["R11.theory_part"]),
        ({"part": Part.OBSERVER}, ["R11.observer"]),
        ({"withdrawn_on": FIRST_DAY}, ["R11.withdrawn"]),
        ({"part": Part.THEORY, "withdrawn_on": FIRST_DAY}, ["R11.withdrawn"]),
    ],
)
def test_R11_only_a_place_on_the_physical_part_opens_the_mat(changes, said):
    assert codes(part_objections(enrolment(**changes), WHO)) == said


# ── R15 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (None, ["R15.no_declaration"]),
        (fitness(FIT), []),
        (fitness(ADJUSTED, adjustment="Seated"), []),
        (fitness(NOT_FIT), ["R15.not_fit"]),
    ],
)
def test_R15_no_practice_without_a_declaration_or_when_not_fit(declared, said):
    assert codes(fitness_objections(declared, WHO, FIRST_DAY)) == said


@pytest.mark.parametrize(
    ("declarations", "moment", "status"),
    [
        ([], at("14:00"), None),
        ([fitness(FIT, "08:50")], at("14:00"), FIT),
        ([fitness(FIT, "08:50")], at("14:00", LAST_DAY), None),  # yesterday's word
        ([fitness(FIT, "08:50"), fitness(NOT_FIT, "13:00")], at("12:59"), FIT),
        ([fitness(FIT, "08:50"), fitness(NOT_FIT, "13:00")], at("13:00"), NOT_FIT),  # the last word counts
        ([fitness(NOT_FIT, "13:00"), fitness(FIT, "08:50")], at("14:00"), NOT_FIT),  # in whatever order
        ([fitness(NOT_FIT, "08:50"), fitness(ADJUSTED, "13:00")], at("14:00"), ADJUSTED),
        ([fitness(FIT, "18:30")], at("14:00"), FIT),  # written down in the evening, from paper
    ],
)
def test_R15_the_last_word_of_that_day_counts(declarations, moment, status):
    found = declared_at(declarations, moment)
    assert (found.status if found else None) is status


# ── R16: judged at the observed moment ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (None, ["R16.no_register"]),
        (attendance(), []),
        (attendance(presence=Presence.ABSENT), ["R16.absent"]),
        (attendance(presence=Presence.LATE, arrived_at=at("14:00")), []),
        (attendance(presence=Presence.LATE, arrived_at=at("14:01")), ["R16.not_yet_arrived"]),
        (attendance(presence=Presence.LEFT_EARLY, left_at=at("14:00")), []),
        (attendance(presence=Presence.LEFT_EARLY, left_at=at("13:59")), ["R16.has_left"]),
    ],
)
def test_R16_only_somebody_who_is_there_is_assessed(entry, said):
    assert codes(presence_objections(entry, WHO, at("14:00"))) == said


MORNING, AFTERNOON, NEXT_DAY = session(1, "09:00"), session(2, "13:00"), session(3, "09:00", LAST_DAY)


@pytest.mark.parametrize(
    ("moment", "belongs_to"),
    [
        (at("08:30"), MORNING),
        (at("12:59"), MORNING),
        (at("13:00"), AFTERNOON),
        (at("23:00"), AFTERNOON),
        (at("10:00", LAST_DAY), NEXT_DAY),
        (at("10:00", LAST_DAY + timedelta(days=1)), None),
    ],
)
def test_a_moment_belongs_to_the_session_that_has_begun(moment, belongs_to):
    assert session_at((NEXT_DAY, AFTERNOON, MORNING), moment) == belongs_to


# ── R16, R41: minutes and blocks attended ───────────────────────────────────────────────────────────────────────────

DAY = "framing 15!, theory 45, break 15, practice 60, debrief 15!"  # 09:00 to 11:30; 135 taught minutes


@pytest.mark.parametrize(
    ("arrived", "left", "minutes", "missed"),
    [
        (None, None, 135, []),
        ("08:30", "12:00", 135, []),
        ("09:00", "11:30", 135, []),
        ("09:01", None, 134, ["framing 1"]),  # no tolerance
        ("09:30", None, 105, ["framing 1"]),
        ("10:05", None, 75, ["framing 1"]),  # in the break
        (None, "11:29", 134, ["debrief 5"]),
        (None, "10:45", 90, ["debrief 5"]),
        ("09:30", "10:45", 60, ["framing 1", "debrief 5"]),
        ("12:00", None, 0, ["framing 1", "debrief 5"]),
        (None, "08:00", 0, ["framing 1", "debrief 5"]),
    ],
)
def test_R16_R41_taught_minutes_present_and_blocks_missed(arrived, left, minutes, missed):
    held = session()
    blocks = plan(DAY, held)
    titles = {each.id: each.title for each in blocks}
    found, missed_blocks = presence_in(held, blocks, arrived and at(arrived), left and at(left))
    assert (found, [titles[each] for each in missed_blocks]) == (minutes, missed)


def test_R51_attended_minutes_follow_the_minutes_given():
    held = session()
    blocks = plan("theory 60/30, practice 60/90", held)
    assert presence_in(held, blocks, None, None)[0] == 120
    assert presence_in(held, blocks, at("09:30"), None)[0] == 15 + 90


def test_R41_a_block_without_minutes_can_not_be_missed():
    held = session()
    assert presence_in(held, plan("framing 0!, theory 60", held), at("09:30"), None) == (30, ())


CLOCK = st.integers(0, 200).map(lambda minutes: at("08:30") + timedelta(minutes=minutes))


@given(st.none() | CLOCK, st.none() | CLOCK)
def test_R16_nobody_gains_minutes_by_coming_later_or_leaving_earlier(arrived, left):
    held = session()
    blocks = plan(DAY, held)
    minutes, missed = presence_in(held, blocks, arrived, left)
    assert 0 <= minutes <= 135
    if not missed:
        assert minutes == 135  # both ends are must-attend
    if arrived is not None:
        later, more_missed = presence_in(held, blocks, arrived + timedelta(minutes=7), left)
        assert later <= minutes
        assert set(missed) <= set(more_missed)
    if left is not None:
        earlier, more_missed = presence_in(held, blocks, arrived, left - timedelta(minutes=7))
        assert earlier <= minutes
        assert set(missed) <= set(more_missed)


TWO_DAYS = (*plan("theory 60, practice 120", MORNING), *plan("practice 90, debrief 30!", NEXT_DAY))


def made_good(minutes, *blocks):
    return MadeGood(minutes=minutes, on=LAST_DAY, content="Went through it.", by="Ruairidh MacLeod", blocks=blocks)


@pytest.mark.parametrize(
    ("first", "second", "missed", "said"),
    [
        (180, 120, 0, []),
        (165, 120, 15, []),  # the tolerance
        (164, 120, 16, ["R16.minutes_missing"]),
        (0, 0, 300, ["R16.minutes_missing"]),
        (200, 120, 0, []),  # never less than nothing
    ],
)
def test_R16_sign_off_waits_for_minutes_beyond_the_tolerance(first, second, missed, said):
    attended = (attendance(MORNING, minutes=first), attendance(NEXT_DAY, minutes=second))
    assert minutes_missed(attended, TWO_DAYS) == missed
    assert codes(attendance_objections(attended, TWO_DAYS, WHO, NUMBERS)) == said


def test_R16_what_was_made_good_counts_and_the_tolerance_is_a_setting():
    short = attendance(MORNING, minutes=100, made_good=(made_good(40), made_good(40)))
    attended = (short, attendance(NEXT_DAY, minutes=119))
    assert minutes_missed(attended, TWO_DAYS) == 1
    strict = Numbers(missed_minutes_tolerated=0)
    assert codes(attendance_objections(attended, TWO_DAYS, WHO, strict)) == ["R16.minutes_missing"]


def test_R41_a_must_attend_block_has_no_tolerance_and_is_made_good_on_record():
    recovery = TWO_DAYS[-1]
    present = attendance(MORNING, minutes=180)
    left = attendance(NEXT_DAY, minutes=119, missed=(recovery.id,))
    (said,) = attendance_objections((present, left), TWO_DAYS, WHO, NUMBERS)
    assert (said.code, said.facts["block"]) == ("R41.missed_block", "debrief 2")
    mended = replace(left, made_good=(made_good(1, recovery.id),))
    assert codes(attendance_objections((present, mended), TWO_DAYS, WHO, NUMBERS)) == []


def test_R41_a_session_without_any_entry_is_missed_as_well():
    """However short it was: the minutes alone would be tolerated."""
    blocks = (*plan("theory 60, practice 120", MORNING), *plan("debrief 10!", NEXT_DAY))
    attended = (attendance(MORNING, minutes=180),)
    assert codes(attendance_objections(attended, blocks, WHO, NUMBERS)) == ["R41.missed_block"]


@pytest.mark.parametrize(
    ("given_at", "said"),
    [
        ([], ["R41.no_briefing"]),
        ([briefing("09:05")], []),
        ([briefing("10:00")], []),
        ([briefing("10:01")], ["R41.before_briefing"]),
        ([briefing("10:30"), briefing("09:05")], []),  # the first one counts
        ([briefing("09:05", AFTERNOON)], ["R41.no_briefing"]),  # another session's
    ],
)
def test_R41_no_practice_before_the_briefing(given_at, said):
    assert codes(briefing_objections(given_at, MORNING, at("10:00"))) == said
