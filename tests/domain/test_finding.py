"""Accents, case and spacing never keep anybody from being found."""

import pytest

from calm_instructor.domain.finding import finds, folded


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz wisniewski", "Łukasz Wiśniewski"),
        ("SADE AKINTOLA", "Ṣadé  Akíntọ́lá"),
        ("wyn llewelyn-prydderch", "Ŵyn Llewelyn‑Prydderch"),
        ("o'neill", "O’Neill"),
        ("strasse", "Straße"),
        ("nguyen thi ngoc", "Nguyễn Thị Ngọc"),
        ("eogan o ruairc", "Eoġan Ó Ruairc"),
    ],
)
def test_a_name_as_people_type_it(typed, name):
    assert folded(typed) == folded(name)
    assert finds(typed, name)


def test_each_word_may_stand_in_another_text():
    assert finds("luk 40163", "Łukasz Wiśniewski", "40163")
    assert not finds("luk 40164", "Łukasz Wiśniewski", "40163")
    assert finds("", "anybody")
