"""Whatever a berita acara or an annex prints is told when it is another in the next version, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisHadir, IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok, Risalah
from musrenbang_desktop.berita_acara.perbedaan import perbedaan
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kehadiran import Pembukaan
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara import sample

#: How a paper was printed, and places, which are told as moves: no facts. The rest is compared or prints nothing.
NO_FACT = frozenset({"cetak_ulang", "tanda_air", "kode_forum", "jejak", "tanpa_kode", "segel", "sehari", "id", "nomor"})
OTHER = {
    "tanggal": "2026-01-22", "tanggal_sk": "2026-01-02", "jam_mulai": "08.20", "jam_selesai": "12.11", "zona": "WIT",
    "jenis": "kelurahan", "ragam": "nagari", "tingkat": "pra", "profil": "desa-21", "keluaran": "dana_desa",
    "bagian": "tidak", "cara": "aklamasi", "jam": "09.09", "pola_pelaksanaan": "pihak_ketiga", "kode_wilayah": "",
}  # fmt: skip
PERSON = Pejabat("Budi", "Kaur", "Krajan", "1970")


@cache
def content() -> IsiBeritaAcara:
    """A small forum in which nothing is unknown."""
    small = sample.isi(hadir=3, prioritas=2, belum=1)
    people = tuple(replace(one, jabatan="Kaur", jam="08.00", usia=40) for one in small.hadir)
    forum = replace(
        small.forum,
        fasilitator=(PERSON,), penjaga_waktu=PERSON, saksi=(PERSON, PERSON), nomor_sk="7", tanggal_sk="2026-01-01",
        materi=("Jalan",), agenda=(Acara("Buka", 5),), notulis_kedua=PERSON, alamat="Jalan 1", provinsi="Contoh",
    )  # fmt: skip
    rows = tuple(
        replace(
            row,
            bidang="Ekonomi", permasalahan="Banjir", perkiraan_biaya=5, perangkat_daerah="Dinas", pengusul="RT 1",
            alasan_pindah="darurat", alasan_lompat="lama", sisipan=("Peringatan: lahan",), sumber_dana="DD",
            penerima="12 jiwa", penerima_l=5, penerima_p=7, penerima_rtm=1, sdgs="8", data_eksisting="Tanah",
            target_capaian="Kering", waktu_pelaksanaan="3 bulan", pola_pelaksanaan="swakelola", pelaksana="TPK",
        )
        for row in small.prioritas
    )  # fmt: skip
    refused = tuple(
        replace(row, bidang="Ekonomi", permasalahan="Banjir", perkiraan_biaya=5, perangkat_daerah="D", sisipan=("x",))
        for row in small.belum_disepakati
    )
    group = HasilKelompok(
        nama="Sarpras",
        keterangan="3 orang",
        baris=(
            BarisKelompok(
                urutan="1", label="U-009", usulan="Jalan", lokasi="Krajan", nilai="4", peringkat="2",
                perkiraan_biaya=7,
            ),
        ),
        rangkuman=("Air dulu",),
    )  # fmt: skip
    return replace(
        small,
        forum=forum, hadir=people, wakil=people[:2], prioritas=rows, belum_disepakati=refused,
        delegasi=(BarisHadir(nomor=1, nama="Ani", lembaga="PKK", jenis_kelamin="P", peran="delegasi"),),
        alasan_delegasi="tidak ada lagi", kelompok=(group,), aturan=("Aturan versi 1",), musyawarah=("Musdus Krajan",),
        ketua_lpm=PERSON, bagian="1/2+1", putusan=Putusan(cara="suara", setuju=3, tidak_setuju=2, abstain=1),
        risalah=Risalah(putusan=("Bangun bersama",)),
        pembukaan=Pembukaan(jam="08.10", hadir=3, diundang=9, perlu=5, bagian="1/2+1", alasan="hujan"),
    )  # fmt: skip


def other(name: str, value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if name in OTHER:
        return OTHER[name]
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return b""
    return f"{value}lain"


def changed(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """(which fact, the same value with that one fact changed), one for every fact in it."""
    name = path.rpartition(".")[2]
    if is_dataclass(value) and not isinstance(value, type):
        for field in (field.name for field in fields(value) if field.name not in NO_FACT):
            for where, now in changed(getattr(value, field), f"{path}.{field}"):
                yield where, replace(value, **{field: now})
    elif isinstance(value, Mapping):
        for key, (present, invited) in value.items():
            yield f"{path}.{key}", {**value, key: (present + 1, invited)}
            yield f"{path}.{key}", {**value, key: (present, invited + 1)}
    elif isinstance(value, tuple):
        yield from changed_rows(value, path)
    elif value not in (None, "") or name in OTHER:
        yield path, other(name, value)


def changed_rows(rows: tuple[Any, ...], path: str) -> Iterator[tuple[str, Any]]:
    """One row less, one changed, another order."""
    for place, item in enumerate(rows):
        yield f"{path}.{place} hilang", (*rows[:place], *rows[place + 1 :])
        for where, now in changed(item, f"{path}.{place}"):
            yield where, (*rows[:place], now, *rows[place + 1 :])
    if len(rows) > 1:
        yield f"{path} dibalik", rows[::-1]


@pytest.mark.parametrize(
    ("name", "tingkat"), [("rkpd-86", "utama"), ("desa-114", "utama"), ("desa-21", "utama"), ("rkpd-86", "dusun")]
)
def test_every_printed_fact_that_changes_is_told(name: str, tingkat: str) -> None:
    base = replace(content(), forum=replace(content().forum, profil=name, tingkat=tingkat))
    paper = render("lengkap", base, load(name))
    told_to = 0
    for where, now in changed(base, ""):
        if perbedaan(base, now):
            told_to += 1
        else:
            assert render("lengkap", now, load(name)) == paper, f"{where} is printed and told to nobody"
    assert told_to > 100


def test_what_no_paper_of_the_result_prints_is_not_told() -> None:
    """Else a letter that was handed over would make another version."""
    levels = [replace(content(), forum=replace(content().forum, tingkat=tingkat)) for tingkat in ("utama", "dusun")]
    papers = [(isi, load(name)) for isi in levels for name in ("rkpd-86", "desa-114")]
    before = [render("lengkap", isi, profile) for isi, profile in papers]
    # by what form it is printed is a fact too; a forum without topics prints its agenda
    told_facts, printed = set(), {"profil", "tingkat", "agenda"}
    for where, now in changed(content().forum, ""):
        name = where.split(".")[1].split()[0]
        if perbedaan(content(), replace(content(), forum=now)):
            told_facts.add(name)
        for (isi, profile), paper in zip(papers, before, strict=True):
            if name not in printed and paper != render(
                "lengkap", replace(isi, forum=replace(now, tingkat=isi.forum.tingkat)), profile
            ):
                printed.add(name)
    assert told_facts == printed


def test_the_same_content_has_no_difference() -> None:
    assert perbedaan(content(), replace(content(), jejak="lain", cetak_ulang=3)) == ()


def people(*names: str) -> tuple[BarisHadir, ...]:
    return tuple(
        BarisHadir(nomor=number, nama=name, lembaga="PKK", peran="delegasi") for number, name in enumerate(names, 1)
    )


def told(dulu: IsiBeritaAcara, kini: IsiBeritaAcara) -> list[tuple[str, str, str, str]]:
    return [(one.judul, one.hal, one.dulu, one.kini) for one in perbedaan(dulu, kini)]


def test_a_delegate_who_was_exchanged_is_told_in_one_line() -> None:
    before = replace(content(), delegasi=people("Ani", "Cici"))
    now = replace(content(), delegasi=people("Budi", "Cici"))
    assert told(before, now) == [("Delegasi", "Delegasi", "Ani", "Budi")]
    other_office = replace(now, delegasi=(replace(now.delegasi[0], lembaga="BPD"), now.delegasi[1]))
    assert told(before, other_office) == [("Delegasi", "Delegasi", "Ani, PKK", "Budi, BPD")]


def test_a_delegate_who_goes_for_another_at_the_end_of_the_list_is_told_in_one_line() -> None:
    before = replace(content(), delegasi=people("Ani", "Cici", "Dedi"))
    last = replace(people("x", "x", "Budi")[2], lembaga="Karang Taruna")
    now = replace(content(), delegasi=(*people("Cici", "Dedi"), last))
    assert told(before, now) == [("Delegasi", "Delegasi", "Ani, PKK", "Budi, Karang Taruna")]


def test_who_came_late_is_added_and_moves_nobody() -> None:
    before = replace(content(), hadir=people("Ani", "Cici"))
    now = replace(content(), hadir=people("Ani", "Budi", "Cici"))
    assert told(before, now) == [("Daftar hadir", "Peserta", "-", "Budi, PKK")]


def test_two_of_one_name_are_two() -> None:
    before = replace(content(), hadir=people("Sutrisno", "Sutrisno"))
    now = replace(content(), hadir=people("Sutrisno"))
    assert told(before, now) == [("Daftar hadir", "Peserta", "Sutrisno, PKK", "-")]


def test_texts_of_the_agreement_are_told_before_and_after() -> None:
    before = replace(content(), risalah=Risalah(putusan=("Air dulu", "Jalan kemudian")))
    now = replace(content(), risalah=Risalah(putusan=("Air dulu", "Jalan tahun depan")))
    assert told(before, now) == [], "only the notulen of a Musrenbang prints them"
    before, now = (replace(one, forum=replace(one.forum, tingkat="dusun")) for one in (before, now))
    assert told(before, now) == [("Berita acara", "Putusan", "Jalan kemudian", "Jalan tahun depan")]


def test_a_difference_reads_as_people_say_it() -> None:
    isi = content()
    now = replace(
        isi,
        forum=replace(isi.forum, tanggal="2026-01-22"),
        prioritas=(replace(isi.prioritas[0], perkiraan_biaya=9, volume="12", satuan="m"), *isi.prioritas[1:]),
        hadir=(replace(isi.hadir[0], jenis_kelamin="L" if isi.hadir[0].jenis_kelamin == "P" else "P"), *isi.hadir[1:]),
    )
    found = {hal: (judul, dulu, kini) for judul, hal, dulu, kini in told(isi, now)}
    assert found["Perkiraan biaya"] == (isi.prioritas[0].usulan, "Rp5", "Rp9")
    assert found["Volume"][2] == "12 m"
    assert found["Tanggal"] == ("Berita acara", "Rabu, 21 Januari 2026", "Kamis, 22 Januari 2026")
    assert {dulu for hal, (_, dulu, _) in found.items() if hal.startswith("Jenis kelamin, ")} <= {
        "laki-laki",
        "perempuan",
    }
    assert not any("_" in text for one in told(isi, now) for text in one)
