"""What a sign is proven with, and which message of a chat brings the keys under it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.LargeBinary(length=16)


def upgrade() -> None:
    op.add_column("chats", sa.Column("sealed_keys", sa.LargeBinary(), nullable=True))
    op.create_table(
        "credentials",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed_credentials", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_credentials"),
        sa.UniqueConstraint("id", name="uq_credentials_id"),
        sa.UniqueConstraint("person_id", name="uq_credentials_person_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_credentials_person_id"),
    )
