"""Buttons: the gap after an icon, and the colour of what can't be had."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from calm_instructor.ui.parts.buttons import Segmented, button, set_unavailable
from calm_instructor.ui.theme import tokens

WELL = 200
"""How much of a pixel a stroke covers where it shows its own colour."""


def inked(made, *, right_of: int = 0) -> list[QColor]:
    """The colours of what is drawn well in an icon, from a column on."""
    image = made.icon().pixmap(made.iconSize()).toImage()
    points = ((x, y) for x in range(right_of, image.width()) for y in range(image.height()))
    return [colour for colour in (image.pixelColor(*each) for each in points) if colour.alpha() > WELL]


def near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 3 for a, b in pairs)


@pytest.mark.parametrize("first", ["", "Agree"])
def test_words_stand_as_far_from_the_icon_whenever_they_come(qtbot, first):
    made = button(first, icon="lock")
    qtbot.addWidget(made)
    made.setText("Agree")
    other = button("Agree", icon="lock")
    qtbot.addWidget(other)
    assert made.iconSize() == other.iconSize()
    assert made.iconSize().width() > made.iconSize().height()
    assert not inked(made, right_of=16)
    made.setText("")
    assert made.iconSize().width() == made.iconSize().height()


@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet"])
def test_the_icon_of_what_cant_be_had_is_drawn_to_be_read_on_the_ground_it_stands_on(qtbot, kind):
    made = button("Agree", icon="check", kind=kind)
    qtbot.addWidget(made)
    before = inked(made)
    set_unavailable(made, "First a reason")
    assert inked(made)
    assert all(near(each, tokens.colour("text-2")) for each in inked(made))
    set_unavailable(made, "")
    assert inked(made) == before


def test_tab_comes_to_what_is_chosen_whoever_chose_it(qtbot):
    made = Segmented((("figures", "Figures"), ("block", "Block"), ("before", "Before")), "Side")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.set_value("figures")
    made.button_of(0).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(made.button_of(0).hasFocus)
    made.set_value("block")
    ways_in = [
        made.button_of(each) for each in range(3) if made.button_of(each).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert ways_in == [made.button_of(1)]
    made.button_of(1).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(made.button_of(1).hasFocus)
    qtbot.keyClick(made.button_of(1), Qt.Key.Key_Right)
    assert made.value() == "before"
