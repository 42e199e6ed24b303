"""The texts of queries that are built once: the same answers as before, whatever is asked for."""

from uuid import UUID

import pytest

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.store.mapping import KINDS
from calm_instructor.store.queries import asked, count_of, insert_into, one_of, text_of

ATTEMPTS = KINDS[Attempt]
ONE, TWO = UUID(int=1), UUID(int=2)


def test_one_text_for_one_shape_whatever_the_values():
    first = text_of(ATTEMPTS, asked(ATTEMPTS, {"enrolment": ONE, "technique": None})[0])
    assert text_of(ATTEMPTS, asked(ATTEMPTS, {"enrolment": TWO, "technique": None})[0]) is first
    assert first.endswith('ORDER BY assessments."key"')
    assert "technique_key IS NULL" in first
    assert "assessments.gone IS NULL" in first
    assert "assessments.gone IS NULL" not in text_of(ATTEMPTS, (), False).partition("WHERE")[2]


def test_what_it_equals_is_a_parameter_and_never_part_of_the_text():
    shape, wanted = asked(KINDS[Enrolment], {"adjustment": "'; DROP TABLE enrolments; --", "bib": 7})
    assert shape == (("adjustment", "value"), ("bib", "value"))
    assert wanted == ["'; DROP TABLE enrolments; --", 7]
    assert "DROP" not in text_of(KINDS[Enrolment], shape)


def test_several_ids_are_one_parameter():
    shape, wanted = asked(ATTEMPTS, {"id": frozenset({ONE, TWO}), "enrolment": frozenset({ONE})})
    assert shape == (("id", "ids"), ("enrolment", "keys"))
    assert len(wanted) == 2
    assert text_of(ATTEMPTS, shape).count("json_each(?)") == 2


def test_an_id_is_an_id():
    with pytest.raises(TypeError, match="frozenset of ids"):
        asked(ATTEMPTS, {"id": "1"})


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_has_its_texts_and_the_store_understands_them(store, kind):
    driver = store.line.driver
    assert driver.execute(one_of(kind), [ONE.bytes]).fetchall() == []
    driver.execute(text_of(kind, ()))
    assert driver.execute(count_of(kind, ())).fetchone()[0] >= 0
    assert insert_into(kind.table).startswith(f"INSERT INTO {kind.name} ")
