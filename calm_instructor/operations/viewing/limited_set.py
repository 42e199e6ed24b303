"""The limited set of a course as its step shows it: what it teaches of the TNA's choice and why, what it leaves out, what
agreeing would ask, and whether a newer revision of the TNA waits (R2 to R8, R46)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from calm_instructor.domain.course import Course, CourseState, CourseTechnique, Instructor, derived_tier
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.generic import coaching_points_objections
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.limited_set import taught_codes
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.messages import sentence
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course_set as words
from calm_instructor.messages.window import picker as picker_words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.limiting import asked_of_set, set_as_chosen, set_of
from calm_instructor.operations.taking_on import as_moved, asked_of_moving, newest_revision
from calm_instructor.operations.viewing.limited_set_lines import against, lines
from calm_instructor.operations.viewing.limited_set_rows import offered, taken
from calm_instructor.operations.viewing.picking import Picking, Taken
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Newer:
    """A newer revision of the TNA: its number, what it would change, and whether nothing but reasons is in its way."""

    tna: TnaId
    title: str
    number: int
    told: str
    may_be_taken: bool


@dataclass(frozen=True, kw_only=True)
class LimitedSet:
    """The set as agreed, or as the course would have it; none of a course of theory.

    ``agreed`` and ``frozen``: since when, in words; empty while it isn't.
    ``is_whole``: it teaches all that the TNA has chosen, in its order; ``reasons``: why each is in the set, by code;
    ``asked``: what agreeing would ask; ``tier``: of the set, where the course is planned as another (R46).
    """

    course: CourseId
    tna: TnaId
    tna_title: str
    told: str
    is_open: bool
    agreed: str
    frozen: str
    has_choice: bool
    is_whole: bool
    picking: Picking
    reasons: Mapping[str, str]
    asked: tuple[Objection, ...]
    tier: Tier | None
    newer: Newer | None

    @property
    def rows(self) -> tuple[Taken, ...]:
        """What is in the set, in teaching order."""
        return self.picking.taken

    @property
    def may_be_agreed(self) -> bool:
        """Whether nothing is in the way, but for reasons."""
        return self.is_open and not self.agreed and not any(each.blocks for each in self.asked)


def limited_set(view: Reading, course_id: CourseId, now: datetime) -> LimitedSet:
    """The set of a course at this moment."""
    course = view.get(Course, course_id)
    analysis, techniques = analysis_of(view, course.tna), catalogue_in_force(view)
    catalogues, numbers = view.all(Catalogue), numbers_of(view)
    rows = set_of(view, course_id)
    physical = is_physical(course.kind)
    if course.set_agreed_at is None and catalogues and physical:
        rows = set_as_chosen(course, analysis, techniques, catalogues[-1])
    may_move = course.closed_at is None and course.state is not CourseState.CANCELLED
    is_open = may_move and physical
    asked = _asked(view, course, rows, now) if course.set_agreed_at is None and is_open else ()
    tier = derived_tier(rows)
    newer = _newer(view, course, rows, now) if may_move else None
    return LimitedSet(
        course=course_id,
        tna=course.tna,
        tna_title=analysis.tna.title,
        told=_told(view, course, analysis, rows, tier, is_open=is_open) if physical else _(words.THEORY_ONLY),
        is_open=is_open,
        agreed=_agreed(view, course, analysis),
        frozen=_frozen(course),
        has_choice=bool(analysis.chosen) or not physical,
        is_whole=not course.not_taught and _in_order(analysis, course),
        picking=Picking(
            offered=offered(view, course, analysis, rows),
            taken=tuple(taken(each, analysis) for each in rows),
            lines=lines(view, course, analysis, rows, asked, superseded=newer is not None),
            against=against(view, course, analysis, rows),
            limit=numbers.techniques_warn_above,
            never=numbers.techniques_never_above,
            catalogue_words=_catalogue_words(catalogues, techniques),
            generic=any(each.generic for each in catalogues[-1:]),
            foot=_(words.ALWAYS),
            may_change=is_open,
        ),
        reasons={each.code: each.reason or each.hold_text for each in rows},
        asked=asked,
        tier=tier if tier is not course.type_tier and course.set_frozen_at is None else None,
        newer=newer,
    )


def _asked(view: Reading, course: Course, rows: Sequence[CourseTechnique], now: datetime) -> tuple[Objection, ...]:
    asked = (
        *asked_of_set(view, course, now.date()),
        *coaching_points_objections(course, view.all(Organisation)[0], rows),
    )
    return tuple({sentence(each): each for each in asked}.values())


def _in_order(analysis: NeedsAnalysis, course: Course) -> bool:
    return taught_codes(analysis, course) == tuple(each.technique for each in analysis.chosen)


def _newer(view: Reading, course: Course, rows: Sequence[CourseTechnique], now: datetime) -> Newer | None:
    own = analysis_of(view, course.tna).tna
    newest = newest_revision(view, own)
    if newest is None or newest.authorisation is None:
        return None
    later = analysis_of(view, newest.id)
    here, then = [each.code for each in rows], taught_codes(later, as_moved(course, later))
    stops = [each for each in asked_of_moving(view, course, newest.id, now.date()) if each.blocks]
    given = newest.authorisation
    told = _(words.NEWER).format(tna=newest.title, day=day(given.on), number=own.revision_no)
    change = words.would_change(
        [code for code in then if code not in here], [code for code in here if code not in then]
    )
    return Newer(
        tna=newest.id,
        title=newest.title,
        number=newest.revision_no,
        told=f"{told} {sentence(stops[0]) if stops else change}",
        may_be_taken=not stops,
    )


def _told(
    view: Reading,
    course: Course,
    analysis: NeedsAnalysis,
    rows: Sequence[CourseTechnique],
    tier: Tier | None,
    *,
    is_open: bool,
) -> str:
    """How the set stands, on what it rests, and its tier."""
    tna = analysis.tna
    whole = _(words.TO_AGREE if len(rows) == len(analysis.chosen) else words.PART_TO_AGREE)
    to_agree = whole.format(tna=tna.title, count=len(rows), all=len(analysis.chosen))
    if tna.authorisation is None:
        to_agree = _(words.NOT_AUTHORISED).format(tna=tna.title)
    stands = _frozen(course) or _agreed(view, course, analysis) or to_agree
    change = "" if is_open and not course.set_frozen_at else _(words.TO_CHANGE if is_open else words.STAYS)
    return " ".join(each for each in (stands, change, f"{label(tier)}." if tier is not None else "") if each)


def _frozen(course: Course) -> str:
    return _(words.FROZEN).format(moment=moment(course.set_frozen_at)) if course.set_frozen_at else ""


def _agreed(view: Reading, course: Course, analysis: NeedsAnalysis) -> str:
    if course.set_agreed_at is None:
        return ""
    who = view.find(Instructor, course.set_agreed_by) if course.set_agreed_by else None
    return _(words.AGREED).format(
        day=day(course.set_agreed_at.date()), who=who.name if who else "–", tna=analysis.tna.title
    )


def _catalogue_words(catalogues: Sequence[Catalogue], techniques: Mapping[str, Technique]) -> str:
    if not catalogues:
        return ""
    count = words.techniques(len(techniques))
    return _(picker_words.CATALOGUE_COUNT).format(techniques=count, version=catalogues[-1].version)
