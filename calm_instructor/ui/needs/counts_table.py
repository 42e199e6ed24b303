"""A behavioural audit as a table: each hold or grab with its counts of the last twelve months, and what was before them."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.messages.showing import month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.audit import CountRow
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView


def counts_table(months: Sequence[date]) -> TableView[CountRow]:
    """The table for these twelve months; its rows are shown later."""
    columns = [
        Column[CountRow](_(words.HOLD), lambda row: row.name, paint="strong", tip=lambda row: row.name, second=_beneath),
        *(_month_column(number, each) for number, each in enumerate(months)),
        Column[CountRow](_(words.MONTHS_12), lambda row: str(row.total(0)), width=56, right=True, paint="strong"),
        Column[CountRow](_(words.BEFORE), lambda row: "–" if row.then is None else str(row.then), width=58, right=True, paint="quiet"),
    ]
    return TableView[CountRow](columns, name=_(words.COUNTS), row_height=40)


def _beneath(row: CountRow) -> str:
    return ", ".join(_(words.RISK_NO).format(number=risk.number) for risk in row.risks)


def _month_column(number: int, first: date) -> Column[CountRow]:
    return Column[CountRow](
        month(first).split()[0],
        lambda row: str(row.counts[0][number] or "·"),
        width=42,
        right=True,
        tip=lambda _row: month(first),
    )
