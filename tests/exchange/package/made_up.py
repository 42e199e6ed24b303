"""A made-up course with everything a package can hold, names of many scripts, and words that must never leave home."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter

from calm_instructor.domain.assessment import Attempt, AttemptState, CriterionMark, KnowledgeCheck, Met, Method, Outcome
from calm_instructor.domain.attendance import (
    Attendance,
    Enrolment,
    Fitness,
    FitnessStatus,
    Incident,
    MadeGood,
    Part,
    Presence,
)
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Briefing,
    Course,
    CourseKind,
    CourseState,
    CourseTechnique,
    Instructor,
    ModelPart,
    Override,
    Session,
    VenueCheck,
)
from calm_instructor.domain.ids import CourseId, EpochId, InstructorId, uuid7
from calm_instructor.domain.needs import Audit, Authorisation, Manner, NoteAnswer, Risk, Selection, Tna, TnaState
from calm_instructor.domain.package import Head, PackageContents, Record
from calm_instructor.domain.people import Basis, CoreTheory, EarlierSignOff, Organisation, Person, Status
from calm_instructor.domain.sealing import canonical
from calm_instructor.domain.sign_off import (
    ActionPlan,
    Amendment,
    Document,
    DocumentKind,
    Evaluation,
    Result,
    SignOff,
    TraineeSignature,
)
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.domain.trail import START, Entry, Stub, new_entry

SCOTLAND = timezone(timedelta(hours=0))
START_OF_DAY = datetime(2026, 11, 2, 9, 0, 0, 123_000, SCOTLAND)
DAY = START_OF_DAY.date()
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC_KEY = KEY.public_key().public_bytes_raw()

SECRETS = {
    "health": "sprained-wrist-zebrafish",
    "limit": "seated-because-of-okapi",
    "need": "narrative-quagga",
    "factor": "factor-axolotl",
    "recovery": "recovery-numbat",
    "situation": "situation-kakapo",
    "controls": "controls-tapir",
    "incident": "facts-pangolin",
    "body": "left-ankle-saiga",
    "why_here": "other-eligibility-dugong",
    "adjustment": "reader-for-vaquita",
    "withdrawn": "withdrawn-kiwi",
    "to_change": "sheet-narwhal",
    "session_notes": "notes-gharial",
    "manager": "manager-tarsier",
    "reprimand": "content-fossa",
    "elsewhere": "another-course-olm",
}
"""What must stay home, as words that occur nowhere else."""

NAMES = (
    "Siân Ŵyn-Żółć",
    "Ọlá Nguyễn Thị Phượng",
    "Aoḋ Ó Ḃrádaiġ",
    "محمد الأمين",
    "王小明",
    "שרה לוי",
    "अनिल कुमार",
    'Anna "Nan" O\'Neill, RN',
    "=SUM(A1:A9)",
    "+44 Smith",
    "@home\tTab",
    "Line one\nLine two\r\nLine three\rLine four",
    "e\u0301 \u200b\u202eSiobhan\u202c 😀",
    "  spaces at both ends  ",
    "X" * 60,
)

_count = 0


def _id() -> Any:
    global _count
    _count += 1
    return uuid7(START_OF_DAY, _count.to_bytes(10, "big"))


def at(hour: int, minute: int = 0) -> datetime:
    return START_OF_DAY.replace(hour=hour, minute=minute)


def image(table: str, value: Any) -> dict[str, Any]:
    """The image of a record as the store writes it into the trail."""
    facts = {"revision": 1, "created": at(9).isoformat(), "updated": at(9).isoformat(), "gone": None}
    return {"table": table} | facts | TypeAdapter(type(value)).dump_python(value, mode="json")


class Story:
    """The records and trail of one course, built in the order in which it would happen."""

    def __init__(self) -> None:
        global _count
        _count = 0
        self.records: list[Record] = []
        self.chain: list[Entry | Stub] = []
        self.epoch = EpochId(_id())

    def keep(self, value: Any, table: str, wish: str, revision: int = 1) -> Any:
        self.records.append(Record(value, revision, at(9).isoformat(), at(9, revision).isoformat()))
        self.entry(wish, image(table, value))
        return value

    def entry(self, wish: str, *images: dict[str, Any], reason: str = "") -> Entry:
        entry = new_entry(
            seq=len(self.chain),
            id=_id(),
            epoch=self.epoch,
            at=START_OF_DAY + timedelta(seconds=len(self.chain)),
            by="",
            wish=wish,
            salt=hashlib.sha256(wish.encode()).digest()[:16],
            body=canonical({"reason": reason, "rows": list(images)}),
            prev=self.chain[-1].hash if self.chain else START,
        )
        self.chain.append(entry)
        return entry

    def heads(self) -> tuple[Head, ...]:
        last = {each.epoch: each for each in self.chain}
        epochs = list(last)
        return tuple(
            Head(epoch=epoch, parent=epochs[i - 1] if i else None, seq=last[epoch].seq, hash=last[epoch].hash)
            for i, epoch in enumerate(epochs)
        )


def paper(title: str) -> bytes:
    return b"%PDF-1.7\n" + title.encode() + b"\n%%EOF\n"


@cache
def contents() -> PackageContents:
    """The package of the whole course. The same each time."""
    story = Story()
    keep = story.keep
    house = keep(Organisation(id=_id(), name="Glen Ọlá Care, Caerdydd", sector="care"), "organisations", "name it")
    lead = keep(
        Instructor(
            id=_id(),
            name="Mòrag NicDhòmhnaill",
            number="14/B",
            staff_no="0007",
            organisation=house.id,
            cpd=("first aid",),
        ),
        "instructors",
        "name instructor",
    )
    mate = keep(Instructor(id=_id(), name="Jürgen Öztürk", number="15", role="co"), "instructors", "name instructor")
    shelf = keep(
        Catalogue(id=_id(), name="General list", issuer="GENERIC", version="1", generic=True), "catalogues", "install"
    )
    grips = [
        keep(
            Technique(
                id=_id(),
                catalogue=shelf.id,
                position=i,
                code=f"GEN-W{i}",
                name=f"Single wrist, {i}",
                family="wrist",
                holds=("wrist",),
                hold_text="One hand on the wrist",
                tier=Tier.LOW,
                postures=("standing", "seated"),
                pain_based=False,
                loads_neck_airway_abdomen=False,
                evaluated_on=date(2025, 5, 1),
            ),
            "techniques",
            "install",
        )
        for i in (1, 2, 3)
    ]
    tna = keep(
        Tna(
            id=_id(),
            ref="TNA-14-2026-1",
            revision_no=2,
            service="Glen Ọlá",
            sites=("North", "South, upper"),
            drawn_up_on=date(2026, 9, 1),
            supersedes=_id(),
            state=TnaState.AUTHORISED,
            audit=Audit(ref="BA-1", from_day=date(2025, 9, 1), to_day=date(2026, 8, 31)),
            need=True,
            need_reason=SECRETS["need"],
            factors=(SECRETS["factor"],),
            recovery=SECRETS["recovery"],
            authorisation=Authorisation(name="R. Grant", role="manager", on=date(2026, 9, 9), manner=Manner.INK),
        ),
        "tnas",
        "authorise TNA",
        revision=3,
    )
    risk = keep(
        Risk(
            id=_id(),
            tna=tna.id,
            number=1,
            hold="wrist",
            hold_name="Wrist",
            incidents=12,
            last_seen=date(2026, 8, 30),
            groups_exposed=("Care staff",),
            situation=SECRETS["situation"],
            controls=SECRETS["controls"],
        ),
        "tna_risks",
        "carry risk",
    )
    for i, grip in enumerate(grips):
        keep(
            Selection(
                id=_id(),
                tna=tna.id,
                technique=grip.code,
                chosen=i < 2,
                position=i,
                risks=(risk.id,) if i < 2 else (),
                tried_without_touch="Space, and a calm voice",
                note_answer=NoteAnswer.ACCEPTABLE,
                left_out_reason="" if i < 2 else "Nobody meets it",
            ),
            "tna_selections",
            "choose",
        )
    course = keep(
        Course(
            id=CourseId(_id()),
            ref="C-14-2026-3",
            title="Escape techniques, North; autumn",
            kind=CourseKind.INITIAL,
            organisation=house.id,
            type_tier=Tier.LOW,
            venue="Hall, 1st floor",
            venue_check=VenueCheck(floor=True, square_metres=96, first_aider=False),
            starts_on=DAY,
            ends_on=DAY,
            lead=lead.id,
            co_instructors=(mate.id,),
            tna=tna.id,
            catalogue=shelf.id,
            state=CourseState.CLOSED,
            set_agreed_at=at(8),
            set_agreed_by=InstructorId(lead.id),
        ),
        "courses",
        "plan course",
        revision=5,
    )
    chosen = [
        keep(
            CourseTechnique(
                id=_id(),
                course=course.id,
                technique=grip.id,
                position=i,
                code=grip.code,
                name=grip.name,
                hold_text=grip.hold_text,
                tier=grip.tier,
                persons=1,
                catalogue_version="1",
                generic=True,
                risks=(risk.id,),
                reason="it is met each week",
            ),
            "course_techniques",
            "agree set",
        )
        for i, grip in enumerate(grips[:2])
    ]
    day = keep(
        Session(id=_id(), course=course.id, number=1, on=DAY, starts=time(9, 30), notes=SECRETS["session_notes"]),
        "sessions",
        "plan session",
    )
    block = keep(
        Block(
            id=_id(),
            session=day.id,
            position=1,
            kind=BlockKind.PRACTICE,
            part=ModelPart.TERTIARY,
            title="Practice",
            minutes=90,
            techniques=("GEN-W1",),
            pinned=time(10),
        ),
        "session_blocks",
        "plan block",
    )
    keep(Briefing(id=_id(), session=day.id, given_by=lead.id, given_at=at(9, 31)), "briefings", "brief")
    for bib, name in enumerate(NAMES, start=1):
        _one_person(story, name, bib, course, day, block, lead, chosen)
    keep(
        Incident(
            id=_id(),
            course=course.id,
            session=day.id,
            at=at(11),
            facts=SECRETS["incident"],
            injury=True,
            body_area=SECRETS["body"],
            stopped=True,
        ),
        "incidents",
        "record incident",
    )
    for score in (3, 4, 4):
        keep(
            Evaluation(id=_id(), course=course.id, reaction=score, relevance=5, to_change=SECRETS["to_change"]),
            "evaluations",
            "take feedback",
        )
    keep(
        Override(
            id=_id(),
            course=course.id,
            code="R12.ratio",
            subject=course.ref,
            sentence="15 people for one instructor.",
            reason="A second instructor came",
            by=lead.name,
            at=at(9),
        ),
        "overrides",
        "go past",
    )
    sheet = keep(
        Document(
            id=_id(),
            course=course.id,
            kind=DocumentKind.SIGN_OFF_SHEET,
            sheet_no="S-14-2026-1",
            title="Sign-off sheet",
            version=1,
            pages=1,
            sha256=hashlib.sha256(paper("sheet")).hexdigest(),
            short_code="K7QM-4TZP-W9HD",
            printed_at=at(17),
            printed_by=lead.id,
        ),
        "documents",
        "print",
    )
    summary = keep(
        Document(
            id=_id(),
            tna=tna.id,
            kind=DocumentKind.TNA_SUMMARY,
            sheet_no="S-14-2026-2",
            title="TNA summary",
            version=1,
            pages=2,
            sha256=hashlib.sha256(paper(SECRETS["need"])).hexdigest(),
            short_code="K7QM-4TZP-W9HE",
            printed_at=at(17, 5),
            printed_by=lead.id,
        ),
        "documents",
        "print",
    )
    story.entry("restore", {"table": "epochs", "id": str(_id()), "revision": 1})
    story.epoch = EpochId(_id())
    other = story.entry("plan course", {"table": "courses", "id": str(_id())}, reason=SECRETS["elsewhere"])
    story.chain[-1] = stub_of(other)
    story.entry("close course", image("courses", course))
    return PackageContents(
        id=_id(),
        created=datetime(2026, 11, 3, 14, 2, 33, tzinfo=timezone(timedelta(hours=1))),
        sequence=3,
        previous=hashlib.sha256(b"the package before").hexdigest(),
        sender=lead,
        device=_id(),
        recipient="Glen Ọlá head office",
        app_version="0.1.0",
        heads=story.heads(),
        records=tuple(story.records),
        trail=tuple(story.chain),
        papers={sheet.id: paper("sheet"), summary.id: paper(SECRETS["need"])},
    )


def stub_of(entry: Entry) -> Stub:
    return Stub(seq=entry.seq, epoch=entry.epoch, head_sha256=entry.head_sha256(), prev=entry.prev, hash=entry.hash)


def _one_person(
    story: Story,
    name: str,
    bib: int,
    course: Course,
    day: Session,
    block: Block,
    lead: Instructor,
    chosen: list[CourseTechnique],
) -> None:
    keep = story.keep
    person = keep(
        Person(
            id=_id(),
            full_name=name,
            staff_no=f"00{bib}",
            status=Status.AGENCY if bib % 2 else Status.OWN,
            line_manager=SECRETS["manager"],
            basis=Basis.EXPOSED,
            basis_reason=SECRETS["why_here"],
            core_theory=None if bib == 3 else CoreTheory(completed_on=date(2026, 10, 1), seen_on=date(2026, 10, 2)),
            earlier_sign_offs=(
                EarlierSignOff(
                    number="9", signed_on=DAY, valid_until=DAY, techniques=("GEN-W1",), seen_by=SECRETS["manager"]
                ),
            ),
        ),
        "people",
        "enrol",
    )
    place = keep(
        Enrolment(
            id=_id(),
            course=course.id,
            person=person.id,
            part=Part.PHYSICAL,
            bib=bib,
            adjustment=SECRETS["adjustment"],
            withdrawn_on=DAY if bib == 3 else None,
            withdrawn_reason=SECRETS["withdrawn"],
        ),
        "enrolments",
        "enrol",
    )
    keep(
        Attendance(
            id=_id(),
            enrolment=place.id,
            session=day.id,
            presence=Presence.LATE,
            arrived_at=at(9, 40),
            minutes=80,
            missed=(block.id,),
            made_good=(MadeGood(minutes=10, on=DAY, content="Stop word, safety", by="M. N.", blocks=(block.id,)),),
        ),
        "attendance",
        "register",
    )
    keep(
        Fitness(
            id=_id(),
            enrolment=place.id,
            on=DAY,
            status=(FitnessStatus.ADJUSTED, FitnessStatus.FIT, FitnessStatus.NOT_FIT)[bib % 3],
            adjustment=SECRETS["health"],
            limit=SECRETS["limit"],
            declared_at=at(9, 41),
            recorded_by=lead.id,
        ),
        "fitness",
        "declare fitness",
    )
    first = keep(
        Attempt(
            id=_id(),
            enrolment=place.id,
            technique=chosen[0].id,
            number=1,
            outcome=Outcome.NOT_YET,
            observed_at=at(11),
            recorded_at=at(11, 1),
            assessor=lead.id,
            state=AttemptState.CORRECTED,
            criteria=(CriterionMark(code="A1", met=Met.MET), CriterionMark(code="A5", met=Met.NOT_MET)),
            feedback='"Step back first",\nshe said; =1+1',
        ),
        "assessments",
        "record outcome",
        revision=2,
    )
    keep(
        Attempt(
            id=_id(),
            enrolment=place.id,
            technique=None,
            number=1,
            outcome=Outcome.COMPETENT,
            observed_at=at(12),
            recorded_at=at(12).astimezone(UTC),
            assessor=lead.id,
            as_a_whole=True,
            seconds=9,
            corrects=first.id,
            correction_reason="wrong bib",
        ),
        "assessments",
        "correct outcome",
    )
    keep(
        KnowledgeCheck(
            id=_id(),
            enrolment=place.id,
            number=1,
            method=Method.SPOKEN,
            met=("K1", "K2"),
            asked=("K1", "K2"),
            observed_at=at(13),
            recorded_at=at(13),
            assessor=lead.id,
        ),
        "knowledge_checks",
        "ask",
    )
    signed = keep(
        SignOff(
            id=_id(),
            enrolment=place.id,
            number=f"A-14-2026-{bib}",
            version=1,
            result=Result.NOT_YET_COMPETENT,
            reasons=("R20.not_yet",),
            techniques=(),
            limits=("hair, seated only",),
            instructor=lead.id,
            instructor_signed_at=at(16),
            instructor_manner=Manner.SCREEN,
            trainee_signature=TraineeSignature.SIGNED,
            content=canonical({"said": SECRETS["reprimand"]}),
            content_hash="ab" * 32,
        ),
        "signoffs",
        "sign",
    )
    keep(
        Amendment(id=_id(), sign_off=signed.id, version=2, reason="name", by=lead.id, at=at(16, 30)),
        "amendments",
        "amend",
    )
    keep(
        ActionPlan(
            id=_id(), enrolment=place.id, need="Practice", support="Lead", by_whom="M. N.", review_on=date(2026, 12, 1)
        ),
        "action_plans",
        "plan action",
    )


ELSEWHERE = UUID(int=7)
"""The id of a record that is in no package."""
