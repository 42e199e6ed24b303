"""The audit as a table of cells: risk, hold, a month a column, the sum, the audit before, the trend. Values in, typed texts out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from calm_instructor.domain.audit_trend import Since, going, halves
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day, listed, month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as words
from calm_instructor.operations.viewing.audit import AuditView, CountRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
RISK, HOLD, FIRST_MONTH = 0, 1, 2


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown: a page of months of an audit. ``is_open``: whether its counts may be typed."""

    view: AuditView
    page: int = 0
    is_open: bool = False

    @property
    def months(self) -> tuple[date, ...]:
        """The months, by their first days."""
        return self.view.pages[self.page]

    @property
    def structure(self) -> tuple[object, ...]:
        """What makes another table of it rather than other values in the same."""
        return (self.months, self.view.has_last, [row.hold for row in self.view.rows])


class CountsModel(QAbstractTableModel):
    """``typed``: hold, month and text that somebody typed into a cell."""

    typed = Signal(str, object, str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown

    @property
    def total(self) -> int:
        """The column of the sums; the audit before and the trend follow."""
        return FIRST_MONTH + len(self.shown.months)

    @property
    def then(self) -> int:
        """The column of the audit before."""
        return self.total + 1

    @property
    def trend(self) -> int:
        """The column of the trend."""
        return self.total + 2

    def month_of(self, column: int) -> date | None:
        """The month of a column; None where it is none."""
        place = column - FIRST_MONTH
        return self.shown.months[place] if 0 <= place < len(self.shown.months) else None

    def show(self, shown: Shown) -> bool:
        """Show this; whether the table became another one, in which nothing is in hand."""
        if shown.structure != self.shown.structure:
            self.beginResetModel()
            self.shown = shown
            self.endResetModel()
            return True
        self.shown = shown
        if shown.view.rows:
            last = self.index(len(shown.view.rows) - 1, self.trend)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.trend)
        return False

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """A row a hold."""
        return 0 if parent.isValid() else len(self.shown.view.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Risk, hold, the months, and three."""
        return 0 if parent.isValid() else self.trend + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A month may be typed into, while it is open."""
        plain = super().flags(index)
        may = self.shown.is_open and index.isValid() and self.month_of(index.column()) is not None
        return plain | Qt.ItemFlag.ItemIsEditable if may else plain

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; nothing changes here until it is on record."""
        first = self.month_of(index.column())
        if role != Qt.ItemDataRole.EditRole or first is None:
            return False
        text = str(value).strip()
        if text and text != self.text(index):
            self.typed.emit(self.row(index).hold, first, text)
        return True

    def row(self, index: Index) -> CountRow:
        """The hold of a cell."""
        return self.shown.view.rows[index.row()]

    def ended(self, row: CountRow) -> str:
        """Of a hold whose risks have all ended: that they have, and when."""
        if row.ended_on is not None:
            return _(words.ENDED_ON).format(day=day(row.ended_on))
        return words.in_sentence(_(words.ENDED)) if row.is_ended else ""

    def text(self, index: Index) -> str:
        """What a cell shows in words or figures; the trend in words."""
        row, column = self.row(index), index.column()
        if column == RISK:
            return ", ".join(str(risk.number) for risk in row.risks)
        if column == HOLD:
            return row.name
        if column == self.total:
            return str(row.total(self.shown.page))
        if column == self.then:
            return "–" if row.then is None or self.shown.page else str(row.then)
        if column == self.trend:
            return trend_in_words(row.counts[self.shown.page])
        count = row.counts[self.shown.page][column - FIRST_MONTH]
        return "" if count is None else str(count)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, what a reader hears, tip, or the row itself."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(index)
        if role == ROW_ROLE:
            return self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return None

    def _heard(self, index: Index) -> str:
        row, text = self.row(index), self.text(index)
        first = self.month_of(index.column())
        if first is not None:
            said = words.CELL if text else words.CELL_NOT_COUNTED
            return _(said).format(hold=row.name, month=month(first), count=text)
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        return f"{row.name}, {head}: {', '.join(self._parts(index))}"

    def _parts(self, index: Index) -> Iterator[str]:
        row = self.row(index)
        yield self.text(index) or "–"
        if index.column() == self.then and row.since is not None and not self.shown.page:
            how = words.in_sentence(label(row.since))
            yield words.changed_by(row.change, how) if row.since in {Since.MORE, Since.FEWER} else how
        if index.column() == RISK and row.is_ended:
            yield self.ended(row)

    def _tip(self, index: Index) -> str:
        first = self.month_of(index.column())
        if index.column() == self.trend:
            return self.text(index)
        if first is None:
            return self.row(index).name
        return month(first) if self.text(index) else f"{month(first)}: {_(words.NOT_COUNTED)}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads; a last month that is not over says up to which day."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if self.month_of(section) is not None:
                side = Qt.AlignmentFlag.AlignHCenter
            elif section in {self.total, self.then}:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._head(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _head(self, section: int) -> str:
        first = self.month_of(section)
        if first is not None:
            name, part = month(first).rsplit(" ", 1)[0], self.shown.view.part
            is_part = part is not None and part.replace(day=1) == first
            return _(words.TO_PART).format(day=day(part).rsplit(" ", 1)[0]) if is_part and part else name
        if section == self.trend:
            return _(words.HEAD_TREND).format(most=self.shown.view.most(self.shown.page))
        return {
            RISK: _(words.HEAD_RISK),
            HOLD: _(words.HEAD_HOLD),
            self.total: words.months_head(len(self.shown.months)),
            self.then: _(words.HEAD_LAST if self.shown.view.has_last else words.HEAD_BEFORE),
        }[section]


def trend_in_words(counts: tuple[int | None, ...]) -> str:
    """As in "31 in 12 months; rising: 9 in the first half, 22 in the second"."""
    counted = [each for each in counts if each is not None]
    told = words.total(sum(counted), len(counted))
    if len(counted) < _HALVES or not sum(counted):
        return told
    first, second = halves(counts)
    which = going(first, second)
    return _(words.HALVES).format(total=told, going=words.in_sentence(label(which)), first=first, second=second)


_HALVES = 2


def comparison_in_words(view: AuditView, names: dict[str, str]) -> str:
    """R38: how the audit stands against the last, beneath the table: plain sums of equal lengths of time."""
    last = view.comparison
    if last is None:
        return ""
    if not last.is_new:
        return _(words.LAST_AUDIT_NOTHING_NEW).format(day=day(last.last))
    said = [
        _(words.LAST_AUDIT).format(day=day(last.last), then=sum(last.then.values()), now=sum(last.now.values())),
        _(words.NEW_SINCE).format(holds=listed([names.get(hold, hold) for hold in last.new])) if last.new else "",
        _(words.GONE_SINCE).format(holds=listed([names.get(hold, hold) for hold in last.gone])) if last.gone else "",
        words.months_each(last.months) if last.months < _YEAR else "",
        words.months_shared(last.shared) if last.shared else "",
    ]
    return " ".join(each for each in said if each)


_YEAR = 12
