"""How many sealed notes a second get through: opened, held against a slow hash, and receipted.

Each was sealed as a phone seals it, to the key of the house's epoch, and bound to a challenge of
its own. All wait at the stand-in when the house turns to them; what it does with each ends with a
settled receipt that brings a fresh challenge. Beside it stands what the slow hash alone allows here
when every core does nothing else.
"""

import asyncio
import json
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import httpx

from bench.check_ins import AT, LONGEST, SETTLES, STARTS, Round, check, who_may
from bench.company import company, portions
from bench.crowd import TOKEN, Crowd, number_of, person_id
from bench.figures import Findings, at_least, middle
from bench.ground import Backend, Ground, NoServerError
from bench.plan import Plan
from rules.people import PersonId
from sealing.checkin import seal_envelope
from sealing.codes import Code
from sealing.epochs import epoch_at, public_bytes
from sealing.keyring import Keyring, Purpose
from simulator.people import Stand
from storage.credentials import Challenge, Credentials
from storage.deed import Deed, KeepCredentials
from storage.keys import Keys
from storage.opening import open_storage
from storage.proofs import deployment

_SETTLED = at_least(25)
_CODE, _OTHER = "482915", "730164"
_KEY = "Notes"  #: what stands on the key that opens the page
_PAGE = "https://notes.example.org/x"
_CEILING_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody who sends a sealed note."""

    chat: int
    person: PersonId
    code: Code
    challenge: bytes


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure with the limiter off, until the receipt is settled."""
    found = Findings("Sealed check-ins: end to end through the stand-in, the slow hash as always")
    crowd = Crowd(max(plan.carried, plan.sealed * 10))
    cores = len(os.sched_getaffinity(0))
    senders = await asyncio.to_thread(
        _senders, ground.keyring, who_may(crowd)[: plan.sealed], cores
    )
    for backend in plan.backends:
        try:
            rounds = [await _burst(ground, backend, crowd, senders) for _ in range(plan.rounds)]
        except NoServerError as error:
            found.not_measured.append(f"{backend}: {error.__doc__}")
            continue
        where = f"{backend}, {len(senders):,} notes among N = {crowd.size:,}"
        settled = middle([one.settled for one in rounds])
        found.add(f"{where}: until the receipt is settled", settled, "notes/s", _SETTLED)
        committed = middle([one.committed for one in rounds])
        found.add("  until committed meanwhile", committed, "notes/s")
        cpu = middle([one.cpu / one.notes * 1000 for one in rounds])
        found.add("  processor, slow hash and receipt", cpu, "ms a note")
        found.add(
            "  rows written", middle([one.watch.rows / one.notes for one in rounds]), "a note"
        )
    ceiling, cpu = await asyncio.to_thread(_ceiling, ground.keyring, senders[0], cores)
    found.add(f"the slow hash alone, on all {cores} cores", ceiling, "hashes/s")
    found.add("  processor", cpu, "ms a hash")
    return found


def _senders(keyring: Keyring, chats: Sequence[int], cores: int) -> list[Sender]:
    pepper = keyring.current(Purpose.PEPPER).secret
    make = partial(Code.make, _CODE, _OTHER, pepper=pepper)

    def sender(chat: int) -> Sender:
        person = person_id(number_of(chat))
        return Sender(chat, person, make(person=person), os.urandom(16))

    with ThreadPoolExecutor(cores) as threads:
        return list(threads.map(sender, chats))


def _ceiling(keyring: Keyring, sender: Sender, cores: int) -> tuple[float, float]:
    """Return how many codes a second could be checked, were there nothing else to do.

    And how many milliseconds of a processor each of them takes.
    """
    pepper = keyring.current(Purpose.PEPPER).secret
    began, used = time.monotonic(), time.process_time()

    def check_on(_: int) -> int:
        count = 0
        while time.monotonic() - began < _CEILING_SECONDS:
            sender.code.check(_CODE, pepper=pepper, person=sender.person)
            count += 1
        return count

    with ThreadPoolExecutor(cores) as threads:
        checked = sum(threads.map(check_on, range(cores)))
    used = time.process_time() - used
    return checked / (time.monotonic() - began), 1000 * used / checked


async def _burst(
    ground: Ground, backend: Backend, crowd: Crowd, senders: Sequence[Sender]
) -> Round:
    chats = [one.chat for one in senders]
    page = {"VIGIL_PUBLIC_URL": _PAGE, "VIGIL_LISTEN": "none"}
    async with ground.copy(backend, crowd) as url:
        await _hand_out(ground, url, senders)
        async with company(ground, url, STARTS, chats, limits=False, more=page) as together:
            await together.calm()
            await together.stand.push_to(AT)
            opened = await _open_pages(together.stand, chats)
            sealed = await asyncio.to_thread(_seal, ground, senders)
            said = await together.counted("sendMessage")
            cpu = together.cpu_seconds()
            await _send(together.stand, opened, sealed)
            await together.until("sendMessage", said + len(senders), LONGEST)
            await asyncio.sleep(SETTLES)
            cpu = together.cpu_seconds() - cpu
            noted = Round(len(senders), await together.end(), cpu)
            await check(together, noted, told=True)
            return noted


async def _hand_out(ground: Ground, url: str, senders: Sequence[Sender]) -> None:
    """Let everybody have a code, and a challenge as the last receipt brought it."""
    storage = open_storage(url, ground.keyring, clock=lambda: STARTS)
    try:
        kept = (
            Credentials(
                person=one.person, code=one.code, challenges=(Challenge(one.challenge, STARTS),)
            )
            for one in senders
        )
        await storage.journal.record(Deed(changes=tuple(map(KeepCredentials, kept))))
    finally:
        await storage.close()


async def _open_pages(stand: Stand, chats: Sequence[int]) -> dict[int, str]:
    """Give everybody the key that the last receipt brought, and let them press it."""
    keys = {"keyboard": [[{"text": _KEY, "web_app": {"url": _PAGE}}]], "resize_keyboard": True}
    async with httpx.AsyncClient(base_url=f"{stand.bot_url}{TOKEN}", trust_env=False) as bot:
        for chat in chats:
            said = {"chat_id": chat, "text": "Noted.", "reply_markup": json.dumps(keys)}
            (await bot.post("/sendMessage", data=said)).raise_for_status()
    opened: dict[int, str] = {}
    for some in portions([{"from": chat, "button": _KEY} for chat in chats]):
        shown = await stand.tell("launch", *some)
        opened |= {one["from"]: each["launch"] for one, each in zip(some, shown, strict=True)}
    return opened


def _seal(ground: Ground, senders: Sequence[Sender]) -> dict[int, str]:
    """Seal everybody's note to the key that the running house has made for this epoch."""
    keys = Keys(Keyring.open(ground.keys_dir / "keyring", ground.unlock))
    public = public_bytes(keys.held(Purpose.EPOCHS)[epoch_at(AT)])
    said: Mapping[str, object] = {"v": 1, "t": "note", "code": _CODE, "state": "", "text": ""}
    content = json.dumps(said).encode()
    return {
        one.chat: seal_envelope(public, deployment(keys), one.challenge, content) for one in senders
    }


async def _send(stand: Stand, opened: Mapping[int, str], sealed: Mapping[int, str]) -> None:
    sent = [{"launch": opened[chat], "data": text} for chat, text in sealed.items()]
    for some in portions(sent):
        await stand.tell("web_app_data", *some)
