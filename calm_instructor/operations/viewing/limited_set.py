"""The limited set of a course as its step shows it: what it holds and why, what is left out, what agreeing would ask (R2 to R8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from calm_instructor.domain.course import Course, CourseState, CourseTechnique, Instructor, derived_tier
from calm_instructor.domain.generic import coaching_points_objections
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.justification import agreeing_objections, uncovered
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Tna, TnaState
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.messages import sentence
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day, listed, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import techniques as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.limiting import set_as_chosen, set_of
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class InSet:
    """A technique of the set. ``risk``: its risks by number; ``met``: where and how often; ``why``: the reason in the TNA."""

    code: str
    name: str
    tier: Tier
    tier_words: str
    risk: str
    met: str
    why: str


@dataclass(frozen=True, kw_only=True)
class InCatalogue:
    """A technique of the catalogue. ``said``: that it is in the set, or why it is left out."""

    code: str
    name: str
    tier: Tier
    tier_words: str
    said: str
    in_set: bool


@dataclass(frozen=True, kw_only=True)
class AskedOfSet:
    """What agreeing would ask. ``blocks``: no reason gets past it."""

    sentence: str
    blocks: bool


@dataclass(frozen=True, kw_only=True)
class LimitedSet:
    """The set as agreed, or as the TNA would have it. ``agreed`` and ``frozen``: since when, in words; empty while it isn't.

    ``against``: what is new and what is gone since the last course at the same site, in a sentence;
    ``newer``: the revision that has replaced the TNA's.
    """

    course: CourseId
    tna: TnaId
    tna_title: str
    rests_on: str
    is_open: bool
    agreed: str
    frozen: str
    rows: tuple[InSet, ...]
    catalogue: tuple[InCatalogue, ...]
    catalogue_words: str
    generic: bool
    most: int
    uncovered: tuple[str, ...]
    asked: tuple[AskedOfSet, ...]
    tier_words: str
    against: str
    newer: Tna | None

    @property
    def may_be_agreed(self) -> bool:
        """Whether nothing is in the way, but for reasons."""
        return self.is_open and not self.agreed and not any(each.blocks for each in self.asked)


def limited_set(view: Reading, course_id: CourseId, now: datetime) -> LimitedSet:
    """The set of a course at this moment."""
    course = view.get(Course, course_id)
    analysis, techniques = analysis_of(view, course.tna), catalogue_in_force(view)
    catalogues = view.all(Catalogue)
    agreed = set_of(view, course_id)
    rows = agreed or (set_as_chosen(course, analysis, techniques, catalogues[-1]) if catalogues else ())
    numbers = numbers_of(view)
    lead = view.get(Instructor, course.lead)
    asked = (
        (
            *agreeing_objections(analysis, techniques, lead.name, now.date(), numbers, hold_names()),
            *coaching_points_objections(course, view.all(Organisation)[0], rows),
        )
        if course.set_agreed_at is None
        else ()
    )
    return LimitedSet(
        course=course_id,
        tna=course.tna,
        tna_title=analysis.tna.title,
        rests_on=_rests_on(analysis),
        is_open=course.closed_at is None and course.state is not CourseState.CANCELLED,
        agreed=_agreed(view, course),
        frozen=_(words.FROZEN).format(moment=moment(course.set_frozen_at)) if course.set_frozen_at else "",
        rows=tuple(_in_set(each, analysis) for each in rows),
        catalogue=_catalogue(tuple(techniques.values()), rows, analysis),
        catalogue_words=_catalogue_words(catalogues, len(techniques)),
        generic=any(each.generic for each in catalogues[-1:]),
        most=numbers.techniques_warn_above,
        uncovered=tuple(_uncovered(risk, tuple(techniques.values())) for risk in uncovered(analysis)),
        asked=tuple(AskedOfSet(sentence=sentence(each), blocks=each.blocks) for each in dict.fromkeys(asked)),
        tier_words=label(tier) if (tier := derived_tier(rows)) else "",
        against=_against(view, course, rows),
        newer=_newer(view, analysis.tna),
    )


def _newer(view: Reading, tna: Tna) -> Tna | None:
    return next((each for each in view.all(Tna, supersedes=tna.id) if each.state is TnaState.AUTHORISED), None)


def _against(view: Reading, course: Course, rows: Sequence[CourseTechnique]) -> str:
    before = [
        each
        for each in view.all(Course, site=course.site)
        if each.id != course.id and each.set_agreed_at is not None and each.starts_on <= course.starts_on
    ]
    if not before or not rows:
        return ""
    last = max(before, key=lambda each: (each.starts_on, each.ref))
    then, now = [each.code for each in set_of(view, last.id)], [each.code for each in rows]
    return words.against(
        last.ref,
        added=[code for code in now if code not in then],
        left_out=[code for code in then if code not in now],
        kept=sum(1 for code in now if code in then),
    )


def _rests_on(analysis: NeedsAnalysis) -> str:
    given = analysis.tna.authorisation
    if given is None:
        return _(words.NOT_AUTHORISED).format(tna=analysis.tna.title)
    return _(words.RESTS_ON).format(tna=analysis.tna.title, name=given.name, day=day(given.on))


def _agreed(view: Reading, course: Course) -> str:
    if course.set_agreed_at is None:
        return ""
    who = view.find(Instructor, course.set_agreed_by) if course.set_agreed_by else None
    return _(words.AGREED).format(day=day(course.set_agreed_at.date()), who=who.name if who else "–")


def _catalogue_words(catalogues: Sequence[Catalogue], count: int) -> str:
    return (
        _(words.CATALOGUE_COUNT).format(techniques=words.techniques(count), version=catalogues[-1].version)
        if catalogues
        else ""
    )


def _in_set(each: CourseTechnique, analysis: NeedsAnalysis) -> InSet:
    risks = [risk for risk in analysis.risks if risk.id in each.risks]
    numbers = ", ".join(str(risk.number) for risk in risks)
    return InSet(
        code=each.code,
        name=each.name,
        tier=each.tier,
        tier_words=label(each.tier),
        risk=_(words.RISK).format(numbers=numbers) if numbers else _(words.NO_RISK),
        why=each.reason or each.hold_text,
        met="; ".join(words.met(risk.situation or risk.hold_name, risk.incidents) for risk in risks),
    )


def _catalogue(
    techniques: Sequence[Technique], rows: Sequence[CourseTechnique], analysis: NeedsAnalysis
) -> tuple[InCatalogue, ...]:
    in_set = {each.code for each in rows}
    reasons = {each.technique: each.left_out_reason for each in analysis.left_out}
    shown: list[InCatalogue] = []
    for each in sorted(techniques, key=lambda technique: technique.position):
        is_in = each.code in in_set
        shown.append(
            InCatalogue(
                code=each.code,
                name=each.name,
                tier=each.tier,
                tier_words=label(each.tier),
                said=_(words.IN_SET) if is_in else reasons.get(each.code) or _(words.NOT_SAID),
                in_set=is_in,
            )
        )
    return tuple(shown)


def _uncovered(risk: Risk, techniques: Sequence[Technique]) -> str:
    said = _(words.UNCOVERED).format(number=risk.number, hold=risk.hold_name)
    would = [each.code for each in techniques if risk.hold in each.holds and each.withdrawn_on is None]
    return f"{said} {_(words.WOULD_MEET).format(codes=listed(would))}" if would else said
