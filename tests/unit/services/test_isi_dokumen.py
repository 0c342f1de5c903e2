"""What goes on the lists, the notulen and the annex of the groups comes from the records alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import Usulan, UsulanBaru
from musrenbang_desktop.ranking.pairwise import pair, pairs
from musrenbang_desktop.reference.templat_aturan import load, names
from musrenbang_desktop.services.isi_daftar import TANPA_ASAL, daftar_asal, ketua_lpm, pagu_indikatif
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import whole_forum
from tests.village import Wall, opened


def usulan(nomor: int, **fields: Any) -> Usulan:
    return Usulan(id=f"u-{nomor}", forum="f", nomor=nomor, judul=f"Usulan {nomor}", **fields)


def person(nama: str, jabatan: str, **fields: Any) -> Peserta:
    return Peserta(id=nama, forum="f", nomor=1, nama=nama, jabatan=jabatan, **fields)


def test_origins_stand_by_rw_then_dusun_then_group_and_what_is_for_all_comes_last() -> None:
    found = daftar_asal(
        [
            usulan(1, dusun="Semua dusun"),
            usulan(2, asal="Karang Taruna"),
            usulan(3, dusun="Krajan"),
            usulan(4, rw="10", dusun="Krajan"),
            usulan(5, rw="02", dusun="Krajan"),
            usulan(6),
        ],
        [],
        "Dusun",
    )
    assert [(one.nama, one.jenis, one.bagian) for one in found] == [
        ("RW 02", "rw", "Dusun Krajan"),
        ("RW 10", "rw", "Dusun Krajan"),
        ("Dusun Krajan", "dusun", ""),
        ("Karang Taruna", "lain", ""),
        ("Semua dusun", "desa", ""),
        (TANPA_ASAL, "desa", ""),
    ]


def test_ranked_usulan_of_an_origin_come_first_and_every_usulan_stands_once() -> None:
    (only,) = daftar_asal(
        [usulan(1, rw="01"), usulan(2, rw="01", peringkat_asal=2), usulan(3, rw="01", peringkat_asal=1)], [], "Dusun"
    )
    assert [(row.label, row.peringkat) for row in only.baris] == [("U-003", "1"), ("U-002", "2"), ("U-001", "")]


def test_what_the_people_bring_themselves_is_their_part() -> None:
    rows = (SumberDana("swadaya", 500_000), SumberDana("Dana Desa", 9_000_000))
    (only,) = daftar_asal([usulan(1, rw="01", sumber_dana=rows)], [], "Dusun")
    assert only.baris[0].swadaya == "Swadaya Rp500.000"
    whole = usulan(1, rw="01", sumber_dana=rows, swadaya_tenaga="30 orang, 3 hari", swadaya_bahan="batu 2 rit")
    (only,) = daftar_asal([whole], [], "Dusun")
    assert only.baris[0].swadaya == "Swadaya Rp500.000; 30 orang, 3 hari; batu 2 rit"


@pytest.mark.parametrize(
    ("people", "leader"),
    [
        ([person("Yatno", "Ketua RW 05")], "Yatno"),
        ([person("Yatno", "Ketua RW", rw="5")], "Yatno"),
        ([person("Yatno", "Ketua RW 05"), person("Darmo", "ketua rw 05")], ""),
        ([person("Yatno", "Ketua RW 50")], ""),
        ([], ""),
    ],
)
def test_nobody_is_named_as_head_of_an_rw_unless_exactly_one_is(people: list[Peserta], leader: str) -> None:
    (only,) = daftar_asal([usulan(1, rw="05")], people, "Dusun")
    assert only.ketua == leader


def test_the_head_of_a_dusun_and_of_the_lpm_are_found_by_their_office() -> None:
    people = [person("Fajar", "Kepala Dusun Krajan"), person("Tri", "Ketua LPM"), person("Sari", "Sekretaris LPM")]
    (only,) = daftar_asal([usulan(1, dusun="Krajan")], people, "Dusun")
    assert only.ketua == "Fajar"
    assert ketua_lpm(people).nama == "Tri"
    assert ketua_lpm([*people, person("Budi", "Ketua LPMK")]).nama == ""


def test_before_the_agreement_the_ceilings_hold_what_names_a_source(wall_village: Layanan) -> None:
    forum = wall_village.forum.aktif()
    assert forum is not None
    forum = replace(forum, pagu=None, pagu_sumber=(PaguSumber("Dana Desa", 90), PaguSumber("Alokasi Dana Desa", None)))
    found = pagu_indikatif(
        forum,
        [
            usulan(1, perkiraan_biaya=40, sumber_dana=(SumberDana("DD", 30), SumberDana("ADD", 10))),
            usulan(2, perkiraan_biaya=7),
        ],
        None,
    )
    assert [(row.label, dict(row.sumber), row.biaya) for row in found.baris] == [
        ("U-001", {"Dana Desa": 30, "Alokasi Dana Desa": 10}, 40)
    ]
    assert found.jumlah is None
    assert found.pagu == {"Dana Desa": 90, "Alokasi Dana Desa": None}


@pytest.fixture(scope="module")
def sukamaju(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IsiBeritaAcara]:
    with opened(tmp_path_factory.mktemp("isi")) as services:
        whole_forum(services)
        yield services.dokumen.isi()


def test_in_the_sample_every_usulan_stands_in_one_origin_and_the_ceilings_hold_the_village_budget(
    sukamaju: IsiBeritaAcara,
) -> None:
    labels = [row.label for origin in sukamaju.asal for row in origin.baris]
    assert len(labels) == len(set(labels)) == 48
    assert sukamaju.pagu_indikatif is not None
    own = [row.label for row in sukamaju.prioritas if row.keluaran == "dana_desa"]
    assert [row.label for row in sukamaju.pagu_indikatif.baris] == own
    assert sukamaju.pagu_indikatif.jumlah == sukamaju.forum.pagu


def test_every_group_of_the_sample_ranks_all_that_it_scored(sukamaju: IsiBeritaAcara) -> None:
    assert len(sukamaju.kelompok) == 4
    for group in sukamaju.kelompok:
        places = [int(row.urutan) for row in group.baris]
        assert places == sorted(places)
        assert len(places) == 48
    assert [row.label for row in sukamaju.kelompok[0].baris] != [row.label for row in sukamaju.kelompok[1].baris]


@pytest.fixture
def wall_village(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(tmp_path, wall) as services:
        services.forum.buka(small_forum())
        services.forum.ubah(agenda=(Acara("Pembukaan", 10), Acara("Tanya jawab", 30)))
        services.peserta.catat_tamu(PesertaBaru(nama="Warga", unsur="PKK", jenis_kelamin="P"))
        services.usulan.catat_banyak(some_usulan(2), "mencatat usulan")
        yield services


def test_the_day_is_told_in_the_order_of_the_clock(wall_village: Layanan, wall: Wall) -> None:
    desa = wall_village
    desa.sidang.mulai("Pembukaan")
    wall.pass_minutes(5)
    desa.bicara.mulai("PKK", "P")
    wall.pass_minutes(2)
    desa.bicara.selesai()
    desa.sidang.mulai("Tanya jawab")
    wall.pass_minutes(1)
    desa.notulen.catat("Kapan dibangun?", oleh="Ketua RT", tanggapan="Tahun depan")
    wall.pass_minutes(1)
    desa.bicara.mulai("Lainnya", "L")
    desa.notulen.catat("Jalan rusak")
    wall.pass_minutes(1)
    told = desa.dokumen.isi().risalah
    assert told is not None
    assert [(one.jam, one.oleh, one.acara, one.pokok) for one in told.ucapan] == [
        ("09.05", "PKK (perempuan)", "Pembukaan", ""),
        ("09.08", "Ketua RT", "Tanya jawab", "Kapan dibangun?"),
        ("09.09", "Lainnya (laki-laki)", "Tanya jawab", "Jalan rusak"),
    ]
    assert dict(told.waktu) == {"Pembukaan": "09.00-09.07"}


def test_opinions_and_decisions_come_with_their_usulan(wall_village: Layanan) -> None:
    desa = wall_village
    first = desa.usulan.daftar()[0]
    desa.usulan.ubah(first.id, catatan=(Catatan("keberatan", "lahan sengketa"),))
    desa.notulen.catat("Lelang dibuka", jenis="putusan")
    desa.notulen.catat("Balita dulu", jenis="rangkuman", oleh="Kelompok baru")
    isi = desa.dokumen.isi()
    assert isi.risalah is not None
    assert [(one.label, one.catatan[0].rpartition(": ")[2]) for one in isi.risalah.pendapat] == [
        ("U-001", "lahan sengketa")
    ]
    assert isi.risalah.putusan == ("Lelang dibuka",)
    assert isi.risalah.ucapan == ()
    assert [(group.nama, group.rangkuman) for group in isi.kelompok] == [("Kelompok baru", ("Balita dulu",))]


@pytest.mark.parametrize("name", names())
def test_every_way_of_counting_lets_each_group_print_its_own_order(name: str, tmp_path: Path) -> None:
    templat = load(name)
    rules, example = templat.aturan_contoh, templat.contoh
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        made = desa.usulan.catat_banyak([UsulanBaru(judul=one) for one in example.usulan], "mencatat usulan")
        ids = dict(zip(example.usulan, made, strict=True))
        keys = ids | {pair(one, other): pair(ids[one], ids[other]) for one, other in pairs(example.usulan)}
        desa.prioritas.ubah_aturan(rules.kriteria, rules.kelompok, rules.seri, rules.cara)
        desa.prioritas.kunci(("Darmo", "Sumini"))
        for group, sheet in example.lembar.items():
            desa.prioritas.isi(group, {keys[key]: row for key, row in sheet.items()})
        printed = desa.dokumen.isi().kelompok
    assert [group.nama for group in printed] == list(example.lembar)
    for group in printed:
        places = [int(row.urutan) for row in group.baris]
        assert places == sorted(places)
        assert len({row.label for row in group.baris}) == len(places) > 0
    if len(printed) == 1:
        (only,) = printed
        assert [row.urutan for row in only.baris] == [row.peringkat.partition(" ")[0] for row in only.baris]


def test_the_order_of_a_group_follows_a_new_score_and_is_not_counted_again_for_a_note(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        sample = whole_forum(desa, close=False)
        group, sheet = next(iter(sample.skor.items()))
        first = desa.dokumen.isi().kelompok[0].baris
        desa.notulen.catat("Catatan", oleh="BPD")
        assert desa.dokumen.isi().kelompok[0].baris == first
        last = next(one.id for one in desa.usulan.daftar() if one.label == first[-1].label)
        desa.prioritas.isi(group, {last: tuple(max(row[place] or 0 for row in sheet.values()) for place in range(5))})
        assert desa.dokumen.isi().kelompok[0].baris[0].label == first[-1].label
