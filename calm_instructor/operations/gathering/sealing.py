"""The seal of a paper: over what it says, or, where it shows a signed record, the record's own.

Printing the same content again gives the same seal: number, revision, moment and reprint stand outside it.
"""

from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import Any
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


def fingerprint(sheet: Any) -> str:
    """SHA-256 (hex) over everything that a sheet, a value with fields, says: dates in ISO, small enumerations by value."""
    return seal(_content(sheet))


def _content(value: Any) -> dict[str, object]:
    outside = _OUTSIDE if isinstance(value, Imprint) else ()
    names = [field.name for field in fields(value) if field.name not in outside]
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _content(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
