"""Who is on a course and what the register says: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, later, record


class EnrolmentRow(Row, table=True):
    __tablename__ = "enrolments"

    course_key: int = record("courses")
    person_key: int = record("people")
    part: str
    bib: int
    basis: str | None
    adjustment: str
    withdrawn_on: str | None
    withdrawn_reason: str
    evaluation_returned: bool


class AttendanceRow(Row, table=True):
    __tablename__ = "attendance"

    enrolment_key: int = record("enrolments")
    session_key: int = record("sessions")
    presence: str
    arrived_at: str | None
    left_at: str | None
    minutes: int
    missed: str  # JSON
    made_good: str  # JSON


class FitnessRow(Row, table=True):
    __tablename__ = "fitness"

    enrolment_key: int = record("enrolments")
    on: str
    status: str
    adjustment: str
    limit: str
    declared_at: str
    recorded_by_key: int = record("instructors")


class IncidentRow(Row, table=True):
    __tablename__ = "incidents"

    course_key: int = record("courses")
    session_key: int | None = record("sessions")
    enrolment_key: int | None = record("enrolments")
    at: str
    facts: str
    injury: bool
    body_area: str
    first_aid: str
    stopped: bool
    riddor_considered: bool
    accident_book_ref: str
    cleared_by: str
    cleared_at: str | None
    added: str = later("[]")  # JSON
