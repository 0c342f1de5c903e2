"""Last year's set-up in the new forum: chosen parts only, in one act, taken back by one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.salinan import BAGIAN
from tests.desk import OpenVillage, lock_rules
from tests.replayed import assert_replayed
from tests.small_forum import small_forum

GUESTS = [
    PesertaBaru(nama="Hj. Siti Aminah", unsur="PKK", usia=51, dusun="Krajan", rt="02"),
    PesertaBaru(nama="Karto", unsur="RT", jenis_kelamin="L"),
]


@pytest.fixture
def desa(layanan: Layanan) -> Layanan:
    """A full forum of 2026, and the empty one of 2027 on the desk."""
    layanan.peserta.undang_banyak(GUESTS)
    layanan.peserta.hadirkan(layanan.peserta.daftar()[0].id, "08.10")
    layanan.peserta.catat_tamu(PesertaBaru(nama="Tamu"))
    layanan.dasar.catat(
        DataDasarBaru(indikator="Keluarga miskin", nilai="41", sumber="DTSEN", tanggal_data="2025-06-30")
    )
    lock_rules(layanan, 2)
    old = chosen(layanan)
    bare = replace(small_forum(), kode_wilayah=old.kode_wilayah, saksi=(), notulis=type(old.notulis)(""))
    layanan.forum.buka(replace(bare, tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    return layanan


def chosen(layanan: Layanan) -> Forum:
    found = layanan.forum.aktif()
    assert found
    return found


def test_everything_is_copied_in_one_act_and_one_undo_takes_it_back(desa: Layanan, open_village: OpenVillage) -> None:
    (source,) = desa.salinan.sumber()
    before = chosen(desa)
    assert desa.salinan.salin(source.id, BAGIAN) > 10
    after = chosen(desa)
    for name in ("pimpinan", "kepala", "notulis", "saksi", "fasilitator", "agenda", "target_unsur", "sambutan"):
        assert getattr(after, name) == getattr(source, name), name
    assert (after.tanggal, after.nomor_ba, after.nomor_sk, after.pagu) == (before.tanggal, "", "", before.pagu)
    assert desa.prioritas.aturan().kriteria[0].nama == "Mendesak"
    assert not desa.prioritas.aturan().terkunci, "the hall locks its own rules"
    assert len(desa.dasar.daftar()) == 1
    assert desa.riwayat.teks_batal() == "Persiapan disalin dari Musrenbang Desa Sukamaju 2026"
    again = open_village()
    again.riwayat.batalkan()
    assert chosen(again) == before
    assert again.peserta.daftar() == [] and again.dasar.daftar() == []
    assert_replayed(again)
    again.riwayat.ulangi()
    assert chosen(again) == after
    assert len(again.peserta.daftar()) == 2
    assert_replayed(again)


def test_people_come_as_invited_not_as_they_came_then(desa: Layanan) -> None:
    (source,) = desa.salinan.sumber()
    desa.salinan.salin(source.id, ["orang"])
    people = desa.peserta.daftar()
    assert [(one.nama, one.hadir, one.undangan, one.diundang) for one in people] == [
        ("Hj. Siti Aminah", "", "", True),
        ("Karto", "", "", True),
    ]
    assert people[0].usia == 52, "a year older"
    assert desa.salinan.salin(source.id, ["orang"]) == 0, "nobody twice"


def test_only_what_was_ticked_comes(desa: Layanan) -> None:
    (source,) = desa.salinan.sumber()
    desa.salinan.salin(source.id, ["agenda"])
    forum = chosen(desa)
    assert forum.agenda == source.agenda and forum.saksi == () and desa.peserta.daftar() == []
    with pytest.raises(RuleBroken, match="bagian"):
        desa.salinan.salin(source.id, [])


def test_what_there_is_to_copy_is_told(desa: Layanan) -> None:
    (source,) = desa.salinan.sumber()
    told = {one.bagian: one.jumlah for one in desa.salinan.isi(source.id)}
    assert (told["agenda"], told["orang"], told["dasar"], told["kriteria"]) == (len(source.agenda), 2, 1, 5)
    assert list(told) == list(BAGIAN)


def test_locked_rules_are_not_replaced(desa: Layanan) -> None:
    (source,) = desa.salinan.sumber()
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    head = desa.desk.store.head
    with pytest.raises(RuleBroken, match="terkunci"):
        desa.salinan.salin(source.id, ["kriteria", "agenda"])
    assert desa.desk.store.head == head, "all or nothing"


def test_another_village_is_no_source(desa: Layanan) -> None:
    other = desa.forum.buka(replace(small_forum(), desa="Sukamulya"))
    assert desa.salinan.sumber() == []
    desa.forum.pilih(next(one.id for one in desa.forum.daftar() if one.tahun_pelaksanaan == 2027))
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        desa.salinan.salin(other, ["agenda"])
