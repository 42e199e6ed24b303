"""Row images of older schemas, brought to today's: one pure step per schema, so that an old trail still replays.

A step takes an image of its schema and returns the same record's image of the next. There is one schema so far.
"""

from collections.abc import Callable, Mapping
from typing import Any

from calm_instructor.domain.trail import SCHEMA

Image = Mapping[str, Any]

UPCASTS: dict[int, Callable[[Image], Image]] = {}


def upcast(image: Image, schema: int) -> Image:
    """The image as the schema of today has it. Raises KeyError for a schema that this version does not know."""
    for step in range(schema, SCHEMA):
        image = UPCASTS[step](image)
    if schema > SCHEMA:
        raise KeyError(schema)
    return image
