"""A bot's own HTTP address on loopback, where a webhook delivers."""

import asyncio
import json

#: After so many real seconds what was waited for will never happen, on any machine.
PATIENT = 60


class Address:
    """Answers what it is told to, then 200; keeps (status, body, headers) of all that came.

    An answer is a status, or a dict: `status`, `headers`, `body` (JSON) or `form`, `silent` (none).
    """

    def __init__(self):
        self.came = []
        self.answers = []
        self.open = 0
        self.most_open = 0
        self.wanted = asyncio.Event()
        self.held = asyncio.Event()
        self.held.set()

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/hook"
        return self

    async def __aexit__(self, *_):
        self.held.set()
        self.server.close()

    async def serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = json.loads(await reader.readexactly(int(fields["content-length"])))
        given = self.answers.pop(0) if self.answers else 200
        answer = given if isinstance(given, dict) else {"status": given}
        status = answer.get("status", 200)
        self.came.append((status, body, fields))
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        self.wanted.set()
        try:
            if answer.get("silent"):
                await reader.read()  # until the other side has had enough
            else:
                await self.held.wait()
                writer.write(_response(status, answer))
                await writer.drain()
        finally:
            self.open -= 1
            writer.close()

    async def until(self, count):
        """Wait until so many updates came."""
        async with asyncio.timeout(PATIENT):
            while len(self.came) < count:
                self.wanted.clear()
                await self.wanted.wait()

    def texts(self, status=200):
        return [body["message"]["text"] for given, body, _ in self.came if given == status]


def _response(status, answer):
    content = json.dumps(answer["body"]).encode() if "body" in answer else b""
    content = answer["form"].encode() if "form" in answer else content
    fields = {"content-length": len(content), "connection": "close", **answer.get("headers", {})}
    if content:
        kind = "x-www-form-urlencoded" if "form" in answer else "json"
        fields["content-type"] = f"application/{kind}"
    lines = [f"HTTP/1.1 {status} {_PHRASES.get(status, 'x')}"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode() + content


_PHRASES = {200: "OK", 410: "Gone", 429: "Too Many Requests", 500: "Internal Server Error",
            503: "Service Unavailable"}  # fmt: skip
