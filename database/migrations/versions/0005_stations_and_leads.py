"""Stations that scan, what they noted, and the lists that were signed for them."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0005", "0004"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "lead_facts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Uuid(), nullable=False),
        sa.Column("station", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("tick", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("badge_id", sa.Uuid(), nullable=True),
        sa.Column("verdict", sa.String(length=24), nullable=True),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("offset_min", sa.Integer(), nullable=False),
        sa.Column("monotonic_ms", sa.BigInteger(), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=24), nullable=False),
        sa.Column("method", sa.String(length=24), nullable=True),
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column("staff", sa.String(length=255), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_facts")),
    )
    for column in ("product_id", "scope", "subject", "tick"):
        op.create_index(op.f(f"ix_lead_facts_{column}"), "lead_facts", [column])
    op.create_index("ix_lead_facts_station_seq", "lead_facts", ["station", "seq"])
    op.create_table(
        "lead_words",
        sa.Column("fact_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("fact_id", name=op.f("pk_lead_words")),
    )
    op.create_table(
        "stations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column("scope", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("list_at", sa.DateTime(), nullable=False),
        sa.Column("merged_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stations")),
    )
    op.create_index(op.f("ix_stations_scope"), "stations", ["scope"])
    op.create_table(
        "station_lists",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_station_lists")),
    )


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
