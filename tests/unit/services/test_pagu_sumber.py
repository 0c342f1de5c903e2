"""Each source of money has its own pagu: every usulan counts against its own, and the worksheet and layar say it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from musrenbang_desktop.domain.cara import CaraHitung, CaraPagu
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.pagu import PaguSumber, biaya_per_sumber
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.village import opened

WITNESSES = ["Ibu Ketua", "Pak Notulis"]
JUTA = 1_000_000


def rules(desa: Layanan, **cara: object) -> None:
    wanted = dataclasses.replace(CaraHitung(), **cara)  # type: ignore[arg-type]  # fields by name
    kriteria = (Kriteria("k", "Mendesak", "Mdk", 1, terkecil=0, terbesar=99),)
    desa.prioritas.ubah_aturan(kriteria, (Kelompok("g1", "Kelompok 1"),), (), wanted)
    desa.prioritas.kunci(WITNESSES)


def usulan(desa: Layanan, judul: str, biaya: int | None, *sumber: SumberDana) -> str:
    return desa.usulan.catat(
        UsulanBaru(judul=judul, dusun="Krajan", pengusul="RT 01", perkiraan_biaya=biaya, sumber_dana=sumber)
    )


def scored(desa: Layanan, ids: list[str], scores: list[int]) -> None:
    desa.prioritas.isi("g1", {one: (score,) for one, score in zip(ids, scores, strict=True)})


def own_budget(desa: Layanan) -> list[str]:
    found = desa.kesepakatan.sekarang()
    return [butir.usulan for butir in found.butir if butir.keluaran == "dana_desa"] if found else []


def test_what_an_usulan_takes_of_each_source() -> None:
    rows = (PaguSumber("Dana Desa", 100), PaguSumber("Swadaya warga"))
    assert biaya_per_sumber((), 70, ()) == {"pagu": 70}, "a forum with one pagu"
    assert biaya_per_sumber(rows, 70, ()) == {"Dana Desa": 70}, "no source named: the first of the list"
    mixed = (SumberDana("DD", 50), SumberDana("swadaya"))
    assert biaya_per_sumber(rows, 70, mixed) == {"Dana Desa": 50, "Swadaya warga": 20}
    assert biaya_per_sumber(rows, None, mixed) == {"Dana Desa": 50, "Swadaya warga": None}
    assert biaya_per_sumber(rows, 70, (SumberDana("APBN"),)) == {"APBN": 70}


def test_the_pagu_is_the_sum_of_its_sources_and_one_undo_takes_a_source_back(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.pagu.tambah("dd", 800 * JUTA)
        desa.pagu.tambah("Swadaya", 0)
        forum = desa.forum.aktif()
        assert forum is not None
        assert forum.pagu_sumber == (PaguSumber("Dana Desa", 800 * JUTA), PaguSumber("Swadaya warga", 0))
        assert forum.pagu == 800 * JUTA
        assert desa.riwayat.daftar(1)[0].kalimat.count("Swadaya warga Rp0") == 1
        with pytest.raises(RuleBroken, match="dari_sumber"):
            desa.forum.ubah(pagu=5)
        with pytest.raises(RuleBroken, match="ganda"):
            desa.pagu.tambah("dana desa", 1)
        assert_replayed(desa)
        desa.riwayat.batalkan()
        desa.riwayat.batalkan()
        forum = desa.forum.aktif()
        assert forum is not None and (forum.pagu_sumber, forum.pagu) == ((), 100 * JUTA)
        desa.riwayat.ulangi()
        assert desa.pagu.daftar() == (PaguSumber("Dana Desa", 800 * JUTA),)
        desa.pagu.tambah("ADD", None)
        forum = desa.forum.aktif()
        assert forum is not None and forum.pagu is None, "one source is unknown, so is the whole"
        assert_replayed(desa)


@pytest.mark.parametrize(
    ("cara", "ahead"),
    [("lewati", ["a", "b", "c", "e"]), ("berhenti", ["a", "b", "c"]), ("bagian_rata", ["b", "c", "d", "e"])],
)
def test_each_usulan_counts_against_its_own_source(tmp_path: Path, cara: CaraPagu, ahead: list[str]) -> None:
    """Dana Desa 100, Swadaya 30. a 60 DD; b 30 DD + 10 swadaya; c 20 swadaya; d 20 DD does not fit; e 10 DD does.

    Equal shares, one voter: price per point a 60/9, b 30/8 + 10/8, c 20/7, d 20/6, e 10/5: in Dana Desa e, d, b are
    cheapest (10 + 20 + 30), then a no more; in Swadaya b and c.
    """
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.pagu.ganti([PaguSumber("Dana Desa", 100), PaguSumber("Swadaya warga", 30)])
        names = {
            "a": usulan(desa, "A", 60),
            "b": usulan(desa, "B", 40, SumberDana("Dana Desa", 30), SumberDana("Swadaya warga", 10)),
            "c": usulan(desa, "C", 20, SumberDana("Swadaya warga")),
            "d": usulan(desa, "D", 20, SumberDana("Dana Desa")),
            "e": usulan(desa, "E", 10),
        }
        rules(desa, pagu=cara)
        scored(desa, list(names.values()), [9, 8, 7, 6, 5])
        chosen = desa.penjelasan.pilihan()
        assert chosen.masuk == tuple(names[one] for one in ahead)
        desa.kesepakatan.susun()
        assert own_budget(desa) == [names[one] for one in ahead]
        taken = {row.sumber: row.terpakai for row in desa.layar.hasil_pagu().sumber}
        assert taken == {source: ceiling - chosen.sisa[source] for source, ceiling in desa.pagu.daftar()}
        sheet = desa.dokumen.isi().lembar_hitung
        assert sheet is not None
        assert any(line.startswith("Pagu Dana Desa Rp100: terpakai") for line in sheet.catatan)
        assert_replayed(desa)


def test_a_tie_at_the_pagu_waits_for_the_lot_and_nobody_below_goes_ahead(tmp_path: Path) -> None:
    """100 million; a 60; b and c share rank 2 with 40 each; d 30 would fit where one of them waits."""
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        a, b, c, d = (usulan(desa, n, cost * JUTA) for n, cost in (("A", 60), ("B", 40), ("C", 40), ("D", 30)))
        rules(desa)
        scored(desa, [a, b, c, d], [9, 7, 7, 3])
        reasons = {one.usulan: one.sebab for one in desa.penjelasan.pilihan().putusan}
        assert reasons == {a: "masuk", b: "seri_di_batas", c: "seri_di_batas", d: "menunggu_seri"}
        desa.kesepakatan.susun()
        assert own_budget(desa) == [a], "no row order decides between equals"
        desa.riwayat.batalkan()
        desa.prioritas.undi([c, b], WITNESSES)
        desa.kesepakatan.susun()
        assert own_budget(desa) == [a, c]


def test_equals_at_the_end_of_equal_shares_wait_for_the_lot_as_well(tmp_path: Path) -> None:
    """Pagu 50: a and b cost 30 each and have 5 points each, so the same price; c costs 15 and has 1."""
    with opened(tmp_path) as desa:
        desa.forum.buka(dataclasses.replace(small_forum(), pagu=50))
        a, b, c = (usulan(desa, n, cost) for n, cost in (("A", 30), ("B", 30), ("C", 15)))
        rules(desa, pagu="bagian_rata")
        scored(desa, [a, b, c], [5, 5, 1])
        chosen = desa.penjelasan.pilihan()
        assert {one.usulan: one.sebab for one in chosen.putusan} == {
            a: "seri_di_batas", b: "seri_di_batas", c: "masuk"
        }  # fmt: skip
        assert chosen.sisa == {"pagu": 35}
        desa.prioritas.undi([b, a], WITNESSES)
        assert set(desa.penjelasan.pilihan().masuk) == {b, c}


def test_counted_ballots_are_the_voters_of_equal_shares(tmp_path: Path) -> None:
    """Pagu 90, three ballots of 30 each. Talud 40 (A, B), pompa 45 (B, C), pos 30 (C): talud, then pos.

    The group as one voter with 90 would take pos, talud (30 and 20 a vote) and have 20 left; with one group that has
    all the money, what two support is bought first, and pompa at 45/2 a vote comes before pos.
    """
    with opened(tmp_path) as desa:
        desa.forum.buka(dataclasses.replace(small_forum(), pagu=90))
        for n in range(3):
            desa.peserta.hadirkan(desa.peserta.undang(PesertaBaru(nama=f"Peserta {n}")))
        talud, pompa, pos = (usulan(desa, n, cost) for n, cost in (("Talud", 40), ("Pompa", 45), ("Pos", 30)))
        cara = CaraHitung(metode="setuju", gabung="jumlah", pagu="bagian_rata", jatah_suara=2)
        kriteria = (Kriteria("k1", "Suara", "Sr", 1, terkecil=0, terbesar=9999),)
        desa.prioritas.ubah_aturan(kriteria, (Kelompok("g1", "Semua"),), (), cara)
        desa.prioritas.kunci(WITNESSES)
        desa.suara.terbitkan("g1", 3)
        desa.suara.sisakan("g1", 0)
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        for nomor, chosen in enumerate(((talud,), (talud, pompa), (pompa, pos)), 1):
            for pencacah in (1, 2):
                desa.suara.isi("g1", pencacah, SuratSuara(nomor, chosen))
        before = desa.penjelasan.pemilih()
        assert (before.surat, before.sebagai_kelompok) == (0, ("Semua",)), "an open counting is not yet counted"
        desa.suara.tutup("g1")
        assert desa.penjelasan.pemilih().kalimat == "Pemilih yang dihitung: 3 surat suara dari 1 kelompok."
        found = desa.penjelasan.bagian_per_sumber()["pagu"]
        assert [(one.usulan, one.tarif) for one in found.terpilih] == [(talud, 20), (pos, 30)]
        assert found.sisa == 20
        assert desa.layar.hasil_pagu().pemilih.startswith("Pemilih yang dihitung: 3 surat suara")
