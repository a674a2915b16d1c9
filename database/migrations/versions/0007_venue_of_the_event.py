"""What signs say about the house: the wireless network for guests, how many desks give out badges."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0007", "0006"
branch_labels = depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("venue", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
