"""The catalogue in force, as its page shows it: who issued it, in which version, and every technique by family."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.catalogue_change import Change, EntryChange
from calm_instructor.domain.finding import finds
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import catalogue as issued
from calm_instructor.messages.window import techniques as words
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.cataloguing import change_since
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CatalogueRow:
    """A technique. ``notes``: all that is worth knowing of it in one line, its elevated risk first."""

    code: str
    name: str
    family: str
    hold: str
    tier: Tier
    tier_words: str
    persons: int
    notes: str

    def is_found_by(self, wanted: str) -> bool:
        """Whether what was typed finds it."""
        return finds(wanted, self.code, self.name, self.hold, self.family)


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """R24: an entry that isn't as it was, and how."""

    code: str
    name: str
    lamp: Lamp
    change: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class LoadedLine:
    """A catalogue that was loaded here, and when."""

    name: str
    issued: str
    loaded: str
    generic: bool


@dataclass(frozen=True, kw_only=True)
class CatalogueShown:
    """The catalogue in force. ``generic``: the general list, not CALM's issued catalogue (R25).

    ``changed``: against the one before; ``loaded``: all there were, the last first.
    """

    name: str
    issuer: str
    version: str
    generic: bool
    rows: tuple[CatalogueRow, ...]
    changed: tuple[ChangeLine, ...] = ()
    loaded: tuple[LoadedLine, ...] = ()


def catalogue_shown(view: Reading) -> CatalogueShown | None:
    """The catalogue last loaded; None where there is none."""
    catalogues = view.all(Catalogue)
    if not catalogues:
        return None
    own = catalogues[-1]
    techniques = sorted(view.all(Technique, catalogue=own.id), key=lambda each: each.position)
    return CatalogueShown(
        name=own.name,
        issuer=own.issuer,
        version=own.version,
        generic=own.generic,
        rows=tuple(_row(each) for each in techniques),
        changed=tuple(change_line(each) for each in change_since(view)[1]),
        loaded=tuple(_loaded(view)),
    )


def _loaded(view: Reading) -> Iterator[LoadedLine]:
    for record in reversed(view.records(Catalogue)):
        own: Catalogue = record.value
        yield LoadedLine(
            name=own.name,
            issued=_(issued.ISSUED_BY).format(issuer=own.issuer, version=own.version),
            loaded=day(datetime.fromisoformat(record.created).date()),
            generic=own.generic,
        )


_LAMPS = {Change.NEW: Lamp.OK, Change.CHANGED: Lamp.INFO, Change.WITHDRAWN: Lamp.WARN, Change.GONE: Lamp.INFO}


def change_line(change: EntryChange) -> ChangeLine:
    """An entry that isn't as it was, in words."""
    entry = change.after or change.before
    return ChangeLine(
        code=change.code,
        name=entry.name if entry else "",
        lamp=_LAMPS[change.change],
        change=label(change.change),
        detail="; ".join(_details(change)),
    )


def _details(change: EntryChange) -> Iterator[str]:
    if change.after is not None and change.after.withdrawn_on is not None:
        yield _(words.WITHDRAWN).format(day=day(change.after.withdrawn_on))
    for name in change.fields:
        before, after = (_said(getattr(each, name)) for each in (change.before, change.after))
        yield _(issued.FROM_TO).format(field=_(issued.FIELDS[name]), before=before or "–", after=after or "–")


def _said(value: str | int | date | Tier | tuple[str, ...] | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Tier):
        return label(value)
    if isinstance(value, bool):
        return _(issued.YES if value else issued.NO).lower()
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return listed([hold_names().get(each, each) for each in value])
    return str(value)


def _row(each: Technique) -> CatalogueRow:
    notes = (
        _(words.WITHDRAWN).format(day=day(each.withdrawn_on)) if each.withdrawn_on else "",
        _(words.ELEVATED).format(note=each.elevated_risk_note) if each.elevated_risk_note else "",
        each.notes,
    )
    return CatalogueRow(
        code=each.code,
        name=each.name,
        family=each.family,
        hold=each.hold_text,
        tier=each.tier,
        tier_words=label(each.tier),
        persons=each.persons,
        notes=" · ".join(note for note in notes if note),
    )
