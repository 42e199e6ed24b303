"""Fixtures for pages by themselves; asked for by ``pytest_plugins``."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.operations.a_course import Stage
from tests.ui.standing import Standing, standing


@pytest.fixture
def standing_at(stages, tmp_path, qtbot, appearance) -> Iterator[Callable[[Stage], Standing]]:
    """Pages by themselves, on the small course at a stage."""
    with ExitStack() as opened:

        def at(stage: Stage) -> Standing:
            folder = tmp_path / stage.name.lower()
            with stages.opened(stage, folder) as course:
                now = course.now
            return opened.enter_context(standing(folder, now, appearance, qtbot))

        yield at
