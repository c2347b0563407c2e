"""Plays the table of Telegram's documented behaviours against a running stand-in, over the wire.

`make cases` prints one line per case with its source, and the count. A case is data: it names what
is sent and what the official server answers, and where that is written down.
"""

import asyncio
import contextlib
import sys
import tomllib
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from simulator.people import Impossible
from simulator.running import running
from tests.simulator.address import Address
from tests.simulator.cases_judge import EXPECTS, Different, compare, filled, plain, same

HERE = Path(__file__).with_name("cases")
TOKEN = "4242:secret-of-the-bot"
BOT, MINA, GROUP = 4242, 7, -5
_PATIENT = 60
_HANDLED = {
    "call", "act", "see", "heard", "start", "end", "push", "hook", "hold", "polling", "failed",
    "with", "by", "token", "raw", "type", "path", "files", "keep", "again", "eventually",
    "content_type",
    *EXPECTS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One documented behaviour: how to provoke it, what is answered, where it is documented."""

    topic: str
    name: str
    source: str
    steps: tuple[dict, ...]
    #: How things stand at the start: "chat" (Mina has pressed Start), "stranger", "group",
    #: "supergroup" (both with Mina and the bot in it, id -5).
    world: str = "chat"
    #: Whether Telegram's limits on sending are on.
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of playing a case; `wrong` is empty when all was as documented."""

    case: Case
    wrong: str = ""


def read_cases(folder=HERE):
    """Read the whole table, file by file; a file is a topic."""
    cases = []
    for path in sorted(folder.glob("*.toml")):
        for one in tomllib.loads(path.read_text("utf-8"))["case"]:
            steps = tuple(one.pop("steps"))
            cases.append(Case(topic=path.stem, steps=steps, **one))
    return cases


async def play(case):
    """Play one case against a stand-in of its own."""
    async with AsyncExitStack() as stack:
        stand = await stack.enter_async_context(running(token=TOKEN, speed=0, limits=False))
        line = httpx.AsyncClient(base_url=stand.url, timeout=90, trust_env=False, verify=False)
        http = await stack.enter_async_context(line)
        address = await stack.enter_async_context(Address())
        stage = _Stage(stand, http, address, {"hook": address.url})
        await stage.prepare(case)
        number = 0
        try:
            for number, step in enumerate(case.steps, 1):  # noqa: B007 - told below
                await stage.take(step)
            found = [one["violation"] for one in await stand.violations()]
            unsound = [one for one in found if ": answer" in one]
            same(unsound, [], "answers that break the schema")
        except Different as difference:
            return Verdict(case, f"step {number}: {difference}")
        finally:
            await stage.stop()
    return Verdict(case)


@dataclass(slots=True)
class _Stage:
    """Does the steps of one case and remembers what was kept."""

    stand: object
    http: httpx.AsyncClient
    address: Address
    kept: dict
    background: dict = field(default_factory=dict)

    async def prepare(self, case):
        mina = await self.stand.person(MINA, "Mina", "fa")
        if case.world != "stranger":
            sent = await mina.opens_link("")
            await self._call({"call": "getUpdates", "with": {"offset": sent["update_id"] + 1}})
        if case.world in {"group", "supergroup"}:
            group = {"id": GROUP, "title": "Circle", "type": case.world, "members": [MINA]}
            await self.stand.tell("groups", **group)
        await self.stand.limits(on=case.limits)

    async def stop(self):
        for task in self.background.values():
            task.cancel()
        await asyncio.gather(*self.background.values(), return_exceptions=True)

    async def take(self, step):
        unknown = set(step) - _HANDLED
        if unknown:
            raise ValueError(f"no such key in a step: {unknown}")
        self.address.answers += step.get("hook", [])
        if "hold" in step:
            (self.address.held.clear if step["hold"] else self.address.held.set)()
        for _ in range(step.get("again", 1)):
            answer = await self._do(step)
        if answer is None:
            return
        wanted = {name: filled(step[name], self.kept) for name in EXPECTS if name in step}
        if ("call" in step or "end" in step) and "status" not in wanted:
            wanted["status"] = 200
        if step.get("eventually"):
            answer = await self._until_as_documented(answer, step, wanted)
        compare(answer, wanted)
        if "keep" in step:
            self.kept[step["keep"]] = answer.get("result")

    async def _do(self, step):
        given = filled(step.get("with", {}), self.kept)
        if "start" in step:
            self.background[step["start"]] = asyncio.create_task(self._call(step))
        elif "end" in step:
            async with asyncio.timeout(_PATIENT):
                return await self.background.pop(step["end"])
        elif "polling" in step:
            await self._until(lambda queue: queue["polling"])
        elif "failed" in step:
            await self._until(lambda queue: queue["failures"] >= step["failed"])
        elif "push" in step:
            await self.stand.push(step["push"])
        elif "act" in step:
            try:
                return {"result": await self.stand.tell(step["act"], **given)}
            except Impossible as refusal:
                if "refused" not in step:
                    raise Different(f"{step['act']} is refused: {refusal}") from None
                return {"refused": str(refusal).partition(":")[0]}
        elif "see" in step:
            return {"result": await self.stand.ask("chat", bot=BOT, person=step["see"])}
        elif "heard" in step:
            return await self._heard(step["heard"])
        elif "call" in step or "path" in step:
            return await self._call(step)
        return None

    async def _heard(self, count):
        with contextlib.suppress(TimeoutError):
            await self.address.until(count)
        came = [{"status": one[0], **one[1], "headers": one[2]} for one in self.address.came]
        if len(came) < count:
            raise Different(f"only {len(came)} of {count} updates came: {came}")
        return {"result": came, "most_open": self.address.most_open}

    async def _until_as_documented(self, answer, step, wanted):
        """Ask again while what goes on behind the answer has not yet come to its end."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENT):
                while True:
                    try:
                        compare(answer, wanted)
                    except Different:
                        await asyncio.sleep(0.005)
                        answer = await self._do(step)
                    else:
                        break
        return answer

    async def _until(self, wanted):
        async with asyncio.timeout(_PATIENT):
            # Nothing tells of this; the stand-in has to be asked.
            while not wanted((await self.stand.ask("queue"))[str(BOT)]):  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def _call(self, step):
        given = filled(step.get("with", {}), self.kept)
        path = f"/bot{step.get('token', TOKEN)}/{step.get('call')}"
        url = filled(step["path"], self.kept) if "path" in step else path
        by = step.get("by", "json")
        if "raw" in step:
            kind = step.get("content_type", "application/json")
            how = {"content": step["raw"], "headers": {"content-type": kind}}
        elif by in {"get", "query"}:
            how = {"params": plain(given)}
        elif by in {"form", "parts"}:
            parts = step.get("files", {}).items()
            files = {name: (one["name"], _content(one)) for name, one in parts}
            how = {"data": plain(given)} | ({"files": files} if files else {})
        else:
            how = {"json": given}
        answer = await self.http.request("GET" if by == "get" else "POST", url, **how)
        read = {"status": answer.status_code, "headers": dict(answer.headers)}
        if answer.headers.get("content-type") == "application/json":
            return read | answer.json()
        return read | {"body": answer.text}


def _content(file):
    return file.get("text", "x").encode() * file.get("times", 1)


async def _main(words):
    cases = [case for case in read_cases() if all(word in case.topic for word in words)]
    wrong = 0
    for case in cases:
        verdict = await play(case)
        wrong += bool(verdict.wrong)
        sys.stdout.write(f"{'WRONG' if verdict.wrong else 'ok':6}{case.topic:11}{case.name}\n")
        sys.stdout.write(f"{'':17}{case.source}\n")
        if verdict.wrong:
            sys.stdout.write(f"{'':17}!! {verdict.wrong}\n")
    sys.stdout.write(f"{len(cases)} cases, {len(cases) - wrong} as documented, {wrong} not\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(_main(sys.argv[1:])))
