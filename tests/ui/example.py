"""The shipped example, stopped at moments of its course: twelve people, as an instructor would see them.

Each stage is a folder copied while the demonstration is played, with the moment of its clock. To be copied, never worked in.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from calm_instructor.domain.ids import TnaId
from calm_instructor.operations.demonstrating import DemoRequest, play
from calm_instructor.operations.demonstrating.clock import PlayedClock
from calm_instructor.operations.demonstrating.course import plan_course
from calm_instructor.operations.demonstrating.material import RELEASED, read_material
from calm_instructor.operations.demonstrating.needs import make_tna
from calm_instructor.operations.desk import Changes, Desk
from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.database import create_store

STAGES = (
    "empty",
    "prepared",
    "drafted",
    "planning",
    "enrolled",
    "ready",
    "register",
    "running",
    "to_sign",
    "signing",
    "closed",
)
"""The moments, in order."""


@dataclass(frozen=True)
class Moment:
    """A folder with a store, and the time it was."""

    folder: Path
    now: datetime


class Example:
    """Plays the demonstration once and keeps a copy at each moment."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: dict[str, Moment] = {}
        self._marks = 0
        self._signed = 0

    def at(self, stage: str) -> Moment:
        """The moment of a stage."""
        if not self._kept:
            self._play()
        return self._kept[stage]

    def copy(self, stage: str, folder: Path) -> Moment:
        """A folder of one's own at a stage."""
        moment = self.at(stage)
        folder.mkdir(parents=True, exist_ok=True)
        for name in (STORE_FILE, KEY_FILE):
            shutil.copy(moment.folder / name, folder / name)
        return Moment(folder, moment.now)

    def _play(self) -> None:
        aside = self._root / "play"
        material = read_material(DemoRequest(out=aside), RELEASED)
        clock = PlayedClock(material.today, datetime.min.time().replace(hour=9))
        with create_store(aside, practice=True, at=clock()) as store:
            desk = Desk(store, clock)
            self._aside, self._clock = aside, clock
            self._keep("empty")
            stage = play._Stage(desk=desk, clock=clock, material=material, folder=aside, progress=play._silent)
            organisation, lead, co = play._prepare(stage)
            self._keep("prepared")
            desk.on_change.append(self._look)
            tna = make_tna(desk, material, lead.number, organisation.numbers, TnaId(desk.new_id()))
            plan_course_at = plan_course(desk, material, tna, lead, co)
            assert plan_course_at.course is not None
            play._hold(stage, plan_course_at.course)
            self._keep("closed")

    def _look(self, changes: Changes) -> None:
        if changes.wish == "need.answered":
            self._keep("drafted")
        elif changes.wish == "course.entered" and "planning" not in self._kept:
            self._keep("planning")
        elif changes.wish == "plan.laid_out":
            self._keep("enrolled")
        elif changes.wish == "course.ready":
            self._keep("ready")
        elif changes.wish == "fitness.declared" and "register" not in self._kept:
            self._signed += 1
            if self._signed == 8:
                self._signed = 0
                self._keep("register")
        elif changes.wish == "attempt.recorded":
            self._marks += 1
            if self._marks == 52:
                self._keep("running")
        elif changes.wish == "marks.complete":
            self._keep("to_sign")
        elif changes.wish == "sign_off.signed":
            self._signed += 1
            if self._signed == 3:
                self._keep("signing")

    def _keep(self, stage: str) -> None:
        folder = self._root / stage
        folder.mkdir()
        for name in (STORE_FILE, KEY_FILE):
            shutil.copy(self._aside / name, folder / name)
        self._kept[stage] = Moment(folder, self._clock.now + timedelta(minutes=1))
