"""A behavioural audit from a log: the window that counts, what is said of the rest, and what is refused."""

from datetime import date

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.numbers import Numbers
from calm_instructor.exchange.reading.example import example, example_incidents
from calm_instructor.messages import sentence
from calm_instructor.operations.auditing import read_audit, window_start
from tests.journeys.playing import log, months

TODAY = date(2026, 10, 21)


def test_the_examples_log_is_counted_and_says_what_became_of_its_rows():
    read = read_audit(example_incidents(), TODAY, Numbers(), ref="BA-1", compared_with="BA-0")
    audit = read.audit
    assert (audit.ref, audit.compared_with, audit.source) == ("BA-1", "BA-0", "incidents.csv")
    assert sum(each.count for each in audit.counts) > 100
    assert (
        read.findings[0][1]
        == f"{len(example_incidents().read_text(encoding='utf-8').splitlines()) - 1} rows were read."
    )
    assert read.problems == ()
    assert audit.holds()[0] in example().holds


def test_R9_what_is_older_than_the_window_is_not_counted_and_is_said(tmp_path):
    path = log(tmp_path / "log.csv", *months("wrist grab", count=36))
    read = read_audit(path, TODAY, Numbers())
    assert read.audit.from_day == window_start(TODAY, Numbers()) == date(2024, 10, 1)
    assert min(each.month for each in read.audit.counts) == date(2024, 10, 1)
    assert any("older" in each for _lamp, each in read.findings)
    assert any("1 Oct 2024" in each.what for each in read.assumptions)


def test_R9_a_log_that_ends_before_the_window_is_refused(tmp_path):
    path = log(tmp_path / "log.csv", *months("wrist grab", last="2020-06"))
    with pytest.raises(BadFile) as said:
        read_audit(path, TODAY, Numbers())
    assert said.value.code == "demo.log_too_old"


def test_R40_that_there_is_no_need_never_comes_of_words_that_are_not_known(tmp_path):
    path = log(tmp_path / "log.csv", *months("zzz", last="2026-09"))
    with pytest.raises(BadFile) as said:
        read_audit(path, TODAY, Numbers())
    assert said.value.code == "demo.log_unplaced"
    assert sentence(said.value)


def test_the_order_of_the_dates_is_asked_where_the_file_leaves_it_open(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("Date,Category\n03/04/2026,Wrist grab\n05/06/2026,Wrist grab\n", encoding="utf-8")
    with pytest.raises(BadFile) as said:
        read_audit(path, TODAY, Numbers())
    assert said.value.code == "incidents.dates_ambiguous"
    months_read = {
        order: sorted(each.month.month for each in read_audit(path, TODAY, Numbers(), date_order=order).audit.counts)
        for order in ("dmy", "mdy")
    }
    assert months_read == {"dmy": [4, 6], "mdy": [3, 5]}
