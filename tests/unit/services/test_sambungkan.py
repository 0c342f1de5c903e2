"""A forum that is over is linked to one that was opened later: the link stands there, what was sealed stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.opening import FILE_NAME
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.photos import photo, written
from tests.replayed import assert_replayed
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def musdus(desa: Layanan, cakupan: str = "Krajan", *, end: str = "segel") -> str:
    """A musyawarah dusun of its own with three usulan, two of them agreed; it stays on the desk."""
    baru = replace(small_forum(), tingkat="dusun", cakupan=cakupan, tanggal="2026-01-10", tempat="Rumah kadus")
    child = desa.forum.buka(baru)
    ids = desa.usulan.catat_banyak(some_usulan(3), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    desa.kesepakatan.tetapkan(ids[:1], "belum_disepakati", "lahan belum jelas")
    if end:
        desa.kesepakatan.tutup()
    if end == "segel":
        desa.segel.buat()
    return child


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    return kosong


def of_forum(desa: Layanan, forum: str) -> list[bytes]:
    rows = desa.desk.connection.execute("SELECT isi FROM jurnal WHERE forum = ? ORDER BY n", (forum,))
    return [row[0] for row in rows]


@pytest.mark.parametrize("end", ["", "tutup", "segel"])
def test_a_forum_that_is_over_is_linked_later_and_its_usulan_are_carried_along(
    desa: Layanan, tmp_path: Path, end: str
) -> None:
    child = musdus(desa, end=end)
    before = of_forum(desa, child)
    main = desa.forum.buka(small_forum())
    assert [one.id for one in desa.silsilah.calon_anak()] == [child]
    desa.silsilah.sambungkan(child)
    (found,) = desa.silsilah.anak()
    assert (found.id, found.hasil, found.ditutup) == (child, 2, bool(end))
    new = [desa.usulan.satu(record) for record in desa.silsilah.ambil(child)]
    assert [(one.asal_forum, one.asal_urutan, one.asal) for one in new if one] == [
        (child, 1, "Krajan"), (child, 2, "Krajan"),
    ]  # fmt: skip
    assert desa.silsilah.calon_anak() == []
    assert desa.riwayat.daftar()[1].kalimat == "Musyawarah sebelum forum ini: Musyawarah dusun Krajan"
    assert "Musyawarah dusun Krajan" in desa.dokumen.isi().musyawarah
    assert of_forum(desa, child) == before, "nothing is written into what is over"
    desa.forum.pilih(child)
    above = desa.silsilah.induk()
    assert above and above.id == main
    if end == "segel":
        assert desa.segel.periksa() is None
    assert_replayed(desa)


def test_one_undo_takes_the_link_back_and_redo_makes_it_again(desa: Layanan) -> None:
    child = musdus(desa)
    desa.forum.buka(small_forum())
    desa.silsilah.sambungkan(child)
    desa.riwayat.batalkan()
    assert desa.silsilah.anak() == [] and [one.id for one in desa.silsilah.calon_anak()] == [child]
    desa.riwayat.ulangi()
    assert [one.id for one in desa.silsilah.anak()] == [child]
    desa.silsilah.ambil(child)
    desa.silsilah.lepaskan(child)
    assert desa.silsilah.anak() == []
    assert len(desa.usulan.daftar()) == 2, "what was taken over stays, with its lineage"
    assert desa.riwayat.daftar()[0].kalimat == "Hubungan ke musyawarah sebelumnya dilepas"
    assert_replayed(desa)


def test_the_forum_that_is_over_can_choose_it_too(desa: Layanan) -> None:
    child = musdus(desa)
    main = desa.forum.buka(small_forum())
    desa.forum.pilih(child)
    before = of_forum(desa, child)
    desa.silsilah.hubungkan(main)
    above = desa.silsilah.induk()
    assert above and above.id == main
    assert of_forum(desa, child) == before
    assert desa.segel.periksa() is None
    with pytest.raises(RuleBroken, match="dari_induknya"):
        desa.silsilah.hubungkan("")
    desa.forum.pilih(main)
    assert [one.id for one in desa.silsilah.anak()] == [child]
    desa.riwayat.batalkan()
    assert desa.silsilah.anak() == []
    assert_replayed(desa)


def test_nothing_is_linked_to_a_forum_that_is_closed_itself(desa: Layanan) -> None:
    child = musdus(desa)
    main = desa.forum.buka(small_forum())
    closed(desa)
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.sambungkan(child)
    desa.forum.pilih(child)
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.hubungkan(main)


def closed(desa: Layanan) -> None:
    ids = [one.id for one in desa.usulan.daftar()] or desa.usulan.catat_banyak(some_usulan(1), "sendiri")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    desa.kesepakatan.tutup()


def test_what_a_closed_forum_says_of_those_before_it_stays(desa: Layanan) -> None:
    linked = musdus(desa, end="")
    main = desa.forum.buka(small_forum())
    desa.forum.pilih(linked)
    desa.silsilah.hubungkan(main)
    desa.forum.pilih(main)
    closed(desa)
    said = desa.dokumen.isi()
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.mulai("dusun", "Gondang", "2026-01-11")
    desa.forum.pilih(linked)
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.hubungkan("")
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.riwayat.batalkan()
    musdus(desa, "Gondang", end="")
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.hubungkan(main)
    desa.forum.pilih(main)
    assert desa.dokumen.isi() == said


def test_a_forum_is_linked_once_to_its_own_village_and_never_in_a_circle(desa: Layanan) -> None:
    child = musdus(desa)
    first = desa.forum.buka(small_forum())
    desa.silsilah.sambungkan(child)
    desa.forum.buka(replace(small_forum(), tanggal="2026-01-28"))
    assert desa.silsilah.calon_anak() == []
    with pytest.raises(RuleBroken, match="sudah_dihubungkan"):
        desa.silsilah.sambungkan(child)
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        desa.silsilah.sambungkan(first)
    other = desa.forum.buka(replace(small_forum(), tingkat="dusun", cakupan="Krajan", tahun_rencana=2028))
    desa.forum.pilih(first)
    with pytest.raises(RuleBroken, match="bukan_desanya"):
        desa.silsilah.sambungkan(other)
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        desa.silsilah.lepaskan(other)
    upper = desa.forum.buka(replace(small_forum(), tingkat="pra", tanggal="2026-01-18"))
    lower = desa.forum.buka(replace(small_forum(), tingkat="pra", tanggal="2026-01-15"))
    desa.forum.pilih(upper)
    desa.silsilah.sambungkan(lower)
    desa.forum.pilih(lower)
    with pytest.raises(RuleBroken, match="melingkar"):
        desa.silsilah.sambungkan(upper)


def test_files_of_a_sealed_forum_come_along(desa: Layanan, tmp_path: Path) -> None:
    child = musdus(desa, end="")
    agreed = desa.usulan.daftar()[1].id
    file = written(tmp_path, "jalan.jpg", photo(60, 40))
    desa.lampiran.catat([desa.lampiran.siapkan(file, usulan=agreed)])
    desa.kesepakatan.tutup()
    desa.segel.buat()
    desa.forum.buka(small_forum())
    desa.silsilah.sambungkan(child)
    desa.silsilah.ambil(child)
    assert [one.nama for one in desa.lampiran.semua()] == ["jalan.jpg"]
    desa.forum.pilih(child)
    assert desa.segel.periksa() is None
    assert_replayed(desa)


def test_the_second_file_brings_the_link_back(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        child = musdus(desa)
        main = desa.forum.buka(small_forum())
        desa.silsilah.sambungkan(child)
        desa.silsilah.ambil(child)
        seen = replay.dump(desa.desk.connection)
    for path in tmp_path.glob(f"{FILE_NAME}*"):
        path.unlink()
    with opened(tmp_path) as desa:
        desa.forum.pilih(main)
        assert [one.id for one in desa.silsilah.anak()] == [child]
        assert replay.dump(desa.desk.connection) == seen
        desa.forum.pilih(child)
        assert desa.segel.periksa() is None
