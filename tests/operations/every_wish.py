"""Every wish there is, each granted once in a course at a stage where nothing stands against it."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from calm_instructor import operations
from calm_instructor.domain.attendance import Addition, FitnessStatus, Incident, MadeGood, Part, Presence
from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.ids import (
    ActionPlanId,
    BlockId,
    CatalogueId,
    CourseId,
    IncidentId,
    PackageId,
    PersonId,
    TnaId,
)
from calm_instructor.domain.needs import Severity, Tna
from calm_instructor.domain.people import Basis, EarlierSignOff
from calm_instructor.domain.sign_off import ActionPlan, SentPackage, TraineeSignature
from calm_instructor.domain.technique import Catalogue
from calm_instructor.operations.analysing import (
    answer_need,
    choose,
    draft_tna,
    end_risk,
    leave_hold,
    leave_out,
    list_risk,
)
from calm_instructor.operations.arranging import (
    add_block,
    change_block,
    move_block,
    remove_block,
    set_day,
    set_minutes,
    set_start,
)
from calm_instructor.operations.assessing import fill_not_assessed, record_knowledge, take_back, write_feedback
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.choosing import cover, put_in, take_out
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.counting import begin_to_count, enter_count, list_risks, set_period, stop_counting
from calm_instructor.operations.describing import describe, describe_risk, keep_risk, move_choice, take_off_risk
from calm_instructor.operations.ending import keep_as_current
from calm_instructor.operations.enrolling import adjust, change_part, enrol, give_up_place, see_evidence, state_basis
from calm_instructor.operations.entering import archive_person, bring_back, enter_person, see_certificate
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.looking_again import still_so
from calm_instructor.operations.looking_at_venues import take_venue_over
from calm_instructor.operations.mapping import take_counts
from calm_instructor.operations.merging import make_one, tell_apart
from calm_instructor.operations.pausing import add_to_incident, clear_incident, record_incident
from calm_instructor.operations.planning import (
    answer_venue,
    cancel_course,
    enter_course,
    give_minutes,
    lay_out,
    make_ready,
    note_told,
    reopen_course,
)
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue, set_number
from calm_instructor.operations.registering import (
    declare_fit_together,
    declare_fitness,
    give_briefing,
    make_good,
    record_attendance,
    see_all_here,
    walk_in,
)
from calm_instructor.operations.remembering import Settled, remember
from calm_instructor.operations.revising import begin_from, revise
from calm_instructor.operations.scheduling import copy_course, lay_out_from_type, move_course, plan_new_course
from calm_instructor.operations.sending import record_package
from calm_instructor.operations.signing import (
    TraineeSigns,
    call_for_signatures,
    hold_ink_copy,
    sign_off,
    withdraw,
    write_action_plan,
)
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.taking_on import move_to_revision
from calm_instructor.operations.varying import leave_out_of_set, move_in_set, take_into_set, take_whole_choice
from calm_instructor.operations.wish import Wish
from tests.domain import courses_and_marks, people_and_things
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, SIGNED_IN_OCTOBER, at, audit, named
from tests.operations.a_course import (
    AGREED_ON,
    COURSE,
    DAY_AFTER,
    KNOWN,
    PHYSICAL,
    SET,
    SIAN,
    SIGNS,
    TNA,
    ZANETA,
    ACourse,
    Stage,
    choice,
    days,
    draft,
    person,
    planned,
    signed_anew,
    technique,
)
from tests.operations.an_earlier_course import EARLIER, looked_at_before

ISSUED_ELSEWHERE = {"printing"}
"""Modules whose wishes have tests of their own: papers are issued whatever the state of a course."""


READ_AS: dict[str, Any] = {
    "kind": FileKind.INCIDENTS,
    "headings": "day, hold",
    "columns": {"day": 0, "hold": 1},
    "wordings": {"wrist grabbed": "wrist"},
}
"""How an incident log was read."""


def all_wishes() -> dict[str, Wish[..., Any]]:
    """Every wish of the product by its name, found in its modules."""
    modules = (
        importlib.import_module(f"{operations.__name__}.{each.name}")
        for each in pkgutil.iter_modules(operations.__path__)
        if not each.ispkg and each.name not in ISSUED_ELSEWHERE
    )
    found = (value for module in modules for value in vars(module).values())
    return {value.name: value for value in found if isinstance(value, Wish)}


@dataclass(frozen=True)
class Doing:
    """A wish at a stage. ``at_end``: the same wish once the course is closed; None: it is not about a course."""

    stage: Stage
    run: Callable[[ACourse], Any]
    at_end: Callable[[ACourse], Any] | None = None
    before: Callable[[ACourse], Any] | None = None


def _of_course(stage: Stage, run: Callable[[ACourse], Any], before: Callable[[ACourse], Any] | None = None) -> Doing:
    """A wish about the course that reads the same before and after closing."""
    return Doing(stage, run, at_end=run, before=before)


PLAN = ActionPlan(
    id=ActionPlanId(named("plan")),
    enrolment=courses_and_marks.enrolment().id,
    need="Keep talking",
    support="Practice with a partner",
    by_whom="Jean Macdonald",
    review_on=date(2026, 12, 8),
)
PACKAGE = SentPackage(
    id=PackageId(named("package")),
    course=COURSE,
    file_name="CALM-2217.calmpack",
    sequence=1,
    identity="a" * 64,
    previous="",
    written_at=at("10:00", DAY_AFTER),
    written_by=LEAD,
    head_seq=1,
    head_hash="b" * 64,
)
LATER = Catalogue(
    id=CatalogueId(named("issued")),
    name="Issued",
    issuer="CALM",
    version="2027",
    generic=False,
    in_force_from=FIRST_DAY,
)
HELD_BACK = TraineeSigns(state=TraineeSignature.INK_LATER)


def _hurt(a: ACourse) -> Any:
    return a.do(record_incident, a_knock(a))


def a_knock(a: ACourse, **changes: Any) -> Incident:
    """A knock on the wrist in the second assessment block, whoever it is not changed to."""
    own: dict[str, Any] = {
        "id": IncidentId(named("knock")),
        "course": COURSE,
        "session": a.session(1),
        "enrolment": a.place(SIAN),
        "at": at("12:20"),
        "facts": "Wrist knocked against the wall",
        "injury": True,
    }
    return Incident(**{**own, **changes})


def _withdraw(a: ACourse) -> Any:
    return a.do(withdraw, a.signed(SIAN).id, "Signed on the wrong line")


def _sign_in_ink(a: ACourse) -> None:
    a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), HELD_BACK)


def _hold(a: ACourse) -> Any:
    return a.do(hold_ink_copy, a.signed(SIAN).id, at("09:00", DAY_AFTER), "Ashgrove, office")


def _mark_first(a: ACourse) -> Any:
    return a.mark(SIAN, "W1", "N")


def _make_good(a: ACourse) -> Any:
    made_good = MadeGood(minutes=20, on=LAST_DAY, content="Aims", by="Jean Macdonald")
    return a.do(make_good, a.attendance(SIAN, 1).id, made_good)


CERTIFICATE = EarlierSignOff(
    number="C-118", signed_on=date(2025, 10, 1), valid_until=date(2026, 10, 1), techniques=("W1",), seen_by=""
)


def _archived(a: ACourse, name: str) -> Any:
    a.take_in(name)
    return a.do(archive_person, PersonId(named(name)))


DOINGS: dict[str, Doing] = {
    # before any course
    "organisation.entered": Doing(
        Stage.PREPARED, lambda a: a.do(enter_organisation, people_and_things.organisation(name="Ashgrove Care Ltd"))
    ),
    "instructor.entered": Doing(
        Stage.PREPARED, lambda a: a.do(enter_instructor, people_and_things.instructor(expires=date(2028, 3, 31)))
    ),
    "number.set": Doing(Stage.PREPARED, lambda a: a.do(set_number, "ratio_warn", 10)),
    "catalogue.loaded": Doing(
        Stage.PREPARED,
        lambda a: a.do(load_catalogue, LATER, [replace(technique("C1", "wrist"), catalogue=LATER.id)]),
    ),
    # the analysis
    "tna.drafted": Doing(Stage.DRAFTED, lambda a: a.do(draft_tna, draft({"wrist": 20}))),
    "tna.described": Doing(Stage.DRAFTED, lambda a: a.do(describe, TNA, {"audit": audit({"wrist": 3})})),
    "tna.revised": Doing(Stage.AUTHORISED, lambda a: a.do(revise, TNA)),
    "tna.begun_from": Doing(
        Stage.AUTHORISED, lambda a: a.do(begin_from, TNA, TnaId(named("of its own")), "TNA-2217-26-009", "Birchwood")
    ),
    "tna.still_so": Doing(
        Stage.AUTHORISED,
        lambda a: a.do(still_so, a.all(Tna)[-1].id, ["service", "risk:1"]),
        before=lambda a: a.do(revise, TNA),
    ),
    "risk.described": Doing(
        Stage.DRAFTED, lambda a: a.do(describe_risk, a.risk(1), {"situation": "At the door", "severity": Severity.HIGH})
    ),
    "risk.taken_off": Doing(Stage.DRAFTED, lambda a: a.do(take_off_risk, a.risk(1), "Once, at the dentist's")),
    "risk.current": Doing(
        Stage.DRAFTED,
        lambda a: a.do(keep_risk, a.risk(1)),
        before=lambda a: a.do(end_risk, a.risk(1), "The person has moved"),
    ),
    "risk.listed": Doing(Stage.DRAFTED, lambda a: a.do(list_risk, TNA, "bite", "bite held")),
    "risk.kept": Doing(
        Stage.DRAFTED,
        lambda a: a.do(keep_as_current, a.risk(1), "The person comes back in spring"),
        before=lambda a: a.do(describe, TNA, {"audit": audit({"bite": 1})}),
    ),
    "risks.listed": Doing(
        Stage.DRAFTED, lambda a: a.do(list_risks, TNA, {"bite": Severity.HIGH, "bear_hug": Severity.MEDIUM})
    ),
    "count.entered": Doing(Stage.DRAFTED, lambda a: a.do(enter_count, TNA, "wrist", date(2026, 8, 1), 2)),
    "count.begun": Doing(Stage.DRAFTED, lambda a: a.do(begin_to_count, TNA, "bite_arm")),
    "count.taken_off": Doing(
        Stage.DRAFTED,
        lambda a: a.do(stop_counting, TNA, "bite_arm"),
        before=lambda a: a.do(begin_to_count, TNA, "bite_arm"),
    ),
    "count.period": Doing(Stage.DRAFTED, lambda a: a.do(set_period, TNA, date(2024, 11, 1), date(2026, 9, 29))),
    "counts.taken": Doing(
        Stage.DRAFTED,
        lambda a: a.do(take_counts, TNA, audit({"wrist": 2}), Settled(**{**READ_AS, "headings": "other"})),
    ),
    "shape.remembered": Doing(Stage.PREPARED, lambda a: a.do(remember, Settled(**READ_AS))),
    "hold.not_carried": Doing(Stage.DRAFTED, lambda a: a.do(leave_hold, TNA, "bite", "Once, at the dentist's")),
    "risk.ended": Doing(Stage.DRAFTED, lambda a: a.do(end_risk, a.risk(1), "The person has moved")),
    "technique.chosen": Doing(Stage.DRAFTED, lambda a: a.do(choose, TNA, choice("W9", a.risk(1)))),
    "technique.left_out": Doing(Stage.DRAFTED, lambda a: a.do(leave_out, TNA, {"W9": "High", "W1": "Not met now"})),
    "technique.put_in": Doing(Stage.DRAFTED, lambda a: a.do(put_in, TNA, "W9", 0)),
    "technique.taken_out": Doing(Stage.DRAFTED, lambda a: a.do(take_out, TNA, "W1", "Not met now")),
    "risk.covered": Doing(
        Stage.DRAFTED,
        lambda a: a.do(cover, a.risk(1)),
        before=lambda a: a.do(take_out, TNA, "W1", "Not met now"),
    ),
    "technique.moved": Doing(Stage.DRAFTED, lambda a: a.do(move_choice, TNA, "S1", -1)),
    "need.answered": Doing(Stage.DRAFTED, lambda a: a.do(answer_need, TNA, False, "No hold continues.")),
    "tna.authorised": Doing(Stage.DRAFTED, lambda a: a.do(authorise, TNA, SIGNED_IN_OCTOBER)),
    # people
    "people.taken_in": Doing(
        Stage.ENROLLED,
        lambda a: a.do(take_in, [person("Mair", staff_no="7"), person(SIAN, staff_no="4411", site="West")]),
    ),
    "evidence.seen": Doing(
        Stage.ENROLLED,
        lambda a: a.do(see_evidence, PersonId(named(SIAN)), "certificate", "CT-2", completed_on=date(2026, 10, 1)),
    ),
    "basis.stated": Doing(
        Stage.ENROLLED, lambda a: a.do(state_basis, PersonId(named(SIAN)), Basis.MANAGER, "Leads the night shift")
    ),
    "person.entered": Doing(
        Stage.ENROLLED, lambda a: a.do(enter_person, replace(a.person(SIAN), full_name="Siân Rees", site="West"))
    ),
    "certificate.seen": Doing(Stage.ENROLLED, lambda a: a.do(see_certificate, PersonId(named(SIAN)), CERTIFICATE)),
    "person.archived": Doing(
        Stage.ENROLLED, lambda a: a.do(archive_person, PersonId(named("Mair"))), before=lambda a: a.take_in("Mair")
    ),
    "person.back": Doing(
        Stage.ENROLLED, lambda a: a.do(bring_back, PersonId(named("Mair"))), before=lambda a: _archived(a, "Mair")
    ),
    "people.made_one": Doing(
        Stage.ENROLLED,
        lambda a: a.do(make_one, PersonId(named("Mair")), PersonId(named(SIAN)), {"full_name"}),
        before=lambda a: a.take_in("Mair"),
    ),
    "people.told_apart": Doing(
        Stage.ENROLLED,
        lambda a: a.do(tell_apart, PersonId(named("Mair")), PersonId(named(SIAN))),
        before=lambda a: a.take_in("Mair"),
    ),
    # the course
    "course.entered": Doing(
        Stage.AUTHORISED,
        lambda a: a.do(enter_course, planned()),
        at_end=lambda a: a.do(enter_course, replace(a.course, venue="Elsewhere")),
    ),
    "set.agreed": _of_course(
        Stage.AUTHORISED, lambda a: a.do(agree_set, COURSE), lambda a: a.do(enter_course, planned())
    ),
    "set.left_out": _of_course(Stage.ENROLLED, lambda a: a.do(leave_out_of_set, COURSE, "S1", "No sleeves in summer")),
    "set.taken_in": _of_course(
        Stage.ENROLLED,
        lambda a: a.do(take_into_set, COURSE, "S1"),
        lambda a: a.do(leave_out_of_set, COURSE, "S1", "No sleeves in summer"),
    ),
    "set.moved": _of_course(Stage.ENROLLED, lambda a: a.do(move_in_set, COURSE, "S1", -2)),
    "set.as_chosen": _of_course(
        Stage.ENROLLED,
        lambda a: a.do(take_whole_choice, COURSE),
        lambda a: a.do(leave_out_of_set, COURSE, "S1", "No sleeves in summer"),
    ),
    "course.moved_to_revision": Doing(
        Stage.ENROLLED,
        lambda a: a.do(move_to_revision, COURSE, a.all(Tna)[-1].id),
        at_end=lambda a: a.do(move_to_revision, COURSE, TNA),
        before=signed_anew,
    ),
    "people.enrolled": _of_course(
        Stage.ENROLLED,
        lambda a: a.do(enrol, COURSE, [PersonId(named("Mair"))]),
        lambda a: a.do(take_in, [person("Mair", staff_no="7")]),
    ),
    "enrolment.adjusted": _of_course(Stage.ENROLLED, lambda a: a.do(adjust, a.place(SIAN), "Seated throughout")),
    "enrolment.part_changed": _of_course(Stage.ENROLLED, lambda a: a.do(change_part, a.place(SIAN), Part.THEORY)),
    "enrolment.withdrawn": _of_course(Stage.ENROLLED, lambda a: a.do(give_up_place, a.place(SIAN), "On leave")),
    "plan.laid_out": _of_course(Stage.ENROLLED, lambda a: a.do(lay_out, COURSE, days()[:1])),
    "course.ready": _of_course(Stage.ENROLLED, lambda a: a.do(make_ready, COURSE)),
    "head_office.told": _of_course(Stage.ENROLLED, lambda a: a.do(note_told, COURSE, AGREED_ON)),
    "course.planned": Doing(
        Stage.AUTHORISED,
        lambda a: a.do(plan_new_course, planned(), "initial_two_days"),
        at_end=lambda a: a.do(plan_new_course, a.course, "initial_two_days"),
    ),
    "course.copied": Doing(
        Stage.ENROLLED,
        lambda a: a.do(
            copy_course,
            replace(a.course, id=CourseId(named("copy")), ref="ET-2217-26-015"),
            "initial_two_days",
            [PersonId(named(name)) for name in PHYSICAL],
        ),
        at_end=lambda a: a.do(copy_course, a.course, "initial_two_days", []),
    ),
    "course.moved": _of_course(Stage.ENROLLED, lambda a: a.do(move_course, COURSE, DAY_AFTER)),
    "course.cancelled": _of_course(
        Stage.ENROLLED, lambda a: a.do(cancel_course, COURSE, reasons={"R30.cancelling": "The hall has burnt down"})
    ),
    "course.reopened": Doing(
        Stage.CLOSED, lambda a: a.do(reopen_course, COURSE, reasons={"R30.reopening": "A mark was on the wrong line"})
    ),
    "plan.from_type": _of_course(Stage.ENROLLED, lambda a: a.do(lay_out_from_type, COURSE, "initial_two_days")),
    "session.on": _of_course(Stage.ENROLLED, lambda a: a.do(set_day, a.session(2), LAST_DAY + timedelta(days=7))),
    "session.starts": _of_course(Stage.ENROLLED, lambda a: a.do(set_start, a.session(1), time(9, 30))),
    "block.minutes": _of_course(Stage.ENROLLED, lambda a: a.do(set_minutes, days()[0][1][1].id, 50)),
    "block.changed": _of_course(
        Stage.ENROLLED, lambda a: a.do(change_block, replace(days()[0][1][1], title="Prevention first"))
    ),
    "block.added": _of_course(
        Stage.ENROLLED,
        lambda a: a.do(add_block, replace(days()[0][1][1], id=BlockId(named("new block"))), days()[0][1][2].id),
    ),
    "block.moved": _of_course(Stage.ENROLLED, lambda a: a.do(move_block, days()[0][1][1].id, 1)),
    "block.removed": _of_course(Stage.ENROLLED, lambda a: a.do(remove_block, days()[0][1][1].id)),
    "venue.answered": _of_course(Stage.ENROLLED, lambda a: a.do(answer_venue, COURSE, "phone_signal", False)),
    "venue.as_before": _of_course(Stage.ENROLLED, lambda a: a.do(take_venue_over, COURSE, EARLIER), looked_at_before),
    "minutes.given": _of_course(Stage.RUNNING, lambda a: a.do(give_minutes, {days()[0][1][4].id: 80})),
    # the register
    "attendance.all_here": _of_course(Stage.READY, lambda a: a.at("08:55").do(see_all_here, a.session(1))),
    "attendance.recorded": _of_course(
        Stage.READY, lambda a: a.do(record_attendance, a.place(SIAN), a.session(1), Presence.ABSENT)
    ),
    "attendance.made_good": _of_course(Stage.RUNNING, _make_good),
    "fitness.declared": _of_course(
        Stage.READY, lambda a: a.at("08:50").do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    ),
    "fitness.declared_together": _of_course(
        Stage.READY,
        lambda a: a.do(declare_fit_together, a.session(1), [a.place(name) for name in PHYSICAL]),
        lambda a: a.at("08:55").do(see_all_here, a.session(1)),
    ),
    "attendance.walk_in": _of_course(
        Stage.RUNNING, lambda a: a.at("12:21").do(walk_in, a.session(1), person("Mair", staff_no=""))
    ),
    "incident.recorded": _of_course(Stage.RUNNING, _hurt),
    "incident.added_to": Doing(
        Stage.RUNNING,
        lambda a: a.do(add_to_incident, a_knock(a).id, Addition(at=a.now, by="", accident_book_ref="26/31")),
        before=_hurt,
    ),
    "incident.cleared": Doing(
        Stage.RUNNING, lambda a: a.do(clear_incident, a_knock(a).id, "First aider"), before=_hurt
    ),
    "briefing.given": _of_course(Stage.READY, lambda a: a.at("09:05").do(give_briefing, a.session(1), at("09:05"))),
    # marks
    "attempt.recorded": _of_course(Stage.RUNNING, lambda a: a.mark(SIAN)),
    "attempt.taken_back": Doing(
        Stage.RUNNING,
        lambda a: a.do(take_back, a.cell(SIAN, "W1")[0].id),
        at_end=lambda a: a.do(take_back, a.cell(SIAN, "W1")[0].id),
        before=_mark_first,
    ),
    "feedback.written": _of_course(
        Stage.RUNNING, lambda a: a.do(write_feedback, a.cell(SIAN, "W1")[0].id, "Slow down."), _mark_first
    ),
    "cells.not_assessed": _of_course(
        Stage.RUNNING,
        lambda a: a.do(
            fill_not_assessed, [(a.place(name), a.technique(code)) for name in PHYSICAL for code in SET], "Fire alarm"
        ),
    ),
    "knowledge.recorded": _of_course(Stage.RUNNING, lambda a: a.do(record_knowledge, a.place(SIAN), KNOWN)),
    # the end
    "marks.complete": _of_course(Stage.RUNNING, lambda a: a.do(call_for_signatures, COURSE)),
    "sign_off.signed": _of_course(Stage.TO_SIGN, lambda a: a.do(sign_off, a.place(SIAN), SIGNS)),
    "sign_off.trainee_signed": _of_course(Stage.TO_SIGN, _hold, _sign_in_ink),
    "sign_off.withdrawn": _of_course(Stage.SIGNED, _withdraw),
    "action_plan.written": _of_course(
        Stage.SIGNED, lambda a: a.do(write_action_plan, replace(PLAN, enrolment=a.place(ZANETA)))
    ),
    "course.closed": _of_course(Stage.SIGNED, lambda a: a.at("09:00", DAY_AFTER).do(close_course, COURSE)),
    "package.written": Doing(Stage.CLOSED, lambda a: a.do(record_package, PACKAGE)),
}
