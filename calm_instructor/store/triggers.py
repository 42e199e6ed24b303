"""The triggers: what the file itself refuses, whoever asks. They stop mistakes, not thieves: those the check finds.

Each refuses with an error code as its text. All of them are made again at open where one is missing or differs. REPLACE
deletes without firing a DELETE trigger unless recursive triggers are on, so an existing row is refused before insert too.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from calm_instructor.store.mapping import KINDS

_FREEZING = ("assessments", "attendance", "fitness", "knowledge_checks")
"""Records of an enrolment that stand still while its sign-off stands (safety.md calls it "sign-off freezes")."""

_MARK_MAY_CHANGE = {"state", "feedback", "criteria", "second_assessor_key", "second_outcome"}
_SIGNATURE = {"trainee_signature", "trainee_signed_at", "trainee_manner", "trainee_note", "witness"}
_AUTHORITY = {"valid_from", "valid_until"}
_WITHDRAWAL = {"withdrawn_on", "withdrawn_by_key", "withdrawn_reason"}
_RECORD = {"gone", "revision", "updated"}


def triggers() -> dict[str, str]:
    """Every trigger by its name, as the statement that makes it."""
    return dict(_append_only()) | dict(_records()) | dict(_marks()) | dict(_sign_offs())


def _trigger(name: str, when: str, table: str, condition: str, code: str) -> tuple[str, str]:
    clause = f" WHEN {condition}" if condition else ""
    return name, f"CREATE TRIGGER {name} BEFORE {when} ON {table}{clause} BEGIN SELECT RAISE(ABORT, '{code}'); END"


def _changed(columns: Iterable[str]) -> str:
    return " OR ".join(f'new."{column}" IS NOT old."{column}"' for column in sorted(columns))


def _append_only() -> Iterator[tuple[str, str]]:
    same = {
        "trail": "seq = new.seq OR uid = new.uid",
        "trail_scope": "uid = new.uid AND seq = new.seq",
        "document_files": "sha256 = new.sha256",
    }
    for table, there in same.items():
        yield _trigger(f"{table}_never_changed", "UPDATE", table, "", "store.append_only")
        yield _trigger(f"{table}_never_deleted", "DELETE", table, "", "store.append_only")
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE {there})"
        yield _trigger(f"{table}_never_replaced", "INSERT", table, exists, "store.append_only")
    last = "(SELECT coalesce(max(seq), -1) FROM trail)"
    yield _trigger("trail_next", "INSERT", "trail", f"new.seq IS NOT {last} + 1", "store.out_of_order")
    before = f"coalesce((SELECT hash FROM trail WHERE seq = {last}), '{'0' * 64}')"
    yield _trigger("trail_linked", "INSERT", "trail", f"new.prev IS NOT {before}", "store.out_of_order")
    newest = "new.seq IS NOT (SELECT max(seq) FROM trail)"
    yield _trigger("trail_scope_of_newest", "INSERT", "trail_scope", newest, "store.out_of_order")


def _records() -> Iterator[tuple[str, str]]:
    for kind in KINDS.values():
        table = kind.name
        yield _trigger(f"{table}_never_deleted", "DELETE", table, "", "store.never_deleted")
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE key = new.key OR uid = new.uid)"
        yield _trigger(f"{table}_never_replaced", "INSERT", table, exists, "store.never_replaced")
        other = f"{_changed(('key', 'uid', 'created'))} OR new.revision < old.revision"
        yield _trigger(f"{table}_stays_itself", "UPDATE", table, other, "store.never_replaced")


def _fixed(table: str, may_change: set[str]) -> set[str]:
    columns = {column.name for kind in KINDS.values() if kind.name == table for column in kind.table.columns}
    return columns - may_change - _RECORD


def _marks() -> Iterator[tuple[str, str]]:
    changed = _changed(_fixed("assessments", _MARK_MAY_CHANGE))
    yield _trigger("assessments_stand", "UPDATE", "assessments", changed, "store.mark_stands")
    for table in _FREEZING:
        yield _trigger(f"{table}_frozen_to_new", "INSERT", table, _stands("= new.enrolment_key"), "store.signed_off")
        either = _stands("IN (old.enrolment_key, new.enrolment_key)")
        yield _trigger(f"{table}_frozen", "UPDATE", table, either, "store.signed_off")


def _stands(enrolment: str) -> str:
    """Whether a sign-off stands: it was neither withdrawn nor taken away."""
    which = f"enrolment_key {enrolment} AND withdrawn_on IS NULL AND gone IS NULL"
    return f"EXISTS (SELECT 1 FROM signoffs WHERE {which})"


def _sign_offs() -> Iterator[tuple[str, str]]:
    may_change = _SIGNATURE | _AUTHORITY | _WITHDRAWAL | {"ink_copy_held_at"}
    fixed = _changed(_fixed("signoffs", may_change))
    yield _trigger("signoffs_final", "UPDATE", "signoffs", fixed, "store.sign_off_final")
    signed = f"old.trainee_signature IS NOT 'ink later' AND ({_changed(_SIGNATURE | _AUTHORITY)})"
    yield _trigger("signoffs_signed_once", "UPDATE", "signoffs", signed, "store.sign_off_final")
    withdrawn = f"old.withdrawn_on IS NOT NULL AND ({_changed(_WITHDRAWAL)})"
    yield _trigger("signoffs_withdrawn_once", "UPDATE", "signoffs", withdrawn, "store.sign_off_final")


def differing_triggers(driver: Any) -> tuple[str, ...]:
    """Names of the triggers of a file that are missing, differ, or don't belong there."""
    found = dict(driver.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    wanted = triggers()
    return tuple(name for name in sorted(wanted | found) if found.get(name) != wanted.get(name))


def make_triggers(driver: Any) -> tuple[str, ...]:
    """Make the triggers again that differ, in one transaction; returns their names. A file that has them isn't written."""
    differing = differing_triggers(driver)
    if differing:
        wanted = triggers()
        driver.execute("BEGIN IMMEDIATE")
        for name in differing:
            driver.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            if name in wanted:
                driver.execute(wanted[name])
        driver.execute("COMMIT")
    return differing
