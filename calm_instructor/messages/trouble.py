"""The sentences of everything that is not a rule: files that can't be read, disks that are full, a store that is damaged."""

from calm_instructor.messages.opening import OPENING_TROUBLE
from calm_instructor.messages.package import PACKAGE_TROUBLE
from calm_instructor.messages.printing import PRINTING_TROUBLE
from calm_instructor.messages.reading import READING_TROUBLE
from calm_instructor.messages.store import STORE_TROUBLE
from calm_instructor.messages.wishes import UNDO_TROUBLE
from calm_instructor.messages.world import WORLD_TROUBLE

TROUBLE: dict[str, str] = {
    **OPENING_TROUBLE,
    **PACKAGE_TROUBLE,
    **PRINTING_TROUBLE,
    **READING_TROUBLE,
    **STORE_TROUBLE,
    **UNDO_TROUBLE,
    **WORLD_TROUBLE,
}
