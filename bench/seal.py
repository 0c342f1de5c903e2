"""Sealing and verifying a forum of 200 usulan against the one slow hash in it, and how large its QR is."""

from __future__ import annotations

import hashlib
import random
import tempfile
import time
from functools import partial
from pathlib import Path

from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import seconds
from bench.village import one_usulan, open_forum, opened
from musrenbang_desktop.berita_acara.qr import QUIET
from musrenbang_desktop.berita_acara.seal import MODULE, qr_of
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.journal import base45, segel, segel_qr
from musrenbang_desktop.services.layanan import Layanan


def measure(plan: Plan) -> Section:
    """Every forum is sealed once, read back once from its QR, and checked against its journal."""
    usulan, criteria = plan.size(200, 12), 8
    seals: list[float] = []
    checks: list[float] = []
    reads: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory(prefix="musrenbang-") as folder, opened(Path(folder) / "data") as services:
        rows: list[Row] = []
        for _ in range(plan.runs(5)):
            _closed_forum(services, usulan, criteria)
            bare.append(seconds(_slow_hash))
            seals.append(seconds(services.segel.buat))
            checks.append(seconds(lambda: _untouched(services)))
            text = _qr(services)
            reads.append(seconds(partial(segel_qr.baca, text)) * 1e3)
        rows += _ratios(usulan, criteria, seals, checks, bare)
        rows.append(Figure(what="read and check one QR", value=sorted(reads)[len(reads) // 2], unit="ms"))
        rows += _sizes(f"{usulan} usulan", text)
        _closed_forum(services, plan.size(45, 5), 5)
        services.segel.buat()
        rows += _sizes(f"{plan.size(45, 5)} usulan", _qr(services))
        start = time.perf_counter()
        broken = replay.first_break(services.desk.connection)
        rows.append(Figure(what="chain alone", value=(time.perf_counter() - start) * 1e3, unit="ms"))
    if broken:
        raise AssertionError(f"the chain broke at {broken}")
    notes = [
        "One scrypt of 64 MB is in both and is most of them: that is the code which is read aloud.",
        "Verifying replays the whole journal into an empty database and compares every row.",
    ]
    return Section("Seal", rows, notes)


def _closed_forum(services: Layanan, usulan: int, criteria: int) -> None:
    chance = random.Random(usulan)
    open_forum(services)
    ids = services.usulan.catat_banyak([one_usulan(n) for n in range(usulan)], "mencatat usulan")
    rules = [Kriteria(f"k{n}", f"Kriteria {n}", f"K{n}", n + 1) for n in range(criteria)]
    groups = [Kelompok(f"g{n}", f"Kelompok {n}") for n in range(7)]
    services.prioritas.ubah_aturan(rules, groups)
    services.prioritas.kunci(("Saksi Satu", "Saksi Dua"))
    for group in groups:
        services.prioritas.isi(group.id, {one: tuple(chance.randint(1, 5) for _ in rules) for one in ids})
    services.kesepakatan.susun()
    services.kesepakatan.tetapkan(ids, "ke_kecamatan")
    services.kesepakatan.tutup()


def _slow_hash() -> None:
    hashlib.scrypt(bytes(64), salt=b"forum", n=segel.SCRYPT_N, r=8, p=1, maxmem=2**28, dklen=5)


def _untouched(services: Layanan) -> None:
    found = services.segel.periksa()
    if found:
        raise AssertionError(str(found))


def _qr(services: Layanan) -> str:
    found = services.segel.sekarang()
    if found is None:
        raise AssertionError("no seal")
    return found.qr


def _ratios(usulan: int, criteria: int, seals: list[float], checks: list[float], bare: list[float]) -> list[Row]:
    made = {f"seal {usulan} usulan x {criteria} criteria": seals, "verify it against journal and tables": checks}
    return [
        Ratio(
            what=what,
            ours=[one * 1e3 for one in ours],
            peer_name="scrypt alone",
            peer=[one * 1e3 for one in bare],
            unit="ms",
        )
        for what, ours in made.items()
    ]


def _sizes(what: str, text: str) -> list[Row]:
    found = qr_of(text)
    if found is None:
        raise AssertionError("no QR holds it")
    side = found[1]
    return [
        Figure(what=f"QR of {what}: bytes", value=len(base45.decode(text.removeprefix(segel_qr.AWALAN)))),
        Figure(what=f"QR of {what}: modules a side", value=round(side / MODULE) - 2 * QUIET),
        Figure(what=f"QR of {what}: printed side", value=round(side / MM, 1), unit="mm"),
    ]
