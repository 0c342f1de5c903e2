"""Women and dusun that are not represented: the forum goes on only with a reason, and the reason prints."""

from __future__ import annotations

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import text_of


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    """Nine people of one dusun are invited, three women among them."""
    kosong.forum.buka(small_forum())
    kosong.peserta.undang_banyak(
        [PesertaBaru(nama=f"Warga {n}", jenis_kelamin="P" if n < 3 else "L", dusun="Krajan") for n in range(9)]
    )
    return kosong


def come(desa: Layanan, many: int) -> None:
    for one in desa.peserta.daftar(hanya="undangan")[:many]:
        desa.peserta.hadirkan(one.id, "08.50")


def paper(desa: Layanan) -> str:
    isi = desa.dokumen.isi()
    return text_of(render("berita_acara", isi, profile.load(isi.forum.profil)))


def test_women_and_dusun_that_are_missing_need_a_reason_that_prints(desa: Layanan) -> None:
    """The rules are data of the profile: at least 30 % women, and somebody of every dusun that was invited."""
    rules = desa.kehadiran.aturan()
    assert (rules.perempuan_persen, rules.tiap_dusun) == (30, 1)
    come(desa, 9)
    desa.peserta.undang(PesertaBaru(nama="Bu Wiji", jenis_kelamin="P", dusun="Ngadirejo"))
    short = [one for one in desa.kehadiran.keadaan().kurang if one.jenis == "dusun"]
    assert desa.kehadiran.keadaan().tahap == "cukup", "nobody waits three hours for a dusun"
    assert short and short[0].kurang == ("Ngadirejo",)
    with pytest.raises(RuleBroken, match="alasan_kuorum"):
        desa.kehadiran.buka()
    usulan = desa.usulan.catat_banyak(some_usulan(1), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(usulan, "dana_desa")
    with pytest.raises(RuleBroken) as caught:
        desa.kesepakatan.tutup()
    assert (caught.value.field, caught.value.code) == ("kuorum", "tidak_terwakili")
    desa.kehadiran.buka("jalan ke Ngadirejo longsor", ("Dusun: 1 dari 2 terwakili; belum ada: Ngadirejo",))
    text = paper(desa)
    assert "tercapai; belum terpenuhi: Dusun: 1 dari 2 terwakili; belum ada: Ngadirejo" in text
    assert "musyawarah dilanjutkan karena jalan ke Ngadirejo longsor" in text
    desa.kesepakatan.tutup()


def test_a_reason_prints_also_where_no_quorum_is_asked_for(desa: Layanan) -> None:
    come(desa, 1)
    desa.kehadiran.pilih_bagian("tidak")
    desa.kehadiran.buka("warga panen", ("Dusun: 1 dari 2 terwakili",))
    text = paper(desa)
    assert "belum terpenuhi: Dusun: 1 dari 2 terwakili; musyawarah dilanjutkan karena warga panen" in text


def test_too_few_women_need_a_reason_unless_nobody_knows(desa: Layanan) -> None:
    """Six men and one woman of seven: 30 % are three. Men whose L/P nobody marked may be women, so they only warn."""
    for one in desa.peserta.daftar()[:2]:
        desa.peserta.ubah(one.id, jenis_kelamin="L")
    come(desa, 7)
    with pytest.raises(RuleBroken, match="alasan_kuorum"):
        desa.kehadiran.buka()
    for one in desa.peserta.daftar()[3:5]:
        desa.peserta.ubah(one.id, jenis_kelamin="")
    (women,) = [one for one in desa.kehadiran.keadaan().kurang if one.jenis == "perempuan"]
    assert (women.ada, women.perlu, women.wajib) == (1, 3, False)
    desa.kehadiran.buka()


def test_a_second_meeting_needs_no_quorum_but_a_reason_without_women(desa: Layanan) -> None:
    """Whoever puts the meeting off does not get rid of the women by it."""
    desa.kehadiran.tunda("2026-01-22", "09.30", "undangan belum cukup")
    for one in desa.peserta.daftar()[3:6]:
        desa.peserta.hadirkan(one.id, "09.30")
    assert [one.jenis for one in desa.kehadiran.keadaan().perlu_alasan] == ["perempuan"]
    with pytest.raises(RuleBroken, match="alasan_kuorum"):
        desa.kehadiran.buka()
    assert [broken.code for broken in desa.kehadiran.kurang()] == ["tidak_terwakili"]
    desa.kehadiran.buka("para ibu sedang panen", ("Perempuan: 0 orang, perlu 1",))
    assert desa.kehadiran.kurang() == []
    text = paper(desa)
    assert "dilanjutkan dengan yang hadir; belum terpenuhi: Perempuan: 0 orang, perlu 1" in text
    assert "musyawarah dilanjutkan karena para ibu sedang panen" in text
