"""From an older schema to today's: copy, migrate the copy, check it, swap; the old file stays beside as a dated backup.

Never in place: Alembic's batch mode deletes child rows and drops triggers without a word. Alembic is imported only here,
and only when there is something to migrate; a new store comes from the same steps.
"""

import logging
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.trail import breaks
from calm_instructor.store import trails
from calm_instructor.store.connection import APPLICATION_ID, connect, engine_on
from calm_instructor.store.swapping import force, swap
from calm_instructor.store.triggers import make_triggers

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(driver: Any, migrations: Path = MIGRATIONS) -> None:
    """Run the steps that are missing in one transaction, and make the triggers. ``driver`` has foreign keys off."""
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with engine_on(driver).connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
    make_triggers(driver)


def upgrade(path: Path, key: bytes, migrations: Path = MIGRATIONS) -> Path:
    """Upgrade the store's file and return where its old self lies. Raises WorldError "store.upgrade_unsound".

    Killed at any moment, the file is the old one or the new one; an unfinished copy is begun anew.
    """
    copy = path.with_name(f"{path.name}.upgrading")
    journal = copy.with_name(copy.name + "-journal")
    journal.unlink(missing_ok=True)
    try:
        shutil.copyfile(path, copy)
        with closing(connect(copy, key, foreign_keys=False)) as driver:
            migrate(driver, migrations)
            _prove(driver, path)
        kept = _keep_old(path, key)
        swap(copy, path)
    finally:
        copy.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
    return kept


def _prove(driver: Any, path: Path) -> None:
    for pragma in ("foreign_key_check", "cipher_integrity_check"):
        if driver.execute(f"PRAGMA {pragma}").fetchall():
            raise WorldError("store.upgrade_unsound", path=path, detail=pragma)
    if driver.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise WorldError("store.upgrade_unsound", path=path, detail="quick_check")
    with engine_on(driver).connect().execution_options(begin="BEGIN") as connection:
        if next(iter(breaks(trails.entries(connection))), None) is not None:
            raise WorldError("store.upgrade_unsound", path=path, detail="trail")


def _keep_old(path: Path, key: bytes) -> Path:
    """The old file under the date of its last entry and its schema, as in "calm-20261122T101500-schema1.db"."""
    with closing(connect(path, key)) as driver:
        version = driver.execute("PRAGMA user_version").fetchone()[0]
        last = driver.execute("SELECT at FROM trail ORDER BY seq DESC LIMIT 1").fetchone()[0]
    date = "".join(each for each in last[:19] if each not in "-:")
    kept = path.with_name(f"{path.stem}-{date}-schema{version}{path.suffix}")
    if not kept.exists():
        beside = kept.with_name(kept.name + ".part")
        shutil.copyfile(path, beside)
        swap(beside, kept)
    force(kept)
    return kept
