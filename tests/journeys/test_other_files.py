"""`demo` on files as services keep them: every shape gives the same answer, and who may not come is told why."""

from datetime import date

import pytest

from tests.journeys.playing import ENDED, HEADINGS, TODAY, call, log, months, roster, staff, workbook

pytestmark = pytest.mark.check


def rules(run):
    return {each["name"]: each["rules"] for each in run.story["not_eligible"]}


def test_R38_what_has_ended_is_proposed_and_carries_no_technique(tmp_path, incidents, one):
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", one, "--incidents", incidents, *TODAY)
    risks = {risk["number"]: risk for risk in run.story["risks"]}
    ended = [number for number, risk in risks.items() if not risk["current"]]
    assert [risks[number]["incidents"] for number in ended] == [len(ENDED)]
    assert "behind" in risks[ended[0]]["hold"]
    assert all(set(each["risks"]) - set(ended) for each in run.story["techniques"])
    told = next(each for each in run.story["assumptions"] if each["value"] == "ended")
    assert "15 Nov 2025" in told["why"]


def test_an_export_of_a_personnel_system(tmp_path, incidents):
    """Title lines, semicolons, cp1252, "Surname, Forename", days first, a repeated person, a line of totals."""
    lines = [
        "Training nominations",
        "Run: 05/10/2026 16:02;;;;",
        "",
        "Payroll No.;Name;Post;Dept;Core Theory (date)",
        "010400;Reid, Siobhán;Support Worker;Glen Unit;04/07/2026",
        "010401;D'Arcy, Søren;Registered Manager;Glen Unit;19/04/2026",
        "010402;Fraser, Jean-Luc;Cook;Glen Unit;n/a",
        "010403;Bàn, Iain;Support Worker;Glen Unit;n/a",
        "010402;Fraser, Jean-Luc;Cook;Glen Unit;n/a",
        "",
        "Total: 5",
    ]
    path = tmp_path / "export.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", path, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert run.story["people"] == 4
    assert [each["name"] for each in run.story["outcomes"]] == ["Siobhán Reid", "Søren D'Arcy"]
    assert rules(run) == {"Jean-Luc Fraser": ["R1", "R11"], "Iain Bàn": ["R1"]}
    why = {each["name"]: each["sentence"] for each in run.story["not_eligible"]}
    assert why["Iain Bàn"].startswith("Iain Bàn can’t take the practical part. Core Theory comes first")
    assert why["Jean-Luc Fraser"].count("can’t take the practical part") == 1
    assert "Core Theory comes first" in why["Jean-Luc Fraser"]
    assert "no need for escape techniques in the group" in why["Jean-Luc Fraser"]
    assumed = {each["what"]: each["value"] for each in run.story["assumptions"]}
    assert assumed["Encoding in “export.csv”"] == "cp1252"
    assert assumed["Repeated person in “export.csv”"] == "Jean-Luc Fraser"
    refused = call("demo", "--out", tmp_path / "no", "--roster", path, "--encoding", "utf-8")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "export.csv" in refused.err
    assert "utf-8" in refused.err
    assert not (tmp_path / "no").exists()


def test_a_workbook_says_the_same_as_the_text(tmp_path, incidents):
    rows = staff(2)
    workbook(tmp_path / "people.xlsx", HEADINGS, *((*row[:-1], date.fromisoformat(row[-1])) for row in rows))
    text = roster(tmp_path / "people.csv", *rows)
    runs = [
        call("demo", "--out", tmp_path / p.suffix, "--json", "--roster", p, "--incidents", incidents, *TODAY)
        for p in (text, tmp_path / "people.xlsx")
    ]
    assert [run.code for run in runs] == [0, 0]
    for part in ("people", "not_eligible", "outcomes", "risks", "techniques"):
        assert runs[0].story[part] == runs[1].story[part]


FIVE = ["competent", "competent", "not_yet_competent", "not_completed", "not_completed"]


@pytest.mark.parametrize("eligible", range(1, 6))
def test_fewer_where_fewer_are_eligible(tmp_path, incidents, eligible):
    people = roster(tmp_path / "few.csv", *staff(eligible))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert [each["outcome"] for each in run.story["outcomes"]] == FIVE[:eligible]
    assert run.story["not_eligible"] == []


def test_nobody_eligible_is_an_answer(tmp_path, incidents):
    people = roster(tmp_path / "none.csv", *staff(2, theory=""))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert (run.story["course"], run.story["package"], run.story["outcomes"]) == (None, None, [])
    assert len(run.story["not_eligible"]) == 2
    assert [name.split()[0] for name in run.papers()] == ["TNA"]
    read = call("demo", "--out", tmp_path / "out2", "--roster", people, "--incidents", incidents, *TODAY)
    assert "People read: 2; not on the practical part: 2" in read.out
    assert "No course was planned, because nobody may come to its practical part." in read.out


def test_R12_more_than_a_course_may_hold(tmp_path, incidents):
    people = roster(tmp_path / "many.csv", *staff(33))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert len(run.story["outcomes"]) == 30
    refused = run.story["not_eligible"]
    assert [each["rules"] for each in refused] == [["R12"]] * 3
    assert all(each["sentence"].startswith(f"{each['name']} has no place on this course.") for each in refused)


def test_R40_no_hold_is_a_result(tmp_path, one):
    quiet = log(tmp_path / "quiet.csv", *months("verbal"))
    words = ("--roster", one, "--incidents", quiet, *TODAY)
    run = call("demo", "--out", tmp_path / "out", "--json", *words)
    assert run.code == 0, run.err
    assert (run.story["techniques"], run.story["course"], run.story["risks"]) == ([], None, [])
    assert [name.split()[0] for name in run.papers()] == ["TNA"]
    assert "No need for escape techniques was found" in call("demo", "--out", tmp_path / "read", *words).out


def test_R40_where_every_hold_has_ended_there_is_no_need_either(tmp_path, one):
    past = log(tmp_path / "past.csv", *ENDED, *months("verbal"))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", one, "--incidents", past, *TODAY)
    assert run.code == 0, run.err
    assert [risk["current"] for risk in run.story["risks"]] == [False]
    assert (run.story["techniques"], run.story["course"]) == ([], None)


def test_R4_more_holds_than_a_set_may_answer(tmp_path):
    words = (
        "wrist grab", "both wrists grabbed", "fingers gripped", "upper arm grabbed", "sleeve grabbed", "lanyard grabbed",
        "hair pull from behind one hand", "scratch", "leg grabbed",
    )  # fmt: skip
    rows = [*(row for word in words for row in months(word)), *months("bite to forearm", count=3)]
    many = log(tmp_path / "many.csv", *rows, what="")
    people = roster(tmp_path / "none.csv", *staff(1, theory=""))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", many, *TODAY)
    assert run.code == 0, run.err
    assert len(run.story["risks"]) > 8
    assert len(run.story["techniques"]) == 8
    assert "GEN-T1" in {each["code"] for each in run.story["techniques"]}  # the rarest, and the most severe


def test_an_order_of_days_that_nobody_can_tell_is_asked(tmp_path, incidents):
    people = roster(tmp_path / "days.csv", ("1", "Una Reid", "Support Worker", "", "Glen Unit", "03/04/2026"))
    words = ("demo", "--out", tmp_path / "out", "--roster", people, "--incidents", incidents, *TODAY)
    asked = call(*words)
    assert (asked.code, asked.err.count("\n")) == (1, 1)
    assert "03/04/2026" in asked.err
    assert "order of the dates" in asked.err
    assert not (tmp_path / "out").exists()
    read = call(*words, "--date-order", "mdy", "--json")
    assert read.code == 0, read.err
    assert [each["name"] for each in read.story["outcomes"]] == ["Una Reid"]


def test_a_log_in_other_words_and_separators(tmp_path, one):
    """Tabs, months in words, "Type of incident", both hands, and words that name no hold."""
    rows = [
        "Incident date\tType of incident\tDetails",
        *(f"{day} Aug 2026\tGrabbed by both wrists\tmoved away" for day in range(3, 8)),
        *(f"{day} Sep 2026\tHair pulling\tone hand, from behind" for day in range(3, 6)),
        "9 Sep 2026\tProperty damage\tdoor",
    ]
    path = tmp_path / "log.txt"
    path.write_text("\n".join(rows), encoding="utf-16")
    words = ("--roster", one, "--incidents", path, *TODAY)
    run = call("demo", "--out", tmp_path / "out", "--json", *words)
    assert run.code == 0, run.err
    assert [(risk["hold"], risk["incidents"]) for risk in run.story["risks"]] == [
        ("Both wrists held", 5),
        ("Hair held from behind, one hand", 3),
    ]
    assert run.story["problems"] == []
