"""Ways to make a package that is not as written: files changed, left out, added; signed anew or not; a ZIP of ill will."""

import io
import json
import warnings
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.exchange.package import write_package
from calm_instructor.exchange.package.container import pack
from calm_instructor.exchange.package.signing import signature_file
from tests.exchange.package.made_up import KEY, PUBLIC_KEY, contents

Parts = dict[str, bytes]


@cache
def whole() -> bytes:
    return write_package(contents(), KEY.sign, PUBLIC_KEY).data


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    return pack(parts.items(), contents().created)


def with_part(name: str, data: bytes) -> bytes:
    """The package with one file's bytes replaced and nothing else."""
    return packed(parts_of(whole()) | {name: data})


def rehashed(parts: Parts, change: Callable[[dict[str, Any]], object] = lambda said: None) -> Parts:
    """The files with sizes and hashes in the descriptor made right, and ``change`` done to it."""
    said = json.loads(parts["datapackage.json"])
    for each in said["resources"]:
        if each["path"] in parts:
            each["bytes"] = len(parts[each["path"]])
            each["hash"] = f"sha256:{sha256_hex(parts[each['path']])}"
    change(said)
    return parts | {"datapackage.json": json.dumps(said, indent=2).encode()}


def signed(parts: Parts, key: Any = KEY) -> bytes:
    """The files sealed with a key: what somebody who holds it could send."""
    sealed = signature_file(parts["datapackage.json"], key.sign, key.public_key().public_bytes_raw())
    return packed(parts | {"signature.json": sealed})


def signed_with(name: str, data: bytes, change: Callable[[dict[str, Any]], object] = lambda said: None) -> bytes:
    """The package with one file's bytes replaced, hashed and signed anew by the holder of the key."""
    return signed(rehashed(parts_of(whole()) | {name: data}, change))


def described(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The package with something else in its descriptor, signed anew by the holder of the key."""
    return signed(rehashed(parts_of(whole()), change))


def zipped(entries: list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Any ZIP at all."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")  # doubled names are what we are after
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def added(name: str | zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    """The package with one more entry behind the others."""
    return zipped([*parts_of(whole()).items(), (name, data)])
