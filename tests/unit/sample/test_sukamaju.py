"""The invented village holds what the demonstration and the documents rely on."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pytest

from musrenbang_desktop.domain.kesepakatan import Kesepakatan
from musrenbang_desktop.domain.usulan import REQUIRED_TO_SCORE
from musrenbang_desktop.ranking.weighted import Hasil, rank
from resources.sample import FILE, Contoh, contoh
from resources.sample.build import build, text


@pytest.fixture(scope="module")
def desa() -> Contoh:
    return contoh()


@pytest.fixture(scope="module")
def hasil(desa: Contoh) -> Hasil:
    return rank(desa.aturan, desa.skor, [satu.kunci for satu in desa.usulan])


def test_file_is_what_the_generator_makes() -> None:
    assert FILE.read_text(encoding="utf-8") == text(build())


def test_forum(desa: Contoh) -> None:
    forum = desa.forum
    assert (forum.desa, forum.kecamatan, forum.kabupaten, forum.kode_wilayah) == (
        "Sukamaju",
        "Contoh",
        "Contoh",
        "00.00.00.2001",
    )
    assert dt.date.fromisoformat(forum.tanggal).isoweekday() == 3
    assert (forum.tahun_pelaksanaan, forum.tahun_rencana, forum.pagu) == (2026, 2027, 350_000_000)
    present = {orang.isi.nama for orang in desa.peserta if orang.isi.hadir}
    officials = (forum.pimpinan, forum.notulis, forum.kepala, *forum.sambutan, *forum.pemateri)
    assert {pejabat.nama for pejabat in officials} <= present
    assert all(pejabat.jabatan and pejabat.dari for pejabat in officials)


def test_people_are_counted_exactly(desa: Contoh) -> None:
    came = [orang.isi for orang in desa.peserta if orang.isi.hadir]
    assert len(desa.undangan) == 64
    assert sum(bool(orang.isi.hadir) for orang in desa.undangan) == 55
    assert len(desa.tamu) == 18
    assert all(orang.isi.hadir for orang in desa.tamu)
    assert Counter(orang.jenis_kelamin for orang in came) == {"L": 45, "P": 28}
    assert all("07.45" <= orang.hadir <= "08.40" for orang in came)


def test_people_are_distinct_and_placed(desa: Contoh) -> None:
    assert len({orang.isi.nama for orang in desa.peserta}) == len({orang.kunci for orang in desa.peserta}) == 82
    assert len({orang.isi.unsur for orang in desa.undangan}) >= 15
    assert all(orang.isi.rw for orang in desa.peserta if orang.isi.dusun)
    absent = {orang.isi.jabatan for orang in desa.undangan if not orang.isi.hadir}
    assert {orang.isi.wakil_dari for orang in desa.tamu} - {""} <= absent
    present = {orang.kunci for orang in desa.peserta if orang.isi.hadir}
    assert len(desa.wakil_peserta) == 5
    assert set(desa.wakil_peserta) <= present
    assert set(desa.aturan.saksi) <= {orang.isi.nama for orang in desa.peserta if orang.isi.hadir}
    assert {orang.sebelum_hadir.hadir for orang in desa.peserta} == {""}


def test_usulan(desa: Contoh) -> None:
    isi = {satu.kunci: satu.isi for satu in desa.usulan}
    assert len(isi) == 48
    assert len({satu.judul for satu in isi.values()}) == 48
    amounts = [satu.perkiraan_biaya for satu in isi.values() if satu.perkiraan_biaya is not None]
    assert (min(amounts), max(amounts), len(amounts)) == (3_000_000, 180_000_000, 43)
    assert sum(satu.penerima_manfaat is None for satu in isi.values()) == 6
    assert {satu.bidang for satu in isi.values()} == {"Sarana Prasarana", "Ekonomi", "Sosial Budaya"}
    assert all(re.fullmatch(r"\d+(,\d+)?", satu.volume) and satu.satuan and satu.masalah for satu in isi.values())
    assert all(bool(satu.rw) == (satu.dusun != "Semua dusun") for satu in isi.values())
    assert all(getattr(satu, name) for satu in isi.values() for name in REQUIRED_TO_SCORE)
    people = {orang.isi.nama for orang in desa.peserta}
    assert not people & {satu.pengusul for satu in isi.values()}


def test_three_usulan_repeat_another_one(desa: Contoh) -> None:
    isi = {satu.kunci: satu.isi for satu in desa.usulan}
    assert len(desa.mirip) == 3
    for first, second in desa.mirip:
        assert isi[first].judul != isi[second].judul
        assert (isi[first].dusun, isi[first].rt) == (isi[second].dusun, isi[second].rt)


def test_rules_and_scores_are_complete(desa: Contoh, hasil: Hasil) -> None:
    assert [(k.nama, k.bobot, k.arah) for k in desa.aturan.kriteria] == [
        ("Mendesak", 3, "untung"),
        ("Penerima manfaat", 2, "untung"),
        ("Dampak", 2, "untung"),
        ("Sesuai RPJM", 2, "untung"),
        ("Biaya", 1, "biaya"),
    ]
    assert len(desa.aturan.kelompok) == 4
    assert sum(len(row) for sheet in desa.skor.values() for row in sheet.values()) == 4 * 48 * 5
    assert hasil.lengkap
    assert hasil.kurang == ()


def test_ties(hasil: Hasil) -> None:
    shared = Counter(baris.peringkat for baris in hasil.baris if baris.seri)
    assert sorted(shared.values()) == [2, 3]
    assert all(baris.sebaran is not None for baris in hasil.baris)
    nilai = Counter(baris.nilai for baris in hasil.baris)
    assert sum(count - 1 for count in nilai.values()) > 3, "no tie that the tie rule parts"


def test_agreement(desa: Contoh, hasil: Hasil) -> None:
    assert Counter(butir.keluaran for butir in desa.butir) == {
        "ke_kecamatan": 12,
        "dana_desa": 9,
        "belum_disepakati": 27,
    }
    assert Kesepakatan(desa.butir, desa.ditutup).kurang() == ()
    assert all(bool(butir.alasan) == (butir.keluaran == "belum_disepakati") for butir in desa.butir)
    assert {butir.usulan for butir in desa.butir} == {satu.kunci for satu in desa.usulan}
    moved = [butir.usulan for butir in desa.butir if butir.alasan_pindah]
    ranked = [baris.usulan for baris in hasil.baris]
    agreed = [butir.usulan for butir in desa.butir]
    assert len(moved) == 1
    assert ranked != agreed
    assert [u for u in ranked if u not in moved] == [u for u in agreed if u not in moved]


def test_dana_desa_is_spent_so_that_nothing_left_out_for_money_would_fit(desa: Contoh) -> None:
    cost = {satu.kunci: satu.isi.perkiraan_biaya for satu in desa.usulan}
    spent = sum(cost[butir.usulan] or 0 for butir in desa.butir if butir.keluaran == "dana_desa")
    left_out = [cost[butir.usulan] for butir in desa.butir if butir.alasan.startswith("Pagu")]
    rest = (desa.forum.pagu or 0) - spent
    assert rest >= 0
    assert left_out
    assert all(amount is not None and amount > rest for amount in left_out)


def test_record_ids_take_the_place_of_keys(desa: Contoh) -> None:
    ids = {satu.kunci: f"k7q2m3ab-{number}" for number, satu in enumerate(desa.usulan, 100)}
    recorded = desa.dengan_id(ids)
    result = rank(recorded.aturan, recorded.skor, list(ids.values()))
    assert sorted(b.nilai or 0 for b in result.baris) == sorted(
        b.nilai or 0 for b in rank(desa.aturan, desa.skor, list(ids)).baris
    )
    assert {butir.usulan for butir in recorded.butir} == set(ids.values())
    assert {u for pair in recorded.mirip for u in pair} <= set(ids.values())


def test_no_number_of_a_person() -> None:
    content = FILE.read_text(encoding="utf-8")
    assert not re.search(r"\d{16}", re.sub(r"[ .\-]", "", content))
    assert not re.search(r"(\+62|\b08)\d{2}", content)
