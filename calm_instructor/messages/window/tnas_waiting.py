"""Words of what waits of the training needs analyses."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import mark, ngettext

DRAFT = mark("{tna} is a draft")
DUE = mark("Review of {tna} is due")
RUN_OUT = mark("{tna} has run out")
NO_NEW_SET = mark("No new set may rest on it since {day}.")
REVIEW_BY = mark("By {day}.")
BEGIN_NEXT = mark("Begin the next revision.")
BEGUN = mark("Revision {number} is begun: go on with it.")
RESTS_ON = mark("{course} rests on {tna}")
REPLACED = mark("A newer revision has replaced it: take that one on.")
OPEN = mark("Open")
REVIEW = mark("Review")
GO_ON = mark("Go on")
LOOK = mark("Look")


def rest_on_it(courses: Sequence[str]) -> str:
    """Which courses rest on it."""
    if not courses:
        return ""
    text = ngettext("{courses} rests on it.", "{courses} rest on it.", len(courses))
    return text.format(courses=listed(list(courses)))


def to_look_at_again(count: int) -> str:
    """How much of what it took over was not looked at again."""
    return ngettext("{count} thing to look at again", "{count} things to look at again", count).format(count=count)
