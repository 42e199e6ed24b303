"""R43 in the window: read, then signed by somebody with name and role; R40: a "no" is signed and told as a result."""

from typing import Any

import pytest

from calm_instructor.domain.needs import Manner, TnaState
from calm_instructor.operations.describing import describe
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.needs import tnas
from calm_instructor.ui.parts.labels import LampLabel
from tests.domain.people_and_things import SIGNED_IN_OCTOBER
from tests.operations.a_course import TNA, Stage, look_again, planned
from tests.ui.a_window import AWindow, settle
from tests.ui.needs.looks import laid_out, no_need
from tests.ui.needs.test_tna_page import analysis, choice, press, sign_with_mouse, write

pytestmark = pytest.mark.check


def form_of(window: AWindow, tna=TNA) -> tuple[Any, Any]:
    page = window.go("tna", tna, "authorise")
    return page, page.questions["authorise"].form


def named(qtbot, form, name: str = "Morag Reid", role: str = "Registered manager") -> None:
    write(qtbot, form.name.editor, name)
    write(qtbot, form.role.editor, role)


def test_R43_without_a_role_the_sentence_says_what_to_write_and_the_focus_is_there(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page, form = form_of(window)
    write(qtbot, form.name.editor, "Morag Reid")
    press(qtbot, page.sign)
    assert "in which role, as “Registered manager”" in window.said
    assert form.role.editor.hasFocus()
    assert "in which role" in form.role.editor.accessibleDescription()
    assert analysis(window).tna.state is TnaState.DRAFT
    write(qtbot, form.role.editor, "Registered manager")
    sign_with_mouse(qtbot, form.signs.pad)
    press(qtbot, page.sign)
    assert analysis(window).tna.authorisation.role == "Registered manager"


def test_R43_on_screen_it_is_signed_today_and_the_moment_is_kept(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page, form = form_of(window)
    named(qtbot, form)
    assert not form.on.editor.isEnabled()
    write(qtbot, form.signs.typed, "Morag Reid")
    press(qtbot, page.sign)
    given = analysis(window).tna.authorisation
    assert (given.manner, given.on, given.signed_at) == (
        Manner.SCREEN,
        window.clock.now.date(),
        window.clock.now,
    )
    assert "frozen as it stands" in window.said
    assert not form.signs.isVisible()


def test_R43_a_chance_touch_is_no_signature(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page, form = form_of(window)
    named(qtbot, form)
    press(qtbot, form.signs.pad)
    press(qtbot, page.sign)
    assert "signs in the box" in window.said
    assert analysis(window).tna.state is TnaState.DRAFT


def test_R43_starting_again_empties_box_and_name(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    _page, form = form_of(window)
    sign_with_mouse(qtbot, form.signs.pad)
    write(qtbot, form.signs.typed, "Morag")
    press(qtbot, form.signs.again)
    assert not form.signs.is_signed


@pytest.mark.parametrize(
    ("day", "said"), [("6 Oct 2026", "still to come"), ("30 Sep 2026", "drawn up on"), ("soon", "no date")]
)
def test_R43_an_ink_copy_bears_a_day_that_was(window_at, qtbot, day, said):
    window = window_at(Stage.DRAFTED)
    page, form = form_of(window)
    named(qtbot, form)
    press(qtbot, choice(form.manner, Manner.INK))
    form.on.editor.clear()
    write(qtbot, form.on.editor, day)
    write(qtbot, form.held_at.editor, "Office")
    write(qtbot, form.seen_by.editor, "Jean Macdonald")
    press(qtbot, page.sign)
    assert said in window.said
    assert analysis(window).tna.state is TnaState.DRAFT


def test_R43_an_ink_copy_says_where_and_who_saw_it(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page, form = form_of(window)
    named(qtbot, form)
    press(qtbot, choice(form.manner, Manner.INK))
    assert not form.signs.isVisible()
    press(qtbot, page.sign)
    assert "where the ink copy is held" in window.said
    assert form.held_at.editor.hasFocus()


def test_R43_an_instructor_is_told_beforehand_and_a_lead_that_it_can_t_be(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    _page, form = form_of(window)
    write(qtbot, form.name.editor, "Morag Reid")
    assert not form._about.isVisible()
    form.name.editor.clear()
    write(qtbot, form.name.editor, "ruairidh macleod")
    assert form._about.isVisible()
    assert "only if he or she doesn’t lead a course that rests on it" in form._about.accessibleName()
    window.desk.do(enter_course, planned())
    settle()
    assert "leads the course and can’t authorise" in form._about.accessibleName()


def test_R43_what_is_signed_is_laid_out_beside_the_signature(window_at):
    window = window_at(Stage.DRAFTED)
    page, _form = form_of(window)
    question = page.questions["authorise"]
    assert question.turn.value() == "summary"
    laid_out(window)
    assert question.summary.preview.paper is not None
    assert question.summary.preview.paper.order.record == TNA
    assert not question.summary._why_not.isVisible()


def test_R40_before_need_is_answered_there_is_nothing_to_sign(example_at, qtbot):
    window = example_at("prepared")
    page = window.go("needs", step="new")
    write(qtbot, page.service.editor, "Birchwood")
    press(qtbot, page.begin)
    page = window.go("tna", window.window.page._tna, "authorise")
    question = page.questions["authorise"]
    assert question.turn.value() == "asked"
    question.turn.set_value("summary")
    question.turn.chosen.emit("summary")
    settle(window.window)
    assert "once the question of need is answered" in question.summary._why_not.text()


def test_R43_a_revision_says_what_it_replaces_and_which_courses_stay(window_at, qtbot):
    window = window_at(Stage.AGREED)
    draft = window.desk.do(revise, TNA)
    look_again(window.desk, draft.id)
    page, form = form_of(window, draft.id)
    assert "Revision 2 stays in force until this one is signed" in form._hint.text()
    assert "ET-2217-26-014 was planned on it and stays on it." in form._hint.text()
    named(qtbot, form, SIGNED_IN_OCTOBER.name)
    write(qtbot, form.signs.typed, SIGNED_IN_OCTOBER.name)
    press(qtbot, page.sign)
    assert "Revision 2 has been replaced." in window.said
    assert analysis(window, TNA).tna.state is TnaState.SUPERSEDED


def test_R40_a_no_is_told_as_a_result_with_the_course_that_can_be_planned(example_at, qtbot):
    window = example_at("drafted")
    no_need(window, None)
    page = window.window.page
    question = page.questions["authorise"]
    assert "The result: no legitimate need" in question.result.accessibleName()
    assert question.plan_instead.isVisible()
    with window.desk.store.reading() as view:
        (line,) = tnas(view, window.clock.now, None).lines
    assert (line.need, line.result) == ("No need found", "a result")
    press(qtbot, question.plan_instead)
    made = window.window.page
    assert made.tna.value() == page._tna
    assert "Core Theory" in made.kind.currentText()
    made.kind.setCurrentIndex(0)
    made.kind.activated.emit(0)
    assert made.tna.value() is None
    assert made._cant_title.isVisible()
    said = " ".join(each.accessibleName() for each in made.findChildren(LampLabel))
    assert "Plan Core Theory or a prevention course instead" in said


def test_R8_out_of_date_names_the_courses_that_rest_on_it(window_at):
    window = window_at(Stage.AGREED)
    window.clock.now = window.clock.now.replace(year=2028)
    page, _form = form_of(window)
    assert "Begin a new revision. ET-2217-26-014 rests on it." in page.banner.accessibleName()


def test_R43_R3_what_was_signed_is_signed_anew_when_something_else_was_changed(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    _page, form = form_of(window)
    named(qtbot, form)
    write(qtbot, form.signs.typed, "Morag Reid")
    form.confirm.setChecked(True)
    assert form.signs.is_signed
    window.desk.do(describe, TNA, {"life_support": "Two first aiders"})
    form_of(window)
    settle(window.window)
    assert not form.signs.is_signed
    assert not form.confirm.isChecked()


def test_R8_authorise_is_not_offered_while_something_stands_in_its_way_and_says_so(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    begun = window.desk.do(revise, TNA)
    page, _form = form_of(window, begun.id)
    assert page.sign.property("unavailable")
    assert "still open" in page.sign.accessibleDescription()
    assert {each.is_to_do for each in page.questions["authorise"].walk.asked if each.blocks} == {True}
    look_again(window.desk, begun.id)
    settle(window.window)
    assert not page.sign.property("unavailable")
    assert page.sign.accessibleDescription() == ""
