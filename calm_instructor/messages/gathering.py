"""The words that a paper's facts carry already: kind and tier of a course, trends, reasons, remarks, sources, file names.

The words of the papers themselves stand in ``papers``.
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import CourseKind, VenueCheck
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.needs import Authorisation, Manner, Tna
from calm_instructor.domain.people import CoreTheory, Person, Status
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.labels import CORE_BEHAVIOURS, label
from calm_instructor.messages.showing import day, listed, moment
from calm_instructor.messages.translating import _, mark, ngettext

_KINDS = {
    CourseKind.INITIAL: mark("Initial course"),
    CourseKind.REFRESHER: mark("Refresher course"),
    CourseKind.PART_OF_PI: mark("Part of CALM Physical Intervention"),
    CourseKind.LONE_WORKING: mark("Personal safety and lone working"),
    CourseKind.CORE_THEORY: mark("Core Theory course"),
    CourseKind.INSTRUCTOR_PROGRAMME: mark("Instructor Programme"),
}

_CURRICULA = {
    Tier.LOW: mark("low-risk curriculum"),
    Tier.MEDIUM: mark("medium-risk curriculum"),
    Tier.HIGH: mark("high-risk curriculum"),
}

_NUMBERS = (
    mark("no"),
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
)


def course_kind(kind: CourseKind) -> str:
    """As in "Initial course"."""
    return _(_KINDS[kind])


def curriculum(tier: Tier) -> str:
    """As in "medium-risk curriculum"."""
    return _(_CURRICULA[tier])


def paper_title(kind: DocumentKind, number: str) -> str:
    """Kind and number: "Individual record S-2217-26-014-1/06"."""
    return _("{paper} {number}").format(paper=label(kind), number=number)


def of_revision(revision: int) -> str:
    """How the name of a file tells its revision: "r2"."""
    return _("r{revision}").format(revision=revision)


def of_reprint(number: int) -> str:
    """How the name of a file tells a reprint."""
    return _("reprint {number}").format(number=number)


def in_line(member: StrEnum) -> str:
    """A label inside a line of text: "medium", not "Medium"."""
    text = label(member)
    return text[:1].lower() + text[1:]


def as_sentence(text: str) -> str:
    """A few words as a sentence: "Time ran out."."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def instructor() -> str:
    """The role of an instructor who signs and did not lead."""
    return _("Instructor")


def in_words(count: int) -> str:
    """A small number in words, a larger one in figures."""
    return _(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)


# ── TNA ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def trend(direction: int) -> str:
    """A trend in a word: below 0 falling, 0 level, above 0 rising."""
    if direction < 0:
        return _("falling")
    return _("rising") if direction else _("level")


def sources(tna: Tna) -> tuple[str, ...]:
    """What a TNA rests on, one text each, and how its authorisation is known (R43)."""
    audit = tna.audit
    compared = _("behavioural audit {ref} (compared with {earlier})").format(ref=audit.ref, earlier=audit.compared_with)
    texts = (
        _named(_("risk assessment {ref}"), tna.risk_assessment_ref),
        compared if audit.compared_with else _named(_("behavioural audit {ref}"), audit.ref),
        audit.source,
        _named(_("restraint-reduction plan {ref}"), tna.plan_ref),
        _named(_("life support: {ref}"), tna.life_support),
        _authorised(tna.authorisation) if tna.authorisation else "",
    )
    first, *others = [text.rstrip(".") for text in texts if text] or [""]
    return tuple(text for text in (first[:1].upper() + first[1:], *others) if text)


def _named(template: str, ref: str) -> str:
    return template.format(ref=ref) if ref.strip() else ""


def _authorised(given: Authorisation) -> str:
    if given.manner is Manner.SCREEN:
        return _("authorised on screen, {day}").format(day=day(given.on))
    signed = _("authorised in ink, {day}; the copy is held at {place}, seen by {name}")
    return signed.format(day=day(given.on), place=given.held_at, name=given.seen_by)


# ── course plan ─────────────────────────────────────────────────────────────────────────────────────────────────────


def groups(people: int, instructors: int) -> str:
    """R47: how the people divide: "two groups of six, one instructor with each"; "" for nobody."""
    count = min(people, instructors)
    if not count:
        return ""
    if count == 1:
        return _("one group of {size}, the instructor with it").format(size=in_words(people))
    small, rest = divmod(people, count)
    size = _("{size} or {next}").format(size=in_words(small), next=in_words(small + 1)) if rest else in_words(small)
    return _("{count} groups of {size}, one instructor with each").format(count=in_words(count), size=size)


def venue_checks(venue: VenueCheck, square_metres: int) -> tuple[str, ...]:
    """What is looked at in the venue before the start; ``square_metres``: how much space the people need."""
    seen = {
        _("Floor covering sound"): venue.floor,
        _space(venue, square_metres): venue.furniture_cleared,
        _("Ventilation"): venue.ventilation,
        _("Drinking water"): venue.water,
        _("First-aid kit"): venue.first_aid_kit,
        _("First aider on site"): venue.first_aider,
        _("Emergency plan"): venue.emergency_plan,
        _("Phone signal"): venue.phone_signal,
    }
    lacking = _("{what} (not so when last looked at)")
    return tuple(lacking.format(what=what) if answer is False else what for what, answer in seen.items())


def _space(venue: VenueCheck, needed: int) -> str:
    if venue.square_metres is None:
        return _("Space at least {needed} m², cleared").format(needed=needed)
    if venue.square_metres < needed:
        return _("Space {space} m² of {needed} m², cleared").format(space=venue.square_metres, needed=needed)
    return _("Space {space} m², cleared").format(space=venue.square_metres)


def half_day(hour: int) -> str:
    """What a part of the day is called, by the hour it starts."""
    if hour < 12:
        return _("Morning")
    return _("Afternoon") if hour < 17 else _("Evening")


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def employer(person: Person) -> str:
    """R53: employer and status of somebody who is not own staff; "" for own staff."""
    if person.status is Status.OWN:
        return ""
    return ", ".join(text for text in (person.employer, in_line(person.status)) if text)


def evidence(theory: CoreTheory | None) -> str:
    """R1: the evidence of Core Theory as seen: "certificate (CT-8812), seen by E. Prydderch-Hughes, 2 Oct 2026"."""
    if theory is None:
        return _("no date on record")
    if not theory.is_seen or theory.seen_on is None:
        return _("evidence not seen")
    if not theory.evidence_ref:
        return _("{kind}, seen by {name}, {day}").format(
            kind=theory.evidence_kind, name=theory.seen_by, day=day(theory.seen_on)
        )
    seen = _("{kind} ({ref}), seen by {name}, {day}")
    return seen.format(kind=theory.evidence_kind, ref=theory.evidence_ref, name=theory.seen_by, day=day(theory.seen_on))


def no_coaching_points() -> str:
    """In place of the reference that R25 asks for, where none is on record."""
    return _("not on record")


# ── outcomes and attempts ───────────────────────────────────────────────────────────────────────────────────────────


def core_behaviours() -> str:
    """What stands in place of a technique's code."""
    return _(CORE_BEHAVIOURS)


def core_behaviours_as_title() -> str:
    """The same where it stands by itself."""
    return _("Core behaviours")


def why_competent(techniques: int) -> str:
    """R20: what a full set rests on."""
    counted = ngettext("The {count} technique", "All {count} techniques", techniques).format(count=in_words(techniques))
    return _("{techniques}, core behaviours, knowledge, attendance, Core Theory and fitness for the day").format(
        techniques=counted
    )


_WHY_NOT = {
    "R20.knowledge_not_met": mark("Knowledge check not met"),
    "R20.knowledge_not_asked": mark("Knowledge check not done"),
    "R20.no_set": mark("No set of techniques agreed"),
    "R16.minutes_missing": mark("{missed} minutes missed"),
    "R15.not_cleared": mark("Not cleared on {day}"),
}


_MOST_BLOCKS_BY_TITLE = 2


def why_not(reasons: Sequence[Objection]) -> str:
    """R20: in a few words why an outcome gives less than the full set, or no authority."""
    parts = [
        _cells(_("Not yet competent: {cells}"), reasons, "R20.not_yet"),
        _cells(_("Not assessed: {cells}"), reasons, "R20.not_assessed"),
    ]
    missed = list(dict.fromkeys(str(r.facts["block"]) for r in reasons if r.code == "R41.missed_block"))
    if missed:
        parts.append(_missed(missed))
    for reason in reasons:
        if reason.code in _WHY_NOT:
            facts = {name: day(fact) if isinstance(fact, date) else fact for name, fact in reason.facts.items()}
            parts.append(_(_WHY_NOT[reason.code]).format(**facts))
        elif reason.rule == "R1":
            parts.append(_("Core Theory not on record as it must be"))
    return ". ".join(dict.fromkeys(part for part in parts if part))


def _missed(blocks: Sequence[str]) -> str:
    """One or two blocks by their titles; more of them by their number."""
    if len(blocks) > _MOST_BLOCKS_BY_TITLE:
        return _("{count} parts missed that everyone must attend").format(count=len(blocks))
    return _("Missed: {blocks}").format(blocks="; ".join(blocks))


def _cells(template: str, reasons: Sequence[Objection], code: str) -> str:
    cells = [str(reason.facts["technique"]) or core_behaviours() for reason in reasons if reason.code == code]
    return template.format(cells=listed(cells)) if cells else ""


def corrected(outcome: Outcome, name: str, at: datetime, reason: str) -> str:
    """R18: the remark beside an entry that was corrected."""
    return _("(corrected to {outcome} by {name}, {moment}: {reason})").format(
        outcome=in_line(outcome), name=name, moment=moment(at), reason=reason
    )


def taken_back() -> str:
    """R18: the remark beside a mark that was taken back."""
    return _("(taken back; uses up no try)")


def from_paper(sheet_no: str) -> str:
    """Where an attempt was written down first."""
    return sheet_no or _("a paper sheet")


def injury_without_reference() -> str:
    """An injury in training whose accident book reference is not on record."""
    return _("recorded, no accident book reference")


_BESIDE = {Part.THEORY: mark("theory part only"), Part.OBSERVER: mark("observer")}


def beside_the_mat(part: Part) -> str:
    """As what somebody comes who isn’t on the mat; "" for who is."""
    return _(_BESIDE[part]) if part in _BESIDE else ""
