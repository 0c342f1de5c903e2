"""Two years of one village: last year's forum with answers of the kabupaten, and this year's on the desk."""

from __future__ import annotations

import json
from dataclasses import replace

from musrenbang_desktop.db.projections import project_kabar
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan


def last_year(layanan: Layanan, count: int = 6) -> list[str]:
    """The usulan of last year's forum; this year's forum is open behind it."""
    layanan.forum.buka(replace(small_forum(), tahun_pelaksanaan=2025, tahun_rencana=2026, tanggal="2025-01-22"))
    ids = layanan.usulan.catat_banyak(some_usulan(count), "tahun lalu")
    layanan.forum.buka(small_forum())
    return ids


def answer(layanan: Layanan, usulan: str, tingkat: str, putusan: str, alasan: str = "") -> None:
    """One decision, as it comes home from the kabupaten."""
    news = {
        "t": "jawaban.putus", "usulan": usulan, "tingkat": tingkat, "putusan": putusan, "alasan_kode": "",
        "alasan": alasan, "oleh": "Bappeda Contoh", "waktu": "2025-12-02T10:00:00+07:00",
    }  # fmt: skip
    store = layanan.desk.store
    with store.transaction():
        number = store.connection.execute("SELECT coalesce(max(n), 0) + 1 FROM kabar").fetchone()[0]
        store.connection.execute("INSERT INTO kabar VALUES (?, ?)", (number, json.dumps(news).encode()))
        project_kabar(store.connection, number, news)
