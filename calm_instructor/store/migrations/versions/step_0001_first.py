"""The first schema: the store's own tables, and one table per kind of record."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _trail()
    _records()
    op.create_index("ix_people_staff_no", "people", ["staff_no"])


def _text(names: str, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.TEXT(), nullable=nullable) for name in names.split())


def _maybe_text(names: str) -> Iterator[sa.Column[str]]:
    return _text(names, nullable=True)


def _integer(names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.INTEGER(), nullable=nullable) for name in names.split())


def _maybe_integer(names: str) -> Iterator[sa.Column[int]]:
    return _integer(names, nullable=True)


def _links(nullable: bool = False, **tables: str) -> Iterator[sa.Column[int]]:
    for name, table in tables.items():
        yield sa.Column(name, sa.INTEGER(), sa.ForeignKey(f"{table}.key"), nullable=nullable)


def _maybe_links(**tables: str) -> Iterator[sa.Column[int]]:
    return _links(nullable=True, **tables)


def _record(table: str, *columns: sa.Column[int] | sa.Column[str]) -> None:
    """A table of records, with an index for each link that records are looked up by."""
    op.create_table(
        table,
        sa.Column("key", sa.INTEGER(), primary_key=True),
        sa.Column("uid", sa.BLOB(), nullable=False, unique=True),
        sa.Column("revision", sa.INTEGER(), nullable=False),
        *_text("created updated"),
        *_maybe_text("gone"),
        *columns,
        sqlite_strict=True,
    )
    for column in columns:
        if any(
            key.target_fullname.split(".")[0] not in {"instructors", "organisations"} for key in column.foreign_keys
        ):
            op.create_index(f"ix_{table}_{column.name}", table, [column.name])


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("seq", sa.INTEGER(), primary_key=True),
        sa.Column("uid", sa.BLOB(), nullable=False, unique=True),
        sa.Column("epoch", sa.BLOB(), nullable=False),
        sa.Column("image_schema", sa.INTEGER(), nullable=False),
        *_text("at by wish body_sha256 prev hash"),
        *_maybe_text("salt body"),
        sqlite_strict=True,
    )
    op.create_index("ix_trail_epoch", "trail", ["epoch"])
    op.create_table(
        "trail_scope",
        sa.Column("uid", sa.BLOB(), primary_key=True),
        sa.Column("seq", sa.INTEGER(), sa.ForeignKey("trail.seq"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document_files",
        sa.Column("sha256", sa.TEXT(), primary_key=True),
        sa.Column("content", sa.BLOB(), nullable=False),
        sqlite_strict=True,
    )


def _records() -> None:
    _record(
        "catalogues",
        *_text("name issuer version"),
        *_maybe_text("in_force_from"),
        *_integer("generic"),
    )
    _record(
        "devices",
        *_text("public_key since"),
    )
    _record(
        "epochs",
        *_text("parent_hash begun"),
        *_maybe_integer("parent_seq"),
        *_maybe_links(parent_key="epochs"),
    )
    _record(
        "organisations",
        *_text(
            "name sector region head_office_contact licence_ref certification_status certification_ref "
            "data_protection_contact privacy_notice_version programme_title coaching_points_ref numbers"
        ),
        *_maybe_text("certification_expires"),
    )
    _record(
        "people",
        *_text(
            "full_name known_as certificate_name sort_key staff_no employer status job_role staff_group site "
            "line_manager basis_reason earlier_sign_offs"
        ),
        *_maybe_text("basis core_theory left_on archived_on"),
        *_integer("staff_no_is_temporary"),
    )
    _record(
        "tnas",
        *_text(
            "ref service setting sites drawn_up_on state risk_assessment_ref audit not_carried need_reason "
            "factors staff_groups primary_prevention secondary_prevention tertiary_prevention recovery plan_ref "
            "life_support"
        ),
        *_maybe_text("authorisation review_due"),
        *_integer("revision_no"),
        *_maybe_integer("need"),
        *_maybe_links(supersedes_key="tnas"),
    )
    _record(
        "instructors",
        *_text("name number staff_no role programme authorisation_ref highest_tier entry_route cpd last_visit_outcome"),
        *_maybe_text("authorised_from expires core_theory_on first_aid_expires last_visit_on"),
        *_integer("covers_other_employers confirmed"),
        *_maybe_links(organisation_key="organisations"),
    )
    _record(
        "techniques",
        *_text(
            "code name family holds hold_text tier approach hands postures elevated_risk_note notes prerequisites "
            "evaluation_ref risk_assessment_ref version"
        ),
        *_maybe_text("evaluated_on effective_from withdrawn_on"),
        *_integer("position persons"),
        *_maybe_integer("pain_based loads_neck_airway_abdomen"),
        *_links(catalogue_key="catalogues"),
    )
    _record(
        "tna_risks",
        *_text("hold hold_name situation posture severity groups_exposed controls ended_reason"),
        *_maybe_text("last_seen ended_on"),
        *_integer("number incidents foreseeable current"),
        *_links(tna_key="tnas"),
    )
    _record(
        "tna_selections",
        *_text("technique risks tried_without_touch why_this_one higher_tier_reason note_answer_text left_out_reason"),
        *_maybe_text("note_answer"),
        *_integer("chosen position proposed"),
        *_links(tna_key="tnas"),
    )
    _record(
        "courses",
        *_text(
            "ref title kind type_tier site venue venue_check starts_on ends_on co_instructors coaching_points_ref state"
        ),
        *_maybe_text("set_agreed_at set_frozen_at head_office_told_on closed_at"),
        *_maybe_integer("capacity"),
        *_links(organisation_key="organisations", lead_key="instructors", tna_key="tnas"),
        *_maybe_links(catalogue_key="catalogues", set_agreed_by_key="instructors", closed_by_key="instructors"),
    )
    _record(
        "course_techniques",
        *_text("code name hold_text tier catalogue_version risks reason"),
        *_integer("position persons generic"),
        *_links(course_key="courses", technique_key="techniques"),
    )
    _record(
        "enrolments",
        *_text("part adjustment withdrawn_reason"),
        *_maybe_text("basis withdrawn_on"),
        *_integer("bib evaluation_returned"),
        *_links(course_key="courses", person_key="people"),
    )
    _record(
        "overrides",
        *_text("code subject sentence reason by at"),
        *_maybe_links(course_key="courses", tna_key="tnas"),
    )
    _record(
        "packages",
        *_text("file_name identity previous written_at head_hash"),
        *_maybe_text("received_at"),
        *_integer("sequence head_seq"),
        *_links(course_key="courses", written_by_key="instructors"),
    )
    _record(
        "sessions",
        *_text("on starts topic notes"),
        *_integer("number"),
        *_links(course_key="courses"),
    )
    _record(
        "action_plans",
        *_text("need support by_whom review_on restriction"),
        *_maybe_text("manager_informed_on"),
        *_links(enrolment_key="enrolments"),
    )
    _record(
        "assessments",
        *_text(
            "outcome observed_at recorded_at state source sheet_no criteria not_assessed_reason feedback posture "
            "correction_reason"
        ),
        *_maybe_text("second_outcome"),
        *_integer("number as_a_whole prompted partner_of_other_build entered_together"),
        *_maybe_integer("seconds"),
        *_links(enrolment_key="enrolments", assessor_key="instructors"),
        *_maybe_links(technique_key="course_techniques", corrects_key="assessments", second_assessor_key="instructors"),
    )
    _record(
        "attendance",
        *_text("presence missed made_good"),
        *_maybe_text("arrived_at left_at"),
        *_integer("minutes"),
        *_links(enrolment_key="enrolments", session_key="sessions"),
    )
    _record(
        "briefings",
        *_text("given_at"),
        *_links(session_key="sessions", given_by_key="instructors"),
    )
    _record(
        "documents",
        *_text("kind sheet_no title sha256 short_code printed_at"),
        *_integer("version pages reprint"),
        *_links(printed_by_key="instructors"),
        *_maybe_links(course_key="courses", tna_key="tnas", enrolment_key="enrolments"),
    )
    _record(
        "evaluations",
        *_text("to_change"),
        *_maybe_integer("reaction relevance confidence_before confidence_after"),
        *_links(course_key="courses"),
        *_maybe_links(enrolment_key="enrolments"),
    )
    _record(
        "fitness",
        *_text("on status adjustment limit declared_at"),
        *_links(enrolment_key="enrolments", recorded_by_key="instructors"),
    )
    _record(
        "incidents",
        *_text("at facts body_area first_aid accident_book_ref cleared_by"),
        *_maybe_text("cleared_at"),
        *_integer("injury stopped riddor_considered"),
        *_links(course_key="courses"),
        *_maybe_links(session_key="sessions", enrolment_key="enrolments"),
    )
    _record(
        "knowledge_checks",
        *_text("method met asked observed_at recorded_at state source sheet_no"),
        *_integer("number"),
        *_links(enrolment_key="enrolments", assessor_key="instructors"),
    )
    _record(
        "session_blocks",
        *_text("kind part title techniques"),
        *_maybe_text("pinned"),
        *_integer("position minutes must_attend"),
        *_maybe_integer("given"),
        *_links(session_key="sessions"),
    )
    _record(
        "signoffs",
        *_text(
            "number result reasons techniques limits privacy_notice_version instructor_signed_at "
            "instructor_manner trainee_signature trainee_note witness sheet_no ink_copy_held_at content "
            "content_hash short_code signature withdrawn_reason"
        ),
        *_maybe_text("valid_from valid_until trainee_signed_at trainee_manner withdrawn_on"),
        *_integer("version"),
        *_links(enrolment_key="enrolments", instructor_key="instructors"),
        *_maybe_links(withdrawn_by_key="instructors"),
    )
    _record(
        "amendments",
        *_text("reason at"),
        *_integer("version"),
        *_links(sign_off_key="signoffs", by_key="instructors"),
    )
