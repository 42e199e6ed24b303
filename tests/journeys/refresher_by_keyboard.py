"""From the due list to a refresher of two days that is ready, by the keyboard alone.

Every key is counted but the letters of texts, which are free.
"""

from collections.abc import Callable

from tests.journeys.needs_by_keyboard import Keys

FIRST_DAY = "14 Sep 2027"
VENUE = "Garden hall"
PINNED = "13:30"
REASON = "Elen gives first aid on both days."
COMING = 6
"""People who are ticked on the due list."""


def from_due_list_to_ready(keys: Keys, picture: Callable[[str], object]) -> None:
    """The whole walk. ``picture`` keeps what is seen under a name."""
    keys.press("Ctrl+2")
    keys.do("Due list")
    for _person in range(COMING):
        keys.press("Space Down")
    picture("due")
    keys.press("Ctrl+N")
    picture("new")
    keys.write(FIRST_DAY)
    keys.reach("Course type", "Shift+Tab")
    keys.press("Down")
    picture("lead-has-run-out")
    keys.say("Venue", VENUE)
    keys.choose("Lead instructor", "Jean Macdonald, authorised until 30 Sep 2027")
    picture("chosen")
    keys.do("Plan this course")
    picture("planned")
    keys.press("Ctrl+Return")  # what is next: the set
    keys.reach("Agree the set")
    keys.press("Return")
    picture("agreed")
    keys.press("Ctrl+PgUp")
    keys.do("Make blocks", "Shift+Tab")
    keys.press("Down Down Return")
    picture("blocks")
    to_block(keys, "Practice with new partners")
    keys.press("plus plus")
    to_block(keys, "Lunch")
    keys.press("Alt+Down")
    picture("longer")
    keys.press("Return")
    keys.say("Pinned to", PINNED)
    keys.press("Escape")
    picture("pinned")
    keys.reach("What is shown beside the plan: Block")
    keys.press("Right")
    keys.reach("Elen Prydderch-Hughes")
    keys.press("Space")
    picture("co-instructor")
    keys.press("Ctrl+Return")  # what is next: that it is ready
    keys.write(REASON)
    picture("reason")
    keys.do("Go on with this reason")
    picture("ready")


def to_block(keys: Keys, title: str) -> None:
    """Down the list of blocks until this one is in hand."""
    for _block in range(40):
        if title in keys.cell:
            return
        keys.press("Down")
    raise AssertionError(f"{title!r} is not in the plan")
