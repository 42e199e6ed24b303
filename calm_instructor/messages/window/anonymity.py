"""What is said beneath a text that seems to name a person (R10)."""

from calm_instructor.domain.anonymity import Found, Sign
from calm_instructor.messages.translating import _, mark

_LOOKS = {
    Sign.NAME: mark("“{words}” looks like a name. Only counts and reasons belong here, never who."),
    Sign.INITIALS: mark("“{words}” looks like somebody’s initials. Only counts and reasons belong here, never who."),
    Sign.BIRTH: mark("“{words}” looks like a date of birth. Say the month, or nothing."),
    Sign.NUMBER: mark("“{words}” looks like a personal number. It doesn’t belong here."),
    Sign.CONTACT: mark("“{words}” looks like a phone number or an address. It doesn’t belong here."),
}
_MORE = mark("{first} And {count} more.")


def looks_like(found: tuple[Found, ...]) -> str:
    """The first of what was found in a sentence, and how many more there are; empty where there is nothing."""
    if not found:
        return ""
    first = _(_LOOKS[found[0].sign]).format(words=found[0].words)
    return _(_MORE).format(first=first, count=len(found) - 1) if len(found) > 1 else first
