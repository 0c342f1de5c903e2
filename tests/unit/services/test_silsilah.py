"""Forums before the forum: what they agreed is taken over once, with where it came from, and one undo."""

from __future__ import annotations

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.replayed import assert_replayed
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import text_of


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    return kosong


def dusun(desa: Layanan, name: str, usulan: int, agreed: int | None = None) -> tuple[str, list[str]]:
    """A musyawarah dusun with usulan, the first ``agreed`` of them agreed in turned order; back at the parent."""
    parent = desa.desk.forum_id
    child = desa.silsilah.mulai("dusun", name, "2026-01-10")
    ids = desa.usulan.catat_banyak(some_usulan(usulan), "mencatat")
    if agreed is not None:
        desa.kesepakatan.susun()
        desa.kesepakatan.tetapkan(ids, "belum_disepakati", "lahan belum jelas")
        desa.kesepakatan.tetapkan(ids[:agreed], "ke_kecamatan")
    desa.forum.pilih(parent)
    return child, ids


def test_a_child_has_the_facts_of_its_village_and_a_day_of_its_own(desa: Layanan) -> None:
    parent = desa.forum.aktif()
    child, _ = dusun(desa, "Krajan", 0)
    (found,) = desa.silsilah.anak()
    assert parent and found.forum.induk == parent.id and found.id == child
    assert (found.forum.desa, found.forum.cakupan, found.forum.tingkat) == ("Sukamaju", "Krajan", "dusun")
    assert (found.forum.tanggal, found.forum.tahun_rencana) == ("2026-01-10", 2027)
    assert (found.hasil, found.diambil) == (0, 0)


def test_what_was_agreed_is_taken_over_in_its_order_with_its_lineage(desa: Layanan) -> None:
    child, ids = dusun(desa, "Krajan", 4, agreed=3)
    new = desa.silsilah.ambil(child)
    taken = [desa.usulan.satu(record) for record in new]
    assert [one.asal_usulan for one in taken if one] == ids[:3]
    assert [(one.asal_forum, one.asal_urutan, one.asal, one.peringkat_asal) for one in taken if one] == [
        (child, rank, "Krajan", rank) for rank in (1, 2, 3)
    ]
    assert taken[0] and (taken[0].judul, taken[0].perkiraan_biaya) == ("Drainase gang 1", 10_000_000)
    assert [(one.hasil, one.diambil, one.sisa) for one in desa.silsilah.anak()] == [(3, 3, 0)]
    assert_replayed(desa)


def test_without_an_order_all_that_stand_are_taken_over(desa: Layanan) -> None:
    child, ids = dusun(desa, "Krajan", 3)
    desa.forum.pilih(child)
    desa.usulan.batalkan(ids[1], "Ditarik")
    desa.usulan.ubah(ids[2], peringkat_asal=1)
    desa.forum.pilih(str(next(one.induk for one in desa.forum.daftar() if one.id == child)))
    taken = [desa.usulan.satu(record) for record in desa.silsilah.ambil(child)]
    assert [one.asal_usulan for one in taken if one] == [ids[2], ids[0]]


def test_nothing_is_taken_over_twice_but_what_came_later_is(desa: Layanan) -> None:
    parent = desa.desk.forum_id
    child, _ = dusun(desa, "Krajan", 2)
    desa.silsilah.ambil(child)
    with pytest.raises(RuleBroken, match="tanpa_hasil"):
        desa.silsilah.ambil(child)
    desa.forum.pilih(child)
    desa.usulan.catat_banyak(some_usulan(3)[2:], "menyusul")
    desa.forum.pilih(parent)
    assert len(desa.silsilah.ambil(child)) == 1
    assert [one.nomor for one in desa.usulan.daftar()] == [1, 2, 3]


def test_one_undo_takes_all_of_it_back_and_it_can_be_taken_again(desa: Layanan, open_village: OpenVillage) -> None:
    child, _ = dusun(desa, "Krajan", 3)
    other, _ = dusun(desa, "Ngadirejo", 2)
    desa.silsilah.ambil(other)
    desa.silsilah.ambil(child)
    desa.riwayat.batalkan()
    assert [one.asal for one in desa.usulan.daftar()] == ["Ngadirejo", "Ngadirejo"]
    assert_replayed(desa)
    again = open_village()
    again.riwayat.ulangi()
    assert len(again.usulan.daftar()) == 5
    again.riwayat.batalkan()
    assert len(again.silsilah.ambil(child)) == 3
    assert_replayed(again)


def test_a_pra_musrenbang_hands_on_the_rank_of_the_dusun(desa: Layanan) -> None:
    main = desa.desk.forum_id
    pra = desa.silsilah.mulai("pra", "", "2026-01-15")
    child, _ = dusun(desa, "Krajan", 2)
    desa.silsilah.ambil(child)
    desa.forum.pilih(main)
    taken = [desa.usulan.satu(record) for record in desa.silsilah.ambil(pra)]
    assert [(one.asal_forum, one.asal, one.peringkat_asal) for one in taken if one] == [
        (pra, "Krajan", 1),
        (pra, "Krajan", 2),
    ]


def test_a_closed_forum_takes_nothing_over(desa: Layanan) -> None:
    child, _ = dusun(desa, "Krajan", 1)
    ids = desa.usulan.catat_banyak(some_usulan(1), "sendiri")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    desa.kesepakatan.tutup()
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.ambil(child)


def test_no_forum_is_held_before_itself_or_for_another_village(desa: Layanan) -> None:
    main = desa.desk.forum_id
    pra = desa.silsilah.mulai("pra", "", "2026-01-15")
    child = desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    with pytest.raises(RuleBroken, match="bukan_sesudahnya"):
        desa.silsilah.mulai("rembug", "RW 01", "2026-01-05")
    desa.forum.pilih(main)
    for induk in (main, pra):
        with pytest.raises(RuleBroken, match="melingkar"):
            desa.silsilah.hubungkan(induk)
    with pytest.raises(RuleBroken, match="bukan_sesudahnya"):
        desa.silsilah.hubungkan(child)
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        desa.silsilah.hubungkan("tiada-1")
    desa.forum.pilih(child)
    assert [one.id for one in desa.silsilah.calon_induk()] == [main, pra]
    desa.silsilah.hubungkan(main)
    desa.forum.pilih(main)
    assert {one.id for one in desa.silsilah.anak()} == {pra, child}
    with pytest.raises(RuleBroken, match="cakupan"):
        desa.silsilah.mulai("dusun", " ", "2026-01-10")


def paper(desa: Layanan) -> str:
    isi = desa.dokumen.isi()
    return text_of(render("berita_acara", isi, profile.load(isi.forum.profil)))


def test_paper_of_a_forum_before_this_one_is_called_by_its_own_name(desa: Layanan) -> None:
    desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    text = " ".join(paper(desa).split())
    assert "BERITA ACARA MUSYAWARAH DUSUN KRAJAN DESA SUKAMAJU" in text
    assert "telah diselenggarakan Musyawarah dusun Krajan yang dihadiri wakil-wakil warga" in text
    isi = desa.dokumen.isi()
    look = profile.load(isi.forum.profil)
    for jenis in ("undangan", "susunan_acara", "daftar_hadir", "berita_acara"):
        words = " ".join(text_of(render(jenis, isi, look)).split())
        assert "MUSYAWARAH DUSUN KRAJAN" in words, jenis
