"""A list that came as text: its encoding, its separator, its rows.

The encoding is never guessed from statistics: the file says it by its mark, or is whole UTF-8, or somebody names it.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Row
from calm_instructor.exchange.reading.raw_table import MAX_ROWS, Kind, RawTable, check_extent

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS = ",;\t|"
_SAMPLE = 200
"""Rows that are tried with each separator."""
_HEAD = 100_000
"""Letters in which those rows are looked for."""
_NO_TEXT = tuple(map(chr, (*range(0x09), *range(0x0E, 0x1A), *range(0x1B, 0x20))))
_SEPARATOR_LINE = re.compile(r'"?sep=([,;|\t])"?(?:\r\n|\r|\n)', re.IGNORECASE)
"""A first line by which one spreadsheet program tells itself the separator; it isn't counted as a row there either."""
_PAGE = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|head|body|meta|table|workbook|div|main|nav|section|span|p|script|style|svg)\b",
    re.IGNORECASE,
)
_LAST_LINE = "\x1etrue end"


@dataclass(frozen=True)
class _Text:
    text: str
    encoding: str
    assumed: bool = False
    unasked: bool = False


def read_text(data: bytes, file: str, encoding: str | None, assume: str | None) -> RawTable:
    """The rows of a text. encoding: what the caller says; assume: what to take where nobody says anything, or None.

    Raises BadFile: ``file.encoding_name``, ``file.encoding_wrong``, ``file.encoding_needed``, ``file.other``,
    ``file.empty``, ``file.page``, ``file.one_column``, ``file.open_quote``, ``file.long_cell``, ``file.too_many_rows``.
    """
    found = _decoded(data, file, encoding, assume)
    text = found.text.rstrip("\x1a")  # the end mark of an old system
    if any(sign in text for sign in _NO_TEXT):
        raise BadFile("file.other", file=file)
    if not text.strip():
        raise BadFile("file.empty", file=file)
    if _PAGE.match(text):
        raise BadFile("file.page", file=file)
    separator, text = _separator(text)
    rows = _rows(text, separator, file)
    check_extent(file, len(rows), 1)
    if max(map(len, rows), default=0) < 2:
        raise BadFile("file.one_column", file=file)
    return RawTable(
        file=file,
        kind=Kind.TEXT,
        rows=tuple(rows),
        encoding=found.encoding,
        encoding_assumed=found.assumed,
        encoding_unasked=found.unasked,
        separator=separator,
    )


def _decoded(data: bytes, file: str, encoding: str | None, assume: str | None) -> _Text:
    asked = _known(encoding, file) if encoding else None
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _decode(data[len(mark) :], name)
            if text is None:
                raise BadFile("file.encoding_wrong", file=file, encoding=name.upper())
            return _Text(text, name, unasked=asked is not None and not asked.startswith(name[:6]))
    text = _decode(data, "utf-8")
    if text is not None and "\0" not in text:  # UTF-16 of plain letters is whole UTF-8 too, full of zeros
        return _Text(text, "utf-8", unasked=asked is not None and not asked.startswith("utf-8") and not text.isascii())
    if asked:
        text = _decode(data, asked)
        if text is None:
            raise BadFile("file.encoding_wrong", file=file, encoding=encoding)
        return _Text(text, asked)
    if b"\0" in data:
        raise BadFile("file.other", file=file)
    text = _decode(data, assume) if assume else None
    if text is None or assume is None:
        raise BadFile("file.encoding_needed", file=file)
    return _Text(text, assume, assumed=True)


def _known(encoding: str, file: str) -> str:
    """The codec's own name. Some codecs turn bytes into bytes and are no encoding of text."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        known = False
    else:
        known = True
    if not known:
        raise BadFile("file.encoding_name", file=file, encoding=encoding)
    return name


def _decode(data: bytes, encoding: str) -> str | None:
    """None where the bytes aren't text of that encoding. The trouble itself holds all bytes and goes no further."""
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _separator(text: str) -> tuple[str, str]:
    """The separator that cuts most rows into the same number of cells, and the text to be cut."""
    told = _SEPARATOR_LINE.match(text)
    if told:
        return told.group(1), text[told.end() :]
    head = text[:_HEAD]
    return max(_SEPARATORS, key=lambda separator: _evenness(head, separator)), text


def _evenness(text: str, separator: str) -> int:
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in islice(_reader(text, separator), _SAMPLE) if len(row) > 1)
    except csv.Error:
        return 0
    return max((rows * (width - 1) for width, rows in widths.items()), default=0)


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)


def _told(row: list[str]) -> Row:
    """The cells of a row, None for an empty one."""
    return tuple([cell or None for cell in row]) if "" in row else tuple(row)


def _rows(text: str, separator: str, file: str) -> list[Row]:
    """All rows. A line put after the end must come back by itself: otherwise an open quotation mark swallowed it."""
    line_end = "" if text.endswith(("\n", "\r")) else "\n"
    rows: list[Row] = []
    try:
        rows.extend(map(_told, islice(_reader(text + line_end + _LAST_LINE, separator), MAX_ROWS + 2)))
        too_long = False
    except csv.Error:
        too_long = True
    if too_long:
        raise BadFile("file.long_cell", file=file, row=len(rows) + 1)
    if rows[-1] == (_LAST_LINE,):
        return rows[:-1]
    if len(rows) > MAX_ROWS:
        return rows
    raise BadFile("file.open_quote", file=file, row=len(rows))
