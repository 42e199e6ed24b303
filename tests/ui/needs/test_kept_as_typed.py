"""Everything of the walk is on the disk as it is typed, and what seems to name a person is marked and never held up (R10)."""

import pytest

from calm_instructor.domain.needs import Tna
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

FIELDS = {
    "service": ("setting", "Care home for older people"),
    "factors": ("factors", "Frail skin"),
    "prevention": ("recovery", "Debrief for all"),
    "need": ("need_reason", "Grips happen every week"),
}


def tna(made: AWindow) -> Tna:
    with made.desk.store.reading() as view:
        return view.all(Tna)[-1]


@pytest.mark.parametrize("question", FIELDS)
def test_what_was_typed_is_on_the_disk_after_a_pause_though_nobody_left_it(example_at, qtbot, question):
    made = example_at("drafted")
    page = made.go("tna", tna(made).id, question)
    field, text = FIELDS[question]
    words = {"setting": "setting", "factors": "factors", "recovery": "recovery", "need_reason": "reason"}[field]
    editor = getattr(page.questions[question], words).editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    expected = (text,) if field == "factors" else text
    qtbot.waitUntil(lambda: getattr(tna(made), field) == expected)
    assert editor.hasFocus()
    assert editor.text() == text


def test_R10_a_name_is_kept_as_typed_and_told_where_it_stands(example_at, qtbot):
    made = example_at("drafted")
    page = made.go("tna", tna(made).id, "factors")
    editor = page.questions["factors"].factors.editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Mrs Smith holds on")
    editor.clearFocus()
    assert tna(made).factors == ("Mrs Smith holds on",)
    qtbot.waitUntil(lambda: "Mrs Smith" in editor.accessibleDescription())
    settle(made.window)
    assert "Mrs Smith" in editor.accessibleDescription()
    page = made.go("tna", tna(made).id, "authorise")
    asked = [each for each in page._walk.asked if each.code == "R10.identifier"]
    assert [(each.question, each.blocks) for each in asked] == [("factors", False)]
    assert "Mrs Smith" in asked[0].sentence
