"""What can be wrong with records that could be opened."""

from calm_instructor.messages.translating import mark as _

OPENING_TROUBLE: dict[str, str] = {
    "opening.damaged": _(
        "{path} is damaged: {count} of its pages can’t be trusted. Write nothing more into it: copy its folder aside, and "
        "bring back a backup or ask head office."
    ),
}
