"""What the event says in figures on the screens of the hall: numbers, the words about them, and their source."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0005"
branch_labels = depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("facts", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
