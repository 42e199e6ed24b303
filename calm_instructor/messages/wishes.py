"""What each wish did, in a few words: for "Undo: …" and for the trail. Names of wishes are a format of the trail."""

from collections.abc import Mapping

from calm_instructor.messages.labels import CORE_BEHAVIOURS
from calm_instructor.messages.showing import shown
from calm_instructor.messages.translating import _ as translated
from calm_instructor.messages.translating import mark as _

WISHES: dict[str, str] = {
    "action_plan.written": _("action plan for {who}"),
    "attempt.recorded": _("{who}: {technique} {what}"),
    "attempt.taken_back": _("mark of {who} taken back"),
    "attendance.all_here": _("people seen here: {count}"),
    "attendance.made_good": _("missed time of {who} made good"),
    "attendance.recorded": _("{who}: {what}"),
    "attendance.walk_in": _("{who} walked in"),
    "basis.stated": _("basis of {who}"),
    "block.added": _("{who} added to the plan"),
    "block.changed": _("{who} changed"),
    "block.minutes": _("{who} set to {minutes} min"),
    "block.moved": _("{who} moved"),
    "block.removed": _("{who} taken out of the plan"),
    "briefing.given": _("briefing of session {number} given"),
    "catalogue.loaded": _("{who} loaded; techniques: {count}"),
    "cells.not_assessed": _("cells set to not assessed: {count}"),
    "count.begun": _("{who} added to the audit"),
    "count.entered": _("{who}, {month} set to {count}"),
    "count.period": _("{who}: time counted"),
    "counts.taken": _("{who}: counts taken from a file; incidents: {count}"),
    "count.taken_off": _("{who} taken off the audit"),
    "course.cancelled": _("{who} cancelled"),
    "certificate.seen": _("certificate {what} of {who} seen"),
    "course.closed": _("{who} closed"),
    "course.copied": _("{who} planned as an earlier one; people placed: {count}"),
    "course.entered": _("{who} entered"),
    "course.moved": _("{who} put on {day}"),
    "course.moved_to_revision": _("{who} rests on {what}"),
    "course.planned": _("{who} planned"),
    "course.ready": _("{who} ready"),
    "course.reopened": _("{who} opened again"),
    "document.issued": _("{who} printed"),
    "enrolment.adjusted": _("adjustment for {who}"),
    "enrolment.part_changed": _("{who}: {what}"),
    "enrolment.withdrawn": _("place of {who} given up"),
    "evidence.seen": _("evidence of Core Theory of {who} seen"),
    "feedback.written": _("feedback for {who}"),
    "fitness.declared": _("declaration of {who}"),
    "fitness.declared_together": _("people fit today, said themselves: {count}"),
    "head_office.told": _("head office told of {who}"),
    "hold.not_carried": _("hold not carried as a risk"),
    "incident.added_to": _("more about the training injury or near miss: {who}"),
    "incident.cleared": _("{who} cleared to go on"),
    "incident.recorded": _("training injury or near miss: {who}"),
    "instructor.entered": _("profile of {who}"),
    "knowledge.recorded": _("knowledge check of {who}"),
    "marks.complete": _("{who} to be signed"),
    "minutes.given": _("minutes given; blocks: {count}"),
    "need.answered": _("need of {who} answered"),
    "number.set": _("{who}: {what}"),
    "organisation.entered": _("{who} entered"),
    "package.written": _("{who} written"),
    "people.enrolled": _("people placed on {who}: {count}"),
    "people.made_one": _("two records of {who} made one"),
    "people.told_apart": _("{who} and {what} are two people"),
    "people.taken_in": _("people taken in: {count}"),
    "person.archived": _("{who} archived"),
    "person.back": _("{who} taken back from the archive"),
    "person.entered": _("record of {who}"),
    "plan.from_type": _("plan of {who}"),
    "plan.laid_out": _("plan of {who}"),
    "risk.covered": _("{technique} added for risk {number}"),
    "risk.current": _("risk {number} current again"),
    "risk.described": _("risk {number} described"),
    "risk.ended": _("risk {number} ended"),
    "risk.kept": _("risk {number} kept as current"),
    "risk.listed": _("risk {number} {who}"),
    "risk.taken_off": _("risk {number} {who} taken off"),
    "risks.listed": _("holds carried as risks: {count}"),
    "session.on": _("date of day {number}"),
    "session.starts": _("start of session {number}"),
    "set.agreed": _("set of {who} agreed; techniques: {count}"),
    "set.as_chosen": _("{who} teaches the whole choice"),
    "set.left_out": _("{technique} left out of {who}"),
    "set.moved": _("{technique} moved in {who}"),
    "set.taken_in": _("{technique} taken into {who}"),
    "shape.remembered": _("how it is read remembered: {what}"),
    "sign_off.signed": _("{who} signed off: {what}"),
    "sign_off.trainee_signed": _("signed copy of {who} held"),
    "sign_off.withdrawn": _("sign-off of {who} withdrawn"),
    "store.created": _("store created"),
    "technique.chosen": _("{technique} chosen"),
    "technique.left_out": _("techniques left out: {count}"),
    "technique.moved": _("{technique} moved"),
    "technique.put_in": _("{technique} added to the set"),
    "technique.taken_out": _("{technique} taken out of the set"),
    "tna.authorised": _("{who} authorised"),
    "tna.described": _("{who}: {what}"),
    "tna.drafted": _("{who} drafted"),
    "tna.begun_from": _("{who} begun"),
    "tna.revised": _("{who} begun"),
    "tna.still_so": _("{who} looked at again: {count}"),
    "venue.as_before": _("venue of {who} as at {what}"),
    "venue.answered": _("venue of {who} looked at"),
    "undone": _("taken back"),
}

CHANGES: dict[str, str] = {
    "course.entered": _("{who} changed"),
    "instructor.entered": _("profile of {who} changed"),
    "organisation.entered": _("{who} changed"),
}
"""The same wishes where what they enter was on record before (their fact ``changed``): Undo puts it back as it was."""

UNDO_TROUBLE: dict[str, str] = {
    "undo.changed_since": _(
        "This can’t be put back: it was changed since, or a later record rests on it. Everything stays as it is; correct it instead."
    ),
}


def wish_label(name: str, facts: Mapping[str, object]) -> str:
    """What a wish did, as in "cells set to not assessed: 9"."""
    texts = {key: shown(value) for key, value in facts.items()}
    if facts.get("technique") == "":
        texts["technique"] = translated(CORE_BEHAVIOURS)
    told = CHANGES.get(name, WISHES[name]) if facts.get("changed") else WISHES[name]
    return translated(told).format_map(texts)


def undo_label(name: str, facts: Mapping[str, object]) -> str:
    """What Undo would take back, as in "Undo: cells set to not assessed: 9"."""
    return translated("Undo: {what}").format(what=wish_label(name, facts))
