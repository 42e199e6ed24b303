"""What a calendar says of a day of a course."""

from calm_instructor.messages.translating import _, mark

_TITLE = mark("{course}, day {number} of {count}")
_NOTES = mark("{ref}. From {starts} to {ends}. Led by {lead}. Wear flat shoes and clothing that you can move in.")


def meeting_title(course: str, number: int, count: int) -> str:
    """As in "Escape techniques, initial course, day 1 of 2"; a course of one day has no number."""
    return _(_TITLE).format(course=course, number=number, count=count) if count > 1 else course


def meeting_notes(ref: str, starts: str, ends: str, lead: str) -> str:
    """What somebody who comes wants to know."""
    return _(_NOTES).format(ref=ref, starts=starts, ends=ends, lead=lead)
