"""R10: what seems to name a person is marked in place and told beneath, without holding up the typing."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.domain.anonymity import Known
from calm_instructor.ui.parts.inputs import Field
from calm_instructor.ui.parts.marked_text import PersonSigns
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


@pytest.fixture
def ground(qtbot) -> QWidget:
    ground = QWidget()
    QVBoxLayout(ground)
    qtbot.addWidget(ground)
    ground.show()
    return ground


def field(ground, editor) -> Any:
    shown = Field("Because", editor)
    ground.layout().addWidget(shown)
    PersonSigns(shown, lambda: Known(phrases=("Craig Dhu",)))
    return shown


def underlined(editor: TextEdit) -> list[str]:
    block = editor.document().firstBlock()
    out = []
    while block.isValid():
        text = block.text().encode("utf-16-le")
        formats = block.layout().formats()
        out += [text[each.start * 2 : (each.start + each.length) * 2].decode("utf-16-le") for each in formats]
        block = block.next()
    return out


@pytest.mark.parametrize("kind", [LineEdit, TextEdit])
def test_R10_a_name_is_told_beneath_and_goes_when_it_is_mended(ground, qtbot, kind):
    shown = field(ground, kind())
    shown.editor.setFocus()
    qtbot.keyClicks(shown.editor, "as Mrs Smith does")
    qtbot.waitUntil(shown._notice.isVisible)
    assert "“Mrs Smith” looks like a name" in shown.editor.accessibleDescription()
    assert shown.editor.hasFocus()
    assert shown.editor.text() == "as Mrs Smith does"
    for _ in range(len("Mrs Smith does")):
        qtbot.keyClick(shown.editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not shown._notice.isVisible())
    assert shown.editor.accessibleDescription() == ""


def test_R10_the_words_are_underlined_where_they_stand(ground, qtbot):
    shown = field(ground, TextEdit())
    shown.editor.setPlainText("😀 then Sarah, J.R.\nquiet hours in Craig Dhu\nDOB 13/07/1931")
    assert underlined(shown.editor) == ["Sarah", "J.R.", "DOB", "13/07/1931"]


def test_R10_what_can_only_be_read_is_not_marked(ground, qtbot):
    editor = TextEdit()
    editor.setReadOnly(True)
    shown = field(ground, editor)
    editor.setPlainText("then Sarah")
    assert underlined(editor) == []
    shown.editor.textChanged.emit()
    assert not shown._notice.isVisible()


@pytest.mark.parametrize("kind", [LineEdit, TextEdit])
def test_a_pause_in_typing_is_as_good_as_leaving(ground, qtbot, kind):
    editor = kind()
    kept: list[str] = []
    editor.left.connect(kept.append)
    editor.keep_while_typing(lambda _text: True)
    ground.layout().addWidget(editor)
    editor.setFocus()
    qtbot.keyClicks(editor, "Quiet hours ")
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == ["Quiet hours "]
    editor.show_text("Quiet hours")
    assert editor.text() == "Quiet hours ", "the space before the next word stays"
    qtbot.keyClicks(editor, "at noon")
    editor.clearFocus()
    assert kept[-1] == "Quiet hours at noon"


@pytest.mark.parametrize("kind", [LineEdit, TextEdit])
def test_R10_a_pause_keeps_nothing_that_seems_to_name_somebody(ground, qtbot, kind):
    editor = field(ground, kind()).editor
    kept: list[str] = []
    editor.left.connect(kept.append)
    editor.setFocus()
    qtbot.keyClicks(editor, "as Mrs Smith does")
    qtbot.waitUntil(lambda: not editor._pause.isActive())
    assert kept == []
    for _ in range(len("Mrs Smith does")):
        qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(editor, "a carer does")
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == ["as a carer does"]
    qtbot.keyClicks(editor, ", Mrs Smith")
    editor.clearFocus()
    assert kept[-1] == "as a carer does, Mrs Smith", "what is left is said"


def test_an_empty_line_that_is_not_kept_is_not_taken_from_under_the_hand(ground, qtbot):
    editor = TextEdit()
    editor.left.connect(lambda text: editor.show_text("\n".join(filter(None, text.splitlines()))))
    editor.keep_while_typing(lambda _text: True)
    ground.layout().addWidget(editor)
    editor.setFocus()
    qtbot.keyClicks(editor, "one")
    for _ in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    with qtbot.waitSignal(editor.left):
        pass
    qtbot.keyClicks(editor, " more")
    assert editor.text() == "one\n\ntwo more"
