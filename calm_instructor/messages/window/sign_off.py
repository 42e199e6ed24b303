"""Words of Sign-off: what each course ends in and why, who has signed how, and what is still to be done."""

from collections.abc import Mapping, Sequence
from datetime import date

from calm_instructor.domain.errors import Objection
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import Result
from calm_instructor.messages.labels import CORE_BEHAVIOURS
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.showing import day, listed, shown
from calm_instructor.messages.translating import _, mark, ngettext
from calm_instructor.messages.window import left

TABLE = mark("Sign-off of this course")
NAME = mark("Name")
BIB = mark("No.")
CORE = mark("Core")
KNOWLEDGE = mark("K1-5")
OUTCOME = mark("Outcome, worked out")
SIGNATURES = mark("Trainee, instructor")
CELL_SAID = mark("{what}, try {number}")
NO_MARK = mark("No mark")
KNOWS = mark("All answered")
KNOWS_NOT = mark("Not all answered")
NOT_ASKED = mark("Not asked")

OPEN = mark("Open")
READY = mark("Ready")
NOT_READY = mark("Not ready")
SIGNED = mark("Signed {at}")
INK_LATER = mark("Ink to follow")
DISAGREES = mark("Disagrees {at}")
DECLINED = mark("Declined to sign")
INSTRUCTOR_SIGNED = mark("Instructor {at}")
BOTH = mark("Both {how}")
SIGNED_HOW = mark("Trainee {at} {how}.")
INSTRUCTOR_HOW = mark("Instructor {at} {how}.")
HELD_AT = mark("Signed sheet held: {where}.")
NOTE_SAID = mark("Says: “{note}”")
WITNESSED_BY = mark("Witness: {witness}.")
WITHDRAWN = mark("Withdrawn {day}: {reason}.")
LIMIT = mark("Limit: {limits}")
NO_AUTHORITY = mark("No authority to use")
VALID = mark(
    "Valid until {day}. Only the techniques named, only in this organisation, subject to the person’s own plan."
)
PLAN_WRITTEN = mark("Action plan: {need}, with {by}, looked at again {day}.")
PLAN_MISSING = mark("Not yet competent leaves with a plan. Write it.")
ALL_MET = mark("{who}: everything is met.")
SIGNED_FROM = mark("{who}, sign-off {number}.")

RESULTS: Mapping[Result, str] = {
    Result.COMPETENT: mark("Competent (full set)"),
    Result.PART_COMPETENT: mark("Part competent"),
    Result.NOT_YET_COMPETENT: mark("Not yet competent"),
    Result.NOT_COMPLETED: mark("Not completed"),
}
"""An outcome in a narrow column; that nothing may be used on it stands beneath."""

HOW: Mapping[Manner, str] = {Manner.SCREEN: mark("on screen"), Manner.INK: mark("in ink")}

_REASONS: Mapping[str, str] = {
    "R20.no_set": mark("no set agreed"),
    "R20.knowledge_not_met": mark("knowledge not met"),
    "R20.knowledge_not_asked": mark("knowledge not asked"),
    "R16.minutes_missing": mark("{missed} min to make good"),
    "R41.missed_block": mark("to make good: {block}"),
    "R15.not_cleared": mark("not cleared on {day}"),
}
_NOT_YET = mark("{techniques} not yet")
_NOT_ASSESSED = mark("{techniques} not assessed")
_ALL = 3
"""From how many techniques on their number is said rather than their codes."""

END_MARKING = mark("End the marking")
MEND = mark("Mend")
SHOW_NEXT = mark("{count}, show the next of them")
HAND_TO = mark("Hand to {who}")
INK_HELD = mark("Signed sheet held…")
PRINT = mark("Print sign-off sheet")
PLAN = mark("Action plan…")
WITHDRAW = mark("Withdraw…")
SIGN_INK = mark("Sign, ink to follow")
SIGN_INK_FOR = mark("Sign for {who}, ink to follow")
OUTCOME_TOLD = mark("{outcome}: {why}.")
ROW_IN_HAND = mark("In hand: {who}")
NOBODY = mark("Nobody to sign off")
NOBODY_HINT = mark("Only people of the physical part are signed off. Add them under People.")
ADD_PEOPLE = mark("Add people")
FOOT = mark(
    "Signing is for good. What is signed can be amended with a reason, never changed. With the trainee’s signature yours is "
    "set: that you saw what is marked as yours against the criteria."
)

LEAVE = mark("Leave as it is")
RECORD = mark("Record")
PLAN_TITLE = mark("Action plan: {who}")
PLAN_DETAIL = mark("What is needed until the next try, who helps, and when it is looked at again.")
PLAN_NEED = mark("What is needed")
PLAN_SUPPORT = mark("Support")
PLAN_BY = mark("By whom")
PLAN_REVIEW = mark("Looked at again on")
PLAN_RESTRICTION = mark("Until then")
PLAN_RESTRICTION_HINT = mark("As in: not alone on shift")
PLAN_MANAGER = mark("Manager told on")
PLAN_MANAGER_HINT = mark("Empty: not told yet")
NOT_A_DATE = mark("Write the day as 22 Nov 2026.")
INK_TITLE = mark("Signed sheet held")
INK_DETAIL = mark("Authority begins with the trainee’s signature, on the day that stands on the sheet.")
INK_WHO = mark("Whose")
INK_ON = mark("Signed on")
INK_WHERE = mark("Held where")
INK_WHERE_HINT = mark("As in: Ashgrove, office, course folder")
WITHDRAW_TITLE = mark("Withdraw the sign-off of {who}")
WITHDRAW_DETAIL = mark("Both stay on record, and authority on it ends now. The marks are open again.")
WITHDRAW_REASON = mark("Reason")
WITHDRAW_VERB = mark("Withdraw")


def reasons(objections: Sequence[Objection]) -> str:
    """Why an outcome is what it is, shortly, as in "H1 not yet · knowledge not asked"."""
    said = []
    for code, words in (("R20.not_yet", _NOT_YET), ("R20.not_assessed", _NOT_ASSESSED)):
        names = [short_code(str(no.facts["technique"])) for no in objections if no.code == code]
        if names:
            said.append(_(words).format(techniques=_techniques(names)))
    for no in objections:
        if no.code in _REASONS:
            facts = {name: shown(value) for name, value in no.facts.items()}
            said.append(_(_REASONS[no.code]).format_map(facts))
        elif no.code not in {"R20.not_yet", "R20.not_assessed"}:
            said.append(left.of_person(no))
    return " · ".join(dict.fromkeys(said))


def short_code(code: str) -> str:
    """A technique in a narrow column; "" stands for the core behaviours."""
    return code.removeprefix("GEN-") if code else _(CORE_BEHAVIOURS)


def _techniques(names: Sequence[str]) -> str:
    if len(names) <= _ALL:
        return listed(names)
    return ngettext("{count} part", "{count} parts", len(names)).format(count=len(names))


def sentences(objections: Sequence[Objection]) -> tuple[str, ...]:
    """The same in full."""
    return tuple(sentence(no) for no in objections)


def ready_count(count: int) -> str:
    """As in "7 ready"."""
    return ngettext("{count} ready", "{count} ready", count).format(count=count)


def signed_count(count: int) -> str:
    """As in "2 signed"."""
    return ngettext("{count} signed", "{count} signed", count).format(count=count)


def open_count(count: int) -> str:
    """As in "1 open"."""
    return ngettext("{count} open", "{count} open", count).format(count=count)


def stopped_count(count: int) -> str:
    """As in "3 not ready"."""
    return ngettext("{count} not ready", "{count} not ready", count).format(count=count)


def cells_open(count: int) -> str:
    """Why the marking is not over."""
    return ngettext(
        "{count} cell has no mark yet. Mark it, or say why it was not assessed.",
        "{count} cells have no mark yet. Mark them, or say why they were not assessed.",
        count,
    ).format(count=count)


def valid_until(on: date) -> str:
    """Until when, and for what."""
    return _(VALID).format(day=day(on))
