"""What the settings show: who delivers, whose numbers, which catalogue, and where the records lie."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.ids import InstructorId
from calm_instructor.domain.numbers import MAY_BE_NONE, RANGES, Numbers
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.planning_rules import in_grace
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.tracing import Examined, check_store
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class NumberLine:
    """One of the organisation's numbers. ``low``, ``high``: its range, None for yes or no; ``may_be_none``: it can stay unset."""

    name: str
    value: int | bool | None
    default: int | bool | None
    low: int | None
    high: int | None
    may_be_none: bool


@dataclass(frozen=True, kw_only=True)
class SettingsSeen:
    """Everything that is settled before a course. ``first``: what a new store still lacks, in order; empty once it has all."""

    organisation: Organisation | None
    instructors: tuple[Instructor, ...]
    marking_as: InstructorId | None
    catalogue: Catalogue | None
    techniques: int
    numbers: tuple[NumberLine, ...]
    practice: bool

    @property
    def first(self) -> tuple[str, ...]:
        """Of "organisation", "instructors" and "catalogue" those that are not there yet."""
        there = {
            "organisation": self.organisation is not None,
            "instructors": bool(self.instructors),
            "catalogue": self.catalogue is not None,
        }
        return tuple(name for name, is_there in there.items() if not is_there)


def standing_of(who: Instructor, on: date, numbers: Numbers) -> tuple[Lamp, str]:
    """R13: what a profile means on a day, in words: who may lead what until when, who assists, who does neither."""
    if not who.authorisation_ref.strip() or who.expires is None:
        return Lamp.STOP, _(words.MAY_NOT_LEAD)
    if who.expires < on:
        if in_grace(who, on, numbers):
            return Lamp.WARN, _(words.MAY_ASSIST).format(day=day(who.expires))
        return Lamp.STOP, words.ran_out((on - who.expires).days)
    if who.authorised_from is not None and who.authorised_from > on:
        return Lamp.TODO, _(words.MAY_LEAD_FROM).format(day=day(who.authorised_from))
    programme = listed([each.strip() for each in who.programme.split(";")])
    tier = label(who.highest_tier)
    return Lamp.OK, _(words.MAY_LEAD).format(programme=programme, tier=tier, day=day(who.expires))


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where the records are. ``size``: bytes of the file; ``entries``: how many the trail has."""

    folder: Path
    practice: bool
    size: int
    entries: int


def settings_seen(view: Reading, marking_as: InstructorId | None) -> SettingsSeen:
    """The settings as they are."""
    organisation = next(iter(view.all(Organisation)), None)
    catalogues = view.all(Catalogue)
    catalogue = catalogues[-1] if catalogues else None
    return SettingsSeen(
        organisation=organisation,
        instructors=view.all(Instructor),
        marking_as=marking_as,
        catalogue=catalogue,
        techniques=view.count(Technique, catalogue=catalogue.id) if catalogue else 0,
        numbers=_lines(organisation.numbers) if organisation else (),
        practice=view.practice,
    )


def _lines(numbers: Numbers) -> tuple[NumberLine, ...]:
    usual = Numbers()
    return tuple(
        NumberLine(
            name=each.name,
            value=getattr(numbers, each.name),
            default=getattr(usual, each.name),
            low=RANGES[each.name][0] if each.name in RANGES else None,
            high=RANGES[each.name][1] if each.name in RANGES else None,
            may_be_none=each.name in MAY_BE_NONE,
        )
        for each in fields(Numbers)
    )


def whereabouts(desk: Desk) -> Whereabouts:
    """Where the records of a desk are, and how much there is of them."""
    store = desk.store
    path = store.line.path
    return Whereabouts(
        folder=store.folder,
        practice=store.practice,
        size=path.stat().st_size if path.is_file() else 0,
        entries=store.head().seq + 1,
    )


def check_records(desk: Desk) -> Examined:
    """Check the open store: pages, chain, records against the trail, papers, seals. Takes a while with many records."""
    return check_store(desk.store)
