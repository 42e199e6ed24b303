"""When somebody came, from what is typed beside their name."""

from datetime import datetime, timedelta

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register import SessionShown
from calm_instructor.ui.parts.dates import read_time


def starts_of(session: SessionShown, now: datetime) -> datetime:
    """When a session starts, on the venue's clock."""
    return datetime.combine(session.on, session.starts, tzinfo=now.tzinfo)


def arrived(text: str, starts: datetime) -> datetime | None:
    """ "18", "18 min" or "9:18"; None where it is none of them."""
    said = text.strip().casefold().removesuffix(_(words.MIN)).strip()
    if said.isdecimal() and len(said) <= 3:
        return starts + timedelta(minutes=int(said))
    at = read_time(said)
    return datetime.combine(starts.date(), at, tzinfo=starts.tzinfo) if at else None
