"""Twenty-four people at the door: two walk in, one isn't fit, one comes 20 minutes late. By keys, by mouse, by touch (R15, R16)."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScroller, QWidget
from shiboken6 import delete

from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Part, Presence
from calm_instructor.domain.course import Briefing, Course, CourseState
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.taking_in import take_in
from calm_instructor.ui.course.register_row import RegisterLine
from calm_instructor.ui.course.register_step import BOUNCES
from tests.domain.people_and_things import FIRST_DAY, at, named
from tests.operations.a_course import COURSE, PHYSICAL, Stage, person
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

MOST = 70
"""Presses for the whole of it; a key held with Ctrl counts as two."""

ENROLLED = 22
WALK_IN_KNOWN, WALK_IN_NEW = "Branwen Pugh", "Jo Ng"
NOT_FIT, LATE = 9, 17
NAMES = [
    f"{first} {last}"
    for first in ("Aled", "Bethan", "Carys", "Dylan")
    for last in ("Parry", "Rees", "Tudur", "Vaughan", "Wynne")
]


class Hall:
    """The register of the first day at ten to nine, with 22 people expected and an instructor who knows a 23rd."""

    def __init__(self, made: AWindow) -> None:
        self.made = made
        others = NAMES[: ENROLLED - len(PHYSICAL)]
        brought = [person(name, staff_no=str(6000 + n)) for n, name in enumerate((*others, WALK_IN_KNOWN))]
        made.desk.do(take_in, brought)
        made.desk.do(enrol, COURSE, [PersonId(named(name)) for name in others])
        made.clock.now = at("08:50")
        self.step: Any = made.go("course", COURSE, "register")
        self.presses = 0

    def line(self, bib: int) -> RegisterLine:
        return next(each for each in self.step.table.lines if each.row.bib == bib)

    @property
    def panel(self) -> Any:
        return self.step.forms.drawer.panel

    def late_one_comes(self) -> None:
        self.made.clock.now = at("09:20")

    # ── what is on record ───────────────────────────────────────────────────────────────────────────────────────────

    def is_as_it_was(self) -> None:
        """The records of that morning, read from the store."""
        view = self.made.desk.store.reading()
        places = {each.id: each for each in view.all(Enrolment, course=COURSE)}
        names = {each.id: each.full_name for each in view.all(Person)}
        physical = {each.id for each in places.values() if each.part is Part.PHYSICAL}
        assert len(physical) == ENROLLED + 2
        came = {each.enrolment: each for each in view.all(Attendance) if each.enrolment in physical}
        assert len(came) == 24
        late = {places[each.enrolment].bib for each in came.values() if each.presence is Presence.LATE}
        assert late == {LATE}
        assert [each.arrived_at for each in came.values() if each.presence is Presence.LATE] == [at("09:20")]
        said = {each.enrolment: each.status for each in view.all(Fitness) if each.on == FIRST_DAY}
        assert physical <= set(said)
        assert {places[each].bib for each, status in said.items() if status is FitnessStatus.NOT_FIT} == {NOT_FIT}
        walked = {names[each.person] for each in places.values() if each.bib > ENROLLED + 1}
        assert walked == {WALK_IN_KNOWN, WALK_IN_NEW}
        assert len(view.all(Briefing)) == 1
        assert view.get(Course, COURSE).state is CourseState.RUNNING


@pytest.fixture
def hall(window_at) -> Hall:
    return Hall(window_at(Stage.READY))


# ── by keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Keys:
    """Presses keys on whatever has the keyboard, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        for key in keys:
            held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
            self.count += 2 if ctrl else 1
            QTest.keyClick(_with_the_keyboard(), key, held)
            settle()

    def type(self, text: str) -> None:
        for sign in text:
            self.count += 1
            QTest.keyClicks(_with_the_keyboard(), sign)
        settle()

    def next(self) -> None:
        self.press(Qt.Key.Key_Return, ctrl=True)
        QTest.qWait(BOUNCES)  # as anybody takes to read what the button says now


def _with_the_keyboard() -> QWidget:
    popup = QApplication.activePopupWidget()
    found = popup or QApplication.focusWidget()
    assert found is not None
    return found


def test_R15_R16_by_keys_in_at_most_seventy_presses(hall):
    keys = Keys()
    keys.type(str(LATE))
    keys.press(Qt.Key.Key_A)  # not here yet
    keys.next()  # all the others are
    keys.press(Qt.Key.Key_N, ctrl=True)
    keys.type("bran")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    keys.next()
    keys.press(Qt.Key.Key_N, ctrl=True)
    keys.type(WALK_IN_NEW)
    keys.press(*[Qt.Key.Key_Tab] * 2)
    keys.type("nurse")
    keys.press(*[Qt.Key.Key_Tab] * 2)
    keys.type("12/10/26")
    keys.next()
    keys.type(str(NOT_FIT))
    keys.press(Qt.Key.Key_N)
    keys.next()  # the others have said so themselves
    keys.next()  # the briefing
    hall.late_one_comes()
    keys.type(str(LATE))
    keys.press(Qt.Key.Key_L)
    keys.press(Qt.Key.Key_Return)  # late by 20 minutes, by the clock
    keys.press(Qt.Key.Key_F)
    hall.is_as_it_was()
    print(f"{keys.count} presses")
    assert keys.count <= MOST


def test_R16_whoever_walks_in_is_in_sight_and_after_undo_the_keyboard_is_still_in_the_register(hall):
    hall.line(NOT_FIT).take_focus(0)
    pointer = Pointer(hall)
    pointer.walk_in(WALK_IN_KNOWN, "", "")
    line = hall.line(ENROLLED + 2)
    assert line.row.name == WALK_IN_KNOWN
    assert line.visibleRegion().boundingRect() == line.rect()
    assert line.buttons[3].hasFocus()  # the declaration that is missing
    pointer.press(hall.made.window.status.findChildren(QPushButton)[-1])
    settle()
    assert len(hall.step.table.lines) == ENROLLED + 1
    assert hall.step.table.current().bib == ENROLLED + 1
    QTest.keyClick(_with_the_keyboard(), Qt.Key.Key_A)
    assert hall.line(ENROLLED + 1).row.presence is Presence.ABSENT


# ── by mouse, and by touch ──────────────────────────────────────────────────────────────────────────────────────────


class Pointer:
    """Presses what can be seen, where it is; scrolls to what can't. Letters are typed where a name is written."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    def press(self, which: QWidget) -> None:
        self._bring_into_sight(which)
        self.tap(which.window(), which.mapTo(which.window(), which.rect().center()))
        settle()

    def tap(self, window: QWidget, where: QPoint) -> None:
        target = window.childAt(where)
        assert target is not None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, where))

    def scroll(self, by: int) -> None:
        """Up (negative) or down by so many pixels, over the list."""
        area = self.hall.step.table._area
        middle = QPointF(area.viewport().rect().center())
        QApplication.sendEvent(
            area.viewport(),
            QWheelEvent(
                middle,
                area.viewport().mapToGlobal(middle),
                QPoint(),
                QPoint(0, -120 if by > 0 else 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    def _bring_into_sight(self, which: QWidget) -> None:
        area = self.hall.step.table._area
        if not area.isAncestorOf(which):
            return
        for _turn in range(40):
            top = which.mapTo(area.viewport(), QPoint(0, 0)).y()
            if top >= 0 and top + which.height() <= area.viewport().height():
                return
            self.scroll(1 if top > 0 else -1)
            settle()
        raise AssertionError("it can’t be brought into sight")

    def walk_in(self, name: str, role: str, day: str) -> None:
        self.press(self.hall.step.walk_in)
        for editor, text in ((self.hall.panel.name, name), (self.hall.panel.role, role), (self.hall.panel.theory, day)):
            self.press(editor)
            QTest.keyClicks(editor, text)
            settle()
        self.press(self.hall.panel.foot()[-1])


class Finger(Pointer):
    """A screen that is touched; the list follows the finger, and nothing is pressed on the way."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self.device = QTest.createTouchDevice()

    def tap(self, window: QWidget, where: QPoint) -> None:
        touch = QTest.touchEvent(window.windowHandle(), self.device, False)
        touch.press(0, where, window.windowHandle()).commit()
        QTest.touchEvent(window.windowHandle(), self.device).release(0, where, window.windowHandle())
        settle()

    def scroll(self, by: int) -> None:
        area = self.hall.step.table._area
        self.drag(area.viewport().mapTo(self.hall.made.window, area.viewport().rect().center()), QPoint(0, -64 * by))

    def drag(self, start: QPoint, by: QPoint) -> None:
        """Press, move slowly, hold, let go."""
        window = self.hall.made.window.windowHandle()
        QTest.touchEvent(window, self.device).press(0, start, window)
        for number in range(1, 9):
            QTest.touchEvent(window, self.device).move(0, start + by * number / 8, window)
            QTest.qWait(20)
        QTest.qWait(200)
        QTest.touchEvent(window, self.device).release(0, start + by, window)
        while QScroller.scroller(self.hall.step.table._area.viewport()).state() is not QScroller.State.Inactive:
            QTest.qWait(20)


@pytest.mark.parametrize("with_what", [Pointer, Finger])
def test_R15_R16_by_mouse_and_by_touch_with_letters_for_names_alone(hall, with_what):
    pointer = with_what(hall)
    arrival = {Presence.LATE: 1, Presence.ABSENT: 2}
    pointer.press(hall.line(LATE).buttons[arrival[Presence.ABSENT]])
    pointer.press(hall.step.primary)
    pointer.walk_in(WALK_IN_KNOWN, "", "")
    pointer.walk_in(WALK_IN_NEW, "nurse", "12/10/26")
    pointer.press(hall.line(NOT_FIT).buttons[5])
    pointer.press(hall.step.primary)
    QTest.qWait(BOUNCES)
    pointer.press(hall.step.primary)
    hall.late_one_comes()
    pointer.press(hall.line(LATE).buttons[arrival[Presence.LATE]])
    pointer.press(hall.line(LATE).buttons[3])
    hall.is_as_it_was()


def test_a_finger_that_drags_scrolls_and_records_nothing(hall):
    finger = Finger(hall)
    line = hall.line(2)
    start = line.buttons[0].mapTo(hall.made.window, line.buttons[0].rect().center())
    finger.drag(start, QPoint(0, -60))
    assert hall.step.table._area.verticalScrollBar().value() > 0
    assert not hall.made.desk.read(lambda view: view.all(Attendance))
    assert not line.buttons[0].isDown()


def test_two_quick_taps_are_two(hall):
    finger = Finger(hall)
    finger.press(hall.line(1).buttons[0])
    finger.press(hall.line(1).buttons[3])
    assert hall.line(1).row.presence is Presence.PRESENT
    assert hall.line(1).row.fitness is FitnessStatus.FIT


def test_a_touch_that_is_cancelled_swallows_no_press(hall):
    finger = Finger(hall)
    window = hall.made.window.windowHandle()
    line = hall.line(2)
    start = line.buttons[0].mapTo(hall.made.window, line.buttons[0].rect().center())
    QTest.touchEvent(window, finger.device).press(0, start, window)
    for by in (20, 40, 60):
        QTest.touchEvent(window, finger.device).move(0, start - QPoint(0, by), window)
        QTest.qWait(20)
    hall.made.window._touch.eventFilter(window, QEvent(QEvent.Type.TouchCancel))  # none can be made here
    settle()
    settle()
    recorded = hall.made.desk.read(lambda view: view.count(Attendance))
    button = hall.line(6).buttons[0]
    where = button.mapTo(hall.made.window, button.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    settle()
    assert hall.made.desk.read(lambda view: view.count(Attendance)) == recorded + 1
    assert hall.line(6).row.presence is Presence.PRESENT


def test_a_list_that_goes_away_under_a_finger_troubles_nobody(hall):
    finger = Finger(hall)
    window = hall.made.window.windowHandle()
    area = hall.step.table._area
    start = area.viewport().mapTo(hall.made.window, area.viewport().rect().center())
    QTest.touchEvent(window, finger.device).press(0, start, window)
    hall.made.go("people")
    delete(area)
    QTest.touchEvent(window, finger.device).move(0, start - QPoint(0, 40), window)
    QTest.touchEvent(window, finger.device).release(0, start - QPoint(0, 40), window)
    settle()
    page = hall.made.window.page
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert page.drawer.panel is not None
