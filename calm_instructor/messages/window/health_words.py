"""What is said beneath a text on an adjustment that says what somebody has (R15, R44)."""

from calm_instructor.domain.health_words import Said
from calm_instructor.messages.translating import _, mark

_SAYS = mark("“{words}” says what they have. Nobody asks for that here. Write only what you will do.")


def says_what_they_have(said: tuple[Said, ...]) -> str:
    """The first of the words in a sentence; empty where there is nothing."""
    return _(_SAYS).format(words=" ".join(said[0].words.split())) if said else ""
