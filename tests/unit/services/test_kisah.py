"""Ctrl+H on a part of a record, and what other records did to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.perubahan import Perubahan
from tests.desk import propose
from tests.last_year import answer, last_year
from tests.voting import hall

#: A record of the journal: no operator should read its id.
ID = re.compile(r"\b[a-z0-9]{8}-[0-9]+")


@pytest.fixture
def voting(tmp_path: Path) -> Iterator[tuple[Layanan, list[str]]]:
    yield from hall(tmp_path)


@pytest.fixture
def usulan(layanan: Layanan) -> list[str]:
    return propose(layanan, 4)


def told(desa: Layanan, subject: str) -> list[tuple[str, str, str]]:
    """(field, before, after) of a history, oldest first."""
    found = desa.riwayat.perubahan(subject)
    assert not [one for one in found if ID.search(f"{one.kalimat} {one.isian} {one.sebelum} {one.sesudah}")]
    return [(one.isian, one.sebelum, one.sesudah) for one in reversed(found)]


def ballot(desa: Layanan, nomor: int) -> list[Perubahan]:
    return list(reversed(desa.riwayat.perubahan(f"{desa.desk.forum_id}.g1.suara#surat#{nomor}")))


def test_a_ballot_tells_everything_that_was_done_to_it(voting: tuple[Layanan, list[str]]) -> None:
    desa, ids = voting
    desa.suara.terbitkan("g1", 3)
    desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
    desa.suara.isi("g1", 1, SuratSuara(2, (ids[0], ids[2])))
    desa.suara.isi("g1", 1, SuratSuara(3, (ids[5],)))
    desa.suara.isi("g1", 1, SuratSuara(2, rusak=True))
    desa.suara.isi("g1", 2, SuratSuara(2))
    desa.suara.kosongkan("g1", 2, 2)
    desa.riwayat.batalkan()
    desa.riwayat.batalkan()
    desa.riwayat.ulangi()
    steps = ballot(desa, 2)
    assert [(one.isian, one.sebelum, one.sesudah, one.oleh) for one in steps] == [
        ("ketikan pertama", "", "1 3", "Ibu Satu"),
        ("ketikan pertama", "1 3", "rusak", "Ibu Satu"),
        ("ketikan kedua", "", "kosong", "Pak Dua"),
        ("ketikan kedua", "kosong", "dihapus", "Pak Dua"),
        ("ketikan kedua", "dihapus", "kosong", "Pak Dua"),
        ("ketikan kedua", "kosong", "belum diketik", "Pak Dua"),
        ("ketikan kedua", "belum diketik", "kosong", "Pak Dua"),
    ]
    assert [(one.urung, one.ulang) for one in steps[-3:]] == [(True, False), (True, False), (False, True)]
    assert {one.kalimat for one in steps} == {"Surat suara nomor 2, Kelompok 1"}
    assert [one.sesudah for one in ballot(desa, 3)] == ["6"], "another ballot of the same box tells of itself alone"
    assert ballot(desa, 1) == []


def test_a_ballot_tells_when_its_box_was_closed_and_opened_again(voting: tuple[Layanan, list[str]]) -> None:
    desa, ids = voting
    desa.suara.terbitkan("g1", 1)
    desa.suara.sisakan("g1", 0)
    desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
    for pencacah in (1, 2):
        desa.suara.isi("g1", pencacah, SuratSuara(1, (ids[0],)))
    desa.suara.tutup("g1")
    desa.suara.buka_lagi("g1", "satu surat terselip")
    last = [(one.isian, one.sesudah) for one in ballot(desa, 1)[-2:]]
    assert last[0][0] == "penghitungan" and last[0][1].startswith("ditutup pukul ")
    assert last[1] == ("penghitungan", "dibuka lagi: satu surat terselip")


def test_merging_is_told_on_both_sides_and_so_is_parting_again(layanan: Layanan, usulan: list[str]) -> None:
    one, other = usulan[:2]
    layanan.ganda.gabung(one, other, {})
    name = f"U-002 {layanan.usulan.daftar()[1].judul}"
    assert ("digabung ke sini", "", name) in told(layanan, one)
    layanan.ganda.pisahkan(other)
    assert ("digabung ke sini", name, "") in told(layanan, one)
    layanan.riwayat.batalkan()
    ties = [step for step in layanan.riwayat.perubahan(one) if step.isian == "digabung ke sini"]
    assert (ties[0].sesudah, ties[0].urung, len(ties)) == (name, True, 3)


def test_splitting_is_told_by_the_whole_and_by_the_part(layanan: Layanan, usulan: list[str]) -> None:
    whole = usulan[0]
    before = layanan.usulan.satu(whole)
    assert before is not None
    (part,) = layanan.ganda.pecah(whole, [Pecahan("Bagian utara"), Pecahan("Bagian selatan")])
    made = layanan.usulan.satu(part)
    assert made is not None
    assert ("dipecah, bagian lain", "", f"{made.label} {made.judul}") in told(layanan, whole)
    assert ("dipecah dari", "", f"{before.label} Bagian utara") in told(layanan, part)
    layanan.riwayat.batalkan()
    assert ("dipecah, bagian lain", f"{made.label} {made.judul}", "") in told(layanan, whole)


def test_a_row_of_a_list_is_followed_while_the_list_changes(layanan: Layanan) -> None:
    agenda, forum = layanan.agenda, layanan.desk.forum_id
    agenda.pakai([Acara("Pembukaan", 10), Acara("Istirahat", 15), Acara("Sidang", 60), Acara("Istirahat", 20)], "uji")
    agenda.ubah(2, menit=75)
    agenda.pindah(2, 0)
    agenda.ubah(0, judul="Sidang pleno")
    subject = f"{forum}#agenda#0"
    assert told(layanan, subject) == [
        ("acara", "", "Sidang"),
        ("lama (menit)", "", "60"),
        ("lama (menit)", "60", "75"),
        ("acara", "Sidang", "Sidang pleno"),
    ]
    assert layanan.riwayat.perubahan(subject)[0].kalimat.endswith("Sidang pleno")
    agenda.keluarkan(0)
    assert ("lama (menit)", "", "10") in told(layanan, subject), "what stands there now"
    assert told(layanan, f"{forum}#agenda#3") == [], "nothing stands there now"
    layanan.riwayat.batalkan()
    assert told(layanan, subject)[-3:] == [
        ("lama (menit)", "75", ""), ("acara", "", "Sidang pleno"), ("lama (menit)", "", "75")
    ]  # fmt: skip
    assert [one[2] for one in told(layanan, f"{forum}#agenda#3") if one[0] == "lama (menit)"] == ["20"]


def test_the_weight_of_a_criterion_and_one_source_of_money(layanan: Layanan, usulan: list[str]) -> None:
    aturan = layanan.prioritas.aturan()
    first, *rest = aturan.kriteria
    layanan.prioritas.ubah_aturan((replace(first, bobot=first.bobot + 4), *rest), aturan.kelompok, aturan.seri)
    layanan.prioritas.ubah_aturan((replace(first, bobot=first.bobot + 5), *rest), aturan.kelompok, aturan.seri)
    subject = f"{layanan.desk.forum_id}.aturan#kriteria#{first.id}"
    assert told(layanan, subject)[-1] == ("bobot", str(first.bobot + 4), str(first.bobot + 5))
    record = usulan[0]
    layanan.usulan.ubah(record, sumber_dana=(SumberDana("APBD kabupaten", 5_000_000), SumberDana("Swadaya warga")))
    layanan.usulan.ubah(
        record, sumber_dana=(SumberDana("APBD kabupaten", 5_000_000), SumberDana("Swadaya warga", 750_000))
    )
    assert told(layanan, f"{record}#sumber_dana#1") == [
        ("sumber dana", "", "Swadaya warga"), ("jumlah", "", "Rp750.000"),
    ]  # fmt: skip


def test_an_usulan_carried_over_a_year_is_told_of_on_both_sides_with_its_answer(kosong: Layanan) -> None:
    old = last_year(kosong)[1]
    answer(kosong, old, "kecamatan", "ditunda", "menunggu lahan")
    (new,) = kosong.tahun_lalu.ajukan_lagi([old])
    made = kosong.usulan.satu(new)
    assert made is not None
    before = told(kosong, old)
    assert ("diajukan lagi sebagai", "", f"{made.label} {made.judul}") in before
    assert ("jawaban kecamatan", "", "Ditunda: menunggu lahan") in before
    assert [one.oleh for one in kosong.riwayat.perubahan(old) if one.isian == "jawaban kecamatan"] == ["Bappeda Contoh"]
    assert [one for one in told(kosong, new) if one[0] == "usulan asalnya" and one[2].startswith("U-002 ")]
    kosong.riwayat.batalkan()
    assert told(kosong, old)[-1] == ("diajukan lagi sebagai", f"{made.label} {made.judul}", "")


def test_a_person_tells_of_being_a_delegate_and_of_those_merged_into_them(layanan: Layanan) -> None:
    sri, twin = layanan.peserta.undang_banyak([PesertaBaru(nama="Sri"), PesertaBaru(nama="Sri Wahyuni")])
    layanan.kehadiran.jadikan_delegasi(sri, "delegasi")
    layanan.kehadiran.jadikan_delegasi(sri, "")
    layanan.undangan.gabung(sri, twin, {})
    assert [one for one in told(layanan, sri) if one[0] != "nama"][-3:] == [
        ("delegasi ke kecamatan", "", "ya"), ("delegasi ke kecamatan", "ya", ""),
        ("digabung ke sini", "", "Sri Wahyuni"),
    ]  # fmt: skip


def test_no_part_of_a_record_that_never_was_has_a_history(layanan: Layanan) -> None:
    forum = layanan.desk.forum_id
    for subject in (f"{forum}#saksi#7", f"{forum}.g9.suara#surat#1", f"{forum}.aturan#kriteria#tidak-ada", "", "zzz"):
        assert layanan.riwayat.perubahan(subject) == []
