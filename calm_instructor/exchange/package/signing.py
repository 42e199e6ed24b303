"""``signature.json``: an Ed25519 signature over the descriptor's bytes as they lie in the ZIP, with the signer's key.

Whose key it is, is for the reader to know: the file proves only that one key signed all of it.
"""

import json
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.exchange.package.container import DESCRIPTOR

_LONGEST = 4_096


def signature_file(descriptor: bytes, sign: Callable[[bytes], bytes], public_key: bytes) -> bytes:
    """The file that seals a descriptor."""
    return _written(sha256_hex(descriptor), public_key.hex(), sign(descriptor).hex())


def _written(identity: str, public_key: str, signature: str) -> bytes:
    said = {
        "algorithm": "Ed25519",
        "signs": DESCRIPTOR,
        "sha256": identity,
        "public_key": public_key,
        "signature": signature,
    }
    return (json.dumps(said, indent=2) + "\n").encode()


def signer_of(descriptor: bytes, sealed: bytes) -> bytes:
    """The 32 bytes of the key that signed the descriptor. Anything else raises BadFile (``package.signature``)."""
    try:
        said = json.loads(sealed[:_LONGEST])
        key, signature = bytes.fromhex(said["public_key"]), bytes.fromhex(said["signature"])
        if sealed != _written(sha256_hex(descriptor), key.hex(), signature.hex()):
            raise ValueError
        Ed25519PublicKey.from_public_bytes(key).verify(signature, descriptor)
    except (ValueError, TypeError, LookupError, RecursionError, InvalidSignature) as no:
        raise BadFile("package.signature") from no
    return key
