"""Seals and ids: equal content gives equal seals, and an id tells its moment."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.ids import uuid7
from calm_instructor.domain.sealing import canonical, seal, sha256_hex, short_code

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_json_says_the_same_and_nothing_more(value):
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=6), st.randoms())
def test_the_order_of_keys_does_not_matter(content, chance):
    keys = list(content)
    chance.shuffle(keys)
    assert seal({key: content[key] for key in keys}) == seal(content)


def test_a_seal_is_sha256_over_text_as_it_is():
    content = {"who": "Siân Bowen", "n": 1}
    written = '{"n":1,"who":"Siân Bowen"}'
    assert canonical(content) == written
    assert seal(content) == hashlib.sha256(written.encode("utf-8")).hexdigest()
    assert sha256_hex(b"abc") == sha256_hex("abc") == hashlib.sha256(b"abc").hexdigest()


def test_what_is_no_number_has_no_seal():
    with pytest.raises(ValueError, match="JSON"):
        seal({"n": float("nan")})


@pytest.mark.parametrize(
    ("digest", "code"),
    [
        ("0" * 64, "0000-0000-0000"),
        ("f" * 64, "ZZZZ-ZZZZ-ZZZZ"),
        ("00443214c74254b6" + "0" * 48, "0123-4567-89AB"),  # 00000 00001 00010 … as five bits each
        ("0" * 14 + "1" + "f" * 49, "0000-0000-0001"),
    ],
)
def test_a_short_code_is_the_first_sixty_bits_in_crockfords_letters(digest, code):
    assert short_code(digest) == code


@given(st.binary(min_size=32, max_size=32))
def test_a_short_code_has_three_groups_of_four_without_letters_that_look_alike(digest):
    code = short_code(digest.hex())
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")
    bits = "".join(f"{'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.index(letter):05b}" for letter in code.replace("-", ""))
    assert bits == f"{int.from_bytes(digest):0256b}"[:60]


MOMENTS = st.timedeltas(timedelta(0), timedelta(days=36_500)).map(
    lambda since: datetime(2000, 1, 1, tzinfo=UTC) + since
)


@given(MOMENTS, st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid_of_its_moment(moment, entropy):
    made = uuid7(moment, entropy)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    told = datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
    assert abs(told - moment) <= timedelta(milliseconds=1)
    assert uuid7(moment, entropy) == made


@given(MOMENTS, st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_ids_of_later_moments_sort_later(moment, one, other):
    assert uuid7(moment, one) < uuid7(moment + timedelta(milliseconds=2), other)


def test_an_id_knows_no_time_zone_and_keeps_74_bits_of_its_entropy():
    moment = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    summer = moment.astimezone(timezone(timedelta(hours=1)))
    assert uuid7(moment, bytes(10)) == uuid7(summer, bytes(10))
    single_bits = [(1 << bit).to_bytes(10, "big") for bit in range(80)]
    assert len({uuid7(moment, entropy) for entropy in single_bits} - {uuid7(moment, bytes(10))}) == 74
