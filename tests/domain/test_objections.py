"""How a no is weighed: blocks stand, warnings are answered with a reason, notes ask nothing (R51)."""

import pytest

from calm_instructor.domain.errors import (
    BadFile,
    CalmError,
    Objection,
    Refused,
    Stopped,
    Weight,
    WorldError,
    block,
    note,
    unanswered,
    warn,
)

BLOCK = block("R4.never", "TNA", count=13, limit=12)
WARN = warn("R4.many", "TNA", count=9, limit=8)
NOTE = note("R29.late", "ET", days=3, limit=2)


@pytest.mark.parametrize(
    ("objection", "weight", "rule", "blocks"),
    [(BLOCK, Weight.BLOCK, "R4", True), (WARN, Weight.WARN, "R4", False), (NOTE, Weight.RECORD, "R29", False)],
)
def test_an_objection_tells_its_rule_and_its_weight(objection, weight, rule, blocks):
    assert (objection.weight, objection.rule, objection.blocks) == (weight, rule, blocks)


@pytest.mark.parametrize(
    ("reasons", "left"),
    [
        ({}, (BLOCK, WARN)),
        ({"R4.many": "Two services share it."}, (BLOCK,)),
        ({"R4.many": "  "}, (BLOCK, WARN)),
        ({"R4.never": "Please."}, (BLOCK, WARN)),  # nothing gets past a block
        ({"R9.stale": "Other code."}, (BLOCK, WARN)),
    ],
)
def test_R51_a_warning_is_passed_only_with_its_own_recorded_reason(reasons, left):
    assert unanswered((BLOCK, WARN, NOTE), reasons) == left


def test_a_bare_objection_blocks():
    assert Objection("R1.no_date", "Siân Bowen").blocks


def test_a_refusal_carries_every_objection():
    refused = Refused(iter((BLOCK, WARN)))
    assert (refused.objections, refused.code, refused.facts) == ((BLOCK, WARN), "refused", {"count": 2})


@pytest.mark.parametrize("kind", [BadFile, WorldError, CalmError])
def test_an_error_carries_a_code_and_facts(kind):
    caught = kind("disk.full", path="/media/stick")
    assert (caught.code, caught.facts, str(caught)) == ("disk.full", {"path": "/media/stick"}, "disk.full")


def test_stop_is_a_code_too():
    assert (Stopped().code, Stopped().facts) == ("stopped", {})
