"""What must hold when the day is over."""

from __future__ import annotations

from musrenbang_desktop.db import replay
from musrenbang_desktop.demo.stage import Stage


def check_everything(stage: Stage) -> None:
    """Chain, replay, copies, privacy."""
    connection = stage.services.desk.connection
    store = stage.services.desk.store
    stage.progress.check("rantai catatan utuh", replay.first_break(connection) is None, f"{store.head.seq} catatan")
    before = replay.dump(connection)
    with store.transaction():
        replay.rebuild(connection)
    rows = sum(len(table) for table in before.values())
    stage.progress.check("layar sama dengan putar ulang catatan", replay.dump(connection) == before, f"{rows} baris")
    copy = stage.services.cadangan.buat()
    stage.progress.check("cadangan terbaca kembali", copy.berkas.exists(), copy.berkas.name)
    log = store.path.parent / "log" / "musrenbang.log"
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    names = [person.isi.nama for person in stage.sample.peserta if person.isi.nama in said]
    stage.progress.check("log tanpa nama warga", not names, "tidak ada nama" if not names else names[0])
    stage.progress.check("tanpa peringatan di log", not said, said.splitlines()[-1] if said else "log kosong")
