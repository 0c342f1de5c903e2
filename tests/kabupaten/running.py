"""A real server in its own process, and how a test talks to it without a browser."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PASSWORD = "kuda laut di sawah"  # of invented accounts
READY_S = 40.0


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Running:
    """One server with its data folder; can be killed and started again on the same port."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.folder = folder
        self.port = free_port()
        self.database_url = database_url
        self._database = ["--database-url", database_url] if database_url else []
        self._process: subprocess.Popen[str] | None = None
        self._clerk: subprocess.Popen[str] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / "stderr.txt"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> Running:
        """Start and wait for the line that says it is ready."""
        with self.log.open("a") as errors:
            self._process = subprocess.Popen(
                [*self._command("serve"), "--port", str(self.port)],
                cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        line = first_line(self._process)
        assert line.startswith("Server Musrenbang siap di http://127.0.0.1:"), line + self.log.read_text()
        return self

    def kill(self) -> None:
        """As a power cut ends it."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._wait()

    def stop(self) -> None:
        """End it, and whatever was started beside it."""
        if self._clerk is not None:
            self._clerk.communicate()
            self._clerk = None
        if self._process is not None:
            self._process.terminate()
            self._wait()

    def run(self, command: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """One of the other commands on the same data."""
        return subprocess.run(
            [*self._command(command), *arguments], cwd=ROOT, env=self._environment(), input=text, text=True,
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip

    def ticket(self, kode: str, nama: str = "Sukamaju") -> str:
        """A new ticket."""
        return self._ask_clerk("tiket", kode, nama)

    def _ask_clerk(self, *words: str) -> str:
        """One line from a process that stays: starting one for each ticket and account takes most of a test's time."""
        if self._clerk is None:
            self._clerk = subprocess.Popen(
                [sys.executable, "-m", "tests.kabupaten.clerk", "--data-dir", str(self.folder), *self._database],
                cwd=ROOT, env=self._environment(), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        assert self._clerk.stdin is not None
        print(json.dumps(words), file=self._clerk.stdin, flush=True)
        return first_line(self._clerk).strip()

    def staff(
        self, nama: str, tingkat: str = "kecamatan", instansi: str = "Kecamatan Contoh", wilayah: str = ""
    ) -> str:
        """Make an account; returns its name."""
        assert self._ask_clerk("petugas", nama, PASSWORD, tingkat, instansi, wilayah) == nama
        return nama

    def _command(self, name: str) -> list[str]:
        return [sys.executable, "-m", "sync.kabupaten", name, "--data-dir", str(self.folder), *self._database]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}

    def _wait(self) -> None:
        assert self._process is not None
        self._process.wait(20)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process = None


def first_line(process: subprocess.Popen[str]) -> str:
    """The first line of a process, or "" when it says nothing in time."""
    found: list[str] = []
    assert process.stdout is not None
    reader = threading.Thread(target=lambda: found.append(process.stdout.readline()), daemon=True)
    reader.start()
    reader.join(READY_S)
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser got."""

    status: int
    url: str
    text: str
    headers: dict[str, str]


class Browser:
    """Keeps cookies and follows redirects, as a browser without JavaScript does."""

    def __init__(self, address: str) -> None:
        self.address = address
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar)
        )
        self.token = ""

    def get(self, path: str) -> Page:
        return self._open(urllib.request.Request(self.address + path))

    def post(self, path: str, **fields: str) -> Page:
        """Send a form with the token of the last page that had one."""
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        return self._open(urllib.request.Request(self.address + path, data=data))

    def log_in(self, nama: str, sandi: str = PASSWORD) -> Page:
        self.get("/masuk")
        return self.post("/masuk", nama=nama, sandi=sandi)

    def _open(self, request: urllib.request.Request) -> Page:
        try:
            with self._opener.open(request, timeout=30) as response:
                page = Page(response.status, response.url, response.read().decode(), dict(response.headers))
        except urllib.error.HTTPError as error:
            with error:
                page = Page(error.code, error.url or "", error.read().decode(), dict(error.headers))
        if found := re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text):
            self.token = found.group(1)
        return page
