"""What the program proposes for a TNA: numbers, groups, the lowest technique, words to begin with. Proposals only.

Everything proposed is a person's to take, change or leave; R3's two answers stay marked as proposed until the authoriser
confirms them. Writes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.ids import InstructorId, TnaId
from calm_instructor.domain.needs import NeedsAnalysis, NoteAnswer, Risk, Severity, Tna
from calm_instructor.domain.numbering import next_number
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import StaffGroup
from calm_instructor.domain.technique import Technique
from calm_instructor.exchange.reading import shipped
from calm_instructor.exchange.reading.example import LeftOutTexts, example
from calm_instructor.messages import demonstration
from calm_instructor.messages.showing import day as shown_day
from calm_instructor.operations.analysing import Choice
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Prevention:
    """Words to begin with for the four parts of the model."""

    primary: str
    secondary: str
    tertiary: str
    recovery: str


def next_tna_ref(view: Reading, instructor: InstructorId | None, today: date) -> str:
    """The next number of a TNA of this instructor and year; empty while nobody is at the desk."""
    who = view.find(Instructor, instructor) if instructor else None
    taken = [each.ref for each in view.all(Tna)]
    return next_number("TNA", who.number, today.year, taken) if who else ""


def new_tna(new_id: TnaId, ref: str, service: str, today: date) -> Tna:
    """A first draft: the service by name, and the staff groups as proposed (R36)."""
    return Tna(
        id=new_id,
        ref=ref,
        revision_no=1,
        service=service,
        drawn_up_on=today,
        staff_groups=proposed_groups(),
    )


def proposed_groups(people: Mapping[str, int] | None = None) -> tuple[StaffGroup, ...]:
    """R36: the groups of a service from chief executive to direct care. ``people``: how many of each, by its name."""
    counted = people or {}
    return tuple(replace(group, people=counted.get(group.name)) for group in shipped.staff_groups())


def proposed_severity(hold: str) -> Severity:
    """How bad a hold usually turns out; low where it is not known here."""
    return shipped.hold_severity(hold) if hold in shipped.holds() else Severity.LOW


def proposed_prevention() -> Prevention:
    """Words in general terms, for a service to put into its own."""
    texts = example().any_service
    return Prevention(
        primary=texts.primary_prevention,
        secondary=texts.secondary_prevention,
        tertiary=texts.tertiary_prevention,
        recovery=texts.recovery,
    )


def proposed_need_reason(analysis: NeedsAnalysis, need: bool, numbers: Numbers) -> str:
    """Why there is a need, or none, from what was counted and chosen."""
    if not need:
        return demonstration.no_need(numbers.incident_window_months)
    texts = example().any_service
    return texts.need_reason.format(holds=len(analysis.current_risks), techniques=len(analysis.chosen))


def proposed_ended_reason(risk: Risk, numbers: Numbers) -> str:
    """Why a risk has ended."""
    last = shown_day(risk.last_seen) if risk.last_seen else "–"
    return example().any_service.ended_reason.format(months=numbers.ended_after_months, last=last)


def lowest(hold: str, catalogue: Mapping[str, Technique]) -> Technique | None:
    """R39: the entry that addresses a hold at the lowest tier, with the fewest persons."""
    fitting = [t for t in catalogue.values() if hold in t.holds and t.withdrawn_on is None]
    return min(fitting, key=lambda t: (t.tier, t.persons, t.position), default=None)


def proposed_choice(technique: Technique, risks: Sequence[Risk]) -> Choice:
    """A technique for risks with R3's two answers as proposed, where there are words for the hold; else with none."""
    texts = next((example().holds[risk.hold] for risk in risks if risk.hold in example().holds), None)
    return Choice(
        technique=technique.code,
        risks=tuple(risk.id for risk in risks),
        tried_without_touch=texts.tried_without_touch if texts else "",
        why_this_one=texts.why_this_one if texts else "",
        proposed=texts is not None,
    )


def proposed_note_answer(technique: Technique) -> tuple[NoteAnswer, str] | None:
    """R45: an answer to a technique's elevated-risk note, to be looked at against the service's own factors."""
    answer = example().note_answers.get(technique.code)
    return (answer.answer, answer.text) if answer and technique.elevated_risk_note else None


def left_out_reasons(
    analysis: NeedsAnalysis, catalogue: Mapping[str, Technique], numbers: Numbers, texts: LeftOutTexts | None = None
) -> dict[str, str]:
    """Why each technique that is not chosen is left out, by code: not met, ended, answered already, or beyond the limit (R4)."""
    said = texts or example().left_out
    chosen = {each.technique for each in analysis.chosen}
    return {
        technique.code: _why_left_out(analysis, technique, numbers, said)
        for technique in catalogue.values()
        if technique.code not in chosen
    }


def _why_left_out(analysis: NeedsAnalysis, technique: Technique, numbers: Numbers, said: LeftOutTexts) -> str:
    risks = {risk.hold: risk for risk in analysis.risks}
    met = [risks[hold] for hold in technique.holds if hold in risks]
    if not met:
        return said.not_met.format(months=numbers.incident_window_months)
    standing = [risk for risk in met if risk.current]
    if not standing:
        risk = met[0]
        return said.ended.format(number=risk.number, last=shown_day(risk.last_seen) if risk.last_seen else "")
    answered = {each for selection in analysis.chosen for each in selection.risks}
    if all(risk.id in answered for risk in standing):
        return said.not_needed
    return said.beyond_limit.format(count=standing[0].incidents, limit=numbers.techniques_warn_above)
