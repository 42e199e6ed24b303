"""The trail in words: newest first, by person or course or words, in pages; a record before and after; every field has a name."""

import json
from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages.trail import ERASED, KINDS, PROGRAM, WISHED, kind, wished
from calm_instructor.messages.trail_fields import FIELDS, SEALS, field_label
from calm_instructor.messages.wishes import WISHES
from calm_instructor.operations.enrolling import give_up_place
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, set_number
from calm_instructor.operations.printing import print_paper
from calm_instructor.operations.viewing.trail import (
    A_PAGE,
    EntrySeen,
    TrailSeen,
    _line,
    entry_seen,
    owners_to_choose,
    trail_seen,
)
from calm_instructor.operations.viewing.trail_fields import changes_of
from calm_instructor.operations.viewing.trail_names import Names
from calm_instructor.store.mapping import BY_NAME
from tests.domain.people_and_things import LAST_DAY, instructor, named
from tests.operations.a_course import COURSE, EOGHAN, NGOC, PHYSICAL, SIAN, TNA, ZANETA, ACourse


def trail(a: ACourse, **asked) -> TrailSeen:
    return a.desk.read(trail_seen, **asked)


def last(a: ACourse) -> EntrySeen:
    return a.desk.read(entry_seen, a.store.head().seq)


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_newest_first_with_who_when_and_what(running):
    running.at("12:30").mark(SIAN)
    seen = trail(running)
    newest, first = seen.lines[0], seen.lines[-1]
    assert (newest.at, newest.who) == (running.now, "Ruairidh MacLeod")
    assert newest.text == f"Mark recorded · {SIAN} · W1: competent · {running.course.ref}"
    assert (first.seq, first.who, first.what) == (0, PROGRAM, WISHED["store.created"])
    assert (seen.count, seen.older) == (newest.seq + 1, None)
    assert [each.seq for each in seen.lines] == sorted((each.seq for each in seen.lines), reverse=True)


def test_many_are_told_by_a_few_names_and_a_count(enrolled):
    lines = [each for each in trail(enrolled).lines if each.what == WISHED["people.taken_in"]]
    assert lines[0].about == f"{SIAN}, {ZANETA} and 2 more"


def test_of_one_person_or_course_or_analysis(running):
    running.mark(SIAN)
    of_sian = trail(running, about=named(SIAN)).lines
    assert of_sian[0].text.startswith(f"Mark recorded · {SIAN}")
    assert not any(ZANETA in each.about and SIAN not in each.about for each in of_sian)
    assert "Course made ready" in [each.what for each in trail(running, about=COURSE).lines]
    assert "TNA authorised" in [each.what for each in trail(running, about=TNA).lines]


def test_by_words_whatever_their_accents(running):
    running.mark(ZANETA, "H1", "N")
    found = trail(running, text="zaneta h1 mark").lines
    assert [each.about for each in found] == [f"{ZANETA} · H1: not yet competent"]
    assert trail(running, text="nowhere to be found").lines == ()


def test_a_trail_is_read_page_by_page(prepared):
    for months in range(A_PAGE):
        prepared.do(set_number, "tna_valid_months", 1 + months % 24)
    first = trail(prepared)
    assert len(first.lines) == A_PAGE
    assert first.older == first.lines[-1].seq
    rest = trail(prepared, before=first.older)
    assert rest.older is None
    assert rest.lines[-1].seq == 0
    assert rest.lines[0].seq == first.older - 1


def test_whom_the_trail_can_be_read_of(enrolled):
    found = enrolled.desk.read(owners_to_choose)
    assert found[0] == (COURSE, f"{enrolled.course.ref} · {enrolled.course.title}")
    assert {text for _id, text in found[1:]} == {*PHYSICAL, NGOC}


# ── one entry ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_change_stands_before_and_after_and_nothing_else_does(prepared):
    prepared.do(enter_instructor, instructor(expires=date(2028, 3, 31)))
    (record,) = last(prepared).records
    assert (record.kind, record.name, record.is_new, record.is_gone) == ("Instructor", "Ruairidh MacLeod", False, False)
    assert [(each.label, each.before, each.after) for each in record.fields] == [
        ("Authorised until", "31 Mar 2027", "31 Mar 2028")
    ]


def test_a_number_stands_by_its_own_name(prepared):
    prepared.do(set_number, "sign_off_valid_months", 24)
    (record,) = last(prepared).records
    assert [(each.label, each.before, each.after) for each in record.fields] == [
        ("A sign-off counts for", "12 months", "24 months")
    ]


def test_a_new_record_shows_what_it_says_with_names_for_ids(running):
    running.mark(SIAN, "H1", "N", feedback="Keep talking.")
    record = next(each for each in last(running).records if each.kind == "Mark")
    told = {each.label: each.after for each in record.fields}
    assert record.is_new
    assert (told["Place of"], told["Technique"], told["Assessor"]) == (SIAN, "H1", "Ruairidh MacLeod")
    assert (told["Outcome"], told["Feedback"]) == ("Not yet competent", "Keep talking.")
    assert "Second assessor" not in told


def test_what_was_put_back_shows_what_it_was(ready):
    ready.at("16:30", LAST_DAY).do(give_up_place, ready.place(EOGHAN), "Called away")
    gave = last(ready)
    assert gave.line.about == EOGHAN
    ready.desk.undo()
    back = last(ready)
    assert back.line.what == "Put back"
    assert {(each.label, each.before) for each in back.records[0].fields} >= {("Why withdrawn", "Called away")}


def test_every_entry_of_a_whole_course_can_be_looked_at(closed):
    for line in trail(closed).lines:
        seen = closed.desk.read(entry_seen, line.seq)
        assert seen.line == line
        for record in seen.records:
            for field in record.fields:
                assert field.label
                assert "UUID(" not in field.after
                assert not any(str(each.id) in field.after for each in closed.all(Instructor) + closed.all(Course))


def test_an_entry_whose_body_was_erased_says_so(prepared):
    (entry,) = prepared.store.reading().entries(limit=1)
    line = _line(Names(prepared.store.reading()), replace(entry, body=None, salt=None))
    assert (line.about, line.is_readable) == (ERASED, False)


def test_an_image_that_can_not_be_read_any_more_shows_no_fields(prepared):
    (here,) = prepared.all(Organisation)
    prepared.do(enter_organisation, replace(here, name="Ashgrove"))
    (entry,) = prepared.store.reading().entries(limit=1)
    assert entry.body is not None
    (image,) = json.loads(entry.body)["rows"]
    del image["name"]
    assert list(changes_of(Names(prepared.store.reading()), None, image)) == []
    assert list(changes_of(Names(prepared.store.reading()), None, {**image, "table": "of tomorrow"})) == []


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_kind_of_record_and_every_field_has_a_name():
    assert set(BY_NAME) <= set(KINDS)
    wanted = {field for kind in BY_NAME.values() for field in kind.places} - SEALS
    assert wanted <= set(FIELDS)


def test_no_wish_has_words_without_being_there():
    assert set(WISHED) - set(WISHES) <= {"epoch.begun"}


@pytest.mark.parametrize("name", WISHES)
def test_every_wish_has_words(name):
    assert wished(name)


def test_what_is_not_known_shows_a_plain_name():
    assert (wished("thing.done"), kind("new_things"), field_label("some_field")) == (
        "Thing done",
        "New things",
        "Some field",
    )


def test_an_entry_whose_body_makes_no_sense_is_still_a_line(prepared):
    (entry,) = prepared.store.reading().entries(limit=1)
    for body in ("{", "[]"):
        line = _line(Names(prepared.store.reading()), replace(entry, body=body))
        assert (line.about, line.what) == ("", wished(entry.wish))


def test_who_looks_for_something_rare_gets_it_page_by_page(prepared, monkeypatch):
    monkeypatch.setattr("calm_instructor.operations.viewing.trail._LOOKED_THROUGH", A_PAGE)
    for months in range(A_PAGE):
        prepared.do(set_number, "tna_valid_months", 1 + months % 24)
    first = trail(prepared, text="records begun")
    assert (first.lines, first.older is None) == ((), False)
    assert [each.seq for each in trail(prepared, text="records begun", before=first.older).lines] == [0]


def test_papers_kept_stand_in_no_table_of_fields(signed):
    print_paper(signed.desk, DocumentKind.COURSE_PLAN, COURSE)
    (record,) = last(signed).records
    assert record.kind == "Paper"
    assert {each.label: each.after for each in record.fields}["Kind"] == "Course plan"
