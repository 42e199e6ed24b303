"""Days as people write them in lists. The order of day and month is settled for a whole column, or asked; never per cell.

A day is a calendar date, never an instant: a time of day behind it is dropped, no zone moves it. Whether a day lies in the
future is the caller's to ask (``is_future``), who alone knows what day it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Cell, text_of

EARLIEST = date(1990, 1, 1)
"""No record of training or behaviour that is read here is older."""


class DateOrder(StrEnum):
    """How the numbers of a date follow one another: d day, m month, y year."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class NoDay(StrEnum):
    """Why a cell gives no day."""

    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE = "impossible"
    TOO_EARLY = "too_early"


_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_CLOCK = re.compile(
    r"(?:T|[ ,]\s*(?:at )?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2}))?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+", re.IGNORECASE)
_NUMBERS = re.compile(r"^(\d{1,4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,4})$", re.ASCII)
_PACKED = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$", re.ASCII)
_DAY_FIRST = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]*([a-z]{3,9})[.,]?[-/. ]*(\d{4}|\d{2})$", re.ASCII | re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"^([a-z]{3,9})[. ]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$", re.ASCII | re.IGNORECASE)
_MONTH_NAMED = re.compile(r"^([a-z]{3,9})[.,]?[-/. ]*(\d{4}|\d{2})$", re.ASCII | re.IGNORECASE)
_MONTH_NUMBERED = re.compile(r"^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$", re.ASCII)


@dataclass(frozen=True)
class ColumnOrder:
    """How the dates of one column are to be read. Places are positions in the column, from 0.

    order: None if it must be asked; settled_at: the value that only fits this order; against_at: one that only fits the
    other; unsettled_at: one that fits both and means two different days; half_real: real dates of a spreadsheet stand
    beside texts of which none could be turned into one, as after a program has swapped day and month.
    """

    order: DateOrder | None
    settled_at: int | None = None
    against_at: int | None = None
    unsettled_at: int | None = None
    half_real: bool = False


def asked_order(name: str | None) -> DateOrder | None:
    """The order a caller names. Raises BadFile ``dates.order_name``."""
    if name is None:
        return None
    if name not in set(DateOrder):
        raise BadFile("dates.order_name", value=name)
    return DateOrder(name)


def column_order(cells: Iterable[Cell]) -> ColumnOrder:
    """Day or month first, by every value of the column that can only be read one way."""
    first: dict[DateOrder | None, int] = {}
    real = False
    places: dict[Cell, int] = {}
    for at, cell in enumerate(cells):
        places.setdefault(cell, at)
    for cell, at in places.items():
        real = real or isinstance(cell, date)
        numbers = None if isinstance(cell, date) else _numbers(_bare(cell))
        if numbers is None or numbers[0] > 99:
            continue
        as_dmy, as_mdy = _day(numbers, DateOrder.DMY), _day(numbers, DateOrder.MDY)
        if as_dmy and as_mdy:
            if as_dmy != as_mdy:
                first.setdefault(None, at)
        elif as_dmy or as_mdy:
            first.setdefault(DateOrder.DMY if as_dmy else DateOrder.MDY, at)
    dmy, mdy, both = first.get(DateOrder.DMY), first.get(DateOrder.MDY), first.get(None)
    if dmy is not None and mdy is not None:
        return ColumnOrder(None, dmy, mdy, both)
    if dmy is None and mdy is None:
        return ColumnOrder(DateOrder.DMY if both is None else None, unsettled_at=both)
    order, settled = (DateOrder.DMY, dmy) if mdy is None else (DateOrder.MDY, mdy)
    return ColumnOrder(order, settled, half_real=real and both is None)


def read_day(cell: Cell, order: DateOrder) -> date | NoDay:
    """The day a cell names, or why it names none."""
    if isinstance(cell, datetime):
        return _within(cell.date())
    if isinstance(cell, date):
        return _within(cell)
    text = _bare(cell)
    numbers = _numbers(text)
    if numbers:
        return _within(_day(numbers, order))
    if found := _PACKED.match(text):
        return _within(_made(*map(int, found.groups())))
    if found := _DAY_FIRST.match(text):
        return _named(found.group(3), found.group(2), found.group(1))
    if found := _MONTH_FIRST.match(text):
        return _named(found.group(3), found.group(1), found.group(2))
    return NoDay.NOT_A_DATE


def read_month(cell: Cell, order: DateOrder) -> date | NoDay:
    """The first day of the month a cell names, or the day itself where it names one."""
    day = read_day(cell, order)
    if day is not NoDay.NOT_A_DATE:
        return day
    text = _bare(cell)
    if found := _MONTH_NAMED.match(text):
        return _named(found.group(2), found.group(1), "1")
    if found := _MONTH_NUMBERED.match(text):
        year, month, other_month, other_year = found.groups()
        return _within(_made(int(year or other_year), int(month or other_month), 1))
    return NoDay.NOT_A_DATE


def is_future(day: date, today: date | None) -> bool:
    """Whether the day lies after today; never where today isn't known yet."""
    return today is not None and day > today


def _bare(cell: Cell) -> str:
    """The text of a date without weekday and time of day."""
    if isinstance(cell, str) and " " not in cell and _NUMBERS.match(cell):
        return cell
    return _WEEKDAY.sub("", _CLOCK.sub("", text_of(cell)))


def _numbers(text: str) -> tuple[int, int, int] | None:
    """The three numbers of a date, with the year in full where it stands last or has four figures."""
    found = _NUMBERS.match(text)
    if not found:
        return None
    first, second, third = found.groups()
    year_first = len(first) == 4 and len(third) <= 2
    year_last = len(first) <= 2 and len(third) in (2, 4)
    if (year_first and first[:2] == "00") or (len(third) == 4 and third[:2] == "00"):
        return None  # the year 26 is no 2026: a slip that only its writer can mend
    return (int(first), int(second), int(third)) if year_first or year_last else None


def _day(numbers: tuple[int, int, int], order: DateOrder) -> date | None:
    """The day of three numbers; None if there is no such day. Four figures in front are a year in any order."""
    first, second, third = numbers
    if first > 99:
        return _made(first, second, third)
    if order is DateOrder.YMD:
        return _made(_full_year(first), second, third)
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    return _made(_full_year(third), month, day)


def _full_year(year: int) -> int:
    if year > 99:
        return year
    return year + (1900 if year >= EARLIEST.year - 1900 else 2000)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(year: str, month: str, day: str) -> date | NoDay:
    number = _MONTH_NUMBERS.get(month.casefold())
    return _within(_made(_full_year(int(year)), number, int(day))) if number else NoDay.NOT_A_DATE


def _within(day: date | None) -> date | NoDay:
    if day is None:
        return NoDay.IMPOSSIBLE
    return NoDay.TOO_EARLY if day < EARLIEST else day
