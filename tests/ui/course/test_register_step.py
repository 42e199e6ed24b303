"""The register by key and mouse: each choice is on record at once, arrows record nothing, another day says what it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Incident, Presence
from calm_instructor.domain.course import Block, Briefing
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.operations.registering import declare_fit_together, give_briefing, see_all_here
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.incident_panels import ClearPanel, IncidentPanel
from calm_instructor.ui.course.register_panels import AdjustPanel, LeftEarlyPanel, MadeGoodPanel, MinutesPanel
from calm_instructor.ui.course.register_step import BOUNCES, RegisterStep
from calm_instructor.ui.course.walk_in_panel import WalkInPanel
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, at, named
from tests.operations.a_course import COURSE, EOGHAN, NGOC, SIAN, ZANETA, Stage, person
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


class Door:
    """The register at a moment, with shorthands."""

    def __init__(self, standing, clock: str, day=FIRST_DAY) -> None:
        standing.clock.now = at(clock, day)
        self.standing = standing
        self.qtbot = standing.qtbot
        self.step = standing.step(RegisterStep)

    def line(self, who: str):
        return next(each for each in self.step.table.lines if each.row.name == who)

    def press(self, key, times: int = 1) -> None:
        for _time in range(times):
            self.qtbot.keyClick(QApplication.focusWidget(), key)
        settle()

    def click(self, button) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def all(self, kind):
        return self.standing.all(kind)

    def entry(self, who: str) -> Attendance | None:
        place = self.line(who).row.enrolment
        session = self.step.seen.session.id
        return next((each for each in self.all(Attendance) if (each.enrolment, each.session) == (place, session)), None)

    def declared(self, who: str) -> list[FitnessStatus]:
        place = self.line(who).row.enrolment
        return [each.status for each in self.all(Fitness) if each.enrolment == place]

    @property
    def panel(self):
        return self.step.forms.drawer.panel


@pytest.fixture
def door(standing_at):
    """Before the start of the first day."""
    return Door(standing_at(Stage.READY), "08:50")


@pytest.fixture
def begun(standing_at):
    """The first day has begun, everybody was seen and is fit."""
    return Door(standing_at(Stage.RUNNING), "12:20")


def test_letters_record_who_has_come_and_how_they_are_at_once(door):
    assert door.line(SIAN).buttons[0].hasFocus()
    door.press(Qt.Key.Key_P)
    assert door.entry(SIAN).presence is Presence.PRESENT
    door.press(Qt.Key.Key_F)
    assert door.declared(SIAN) == [FitnessStatus.FIT]
    door.press(Qt.Key.Key_Down)
    door.press(Qt.Key.Key_A)
    assert door.entry(ZANETA).presence is Presence.ABSENT
    assert door.line(ZANETA).row.must == "Absent"


def test_arrows_move_between_lines_and_choices_and_record_nothing(door):
    door.press(Qt.Key.Key_Down, 2)
    door.press(Qt.Key.Key_Right, 4)
    assert door.line(EOGHAN).buttons[4].hasFocus()
    assert door.step.table.current().name == EOGHAN
    door.press(Qt.Key.Key_Up)
    assert door.line(ZANETA).buttons[4].hasFocus()
    assert door.all(Attendance) == door.all(Fitness) == ()


def test_R16_the_first_thing_says_who_has_come_then_who_is_fit_then_the_briefing(door):
    primary = door.step.primary
    assert primary.text() == "Say who has come: all 4 here"
    door.click(primary)
    assert {each.presence for each in door.all(Attendance)} == {Presence.PRESENT}
    assert primary.text() == "Record 3 as fit: they said so themselves"
    door.qtbot.wait(BOUNCES)
    door.click(primary)
    assert {each.status for each in door.all(Fitness)} == {FitnessStatus.FIT}
    assert len(door.all(Fitness)) == 3
    assert primary.text() == "Record the safety briefing"
    door.qtbot.wait(BOUNCES)
    door.click(primary)
    (given,) = door.all(Briefing)
    assert given.given_at == at("08:50")
    assert not primary.isVisible()
    assert not door.step.briefing.isVisible()


def test_R16_after_the_start_the_blanks_arrived_now_and_the_button_says_how_late(standing_at):
    door = Door(standing_at(Stage.READY), "09:20")
    assert door.step.primary.text() == "Say who has come: mark 4 as 20 min late"
    door.click(door.step.primary)
    assert {each.arrived_at for each in door.all(Attendance)} == {at("09:20")}


@pytest.mark.parametrize("clock", ["08:50", "09:01", "10:30"])
def test_R15_R16_R41_the_button_and_what_is_left_say_the_next_thing_in_the_same_words(standing_at, clock):
    door = Door(standing_at(Stage.READY), clock)
    desk, session = door.standing.around.desk, door.step.seen.session.id
    for wish, named_by in (
        (see_all_here, lambda: (session,)),
        (declare_fit_together, lambda: (session, door.step.seen.undeclared)),
        (give_briefing, lambda: (session, door.standing.clock.now)),
    ):
        left = desk.read(left_of, COURSE, door.standing.clock.now)
        assert left.next.title == door.step.primary.text()
        desk.do(wish, *named_by())
    assert not door.step.primary.isVisible()


def test_late_is_now_until_it_is_typed_as_minutes_or_as_a_time(standing_at):
    door = Door(standing_at(Stage.READY), "09:20")
    door.press(Qt.Key.Key_L)
    assert door.entry(SIAN).arrived_at == at("09:20")
    late = door.line(SIAN).late
    assert late.hasFocus()
    assert late.text() == "20 min"
    door.qtbot.keyClicks(late, "18")
    door.press(Qt.Key.Key_Return)
    assert door.entry(SIAN).arrived_at == at("09:18")
    assert door.line(SIAN).buttons[3].hasFocus()  # on to the declaration
    door.press(Qt.Key.Key_L)
    door.qtbot.keyClicks(late, "9:12")
    door.press(Qt.Key.Key_Return)
    assert door.entry(SIAN).arrived_at == at("09:12")
    assert late.text() == "12 min"


def test_what_is_no_time_is_said_and_changes_nothing(standing_at):
    door = Door(standing_at(Stage.READY), "09:20")
    door.press(Qt.Key.Key_L)
    door.qtbot.keyClicks(door.line(SIAN).late, "soon")
    door.press(Qt.Key.Key_Return)
    assert "“soon” is no time" in door.standing.said[-1]
    assert door.entry(SIAN).arrived_at == at("09:20")


def test_nothing_moves_when_a_choice_is_made(door):
    line = door.line(SIAN)
    before = [(each.x(), each.width()) for each in line.buttons]
    door.press(Qt.Key.Key_L)
    door.click(line.buttons[3])
    assert [(each.x(), each.width()) for each in line.buttons] == before


def test_R15_an_adjustment_says_first_what_the_instructor_must_do(begun):
    begun.click(begun.line(SIAN).buttons[4])
    assert isinstance(begun.panel, AdjustPanel)
    assert begun.line(SIAN).fitness.value() is FitnessStatus.FIT
    begun.click(begun.panel.do)
    assert begun.declared(SIAN) == [FitnessStatus.FIT]
    begun.qtbot.keyClicks(begun.panel.must, "Hair techniques seated only")
    begun.qtbot.keyClicks(begun.panel.limit, "hair, seated only")
    begun.click(begun.panel.do)
    assert begun.panel is None
    assert begun.declared(SIAN) == [FitnessStatus.FIT, FitnessStatus.ADJUSTED]
    assert begun.line(SIAN).row.must == "Hair techniques seated only"
    assert begun.step.strip.adjust.isVisible()


def test_escape_leaves_an_adjustment_as_it_was(begun):
    begun.click(begun.line(SIAN).buttons[4])
    begun.press(Qt.Key.Key_Escape)
    assert begun.panel is None
    assert begun.declared(SIAN) == [FitnessStatus.FIT]


def test_R16_gone_early_at_a_time(begun):
    begun.click(begun.step.left_early)
    assert isinstance(begun.panel, LeftEarlyPanel)
    begun.panel.who.set_value(begun.line(ZANETA).row.enrolment)
    begun.panel.at.setText("12:05")
    begun.click(begun.panel.do)
    assert begun.entry(ZANETA).left_at == at("12:05")
    assert begun.line(ZANETA).row.must.startswith("Left at 12:05")


@pytest.mark.parametrize("form", ["left_early", "incident"])
def test_R16_R28_the_line_that_is_in_hand_on_arrival_is_no_answer_to_who(begun, form):
    begun.click(getattr(begun.step, form))
    assert begun.panel.who.currentIndex() == -1
    begun.press(Qt.Key.Key_Escape)
    begun.click(getattr(begun.step, form))
    assert begun.panel.who.currentIndex() == -1


@pytest.mark.parametrize("form", ["left_early", "incident"])
@pytest.mark.parametrize("how", ["press", "choice", "letter", "arrows", "number", "named"])
def test_R16_R28_whom_somebody_took_in_hand_is_proposed(begun, form, how):
    if how == "press":
        begun.qtbot.mouseClick(begun.line(SIAN), Qt.MouseButton.LeftButton)
    elif how == "choice":
        begun.click(begun.line(SIAN).buttons[3])
    elif how == "letter":
        begun.press(Qt.Key.Key_F)
    elif how == "arrows":
        begun.press(Qt.Key.Key_Down)
        begun.press(Qt.Key.Key_Up)
    elif how == "number":
        begun.press(Qt.Key.Key_1)
    else:
        begun.step.arrive(Place(page="course", focus=begun.line(SIAN).row.enrolment))
    begun.click(getattr(begun.step, form))
    assert begun.panel.who.value() == begun.line(SIAN).row.enrolment


def test_R16_who_has_gone_is_chosen_and_the_button_says_it(begun):
    begun.click(begun.step.left_early)
    panel = begun.panel
    begun.click(panel.do)
    assert panel.who.accessibleDescription()
    assert [each.left_at for each in begun.all(Attendance)] == [None] * 4
    panel.who.set_value(begun.line(ZANETA).row.enrolment)
    assert panel.do.text() == "No. 2 left at 12:20"
    panel.at.setText("12:05")
    assert panel.do.text() == "No. 2 left at 12:05"
    panel.at.setText("soon")
    assert panel.do.text() == "Record"


def test_R16_R41_what_was_missed_is_made_good(begun):
    begun.line(SIAN).take_focus(0)
    begun.press(Qt.Key.Key_L)
    begun.qtbot.keyClicks(begun.line(SIAN).late, "40")
    begun.press(Qt.Key.Key_Return)
    begun.click(begun.step.strip.make_good)
    panel = begun.panel
    assert isinstance(panel, MadeGoodPanel)
    assert (panel.minutes.value(), [each.isChecked() for each in panel.blocks.values()]) == (40, [True])
    begun.click(panel.do)
    (good,) = begun.entry(SIAN).made_good
    assert (good.minutes, good.by, len(good.blocks)) == (40, "Ruairidh MacLeod", 1)
    assert not begun.line(SIAN).row.owes


def test_R28_an_injury_pauses_at_once_and_a_check_clears_it(begun):
    begun.line(ZANETA).take_focus(0)
    begun.click(begun.step.incident)
    assert isinstance(begun.panel, IncidentPanel)
    begun.click(begun.panel.do)
    assert begun.all(Incident) == ()
    begun.qtbot.keyClicks(begun.panel.facts, "Wrist knocked")
    begun.click(begun.panel.do)
    (incident,) = begun.all(Incident)
    assert (incident.enrolment, incident.injury) == (begun.line(ZANETA).row.enrolment, True)
    assert begun.line(ZANETA).row.must == "Paused since 12:20"
    begun.standing.clock.now = at("12:50")
    begun.click(begun.step.strip.clear)
    assert isinstance(begun.panel, ClearPanel)
    begun.click(begun.panel.do)
    (cleared,) = begun.all(Incident)
    assert (cleared.cleared_by, cleared.cleared_at) == ("Ruairidh MacLeod", at("12:50"))
    assert begun.line(ZANETA).row.must == "Nothing"


def test_R16_somebody_walks_in_under_a_temporary_number(begun):
    begun.click(begun.step.walk_in)
    panel = begun.panel
    assert isinstance(panel, WalkInPanel)
    begun.qtbot.keyClicks(panel.name, "Mair Pugh")
    begun.qtbot.keyClick(panel.name, Qt.Key.Key_Tab)
    begun.click(panel.do)
    (mair,) = [each for each in begun.all(Person) if each.full_name == "Mair Pugh"]
    assert mair.staff_no_is_temporary
    assert mair.id in {each.person for each in begun.all(Enrolment)}
    assert begun.entry("Mair Pugh").arrived_at == at("12:20")


def test_R1_a_walk_in_without_core_theory_is_refused_for_the_mat_in_words(begun):
    begun.click(begun.step.walk_in)
    begun.qtbot.keyClicks(begun.panel.name, "Mair Pugh")
    begun.click(begun.panel.part.button_of(0))
    begun.click(begun.panel.do)
    assert begun.step.refusal.isVisible()
    assert "Core Theory comes first" in begun.step.refusal.accessibleName()
    assert begun.panel is not None
    assert len(begun.all(Enrolment)) == 4


def test_R51_minutes_as_it_went(begun):
    begun.click(begun.step.minutes)
    panel = begun.panel
    assert isinstance(panel, MinutesPanel)
    block, stepper = next(iter(panel.steppers.items()))
    begun.qtbot.keyClick(stepper._edit, Qt.Key.Key_Down)
    begun.click(panel.do)
    given = {each.id: each.given for each in begun.all(Block)}
    assert given[block] == 10


def test_another_day_says_so_and_shows_its_refusals_plainly(begun):
    begun.click(begun.step.sessions.button_of(1))
    assert begun.step.seen.session.number == 2
    assert "still to come" in begun.step.banner.accessibleName()
    assert not begun.step.primary.isVisible()
    begun.click(begun.step.briefing)
    assert begun.step.refusal.isVisible()
    assert "not of its day" in begun.step.refusal.accessibleName()
    begun.click(begun.step.walk_in)
    assert begun.panel is None


def test_R16_a_day_that_is_over_is_entered_as_from_paper(standing_at):
    door = Door(standing_at(Stage.READY), "18:00", LAST_DAY)
    door.click(door.step.sessions.button_of(0))
    assert "entered later" in door.step.banner.accessibleName()
    assert door.step.primary.text() == "4 were here from the start"
    door.click(door.step.primary)
    assert {each.arrived_at for each in door.all(Attendance)} == {None}


def test_R30_a_refused_choice_shows_again_what_is_on_record(standing_at):
    door = Door(standing_at(Stage.CLOSED), "10:00", LAST_DAY)
    door.click(door.line(NGOC).buttons[2])
    assert door.step.refusal.isVisible()
    assert "closed" in door.step.refusal.accessibleName()
    assert door.line(NGOC).arrival.value() is not Presence.ABSENT


def test_one_line_is_reached_with_tab_and_every_control_has_a_name(door):
    reached = [
        each for line in door.step.table.lines for each in line.buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reached == [door.line(SIAN).buttons[0], door.line(SIAN).buttons[3]]
    assert all(each.accessibleName() for line in door.step.table.lines for each in line.buttons)


def test_without_a_plan_it_says_what_would_be_here(standing_at):
    standing = standing_at(Stage.AGREED)
    step = standing.step(RegisterStep)
    assert step.no_plan.isVisible()
    assert not step.table.isVisible()


def test_tab_goes_in_reading_order_from_the_tools_to_the_line_in_hand(door):
    door.step.briefing.setFocus()
    door.press(Qt.Key.Key_Tab)
    assert door.line(SIAN).buttons[0].hasFocus()
    door.press(Qt.Key.Key_Tab)
    assert door.line(SIAN).buttons[3].hasFocus()


def test_focus_on_a_person_takes_their_line_in_hand(standing_at):
    standing = standing_at(Stage.RUNNING)
    place = next(each.id for each in standing.all(Enrolment) if each.bib == 2)
    step = standing.step(RegisterStep, focus=place)
    assert step.table.current().name == ZANETA


def two_called(begun, name: str, *numbers: str) -> None:
    for number in numbers:
        role = f"Role of {number}"
        new = person(name, staff_no=number, job_role=role, core_theory=None)
        begun.standing.desk.do(take_in, [replace(new, id=PersonId(named(number)))])


def walk(begun, name: str, number: str = "") -> WalkInPanel:
    begun.click(begun.step.walk_in)
    panel = begun.panel
    for editor, text in ((panel.name, name), (panel.number, number)):
        if text:
            editor.setFocus()
            editor.selectAll()
            for each in text:
                begun.qtbot.keyClicks(editor, each) if each.isascii() else editor.insert(each)
            begun.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    return panel


def records(begun, name: str) -> dict[str, Person]:
    return {each.staff_no: each for each in begun.all(Person) if each.full_name == name}


def test_a_name_that_several_have_is_no_answer_and_changes_nobody(begun):
    two_called(begun, "Mair Pugh", "7001", "7002")
    before = records(begun, "Mair Pugh")
    panel = walk(begun, "mair pugh")
    assert (panel.number.text(), panel.role.text()) == ("", "")
    begun.click(panel.do)
    assert "Several people on record are called Mair Pugh" in panel.name.accessibleDescription()
    assert records(begun, "Mair Pugh") == before


@pytest.mark.parametrize("number", ["7001", "7002"])
def test_who_walks_in_is_chosen_by_name_and_number_and_nobody_else_is_touched(begun, number):
    two_called(begun, "Mair Pugh", "7001", "7002")
    before = records(begun, "Mair Pugh")
    panel = walk(begun, f"Mair Pugh · {number}")
    assert (panel.number.text(), panel.role.text()) == (number, f"Role of {number}")
    panel.role.setText("Cook")
    begun.click(panel.do)
    assert begun.panel is None
    after = records(begun, "Mair Pugh")
    assert {each for each in after if after[each] != before[each]} == {number}
    assert after[number].job_role == "Cook"
    assert after[number].id in {each.person for each in begun.all(Enrolment)}


def test_an_offer_that_is_chosen_from_the_list_is_who_is_meant(begun):
    two_called(begun, "Mair Pugh", "7001", "7002")
    panel = walk(begun, "Mair")
    panel.name.completer().activated.emit("Mair Pugh · 7001")
    assert panel.number.text() == "7001"
    assert panel.person().id == PersonId(named("7001"))


@pytest.mark.parametrize("known", [("7001",), ("7001", "7002")])
def test_another_number_than_theirs_is_somebody_new(begun, known):
    two_called(begun, "Mair Pugh", *known)
    before = records(begun, "Mair Pugh")
    panel = walk(begun, "Mair Pugh", "7003")
    assert panel.role.text() == ""
    begun.click(panel.do)
    after = records(begun, "Mair Pugh")
    assert set(after) == {*known, "7003"}
    assert all(after[each] == before[each] for each in known)


def test_the_number_of_who_was_meant_before_does_not_hide_who_is_meant_now(begun):
    two_called(begun, "Mair Pugh", "7001")
    two_called(begun, "Owain Rhys", "7002")
    panel = walk(begun, "Mair Pugh")
    assert panel.number.text() == "7001"
    panel.name.setText("Owain Rhys")
    assert (panel.number.text(), panel.role.text()) == ("7002", "Role of 7002")
    panel.name.setText("Owain Rhyss")
    assert (panel.number.text(), panel.role.text()) == ("", "")


def test_figures_find_a_number_and_after_a_stroke_letters_find_a_name(door):
    door.qtbot.keyClicks(QApplication.focusWidget(), "3")
    assert door.line(EOGHAN).buttons[0].hasFocus()
    door.qtbot.keyClicks(QApplication.focusWidget(), "/")
    for letter in "zan":
        door.qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert door.line(ZANETA).buttons[0].hasFocus()
    assert door.entry(ZANETA) is None
    door.press(Qt.Key.Key_Return)
    door.press(Qt.Key.Key_P)
    assert door.entry(ZANETA).presence is Presence.PRESENT


def test_a_letter_ends_the_search_for_a_number(door):
    for sign in "3p1":
        door.qtbot.keyClicks(QApplication.focusWidget(), sign)
    assert door.entry(EOGHAN).presence is Presence.PRESENT
    assert door.line(SIAN).buttons[0].hasFocus()


def test_escape_leaves_the_minutes_as_they_were(standing_at):
    door = Door(standing_at(Stage.READY), "09:20")
    door.press(Qt.Key.Key_L)
    door.qtbot.keyClicks(door.line(SIAN).late, "5")
    door.press(Qt.Key.Key_Escape)
    assert door.line(SIAN).buttons[3].hasFocus()
    assert door.entry(SIAN).arrived_at == at("09:20")


def test_R15_a_press_that_bounces_declares_nobody_fit(door):
    door.press(Qt.Key.Key_P)
    for _twice in range(2):
        door.qtbot.mouseClick(door.step.primary, Qt.MouseButton.LeftButton)
    assert door.step.seen.blank == 0
    assert door.all(Fitness) == ()
    door.qtbot.wait(BOUNCES)
    door.click(door.step.primary)
    assert len(door.all(Fitness)) == 3


def test_somebody_who_is_on_the_course_already_is_no_walk_in_unasked(door):
    door.click(door.step.walk_in)
    door.panel.name.setText(SIAN)
    door.click(door.panel.foot()[-1])
    assert "is no. 1 on this course already" in door.panel.fields["name"].editor.accessibleDescription()
    assert len(door.step.table.lines) == 4
    door.panel.number.setText("99001")
    door.click(door.panel.foot()[-1])
    assert [each.row.name for each in door.step.table.lines].count(SIAN) == 2
