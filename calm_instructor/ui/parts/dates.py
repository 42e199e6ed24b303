"""Dates and times as people type them."""

import re
from datetime import date, time

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_date(text: str) -> date | None:
    """A date in British order ("22 Nov 2026", "22/11/26", "22.11.2026") or as 2026-11-22; None where it is none."""
    parts = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4 and parts[0].isdigit():
        parts.reverse()
    day, month, year = parts
    number = (
        next((n for n, name in enumerate(_MONTHS, 1) if month.startswith(name)), 0) if month.isalpha() else int(month)
    )
    if not (day.isdigit() and year.isdigit() and len(year) in {2, 4}):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """A time on the 24-hour clock ("9:05", "0905", "14.30"); None where it is none."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*[:.h]?\s*(\d{2})\s*", text)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None
