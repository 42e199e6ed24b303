"""One application for all, dressed once; windows over courses at each stage, and over the shipped example."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.register_assert_rewrite("tests.operations.a_course", "tests.ui.a_window")

from calm_instructor.ui.theme.appearance import Appearance  # noqa: E402
from tests.operations.a_course import Stage, Stages  # noqa: E402
from tests.ui.a_window import AWindow, a_window  # noqa: E402
from tests.ui.example import Example  # noqa: E402


@pytest.fixture(scope="session")
def stages(tmp_path_factory) -> Stages:
    return Stages(tmp_path_factory.mktemp("stages"))


@pytest.fixture(scope="session")
def example(tmp_path_factory) -> Example:
    return Example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def appearance(qapp) -> Appearance:
    worn = Appearance(qapp, "light")
    worn.put_on()
    return worn


@pytest.fixture
def window_at(stages, tmp_path, qtbot, appearance) -> Iterator[Callable[[Stage], AWindow]]:
    """Opens the window on the small course (tests/operations/a_course.py) at the stage that the test names."""
    with ExitStack() as opened:

        def at(stage: Stage) -> AWindow:
            folder = tmp_path / stage.name.lower()
            with stages.opened(stage, folder) as course:
                now = course.now
            return opened.enter_context(a_window(folder, now, appearance))

        yield at


@pytest.fixture
def example_at(example, tmp_path, qtbot, appearance) -> Iterator[Callable[[str], AWindow]]:
    """Opens the window on the shipped example at a moment of tests/ui/example.py."""
    with ExitStack() as opened:

        def at(stage: str) -> AWindow:
            moment = example.copy(stage, tmp_path / stage)
            return opened.enter_context(a_window(moment.folder, moment.now, appearance))

        yield at
