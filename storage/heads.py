"""Signs the ends of all diaries every hour, and checks that no line was changed or taken away.

The end of each chain is written down, and one signature covers all of them. Whoever holds the
database alone can neither rewrite a diary nor cut it short behind what was signed; only whole older
copies pass, and those give themselves away by their age.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import groupby

from sqlalchemy import bindparam, delete, func, insert, select

from rules.people import PersonId
from sealing.framing import frame
from sealing.heads import public_halves, sign_head, verify_head
from sealing.keyring import Purpose
from storage.diary import START, linked
from storage.moments import from_micros, to_micros
from storage.reading import Reader
from storage.tables import ID_SIZE, diary, heads, people
from storage.transactions import Look, Tx
from storage.writing import Writer

_ALL = bytes(ID_SIZE)  #: the row that covers the others stands under this id; nobody has it
_AT_ONCE = 500

_earlier = diary.alias("earlier")
_TIP = (
    select(func.max(_earlier.c.seq))
    .where(_earlier.c.subject_id == people.c.id)
    .correlate(people)
    .scalar_subquery()
)
_GROWN = (
    select(diary.c.subject_id, diary.c.hash)
    .select_from(
        people.join(diary, diary.c.subject_id == people.c.id).outerjoin(
            heads, heads.c.id == people.c.id
        )
    )
    .where(diary.c.seq == _TIP, heads.c.digest.is_distinct_from(diary.c.hash))
)
_ENDS = select(heads.c.id, heads.c.digest).where(heads.c.id != _ALL).order_by(heads.c.id)
_SIGNED = select(heads.c.made_at, heads.c.digest, heads.c.mark).where(heads.c.id == _ALL)
_DROP = delete(heads).where(heads.c.id == bindparam("b_id"))
_INSERT = insert(heads)
_LINES = (
    select(diary.c.subject_id, diary.c.id, diary.c.seq, diary.c.hash, diary.c.sealed_line)
    .order_by(diary.c.subject_id, diary.c.seq)
    .execution_options(yield_per=_AT_ONCE)
)


class Fault(StrEnum):
    """What is wrong with the diaries."""

    UNSIGNED = "unsigned"  #: nothing was ever signed
    FORGED = "forged"  #: the signature is not ours, or covers something else
    BROKEN = "broken"  #: a line was changed, or one is missing in between
    CUT_SHORT = "cut-short"  #: lines that were signed are gone


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of all diaries found."""

    signed_at: datetime | None
    lines: int
    faults: tuple[tuple[Fault, PersonId | None], ...] = ()


class Heads:
    """The door to the signed ends of the diaries."""

    def __init__(self, writer: Writer, reader: Reader, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._reader = reader
        self._clock = clock

    async def sign(self) -> int:
        """Sign where every diary ends now; return how many have grown since the last time."""
        grown = await self._reader.ask(lambda look: look.connection.execute(_GROWN).all())
        ends = [(row.subject_id, row.hash) for row in grown]
        now = self._clock()
        for start in range(0, len(ends), _AT_ONCE):
            some = ends[start : start + _AT_ONCE]
            await self._writer.do(partial(_set_ends, ends=some, now=now), kind="heads")
        await self._writer.do(lambda tx: sign_all(tx, now), kind="heads")
        return len(ends)

    async def check(self) -> Checked:
        """Check every line of every diary against the signature."""
        return await self._reader.ask(_check)


def sign_all(tx: Tx, now: datetime) -> None:
    """Sign the ends as they stand, with the moment."""
    digest = _digest(tx)
    mark = sign_head(tx.keys.newest(Purpose.DIARY), _stamped(digest, to_micros(now)))
    _put(tx, [{"id": _ALL, "made_at": to_micros(now), "digest": digest, "mark": mark}])


def drop_ends(tx: Tx, subjects: Iterable[PersonId], now: datetime) -> None:
    """Take the ends of those who are forgotten away, and sign what is left."""
    tx.connection.execute(_DROP, [{"b_id": subject} for subject in subjects])
    if tx.connection.execute(_SIGNED).one_or_none() is not None:
        sign_all(tx, now)


def _set_ends(tx: Tx, ends: list[tuple[bytes, bytes]], now: datetime) -> None:
    made_at = to_micros(now)
    _put(tx, [{"id": one, "made_at": made_at, "digest": tip, "mark": b""} for one, tip in ends])


def _put(tx: Tx, rows: list[dict[str, object]]) -> None:
    tx.connection.execute(_DROP, [{"b_id": row["id"]} for row in rows])
    tx.connection.execute(_INSERT, rows)


def _digest(look: Look) -> bytes:
    whole = hashlib.sha256()
    for row in look.connection.execute(_ENDS):
        whole.update(frame(row.id, row.digest))
    return whole.digest()


def _stamped(digest: bytes, made_at: int) -> bytes:
    return frame(digest, made_at)


def _check(look: Look) -> Checked:
    faults: list[tuple[Fault, PersonId | None]] = []
    signed = look.connection.execute(_SIGNED).one_or_none()
    if signed is None:
        faults.append((Fault.UNSIGNED, None))
    else:
        halves = public_halves(look.keys.held(Purpose.DIARY))
        ours = verify_head(halves, _stamped(signed.digest, signed.made_at), signed.mark)
        if not ours or signed.digest != _digest(look):
            faults.append((Fault.FORGED, None))
    ends = {PersonId(row.id): row.digest for row in look.connection.execute(_ENDS)}
    lines = 0
    rows = look.connection.execute(_LINES)
    for subject, chain in groupby(rows, key=lambda row: PersonId(row.subject_id)):
        end = ends.pop(subject, START)
        before, seq, reached = START, 0, end == START
        for row in chain:
            lines, seq = lines + 1, seq + 1
            expected = linked(before, row.id, subject, seq, row.sealed_line)
            if row.seq != seq or row.hash != expected:
                faults.append((Fault.BROKEN, subject))
                break
            before, reached = expected, reached or expected == end
        else:
            if not reached:
                faults.append((Fault.CUT_SHORT, subject))
    faults.extend((Fault.CUT_SHORT, subject) for subject in ends)
    signed_at = None if signed is None else from_micros(signed.made_at)
    return Checked(signed_at, lines, tuple(faults))
