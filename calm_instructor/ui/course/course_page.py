"""The course page: head, steps as tabs in the order of the work, the step itself, and what is left at the right."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from calm_instructor.domain.course import CourseState
from calm_instructor.domain.ids import CourseId
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course as words
from calm_instructor.operations.viewing.course_head import CourseHead, course_head
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.course.steps import STEPS, make_step
from calm_instructor.ui.course.what_is_left import SideColumn
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.count_icon import count_icon, tick_icon
from calm_instructor.ui.parts.head_buttons import HeadButtons
from calm_instructor.ui.theme import icons

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes

CHIPS = {
    CourseState.PLANNING: ("pencil-line", "info"),
    CourseState.READY: ("circle-check", "ok"),
    CourseState.RUNNING: ("play", "ok"),
    CourseState.TO_SIGN: ("pen-line", "warn"),
    CourseState.CLOSED: ("lock", "plain"),
    CourseState.CANCELLED: ("circle-x", "plain"),
}
"""Icon and tone of a state."""


_NOW_AND_THEN = 20_000
"""Milliseconds between two looks at the clock while a course is shown."""

SOON = 120
"""Milliseconds after a change until head and What is left are read again, so that a mark waits for nothing."""


_NOW_MOST = 480
"""Px that what is on now keeps beside the buttons of a step."""


class CoursePage(Page):
    """Ctrl+PgUp and Ctrl+PgDn go from step to step."""

    topics = frozenset(
        {"courses", "people", "register", "assessment", "sign_off", "techniques", "needs", "documents", "sending"}
    )

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._course: CourseId | None = None
        self._steps: dict[str, Step] = {}
        self._step = "plan"
        self._tabs: dict[str, QPushButton] = {}
        self._later = QTimer(self, singleShot=True, interval=SOON)
        self._later.timeout.connect(self.look_again)
        self._clock = QTimer(self, interval=_NOW_AND_THEN)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self.side = SideColumn(around.go)
        self._stack = QStackedWidget()
        self._head_buttons = HeadButtons()
        self.head.add_widget(self._head_buttons)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        room = self.layout()
        if isinstance(room, QVBoxLayout):
            room.setSpacing(0)
        self.body.addWidget(self._tab_bar())
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._stack, 1)
        across.addWidget(self.side)
        self.body.addLayout(across, 1)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._by(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._by(-1))

    def _tab_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("steps")
        bar.setAccessibleName(_(words.STEPS))
        bar.setFixedHeight(37)
        line = QHBoxLayout(bar)
        line.setContentsMargins(6, 0, 6, 0)
        line.setSpacing(0)
        group = QButtonGroup(self)
        for name, word in STEPS.items():
            tab = button(_(word), partial(self._go_to_step, name))
            tab.setCheckable(True)
            tab.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # what stands beside the word stands after it
            group.addButton(tab)
            line.addWidget(tab)
            self._tabs[name] = tab
        line.addStretch(1)
        return bar

    def _go_to_step(self, name: str) -> None:
        self.around.go(Place(page="course", record=self._course, step=name))

    @property
    def step(self) -> Step | None:
        """The step that is open."""
        return self._steps.get(self._step)

    # ── coming here ─────────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Take the course of the place and open its step."""
        if place.record is not None and place.record != self._course:
            self._take(place.record)
        if place.step:
            self._step = place.step
        self._open_step()
        self.look_again()
        step = self.step
        if step is not None:
            step.arrive(Place(page="course", record=self._course, step=self._step, focus=place.focus))

    def _take(self, course: UUID) -> None:
        for step in self._steps.values():
            self._stack.removeWidget(step)
            for each in step.head_buttons():
                each.deleteLater()
            step.leave()
            step.deleteLater()
        self._steps = {}
        self._course = CourseId(course)
        self._step = "plan"

    def _open_step(self) -> None:
        if self._course is None:
            return
        if self._step not in self._steps:
            self._steps[self._step] = make_step(self._step, self.around, self._course)
        step = self._steps[self._step]
        self._head_buttons.show_buttons(step.head_buttons())  # in their place before the step shows or hides them
        if self._stack.indexOf(step) < 0:
            self._stack.addWidget(step)
        self._tabs[self._step].setChecked(True)
        self.side.show_panels(step.panels())
        self._stack.setCurrentWidget(step)

    def _by(self, steps: int) -> None:
        names = list(STEPS)
        place = names.index(self._step) + steps
        if 0 <= place < len(names):
            self._go_to_step(names[place])

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Head, counts on the tabs, and what is left."""
        if self._course is None:
            return
        now = self.desk.clock()
        head = self.desk.read(course_head, self._course, now)
        left = self.desk.read(left_of, self._course, now)
        self._show_head(head)
        icon, tone = CHIPS[head.state]
        self.head.chip.show_state(label(head.state), icon, tone)
        self.head.chip.show()
        for name, tab in self._tabs.items():
            self._show_tab(tab, _(STEPS[name]), len(left.steps.get(name, ())), name in left.done)
        step = self.step
        self.side.left.show_left(left.steps.get(self._step, ()), left.next, step.foot() if step else "")

    def _show_head(self, head: CourseHead) -> None:
        """While it runs the buttons come first: an injury is one press away."""
        if head.now:
            self.head.show_words(head.title, head.detail, most=_NOW_MOST)
        else:
            self.head.show_words(head.title, head.detail)

    def _tick(self) -> None:
        """The clock goes on: what runs now, and how far behind it is."""
        if self._course is not None and self.isVisible():
            head = self.desk.read(course_head, self._course, self.desk.clock())
            self._show_head(head)

    def _show_tab(self, tab: QPushButton, word: str, count: int, is_done: bool) -> None:
        icon, size = count_icon(count) if count else tick_icon()
        tab.setIcon(icon if count or is_done else icons.NONE)
        tab.setIconSize(size)
        state = _(words.OPEN_ITEMS).format(count=count) if count else _(words.DONE) if is_done else ""
        tab.setAccessibleName(f"{word}, {state}" if state else word)

    def _changed(self, changes: "Changes") -> None:
        if not changes.topics or changes.topics & self.topics:
            self._stale = True
            if self.isVisible():
                self._later.start()

    def leave(self) -> None:
        """Its steps listen no more either."""
        self._later.stop()
        for step in self._steps.values():
            step.leave()
        super().leave()
