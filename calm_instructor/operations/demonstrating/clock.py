"""A clock for a course that is played: it stands where it is set and takes a step at each look."""

from datetime import UTC, date, datetime, time, timedelta

ZONE = UTC


class PlayedClock:
    """Gives the moment when called and moves on by ``step``; never backwards within a day it was set to."""

    def __init__(self, day: date, at: time) -> None:
        self.set(day, at)

    def set(self, day: date, at: time, step: timedelta = timedelta(seconds=1)) -> None:
        """Stand at this day and time."""
        self._now = datetime.combine(day, at, tzinfo=ZONE)
        self._step = step

    def __call__(self) -> datetime:
        """The moment, and on."""
        now = self._now
        self._now += self._step
        return now

    @property
    def now(self) -> datetime:
        """The moment, standing still."""
        return self._now
