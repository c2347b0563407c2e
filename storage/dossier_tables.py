"""The tables of dossiers: who can open them, what is kept, what is on its way here."""

from sqlalchemy import Column, Table

from storage.columns import (
    BLIND_SAYS,
    EXPIRY_SAYS,
    ID,
    ID_SAYS,
    MOMENT,
    PERSON_SAYS,
    ROW_SAYS,
    VERSION_SAYS,
    guarded,
    metadata,
    named,
    numbered,
    of_person,
    sealed,
)

recipients = Table(
    "recipients",
    metadata,
    numbered(),
    named(),
    of_person(unique=True),
    guarded(),
    sealed("recipient"),
)

dossiers = Table(
    "dossiers",
    metadata,
    numbered(),
    named(),
    of_person(),
    # Empty as long as it is kept; set once it was replaced or withdrawn.
    Column("expires_at", MOMENT, index=True),
    sealed("head"),
    sealed("file"),
)

dossier_parts = Table(
    "dossier_parts",
    metadata,
    numbered(),
    named(),
    of_person(),
    Column("expires_at", MOMENT, nullable=False, index=True),
    sealed("part"),
)

inlets = Table(
    "inlets",
    metadata,
    numbered(),
    Column("blind", ID, nullable=False, unique=True),
    Column("expires_at", MOMENT, nullable=False, index=True),
    sealed("inlet"),
)

#: Why each plain column of these tables is plain.
PLAIN: dict[str, str] = {
    "recipients.row": ROW_SAYS,
    "recipients.id": ID_SAYS,
    "recipients.person_id": PERSON_SAYS,
    "recipients.version": VERSION_SAYS,
    "dossiers.row": ROW_SAYS,
    "dossiers.id": ID_SAYS,
    "dossiers.person_id": PERSON_SAYS,
    "dossiers.expires_at": EXPIRY_SAYS,
    "dossier_parts.row": ROW_SAYS,
    "dossier_parts.id": ID_SAYS,
    "dossier_parts.person_id": PERSON_SAYS,
    "dossier_parts.expires_at": EXPIRY_SAYS,
    "inlets.row": ROW_SAYS,
    "inlets.blind": BLIND_SAYS,
    "inlets.expires_at": EXPIRY_SAYS,
}
