"""Alembic's way in: migrates the one connection it is handed, in the transaction that is already open.

The caller owns copy, check and swap; this only runs the steps and writes down which schema the file now has.
"""

from alembic import context
from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
    head = context.get_head_revision()
    connection.exec_driver_sql(f"PRAGMA user_version = {int(str(head))}")
