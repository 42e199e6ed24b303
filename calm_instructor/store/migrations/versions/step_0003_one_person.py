"""A person's earlier numbers, the records that became part of theirs, and who is somebody else."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("earlier_numbers", "doubles", "not_same_as"):
        op.add_column("people", sa.Column(name, sa.TEXT(), nullable=False, server_default="[]"))
