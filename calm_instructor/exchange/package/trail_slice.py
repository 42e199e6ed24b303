"""The trail as it travels: every entry of the chain as one line of JSON, with nothing in it that stays home (R31).

Three kinds of line: an entry with its body, an entry whose body stayed home (its hash stands for it), and the stub of an
entry of another course. The chain can be followed through all three.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from uuid import UUID

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.ids import EpochId
from calm_instructor.domain.sealing import canonical
from calm_instructor.domain.trail import Entry, Stub
from calm_instructor.exchange.package.columns import UUID_TEXT, is_moment
from calm_instructor.exchange.package.tables import CARRIED

_RECORD_FACTS = frozenset({"table", "id", "revision", "created", "updated", "gone"})
_BELONGS_BY = ("id", "course", "tna", "session", "enrolment", "sign_off")


def travelling(entry: Entry, in_scope: Container[str]) -> Entry:
    """The entry as it may travel. Its body stays home unless every row it wrote belongs to the records ``in_scope`` (ids
    as text) and says nothing but what travels in the tables anyhow. What is not understood stays home.
    """
    if entry.body is not None and _may_travel(entry.body, in_scope):
        return entry
    return replace(entry, salt=None, body=None)


def _may_travel(body: str, in_scope: Container[str]) -> bool:
    images = json.loads(body).get("rows")
    return bool(images) and all(_carried(image) and _belongs(image, in_scope) for image in images)


def _carried(image: dict[str, Any]) -> bool:
    """Whether every field that says something travels in the tables anyhow; an empty one says nothing."""
    carried = CARRIED.get(image.get("table", ""))
    if carried is None:
        return False
    return all(name in _RECORD_FACTS | carried or value in ("", None, []) for name, value in image.items())


def _belongs(image: dict[str, Any], in_scope: Container[str]) -> bool:
    return any(image.get(name) in in_scope for name in _BELONGS_BY)


def trail_lines(chain: Iterable[Entry | Stub]) -> bytes:
    """The chain as JSON lines. Bodies travel as the text that was hashed."""
    return b"".join(canonical(_line(each)).encode() + b"\n" for each in chain)


def _line(each: Entry | Stub) -> dict[str, object]:
    if isinstance(each, Stub):
        own: dict[str, object] = {"seq": each.seq, "epoch": str(each.epoch), "head_sha256": each.head_sha256}
    else:
        own = each.head() | ({} if each.body is None else {"salt": each.salt, "body": each.body})
    return own | {"prev": each.prev, "hash": each.hash}


_HASH = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"([0-9a-f]{2}){8,64}")


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value < 2**53


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_like(pattern: re.Pattern[str]) -> Any:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


_KEYS: dict[str, Any] = {
    "seq": _is_number,
    "schema": _is_number,
    "id": _is_like(UUID_TEXT),
    "epoch": _is_like(UUID_TEXT),
    "at": lambda value: isinstance(value, str) and is_moment(value),
    "by": _is_text,
    "wish": _is_text,
    "body": _is_text,
    "salt": _is_like(_SALT),
    "body_sha256": _is_like(_HASH),
    "head_sha256": _is_like(_HASH),
    "prev": _is_like(_HASH),
    "hash": _is_like(_HASH),
}
_STUB = frozenset({"seq", "epoch", "head_sha256", "prev", "hash"})
_ENTRY = frozenset({"seq", "id", "epoch", "at", "by", "wish", "schema", "body_sha256", "prev", "hash"})
_LINES = (_STUB, _ENTRY, _ENTRY | {"salt", "body"})


def chain_of(data: bytes) -> Iterator[Entry | Stub]:
    """The chain of a trail's lines, one at a time. A line that is not one raises BadFile (``package.trail_line``)."""
    for number, line in enumerate(BytesIO(data), start=1):
        yield _parsed(line, number)


def _parsed(line: bytes, number: int) -> Entry | Stub:
    try:
        found = json.loads(line)
        if not isinstance(found, dict) or found.keys() not in _LINES:
            raise ValueError
        # Written in one way only: no doubled key, no other spelling of the same.
        if canonical(found).encode() + b"\n" != line or not all(_KEYS[key](value) for key, value in found.items()):
            raise ValueError
    except (ValueError, RecursionError) as no:
        raise BadFile("package.trail_line", line=number) from no
    epoch = EpochId(UUID(found.pop("epoch")))
    if "id" in found:
        return Entry(epoch=epoch, id=UUID(found.pop("id")), **found)
    return Stub(epoch=epoch, **found)
