"""The words of closing a course and of sending it: what is open, what closing does, what goes and what stays."""

from collections.abc import Sequence
from datetime import datetime

from calm_instructor.domain.sign_off import Result
from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _, mark, ngettext

OPEN_TITLE = mark("What is open")
OPEN_NAME = mark("What is open, by person")
HEAD_BIB = mark("No.")
HEAD_WHO = mark("Who")
HEAD_WHAT = mark("What is open, and what puts it right")
HEAD_WHERE = mark("Mend it in")
NOTHING_OPEN = mark("Nothing is open. The course can be closed.")
CLOSE = mark("Close the course…")
CLOSE_VERB = mark("Close the course")
CLOSE_TITLE = mark("Close {course}?")
CLOSE_INTRO = mark("After closing, every step of this course is read-only.")
CLOSING_DOES = (
    mark(
        "Marks, register, sign-offs and plan stay as they are now. A change needs the course opened again, with a reason."
    ),
    mark("The course can be sent to head office. Until a package is written, it waits in the outbox."),
    mark("Papers can still be printed and saved."),
)
REOPEN = mark("Re-open…")
SEND = mark("Write the package…")
SEND_AGAIN = mark("Write it again…")
SEND_TITLE = mark("Send to head office")
SENT_NAME = mark("Packages of this course")
FOLDER_CAPTION = mark("Write the package into a folder or onto a stick")
WRITING = mark("Writing the package")
GOES = mark(
    "Goes: register with minutes, every mark, sign-offs, sheets and their numbers, the analysis in figures, the trail."
)
STAYS = mark("Stays on this laptop: what anybody said about health, and the wording of the analysis and of incidents.")
READABLE = mark(
    "The package is signed, not locked: whoever finds the file can read it. Hand it over in person, or send it safely."
)
PRACTICE = mark("Practice data: the package says so on its first line.")
HEAD_SEQUENCE = mark("No.")
HEAD_FILE = mark("Package")
HEAD_WRITTEN = mark("Written")
HEAD_IDENTITY = mark("Identity")
HEAD_STATE = mark("Head office")
NOT_RECEIVED = mark("not received yet")
REPLACED = mark("replaced by a later one")
NOBODY_CLOSES = mark("Closing bears an instructor’s name. Say in Settings who you are first.")
CANCELLED = mark("This course was cancelled. There is nothing to close or to send.")
FOOT = mark(
    "A course closes when nothing is open or everything open is explained. A package hides and deletes nothing; only a "
    "receipt from head office will say “received”."
)


_RESULTS = {
    Result.COMPETENT: mark("competent"),
    Result.PART_COMPETENT: mark("part competent"),
    Result.NOT_YET_COMPETENT: mark("not yet competent"),
    Result.NOT_COMPLETED: mark("not completed"),
}


def open_count(count: int) -> str:
    """How many things are open."""
    return ngettext("{count} thing is open", "{count} things are open", count).format(count=count)


def why_not_closed(count: int) -> str:
    """Why the course can't be closed yet."""
    text = ngettext(
        "{count} thing is still open. Mend it, or explain it, then close.",
        "{count} things are still open. Mend them, or explain them, then close.",
        count,
    )
    return text.format(count=count)


def results_line(people: int, results: Sequence[tuple[Result, int]]) -> str:
    """How many people, and how they were signed off."""
    counted = ngettext("{count} person", "{count} people", people).format(count=people)
    parts = [f"{count} {_(_RESULTS[result])}" for result, count in results]
    return " · ".join([counted, *parts])


def closed_line(at: datetime, who: str) -> str:
    """That the course is read-only, since when and by whom."""
    return _("Read-only: closed on {day} by {who}.").format(day=day(at), who=who)


def recipient_line(recipient: str) -> str:
    """For whom the package is."""
    return _("For {recipient}.").format(recipient=recipient) if recipient.strip() else _("For your head office.")


def sent(file_name: str, sequence: int) -> str:
    """A package was written."""
    return _(
        "“{name}” is written, number {sequence} of yours. Hand it to head office; its receipt will say “received”."
    ).format(name=file_name, sequence=sequence)


def received(at: datetime) -> str:
    """A receipt came."""
    return _("received {day}").format(day=day(at))


def written(at: datetime, who: str) -> str:
    """When a package was written, and by whom."""
    return f"{moment(at)} · {who}" if who else moment(at)
