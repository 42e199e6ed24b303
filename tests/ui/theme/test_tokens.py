"""The contrasts of the palettes, worked out as WCAG 2 does: words 4.5 at least, shapes 3.0."""

import re

import pytest
from PySide6.QtGui import QColor

from calm_instructor.paths import resource
from calm_instructor.ui.theme import tokens
from calm_instructor.ui.theme.style import style_sheet
from calm_instructor.ui.theme.tokens import Palette

WORDS = [
    *[
        (text, ground)
        for text in ("text", "text-2", "accent")
        for ground in ("window", "surface", "sunken", "selected")
    ],
    *[("text-3", ground) for ground in ("window", "surface", "sunken")],
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-ok", "ok"),
    *[
        (f"{tone}-text", ground)
        for tone in ("ok", "warn", "stop", "info")
        for ground in (f"{tone}-soft", "surface", "selected")
    ],
]
SHAPES = [
    ("line-strong", "sunken"),
    ("line-strong", "surface"),
    ("focus", "window"),
    ("focus", "selected"),
    ("ok", "selected"),
    ("warn", "warn-soft"),
    *[(name, "surface") for name in tokens.NAMES if name.startswith("block-")],
]


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str, palette: Palette) -> float:
    light, dark = sorted((luminance(tokens.hex_of(name, palette)) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_there_is():
    assert (luminance("#FFFFFF") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("text", "ground"), WORDS)
def test_words_stand_out(text, ground, palette):
    assert contrast(text, ground, palette) >= 4.5


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_stand_out(shape, ground, palette):
    assert contrast(shape, ground, palette) >= 3.0


@pytest.mark.parametrize("palette", Palette)
def test_the_style_sheet_names_colours_by_token_only(palette):
    source = resource("style/window.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b(?=[;\s])", source)
    assert "@" not in style_sheet(palette)
