"""What holds for every test: patient searches on a slow machine, and no talk with the world (pytest-socket, by option)."""

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.operations.a_course", "tests.ui.a_window")

# Deadlines measure the machine, not the code: two busy cores would fail honest tests.
settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deep", settings.get_profile("quick"), max_examples=5_000)
settings.load_profile("quick")
