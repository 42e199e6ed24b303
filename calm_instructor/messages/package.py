"""What the program says about a package: the titles inside it, its README, and what was found when one is looked over."""

from collections.abc import Mapping, Sequence

from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.package import PackageContents
from calm_instructor.messages.papers import PRACTICE_SENTENCE
from calm_instructor.messages.showing import listed, moment
from calm_instructor.messages.translating import _, mark

PACKAGE_TROUBLE: dict[str, str] = {
    "package.unreadable": mark("{path} can’t be read ({detail}). Plug the stick in again, or choose another file."),
    "package.not_a_zip": mark(
        "This is not a whole package: it is another kind of file, or was cut short. Copy it again."
    ),
    "package.too_big": mark("This package holds more than {limit} MB; it is not opened. Ask the sender what it holds."),
    "package.too_many_parts": mark("This package lists more than {limit} files; it is not opened. Ask for a new one."),
    "package.part_too_big": mark(
        "{name} in the package is larger than {limit} MB; it is not opened. Ask for a new one."
    ),
    "package.part_swells": mark("{name} in the package would swell far beyond its size; it is not opened."),
    "package.part_elsewhere": mark("{name} in the package points outside it; the package is not opened."),
    "package.part_is_link": mark("{name} in the package is a link or a folder, not a file; the package is not opened."),
    "package.part_closed": mark(
        "{name} in the package is locked or packed in a way that is not read; ask for a new one."
    ),
    "package.part_doubled": mark("{name} is in the package twice, so nobody can say which counts. Ask for a new one."),
    "package.part_missing": mark("{name} is missing from the package. Copy the package again, or ask for a new one."),
    "package.part_unlisted": mark("{name} lies in the package without being listed: somebody put it there later."),
    "package.part_damaged": mark(
        "{name} in the package is not as it was signed: it was changed or damaged on the way."
    ),
    "package.part_described": mark("{name} in the package is not described as this program describes it."),
    "package.signature": mark("The signature does not fit this package: it was changed, or damaged on the way."),
    "package.other_key": mark("The package is signed, but with another key than this instructor’s. Ask who sent it."),
    "package.descriptor": mark("The list of contents can’t be understood at “{where}”. Ask for a new package."),
    "package.other_format": mark(
        'This package is of the kind "{found}", which this version of the program does not know.'
    ),
    "package.other_version": mark(
        "The tables of this package have version {found}, this program reads {known}. Use the version that made it, or newer."
    ),
    "package.table": mark("The table {table} can’t be read, or has other columns than it should."),
    "package.row": mark("The table {table} can’t be read from row {row} on."),
    "package.cell": mark('Table {table}, row {row}, column {column}: "{value}" does not fit there.'),
    "package.id_doubled": mark("Table {table}, row {row}: a record with this id stands there already."),
    "package.reference": mark("Table {table}, row {row}, column {column}: no such record in the table {other}."),
    "package.too_many_cells": mark("The tables of this package hold more than {limit} cells; they are not read."),
    "package.count": mark("{table} holds {found} records, which is not the number that was signed."),
    "package.paper": mark("{name} is not the paper that the table of documents names."),
    "package.scope": mark("The courses in the package are not the ones that its list of contents names."),
    "package.trail_line": mark("The trail can’t be read at line {line}."),
    "package.trail_broken": mark(
        "The trail does not hold together at entry {seq}: something was changed, left out or added there."
    ),
    "package.heads": mark("The trail does not end where the list of contents says."),
    "package.wrapping": mark(
        "The contents are whole and signed, but the file around them was packed again or changed. Ask for the original."
    ),
    "package.paper_differs": mark(
        '"{title}" ({sheet_no}) is not the paper on record, so no package was made. Run the check of this store.'
    ),
}

_TABLES: dict[str, str] = {
    "organisations": mark("Organisations"),
    "instructors": mark("Instructors"),
    "people": mark("People"),
    "tnas": mark("Training needs analyses"),
    "tna_risks": mark("Risks of the training needs analyses"),
    "tna_selections": mark("Techniques chosen and left out, with reasons"),
    "catalogues": mark("Catalogues"),
    "techniques": mark("Techniques of the catalogues"),
    "courses": mark("Courses"),
    "course_techniques": mark("Technique sets of the courses, as agreed"),
    "sessions": mark("Sessions"),
    "session_blocks": mark("Blocks of the sessions"),
    "briefings": mark("Safety briefings given"),
    "enrolments": mark("People on the courses"),
    "attendance": mark("Register"),
    "clearances": mark("Cleared to take part: yes or no, adjustment yes or no"),
    "assessments": mark("Attempts"),
    "criteria_marks": mark("Criteria seen in the attempts"),
    "knowledge_checks": mark("Knowledge checks"),
    "signoffs": mark("Sign-offs"),
    "amendments": mark("Amendments of sign-offs"),
    "action_plans": mark("Action plans"),
    "documents": mark("Papers issued, by number and hash"),
    "incidents": mark("Injuries and near misses, counts only"),
    "evaluations": mark("Feedback, summary only"),
    "overrides": mark("Warnings that were gone past, with the reason"),
}

_README = mark(
    """CALM INSTRUCTOR: PACKAGE FOR HEAD OFFICE

{sender} (instructor {number}) made this package on {made} for {recipient}.
It is package {sequence} from this laptop and holds the complete current records of: {courses}.
{changed}{generic}
WHAT IS IN IT
{counts}

WHAT STAYED WITH THE INSTRUCTOR
Health data (only "cleared" and "adjustment", yes or no, are here), the words of the training needs analysis, what happened
in an incident, and single feedback sheets. Entries of the trail that hold any of it are here as hashes only.

HOW TO READ IT
The tables in the folder "data" are plain text (CSV, UTF-8); datapackage.json describes every column, and any program for
open data packages (Data Package 2.0) can read and check them. To look at one in a spreadsheet, import all columns as text.

HOW TO CHECK IT
datapackage.json names every file with its size and SHA-256 hash; signature.json holds an Ed25519 signature over
datapackage.json. "calm-instructor verify" followed by the name of the package checks all of it.

This package is signed, not encrypted: whoever finds it can read it.
"""
)

_GENERIC = mark("Techniques marked GENERIC come from the built-in general list, not from CALM’s issued catalogue.\n")
_CHANGED = mark("Records that are new or changed since the package before: {count} (listed in datapackage.json).\n")


def package_title(contents: PackageContents) -> str:
    """What the package as a whole is called."""
    courses = listed([course.ref for course in contents.courses])
    return _("Records of {courses}, package {sequence}").format(courses=courses, sequence=contents.sequence)


def table_title(name: str) -> str:
    """What a table holds, in words."""
    return _(_TABLES[name])


def resource_title(path: str) -> str:
    """What a file of the package is called."""
    if path == "README.txt":
        return _("What this package is, in plain words")
    if path == "trail.jsonl":
        return _("Trail: who recorded what, when")
    if path.endswith(".pdf"):
        return _("Paper as issued")
    return table_title(path.removeprefix("data/").removesuffix(".csv"))


def readme(contents: PackageContents, records: Mapping[str, Sequence[str]], papers: int) -> bytes:
    """README.txt: what the package is, who made it when, what is in it and what is not, how to read and check it (R31)."""
    generic = any(isinstance(each.value, CourseTechnique) and each.value.generic for each in contents.records)
    lines = [(f"data/{name}.csv", len(ids), table_title(name)) for name, ids in records.items()]
    lines += [("trail.jsonl", len(contents.trail), resource_title("trail.jsonl"))]
    lines += [("documents/", papers, _("Papers as issued"))]
    known = {each for ids in records.values() for each in ids}
    changed = len(known & {str(each) for each in contents.changed})
    practice = _(PRACTICE_SENTENCE) + "\n\n" if contents.practice else ""
    text = practice + _(_README).format(
        sender=contents.sender.name,
        number=contents.sender.number,
        made=moment(contents.created),
        recipient=contents.recipient,
        sequence=contents.sequence,
        courses=listed([f"{course.ref} {course.title}" for course in contents.courses]),
        generic=_(_GENERIC) if generic else "",
        changed=_(_CHANGED).format(count=changed) if contents.previous else "",
        counts="\n".join(f"{path:<30}{count:>6}  {title}" for path, count, title in lines),
    )
    return text.encode()
