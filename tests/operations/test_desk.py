"""The Desk: one wish, one transaction, one announcement; undo by name that breaks no rule. Each wish: test_every_wish."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Outcome, standing
from calm_instructor.domain.attendance import Enrolment, FitnessStatus, Presence
from calm_instructor.domain.course import Course
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.people import Person
from calm_instructor.messages import sentence
from calm_instructor.messages.wishes import undo_label
from calm_instructor.operations.analysing import choose, draft_tna, list_risk
from calm_instructor.operations.assessing import (
    fill_not_assessed,
    record_knowledge,
    record_outcome,
    take_back,
    write_feedback,
)
from calm_instructor.operations.desk import UNDO_STEPS, Changes, Desk
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course, note_told
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.registering import declare_fitness, record_attendance
from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.checking import check
from calm_instructor.store.connection import connect
from calm_instructor.store.keys import read_keys
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, instructor, named
from tests.operations.a_course import (
    AGREED_ON,
    CO,
    COURSE,
    KNOWN,
    SIAN,
    TNA,
    ZANETA,
    ACourse,
    Stage,
    choice,
    draft,
    planned,
    refused,
    written,
)


def test_a_listener_in_trouble_loses_nothing(running, caplog):
    told: list[Changes] = []

    def stumbles(changes):
        raise ValueError("a screen that broke")

    running.desk.on_change += [stumbles, told.append]
    running.mark(SIAN)
    assert [each.wish for each in told] == ["attempt.recorded"]
    assert running.desk.next_undo == told[0]
    assert "attempt.recorded" in caplog.text
    caplog.clear()


def test_wishes_and_undo_of_two_threads_take_turns(running):
    """Both mark, each takes back whatever is on top then: after each round nothing stands. Ten rounds."""

    def mark_and_undo(name):
        running.mark(name)
        return running.desk.undo()

    with ThreadPoolExecutor(2) as threads:
        undone = [each for _round in range(10) for each in list(threads.map(mark_and_undo, [SIAN, ZANETA]))]
    assert [each.wish for each in undone] == ["attempt.recorded"] * 20
    assert running.desk.next_undo is None or running.desk.next_undo.wish != "attempt.recorded"
    assert all(each.state is AttemptState.TAKEN_BACK for each in running.all(Attempt))


def assert_not_put_back(a: ACourse) -> None:
    """Undo is refused with its sentence, and nothing is written."""
    head = a.store.head()
    with pytest.raises(CalmError) as said:
        a.desk.undo()
    assert said.value.code == "undo.changed_since"
    assert sentence(said.value)
    assert a.store.head() == head


def next_label(a: ACourse) -> str:
    """What the window would write on its Undo."""
    changes = a.desk.next_undo
    assert changes is not None
    return undo_label(changes.wish, changes.facts)


# ── granted or not ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_refused_wish_writes_nothing_announces_nothing_and_is_not_undone(running):
    told: list[object] = []
    running.desk.on_change.append(told.append)
    with refused(running, "R17.prompted"):
        running.mark(SIAN, prompted=True)
    assert told == []
    running.mark(SIAN)
    assert running.desk.next_undo.wish == "attempt.recorded"


def test_a_wish_that_changes_nothing_is_no_entry_and_no_step(enrolled):
    told: list[object] = []
    enrolled.desk.on_change.append(told.append)
    head, step = enrolled.store.head(), enrolled.desk.next_undo
    enrolled.do(enter_course, enrolled.course)
    assert (enrolled.store.head(), enrolled.desk.next_undo, told) == (head, step, [])


def test_every_listener_hears_of_it_once_after_it_is_saved(running):
    heard: list[tuple[int, int]] = []
    for _ in range(2):
        running.desk.on_change.append(
            lambda _changes: heard.append((running.store.head().seq, len(running.all(Attempt))))
        )
    running.mark(SIAN)
    assert heard == [(running.store.head().seq, 1)] * 2


def test_R49_a_wish_is_of_whoever_marks(running):
    running.desk.marking_as = CO
    with written(running, "attempt.recorded", CO):
        assert running.mark(SIAN).assessor == CO
    with written(running, "undone", CO):
        running.desk.undo()


def test_without_an_instructor_nobody_marks(running):
    running.desk.marking_as = None
    with pytest.raises(LookupError):
        running.mark(SIAN)


def test_ids_are_of_their_moment_and_never_twice(running):
    ids = [running.desk.new_id() for _ in range(100)]
    assert len(set(ids)) == 100
    assert running.at("12:21").desk.new_id() > max(ids)


@contextmanager
def store_held_elsewhere(a: ACourse):
    """Another program holds the file."""
    key = read_keys(a.store.folder / KEY_FILE).data
    with closing(connect(a.store.folder / STORE_FILE, key)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_what_the_disk_refuses_is_not_announced_and_can_be_done_again(running):
    told: list[object] = []
    running.mark(SIAN)
    running.desk.on_change.append(told.append)
    place, w1 = running.place(ZANETA), running.technique("W1")
    with store_held_elsewhere(running):
        with pytest.raises(WorldError) as said:
            running.do(record_outcome, place, w1, Outcome.NOT_YET, feedback="Slow")
        assert said.value.code == "store.busy"
        with pytest.raises(WorldError):
            running.desk.undo()
    assert told == []
    running.desk.undo()
    assert [each.state for each in running.all(Attempt)] == [AttemptState.TAKEN_BACK]


# ── undo ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_acts_are_put_back_one_by_one_the_last_first(drafted):
    stood = [drafted.everything()]
    drafted.do(list_risk, TNA, "bite", "Bite")
    stood.append(drafted.everything())
    drafted.do(choose, TNA, choice("B1", drafted.risk(4)))
    stood.append(drafted.everything())
    drafted.do(draft_tna, replace(drafted.tna, setting="Care home"))
    for expected, wish in zip(reversed(stood), ("tna.drafted", "technique.chosen", "risk.listed"), strict=True):
        assert drafted.desk.undo().wish == wish
        assert drafted.everything() == expected
    assert drafted.desk.undo() is None
    assert check(drafted.store) == ()


def test_undo_says_by_name_what_it_would_put_back(running):
    assert running.desk.next_undo is None
    running.mark(SIAN, "W1", "N")
    assert next_label(running) == f"Undo: {SIAN}: W1 Not yet competent"
    running.mark(SIAN, "core")
    assert next_label(running) == f"Undo: {SIAN}: core behaviours Competent"
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LEFT_EARLY)
    assert next_label(running) == f"Undo: {SIAN}: Left early"
    cells = [(running.place(ZANETA), running.technique(code)) for code in ("W1", "H1")]
    running.do(fill_not_assessed, cells, "Fire alarm")
    assert next_label(running) == "Undo: cells set to not assessed: 2"


def test_steps_are_kept_up_to_a_number(running):
    for minute in range(UNDO_STEPS + 5):
        running.do(note_told, COURSE, AGREED_ON + timedelta(days=minute))
    undone = 0
    while running.desk.undo():
        undone += 1
    assert undone == UNDO_STEPS
    assert running.course.head_office_told_on == AGREED_ON + timedelta(days=4)


def test_R18_a_mark_undone_is_taken_back_and_stays_on_record(running):
    mark = running.mark(SIAN)
    running.desk.undo()
    assert running.cell(SIAN, "W1") == (replace(mark, state=AttemptState.TAKEN_BACK),)
    check_of = running.do(record_knowledge, running.place(SIAN), KNOWN)
    running.desk.undo()
    assert running.all(KnowledgeCheck) == (replace(check_of, state=AttemptState.TAKEN_BACK),)


def test_R18_a_correction_undone_lets_the_first_mark_stand_again(running):
    wrong = running.mark(SIAN)
    right = running.mark(SIAN, "W1", "N", corrects=wrong.id, correction_reason="Wrong line")
    running.desk.undo()
    assert running.cell(SIAN, "W1") == (wrong, replace(right, state=AttemptState.TAKEN_BACK))


def test_R18_taking_back_undone_lets_the_mark_stand_again(running):
    mark = running.mark(SIAN)
    running.do(take_back, mark.id)
    assert standing(running.cell(SIAN, "W1")) is None
    running.desk.undo()
    assert running.cell(SIAN, "W1") == (mark,)


def test_R51_an_override_goes_with_the_act_that_it_let_through(running):
    for _ in range(3):
        running.mark(SIAN, "W1", "N")
    running.mark(SIAN, reasons={"R19.tries_used": "One more"})
    assert running.overrides()
    running.desk.undo()
    assert not running.overrides()


@pytest.mark.parametrize(
    "change",
    [
        lambda a, _mark: a.mark(ZANETA),
        lambda a, mark: a.do(take_back, mark.id),
        lambda a, mark: a.mark(SIAN, "W1", "N", corrects=mark.id, correction_reason="Wrong line"),
        lambda a, _mark: a.do(record_knowledge, a.place(SIAN), KNOWN),
    ],
)
def test_R18_a_mark_is_not_undone_on_a_later_day(running, change):
    mark = running.mark(SIAN)
    change(running, mark)
    running.at("08:00", LAST_DAY)
    with refused(running, "R18.day_over"):
        running.desk.undo()


def test_R18_feedback_of_yesterday_is_no_mark_and_may_be_undone(running):
    mark = running.mark(SIAN, "W1", "N")
    running.do(write_feedback, mark.id, "Other words")
    running.at("08:00", LAST_DAY).desk.undo()
    assert running.cell(SIAN, "W1") == (mark,)


# ── undo that would break something ─────────────────────────────────────────────────────────────────────────────────


def test_what_was_changed_since_is_not_put_back(enrolled):
    enrolled.do(note_told, COURSE, AGREED_ON)
    other = Desk(enrolled.store, lambda: enrolled.now, LEAD)
    other.do(note_told, COURSE, FIRST_DAY)
    assert_not_put_back(enrolled)
    assert enrolled.course.head_office_told_on == FIRST_DAY
    assert enrolled.desk.next_undo is None
    other.undo()
    assert enrolled.course.head_office_told_on == AGREED_ON


def test_what_was_taken_away_since_is_not_put_back(enrolled):
    (mair,) = enrolled.take_in("Mair")
    with enrolled.store.work(wish="person.gone", by=LEAD, at=enrolled.now) as work:
        work.remove(work.get(Person, mair))
    assert_not_put_back(enrolled)
    assert mair not in {each.id for each in enrolled.all(Person)}


def test_a_place_with_a_mark_stays_even_when_the_mark_was_taken_back(running):
    running.do(enrol, COURSE, running.take_in("Mair"))
    running.do(record_attendance, running.place("Mair"), running.session(1), Presence.PRESENT)
    running.do(declare_fitness, running.place("Mair"), FIRST_DAY, FitnessStatus.FIT)
    place = running.place("Mair")
    running.mark("Mair")
    for wish in ("attempt.recorded", "fitness.declared", "attendance.recorded"):
        assert running.desk.undo().wish == wish
    assert_not_put_back(running)
    assert running.get(Enrolment, place)
    assert running.cell("Mair", "W1")[0].state is AttemptState.TAKEN_BACK
    assert running.desk.undo() is None
    assert check(running.store) == ()


def test_people_on_a_course_of_another_desk_stay(enrolled):
    (mair,) = enrolled.take_in("Mair")
    Desk(enrolled.store, lambda: enrolled.now, LEAD).do(enrol, COURSE, [mair])
    assert_not_put_back(enrolled)
    assert enrolled.place("Mair")


def test_R7_ready_is_not_put_back_after_the_first_mark(course_at):
    a = course_at(Stage.READY)
    a.desk.marking_as = LEAD
    a.do(enter_course, replace(a.course, venue="Garden hall"))
    a.at("09:00").is_open_for(SIAN)
    a.at("12:20").mark(SIAN)
    while a.desk.next_undo is not None and a.desk.next_undo.wish != "briefing.given":
        a.desk.undo()
    assert_not_put_back(a)
    assert a.get(Course, COURSE).venue == "Garden hall"
    assert a.course.set_frozen_at is not None
    assert a.desk.undo() is None


def test_an_act_that_bars_the_way_bars_all_before_it(agreed):
    agreed.do(enter_instructor, instructor(cpd=("Debrief day",)))
    assert agreed.desk.next_undo.wish == "instructor.entered"
    agreed.do(enter_course, planned(id=CourseId(named("course 2")), ref="ET-2"))
    agreed.do(agree_set, CourseId(named("course 2")))
    assert agreed.desk.undo() is None
    agreed.do(draft_tna, draft(id=TnaId(named("tna 2")), revision_no=3))
    assert agreed.desk.undo().wish == "tna.drafted"
    assert agreed.desk.undo() is None
