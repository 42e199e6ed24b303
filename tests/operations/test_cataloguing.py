"""R24 to R27: an issued catalogue looked at with what is answered, before it is loaded as a whole or refused as a whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calm_instructor.domain.catalogue_change import Change
from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.operations.analysing import catalogue_in_force
from calm_instructor.operations.authorising import objections_to_authorising
from calm_instructor.operations.cataloguing import Answers, Issue, Looked, answered, change_since, look_at, read_issued
from calm_instructor.operations.preparing import load_catalogue
from tests.exchange.reading.issued import ROWS, as_csv, row
from tests.operations.a_course import TNA, ACourse, refused

ISSUE = Issue(name="Escape Techniques")


def look(a: ACourse, folder: Path, *rows: Any, issue: Issue = ISSUE, answers: Answers | None = None) -> Looked:
    read = read_issued(as_csv(folder / "issued.csv", *(rows or ROWS)))
    return a.desk.read(look_at, read, issue, answers or Answers(), a.desk.new_id)


def load(a: ACourse, looked: Looked) -> Catalogue:
    loaded: Catalogue = a.do(load_catalogue, looked.catalogue, looked.techniques)
    return loaded


def test_what_lacks_nothing_is_loaded_and_is_in_force(prepared, tmp_path):
    looked = look(prepared, tmp_path)
    assert looked.may_load
    assert (looked.catalogue.issuer, looked.catalogue.version, looked.catalogue.generic) == (
        "Example issuer",
        "2026.2",
        False,
    )
    load(prepared, looked)
    in_force = catalogue_in_force(prepared.store.reading())
    assert list(in_force) == ["ISS-01", "ISS-02", "ISS-03", "ISS-04"]
    assert {each.version for each in in_force.values()} == {"3"}


def test_R27_what_is_left_open_is_asked_and_loaded_with_the_answers(prepared, tmp_path):
    rows = (
        row("A", "Some", "Blimp held", risk="", **{"pain-based": ""}),
        row("B", "Other", "leg", loads=""),
    )
    looked = look(prepared, tmp_path, *rows)
    assert [(each.code, each.fields) for each in looked.left_open] == [
        ("A", ("hold", "tier", "pain_based")),
        ("B", ("loads",)),
    ]
    assert looked.refused == ()
    assert not looked.may_load
    answers = Answers()
    for code, name, value in (
        ("A", "hold", "leg"),
        ("A", "tier", Tier.MEDIUM),
        ("A", "pain_based", False),
        ("B", "loads", False),
    ):
        answers = answered(answers, code, name, value)
    looked = look(prepared, tmp_path, *rows, answers=answers)
    assert looked.may_load
    load(prepared, looked)
    entry = catalogue_in_force(prepared.store.reading())["A"]
    assert (entry.holds, entry.tier, entry.pain_based, entry.family) == (("leg",), Tier.MEDIUM, False, "Arm")


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [
        (row("ISS-01", "Twice", "leg"), "R24.doubled_code"),
        (row("iss- 01", "Twice", "leg"), "R24.doubled_code"),
        (row("X", "Some", "leg", **{"pain-based": "yes"}), "R27.pain_based"),
        (row("X", "Some", "leg", loads="yes"), "R27.loads_body"),
        (row("X", "Some", "leg", notes="Step 1: turn your wrist"), "R26.instructive"),
    ],
)
def test_R24_R26_R27_one_entry_that_may_not_be_refuses_the_whole(prepared, tmp_path, spoiled, code):
    looked = look(prepared, tmp_path, *ROWS, spoiled)
    assert [each.code for each in looked.refused] == [code]
    assert not looked.may_load
    with refused(prepared, code):
        load(prepared, looked)


def test_R27_an_answer_of_yes_is_a_declaration_and_refuses(prepared, tmp_path):
    rows = (row("A", "Some", "leg", **{"pain-based": ""}),)
    looked = look(prepared, tmp_path, *rows, answers=Answers(pain_based={"A": True}))
    assert looked.left_open == ()
    assert [each.code for each in looked.refused] == ["R27.pain_based"]


def test_R24_a_code_that_differs_by_case_or_space_is_the_one_that_is_named_already(prepared, tmp_path):
    load(prepared, look(prepared, tmp_path))
    looked = look(prepared, tmp_path, row("iss - 01", "Wrist", "wrist_one_same"), issue=Issue(version="next"))
    assert [each.code for each in looked.techniques] == ["ISS-01"]
    assert "ISS-01" not in {each.code for each in looked.changes if each.change in {Change.NEW, Change.GONE}}


def test_R25_issuer_and_version_are_asked_where_the_list_says_none(prepared, tmp_path):
    rows = (row("A", "Some", "leg", issued="", catalogue=""),)
    looked = look(prepared, tmp_path, *rows)
    assert [each.code for each in looked.refused] == ["R25.no_issuer"]
    own = Issue(name="Escape", issuer="CALM", version="7", in_force_from=date(2026, 11, 1))
    looked = look(prepared, tmp_path, *rows, issue=own)
    assert looked.may_load
    assert load(prepared, looked).in_force_from == date(2026, 11, 1)


def test_R24_what_changed_is_told_before_and_after(prepared, tmp_path):
    load(prepared, look(prepared, tmp_path))
    later = (
        row("ISS-01", "Wrist, near side", "One wrist held, same side", withdrawn="1 Nov 2026", catalogue="2027.1"),
        row("ISS-03", "Hair at the front", "Hair held from the front, one hand", risk="High", catalogue="2027.1"),
        row("ISS-09", "Leg", "leg", catalogue="2027.1"),
    )
    looked = look(prepared, tmp_path, *later)
    expected = [
        ("ISS-01", Change.WITHDRAWN),
        ("ISS-03", Change.CHANGED),
        ("ISS-09", Change.NEW),
        ("ISS-02", Change.GONE),
        ("ISS-04", Change.GONE),
    ]
    assert [(each.code, each.change) for each in looked.changes] == expected
    load(prepared, looked)
    before, told = prepared.desk.read(change_since)
    assert before is not None
    assert before.version == "2026.2"
    assert [(each.code, each.change) for each in told] == expected


def test_R24_the_same_issue_again_is_refused(prepared, tmp_path):
    load(prepared, look(prepared, tmp_path))
    again = look(prepared, tmp_path)
    assert [each.code for each in again.refused] == ["R24.same_issue"]


def test_R24_a_withdrawn_technique_in_use_is_named_and_pinned_sets_stay(agreed, tmp_path):
    pinned = agreed.all(CourseTechnique)
    looked = look(agreed, tmp_path)
    assert [(each.where, set(each.codes), each.is_draft) for each in looked.in_use] == [
        (agreed.course.ref, {"W1", "H1", "S1"}, False)
    ]
    load(agreed, looked)
    assert agreed.all(CourseTechnique) == pinned
    assert all(agreed.get(Technique, each.technique).code == each.code for each in pinned)


def test_R24_a_draft_that_names_a_withdrawn_technique_is_named_and_says_so_itself(drafted, tmp_path):
    rows = (row("W1", "Wrist", "wrist_one_same", withdrawn="1 Oct 2026"), *ROWS)
    looked = look(drafted, tmp_path, *rows)
    assert [(each.where, set(each.codes), each.is_draft) for each in looked.in_use] == [
        (drafted.tna.title, {"W1", "H1", "S1"}, True)
    ]
    load(drafted, looked)
    asked = {each.code for each in objections_to_authorising(drafted.store.reading(), TNA, drafted.now.date())}
    assert {"R24.withdrawn", "R3.not_in_catalogue"} <= asked


def test_R25_an_issued_catalogue_after_the_general_list_is_no_longer_generic(prepared, tmp_path):
    looked = look(prepared, tmp_path)
    assert looked.replaces is not None
    load(prepared, looked)
    assert replace(prepared.all(Catalogue)[-1], id=looked.catalogue.id) == looked.catalogue
    assert not prepared.all(Catalogue)[-1].generic
