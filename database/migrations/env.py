"""Runs the migrations on the connection that the program gives (showcase/store/migrate.py)."""

from typing import Any

from alembic import context
from sqlalchemy import JSON, DateTime, Enum, String
from sqlalchemy.types import TypeDecorator

target_metadata = context.config.attributes.get("metadata")


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leave out the search index and the tables FTS5 keeps for it: they are no entities."""
    del parents
    return not (kind == "table" and name is not None and name.startswith("search_index"))


def render_item(kind: str, thing: Any, autogen_context: Any) -> str | bool:
    """Write the SQL type of a column: a class of the program in a migration would break it when the class changes."""
    del autogen_context
    if kind != "type":
        return False
    if isinstance(thing, Enum):
        return f"sa.String(length={thing.length})"
    if isinstance(thing, TypeDecorator):
        thing = thing.impl
    if isinstance(thing, DateTime):
        return "sa.DateTime()"
    if isinstance(thing, JSON):
        return "sa.JSON()"
    if isinstance(thing, String) and thing.length:
        return f"sa.{type(thing).__name__}(length={thing.length})"
    return False


def compare_type(migration_context: Any, column: Any, found: Any, stored: Any, wanted: Any) -> bool:
    """Tell whether a column is declared otherwise in the file than by the program."""
    del column, found
    dialect = migration_context.dialect
    return str(stored.compile(dialect)) != str(wanted.compile(dialect))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=target_metadata,
    include_name=include_name,
    render_item=render_item,
    compare_type=compare_type,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
