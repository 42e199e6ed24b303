"""What a choice would make: number, dates, tier, the days with their minutes, and what is to be watched."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import courses as words
from calm_instructor.operations.viewing.new_course import Brought, DayBrought
from calm_instructor.ui.course.plan_figures import MinutesBar
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.taking_away import take_away


class BroughtCard(Card):
    """Says so while the first day is missing."""

    def __init__(self) -> None:
        super().__init__(_(words.BRINGS), "wand-sparkles")
        self._missing = Label(_(words.NO_DATE), "quiet", wrap=True)
        self._ref = Label("", "strong", wrap=True)
        self._tier = Label("", wrap=True)
        self._techniques = Label("", "small", wrap=True)
        self._days = QVBoxLayout()
        self._days.setSpacing(12)
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        for each in (self._missing, self._ref, self._tier, self._techniques):
            self.body.addWidget(each)
        self.body.addLayout(self._days)
        self.body.addLayout(self._said)
        self.show_brought(None)

    def show_brought(self, brought: Brought | None) -> None:
        """Show what a choice would make, or that something is missing."""
        self._missing.setVisible(brought is None)
        for each in (self._ref, self._tier, self._techniques):
            each.setVisible(brought is not None)
        _clear(self._days)
        _clear(self._said)
        if brought is None:
            return
        self._ref.setText(_(words.NUMBERED).format(ref=brought.course.ref, when=brought.when))
        self._tier.setText(f"{label(brought.tier)}, {words.chosen_techniques(len(brought.techniques))}")
        self._techniques.setText(listed(brought.techniques))
        for number, day in enumerate(brought.days, start=1):
            self._days.addWidget(_day(number, day))
        for lamp, told in brought.said:
            self._said.addWidget(LampLabel(lamp, told, wrap=True))
        if not brought.objections:
            self._said.addWidget(LampLabel(Lamp.OK, _(words.NOTHING_STOPS)))


def _day(number: int, brought: DayBrought) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    on = words.weekday(brought.on)
    column.addWidget(Label(_(words.DAY_OF).format(number=number, day=on, time=words.hour(brought.starts)), "strong"))
    if brought.topic:
        column.addWidget(Label(brought.topic, "small", wrap=True))
    bar = MinutesBar()
    bar.show_pieces(brought.minutes)
    column.addWidget(bar)
    said = ", ".join(f"{label(kind)} {minutes}" for kind, minutes in brought.minutes)
    column.addWidget(Label(said, "small", wrap=True))
    return holder


def _clear(column: QVBoxLayout) -> None:
    take_away(column)
