"""A drawing or picture under the plan of a hall, and where it lies."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0009", "0008"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("halls") as halls:
        halls.add_column(sa.Column("underlay_id", sa.Uuid(), nullable=True))
        halls.add_column(sa.Column("underlay_x_m", sa.Float(), nullable=True))
        halls.add_column(sa.Column("underlay_y_m", sa.Float(), nullable=True))
        halls.add_column(sa.Column("underlay_width_m", sa.Float(), nullable=True))
        halls.add_column(sa.Column("underlay_turn", sa.Integer(), nullable=False, server_default="0"))
        halls.add_column(sa.Column("underlay_strength", sa.Float(), nullable=False, server_default="0.3"))
        halls.create_foreign_key(halls.f("fk_halls_underlay_id_media"), "media", ["underlay_id"], ["id"])


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
