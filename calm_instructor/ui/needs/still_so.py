"""At the top of a question: what came over from the TNA before, and the word that it is still so (R8)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from calm_instructor.domain.carried import Looked, counts_are_late, looked_where
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as words
from calm_instructor.operations.looking_again import still_so
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import IconLabel, Label

_ICON = 18


class StillSo(QFrame):
    """One button for what is in hand, one for everything of the question. Gone where nothing is left to look at."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", "info")
        self._page = page
        self._question: Question | None = None
        self._walk: TnaWalk | None = None
        self._here: tuple[str, ...] = ()
        self._text = Label("", wrap=True)
        self._text.set_tone("info")
        self.one = button("", lambda: self._say([self._in_hand()]), icon="check", small=True)
        self.all = button("", lambda: self._say(self._here), small=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 8, 5)
        line.setSpacing(8)
        line.addWidget(IconLabel("refresh-cw", "info-text", _ICON))
        line.addWidget(self._text, 1)
        line.addWidget(self.one)
        line.addWidget(self.all)
        self.hide()

    def show_walk(self, walk: TnaWalk, name: str, question: Question | None) -> None:
        """Show what is carried in the question of this name."""
        self._question, self._walk = question, walk
        self._here = tuple(key for key in walk.carried if looked_where(key).value == name)
        self.show_in_hand()

    def _in_hand(self) -> str:
        key = self._question.carried_in_hand() if self._question is not None else ""
        return key if key in self._here else ""

    def show_in_hand(self) -> None:
        """Show it again, as after something else was taken in hand."""
        walk, here = self._walk, self._here
        self.setVisible(bool(here))
        if walk is None or not here:
            return
        from_where = words.begun_with(walk.replaces.revision_no if walk.replaces else None)
        may_confirm, told = self._ask(walk)
        self._text.setText(f"{from_where} {told}")
        self.setAccessibleName(f"{from_where} {told}")
        listed = here[0] not in {place.value for place in Looked}
        in_hand = self._in_hand()
        self.one.setVisible(may_confirm and (bool(in_hand) or not listed))
        if in_hand:
            holds = {row.hold: row.name for row in walk.holds}
            _rename(self.one, _(words.STILL_SO_OF).format(what=words.carried_in_words(in_hand, holds)))
        else:
            _rename(self.one, _(words.STILL_SO))
        self.all.setVisible(listed and len(here) > 1)
        _rename(self.all, words.all_still_so(len(here)))

    def _ask(self, walk: TnaWalk) -> tuple[bool, str]:
        """Whether a word is enough, and what is asked."""
        if self._here[0] == Looked.AUDIT:
            until = walk.tna.audit.to_day
            if counts_are_late(walk.tna) or until is None:
                return False, _(words.ASKED_OF_COUNTS)
            return True, _(words.COUNTS_RUN_UP).format(day=day(until))
        if looked_where(self._here[0]) in (Looked.RISKS, Looked.TECHNIQUES):
            return True, words.to_look_at(len(self._here))
        return True, _(words.ASKED_OF_TEXTS)

    def _say(self, keys: Sequence[str]) -> None:
        wanted = [key for key in keys if key] or list(self._here[:1])
        if self._walk is None or not wanted:
            return
        question = self._question
        in_focus = self.one.hasFocus() or self.all.hasFocus()
        if self._page.granted(still_so, self._walk.tna.id, wanted) is None:
            return
        self._page.around.say(words.said_still_so(len(wanted)))
        if question is not None:
            question.hand_on(self._here)
            if in_focus and not self.isVisible():
                question.take_focus()


def _rename(which: QPushButton, text: str) -> None:
    which.setText(text)
    which.setAccessibleName(text)
