"""Paper ballots: numbered, typed twice, balanced, never more than people present; only then they are votes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara, bandingkan, jumlahkan, neraca
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened
from tests.voting import HADIR, hall


@pytest.fixture
def approval(tmp_path: Path) -> Iterator[tuple[Layanan, list[str]]]:
    yield from hall(tmp_path)


def type_both(desa: Layanan, surat: SuratSuara) -> None:
    for pencacah in (1, 2):
        desa.suara.isi("g1", pencacah, surat)


def test_two_typings_that_agree_become_the_votes_of_the_group(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    desa.suara.terbitkan("g1", 6)
    desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
    type_both(desa, SuratSuara(1, (ids[0], ids[2])))
    type_both(desa, SuratSuara(2, (ids[2],)))
    type_both(desa, SuratSuara(3))
    type_both(desa, SuratSuara(4, rusak=True))
    desa.suara.sisakan("g1", 2)
    assert desa.suara.neraca("g1") == neraca(6, 2, [*desa.suara.surat("g1", 1).values()])
    assert desa.suara.neraca("g1").selisih == 0
    desa.suara.tutup("g1")
    votes = {record: row[0] for record, row in desa.prioritas.lembar("g1").items()}
    assert votes == {ids[0]: 1, ids[1]: 0, ids[2]: 2, ids[3]: 0, ids[4]: 0, ids[5]: 0}
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.suara.isi("g1", 1, SuratSuara(5, (ids[1],)))
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.prioritas.isi("g1", {ids[1]: (9,)})
    assert replay.first_difference(desa.desk.connection) is None
    desa.riwayat.batalkan()
    assert desa.prioritas.lembar("g1") == {}
    assert not desa.suara.kotak("g1").ditutup
    desa.riwayat.ulangi()
    assert desa.suara.kotak("g1").ditutup
    desa.suara.buka_lagi("g1", "satu surat tertinggal di kotak")
    assert "satu surat tertinggal" in desa.riwayat.daftar(1)[0].kalimat


def test_500_ballots_with_12_typing_errors_close_only_when_all_are_mended(tmp_path: Path) -> None:
    """NEW-09. The second person errs on 12 ballots: wrong number, choice forgotten, ballot skipped, spoiled missed."""
    chance = random.Random(12)
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.peserta.undang_banyak([PesertaBaru(nama=f"Peserta {n}") for n in range(500)])
        for person in desa.peserta.daftar():
            desa.peserta.hadirkan(person.id)
        ids = desa.usulan.catat_banyak(some_usulan(6), "impor")
        desa.prioritas.ubah_aturan(
            [Kriteria("k1", "Suara", "Sr", 1, terkecil=0, terbesar=9999)],
            (Kelompok("g1", "Semua"),),
            (),
            CaraHitung(metode="setuju", gabung="jumlah", jatah_suara=3),
        )
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        desa.suara.terbitkan("g1", 500)
        desa.suara.sisakan("g1", 0)
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        paper = [
            SuratSuara(n, rusak=True) if n % 50 == 0 else SuratSuara(n, tuple(chance.sample(ids, chance.randint(0, 3))))
            for n in range(1, 501)
        ]
        wrong = sorted(chance.sample(range(500), 12))
        for number, surat in enumerate(paper):
            desa.suara.isi("g1", 1, surat)
            if number not in wrong:
                desa.suara.isi("g1", 2, surat)
        for place, number in enumerate(wrong):
            if place % 3:
                desa.suara.isi("g1", 2, mistyped(paper[number], ids))
        found = [beda.nomor for beda in desa.suara.beda("g1")]
        assert found == [number + 1 for number in wrong], "all twelve, and nothing else"
        for number in found:
            with pytest.raises(RuleBroken, match="beda"):
                desa.suara.tutup("g1")
            desa.suara.isi("g1", 2, paper[number - 1])
        desa.suara.tutup("g1")
        wanted = jumlahkan(paper, "setuju", 1, ids)
        assert desa.prioritas.lembar("g1") == wanted


def mistyped(surat: SuratSuara, ids: list[str]) -> SuratSuara:
    """A choice forgotten, one too many, or a spoiled ballot taken for a blank one."""
    if surat.rusak:
        return SuratSuara(surat.nomor)
    return replace(surat, pilihan=surat.pilihan[:-1] if surat.pilihan else (ids[5],))


@pytest.mark.parametrize(
    ("surat", "code"),
    [
        (lambda ids: SuratSuara(1, (ids[0], ids[0])), "ganda"),
        (lambda ids: SuratSuara(1, tuple(ids[:4])), "terlalu_banyak"),
        (lambda _ids: SuratSuara(1, ("tiada-1",)), "tidak_ditemukan"),
        (lambda ids: SuratSuara(1, (ids[0],), rusak=True), "rusak_terisi"),
        (lambda ids: SuratSuara(7, (ids[0],)), "nomor_surat"),
        (lambda ids: SuratSuara(0, (ids[0],)), "nomor_surat"),
    ],
)
def test_a_ballot_that_cannot_be_is_refused(approval: tuple[Layanan, list[str]], surat: object, code: str) -> None:
    desa, ids = approval
    desa.suara.terbitkan("g1", 6)
    head = desa.desk.store.head
    assert callable(surat)
    with pytest.raises(RuleBroken, match=code):
        desa.suara.isi("g1", 1, surat(ids))
    assert desa.desk.store.head == head


def test_never_more_ballots_than_people(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    desa.suara.terbitkan("g1", 20)
    with pytest.raises(RuleBroken, match="lebih_dari_hadir"):
        desa.suara.terbitkan("g2", 11)
    desa.suara.terbitkan("g2", 10)
    desa.suara.isi("g1", 1, SuratSuara(15, (ids[0],)))
    with pytest.raises(RuleBroken, match="sudah_diketik"):
        desa.suara.terbitkan("g1", 14)
    with pytest.raises(RuleBroken, match="tidak_dipakai"):
        desa.suara.sisakan("g1", 21)


def test_closing_says_what_is_missing(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    desa.suara.terbitkan("g1", 2)
    steps = (
        ("suara: kosong", lambda: type_both(desa, SuratSuara(1, (ids[0],)))),
        ("pencacah: kosong", lambda: desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")),
        ("tidak_seimbang", lambda: desa.suara.sisakan("g1", 0)),
        ("tidak_seimbang", lambda: desa.suara.isi("g1", 1, SuratSuara(2))),
        ("beda", lambda: desa.suara.isi("g1", 2, SuratSuara(2))),
    )
    assert desa.suara.belum_selesai() == ("g1",)
    for code, mend in steps:
        with pytest.raises(RuleBroken, match=code):
            desa.suara.tutup("g1")
        mend()
    desa.suara.tutup("g1")
    assert desa.suara.belum_selesai() == ()
    with pytest.raises(RuleBroken, match="sama"):
        desa.suara.tunjuk("g2", "Ibu Satu", " ibu satu ")


def test_the_agreement_waits_for_the_ballots(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    desa.suara.terbitkan("g1", 2)
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    with pytest.raises(RuleBroken, match="belum_ditutup"):
        desa.kesepakatan.tutup()


def test_a_score_sheet_typed_again_differs_by_row(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        desa.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1), ids[1]: (1, 1, 1, 1, 1)})
        assert desa.suara.beda_skor("g1") == ()
        desa.suara.isi_ulang("g1", ids[0], (5, 4, 3, 2, 1))
        desa.suara.isi_ulang("g1", ids[1], (1, 1, 2, 1, 1))
        (beda,) = desa.suara.beda_skor("g1")
        assert (beda.usulan, beda.satu, beda.dua) == (ids[1], (1, 1, 1, 1, 1), (1, 1, 2, 1, 1))
        assert desa.suara.belum_selesai() == ("g1",)
        desa.riwayat.batalkan()
        assert [beda.dua for beda in desa.suara.beda_skor("g1")] == [None], "the second row is not typed again yet"
        desa.riwayat.ulangi()
        desa.prioritas.isi("g1", {ids[1]: (1, 1, 2, 1, 1)})
        assert desa.suara.beda_skor("g1") == ()
        assert replay.first_difference(desa.desk.connection) is None


def test_first_second_and_third_choices_are_counted_by_place(tmp_path: Path) -> None:
    """Three persons: A B C, A C, B. First places A 2, B 1; second B 1, C 1; third C 1.

    So A has 2x3 = 6, B 3 + 2 = 5, C 2 + 1 = 3.
    """
    for desa, ids in hall(tmp_path, "peringkat"):
        a, b, c = ids[:3]
        desa.suara.terbitkan("g1", 3)
        desa.suara.sisakan("g1", 0)
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        for number, choice in enumerate(((a, b, c), (a, c), (b,)), 1):
            type_both(desa, SuratSuara(number, choice))
        desa.suara.tutup("g1")
        assert [desa.prioritas.lembar("g1")[record] for record in (a, b, c)] == [(2, 0, 0), (1, 1, 0), (0, 1, 1)]


BALLOTS = st.lists(
    st.one_of(st.none(), st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=4).map(tuple)),
    max_size=40,
)


@settings(max_examples=100)
@given(ballots=BALLOTS, left=st.integers(0, 10))
def test_what_is_issued_is_used_spoiled_or_left_over(ballots: list[tuple[str, ...] | None], left: int) -> None:
    surat = [SuratSuara(n, rusak=True) if b is None else SuratSuara(n, b) for n, b in enumerate(ballots, 1)]
    found = neraca(len(surat) + left, left, surat)
    assert found.selisih == 0
    assert found.sah + found.kosong + found.rusak == len(surat)
    votes = jumlahkan(surat, "titik", 1, ["a", "b", "c", "d"])
    assert sum(row[0] for row in votes.values()) == sum(len(one.pilihan) for one in surat)
    typed = {one.nomor: one for one in surat}
    assert bandingkan(typed, dict(reversed(typed.items()))) == ()
    for one in surat[:1]:
        assert [beda.nomor for beda in bandingkan(typed, {n: s for n, s in typed.items() if n != one.nomor})] == [1]


def test_no_table_of_ballots_knows_a_person(approval: tuple[Layanan, list[str]]) -> None:
    """SEC-10: a secret ballot has no way back to whoever gave it."""
    desa, _ = approval
    for table in ("suara", "surat_suara"):
        columns = {row[1] for row in desa.desk.connection.execute(f"PRAGMA table_info({table})")}
        assert not columns & {"peserta", "nama", "orang", "jam"}


def counted(desa: Layanan, ids: list[str]) -> None:
    """Two ballots of g1, typed twice and closed; one ballot issued to g2."""
    desa.suara.terbitkan("g1", 2)
    desa.suara.terbitkan("g2", 25)
    desa.suara.sisakan("g1", 0)
    desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
    type_both(desa, SuratSuara(1, (ids[0], ids[2])))
    type_both(desa, SuratSuara(2, (ids[2],)))
    desa.suara.tutup("g1")


def test_other_rules_take_the_ballots_along_and_one_undo_brings_them_back(
    approval: tuple[Layanan, list[str]],
) -> None:
    """A counting that stayed closed without its votes would be a wrong count that nobody can mend."""
    desa, ids = approval
    counted(desa, ids)
    votes = desa.prioritas.lembar("g1")
    desa.prioritas.buka_kunci("Forum memilih cara lain")
    aturan = desa.prioritas.aturan()
    desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok, (), replace(aturan.cara, metode="titik"))
    assert desa.prioritas.lembar("g1") == {}
    assert desa.suara.surat("g1", 1) == desa.suara.surat("g1", 2) == {}
    assert (desa.suara.kotak("g1").ditutup, desa.suara.kotak("g1").terbit) == ("", None)
    assert replay.first_difference(desa.desk.connection) is None
    said = " ".join(desa.riwayat.daftar(1)[0].rincian)
    assert "dibuka lagi: aturan main diganti" in said
    assert "2 surat dihapus" in said
    desa.riwayat.batalkan()
    assert desa.prioritas.lembar("g1") == votes
    assert len(desa.suara.surat("g1", 2)) == 2
    assert desa.suara.kotak("g1").ditutup
    desa.riwayat.ulangi()
    assert desa.suara.surat("g1", 1) == {}
    assert replay.first_difference(desa.desk.connection) is None


def test_ballots_of_a_group_that_was_taken_away_are_given_to_the_others(
    approval: tuple[Layanan, list[str]],
) -> None:
    desa, ids = approval
    counted(desa, ids)
    desa.prioritas.buka_kunci("Dua kelompok menjadi satu")
    aturan = desa.prioritas.aturan()
    desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok[:1])
    desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
    assert desa.suara.kotak("g1").ditutup, "the other group keeps its counting"
    desa.suara.buka_lagi("g1", "semua ikut di kelompok ini")
    desa.suara.terbitkan("g1", HADIR)


def test_ballots_above_a_new_limit_are_named_before_closing(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    counted(desa, ids)
    desa.suara.buka_lagi("g1", "batas pilihan berubah")
    desa.prioritas.buka_kunci("Satu orang satu pilihan")
    aturan = desa.prioritas.aturan()
    desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok, (), replace(aturan.cara, jatah_suara=1))
    desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
    assert desa.suara.melampaui("g1") == (1,)
    with pytest.raises(RuleBroken, match="tidak_menurut_aturan"):
        desa.suara.tutup("g1")
    type_both(desa, SuratSuara(1, rusak=True))
    desa.suara.tutup("g1")


def test_votes_of_a_withdrawn_usulan_count_again_when_it_comes_back(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    counted(desa, ids)
    desa.suara.buka_lagi("g1", "dihitung sekali lagi")
    desa.usulan.batalkan(ids[2], "pengusul mencabut")
    desa.suara.tutup("g1")
    assert ids[2] not in {row.usulan for row in desa.prioritas.hasil().baris}
    desa.usulan.pulihkan(ids[2])
    assert desa.prioritas.lembar("g1")[ids[2]] == (2,)


def test_a_second_typing_does_not_wait_for_an_usulan_that_was_withdrawn(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        desa.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1), ids[1]: (1, 1, 1, 1, 1)})
        desa.usulan.batalkan(ids[1], "pengusul mencabut")
        desa.suara.isi_ulang("g1", ids[0], (5, 4, 3, 2, 1))
        assert desa.suara.beda_skor("g1") == ()
        assert desa.suara.belum_selesai() == ()


def test_a_second_typing_goes_with_the_rules_it_was_typed_under(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        desa.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1)})
        desa.suara.isi_ulang("g1", ids[0], (5, 4, 3, 2, 1))
        desa.prioritas.buka_kunci("Kriteria dikurangi")
        aturan = desa.prioritas.aturan()
        desa.prioritas.ubah_aturan(aturan.kriteria[:2], aturan.kelompok)
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        assert desa.suara.ulang("g1") == {}
        assert desa.suara.belum_selesai() == ()


def test_a_group_of_one_bidang_chooses_only_what_stands_on_its_ballot(approval: tuple[Layanan, list[str]]) -> None:
    desa, ids = approval
    desa.usulan.ubah(ids[1], bidang="Kesehatan")
    desa.prioritas.buka_kunci()
    aturan = desa.prioritas.aturan()
    desa.prioritas.ubah_aturan(aturan.kriteria, (Kelompok("g1", "Kesehatan", bidang="kesehatan"),))
    desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
    desa.suara.terbitkan("g1", 6)
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        desa.suara.isi("g1", 1, SuratSuara(1, (ids[0],)))
    desa.suara.isi("g1", 1, SuratSuara(1, (ids[1],)))
