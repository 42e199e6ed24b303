"""One wish, one transaction, one entry: what is written, what it was before, and what is left when it goes wrong."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import AttemptId, CourseId, InstructorId, OrganisationId, PersonId, TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import CoreTheory, Organisation, Person
from calm_instructor.store.checking import check
from tests.store.samples import NOON
from tests.store.wishes import LATER, entries, no_file_beyond, person, rows, wish


def record_facts(store, id: UUID):
    query = "SELECT revision, created, updated, gone FROM people WHERE uid = ?"
    return store.line.driver.execute(query, [id.bytes]).fetchone()


# ── one wish, one entry ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_wish_is_one_entry_with_the_images_of_what_it_wrote(store):
    by = InstructorId(UUID(int=7))
    with store.work(wish="people.added", by=by, at=NOON, reason="from the roster") as work:
        one, two = person(work, "One"), person(work, "Two", core_theory=CoreTheory(completed_on=NOON.date()))
        work.put(one)
        work.put(two)
    entry = entries(store)[-1]
    assert entry == work.entry
    assert (entry.wish, entry.by, entry.at, entry.epoch) == ("people.added", str(by), NOON.isoformat(), store.epoch)
    assert json.loads(entry.body or "")["reason"] == "from the roster"
    assert [(row["table"], row["id"], row["full_name"]) for row in rows(entry)] == [
        ("people", str(one.id), "One"),
        ("people", str(two.id), "Two"),
    ]
    assert rows(entry)[1]["core_theory"]["completed_on"] == "2026-11-22"
    assert {row["revision"] for row in rows(entry)} == {1}
    assert (store.head().seq, store.head().hash) == (entry.seq, entry.hash)


def test_nothing_written_is_no_entry(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)
    before = entries(store)
    with wish(store, LATER) as work:
        work.put(one)
        assert work.all(Person) == (one,)
    assert work.entry is None
    assert dict(work.before) == {}
    assert entries(store) == before
    assert record_facts(store, one.id) == (1, NOON.isoformat(), NOON.isoformat(), None)


def test_an_update_raises_the_revision_once_a_wish(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)
        work.put(replace(one, site="Oban"))
    assert record_facts(store, one.id)[0] == 1
    with wish(store, LATER) as work:
        work.put(replace(one, site="Perth"))
        work.put(replace(one, site="Skye"))
        assert work.get(Person, one.id).site == "Skye"
    assert record_facts(store, one.id) == (2, NOON.isoformat(), LATER.isoformat(), None)
    assert [(row["site"], row["revision"]) for row in rows(work.entry)] == [("Skye", 2)]
    assert work.before[one.id].site == "Oban"
    assert work.current(one.id).site == "Skye"
    assert check(store) == ()


def test_what_is_taken_away_stays_as_gone_and_can_stand_again(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)
    with wish(store, LATER) as work:
        work.remove(one)
        assert work.find(Person, one.id) is None
    assert (work.before[one.id], work.current(one.id)) == (one, None)
    assert record_facts(store, one.id) == (2, NOON.isoformat(), LATER.isoformat(), LATER.isoformat())
    assert store.reading().all(Person) == ()
    assert store.reading().count(Person) == 0
    with wish(store) as work:
        work.put(one)
    assert (work.before[one.id], work.current(one.id)) == (None, one)
    assert record_facts(store, one.id)[0] == 3
    assert store.reading().get(Person, one.id) == one
    assert check(store) == ()


def test_taking_away_what_is_not_there_is_refused(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)
    with wish(store) as work:
        two = person(work)
        work.put(two)
        work.remove(two)
    for gone in (two, replace(one, id=PersonId(work.new_id()))):
        with pytest.raises(CalmError, match=r"store\.no_record"), wish(store) as work:
            work.remove(gone)
    assert store.reading().all(Person) == (one,)


def test_an_exception_leaves_nothing(store):
    before = entries(store)
    organisation = Organisation(id=OrganisationId(UUID(int=3)), name="Craig Dhu")
    with pytest.raises(ZeroDivisionError), wish(store) as work:
        _fail_after(work, organisation)
    assert work.entry is None
    assert entries(store) == before
    assert store.reading().all(Organisation) == ()
    with wish(store) as work:
        work.put(organisation)
    assert check(store) == ()


@pytest.fixture
def tna_and_course(filled, store):
    """One TNA and a course on it, alone in their store."""
    view = filled.reading()
    organisation, tna, course = view.all(Organisation)[-1], view.all(Tna)[-1], view.all(Course)[-1]
    lead = view.get(Instructor, course.lead)
    tna = replace(tna, supersedes=None)
    course = replace(course, catalogue=None, co_instructors=())
    with wish(store) as work:
        work.put_all([organisation, lead, tna, course])
    return tna, course


def _fail_after(work, *values):
    work.put_all(values)
    work.keep_bytes(b"paper")
    raise ZeroDivisionError


def test_a_record_that_names_one_that_is_not_there_is_refused(store, tna_and_course):
    _, course = tna_and_course
    with pytest.raises(CalmError, match=r"store\.no_record"), wish(store) as work:
        work.put(replace(course, id=work.new_id(), tna=work.new_id()))
    assert store.reading().all(Course) == (course,)


def test_a_key_learned_in_a_wish_that_failed_is_forgotten(store, tna_and_course):
    tna, course = tna_and_course
    other = replace(tna, id=TnaId(UUID(int=4)))
    with pytest.raises(ZeroDivisionError), wish(store) as work:
        _fail_after(work, other, replace(course, id=CourseId(UUID(int=5)), tna=other.id))
    with wish(store) as work:
        between = replace(tna, id=work.new_id(), ref="between")
        work.put(between)
    with pytest.raises(CalmError, match=r"store\.no_record"), wish(store) as work:
        work.put(replace(course, id=work.new_id(), tna=other.id))


def test_a_moment_without_its_offset_is_refused(store):
    with pytest.raises(ValueError, match="offset"):
        store.work(wish="test", by=None, at=datetime.fromisoformat("2026-11-22T09:00"))


def test_a_work_inside_a_work_or_a_reading_is_refused(store):
    with wish(store) as work, pytest.raises(RuntimeError), wish(store):
        work.put(person(work))
    with store.reading(), pytest.raises(RuntimeError), wish(store):
        pass
    with wish(store) as work:
        one = person(work)
        work.put(one)
        assert store.reading().get(Person, one.id) == one
    assert store.reading().all(Person) == (one,)


def test_a_refused_write_spoils_the_work_whoever_caught_the_error(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)

    def caught(work):
        work.put(replace(one, site="Oban"))
        with suppress(CalmError):
            work.remove(replace(one, id=PersonId(work.new_id())))

    with pytest.raises(CalmError, match=r"store\.no_record"), wish(store) as work:
        caught(work)
    assert store.reading().all(Person) == (one,)
    with wish(store) as work:
        work.put(replace(one, site="Oban"))
        with suppress(CalmError):
            work.get(Person, work.new_id())
    assert store.reading().get(Person, one.id).site == "Oban"
    assert check(store) == ()


def test_a_work_is_done_once_and_can_be_read_from_afterwards(store):
    with wish(store) as work:
        one = person(work)
        work.put(one)
    assert work.get(Person, one.id) == one
    assert work.all(Person) == (one,)
    assert len(entries(store)) == 2
    with pytest.raises(RuntimeError, match="once"):
        work.__enter__()
    with pytest.raises(RuntimeError, match="inside"):
        work.put(replace(one, site="Oban"))


def test_many_are_written_together_and_keep_their_order(store):
    with wish(store) as work:
        people = [person(work, f"Person {n}", staff_no=str(n % 7)) for n in range(1_200)]
        changed = replace(people[3], site="Oban")
        work.put_all([*people, changed])
    assert [each.full_name for each in store.reading().all(Person)] == [each.full_name for each in people]
    assert store.reading().get(Person, people[3].id).site == "Oban"
    assert store.reading().count(Person, staff_no="3") == len([each for each in people if each.staff_no == "3"])
    assert len(entries(store)) == 2
    assert check(store) == ()


def test_threads_take_turns(store):
    def add_people(name):
        for number in range(20):
            with wish(store) as work:
                work.put(person(work, f"{name} {number}"))
            assert store.reading().count(Person) > number

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(add_people, ["One", "Two", "Three"]))
    assert store.reading().count(Person) == 60
    assert len(entries(store)) == 61
    assert check(store) == ()


def test_a_mark_costs_few_statements(filled):
    """Once the keys are known: look, insert, last link, entry, and whom it concerns: itself, its course, its person."""
    last = filled.reading().all(Attempt)[-1]
    said: list[str] = []
    for number in range(3):
        if number == 2:
            filled.line.driver.set_trace_callback(said.append)
        with wish(filled) as work:
            work.put(replace(last, id=AttemptId(work.new_id()), number=number))
    filled.line.driver.set_trace_callback(None)
    plain = [each.split()[0] for each in dict.fromkeys(said)]  # SQLite says a statement again for each of its triggers
    assert plain == ["BEGIN", "SELECT", "INSERT", "SELECT", "INSERT", "INSERT", "INSERT", "INSERT", "COMMIT"]


# ── afterwards ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_asked_is_told_after_the_commit_and_can_t_undo_it(store, caplog):
    told = []

    def stumble(entry):
        raise OSError("no room for a backup")

    store.after_commit += [stumble, lambda entry: told.append((entry, store.reading().count(Person)))]
    with wish(store) as work:
        work.put(person(work))
    assert told == [(work.entry, 1)]
    assert "no room for a backup" in caplog.text
    with wish(store):
        pass
    assert len(told) == 1


# ── the world says no ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_full_file_saves_nothing_and_goes_on_when_there_is_room(store):
    driver = store.line.driver
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages}")
    before = entries(store)
    with pytest.raises(WorldError, match=r"store\.full"), wish(store) as work:
        work.put_all(person(work, "x" * 500) for _ in range(100))
    assert entries(store) == before
    driver.execute("PRAGMA max_page_count = 1000000")
    with wish(store) as work:
        work.put_all(person(work, "x" * 500) for _ in range(100))
    assert store.reading().count(Person) == 100
    assert check(store) == ()


def test_a_disk_that_takes_no_more_bytes_saves_nothing(store):
    before = entries(store)
    size = store.line.path.stat().st_size
    with no_file_beyond(size), pytest.raises(WorldError, match=r"store\.(full|trouble)"), wish(store) as work:
        work.put_all(person(work, "x" * 500) for _ in range(1_000))
    assert entries(store) == before
    with wish(store) as work:
        work.put(person(work))
    assert check(store) == ()


def test_a_file_taken_away_is_noticed_at_the_next_wish(store, tmp_path):
    path = store.line.path
    aside = path.rename(tmp_path / "aside.db")
    with pytest.raises(WorldError, match=r"store\.(read_only|trouble|unreachable)"), wish(store) as work:
        work.put(person(work))
    aside.rename(path)
    with wish(store) as work:
        work.put(person(work))
    assert store.reading().count(Person) == 1
    assert check(store) == ()
