"""The kamus of 5,000 entries searched at every key, against a plain scan with LIKE in raw sqlite3."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import village
from bench.row import Figure, Plan, Ratio, Section
from bench.timing import alternate, seconds
from tests.paket import ROWS, berkas, contoh_paket, kamus_besar
from tests.small_forum import small_forum

TYPED = ("pembangunan saluran drainase tipe 49", "jalan lingkungan", "dinas 12", "aspal", "zebra")
"""One with many words, one that hits a seventh of all entries, an office, a part of a word, one that is not there."""
LEAST = 2
"""letters before anything is looked for, as in the window"""
SHOWN = 8


def measure(plan: Plan) -> Section:
    """Both sides answer every key of the same words; a sample is the time of one key."""
    entries = kamus_besar(plan.size(5_000, 200))
    keys = [text[:end] for text in TYPED for end in range(LEAST, len(text) + 1)]
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as name:
        folder = Path(name)
        with village.opened(folder / "desa") as services:
            services.forum.buka(small_forum())
            path = berkas(folder, contoh_paket({**ROWS, "kamus": entries}))
            found = services.paket.periksa(path)
            checked = seconds(lambda: services.paket.periksa(path)) * 1e3
            put_in = seconds(lambda: services.paket.pasang(found)) * 1e3
            floor = _plain([(str(row[0]), " ".join(str(cell or "") for cell in row)) for row in entries])
            slowest: list[float] = []

            def ours() -> float:
                times = [seconds(lambda key=key: services.kamus.cari(key, SHOWN)) * 1e3 for key in keys]
                slowest.append(max(times))
                return sum(times) / len(times)

            def other() -> float:
                return sum(seconds(lambda key=key: floor(key)) for key in keys) * 1e3 / len(keys)

            times = alternate({"ours": ours, "floor": other}, plan.runs(15))
    what = f"one key in a kamus of {len(entries):,}"
    rows = [
        Ratio(what=what, ours=times["ours"], peer_name="LIKE scan", peer=times["floor"], unit="ms", budget=1.5),
        Figure(what=f"{what}: slowest of all", value=max(slowest[1:] or slowest), unit="ms", budget=100),
        Figure(what="check every byte of its package", value=checked, unit="ms"),
        Figure(what="put the package in", value=put_in, unit="ms"),
    ]
    notes = [
        f"{len(keys)} keys of {len(TYPED)} searches. The package has {len(found.berkas):,} bytes.",
        "Ours finds every word anywhere in an entry and puts the best first.",
        "The floor looks for the letters as they stand, and puts the shortest first.",
    ]
    return Section("Kamus", rows, notes)


def _plain(entries: list[tuple[str, str]]) -> Callable[[str], object]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE kamus (kode TEXT PRIMARY KEY, teks TEXT)")
    connection.executemany("INSERT INTO kamus VALUES (?, ?)", entries)
    sql = "SELECT kode, teks FROM kamus WHERE teks LIKE '%' || ? || '%' ORDER BY length(teks), kode LIMIT 8"
    return lambda text: connection.execute(sql, (text,)).fetchall()
