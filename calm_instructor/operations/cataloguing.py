"""An issued catalogue, looked at before it is loaded: what it came to, what is asked, what changes, what would be refused.

Reading and looking write nothing; ``preparing.load_catalogue`` takes in the whole or refuses the whole (R24 to R27).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from calm_instructor.domain.catalogue_change import EntryChange, changes
from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CatalogueId, TechniqueId
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.technique import (
    Catalogue,
    Technique,
    Tier,
    catalogue_objections,
    code_key,
    issue_objections,
)
from calm_instructor.exchange.reading.catalogue import CatalogueRead, TechniqueRead, read_catalogue
from calm_instructor.exchange.reading.shipped import shipped_catalogue
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.limiting import set_of
from calm_instructor.store.reading import Reading

__all__ = ["CatalogueRead"]


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What a person says of a list, or what it says itself: its name, who issued it, which version, since when."""

    name: str = ""
    issuer: str = ""
    version: str = ""
    in_force_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the list leaves open, answered by a person, by code of the entry."""

    holds: Mapping[str, str] = field(default_factory=dict)
    tiers: Mapping[str, Tier] = field(default_factory=dict)
    pain_based: Mapping[str, bool] = field(default_factory=dict)
    loads: Mapping[str, bool] = field(default_factory=dict)

    @property
    def given(self) -> frozenset[tuple[str, str]]:
        """What was answered, by code and name of the question."""
        fields = {"hold": self.holds, "tier": self.tiers, "pain_based": self.pain_based, "loads": self.loads}
        return frozenset((code, name) for name, answers in fields.items() for code in answers)


@dataclass(frozen=True, kw_only=True)
class Open:
    """An entry that leaves something open: which of "hold", "tier", "pain_based", "loads", in that order."""

    code: str
    name: str
    hold_text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InUse:
    """Techniques by code that are withdrawn or gone, and where they are named: a draft by its title, or a course by its ref."""

    where: str
    codes: tuple[str, ...]
    is_draft: bool


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A list with what was answered. ``refused``: what loading would be refused with, whatever is answered still."""

    catalogue: Catalogue
    techniques: tuple[Technique, ...]
    left_open: tuple[Open, ...]
    changes: tuple[EntryChange, ...]
    refused: tuple[Objection, ...]
    in_use: tuple[InUse, ...]
    replaces: Catalogue | None

    @property
    def may_load(self) -> bool:
        """Whether nothing is open and nothing refused."""
        return bool(self.techniques) and not self.left_open and not self.refused


def read_issued(path: Path, *, encoding: str | None = None) -> CatalogueRead:
    """Read a list. Raises BadFile, with what to do, where it can't be used."""
    return read_catalogue(path, encoding=encoding)


def look_at(view: Reading, read: CatalogueRead, issue: Issue, answers: Answers, new_id: Callable[[], UUID]) -> Looked:
    """The list as it would be loaded with these answers."""
    before = view.all(Catalogue)
    in_force = before[-1] if before else None
    catalogue = Catalogue(
        id=CatalogueId(new_id()),
        name=(issue.name or read.name).strip(),
        issuer=(issue.issuer or read.issuer).strip(),
        version=(issue.version or read.version).strip(),
        generic=False,
        in_force_from=issue.in_force_from,
    )
    was = view.all(Technique, catalogue=in_force.id) if in_force else ()
    spelt = {code_key(each.code): each.code for each in was}
    techniques = tuple(
        replace(made, code=spelt.get(code_key(made.code), made.code))
        for position, entry in enumerate(read.entries, start=1)
        for made in (_technique(entry, catalogue, position, answers, TechniqueId(new_id())),)
    )
    left_open = tuple(_left_open(read.entries, answers))
    asked = {code_key(each.code) for each in left_open}
    refused = tuple(
        each
        for each in (*issue_objections(catalogue, in_force), *catalogue_objections(techniques))
        if each.code not in {"R27.undeclared", "R27.no_hold"} or code_key(each.who) not in asked
    )
    return Looked(
        catalogue=catalogue,
        techniques=techniques,
        left_open=left_open,
        changes=changes(was, techniques),
        refused=refused,
        in_use=tuple(_in_use(view, techniques)),
        replaces=in_force,
    )


def _left_open(entries: Sequence[TechniqueRead], answers: Answers) -> Iterator[Open]:
    for entry in entries:
        found = {
            "hold": not entry.holds and entry.code not in answers.holds,
            "tier": entry.tier is None and entry.code not in answers.tiers,
            "pain_based": entry.pain_based is None and entry.code not in answers.pain_based,
            "loads": entry.loads is None and entry.code not in answers.loads,
        }
        fields = tuple(name for name, is_open in found.items() if is_open)
        if fields:
            yield Open(code=entry.code, name=entry.name, hold_text=entry.hold_text, fields=fields)


def _technique(
    entry: TechniqueRead, catalogue: Catalogue, position: int, answers: Answers, own: TechniqueId
) -> Technique:
    """The entry as the trade holds it; a tier that is open counts as high until it is answered."""
    code = entry.code
    answered = (answers.holds[code],) if code in answers.holds else ()
    known = entry.holds or answered
    text = entry.texts
    return Technique(
        id=own,
        catalogue=catalogue.id,
        position=position,
        code=code,
        name=entry.name,
        family=entry.family or _family_of(known),
        holds=known,
        hold_text=entry.hold_text,
        tier=entry.tier or answers.tiers.get(code, Tier.HIGH),
        persons=entry.persons,
        approach=text.get("approach", ""),
        hands=text.get("hands", ""),
        postures=tuple(each.strip() for each in text.get("postures", "").replace(";", ",").split(",") if each.strip()),
        pain_based=answers.pain_based.get(code) if entry.pain_based is None else entry.pain_based,
        loads_neck_airway_abdomen=answers.loads.get(code) if entry.loads is None else entry.loads,
        elevated_risk_note=text.get("note", ""),
        notes=text.get("notes", ""),
        prerequisites=text.get("prerequisites", ""),
        evaluation_ref=text.get("evaluation_ref", ""),
        evaluated_on=entry.days.get("evaluated_on"),
        risk_assessment_ref=text.get("assessment_ref", ""),
        version=text.get("version", "") or catalogue.version,
        effective_from=entry.days.get("effective_from"),
        withdrawn_on=entry.days.get("withdrawn_on"),
    )


def _family_of(holds: Sequence[str]) -> str:
    """The family of the general list that answers the same hold, where a list has no families."""
    _catalogue, general = shipped_catalogue()
    return next((each.family for each in general if set(each.holds) & set(holds)), "")


def _in_use(view: Reading, techniques: Sequence[Technique]) -> Iterator[InUse]:
    """R24: what drafts and open courses name and this list withdraws or no longer has."""
    stands = {each.code for each in techniques if each.withdrawn_on is None}
    for tna in view.all(Tna):
        if tna.state is TnaState.DRAFT:
            codes = tuple(each.technique for each in analysis_of(view, tna.id).chosen if each.technique not in stands)
            if codes:
                yield InUse(where=tna.title, codes=codes, is_draft=True)
    for course in view.all(Course):
        if course.closed_at is None and course.state is not CourseState.CANCELLED:
            codes = tuple(each.code for each in set_of(view, course.id) if each.code not in stands)
            if codes:
                yield InUse(where=course.ref, codes=codes, is_draft=False)


def change_since(view: Reading) -> tuple[Catalogue | None, tuple[EntryChange, ...]]:
    """What changed from the catalogue before to the one in force; nothing where there is no earlier one."""
    catalogues = view.all(Catalogue)
    if len(catalogues) < len(("before", "now")):
        return None, ()
    before, now = catalogues[-2:]
    return before, changes(*(view.all(Technique, catalogue=each.id) for each in (before, now)))


def answered(answers: Answers, code: str, name: str, value: object) -> Answers:
    """The answers with one more. name: "hold", "tier", "pain_based" or "loads"."""
    name = {"hold": "holds", "tier": "tiers"}.get(name, name)
    return replace(answers, **{name: {**getattr(answers, name), code: value}})
