"""A page or step by itself, over a real store: what it needs of the window is what it is given, and that it is shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from calm_instructor.domain.course import Instructor
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.database import open_store
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.jobs import Jobs
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.dialogs import AskDialog
from calm_instructor.ui.qt_desk import QtDesk
from calm_instructor.ui.theme.appearance import Appearance
from tests.operations.a_course import COURSE
from tests.ui.a_window import AClock, ChosenFiles, settle

S = TypeVar("S", bound=Step)
P = TypeVar("P", bound=Page)


class Standing:
    """Makes pages, shows them, and notes where they lead and what they say."""

    def __init__(self, folder: Path, now: datetime, appearance: Appearance, qtbot) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = AClock(now)
        self.files = ChosenFiles()
        self.went: list[Place] = []
        self.said: list[str] = []
        self.store = open_store(folder)
        people = self.store.reading().all(Instructor)
        self.desk = Desk(self.store, self.clock, people[0].id if people else None)
        self.around = Around(
            desk=QtDesk(self.desk),
            go=self.went.append,
            gone=lambda: None,
            not_saved=lambda: None,
            say=self.said.append,
            jobs=Jobs(),
            files=self.files,
            appearance=appearance,
        )

    def step(self, kind: Callable[..., S], focus=None) -> S:
        """A step of the small course, shown and arrived at, with its buttons."""
        made = kind(self.around, COURSE)
        for each in made.head_buttons():
            self.qtbot.addWidget(each)
            each.show()
        return self._shown(made, Place(page="course", record=COURSE, step=made.name, focus=focus), 560)

    def page(self, kind: Callable[..., P], **place) -> P:
        """A page, shown and arrived at."""
        return self._shown(kind(self.around), Place(page="", **place), 612)

    def _shown(self, made: P, place: Place, height: int) -> P:
        self.qtbot.addWidget(made)
        made.resize(1196, height)
        made.show()
        made.activateWindow()
        made.arrive(place)
        settle()
        return made

    def all(self, kind: type) -> tuple:
        """Every record of a kind."""
        return self.desk.read(lambda view: view.all(kind))

    def jobs_done(self) -> None:
        """Until nothing runs in the background."""
        settle()
        self.qtbot.waitUntil(lambda: not self.around.jobs.busy, timeout=30_000)
        settle()

    def asked(self) -> AskDialog:
        """The one dialog that is open."""
        settle()
        (dialog,) = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, AskDialog) and each.isVisible()
        ]
        return dialog


@contextmanager
def standing(folder: Path, now: datetime, appearance: Appearance, qtbot) -> Iterator[Standing]:
    """Pages by themselves; at the end nothing runs and nobody listens."""
    made = Standing(folder, now, appearance, qtbot)
    try:
        yield made
    finally:
        made.around.jobs.finish()
        made.around.desk.leave()
        made.store.close()
