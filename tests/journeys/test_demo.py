"""The whole chain on the built-in example: what `demo` says, what it leaves, and that everything in it is sound."""

import csv
import io
import json
import re
import zipfile
from collections import Counter

import pikepdf
import pytest

from calm_instructor.exchange.reading.example import example_roster
from calm_instructor.paths import KEY_FILE, STORE_FILE
from tests.journeys.playing import Run, call, pages_of, roster, staff

OUTCOMES = {"competent", "not_yet_competent", "not_completed"}


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Run:
    """The example played once."""
    return call("demo", "--out", tmp_path_factory.mktemp("played") / "ŵ demo", "--json")


@pytest.fixture(scope="module")
def people():
    with example_roster().open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_story_has_every_part(example):
    assert example.code == 0, example.err
    story = example.story
    assert {"ref", "revision"} == story["tna"].keys()
    assert all({"number", "hold", "incidents", "current"} == risk.keys() for risk in story["risks"])
    assert all({"code", "name", "risks", "reason"} == each.keys() for each in story["techniques"])
    assert all({"name", "rules", "sentence"} == each.keys() for each in story["not_eligible"])
    assert all({"name", "outcome", "techniques"} == each.keys() for each in story["outcomes"])
    assert all({"what", "value", "why"} == each.keys() for each in story["assumptions"])
    assert story["people"] == 24
    assert story["course"].startswith("ET-2217-26-")
    assert example.err == ""


def test_everything_it_names_is_there(example):
    named = {example.folder.joinpath(path) for path in example.story["files"]}
    there = {path for path in example.folder.rglob("*") if path.is_file()}
    assert named <= there
    assert {path.name for path in there - named} <= {"demo.json", "calm.lock"}
    assert example.story["package"] in example.story["files"]
    assert {STORE_FILE, KEY_FILE} <= {path.name for path in named}


def test_R4_R38_the_set_is_small_and_rests_on_current_risks(example):
    current = {risk["number"] for risk in example.story["risks"] if risk["current"]}
    ended = {risk["number"] for risk in example.story["risks"] if not risk["current"]}
    assert ended, "the example has risks that ended"
    assert 1 <= len(example.story["techniques"]) <= 8
    assert all(set(each["risks"]) & current for each in example.story["techniques"])


def test_who_may_not_come_is_told_by_rule(example, people):
    refused = {each["name"]: each for each in example.story["not_eligible"]}
    without = {row["Full name"] for row in people if not row["Core Theory completed"]}
    assert {name for name, each in refused.items() if "R1" in each["rules"]} == without
    assert {name for name, each in refused.items() if "R11" in each["rules"]} == {
        row["Full name"] for row in people if row["Job role"] in {"Cook", "Admin Assistant"}
    }
    assert all(each["sentence"].startswith(each["name"]) for each in refused.values())


def test_the_fixed_rule_of_the_marks(example):
    outcomes = [each["outcome"] for each in example.story["outcomes"]]
    assert set(outcomes) == OUTCOMES
    assert outcomes[:5] == ["competent", "competent", "not_yet_competent", "not_completed", "not_completed"]
    assert set(outcomes[5:]) == {"competent"}
    codes = [each["code"] for each in example.story["techniques"]]
    for each in example.story["outcomes"]:
        assert each["techniques"] == (codes if each["outcome"] == "competent" else [])


def test_one_is_competent_at_the_second_try_and_one_was_never_there(example):
    with zipfile.ZipFile(example.story["package"]) as package:
        tables = {
            name: list(csv.DictReader(io.StringIO(package.read(f"data/{name}.csv").decode("utf-8-sig"), newline="")))
            for name in ("people", "enrolments", "assessments", "attendance", "clearances")
        }
    names = {row["id"]: row["full_name"] for row in tables["people"]}
    who = {row["id"]: names[row["person"]] for row in tables["enrolments"]}
    placed = [each["name"] for each in example.story["outcomes"]]
    seconds = [(who[row["enrolment"]], row["outcome"]) for row in tables["assessments"] if int(row["number"]) > 1]
    assert seconds == [(placed[1], "competent")]
    not_yet = Counter(who[row["enrolment"]] for row in tables["assessments"] if row["outcome"] == "not yet competent")
    assert not_yet == {placed[1]: 1, placed[2]: 1}
    assert {who[row["enrolment"]] for row in tables["attendance"] if row["presence"] == "absent"} == {placed[3]}
    assert {who[row["enrolment"]] for row in tables["clearances"] if row["cleared"] == "false"} == {placed[4]}


def test_second_try_stands_on_the_paper(example):
    name = example.story["outcomes"][1]["name"]
    text = next(text for title, text in example.papers().items() if title.startswith("Individual record 02"))
    assert name in text
    assert "Needed a prompt to choose." in text


def test_every_paper_is_sound(example):
    papers = sorted((example.folder / "papers").glob("*.pdf"))
    competent = sum(each["outcome"] == "competent" for each in example.story["outcomes"])
    assert len(papers) == 6 + len(example.story["outcomes"]) + competent
    for path in papers:
        with pikepdf.open(path) as paper:
            assert paper.check_pdf_syntax() == [], path.name
            assert len(paper.pages) >= 1


def test_the_summary_of_an_ordinary_service_is_two_pages(example):
    (summary,) = (example.folder / "papers").glob("TNA summary*.pdf")
    with pikepdf.open(summary) as paper:
        assert len(paper.pages) == 2


def test_every_name_number_and_technique_is_there_as_typed(example, people):
    papers = example.papers()
    sheet = next(text for title, text in papers.items() if title.startswith("Course sign-off sheet"))
    register = next(text for title, text in papers.items() if title.startswith("Blank register"))
    summary = next(text for title, text in papers.items() if title.startswith("TNA summary"))
    placed = {each["name"] for each in example.story["outcomes"]}
    for row in people:
        if row["Full name"] in placed:
            for text in (sheet, register):
                assert row["Full name"] in text
                assert row["Staff no"] in text
    for row in people:
        own = [text for title, text in papers.items() if row["Full name"] in title]
        assert (len(own) > 0) == (row["Full name"] in placed)
        for text in own:
            assert row["Full name"] in text
            assert row["Staff no"] in text
    for each in example.story["techniques"]:
        for text in (summary, *(text for title, text in papers.items() if title.startswith("Individual record"))):
            assert each["code"] in text
            assert each["name"] in text


def test_practice_on_every_page_of_every_paper(example):
    pages = [page for path in (example.folder / "papers").glob("*.pdf") for page in pages_of(path)]
    assert pages
    assert all("Practice data: not a record of real people." in page for page in pages)


def test_R25_generic_on_every_page_that_names_a_technique_and_no_certificate(example):
    codes = [each["code"].removeprefix("GEN-") for each in example.story["techniques"]]
    naming = 0
    for path in (example.folder / "papers").glob("*.pdf"):
        for number, text in enumerate(pages_of(path), start=1):
            if any(re.search(rf"\b{code}\b", text) for code in codes):
                naming += 1
                assert "GENERIC" in text, f"{path.name}, page {number}"
        assert not path.name.startswith("Certificate")
    assert naming > len(example.story["outcomes"])


def test_R25_a_record_of_in_house_training_names_no_programme_of_calm(example):
    for title, text in example.papers().items():
        if title.startswith("Record of in-house training"):
            assert "CALM Escape Techniques" not in text
            assert re.search("not CALM.s issued catalogue", text)


def test_R20_no_authority_is_said(example):
    for number in ("03", "04", "05"):
        text = next(t for title, t in example.papers().items() if title.startswith(f"Individual record {number}"))
        assert "No authority to use" in text
    in_house = [title for title in example.papers() if title.startswith("Record of in-house training")]
    assert len(in_house) == sum(each["outcome"] == "competent" for each in example.story["outcomes"])


def test_check_and_verify_say_yes(example):
    for words in (("check",), ("verify",), ("verify", example.story["package"])):
        run = call(*words, "--data", example.folder, "--json")
        assert run.code == 0, run.out
        assert json.loads(run.out) == {"ok": True, "findings": []}


@pytest.mark.check
def test_again_into_the_same_folder_gives_the_same_decisions_and_no_leftovers(tmp_path):
    folder = tmp_path / "twice"
    folder.mkdir()
    people = roster(tmp_path / "people.csv", *staff(2))
    (folder / "mine.txt").write_text("stays", encoding="utf-8")
    first = call("demo", "--out", folder, "--json", "--roster", people).story
    before = set(folder.rglob("*"))
    second = call("demo", "--out", folder, "--json", "--roster", people).story
    same = ("course", "tna", "risks", "techniques", "people", "not_eligible", "outcomes", "assumptions")
    assert [first[part] for part in same] == [second[part] for part in same]
    changed = before ^ set(folder.rglob("*"))
    assert {path.suffix for path in changed} <= {".calmpack"}
    assert len(list(folder.glob("*.calmpack"))) == 1
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "stays"


def test_what_a_person_reads(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    people = roster(tmp_path / "people.csv", *staff(2, theory="2026-03-20"), *staff(4, theory="")[2:])
    run = call("demo", "--out", tmp_path / "read", "--roster", people)
    assert (run.code, run.err) == (0, "")
    parts = [part.splitlines() for part in run.out.split("\n\n")]
    assert [part[0].split(" ")[0] for part in parts] == ["Assumed", "Training", "People", "Course", "Left"]
    assumed, needs, read, course, left = parts
    assert any(line.startswith("  Today: 21 Mar 2026.") for line in assumed)
    numbers = [line.split(".")[0] for line in needs[1:] if not line.startswith("   ")]
    assert numbers == [f"  {number}" for number in range(1, 9)]
    assert "One wrist held, same side, 46 incidents: GEN-W1" in needs[1]
    assert read[0].endswith("4; not on the practical part: 2")
    assert read[-1] == "    Aonghas Macd3 and Aonghas Mace4"
    assert course[1:] == ["  Competent (full set): 2", "    Aonghas Macb1 and Aonghas Macc2"]
    assert "  papers/Course plan ET-2217-26-001 r1.pdf" in left
    assert all(len(line) <= 100 for part in parts[:-1] for line in part)
