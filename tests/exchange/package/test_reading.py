"""Whatever was done to a package is found and said in words; nothing that comes in brings the look-over down."""

import io
import json
import re
import stat
import string
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calm_instructor.exchange import package
from calm_instructor.exchange.package import examine_package, verify_package, write_package
from calm_instructor.exchange.package.container import MOST_PARTS
from calm_instructor.exchange.package.reading import MOST_FINDINGS
from calm_instructor.exchange.package.rows import MOST_CELLS
from calm_instructor.messages import problem_sentence
from calm_instructor.messages.package import PACKAGE_TROUBLE
from tests.exchange.package.made_up import KEY, PUBLIC_KEY, contents
from tests.exchange.package.tampering import (
    added,
    described,
    packed,
    parts_of,
    rehashed,
    signed,
    signed_with,
    whole,
    with_part,
    zipped,
)

HALF = settings(max_examples=settings().max_examples // 2)  # each looks a whole package over

STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))
PEOPLE = parts_of(whole())["data/people.csv"]
TRAIL = parts_of(whole())["trail.jsonl"]


def codes(data: bytes, public_key: bytes | None = PUBLIC_KEY) -> list[str]:
    """The codes found; each has made its sentence."""
    found = examine_package(data, public_key)
    for each in found:
        words = problem_sentence(each.code, each.facts)
        assert words
        assert words.isprintable()
    return [each.code for each in found]


# ── bytes ──


@given(st.integers(0, len(whole()) - 1), st.integers(0, 7))
def test_every_flipped_bit_is_found(place, bit):
    data = bytearray(whole())
    data[place] ^= 1 << bit
    assert codes(bytes(data))


def wrapping_places(data: bytes) -> list[int]:
    """Every byte that belongs to no file: the headers between them, the list behind them."""
    places = set(range(len(data)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            begins = info.header_offset + 30 + len(info.filename)
            places -= set(range(begins, begins + info.file_size))
    return sorted(places)


@HALF
@given(st.sampled_from(wrapping_places(whole())), st.integers(0, 7))
def test_every_flipped_bit_of_the_wrapping_is_found(place, bit):
    data = bytearray(whole())
    data[place] ^= 1 << bit
    assert codes(bytes(data))


@given(st.integers(0, len(whole()) - 1), st.integers(0, len(whole())), st.binary(max_size=40))
def test_bytes_cut_out_put_in_or_overwritten_are_found(start, length, instead):
    data = whole()[:start] + instead + whole()[start + length :]
    assert data == whole() or codes(data)


@given(st.binary(max_size=300))
@example(b"")
@example(b"PK\x05\x06" + bytes(18))
@example(b"PK\x05\x06" + b"\xff" * 18)
@example(whole()[:-22])
@example(whole() + b"\0")
def test_any_bytes_at_all_are_looked_at_in_peace(data):
    assert codes(data)


def test_a_file_is_looked_at_like_its_bytes(tmp_path):
    path = tmp_path / "a.calmpack"
    path.write_bytes(whole())
    assert verify_package(path, PUBLIC_KEY) == ()
    path.write_bytes(whole()[:-1])
    assert [each.code for each in verify_package(path)] == ["package.not_a_zip"]


def test_a_file_that_is_not_there_is_a_finding_too(tmp_path):
    for path in (tmp_path / "gone.calmpack", tmp_path):
        (found,) = verify_package(path)
        assert str(path) in problem_sentence(found.code, found.facts)


@pytest.mark.check
def test_every_byte_of_the_wrapping_counts():
    bare = replace(contents(), records=(), trail=(), heads=(), papers={})
    data = bytearray(write_package(bare, KEY.sign, PUBLIC_KEY).data)
    for place in wrapping_places(bytes(data)):
        data[place] ^= 0x11
        assert examine_package(bytes(data), PUBLIC_KEY), place
        data[place] ^= 0x11


# ── who signed what ──


def test_an_altered_table_is_found_by_its_hash():
    assert codes(with_part("data/people.csv", PEOPLE.replace(b"001", b"002"))) == ["package.part_damaged"]


def test_an_altered_table_with_its_hash_made_right_is_found_by_the_signature():
    parts = parts_of(whole())
    altered = rehashed(parts | {"data/people.csv": PEOPLE.replace(b"001", b"002")})
    assert codes(packed(altered)) == ["package.signature"]


def test_a_package_signed_with_another_key_is_found_where_the_key_is_known():
    data = signed(parts_of(whole()), STRANGER)
    assert codes(data) == ["package.other_key"]
    assert codes(data, public_key=None) == []


def test_without_or_with_a_strange_signature_nothing_else_is_believed():
    parts = parts_of(whole())
    said = json.loads(parts["signature.json"])
    for seal in (
        b"",
        b"null",
        b"[" * 5_000,
        b"{}",
        b'{"public_key": 1, "signature": 2}',
        b'{"public_key": "zz", "signature": "zz"}',
        b'{"public_key": "", "signature": ""}',
        parts["signature.json"] + b" ",
        json.dumps(said).encode(),
        json.dumps(said | {"public_key": said["public_key"].upper()}, indent=2).encode() + b"\n",
        json.dumps(said | {"signature": "00" * 64}, indent=2).encode() + b"\n",
        b"\xff" * 100,
    ):
        assert codes(packed(parts | {"signature.json": seal})) == ["package.signature"]
    del parts["signature.json"]
    assert codes(packed(parts)) == ["package.part_missing"]


# ── files ──


@pytest.mark.parametrize("name", ["datapackage.json", "trail.jsonl", "README.txt", "data/people.csv"])
def test_a_missing_file_is_named(name):
    parts = parts_of(whole())
    del parts[name]
    found = examine_package(packed(parts))
    assert [(each.code, each.facts["name"]) for each in found] == [("package.part_missing", name)]


def test_a_table_that_is_not_even_listed_is_missing():
    parts = parts_of(whole())
    del parts["data/people.csv"]

    def unlist(said):
        said["resources"] = [each for each in said["resources"] if each["name"] != "people"]

    assert codes(signed(rehashed(parts, unlist))) == ["package.part_missing"]


def test_a_file_that_nobody_listed_is_named():
    assert codes(packed(parts_of(whole()) | {"data/more.csv": b"id\r\n"})) == ["package.part_unlisted"]


def test_a_file_listed_that_does_not_belong_here_is_named():
    parts = parts_of(whole()) | {"run-me.exe": b"MZ"}

    def listed(said):
        said["resources"].append(said["resources"][0] | {"name": "run-me", "path": "run-me.exe"})

    found = signed(rehashed(rehashed(parts, listed)))
    assert codes(found) == ["package.part_described"]


def test_a_file_listed_twice_is_named():
    assert codes(described(lambda said: said["resources"].append(said["resources"][0]))) == ["package.part_doubled"]


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/passwd", "C:/evil.txt", "..\\evil.txt", "data/../../evil", "a//b", "./a", "data/"],
)
def test_names_that_lead_elsewhere_are_refused(name):
    assert codes(added(name)) == ["package.part_elsewhere"]


def test_a_name_with_a_hidden_end_is_refused():
    assert codes(added("data/people.csv#.exe").replace(b"people.csv#.exe", b"people.csv\0.exe")) == [
        "package.part_elsewhere"
    ]


@pytest.mark.parametrize("name", ["datapackage.json", "DATA/people.csv", "data/People.CSV"])
def test_doubled_names_are_refused_in_any_case(name):
    assert codes(added(name)) == ["package.part_doubled"]


def test_links_are_refused():
    link = zipfile.ZipInfo("documents/link.pdf")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert codes(added(link, b"/etc/passwd")) == ["package.part_is_link"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unknown_ways_of_packing_are_refused(method):
    assert codes(zipped(list(parts_of(whole()).items()), method)) == ["package.part_closed"]


def test_locked_files_are_refused():
    data = bytearray(whole())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert codes(bytes(data)) == ["package.part_closed"]


def test_a_bomb_is_not_set_off():
    assert codes(added("data/bomb.csv", bytes(30 << 20))) == ["package.part_swells"]


def test_a_file_larger_than_any_is_not_unpacked():
    assert codes(added("data/bomb.csv", bytes(41 << 20))) == ["package.part_too_big"]


def test_many_files_that_are_too_much_together_are_not_unpacked():
    noise = bytes(range(256)) * 4
    entries = [(f"data/{i}.csv", (noise + bytes([i]) * 60_000) * 350) for i in range(4)]
    assert codes(zipped(list(entries))) == ["package.too_big"]


def test_a_size_that_lies_is_found():
    data = bytearray(added("data/more.csv", bytes(100_000)))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    assert codes(bytes(data)) == ["package.part_damaged"]


def test_more_files_than_any_package_has_are_refused():
    assert codes(zipped([(f"data/{i}.csv", b"") for i in range(MOST_PARTS + 1)])) == ["package.too_many_parts"]


def test_a_list_of_endless_length_is_not_begun():
    entry = b"PK\x01\x02" + bytes(42)
    listed = entry * 400_000
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    assert codes(listed + end) == ["package.too_many_parts"]


def test_a_zip_for_huge_files_is_refused():
    end = whole()[-22:]
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 0, 1)
    assert codes(whole()[:-22] + locator + end) == ["package.not_a_zip"]


def test_a_file_beyond_every_size_is_not_opened():
    assert codes(bytes((48 << 20) + 1)) == ["package.too_big"]


def test_a_package_that_was_packed_again_is_said_to_be():
    assert codes(zipped(list(parts_of(whole()).items()))) == ["package.wrapping"]
    assert codes(b"MZ" + whole()) == ["package.wrapping"]


# ── list of contents ──

WRONG: list[Callable[[dict], object]] = [
    lambda said: said.pop("calm"),
    lambda said: said.update(calm=[]),
    lambda said: said.update(resources={}),
    lambda said: said.update(resources=[1]),
    lambda said: said["resources"][0].pop("path"),
    lambda said: said["resources"][0].update(path=["README.txt"]),
    lambda said: said.update(created="yesterday"),
    lambda said: said.update(created=5),
    lambda said: said.update(id="x"),
    lambda said: said.update({"$schema": "elsewhere"}),
    lambda said: said["calm"].update(sequence="3"),
    lambda said: said["calm"].update(sequence=True),
    lambda said: said["calm"].update(heads=None),
    lambda said: said["calm"].update(heads=[None]),
    lambda said: said["calm"].update(heads=[{"id": 1}]),
    lambda said: said["calm"].update(scope={"courses": [None]}),
    lambda said: said["calm"].pop("records"),
]


@pytest.mark.parametrize("change", WRONG)
def test_a_list_of_contents_that_is_none_is_said_to_be(change):
    assert codes(described(change)) == ["package.descriptor"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe{\0}\0",
        b"[" * 200_000,
        b'{"calm": 1, "calm": 2}',
        b'{"calm": ' + b"9" * 5_000 + b"}",
        b'{"calm": "' + b"x" * (3 << 20) + b'"}',
    ],
)
def test_a_list_of_contents_that_is_no_json_is_said_to_be(data):
    assert codes(signed(parts_of(whole()) | {"datapackage.json": data})) == ["package.descriptor"]


def test_another_kind_or_version_is_named():
    assert codes(described(lambda said: said["calm"].update(format="calmpack/2\x1b[31m"))) == ["package.other_format"]
    found = examine_package(described(lambda said: said.update(version="1.1.0")))
    assert [(each.code, each.facts["found"]) for each in found] == [("package.other_version", "1.1.0")]


def test_a_schema_that_is_not_ours_is_named():
    def loosened(said):
        said["resources"][1]["schema"]["fields"][0].pop("constraints")

    assert codes(described(loosened)) == ["package.part_described"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda calm: calm["records"].update(people=99), "package.count"),
        (lambda calm: calm.update(trail_entries=1), "package.count"),
        (lambda calm: calm["scope"]["courses"].clear(), "package.scope"),
        (lambda calm: calm["heads"].pop(), "package.heads"),
        (lambda calm: calm["heads"].reverse(), "package.heads"),
        (lambda calm: calm["heads"][0].update(seq=1), "package.heads"),
        (lambda calm: calm["heads"][0].update(hash="00" * 32), "package.heads"),
    ],
)
def test_numbers_courses_and_heads_agree_with_what_is_there(change, code):
    assert codes(described(lambda said: change(said["calm"]))) == [code]


# ── tables ──


def altered(old: bytes, new: bytes, table: str = "people") -> bytes:
    path = f"data/{table}.csv"
    before = parts_of(whole())[path]
    assert old in before
    return signed_with(path, before.replace(old, new, 1))


@pytest.mark.parametrize(
    ("table", "old", "new", "column"),
    [
        ("people", b"directly exposed", b"because", "basis"),
        ("people", b"001,false", b"001,no", "staff_no_is_temporary"),
        ("people", b"2026-10-01", b"01/10/2026", "core_theory_completed_on"),
        ("people", b"2026-10-01", b"2026-13-01", "core_theory_completed_on"),
        ("people", b"2026-11-02T09:00:00.123000+00:00", b"2026-11-02T09:00:00", "created"),
        ("people", b"2026-11-02T09:00:00.123000+00:00", b"2026-11-02T25:00:00+00:00", "created"),
        ("people", b",1,2026", b",one,2026", "revision"),
        ("people", b",1,2026", b",,2026", "revision"),
        ("sessions", b"09:30:00", b"half past nine", "starts"),
        ("courses", b'"[""', b'"{""', "co_instructors"),
        ("attendance", b",80,", ",٨٠,".encode(), "minutes"),
        ("evaluations", b"3.67", b"nan", "reaction"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(table, old, new, column):
    found = examine_package(altered(old, new, table))
    assert [(e.code, e.facts["table"], e.facts["row"], e.facts["column"]) for e in found] == [
        ("package.cell", table, 2, column)
    ]


def test_a_list_without_end_fits_nowhere():
    course = next(record.value for record in contents().records if type(record.value).__name__ == "Course")
    listed = f'"[""{course.co_instructors[0]}""]"'.encode()
    assert codes(altered(listed, b'"' + b"[" * 100_000 + b'"', "courses")) == ["package.cell"]


def test_two_rows_of_one_id_are_named():
    rows = PEOPLE.split(b"\r\n")
    doubled = b"\r\n".join([*rows[:2], *rows[1:]])

    def counted(said):
        said["calm"]["records"]["people"] += 1

    assert codes(signed_with("data/people.csv", doubled, counted)) == ["package.id_doubled"]


def test_a_reference_that_leads_nowhere_is_named():
    catalogue = next(record for record in contents().records if type(record.value).__name__ == "Catalogue")
    lost = tuple(record for record in contents().records if record is not catalogue)
    found = examine_package(write_package(replace(contents(), records=lost), KEY.sign, PUBLIC_KEY).data)
    assert {(each.code, each.facts["column"]) for each in found} == {("package.reference", "catalogue")}
    assert [each.facts["table"] for each in found] == ["techniques", "techniques", "techniques", "courses"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "package.table"),
        (b"\xef\xbb\xbf" + PEOPLE, "package.table"),
        (PEOPLE.replace(b"full_name", b"name"), "package.table"),
        (PEOPLE.replace(b",", b";"), "package.table"),
        (PEOPLE + b"one,two\r\n", "package.row"),
        (PEOPLE + b"\r\n", "package.row"),
        (PEOPLE + b'"open', "package.row"),
        (PEOPLE + b"\xff\r\n", "package.row"),
        (PEOPLE + b"x" * 200_000, "package.row"),
        (PEOPLE + b"," * (1 << 20), "package.row"),
    ],
)
def test_what_is_no_such_table_is_said_to_be(data, code):
    assert codes(signed_with("data/people.csv", data)) == [code]


def test_more_cells_than_any_course_has_are_not_read():
    width = PEOPLE.split(b"\r\n")[0].count(b",") + 1
    row = b"," * (width - 1) + b"\r\n"
    assert codes(signed_with("data/people.csv", PEOPLE + row * (MOST_CELLS // width))) == ["package.too_many_cells"]


def test_there_is_an_end_to_what_is_found():
    broken = PEOPLE.replace(b"2026-11-02T", b"on 2026-11-02 ").replace(b"2026-10-", b"2026-13-")
    assert broken.count(b"on 2026") + broken.count(b"2026-13") > MOST_FINDINGS
    assert len(codes(signed_with("data/people.csv", broken))) == MOST_FINDINGS


def test_a_paper_that_is_not_the_one_in_the_table_is_named():
    name = next(name for name in parts_of(whole()) if name.startswith("documents/"))
    assert codes(signed_with(name, b"%PDF another")) == ["package.paper"]


# ── trail ──


def trail_with(change: Callable[[list[bytes]], object]) -> list[str]:
    lines = TRAIL.splitlines(keepends=True)
    change(lines)

    def counted(said):
        said["calm"]["trail_entries"] = len(lines)

    return codes(signed_with("trail.jsonl", b"".join(lines), counted))


def test_a_trail_with_a_line_out_of_place_is_found():
    assert set(trail_with(lambda lines: lines.pop(5))) == {"package.trail_broken"}
    assert set(trail_with(lambda lines: lines.insert(5, lines[5]))) == {"package.trail_broken"}
    assert set(trail_with(list.reverse)) >= {"package.trail_broken"}
    assert trail_with(lambda lines: lines.pop()) == ["package.heads"]
    assert set(trail_with(lambda lines: lines.pop(0))) == {"package.trail_broken"}


def test_a_trail_with_a_word_changed_is_found():
    def reworded(lines):
        lines[3] = lines[3].replace(b"install", b"instill")

    assert trail_with(reworded) == ["package.trail_broken"]


def test_a_trail_with_a_body_changed_is_found():
    def rewritten(lines):
        lines[1] = lines[1].replace("Mòrag".encode(), b"Morag")

    assert trail_with(rewritten) == ["package.trail_broken"]


def test_a_trail_with_another_line_is_found():
    assert trail_with(lambda lines: lines.insert(3, b'{"seq": 3}\n')) == ["package.trail_line"]


# ── any of it, by somebody who holds the key ──

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["\ud800", "\0", "x" * 70_000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def leaves(value: object, path: tuple = ()) -> list[tuple]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(leaf for key, each in inner for leaf in leaves(each, (*path, key)))]


LEAVES = leaves(json.loads(parts_of(whole())["datapackage.json"]))[1:]


@HALF
@given(st.sampled_from(LEAVES), JSON, st.booleans())
def test_anything_signed_in_the_list_of_contents_is_survived(path, value, is_lost):
    def change(said):
        for key in path[:-1]:
            said = said[key]
        if is_lost:
            del said[path[-1]]
        else:
            said[path[-1]] = value

    codes(described(change))


@HALF
@given(st.sampled_from(["data/people.csv", "data/courses.csv", "trail.jsonl", "README.txt"]), st.data())
def test_anything_signed_in_a_file_is_survived(name, draw):
    before = parts_of(whole())[name]
    at = draw.draw(st.integers(0, len(before)))
    upto = draw.draw(st.integers(at, min(len(before), at + 200)))
    instead = draw.draw(st.binary(max_size=40) | st.text(string.printable, max_size=40).map(str.encode))
    codes(signed_with(name, before[:at] + instead + before[upto:]))


# ── sentences ──


def test_every_code_of_a_package_has_its_sentence_and_none_is_idle():
    sources = [path.read_text(encoding="utf-8") for path in Path(package.__path__[0]).glob("*.py")]
    assert set(re.findall(r'"(package\.[a-z_]+)"', "".join(sources))) == PACKAGE_TROUBLE.keys()


def test_the_made_up_trail_has_bodies_hashes_and_stubs():
    lines = [json.loads(line).keys() for line in TRAIL.splitlines()]
    assert {"body" in keys for keys in lines} == {True, False}
    assert any("head_sha256" in keys for keys in lines)
