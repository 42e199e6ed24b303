"""The words of the outbox: what waits to be sent, what was written, and whether a file is what was signed."""

from collections.abc import Sequence
from datetime import datetime

from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("Head office")
WAITING_TITLE = mark("Closed and not sent")
WAITING_NAME = mark("Courses that are closed and not sent")
WAITING_NONE = mark("Every closed course is sent.")
WAITING_NONE_HINT = mark("A course comes here when it is closed.")
HEAD_COURSE = mark("Course")
HEAD_CLOSED = mark("Closed")
HEAD_WAITS = mark("Waits")
PACKAGES_TITLE = mark("Packages written")
PACKAGES_NAME = mark("Packages that were written")
PACKAGES_NONE = mark("No package was written yet.")
PACKAGES_NONE_HINT = mark("A package holds one closed course, signed by this laptop, for head office to take in.")
OPEN_COURSE = mark("Open the course")
SEND = mark("Write the package…")
VERIFY = mark("Verify a file…")
VERIFY_CAPTION = mark("Choose the package or paper to verify")
VERIFY_PATTERNS = mark("Packages and papers (*.calmpack *.pdf)")
VERIFYING = mark("Reading the file")
RECEIVED_MEANS = mark("Only a receipt from head office says “received”. Sending again changes nothing there.")
LONG = 7
"""Days after which a course waits long."""


def detail(recipient: str, waiting: int, unreceived: int) -> str:
    """The outbox in a line."""
    parts = [
        recipient.strip(),
        ngettext("{count} course to send", "{count} courses to send", waiting).format(count=waiting) if waiting else "",
        ngettext("{count} package not received yet", "{count} packages not received yet", unreceived).format(
            count=unreceived
        )
        if unreceived
        else "",
    ]
    return " · ".join(filter(None, parts))


def waits(days: int) -> str:
    """How long a course waits."""
    if not days:
        return _("since today")
    return ngettext("{count} day", "{count} days", days).format(count=days)


def closed(at: datetime) -> str:
    """When it was closed."""
    return day(at)


def is_whole(name: str) -> str:
    """A file that is what was signed."""
    return _("“{name}” is whole: signed, complete, and nothing in it was changed.").format(name=name)


def is_not_whole(name: str, sentences: Sequence[str]) -> str:
    """A file that is not what was signed, and the first things found."""
    text = ngettext(
        "“{name}” does not hold ({count} thing).", "“{name}” does not hold ({count} things).", len(sentences)
    )
    return " ".join([text.format(name=name, count=len(sentences)), *sentences[:3]])


def is_as_issued(name: str, title: str, revision: int, at: datetime) -> str:
    """A paper that is, to the last byte, what was issued."""
    return _("“{name}” is as it was issued: {title}, revision {revision}, {moment}.").format(
        name=name, title=title, revision=revision, moment=moment(at)
    )


def is_not_as_issued(name: str) -> str:
    """A paper that this store knows nothing of."""
    return _(
        "“{name}” is not as any paper issued on this laptop: it was changed since, or comes from another laptop. "
        "Compare its short code with the record."
    ).format(name=name)
