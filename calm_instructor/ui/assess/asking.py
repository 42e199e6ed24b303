"""What a mark asks before it can be made: a reason to choose or to write. Opened, never waited for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.dialogs import AskDialog, FormDialog
from calm_instructor.ui.parts.inputs import Choice, Field
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.texts import TextEdit


def ask_not_assessed(parent: QWidget, at: QPoint, who: str, done: Callable[[str], object]) -> QMenu:
    """Ready reasons at a place on the screen, the first of them in hand; the last one asks for words."""
    menu = QMenu(parent)
    menu.setAccessibleName(_(words.WHY_NOT_ASSESSED).format(who=who))
    for ready in words.READY_REASONS:
        menu.addAction(_(ready)).triggered.connect(partial(_say, done, _(ready)))
    menu.addSeparator()
    menu.addAction(_(words.OTHER_REASON)).triggered.connect(partial(_ask_words, parent, who, done))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _say(done: Callable[[str], object], reason: str, _checked: bool = False) -> None:
    done(reason)


def _ask_words(parent: QWidget, who: str, done: Callable[[str], object], _checked: bool = False) -> None:
    FormDialog(
        parent,
        _(words.WHY_NOT_ASSESSED).format(who=who),
        [("reason", _(words.REASON), TextEdit(lines=2))],
        lambda texts: done(texts["reason"].strip()),
        verb=_(words.SET_IT),
    ).ask()


def ask_correction(parent: QWidget, who: str, what: str, done: Callable[[str], object]) -> None:
    """R18: why a mark is corrected."""
    FormDialog(
        parent,
        _(words.CORRECT_TITLE).format(who=who),
        [("reason", _(words.CORRECT_REASON), TextEdit(lines=2))],
        lambda texts: done(texts["reason"].strip()),
        intro=_(words.CORRECT_INTRO).format(what=what),
        verb=_(words.CORRECT_DO),
    ).ask()


class FillDialog(AskDialog):
    """R50: which blanks are set to "not assessed", and why. ``done`` gets the scope chosen and the reason."""

    def __init__(
        self,
        parent: QWidget,
        scopes: Sequence[tuple[str, str, int]],
        done: Callable[[str, str], object],
    ) -> None:
        super().__init__(parent, _(words.FILL_TITLE), _(words.FILL_INTRO), verb="")
        self._done = done
        self._counts = {name: count for name, _text, count in scopes}
        self.scope = Segmented([(name, text) for name, text, _count in scopes], _(words.FILL_WHERE))
        self.scope.set_value(scopes[0][0])
        self.scope.chosen.connect(lambda _name: self._show_count())
        self.ready = Choice([(_(each), _(each)) for each in words.READY_REASONS], name=_(words.READY_REASON))
        self.reason = TextEdit(name=_(words.REASON), lines=2)
        self.ready.chosen.connect(lambda text: self.reason.setPlainText(str(text)))
        self.field = Field(_(words.REASON), self.reason)
        self.middle.addWidget(Label(_(words.FILL_WHERE), "field"))
        self.middle.addWidget(self.scope)
        self.middle.addWidget(Field(_(words.READY_REASON), self.ready))
        self.middle.addWidget(self.field)
        self.ready.set_value(None)
        self._show_count()

    def _show_count(self) -> None:
        count = self._counts[str(self.scope.value())]
        text = words.fill_count(count) if count else _(words.NO_BLANKS)
        self.go_on.setText(text)
        self.go_on.setAccessibleName(text)
        self.go_on.setEnabled(count > 0)

    def accept(self) -> None:
        """Hand over what was chosen, unless the reason is missing."""
        reason = self.reason.text().strip()
        if not reason:
            self.field.refuse(_(words.WRITE_REASON))
            return
        super().accept()
        self._done(str(self.scope.value()), reason)
