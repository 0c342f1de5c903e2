"""A village's first exchange, and one with a single change, through the real server; against one POST of the facts."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import git_push, village
from bench.counting import HOST, CountingProxy, Passed, free_port, wait_for
from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import seconds
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan
from sync.device.enrolment import enrol_now
from sync.device.identity import identity
from sync.device.run import run

FACTS = ("forum", "peserta", "usulan", "aturan", "skor", "kesepakatan", "butir")
_DERIVED = ("ada", "cari", "nomor_versi")
_KEYS = ("kelompok", "usulan", "kriteria", "forum")


@dataclass(slots=True)
class Samples:
    """Traffic and seconds of each run."""

    passed: list[Passed] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def total(self) -> list[float]:
        """Bytes both ways."""
        return [one.up + one.down for one in self.passed]


def measure(plan: Plan) -> Section:
    """Every run is another village with its own journal; ours and the floor take turns within it."""
    kinds = ("first", "change")
    ours, floor = ({kind: Samples() for kind in kinds} for _ in range(2))
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as name:
        root = Path(name)
        with _kabupaten(root / "kabupaten") as (kabupaten, own), _plain_server(root / "floor") as plain:
            # the first village also pays for what the server loads at its first request
            for number in range(plan.runs(5) + (0 if plan.quick else 1)):
                folder, kode = root / f"desa {number}", f"00.00.00.{2001 + number}"
                village.whole_forum(folder, kode)
                lines = _village(folder, kabupaten.ticket(kode), (ours, own), (floor, plain))
        pushed = git_push.push_twice(root, *lines)
    if not plan.quick:
        for side in (ours, floor):
            for samples in side.values():
                del samples.passed[0], samples.seconds[0]
    return Section(
        "Exchange with the kabupaten", [*_rows(ours, floor), *_git_rows(ours, pushed)], _notes(lines, pushed)
    )


def _village(
    folder: Path,
    ticket: str,
    ours: tuple[dict[str, Samples], CountingProxy],
    floor: tuple[dict[str, Samples], CountingProxy],
) -> tuple[list[str], list[str]]:
    """Both sides of both exchanges; the facts as lines before and after the change come back."""
    before: dict[str, str] = {}
    found = []
    with village.opened(folder) as services:
        _enrol(services, folder, ticket, ours[1].port)
        for kind in ("first", "change"):
            if kind == "change":
                one = services.usulan.daftar()[6]
                _reopen_for_change(services)
                services.usulan.ubah(one.id, perkiraan_biaya=(one.perkiraan_biaya or 0) + 5_000_000)
            facts = _facts(services.desk.connection)
            changed = [line for key, line in facts.items() if before.get(key) != line]
            before = facts
            found.append(list(facts.values()))
            _sample(ours[0][kind], ours[1], lambda: _exchange(services, folder))
            _sample(floor[0][kind], floor[1], lambda changed=changed: _post(floor[1].port, changed))
    return found[0], found[1]


def _reopen_for_change(services: Layanan) -> None:
    """A closed agreement takes no changes; the reason for opening it again is part of what travels."""
    if services.kesepakatan.sekarang() is not None:
        services.kesepakatan.buka_lagi("Harga satuan diperbaiki")


def _sample(samples: Samples, proxy: CountingProxy, job: object) -> None:
    proxy.take()
    samples.seconds.append(seconds(job))
    samples.passed.append(proxy.take())


def _enrol(services: Layanan, folder: Path, ticket: str, port: int) -> None:
    enrol_now(services.desk.store, FileKeys(folder), f"http://{HOST}:{port}", ticket)


def _exchange(services: Layanan, folder: Path) -> None:
    store = services.desk.store
    done = run(store, identity(store.connection, FileKeys(folder)))
    if not done.cocok or done.catatan:
        raise AssertionError("the server does not hold and accept everything")


def _facts(connection: Connection) -> dict[str, str]:
    """What the village knows, one JSON line a record and one a score, without what is empty or derived."""
    lines = {}
    for table in FACTS:
        rows = connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in rows.description]
        for row in rows.fetchall():
            fact = {n: v for n, v in zip(names, row, strict=True) if n not in _DERIVED and v not in (None, "")}
            for one in _one_a_score(fact) if table == "skor" else (fact,):
                key = one.get("id") or " ".join(str(one[n]) for n in _KEYS if n in one)
                lines[f"{table} {key}"] = json.dumps(
                    {"t": table, **one, "id": key}, ensure_ascii=False, separators=(",", ":")
                )
    return lines


def _one_a_score(sheet_row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for number, score in enumerate(json.loads(sheet_row["nilai"]), 1):
        yield {**sheet_row, "kriteria": number, "nilai": score}


def _post(port: int, lines: Sequence[str]) -> None:
    body = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("POST", "/", body, {"Content-Type": "application/jsonl", "Content-Encoding": "gzip"})
    answer = json.loads(connection.getresponse().read())
    connection.close()
    if answer != {"n": len(lines)}:
        raise AssertionError(f"the floor took {answer}")


class _Kabupaten:
    """The real server and its command line on one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "sync.kabupaten", *arguments, "--data-dir", str(self._folder)]

    def ticket(self, kode: str) -> str:
        """An enrolment ticket for one village."""
        done = subprocess.run(
            self.command("ticket", kode), cwd=village.ROOT, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@contextmanager
def _kabupaten(folder: Path) -> Iterator[tuple[_Kabupaten, CountingProxy]]:
    kabupaten = _Kabupaten(folder)
    with subprocess.Popen(
        kabupaten.command("serve", "--port", "0"),
        cwd=village.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://[0-9.]+:([0-9]+)", process.stdout.readline())
            if found is None:
                raise AssertionError("the server did not say where it listens")
            with CountingProxy(int(found[1])) as proxy:
                yield kabupaten, proxy
        finally:
            process.terminate()


@contextmanager
def _plain_server(folder: Path) -> Iterator[CountingProxy]:
    folder.mkdir()
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "bench.plain_server", str(folder), str(port)], cwd=village.ROOT
    ) as process:
        try:
            wait_for(port)
            with CountingProxy(port) as proxy:
                yield proxy
        finally:
            process.terminate()


_WHAT = {"first": "first exchange of the whole forum", "change": "exchange after one change"}


def _rows(ours: dict[str, Samples], floor: dict[str, Samples]) -> Iterator[Row]:
    name = "one gzip POST"
    for kind, what in _WHAT.items():
        own, other = ours[kind], floor[kind]
        yield Figure(what=f"{what}: round trips", value=max(one.round_trips for one in own.passed), budget=1)
        yield Ratio(what=f"{what}: bytes both ways", ours=own.total, peer_name=name, peer=other.total, unit="B")
        yield Figure(what=f"{what}: bytes up", value=own.passed[-1].up, unit="B")
        yield Figure(what=f"{what}: bytes down", value=own.passed[-1].down, unit="B")
        yield Ratio(
            what=f"{what}: time",
            ours=[one * 1e3 for one in own.seconds],
            peer_name=name,
            peer=[one * 1e3 for one in other.seconds],
            unit="ms",
        )


def _git_rows(ours: dict[str, Samples], pushed: tuple[Passed, Passed] | None) -> Iterator[Row]:
    for (kind, what), git, budget in zip(_WHAT.items(), pushed or (), (0.5, 0.6), strict=False):
        yield Ratio(
            what=f"{what}: bytes both ways",
            ours=ours[kind].total[-1:],
            peer_name="git push of the JSON lines",
            peer=[git.up + git.down],
            unit="B",
            budget=budget,
        )


def _notes(lines: tuple[list[str], list[str]], pushed: tuple[Passed, Passed] | None) -> list[str]:
    size = sum(len(line.encode()) + 1 for line in lines[0])
    notes = [
        f"The forum of Sukamaju: {len(lines[0])} records (each score is one), {size:,} bytes as JSON lines.",
        "Loopback; a proxy counts bytes with all heads of HTTP, and round trips without the handshake of TCP.",
        "Ours carries the signed history of every act and brings receipts home; the floor carries the last state.",
        "The change: the agreement is opened again with a reason and one usulan gets a new cost.",
        "For it the floor sends only the records that differ.",
    ]
    if pushed is None:
        notes.append("git push: not measured, git or its daemon is not here.")
    return notes
