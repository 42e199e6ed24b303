"""Every no that the program can say has a sentence, and the sentence asks for no fact that is not there.

Read from the source itself: each call that makes an objection or an error, on every floor.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from calm_instructor.domain.errors import CalmError, Refused, block, warn
from calm_instructor.messages import sentence
from calm_instructor.messages.refusals import REFUSALS
from calm_instructor.messages.trouble import TROUBLE

PRODUCT = Path(__file__).resolve().parents[2] / "calm_instructor"
OBJECTIONS = {"block", "warn", "note", "Objection"}
ERRORS = {"CalmError", "BadFile", "WorldError"}


@dataclass(frozen=True)
class Said:
    """One place in the source that says no. ``facts``: None where they are handed on whole."""

    where: str
    by: str
    code: str
    facts: frozenset[str] | None


def _said() -> Iterator[Said]:
    for path in sorted(PRODUCT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OBJECTIONS | ERRORS:
                where = f"{path.relative_to(PRODUCT)}:{node.lineno}"
                facts = {keyword.arg for keyword in node.keywords}
                named = frozenset(name for name in facts if name)
                for code in _codes(node.args[0] if node.args else None):
                    yield Said(where, node.func.id, code, None if None in facts else named)


def _codes(written: ast.expr | None) -> Iterator[str]:
    """The code or codes of a call, where they are written out in it."""
    match written:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from (*_codes(one), *_codes(other))


SAID = tuple(_said())
OBJECTED = tuple(each for each in SAID if each.by in OBJECTIONS)
RAISED = tuple(each for each in SAID if each.by in ERRORS)


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _form, _kind in Formatter().parse(text) if name is not None}


def test_the_source_was_read():
    assert len({each.code for each in OBJECTED}) > 100
    assert {"store.in_use"} <= {each.code for each in RAISED}


@pytest.mark.parametrize("said", OBJECTED, ids=lambda said: f"{said.code} {said.where}")
def test_an_objection_has_a_sentence_that_its_facts_can_fill(said):
    assert said.code in REFUSALS, f"{said.where}: no sentence for {said.code}"
    if said.facts is not None:
        assert placeholders(REFUSALS[said.code]) <= said.facts | {"who"}, said.where


@pytest.mark.parametrize(
    "said", [each for each in OBJECTED if each.facts], ids=lambda said: f"{said.code} {said.where}"
)
def test_no_fact_is_handed_over_for_nothing(said):
    assert said.facts <= placeholders(REFUSALS[said.code]), said.where


@pytest.mark.parametrize("said", RAISED, ids=lambda said: f"{said.code} {said.where}")
def test_an_error_has_a_sentence_that_its_facts_can_fill(said):
    assert said.code in TROUBLE, f"{said.where}: no sentence for {said.code}"
    if said.facts is not None:
        assert placeholders(TROUBLE[said.code]) <= said.facts, said.where


def test_no_sentence_is_left_over():
    assert set(REFUSALS) == {each.code for each in OBJECTED}


def test_every_placeholder_has_a_name():
    for text in (*REFUSALS.values(), *TROUBLE.values()):
        assert all(re.fullmatch(r"[a-z_0-9]+", name) for name in placeholders(text)), text


def test_a_sentence_says_who_with_facts_as_a_reader_writes_them():
    no = block("R1.not_before", "Jo Ng", completed=date(2026, 11, 24), first=date(2026, 11, 24))
    assert sentence(no) == (
        "Jo Ng can’t take the practical part. Core Theory must be completed before the first practical day; "
        "24 Nov 2026 is not before 24 Nov 2026. Check the date, or let Jo Ng come to the theory part."
    )


def test_a_name_with_braces_stays_a_name():
    assert sentence(block("R13.themselves", "{count} {0}")).startswith("{count} {0} can’t assess")


def test_a_refusal_says_all_of_it():
    both = Refused((block("R7.not_agreed", "ET-1"), warn("R6.over_taught", "GEN-W2")))
    assert sentence(both) == f"{sentence(both.objections[0])} {sentence(both.objections[1])}"
    assert "GEN-W2" in sentence(both)


def test_an_attempt_without_a_technique_is_of_the_core_behaviours():
    assert sentence(block("R29.cell_open", "Jo Ng", technique="")).startswith("Jo Ng has no mark for core behaviours.")
    assert sentence(block("R29.cell_open", "Jo Ng", technique="GEN-W1")).startswith("Jo Ng has no mark for GEN-W1.")


def test_an_error_is_worded_too():
    assert sentence(CalmError("stopped")) == TROUBLE["stopped"]
