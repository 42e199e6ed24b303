"""Words for people who may be on record twice."""

from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("On record twice?")
DETAIL = mark("Records that may be one person. Nothing is made one before you say so.")
PAIRS = mark("Who may be the same")
HEAD_PAIR = mark("May be one person")
WHY_PAIR = mark("Why it is asked")
CHOSEN_BY_HAND = mark("Chosen by hand")
NOBODY = mark("Nobody is on record twice")
NOBODY_HINT = mark("Records with names alike are asked about here, until somebody says whether they are one person.")
MATTER = mark("They differ in")
SAYS_FIRST = mark("The record that stays")
SAYS_SECOND = mark("The record that goes into it")
TAKEN = mark("taken")
SAID_BY_BOTH = mark("Said by both")
ALIKE = mark("Both say the same.")
NOTHING = mark("nothing")
MAKE_ONE = mark("Make one record")
NOT_THE_SAME = mark("Not the same person")
LEAVE = mark("Back to people")
NEVER_SEEN = mark("evidence not seen")
SEEN = mark("evidence seen by {who}")
TEMPORARY = mark("{number} (temporary)")
BOTH_KEPT = mark(
    "Courses, marks, sign-offs and certificates seen of both go together. Papers that were printed stay as issued; a staff number "
    "not taken is still found. What else is not taken stays in the trail alone."
)
MADE = mark("One record now: {who}.")
APART = mark("Two people: nobody is asked about them again.")
DOUBLE_OF = mark("Same as another record…")
CHOOSE = mark("Which record is the same person?")
COMPARE = mark("Compare the two")
MAY_BE = mark("May be the same person as {who}.")
LOOK = mark("Compare")


def made(who: str) -> str:
    """Said once two records are one."""
    return _(MADE).format(who=who)


def may_be(who: str) -> str:
    """Said on the page of somebody who may be on record twice."""
    return _(MAY_BE).format(who=who)


def count(pairs: int) -> str:
    """The button of the list of people."""
    return ngettext("{count} may be on record twice", "{count} may be on record twice", pairs).format(count=pairs)


def holds(courses: int, signed: int) -> str:
    """What hangs on a record."""
    on = ngettext("{count} course", "{count} courses", courses).format(count=courses) if courses else _("no course")
    if not signed:
        return on
    return f"{on} · {ngettext('{count} sign-off', '{count} sign-offs', signed).format(count=signed)}"
