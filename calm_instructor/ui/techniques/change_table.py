"""What became of the entries of a catalogue: new, changed, withdrawn, no longer in it (R24)."""

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import catalogue as words
from calm_instructor.operations.viewing.catalogue import ChangeLine
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView


def change_table() -> TableView[ChangeLine]:
    """The table; its rows are shown later."""
    columns = [
        Column[ChangeLine](_(words.CODE), lambda line: line.code, width=90, paint="strong"),
        Column[ChangeLine](
            _(words.TECHNIQUE), lambda line: line.name, tip=lambda line: f"{line.name}. {line.detail}", second=_detail
        ),
        Column[ChangeLine](
            _(words.WHAT), lambda line: line.change, width=150, paint="lamp", lamp=lambda line: line.lamp
        ),
    ]
    return TableView[ChangeLine](columns, name=_(words.CHANGED), row_height=44)


def _detail(line: ChangeLine) -> str:
    return line.detail
