"""What holds for each wish: one entry in the trail, one announcement, words for it, undo by name, nothing after closing."""

from dataclasses import replace
from string import Formatter

import pytest

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck
from calm_instructor.domain.errors import Refused
from calm_instructor.messages.wishes import WISHES, undo_label, wish_label
from calm_instructor.operations.desk import Changes
from tests.domain.people_and_things import LEAD
from tests.operations.a_course import ACourse, written
from tests.operations.every_wish import DOINGS, all_wishes

WISHES_OF_THE_PRODUCT = all_wishes()
UNDOABLE = sorted(name for name, wish in WISHES_OF_THE_PRODUCT.items() if wish.undoable)
FINAL = sorted(name for name, wish in WISHES_OF_THE_PRODUCT.items() if not wish.undoable)
OF_A_COURSE = sorted(name for name, doing in DOINGS.items() if doing.at_end is not None)


@pytest.fixture
def before(course_at, request) -> ACourse:
    """A course just before a wish, with everything done that the wish needs."""
    doing = DOINGS[request.param]
    a = course_at(doing.stage)
    if doing.before is not None:
        doing.before(a)
    return a


def test_no_wish_is_left_out():
    assert set(DOINGS) == set(WISHES_OF_THE_PRODUCT)


def test_what_can_not_be_put_back():
    assert set(FINAL) == {
        "tna.authorised",
        "set.agreed",
        "sign_off.signed",
        "sign_off.trainee_signed",
        "sign_off.withdrawn",
        "course.closed",
        "course.reopened",
        "package.written",
    }


@pytest.mark.parametrize(("before", "name"), [(name, name) for name in DOINGS], ids=list(DOINGS), indirect=["before"])
def test_a_wish_is_one_entry_and_one_announcement_in_its_own_words(before, name):
    told: list[Changes] = []
    before.desk.on_change.append(told.append)
    stood = before.everything()
    with written(before, name, LEAD):
        DOINGS[name].run(before)
    assert before.everything() != stood
    (changes,) = told
    wish = WISHES_OF_THE_PRODUCT[name]
    assert (changes.wish, changes.topics, changes.undoable) == (name, wish.topics, wish.undoable)
    assert wish.topics
    wanted = {field for _text, field, _form, _kind in Formatter().parse(WISHES[name]) if field}
    assert wanted <= set(changes.facts)
    assert "{" not in wish_label(name, changes.facts)
    assert undo_label(name, changes.facts) == f"Undo: {wish_label(name, changes.facts)}"


@pytest.mark.parametrize(("before", "name"), [(name, name) for name in UNDOABLE], ids=UNDOABLE, indirect=["before"])
def test_undo_puts_back_all_but_marks_which_are_taken_back(before, name):
    told: list[Changes] = []
    stood = before.everything()
    DOINGS[name].run(before)
    did = before.everything()
    before.desk.on_change.append(told.append)
    next_undo = before.desk.next_undo
    assert next_undo is not None
    undone = replace(next_undo, put_back=True)
    with written(before, "undone", LEAD):
        assert before.desk.undo() == undone
    assert told == [undone]
    stays = WISHES_OF_THE_PRODUCT[name].stays
    expected = dict(stood)
    for id, value in did.items():
        if isinstance(value, stays):
            expected[id] = value
        elif isinstance(value, (Attempt, KnowledgeCheck)) and id not in stood:
            expected[id] = replace(value, state=AttemptState.TAKEN_BACK)
    assert before.everything() == expected


@pytest.mark.parametrize(("before", "name"), [(name, name) for name in FINAL], ids=FINAL, indirect=["before"])
def test_nothing_behind_a_final_act_is_put_back(before, name):
    DOINGS[name].run(before)
    head = before.store.head()
    assert before.desk.next_undo is None
    assert before.desk.undo() is None
    assert before.store.head() == head


@pytest.mark.parametrize("name", OF_A_COURSE)
def test_R30_after_closing_a_course_is_read_only_for(closed, name):
    head = closed.store.head()
    at_end = DOINGS[name].at_end
    assert at_end is not None
    with pytest.raises(Refused) as said:
        at_end(closed)
    assert "R30.closed" in {each.code for each in said.value.objections}
    assert closed.store.head() == head


def test_R30_what_is_not_about_one_course_is_named():
    assert set(DOINGS) - set(OF_A_COURSE) == {
        "organisation.entered",
        "instructor.entered",
        "catalogue.loaded",
        "number.set",
        "tna.drafted",
        "tna.described",
        "tna.revised",
        "tna.begun_from",
        "tna.still_so",
        "risk.described",
        "risk.taken_off",
        "risk.current",
        "risk.listed",
        "hold.not_carried",
        "risk.ended",
        "technique.chosen",
        "technique.left_out",
        "technique.moved",
        "technique.put_in",
        "technique.taken_out",
        "risk.covered",
        "risk.kept",
        "risks.listed",
        "count.entered",
        "count.begun",
        "count.taken_off",
        "count.period",
        "counts.taken",
        "shape.remembered",
        "need.answered",
        "tna.authorised",
        "people.taken_in",
        "evidence.seen",
        "basis.stated",
        "person.entered",
        "certificate.seen",
        "person.archived",
        "person.back",
        "people.made_one",
        "people.told_apart",
        "course.reopened",
        "package.written",
        "incident.added_to",  # of a course that has one: test_pausing
        "incident.cleared",  # of a course that has one: test_pausing
    }
