"""From a gathered paper to an issued one: its number, its revision, its seal, and whether it is a reprint.

The same content as in the last issue is a reprint. Changed content is the next revision under the same number; a paper of
a record with revisions of its own shows those, and a TNA summary that says something else takes a new number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.ids import CourseId, EnrolmentId, InstructorId, TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.numbering import next_number, sheet_number
from calm_instructor.domain.people import Person
from calm_instructor.domain.sealing import short_code
from calm_instructor.domain.sign_off import Document, DocumentKind
from calm_instructor.exchange.paper.facts import Imprint, Reprint
from calm_instructor.operations.gathering.readiness import lacking
from calm_instructor.operations.gathering.sealing import fingerprint
from calm_instructor.operations.gathering.trades import TRADES, Sheet
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Order:
    """A paper that is wanted. ``record``: the TNA, the course, or the place (Enrolment) that it is about."""

    kind: DocumentKind
    record: UUID


@dataclass(frozen=True, kw_only=True)
class Issue:
    """A paper ready for the press: what it says, and which records it is about.

    ``subject``: those records in the name of a file, as "ET-2217-26-014" or "06 Siân Llŷr-Prydderch".
    """

    kind: DocumentKind
    sheet: Sheet
    subject: str
    tna: TnaId | None = None
    course: CourseId | None = None
    enrolment: EnrolmentId | None = None
    bib: int | None = None

    @property
    def earlier(self) -> dict[str, object]:
        """What the documents of earlier issues have in common."""
        return {"kind": self.kind, "tna": self.tna, "course": self.course, "enrolment": self.enrolment}


def issues_of(view: Reading, orders: Sequence[Order], at: datetime, by: InstructorId) -> tuple[Issue, ...]:
    """Papers as they would be issued at a moment by an instructor; what is issued together gets numbers that differ.

    Raises what the gathering raises, and CalmError as ``lacking`` for a paper that would be empty.
    """
    instructor_no = view.get(Instructor, by).number
    taken = [document.sheet_no for document in view.all(Document)]
    issues = []
    for order in orders:
        draft = _draft(view, order, at)
        imprint = _imprint(draft, view.all(Document, **draft.earlier), taken, instructor_no)
        taken.append(imprint.sheet_number)
        issues.append(replace(draft, sheet=replace(draft.sheet, imprint=imprint)))
    return tuple(issues)


def _draft(view: Reading, order: Order, at: datetime) -> Issue:
    kind, trade = order.kind, TRADES[order.kind]
    empty = lacking(view, kind, CourseId(order.record))
    if empty is not None:
        raise empty
    sheet = trade.gather(view, order.record, at)
    if kind is DocumentKind.TNA_SUMMARY:
        tna = view.get(Tna, order.record)
        return Issue(kind=kind, sheet=sheet, subject=re.sub(r"^TNA[ -]", "", tna.ref), tna=tna.id)
    if not trade.personal:
        course = view.get(Course, order.record)
        return Issue(kind=kind, sheet=sheet, subject=course.ref, course=course.id)
    place = view.get(Enrolment, order.record)
    name = view.get(Person, place.person).name_on_paper
    subject = f"{place.bib:02d} {name}"
    return Issue(kind=kind, sheet=sheet, subject=subject, course=place.course, enrolment=place.id, bib=place.bib)


def as_issued(view: Reading, each: Issue) -> Document | None:
    """The last issue of a paper where it says the same as now; None where this would be another revision, or the first."""
    imprint = each.sheet.imprint
    if imprint.reprint is None:
        return None
    return [issued for issued in view.all(Document, **each.earlier) if issued.version == imprint.revision][-1]


def _imprint(draft: Issue, earlier: Sequence[Document], taken: Sequence[str], instructor_no: str) -> Imprint:
    imprint = draft.sheet.imprint
    seal = imprint.fingerprint or fingerprint(draft.sheet)
    code = short_code(seal)
    revision = imprint.revision or _next_revision(earlier, code)
    same = [each for each in earlier if each.version == revision and each.short_code == code]
    numbered = same if draft.kind is DocumentKind.TNA_SUMMARY else earlier
    today = imprint.printed_at.date()
    return replace(
        imprint,
        sheet_number=numbered[-1].sheet_no if numbered else _number(draft, taken, instructor_no, today.year),
        revision=revision,
        short_code=code,
        fingerprint=seal,
        printed_at=same[0].printed_at if same else imprint.printed_at,
        reprint=Reprint(number=same[-1].reprint + 1, day=today) if same else None,
    )


def _next_revision(earlier: Sequence[Document], code: str) -> int:
    if not earlier:
        return 1
    last = earlier[-1]
    return last.version if last.short_code == code else last.version + 1


def _number(draft: Issue, taken: Sequence[str], instructor_no: str, year: int) -> str:
    trade = TRADES[draft.kind]
    if trade.running:
        return next_number(trade.letter, instructor_no, year, taken)
    return sheet_number(trade.letter, draft.sheet.imprint.reference, trade.sheet, draft.bib)
