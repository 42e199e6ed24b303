"""Sheets to print: ordinary ones and awkward ones. People, places and records are made up."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from calm_instructor.exchange.paper.before_facts import CourseNotice, DayPlanned, JoiningLetter
from calm_instructor.exchange.paper.blank_assessment import BlankAssessment, ToAssess
from calm_instructor.exchange.paper.blank_register import BlankRegister, Expected, HalfDay
from calm_instructor.exchange.paper.certificate import Certificate, CertifiedTechnique
from calm_instructor.exchange.paper.course_plan import Block, BlockType, CoursePlan, PlanDay
from calm_instructor.exchange.paper.facts import (
    Authority,
    Imprint,
    Instructor,
    Mark,
    Minutes,
    Need,
    NotAssessed,
    Outcome,
    Override,
    Reprint,
    Result,
    Signature,
    SignatureState,
    Technique,
)
from calm_instructor.exchange.paper.individual_record import (
    ActionPlan,
    Attempt,
    Criterion,
    IndividualRecord,
    KnowledgeCheck,
    KnowledgeItem,
    Seen,
    TechniqueResult,
)
from calm_instructor.exchange.paper.sign_off_sheet import SignOffRow, SignOffSheet
from calm_instructor.exchange.paper.tna_summary import (
    Chosen,
    Compared,
    HoldCounted,
    LeftOut,
    NoteAnswer,
    NoteAnswered,
    Part,
    Risk,
    StaffGroup,
    TnaSummary,
)

IMPRINT = Imprint(
    organisation="Glenmarrow Care Services",
    programme="CALM Escape Techniques",
    reference="ET-2217-26-011",
    sheet_number="S-2217-26-011",
    revision=2,
    record_id=UUID("0192ea10-44c2-7d0f-8a31-5be7709c1f28"),
    short_code="3HXB-9RDE-T26N",
    fingerprint="9f3c" * 16,
    printed_at=datetime(2026, 11, 22, 9, 41, tzinfo=UTC),
    program_version="1.0.0",
    generic=True,
)

REPRINT = Reprint(2, date(2026, 12, 3))
LONG = "Chukwuemeka Oluwadamilare Nwachukwu-Fitzgerald Ezenwa-Ohaeto"
UNBROKEN = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen"
ARABIC, CHINESE, HEBREW, HINDI = "محمد عبد الله الأحمد", "王小明", "שרה כהן", "प्रिया शर्मा"
NAMES = (
    "Siân Llŷr-Prydderch",
    "Màiri NicDhòmhnaill",
    "Łucja Wiśniewska-Grzędzińska",
    "Chidiebere Nwankwo",
    "Oluwaṣeun Adéyẹmí",
    LONG,
    "Hamish Reid",
    "Gwenllïan ap Gwŷn",
    "Ruairidh MacGill-Eain",
    "Agnieszka Świątek",
    "Ngozi Ọkọ́nkwọ",
    "Tomos Wyn Tŵr-Griffiths",
    ARABIC,
    CHINESE,
    "Suharto",
    HEBREW,
    HINDI,
    "Nguyễn Thị Hạnh",
    "Ó Súilleaḃáin",
    UNBROKEN,
    "Żaneta Źdźbło",
    "Ẹ́nítàn ụ̀kà",
    "Amina الحسن",
    "Zoe\u0301 O’Shea",
)

TECHNIQUES = tuple(
    Technique(*each)
    for each in (
        ("GEN-W1", "Single wrist, same side", "One hand on the wrist on the same side"),
        ("GEN-W2", "Single wrist, cross side", "One hand on the opposite wrist"),
        ("GEN-W3", "Single wrist, two hands", "Two hands on one wrist or forearm"),
        ("GEN-W4", "Both wrists", "Each wrist held"),
        ("GEN-W5", "Hand or finger", "Grip on hand or fingers"),
        ("GEN-W6", "Upper arm or sleeve", "Grip on upper arm from side or behind"),
        ("GEN-C1", "Clothing, sleeve or lower arm", "Hold on clothing at lower arm"),
        ("GEN-C2", "Clothing, chest, one hand", "Front clothing, one hand"),
        ("GEN-H1", "Hair, front, one hand", "Front hair hold"),
        ("GEN-W7", "Helping a colleague held by the wrist", "A colleague's wrist held"),
        ("GEN-S1", "Scratch or pinch, sustained", "Fingers fixed on skin"),
        ("GEN-P1", "Held while seated", "Wrist or clothing hold when seated or at a desk"),
    )
)

LEAD = Instructor("Elen Prydderch-Hughes", "CALM-ET-0417", date(2027, 3, 31))
ASSISTING = Instructor("Jean Macdonald", "CALM-ET-0388", date(2027, 6, 30), confirmed=False)
NEED = Need("TNA-2217-26-003", 2, date(2026, 9, 21), "Iain Mac a’ Ghobhainn", "Head of Service")
OVERRIDES = tuple(
    Override(rule, "The second instructor was called away at noon; the group practised in turns", LEAD.name, day, about)
    for rule, day, about in (("R12", date(2026, 11, 10), ""), ("R23", date(2026, 11, 11), "Hamish Reid"))
)
DRAWN = tuple(tuple((x * 3.0, 10.0 + (x * 7) % 13) for x in range(start, start + 9)) for start in (0, 10))
ON_SCREEN = Signature(
    "Siân Llŷr-Prydderch", state=SignatureState.SIGNED, at=datetime(2026, 11, 18, 16, 42, tzinfo=UTC), strokes=DRAWN
)
COMPETENT = Mark(Result.COMPETENT)


def staff_number(index: int) -> str:
    """The staff number of the person at ``index`` of NAMES."""
    return f"{10400 + index:06d}"


def sign_off_row(index: int, techniques: int) -> SignOffRow:
    """A row: most are competent, every fifth is not yet, every ninth did not complete."""
    marks, outcome = [COMPETENT] * techniques, Outcome.COMPETENT
    if index % 5 == 2:
        marks[0] = Mark(Result.COMPETENT, 2)
    if index % 5 == 4:
        marks[-1], outcome = Mark(Result.NOT_YET, 3), Outcome.NOT_YET_COMPETENT
    if index % 9 == 8:
        marks[-1] = Mark(Result.NOT_ASSESSED, why=tuple(NotAssessed)[index // 9 % 2])
        outcome = Outcome.NOT_COMPLETED
    name = NAMES[index % len(NAMES)]
    return SignOffRow(
        name=name,
        staff_number=staff_number(index),
        core_theory=date(2026, 9, 14),
        minutes_here=261 if index % 9 == 8 else 450,
        minutes_taught=450,
        cleared=index != 7,
        marks=tuple(marks),
        core=COMPETENT,
        knowledge=COMPETENT,
        outcome=outcome,
        valid_until=date(2027, 11, 18) if outcome is Outcome.COMPETENT else None,
        trainee=Signature(name),
        instructor=Signature(LEAD.name),
        limits="hair, seated only" if index == 3 else "",
        signs_elsewhere=outcome is Outcome.NOT_COMPLETED,
    )


def sign_off_sheet(people: int, techniques: int) -> SignOffSheet:
    """A course of so many people and techniques."""
    return SignOffSheet(
        imprint=IMPRINT,
        kind="Initial course",
        tier="medium-risk curriculum",
        days=(date(2026, 11, 10), date(2026, 11, 11)),
        venue="Burnside School, main hall",
        lead=LEAD,
        assisting=(ASSISTING,),
        need=NEED,
        theory=Minutes(150, 150),
        practice=Minutes(240, 250),
        assessment=Minutes(240, 240),
        practice_per_technique=Minutes(20, 21),
        injuries=1,
        techniques=TECHNIQUES[:techniques],
        rows=tuple(sign_off_row(index, techniques) for index in range(people)),
        lead_signature=Signature(LEAD.name),
        injury_reference="book 26/31",
    )


CRITERIA = tuple(
    Criterion(f"A{number}", text, mandatory=number < 12)
    for number, text in enumerate(
        (
            "Recognises the hold and chooses the right technique from the set without prompt",
            "Stance, balance and position are safe and non-threatening",
            "Keeps calm, respectful verbal contact with the person throughout",
            "Carries it out as in the organisation's coaching points, ref CP-3",
            "Release is achieved",
            "Uses the least force needed; nothing painful or aversive",
            "Keeps the person safe and their dignity intact; watches for distress",
            "Keeps own safety; works whatever the partner's size or strength",
            "Stops at once on the stop word or tap",
            "Moves clear, exits or summons help; stays protected straight after",
            "Afterwards checks the person and self, and says how it is reported",
            "Timed check: seconds to release",
        ),
        start=1,
    )
)
KNOWLEDGE = tuple(
    KnowledgeItem(f"K{number}", text, met=True)
    for number, text in enumerate(
        (
            "Explains lawful, necessary, proportionate and last resort",
            "Says when not to use a technique, and what the person's own plan asks for",
            "Names warning signs and what raises the risk",
            "Says how a use is recorded and reported",
            "Knows that authority is only for the techniques signed off",
        ),
        start=1,
    )
)


def _result(technique: Technique, index: int, outcome: Outcome) -> TechniqueResult:
    mark = Mark(Result.COMPETENT, 2) if index == 1 else COMPETENT
    if index == 2 and outcome is Outcome.NOT_YET_COMPETENT:
        mark = Mark(Result.NOT_YET, 3)
    if index > 2 and outcome is Outcome.NOT_COMPLETED:
        mark = Mark(Result.NOT_ASSESSED, why=NotAssessed.NOT_AVAILABLE)
    seen = mark.result is not Result.NOT_ASSESSED
    return TechniqueResult(
        technique=technique,
        mark=mark,
        day=date(2026, 11, 18) if seen else None,
        assessor=LEAD.name if seen else "",
        seen=(Seen.EACH_TICKED if index == 1 else Seen.AS_A_WHOLE) if seen else Seen.NOT_ASSESSED,
        met=tuple((mark.result is Result.COMPETENT or number > 1) if seen else None for number in range(11)),
        limit="seated only" if index == 3 else "",
    )


def individual_record(
    name: str, techniques: int, outcome: Outcome = Outcome.COMPETENT, more_attempts: int = 0
) -> IndividualRecord:
    """One person's record; ``more_attempts`` adds tries with feedback."""
    competent = outcome is Outcome.COMPETENT
    first = [
        Attempt(t.code, 1, Result.COMPETENT, datetime(2026, 11, 18, 14, 30 + i, tzinfo=UTC), LEAD.name)
        for i, t in enumerate(TECHNIQUES[:techniques])
    ]
    later = [
        Attempt(
            "GEN-W3",
            number % 3 + 1,
            Result.NOT_YET,
            datetime(2026, 11, 18, 15, number % 60, tzinfo=UTC),
            ASSISTING.name,
            not_met=("A1", "A9"),
            feedback="Needed a prompt and did not stop at the tap. Coached, then practised with two partners.",
            remark="Corrected by Jean Macdonald, 19 Nov 2026 08:10: wrong row." if number % 4 == 1 else "",
            entered_from="A-2217-26-011" if number % 5 == 1 else "",
        )
        for number in range(more_attempts)
    ]
    return IndividualRecord(
        imprint=replace(IMPRINT, sheet_number="S-2217-26-011/06"),
        name=name,
        staff_number="010427",
        role="Senior Support Worker",
        site="Ashgrove House",
        kind="Initial course",
        tier="low-risk curriculum",
        days=(date(2026, 11, 18),),
        outcome=outcome,
        why="All techniques, knowledge, attendance" if competent else "GEN-W3 not yet competent after three attempts",
        valid_until=date(2027, 11, 18) if competent else None,
        authority=Authority("Glenmarrow Care Services", ("Ashgrove House",), own_staff=False) if competent else None,
        results=tuple(_result(t, i, outcome) for i, t in enumerate(TECHNIQUES[:techniques])),
        core_behaviours=COMPETENT,
        criteria=CRITERIA,
        attempts=(*first, *later),
        knowledge=KnowledgeCheck(KNOWLEDGE, "spoken", datetime(2026, 11, 18, 16, 21, tzinfo=UTC), LEAD.name),
        core_theory=date(2026, 2, 2),
        core_theory_evidence="certificate seen by E. Prydderch-Hughes",
        minutes_here=470,
        minutes_taught=480,
        cleared=True,
        lead=LEAD,
        trainee=Signature(name),
        lead_signature=Signature(LEAD.name),
        manager=Signature("Marian Grant"),
        employer="Agency: Northern Relief Staffing",
        made_good=10,
        action_plan=None
        if competent
        else ActionPlan(
            "W3 without prompt", "two coached practices", ASSISTING.name, date(2026, 12, 2), "none is used"
        ),
        privacy_notice="PN-2026-1",
        need=NEED,
    )


def certificate(name: str, techniques: int) -> Certificate:
    """A certificate's facts; its imprint is GENERIC."""
    return Certificate(
        imprint=replace(IMPRINT, sheet_number="C-2217-26-0183"),
        name=name,
        staff_number="010418",
        role="Support Worker",
        site="Ashgrove House",
        kind="Initial course",
        tier="low-risk curriculum",
        assessed_on=date(2026, 11, 18),
        valid_until=date(2027, 11, 18),
        techniques=tuple(
            CertifiedTechnique(t, "seated only" if i == 3 else "") for i, t in enumerate(TECHNIQUES[:techniques])
        ),
        authority=Authority("Glenmarrow Care Services", ("Ashgrove House", "Burnside School")),
        need=NEED,
        lead=LEAD,
        lead_signature=Signature(LEAD.name),
        organisation_signature=Signature("Marian Grant", role="Registered Manager"),
    )


_HOLDS = ("Wrist held", "Fingers gripped", "Sleeve held", "Front hair hold", "Nails fixed", "Held from behind")


def _risk(number: int) -> Risk:
    chosen = (
        Chosen(TECHNIQUES[number % 12], "low", "Choice of carer and time", "Most frequent in this service"),
        Chosen(TECHNIQUES[0], "medium", "Choice of carer and time", "One for two hands", "two hands in 9 of 14"),
    )
    ended = date(2026, 9, 2) if number == 5 else None
    return Risk(number, _HOLDS[number % 6], "during personal care", 41 - number, "medium", chosen, ended, number == 4)


def tna_summary(risks: int, left_out: int, needed: bool = True) -> TnaSummary:
    """A TNA with so many risks; one ended, one proposed as ended, one hold not carried."""
    carried = [
        HoldCounted(_HOLDS[i % 6], tuple((i + m) % 4 for m in range(24)), (i + 1,), "falling") for i in range(risks)
    ]
    beside = HoldCounted("Leg or ankle", (0,) * 23 + (1,), (), "level", "met by moving the bed; one incident")
    unused = [Technique(f"GEN-X{i}", f"Technique left out {i}") for i in range(left_out)]
    return TnaSummary(
        imprint=replace(IMPRINT, reference="TNA-2217-26-003", sheet_number="T-2217-26-003"),
        service="Ashgrove House",
        setting="care home, 38 places",
        day=date(2026, 10, 1),
        review_due=date(2027, 10, 1),
        first_month=date(2024, 10, 1),
        last_month=date(2026, 9, 1),
        needed=needed,
        why="Holds continue after non-physical controls." if needed else "Every hold was met by moving away.",
        risks=tuple(_risk(i + 1) for i in range(risks)),
        holds=(*carried, beside),
        left_out=tuple(LeftOut(t, f"Not foreseeable, reason {i % 5}") for i, t in enumerate(unused)),
        notes=(NoteAnswered(TECHNIQUES[4], "check for arthritis", NoteAnswer.ACCEPTABLE, "plans name it"),),
        staff_groups=(
            StaffGroup("Support workers", 31, "Direct, daily", "Core Theory and escape techniques"),
            StaffGroup("Chief executive", None, "None", "Core Theory"),
        ),
        prevention=tuple((part, f"What is in place, {part.value}") for part in Part),
        sources=("Risk assessments RA-ASH-11 to RA-ASH-16", "behavioural audit BA-2026-07"),
        authoriser=Signature("Iain Mac a’ Ghobhainn", role="Head of Service"),
        replaces=1,
        compared=Compared(1, ("GEN-T1",), ("GEN-S1",), 5),
        uncovered=(3,) if risks > 2 else (),
        factors=("Frail skin in most people supported", "some are easily frightened from behind"),
        last_day=date(2026, 9, 23),
    )


def _blocks() -> tuple[Block, ...]:
    start, blocks = 540, []
    for index, kind in enumerate(BlockType):
        part = None if kind in (BlockType.BREAK, BlockType.FRAMING) else tuple(Part)[index % 4]
        codes = tuple(t.code for t in TECHNIQUES[:3]) if kind is BlockType.PRACTICE else ()
        minutes = 10 + 12 * index
        what = f"What is done in the block of {kind.value}"
        blocks.append(Block(time(start // 60, start % 60), minutes, kind, what, part, codes, must_attend=index == 1))
        start += minutes
    return tuple(blocks)


def course_plan(days: int, techniques: int) -> CoursePlan:
    """A plan with a block of every type on each day."""
    return CoursePlan(
        imprint=replace(IMPRINT, sheet_number="P-2217-26-011"),
        kind="Initial course",
        tier="low-risk curriculum",
        days=tuple(PlanDay(date(2026, 11, 18 + i), _blocks()) for i in range(days)),
        venue="Ashgrove House, training room",
        lead=LEAD,
        assisting=(ASSISTING,),
        people=12,
        need=NEED,
        techniques=TECHNIQUES[:techniques],
        practice_per_technique=25,
        demonstration_per_technique=5,
        seconds_per_attempt=95,
        floor=12,
        head_office_told=date(2026, 10, 20),
        venue_checks=("Floor covering sound", "Space 96 m², cleared", "First-aid kit", "First aider on site", "Phone"),
        groups="two groups of six, one instructor with each",
    )


def blank_register(people: int, days: int) -> BlankRegister:
    """A register: some without Core Theory, some of an agency, one for the theory part only."""
    return BlankRegister(
        imprint=replace(IMPRINT, sheet_number="R-2217-26-011"),
        kind="Initial course",
        venue="Ashgrove House, training room",
        lead=LEAD,
        half_days=tuple(
            HalfDay(date(2026, 11, 18 + d), label, time(hour))
            for d in range(days)
            for label, hour in (("Morning", 9), ("Afternoon", 13))
        ),
        people=tuple(
            Expected(
                NAMES[i % len(NAMES)],
                staff_number(i),
                employer="Northern Relief Staffing" if i % 5 == 1 else "",
                core_theory=date(2026, 9, 14) if i % 7 != 3 else None,
                evidence_seen_by="E. Prydderch-Hughes" if i % 3 else "",
                beside="theory part only" if i == 4 else "",
            )
            for i in range(people)
        ),
    )


def blank_assessment(people: int, techniques: int) -> BlankAssessment:
    """Sheets for so many people and techniques."""
    return BlankAssessment(
        imprint=replace(IMPRINT, sheet_number="A-2217-26-011"),
        days=(date(2026, 11, 18),),
        venue="Ashgrove House, training room",
        lead=LEAD,
        need=NEED,
        techniques=TECHNIQUES[:techniques],
        people=tuple(ToAssess(i + 1, NAMES[i % len(NAMES)], staff_number(i)) for i in range(people)),
        criteria=tuple((c.code, f"few words on {c.code}") for c in CRITERIA if c.mandatory),
        knowledge=tuple((k.code, f"few words on {k.code}") for k in KNOWLEDGE),
    )


def days_planned(count: int) -> tuple[DayPlanned, ...]:
    """Days from nine to half past four."""
    return tuple(
        DayPlanned(
            date(2026, 11, 18) + timedelta(number), time(9), time(16, 30), "Framing, theory and the first techniques"
        )
        for number in range(count)
    )


def course_notice(days: int, techniques: int) -> CourseNotice:
    """A notice of a course with a co-instructor whom head office has not confirmed."""
    return CourseNotice(
        imprint=IMPRINT,
        kind="Initial course",
        tier="medium-risk curriculum",
        days=days_planned(days),
        site="Ashgrove House",
        venue="training room and garden hall",
        lead=LEAD,
        assisting=(ASSISTING,),
        people=12,
        theory_only=2,
        need=NEED,
        techniques=TECHNIQUES[:techniques],
        chosen=tuple(each.code for each in TECHNIQUES[:2]),
        physical=True,
        told=None,
        due=date(2026, 10, 21),
    )


def joining_letter(days: int) -> JoiningLetter:
    """A letter to a practical course."""
    return JoiningLetter(
        imprint=replace(IMPRINT, generic=False),
        kind="Initial course",
        days=days_planned(days),
        site="Ashgrove House",
        venue="training room and garden hall",
        lead=LEAD,
        physical=True,
    )
