"""Sign-offs and what follows them: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, record


class SignOffRow(Row, table=True):
    __tablename__ = "signoffs"

    enrolment_key: int = record("enrolments")
    number: str
    version: int
    result: str
    reasons: str  # JSON
    techniques: str  # JSON
    limits: str  # JSON
    privacy_notice_version: str
    valid_from: str | None
    valid_until: str | None
    instructor_key: int = record("instructors")
    instructor_signed_at: str
    instructor_manner: str
    trainee_signature: str
    trainee_signed_at: str | None
    trainee_manner: str | None
    trainee_note: str
    witness: str
    sheet_no: str
    ink_copy_held_at: str
    content: str
    content_hash: str
    short_code: str
    signature: str
    withdrawn_on: str | None
    withdrawn_by_key: int | None = record("instructors")
    withdrawn_reason: str


class AmendmentRow(Row, table=True):
    __tablename__ = "amendments"

    sign_off_key: int = record("signoffs")
    version: int
    reason: str
    by_key: int = record("instructors")
    at: str


class ActionPlanRow(Row, table=True):
    __tablename__ = "action_plans"

    enrolment_key: int = record("enrolments")
    need: str
    support: str
    by_whom: str
    review_on: str
    restriction: str
    manager_informed_on: str | None


class EvaluationRow(Row, table=True):
    __tablename__ = "evaluations"

    course_key: int = record("courses")
    enrolment_key: int | None = record("enrolments")
    reaction: int | None
    relevance: int | None
    confidence_before: int | None
    confidence_after: int | None
    to_change: str
