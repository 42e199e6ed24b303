"""A grid read by the raw driver: names, techniques and every attempt of a course, fetched and put by cell. No rule, no value."""

from typing import Any

NAMES = """
SELECT e.key, e.bib, p.full_name FROM enrolments e JOIN people p ON p.key = e.person_key
WHERE e.course_key = (SELECT key FROM courses WHERE uid = ?) AND e.gone IS NULL ORDER BY e.bib
"""
TECHNIQUES = """
SELECT key, code, name FROM course_techniques
WHERE course_key = (SELECT key FROM courses WHERE uid = ?) AND gone IS NULL ORDER BY position
"""
ATTEMPTS = """
SELECT a.enrolment_key, a.technique_key, a.uid, a.number, a.outcome, a.state, a.feedback, a.criteria
FROM assessments a JOIN enrolments e ON e.key = a.enrolment_key
WHERE e.course_key = (SELECT key FROM courses WHERE uid = ?) AND a.gone IS NULL ORDER BY a.key
"""


def raw_grid(driver: Any, course: bytes) -> dict[tuple[int, int | None], list[Any]]:
    """Attempts by cell."""
    driver.execute(NAMES, (course,)).fetchall()
    driver.execute(TECHNIQUES, (course,)).fetchall()
    cells: dict[tuple[int, int | None], list[Any]] = {}
    for row in driver.execute(ATTEMPTS, (course,)):
        cells.setdefault((row[0], row[1]), []).append(row)
    return cells
