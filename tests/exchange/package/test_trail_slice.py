"""The trail travels whole as a chain, and its bodies only where every field of every row travels anyhow (R31)."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.sealing import canonical
from calm_instructor.domain.trail import Entry, Stub, breaks
from calm_instructor.exchange.package.trail_slice import chain_of, trail_lines, travelling
from tests.exchange.package.made_up import SECRETS, Story, contents, image

SCOPE = {str(record.value.id) for record in contents().records}
BY_KIND = {type(record.value).__name__: record.value for record in contents().records}
BY_KIND["Attempt"] = replace(BY_KIND["Attempt"], not_assessed_reason="")


def entry(*images, reason="") -> Entry:
    return Story().entry("a wish", *images, reason=reason)


def travels(*images) -> bool:
    return travelling(entry(*images), SCOPE).body is not None


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("instructors", "Instructor"),
        ("catalogues", "Catalogue"),
        ("techniques", "Technique"),
        ("tna_selections", "Selection"),
        ("courses", "Course"),
        ("course_techniques", "CourseTechnique"),
        ("session_blocks", "Block"),
        ("briefings", "Briefing"),
        ("attendance", "Attendance"),
        ("assessments", "Attempt"),
        ("knowledge_checks", "KnowledgeCheck"),
        ("amendments", "Amendment"),
        ("action_plans", "ActionPlan"),
        ("documents", "Document"),
        ("overrides", "Override"),
    ],
)
def test_bodies_of_rows_that_travel_whole_travel(table, kind):
    assert travels(image(table, BY_KIND[kind]))


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("fitness", "Fitness"),
        ("incidents", "Incident"),
        ("evaluations", "Evaluation"),
        ("tnas", "Tna"),
        ("tna_risks", "Risk"),
        ("enrolments", "Enrolment"),
        ("people", "Person"),
        ("sessions", "Session"),
        ("signoffs", "SignOff"),
    ],
)
def test_bodies_with_a_field_that_stays_home_stay_home(table, kind):
    assert not travels(image(table, BY_KIND[kind]))


def test_why_somebody_was_not_assessed_stays_home():
    assert not travels(image("assessments", replace(BY_KIND["Attempt"], not_assessed_reason="a sore shoulder")))


def test_one_row_that_stays_home_keeps_the_whole_body():
    assert not travels(image("courses", BY_KIND["Course"]), image("fitness", BY_KIND["Fitness"]))


def test_a_row_that_belongs_to_no_record_of_the_package_keeps_the_body():
    stranger = str(UUID(int=7))
    mark = image("assessments", BY_KIND["Attempt"])
    assert not travels(mark | {"id": stranger, "enrolment": stranger})
    assert travels(mark | {"id": stranger})  # a new attempt of somebody on the course


def test_a_field_or_table_that_is_not_known_keeps_the_body():
    assert not travels(image("courses", BY_KIND["Course"]) | {"mood": "calm"})
    assert not travels({"table": "devices", "id": next(iter(SCOPE))})
    assert not travels({"id": next(iter(SCOPE))})
    assert not travels()


def test_an_entry_keeps_its_place_in_the_chain_when_its_body_stays_home():
    whole = entry(image("fitness", BY_KIND["Fitness"]))
    left = travelling(whole, SCOPE)
    assert (left.salt, left.body) == (None, None)
    assert left == replace(whole, salt=None, body=None)
    assert not list(breaks([left]))


def test_an_erased_body_is_no_trouble():
    erased = replace(entry(image("courses", BY_KIND["Course"])), salt=None, body=None)
    assert travelling(erased, SCOPE) == erased


def test_the_chain_comes_back_as_it_went():
    chain = contents().trail
    assert tuple(chain_of(trail_lines(chain))) == chain
    assert any(isinstance(each, Stub) for each in chain)
    assert not list(breaks(chain_of(trail_lines(travelling(e, SCOPE) if isinstance(e, Entry) else e for e in chain))))


def test_a_stub_says_nothing_of_its_entry():
    stub = next(each for each in contents().trail if isinstance(each, Stub))
    assert json.loads(trail_lines([stub])).keys() == {"seq", "epoch", "head_sha256", "prev", "hash"}
    assert SECRETS["elsewhere"].encode() not in trail_lines(contents().trail)


GOOD = json.loads(trail_lines(contents().trail[:1]))
CHANGES: list[dict[str, object]] = [
    {"seq": -1},
    {"seq": True},
    {"seq": 1.0},
    {"seq": 2**70},
    {"epoch": "x"},
    {"id": GOOD["id"].upper() + "A"},
    {"at": "yesterday"},
    {"at": "2026-13-45T00:00:00+00:00"},
    {"hash": GOOD["hash"].upper()},
    {"prev": "00"},
    {"by": None},
    {"salt": "abc"},
    {"body": {}},
    {"mood": "calm"},
]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n",
        b"NaN\n",
        b"9" * 5_000 + b"\n",
        b"[" * 100_000 + b"\n",
        canonical(GOOD).encode(),  # no line end
        canonical(GOOD).encode().replace(b'"at"', b' "at"') + b"\n",
        canonical(GOOD).encode()[:-1] + b',"at":"x"}\n',
        *(canonical(GOOD | change).encode() + b"\n" for change in CHANGES),
        *(canonical({k: v for k, v in GOOD.items() if k != lost}).encode() + b"\n" for lost in GOOD),
        canonical(GOOD).replace("name it", "\\ud800").encode() + b"\n",
    ],
)
def test_a_line_that_is_no_entry_is_named(line):
    good = trail_lines(contents().trail[:2])
    with pytest.raises(BadFile) as no:
        list(chain_of(good + line))
    assert no.value.facts == {"line": 3}
