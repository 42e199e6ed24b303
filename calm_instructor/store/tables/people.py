"""People and those who teach them: one class per table. Rows never leave the store."""

from sqlmodel import Field

from calm_instructor.store.tables.row import Row, later, record


class OrganisationRow(Row, table=True):
    __tablename__ = "organisations"

    name: str
    sector: str
    region: str
    head_office_contact: str
    licence_ref: str
    certification_status: str
    certification_ref: str
    certification_expires: str | None
    data_protection_contact: str
    privacy_notice_version: str
    programme_title: str
    coaching_points_ref: str
    numbers: str  # JSON


class InstructorRow(Row, table=True):
    __tablename__ = "instructors"

    name: str
    number: str
    staff_no: str
    role: str
    programme: str
    authorisation_ref: str
    authorised_from: str | None
    expires: str | None
    organisation_key: int | None = record("organisations")
    highest_tier: str
    covers_other_employers: bool
    confirmed: bool
    entry_route: str
    core_theory_on: str | None
    first_aid_expires: str | None
    cpd: str  # JSON
    last_visit_on: str | None
    last_visit_outcome: str


class PersonRow(Row, table=True):
    __tablename__ = "people"

    full_name: str
    known_as: str
    certificate_name: str
    sort_key: str
    staff_no: str = Field(index=True)
    staff_no_is_temporary: bool
    employer: str
    status: str
    job_role: str
    staff_group: str
    site: str
    line_manager: str
    basis: str | None
    basis_reason: str
    core_theory: str | None  # JSON
    earlier_sign_offs: str  # JSON
    left_on: str | None
    archived_on: str | None
    earlier_numbers: str = later("[]")  # JSON
    doubles: str = later("[]")  # JSON
    not_same_as: str = later("[]")  # JSON
