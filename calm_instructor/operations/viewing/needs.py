"""Training needs analyses as pages show them: the list, and one of them as a walk of questions with what each still owes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.anonymity import Known
from calm_instructor.domain.carried import Looked, looked_where, still_carried
from calm_instructor.domain.course import Override
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import InstructorId, TnaId
from calm_instructor.domain.justification import need_objections, uncovered, valid_until
from calm_instructor.domain.narrative import nobody
from calm_instructor.domain.needs import (
    NeedsAnalysis,
    Risk,
    Selection,
    Tna,
    TnaState,
)
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Technique, lower_ways
from calm_instructor.messages import sentence
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as own
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.authorising import objections_to_authorising
from calm_instructor.operations.proposing import next_tna_ref
from calm_instructor.operations.revising import revision_begun
from calm_instructor.operations.viewing.audit import AuditView, HoldRow, audit_view, hold_rows
from calm_instructor.operations.viewing.authorising import resting_on
from calm_instructor.operations.viewing.beginning import Beginning, beginnings
from calm_instructor.operations.viewing.tnas_waiting import SOON
from calm_instructor.store.reading import Reading

QUESTION_OF = {
    "R9": "audit",
    "R36": "groups",
    "R6": "risks",
    "R38": "techniques",
    "R40": "need",
    "R3": "techniques",
    "R4": "techniques",
    "R24": "techniques",
    "R39": "techniques",
    "R45": "techniques",
    "R43": "authorise",
}
"""The question in which what a rule asks is answered."""

_ELSEWHERE = {
    "R6.uncovered": "techniques",
    "R6.over_taught": "techniques",
    "R38.proposed_ended": "risks",
    "R38.never_counted": "risks",
}

# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class TnaLine:
    """One revision in the list.

    ``need``: the answer in words, ``result``: that a "no" is one (R40); ``expired``: no new set may rest on it any more (R8).
    """

    tna: TnaId
    ref: str
    revision: str
    service: str
    lamp: Lamp
    state: str
    need: str
    risks: int
    techniques: int
    result: str
    authorised_by: str
    authorised_on: str
    review_due: str
    expired: bool


@dataclass(frozen=True, kw_only=True)
class TnaList:
    """The list by service, the newest revision first. ``may_begin``: whether organisation and instructor are there."""

    lines: tuple[TnaLine, ...]
    may_begin: bool
    next_ref: str
    services: tuple[str, ...]
    beginnings: tuple[Beginning, ...] = ()


def tnas(view: Reading, now: datetime, who: InstructorId | None) -> TnaList:
    """Every TNA with where it stands at this moment."""
    organisation = next(iter(view.all(Organisation)), None)
    found = sorted(view.all(Tna), key=lambda tna: (tna.service.casefold(), tna.ref, -tna.revision_no))
    risks, selections = view.all(Risk), view.all(Selection)
    numbers = organisation.numbers if organisation else Numbers()
    next_ref = next_tna_ref(view, who, now.date())
    return TnaList(
        lines=tuple(_line(tna, risks, selections, numbers, now.date()) for tna in found),
        may_begin=organisation is not None and bool(next_ref),
        next_ref=next_ref,
        services=tuple(dict.fromkeys(tna.service for tna in found)),
        beginnings=beginnings(view, numbers, now.date()),
    )


def _line(tna: Tna, risks: Sequence[Risk], chosen: Sequence[Selection], numbers: Numbers, today: date) -> TnaLine:
    until = valid_until(tna, numbers) if tna.state is TnaState.AUTHORISED else None
    lamp, state = _state(tna, until, today)
    given = tna.authorisation
    return TnaLine(
        tna=tna.id,
        ref=tna.ref,
        revision=_(words.REVISION).format(number=tna.revision_no),
        service=tna.service,
        lamp=lamp,
        state=state,
        need=need_in_words(tna),
        result=_(own.A_RESULT) if tna.need is False else "",
        risks=sum(1 for each in risks if each.tna == tna.id and each.current),
        techniques=sum(1 for each in chosen if each.tna == tna.id and each.chosen),
        authorised_by=given.name if given else "",
        authorised_on=day(given.on) if given else "",
        review_due=day(until) if until else "",
        expired=until is not None and until < today,
    )


def _state(tna: Tna, until: date | None, today: date) -> tuple[Lamp, str]:
    if until is not None and until < today:
        return Lamp.STOP, _(words.EXPIRED).format(day=day(until))
    if until is not None and until - SOON <= today:
        return Lamp.WARN, _(words.DUE_SOON).format(day=day(until))
    lamp = {TnaState.DRAFT: Lamp.TODO, TnaState.AUTHORISED: Lamp.OK, TnaState.SUPERSEDED: Lamp.INFO}[tna.state]
    return lamp, label(tna.state)


def need_in_words(tna: Tna) -> str:
    """R40: yes, no, or not answered yet."""
    return _({True: words.NEEDED, False: words.NOT_NEEDED, None: words.NOT_ANSWERED}[tna.need])


# ── the walk ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of the walk: how it stands, in a lamp with words."""

    name: str
    lamp: Lamp
    words: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What authorising would ask: the sentence, where it is answered, and whether a reason gets past it."""

    code: str
    question: str
    sentence: str
    blocks: bool

    @property
    def is_to_do(self) -> bool:
        """Whether it was only not looked at yet (R8), rather than wrong."""
        return self.code in {"R8.text_carried", "R8.still_carried", "R8.counts_carried"}


@dataclass(frozen=True, kw_only=True)
class TechniqueRow:
    """A technique of the catalogue as this TNA sees it. ``risks``: current ones whose hold it addresses."""

    technique: Technique
    risks: tuple[Risk, ...]
    selection: Selection | None
    lower: tuple[str, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether it is in the set."""
        return self.selection is not None and self.selection.chosen

    @property
    def is_left_out(self) -> bool:
        """Whether it was left out with a reason."""
        return self.selection is not None and not self.selection.chosen and bool(self.selection.left_out_reason)


@dataclass(frozen=True, kw_only=True)
class TnaWalk:
    """One revision with everything its questions show.

    ``overrides``: warnings that its authorisation went past, with their reasons (R51);
    ``next_revision``: the draft that is to replace it; ``replaces``: the number of the one before;
    ``carried``: keys of what came over and is still to be looked at (R8);
    ``resting``: courses not over that were planned on it, or of a draft on the revision it replaces.
    """

    analysis: NeedsAnalysis
    numbers: Numbers
    questions: tuple[Question, ...]
    asked: tuple[Asked, ...]
    counts: AuditView
    holds: tuple[HoldRow, ...]
    other_holds: tuple[tuple[str, str], ...]
    techniques: tuple[TechniqueRow, ...]
    uncovered: tuple[Risk, ...]
    until: date | None
    expired: bool
    replaces: Tna | None
    next_revision: Tna | None
    names_persons: tuple[str, ...]
    overrides: tuple[Override, ...]
    carried: tuple[str, ...] = ()
    resting: tuple[str, ...] = ()

    @property
    def tna(self) -> Tna:
        """The TNA itself."""
        return self.analysis.tna

    @property
    def nobody(self) -> Known:
        """R10: what in its texts names nobody."""
        return nobody(self.tna)

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.tna.state is TnaState.DRAFT

    @property
    def in_the_way(self) -> int:
        """How many matters keep it from being authorised, but for what is confirmed with the signature."""
        return sum(1 for each in self.asked if each.blocks and each.code != "R3.not_confirmed")

    @property
    def proposed(self) -> tuple[str, ...]:
        """Chosen techniques whose words are proposed and wait to be confirmed (R3)."""
        return tuple(each.technique for each in self.analysis.chosen if each.proposed)


def tna_walk(view: Reading, tna: TnaId, now: datetime) -> TnaWalk:
    """A TNA as its walk shows it at this moment."""
    analysis, catalogue = analysis_of(view, tna), catalogue_in_force(view)
    numbers = next(iter(view.all(Organisation))).numbers
    asked = objections_to_authorising(view, tna, now.date()) if analysis.tna.state is TnaState.DRAFT else ()
    until = valid_until(analysis.tna, numbers)
    order = list(words.QUESTIONS)
    said = dict.fromkeys(_asked(each) for each in asked)
    questions = tuple(sorted(said, key=lambda each: (not each.blocks, order.index(each.question))))
    counted = {risk.hold for risk in analysis.risks} | set(analysis.tna.audit.holds())
    return TnaWalk(
        analysis=analysis,
        numbers=numbers,
        questions=tuple(_question(name, analysis, questions) for name in words.QUESTIONS),
        carried=still_carried(analysis) if analysis.tna.state is TnaState.DRAFT else (),
        asked=questions,
        counts=audit_view(view, analysis, numbers, now.date()),
        holds=tuple(hold_rows(view, analysis, numbers, now.date())),
        other_holds=tuple((hold, name) for hold, name in hold_names().items() if hold not in counted),
        techniques=tuple(_technique_rows(analysis, tuple(catalogue.values()))),
        uncovered=uncovered(analysis) if analysis.tna.need is not False else (),
        until=until,
        expired=analysis.tna.state is TnaState.AUTHORISED and until is not None and until < now.date(),
        replaces=view.find(Tna, analysis.tna.supersedes) if analysis.tna.supersedes else None,
        resting=_resting(view, analysis.tna),
        next_revision=_next_revision(view, analysis.tna),
        overrides=view.all(Override, tna=tna),
        names_persons=tuple(sentence(each) for each in asked if each.rule == "R10"),
    )


def _resting(view: Reading, tna: Tna) -> tuple[str, ...]:
    on = tna.supersedes if tna.state is TnaState.DRAFT else tna.id
    return resting_on(view, on) if on is not None else ()


def _next_revision(view: Reading, tna: Tna) -> Tna | None:
    newer = [each for each in view.all(Tna, supersedes=tna.id) if each.state is not TnaState.DRAFT]
    return revision_begun(view, tna.id) or next(iter(newer), None)


def _asked(objection: Objection) -> Asked:
    question = _ELSEWHERE.get(objection.code) or QUESTION_OF.get(objection.rule, "authorise")
    where = objection.facts.get("where")
    if isinstance(where, Looked):
        question = where.value
    return Asked(code=objection.code, question=question, sentence=sentence(objection), blocks=objection.blocks)


def _question(name: str, analysis: NeedsAnalysis, asked: Sequence[Asked]) -> Question:
    """How a question stands: what is in the way first, then what wants a reason, then what is empty."""
    tna = analysis.tna
    if tna.state is not TnaState.DRAFT:
        return Question(name=name, lamp=Lamp.OK, words=_(words.ANSWERED))
    if name == "authorise":
        return Question(name=name, lamp=Lamp.TODO, words="")
    here = [each for each in asked if each.question == name and each.code != "R3.not_confirmed"]
    if name == "techniques" and tna.need is False and not analysis.chosen:
        return Question(name=name, lamp=Lamp.OK, words=_(words.NOT_ASKED))
    blocked = any(each.blocks for each in here)
    if not blocked and not here and _is_empty(name, analysis):
        return Question(name=name, lamp=Lamp.TODO, words=_(words.EMPTY))  # authorising doesn't ask for it
    if blocked or _is_empty(name, analysis):
        carried = sum(1 for key in still_carried(analysis) if looked_where(key).value == name)
        count = len(here) + max(0, carried - 1)
        return Question(name=name, lamp=Lamp.TODO, words=_(words.OPEN_QUESTION).format(count=max(1, count)))
    if here:
        return Question(name=name, lamp=Lamp.WARN, words=_(words.TO_LOOK_AT))
    return Question(name=name, lamp=Lamp.OK, words=_(words.ANSWERED))


def _is_empty(name: str, analysis: NeedsAnalysis) -> bool:
    tna = analysis.tna
    return {
        "service": not tna.service.strip() or not tna.setting.strip(),
        "audit": tna.audit.from_day is None and not tna.audit.counts,
        "factors": not tna.factors,
        "groups": not tna.staff_groups,
        "risks": not analysis.risks and not tna.not_carried and tna.need is not False,
        "prevention": not (tna.primary_prevention and tna.secondary_prevention and tna.recovery),
        "need": any(need_objections(analysis)),
        "techniques": not analysis.chosen,
    }[name]


# ── techniques ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _technique_rows(analysis: NeedsAnalysis, catalogue: tuple[Technique, ...]) -> Iterator[TechniqueRow]:
    said = {each.technique: each for each in analysis.selections}
    for technique in sorted(catalogue, key=lambda each: each.position):
        selection = said.get(technique.code)
        fitting = tuple(risk for risk in analysis.current_risks if risk.hold in technique.holds)
        meant = analysis.risks_of(selection) if selection and selection.chosen else fitting
        holds = frozenset(risk.hold for risk in meant if risk.current)
        lower = lower_ways(technique, catalogue, holds) if holds else ()
        if technique.withdrawn_on is None or selection is not None:
            yield TechniqueRow(
                technique=technique, risks=fitting, selection=selection, lower=tuple(each.code for each in lower)
            )
