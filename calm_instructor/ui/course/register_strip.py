"""The person in hand of the register: what is in the way in full, and what mends it. Always as tall, so that nothing moves."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label


class RegisterStrip(QFrame):
    """Each of the three gets the person in hand."""

    def __init__(
        self,
        adjust: Callable[[RegisterRow], object],
        make_good: Callable[[RegisterRow], object],
        clear: Callable[[RegisterRow], object],
    ) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self._row: RegisterRow | None = None
        self._told = Label("", "small", wrap=True)
        self.keys = Label(_(words.KEYS), "small", elide=True)
        said = QVBoxLayout()
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(2)
        said.addWidget(self._told)
        said.addWidget(self.keys)
        self.adjust = button(_(words.ADJUSTMENT), lambda: self._with_row(adjust), icon="hand")
        self.make_good = button(_(words.MAKE_GOOD), lambda: self._with_row(make_good), icon="clock")
        self.clear = button(_(words.CLEAR), lambda: self._with_row(clear), icon="shield-check")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addLayout(said, 1)
        for each in (self.adjust, self.make_good, self.clear):
            line.addWidget(each)

    def _with_row(self, act: Callable[[RegisterRow], object]) -> None:
        if self._row is not None:
            act(self._row)

    def show_row(self, row: RegisterRow | None, *, is_open: bool) -> None:
        """Show who is in hand."""
        self._row = row
        told = " ".join(row.told) if row is not None else ""
        self._told.setText(told)
        self._told.setToolTip(told)
        self.setAccessibleName(_(words.REGISTER_ROW).format(who=row.name) if row is not None else "")
        may = row is not None and is_open and not row.signed
        self.adjust.setVisible(bool(may and row and row.adjustment))
        self.make_good.setVisible(bool(may and row and row.gaps))
        self.clear.setVisible(bool(may and row and row.pausing))
        self.keys.setVisible(bool(may and row and row.lamp is None))
