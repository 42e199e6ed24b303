"""What a package holds: every table as typed, the whole trail, the papers that may leave; the same bytes each time."""

import csv
import io
import json
import subprocess
import zipfile
from dataclasses import fields, replace
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from calm_instructor.domain.closing import STAYS_HOME
from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.package import PackageContents, Record
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.domain.sign_off import SentPackage
from calm_instructor.exchange.package import examine_package, write_package
from calm_instructor.exchange.package.tables import TABLES
from calm_instructor.messages import sentence
from tests.exchange.package.made_up import KEY, NAMES, PUBLIC_KEY, SECRETS, contents, paper

ROOT = Path(__file__).resolve().parents[3]
FRICTIONLESS = ROOT / ".venv-check" / "bin" / "frictionless"

NAMED_BY_THE_EXCHANGE = {
    *("instructors", "organisations", "people", "tnas", "tna_risks", "tna_selections", "techniques", "courses"),
    *("course_techniques", "sessions", "session_blocks", "enrolments", "attendance", "assessments", "criteria_marks"),
    *("signoffs", "amendments", "documents", "incidents", "evaluations", "overrides"),
    *("knowledge_checks", "action_plans"),  # head office wants them, though its list of tables forgets them
}


def written(what: PackageContents | None = None) -> bytes:
    return write_package(what or contents(), KEY.sign, PUBLIC_KEY).data


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(data: bytes, table: str) -> list[dict[str, str]]:
    text = opened(data)[f"data/{table}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def described(data: bytes) -> dict:
    return json.loads(opened(data)["datapackage.json"])


def only(records, kind):
    return [record for record in records if type(record.value).__name__ == kind]


def test_what_is_written_is_found_whole():
    assert examine_package(written(), PUBLIC_KEY) == ()


def test_the_same_contents_give_the_same_bytes_in_any_order_of_records():
    shuffled = replace(contents(), records=contents().records[::-1])
    assert written(shuffled) == written()


def test_the_descriptor_comes_first_and_every_file_but_the_signature_is_listed_with_size_and_hash():
    parts = opened(written())
    assert next(iter(parts)) == "datapackage.json"
    listed = {each["path"]: each for each in described(written())["resources"]}
    assert listed.keys() == parts.keys() - {"datapackage.json", "signature.json"}
    for path, each in listed.items():
        assert (each["bytes"], each["hash"]) == (len(parts[path]), f"sha256:{sha256_hex(parts[path])}")


def test_every_table_of_the_exchange_is_there_with_its_keys_and_moments():
    data = written()
    listed = {each["name"]: each for each in described(data)["resources"]}
    assert listed.keys() >= NAMED_BY_THE_EXCHANGE
    for table in TABLES:
        said = listed[table.name]
        assert (said["type"], said["encoding"], said["schema"]["primaryKey"]) == ("table", "utf-8", ["id"])
        assert [each["name"] for each in said["schema"]["fields"]][:4] == ["id", "revision", "created", "updated"]
        assert all(str(UUID(row["id"])) == row["id"] for row in rows(data, table.name))


def test_the_block_of_our_own_says_who_where_what_and_how_far():
    said, made = described(written())["calm"], contents()
    assert said["format"] == "calmpack/1"
    assert (said["instructor"], said["device"]) == (str(made.sender.id), str(made.device))
    assert (said["recipient"], said["sequence"]) == (made.recipient, 3)
    assert said["previous_package"] == made.previous
    assert [each["seq"] for each in said["heads"]] == [head.seq for head in made.heads]
    assert said["heads"][1]["parent"] == said["heads"][0]["id"]
    assert [course["ref"] for course in said["scope"]["courses"]] == ["C-14-2026-3"]
    assert said["records"]["people"] == len(NAMES)


def test_a_second_package_says_which_records_are_new_or_changed():
    ids = {record.value.id for record in only(contents().records, "Person")[:2]}
    data = written(replace(contents(), changed=frozenset(ids)))
    assert described(data)["calm"]["changed"] == {"people": sorted(map(str, ids))}
    assert "changed since the package before: 2" in opened(data)["README.txt"].decode()


def test_the_first_package_has_none_before_it():
    assert described(written(replace(contents(), previous="")))["calm"]["previous_package"] is None


def test_the_file_name_says_whose_when_and_which():
    package = write_package(contents(), KEY.sign, PUBLIC_KEY)
    descriptor = opened(package.data)["datapackage.json"]
    assert package.identity == sha256_hex(descriptor)
    assert package.file_name == f"CALM-14-B-20261103T1402-{package.identity[:8]}.calmpack"


def test_the_signature_covers_the_descriptor_as_it_lies_in_the_zip():
    parts = opened(written())
    said = json.loads(parts["signature.json"])
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(said["public_key"]))
    key.verify(bytes.fromhex(said["signature"]), parts["datapackage.json"])
    assert said["public_key"] == PUBLIC_KEY.hex()


def test_names_of_the_world_come_back_as_typed():
    assert [row["full_name"] for row in rows(written(), "people")] == list(NAMES)
    assert rows(written(), "people")[0]["staff_no"] == "001"


def test_tables_are_plain_utf_8_with_commas_and_crlf():
    text = opened(written())["data/organisations.csv"]
    assert text.startswith(b"id,revision,created,updated,name")
    assert text.count(b"\n") == text.count(b"\r\n") == 2


def test_cells_are_dates_moments_ids_and_lists_that_any_reader_knows():
    course = rows(written(), "courses")[0]
    assert course["starts_on"] == "2026-11-02"
    assert course["set_agreed_at"] == "2026-11-02T08:00:00.123000+00:00"
    assert (course["venue_check_floor"], course["venue_check_first_aider"]) == ("true", "false")
    assert (course["venue_check_square_metres"], course["venue_check_water"], course["capacity"]) == ("96", "", "")
    assert json.loads(course["co_instructors"]) == [str(only(contents().records, "Instructor")[1].value.id)]
    assert course["revision"] == "5"
    session = rows(written(), "sessions")[0]
    assert session["starts"] == "09:30:00"
    made_good = json.loads(rows(written(), "attendance")[0]["made_good"])
    assert (made_good[0]["minutes"], made_good[0]["on"]) == (10, "2026-11-02")


def test_criteria_are_spread_with_ids_that_stay():
    data = written()
    attempt = rows(data, "assessments")[0]
    marks = [row for row in rows(data, "criteria_marks") if row["assessment"] == attempt["id"]]
    assert [(row["code"], row["met"], row["revision"]) for row in marks] == [("A1", "met", "2"), ("A5", "not met", "2")]
    again = rows(written(replace(contents(), sequence=4)), "criteria_marks")
    assert [row["id"] for row in again] == [row["id"] for row in rows(data, "criteria_marks")]


def test_of_fitness_only_cleared_and_adjusted_travel():
    said = [(row["cleared"], row["adjusted"]) for row in rows(written(), "clearances")[:3]]
    assert said == [("true", "false"), ("false", "false"), ("true", "true")]


def test_incidents_are_counts_and_feedback_is_averages():
    assert [(row["injuries"], row["near_misses"], row["stopped"]) for row in rows(written(), "incidents")] == [
        ("1", "0", "1")
    ]
    feedback = rows(written(), "evaluations")[0]
    assert (feedback["sheets"], feedback["reaction"], feedback["relevance"]) == ("3", "3.67", "5.00")
    assert feedback["confidence_before"] == ""


def test_two_feedback_sheets_give_no_averages():
    sheets = only(contents().records, "Evaluation")
    fewer = tuple(record for record in contents().records if record is not sheets[0])
    feedback = rows(written(replace(contents(), records=fewer)), "evaluations")[0]
    assert (feedback["sheets"], feedback["reaction"]) == ("2", "")


def test_a_record_that_is_gone_shows_in_no_row_but_raises_the_revision_of_its_count():
    incident = only(contents().records, "Incident")[0]
    gone = replace(incident, revision=2, gone="2026-11-02T12:00:00+00:00")
    changed = tuple(gone if record is incident else record for record in contents().records)
    before, after = (
        rows(written(replace(contents(), records=r)), "incidents")[0] for r in (contents().records, changed)
    )
    assert (before["injuries"], after["injuries"]) == ("1", "0")
    assert int(after["revision"]) > int(before["revision"])
    assert after["id"] == before["id"]


def test_a_course_without_incidents_says_none():
    none = tuple(record for record in contents().records if type(record.value).__name__ != "Incident")
    assert rows(written(replace(contents(), records=none)), "incidents")[0]["injuries"] == "0"


def test_only_papers_that_may_leave_are_in_it_and_all_are_listed():
    data = written()
    papers = [name for name in opened(data) if name.startswith("documents/")]
    assert [opened(data)[name] for name in papers] == [paper("sheet")]
    assert [row["kind"] for row in rows(data, "documents")] == ["sign-off-sheet", "tna-summary"]


def test_a_paper_that_is_not_the_one_on_record_stops_the_package():
    sheet = only(contents().records, "Document")[0].value
    with pytest.raises(WorldError) as no:
        written(replace(contents(), papers={sheet.id: paper("another")}))
    assert sheet.sheet_no in sentence(no.value)


def test_a_kind_of_record_without_a_place_is_refused():
    sent = object.__new__(SentPackage)
    object.__setattr__(sent, "id", UUID(int=1))
    with pytest.raises(TypeError, match="SentPackage"):
        written(replace(contents(), records=(*contents().records, Record(sent, 1, "", ""))))


def test_an_empty_package_is_whole_too():
    bare = replace(contents(), records=(), trail=(), heads=(), papers={})
    assert examine_package(written(bare)) == ()


@pytest.mark.parametrize("year", [1970, 1999, 2039, 2200])
def test_a_clock_that_went_wrong_keeps_no_package_from_being_made(year):
    assert examine_package(written(replace(contents(), created=contents().created.replace(year=year)))) == ()


@pytest.mark.parametrize("practice", [True, False])
def test_practice_data_says_so_where_a_machine_and_a_person_look(practice):
    data = written(replace(contents(), practice=practice))
    parts = opened(data)
    assert examine_package(data, PUBLIC_KEY) == ()
    assert json.loads(parts["datapackage.json"])["calm"]["practice"] is practice
    assert parts["README.txt"].startswith(b"Practice data: not a record of real people.") is practice


def test_the_readme_says_who_when_what_and_what_stayed():
    text = opened(written())["README.txt"].decode()
    for words in ("Mòrag NicDhòmhnaill", "3 Nov 2026 14:02", "C-14-2026-3", "GENERIC", "Health data", "not encrypted"):
        assert words in text
    assert "GENERIC" not in opened(written(replace(contents(), records=())))["README.txt"].decode()


def test_nothing_that_stays_home_is_in_any_file_of_the_package():
    for name, data in {**opened(written()), "the whole": written()}.items():
        for what, words in SECRETS.items():
            assert words.encode() not in data, f"{what} is in {name}"


def test_no_column_is_named_for_what_stays_home():
    for table in TABLES:
        names = {column.name for column in table.columns} | table.carries
        assert not names & STAYS_HOME.get(table.name, frozenset())


def test_a_field_that_nobody_named_does_not_travel():
    columns = {table.name: {column.name for column in table.columns} for table in TABLES}
    assert {"known_as", "line_manager", "basis_reason", "sort_key"}.isdisjoint(columns["people"])
    person = only(contents().records, "Person")[0].value
    assert {each.name for each in fields(person)} & columns["people"] >= {"full_name", "staff_no"}


@pytest.mark.check
def test_a_tool_for_data_packages_finds_it_valid(tmp_path):
    assert FRICTIONLESS.exists(), "make check sets it up"
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        archive.extractall(tmp_path)
    command = [str(FRICTIONLESS), "validate", "--json", "datapackage.json"]
    told = json.loads(subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True).stdout)
    wrong = [(task["name"], task["errors"][:2]) for task in told["tasks"] if not task["valid"]]
    assert told["valid"], wrong
    assert {task["name"] for task in told["tasks"]} >= NAMED_BY_THE_EXCHANGE


@pytest.mark.check
def test_the_tool_sees_a_reference_that_leads_nowhere(tmp_path):
    lost = tuple(record for record in contents().records if type(record.value).__name__ != "Catalogue")
    with zipfile.ZipFile(io.BytesIO(written(replace(contents(), records=lost)))) as archive:
        archive.extractall(tmp_path)
    told = subprocess.run(
        [str(FRICTIONLESS), "validate", "datapackage.json"], cwd=tmp_path, check=False, capture_output=True
    )
    assert told.returncode != 0
