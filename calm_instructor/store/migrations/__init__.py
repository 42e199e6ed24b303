"""How an older store becomes one of today: Alembic's folder, one numbered step per released schema."""
