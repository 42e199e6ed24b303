"""The window: a frame around one page at a time, and nothing more. What the trade says, pages show."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor import messages
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.files import Files
from calm_instructor.ui.frame.first_page import FirstPage, Glance
from calm_instructor.ui.frame.rail import BELONGS, Rail
from calm_instructor.ui.frame.status_line import StatusLine
from calm_instructor.ui.frame.top_bar import TopBar
from calm_instructor.ui.jobs import Jobs
from calm_instructor.ui.parts.labels import IconLabel, Label
from calm_instructor.ui.qt_desk import QtDesk
from calm_instructor.ui.theme import fonts
from calm_instructor.ui.theme.appearance import Appearance
from calm_instructor.ui.theme.focus_ring import FocusRing

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes
    from calm_instructor.operations.viewing.places import Place
    from calm_instructor.ui.page import Around, Page

log = logging.getLogger(__name__)

SMALLEST = (1240, 660)
"""What pages are laid out for. Where letters are drawn larger than the screen has room for, all of it is scrolled about."""

SOON = 120
"""Milliseconds until what is not in hand is looked at again, so that a mark waits for nothing."""


class MainWindow(QMainWindow):
    """Shows a glance first; ``open_desk`` brings the records and the pages.

    What only they need is loaded by the functions that need it: the first window is to be seen at once.
    """

    def __init__(
        self, glance: Glance | None, clock: Callable[[], datetime], appearance: Appearance, files: Files
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(_(words.APP))
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(self.screen().availableGeometry().size()))
        self.appearance = appearance
        self.files = files
        self.jobs = Jobs()
        self.clock = clock
        self.desk: QtDesk | None = None
        self._around: Around | None = None
        self._pages: dict[str, Page] = {}
        self._place: Place | None = None
        self._wanted = "today"
        self._said_by_page = False
        self._been: list[Place] = []
        self._at_close: list[Callable[[], object]] = []
        self.rail = Rail(self.go_to_page)
        self.top = TopBar(self.open_find, lambda: self.go_to_page("head_office"))
        self.status = StatusLine(self.undo, self.jobs)
        self.band = _practice_band()
        self.stack = QStackedWidget()
        self.first = FirstPage(glance, clock())
        self.stack.addWidget(self.first)
        self._later = QTimer(self, singleShot=True, interval=SOON)
        self._later.timeout.connect(self._show_saved)
        self._lay_out()
        self.band.setVisible(glance is not None and glance.practice)
        self.rail.show_page("today")
        self.ring = FocusRing(self)
        self._touch: QObject | None = None
        self.jobs.refused.connect(self._job_refused)
        self.jobs.failed.connect(self.say_mistake)
        appearance.changed.connect(self._dress_again)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.go_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press_next).setAutoRepeat(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Touches can be followed once there is a window to touch."""
        super().showEvent(event)
        if self._touch is None:
            from calm_instructor.ui.frame.touch import TouchScrolling

            self._touch = TouchScrolling(self)

    def _press_next(self) -> None:
        if self.page is not None:
            self.page.press_next()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for each in (self.top, self.stack, self.status):
            right.addWidget(each, 1 if each is self.stack else 0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addLayout(across, 1)
        ground = QWidget()
        ground.setObjectName("window")
        ground.setLayout(column)
        ground.setMinimumSize(*SMALLEST)
        whole = QScrollArea()
        whole.setWidget(ground)
        whole.setWidgetResizable(True)
        whole.setFrameShape(QFrame.Shape.NoFrame)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(whole)

    # ── the records ─────────────────────────────────────────────────────────────────────────────────────────────────

    def open_desk(self, desk: QtDesk) -> None:
        """The records are open: pages can be shown."""
        from calm_instructor.ui.page import Around

        fonts.load_other_scripts()
        self.desk = desk
        self._around = Around(
            desk=desk,
            go=self.go,
            gone=self.leave_record,
            say=self._say,
            not_saved=self._show_not_saved,
            jobs=self.jobs,
            files=self.files,
            appearance=self.appearance,
        )
        self.band.setVisible(desk.desk.store.practice)
        desk.changed.connect(self._changed)
        self.status.say(_(words.NOTHING_RUNS))
        self._show_saved()
        self._show_undo()
        self.go_to_page(self._wanted)
        self._look_over(desk)

    def _look_over(self, desk: QtDesk) -> None:
        """Damaged pages of the file are to be known before much is written beside them."""
        from calm_instructor.operations.opening import damage_in

        def told(found: str) -> None:
            if found:
                self._show_not_saved()
                self.say_trouble(found)
            elif not self._said_by_page:
                self.status.say(_(words.CHECKED))

        self.jobs.run(_(words.CHECKING), lambda _progress, _stop: damage_in(desk.desk), told)

    def say_not_opened(self, told: str, again: Callable[[], object]) -> None:
        """The records can't be opened."""
        self.first.say_no(told, again)
        self.status.say(told)

    def at_close(self, act: Callable[[], object]) -> None:
        """Do this when the window is closed."""
        self._at_close.append(act)

    # ── going about ─────────────────────────────────────────────────────────────────────────────────────────────────

    def go_to_page(self, page: str) -> None:
        """Go to a page of the rail; where the records aren't open yet, as soon as they are."""
        self._wanted = page
        self._leave_words()
        self.rail.show_page(page)
        if self._around is not None:
            from calm_instructor.operations.viewing.places import Place

            self.go(Place(page=page))

    def go(self, place: "Place") -> None:
        """Go to a place."""
        from calm_instructor.ui.pages import make_page, page_name

        if self._around is None:
            return
        if place.page == "course" and place.record is None:
            place = replace(place, page="courses")
        name = page_name(place.page, place.step)
        if name not in self._pages:
            self._pages[name] = make_page(name, self._around)
            self.stack.addWidget(self._pages[name])
        if self._place is not None and self._place != place:
            self._been.append(self._place)
            del self._been[:-50]
        if self.page is not None:
            self.page.forget_no()
        self._place = place
        self.rail.show_page(place.page)
        self.stack.setCurrentWidget(self._pages[name])
        self._pages[name].arrive(place)
        self._focus_on(self._pages[name])

    def _leave_words(self) -> None:
        """Who goes elsewhere leaves behind what was said here; an act that leads on takes its words along."""
        if self._said_by_page:
            self.status.say(_(words.NOTHING_RUNS))
            self._said_by_page = False

    def _say(self, text: str) -> None:
        self._said_by_page = True
        self.status.say(text)

    def _focus_on(self, page: "Page") -> None:
        """The keyboard works on the page from its beginning, unless the page has put it somewhere."""
        focus: QWidget | None = self.focusWidget()
        if focus is None or (focus is not page and not page.isAncestorOf(focus)):
            page.setFocus()

    def leave_record(self) -> None:
        """The record of this place is no more: to the list it was in, and never back to it."""
        from calm_instructor.operations.viewing.places import Place

        lost = self._place
        if lost is None or lost.record is None:
            return
        self._been = [each for each in self._been if each.record != lost.record]
        self._place = None
        self.go(Place(page=BELONGS.get(lost.page, lost.page)))

    def go_back(self) -> None:
        """To where one was before."""
        if self._been:
            place = self._been.pop()
            self._place = None
            self.go(place)

    @property
    def place(self) -> "Place | None":
        """Where one is."""
        return self._place

    @property
    def page(self) -> "Page | None":
        """The page that is seen; None before the records are open."""
        seen = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is seen), None)

    def open_find(self) -> None:
        """Open the find palette."""
        if self._around is not None:
            from calm_instructor.ui.frame.find_palette import FindPalette

            FindPalette(self, self._around).open()

    # ── what happened ───────────────────────────────────────────────────────────────────────────────────────────────

    def _changed(self, changes: "Changes") -> None:
        from calm_instructor.messages.wishes import wish_label

        what = wish_label(changes.wish, changes.facts)
        said = _(words.PUT_BACK).format(what=what) if changes.put_back else what[:1].upper() + what[1:]
        now = self.clock()
        self.status.say(f"{now:%H:%M} · {said}")
        self._show_undo()
        self._later.start()

    def _show_undo(self) -> None:
        from calm_instructor.messages.wishes import undo_label

        step = self.desk.next_undo if self.desk else None
        self.status.show_undo(undo_label(step.wish, step.facts) if step else "")

    def _show_not_saved(self) -> None:
        """Until the next wish is granted: what was wished last is not on the disk."""
        self.top.show_saved(_(words.NOT_SAVED), tone="stop")

    def _show_saved(self) -> None:
        from calm_instructor.operations.viewing.outbox import waiting_to_be_sent

        if self.desk is not None:
            count = self.desk.read(waiting_to_be_sent)
            self.top.show_saved(_(words.ALL_SAVED), words.to_send(count) if count else "")

    def undo(self) -> None:
        """Put the last change back, by name."""
        if self.desk is None:
            return
        try:
            if self.desk.undo() is None:
                self.status.say(_(words.NOTHING_TO_UNDO))
        except WorldError as no:
            self.say_trouble(messages.sentence(no))
        except CalmError as no:
            self.status.say(messages.sentence(no))
            self._show_undo()

    def _job_refused(self, no: CalmError) -> None:
        self.status.say(messages.sentence(no))
        page = self.page
        if page is not None:
            page.say_no(messages.sentence(no))

    def say_trouble(self, told: str) -> None:
        """The world says no."""
        from calm_instructor.ui.parts.dialogs import TroubleDialog

        TroubleDialog(self, told).ask()

    def say_mistake(self, told: str, details: str) -> None:
        """The program made a mistake, somewhere in the window."""
        from calm_instructor.ui.parts.dialogs import TroubleDialog

        TroubleDialog(self, told, details=details, ours=True).ask()

    # ── looks, and the end ──────────────────────────────────────────────────────────────────────────────────────────

    def _dress_again(self) -> None:
        """Another palette: pages drawn in the old one are made anew, but for those where somebody is typing in a drawer."""
        self.status.dress()
        place, self._place = self._place, None
        kept = {name: page for name, page in self._pages.items() if page.is_in_hand}
        for page in self._pages.values():
            if page not in kept.values():
                self.stack.removeWidget(page)
                page.leave()
                page.deleteLater()
        self._pages = kept
        if place is not None and self._around is not None:
            self.go(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is said by leaving it; then wait for what runs, then close the records."""
        writing = self.focusWidget()
        if writing is not None:
            writing.clearFocus()
        self.jobs.finish()
        self._later.stop()
        self._around = None
        for page in self._pages.values():
            page.leave()
        self._pages = {}
        if self.desk is not None:
            self.desk.leave()
            self.desk = None
        for act in self._at_close:
            act()
        self._at_close = []
        super().closeEvent(event)


def _practice_band() -> QFrame:
    band = QFrame()
    band.setObjectName("band")
    band.setFixedHeight(28)
    line = QHBoxLayout(band)
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(8)
    line.addStretch(1)
    line.addWidget(IconLabel("flask-conical", "warn-text"))
    line.addWidget(Label(_(words.PRACTICE), "strong", tone="warn"))
    line.addStretch(1)
    return band
