"""The rows of a roster that need mending, as a file to mend and hand in again.

Makes the bytes only; the writing is ``safe_file``'s. There is no such file for an incident log: its rows name people.
"""

import csv
import io
from collections import defaultdict

from calm_instructor.exchange.reading.cells import harmless
from calm_instructor.exchange.reading.roster import Roster
from calm_instructor.messages.reading import mend_heading


def bad_rows_file(roster: Roster) -> bytes:
    """CSV for a spreadsheet program: the rows as they stood, with what to mend in a last column; harmless, with a mark."""
    to_mend: defaultdict[int, list[str]] = defaultdict(list)
    for problem in roster.problems:
        to_mend[problem.row].append(problem.sentence)
    width = max([len(roster.headings), *(len(row.cells) for row in roster.bad_rows)])
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if roster.headings:
        writer.writerow([*map(harmless, roster.headings), *[""] * (width - len(roster.headings)), mend_heading()])
    for row in roster.bad_rows:
        cells = [harmless(cell) for cell in row.cells]
        writer.writerow([*cells, *[""] * (width - len(cells)), " ".join(to_mend[row.number])])
    return text.getvalue().encode("utf-8-sig")
