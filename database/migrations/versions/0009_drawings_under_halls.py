"""A drawing or picture under the plan of a hall, and where it lies; what print jobs are to print, in order."""

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
    op.create_table(
        "print_plans",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("data_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["print_jobs.id"], name=op.f("fk_print_plans_job_id_print_jobs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("job_id", "position", name=op.f("pk_print_plans")),
    )
    op.create_index("ix_print_plans_subject_id", "print_plans", ["subject_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("an older program is given a backup, not a downgraded file")
