"""One-time codes of printed cards, and whose silence waits for one that was not handled yet."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.LargeBinary(length=16)


def upgrade() -> None:
    op.add_column("inbox", sa.Column("card", _ID, nullable=True))
    op.create_table(
        "cards",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("blind", _ID, nullable=False),
        sa.Column("sealed_card", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_cards"),
        sa.UniqueConstraint("id", name="uq_cards_id"),
        sa.UniqueConstraint("blind", name="uq_cards_blind"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_cards_person_id"),
    )
    op.create_index("ix_cards_person_id", "cards", ["person_id"])
