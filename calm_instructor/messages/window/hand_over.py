"""Words of the page a trainee gets for one minute: their own results in plain words, what they say by signing, and four ways to answer."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.sign_off import Result
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _, mark, ngettext

ONLY_YOURS = mark("Only your own results are open")
PRACTICE = mark("Practice data")
GENERIC = mark("GENERIC techniques")
COURSE = mark("{title}, {site}, {day}")
CORE = mark("Stance, exit and calling for help")
QUESTIONS = mark("Questions K1 to K5")
ALL_ANSWERED = mark("All answered")
SOME_ANSWERED = mark("Not all answered")
NOT_ASKED = mark("Not asked")
NO_MARK = mark("No mark")
SEEN_BY = mark("{what}, seen by {who}")
OBSERVED_BY = mark("Observed by {who}.")
HERE = mark("You were here {minutes} of {taught} minutes.")
LIMITS = mark("With this limit: {limits}.")
UNTIL = mark("Good until {day}.")
SOMETHING_WRONG = mark("Something not right? Choose “I disagree”. Your note stays with the record.")

BY_SIGNING = mark("By signing you say")
SAY_HERE = mark("I was here {minutes} of {taught} minutes and was fit to take part.")
SAY_HERE_ONLY = mark("I was here {minutes} of {taught} minutes.")
SAY_LIMITS = mark("I may use only these techniques, only at work here, and only as a last resort.")
SAY_LIMITS_WITH = mark(
    "I may use only these techniques, with this limit: {limits}; only at work here, only as a last resort."
)
SAY_REPORT = mark("I know how to report it afterwards.")
SAY_REFRESHER = mark("I know my refresher is due by {day}.")
SAY_SEEN = mark("I have seen my results.")
SAY_NO_AUTHORITY = mark("I know that I may not use these techniques.")

SIGN_HERE = mark("Sign here")
PAD = mark("Signature, with finger, pen or mouse")
OR_TYPE = mark("Or type your name")
START_AGAIN = mark("Start again")
NOT_KEPT = mark("The strokes are not kept. The record says that you signed here, on screen, and when.")
COPY = mark("I want a copy")
WANTS_COPY = mark("{who} wants a copy. It is printed under Documents, as the individual record.")

DISAGREE = mark("I disagree")
ON_PAPER = mark("Sign on paper later")
DECLINE = mark("I don’t sign")
GIVE_BACK = mark("Give back")
SIGN = mark("Sign and give back")
TICK_ALL = mark("Tick each sentence first; if one is not so, choose “I disagree”.")
SIGN_FIRST = mark("Sign in the box or type your name first.")

DISAGREE_TITLE = mark("What is not right?")
DISAGREE_DETAIL = mark(
    "Write it in your own words. It goes to head office and your manager, who answer you. "
    "The results stand; by giving it back you say only that you have seen them."
)
DISAGREE_LABEL = mark("In your own words")
RECORD = mark("Record and give back")
DISAGREE_EMPTY = mark("Write what is not right.")
DECLINE_TITLE = mark("You don’t sign")
DECLINE_DETAIL = mark(
    "Nobody has to. Without a signature nothing may be used. Somebody who sees it is named as witness."
)
DECLINE_WITNESS = mark("Witness")
DECLINE_EMPTY = mark("Name who sees that you don’t sign.")
PAPER_TITLE = mark("You sign on paper later")
PAPER_DETAIL = mark("Nothing may be used until the signed sheet is here.")
BACK = mark("Back")
NOT_POSSIBLE = mark("This can’t be signed yet")

OUTCOMES = {
    Outcome.COMPETENT: mark("Competent"),
    Outcome.NOT_YET: mark("Not yet"),
    Outcome.NOT_ASSESSED: mark("Not assessed"),
}


def heading(result: Result, count: int, of: int) -> str:
    """What it comes to, as in "You are competent in all 6 techniques"."""
    if result is Result.COMPETENT:
        return ngettext(
            "You are competent in the technique", "You are competent in all {count} techniques", count
        ).format(count=count)
    if result is Result.PART_COMPETENT:
        return _("You are competent in {count} of {of} techniques").format(count=count, of=of)
    if result is Result.NOT_YET_COMPETENT:
        return _("You are not yet competent. No authority to use")
    return _("You have not completed the course. No authority to use")


def tries(what: str, number: int) -> str:
    """As in "Competent, second try"."""
    if number < 2:
        return what
    second = {2: _("second try"), 3: _("third try")}.get(number) or _("try {number}").format(number=number)
    return f"{what}, {second}"


def statements(
    result: Result, minutes: int, taught: int, limits: Sequence[str], refresher: date | None
) -> tuple[str, ...]:
    """What the trainee ticks; whoever gets no authority signs attendance and result only (R20)."""
    here = _(SAY_HERE if result.gives_authority else SAY_HERE_ONLY).format(minutes=minutes, taught=taught)
    if not result.gives_authority:
        return here, _(SAY_SEEN), _(SAY_NO_AUTHORITY)
    only = _(SAY_LIMITS_WITH).format(limits=", ".join(limits)) if limits else _(SAY_LIMITS)
    due = (_(SAY_REFRESHER).format(day=day(refresher)),) if refresher else ()
    return here, only, _(SAY_REPORT), *due
