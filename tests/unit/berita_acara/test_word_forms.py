"""Every paper that has a Word file says in it what its PDF says: sentence by sentence, table by table, row by row."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisHadir, IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok, Pendapat, Risalah, Ucapan
from musrenbang_desktop.berita_acara.isi_sehari import IsiSehari, Perbedaan, TambahanCetak, VersiCetak
from musrenbang_desktop.berita_acara.word import render_word, template_of
from musrenbang_desktop.berita_acara.word.check import periksa
from musrenbang_desktop.berita_acara.word.forms import JenisWord
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kehadiran import Pembukaan, Penundaan
from musrenbang_desktop.domain.kesepakatan import Perpindahan
from musrenbang_desktop.reference.profile import load, names
from musrenbang_desktop.services.layanan import Layanan
from tests.unit.berita_acara.reading import reader
from tests.unit.berita_acara.sample import isi
from tests.unit.berita_acara.test_word import opened, squeezed

TUNDA = Penundaan(
    id="p", nomor=1, tanggal="2026-01-19", jam_mulai="08.30", jam="11.40", tanggal_baru="2026-01-21", jam_baru="08.15",
    alasan="jembatan putus", bagian="2/3", diundang=64, perlu=43, hadir=17, laki=9, perempuan=7, tanpa_jk=1,
)  # fmt: skip
KEDUA = Pembukaan(jam="08.40", hadir=21, diundang=64, perlu=43, bagian="2/3", kedua=True, kurang=("Dusun Krajan",))
TERCAPAI = replace(KEDUA, hadir=50, kedua=False)
HARI = Risalah(
    waktu=(("Pembukaan", "08.40-08.52"),),
    ucapan=(
        Ucapan(nomor=1, oleh="Ketua RT 04", jam="09.01", pokok="Talud retak", tanggapan="Ditinjau PUPR"),
        Ucapan(nomor=2, oleh="PKK", acara="Pembukaan", jam="09.07", pokok="Posyandu bocor"),
        Ucapan(nomor=3, oleh="BPD", acara="Pembukaan", jam="09.12", tanggapan="Dicatat"),
    ),
    pendapat=(Pendapat("U-002", "Air bersih", ("Mendukung: sumur kering", "Syarat: pipa HDPE")),),
    putusan=("Kerja bakti setiap Minggu.",),
    dikunci="08.55",
    saksi=("Bu Ani", "Pak Budi"),
    pindah=(("Drainase", Perpindahan(usulan="x", dari=4, ke=1, alasan="darurat", oleh="BPD", setuju=61)),),
    ditutup="12.05",
)
BEDA = IsiSehari(
    versi=VersiCetak(2, (Perbedaan("U-003", "Atap", "Biaya", "12 juta", "19 juta"),), "salah hitung."),
    tambahan=(TambahanCetak(1, "Lampirkan foto", "Camat", "diminta verifikator", "111 222 333 444"),),
)
#: What is asked for -> the meeting, and what was recorded besides.
CASES: dict[str, tuple[JenisWord, dict[str, object], dict[str, object]]] = {
    "musyawarah dusun": ("lengkap", {"tingkat": "dusun", "cakupan": "Krajan"}, {}),
    "rembug warga": ("lengkap", {"tingkat": "rembug", "cakupan": "RW 03"}, {"delegasi": (), "prioritas": ()}),
    "pra-musrenbang": ("lengkap", {"tingkat": "pra", "cakupan": "Perempuan"}, {"hadir": ()}),
    "musrenbang, versi kedua": ("lengkap", {}, {"sehari": BEDA}),
    "penundaan": ("penundaan", {}, {"penundaan": (TUNDA,)}),
    "penundaan tanpa kuorum": ("penundaan", {}, {"penundaan": (replace(TUNDA, bagian="tidak", perlu=0),)}),
    "penundaan kosong": ("penundaan", {}, {}),
    "tanpa kuorum": ("tanpa_kuorum", {}, {"pembukaan": replace(KEDUA, kedua=False, alasan="warga menunggu.")}),
    "sesudah ditunda": ("tanpa_kuorum", {}, {"pembukaan": KEDUA, "penundaan": (TUNDA,)}),
    "kuorum tercapai": ("tanpa_kuorum", {}, {"pembukaan": TERCAPAI}),
    "tanpa kuorum, kosong": ("tanpa_kuorum", {}, {}),
    "notulen": ("notulen", {}, {"risalah": HARI, "pembukaan": KEDUA}),
    "notulen kosong": ("notulen", {"agenda": ()}, {"prioritas": (), "belum_disepakati": (), "delegasi": ()}),
}


def recorded(case: str, kind: str) -> tuple[JenisWord, IsiBeritaAcara]:
    """A forum of which much was recorded, with what this case changes."""
    jenis, meeting, more = CASES[case]
    about = isi(6, 5, 3)
    facts: dict[str, object] = {
        "jenis": kind,
        "agenda": (Acara("Pembukaan", 15, "Sekdes"), Acara("Penetapan prioritas", 60, "Pimpinan")),
        "notulis_kedua": Pejabat("Yuliana", "Kader", "PKK"),
        "materi": ("Potensi dusun", "Daftar usulan"),
        "nomor_sk": "188/1",
        **meeting,
    }
    known: dict[str, object] = {
        "delegasi": tuple(
            BarisHadir(nomor=n, nama=name, peran="delegasi") for n, name in enumerate(("Tini", "Karto", "Sri"), 1)
        ),
        "alasan_delegasi": "kurang perempuan.",
        "kelompok": (
            HasilKelompok(
                nama="Sarpras",
                baris=(BarisKelompok(urutan="1", label="U-001", usulan="Drainase", nilai="4,2"),),
                rangkuman=("perlu talud",),
            ),
            HasilKelompok(nama="Ekonomi"),
        ),
        **more,
    }
    forum = replace(about.forum, **facts)
    return jenis, replace(about, forum=forum, **known)


def blocks(data: bytes) -> Iterator[str]:
    """Every paragraph of the file, and every row of a table with lines as one text: what must not be torn apart."""
    document = opened(data)
    for one in document.element.body:
        if one.tag == qn("w:p"):
            yield Paragraph(one, document).text
        elif one.tag == qn("w:tbl"):
            bordered = one.find(f".//{qn('w:insideH')}").get(qn("w:val")) == "single"
            for row in Table(one, document).rows:
                cells = [cell.text for cell in dict.fromkeys(row.cells)]
                yield from [" ".join(cells)] if bordered else [line for text in cells for line in text.split("\n")]


def body_of(pdf: bytes) -> str:
    """The text of every page without its foot (meeting, code, page of pages) and the numbers beside room for a pen."""
    read = "\n".join(page.extract_text() for page in reader(pdf).pages)
    beside = r"Kode halaman .*\n?|.* \| Forum .*\n?|Halaman \d+ dari \d+| \d{1,2}\.$"
    return re.sub(beside, "", read, flags=re.MULTILINE)


#: The long ones in every family, the others in one each: only their signers differ.
TRIED = [
    (case, family, "kelurahan" if place % 4 == 3 else "desa")
    for place, case in enumerate(sorted(CASES))
    for family in (names() if CASES[case][0] == "lengkap" else names()[place % 3 :][:1])
] + [("musrenbang, versi kedua", "rkpd-86", "kelurahan"), ("musyawarah dusun", "rkpd-86", "kelurahan")]


@pytest.mark.parametrize(("case", "family", "kind"), TRIED)
def test_every_fact_of_the_pdf_stands_in_the_word_file_and_no_other(case: str, family: str, kind: str) -> None:
    jenis, about = recorded(case, kind)
    profile = load(family)
    pdf, word = body_of(render(jenis, about, profile)), list(blocks(render_word(about, profile, jenis=jenis)))
    flat = squeezed(pdf)
    assert [text for text in word if squeezed(text) not in flat] == []
    printed, written = (Counter(re.findall(r"\w+", text)) for text in (pdf, " ".join(word)))
    assert (dict(printed - written), dict(written - printed)) == ({}, {})


@pytest.mark.parametrize("family", names())
def test_every_form_has_a_template_that_a_village_may_change(family: str) -> None:
    for jenis, bentuk in (("lengkap", "musdus"), ("penundaan", "penundaan"), ("tanpa_kuorum", "tanpa_kuorum"),
                          ("notulen", "notulen")):  # fmt: skip
        forum = replace(isi().forum, tingkat="dusun" if bentuk == "musdus" else "utama")
        template = template_of(load(family), forum, jenis)
        assert periksa(template, bentuk) == []


def test_a_template_of_another_form_lacks_what_this_one_needs() -> None:
    notulen = template_of(load("rkpd-86"), isi().forum, "notulen")
    assert [one.kalimat.split(".")[0] for one in periksa(notulen, "lengkap")] == [
        "Templat belum memuat nomor berita acara",
        "Templat belum memuat isi kesepakatan",
        "Templat belum memuat daftar prioritas",
        "Templat belum memuat daftar usulan yang belum disepakati",
    ]
    whole = template_of(load("rkpd-86"), isi().forum)
    assert [one.kalimat.split(".")[0] for one in periksa(whole, "notulen")] == [
        "Templat belum memuat yang dibicarakan",
        "Templat belum memuat putusan musyawarah",
    ]


def test_a_template_of_the_village_fills_the_form_it_was_made_for(layanan: Layanan, tmp_path: Path) -> None:
    layanan.kehadiran.tunda("2026-01-23", "09.00", "jembatan putus")
    layanan.notulen.catat("Kerja bakti hari Minggu.", jenis="putusan")
    word = layanan.word
    own = tmp_path / "desa.docx"
    own.write_bytes(word.contoh("penundaan"))
    word.pakai(own, "penundaan")
    assert word.punya_templat("penundaan")
    assert not word.punya_templat("notulen")
    text = "\n".join(blocks(word.penyusun("penundaan").susun()))
    assert "Alasan: jembatan putus." in text
    assert "Kerja bakti hari Minggu." in "\n".join(blocks(word.penyusun("notulen").susun()))
    assert "Kerja bakti" not in text


@pytest.mark.parametrize(
    ("jenis", "marked"), [("lengkap", True), ("notulen", True), ("penundaan", False), ("tanpa_kuorum", False)]
)
def test_a_word_file_is_called_a_draft_where_its_pdf_is(jenis: JenisWord, marked: bool) -> None:
    """The hall signs a postponement on the day it is put off, when nothing is agreed."""
    facts = isi(3, 2, 1, tanda_air="DRAF", penundaan=(TUNDA,), pembukaan=KEDUA)
    with zipfile.ZipFile(io.BytesIO(render_word(facts, load("rkpd-86"), b"", jenis))) as packed:
        text = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml"))
    assert ("DRAF" in text, facts.jejak in text) == (marked, marked)
    page = reader(render(jenis, facts, load("rkpd-86"))).pages[0].extract_text()
    assert (facts.jejak in page) is marked
