"""How values are written for a reader."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from calm_instructor.domain.assessment import Outcome
from calm_instructor.messages.showing import clock, day, listed, moment, month, shown

AFTERNOON = datetime(2026, 11, 18, 16, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 22), "22 Nov 2026"),
        (date(2026, 2, 1), "1 Feb 2026"),
        (AFTERNOON, "18 Nov 2026 16:42"),
        (AFTERNOON.astimezone(timezone(timedelta(hours=1))), "18 Nov 2026 17:42"),  # in its own offset
        (["GEN-W1"], "GEN-W1"),
        (["GEN-W1", "GEN-H1"], "GEN-W1 and GEN-H1"),
        (("GEN-W1", "GEN-H1", "GEN-S1"), "GEN-W1, GEN-H1 and GEN-S1"),
        ([], ""),
        ([date(2026, 11, 22), date(2026, 11, 23)], "22 Nov 2026 and 23 Nov 2026"),
        (Outcome.NOT_YET, "Not yet competent"),
        ("Siân", "Siân"),
        (16, "16"),
    ],
)
def test_a_fact_is_shown_as_a_reader_writes_it(value, text):
    assert shown(value) == text


def test_parts_of_a_moment():
    assert (day(AFTERNOON), month(AFTERNOON), clock(AFTERNOON)) == ("18 Nov 2026", "Nov 2026", "16:42")
    assert moment(AFTERNOON) == "18 Nov 2026 16:42"
    assert listed(["a", "b", "c"]) == "a, b and c"
