"""A step of a course: a page without a head of its own; its buttons stand in the course's head while it is open."""

from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from calm_instructor.domain.ids import CourseId
from calm_instructor.ui.page import Around, Page


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

    def head_buttons(self) -> list[QPushButton]:
        """What stands at the right of the course's head: secondary ones first, the primary last. Made once."""
        return []

    def panels(self) -> list[tuple[str, QWidget]]:
        """What shares its place with "What is left", by the words of its tab."""
        return []

    def foot(self) -> str:
        """What the rule means, at the foot of "What is left"."""
        return ""
