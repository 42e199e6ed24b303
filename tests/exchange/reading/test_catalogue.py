"""R24 to R27: an issued catalogue as a list: read whatever its shape; what it leaves open stays open."""

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.catalogue import MOST, CatalogueRead, read_catalogue
from calm_instructor.exchange.reading.shipped import holds, shipped_catalogue
from calm_instructor.messages import sentence
from tests.exchange.reading.issued import HEADINGS, ISSUER, ROWS, VERSION, as_csv, as_xlsx, row


def of(read: CatalogueRead, code: str):
    return next(each for each in read.entries if each.code == code)


@pytest.mark.parametrize("shape", ["csv", "semicolon", "xlsx"])
def test_every_entry_is_there_whatever_the_shape(tmp_path, shape):
    path = tmp_path / "issued.any"
    if shape == "xlsx":
        as_xlsx(path, *ROWS)
    else:
        as_csv(path, *ROWS, separator=";" if shape == "semicolon" else ",")
    read = read_catalogue(path)
    assert [each.code for each in read.entries] == ["ISS-01", "ISS-02", "ISS-03", "ISS-04"]
    assert (read.issuer, read.version, read.name) == (ISSUER, VERSION, "")
    assert [each.holds for each in read.entries] == [
        ("wrist_one_same",),
        ("wrist_one_cross",),
        ("hair_front_one",),
        ("neck_front",),
    ]
    assert [each.tier for each in read.entries] == [Tier.LOW, Tier.LOW, Tier.MEDIUM, Tier.HIGH]
    assert {(each.pain_based, each.loads) for each in read.entries} == {(False, False)}
    assert read.problems == ()


def test_every_hold_that_is_counted_is_known_by_its_code_and_by_its_name(tmp_path):
    by_code = [row(f"C{n}", "Some", code) for n, code in enumerate(holds())]
    by_name = [row(f"N{n}", "Some", hold.name) for n, hold in enumerate(holds().values())]
    for rows in (by_code, by_name):
        read = read_catalogue(as_csv(tmp_path / "all.csv", *rows))
        assert [each.holds for each in read.entries] == [(code,) for code in holds()]


def test_several_holds_stand_in_one_cell(tmp_path):
    read = read_catalogue(as_csv(tmp_path / "a.csv", row("A", "Both", "Both wrists held; Leg or ankle held")))
    assert of(read, "A").holds == ("wrists_both", "leg")


@pytest.mark.parametrize(("said", "declared"), [("Yes", True), ("n", False), ("FALSE", False), ("", None), ("-", None)])
def test_R27_declared_yes_or_no_and_else_left_open(tmp_path, said, declared):
    read = read_catalogue(as_csv(tmp_path / "a.csv", row("A", "Painful neck lever", "neck_front", loads=said)))
    assert of(read, "A").loads is declared


@pytest.mark.parametrize("said", ["maybe", "see sheet 2", "5"])
def test_R27_what_is_neither_is_said_and_left_open(tmp_path, said):
    read = read_catalogue(as_csv(tmp_path / "a.csv", row("A", "Some", "leg", **{"pain-based": said})))
    assert of(read, "A").pain_based is None
    (problem,) = read.problems
    assert (problem.row, problem.keeps_out) == (2, False)
    assert said in problem.sentence


def test_a_hold_or_tier_that_is_not_known_is_left_open(tmp_path):
    read = read_catalogue(as_csv(tmp_path / "a.csv", row("A", "Some", "Blimp held", risk="Purple")))
    assert (of(read, "A").holds, of(read, "A").tier) == ((), None)
    assert [each.code for each in read.problems] == ["catalogue.tier"]
    assert "Purple" in read.problems[0].sentence


def test_days_and_persons(tmp_path):
    rows = (
        row("A", "Some", "leg", staff="2", withdrawn="3/4/2026"),
        row("B", "Some", "leg", staff="9", withdrawn="31/31/2026"),
    )
    read = read_catalogue(as_csv(tmp_path / "a.csv", *rows))
    assert (of(read, "A").persons, of(read, "A").days["withdrawn_on"].isoformat()) == (2, "2026-04-03")
    assert (of(read, "B").persons, dict(of(read, "B").days)) == (1, {})
    assert [each.code for each in read.problems] == ["catalogue.persons", "catalogue.day"]


def test_the_general_list_written_out_is_read_as_it_was(tmp_path):
    _own, techniques = shipped_catalogue()
    rows = [
        row(
            each.code,
            each.name,
            ";".join(each.holds),
            family=each.family,
            risk=each.tier.value,
            staff=str(each.persons),
            notes=each.notes,
        )
        for each in techniques
    ]
    read = read_catalogue(as_csv(tmp_path / "general.csv", *rows))
    found = [(each.code, each.name, each.holds, each.tier, each.persons) for each in read.entries]
    assert found == [(each.code, each.name, each.holds, each.tier, each.persons) for each in techniques]
    assert read.problems == ()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("code", "", "catalogue.nameless"),
        ("technique", "", "catalogue.nameless"),
        ("technique", "n" * 300, "catalogue.too_long"),
        ("hold", "h" * 300, "catalogue.too_long"),
    ],
)
def test_a_row_without_code_or_name_or_with_a_story_is_said_and_the_others_stay(tmp_path, field, value, code):
    spoiled = list(row("A", "Some", "leg"))
    spoiled[{"code": 0, "technique": 1, "hold": 2}[field]] = value
    read = read_catalogue(as_csv(tmp_path / "a.csv", spoiled, *ROWS))
    assert len(read.entries) == len(ROWS)
    assert [(each.code, each.row, each.keeps_out) for each in read.problems] == [(code, 2, True)]
    assert all(each.sentence for each in read.problems)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"%PDF-1.7 ...", "file.pdf"),
        (b"\x89PNG\r\n\x1a\n....", "file.picture"),
        (b"Code,Technique\nA,Some\n", "columns.none_found"),
        (b"<html><body>Catalogue</body></html>", "file.page"),
        ((",".join(HEADINGS[:2]) + ",Hold\n").encode(), "catalogue.nothing"),
        (("Code,Technique,Hold\n" + "A,B,leg\n" * (MOST + 1)).encode(), "catalogue.too_many"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_a_sentence(tmp_path, content, code):
    path = tmp_path / "catalogue.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile) as no:
        read_catalogue(path)
    assert no.value.code == code
    assert sentence(no.value)


def test_a_formula_is_text(tmp_path):
    read = read_catalogue(as_csv(tmp_path / "a.csv", row("A", '=HYPERLINK("x")', "leg")))
    assert of(read, "A").name == '=HYPERLINK("x")'
