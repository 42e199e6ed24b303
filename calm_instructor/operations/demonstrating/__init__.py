"""The whole chain on example or given files: from incident log and roster to signed records and the package.

Plays the same wishes as a person at the window would, by a fixed rule, in a practice store. ``Material`` is what was read,
``needs`` makes the TNA, ``course`` plans it, ``day`` marks and signs, ``play`` puts everything in the folder.
"""

from calm_instructor.operations.demonstrating.material import DemoRequest
from calm_instructor.operations.demonstrating.play import demonstrate
from calm_instructor.operations.demonstrating.story import Story

__all__ = ["DemoRequest", "Story", "demonstrate"]
