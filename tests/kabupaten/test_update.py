"""A server that is brought forward knows what arrived before; what it does not show, it keeps."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from musrenbang_desktop.domain.antardesa import UsulanTetangga
from musrenbang_desktop.domain.lampiran import Titik
from sync.kabupaten.place import DATABASE_VARIABLE, FOLDER_VARIABLE
from tests.kabupaten import ledger
from tests.kabupaten.running import ROOT, Browser, Running
from tests.kabupaten.villages import Village
from tests.photos import photo, written


def take_back(server: Running, migration: str) -> None:
    """Put the tables back to an older version, as a server has them that was not brought forward yet."""
    code = f"from django.core.management import call_command; call_command('migrate', 'kabupaten', '{migration}')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), FOLDER_VARIABLE: str(server.folder),
                   "DJANGO_SETTINGS_MODULE": "sync.kabupaten.settings",
                   **({DATABASE_VARIABLE: server.database_url} if server.database_url else {})}  # fmt: skip
    start = "from sync.kabupaten.database import use_newer_sqlite; use_newer_sqlite(); import django; django.setup()"
    command = [sys.executable, "-c", f"{start}; {code}"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_what_was_merged_before_the_update_is_named_after_it(own_server: Running, village: Village) -> None:
    survivor, merged, apart = village.propose(3)
    village.layanan.ganda.gabung(survivor, merged)
    village.layanan.ganda.gabung(survivor, apart)
    village.layanan.ganda.pisahkan(apart)
    village.enrol(own_server)
    village.exchange()
    own_server.stop()
    take_back(own_server, "0003")
    own_server.start()
    text = Browser(own_server.address).get(f"/desa/{village.kode}/2027").text
    assert text.count("Dilanjutkan di U-001 Drainase gang 1: Dicatat") == 1
    assert ledger.rows(own_server, "SELECT gabung_ke FROM kabupaten_usulan WHERE id = ?", apart) == [("",)]


def test_what_was_noted_about_another_village_before_the_update_shows_after_it(
    own_server: Running, village: Village
) -> None:
    record = village.propose(1)[0]
    other = UsulanTetangga(
        kode_wilayah="00.97.01.2002", desa="Wonorejo", nomor="U-001", tahun_rencana=2027, judul="Jembatan Kali Genteng"
    )
    village.layanan.antardesa.nyatakan(record, other, "bersama")
    village.enrol(own_server)
    village.exchange()
    own_server.stop()
    take_back(own_server, "0007")
    own_server.start()
    browser = Browser(own_server.address)
    browser.log_in(own_server.staff("sesudah-pembaruan"))
    assert "Desa Wonorejo: Jembatan Kali Genteng" in browser.get(f"/petugas/usulan/{record}").text


def test_the_record_of_a_photo_arrives_and_its_place_does_not_show(
    server: Running, village: Village, tmp_path: Path
) -> None:
    usulan = village.propose(1)[0]
    files = village.layanan.lampiran
    siap = files.siapkan(written(tmp_path, "rumah Pak Contoh.jpg", photo(titik=(-6.9, 107.6))), usulan=usulan)
    (record,) = files.catat([siap])
    files.tempatkan(record, Titik("-6.9", "107.6"))
    village.enrol(server)
    summary = village.exchange()
    assert summary.catatan == ()
    assert ledger.verdicts(server, village.store.device) == []
    text = Browser(server.address).get(f"/desa/{village.kode}/2027").text
    assert "Drainase gang 1" in text
    assert "rumah Pak" not in text
