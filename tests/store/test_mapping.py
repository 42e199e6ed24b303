"""Every value of the trade lies in its table, field by field, and comes back as it went."""

import importlib
import pkgutil
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calm_instructor import domain
from calm_instructor.domain.attendance import Enrolment, Fitness
from calm_instructor.domain.course import Instructor
from calm_instructor.domain.package import PackageContents
from calm_instructor.domain.sealing import canonical
from calm_instructor.domain.trail import Entry
from calm_instructor.store.mapping import BY_ID_TYPE, KINDS, RECORD_FACTS, in_column
from calm_instructor.store.tables import ROWS
from tests.store.samples import sample, values

KIND_LIST = list(KINDS.values())


def records_of_the_domain() -> set[type]:
    modules = [
        importlib.import_module(f"{domain.__name__}.{each.name}") for each in pkgutil.iter_modules(domain.__path__)
    ]
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    has_its_own_id = {each for each in found if is_dataclass(each) and "id" in {field.name for field in fields(each)}}
    return has_its_own_id - {Entry, PackageContents}  # gathered from records, not records


def test_every_record_of_the_domain_has_a_table():
    assert records_of_the_domain() <= ROWS.keys()


def test_every_table_has_one_kind_of_record():
    assert len({kind.name for kind in KIND_LIST}) == len(BY_ID_TYPE) == len(KIND_LIST)


@pytest.mark.parametrize("kind", KIND_LIST, ids=lambda kind: kind.name)
def test_every_field_has_its_column_and_every_column_its_field(kind):
    names = {field.name for field in fields(kind.value)}
    assert not names & {*RECORD_FACTS, "table"}, "the store adds these names to every image"
    columns = {column.name for column in kind.table.columns}
    assert columns == {place.column for place in kind.places.values()} | {"key", "uid", *RECORD_FACTS}
    assert names == kind.places.keys() | {"id"}
    for name, place in kind.places.items():
        optional = type(None) in getattr(place.type, "__args__", ())
        assert kind.table.columns[place.column].nullable == optional, name


@pytest.mark.parametrize("kind", KIND_LIST, ids=lambda kind: kind.name)
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_comes_back_from_its_image(kind, data):
    value = data.draw(values(kind))
    image = kind.dump(value)
    assert kind.load(image) == value
    assert kind.dump(kind.load(image)) == image
    assert canonical(image)


@pytest.mark.parametrize("kind", KIND_LIST, ids=lambda kind: kind.name)
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_from_its_row_is_the_value_from_its_image(kind, data):
    value = data.draw(values(kind))
    image = kind.dump(value)
    row = [value.id.bytes, 1, "", "", None]
    for name, place in kind.places.items():
        found = in_column(place, image[name])
        row.append(UUID(found).bytes if found is not None and place.refers_to else found)
    assert kind.value_of(row) == value
    assert kind.dump(kind.value_of(row)) == image


ONE = UUID(int=1)
FITNESS = KINDS[Fitness]
DECLARED = sample(Fitness, ONE, {Enrolment: ONE, Instructor: ONE})


def test_a_moment_keeps_its_offset():
    declared = datetime.fromisoformat("2026-10-25T01:30:00+01:00")
    image = FITNESS.dump(replace(DECLARED, declared_at=declared))
    assert image["declared_at"] == "2026-10-25T01:30:00+01:00"
    assert FITNESS.load(image).declared_at.isoformat() == "2026-10-25T01:30:00+01:00"


def test_a_moment_without_its_offset_is_refused():
    nowhere = replace(DECLARED, declared_at=datetime.fromisoformat("2026-10-25T01:30:00"))
    with pytest.raises(ValueError, match=r"fitness\.declared_at"):
        FITNESS.dump(nowhere)
