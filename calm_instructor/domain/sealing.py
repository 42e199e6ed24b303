"""How a record is sealed: one canonical way to write it, its SHA-256, and the short code that a person can read aloud."""

import hashlib
import json
from collections.abc import Mapping

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, no NaN, text as it is: equal values give equal bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256_hex(data: bytes | str) -> str:
    """SHA-256 in lower-case hex; text as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def seal(content: Mapping[str, object]) -> str:
    """The content hash of a record: SHA-256 over its canonical JSON."""
    return sha256_hex(canonical(content))


def short_code(content_hash: str) -> str:
    """Twelve Crockford characters of a hash in groups of four, as in "K7QM-4TZP-W9HD"."""
    bits = int(content_hash[:15], 16)
    letters = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"
