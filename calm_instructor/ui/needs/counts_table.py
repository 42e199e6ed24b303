"""A behavioural audit as a table: each hold or grab with its counts of the last twelve months, and what was before them."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.messages.showing import day, month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.needs import HoldRow
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView


def counts_table(months: Sequence[date]) -> TableView[HoldRow]:
    """The table for these twelve months; its rows are shown later."""
    columns = [
        Column[HoldRow](_(words.HOLD), lambda row: row.name, paint="strong", tip=lambda row: row.name, second=_beneath),
        *(_month_column(number, each) for number, each in enumerate(months)),
        Column[HoldRow](_(words.MONTHS_12), lambda row: str(row.twelve), width=56, right=True, paint="strong"),
        Column[HoldRow](_(words.BEFORE), lambda row: str(row.before), width=58, right=True, paint="quiet"),
    ]
    return TableView[HoldRow](columns, name=_(words.COUNTS), row_height=40)


def _beneath(row: HoldRow) -> str:
    risk = _(words.RISK_NO).format(number=row.risk.number) if row.risk else ""
    last = _(words.LAST_ON).format(day=day(row.last_seen)) if row.last_seen else ""
    return " · ".join(part for part in (risk, last) if part)


def _month_column(number: int, first: date) -> Column[HoldRow]:
    return Column[HoldRow](
        month(first).split()[0],
        lambda row: str(row.monthly[number]) if row.monthly[number] else "·",
        width=42,
        right=True,
        tip=lambda _row: month(first),
    )
