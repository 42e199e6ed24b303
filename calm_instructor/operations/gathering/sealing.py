"""The seal of a paper: over what it says, or, where it shows a signed record, the record's own.

Printing the same content again gives the same seal: number, revision, moment and reprint stand outside it.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from uuid import UUID

from calm_instructor.domain.sealing import seal
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.exchange.paper.facts import Imprint

_OUTSIDE = frozenset(
    {"sheet_number", "revision", "short_code", "fingerprint", "printed_at", "program_version", "reprint"}
)


def sealed(imprint: Imprint, signed: SignOff, revision: int) -> Imprint:
    """The imprint with the seal and revision of the signed record that its paper shows."""
    return replace(imprint, revision=revision, fingerprint=signed.content_hash, short_code=signed.short_code)


def fingerprint(sheet: object) -> str:
    """SHA-256 (hex) over everything that a sheet says: dates in ISO, small enumerations by value."""
    content = _plain(sheet)
    if not isinstance(content, Mapping):
        raise TypeError("a sheet is a value with fields")
    return seal(content)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return {name: _plain(getattr(value, name)) for name in names if not _is_outside(value, name)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _is_outside(value: object, name: str) -> bool:
    return isinstance(value, Imprint) and name in _OUTSIDE
