"""A day in which something stands in every list of the program: for tests that go over all pages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from musrenbang_desktop.db.projections import project_kabar
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.last_year import answer
from tests.photos import photo, written
from tests.small_forum import some_usulan
from tests.sukamaju import whole_forum


def full_day(desa: Layanan, folder: Path) -> None:
    """Last year, a meeting of a dusun, the whole day of Sukamaju open at its agreement, and what surrounds it."""
    desa.forum.buka(replace(contoh().forum, tahun_pelaksanaan=2025, tahun_rencana=2026, tanggal="2025-01-22"))
    desa.usulan.catat_banyak(some_usulan(3), "tahun lalu")
    whole_forum(desa, close=False)
    before = desa.desk.forum_id
    desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    desa.forum.pilih(before)
    _prepare(desa)
    _people(desa)
    _usulan(desa, folder)
    _speak(desa)
    desa.riwayat.batalkan()
    desa.riwayat.ulangi()


def _prepare(desa: Layanan) -> None:
    desa.dasar.ubah(desa.dasar.catat(_figure()), nilai="99")
    desa.agenda.tambah(Acara("Doa penutup", 5))
    desa.unsur.tambah(TargetUnsur("Karang Werda", 2))
    desa.forum.ubah(
        pagu_sumber=(PaguSumber("APBD kabupaten", 200_000_000), PaguSumber("Swadaya warga")),
        penjaga_waktu=Pejabat("Darmo", "Linmas"),
        notulis_kedua=Pejabat("Yuliana", "Kader Posyandu"),
        sambutan=(Pejabat("Sugeng Widodo", "Camat Contoh"),),
        pemateri=(Pejabat("Retno", "Bappeda"),),
    )
    desa.titipan.catat(UsulanBaru(judul="Lampu jalan gang melati"))


def _people(desa: Layanan) -> None:
    person = desa.peserta.daftar()[0]
    desa.kehadiran.jadikan_delegasi(person.id, "delegasi")
    desa.lembar_hadir.catat_jumlah(1, 12)


def _usulan(desa: Layanan, folder: Path) -> None:
    first, second = desa.usulan.daftar()[:2]
    desa.usulan.ubah(first.id, sumber_dana=(SumberDana("APBD kabupaten", 5_000_000),), tema_asal=("perempuan",))
    for usulan in ("", first.id):
        path = written(folder, f"foto{len(usulan)}.jpg", photo(300, 200 + len(usulan)))
        desa.lampiran.catat([desa.lampiran.siapkan(path, "foto", usulan)])
    queue = desa.sipd.antrean()
    desa.sipd.masuk(queue[0].usulan.id, "Rina", "778812")
    answer(desa, second.id, "kecamatan", "diterima")
    _receipt(desa, first.id)
    kelompok = desa.prioritas.aturan().kelompok[0].id
    desa.suara.isi_ulang(kelompok, first.id, desa.prioritas.lembar(kelompok)[first.id])


def _speak(desa: Layanan) -> None:
    desa.sidang.mulai()
    desa.bicara.mulai("PKK", "P")
    desa.notulen.catat("Talut didahulukan", oleh="RT")
    desa.dokumen.simpan("daftar_hadir_nama", b"%PDF-1.4 contoh", 1)
    desa.dokumen.simpan(desa.dokumen.daftar()[0].jenis, b"%PDF-1.4 contoh", 1)


def _receipt(desa: Layanan, usulan: str) -> None:
    news = {
        "t": "bukti.terima", "usulan": [usulan], "awalan": "CTH", "nomor": 1, "waktu": "2026-01-23T10:00:00+07:00",
    }  # fmt: skip
    store = desa.desk.store
    with store.transaction():
        number = store.connection.execute("SELECT coalesce(max(n), 0) + 1 FROM kabar").fetchone()[0]
        store.connection.execute("INSERT INTO kabar VALUES (?, ?)", (number, json.dumps(news).encode()))
        project_kabar(store.connection, number, news)


def _figure() -> DataDasarBaru:
    return DataDasarBaru(indikator="KK miskin", nilai="120", sumber="DTKS", tanggal_data="2025-06-30")
