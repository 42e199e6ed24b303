"""Each technique of a course's two lists: of the catalogue what the TNA and the course say, of the set what it is for."""

from collections.abc import Sequence

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.justification import uncovered
from calm_instructor.domain.limited_set import as_taught, choosable
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.technique import Technique
from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course_set as words
from calm_instructor.operations.analysing import catalogue_in_force
from calm_instructor.operations.limiting import ever_in_set
from calm_instructor.operations.viewing.picking import Offered, Standing, Taken
from calm_instructor.store.reading import Reading


def taken(row: CourseTechnique, analysis: NeedsAnalysis) -> Taken:
    """A technique of the set, with its risks, where they are met and how often."""
    risks = [each for each in analysis.risks if each.id in row.risks]
    where = "; ".join(each.situation or each.hold_name for each in risks)
    times = sum(each.incidents for each in risks)
    met = words.met(words.risk([each.number for each in risks]), where, times) if risks else _(words.NO_CURRENT_RISK)
    return Taken(code=row.code, name=row.name, tier=row.tier, met=met)


def offered(
    view: Reading, course: Course, analysis: NeedsAnalysis, rows: Sequence[CourseTechnique]
) -> tuple[Offered, ...]:
    """The catalogue in force, each technique as this course sees it."""
    catalogue = catalogue_in_force(view)
    meets = choosable(analysis, catalogue)
    chosen = {each.technique: each for each in analysis.chosen}
    bare = {risk.id for risk in uncovered(as_taught(analysis, course))}
    in_set = {each.code for each in rows}
    said = {**_left_out_in_tna(analysis), **_left_out_here(view, course)}
    found: list[Offered] = []
    for each in sorted(catalogue.values(), key=lambda technique: technique.position):
        standing = _standing(each, in_set, said, meets)
        may_add = each.code in chosen and each.code not in in_set and each.withdrawn_on is None
        found.append(
            Offered(
                code=each.code,
                name=each.name,
                family=each.family,
                tier=each.tier,
                hold=each.hold_text,
                standing=standing,
                said=_said(each, standing, said.get(each.code, "")),
                may_add=may_add,
                wanted=may_add and bool(bare & set(chosen[each.code].risks)),
                reasoned=standing is not Standing.MEETS,
            )
        )
    return tuple(found)


def _left_out_in_tna(analysis: NeedsAnalysis) -> dict[str, str]:
    given = {each.technique: each.left_out_reason.strip() for each in analysis.left_out}
    return {code: _(words.LEFT_OUT_IN_TNA).format(reason=reason) for code, reason in given.items() if reason}


def _left_out_here(view: Reading, course: Course) -> dict[str, str]:
    here = {each.technique: _(words.LEFT_OUT_HERE).format(reason=each.reason) for each in course.not_taught}
    for row in ever_in_set(view, course.id):
        if row.taken_out_at is not None:
            told = _(words.TAKEN_OUT).format(moment=moment(row.taken_out_at), reason=row.taken_out_reason)
            here[row.code] = told
    return here


def _standing(each: Technique, in_set: set[str], said: dict[str, str], meets: frozenset[str]) -> Standing:
    if each.code in in_set:
        return Standing.IN_SET
    if each.withdrawn_on is not None:
        return Standing.WITHDRAWN
    if each.code in said:
        return Standing.LEFT_OUT
    return Standing.MEETS if each.code in meets else Standing.NO_RISK


def _said(each: Technique, standing: Standing, reason: str) -> str:
    if standing is Standing.WITHDRAWN and each.withdrawn_on is not None:
        return _(words.WITHDRAWN).format(day=day(each.withdrawn_on))
    plain = {
        Standing.IN_SET: words.IN_SET,
        Standing.MEETS: words.NOT_CHOSEN,
        Standing.NO_RISK: words.NO_CURRENT_RISK,
    }
    return reason if standing is Standing.LEFT_OUT else _(plain[standing])
