"""Somebody who is called over HTTP, and can refuse or never answer."""

import json


class Ears:
    """An HTTP server that keeps what it is told, and can refuse or never answer."""

    def __init__(self):
        self.heard, self.refuses, self.hangs = [], False, False

    async def serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            int(line.split(":")[1])
            for line in head.splitlines()
            if line.lower().startswith("content-length")
        )
        self.heard.append((head, json.loads(await reader.readexactly(length))))
        if self.hangs:
            await reader.read()  # until whoever calls gives up
            writer.close()
            return
        status = "500 No" if self.refuses else "200 OK"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        await writer.drain()
        writer.close()
