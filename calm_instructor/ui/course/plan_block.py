"""The block in hand: what it is called, its type and part, who must attend, its clock time, which techniques it is about; and its
day: its date, and when it begins.

Each field is a wish of its own as soon as it is left.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.course import Block, BlockKind, ModelPart
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day as shown_day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.viewing.plan import PlannedBlock, PlannedDay
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.dates import read_date, read_time
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field, Stepper, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.texts import LineEdit

_MOST_MINUTES = 99_999
"""More than any day has: what is too long is refused in words, never cut."""
_ABOUT_TECHNIQUES = frozenset({BlockKind.DEMONSTRATION, BlockKind.PRACTICE, BlockKind.ASSESSMENT})


class BlockPanel(QWidget):
    """``changed``: the block with one field changed; ``stepped``: its minutes; ``shifted``, ``removed``.

    ``starts``: its day begins at another time; ``held``: it is held on another date.
    """

    changed = Signal(object)
    stepped = Signal(object, int)
    shifted = Signal(object, int)
    removed = Signal(object)
    starts = Signal(object, object)
    held = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._row: PlannedBlock | None = None
        self._day: PlannedDay | None = None
        self._nothing = Label(_(words.NOTHING_IN_HAND), "quiet", wrap=True)
        self._form = QWidget()
        self._day_form = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._nothing)
        column.addWidget(self._form)
        column.addWidget(self._day_form)
        column.addStretch(1)
        self.title = LineEdit(name=_(words.TITLE))
        self.kind = Choice([(each, label(each)) for each in BlockKind], name=_(words.KIND))
        self.part = Choice([(each, label(each)) for each in ModelPart], name=_(words.PART))
        self.minutes = Stepper(0, 0, _MOST_MINUTES, name=_(words.HEAD_MINUTES), small=False)
        self.must = Tick(_(words.MUST))
        self.pin = LineEdit(name=_(words.PIN), hint=_(words.NO_CLOCK_TIME))
        self.on = DateEdit(name=_(words.HELD))
        self.begins = LineEdit(name=_(words.STARTS), hint="09:00")
        self._fill()
        self._connect()
        self.show_block(None, None, (), may_change=False)

    def _fill(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._title_field = Field(_(words.TITLE), self.title)
        column.addWidget(self._title_field)
        for text, editor in ((words.KIND, self.kind), (words.PART, self.part)):
            column.addWidget(Field(_(text), editor))
        across = QHBoxLayout()
        across.setSpacing(12)
        self._pin_field = Field(_(words.PIN), self.pin)
        self._minutes_field = Field(_(words.HEAD_MINUTES), self.minutes)
        for field in (self._minutes_field, self._pin_field):
            across.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(across)
        column.addWidget(self.must)
        self._techniques_title = Label(_(words.TECHNIQUES), "field")
        column.addWidget(self._techniques_title)
        self._techniques = QGridLayout()
        self._techniques.setHorizontalSpacing(12)
        self._techniques.setVerticalSpacing(4)
        self._ticks: dict[str, Tick] = {}
        column.addLayout(self._techniques)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        self.up = button("", lambda: self._shift(-1), icon="arrow-up", name=_(words.MOVE_UP))
        self.down = button("", lambda: self._shift(1), icon="arrow-down", name=_(words.MOVE_DOWN))
        self.remove = button(_(words.DELETE_BLOCK), self._remove, icon="trash-2")
        for each in (self.up, self.down):
            each.setToolTip(each.accessibleName())
            each.setFixedWidth(32)
        for each in (self.up, self.down, self.remove):
            acts.addWidget(each)
        acts.addStretch(1)
        column.addLayout(acts)
        day = QHBoxLayout(self._day_form)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(12)
        self._on_field = Field(_(words.HELD), self.on)
        self._begins_field = Field(_(words.STARTS), self.begins)
        day.addWidget(self._on_field)
        day.addWidget(self._begins_field)

    def _connect(self) -> None:
        self.title.left.connect(lambda text: self._say(title=text.strip()))
        self.kind.chosen.connect(lambda kind: self._say(kind=kind))
        self.part.chosen.connect(lambda part: self._say(part=part))
        self.minutes.stepped.connect(self._step)
        self.minutes.no_number.connect(self._no_minutes)
        self.must.clicked.connect(lambda must: self._say(must_attend=must))
        self.pin.left.connect(self._pin)
        self.on.left.connect(self._hold)
        self.begins.left.connect(self._begin)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_block(
        self, row: PlannedBlock | None, day: PlannedDay | None, codes: tuple[str, ...], *, may_change: bool
    ) -> None:
        """Show a block and its day, a day alone, or that neither is in hand."""
        self._row, self._day = row, day
        self._nothing.setVisible(day is None)
        self._form.setVisible(row is not None)
        self._day_form.setVisible(day is not None)
        if day is not None:
            self.on.show_text(shown_day(day.session.on), day.session.id)
            self.begins.show_text(hour(day.session.starts), day.session.id)
        for field in (self._title_field, self._minutes_field, self._pin_field, self._on_field, self._begins_field):
            field.accept()
        for each in (self.title, self.pin, self.on, self.begins):
            each.setReadOnly(not may_change)
        if row is None:
            return
        block = row.block
        self.title.show_text(block.title, block.id)
        self.title.setToolTip(block.title)
        self.kind.set_value(block.kind)
        self.part.set_value(block.part)
        self.minutes.set_value(block.minutes, block.id)
        self.must.setChecked(block.must_attend)
        self.pin.show_text(hour(block.pinned) if block.pinned else "", block.id)
        self._show_techniques(block, codes)
        for control in (self.kind, self.part, self.minutes, self.must, *self._ticks.values()):
            control.setEnabled(may_change)
        for act in (self.up, self.down, self.remove):
            act.setVisible(may_change)

    def _show_techniques(self, block: Block, codes: tuple[str, ...]) -> None:
        about = block.kind in _ABOUT_TECHNIQUES and bool(codes)
        self._techniques_title.setVisible(about)
        if tuple(self._ticks) != codes:
            for old in self._ticks.values():
                self._techniques.removeWidget(old)
                old.deleteLater()
            self._ticks = {code: Tick(code) for code in codes}
            for number, (code, tick) in enumerate(self._ticks.items()):
                tick.clicked.connect(self._tick_of(code))
                self._techniques.addWidget(tick, number // 2, number % 2)
        for code, tick in self._ticks.items():
            tick.setVisible(about)
            tick.setChecked(code in block.techniques)

    def _tick_of(self, code: str) -> Callable[[bool], None]:
        def ticked(checked: bool) -> None:
            if self._row is not None:
                here = set(self._row.block.techniques)
                wanted = here | {code} if checked else here - {code}
                self._say(techniques=tuple(each for each in self._ticks if each in wanted))

        return ticked

    # ── what it says ────────────────────────────────────────────────────────────────────────────────────────────────

    def _say(self, **change: object) -> None:
        if self._row is not None:
            changed = replace(self._row.block, **change)  # type: ignore[arg-type]
            if changed != self._row.block:
                self.changed.emit(changed)

    def _step(self, minutes: int) -> None:
        if self._row is not None:
            self.stepped.emit(self._row, minutes)

    def _no_minutes(self, text: str) -> None:
        self._minutes_field.refuse(_(words.NO_MINUTES).format(text=text))

    def _pin(self, text: str) -> None:
        at = read_time(text)
        if text.strip() and at is None:
            self._pin_field.refuse(_(words.NOT_A_TIME))
            return
        self._pin_field.accept()
        self._say(pinned=at)

    def _begin(self, text: str) -> None:
        at = read_time(text)
        if at is None:
            self._begins_field.refuse(_(words.NOT_A_TIME))
        elif self._day is not None:
            self._begins_field.accept()
            self.starts.emit(self._day.session, at)

    def _hold(self, text: str) -> None:
        on = read_date(text)
        if on is None:
            self._on_field.refuse(_(words.NOT_A_DATE))
        elif self._day is not None:
            self._on_field.accept()
            self.held.emit(self._day.session, on)

    def _shift(self, steps: int) -> None:
        if self._row is not None:
            self.shifted.emit(self._row, steps)

    def _remove(self) -> None:
        if self._row is not None:
            self.removed.emit(self._row)
