"""One criterion of the panel: its code, its words, and whether it was met."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from calm_instructor.domain.assessment import Met
from calm_instructor.domain.technique import Criterion
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, restyle


class CriterionLine(QFrame):
    """One criterion: code, short label with its wording as a tip, met or not met. ``said`` comes from a person only."""

    said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setFixedHeight(28)
        self.code = ""
        self._code = Label("", "quiet")
        self._code.setFixedWidth(34)
        self._short = Label("", elide=True)
        self._short.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.met = self._button("check", "first", "ok", Met.MET)
        self.unmet = self._button("x", "last", "warn", Met.NOT_MET)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(0)
        line.addWidget(self._code)
        line.addWidget(self._short, 1)
        pair = QWidget()
        pair.setObjectName("segmented")
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.met)
        both.addWidget(self.unmet)
        line.addWidget(pair)

    def _button(self, icon: str, place: str, tone: str, met: Met) -> QPushButton:
        made = button("", icon=icon, small=True, name=label(met))
        made.setCheckable(True)
        made.setProperty("place", place)
        made.setProperty("tone", tone)
        made.setFixedWidth(30)
        made.clicked.connect(lambda checked=False, met=met: self._say(met if checked else None))
        return made

    def show_criterion(self, criterion: Criterion, met: Met | None) -> None:
        """Another criterion, or another mark for it."""
        self.code = criterion.code
        self._code.setText(criterion.code)
        self._short.setText(criterion.short)
        self._short.setToolTip(criterion.text)
        self.met.setAccessibleName(f"{criterion.code} {criterion.short}: {_(words.MET)}")
        self.unmet.setAccessibleName(f"{criterion.code} {criterion.short}: {_(words.NOT_MET)}")
        self._show(met)

    def _show(self, met: Met | None) -> None:
        self.met.setChecked(met is Met.MET)
        self.unmet.setChecked(met is Met.NOT_MET)
        role = "strong" if met is Met.NOT_MET else "body"
        if self._short.property("role") != role:
            self._short.setProperty("role", role)
            restyle(self._short)

    def _say(self, met: Met | None) -> None:
        self._show(met)
        self.said.emit()

    def value(self) -> Met | None:
        """What is said of it."""
        return Met.MET if self.met.isChecked() else Met.NOT_MET if self.unmet.isChecked() else None
