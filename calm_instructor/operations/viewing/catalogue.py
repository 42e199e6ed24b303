"""The catalogue in force, as its page shows it: who issued it, in which version, and every technique by family."""

from dataclasses import dataclass

from calm_instructor.domain.finding import finds
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import techniques as words
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
class CatalogueShown:
    """The catalogue in force. ``generic``: the general list, not CALM's issued catalogue (R25)."""

    name: str
    issuer: str
    version: str
    generic: bool
    rows: tuple[CatalogueRow, ...]


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
    )


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
