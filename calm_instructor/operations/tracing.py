"""Looking back: is a store whole, is a package what was signed. Reads only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.domain.sign_off import Document
from calm_instructor.exchange.package import verify_package
from calm_instructor.messages import problem_sentence, sentence
from calm_instructor.paths import STORE_FILE
from calm_instructor.store.checking import check
from calm_instructor.store.database import Store, open_store
from calm_instructor.store.reading import Reading

PACKAGE_ENDING = ".calmpack"
PAPER_ENDING = ".pdf"


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that is not as it should be: where, its code, and the sentence."""

    where: str
    code: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Examined:
    """The answer of ``check`` or ``verify``: what was looked at and what was found."""

    looked_at: tuple[str, ...]
    findings: tuple[Found, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def as_json(self) -> Mapping[str, object]:
        """{ok, findings}, for another program."""
        return {"ok": self.ok, "findings": [finding.__dict__ for finding in self.findings]}


def _found(where: str, code: str, facts: Mapping[str, object]) -> Found:
    return Found(where=where, code=code, sentence=problem_sentence(code, {"where": where, **facts}))


def check_folder(folder: Path) -> Examined:
    """Check the store of a data folder: pages, foreign keys, chain, tables against the replay, seals, papers."""
    where = str(folder / STORE_FILE)
    try:
        with open_store(folder) as store:
            findings = _findings(store, where)
    except WorldError as error:
        findings = (Found(where=where, code=error.code, sentence=sentence(error)),)
    return Examined(looked_at=(where,), findings=findings)


def check_store(store: Store) -> Examined:
    """The same for a store that is open."""
    where = str(store.line.path)
    return Examined(looked_at=(where,), findings=_findings(store, where))


def _findings(store: Store, where: str) -> tuple[Found, ...]:
    return tuple(_found(where, each.code, each.facts) for each in check(store))


def verify_files(files: Sequence[Path], folder: Path | None) -> Examined:
    """Check packages against signature, hashes and trail: the files named, and those lying in a data folder.

    Those of a data folder must be signed with its own laptop's key.
    """
    findings = list(_verified(files, None))
    own: tuple[Path, ...] = ()
    if folder is not None:
        try:
            own = _packages_in(folder)
            findings += _verified(own, _key_of(folder))
        except WorldError as error:
            findings.append(Found(where=str(folder), code=error.code, sentence=sentence(error)))
    return Examined(looked_at=tuple(str(path) for path in (*files, *own)), findings=tuple(findings))


def paper_as_issued(view: Reading, file: Path) -> Document | None:
    """The issue whose bytes a file holds; None where no paper of this store is just like it. Raises WorldError."""
    try:
        data = file.read_bytes()
    except OSError as trouble:
        raise WorldError("package.unreadable", path=file, detail=trouble.strerror or str(trouble)) from trouble
    return next(iter(view.all(Document, sha256=sha256_hex(data))), None)


def _packages_in(folder: Path) -> tuple[Path, ...]:
    found = tuple(sorted(folder.glob(f"*{PACKAGE_ENDING}")))
    if not found:
        raise WorldError("verify.nothing_there", path=folder)
    return found


def _key_of(folder: Path) -> bytes:
    with open_store(folder) as store:
        return store.public_key


def _verified(paths: Iterable[Path], key: bytes | None) -> Iterator[Found]:
    for path in paths:
        for finding in verify_package(path, key):
            yield _found(str(path), finding.code, finding.facts)
