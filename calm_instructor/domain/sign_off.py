"""The end of the chain: an outcome worked out from the records, an authority that names each technique, two signatures.

Values; ``outcomes`` derives them (R20 to R22).
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.domain.ids import (
    ActionPlanId,
    AmendmentId,
    CourseId,
    DocumentId,
    EnrolmentId,
    EvaluationId,
    InstructorId,
    PackageId,
    SignOffId,
    TnaId,
)
from calm_instructor.domain.needs import Manner


class Result(StrEnum):
    """R20: what a course ends in for one person."""

    COMPETENT = "competent"
    PART_COMPETENT = "part_competent"
    NOT_YET_COMPETENT = "not_yet_competent"
    NOT_COMPLETED = "not_completed"

    @property
    def gives_authority(self) -> bool:
        """Whether anything may be used on the strength of it."""
        return self in {Result.COMPETENT, Result.PART_COMPETENT}


class TraineeSignature(StrEnum):
    """R48: the four states of the trainee's signature."""

    SIGNED = "signed"
    INK_LATER = "ink later"
    DISAGREES = "disagrees"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """One person's sign-off, frozen: what was found, what it gives, who signed how.

    ``content``: canonical JSON of everything shown, with the pinned catalogue's names; ``content_hash``: its SHA-256;
    ``short_code``: 12 Crockford characters of it; ``signature``: the laptop's Ed25519 signature over the hash (hex).
    """

    id: SignOffId
    enrolment: EnrolmentId
    number: str
    version: int
    result: Result
    reasons: tuple[str, ...]
    techniques: tuple[str, ...]
    limits: tuple[str, ...] = ()
    privacy_notice_version: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    instructor: InstructorId
    instructor_signed_at: datetime
    instructor_manner: Manner
    trainee_signature: TraineeSignature
    trainee_signed_at: datetime | None = None
    trainee_manner: Manner | None = None
    trainee_note: str = ""
    witness: str = ""
    sheet_no: str = ""
    ink_copy_held_at: str = ""
    content: str = ""
    content_hash: str = ""
    short_code: str = ""
    signature: str = ""
    withdrawn_on: date | None = None
    withdrawn_by: InstructorId | None = None
    withdrawn_reason: str = ""

    @property
    def frozen_until(self) -> date | None:
        """R22: when an authority on this sign-off runs out, as frozen at signing; None gives none."""
        until = json.loads(self.content).get("until") if self.content else None
        return date.fromisoformat(until) if until else None


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """A correction of something signed: the reason, by whom, when; the earlier version stays."""

    id: AmendmentId
    sign_off: SignOffId
    version: int
    reason: str
    by: InstructorId
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ActionPlan:
    """For not yet competent: what is needed, who helps, when it is looked at again."""

    id: ActionPlanId
    enrolment: EnrolmentId
    need: str
    support: str
    by_whom: str
    review_on: date
    restriction: str = ""
    manager_informed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """One sheet of feedback on a course; anonymous unless the person wished otherwise. Scores 1 to 5."""

    id: EvaluationId
    course: CourseId
    enrolment: EnrolmentId | None = None
    reaction: int | None = None
    relevance: int | None = None
    confidence_before: int | None = None
    confidence_after: int | None = None
    to_change: str = ""


class DocumentKind(StrEnum):
    """Every paper the program prints."""

    TNA_SUMMARY = "tna-summary"
    COURSE_PLAN = "course-plan"
    COURSE_NOTICE = "course-notice"
    JOINING_LETTER = "joining-letter"
    BLANK_REGISTER = "blank-register"
    BLANK_ASSESSMENT = "blank-assessment"
    ATTENDANCE_SUMMARY = "attendance-summary"
    SIGN_OFF_SHEET = "sign-off-sheet"
    INDIVIDUAL_RECORD = "individual-record"
    IN_HOUSE_RECORD = "in-house-record"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, kw_only=True)
class Document:
    """An issued paper, kept as issued: ``sha256`` names its bytes in the store; a reprint keeps the sheet number."""

    id: DocumentId
    course: CourseId | None = None
    tna: TnaId | None = None
    enrolment: EnrolmentId | None = None
    kind: DocumentKind
    sheet_no: str
    title: str
    version: int
    pages: int
    sha256: str
    short_code: str
    printed_at: datetime
    printed_by: InstructorId
    reprint: int = 0


@dataclass(frozen=True, kw_only=True)
class SentPackage:
    """A package that was written for head office. Only a receipt will set ``received_at`` (R31)."""

    id: PackageId
    course: CourseId
    file_name: str
    sequence: int
    identity: str
    previous: str
    written_at: datetime
    written_by: InstructorId
    head_seq: int
    head_hash: str
    received_at: datetime | None = None
