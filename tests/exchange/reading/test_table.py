"""A list is opened by what it is: every kind of file, encoding and separator, and everything that is no list at all."""

import codecs
import io
import os
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.raw_table import Kind
from calm_instructor.exchange.reading.table import read_tables
from tests.exchange.reading.lists import altered, ods_list, read_or_refused, text_list, xlsx_list

ROWS = [["Full name", "Staff no"], ["Siobhán Ó Súilleabháin", "0104"], ["Łukasz Żak", "0105"]]
CLEAR = "Name,No\nSiobhán,1\n"


def refused(path: Path, **how) -> BadFile:
    with pytest.raises(BadFile) as no:
        read_tables(path, **how)
    assert no.value.facts["file"] == path.name
    return no.value


def only(path: Path, **how):
    (table,) = read_tables(path, **how)
    return table


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.pdf", "list"])
def test_the_name_of_a_file_says_nothing(tmp_path, name):
    assert only(text_list(tmp_path, CLEAR, name=name)).kind is Kind.TEXT
    assert only(xlsx_list(tmp_path, ROWS, name=name)).kind is Kind.XLSX
    assert only(ods_list(tmp_path, ROWS, name=name)).kind is Kind.ODS


@pytest.mark.parametrize("write", [xlsx_list, ods_list])
def test_a_workbook_gives_its_rows_as_they_stand(tmp_path, write):
    rows = [["List of staff"], [None, None], ["Name", "No", "On"], ["Żak", "007", date(2026, 7, 4)], ["Ó Sé", 12, None]]
    table = only(write(tmp_path, rows))
    filled = [[cell for cell in row if cell is not None] for row in table.rows]
    assert filled == [["List of staff"], [], ["Name", "No", "On"], ["Żak", "007", date(2026, 7, 4)], ["Ó Sé", 12]]
    assert table.sheet == "Staff"


def test_a_workbook_of_the_old_kind_is_read():
    table = only(Path(__file__).with_name("before-2007.xls"))
    assert table.kind is Kind.XLS
    assert table.rows[2:] == (
        ("Staff no", "Full name", "Core Theory"),
        ("0104", "Siobhán Ó Súilleabháin", date(2026, 7, 4)),
        ("0105", "Łukasz Żak", None),
    )


def test_a_broken_workbook_of_the_old_kind_harms_nobody(tmp_path, capfd):
    """This one made the library ask for more memory than there is, and take the program with it."""
    old = bytearray(Path(__file__).with_name("before-2007.xls").read_bytes())
    at = old.rindex(b"\xfd\x00\x0a\x00")  # the last cell with a text, and behind it where it stands
    old[at + 4 : at + 8] = b"\xff\xff\xff\xff"
    path = tmp_path / "broken.xls"
    path.write_bytes(old)
    assert refused(path).code == "file.damaged"
    assert capfd.readouterr().err == ""


def test_sheets_in_sight_are_read_and_others_are_not(tmp_path):
    path = xlsx_list(tmp_path, ROWS, Notes=[["Read me first"]], Secret_=[["Born", "Where"]], Empty=[])
    assert [table.sheet for table in read_tables(path)] == ["Notes", "Staff"]


def test_a_formula_that_was_never_worked_out_is_seen(tmp_path):
    path = xlsx_list(tmp_path, [["Name", "No"], ["{=A1&B1}", "1"]])
    assert only(path).rows[1][0] == "=A1&B1"


def test_a_formula_with_a_value_is_its_value(tmp_path):
    path = altered(
        xlsx_list(tmp_path, [["Name", "No"], ["{=A1&B1}", "1"]]),
        "xl/worksheets/sheet1.xml",
        lambda part: re.sub(rb"(</f>)<v></v>", rb"\1<v>Ann Lee</v>", part).replace(b"<f>", b"<f>"),
    )
    assert only(path).rows[1][0] == "Ann Lee"


def half(part: bytes) -> bytes:
    return part[: len(part) // 2]


def garbled(part: bytes) -> bytes:
    """The library went round and round in this one."""
    return part.replace(b"</table:table>", b"<\x02table:table>")


def expanding(part: bytes) -> bytes:
    return part.replace(b"?>", b'?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', 1)


def in_other_letters(part: bytes) -> bytes:
    """Nothing that is measured letter by letter would be found in it."""
    return part.decode().replace("UTF-8", "UTF-16").encode("utf-16")


@pytest.mark.parametrize("change", [half, garbled, expanding, in_other_letters])
def test_a_whole_file_with_a_broken_part_is_damaged(tmp_path, change):
    assert refused(altered(ods_list(tmp_path, ROWS), "content.xml", change)).code == "file.damaged"
    if change is not garbled:
        assert refused(altered(xlsx_list(tmp_path, ROWS), "xl/worksheets/sheet1.xml", change)).code == "file.damaged"


def test_cells_may_stand_without_their_places(tmp_path):
    def placeless(part: bytes) -> bytes:
        return re.sub(rb' r="[A-Z]*\d+"', b"", part)

    path = altered(xlsx_list(tmp_path, ROWS), "xl/worksheets/sheet1.xml", placeless)
    assert [list(row) for row in only(path).rows] == ROWS


# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_that_says_its_encoding_needs_no_asking(tmp_path, encoding):
    table = only(text_list(tmp_path, CLEAR, encoding=encoding), assume=None)
    assert table.rows[1] == ("Siobhán", "1")
    assert not table.encoding_assumed
    assert not table.encoding_unasked


def test_the_mark_of_the_other_byte_order_counts_too(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(codecs.BOM_UTF16_BE + CLEAR.encode("utf-16-be"))
    assert only(path).rows[1] == ("Siobhán", "1")


def test_other_text_is_assumed_to_be_cp1252_and_says_so(tmp_path):
    table = only(text_list(tmp_path, CLEAR, encoding="cp1252"))
    assert table.rows[1] == ("Siobhán", "1")
    assert (table.encoding, table.encoding_assumed) == ("cp1252", True)


def test_other_text_is_asked_about_where_nothing_may_be_assumed(tmp_path):
    assert refused(text_list(tmp_path, CLEAR, encoding="cp1252"), assume=None).code == "file.encoding_needed"


def test_the_encoding_a_person_names_is_taken(tmp_path):
    table = only(text_list(tmp_path, "Name,No\nŻaneta,1\n", encoding="cp1250"), encoding="cp1250")
    assert table.rows[1] == ("Żaneta", "1")
    assert not table.encoding_assumed


def test_the_encoding_a_person_names_gives_way_to_what_the_file_says(tmp_path):
    table = only(text_list(tmp_path, CLEAR), encoding="cp1252")
    assert table.rows[1] == ("Siobhán", "1")
    assert table.encoding_unasked


def test_utf_16_without_a_mark_is_read_when_named(tmp_path):
    path = text_list(tmp_path, "Name,No\nAnn,1\n", encoding="utf-16-le")
    assert only(path, encoding="utf-16-le").rows[1] == ("Ann", "1")
    assert refused(path).code == "file.other"


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "utf-8\0"])
def test_an_encoding_must_be_one(tmp_path, name):
    assert refused(text_list(tmp_path, CLEAR), encoding=name).code == "file.encoding_name"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"\xef\xbb\xbfName,No\n\xff,1", None), (b"Name,No\n\x81\xff,1", "cp1252"), (b"a,b\n\xe9", "ascii")],
)
def test_an_encoding_that_does_not_fit_is_said(tmp_path, data, encoding):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    no = refused(path, encoding=encoding)
    assert no.code == "file.encoding_wrong"
    assert no.__context__ is None, "what could not be read would hang on the exception"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_separator_is_found(tmp_path, separator, line_end):
    rows = [["Name", "No", "On"], ['"Reid, Hamish"', "1", "4/7/2026"], ['"Żak; Ewa"', "2", ""]]
    text = line_end.join(separator.join(row) for row in rows)
    table = only(text_list(tmp_path, text))
    assert table.separator == separator
    assert table.rows[1:] == (("Reid, Hamish", "1", "4/7/2026"), ("Żak; Ewa", "2", None))


def test_names_with_commas_do_not_make_the_comma_the_separator(tmp_path):
    text = "Nominations\nRun: 14/11/2026\n\nNo;Name\n" + "".join(f"{no};Reid, Hamish\n" for no in range(20))
    assert only(text_list(tmp_path, text)).separator == ";"


def test_a_line_that_names_the_separator_is_no_row(tmp_path):
    table = only(text_list(tmp_path, "sep=;\r\nName;No\r\nReid, Hamish;1\r\n"))
    assert table.rows == (("Name", "No"), ("Reid, Hamish", "1"))


def test_rows_are_counted_as_a_spreadsheet_program_counts_them(tmp_path):
    table = only(text_list(tmp_path, 'Name,Note\n\nAnn,"two\nlines"\nBob,\n'))
    assert table.rows[3] == ("Bob", None)


def test_an_open_quotation_mark_swallows_nothing_unseen(tmp_path):
    no = refused(text_list(tmp_path, 'Name,No\nAnn,1\n"Bob,2\nCy,3\n'))
    assert (no.code, no.facts["row"]) == ("file.open_quote", 3)


def test_a_cell_without_end_is_no_cell(tmp_path):
    assert refused(text_list(tmp_path, "Name,No\nAnn," + "x" * 200_000)).code == "file.long_cell"


# ── no list ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def zipped(**parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return packed.getvalue()


CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

NO_LISTS = {
    "nothing": (b"", "file.empty"),
    "blank": (b" \r\n\r\n ", "file.empty"),
    "blank after a mark": (codecs.BOM_UTF8 + b"\n", "file.empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file.picture"),
    "a photograph": (b"\xff\xd8\xff\xe0\0\x10JFIF", "file.picture"),
    "a bitmap": (b"BM\x36\0\0\0", "file.picture"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file.pdf"),
    "a letter": (b"{\\rtf1\\ansi Dear all", "file.document"),
    "a letter of the new kind": (zipped(word__document_xml="<w/>"), "file.document"),
    "a letter of the old kind": (CONTAINER + "WordDocument".encode("utf-16-le"), "file.document"),
    "a web page": (b"\n<!DOCTYPE html><table><tr><td>Name</td></tr></table>", "file.page"),
    "a bare web table": (b"<table><tr><td>Name</td></tr></table>", "file.page"),
    "a piece of a web page": (b'<div class="menu"><a href="/">Home</a></div>', "file.page"),
    "a drawing": (b'<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>', "file.page"),
    "a picture of a telephone": (b"\0\0\0\x18ftypheic\0\0\0\0", "file.other"),
    "packed files": (zipped(list_csv="Name,No"), "file.archive"),
    "packed otherwise": (b"\x1f\x8b\x08\0\0\0\0\0", "file.archive"),
    "a binary workbook": (zipped(xl__workbook_bin="x"), "file.binary_workbook"),
    "a locked workbook": (CONTAINER + "EncryptedPackage".encode("utf-16-le"), "file.locked"),
    "a locked sheet of the other kind": (
        zipped(
            mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="?", **{"encrypted-package": "x"}
        ),
        "file.locked",
    ),
    "a locked sheet of the older kind": (
        zipped(
            mimetype="application/vnd.oasis.opendocument.spreadsheet",
            content_xml="?",
            **{"META-INF/manifest_xml": "<manifest><encryption-data/></manifest>"},
        ),
        "file.locked",
    ),
    "half a packed file": (zipped(xl__workbook_xml="<workbook/>" * 50)[:200], "file.damaged"),
    "a workbook of nothing": (zipped(xl__workbook_xml="<workbook/>"), "file.damaged"),
    "a program": (b"\x7fELF\x02\x01\x01\0\0\0", "file.other"),
    "text with signs of a machine": (b"Name,No\x07\nAnn,1", "file.other"),
    "words": (b"Dear all\nplease find the list attached\n", "file.one_column"),
}


@pytest.mark.parametrize(("data", "code"), NO_LISTS.values(), ids=NO_LISTS)
@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_what_is_no_list_is_named_for_what_it_is(tmp_path, data, code, name):
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path).code == code


def test_a_workbook_without_a_cell_is_empty(tmp_path):
    assert refused(xlsx_list(tmp_path, [])).code == "file.empty"


def test_half_a_workbook_is_damaged(tmp_path):
    whole = xlsx_list(tmp_path, ROWS).read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path).code == "file.damaged"


def test_what_is_not_there_is_said(tmp_path):
    assert refused(tmp_path / "gone.csv").code == "file.missing"
    assert refused(tmp_path / "gone\0.csv").code == "file.missing"
    assert refused(text_list(tmp_path, CLEAR) / "deeper.csv").code == "file.missing"
    assert refused(tmp_path).code == "file.folder"
    assert refused(tmp_path / ("long" * 100)).code == "file.unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes under a name here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").code == "file.other"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else_is_denied(tmp_path):
    path = text_list(tmp_path, CLEAR)
    path.chmod(0)
    assert refused(path).code == "file.denied"


# ── too much ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_a_size_nobody_keeps_by_hand_is_not_opened(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert refused(path).code == "file.too_big"


def test_too_many_rows_are_not_read(tmp_path):
    assert refused(text_list(tmp_path, "a,b\n" * 200_001)).code == "file.too_many_rows"
    assert len(only(text_list(tmp_path, "a,b\n" * 200_000)).rows) == 200_000


def test_a_cell_in_the_last_corner_of_a_sheet_is_told_and_not_set_out(tmp_path):
    """It took the whole program down: 100 GB of memory for two cells."""
    path = altered(
        xlsx_list(tmp_path, ROWS), "xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="B3"', b'r="XFD1048576"')
    )
    no = refused(path)
    assert no.code == "file.far_cell"
    assert (no.facts["rows"], no.facts["columns"], no.facts["sheet"]) == (1_048_576, 16_384, "Staff")


def test_cells_that_hold_nothing_may_lie_far_off(tmp_path):
    def with_styles(part: bytes) -> bytes:
        return part.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')

    assert len(only(altered(xlsx_list(tmp_path, ROWS), "xl/worksheets/sheet1.xml", with_styles)).rows) == 3


def test_a_count_that_lies_sets_no_memory_aside(tmp_path):
    def lying(part: bytes) -> bytes:
        return re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4000000000"', part)

    table = only(altered(xlsx_list(tmp_path, ROWS), "xl/sharedStrings.xml", lying))
    assert table.rows[1] == ("Siobhán Ó Súilleabháin", "0104")


@pytest.mark.parametrize(
    "repeated", [b'table:number-columns-repeated="2000000000"', b'table:number-rows-repeated="9999999"']
)
def test_a_cell_repeated_without_end_is_told_and_not_set_out(tmp_path, repeated):
    mark = b"<table:table-cell" if b"columns" in repeated else b"<table:table-row"
    path = altered(ods_list(tmp_path, ROWS), "content.xml", lambda part: part.replace(mark, mark + b" " + repeated, 1))
    assert refused(path).code in {"file.far_cell", "file.too_many_rows"}


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(tmp_path):
    path = xlsx_list(tmp_path, ROWS)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    at = data.index(size.to_bytes(4, "little"), directory)
    path.write_bytes(data[:at] + (200_000_001).to_bytes(4, "little") + data[at + 4 :])
    assert refused(path).code == "file.too_big_inside"


# ── anything ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(data=st.binary() | st.text().map(str.encode) | st.binary().map(b"PK\x03\x04".__add__))
def test_any_bytes_are_a_table_or_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    read = read_or_refused(read_tables, path)
    if isinstance(read, BadFile):
        assert read.code.startswith("file.")
        assert read.__context__ is None
    else:
        assert all(cell is None or isinstance(cell, str) for row in read[0].rows for cell in row)
