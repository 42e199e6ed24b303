"""What was seen and asked: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, record


class AttemptRow(Row, table=True):
    __tablename__ = "assessments"

    enrolment_key: int = record("enrolments")
    technique_key: int | None = record("course_techniques")
    number: int
    outcome: str
    observed_at: str
    recorded_at: str
    assessor_key: int = record("instructors")
    state: str
    source: str
    sheet_no: str
    as_a_whole: bool
    criteria: str  # JSON
    not_assessed_reason: str
    feedback: str
    prompted: bool
    partner_of_other_build: bool
    posture: str
    seconds: int | None
    entered_together: bool
    corrects_key: int | None = record("assessments")
    correction_reason: str
    second_assessor_key: int | None = record("instructors")
    second_outcome: str | None


class KnowledgeCheckRow(Row, table=True):
    __tablename__ = "knowledge_checks"

    enrolment_key: int = record("enrolments")
    number: int
    method: str
    met: str  # JSON
    asked: str  # JSON
    observed_at: str
    recorded_at: str
    assessor_key: int = record("instructors")
    state: str
    source: str
    sheet_no: str
