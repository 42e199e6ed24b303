"""What a store says of itself: the device it lives on, and the epochs it has been through.

Records like all others, with rows and images; the domain knows their ids only.
"""

from dataclasses import dataclass
from datetime import datetime

from calm_instructor.domain.ids import DeviceId, EpochId


@dataclass(frozen=True, kw_only=True)
class Device:
    """A device that signs records. ``public_key``: 32 raw bytes of Ed25519 in hex."""

    id: DeviceId
    public_key: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Epoch:
    """A stretch of the trail without a restore. A restore begins a new one after ``parent_seq`` of its parent."""

    id: EpochId
    parent: EpochId | None = None
    parent_seq: int | None = None
    parent_hash: str = ""
    begun: datetime
