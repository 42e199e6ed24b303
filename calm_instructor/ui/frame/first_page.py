"""The first page: what a glance into the store tells, while the records are being opened; or why they can't be."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.messages.window import today as today_words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.course_card import CourseCard
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Banner


class Glance(Protocol):
    """What is known before the records are open."""

    @property
    def practice(self) -> bool: ...
    @property
    def lead(self) -> str: ...
    @property
    def course(self) -> str: ...
    @property
    def ref(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def people(self) -> int: ...


class FirstPage(QWidget):
    """Looks like Today, with what is known already. ``seen`` comes once, when the whole window has been painted."""

    seen = Signal()

    def __init__(self, glance: Glance | None, now: datetime) -> None:
        super().__init__()
        self.setObjectName("page")
        self._was_seen = False
        self._notice: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(12)
        self._column.addWidget(Label(words.greeting(now.hour, glance.lead if glance else ""), "title"))
        if glance is not None and glance.course and glance.starts_on and glance.ends_on:
            days = " – ".join(dict.fromkeys((day(glance.starts_on), day(glance.ends_on))))
            title = _(today_words.NEXT).format(title=glance.course)
            where = ", ".join(each for each in (glance.site, days) if each)
            self._column.addWidget(CourseCard(title, glance.ref, where, _(words.LOADING)))
        else:
            self._column.addWidget(Label(_(words.LOADING), "quiet"))
        self._column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is heavy waits until this has been seen."""
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(0, self.seen.emit)

    def say_no(self, told: str, again: Callable[[], object]) -> None:
        """The records can't be opened; said once, with one way to try again."""
        self._take_back_no()
        notice = QWidget()
        column = QVBoxLayout(notice)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Banner("stop", f"{_(words.NOT_OPENED)} {told}"))

        def try_again() -> None:
            self._take_back_no()
            again()

        line = QHBoxLayout()
        line.addWidget(button(_(words.TRY_AGAIN), try_again, icon="refresh-cw", kind="primary"))
        line.addStretch(1)
        column.addLayout(line)
        self._column.insertWidget(1, notice)
        self._notice = notice

    def _take_back_no(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
