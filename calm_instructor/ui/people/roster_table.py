"""The rows of a list and what becomes of each: new, already here, maybe somebody who is here, or to be mended."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.rostering import Fate, RosterLine, RosterPreview, Taking
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView

_LAMPS = {Fate.NEW: Lamp.INFO, Fate.HERE: Lamp.OK, Fate.PERHAPS: Lamp.WARN, Fate.MEND: Lamp.STOP}
_DECIDED = {
    Taking.AS_SAME: words.FATE_SAME,
    Taking.RENAMED: words.SAME_RENAMED,
    Taking.AS_NEW: words.FATE_NEW,
}
LEFT_OUT = "left out"


class RosterTable(QWidget):
    """``decided``: a person said what becomes of a row."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[int, Taking] = {}
        self._spoken: set[int] = set()
        self._looked_at: RosterPreview | None = None
        self.view: TableView[RosterLine] = TableView(
            [
                Column(_(words.HEAD_NAME), lambda line: line.name or "–"),
                Column(_(words.HEAD_NUMBER), lambda line: line.staff_no or "–", width=72, paint="quiet"),
                Column(_(words.HEAD_WHAT), self._what, width=150, paint="lamp", lamp=self._lamp, tip=_tip),
            ],
            name=_(words.TABLE_NAME),
            row_height=32,
        )
        self.view.moved.connect(self._show_line)
        self.view.opened.connect(self._toggle)
        self.view.setMinimumHeight(28 + 3 * 32)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._summary = Label("", "small")
        self._read = Label("", "small", wrap=True)
        self._told = Label("", wrap=True)
        self._question = Label("", "strong", wrap=True)
        self._what_becomes = QHBoxLayout()
        self._what_becomes.setContentsMargins(0, 0, 0, 0)
        options = (
            (Taking.AS_SAME, words.SAME_PERSON),
            (Taking.RENAMED, words.SAME_RENAMED),
            (Taking.AS_NEW, words.SOMEONE_ELSE),
            (LEFT_OUT, words.LEAVE_OUT),
        )
        self.perhaps = Segmented([(value, _(text)) for value, text in options], _(words.WHO_IS_IT))
        self.perhaps.chosen.connect(self._decide)
        self.plain = Segmented([("take", _(words.TAKE)), (LEFT_OUT, _(words.LEAVE_OUT))], _(words.WHO_IS_IT))
        self.plain.chosen.connect(self._decide)
        self._what_becomes.addWidget(self.perhaps)
        self._what_becomes.addWidget(self.plain)
        self._what_becomes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self._summary)
        for each in (self._read, self._told, self._question):
            column.addWidget(each)
        column.addLayout(self._what_becomes)

    def show_preview(self, looked_at: RosterPreview) -> None:
        """Show a list afresh; what was decided of another reading counts no more."""
        self._looked_at = looked_at
        self._chosen = looked_at.usual()
        self._spoken = set()
        self.view.show_rows(looked_at.lines)
        urgent = next((n for n, line in enumerate(looked_at.lines) if line.fate in {Fate.PERHAPS, Fate.MEND}), 0)
        self.view.put_in_hand(urgent)
        self._show_line(self.view.current())

    def show_summary(self, text: str) -> None:
        """What would happen, counted."""
        self._summary.setText(text)

    def chosen(self) -> dict[int, Taking]:
        """What becomes of the rows that are taken in."""
        return dict(self._chosen)

    def spoken(self) -> frozenset[int]:
        """Rows of which somebody has said what becomes of them."""
        return frozenset(self._spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row in hand stays in sight."""
        super().resizeEvent(event)
        self.view.scrollTo(self.view.currentIndex())

    # ── a row ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _what(self, line: RosterLine) -> str:
        taking = self._chosen.get(line.row)
        if line.fate is Fate.MEND:
            return line.what
        if taking is None:
            return _(words.FATE_LEFT_OUT) if line.row in self._spoken or line.fate is not Fate.PERHAPS else line.what
        if line.fate is Fate.PERHAPS:
            return _(_DECIDED[taking])
        return line.what

    def _lamp(self, line: RosterLine) -> Lamp:
        taking = self._chosen.get(line.row)
        if line.fate is Fate.PERHAPS and taking is not None:
            return Lamp.INFO if taking is Taking.AS_NEW else Lamp.OK
        if (
            taking is None
            and line.fate is not Fate.MEND
            and (line.row in self._spoken or line.fate is not Fate.PERHAPS)
        ):
            return Lamp.TODO
        return Lamp.WARN if line.goes_on_without else _LAMPS[line.fate]

    def _show_line(self, line: RosterLine | None) -> None:
        self.perhaps.setVisible(line is not None and line.fate is Fate.PERHAPS)
        self.plain.setVisible(line is not None and line.fate in {Fate.NEW, Fate.HERE})
        read = line is not None and line.fate is not Fate.MEND
        asked = line is not None and line.fate is Fate.PERHAPS
        self._tell(self._read, words.row_line(line.job_role, line.core_theory) + "." if line and read else "")
        self._tell(self._told, " ".join(line.notes) if line else "")
        self._tell(self._question, words.who_is(line.name, line.staff_no, line.here_words) if line and asked else "")
        if line is None:
            return
        taking = self._chosen.get(line.row)
        left_out = LEFT_OUT if line.row in self._spoken else None
        self.perhaps.set_value(taking or left_out)
        self.plain.set_value("take" if taking else LEFT_OUT)

    def _tell(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        label.setMinimumHeight(label.heightForWidth(max(320, self.width())) if text else 0)

    def _decide(self, value: object) -> None:
        line = self.view.current()
        if line is None:
            return
        self._spoken.add(line.row)
        if value == LEFT_OUT:
            self._chosen.pop(line.row, None)
        elif isinstance(value, Taking):
            self._chosen[line.row] = value
        else:
            self._chosen[line.row] = Taking.AS_SAME if line.fate is Fate.HERE else Taking.AS_NEW
        self._show_line(line)
        self.view.viewport().update()
        self.decided.emit()

    def _toggle(self, line: RosterLine) -> None:
        """Enter takes a row in or leaves it out."""
        if line.fate in {Fate.NEW, Fate.HERE}:
            self._decide(LEFT_OUT if line.row in self._chosen else "take")
        elif line.fate is Fate.PERHAPS:
            self._decide(Taking.AS_NEW if self._chosen.get(line.row) is Taking.AS_SAME else Taking.AS_SAME)


def _tip(line: RosterLine) -> str:
    return words.may_be(line.here_words) if line.fate is Fate.PERHAPS else line.what
