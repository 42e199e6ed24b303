"""Values to store: of every kind, from hypothesis by field types alone, or one filled sample of each in a store.

No rule of the trade holds among them; the store knows none.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from calm_instructor.domain.sealing import sha256_hex, short_code
from calm_instructor.domain.sign_off import Document, SignOff
from calm_instructor.store.database import Store
from calm_instructor.store.epochs import Device, Epoch
from calm_instructor.store.mapping import KINDS, Kind
from calm_instructor.store.tables import ROWS
from calm_instructor.store.work import Work

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=1)))

moments = st.builds(
    lambda naive, minutes: naive.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1999, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
st.register_type_strategy(datetime, moments)
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))


def values(kind: Kind, known: Callable[[Kind], list[UUID]] | None = None) -> st.SearchStrategy[Any]:
    """Any value of a kind; the records it names are among those ``known``, or any at all."""
    hints = get_type_hints(kind.value)
    fields = {name: st.from_type(hint) for name, hint in hints.items() if name in kind.places or name == "id"}
    if known is not None:
        for name, other in kind.references.items():
            there = known(other)
            given = st.sampled_from(there) if there else st.nothing()
            fields[name] = given | st.none() if NoneType in get_args(hints[name]) else given
    return st.builds(kind.value, **fields)


def sample(value: type, id: UUID, ids: dict[type, UUID]) -> Any:
    """A value with something in every field; of the records it names, those in ``ids``."""
    kind, hints = KINDS[value], get_type_hints(value)
    filled = {name: _filled(hints[name], kind, ids) for name in kind.places}
    return value(id=id, **filled)


def _filled(hint: Any, kind: Kind, ids: dict[type, UUID]) -> Any:
    types = [each for each in get_args(hint) if each is not NoneType]
    if NoneType in get_args(hint):
        hint = types[0]
    if isinstance(hint, NewType):
        named = next(each for each in KINDS.values() if each.id_type is hint)
        return ids.get(named.value)
    if get_origin(hint) is tuple:
        filled = _filled(types[0], kind, ids)
        return () if filled is None else (filled,)
    if issubclass(hint, Enum):
        return list(hint)[-1]
    plain = {str: "Siân", bool: True, int: 3, datetime: NOON, date: date(2026, 2, 28), time: time(9, 30)}
    if hint in plain:
        return plain[hint]
    return hint(**{name: _filled(each, kind, ids) for name, each in get_type_hints(hint).items()})


def put_samples(store: Store) -> dict[type, Any]:
    """Two records of every kind but the store's own, each in its work, with papers and seals; returns the second ones.

    Sign-offs are withdrawn, so that nothing is frozen.
    """
    put: dict[type, Any] = {}
    for value in [each for each in ROWS if each not in {Device, Epoch}] * 2:
        with store.work(wish="sample.put", by=None, at=NOON) as work:
            put[value] = _put_sample(work, store, value, {each: found.id for each, found in put.items()})
    return put


def _put_sample(work: Work, store: Store, value: type, ids: dict[type, UUID]) -> Any:
    made = sample(value, work.new_id(), ids)
    if isinstance(made, SignOff):
        made = sealed(made, store)
    if isinstance(made, Document):
        made = replace(made, sha256=work.keep_bytes(made.id.bytes))
    work.put(made)
    return made


def sealed(sign_off: SignOff, store: Store) -> SignOff:
    """The sign-off with its hash, its short code and the device's signature."""
    digest = sha256_hex(sign_off.content)
    signature = store.sign(bytes.fromhex(digest)).hex()
    return replace(sign_off, content_hash=digest, short_code=short_code(digest), signature=signature)
