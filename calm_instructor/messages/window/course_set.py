"""Words of a course's own set: left out, taken in, moved to a newer revision; practice for each technique."""

from calm_instructor.messages.translating import mark

NAMED_NO_MORE = mark("{tna} no longer names it.")
