"""Every shipped text that a person reads: calm, in the trade's words, nobody's name, and never how a technique is done."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from calm_instructor.domain.anonymity import identifiers
from calm_instructor.domain.technique import catalogue_objections
from calm_instructor.exchange.reading.shipped import shipped_catalogue

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SHOWN = sorted(
    path for room in ("catalogue", "questions", "phrases", "example") for path in (RESOURCES / room).glob("*.*")
)

FORBIDDEN = re.compile(
    r"\b(users?|fail\w*|attack\w*|assail\w*|victims?|patients?|invalid\w*|errors?|self[- ]defen[cs]e|pass(ed)?)\b",
    re.IGNORECASE,
)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_the_rooms_are_looked_at_at_all():
    assert {path.parent.name for path in SHOWN} == {"catalogue", "questions", "phrases", "example"}
    assert len(SHOWN) >= 12
    assert FORBIDDEN.search("The user failed") is not None


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_the_trades_words_only(path):
    found = FORBIDDEN.search(path.read_text(encoding="utf-8"))
    assert found is None, found


@pytest.mark.parametrize("path", [path for path in SHOWN if path.suffix == ".json"], ids=lambda path: path.name)
def test_no_text_says_how_a_technique_is_done_r26(path):
    entry = shipped_catalogue()[1][0]
    for text in texts(json.loads(path.read_text(encoding="utf-8"))):
        assert list(catalogue_objections((replace(entry, notes=text),))) == [], text


def test_no_text_of_the_example_looks_like_a_person_supported_r10():
    example = json.loads((RESOURCES / "example" / "example.json").read_text(encoding="utf-8"))
    said = [example[part] for part in ("service", "any_service", "holds", "left_out", "note_answers", "action_plan")]
    for text in texts(said):
        assert identifiers(text) == (), text


@pytest.mark.parametrize("path", [path for path in SHOWN if path.suffix == ".json"], ids=lambda path: path.name)
def test_no_text_is_empty_padded_or_long_winded(path):
    for text in texts(json.loads(path.read_text(encoding="utf-8"))):
        assert text == " ".join(text.split()), text
        assert len(text) <= 220, text
