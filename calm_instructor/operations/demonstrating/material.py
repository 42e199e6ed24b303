"""What a demonstration works from: the files read, the day it begins, and everything that had to be assumed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from calm_instructor.domain.numbers import add_months
from calm_instructor.exchange.reading.example import Example, ServiceTexts, example, example_incidents, example_roster
from calm_instructor.exchange.reading.findings import Assumption
from calm_instructor.exchange.reading.incidents import IncidentLog, read_incidents
from calm_instructor.exchange.reading.roster import Roster, read_roster
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.messages import demonstration as words
from calm_instructor.operations.auditing import refuse_silent, said_of
from calm_instructor.operations.demonstrating.story import Assumed

T = TypeVar("T")

RELEASED = date(2026, 10, 21)
"""The day of the built-in example; a computer whose clock stands before it is not believed."""


@dataclass(frozen=True, kw_only=True)
class DemoRequest:
    """What was asked for. Files None: the built-in example. ``today`` None: worked out from the files."""

    out: Path
    roster: Path | None = None
    incidents: Path | None = None
    encoding: str | None = None
    date_order: str | None = None
    today: date | None = None

    @property
    def is_example(self) -> bool:
        """Whether nothing was handed in."""
        return self.roster is None and self.incidents is None


@dataclass(frozen=True, kw_only=True)
class Material:
    """What was read. ``example``: the built-in example on this day; ``service``: the texts that fit the files."""

    roster: Roster
    log: IncidentLog
    today: date
    example: Example
    service: ServiceTexts
    assumed: tuple[Assumed, ...]


def read_material(request: DemoRequest, clock_day: date) -> Material:
    """Read both files and settle the day. Raises BadFile with what to do where a file can't be used."""
    last_day = request.today or max(clock_day, RELEASED)
    given_roster = _read(read_roster, request.roster, request, last_day)
    given_log = _read(read_incidents, request.incidents, request, last_day)
    today = request.today or _day_after(given_roster, given_log) or example().today
    roster = given_roster or _moved_roster(read_roster(example_roster()), _months_moved(today))
    log = given_log or _moved_log(read_incidents(example_incidents()), _months_moved(today))
    refuse_silent(log, today, example().organisation.numbers)
    return Material(
        roster=roster,
        log=log,
        today=today,
        example=example().on(today),
        service=example().service if request.is_example else _any_service(roster),
        assumed=tuple(_assumed(request, given_roster, given_log, today)),
    )


def _read(reader: Callable[..., T], given: Path | None, request: DemoRequest, last_day: date) -> T | None:
    if given is None:
        return None
    return reader(given, encoding=request.encoding, date_order=request.date_order, today=last_day)


def _day_after(roster: Roster | None, log: IncidentLog | None) -> date | None:
    """The day after the latest date in either file that was given; None where they hold none."""
    latest = max((day for read in (roster, log) if read and (day := read.latest_date)), default=None)
    return latest + timedelta(days=1) if latest else None


def _months_moved(today: date) -> int:
    """By how many whole months the example's own files move along with the day, so that they end before it."""
    own = example().today
    months = (today.year - own.year) * 12 + today.month - own.month
    return months if add_months(own, months) <= today else months - 1


def _moved_roster(roster: Roster, months: int) -> Roster:
    def moved(entry: RosterEntry) -> RosterEntry:
        return replace(entry, core_theory=add_months(entry.core_theory, months) if entry.core_theory else None)

    return replace(roster, entries=tuple(map(moved, roster.entries)))


def _moved_log(log: IncidentLog, months: int) -> IncidentLog:
    return replace(
        log,
        counts=tuple(replace(each, month=add_months(each.month, months)) for each in log.counts),
        last_seen=tuple(replace(each, last=add_months(each.last, months)) for each in log.last_seen),
        first_date=add_months(log.first_date, months) if log.first_date else None,
        latest_date=add_months(log.latest_date, months) if log.latest_date else None,
    )


def _assumed(request: DemoRequest, roster: Roster | None, log: IncidentLog | None, today: date) -> Iterator[Assumed]:
    """What reading assumed of the files given; the example's own files leave nothing open."""
    for read in (roster, log):
        if read is not None:
            yield from (_said(each, read.source) for each in read.assumptions)
    if request.today is None:
        yield Assumed(**words.assumed_today(today, has_dates=_day_after(roster, log) is not None))
    if roster is None:
        yield Assumed(**words.assumed_example_roster())
    if log is None:
        yield Assumed(**words.assumed_example_incidents())


def _said(each: Assumption, source: str) -> Assumed:
    said = said_of(each)
    return Assumed(what=words.in_file(said.what, source), value=said.value, why=said.why)


def _any_service(roster: Roster) -> ServiceTexts:
    sites = tuple(dict.fromkeys(entry.site for entry in roster.entries if entry.site))
    return replace(example().any_service, sites=sites, service=words.services(sites))
