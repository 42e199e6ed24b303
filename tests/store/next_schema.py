"""A schema that does not exist yet, so that there is something to upgrade to; and a look at a file of any schema."""

import shutil
from contextlib import closing
from pathlib import Path

from calm_instructor.store.connection import connect
from calm_instructor.store.keys import read_keys
from calm_instructor.store.tables import SCHEMA_VERSION
from calm_instructor.store.upgrade import MIGRATIONS

NEXT = SCHEMA_VERSION + 1

NEXT_STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{SCHEMA_VERSION:04}"

def upgrade():
    op.add_column("people", sa.Column("pronouns", sa.TEXT(), nullable=False, server_default=""))
    op.execute("UPDATE people SET pronouns = 'they' WHERE key > 1")
    with op.batch_alter_table("enrolments", table_kwargs={{"sqlite_strict": True}}) as enrolments:
        enrolments.add_column(sa.Column("seat", sa.INTEGER(), nullable=True))
    op.create_table("rooms", sa.Column("key", sa.INTEGER(), primary_key=True), sqlite_strict=True)
"""


def add_next_step(folder: Path) -> Path:
    """The steps of today and one more, in a new folder."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"step_{NEXT:04}_next.py").write_text(NEXT_STEP)
    return folder


def opened(path: Path):
    return closing(connect(path, read_keys(path.parent / "calm.key").data))


def content(path: Path) -> tuple[int, dict[str, list]]:
    """The schema and every row of the tables that every schema has."""
    with opened(path) as driver:
        tables = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        kept = [name for name in tables if name not in {"alembic_version", "rooms"}]
        rows = {name: [row[:10] for row in driver.execute(f"SELECT * FROM {name}").fetchall()] for name in kept}
        return driver.execute("PRAGMA user_version").fetchone()[0], rows
