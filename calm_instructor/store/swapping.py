"""Putting a finished file in its place: forced to the disk first, then renamed, so that it is there whole or not at all."""

import os
from pathlib import Path


def swap(finished: Path, place: Path) -> None:
    """Move ``finished`` to ``place`` in the same folder, over an older file, and see both onto the disk."""
    force(finished)
    finished.replace(place)
    if os.name != "nt":  # Windows sees to folders by itself and opens none
        force(place.parent)


def force(path: Path) -> None:
    """See a file's bytes, or a folder's names, onto the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
