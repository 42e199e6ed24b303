"""What the program says about files that were handed in: row, column, value and remedy; and what was assumed, and why.

A sentence about an incident log never has a place for what stands in a cell.
"""

from collections.abc import Mapping, Sequence

from calm_instructor.messages.showing import listed, shown
from calm_instructor.messages.translating import _
from calm_instructor.messages.translating import mark as _mark

_FILES: dict[str, str] = {
    "file.missing": _mark("{path} is not there. Check the name and the folder, or whether the stick is in."),
    "file.folder": _mark("{path} is a folder. Choose the file itself."),
    "file.denied": _mark(
        "{path} may not be read with this account. Copy it to a folder of your own and choose the copy."
    ),
    "file.unreadable": _mark("{path} can’t be read ({detail}). Copy it to this computer and choose the copy."),
    "file.too_big": _mark("“{file}” is larger than {limit} MB. Save the list alone in a file of its own."),
    "file.too_big_inside": _mark("“{file}” unpacks to more than {limit} MB. Copy the list into a new workbook."),
    "file.too_many_rows": _mark(
        "“{file}” has more than {limit} rows. Save the rows that are needed in a file of their own."
    ),
    "file.far_cell": _mark(
        "In “{file}” the sheet “{sheet}” reaches to row {rows}, column {columns}: too far to read. Delete what stands far "
        "off, or copy the list into a new workbook."
    ),
    "file.empty": _mark("“{file}” is empty. Save the list again and choose that file."),
    "file.one_column": _mark(
        "“{file}” has only one column. A list needs a heading and a column for each thing, such as staff number and name."
    ),
    "file.pdf": _mark("“{file}” is a PDF, whatever its name says. Save the list as XLSX, ODS or CSV."),
    "file.picture": _mark("“{file}” is a picture, whatever its name says. Save the list as XLSX, ODS or CSV."),
    "file.document": _mark(
        "“{file}” is a document and no list, whatever its name says. Save the list as XLSX, ODS or CSV."
    ),
    "file.page": _mark(
        "“{file}” is a web page, whatever its name says. Open it in a spreadsheet program and save it as XLSX, ODS or CSV."
    ),
    "file.archive": _mark("“{file}” is a packed file and no workbook. Unpack it and choose the list inside."),
    "file.binary_workbook": _mark("“{file}” is a binary workbook (XLSB). Open it and save it as XLSX, ODS or CSV."),
    "file.other": _mark("“{file}” is no list that can be read here. Save the list as XLSX, ODS or CSV."),
    "file.damaged": _mark("“{file}” is damaged or only half there. Fetch or save it again."),
    "file.locked": _mark("“{file}” is locked with a password. Save a copy without one and choose the copy."),
    "file.encoding_name": _mark("“{encoding}” is the name of no encoding. Common ones are utf-8, cp1252 and utf-16."),
    "file.encoding_wrong": _mark(
        "“{file}” can’t be read as {encoding}. Name another encoding, or save the list as XLSX."
    ),
    "file.encoding_needed": _mark(
        "“{file}” doesn’t say how its letters are stored, and isn’t UTF-8. Name its encoding (often cp1252), or save the "
        "list as XLSX."
    ),
    "file.open_quote": _mark(
        "“{file}”, row {row}: a quotation mark is opened and never closed, so that the rows after it run together. Close it, "
        "or save the list as XLSX."
    ),
    "file.long_cell": _mark("“{file}”, row {row}: a cell is far too long. A quotation mark may be missing before it."),
    "columns.none_found": _mark(
        "“{file}” has no row of headings that is understood. Needed: {fields}. Name the columns, or write these headings "
        "above them."
    ),
    "columns.no_heading": _mark(
        "“{file}” has no column “{heading}” ({field}). Give a heading as it stands, or its number."
    ),
    "columns.no_field": _mark("“{field}” is nothing that a list is read for. Known: {fields}."),
    "columns.never_read": _mark(
        "The column “{heading}” in “{file}” is never read: it says more about a person than may be held. Choose another."
    ),
    "dates.order_name": _mark("“{value}” is no order of dates. Say dmy, mdy or ymd."),
    "dates.ambiguous": _mark(
        "“{file}”, row {row}, column {column}: “{value}” may be {readings}, and nothing in the column settles it. Say the "
        "order of the dates (dmy or mdy), or write them as 2026-07-04."
    ),
    "dates.mixed": _mark(
        "“{file}”, column {column}: row {row} has “{value}”, day first, and row {other_row} has “{other_value}”, month first. "
        "Say the order of the dates (dmy or mdy), or mend the rows."
    ),
    "roster.nobody": _mark("“{file}” has headings and no people under them. Add them, or choose another file."),
    "catalogue.nothing": _mark("“{file}” has headings and no techniques under them. Choose another file."),
    "catalogue.too_many": _mark(
        "“{file}” has {count} rows. A catalogue has at most {limit}: the programme teaches a limited set. Choose the catalogue itself."
    ),
    "incidents.nothing": _mark("“{file}” has headings and no incidents under them. Choose another file."),
    "incidents.no_hold_code": _mark("“{hold}” is the code of no hold or grab. Choose one from the list."),
    "incidents.dates_ambiguous": _mark(
        "“{file}”, row {row}, column {column}: the date can be read day first or month first, and nothing in the column "
        "settles it. Say the order of the dates (dmy or mdy)."
    ),
    "incidents.dates_mixed": _mark(
        "“{file}”, column {column}: of rows {rows} one has the day first and one the month. Say the order of the dates (dmy "
        "or mdy), or mend the rows."
    ),
}

_ROWS: dict[str, str] = {
    "roster.no_name": _mark("Row {row}, column {column}: no name. Write the person’s name, or delete the row."),
    "roster.not_a_name": _mark("Row {row}, column {column}: “{value}” is no name. Write the person’s name."),
    "roster.address": _mark(
        "Row {row}, column {column}: “{value}” is an e-mail address and no name. Write the person’s name in its place."
    ),
    "roster.formula": _mark("Row {row}, column {column}: “{value}” is a formula. Write the text itself in its place."),
    "roster.too_long": _mark(
        "Row {row}, column {column}: “{value}” is longer than {longest} characters. Write it shorter, or check the column."
    ),
    "roster.signs": _mark("Row {row}, column {column}: “{value}” holds signs that can’t be seen. Type it afresh."),
    "roster.garbled": _mark(
        "Row {row}, column {column}: “{value}” has lost or garbled letters. Write it rightly, or name the file’s encoding."
    ),
    "roster.status": _mark(
        "Row {row}, column {column}: “{value}” is no status we know. Write own, agency, other employer or student."
    ),
    "roster.date_not_a_date": _mark(
        "Row {row}, column {column}: “{value}” is no date, so no Core Theory is recorded. Write it as 2026-07-04."
    ),
    "roster.date_impossible": _mark(
        "Row {row}, column {column}: there is no day “{value}”, so no Core Theory is recorded. Write it as 2026-07-04."
    ),
    "roster.date_too_early": _mark(
        "Row {row}, column {column}: “{value}” is before 1990, so no Core Theory is recorded. Check the year."
    ),
    "roster.date_future": _mark(
        "Row {row}, column {column}: “{value}” is after {today}, so no Core Theory is recorded. Write the day on which it was "
        "completed."
    ),
    "roster.number_twice": _mark(
        "Row {row}, column {column}: “{value}” stands with another name in {rows}. Give each person their own number."
    ),
    "roster.number_odd": _mark(
        "Row {row}, column {column}: “{value}” has no figure, unlike the other staff numbers. Is it a person? Correct the number, or "
        "delete the row."
    ),
    "roster.repeat_differs": _mark(
        "Row {row}, column {column}: {rows} are one person and differ here; what stands first was taken. Mend the row that is "
        "wrong."
    ),
    "catalogue.nameless": _mark("Row {row} has no {column}, so it isn’t read. An entry has a code and a name."),
    "catalogue.too_long": _mark(
        "Row {row}, column {column}: longer than {limit} letters. The catalogue names a technique and doesn’t describe it. Shorten it."
    ),
    "catalogue.tier": _mark("Row {row}, column {column}: “{value}” is no tier. Say low, medium or high."),
    "catalogue.persons": _mark(
        "Row {row}, column {column}: “{value}”. A technique needs 1 or {most} members of staff. 1 was taken."
    ),
    "catalogue.declared": _mark("Row {row}, column {column}: “{value}” is neither yes nor no. It is asked below."),
    "catalogue.day": _mark(
        "Row {row}, column {column}: “{value}” is no date, so none was taken. Write it as 22 Nov 2026."
    ),
    "incidents.no_date": _mark("Row {row}, column {column}: no date, so the row isn’t counted. Write the day."),
    "incidents.date_not_a_date": _mark(
        "Row {row}, column {column}: what stands there is no date, so the row isn’t counted. Write it as 2026-07-04."
    ),
    "incidents.date_impossible": _mark(
        "Row {row}, column {column}: there is no such day, so the row isn’t counted. Write it as 2026-07-04."
    ),
    "incidents.date_too_early": _mark(
        "Row {row}, column {column}: the day is before 1990, so the row isn’t counted. Check the year."
    ),
    "incidents.date_future": _mark(
        "Row {row}, column {column}: the day is after {today}, so the row isn’t counted. Check the date."
    ),
    "incidents.no_category": _mark("Row {row}, column {column}: nothing says what happened, so the row isn’t counted."),
    "incidents.count": _mark(
        "Row {row}, column {column}: no whole number from 0 up, so the row isn’t counted. Mend it."
    ),
    "incidents.shifted": _mark(
        "Row {row} has more cells than there are headings, so nobody can say which is the {column}, and the row isn’t counted. "
        "Put texts that hold a comma in quotation marks."
    ),
}

READING_TROUBLE: dict[str, str] = {**_FILES, **_ROWS}

ASSUMPTIONS: dict[str, tuple[str, str]] = {
    "file.encoding": (
        _mark("Encoding"),
        _mark("“{file}” doesn’t say how its letters are stored, and isn’t UTF-8. Check that the names are right."),
    ),
    "file.encoding_unasked": (_mark("Encoding"), _mark("“{file}” shows by itself how its letters are stored.")),
    "file.sheet": (_mark("Sheet"), _mark("Its headings fit best. Not read: {sheets}.")),
    "columns.mapping": (_mark("Columns"), _mark("By the headings in row {row}.")),
    "columns.no_headings": (_mark("Columns"), _mark("By the numbers given; no row of headings was found.")),
    "columns.unread": (_mark("Columns not read"), _mark("Nothing here is kept of them.")),
    "rows.left_out": (_mark("Lines left out"), _mark("Totals, last lines or headings repeated.")),
    "dates.order": (
        _mark("Order of dates"),
        _mark("Row {row}, column {column}: “{example}” can only be read so."),
    ),
    "dates.half_real": (
        _mark("Dates to check"),
        _mark(
            "The column holds real dates beside texts with a day above 12. A program may have swapped day and month in the "
            "real ones: check some of them."
        ),
    ),
    "names.turned": (
        _mark("Names"),
        _mark("The column is written “Surname, Forename”; papers show “Forename Surname”."),
    ),
    "names.comma_kept": (_mark("Names"), _mark("They hold a comma, most others none: they stay as they stand.")),
    "people.merged": (_mark("Repeated person"), _mark("{rows} have the same staff number and name: one person.")),
    "people.namesakes": (
        _mark("Same name"),
        _mark("{rows} have the same name and no number in common: kept as two people."),
    ),
    "people.no_number": (_mark("No staff number"), _mark("These people get a temporary number until theirs is known.")),
    "people.plain_numbers": (
        _mark("Staff numbers"),
        _mark("They are numbers in the workbook: zeros in front may be lost. Check one."),
    ),
    "people.no_core_theory": (
        _mark("Core Theory"),
        _mark("The list has no column for it: nobody has a date, and nobody can be enrolled for physical skills."),
    ),
    "incidents.dates_order": (_mark("Order of dates"), _mark("Row {row}, column {column}, can only be read so.")),
    "incidents.identities": (
        _mark("Identities"),
        _mark("Only counts per hold or grab and month are kept: no names, initials, dates of birth or descriptions."),
    ),
    "incidents.from_description": (
        _mark("Holds or grabs"),
        _mark("The log has no column of categories: they were read from the descriptions. Check the counts."),
    ),
    "incidents.left_out": (_mark("Not counted"), _mark("No hold or grab. Rows that say so: {count}.")),
    "incidents.unplaced": (
        _mark("Not counted"),
        _mark("No hold or grab that is known here. Rows that say so: {count}. Say which hold it is, or leave it out."),
    ),
    "incidents.usual": (
        _mark("Hold or grab"),
        _mark("“{wording}” leaves it open; the usual one of low risk was taken. Rows that say so: {count}."),
    ),
}
"""What was assumed, and why, by code."""

_FIELDS: dict[str, str] = {
    "full_name": _mark("full name"),
    "surname": _mark("surname"),
    "forename": _mark("forename"),
    "known_as": _mark("known as"),
    "certificate_name": _mark("name for certificate"),
    "staff_no": _mark("staff number"),
    "job_role": _mark("job role"),
    "staff_group": _mark("staff group"),
    "site": _mark("site"),
    "employer": _mark("employer"),
    "status": _mark("status"),
    "line_manager": _mark("line manager"),
    "core_theory": _mark("Core Theory completed"),
    "core_theory_provider": _mark("Core Theory provider"),
    "core_theory_evidence": _mark("Core Theory evidence"),
    "date": _mark("date"),
    "month": _mark("month"),
    "category": _mark("category"),
    "narrative": _mark("description"),
    "count": _mark("count"),
    "code": _mark("code"),
    "name": _mark("name"),
    "hold": _mark("hold or grab addressed"),
    "family": _mark("family"),
    "tier": _mark("tier"),
    "persons": _mark("persons needed"),
    "pain_based": _mark("pain-based or aversive"),
    "loads": _mark("loads neck, airway or abdomen"),
    "note": _mark("elevated-risk note"),
    "notes": _mark("notes"),
    "prerequisites": _mark("prerequisites"),
    "approach": _mark("approach"),
    "hands": _mark("hands"),
    "postures": _mark("postures"),
    "version": _mark("version"),
    "effective_from": _mark("in force from"),
    "withdrawn_on": _mark("withdrawn on"),
    "evaluation_ref": _mark("evaluation reference"),
    "evaluated_on": _mark("evaluated on"),
    "assessment_ref": _mark("risk assessment reference"),
    "issuer": _mark("issuer"),
    "catalogue": _mark("name of the catalogue"),
    "catalogue_version": _mark("version of the catalogue"),
}

_DATE_ORDERS = {"dmy": _mark("day, month, year"), "mdy": _mark("month, day, year"), "ymd": _mark("year, month, day")}

_ROWS_NAMED = 8


def assumption_words(code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """What was assumed, in a word or two, and why, in a sentence."""
    what, why = ASSUMPTIONS[code]
    return _(what), _(why).format_map({name: shown(value) for name, value in facts.items()})


def field_label(field: str) -> str:
    """What a field of a list is called."""
    return _(_FIELDS[field])


def needed_fields(required: Sequence[Sequence[str]]) -> str:
    """Sets of fields, one of which a list must have: "full name, or forename and surname"."""
    return _(", or ").join(listed([field_label(field) for field in fields]) for fields in required)


def column_no(number: int) -> str:
    """How a column without a heading is called."""
    return _("column {number}").format(number=number)


def date_order_label(order: str) -> str:
    """An order of dates in words: "day, month, year"."""
    return _(_DATE_ORDERS[order])


def row_list(rows: Sequence[int]) -> str:
    """Rows in a sentence: "row 4", "rows 4, 9 and 12"; many are cut short."""
    named = [str(row) for row in rows[:_ROWS_NAMED]]
    if len(rows) > _ROWS_NAMED:
        named.append(_("{count} more").format(count=len(rows) - _ROWS_NAMED))
    return (_("row {rows}") if len(rows) == 1 else _("rows {rows}")).format(rows=listed(named))


def mend_heading() -> str:
    """The heading of the last column in a file of rows to mend."""
    return _("What to mend")


def unshown_wording() -> str:
    """What stands for a category that might name somebody."""
    return _("wording not shown")


def not_kept() -> str:
    """What became of a log's identities."""
    return _("not kept")


def no_column() -> str:
    """That a list has no column for something."""
    return _("no column")
