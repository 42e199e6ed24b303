"""Texts that seem to name persons, for the list of screens."""

from calm_instructor.ui.parts.marked_text import PersonSigns
from tests.ui.a_window import AWindow, settle

TEXT = """Most people supported are over 75, with frail skin.
Sarah's hands are strong when she is tired, as Mrs Smith told on 3/4/2026.
J.R. in room 12 is frightened from behind; NHS 943 476 5919."""


def factors(made: AWindow, page) -> None:
    shown = page.questions["factors"].factors
    shown.editor.setPlainText(TEXT)
    for signs in shown.findChildren(PersonSigns):
        signs.look()
    settle(made.window)
