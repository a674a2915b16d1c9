"""The journal of edits; names sorted by the alphabet of each language; the search key in each row; more that can be deleted."""

import json
import uuid

import sqlalchemy as sa
from alembic import op

from showcase.catalogue.kinds import Subject
from showcase.catalogue.ordering import name_orders
from showcase.catalogue.searchkeys import row_id
from showcase.people.fields import person_order
from showcase.store.columns import now

revision, down_revision = "0002", "0001"
branch_labels = depends_on = None

SUBJECTS = {
    "organisations": Subject.ORGANISATION,
    "products": Subject.PRODUCT,
    "people": Subject.PERSON,
    "booths": Subject.BOOTH,
    "sessions": Subject.SESSION,
    "topics": Subject.TOPIC,
}
NAMED = ("organisations", "products", "people")


def upgrade() -> None:
    op.create_table(
        "journal_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entries")),
    )
    op.create_index("ix_journal_entries_undone", "journal_entries", ["undone"], unique=False)
    op.create_table(
        "journal_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("op", sa.String(length=1), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_changes")),
    )
    op.create_index("ix_journal_changes_entry_id", "journal_changes", ["entry_id"], unique=False)
    for table in ("halls", "media", "rooms", "topics"):
        _make_editable(table)
    for table, subject in SUBJECTS.items():
        _add_keys(table, subject)


def _make_editable(table: str) -> None:
    moment = now().replace(tzinfo=None)
    has_created = table == "media"
    with op.batch_alter_table(table, recreate="always") as batch:
        if not has_created:
            batch.add_column(sa.Column("created_at", sa.DateTime(), nullable=True))
        batch.add_column(sa.Column("updated_at", sa.DateTime(), nullable=True))
        batch.add_column(sa.Column("deleted_at", sa.DateTime(), nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=True))
    rows = sa.table(table, *(sa.column(name) for name in ("created_at", "updated_at", "version")))
    fresh = {"updated_at": moment, "version": 1} | ({} if has_created else {"created_at": moment})
    op.get_bind().execute(sa.update(rows).values({rows.c[name]: value for name, value in fresh.items()}))
    with op.batch_alter_table(table, recreate="always") as batch:
        for name in ("created_at", "updated_at"):
            batch.alter_column(name, existing_type=sa.DateTime(), nullable=False)
        batch.alter_column("version", existing_type=sa.Integer(), nullable=False)


def _add_keys(table: str, subject: Subject) -> None:
    columns = [sa.Column("search_key", sa.BigInteger(), nullable=True)]
    if table in NAMED:
        columns += [sa.Column(f"sort_{language}", sa.Text(), nullable=True) for language in ("vi", "en", "fr")]
        op.drop_index(f"ix_{table}_sort", table_name=table)
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.add_column(column)
        if table in NAMED:
            batch.drop_column("sort")
    bind = op.get_bind()
    names = [column.name for column in columns]
    marks = ", ".join(f"{name} = :{name}" for name in names)
    known = bind.exec_driver_sql(f"SELECT * FROM {table}").mappings().all()  # noqa: S608
    for row in known:
        keys = {"search_key": row_id(subject, uuid.UUID(row["id"]))}
        if table == "people":
            keys |= person_order(None, _Row(row))
        elif table in NAMED:
            keys |= name_orders(json.loads(row["name"]))
        bind.execute(sa.text(f"UPDATE {table} SET {marks} WHERE id = :id"), {**keys, "id": row["id"]})  # noqa: S608
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.alter_column(column.name, existing_type=column.type, nullable=False)
    for name in names:
        op.create_index(f"ix_{table}_{name}", table, [name], unique=False)


class _Row:
    """A row of people with attributes, as the order of names is made from one."""

    def __init__(self, row: sa.RowMapping) -> None:
        self.family_name, self.given_name, self.name_order = row["family_name"], row["given_name"], row["name_order"]


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
