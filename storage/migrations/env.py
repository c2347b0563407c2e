"""Runs the migrations on the connection it is handed (see carrying.py)."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes["metadata"],
    # SQLite changes a table by copying it.
    render_as_batch=connection.dialect.name == "sqlite",
)
# The transaction was begun outside, so that all of it stands or nothing.
context.run_migrations()
