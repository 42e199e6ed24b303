"""A step of a course: a page without a head of its own; its buttons stand in the course's head while it is open."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from calm_instructor.domain.ids import CourseId
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.surfaces import Empty


class Step(Page):
    """``name``: as a Place calls it. The record is the course."""

    name: ClassVar[str] = ""

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around)
        self.course = course
        self.head.hide()
        self.body.setContentsMargins(16, 12, 16, 12)
        room = self.layout()
        if room is not None:
            room.setSpacing(0)

    def arrive(self, place: Place) -> None:
        """Look; where nothing here takes the keyboard, as in a step that is empty, its one way to begin has it."""
        before = QApplication.focusWidget()
        super().arrive(place)
        QTimer.singleShot(0, self, lambda: self._take_keyboard(before))

    def _take_keyboard(self, before: QWidget | None) -> None:
        has_it = QApplication.focusWidget()
        above = has_it.parentWidget() if has_it is not None else None
        is_free = has_it is None or has_it is before or (above is not None and above.objectName() == "steps")
        if not is_free or not self.isVisible() or (has_it is not None and self.isAncestorOf(has_it)):
            return
        empty = [each for card in self.findChildren(Empty) for each in card.findChildren(QPushButton)]
        primary = [each for each in self.head_buttons() if each.property("kind") == "primary"]
        begins = next((each for each in (*empty, *primary) if each.isVisible()), None)
        if begins is not None:
            begins.setFocus(Qt.FocusReason.OtherFocusReason)

    def head_buttons(self) -> list[QPushButton]:
        """What stands at the right of the course's head: secondary ones first, the primary last. Made once."""
        return []

    def panels(self) -> list[tuple[str, QWidget]]:
        """What shares its place with "What is left", by the words of its tab."""
        return []

    def foot(self) -> str:
        """What the rule means, at the foot of "What is left"."""
        return ""
