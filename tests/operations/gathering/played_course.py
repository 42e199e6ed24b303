"""A small course played through the wishes of the trade, for the tests of the papers that come of it.

Five people of one care service, two days, two techniques: competent at the second try, competent and to sign in ink, not yet
competent, gone on the second day, not fit; and one for the theory part.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID, uuid5

from calm_instructor.domain.assessment import CriterionMark, Met, Outcome, Source
from calm_instructor.domain.attendance import Attendance, Enrolment, FitnessStatus, Incident, MadeGood, Part, Presence
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Course,
    CourseKind,
    CourseTechnique,
    Instructor,
    ModelPart,
    Session,
    VenueCheck,
)
from calm_instructor.domain.ids import (
    ActionPlanId,
    BlockId,
    CourseId,
    EnrolmentId,
    IncidentId,
    InstructorId,
    OrganisationId,
    PersonId,
    SessionId,
    TnaId,
)
from calm_instructor.domain.needs import Audit, Authorisation, HoldCount, HoldSeen, Manner, NoteAnswer, Tna
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Basis, CoreTheory, Need, Organisation, Person, StaffGroup, Status
from calm_instructor.domain.sign_off import ActionPlan, SignOff, TraineeSignature
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.shipped import holds, shipped_catalogue
from calm_instructor.operations.analysing import (
    Choice,
    answer_need,
    choose,
    draft_tna,
    end_risk,
    leave_hold,
    leave_out,
    list_risk,
)
from calm_instructor.operations.assessing import (
    fill_not_assessed,
    record_knowledge,
    record_outcome,
    take_back,
)
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.planning import (
    enter_course,
    give_minutes,
    lay_out,
    make_ready,
    note_told,
    readiness,
)
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue
from calm_instructor.operations.registering import (
    declare_fitness,
    give_briefing,
    make_good,
    record_attendance,
)
from calm_instructor.operations.signing import TraineeSigns, sign_off, sign_off_of, write_action_plan
from calm_instructor.operations.taking_in import take_in
from calm_instructor.store.database import Store, create_store, open_store

PLANNED_ON = date(2026, 10, 26)
DAY_1 = date(2026, 11, 23)
DAY_2 = date(2026, 11, 24)
REASON = "Agreed with the registered manager"

SIAN = "Siân Llŷr-Prydderch"
AGNIESZKA = "Agnieszka Świątek"
RUAIRIDH = "Ruairidh MacGill-Eain"
TOMOS = "Tomos Wyn Tŵr-Griffiths"
CHIDI = "Chidiebere Nwankwo"
NGOC = "Nguyễn Thị Ngọc"


def named(name: str) -> UUID:
    """The id of a thing in these tests, the same in every run."""
    return uuid5(UUID(int=7), name)


def moment(day: date, clock: str) -> datetime:
    """A moment on the venue's clock."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


ORGANISATION = OrganisationId(named("Glenmarrow"))
LEAD = InstructorId(named("Elen"))
CO = InstructorId(named("Hamish"))
TNA_1 = TnaId(named("ASH-03 revision 1"))
TNA_2 = TnaId(named("ASH-03 revision 2"))
COURSE = CourseId(named("ET-2217-26-014"))


@dataclass
class Venue:
    """A desk in a venue whose clock the test sets."""

    desk: Desk
    now: datetime

    @classmethod
    def at(cls, store: Store, now: datetime) -> "Venue":
        venue = cls(Desk(store, datetime.now, LEAD), now)
        venue.desk.clock = lambda: venue.now
        return venue

    def place(self, name: str) -> EnrolmentId:
        """The place of somebody on the course."""
        with self.desk.store.reading() as view:
            (found,) = view.all(Enrolment, course=COURSE, person=PersonId(named(name)))
        return found.id

    def signed(self, name: str) -> SignOff:
        """The sign-off of somebody who has one."""
        with self.desk.store.reading() as view:
            found = sign_off_of(view, self.place(name))
        assert found is not None
        return found

    def technique(self, code: str) -> CourseTechnique:
        """A technique of the set."""
        with self.desk.store.reading() as view:
            return next(each for each in set_of(view, COURSE) if each.code == code)


def play(folder: Path) -> None:
    """Make a store in the folder and play the course in it, up to the signatures."""
    with create_store(folder, practice=True, at=moment(date(2025, 10, 1), "08:00")) as store:
        venue = Venue.at(store, moment(date(2025, 10, 1), "09:00"))
        prepare(venue)
        analyse(venue)
        plan(venue)
        hold_days(venue)
        sign(venue)


def copied(played: Path, folder: Path) -> Store:
    """A copy of a played store, open."""
    shutil.copytree(played, folder)
    return open_store(folder)


def prepare(venue: Venue) -> None:
    do = venue.desk.do
    venue.desk.marking_as = None
    do(
        enter_organisation,
        Organisation(
            id=ORGANISATION,
            name="Glenmarrow Care Services",
            coaching_points_ref="GCS-CP-3",
            privacy_notice_version="PN-4",
            numbers=Numbers(attempts_per_technique=1),
        ),
    )
    do(
        enter_instructor,
        Instructor(
            id=LEAD,
            name="Elen Prydderch-Hughes",
            number="2217",
            authorisation_ref="CALM-ET-0417",
            authorised_from=date(2024, 4, 1),
            expires=date(2027, 3, 31),
        ),
    )
    do(
        enter_instructor,
        Instructor(
            id=CO,
            name="Hamish Reid",
            number="2301",
            authorisation_ref="CALM-ET-0502",
            authorised_from=date(2024, 4, 1),
            expires=date(2027, 6, 30),
            confirmed=True,
        ),
    )
    venue.desk.marking_as = LEAD
    do(load_catalogue, *shipped_catalogue())


GROUPS = (
    StaffGroup(name="Direct care", exposure="Each shift", need=Need.ESCAPE, basis=Basis.EXPOSED, people=31),
    StaffGroup(name="Kitchen", exposure="Occasional", need=Need.CORE_THEORY),
)


def monthly(hold: str, counts: str, first: date) -> tuple[HoldCount, ...]:
    """Counts month by month from a row of digits: "20" is two in the first month and none in the next."""
    months = (add_months(first, index) for index in range(len(counts)))
    return tuple(
        HoldCount(hold=hold, month=month, count=int(digit)) for month, digit in zip(months, counts, strict=True)
    )


WRIST = "322231232123" + "111201111010"  # 26 in the first year, 10 in the second
TIED = "010000100000" + "100011001100"  # 2 and 5
BITE = "200000000000" + "000000000000"
REAR = "000000000001" + "100000000000"
WORN = "000000001000" + "000000000000"
FROM, TO = date(2024, 11, 1), date(2026, 10, 23)


def analyse(venue: Venue) -> None:
    do = venue.desk.do
    first = Tna(
        id=TNA_1,
        ref="ASH-03",
        revision_no=1,
        service="Ashgrove House",
        drawn_up_on=date(2025, 10, 1),
        staff_groups=GROUPS,
        audit=Audit(
            from_day=date(2023, 10, 1),
            to_day=date(2025, 9, 30),
            counts=monthly("wrist_one_same", "3" * 24, date(2023, 10, 1)),
        ),
    )
    do(draft_tna, first)
    risk = do(list_risk, TNA_1, "wrist_one_same", holds()["wrist_one_same"].name)
    sleeve = do(list_risk, TNA_1, "clothing_sleeve", holds()["clothing_sleeve"].name)
    for code, number in (("GEN-W1", risk), ("GEN-C1", sleeve)):
        do(
            choose,
            TNA_1,
            Choice(technique=code, risks=(number.id,), tried_without_touch="Space", why_this_one="Frequent"),
        )
    do(answer_need, TNA_1, True, "Holds continue.")
    signed = Authorisation(name="Marian Grant", role="Registered Manager", on=date(2025, 10, 1), manner=Manner.SCREEN)
    do(authorise, TNA_1, signed, reasons={"R38.never_counted": "Foreseen: coats are on at the door"})

    venue.now = moment(PLANNED_ON, "09:00")
    do(
        draft_tna,
        replace(
            first,
            id=TNA_2,
            revision_no=2,
            supersedes=TNA_1,
            setting="Care home, 38 places",
            sites=("Ashgrove House", "Ashgrove Lodge"),
            drawn_up_on=PLANNED_ON,
            risk_assessment_ref="RA-ASH-11",
            audit=Audit(
                ref="BA-2026-10",
                compared_with="BA-2025-10",
                from_day=FROM,
                to_day=TO,
                counts=(
                    *monthly("wrist_one_same", WRIST, FROM),
                    *monthly("hair_tied", TIED, FROM),
                    *monthly("bite_arm", BITE, FROM),
                    *monthly("clothing_rear", REAR, FROM),
                    *monthly("item_worn", WORN, FROM),
                ),
                last_seen=(HoldSeen(hold="bite_arm", last=date(2024, 11, 18)),),
            ),
            factors=("Frail skin in most people supported",),
            primary_prevention="Choice of carer and time",
            secondary_prevention="Early-sign cards",
            tertiary_prevention="The techniques of page 1, as a last resort",
            recovery="Debrief within 72 hours",
            plan_ref="RRP-2026",
            life_support="two first aiders on each shift",
        ),
    )
    wrist, tied, bite = (
        do(list_risk, TNA_2, hold, holds()[hold].name, situation=situation)
        for hold, situation in (("wrist_one_same", "personal care"), ("hair_tied", "dressing"), ("bite_arm", "meals"))
    )
    do(leave_hold, TNA_2, "clothing_rear", "Twice in two years, both at one removed door")
    do(end_risk, bite.id, "No bite since 18 Nov 2024")
    do(
        choose,
        TNA_2,
        Choice(technique="GEN-W1", risks=(wrist.id,), tried_without_touch="Offer a hand", why_this_one="Most frequent"),
    )
    do(
        choose,
        TNA_2,
        Choice(
            technique="GEN-H5",
            risks=(tied.id,),
            tried_without_touch="Hair worn up",
            why_this_one="Unforeseeable",
            note_answer=NoteAnswer.ALTERED,
            note_answer_text="A spare scarf is at hand",
        ),
    )
    do(leave_out, TNA_2, {"GEN-T1": "Risk 3 has ended"})
    do(answer_need, TNA_2, True, "Two holds continue after non-physical controls.")
    signed = Authorisation(
        name="Marian Grant",
        role="Registered Manager",
        on=PLANNED_ON,
        manner=Manner.INK,
        held_at="Ashgrove office",
        seen_by="Elen Prydderch-Hughes",
    )
    do(authorise, TNA_2, signed, reasons={"R6.hold_unaccounted": REASON})


def person(name: str, number: str, **facts: object) -> Person:
    """Somebody of the service who may come."""
    seen = CoreTheory(
        completed_on=date(2026, 9, 14),
        evidence_kind="certificate",
        evidence_ref=f"CT-{number}",
        seen_by="E. Prydderch-Hughes",
        seen_on=PLANNED_ON,
    )
    usual: dict[str, object] = {
        "id": PersonId(named(name)),
        "full_name": name,
        "staff_no": number,
        "job_role": "Support Worker",
        "staff_group": "Direct care",
        "site": "Ashgrove House",
        "line_manager": "Marian Grant",
        "core_theory": seen,
    }
    return Person(**{**usual, **facts})  # type: ignore[arg-type]


PEOPLE = (
    person(SIAN, "010412", certificate_name="Siân Mair Llŷr-Prydderch"),
    person(AGNIESZKA, "A-77", status=Status.AGENCY, employer="Strathwell Staffing"),
    person(RUAIRIDH, "010433"),
    person(TOMOS, "010444"),
    person(CHIDI, "010421"),
)
THEORY_ONLY = person(NGOC, "010450", staff_group="Kitchen", job_role="Cook", core_theory=None)

BLOCKS: Mapping[int, tuple[tuple[BlockKind, ModelPart, str, int, bool], ...]] = {
    1: (
        (BlockKind.FRAMING, ModelPart.FRAMING, "Arrival, declarations, aims", 15, False),
        (BlockKind.PREVENTION, ModelPart.PRIMARY, "Law, ethics and prevention", 45, True),
        (BlockKind.BREAK, ModelPart.FRAMING, "Break", 15, False),
        (BlockKind.DEMONSTRATION, ModelPart.TERTIARY, "Demonstration", 20, False),
        (BlockKind.PRACTICE, ModelPart.TERTIARY, "Practice in pairs", 60, False),
        (BlockKind.BREAK, ModelPart.FRAMING, "Lunch", 45, False),
        (BlockKind.PRACTICE, ModelPart.TERTIARY, "Practice in pairs", 60, False),
    ),
    2: (
        (BlockKind.THEORY, ModelPart.SECONDARY, "Early signs", 30, False),
        (BlockKind.ASSESSMENT, ModelPart.TERTIARY, "Assessment", 90, False),
        (BlockKind.DEBRIEF, ModelPart.RECOVERY, "Debrief and recovery", 30, False),
    ),
}
TAUGHT_PLANNED = 15 + 45 + 20 + 60 + 60 + 30 + 90 + 30
TAUGHT = TAUGHT_PLANNED - 10  # the first practice was ten minutes short


def session_id(number: int) -> SessionId:
    return SessionId(named(f"session {number}"))


def block_id(session: int, position: int) -> BlockId:
    return BlockId(named(f"block {session}.{position}"))


def laid_out() -> list[tuple[Session, list[Block]]]:
    """Both days with their blocks."""
    plan = []
    for number, day in ((1, DAY_1), (2, DAY_2)):
        session = Session(id=session_id(number), course=COURSE, number=number, on=day, starts=time(9))
        blocks = [
            Block(
                id=block_id(number, position),
                session=session.id,
                position=position,
                kind=kind,
                part=part,
                title=title,
                minutes=minutes,
                techniques=("GEN-W1", "GEN-H5") if kind.is_physical else (),
                must_attend=must,
            )
            for position, (kind, part, title, minutes, must) in enumerate(BLOCKS[number], start=1)
        ]
        plan.append((session, blocks))
    return plan


def plan(venue: Venue) -> None:
    do = venue.desk.do
    do(take_in, [*PEOPLE, THEORY_ONLY])
    do(
        enter_course,
        Course(
            id=COURSE,
            ref="ET-2217-26-014",
            title="Escape techniques at Ashgrove",
            kind=CourseKind.INITIAL,
            organisation=ORGANISATION,
            type_tier=Tier.MEDIUM,
            site="Ashgrove House",
            venue="Ashgrove House, training room",
            venue_check=VenueCheck(square_metres=96, floor=True, phone_signal=False),
            starts_on=DAY_1,
            ends_on=DAY_2,
            lead=LEAD,
            co_instructors=(CO,),
            tna=TNA_2,
        ),
    )
    do(agree_set, COURSE, reasons={"R6.hold_unaccounted": REASON})
    do(lay_out, COURSE, laid_out())
    do(enrol, COURSE, [each.id for each in PEOPLE])
    do(enrol, COURSE, [THEORY_ONLY.id], Part.THEORY)
    do(note_told, COURSE, PLANNED_ON)
    with venue.desk.store.reading() as view:
        asked = readiness(view, view.get(Course, COURSE))
    do(make_ready, COURSE, reasons={each.code: REASON for each in asked if not each.blocks})


def hold_days(venue: Venue) -> None:
    do, place = venue.desk.do, venue.place
    people = {each.full_name: place(each.full_name) for each in (*PEOPLE, THEORY_ONLY)}
    venue.now = moment(DAY_1, "09:00")
    do(give_minutes, {block_id(1, 5): 50})
    do(give_briefing, session_id(1), venue.now)
    for name, each in people.items():
        late = moment(DAY_1, "09:10") if name == AGNIESZKA else None
        do(record_attendance, each, session_id(1), Presence.LATE if late else Presence.PRESENT, arrived_at=late)
        not_fit = name == TOMOS
        do(declare_fitness, each, DAY_1, FitnessStatus.NOT_FIT if not_fit else FitnessStatus.FIT)
    venue.now = moment(DAY_2, "09:00")
    do(give_briefing, session_id(2), venue.now)
    for name, each in people.items():
        absent = name == RUAIRIDH
        do(record_attendance, each, session_id(2), Presence.ABSENT if absent else Presence.PRESENT)
        if absent:
            continue
        if name == CHIDI:
            status = FitnessStatus.ADJUSTED
            do(declare_fitness, each, DAY_2, status, adjustment="Chair within reach", limit="hair, seated only")
        else:
            do(declare_fitness, each, DAY_2, FitnessStatus.NOT_FIT if name == TOMOS else FitnessStatus.FIT)
    mark(venue)


def mark(venue: Venue) -> None:
    do = venue.desk.do
    w1, h5 = venue.technique("GEN-W1").id, venue.technique("GEN-H5").id
    sian, agnieszka, chidi = (venue.place(name) for name in (SIAN, AGNIESZKA, CHIDI))

    venue.now = moment(DAY_2, "09:35")
    slip = do(record_outcome, sian, h5, Outcome.NOT_YET, feedback="Meant for the next row")
    do(take_back, slip.id)
    venue.now = moment(DAY_2, "09:40")
    not_met = (CriterionMark(code="A1", met=Met.NOT_MET),)
    do(record_outcome, sian, w1, Outcome.NOT_YET, criteria=not_met, feedback="Needed a prompt", prompted=True)
    venue.now = moment(DAY_2, "09:50")
    do(record_outcome, sian, w1, Outcome.COMPETENT, as_a_whole=True, reasons={"R19.tries_used": "Coached, then ready"})
    ticked = tuple(CriterionMark(code=f"A{number}", met=Met.MET) for number in range(1, 14) if number != 12)
    do(record_outcome, sian, h5, Outcome.COMPETENT, criteria=ticked, source=Source.PAPER, sheet_no="A-2217-26-014-1")
    for technique in (w1, h5):
        do(record_outcome, chidi, technique, Outcome.COMPETENT, as_a_whole=True)
    do(record_outcome, agnieszka, w1, Outcome.COMPETENT, as_a_whole=True)
    venue.now = moment(DAY_2, "10:00")
    wrong = do(record_outcome, agnieszka, h5, Outcome.COMPETENT, as_a_whole=True)
    venue.now = moment(DAY_2, "10:05")
    do(
        record_outcome,
        agnieszka,
        h5,
        Outcome.NOT_YET,
        observed_at=moment(DAY_2, "10:00"),
        feedback="Let go of the words",
        corrects=wrong.id,
        correction_reason="Marked in the wrong row",
    )
    for place in (sian, agnieszka, chidi):
        do(record_outcome, place, None, Outcome.COMPETENT, as_a_whole=True)
        do(record_knowledge, place, ("K1", "K2", "K3", "K4", "K5") if place != agnieszka else ("K1", "K2"))
    ruairidh, tomos = venue.place(RUAIRIDH), venue.place(TOMOS)
    do(fill_not_assessed, [(ruairidh, w1), (ruairidh, h5), (ruairidh, None)], "absent on the day")
    do(fill_not_assessed, [(tomos, w1), (tomos, None)], "sore shoulder")
    do(fill_not_assessed, [(tomos, h5)], "Time ran out")
    hurt(venue)


def hurt(venue: Venue) -> None:
    """An injury and a near miss in training."""
    with venue.desk.store.work(wish="incident.recorded", by=LEAD, at=venue.now) as work:
        for name, injury in ((CHIDI, True), (SIAN, False)):
            work.put(
                Incident(
                    id=IncidentId(named(f"incident {name}")),
                    course=COURSE,
                    enrolment=venue.place(name),
                    at=venue.now,
                    facts="Slipped on the mat",
                    injury=injury,
                    accident_book_ref="AB 26/31" if injury else "",
                )
            )


def sign(venue: Venue) -> None:
    do, place = venue.desk.do, venue.place
    venue.now = moment(DAY_2, "11:40")
    with venue.desk.store.reading() as view:
        (day_1,) = view.all(Attendance, enrolment=place(AGNIESZKA), session=session_id(1))
    do(make_good, day_1.id, MadeGood(minutes=10, on=DAY_2, content="Aims of the course", by="Hamish Reid"))
    on_screen = moment(DAY_2, "11:42")
    do(sign_off, place(SIAN), TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=on_screen))
    disagrees = TraineeSigns(
        state=TraineeSignature.DISAGREES, manner=Manner.SCREEN, at=on_screen, note="I did keep talking"
    )
    do(sign_off, place(AGNIESZKA), disagrees)
    do(
        write_action_plan,
        ActionPlan(
            id=ActionPlanId(named("plan for Agnieszka")),
            enrolment=place(AGNIESZKA),
            need="Verbal contact throughout",
            support="Practice with a partner",
            by_whom="Hamish Reid",
            review_on=date(2026, 12, 8),
            restriction="Calls for help instead",
        ),
    )
    do(sign_off, place(CHIDI), TraineeSigns(state=TraineeSignature.INK_LATER))
    declined = TraineeSigns(state=TraineeSignature.DECLINED, manner=Manner.SCREEN, at=on_screen, witness="Hamish Reid")
    do(sign_off, place(TOMOS), declined)
