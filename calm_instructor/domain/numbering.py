"""Numbers of courses, TNAs, sheets and records: <kind>-<instructor no>-<year>-<running>. For people; never a key."""

from collections.abc import Iterable


def next_number(kind: str, instructor_no: str, year: int, taken: Iterable[str]) -> str:
    """The number after the highest of its kind, instructor and year among those ``taken``, as in "ET-2217-26-014"."""
    start = f"{kind}-{instructor_no}-{year % 100:02d}-"
    running = [int(tail) for ref in taken if ref.startswith(start) and (tail := ref[len(start) :].split("/")[0]).isdigit()]
    return f"{start}{max(running, default=0) + 1:03d}"
