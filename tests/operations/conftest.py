"""A course at each stage is made once in a run; a test works on a copy of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

pytest.register_assert_rewrite("tests.operations.a_course")

from tests.operations.a_course import ACourse, Stage, Stages  # noqa: E402


@pytest.fixture(scope="session")
def stages(tmp_path_factory) -> Stages:
    return Stages(tmp_path_factory.mktemp("stages"))


@pytest.fixture
def course_at(stages, tmp_path) -> Iterator[Callable[[Stage], ACourse]]:
    """Opens a course at the stage that the test names."""
    with ExitStack() as opened:
        yield lambda stage: opened.enter_context(stages.opened(stage, tmp_path / stage.name.lower()))


@pytest.fixture
def prepared(course_at) -> ACourse:
    return course_at(Stage.PREPARED)


@pytest.fixture
def drafted(course_at) -> ACourse:
    return course_at(Stage.DRAFTED)


@pytest.fixture
def authorised(course_at) -> ACourse:
    return course_at(Stage.AUTHORISED)


@pytest.fixture
def agreed(course_at) -> ACourse:
    return course_at(Stage.AGREED)


@pytest.fixture
def enrolled(course_at) -> ACourse:
    return course_at(Stage.ENROLLED)


@pytest.fixture
def ready(course_at) -> ACourse:
    return course_at(Stage.READY)


@pytest.fixture
def running(course_at) -> ACourse:
    return course_at(Stage.RUNNING)


@pytest.fixture
def to_sign(course_at) -> ACourse:
    return course_at(Stage.TO_SIGN)


@pytest.fixture
def signed(course_at) -> ACourse:
    return course_at(Stage.SIGNED)


@pytest.fixture
def closed(course_at) -> ACourse:
    return course_at(Stage.CLOSED)
