"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.LargeBinary(length=16)
_MOMENT = sa.BigInteger()
_ZERO = sa.text("0")


def _row() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("row", number, autoincrement=True, nullable=False)


def _only(condition: str) -> dict[str, Any]:
    """Return what makes an index cover only the rows for which `condition` holds."""
    return {f"{name}_where": sa.text(condition) for name in ("sqlite", "postgresql")}


def upgrade() -> None:
    op.create_table(
        "dialogues",
        _row(),
        sa.Column("blind", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("sealed_step", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_dialogues"),
        sa.UniqueConstraint("blind", name="uq_dialogues_blind"),
    )
    op.create_index("ix_dialogues_expires_at", "dialogues", ["expires_at"])
    op.create_table(
        "diary",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed_line", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_diary"),
        sa.UniqueConstraint("id", name="uq_diary_id"),
        sa.UniqueConstraint("subject_id", "seq", name="uq_diary_subject_id_seq"),
    )
    op.create_table(
        "ears",
        _row(),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("fetched_until", _MOMENT, nullable=True),
        sa.Column("next_offset", sa.BigInteger(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_ears"),
        sa.UniqueConstraint("bot", name="uq_ears_bot"),
    )
    op.create_table(
        "heads",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_heads"),
        sa.UniqueConstraint("id", name="uq_heads_id"),
    )
    op.create_index("ix_heads_made_at", "heads", ["made_at"])
    op.create_table(
        "house",
        _row(),
        sa.Column("scope", sa.SmallInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed_house", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_house"),
        sa.UniqueConstraint("scope", name="uq_house_scope"),
    )
    op.create_table(
        "inbox",
        _row(),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("try_at", _MOMENT, nullable=False),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("holds_from", _MOMENT, nullable=True),
        sa.Column("lane", _ID, nullable=True),
        sa.Column("sealed_raw", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(state = 1) = (holds_from IS NULL)", name=op.f("ck_inbox_released")),
        sa.CheckConstraint("(state = 1) = (lane IS NULL)", name=op.f("ck_inbox_loosened")),
        sa.CheckConstraint("(state = 1) = (sealed_raw IS NULL)", name=op.f("ck_inbox_erased")),
        sa.CheckConstraint("state BETWEEN 0 AND 2", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("row", name="pk_inbox"),
        sa.UniqueConstraint("bot", "update_id", name="uq_inbox_bot_update_id"),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
    op.create_index("ix_inbox_waiting", "inbox", ["row"], **_only("state = 0"))
    op.create_table(
        "invitations",
        _row(),
        sa.Column("digest", _ID, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("sealed_invitation", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_invitations"),
        sa.UniqueConstraint("digest", name="uq_invitations_digest"),
    )
    op.create_index("ix_invitations_expires_at", "invitations", ["expires_at"])
    op.create_table(
        "leases",
        _row(),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_leases"),
        sa.UniqueConstraint("name", name="uq_leases_name"),
    )
    op.create_table(
        "notices",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("alarm_id", _ID, nullable=True),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("try_at", _MOMENT, nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("fence", sa.Integer(), nullable=True),
        sa.Column("born_at", _MOMENT, nullable=False),
        sa.Column("sealed_notice", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_notices"),
        sa.UniqueConstraint("id", name="uq_notices_id"),
    )
    op.create_index("ix_notices_alarm_id", "notices", ["alarm_id"], **_only("alarm_id IS NOT NULL"))
    op.create_index("ix_notices_fence", "notices", ["fence"], **_only("fence IS NOT NULL"))
    op.create_index("ix_notices_turn", "notices", ["rank", "try_at", "row"])
    op.create_table(
        "people",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("scope", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("blind_code", _ID, nullable=True),
        sa.Column("key_version", sa.SmallInteger(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_profile", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_people"),
        sa.UniqueConstraint("blind_code", name="uq_people_blind_code"),
        sa.UniqueConstraint("id", name="uq_people_id"),
    )
    op.create_table(
        "alarms",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("wake_at", _MOMENT, nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hurdles", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("stuck_since", _MOMENT, nullable=True),
        sa.Column("blind_open", _ID, nullable=True),
        sa.Column("sealed_alarm", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("(stage = 2) = (blind_open IS NULL)", name=op.f("ck_alarms_open")),
        sa.CheckConstraint("(stage = 2) = (wake_at IS NULL)", name=op.f("ck_alarms_wakes")),
        sa.CheckConstraint("stage BETWEEN 0 AND 2", name=op.f("ck_alarms_stage")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_alarms_person_id"),
        sa.PrimaryKeyConstraint("row", name="pk_alarms"),
        sa.UniqueConstraint("blind_open", name="uq_alarms_blind_open"),
        sa.UniqueConstraint("id", name="uq_alarms_id"),
        sa.UniqueConstraint("number", name="uq_alarms_number"),
    )
    op.create_index("ix_alarms_person_id", "alarms", ["person_id"])
    op.create_index(
        "ix_alarms_stuck_since", "alarms", ["stuck_since"], **_only("stuck_since IS NOT NULL")
    )
    op.create_index("ix_alarms_wake_at", "alarms", ["wake_at"], **_only("wake_at IS NOT NULL"))
    op.create_table(
        "chats",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("blind", _ID, nullable=False),
        sa.Column("index_version", sa.SmallInteger(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("sealed_chat", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_chats_person_id"),
        sa.PrimaryKeyConstraint("row", name="pk_chats"),
        sa.UniqueConstraint("blind", name="uq_chats_blind"),
        sa.UniqueConstraint("id", name="uq_chats_id"),
    )
    op.create_index("ix_chats_person_id", "chats", ["person_id"])
    op.create_table(
        "watches",
        _row(),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("wake_at", _MOMENT, nullable=True),
        sa.Column("deaf_at", _MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hurdles", sa.SmallInteger(), server_default=_ZERO, nullable=False),
        sa.Column("stuck_since", _MOMENT, nullable=True),
        sa.Column("sealed_watch", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("stage = 0 OR wake_at IS NOT NULL", name=op.f("ck_watches_wakes")),
        sa.CheckConstraint("stage BETWEEN 0 AND 3", name=op.f("ck_watches_stage")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_watches_person_id"),
        sa.PrimaryKeyConstraint("row", name="pk_watches"),
        sa.UniqueConstraint("id", name="uq_watches_id"),
    )
    op.create_index("ix_watches_deaf_at", "watches", ["deaf_at"], **_only("deaf_at IS NOT NULL"))
    op.create_index("ix_watches_person_id", "watches", ["person_id"])
    op.create_index(
        "ix_watches_stuck_since", "watches", ["stuck_since"], **_only("stuck_since IS NOT NULL")
    )
    op.create_index("ix_watches_wake_at", "watches", ["wake_at"], **_only("wake_at IS NOT NULL"))
