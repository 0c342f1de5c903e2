"""Rules as templates, as versions, and with lots: recorded, undone, replayed."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path

import pytest

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.replay import rebuild
from musrenbang_desktop.domain.cara import CaraHitung, Pengaman
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.ranking.pairwise import pair
from musrenbang_desktop.reference.templat_aturan import every, load
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.pabulib import pabulib
from musrenbang_desktop.services.prioritas import USUL_ATURAN
from musrenbang_desktop.services.segel import metode
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

WITNESSES = ("Ibu Ketua", "Pak Notulis")

TABLES = ("aturan", "skor", "undian")


def tables(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3").fetchall() for name in TABLES}


def begin(desa: Layanan, usulan: int = 3) -> list[str]:
    desa.forum.buka(small_forum())
    return desa.usulan.catat_banyak(some_usulan(usulan), "impor")


def test_every_template_can_be_taken_over_and_is_read_back_as_it_is(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        begin(desa)
        for templat in every():
            desa.prioritas.pakai_templat(templat)
            found = desa.prioritas.aturan()
            assert (found.kriteria, found.seri, found.cara) == (templat.kriteria, templat.seri, templat.cara)
            assert found.kelompok == templat.kelompok
        aturan = desa.prioritas.aturan()
        mine = (dataclasses.replace(aturan.kelompok[0], nama="Ibu-ibu Krajan"),)
        desa.prioritas.ubah_aturan(aturan.kriteria, mine, aturan.seri)
        desa.prioritas.pakai_templat(load("T8"))
        assert desa.prioritas.aturan().kelompok == mine, "groups once named stay"
        before = tables(desa.desk.connection)
        rebuild(desa.desk.connection)
        assert tables(desa.desk.connection) == before


def test_taking_a_template_over_is_one_act_that_undo_and_redo_know(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        begin(desa)
        desa.prioritas.pakai_templat(load("T0"))
        plain = desa.prioritas.aturan()
        desa.prioritas.pakai_templat(load("T13"))
        dots = desa.prioritas.aturan()
        assert dots.cara.metode == "titik"
        assert desa.riwayat.teks_batal() == "Aturan main diubah memakai templat T13"
        desa.riwayat.batalkan()
        assert desa.prioritas.aturan() == plain
        desa.riwayat.ulangi()
        assert desa.prioritas.aturan() == dots


def test_the_usual_rules_are_written_as_before_this_version(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        begin(desa)
        aturan = desa.prioritas.aturan()
        desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok, aturan.seri)
        (data,) = desa.desk.connection.execute("SELECT isi FROM jurnal WHERE jenis = 'aturan.ubah'").fetchone()
        for word in (b"metode", b"cara", b"templat", b"null"):
            assert word not in data


def test_a_change_after_the_first_score_is_a_visible_version(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        ids = begin(desa)
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1)})
        desa.prioritas.buka_kunci("bobot biaya dua kali lebih penting")
        aturan = desa.prioritas.aturan()
        heavier = (*aturan.kriteria[:4], dataclasses.replace(aturan.kriteria[4], bobot=2))
        desa.prioritas.ubah_aturan(heavier, aturan.kelompok, aturan.seri)
        desa.prioritas.kunci(["Pak Baru", "Bu Baru"])
        first, second = desa.prioritas.versi()
        assert (first.nomor, first.alasan, first.sesudah_skor) == (1, "", False)
        assert (second.nomor, second.alasan, second.sesudah_skor) == (2, "bobot biaya dua kali lebih penting", True)
        assert second.saksi == ("Pak Baru", "Bu Baru")
        assert first.sidik != second.sidik and len(second.sidik) == 64
        assert second.aturan.kriteria[4].bobot == 2 and first.aturan.kriteria[4].bobot == 1
        assert desa.prioritas.lembar("g1") == {ids[0]: (5, 4, 3, 2, 1)}, "the scores mean the same"


def test_scores_that_mean_something_else_leave_the_sheets_and_come_back_with_undo(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        ids = begin(desa)
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1)})
        desa.prioritas.buka_kunci("forum memilih tempel titik")
        before = tables(desa.desk.connection)
        desa.prioritas.pakai_templat(load("T13"))
        assert not any(desa.prioritas.semua_lembar().values())
        desa.riwayat.batalkan()
        assert tables(desa.desk.connection) == before
        rebuild(desa.desk.connection)
        assert tables(desa.desk.connection) == before


def test_pairs_are_recorded_under_one_key_and_counted(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        a, b, c = begin(desa)
        desa.prioritas.pakai_templat(load("T10"))
        desa.prioritas.kunci(WITNESSES)
        group = desa.prioritas.aturan().kelompok[0].id
        desa.prioritas.isi(group, {pair(a, b): (2,), pair(a, c): (1,)})
        desa.prioritas.isi(group, {pair(b, c): (0,)})
        assert "sama penting" in (desa.riwayat.teks_batal() or "")
        assert [(row.usulan, row.nilai) for row in desa.prioritas.hasil().baris] == [
            (b, Fraction(3, 2)), (a, 1), (c, Fraction(1, 2))
        ]  # fmt: skip
        for key in (a, f"{b}~{a}", f"{a}~{a}", f"{a}~lain-1"):
            with pytest.raises(RuleBroken, match="tidak_ditemukan"):
                desa.prioritas.isi(group, {key: (1,)})


def test_weights_from_pairs_are_complete_and_agree_before_the_lock(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        begin(desa)
        templat = load("T7")
        desa.prioritas.pakai_templat(templat)
        assert not desa.prioritas.hasil().lengkap
        with pytest.raises(RuleBroken, match="tidak_lengkap"):
            desa.prioritas.kunci(WITNESSES)
        aturan = desa.prioritas.aturan()
        agreeing = templat.contoh_perbandingan
        assert agreeing is not None
        cyclic = tuple((x, y, Fraction(9) if (x, y) != ("urgensi", "anggaran") else Fraction(1, 9))
                       for x, y, _ in agreeing.perbandingan)  # fmt: skip
        desa.prioritas.ubah_aturan(
            aturan.kriteria, aturan.kelompok, aturan.seri, dataclasses.replace(aturan.cara, perbandingan=cyclic)
        )
        with pytest.raises(RuleBroken, match="bertentangan"):
            desa.prioritas.kunci(WITNESSES)
        desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok, aturan.seri, agreeing)
        desa.prioritas.kunci(WITNESSES)
        assert desa.prioritas.aturan().cara == agreeing


def test_a_lot_parts_what_is_equal_before_two_witnesses(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        a, b, c = begin(desa)
        desa.prioritas.pakai_templat(load("T12"))
        desa.prioritas.kunci(WITNESSES)
        group = desa.prioritas.aturan().kelompok[0].id
        desa.prioritas.isi(group, {a: (1, 0, 0, 0, 0), b: (1, 0, 0, 0, 0), c: (1, 1, 0, 0, 0)})
        assert desa.prioritas.hasil().seri == ((a, b),)
        with pytest.raises(RuleBroken, match="kurang_dari_dua"):
            desa.prioritas.undi([b, a], ["Sutrisno"])
        for wrong in ([a], [a, c], [a, b, c], [a, a]):
            with pytest.raises(RuleBroken, match="bukan_seri"):
                desa.prioritas.undi(wrong, WITNESSES)
        desa.prioritas.undi([b, a], WITNESSES)
        assert [(row.usulan, row.peringkat) for row in desa.prioritas.hasil().baris] == [(c, 1), (b, 2), (a, 3)]
        before = tables(desa.desk.connection)
        desa.riwayat.batalkan()
        assert desa.prioritas.undian() == []
        desa.riwayat.ulangi()
        assert [lot.usulan for lot in desa.prioritas.undian()] == [(b, a)]
        rebuild(desa.desk.connection)
        assert tables(desa.desk.connection) == before


def test_limits_of_the_rules_hold_when_the_order_is_drawn_up(tmp_path: Path) -> None:
    """Pagu 100 juta, costs 10 to 60 juta, quota 2: the best two, although three would fit."""
    with opened(tmp_path) as desa:
        ids = begin(desa, 6)
        aturan = desa.prioritas.aturan()
        cara = dataclasses.replace(aturan.cara, kuota=2, asal="dusun", pengaman=(Pengaman("tiap", "dusun", "", 1, 2),))
        group = dataclasses.replace(aturan.kelompok[0], unsur="PKK", pemilih=12)
        desa.prioritas.ubah_aturan(aturan.kriteria, [group], aturan.seri, cara)
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("g1", {one: (5 - n % 5, 3, 3, 3, 1 + n // 5) for n, one in enumerate(ids)})
        desa.kesepakatan.susun()
        found = desa.kesepakatan.sekarang()
        assert found is not None
        assert [butir.usulan for butir in found.butir if butir.keluaran == "dana_desa"] == list(
            desa.penjelasan.pilihan().masuk
        )
        sheet = desa.dokumen.isi().lembar_hitung
        assert sheet is not None
        text = " ".join(sheet.catatan)
        assert "Yang menilai: Kelompok 1 (PKK, 12 orang)." in text
        assert "Diteruskan menurut batas aturan: U-001" in text and "dengan penjaga: tidak berubah" in text


def test_equal_shares_decide_where_the_rules_say_so(tmp_path: Path) -> None:
    """Pagu 100 juta, two groups: 50 each. Costs 10, 20, 30 juta; both give all three the same."""
    with opened(tmp_path) as desa:
        ids = begin(desa, 3)
        aturan = desa.prioritas.aturan()
        cara = dataclasses.replace(aturan.cara, pagu="bagian_rata")
        desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok, aturan.seri, cara)
        desa.prioritas.kunci(WITNESSES)
        for group in ("g1", "g2"):
            desa.prioritas.isi(group, dict.fromkeys(ids, (3, 3, 3, 3, 3)))
        pilihan = desa.penjelasan.pilihan()
        assert set(pilihan.masuk) == set(ids)
        assert pilihan.sisa == {"pagu": 40_000_000}


def test_in_equal_shares_a_group_pays_only_for_its_own_bidang(tmp_path: Path) -> None:
    """100 for two groups, 50 each: Satu pays 45 : 5 = 9 a point for talud, Dua 40 : 3 for gizi. Nobody has 85."""
    with opened(tmp_path) as desa:
        desa.forum.buka(dataclasses.replace(small_forum(), pagu=100))
        talud, gizi = (
            desa.usulan.catat(UsulanBaru(judul=bidang, bidang=bidang, pengusul="RT 01", perkiraan_biaya=cost))
            for bidang, cost in (("Sarana", 45), ("Sosial", 40))
        )
        groups = (Kelompok("g1", "Satu", bidang="Sarana"), Kelompok("g2", "Dua", bidang="Sosial"))
        desa.prioritas.ubah_aturan((Kriteria("k", "K", "K", 1),), groups, (), CaraHitung(pagu="bagian_rata"))
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("g1", {talud: (5,)})
        desa.prioritas.isi("g2", {gizi: (3,)})
        found = desa.penjelasan.bagian_per_sumber()["pagu"]
        assert [one.usulan for one in found.terpilih] == [talud, gizi]
        assert [one.pilihan for one in pabulib(desa).suara] == [("1",), ("2",)]


def test_more_criteria_than_can_be_compared_are_refused_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        begin(desa)
        many = [Kriteria(f"k{n}", f"Kriteria {n}", f"K{n}", 1) for n in range(16)]
        with pytest.raises(RuleBroken) as caught:
            desa.prioritas.ubah_aturan(many, USUL_ATURAN.kelompok, (), CaraHitung(metode="ahp"))
        assert (caught.value.field, caught.value.code) == ("kriteria", "terlalu_banyak")
        desa.prioritas.hasil()


def test_the_own_order_of_an_rw_counts_where_it_gave_one(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        a, b, c = begin(desa, 3)
        desa.usulan.ubah(a, rw="01", asal="RW 01", peringkat_asal=2)
        desa.usulan.ubah(b, rw="01", asal="RW 01", peringkat_asal=1)
        desa.usulan.ubah(c, rw="02")
        aturan = desa.prioritas.aturan()
        cara = dataclasses.replace(aturan.cara, asal="rw", ambil=1)
        desa.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok[:1], aturan.seri, cara)
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("g1", {a: (5, 5, 5, 5, 1), b: (4, 4, 4, 4, 1), c: (1, 1, 1, 1, 1)})
        tempat = desa.penjelasan.tempat()
        assert {one: (tempat[one].label, tempat[one].sendiri) for one in (a, b, c)} == {
            a: ("P2", True), b: ("P1", True), c: ("P1", False)
        }  # fmt: skip
        assert desa.penjelasan.pilihan().masuk == (b, c)


def test_the_seal_names_the_method() -> None:
    assert metode(USUL_ATURAN) == "bobot-1"
    assert metode(load("T13").aturan) == "titik+jumlah-1"
    assert metode(load("T6").aturan) == "normal-1"


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(RuleBroken, match="tidak_dikenal"):
        CaraHitung(metode="kira")
