"""The migrations make what the entities say, and never lose a child."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import showcase.catalogue.entities
import showcase.documents.entities
import showcase.erasure.entities
import showcase.leads.entities
import showcase.people.entities
import showcase.reports.entities  # noqa: F401 - the entities of all packages make the schema
from showcase.catalogue.queries import count_organisations
from showcase.catalogue.search import search
from showcase.paths import migrations
from showcase.store.base import Base
from showcase.store.health import examine
from showcase.store.marks import SCHEMA
from showcase.store.migrate import migrate, revision
from showcase.store.opening import open_event
from tests.factories import make_organisation

DATA: Final = Path(__file__).parents[2] / "data"
"""Holds an event of each released schema as SQL, written by the version that released it; a new schema adds its own."""


def test_the_schema_of_the_program_is_the_last_migration():
    assert ScriptDirectory(str(migrations())).get_current_head() == revision(SCHEMA)


def _is_entity(name, kind, parents):
    return not (kind == "table" and name.startswith("search_index"))


def _differs(context, column, found, stored, wanted):
    return str(stored.compile(context.dialect)) != str(wanted.compile(context.dialect))


def _drift(path):
    """Return how a file differs from what the entities say."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _is_entity, "compare_type": _differs, "compare_server_default": True}
        )
        drift = compare_metadata(context, Base.metadata)
    engine.dispose()
    return drift


def test_the_migrations_make_what_the_entities_say(event_path):
    assert _drift(event_path) == []


def test_drift_would_be_seen(event_path):
    with closing(sqlite3.connect(event_path)) as plain:
        plain.execute("ALTER TABLE halls ADD COLUMN colour VARCHAR(7)")
        plain.execute("DROP INDEX ix_booths_code")

    assert len(_drift(event_path)) == 2


@pytest.fixture
def next_migration(tmp_path):
    """Return a function that adds a migration behind the last one."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(*statements):
        lines = (
            "import sqlalchemy as sa",
            "from alembic import op",
            f"revision, down_revision = '{revision(SCHEMA + 1)}', '{revision(SCHEMA)}'",
            "branch_labels = depends_on = None",
            "def upgrade():",
            *(f"    {statement}" for statement in statements),
        )
        (folder / "versions" / "next.py").write_text("\n".join(lines))
        return folder

    return add


def _fill(event_path):
    database = open_event(event_path)
    with database.transaction() as session:
        for number in range(5):
            make_organisation(session, f"Đơn vị {number}", booths=[("H1", f"A{number}")])
    database.close()


def _count(path, table):
    with closing(sqlite3.connect(path)) as plain:
        return plain.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_migrating_a_parent_keeps_its_children(event_path, next_migration):
    _fill(event_path)
    script = next_migration(
        "with op.batch_alter_table('organisations', recreate='always') as batch:",
        "    batch.add_column(sa.Column('nickname', sa.String(40)))",
    )

    migrate(event_path, SCHEMA + 1, script=script)

    assert _count(event_path, "organisations") == 5
    assert _count(event_path, "booth_assignments") == 5
    with closing(sqlite3.connect(event_path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA + 1,)


@pytest.mark.parametrize(
    "statement", ["op.execute('DELETE FROM organisations')", "op.execute('SELECT * FROM nowhere')"]
)
def test_a_migration_that_fails_changes_nothing(event_path, next_migration, statement):
    _fill(event_path)
    before = event_path.read_bytes()

    with pytest.raises(Exception, match=r"foreign keys|nowhere"):
        migrate(event_path, SCHEMA + 1, script=next_migration("op.execute('DELETE FROM topics')", statement))

    assert event_path.read_bytes() == before


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_every_released_schema_opens(tmp_path, schema):
    path = tmp_path / f"schema-{schema}.showcase"
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript((DATA / f"schema-{schema}.sql").read_text(encoding="utf-8"))

    assert examine(path).whole
    with closing(open_event(path)) as opened:
        with opened.reading() as session:
            assert [hit.title for hit in search(session, "đèn đường")] == ["Đèn đường biết nghĩ"]
        with opened.transaction() as session:
            make_organisation(session, "Đơn vị mới", booths=[("H1", "A2")])
            assert count_organisations(session) == 2
    assert _drift(path) == []
