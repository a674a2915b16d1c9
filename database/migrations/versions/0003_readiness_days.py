"""How much of what is required was there on each day; the day by which everything has to be printed."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "readiness_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("filled", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_readiness_days")),
    )
    op.add_column("events", sa.Column("print_deadline", sa.Date(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
