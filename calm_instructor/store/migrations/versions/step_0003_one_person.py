"""What two records of one person leave behind, whom an override is about, and what is added to an incident."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("earlier_numbers", "doubles", "not_same_as"):
        op.add_column("people", sa.Column(name, sa.TEXT(), nullable=False, server_default="[]"))
    op.execute("ALTER TABLE overrides ADD COLUMN person_key INTEGER REFERENCES people (key)")
    op.create_index("ix_overrides_person_key", "overrides", ["person_key"])
    op.add_column("incidents", sa.Column("added", sa.TEXT(), nullable=False, server_default="[]"))
