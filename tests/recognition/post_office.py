"""A real SMTP server in a process of its own: it writes down every mail that it takes, before it says so.

Usage: python -m tests.recognition.post_office FILE [--die-at N]   (it dies when it has taken the Nth mail and not yet said so)
Addresses that begin with "gone" are refused for ever, those with "busy" for now, and mails to those with "full" once they have been heard.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP


class Handler:
    """What the server does with a mail."""

    def __init__(self, file: Path, die_at: int) -> None:
        self.file, self.die_at, self.taken = file, die_at, 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("gone"):
            return "550 5.1.1 No such person"
        if address.startswith("busy"):
            return "450 4.2.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if envelope.rcpt_tos[0].startswith("full"):
            return "552 5.2.2 Mailbox full"
        mail = message_from_bytes(envelope.content, policy=policy.default)
        said = {"to": envelope.rcpt_tos[0], "id": mail["Message-ID"], "raw": envelope.content.decode("utf-8", "replace")}
        with self.file.open("a") as out:
            out.write(json.dumps(said) + "\n")
            out.flush()
            os.fsync(out.fileno())
        self.taken += 1
        if self.taken == self.die_at:
            os._exit(9)
        return "250 OK"


async def serve(file: Path, die_at: int) -> None:
    handler = Handler(file, die_at)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(handler, enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


class PostOffice:
    """The server, for a test."""

    def __init__(self, file: Path, die_at: int = 0) -> None:
        self.file = file
        command = [sys.executable, "-W", "ignore", "-m", "tests.recognition.post_office", str(file), "--die-at", str(die_at)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.port = int(self.process.stdout.readline())

    @property
    def mails(self) -> list[dict[str, str]]:
        """What is written down to its end."""
        written = self.file.read_text() if self.file.exists() else ""
        return [json.loads(line) for line in written[: written.rfind("\n") + 1].splitlines()]

    def received(self) -> Counter[str]:
        """How often each address got a mail."""
        return Counter(mail["to"] for mail in self.mails)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--die-at", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(serve(given.file, given.die_at))
