"""Brings an event file to the schema of this version."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, event

from showcase.paths import migrations
from showcase.store.database import connect
from showcase.store.marks import SCHEMA


def revision(schema: int) -> str:
    """Return the name of the migration that makes a schema."""
    return f"{schema:04}"


def migrate(path: Path, schema: int = SCHEMA, *, mode: str = "rw", script: Path | None = None) -> None:
    """Run the migrations up to a schema, all or none.

    Foreign keys are off while they run, because a batch migration of a parent table would delete its children, and
    checked before the commit.

    Args:
        path: the event file.
        schema: to reach.
        mode: rwc makes the file.
        script: folder of the migrations.

    Raises:
        RuntimeError: when a migration breaks a foreign key; nothing was written.
    """
    engine = create_engine("sqlite://", creator=lambda: connect(path, mode), poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _upgrade(connection, schema, script or migrations())
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"migration broke foreign keys: {broken[:5]}")
            connection.exec_driver_sql(f"PRAGMA user_version={schema:d}")
    finally:
        engine.dispose()


def _upgrade(connection: Connection, schema: int, script: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(script).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision(schema))


def _prepare(connection: sqlite3.Connection, entry: Any) -> None:
    del entry
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=EXTRA")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
