"""Row images of older schemas, brought to today's: one pure step per schema, so that an old trail still replays.

A step takes an image of its schema, which names its table, and returns the same record's image of the next.
"""

from collections.abc import Callable, Mapping
from typing import Any

from calm_instructor.domain.trail import SCHEMA

Image = Mapping[str, Any]

_NEW_IN_2: Mapping[str, Image] = {
    "tnas": {"carried": []},
    "courses": {"not_taught": [], "set_order": []},
    "course_techniques": {"taken_out_at": None, "taken_out_reason": ""},
}

_NEW_IN_3: Mapping[str, Image] = {
    "people": {"earlier_numbers": [], "doubles": [], "not_same_as": []},
    "overrides": {"person": None},
    "incidents": {"added": []},
}


def _to_2(image: Image) -> Image:
    return {**image, **_NEW_IN_2.get(image["table"], {})}


def _to_3(image: Image) -> Image:
    return {**image, **_NEW_IN_3.get(image["table"], {})}


UPCASTS: dict[int, Callable[[Image], Image]] = {1: _to_2, 2: _to_3}


def upcast(image: Image, schema: int) -> Image:
    """The image as the schema of today has it. Raises KeyError for a schema that this version does not know."""
    for step in range(schema, SCHEMA):
        image = UPCASTS[step](image)
    if schema > SCHEMA:
        raise KeyError(schema)
    return image
