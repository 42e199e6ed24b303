"""Numbers of courses, TNAs, sheets and records: <kind>-<instructor no>-<year>-<running>. For people; never a key."""

from collections.abc import Iterable


def next_number(kind: str, instructor_no: str, year: int, taken: Iterable[str]) -> str:
    """The number after the highest of its kind, instructor and year among those ``taken``, as in "ET-2217-26-014"."""
    start = f"{kind}-{instructor_no}-{year % 100:02d}-"
    running = [
        int(tail) for ref in taken if ref.startswith(start) and (tail := ref[len(start) :].split("/")[0]).isdigit()
    ]
    return f"{start}{max(running, default=0) + 1:03d}"


def sheet_number(kind: str, course_ref: str, sheet: int | None = None, bib: int | None = None) -> str:
    """The number of a sheet of a course: "S-2217-26-014-1" of the course "ET-2217-26-014", its line 6 "S-2217-26-014-1/06".

    ``kind``: the sheet's letter, in place of the course's own; a reference without a kind stays whole.
    """
    own, dash, rest = course_ref.partition("-")
    number = f"{kind}-{rest if dash and own.isalpha() else course_ref}"
    if sheet is not None:
        number += f"-{sheet}"
    return number if bib is None else f"{number}/{bib:02d}"
