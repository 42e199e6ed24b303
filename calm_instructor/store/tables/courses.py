"""Courses, their set and their days: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, later, record


class CourseRow(Row, table=True):
    __tablename__ = "courses"

    ref: str
    title: str
    kind: str
    organisation_key: int = record("organisations")
    type_tier: str
    site: str
    venue: str
    venue_check: str  # JSON
    starts_on: str
    ends_on: str
    lead_key: int = record("instructors")
    co_instructors: str  # JSON
    capacity: int | None
    tna_key: int = record("tnas")
    catalogue_key: int | None = record("catalogues")
    coaching_points_ref: str
    not_taught: str = later("[]")  # JSON
    set_order: str = later("[]")  # JSON
    state: str
    set_agreed_at: str | None
    set_agreed_by_key: int | None = record("instructors")
    set_frozen_at: str | None
    head_office_told_on: str | None
    closed_at: str | None
    closed_by_key: int | None = record("instructors")


class CourseTechniqueRow(Row, table=True):
    __tablename__ = "course_techniques"

    course_key: int = record("courses")
    technique_key: int = record("techniques")
    position: int
    code: str
    name: str
    hold_text: str
    tier: str
    persons: int
    catalogue_version: str
    generic: bool
    risks: str  # JSON
    reason: str
    taken_out_at: str | None
    taken_out_reason: str = later("")


class SessionRow(Row, table=True):
    __tablename__ = "sessions"

    course_key: int = record("courses")
    number: int
    on: str
    starts: str
    topic: str
    notes: str


class BlockRow(Row, table=True):
    __tablename__ = "session_blocks"

    session_key: int = record("sessions")
    position: int
    kind: str
    part: str
    title: str
    minutes: int
    techniques: str  # JSON
    must_attend: bool
    pinned: str | None
    given: int | None


class BriefingRow(Row, table=True):
    __tablename__ = "briefings"

    session_key: int = record("sessions")
    given_by_key: int = record("instructors")
    given_at: str


class OverrideRow(Row, table=True):
    __tablename__ = "overrides"

    course_key: int | None = record("courses")
    tna_key: int | None = record("tnas")
    person_key: int | None = record("people")
    code: str
    subject: str
    sentence: str
    reason: str
    by: str
    at: str
