"""Hands at a window: what a person can do with keys and mouse, by the names that a screen reader says."""

from typing import Protocol


class Hands(Protocol):
    """``name``: the accessible name, or its beginning where it ends in "…"."""

    def click(self, name: str) -> None:
        """Click on a control."""

    def read_on(self) -> None:
        """Take as long as a person takes to read what a button says now: a second press at once would be the first one's."""

    def press(self, keys: str) -> None:
        """Press keys, as in "Ctrl+PgDown"."""

    def type(self, text: str) -> None:
        """Type a text where the focus is."""

    def fill(self, name: str, text: str) -> None:
        """Click into a field, put this text in the place of what stands there, and go on with Tab."""

    def choose(self, name: str, option: str) -> None:
        """Choose from a list that opens."""

    def pick(self, name: str, text: str) -> None:
        """Click on the row of a list in which a text stands."""

    def cell(self, name: str, row: int, head: str) -> None:
        """Click on the cell of a table in a row, from 0, under the head that begins so."""

    def look(self) -> None:
        """Look at what is shown a moment after it was asked for, as a person does before they click on it."""

    def sees(self, name: str) -> bool:
        """Whether a control of this name is there to be worked on."""

    def reads(self, name: str) -> str:
        """What stands in a control."""

    def reads_ticked(self, name: str) -> bool:
        """Whether a box is ticked, or a button of a choice pressed in."""

    def said(self) -> str:
        """What the status line says."""
