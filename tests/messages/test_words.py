"""How the program speaks: who first, in plain words, without the words it never uses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from calm_instructor import messages
from calm_instructor.messages.labels import LABELS
from calm_instructor.messages.refusals import REFUSALS
from calm_instructor.messages.trouble import TROUBLE

NEVER = re.compile(
    r"\b(users?|fail\w*|pass(ed|es)?|attack\w*|victims?|patients?|invalid|errors?|assail\w*|self-defence)\b",
    re.IGNORECASE,
)
WORDS = Path(messages.__file__).parent
STRAIGHT = re.compile(r"[\w}]'\w").search
RULE_NUMBER = re.compile(r"\bR\d+\b")
TEXTS = {
    **REFUSALS,
    **TROUBLE,
    **{f"{kind.__name__}.{member.name}": text for kind, texts in LABELS.items() for member, text in texts.items()},
}


@pytest.mark.parametrize("code", TEXTS)
def test_no_text_uses_a_word_that_the_trade_never_uses(code):
    assert not NEVER.search(TEXTS[code])


@pytest.mark.parametrize("code", TEXTS)
def test_no_text_names_a_rule_by_its_number(code):
    assert not RULE_NUMBER.search(TEXTS[code])


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_begins_with_who_or_what(code):
    assert re.match(r"(Session |Risk \{number\} of )?\{who\}", REFUSALS[code])


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_short_and_says_more_than_no(code):
    """At least two statements, the rule and what puts it right, in at most 45 words."""
    text = REFUSALS[code]
    assert text.endswith((".", "{note}"))
    assert len(re.findall(r"[.;:?](?= |$)", text)) >= 2
    assert len(text.split()) <= 45


@pytest.mark.parametrize("code", TEXTS)
def test_spelling_is_british_and_spaces_are_single(code):
    assert not re.search(r"  |[a-z]{3}(ization|ized|izing)\b", TEXTS[code])


@pytest.mark.parametrize("text", ["No user here", "It failed.", "An Invalid date", "errors", "passed"])
def test_the_words_are_found_where_they_stand(text):
    assert NEVER.search(text)


def _said(path: Path) -> Iterator[str]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in docs:
            yield each.value


def test_an_apostrophe_is_one_and_the_same_wherever_it_is_read():
    straight = [
        f"{path.name}: {text}" for path in sorted(WORDS.rglob("*.py")) for text in _said(path) if STRAIGHT(text)
    ]
    assert straight == []
