"""Every course in a list, by state; a new one from a course type."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.domain.course import CourseState
from calm_instructor.domain.finding import finds
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import courses as words
from calm_instructor.messages.window import due as due_words
from calm_instructor.operations.viewing.courses import CourseLine, Courses, courses_of
from calm_instructor.operations.viewing.new_course import new_course
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import SearchLine
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView

_STEP_OF = {
    CourseState.PLANNING: "plan",
    CourseState.READY: "plan",
    CourseState.RUNNING: "register",
    CourseState.TO_SIGN: "sign_off",
    CourseState.CLOSED: "close",
    CourseState.CANCELLED: "plan",
}
"""The step that a course opens at."""

ICONS = {
    CourseState.PLANNING: "pencil-line",
    CourseState.READY: "circle-check",
    CourseState.RUNNING: "play",
    CourseState.TO_SIGN: "pen-line",
    CourseState.CLOSED: "lock",
    CourseState.CANCELLED: "circle-x",
}
"""The icon of a state."""

_SHOWN: tuple[tuple[str, str, tuple[CourseState, ...]], ...] = (
    ("all", words.ALL, ()),
    ("coming", words.COMING, (CourseState.PLANNING, CourseState.READY)),
    ("running", words.RUNNING, (CourseState.RUNNING,)),
    ("to_sign", words.TO_SIGN, (CourseState.TO_SIGN,)),
    ("closed", words.CLOSED, (CourseState.CLOSED,)),
    ("cancelled", words.CANCELLED, (CourseState.CANCELLED,)),
)


class CoursesPage(Page):
    """Arrows move, Enter opens; typing in the find line finds; Ctrl+N begins a new one."""

    topics = frozenset({"courses", "people", "sending", "instructors", "needs"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._courses = Courses(lines=())
        self.head.show_words(_(words.COURSES))
        self.new = button(_(words.NEW_COURSE), self._new, icon="calendar-plus", kind="primary")
        self.new.setShortcut("Ctrl+N")
        self.due = button(
            _(due_words.OPEN), lambda: self.around.go(Place(page="courses", step="due")), icon="refresh-cw"
        )
        self.head.add_button(self.due)
        self.head.add_button(self.new)
        self.states = Segmented([(name, _(text)) for name, text, _states in _SHOWN], _(words.WHICH), width=110)
        self.states.set_value("all")
        self.states.chosen.connect(lambda _name: self._show())
        self.find_line = SearchLine(_(words.FIND))
        self.find_line.textChanged.connect(self._show)
        self.find_line.returnPressed.connect(lambda: self._open(self.table.current()))
        self.table: TableView[CourseLine] = TableView(_columns(), name=_(words.TABLE), row_height=52)
        self.table.opened.connect(self._open)
        self._nothing = Label(_(words.NONE_FOUND), "quiet")
        self.body.addWidget(self._tools())
        self.body.addWidget(self._empties())
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)

    def _tools(self) -> QWidget:
        self._tool_line = QWidget()
        line = QHBoxLayout(self._tool_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.states)
        line.addWidget(self.find_line, 1)
        return self._tool_line

    def _empties(self) -> QWidget:
        self._empty = QWidget()
        line = QHBoxLayout(self._empty)
        line.setContentsMargins(0, 0, 0, 0)
        self.no_course = Empty(
            "calendar-days",
            _(words.NONE_YET),
            _(words.NONE_YET_HINT),
            button(_(words.NEW_COURSE), self._new, icon="calendar-plus"),
        )
        self.to_needs = button(
            _(words.TO_NEEDS), lambda: self.around.go(Place(page="needs")), icon="clipboard-list", kind="primary"
        )
        self.no_tna = Empty(
            "clipboard-list",
            _(words.NONE_YET),
            _(words.NO_TNA_YET_HINT),
            self.to_needs,
        )
        line.addWidget(self.no_course)
        line.addWidget(self.no_tna)
        return self._empty

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The list has the focus; a course that the place names is in hand."""
        super().arrive(place)
        if place.focus is not None:
            self.table.take_in_hand(lambda line: line.course == place.focus)
        begin = self.to_needs if self.new.isHidden() else self.new
        (self.table if self._courses.lines else begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read every course."""
        now = self.desk.clock()
        self._courses = self.desk.read(courses_of, now)
        for name, text, states in _SHOWN:
            self.states.set_text(name, words.with_count(text, len(self._courses.of(*states))))
        usable = bool(self._courses.lines) or bool(self.desk.read(new_course, now).usable(physical=False))
        for each in (self.no_course, self.new):
            each.setVisible(usable)
        self.no_tna.setVisible(not usable)
        self._show()

    def _show(self) -> None:
        states = next(states for name, _text, states in _SHOWN if name == self.states.value())
        wanted = self.find_line.text()
        found = [
            each
            for each in self._courses.of(*states)
            if finds(wanted, each.title, each.ref, each.where, each.lead, each.when)
        ]
        has_any = bool(self._courses.lines)
        self.table.show_rows(found, same=lambda line: line.course)
        self._tool_line.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self.table.setVisible(bool(found))
        self._nothing.setVisible(has_any and not found)
        self._gap.setVisible(not found)

    # ── going on ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _new(self) -> None:
        self.around.go(Place(page="courses", step="new"))

    def _open(self, line: CourseLine | None) -> None:
        if line is not None:
            self.around.go(Place(page="course", record=line.course, step=_STEP_OF[line.state]))


def _columns() -> list[Column[CourseLine]]:
    return [
        Column(_(words.HEAD_COURSE), lambda line: line.title, second=lambda line: line.ref, paint="strong"),
        Column(
            _(words.HEAD_WHEN),
            lambda line: line.when,
            second=lambda line: line.where,
            width=300,
            tip=lambda line: line.where,
        ),
        Column(_(words.HEAD_PEOPLE), lambda line: str(line.people), width=70, right=True),
        Column(_(words.HEAD_LEAD), lambda line: line.lead, width=190),
        Column(_(words.HEAD_STATE), lambda line: label(line.state), width=120, icon=lambda line: ICONS[line.state]),
        Column(
            _(words.HEAD_SENT),
            lambda line: line.sent,
            width=190,
            paint="lamp",
            lamp=lambda line: line.sent_lamp,
            icon=lambda line: "send" if line.is_on_its_way else "",
        ),
    ]
