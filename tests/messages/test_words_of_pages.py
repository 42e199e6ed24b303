"""The words of the documents, the end of a course, head office, the trail and the settings are the trade's."""

import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from calm_instructor.messages import reading, trail, trail_fields
from calm_instructor.messages.window import close, documents, head_office, roster, settings
from calm_instructor.messages.window import trail as trail_page
from tests.messages.test_words import NEVER, RULE_NUMBER

MODULES = (close, documents, head_office, settings, trail_page, trail, trail_fields)


def texts(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if isinstance(value, str) and name.isupper():
            yield value
        elif isinstance(value, dict) and name.lstrip("_").isupper():
            yield from (each for each in value.values() if isinstance(each, str))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_words_are_the_trades(module):
    found = list(texts(module))
    assert found
    for text in found:
        assert not NEVER.search(text), text
        assert not RULE_NUMBER.search(text), text
        assert not re.search(r"  |'|[a-z]{3}(ization|ized|izing)\b", text), text


def test_whatever_is_wrong_with_a_row_of_people_is_told_in_a_word_or_two():
    assert set(roster.SHORT) == {code for code in reading._ROWS if code.startswith("roster.")}


def test_counts_are_told_in_one_and_many():
    assert (documents.pages(1), documents.pages(2)) == ("1 page", "2 pages")
    assert documents.print_verb(None, 3) == "Print 3 papers…"
    assert documents.total(3, 7) == "3 papers · 7 pages"
    assert (head_office.waits(0), head_office.waits(1), head_office.waits(9)) == ("since today", "1 day", "9 days")
    assert close.why_not_closed(1).startswith("1 thing is still open.")
    assert settings.found_wrong(["A.", "B."]) == "2 things do not hold. A. B."
    assert documents.ink_line(1, 2, ("the office", "the safe")) == (
        "Ink of 1 person is not held yet. 2 ink sheets held: the office and the safe."
    )
    assert documents.stopped(1).startswith("Stopped after 1 page.")
