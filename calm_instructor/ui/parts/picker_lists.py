"""The two lists of a picker: what the catalogue offers, by family, and what is taken, in teaching order."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker as words
from calm_instructor.operations.viewing.picking import Offered, Standing, Taken
from calm_instructor.ui.parts.dragged_rows import DraggedRows
from calm_instructor.ui.parts.picker_rows import (
    OFFERED_HEIGHT,
    OWED_HEIGHT,
    SIGN_WIDTH,
    TAKEN_HEIGHT,
    Family,
    OfferedRow,
    TechniqueRows,
    code_width,
    height_of,
)
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.tier_icons import tier_word

_ADDS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select})


class CatalogueList(DraggedRows[OfferedRow]):
    """Enter, Space, a double click or the sign: ``toggled``. A row of the set dropped here comes as ``dropped``."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            [
                Column[OfferedRow](_(words.CATALOGUE), _words_of_offered, told=_told_of_offered, tip=_tip_of_offered),
            ],
            name=_(words.CATALOGUE),
            row_height=OFFERED_HEIGHT,
            sign_width=SIGN_WIDTH,
            sign_tip=_sign_of_offered,
            empty=_(words.NOTHING_FOUND),
        )
        self.by_place = False
        self.code_width = 0
        self.rows.heads = lambda row: isinstance(row, Family)
        self.rows.carries = lambda row: row.code if isinstance(row, Offered) else ""
        self.setItemDelegate(TechniqueRows(cast("Sequence[Column[object]]", self.rows.columns), self))
        self.opened.connect(self.toggled)
        self.pressed_sign.connect(self.toggled)

    def show_offered(self, rows: Sequence[Offered]) -> None:
        """The catalogue, each family under its head."""
        self.code_width = code_width(each.code for each in rows)
        lines: list[OfferedRow] = []
        for each in rows:
            if not lines or getattr(lines[-1], "family", None) != each.family:
                lines.append(Family(each.family))
            lines.append(each)
        self.show_rows(lines, same=lambda row: row.code if isinstance(row, Offered) else row.name)
        for place, line in enumerate(lines):
            self.setRowHeight(place, height_of(line))
        self.show_in_hand()

    def offered(self) -> Offered | None:
        """The technique in hand."""
        row = self.current()
        return row if isinstance(row, Offered) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what Enter does."""
        row = self.offered()
        if row is not None and event.key() in _ADDS and self.may_change:
            self.toggled.emit(row)
        elif row is None or self.may_change or event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)


class SetList(DraggedRows[Taken]):
    """Space, Delete or the cross: ``taken_out``; Enter or a double click: ``opened``; Ctrl with an arrow: ``moved_by``."""

    taken_out = Signal(object)
    moved_by = Signal(object, int)

    def __init__(self, name: str, told: Callable[[Taken], str]) -> None:
        super().__init__(
            [
                Column[Taken](name, lambda row: f"{row.code}  {row.name}", told=told, tip=_tip_of_taken),
            ],
            name=name,
            row_height=TAKEN_HEIGHT,
            sign_width=SIGN_WIDTH,
            sign_tip=_sign_of_taken,
            empty=_(words.EMPTY_SET),
        )
        self.code_width = 0
        self.rows.carries = lambda row: row.code
        self.setItemDelegate(TechniqueRows(cast("Sequence[Column[object]]", self.rows.columns), self))
        self.deleted.connect(self._take_out)
        self.pressed_sign.connect(self._take_out)

    def show_taken(self, rows: Sequence[Taken]) -> None:
        """The set; what owes something is a line taller."""
        self.code_width = code_width(each.code for each in rows)
        self.show_rows(rows, same=lambda row: row.code)
        for place, row in enumerate(rows):
            self.setRowHeight(place, TAKEN_HEIGHT + (OWED_HEIGHT if row.owes else 0))
        self.show_in_hand()

    def _take_out(self, row: Taken) -> None:
        if self.may_change:
            self.taken_out.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes out; with Ctrl the arrows move the technique, not the row in hand."""
        row = self.current()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if row is not None and event.key() in _ADDS:
            self._take_out(row)
        elif row is not None and ctrl and steps:
            if self.may_change:
                self.moved_by.emit(row, steps)
        else:
            super().keyPressEvent(event)


def _words_of_offered(row: OfferedRow) -> str:
    return row.name if isinstance(row, Family) else f"{row.code}  {row.name}  {row.hold}"


def _told_of_offered(row: OfferedRow) -> str:
    if isinstance(row, Family):
        return row.name
    return _(words.IN_HAND_OFFERED).format(
        code=row.code, name=row.name, tier=tier_word(row.tier).lower(), said=row.said
    )


def _tip_of_offered(row: OfferedRow) -> str:
    return "" if isinstance(row, Family) else f"{row.code}  {row.name}\n{row.hold}\n{row.said}"


def _sign_of_offered(row: OfferedRow) -> str:
    if isinstance(row, Family) or not (row.may_add or row.standing is Standing.IN_SET):
        return ""
    said = words.TAKE_OUT if row.standing is Standing.IN_SET else words.ADD
    return _(said).format(code=row.code)


def _tip_of_taken(row: Taken) -> str:
    return "\n".join(each for each in (f"{row.code}  {row.name}", row.met, row.proposed, row.owes) if each)


def _sign_of_taken(row: Taken) -> str:
    return _(words.TAKE_OUT).format(code=row.code)
