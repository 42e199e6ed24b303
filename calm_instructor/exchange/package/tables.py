"""Every table of the package: which field of which record travels to head office, and which stays home (R31).

The one place that says so. A field that is not named here does not travel, and a field of ``closing.STAYS_HOME`` can't be
named. Decides nothing about files; ``columns`` knows how a cell is written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid5

from calm_instructor.domain.assessment import Attempt, CriterionMark, KnowledgeCheck
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Incident
from calm_instructor.domain.closing import STAYS_HOME
from calm_instructor.domain.course import Block, Briefing, Course, CourseTechnique, Instructor, Override, Session
from calm_instructor.domain.needs import Risk, Selection, Tna
from calm_instructor.domain.package import Record
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import ActionPlan, Amendment, Document, Evaluation, SignOff
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.exchange.package.columns import EVERY_ROW, Column, carried_whole, column_of, follow

SCHEMA_VERSION = "1.0.0"
"""Version of the tables below: a new column raises the second number, a changed or lost one the first."""

FEWEST_SHEETS = 3
"""Of fewer feedback sheets no averages are given: they would be one person's answers."""

Row = dict[str, object]


class Sheaf:
    """The records of a package by kind, in the order of their ids."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_kind: dict[type, list[Record]] = defaultdict(list)
        for record in sorted(records, key=lambda each: each.value.id.bytes):
            if type(record.value) not in KINDS:
                raise TypeError(f"the package has no place for {type(record.value).__name__}")
            self._by_kind[type(record.value)].append(record)

    def every(self, kind: type) -> list[Record]:
        """All records of a kind, those that are gone among them."""
        return self._by_kind[kind]

    def standing(self, kind: type) -> list[Record]:
        """The records of a kind that are not gone."""
        return [record for record in self._by_kind[kind] if record.gone is None]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table. ``carries``: the fields of its records that travel whole, for ``trail_slice``."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Sheaf], Iterable[Row]]
    carries: frozenset[str] = frozenset()


def _facts(record: Record) -> Row:
    value: Any = record.value
    return {"id": value.id, "revision": record.revision, "created": record.created, "updated": record.updated}


def _of(name: str, kind: type, *paths: str, loose: str = "", spread: str = "") -> Table:
    """The table of one kind of record. ``loose``: names a record that may be elsewhere; ``spread``: travels in its own table."""
    if any(path.split(".")[0] in STAYS_HOME.get(name, ()) for path in paths):
        raise ValueError(f"a column of {name} stays home")

    def rows(sheaf: Sheaf) -> Iterator[Row]:
        for record in sheaf.standing(kind):
            cells = {column.name: follow(record.value, path) for column, path in zip(columns, paths, strict=True)}
            yield _facts(record) | cells

    columns = tuple(column_of(kind, path) for path in paths)
    shown = tuple(replace(column, refers_to="") if column.name == loose else column for column in columns)
    carries = carried_whole(kind, paths) | frozenset(spread.split())
    return Table(name=name, columns=EVERY_ROW + shown, rows=rows, carries=carries)


def _criteria_marks(sheaf: Sheaf) -> Iterator[Row]:
    """The criteria of each attempt, packed in it at home: their revision is the attempt's."""
    for record in sheaf.standing(Attempt):
        attempt: Attempt = record.value
        for mark in attempt.criteria:
            cells = {"assessment": attempt.id, "code": mark.code, "met": mark.met, "reason": mark.reason}
            yield _facts(record) | {"id": uuid5(attempt.id, mark.code)} | cells


def _clearances(sheaf: Sheaf) -> Iterator[Row]:
    """R15, R31: of a day's fitness declaration only whether the person was cleared, and whether with an adjustment."""
    for record in sheaf.standing(Fitness):
        fitness: Fitness = record.value
        yield _facts(record) | {
            "enrolment": fitness.enrolment,
            "on": fitness.on,
            "cleared": fitness.status is not FitnessStatus.NOT_FIT,
            "adjusted": fitness.status is FitnessStatus.ADJUSTED,
        }


def _by_today_s_name(overrides: Table) -> Table:
    """R52: what was gone past for somebody names them as they are called today."""

    def rows(sheaf: Sheaf) -> Iterator[Row]:
        called = {record.value.id: record.value.full_name for record in sheaf.standing(Person)}
        for row in overrides.rows(sheaf):
            name = called.get(row["person"])
            if name is not None:
                row |= {"subject": name, "sentence": str(row["sentence"]).replace(str(row["subject"]), name)}
            yield row

    return replace(overrides, rows=rows)


def _summary(sheaf: Sheaf, course: Record, kind: type, name: str) -> tuple[Row, list[Any]]:
    """A course's row of counts and what it counts. The revision can only rise, so records that are gone count there too."""
    every = [record for record in sheaf.every(kind) if record.value.course == course.value.id]
    row: Row = {
        "id": uuid5(course.value.id, name),
        "revision": 1 + sum(record.revision for record in every),
        "created": course.created,
        "updated": max([course.created, *(record.updated for record in every)], key=datetime.fromisoformat),
        "course": course.value.id,
    }
    return row, [record.value for record in every if record.gone is None]


def _incidents(sheaf: Sheaf) -> Iterator[Row]:
    for course in sheaf.standing(Course):
        row, recorded = _summary(sheaf, course, Incident, "incidents")
        incidents = [each.as_it_stands for each in recorded]
        yield row | {
            "injuries": sum(incident.injury for incident in incidents),
            "near_misses": sum(not incident.injury for incident in incidents),
            "stopped": sum(incident.stopped for incident in incidents),
            "riddor_considered": sum(incident.riddor_considered for incident in incidents),
        }


_SCORES = ("reaction", "relevance", "confidence_before", "confidence_after")


def _evaluations(sheaf: Sheaf) -> Iterator[Row]:
    for course in sheaf.standing(Course):
        row, sheets = _summary(sheaf, course, Evaluation, "evaluations")
        yield (
            row
            | {"sheets": len(sheets)}
            | {name: _average(getattr(sheet, name) for sheet in sheets) for name in _SCORES}
        )


def _average(scores: Iterable[int | None]) -> float | None:
    given = [score for score in scores if score is not None]
    return sum(given) / len(given) if len(given) >= FEWEST_SHEETS else None


def _link(kind: type, field: str) -> Column:
    return replace(column_of(kind, field), name=field)


def _counts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, type="integer", required=True) for name in names)


_COURSE = _link(Enrolment, "course")
_CORE_THEORY = tuple(
    f"core_theory.{name}"
    for name in ("completed_on", "provider", "evidence_kind", "evidence_ref", "seen_by", "seen_on")
)
_VENUE = tuple(
    f"venue_check.{name}"
    for name in (
        "floor",
        "square_metres",
        "furniture_cleared",
        "ventilation",
        "water",
        "first_aid_kit",
        "first_aider",
        "emergency_plan",
        "phone_signal",
    )
)
_AUTHORISATION = tuple(f"authorisation.{name}" for name in ("name", "role", "on", "manner", "held_at", "seen_by"))

# fmt: off
TABLES: tuple[Table, ...] = (
    _of("organisations", Organisation,
        "name", "sector", "region", "head_office_contact", "licence_ref", "certification_status", "certification_ref",
        "certification_expires", "data_protection_contact", "privacy_notice_version", "programme_title",
        "coaching_points_ref"),
    _of("instructors", Instructor,
        "name", "number", "staff_no", "role", "programme", "authorisation_ref", "authorised_from", "expires",
        "organisation", "highest_tier", "covers_other_employers", "confirmed", "entry_route", "core_theory_on",
        "first_aid_expires", "cpd", "last_visit_on", "last_visit_outcome"),
    # Name and staff number say who it is; known-as, line manager and why somebody may come are not head office's business.
    _of("people", Person,
        "full_name", "certificate_name", "staff_no", "staff_no_is_temporary", "employer", "status", "job_role",
        "staff_group", "site", "basis", *_CORE_THEORY, "left_on", "archived_on", "earlier_numbers", "doubles",
        "not_same_as"),
    _of("tnas", Tna,
        "ref", "revision_no", "service", "setting", "sites", "drawn_up_on", "supersedes", "state",
        "risk_assessment_ref", "audit.ref", "audit.from_day", "audit.to_day", "need", "plan_ref", *_AUTHORISATION,
        "review_due", loose="supersedes"),
    _of("tna_risks", Risk,
        "tna", "number", "hold", "hold_name", "posture", "incidents", "last_seen", "severity", "foreseeable",
        "groups_exposed", "current", "ended_on"),
    _of("tna_selections", Selection,
        "tna", "technique", "chosen", "position", "risks", "tried_without_touch", "why_this_one", "proposed",
        "higher_tier_reason", "note_answer", "note_answer_text", "left_out_reason"),
    _of("catalogues", Catalogue, "name", "issuer", "version", "generic", "in_force_from"),
    _of("techniques", Technique,
        "catalogue", "position", "code", "name", "family", "holds", "hold_text", "tier", "persons", "approach", "hands",
        "postures", "pain_based", "loads_neck_airway_abdomen", "elevated_risk_note", "notes", "prerequisites",
        "evaluation_ref", "evaluated_on", "risk_assessment_ref", "version", "effective_from", "withdrawn_on"),
    _of("courses", Course,
        "ref", "title", "kind", "organisation", "type_tier", "site", "venue", *_VENUE, "starts_on", "ends_on", "lead",
        "co_instructors", "capacity", "tna", "catalogue", "coaching_points_ref", "not_taught", "state", "set_agreed_at",
        "set_agreed_by", "set_frozen_at", "head_office_told_on", "closed_at", "closed_by"),
    _of("course_techniques", CourseTechnique,
        "course", "technique", "position", "code", "name", "hold_text", "tier", "persons", "catalogue_version",
        "generic", "risks", "reason", "taken_out_at", "taken_out_reason"),
    _of("sessions", Session, "course", "number", "on", "starts", "topic"),
    _of("session_blocks", Block,
        "session", "position", "kind", "part", "title", "minutes", "techniques", "must_attend", "pinned", "given"),
    _of("briefings", Briefing, "session", "given_by", "given_at"),
    _of("enrolments", Enrolment, "course", "person", "part", "bib", "basis", "withdrawn_on", "evaluation_returned"),
    _of("attendance", Attendance,
        "enrolment", "session", "presence", "arrived_at", "left_at", "minutes", "missed", "made_good"),
    Table(name="clearances", rows=_clearances, columns=(
        *EVERY_ROW, _link(Fitness, "enrolment"), column_of(Fitness, "on"),
        Column(name="cleared", type="boolean", required=True), Column(name="adjusted", type="boolean", required=True))),
    _of("assessments", Attempt,
        "enrolment", "technique", "number", "outcome", "observed_at", "recorded_at", "assessor", "state", "source",
        "sheet_no", "as_a_whole", "feedback", "prompted", "partner_of_other_build", "posture",
        "seconds", "entered_together", "corrects", "correction_reason", "second_assessor", "second_outcome",
        spread="criteria"),
    Table(name="criteria_marks", rows=_criteria_marks, columns=(
        *EVERY_ROW,
        Column(name="assessment", type="string", format="uuid", required=True, refers_to="assessments"),
        *(column_of(CriterionMark, name) for name in ("code", "met", "reason")))),
    _of("knowledge_checks", KnowledgeCheck,
        "enrolment", "number", "method", "met", "asked", "observed_at", "recorded_at", "assessor", "state", "source",
        "sheet_no"),
    # Limits are part of the authority; the sealed content stays home, its hash and signature prove the papers.
    _of("signoffs", SignOff,
        "enrolment", "number", "version", "result", "reasons", "techniques", "limits", "privacy_notice_version",
        "valid_from", "valid_until", "instructor", "instructor_signed_at", "instructor_manner", "trainee_signature",
        "trainee_signed_at", "trainee_manner", "trainee_note", "witness", "sheet_no", "ink_copy_held_at",
        "content_hash", "short_code", "signature", "withdrawn_on", "withdrawn_by", "withdrawn_reason"),
    _of("amendments", Amendment, "sign_off", "version", "reason", "by", "at"),
    _of("action_plans", ActionPlan,
        "enrolment", "need", "support", "by_whom", "review_on", "restriction", "manager_informed_on"),
    _of("documents", Document,
        "course", "tna", "enrolment", "kind", "sheet_no", "title", "version", "pages", "sha256", "short_code",
        "printed_at", "printed_by", "reprint"),
    Table(name="incidents", rows=_incidents, columns=(
        *EVERY_ROW, _COURSE, *_counts("injuries", "near_misses", "stopped", "riddor_considered"))),
    Table(name="evaluations", rows=_evaluations, columns=(
        *EVERY_ROW, _COURSE, *_counts("sheets"), *(Column(name=name, type="number") for name in _SCORES))),
    _by_today_s_name(
        _of("overrides", Override, "course", "tna", "person", "code", "subject", "sentence", "reason", "by", "at",
            loose="person")),
)
# fmt: on

KINDS = frozenset(
    {Organisation, Instructor, Person, Tna, Risk, Selection, Catalogue, Technique, Course, CourseTechnique, Session}
    | {Block, Briefing, Enrolment, Attendance, Fitness, Attempt, KnowledgeCheck, SignOff, Amendment, ActionPlan}
    | {Document, Incident, Evaluation, Override}
)
"""The kinds of record that a package is made of."""

CARRIED: Mapping[str, frozenset[str]] = {table.name: table.carries for table in TABLES if table.carries}
"""By table: the fields that travel whole."""
