"""The paper in hand in words: how it stands, where its ink is, and saving it by itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Card


class PaperCard(Card):
    """``save``: with whether to open the file afterwards; ``go_to_sign_off``: where ink sheets are marked as held."""

    def __init__(self, save: Callable[[bool], object], go_to_sign_off: Callable[[], object]) -> None:
        super().__init__()
        self._title, self._state = Label("", "strong", wrap=True), Label("", wrap=True)
        self._ink = Label("", "quiet", wrap=True)
        self.to_sign_off = button(_(words.IN_SIGN_OFF), go_to_sign_off, kind="quiet", icon="archive", small=True)
        self.save_one = button(_(words.SAVE_ONE), lambda: save(False), icon="file-down")
        self.save_and_open = button(_(words.SAVE_AND_OPEN), lambda: save(True), icon="external-link")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.save_one)
        line.addWidget(self.save_and_open)
        line.addStretch(1)
        for each in (self._title, self._state, self._ink, self.to_sign_off):
            self.body.addWidget(each)
        self.body.addLayout(line)

    def show_paper(self, title: str, state: str, ink: str, *, ink_awaited: bool, why_not: str) -> None:
        """Other words. ``why_not``: why it can't be saved now, "" where it can."""
        self._title.setText(title)
        for label, told in ((self._state, state), (self._ink, ink)):
            label.setText(told)
            label.setVisible(bool(told))
        self.to_sign_off.setVisible(ink_awaited)
        for each in (self.save_one, self.save_and_open):
            set_unavailable(each, why_not)

    @property
    def state(self) -> str:
        """How the paper stands, in words."""
        return self._state.text()
