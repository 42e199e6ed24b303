"""The one connection to a store's file: key first, then the settings that were measured to lose nothing.

TRUNCATE and EXTRA, not the defaults: Python's own lose the last commit in most power cuts. The transaction is ours: the
driver's is off (``isolation_level=None``), and every transaction of SQLAlchemy's begins with BEGIN IMMEDIATE.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

APPLICATION_ID = 0x43414C4D
"""``CALM`` in the header of every store's file."""

_SETTINGS = (
    "cipher_log_level = NONE",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
)


def connect(path: Path, key: bytes, *, new_salt: bytes | None = None, foreign_keys: bool = True) -> Any:
    """A driver's connection to the file with its settings. The file must be there, unless ``new_salt`` begins one."""
    mode = "rwc" if new_salt else "rw"
    driver = dbapi2.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=0.5
    )
    try:
        driver.execute(f"PRAGMA key = \"x'{key.hex()}{(new_salt or b'').hex()}'\"")
        for setting in _SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        if not foreign_keys:
            driver.execute("PRAGMA foreign_keys = OFF")
    except dbapi2.Error:
        driver.close()
        raise
    return driver


def engine_on(driver: Any) -> sa.Engine:
    """SQLAlchemy's engine on that one connection. The execution option ``begin`` changes how a transaction begins."""
    engine = sa.create_engine(
        "sqlite:///store", module=dbapi2, creator=lambda: driver, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine
