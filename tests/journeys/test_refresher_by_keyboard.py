"""R5, R7, R12 to R14, R22, R23, R35: from the due list to a refresher of two days that is ready, by the keyboard alone."""

from datetime import date, time, timedelta
from itertools import count
from pathlib import Path

import pytest

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import BlockKind, Course, CourseKind, CourseState, Instructor, Override, Session
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.exchange.reading.course_types import course_types
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.operations.viewing.due import due_list
from calm_instructor.paths import resource
from calm_instructor.store.database import open_store
from calm_instructor.store.reading import Reading
from tests.journeys import screen
from tests.journeys.needs_by_keyboard import Keys
from tests.journeys.refresher_by_keyboard import COMING, REASON, VENUE, from_due_list_to_ready
from tests.journeys.screen import RealWindow, a_screen
from tests.ui.example import Example

PICTURES = Path(__file__).resolve().parents[2] / "build" / "refresher-by-keyboard"
AT_MOST = 105
"""Keys, without the letters of texts, that a person takes for it."""

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def display(tmp_path_factory):
    """A virtual screen."""
    missing = screen.lacking()
    if missing:
        pytest.fail(f"not here: {missing}; run packaging/set-up.sh check")
    letters = (resource("example") / "example.json").read_text(encoding="utf-8")
    with a_screen(tmp_path_factory.mktemp("screen"), letters) as name:
        yield name


def minutes(view: Reading, session: Session, title: str) -> int:
    (found,) = [each for each in blocks_of(view, session) if each.title == title]
    return found.minutes


def test_R22_R23_from_the_due_list_to_a_refresher_of_two_days_by_keyboard_alone(display, tmp_path):
    moment = Example(tmp_path / "example").copy("closed", tmp_path / "records")
    with open_store(moment.folder) as store, store.reading() as view:
        until = min(each.valid_until for each in view.all(SignOff) if each.valid_until is not None)
        now = moment.now + (until - moment.now.date()) - timedelta(days=90)
        due = [each.person for each in due_list(view, now)]
    seen = count(1)
    with RealWindow(moment.folder, now, tmp_path, display) as window:
        keys = Keys(window)

        def picture(name: str) -> None:
            window.picture(PICTURES / f"{next(seen):02}-{name}.png")

        from_due_list_to_ready(keys, picture)
        print(f"keys without the letters of texts: {keys.presses}; letters: {keys.letters}")
        assert window.close() == 0
        assert window.log() == ""
    assert keys.presses <= AT_MOST
    with open_store(moment.folder) as store, store.reading() as view:
        (course,) = view.all(Course, kind=CourseKind.REFRESHER)
        names = {each.id: each.name for each in view.all(Instructor)}
        assert (course.starts_on, course.ends_on) == (date(2027, 9, 14), date(2027, 9, 15))
        assert (course.venue, course.state) == (VENUE, CourseState.READY)
        assert [names[each] for each in course.instructors] == ["Jean Macdonald", "Elen Prydderch-Hughes"]
        placed = enrolled(view, course.id)
        assert [each.part for each in placed] == [Part.PHYSICAL] * COMING
        assert {each.person for each in placed} == set(due[:COMING]) < {each.id for each in view.all(Person)}
        codes = [each.code for each in set_of(view, course.id)]
        assert course.set_agreed_at is not None
        first, second = sessions_of(view, course.id)
        days = [blocks_of(view, each) for each in (first, second)]
        for kind in (BlockKind.DEMONSTRATION, BlockKind.PRACTICE, BlockKind.ASSESSMENT):
            assert {code for day in days for each in day if each.kind is kind for code in each.techniques} == set(codes)
        pattern = course_types()["refresher_two_days"].sessions
        practised = next(each.minutes for each in pattern[0].blocks if each.title == "Practice with new partners")
        assert minutes(view, first, "Practice with new partners") == practised + 10
        titles = [each.title for each in pattern[1].blocks]
        at = titles.index("Lunch")
        titles[at : at + 2] = [titles[at + 1], "Lunch"]
        assert [each.title for each in days[1]] == titles
        assert [(each.title, each.pinned) for day in days for each in day if each.pinned] == [("Lunch", time(13, 30))]
        (reason,) = view.all(Override, course=course.id)
        assert (reason.code, reason.reason) == ("R14.first_aid", REASON)
