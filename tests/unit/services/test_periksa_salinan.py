"""Copies of a sealed paper with something laid over them, and copies that would fill the memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from musrenbang_desktop.journal import keys
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.periksa_berkas import Pemeriksa
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


@pytest.fixture(scope="module")
def desa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """A small forum, sealed."""
    folder: Path = tmp_path_factory.mktemp("desa")
    with opened(folder) as layanan:
        _seal(layanan)
        yield layanan


def _seal(layanan: Layanan) -> None:
    layanan.forum.buka(small_forum())
    ids = layanan.usulan.catat_banyak(some_usulan(3), "impor")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    layanan.kesepakatan.tutup()
    layanan.segel.buat()


@pytest.fixture(scope="module")
def pdf(desa: Layanan) -> bytes:
    return desa.dokumen.penggambar().gambar("prioritas")


def answer(desa: Layanan, data: bytes) -> tuple[bool, str]:
    found = Pemeriksa(desa).berkas("berkas.pdf", data)
    return found.sah, "\n".join(found.kalimat)


def saved(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_copy_with_nothing_laid_over_it_stands(desa: Layanan, pdf: bytes) -> None:
    sah, words = answer(desa, saved(pypdf.PdfWriter(clone_from=io.BytesIO(pdf))))
    assert sah, words


def test_a_copy_of_a_paper_from_before_pages_had_a_code_stands(desa: Layanan) -> None:
    penggambar = desa.dokumen.penggambar()
    old = replace(penggambar, isi=replace(penggambar.isi, tanpa_kode=True)).gambar("berita_acara")
    assert old != penggambar.gambar("berita_acara")
    assert answer(desa, old)[0], "signed by this laptop"
    assert answer(desa, saved(pypdf.PdfWriter(clone_from=io.BytesIO(old))))[0], "written again by another program"


def test_a_copy_of_a_paper_that_an_older_program_set_otherwise_stands(tmp_path: Path) -> None:
    """The file is still in the folder and in the journal; the program of now would draw other pages."""
    with opened(tmp_path) as layanan:
        _seal(layanan)
        penggambar = layanan.dokumen.penggambar()
        moved = replace(penggambar.isi.forum, tempat="Balai Pertemuan Warga")
        old = replace(penggambar, isi=replace(penggambar.isi, forum=moved)).gambar("berita_acara")
        copied = saved(pypdf.PdfWriter(clone_from=io.BytesIO(old)))
        assert not answer(layanan, copied)[0], "nothing tells that it was ever saved"
        path = layanan.dokumen.simpan("berita_acara", old, 2)
        assert answer(layanan, copied)[0]
        path.write_bytes(old + b" ")
        assert not answer(layanan, copied)[0], "what lies there is not what was saved"


def test_the_sheet_of_the_seal_stands_also_after_another_addendum(tmp_path: Path) -> None:
    with opened(tmp_path) as layanan:
        _seal(layanan)
        layanan.segel.tambah("Nama dusun di U-002 seharusnya Krajan.", "Ketua BPD", "salah tulis")
        penggambar = layanan.dokumen.penggambar()
        isi = penggambar.isi
        sheet = saved(pypdf.PdfWriter(clone_from=io.BytesIO(penggambar.gambar("segel"))))
        assert isi.lembar_segel is not None
        other = replace(isi.lembar_segel.tambahan[0], teks="Nama dusun di U-002 seharusnya Sumber.")
        lie = replace(penggambar, isi=replace(isi, lembar_segel=replace(isi.lembar_segel, tambahan=(other,))))
        forged = saved(pypdf.PdfWriter(clone_from=io.BytesIO(lie.gambar("segel"))))
        layanan.segel.ikut_menandatangani("Ibu Saksi", "Ketua BPD", keys.new_private_key())
        layanan.segel.tambah("Daftar hadir dilampirkan.", "Notulis", "tertinggal")
        sah, words = answer(layanan, sheet)
        assert sah, words
        sah, words = answer(layanan, forged)
        assert not sah
        assert "seharusnya Sumber" in words


def overlaid(pdf: bytes, flags: int) -> bytes:
    """A saved copy with a black square over the first page, shown as ``flags`` (ISO 32000-2, table 167) say."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    square = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Square"),
            NameObject("/Rect"): ArrayObject(FloatObject(n) for n in (60, 60, 500, 700)),
            NameObject("/IC"): ArrayObject(FloatObject(0) for _ in range(3)),
            NameObject("/F"): NumberObject(flags),
        }
    )
    writer.add_annotation(0, square)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("flags", [4, 4 + 32, 0, 2], ids=["shown", "only in print", "only on screen", "hidden"])
def test_a_copy_with_something_laid_over_it_is_refused(desa: Layanan, pdf: bytes, flags: int) -> None:
    """What only a printer shows, or only a reader after a click, is no copy with the same looks."""
    sah, words = answer(desa, overlaid(pdf, flags))
    assert not sah
    assert "halaman 1" in words or "berbeda" in words


def test_a_copy_too_large_to_look_at_is_refused(desa: Layanan, pdf: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.pages[0].mediabox.upper_right = (14_400, 14_400)
    out = io.BytesIO()
    writer.write(out)
    sah, words = answer(desa, out.getvalue())
    assert not sah
    assert "rusak" in words or "halaman" in words


def test_a_draft_from_before_the_seal_is_not_taken_for_the_result(tmp_path: Path) -> None:
    with opened(tmp_path) as other:
        other.forum.buka(small_forum())
        ids = other.usulan.catat_banyak(some_usulan(3), "impor")
        other.kesepakatan.susun()
        draft = other.dokumen.penggambar().gambar("prioritas")
        other.dokumen.simpan("prioritas", draft, 1)
        assert answer(other, draft)[0], "as long as nothing is sealed it is the paper"
        other.kesepakatan.tetapkan(ids, "ke_kecamatan")
        other.kesepakatan.tutup()
        other.segel.buat()
        sah, words = answer(other, draft)
        assert not sah
        assert "sebelum hasil disegel" in words
