"""What the program says about files that were handed in: row, column, value and remedy."""

from calm_instructor.messages.translating import mark as _

READING_TROUBLE: dict[str, str] = {}
