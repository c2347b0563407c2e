"""Dossiers: who can open them, what is kept, what is on its way, and who sends it from a page."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.LargeBinary(length=16)


def _row() -> sa.Column[int]:
    row = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("row", row, autoincrement=True, nullable=False)


def upgrade() -> None:
    op.create_table(
        "recipients",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed_recipient", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_recipients"),
        sa.UniqueConstraint("id", name="uq_recipients_id"),
        sa.UniqueConstraint("person_id", name="uq_recipients_person_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_recipients_person_id"),
    )
    op.create_table(
        "dossiers",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("sealed_head", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_file", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_dossiers"),
        sa.UniqueConstraint("id", name="uq_dossiers_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_dossiers_person_id"),
    )
    op.create_table(
        "dossier_parts",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed_part", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_dossier_parts"),
        sa.UniqueConstraint("id", name="uq_dossier_parts_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_dossier_parts_person_id"),
    )
    for table in ("dossiers", "dossier_parts"):
        for column in ("person_id", "expires_at"):
            op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table(
        "inlets",
        _row(),
        sa.Column("blind", _ID, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed_inlet", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_inlets"),
        sa.UniqueConstraint("blind", name="uq_inlets_blind"),
    )
    op.create_index("ix_inlets_expires_at", "inlets", ["expires_at"])
