"""The columns of the sign-off table: name, marks in teaching order, outcome with its reason, signatures with their moment."""

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import sign_off as words
from calm_instructor.operations.viewing.signing import SignOffRow
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.parts.rows_model import Column

_NAME = 212
_MARK = 40
_WORD = 46
_SIGNATURES = 138


def columns(heads: tuple[str, ...]) -> list[Column[SignOffRow]]:
    """One column for each head between the name and the outcome."""
    marks = [_mark_column(head, place) for place, head in enumerate(heads)]
    return [
        Column(_(words.BIB), lambda row: str(row.bib), width=40, paint="bib"),
        Column(_(words.NAME), lambda row: row.name, width=_NAME, tip=lambda row: row.name),
        *marks,
        Column(
            _(words.OUTCOME),
            lambda row: row.outcome,
            paint="strong",
            second=lambda row: row.why,
            tip=lambda row: "\n".join(row.told),
        ),
        Column(
            _(words.SIGNATURES),
            lambda row: row.state,
            width=_SIGNATURES,
            paint="lamp",
            lamp=lambda row: row.lamp,
            second=lambda row: row.beneath,
            tip=lambda row: "\n".join(row.told),
        ),
    ]


def _mark_column(head: str, place: int) -> Column[SignOffRow]:
    def mark(row: SignOffRow) -> Mark:
        cell = row.cells[place]
        return Mark(cell.kind, attempt=cell.attempt)

    return Column(
        head, lambda row: row.cells[place].said, width=_WORD if len(head) > 2 else _MARK, paint="mark", mark=mark
    )
