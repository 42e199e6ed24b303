"""Records are found by id and by what they equal, papers by their hash, entries by whom they concern."""

from dataclasses import replace
from uuid import UUID

import pytest

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Block, Course, Session
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.needs import Risk, Tna
from calm_instructor.domain.people import Person
from calm_instructor.store.checking import check
from tests.store.samples import NOON
from tests.store.wishes import LATER, rows, wish


def test_what_is_not_there_is_said_with_its_kind_and_id(store):
    with pytest.raises(CalmError) as no:
        store.reading().get(Person, UUID(int=5))
    assert (no.value.code, no.value.facts) == ("store.no_record", {"table": "people", "id": UUID(int=5)})
    assert store.reading().find(Person, UUID(int=5)) is None
    with pytest.raises(CalmError, match=r"store\.no_record"):
        store.reading().bytes_of("0" * 64)


def test_records_are_found_by_what_their_fields_equal(filled):
    view = filled.reading()
    enrolment = view.all(Enrolment)[-1]
    assert view.all(Enrolment, course=enrolment.course, person=enrolment.person) == (enrolment,)
    assert view.all(Enrolment, course=enrolment.course, part=Part.PHYSICAL) == ()
    assert view.all(Enrolment, course=UUID(int=1)) == ()
    tna = view.all(Tna, supersedes=None)[0]
    assert tna == view.all(Tna)[0]
    assert view.all(Tna, sites=("Siân",), need=True) == view.all(Tna)
    assert view.all(Course, starts_on=NOON.date()) == ()
    assert (view.count(Enrolment, course=enrolment.course), view.count(Enrolment)) == (1, 2)


def test_records_of_several_are_found_at_once(filled):
    view = filled.reading()
    first, last = view.all(Enrolment)
    assert view.all(Enrolment, course=frozenset({first.course, last.course})) == (first, last)
    assert view.all(Enrolment, course=frozenset({last.course}), person=last.person) == (last,)
    assert view.all(Enrolment, id=frozenset({last.id})) == view.all(Enrolment, id=last.id) == (last,)
    assert view.all(Enrolment, id=frozenset()) == view.all(Enrolment, course=frozenset()) == ()
    with pytest.raises(TypeError):
        view.all(Enrolment, id="Siân")


def test_records_come_with_what_the_store_adds_and_gone_ones_too(filled):
    first, last = filled.reading().all(Enrolment)
    with wish(filled, LATER) as work:
        work.remove(last)
    view = filled.reading()
    (kept,) = view.records(Enrolment, first.id)
    (gone,) = view.records(Enrolment, course=last.course)
    assert (kept.value, kept.revision, kept.gone) == (first, 1, None)
    assert (gone.value, gone.revision, gone.updated, gone.gone) == (last, 2, LATER.isoformat(), LATER.isoformat())
    assert [each.value for each in view.records(Enrolment)] == [first, last]


def test_papers_are_kept_once_by_their_hash(store):
    with wish(store) as work:
        first, again = work.keep_bytes(b"%PDF"), work.keep_bytes(b"%PDF")
    assert first == again
    assert store.reading().bytes_of(first) == b"%PDF"
    assert [(row["table"], row["id"], row["bytes"]) for row in rows(work.entry)] == [("document_files", first, 4)]
    with wish(store) as work:
        work.keep_bytes(b"%PDF")
    assert work.entry is None
    assert check(store) == ()


# ── whom an entry concerns ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_course_s_slice_holds_all_that_belongs_to_it(filled):
    view = filled.reading()
    course, person, tna = (view.all(kind)[-1] for kind in (Course, Person, Tna))
    about_course = {row["table"] for entry in filled.entries_of(course.id) for row in rows(entry)}
    assert about_course == {
        *("courses", "course_techniques", "sessions", "session_blocks", "briefings", "overrides", "enrolments"),
        *("attendance", "fitness", "incidents", "assessments", "knowledge_checks", "signoffs", "amendments"),
        *("action_plans", "evaluations", "documents", "document_files", "packages"),
    }
    about_tna = {row["table"] for entry in filled.entries_of(tna.id) for row in rows(entry)}
    assert about_tna == {"tnas", "tna_risks", "tna_selections", "overrides", "documents", "document_files"}
    about_person = {row["table"] for entry in filled.entries_of(person.id) for row in rows(entry)}
    assert {"people", "enrolments", "assessments", "amendments"} <= about_person
    assert "courses" not in about_person


def test_a_record_that_moves_takes_what_hangs_on_it_along(filled):
    view = filled.reading()
    (first, second), block = view.all(Course), view.all(Block)[-1]
    session = view.get(Session, block.session)
    assert session.course == second.id
    with wish(filled) as work:
        work.put(replace(block, title="before"))
    with wish(filled) as work:
        work.put(replace(block, title="meanwhile"))
        work.put(replace(session, course=first.id, topic="twice"))
        work.put(replace(session, course=first.id))
    assert work.entry not in list(filled.entries_of(second.id))
    with wish(filled) as work:
        work.put(replace(block, title="after"))
    assert work.entry in list(filled.entries_of(first.id))
    assert work.entry not in list(filled.entries_of(second.id))
    assert check(filled) == ()


def test_a_risk_s_entry_is_found_by_itself_and_by_its_tna(filled):
    risk = filled.reading().all(Risk)[-1]
    assert list(filled.entries_of(risk.id))
    of_tna = [entry for entry in filled.entries_of(risk.tna) if rows(entry)[0]["id"] == str(risk.id)]
    assert list(filled.entries_of(risk.id)) == of_tna


def test_entries_are_read_from_the_newest_on_and_of_one_record(filled):
    person = filled.reading().all(Person)[0]
    with wish(filled) as work:
        work.put(replace(person, full_name="Siân"))
    view = filled.reading()
    whole = [each.seq for each in filled.trail()]
    assert [each.seq for each in view.entries()] == whole[::-1]
    assert [each.seq for each in view.entries(before=whole[-1], limit=1)] == [whole[-2]]
    assert [each.seq for each in view.entries(about=[person.id])] == [
        each.seq for each in filled.entries_of(person.id)
    ][::-1]
    assert view.entries(before=0) == ()
