"""The sentences of the trade's objections, by code: who, which rule in plain words, what puts it right."""

from calm_instructor.messages.translating import mark as _

REFUSALS: dict[str, str] = {}
