"""A kelurahan and a rembug of one RW on paper: who signs, what it is called, what goes on to the next forum."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.hall import draw_for_hall
from musrenbang_desktop.berita_acara.word import render_word
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.dokumen import BERKAS, RENCANA_DESA, berkas_forum
from musrenbang_desktop.services.layanan import Layanan
from tests.kelurahan import KETUA_LPM, LURAH, rembug, whole_kelurahan
from tests.unit.berita_acara.any_village import Shape, bent
from tests.unit.berita_acara.reading import pages, text_of, words
from tests.unit.berita_acara.test_any_forum import whole
from tests.village import opened


@pytest.fixture(scope="module")
def kelurahan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    with opened(tmp_path_factory.mktemp("kelurahan")) as services:
        whole_kelurahan(services)
        yield services


@pytest.fixture(scope="module")
def rw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    with opened(tmp_path_factory.mktemp("rembug")) as services:
        rembug(services)
        yield services


def paper(services: Layanan, jenis: str) -> bytes:
    isi = services.dokumen.isi()
    return render(jenis, isi, load(isi.forum.profil))


def test_lurah_and_the_head_of_the_lpm_sign_in_a_kelurahan(kelurahan: Layanan) -> None:
    whole_text = " ".join(words(page.text) for page in pages(paper(kelurahan, "berita_acara")))
    first = whole_text.partition("MEWAKILI PESERTA")[0]
    assert "Lurah Sukamaju," in first
    assert "Ketua LPM Kelurahan Sukamaju," in first
    assert first.count(KETUA_LPM) == 1
    assert f"NIP {LURAH.nip}" in first


def test_a_desa_has_no_place_for_the_lpm(tmp_path: Path) -> None:
    from tests.sukamaju import whole_forum

    with opened(tmp_path) as services:
        whole_forum(services)
        text = text_of(paper(services, "berita_acara"))
    assert "Kepala Desa Sukamaju," in text
    assert "Ketua LPM" not in text.partition("MEWAKILI")[0].partition("MENYEPAKATI")[2]


def test_the_berita_acara_of_a_kelurahan_ends_before_those_who_sign_for_the_participants(kelurahan: Layanan) -> None:
    found = [words(page.text) for page in pages(paper(kelurahan, "berita_acara"))]
    assert len(found) == 2, "also where it is said what was held before"
    assert "Sebelumnya" in found[0] and "Demikian berita acara" in found[0]
    (signing,) = [page.partition("MEWAKILI PESERTA")[2] for page in found if "MEWAKILI PESERTA" in page]
    assert "Demikian berita acara" not in signing
    for name, office in (("Sutarno", "RW 01"), ("Sri Wahyuni", "RW 02"), ("Mujiono", "RW 03")):
        assert name in signing
        assert office in signing


#: What only a desa has: its plans, its budget, its council, its head.
OF_A_DESA = re.compile(
    r"\b(?:du-)?rkp (?:desa|kelurahan)|rencana kerja pemerintah|apb desa|kepala desa|dana desa"
    r"|\bdesa (?:sukamaju|ketik)|\bbpd\b"
    r"|badan permusyawaratan|dinas pemberdayaan masyarakat dan desa|perdes\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("held", ["kelurahan", "rw"])
def test_no_paper_of_a_kelurahan_speaks_of_a_desa(held: str, request: pytest.FixtureRequest) -> None:
    """Whatever is offered, on the page, by the package of the day, in the archive, as a list: all from ``daftar``."""
    services: Layanan = request.getfixturevalue(held)
    offered = [info.jenis for info in services.dokumen.daftar()]
    assert {"rkp_desa", "du_rkp", "buku_aspirasi", "buku_keputusan"}.isdisjoint(offered)
    assert {"lengkap", "prioritas", "delegasi"} <= set(offered)
    # every typed text is another one, so that only the words of the form are left
    isi = bent(services.dokumen.isi(), Shape(("ketik satu", "ketik dua"), (1_000_000,), 3, 1))
    form = load(isi.forum.profil)
    found = {jenis: OF_A_DESA.findall(text_of(render(jenis, isi, form))) for jenis in offered}
    assert {jenis: words for jenis, words in found.items() if words} == {}


def test_a_musyawarah_dusun_decides_on_no_plan_of_the_desa() -> None:
    main = Forum(
        id="f", jenis="desa", desa="Sukamaju", tahun_pelaksanaan=2026, tahun_rencana=2027, tanggal="2026-01-10"
    )
    assert {"rkp_desa", "du_rkp"} <= set(berkas_forum(main))
    assert {"rkp_desa", "du_rkp"}.isdisjoint(berkas_forum(replace(main, tingkat="dusun", cakupan="Krajan")))


def test_lampiran_are_numbered_from_one_to_five_and_the_clauses_name_them(kelurahan: Layanan) -> None:
    text = text_of(paper(kelurahan, "lengkap"))
    places = [text.index(f"LAMPIRAN {number} : BERITA ACARA") for number in ("I", "II", "III", "IV", "V")]
    assert places == sorted(places)
    clauses = text.partition("MENYEPAKATI")[2].partition("Demikian")[0]
    for number in ("I", "II", "III", "IV", "V"):
        assert f"LAMPIRAN {number} " in clauses or f"LAMPIRAN {number}," in clauses


def test_the_ceilings_of_a_kelurahan_have_its_own_sources(kelurahan: Layanan) -> None:
    text = text_of(paper(kelurahan, "pagu_indikatif"))
    assert "Dana kelurahan" in text
    assert "Alokasi Dana Desa" not in text


def test_a_rembug_prints_its_own_berita_acara(rw: Layanan) -> None:
    text = text_of(paper(rw, "berita_acara"))
    for part in (
        "BERITA ACARA REMBUG WARGA RW 03 KELURAHAN SUKAMAJU KECAMATAN CONTOH TAHUN 2026",
        "Hari dan tanggal : Sabtu, 10 Januari 2026",
        "1. Potensi dan masalah RW 2. Daftar usulan dan urutannya",
        "Pimpinan rapat : Mujiono dari RW 03",
        "Notulis 1 : Sari Puspita dari RW 03",
        "Notulis 2 : Yuliana dari PKK RW 03",
        "2 usulan disepakati untuk dibawa ke Musrenbang Kelurahan Sukamaju",
        "1. Saluran air gang Melati (U-001), Sumberejo RT 07/RW 03, 120 m, Rp45.000.000",
        "2. Rabat jalan gang Kenanga (U-002), Sumberejo RT 08/RW 03, 80 m",
        "1 usulan belum disepakati",
        "Kerja bakti membersihkan saluran setiap Minggu pertama.",
        "Mengetahui,",
        "Lurah Sukamaju,",
        "Notulis 2,",
    ):
        assert part in text
    assert "MENYEPAKATI" not in text
    assert "RKPD" not in text


def test_the_layar_reads_the_berita_acara_of_the_rembug_without_a_name(rw: Layanan) -> None:
    isi = rw.dokumen.isi()
    text = text_of(draw_for_hall(isi, load(isi.forum.profil), 60, 34))
    assert "BERITA ACARA REMBUG WARGA RW 03" in text
    assert "Saluran air gang Melati (U-001)" in text
    for name in ("Mujiono", "Sari Puspita", "Yuliana", "Darmo", LURAH.nama):
        assert name not in text


def test_word_says_of_a_rembug_what_the_paper_says(rw: Layanan) -> None:
    isi = rw.dokumen.isi()
    with zipfile.ZipFile(io.BytesIO(render_word(isi, load(isi.forum.profil)))) as file:
        text = " ".join(re.sub(r"<[^>]+>", " ", file.read("word/document.xml").decode()).split())
    for part in (
        "REMBUG WARGA RW 03",
        "Potensi dan masalah RW",
        "Yuliana dari PKK RW 03",
        "2 usulan disepakati untuk dibawa ke Musrenbang Kelurahan Sukamaju",
        "Rabat jalan gang Kenanga (U-002), Sumberejo RT 08/RW 03, 80 m",
        "Demikian berita acara ini dibuat dengan sebenarnya",
    ):
        assert part in text
    assert "Kegiatan prioritas, sasaran" not in text


def test_five_lines_wait_for_those_who_sign_for_the_participants(rw: Layanan) -> None:
    last = words(pages(paper(rw, "berita_acara"))[-1].text)
    for number, name in enumerate(("Mujiono", "Sari Puspita", "Yuliana", "Darmo"), 1):
        assert f"{number} {name}" in last
    assert "5." in last
    assert "6." not in last.partition("Rembug")[0]


@pytest.mark.parametrize("jenis", ["berita_acara", "lengkap", "daftar_rw", "notulen", "rekapitulasi", "sk_tim"])
def test_every_page_of_a_rembug_is_whole(rw: Layanan, jenis: str) -> None:
    for page in pages(paper(rw, jenis)):
        whole(page)


def test_the_list_of_the_rw_is_signed_by_its_head_in_the_order_of_its_ranks(rw: Layanan) -> None:
    text = text_of(paper(rw, "daftar_rw"))
    assert "FORMULIR RW.1" in text
    assert "Ketua RW 03," in text
    places = [text.index(f"(U-00{number})") for number in (1, 2, 3)]
    assert places == sorted(places)


def test_the_books_of_a_bpd_are_offered_only_where_there_is_one(kelurahan: Layanan, tmp_path: Path) -> None:
    books = {"buku_aspirasi", "buku_keputusan"}
    here = {info.jenis for info in kelurahan.dokumen.daftar()}
    assert not here & books
    assert set(BERKAS) - here == books | RENCANA_DESA, "every other paper is offered"
    archive = kelurahan.arsip.siapkan().tulis(tmp_path / "arsip")
    names = {path.name for path in archive.rglob("*.pdf")}
    assert names and not names & {BERKAS[name] for name in books}


def test_the_plan_book_speaks_of_the_kelurahan(kelurahan: Layanan) -> None:
    text = text_of(paper(kelurahan, "buku_rencana"))
    assert "dibiayai kelurahan" in words(text)
    assert "dibiayai desa" not in words(text)
