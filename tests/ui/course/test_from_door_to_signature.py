"""A day in the whole window: the door, the marks by their wishes, the signatures, with What is left going along."""

from PySide6.QtCore import Qt

from calm_instructor.domain.sign_off import SignOff
from calm_instructor.messages.lamps import Lamp
from calm_instructor.ui.course.register_step import BOUNCES
from calm_instructor.ui.frame.main_window import SMALLEST
from tests.domain.people_and_things import LAST_DAY, at
from tests.operations.a_course import COURSE, EOGHAN, PHYSICAL, SIAN, Stage
from tests.ui.a_window import settle


def press(qtbot, which) -> None:
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def test_the_door_is_opened_with_three_presses_and_undone_by_name(window_at, qtbot):
    made = window_at(Stage.READY)
    made.clock.now = at("08:50")
    step = made.go("course", COURSE, "register")
    for _time in range(3):
        press(qtbot, step.primary)
        qtbot.wait(BOUNCES)
    assert not step.primary.isVisible()
    assert "Briefing of session 1 given" in made.said
    made.window.undo()
    made.window.undo()
    settle()
    assert step.primary.text() == "Record 3 as fit: they said so themselves"
    assert [each.must for each in step.seen.rows if each.is_physical] == ["No declaration yet"] * 3


def test_everybody_signs_one_after_the_other(window_at, qtbot):
    made = window_at(Stage.TO_SIGN)
    made.clock.now = at("16:30", LAST_DAY)
    step = made.go("course", COURSE, "sign_off")
    names = []
    while step.seen.next is not None:
        press(qtbot, step.primary)
        page = step.handed
        names.append(page.seen.name)
        for each in page.signing.statements:
            press(qtbot, each)
        qtbot.keyClicks(page.signing.typed, "My name")
        press(qtbot, page.sign)
    assert names == list(PHYSICAL)
    assert step.seen.count(Lamp.OK) == 3
    assert {each.valid_from for each in made.desk.read(lambda view: view.all(SignOff))} == {LAST_DAY}
    assert not step.primary.isVisible()


def test_give_back_leads_back_to_the_table_with_the_same_person_in_hand(window_at, qtbot):
    made = window_at(Stage.TO_SIGN)
    made.clock.now = at("16:30", LAST_DAY)
    step = made.go("course", COURSE, "sign_off")
    step.table.take_in_hand(lambda row: row.name == EOGHAN)
    press(qtbot, step.strip.buttons["hand_over"])
    assert step.handed.seen.name == EOGHAN
    press(qtbot, step.handed.give_back)
    assert step.table.current().name == EOGHAN
    assert step.table.isVisible()


def test_in_a_narrow_window_every_answer_is_in_reach(window_at, qtbot):
    made = window_at(Stage.TO_SIGN)
    made.clock.now = at("16:30", LAST_DAY)
    made.window.resize(*SMALLEST)
    step = made.go("course", COURSE, "sign_off")
    press(qtbot, step.primary)
    page = step.handed
    assert page.seen.name == SIAN
    for each in (page.disagree, page.paper, page.decline, page.give_back, page.sign):
        assert each.width() >= each.sizeHint().width()
        assert page.rect().contains(each.mapTo(page, each.rect().bottomRight()))
    press(qtbot, page.give_back)
