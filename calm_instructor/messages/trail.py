"""The trail in words: what a wish did, what a record is called, and what its fields are called in the trade.

A wish or field that has no words here shows a plain name of its own; a test finds it.
"""

from calm_instructor.messages.labels import CORE_BEHAVIOURS
from calm_instructor.messages.translating import _, mark, ngettext

WISHED: dict[str, str] = {
    "action_plan.written": mark("Action plan written"),
    "attempt.recorded": mark("Mark recorded"),
    "attempt.taken_back": mark("Mark taken back"),
    "attendance.all_here": mark("Seen here"),
    "attendance.made_good": mark("Missed time made good"),
    "attendance.recorded": mark("Attendance recorded"),
    "attendance.walk_in": mark("Walk-in taken in"),
    "basis.stated": mark("Basis stated"),
    "block.added": mark("Block added to the plan"),
    "block.changed": mark("Block changed"),
    "block.minutes": mark("Minutes of a block changed"),
    "block.moved": mark("Block moved"),
    "block.removed": mark("Block taken out of the plan"),
    "briefing.given": mark("Briefing given"),
    "catalogue.loaded": mark("Catalogue loaded"),
    "cells.not_assessed": mark("Set to not assessed"),
    "certificate.seen": mark("Earlier certificate seen"),
    "count.begun": mark("Hold added to the audit"),
    "count.entered": mark("Count entered"),
    "count.period": mark("Time counted said"),
    "counts.taken": mark("Counts taken from a file"),
    "count.taken_off": mark("Hold taken off the audit"),
    "course.cancelled": mark("Course cancelled"),
    "course.closed": mark("Course closed"),
    "course.entered": mark("Course entered"),
    "course.moved": mark("Course moved to other dates"),
    "course.moved_to_revision": mark("Newer revision of the TNA taken on"),
    "course.planned": mark("Course begun"),
    "course.ready": mark("Course made ready"),
    "course.reopened": mark("Course opened again"),
    "document.issued": mark("Papers issued"),
    "enrolment.adjusted": mark("Adjustment noted"),
    "enrolment.part_changed": mark("Part changed"),
    "enrolment.withdrawn": mark("Place given up"),
    "epoch.begun": mark("Records brought back from a backup"),
    "evidence.seen": mark("Evidence of Core Theory seen"),
    "feedback.written": mark("Feedback written"),
    "fitness.declared": mark("Fitness declared"),
    "fitness.declared_together": mark("Fitness declared"),
    "head_office.told": mark("Head office told"),
    "hold.not_carried": mark("Hold not carried as a risk"),
    "incident.added_to": mark("Training incident added to"),
    "incident.cleared": mark("Back after an incident"),
    "incident.recorded": mark("Training incident recorded"),
    "instructor.entered": mark("Instructor’s profile kept"),
    "knowledge.recorded": mark("Knowledge check recorded"),
    "marks.complete": mark("Marking finished"),
    "minutes.given": mark("Minutes given recorded"),
    "need.answered": mark("Need answered"),
    "people.made_one": mark("Two records made one"),
    "people.told_apart": mark("Told apart"),
    "number.set": mark("Number set"),
    "organisation.entered": mark("Organisation kept"),
    "package.written": mark("Package written"),
    "people.enrolled": mark("People placed on a course"),
    "people.taken_in": mark("People taken in"),
    "person.archived": mark("Person archived"),
    "person.back": mark("Person taken back from the archive"),
    "person.entered": mark("Person’s record kept"),
    "plan.from_type": mark("Plan taken from the course type"),
    "plan.laid_out": mark("Plan laid out"),
    "risk.covered": mark("Risk covered"),
    "risk.current": mark("Risk current again"),
    "risk.described": mark("Risk described"),
    "risk.ended": mark("Risk ended"),
    "risk.kept": mark("Risk kept as current"),
    "risk.listed": mark("Risk listed"),
    "risk.taken_off": mark("Risk taken off the list"),
    "risks.listed": mark("Holds carried as risks"),
    "session.on": mark("Date of a day changed"),
    "session.starts": mark("Start of a session changed"),
    "set.agreed": mark("Set of techniques agreed"),
    "set.as_chosen": mark("TNA’s selection taken"),
    "set.left_out": mark("Technique left out of the course"),
    "set.moved": mark("Technique moved in the course"),
    "set.taken_in": mark("Technique taken into the course"),
    "shape.remembered": mark("How a file is read remembered"),
    "sign_off.signed": mark("Signed off"),
    "sign_off.trainee_signed": mark("Signed copy held"),
    "sign_off.withdrawn": mark("Sign-off withdrawn"),
    "store.created": mark("Records begun"),
    "technique.chosen": mark("Technique chosen"),
    "technique.left_out": mark("Techniques left out"),
    "technique.put_in": mark("Technique added to the set"),
    "technique.taken_out": mark("Technique taken out of the set"),
    "tna.authorised": mark("TNA authorised"),
    "tna.described": mark("TNA described"),
    "tna.drafted": mark("TNA drafted"),
    "tna.begun_from": mark("TNA begun from an earlier one"),
    "tna.revised": mark("New revision of a TNA begun"),
    "tna.still_so": mark("Looked at again and still so"),
    "undone": mark("Put back"),
    "venue.as_before": mark("Venue list taken over from an earlier course"),
    "venue.answered": mark("Venue looked at"),
}

KINDS: dict[str, str] = {
    "action_plans": mark("Action plan"),
    "amendments": mark("Amendment"),
    "assessments": mark("Mark"),
    "attendance": mark("Attendance"),
    "briefings": mark("Briefing"),
    "catalogues": mark("Catalogue"),
    "course_techniques": mark("Technique of the set"),
    "courses": mark("Course"),
    "devices": mark("Laptop"),
    "document_files": mark("Paper as issued"),
    "documents": mark("Paper"),
    "enrolments": mark("Place"),
    "epochs": mark("Beginning of the trail"),
    "evaluations": mark("Evaluation"),
    "file_shapes": mark("How files of a shape are read"),
    "fitness": mark("Fitness declaration"),
    "incidents": mark("Training incident"),
    "instructors": mark("Instructor"),
    "knowledge_checks": mark("Knowledge check"),
    "organisations": mark("Organisation"),
    "overrides": mark("Reason given"),
    "packages": mark("Package"),
    "people": mark("Person"),
    "session_blocks": mark("Block"),
    "sessions": mark("Session"),
    "signoffs": mark("Sign-off"),
    "techniques": mark("Technique"),
    "tna_risks": mark("Risk"),
    "tna_selections": mark("Choice of a technique"),
    "tnas": mark("TNA"),
}

PROGRAM = mark("the program")
ERASED = mark("what it held was lawfully erased")
YES, NO, NONE = mark("yes"), mark("no"), mark("–")


def wished(name: str) -> str:
    """What a wish did: "Mark recorded"."""
    return _(WISHED[name]) if name in WISHED else _plain(name.replace(".", " "))


def kind(table: str) -> str:
    """What a record of a table is called: "Mark"."""
    return _(KINDS[table]) if table in KINDS else _plain(table)


def with_state(what: str, state: str) -> str:
    """Something with how it was found: "GEN-H1: competent"."""
    return _("{what}: {state}").format(what=what, state=state[:1].lower() + state[1:])


def names(all_of_them: list[str]) -> str:
    """Whom or what an entry is about, a few of them by name."""
    if len(all_of_them) <= _BY_NAME:
        return ", ".join(all_of_them)
    rest = len(all_of_them) - _BY_NAME + 1
    more = ngettext("{count} more", "{count} more", rest).format(count=rest)
    return _("{names} and {more}").format(names=", ".join(all_of_them[: _BY_NAME - 1]), more=more)


_BY_NAME = 3


def line(what: str, about: str, course: str) -> str:
    """An entry in a line: "Mark recorded · Jo Ng · GEN-H1 · ET-2217-26-014"."""
    return " · ".join(filter(None, (what, about, course)))


def risk(number: int) -> str:
    """A risk by its number."""
    return _("risk {number}").format(number=number)


def session(number: int) -> str:
    """A session by its number."""
    return _("session {number}").format(number=number)


def revision(ref: str, number: int) -> str:
    """A TNA with its revision."""
    return _("{ref} revision {number}").format(ref=ref, number=number)


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()


def core() -> str:
    """In the place of a technique's code."""
    return _(CORE_BEHAVIOURS)
