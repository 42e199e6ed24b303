"""A page: shows a value that was read, collects wishes, says no where the trade does. And what a page is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError, Refused, Weight, WorldError
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.files import Files
from calm_instructor.ui.jobs import Jobs
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.dialogs import ReasonDialog, TroubleDialog
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.surfaces import Banner
from calm_instructor.ui.qt_desk import QtDesk
from calm_instructor.ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes
    from calm_instructor.operations.viewing.places import Place
    from calm_instructor.operations.wish import Wish

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True)
class Around:
    """What a page is given. ``go`` leads to a place, ``gone`` away from one whose record is no more.

    ``say`` puts words into the status line.
    """

    desk: QtDesk
    go: "Callable[[Place], None]"
    gone: Callable[[], None]
    say: Callable[[str], None]
    not_saved: Callable[[], None]
    jobs: Jobs
    files: Files
    appearance: Appearance


_DETAIL_MOST = 700
"""Px that the line of detail keeps; buttons of second rank fold before it is cut."""


class PageHead(QWidget):
    """The head of a page: title, a chip, one line of detail, and its buttons at the right."""

    def __init__(self, title: str = "", detail: str = "") -> None:
        super().__init__()
        self.setFixedHeight(60)
        self._title = Label(title, "title")
        self._detail = Label(detail, "quiet", elide=True)
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chip = Chip("")
        self.chip.hide()
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._title)
        first.addWidget(self.chip)
        first.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addLayout(first)
        names.addWidget(self._detail)
        names.addStretch(1)
        self._detail.setVisible(bool(detail))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        line.addLayout(names, 1)
        line.addLayout(self._buttons)

    def show_words(self, title: str, detail: str = "", most: int = _DETAIL_MOST) -> None:
        """Other words. ``most``: px that the detail keeps before buttons fold."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setMinimumWidth(min(self._detail.fontMetrics().horizontalAdvance(detail) + 2, most))
        self._detail.setToolTip(detail)
        self._detail.setVisible(bool(detail))

    def add_widget(self, widget: QWidget) -> None:
        """Something else at the right, which takes the room it needs and no more."""
        self._buttons.addWidget(widget)

    def add_button(self, which: QPushButton) -> None:
        """One more button at the right; the primary comes last."""
        self._buttons.addWidget(which)


class Page(QWidget):
    """A page or a step. ``topics``: what kinds of changes concern it; it is refreshed when it is seen and one of them comes."""

    topics: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.around = around
        self.desk = around.desk
        self._stale = True
        self.head = PageHead()
        self.refusal = Banner("stop")
        self.refusal.line.addWidget(
            button("", self._hide_refusal, icon="x", kind="icon", small=True, name=_(words.HIDE))
        )
        self.refusal.hide()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 0, 16, 12)
        self.body.setSpacing(12)
        room = QVBoxLayout()
        room.setContentsMargins(16, 0, 16, 0)
        room.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(room)
        column.addLayout(self.body, 1)
        self.desk.changed.connect(self._changed)

    # ── what a page fills in ────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read a fresh value and show it."""

    def arrive(self, place: "Place") -> None:
        """Somebody came here: take the record, refresh, put the focus where the place says."""
        self.look_again()

    # ── when it is refreshed ────────────────────────────────────────────────────────────────────────────────────────

    def look_again(self) -> None:
        """Refresh now, and call it fresh. Where its record is no more, as after Undo, leave for the list it was in."""
        self._stale = False
        try:
            self.refresh()
        except CalmError as no:
            if no.code != "store.no_record":
                raise
            self.around.say(sentence(no))
            QTimer.singleShot(0, self, self.record_gone)

    def record_gone(self) -> None:
        """The record is no more: to where one finds others."""
        self.around.gone()

    def _changed(self, changes: "Changes") -> None:
        if not changes.topics or changes.topics & self.topics:
            if self.isVisible():
                self.look_again()
            else:
                self._stale = True

    def showEvent(self, event: Any) -> None:
        """What changed while it was not seen is read now."""
        super().showEvent(event)
        if self._stale:
            self.look_again()

    def leave(self) -> None:
        """It is taken down: listen no more."""
        self.desk.changed.disconnect(self._changed)

    def press_next(self) -> None:
        """Press the one primary button in sight: of the drawer that somebody writes in, or of the page."""
        drawers = self._drawers()
        if drawers:
            drawers[-1].press_verb()
            return
        for each in reversed(self.head.findChildren(QPushButton)):
            if each.property("kind") == "primary" and each.isVisible():
                each.setFocus(Qt.FocusReason.ShortcutFocusReason)
                each.click()
                return

    # ── wishes ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def granted(
        self, wish: "Wish[P, T]", *args: Any, then: Callable[[T], object] | None = None, **kwargs: Any
    ) -> T | None:
        """Ask for a wish; gives its result, or None where it was refused or a reason is being asked first.

        Where only warnings stand in the way, a dialog asks their reasons and the wish is asked for again with them.
        """
        self._hide_refusal()
        try:
            result = self.desk.do(wish, *args, **kwargs)
        except Refused as no:
            self._refused(no, wish, args, then, kwargs)
            return None
        except WorldError as no:
            self.in_trouble(no)
            return None
        except CalmError as no:
            self.say_no(sentence(no))
            return None
        if then is not None:
            then(result)
        return result

    def _refused(
        self, no: Refused, wish: "Wish[P, T]", args: Any, then: Callable[[T], object] | None, kwargs: dict[str, Any]
    ) -> None:
        if any(each.weight is not Weight.WARN for each in no.objections):
            self.say_no(sentence(Refused(each for each in no.objections if each.blocks)))
            return

        def again(reasons: Mapping[str, str]) -> None:
            kwargs["reasons"] = {**kwargs.get("reasons", {}), **reasons}
            self.granted(wish, *args, then=then, **kwargs)

        ReasonDialog(self, no.objections, again).ask()

    def say_no(self, told: str) -> None:
        """Say at the head of the page and in the status line why not."""
        self.refusal.tell("stop", told)
        self.refusal.show()
        for each in self._drawers():
            each.say_no(told)  # it covers the head of its page
        self.around.say(told)

    def in_trouble(self, no: CalmError) -> None:
        """The world says no."""
        self.around.not_saved()
        TroubleDialog(self, sentence(no)).ask()

    def _drawers(self) -> list[Any]:
        """Those that are open here, or over the page that this step stands in."""
        outermost: QWidget = self
        above = self.parentWidget()
        while above is not None:
            outermost = above if isinstance(above, Page) else outermost
            above = above.parentWidget()
        return [each for each in outermost.findChildren(QFrame) if each.property("in_hand") and each.isVisible()]

    @property
    def is_in_hand(self) -> bool:
        """Whether somebody is typing what is not on record yet, in a drawer of this page."""
        return any(each.property("in_hand") for each in self.findChildren(QFrame))

    def forget_no(self) -> None:
        """What was refused before is past."""
        self._hide_refusal()

    def _hide_refusal(self) -> None:
        for each in self._drawers():
            each.forget_no()
        self.refusal.tell("stop", "")
        self.refusal.hide()
