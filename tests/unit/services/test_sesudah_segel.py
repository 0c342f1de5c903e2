"""After the seal nothing of the forum can be done any more; what remains is an addendum and the paper itself.

Paper is printed, witnesses sign it, and photos of the signed pages are kept: none of it touches what was sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.journal_copy import Copied, JournalCopy
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.events import Event, to_bytes
from musrenbang_desktop.services.layanan import Layanan
from tests.hand_made import forge
from tests.photos import photo, written
from tests.small_forum import small_forum
from tests.sukamaju import whole_forum
from tests.village import Prepared, opened

Act = Callable[[Layanan, Path], object]


def sealed_with_a_photo(desa: Layanan) -> None:
    """The whole forum with a photo at one usulan, sealed."""
    whole_forum(desa)
    desa.kesepakatan.buka_lagi("lampiran tertinggal")
    with TemporaryDirectory() as folder:
        file = written(Path(folder), "a.jpg", photo(60, 40))
        desa.lampiran.catat([desa.lampiran.siapkan(file, usulan=desa.usulan.daftar()[0].id)])
    desa.notulen.catat("Talud didahulukan", jenis="putusan")
    desa.kesepakatan.tutup()
    desa.segel.buat()


@pytest.fixture(scope="module")
def sealed(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """One for all tests that must not change it."""
    with prepared.opened(sealed_with_a_photo, tmp_path_factory.mktemp("disegel")) as desa:
        yield desa


@pytest.fixture
def own(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    """One that the test may change."""
    with prepared.opened(sealed_with_a_photo, tmp_path / "data") as desa:
        yield desa


def first(desa: Layanan) -> str:
    return next(one.id for one in desa.usulan.daftar() if one.status == "aktif")


def second(desa: Layanan) -> str:
    return [one.id for one in desa.usulan.daftar() if one.status == "aktif"][1]


def person(desa: Layanan) -> str:
    return desa.peserta.daftar(hanya="belum")[0].id


def photo_of(desa: Layanan) -> str:
    return next(one.id for one in desa.lampiran.semua() if one.usulan)


def rules(desa: Layanan) -> Any:
    return desa.prioritas.aturan()


ACTS: dict[str, Act] = {
    "forum.ubah": lambda d, _: d.forum.ubah(tempat="Sekolah"),
    "usulan.catat": lambda d, _: d.usulan.catat(UsulanBaru(judul="Terlambat")),
    "usulan.ubah": lambda d, _: d.usulan.ubah(first(d), judul="Diganti"),
    "usulan.batalkan": lambda d, _: d.usulan.batalkan(first(d), "lain kali"),
    "usulan.pulihkan": lambda d, _: d.usulan.pulihkan(first(d)),
    "usulan.geser": lambda d, _: d.usulan.geser(first(d), 1),
    "usulan.catat_pendapat": lambda d, _: d.usulan.catat_pendapat(first(d), "setuju", "penting"),
    "ganda.gabung": lambda d, _: d.ganda.gabung(first(d), second(d)),
    "ganda.pecah": lambda d, _: d.ganda.pecah(first(d), [Pecahan("A"), Pecahan("B")]),
    "ganda.beda": lambda d, _: d.ganda.beda(first(d), second(d)),
    "ganda.pisahkan": lambda d, _: d.ganda.pisahkan(first(d)),
    "tahun_lalu.ajukan_lagi": lambda d, _: d.tahun_lalu.ajukan_lagi(["2026/U-001"]),
    "lampiran.catat": lambda d, folder: d.lampiran.catat(
        [d.lampiran.siapkan(written(folder, "x.jpg", photo(50, 40)), usulan=first(d))]
    ),
    "lampiran.batalkan": lambda d, _: d.lampiran.batalkan(photo_of(d)),
    "lampiran.tempatkan": lambda d, _: d.lampiran.tempatkan(photo_of(d), Titik("-6.9", "107.6")),
    "lampiran.ubah_jenis": lambda d, _: d.lampiran.ubah_jenis(photo_of(d), "rab"),
    "peserta.undang": lambda d, _: d.peserta.undang(PesertaBaru(nama="Terlambat")),
    "peserta.catat_tamu": lambda d, _: d.peserta.catat_tamu(PesertaBaru(nama="Terlambat")),
    "peserta.hadirkan": lambda d, _: d.peserta.hadirkan(person(d)),
    "peserta.ubah": lambda d, _: d.peserta.ubah(person(d), nama="Diganti"),
    "prioritas.ubah_aturan": lambda d, _: d.prioritas.ubah_aturan(rules(d).kriteria, rules(d).kelompok),
    "prioritas.kunci": lambda d, _: d.prioritas.kunci(("A", "B")),
    "prioritas.buka_kunci": lambda d, _: d.prioritas.buka_kunci("salah"),
    "prioritas.isi": lambda d, _: d.prioritas.isi(rules(d).kelompok[0].id, {first(d): (1,) * len(rules(d).kriteria)}),
    "kesepakatan.susun": lambda d, _: d.kesepakatan.susun(),
    "kesepakatan.pindah": lambda d, _: d.kesepakatan.pindah(first(d), 3, "mendesak", oleh="Ketua", setuju=5),
    "kesepakatan.tetapkan": lambda d, _: d.kesepakatan.tetapkan([first(d)], "belum_disepakati", "lahan"),
    "kesepakatan.tutup": lambda d, _: d.kesepakatan.tutup(),
    "kesepakatan.buka_lagi": lambda d, _: d.kesepakatan.buka_lagi("salah"),
    "pagu.tambah": lambda d, _: d.pagu.tambah("Dana Desa", 1),
    "kesepakatan.putuskan": lambda d, _: d.kesepakatan.putuskan(Putusan(cara="mufakat")),
    "notulen.ubah": lambda d, _: d.notulen.ubah(d.notulen.daftar()[0].id, pokok="Jalan didahulukan"),
    "notulen.keluarkan": lambda d, _: d.notulen.keluarkan(d.notulen.daftar()[0].id),
    "segel.buat": lambda d, _: d.segel.buat(),
    "riwayat.batalkan": lambda d, _: must_refuse(d.riwayat.batalkan()),
    "riwayat.ulangi": lambda d, _: must_refuse(d.riwayat.ulangi()),
}


def must_refuse(done: object) -> None:
    """Nothing to take back or do again is as good as a refusal."""
    if done is None:
        raise RuleBroken("forum", "sudah_ditutup")


@pytest.mark.parametrize("name", ACTS)
def test_no_act_is_possible_after_the_seal(sealed: Layanan, tmp_path: Path, name: str) -> None:
    head, rows = sealed.desk.store.head, replay.dump(sealed.desk.connection)
    with pytest.raises(RuleBroken):
        ACTS[name](sealed, tmp_path)
    assert sealed.desk.store.head == head
    assert replay.dump(sealed.desk.connection) == rows
    assert sealed.segel.periksa() is None


def test_an_addendum_the_paper_and_its_photos_leave_what_was_sealed(own: Layanan, tmp_path: Path) -> None:
    jejak = own.dokumen.isi().jejak
    added = own.segel.tambah("Nama camat diperbaiki", "Pimpinan sidang", "salah eja")
    assert added.nomor == 1
    page = own.lampiran.siapkan(written(tmp_path, "halaman 1.jpg", photo(80, 60)))
    (record,) = own.lampiran.catat([page])
    own.lampiran.batalkan(record)
    assert own.segel.periksa() is None
    assert own.dokumen.isi().jejak == jejak
    assert own.riwayat.batalkan() is not None, "the photo that was taken off is back"
    assert [one.nama for one in own.lampiran.daftar()] == ["halaman 1.jpg"]
    assert own.riwayat.batalkan() is not None
    assert own.riwayat.batalkan() is None, "undo stops at the seal"


@pytest.mark.parametrize("isi", [{"status": "batal"}, {"usulan": ""}, {"usulan": None, "status": "batal"}])
def test_a_photo_of_an_usulan_behind_the_seal_is_named(own: Layanan, isi: dict[str, Any]) -> None:
    record = photo_of(own)
    forge(own, "lampiran.ubah", record, isi)
    found = own.segel.periksa()
    assert found is not None
    assert (found.record, found.sebab) == (record, "diubah sesudah disegel")


def test_what_is_typed_into_sipd_and_noted_afterwards_leaves_the_seal_whole(own: Layanan) -> None:
    own.sipd.masuk(own.sipd.antrean()[0].usulan.id, "Rina", "778812")
    note = own.notulen.catat("Acara ditutup dengan doa", oleh="Ketua BPD")
    own.notulen.ubah(note, tanggapan="Selesai pukul dua belas")
    assert own.segel.periksa() is None
    own.riwayat.batalkan()
    assert own.segel.periksa() is None


def test_a_note_that_was_changed_behind_the_seal_is_named(own: Layanan) -> None:
    record = own.notulen.daftar()[0].id
    forge(own, "notulen.ubah", record, {"pokok": "Jalan didahulukan"})
    found = own.segel.periksa()
    assert found is not None
    assert (found.record, found.sebab) == (record, "diubah sesudah disegel")


def test_whoever_speaks_while_the_forum_is_sealed_has_spoken_up_to_then(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        whole_forum(desa)
        desa.bicara.mulai(desa.bicara.unsur()[0], "P")
        desa.bicara.antre(desa.bicara.unsur()[1], "L")
        desa.segel.buat()
        assert desa.bicara.berjalan() is None
        for act in (lambda: desa.bicara.mulai(desa.bicara.unsur()[0], "L"), desa.bicara.berikut):
            with pytest.raises(RuleBroken, match="sudah_disegel"):
                act()
        desa.bicara.selesai()
        assert replay.first_difference(desa.desk.connection) is None
        assert desa.segel.periksa() is None


def test_a_turn_of_speech_that_was_changed_behind_the_seal_is_named_and_not_shown_again(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        whole_forum(desa)
        desa.bicara.mulai(desa.bicara.unsur()[0], "P")
        desa.bicara.selesai()
        desa.segel.buat()
        (before,) = desa.bicara.daftar()
        forge(desa, "bicara.ubah", before.id, {"selesai": "2026-01-21T16:00:00+07:00"})
        found = desa.segel.periksa()
        assert found is not None
        assert (found.record, found.sebab) == (before.id, "diubah sesudah disegel")
        with desa.desk.store.transaction():
            replay.rebuild(desa.desk.connection)
        assert desa.bicara.daftar() == [before], "what came behind the seal changes no table"
        assert desa.segel.periksa() == found, "and is found all the same"


def test_an_event_under_the_name_of_another_forum_changes_nothing_sealed(own: Layanan) -> None:
    sealed_forum, record = own.desk.forum_id, first(own)
    title = own.usulan.satu(record).judul
    own.forum.buka(small_forum())
    forge(own, "usulan.ubah", record, {"judul": "Gapura"})
    own.forum.pilih(sealed_forum)
    found = own.segel.periksa()
    assert found is not None
    assert (found.record, found.sebab) == (record, "diubah sesudah disegel")
    with own.desk.store.transaction():
        replay.rebuild(own.desk.connection)
    assert own.usulan.satu(record).judul == title


def test_what_was_put_behind_the_seal_into_the_second_journal_file_changes_no_table(
    prepared: Prepared, tmp_path: Path
) -> None:
    """The laptop takes it in at the next start, because nothing that was written is thrown away, and names it."""
    with prepared.opened(sealed_with_a_photo, tmp_path / "data") as desa:
        store, record = desa.desk.store, first(desa)
        title = desa.usulan.satu(record).judul
        event = Event(
            jenis="usulan.ubah", record=record, forum=desa.desk.forum_id, isi={"judul": "Gapura"}, jam="2026-01-22"
        )
        forged = Copied(store.device, store.head.seq + 1, to_bytes(event))
    with closing(JournalCopy(tmp_path / "data")) as copy:
        copy.append([forged])
    with opened(tmp_path / "data") as desa:
        assert desa.desk.store.head.seq == forged.seq
        assert desa.usulan.satu(record).judul == title
        found = desa.segel.periksa()
        assert found is not None
        assert (found.record, found.sebab) == (record, "diubah sesudah disegel")
