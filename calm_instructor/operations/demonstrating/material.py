"""What a demonstration works from: the files read, the day it begins, and everything that had to be assumed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from calm_instructor.exchange.reading.example import Example, ServiceTexts, example, example_incidents, example_roster
from calm_instructor.exchange.reading.findings import Assumption
from calm_instructor.exchange.reading.incidents import IncidentLog, read_incidents
from calm_instructor.exchange.reading.roster import Roster, read_roster
from calm_instructor.exchange.reading.shipped import holds
from calm_instructor.messages import demonstration as words
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
    roster = _read(read_roster, request.roster, example_roster(), request, last_day)
    log = _read(read_incidents, request.incidents, example_incidents(), request, last_day)
    today = request.today or (example().today if request.is_example else _day_after(roster, log))
    return Material(
        roster=roster,
        log=log,
        today=today,
        example=example().on(today),
        service=example().service if request.is_example else _any_service(roster),
        assumed=tuple(_assumed(request, roster, log, today)),
    )


def _read(reader: Callable[..., T], given: Path | None, shipped: Path, request: DemoRequest, last_day: date) -> T:
    if given is None:
        return reader(shipped, today=last_day)
    return reader(given, encoding=request.encoding, date_order=request.date_order, today=last_day)


def _day_after(roster: Roster, log: IncidentLog) -> date:
    return max(day for day in (roster.latest_date, log.latest_date, RELEASED - timedelta(3650)) if day) + timedelta(1)


def _assumed(request: DemoRequest, roster: Roster, log: IncidentLog, today: date) -> list[Assumed]:
    out = [_said(each) for each in (*roster.assumptions, *log.assumptions)]
    if request.today is None:
        out.append(Assumed(**words.assumed_today(today, request.is_example)))
    if not request.is_example and request.roster is None:
        out.append(Assumed(**words.assumed_example_roster()))
    if not request.is_example and request.incidents is None:
        out.append(Assumed(**words.assumed_example_incidents()))
    return out


def _said(each: Assumption) -> Assumed:
    hold = holds().get(each.value)
    return Assumed(what=each.what, value=hold.name if hold else each.value, why=each.why)


def _any_service(roster: Roster) -> ServiceTexts:
    sites = tuple(dict.fromkeys(entry.site for entry in roster.entries if entry.site))
    return replace(example().any_service, sites=sites, service=words.services(sites))
