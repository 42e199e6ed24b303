"""Incident logs become counts per hold and month; nothing else of them survives, wherever it stands."""

import csv
import io
import traceback
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.needs import HoldCount, HoldSeen
from calm_instructor.exchange.reading.incidents import IncidentLog, read_incidents
from tests.exchange.reading.lists import ods_list, read_or_refused, rows_list, text_list, xlsx_list

HEADINGS = "Incident ref,Date,Time,Site,Person (initials),DOB,Staff involved,Category,What happened,Injury"
SECRETS = ("QXZJ", "1931", "13/07", "zebrafish", "Quennell")


def row(day: str, category: str, happened: str = "", ref: str = "INC-1") -> str:
    return f'{ref},{day},13:10,Glen Unit,QXZJ,1931-07-13,Quennell,"{category}","zebrafish {happened}",No'


LOG = "\n".join(
    [
        HEADINGS,
        row("22/06/2026", "hair pull", "hair pulled from behind, one hand"),
        row("28/06/2026", "Hair Pull", "from behind with one hand"),
        row("01/07/2026", "wrist grab", "gripped staff wrist"),
        row("02/07/2026", "verbal", "shouting, no contact"),
        row("03/07/2026", "bear hug from behind", "arms trapped"),
        row("04/07/2026", "Sparkling", ""),
        "",
    ]
)


def read(folder: Path, text: str, **how) -> IncidentLog:
    return read_incidents(text_list(folder, text), **how)


def count(hold: str, year: int, month: int, times: int) -> HoldCount:
    return HoldCount(hold=hold, month=date(year, month, 1), count=times)


def everything(log: IncidentLog) -> str:
    words = [problem.sentence for problem in log.problems]
    words += [text for one in log.assumptions for text in (one.what, one.value, one.why)]
    return "\n".join([repr(log), *words])


def refused(folder: Path, text: str, **how) -> BadFile:
    with pytest.raises(BadFile) as no:
        read(folder, text, **how)
    return no.value


def test_a_log_becomes_counts_per_hold_and_month(tmp_path):
    log = read(tmp_path, LOG)
    assert log.counts == (
        count("body_rear_held", 2026, 7, 1),
        count("hair_rear_one", 2026, 6, 2),
        count("wrist_one_same", 2026, 7, 1),
    )
    assert log.last_seen == (
        HoldSeen(hold="body_rear_held", last=date(2026, 7, 3)),
        HoldSeen(hold="hair_rear_one", last=date(2026, 6, 28)),
        HoldSeen(hold="wrist_one_same", last=date(2026, 7, 1)),
    )
    assert (log.first_date, log.latest_date) == (date(2026, 6, 22), date(2026, 7, 4))
    assert (log.rows_read, log.left_out, log.unplaced, log.problems) == (6, 1, 1, ())
    assert log.total("hair_rear_one") == 2


def test_what_each_wording_was_taken_for_is_shown(tmp_path):
    log = read(tmp_path, LOG + row("05/07/2026", "Sparkling") + "\n" + row("06/07/2026", "Sparkling") + "\n")
    assert [(one.wording, one.hold, one.rows, one.left_out, one.assumed) for one in log.wordings] == [
        ("Sparkling", None, 3, False, False),
        ("hair pull", "hair_rear_one", 2, False, False),
        ("bear hug from behind", "body_rear_held", 1, False, False),
        ("verbal", None, 1, True, False),
        ("wrist grab", "wrist_one_same", 1, False, True),
    ]
    told = [(one.code, one.value) for one in log.assumptions]
    assert ("incidents.usual", "wrist_one_same") in told
    assert ("incidents.left_out", "verbal") in told
    assert ("incidents.unplaced", "Sparkling") in told


def test_a_person_may_settle_what_a_wording_means(tmp_path):
    settled = {"sparkling": "leg", "Wrist grab": None, "hair pull": "hair_tied"}
    log = read(tmp_path, LOG, wordings=settled)
    assert {entry.hold: entry.count for entry in log.counts} == {"body_rear_held": 1, "hair_tied": 2, "leg": 1}
    assert (log.left_out, log.unplaced) == (2, 0)
    assert "Sparkling" in [one.wording for one in log.wordings]


def test_a_hold_must_be_one(tmp_path):
    assert refused(tmp_path, LOG, wordings={"verbal": "tickle"}).code == "incidents.no_hold_code"


@pytest.mark.parametrize("write", [rows_list, xlsx_list, ods_list])
def test_a_log_reads_the_same_from_every_kind_of_file(tmp_path, write):
    rows = [["Date", "Category"], ["2026-07-04", "bite"], ["2026-07-13", "bite"], ["2026-08-01", "pinch"]]
    log = read_incidents(write(tmp_path, rows))
    assert log.counts == (count("bite_arm", 2026, 7, 2), count("scratch_pinch", 2026, 8, 1))


def test_a_log_of_counts_is_counted_by_them(tmp_path):
    log = read(tmp_path, "Month,Hold or grab,Count\nJun 2026,bite,3\n2026-07,bite,0\n08/2026,pinch,2\n")
    assert log.counts == (count("bite_arm", 2026, 6, 3), count("scratch_pinch", 2026, 8, 2))
    assert log.last_seen[0].last == date(2026, 6, 1)


@pytest.mark.parametrize("number", ["-1", "2.5", "many", "", "99999999999", "1e3", "²"])
def test_a_count_must_be_a_whole_number(tmp_path, number):
    log = read(tmp_path, f"Date,Category,Count\n2026-07-04,bite,{number}\n2026-07-05,bite,2\n")
    assert [(one.row, one.column, one.code, one.value) for one in log.problems] == [(2, "Count", "incidents.count", "")]
    assert log.total("bite_arm") == 2


def test_a_log_without_categories_is_read_from_its_descriptions(tmp_path):
    log = read(tmp_path, "Date,What happened\n2026-07-04,QXZJ bit forearm of Quennell\n2026-07-05,zebrafish\n")
    assert log.counts == (count("bite_arm", 2026, 7, 1),)
    assert {one.wording for one in log.wordings} == {""}
    assert "incidents.from_description" in [one.code for one in log.assumptions]
    assert not [secret for secret in SECRETS if secret in everything(log)]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("", "incidents.no_date"),
        ("n/a", "incidents.no_date"),
        ("QXZJ", "incidents.date_not_a_date"),
        ("31/02/2026", "incidents.date_impossible"),
        ("13/07/1931", "incidents.date_too_early"),
        ("23/11/2026", "incidents.date_future"),
    ],
)
def test_a_row_without_a_day_is_told_and_not_counted(tmp_path, day, code):
    text = "\n".join([HEADINGS, row("22/11/2026", "bite"), row(day, "bite")])
    log = read(tmp_path, text, today=date(2026, 11, 22))
    assert [(one.row, one.column, one.value, one.code) for one in log.problems] == [(3, "Date", "", code)]
    assert log.total("bite_arm") == 1
    assert not [secret for secret in SECRETS if secret in everything(log)]


def test_a_row_that_says_nothing_is_told(tmp_path):
    log = read(tmp_path, "Date,Category,Description\n2026-07-04,,\n2026-07-05,,bit forearm\n")
    assert [(one.row, one.code) for one in log.problems] == [(2, "incidents.no_category")]
    assert log.total("bite_arm") == 1


def test_a_row_that_slipped_is_told_and_not_counted(tmp_path):
    """A comma without quotation marks moves initials into the category."""
    log = read(
        tmp_path,
        "Date,Place,Category\n2026-07-04,Hall,bite\n2026-07-05,Hall, upstairs,QXZJ\n2026-07-06,Hall,QXZJ,bite\n",
    )
    assert [(one.row, one.code) for one in log.problems] == [(3, "incidents.shifted"), (4, "incidents.shifted")]
    assert "QXZJ" not in everything(log)


def test_an_order_of_dates_that_nothing_settles_must_be_said(tmp_path):
    text = "\n".join([HEADINGS, row("04/07/2026", "bite")])
    no = refused(tmp_path, text)
    assert (no.code, no.facts["row"], no.facts["column"]) == ("incidents.dates_ambiguous", 2, "Date")
    assert read(tmp_path, text, date_order="mdy").counts == (count("bite_arm", 2026, 4, 1),)


def test_two_orders_of_dates_must_be_settled(tmp_path):
    no = refused(tmp_path, "Date,Category\n07/28/2026,bite\n28/07/2026,bite\n")
    assert (no.code, no.facts["rows"]) == ("incidents.dates_mixed", [2, 3])


def test_dates_a_program_may_have_swapped_are_pointed_out(tmp_path):
    rows = [["Date", "Category"], [date(2026, 4, 7), "bite"], ["19/04/2026", "bite"]]
    assert "dates.half_real" in [one.code for one in read_incidents(xlsx_list(tmp_path, rows)).assumptions]


def test_a_log_of_headings_alone_is_told(tmp_path):
    assert refused(tmp_path, HEADINGS + "\n").code == "incidents.nothing"


def test_a_list_that_is_no_log_is_told(tmp_path):
    no = refused(tmp_path, "Name,Post\nAnn Lee,Cook\n")
    assert no.code == "columns.none_found"
    assert no.facts["fields"] == "date and category, or date and description, or month and category"


# ── nobody is named ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_of_a_person_survives(tmp_path):
    log = read(tmp_path, LOG)
    assert not [secret for secret in SECRETS if secret in everything(log)]


@pytest.mark.parametrize(
    "category",
    [
        *("hair pull by QXZJ", "QXZJ", "bite 13/07/1931", "zebrafish", "bite: Quennell", "born 1931"),
        "Mr Quennell bit staff on the forearm and held on until a zebrafish came by, which took a long while",
    ],
)
def test_a_category_that_might_name_somebody_is_counted_and_not_shown(tmp_path, category):
    log = read(tmp_path, "\n".join([HEADINGS, row("22/06/2026", category), row("23/06/2026", "bite")]))
    assert not [secret for secret in SECRETS if secret in everything(log)]
    assert sum(one.rows for one in log.wordings) == 2


def test_initials_are_not_shown_however_often_they_stand_there(tmp_path):
    log = read(tmp_path, "\n".join([HEADINGS, *(row("22/06/2026", "QXZJ") for _ in range(50))]))
    assert "QXZJ" not in everything(log)


def test_a_column_of_many_wordings_is_no_column_of_categories(tmp_path):
    words = [f"{first}{second}able" for first in "abcdefg" for second in "aeiouy"]
    log = read(tmp_path, "\n".join([HEADINGS, *(row("22/06/2026", word) for word in words for _ in range(5))]))
    assert {one.wording for one in log.wordings} == {""}


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (LOG.replace("22/06/2026", "zebrafish").replace("28/06/2026", "01/06/2026"), {"mapping": {"category": "DOB"}}),
        (LOG, {"mapping": {"category": "Person (initials)"}}),
        (LOG, {"mapping": {"date": "QX"}}),
        (LOG.replace(HEADINGS, ""), {}),
        (LOG.replace('"zebrafish', '"zebrafish ""', 1).replace('",No', ",No"), {}),
        (LOG.replace("zebrafish", "zebrafish é"), {"encoding": "ascii"}),
        ("\n".join([HEADINGS, row("04/07/2026", "bite")]), {}),
        ("\n".join([HEADINGS, row("13/07/2026", "bite"), row("07/13/2026", "bite")]), {}),
    ],
)
def test_no_refusal_names_anybody(tmp_path, text, how):
    with pytest.raises(BadFile) as raised:
        read_incidents(text_list(tmp_path, text, encoding="cp1252"), **how)
    no = raised.value
    said = "".join(traceback.format_exception(no)) + repr(no.facts)
    assert not [secret for secret in SECRETS if secret in said]
    assert no.__context__ is None


WORDINGS = st.sampled_from(["hair pull", "bite", "verbal", "wrist grab", "Sparkling", "", "headlock", "other"])
WRITTEN = st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(date.isoformat) | st.sampled_from(
    ["", "soon", "2026-02-31"]
)


@given(rows=st.lists(st.tuples(WRITTEN, WORDINGS, st.text(max_size=20)), min_size=1, max_size=30))
def test_every_row_is_counted_left_out_unplaced_or_told(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "log.csv"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("Date", "Category", "What happened"), *rows])
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="", errors="replace")
    log = read_or_refused(read_incidents, path)
    if isinstance(log, BadFile):
        assert log.code in {"file.other", "incidents.nothing"}
        return
    counted = sum(entry.count for entry in log.counts)
    assert counted == log.rows_read - log.left_out - log.unplaced - len(log.problems)
    assert counted == sum(one.rows for one in log.wordings if one.hold)


@given(secret=st.text("QXZJ", min_size=6, max_size=12), times=st.integers(1, 5))
def test_no_word_of_a_description_survives(tmp_path_factory, secret, times):
    path = tmp_path_factory.getbasetemp() / "log.csv"
    rows = [f"2026-07-0{day},physical aggression,{secret} bit forearm" for day in range(1, times + 1)]
    path.write_text("\n".join(["Date,Category,What happened", *rows]), encoding="utf-8")
    log = read_incidents(path)
    assert log.total("bite_arm") == times
    assert secret not in everything(log)
