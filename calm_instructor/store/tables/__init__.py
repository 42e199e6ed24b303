"""The tables of the store, one module per subject, and which value of the trade lives in which.

Rows end in ``Row`` and never leave the store. A new column needs a migration; the drift test says so.
"""

from sqlmodel import SQLModel

from calm_instructor.domain.assessment import Attempt, KnowledgeCheck
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, Incident
from calm_instructor.domain.course import Block, Briefing, Course, CourseTechnique, Instructor, Override, Session
from calm_instructor.domain.file_shape import FileShape
from calm_instructor.domain.needs import Risk, Selection, Tna
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import ActionPlan, Amendment, Document, Evaluation, SentPackage, SignOff
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.store.epochs import Device, Epoch
from calm_instructor.store.tables.assessments import AttemptRow, KnowledgeCheckRow
from calm_instructor.store.tables.attendance import AttendanceRow, EnrolmentRow, FitnessRow, IncidentRow
from calm_instructor.store.tables.courses import (
    BlockRow,
    BriefingRow,
    CourseRow,
    CourseTechniqueRow,
    OverrideRow,
    SessionRow,
)
from calm_instructor.store.tables.documents import DocumentRow, SentPackageRow
from calm_instructor.store.tables.epochs import DeviceRow, EpochRow
from calm_instructor.store.tables.files import FileShapeRow
from calm_instructor.store.tables.needs import RiskRow, SelectionRow, TnaRow
from calm_instructor.store.tables.people import InstructorRow, OrganisationRow, PersonRow
from calm_instructor.store.tables.signoffs import ActionPlanRow, AmendmentRow, EvaluationRow, SignOffRow
from calm_instructor.store.tables.techniques import CatalogueRow, TechniqueRow
from calm_instructor.store.tables.trail import DocumentFileRow, TrailRow, TrailScopeRow

SCHEMA_VERSION = 3
"""``PRAGMA user_version`` of a store of today: the number of the newest migration."""

ROWS: dict[type, type[SQLModel]] = {
    Device: DeviceRow,
    Epoch: EpochRow,
    Organisation: OrganisationRow,
    Instructor: InstructorRow,
    Person: PersonRow,
    Catalogue: CatalogueRow,
    Technique: TechniqueRow,
    Tna: TnaRow,
    Risk: RiskRow,
    Selection: SelectionRow,
    Course: CourseRow,
    CourseTechnique: CourseTechniqueRow,
    Session: SessionRow,
    Block: BlockRow,
    Briefing: BriefingRow,
    Override: OverrideRow,
    Enrolment: EnrolmentRow,
    Attendance: AttendanceRow,
    Fitness: FitnessRow,
    Incident: IncidentRow,
    Attempt: AttemptRow,
    KnowledgeCheck: KnowledgeCheckRow,
    SignOff: SignOffRow,
    Amendment: AmendmentRow,
    ActionPlan: ActionPlanRow,
    Evaluation: EvaluationRow,
    Document: DocumentRow,
    SentPackage: SentPackageRow,
    FileShape: FileShapeRow,
}

__all__ = ["ROWS", "SCHEMA_VERSION", "DocumentFileRow", "TrailRow", "TrailScopeRow"]
