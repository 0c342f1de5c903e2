"""The kabupaten's side of the day: a real server in its own process, and an officer at its pages."""

from __future__ import annotations

import queue
import re
import secrets
import subprocess
import sys
import threading
from collections.abc import Mapping
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

READY_SECONDS = 60


class NotReady(Exception):
    """The server did not start; ``str()`` says what it printed."""


class Kabupaten:
    """``musrenbang-kabupaten`` as its administrator uses it: serve, ticket, petugas."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    def start(self) -> str:
        """Start the server on a free loopback port; returns its address. Raises NotReady."""
        self._process = subprocess.Popen(
            self._command("serve", "--port", "0"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_read, args=(self._process.stdout, lines), daemon=True).start()
        said: list[str] = []
        while True:
            try:
                line = lines.get(timeout=READY_SECONDS)
            except queue.Empty:
                line = ""
            said.append(line)
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.address = found.group()
                return self.address
            if not line:
                self.stop()
                raise NotReady(f"Server kabupaten tidak mulai: {' '.join(said).strip()}")

    def ticket(self, kode: str, nama: str) -> str:
        """A new enrolment ticket for one village, as printed on the letter."""
        printed = self._run("ticket", kode, "--nama", nama)
        found = re.search(r"\b[0-9A-Z]{4,6}(?:-[0-9A-Z]{3,6}){2,}\b", printed)
        if not found:
            raise NotReady(f"Tiket tidak terbaca: {printed}")
        return found.group()

    def officer(self, name: str, tingkat: str, instansi: str) -> Officer:
        """A staff account and its holder, logged in."""
        password = secrets.token_urlsafe(16)
        self._run("petugas", name, "--tingkat", tingkat, "--instansi", instansi, "--sandi-stdin", said=password)
        return Officer(self.address, name, password)

    def stop(self) -> None:
        """End the server process."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
            self._process = None

    def _run(self, *arguments: str, said: str | None = None) -> str:
        done = subprocess.run(
            self._command(*arguments),
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=READY_SECONDS,
        )
        if done.returncode:
            raise NotReady(done.stderr.strip())
        return done.stdout

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "sync.kabupaten", *arguments, "--data-dir", str(self._folder)]


def _read(stream: IO[str] | None, lines: queue.Queue[str]) -> None:
    for line in stream or ():
        lines.put(line)
    lines.put("")


class Officer:
    """Somebody with a browser at the staff pages: follows links, fills forms, keeps cookies."""

    def __init__(self, address: str, name: str, password: str) -> None:
        self._address = address
        self._open = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar())).open
        page = self.read("/masuk")
        self.submit("/masuk", page, {"nama": name, "sandi": password})

    def read(self, path: str) -> Page:
        """Open one page."""
        url = urljoin(self._address, path)
        with self._open(url, timeout=20) as answer:
            return Page(answer.geturl(), answer.read().decode())

    def submit(self, path: str, page: Page, fields: Mapping[str, str]) -> Page:
        """Send a form with the hidden fields of the page it stands on."""
        url = urljoin(self._address, path)
        body = urlencode({**page.hidden, **fields}).encode()
        with self._open(url, data=body, timeout=20) as answer:
            return Page(answer.geturl(), answer.read().decode())


class Page(HTMLParser):
    """A page as read: its text, its links, its hidden form fields."""

    def __init__(self, url: str, html: str) -> None:
        super().__init__()
        self.url = url
        self.html = html
        self.links: list[str] = []
        self.hidden: dict[str, str] = {}
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect links and hidden fields."""
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.hidden[str(found["name"])] = str(found.get("value") or "")

    def handle_data(self, data: str) -> None:
        """Collect the words."""
        self.words.append(data.strip())

    @property
    def text(self) -> str:
        """All words of the page in one line."""
        return " ".join(word for word in self.words if word)
