"""The package of a closed course for head office: gathered, written beside, checked as read back, recorded (R31).

Writing never hides or deletes anything, and only a receipt will say "received".
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from calm_instructor import __version__
from calm_instructor.domain.assessment import Attempt, KnowledgeCheck
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, Incident
from calm_instructor.domain.course import (
    Block,
    Briefing,
    Course,
    CourseState,
    CourseTechnique,
    Instructor,
    Override,
    Session,
)
from calm_instructor.domain.errors import CalmError, Refused, WorldError, block
from calm_instructor.domain.ids import CourseId, DocumentId, PackageId
from calm_instructor.domain.needs import Risk, Selection, Tna
from calm_instructor.domain.package import PAPERS_THAT_TRAVEL, Head, PackageContents, Record
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import ActionPlan, Amendment, Document, Evaluation, SentPackage, SignOff
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.domain.trail import Entry, Stub
from calm_instructor.exchange.package import WrittenPackage, examine_package, travelling, write_package
from calm_instructor.exchange.safe_file import write_atomically
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.database import Store
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A package that lies in its folder, and its record."""

    path: Path
    package: SentPackage


def send_course(desk: Desk, course: CourseId, folder: Path) -> Sent:
    """Write the package of a closed course into ``folder`` and record it. Nothing is recorded unless the file is whole."""
    contents = gather(desk, course)
    written = write_package(contents, desk.store.sign, desk.store.public_key)
    findings = examine_package(written.data, desk.store.public_key)
    if findings:
        raise CalmError("sending.not_whole", count=len(findings), first=findings[0].code)
    path = folder / written.file_name
    write_atomically(path, written.data)
    try:
        package = desk.do(record_package, _record(contents, written, course))
    except BaseException as trouble:
        if not (isinstance(trouble, WorldError) and trouble.code == "store.not_known"):
            path.unlink(missing_ok=True)  # else its record may have been saved
        raise
    return Sent(path=path, package=package)


@wish("package.written", "sending", undoable=False)
def record_package(act: Act, package: SentPackage) -> SentPackage:
    """Record that a package was written: its identity, sequence, and the head of the trail it carries.

    Raises CalmError "sending.changed_meanwhile" where another one was written since it was gathered.
    """
    before = act.work.all(SentPackage)
    if (package.sequence, package.previous) != (1 + len(before), before[-1].identity if before else ""):
        raise CalmError("sending.changed_meanwhile", name=package.file_name)
    act.work.put(package)
    act.say(who=package.file_name)
    return package


def gather(desk: Desk, course: CourseId) -> PackageContents:
    """The complete current records of one course and all they refer to, with the trail's slice and the papers that travel.

    All of it as it is at one moment.
    """
    store = desk.store
    with store.reading() as reading:
        held = reading.get(Course, course)
        if held.state is not CourseState.CLOSED:
            raise Refused([block("R31.not_closed", held.ref)])
        records = tuple(_records(reading, held))
        papers = {
            DocumentId(document.id): reading.bytes_of(document.sha256)
            for document in reading.all(Document, course=course)
            if document.kind in PAPERS_THAT_TRAVEL
        }
        before = reading.all(SentPackage)
        organisation = reading.all(Organisation)[0]
        sender = reading.get(Instructor, held.lead)
        return PackageContents(
            id=PackageId(desk.new_id()),
            created=desk.clock(),
            sequence=1 + len(before),
            previous=before[-1].identity if before else "",
            changed=_changed_since(store, before[-1].head_seq) if before else frozenset(),
            sender=sender,
            device=store.device_id,
            recipient=organisation.head_office_contact,
            app_version=__version__,
            heads=tuple(Head(epoch=h.epoch, parent=h.parent, seq=h.seq, hash=h.hash) for h in store.heads()),
            records=records,
            trail=tuple(_slice(store, records)),
            papers=papers,
            practice=store.practice,
        )


def _records(reading: Reading, course: Course) -> Iterable[Record]:
    yield from reading.records(Organisation)
    yield from reading.records(Instructor)
    yield from reading.records(Catalogue, course.catalogue)
    yield from reading.records(Technique, catalogue=course.catalogue)
    yield from reading.records(Tna, course.tna)
    for of_tna in (Risk, Selection, Override):
        yield from reading.records(of_tna, tna=course.tna)
    yield from reading.records(Course, course.id)
    for of_course in (CourseTechnique, Session, Enrolment, Document, Incident, Evaluation, Override):
        yield from reading.records(of_course, course=course.id)
    for session in reading.all(Session, course=course.id):
        yield from reading.records(Block, session=session.id)
        yield from reading.records(Briefing, session=session.id)
    for place in reading.all(Enrolment, course=course.id):
        yield from reading.records(Person, place.person)
        for of_place in (Attendance, Fitness, Attempt, KnowledgeCheck, SignOff, ActionPlan):
            yield from reading.records(of_place, enrolment=place.id)
        for signed in reading.all(SignOff, enrolment=place.id):
            yield from reading.records(Amendment, sign_off=signed.id)


def _changed_since(store: Store, seq: int) -> frozenset[UUID]:
    """R31: what was written after the entry that the last package ended with, by the trail and not by the clock."""
    bodies = (json.loads(entry.body) for entry in store.trail(seq + 1) if entry.body is not None)
    return frozenset(UUID(row["id"]) for body in bodies for row in body["rows"] if row["table"] != _BYTES)


_BYTES = "document_files"
_OWNERS = (Organisation, Instructor, Catalogue, Tna, Course, Person)


def _slice(store: Store, records: Iterable[Record]) -> Iterable[Entry | Stub]:
    """The whole chain: entries that concern these records, bodies only where all of them may travel; stubs for the rest."""
    here = frozenset(str(record.value.id) for record in records)
    owners = [record.value.id for record in records if isinstance(record.value, _OWNERS)]
    concern = {entry.seq for owner in owners for entry in store.entries_of(owner)} | {0}
    for entry in store.trail():
        if entry.seq in concern:
            yield travelling(entry, here)
        else:
            yield Stub(
                seq=entry.seq, epoch=entry.epoch, head_sha256=entry.head_sha256(), prev=entry.prev, hash=entry.hash
            )


def _record(contents: PackageContents, written: WrittenPackage, course: CourseId) -> SentPackage:
    return SentPackage(
        id=contents.id,
        course=course,
        file_name=written.file_name,
        sequence=contents.sequence,
        identity=written.identity,
        previous=contents.previous,
        written_at=contents.created,
        written_by=contents.sender.id,
        head_seq=contents.heads[-1].seq,
        head_hash=contents.heads[-1].hash,
    )
