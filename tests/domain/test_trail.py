"""The trail: a chain in which any single change, loss or swap shows; bodies may stay at home."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.ids import EpochId
from calm_instructor.domain.trail import SCHEMA, START, Broken, Entry, Stub, breaks, new_entry
from tests.domain.people_and_things import at, named

EPOCH = EpochId(named("epoch"))


def chain(length: int) -> tuple[Entry, ...]:
    """A whole chain from the first entry of an epoch."""
    out: list[Entry] = []
    for seq in range(length):
        entry = new_entry(
            seq=seq,
            id=named(f"entry {seq}"),
            epoch=EPOCH,
            at=at("14:00") + timedelta(minutes=seq),
            by=str(named("lead")),
            wish="attempt.recorded",
            salt=bytes([seq]) * 16,
            body=f'{{"reason":"","rows":[{seq}]}}',
            prev=out[-1].hash if out else START,
        )
        out.append(entry)
    return tuple(out)


def stub(entry: Entry) -> Stub:
    return Stub(seq=entry.seq, epoch=entry.epoch, head_sha256=entry.head_sha256(), prev=entry.prev, hash=entry.hash)


def at_home(entry: Entry) -> Entry:
    return replace(entry, salt=None, body=None)


WHOLE = chain(4)


@pytest.mark.parametrize("length", [0, 1, 4])
def test_a_whole_chain_has_no_breaks(length):
    assert list(breaks(chain(length))) == []


def test_an_entry_tells_its_moment_with_offset_and_the_schema_of_its_rows():
    first = WHOLE[0]
    assert (first.at, first.schema) == ("2026-11-24T14:00:00+00:00", SCHEMA)
    assert first.head()["id"] == str(named("entry 0"))
    assert "body" not in first.head()


@given(st.lists(st.sampled_from(["whole", "at home", "stub"]), min_size=4, max_size=4))
def test_bodies_that_stay_home_and_entries_of_other_courses_leave_the_chain_whole(ways):
    shown = {"whole": lambda entry: entry, "at home": at_home, "stub": stub}
    assert list(breaks(shown[way](entry) for way, entry in zip(ways, WHOLE, strict=True))) == []


def other(value: object) -> Any:
    """A near miss of a field's value."""
    match value:
        case None:
            return "00"
        case int():
            return value + 1
        case UUID():
            return UUID(int=value.int ^ 1)
        case str() if value and set(value) <= set("0123456789abcdef"):
            return ("1" if value[0] == "0" else "0") + value[1:]
        case _:
            return f"{value} "


ENTRY_FIELDS = [field.name for field in fields(Entry)]
STUB_FIELDS = [field.name for field in fields(Stub) if field.name != "epoch"]


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("field", ENTRY_FIELDS)
def test_any_change_of_any_field_of_any_entry_is_found(which, field):
    entry = WHOLE[which]
    forged = replace(entry, **{field: other(getattr(entry, field))})
    assert forged != entry
    assert [each.seq for each in breaks((*WHOLE[:which], forged, *WHOLE[which + 1 :]))]


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("field", [name for name in ENTRY_FIELDS if name not in {"salt", "body"}])
def test_any_change_of_an_entry_whose_body_stayed_home_is_found(which, field):
    entry = at_home(WHOLE[which])
    forged = replace(entry, **{field: other(getattr(entry, field))})
    assert list(breaks((*WHOLE[:which], forged, *WHOLE[which + 1 :])))


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("field", STUB_FIELDS)
def test_any_change_of_a_stub_is_found(which, field):
    """Its epoch apart: the head that names it stayed with its owner, and its hash vouches for it."""
    forged = replace(stub(WHOLE[which]), **{field: other(getattr(stub(WHOLE[which]), field))})
    assert list(breaks((*WHOLE[:which], forged, *WHOLE[which + 1 :])))


@given(st.data())
def test_a_single_letter_of_a_body_a_wish_or_a_moment_is_found(data):
    which = data.draw(st.integers(0, 3))
    field = data.draw(st.sampled_from(["at", "by", "wish", "body", "body_sha256", "salt", "prev", "hash"]))
    text = getattr(WHOLE[which], field)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0123456789abcdef").filter(lambda one: one != text[place]))
    forged = replace(WHOLE[which], **{field: text[:place] + letter + text[place + 1 :]})
    assert list(breaks((*WHOLE[:which], forged, *WHOLE[which + 1 :])))


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        ("0123", []),
        ("012", []),  # a cut end is for an outside anchor to find
        ("123", [(1, "sequence"), (1, "link")]),
        ("013", [(3, "sequence"), (3, "link")]),
        ("0223", [(2, "sequence"), (2, "link"), (2, "sequence"), (2, "link")]),
        ("1023", [(1, "sequence"), (1, "link"), (0, "sequence"), (0, "link"), (2, "sequence"), (2, "link")]),
    ],
)
def test_a_lost_doubled_or_moved_entry_is_found_where_it_is(picture, found):
    shown = [WHOLE[int(figure)] for figure in picture]
    assert list(breaks(shown)) == [Broken(seq, what) for seq, what in found]


def test_a_chain_may_go_on_from_an_earlier_epoch():
    parent = "ab" * 32
    first = new_entry(
        seq=0,
        id=named("first"),
        epoch=EPOCH,
        at=datetime(2026, 11, 24, tzinfo=UTC),
        by="",
        wish="epoch.began",
        salt=bytes(16),
        body="{}",
        prev=parent,
    )
    assert list(breaks((first,), parent)) == []
    assert list(breaks((first,))) == [Broken(0, "link")]


def test_what_is_broken_is_named():
    entry = WHOLE[1]
    ways = {
        "body": replace(entry, body="{}"),
        "hash": replace(entry, wish="attempt.invented"),
    }
    for what, forged in ways.items():
        assert Broken(1, what) in list(breaks((WHOLE[0], forged)))
