"""What a TNA carries over, what a course leaves out of its TNA's choice, and what is settled about files that are read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _add("tnas", _text("carried", "[]"))
    _add("courses", _text("not_taught", "[]"), _text("set_order", "[]"))
    _add("course_techniques", sa.Column("taken_out_at", sa.TEXT(), nullable=True), _text("taken_out_reason", ""))
    op.create_table(
        "file_shapes",
        sa.Column("key", sa.INTEGER(), primary_key=True),
        sa.Column("uid", sa.BLOB(), nullable=False, unique=True),
        sa.Column("revision", sa.INTEGER(), nullable=False),
        *(sa.Column(name, sa.TEXT(), nullable=False) for name in ("created", "updated")),
        sa.Column("gone", sa.TEXT(), nullable=True),
        *(sa.Column(name, sa.TEXT(), nullable=False) for name in ("kind", "headings", "columns", "wordings")),
        *(sa.Column(name, sa.TEXT(), nullable=False) for name in ("encoding", "date_order")),
        sqlite_strict=True,
    )


def _text(name: str, until_now: str) -> sa.Column[str]:
    """A column that says ``until_now`` for the records there are."""
    return sa.Column(name, sa.TEXT(), nullable=False, server_default=until_now)


def _add(table: str, *columns: sa.Column[str]) -> None:
    """Never in batch mode, which drops triggers and child rows."""
    for column in columns:
        op.add_column(table, column)
