"""Words of what came over and is looked at again, of authorising, and of an answer "no" as a result."""

from collections.abc import Mapping, Sequence

from calm_instructor.domain.carried import Looked
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

# ── beginning with an earlier one ───────────────────────────────────────────────────────────────────────────────────

BEGIN_WITH = mark("How to start")
BEGIN_EMPTY = mark("begin empty")
FROM_LAST = mark("from the last TNA of {service} (revision {number})")
FROM_LAST_OUT_OF_DATE = mark("from the last TNA of {service} (revision {number}, out of date since {day})")
FROM_LAST_REPLACED = mark("from the last TNA of {service} (revision {number}, replaced)")
WILL_REVISE = mark(
    "This becomes revision {number} of {ref}. Everything said comes over, and is asked again piece by piece."
)
WILL_COPY = mark("Everything said comes over, and is asked again piece by piece.")
WILL_COPY_ELSEWHERE = mark(
    "Factors, groups, prevention, holds and techniques come over, and are asked again piece by piece. Counts, references and "
    "the answer of need stay with {service}."
)
BEGUN_FROM = mark("{tna} begun with what came over. Each piece asks whether it is still so.")

# ── still so? ───────────────────────────────────────────────────────────────────────────────────────────────────────

FROM_REVISION = mark("From revision {number}: still so?")
FROM_EARLIER = mark("From an earlier TNA: still so?")
ASKED_OF_TEXTS = mark("Read it. Say it is still so, or change what is not.")
ASKED_OF_COUNTS = mark("A review counts again: take new counts.")
COUNTS_RUN_UP = mark("The counts run up to {day}. Take newer ones, or say that these are still so.")
STILL_SO = mark("Still so")
STILL_SO_OF = mark("Still so: {what}")
CARRIED_TECHNIQUE = mark("still so?")
CARRIED_RISK = mark("current, still so?")
CARRIED_HOLD = mark("no risk, still so?")
RISK_NUMBER = mark("risk {number}")

# ── authorising ─────────────────────────────────────────────────────────────────────────────────────────────────────

WHAT_IS_ASKED = mark("What is asked")
TO_READ = mark("To read first")
THE_SUMMARY = mark("What is signed")
LOOK_AT = mark("What is shown beside the signature")
NO_SUMMARY_YET = mark("The summary stands here once the question of need is answered: its answer is the heading.")
NO_SUMMARY_NO_PROFILE = mark("A summary says who printed it. Enter your profile in Settings first.")
IN_MONTHS = mark("in {months} months")
SIGN_HERE = mark("Sign here")
PAD = mark("Signature of the authoriser, with finger, pen or mouse")
OR_TYPE = mark("Or type your name")
START_AGAIN = mark("Start again")
NOT_KEPT = mark("The strokes are not kept; the record says who signed here, on screen, and when.")
SIGN_FIRST = mark("The authoriser signs in the box, or types the name beneath it, first.")
NAME_MISSING = mark("Say who authorises: first and last name.")
ROLE_MISSING = mark("Say in which role, as “Registered manager”: a TNA is authorised by somebody with name and role.")
HELD_MISSING = mark("Say where the ink copy is held, as “Office, locked cabinet”.")
SEEN_MISSING = mark("Say who has seen the ink copy.")
SIGNED_ON_SCREEN = mark("Signed here on screen, {moment}.")
SIGNED_SCREEN_DAY = mark("Signed on screen, {day}.")
REPLACES = mark("Revision {number} stays in force until this one is signed, and is replaced by it.")
HAS_REPLACED = mark("Revision {number} has been replaced.")
RESULT_TITLE = mark("The result: no legitimate need for physical skills")
RESULT = mark(
    "It is authorised and printed like any other. No physical course rests on it; a Core Theory or prevention course does."
)
A_RESULT = mark("a result")
PLAN_INSTEAD = mark("Plan Core Theory or prevention")


def carried_in_words(key: str, holds: Mapping[str, str]) -> str:
    """What a key of something carried means: a question, a risk, a hold by its name in ``holds``, a technique by its code."""
    kind, colon, what = key.partition(":")
    if not colon:
        return label(Looked(key))
    return _(RISK_NUMBER).format(number=what) if kind == "risk" else holds.get(what, what)


def all_still_so(count: int) -> str:
    """What confirms everything of a question at once."""
    return ngettext("Still so: {count}", "All {count} still so", count).format(count=count)


def to_look_at(count: int) -> str:
    """How many pieces of a question came over and were not looked at again."""
    return ngettext("{count} is still to be looked at.", "{count} are still to be looked at.", count).format(
        count=count
    )


def stay_on_it(courses: Sequence[str]) -> str:
    """Which courses were planned on the revision that is replaced."""
    if not courses:
        return ""
    return ngettext(
        "{courses} was planned on it and stays on it.", "{courses} were planned on it and stay on it.", len(courses)
    ).format(courses=listed(list(courses)))


def said_still_so(count: int) -> str:
    """What the status line says after that."""
    return ngettext("{count} looked at again, still so.", "{count} looked at again, still so.", count).format(
        count=count
    )


def begun_with(number: int | None) -> str:
    """Where carried things come from."""
    return _(FROM_REVISION).format(number=number) if number is not None else _(FROM_EARLIER)
