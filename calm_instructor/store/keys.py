"""The key file beside the store: the data key, and the device's own key that signs records.

For practice both lie in it as they are. A store for real records will wrap them; until then none is made.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.ids import DeviceId
from calm_instructor.domain.sealing import canonical, sha256_hex
from calm_instructor.store.swapping import swap

FORMAT = "calmkey/1"


@dataclass(frozen=True)
class Keys:
    """What a key file holds. ``salt``: the first 16 bytes of the store it opens, so that a stranger's store is known."""

    data: bytes
    salt: bytes
    device_id: DeviceId
    device: bytes
    practice: bool

    @property
    def signing(self) -> Ed25519PrivateKey:
        """The device's private key."""
        return Ed25519PrivateKey.from_private_bytes(self.device)

    @property
    def public_key(self) -> bytes:
        """The device's public key, 32 raw bytes."""
        return self.signing.public_key().public_bytes_raw()


def new_keys(device_id: DeviceId, *, practice: bool) -> Keys:
    """Fresh random keys."""
    return Keys(os.urandom(32), os.urandom(16), device_id, os.urandom(32), practice)


def write_keys(path: Path, keys: Keys) -> None:
    """Write the key file so that it is there as a whole or not at all, for its owner's eyes only."""
    content = {
        "format": FORMAT,
        "practice": keys.practice,
        "data": keys.data.hex(),
        "salt": keys.salt.hex(),
        "device_id": str(keys.device_id),
        "device": keys.device.hex(),
    }
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(canonical(content | {"sha256": sha256_hex(canonical(content))}))
    swap(beside, path)


def read_keys(path: Path) -> Keys:
    """The keys in a key file. Raises WorldError store.key_missing or store.key_damaged."""
    try:
        content = json.loads(path.read_bytes())
        said = content.pop("sha256")
        if content["format"] != FORMAT or sha256_hex(canonical(content)) != said:
            raise ValueError(content["format"])
        data, salt, device = (bytes.fromhex(content[name]) for name in ("data", "salt", "device"))
        return Keys(data, salt, DeviceId(UUID(content["device_id"])), device, bool(content["practice"]))
    except FileNotFoundError:
        raise WorldError("store.key_missing", path=path) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WorldError("store.key_damaged", path=path) from None
