"""Today: what the instructor meets first. The evening before: is everything there for tomorrow? In the morning: go on."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.course import CourseState
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, weekday
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import due as due_words
from calm_instructor.messages.window import today as words
from calm_instructor.messages.window.frame import greeting
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.operations.viewing.today import NextCourse, Today, standing_of, today_of
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.course_card import CourseCard
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card, Empty, Row, scrolled
from calm_instructor.ui.parts.taking_away import take_away

_MOST, _MOST_BESIDE = 6, 3
"""Lines of a card; of what is left where something else waits, which is not to go below the window."""


class TodayPage(Page):
    """The next course and what is left for it at the left; what waits and one's own papers at the right."""

    topics = frozenset(
        {
            "courses",
            "people",
            "needs",
            "techniques",
            "register",
            "sign_off",
            "sending",
            "organisation",
            "instructors",
            "catalogue",
        }
    )

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.new_course = button(_(words.NEW_COURSE), lambda: around.go(Place(page="courses", step="new")), icon="plus")
        self.head.add_button(self.new_course)
        self._ground = QWidget()
        self._columns = QHBoxLayout(self._ground)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self.body.addWidget(scrolled(self._ground), 1)

    def refresh(self) -> None:
        """Read today, and lay it out anew."""
        now = self.desk.clock()
        today = self.desk.read(today_of, now, self.desk.marking_as)
        self.head.show_words(
            greeting(now.hour, today.own.name if today.own else ""),
            f"{weekday(now)} {day(now.date())}",
        )
        self.new_course.setVisible(today.has_tna)
        take_away(self._columns)
        self._columns.addWidget(self._left(today, now.date()), 834)
        self._columns.addWidget(self._right(today, now.date()), 400)

    def _left(self, today: Today, on: date) -> QWidget:
        column = _Column()
        if not today.begun:
            go = button(
                _(words.SET_UP), lambda: self.around.go(Place(page="settings")), icon="arrow-right", kind="primary"
            )
            column.add(Empty("flask-conical", _(words.BEGIN), _(words.BEGIN_HINT), go))
        elif not today.has_tna:
            go = button(
                _(words.NEW_TNA), lambda: self.around.go(Place(page="needs", step="new")), icon="plus", kind="primary"
            )
            column.add(Empty("clipboard-list", _(words.NO_NEEDS), _(words.NO_NEEDS_HINT), go))
        elif today.next is None:
            go = button(
                _(words.NEW_COURSE),
                lambda: self.around.go(Place(page="courses", step="new")),
                icon="plus",
                kind="primary",
            )
            column.add(Empty("calendar-days", _(words.NO_COURSE), _(words.NO_COURSE_HINT), go))
        else:
            column.add(self._course(today.next, on))
            most = _MOST_BESIDE if today.waiting else _MOST
            column.add(self._lines(_(words.MISSING), today.left, _(words.NOTHING_MISSING), most))
        if today.begun:
            column.add(self._lines(_(words.WAITING), today.waiting, _(words.NOTHING_WAITS)))
        column.end()
        return column

    def _course(self, course: NextCourse, on: date) -> Card:
        title = {(course.starts_on - on).days <= 0 <= (course.ends_on - on).days: words.RUNNING}.get(True)
        if title is None:
            days = (course.starts_on - on).days
            title = words.TOMORROW if days == 1 else words.NEXT if days > 1 else words.WAS
        practice = "–" if course.practice is None else f"{course.practice // 60}:{course.practice % 60:02d}"
        ratio = f"1 : {-(-course.people // course.instructors)}" if course.people else "–"
        return CourseCard(
            _(title).format(title=course.head.title),
            course.head.ref,
            course.head.where,
            f"{course.head.when} · {course.head.tna_title}",
            figures=[
                (str(course.people), _(words.PEOPLE).format(eligible=course.eligible)),
                (str(course.techniques), _(words.TECHNIQUES).format(most=course.most)),
                (practice, _(words.PRACTICE)),
                (ratio, _(words.RATIO)),
            ],
            on_open=lambda: self.around.go(Place(page="course", record=course.course, step=_step_of(course))),
        )

    def _lines(self, title: str, lines: tuple[Left, ...], nothing: str, most: int = _MOST) -> Card:
        card = Card(title, right=str(len(lines)) if lines else "", margins=0)
        card.body.setSpacing(0)
        for left in lines[:most]:
            card.body.addWidget(self._line(left))
        if len(lines) > most:
            more = _(words.MORE).format(count=len(lines) - most)
            rest = Row(36)
            rest.line.addWidget(button(more, lambda: self.around.go(lines[most].place), kind="quiet", small=True))
            rest.line.addStretch(1)
            card.body.addWidget(rest)
        if not lines:
            card.body.addWidget(_padded(nothing))
        return card

    def _line(self, left: Left) -> Row:
        word = left.mend or _(words.OPEN)
        row = Row(40)
        row.line.addWidget(IconLabel(*LAMP_ICONS[left.lamp]))
        row.line.addWidget(Label(left.title, "strong"))
        row.line.addWidget(Label(left.detail, "quiet", wrap=True), 1)
        there = button(word, lambda: self.around.go(left.place), kind="quiet", small=True, name=f"{word}: {left.title}")
        row.line.addWidget(there)
        return row

    def _right(self, today: Today, on: date) -> QWidget:
        column = _Column()
        if today.due:
            column.add(self._due_card(today))
        if today.own is not None:
            card = Card(_(words.AUTHORISATION), "badge-check")
            for what, until in ((words.PROGRAMME, today.own.expires), (words.FIRST_AID, today.own.first_aid_expires)):
                line = QHBoxLayout()
                line.addWidget(Label(_(what), "quiet"), 2)
                line.addWidget(_until(until, on), 3)
                card.body.addLayout(line)
            column.add(card)
        column.end()
        return column

    def _due_card(self, today: Today) -> Card:
        card = Card(_(words.REFRESHERS), "refresh-cw", margins=0)
        card.body.setSpacing(0)
        lamps = {0: Lamp.STOP, 30: Lamp.WARN}
        for due in today.due:
            row = Row(36)
            words_of = _(words.LAPSED) if due.days == 0 else _(words.DAYS).format(days=due.days)
            row.line.addWidget(LampLabel(lamps.get(due.days, Lamp.TODO) if due.people else Lamp.TODO, words_of), 1)
            count = Label(str(due.people), "strong")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.line.addWidget(count)
            row.line.addSpacing(8)
            card.body.addWidget(row)
        to_list = button(
            _(due_words.OPEN), lambda: self.around.go(Place(page="courses", step="due")), kind="quiet", small=True
        )
        foot = Row(36)
        foot.line.addWidget(to_list)
        foot.line.addStretch(1)
        card.body.addWidget(foot)
        return card


class _Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def end(self) -> None:
        self._column.addStretch(1)


def _step_of(course: NextCourse) -> str:
    return {
        CourseState.PLANNING: "plan",
        CourseState.READY: "register",
        CourseState.RUNNING: "assess",
        CourseState.TO_SIGN: "sign_off",
    }.get(course.head.state, "plan")


def _until(until: date | None, on: date) -> LampLabel:
    lamp = standing_of(until, on)
    if until is None:
        return LampLabel(lamp, _(words.NOT_ON_RECORD))
    return LampLabel(lamp, _(words.ENDED if until < on else words.UNTIL).format(day=day(until)))


def _padded(text: str) -> QWidget:
    holder = QWidget()
    line = QVBoxLayout(holder)
    line.setContentsMargins(14, 10, 14, 12)
    line.addWidget(Label(text, "quiet"))
    return holder
