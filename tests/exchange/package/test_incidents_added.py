"""R28, R31: what was added to a training incident later counts in the package, and none of its words travel."""

from dataclasses import replace
from datetime import UTC, datetime

from calm_instructor.domain.attendance import Addition, Incident
from tests.exchange.package.made_up import contents
from tests.exchange.package.test_writing import opened, rows, written


def test_R28_R31_a_near_miss_that_turned_out_an_injury_counts_as_one_and_its_words_stay_home():
    added = Addition(
        at=datetime(2026, 11, 2, 12, tzinfo=UTC),
        by="Somebody of the course",
        facts="The wrist swelled after lunch",
        injury=True,
        first_aid="Cold pack from the kitchen",
        riddor_considered=True,
    )
    records = tuple(
        replace(each, value=replace(each.value, injury=False, stopped=False, added=(added,)))
        if isinstance(each.value, Incident)
        else each
        for each in contents().records
    )
    data = written(replace(contents(), records=records))
    (row,) = rows(data, "incidents")
    assert (row["injuries"], row["near_misses"], row["stopped"], row["riddor_considered"]) == ("1", "0", "0", "1")
    everything = b"".join(opened(data).values())
    for words in (added.by, added.facts, added.first_aid):
        assert words.encode() not in everything
