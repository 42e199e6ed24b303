"""Every number of the organisation has its words: what it is called, what its rule means, what it counts."""

from dataclasses import fields

import pytest

from calm_instructor.domain.numbers import RANGES, Numbers
from calm_instructor.messages.numbers import NUMBERS, number_label, number_means, number_shown
from tests.messages.test_words import NEVER, RULE_NUMBER


def test_every_number_has_words_and_no_words_are_left_over():
    assert set(NUMBERS) == {each.name for each in fields(Numbers)}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_worded_as_the_trade_speaks(name):
    for text in (number_label(name), number_means(name)):
        assert not NEVER.search(text)
        assert not RULE_NUMBER.search(text)
    assert number_means(name).endswith(".")
    assert bool(NUMBERS[name].one) == (name in RANGES)


def test_a_number_is_shown_with_what_it_counts():
    assert number_shown("sign_off_valid_months", 12) == "12 months"
    assert number_shown("sign_off_valid_months", 1) == "1 month"
    assert number_shown("core_theory_renewal_months", None) == "not set"
    assert number_shown("part_competence_allowed", False) == "no"
