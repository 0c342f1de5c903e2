"""The PDF as a file: the same bytes everywhere, fonts inside, nothing outside, readable properties."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.berita_acara.isi import Kop
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import pages, reader
from tests.unit.berita_acara.sample import isi

PROFILE = load("rkpd-86")


def test_another_fact_gives_another_identity() -> None:
    one, other = (reader(render("prioritas", isi(seed=seed), PROFILE)) for seed in (1, 2))
    assert one.trailer["/ID"] != other.trailer["/ID"]


def test_all_fonts_are_embedded_subsets_with_their_unicode() -> None:
    fonts: dict[str, Any] = {}
    for page in reader(render("lengkap", isi(), PROFILE)).pages:
        resources: Any = page["/Resources"]
        fonts |= {name: font.get_object() for name, font in resources["/Font"].items()}
    assert len(fonts) == 3
    for font in fonts.values():
        assert font["/BaseFont"][7] == "+"
        assert font["/BaseFont"][8:].startswith("Arimo")
        assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) > 3000
        assert "/ToUnicode" in font


def test_the_properties_name_the_document() -> None:
    for jenis, title in JENIS.items():
        document = reader(render(jenis, isi(), PROFILE))
        about: Any = document.metadata
        assert about.title == f"{title} - Musrenbang Desa Sukamaju 2026"
        assert about.author == "Pemerintah Desa Sukamaju"
        assert about["/CreationDate"] == about["/ModDate"] == "D:20260121000000"
        assert _root(document)["/Lang"] == "id-ID"


def _root(document: pypdf.PdfReader) -> Any:
    return document.trailer["/Root"]


def _keys(value: Any, seen: set[int]) -> set[str]:
    value = value.get_object() if isinstance(value, IndirectObject) else value
    if id(value) in seen:
        return set()
    seen.add(id(value))
    if isinstance(value, DictionaryObject):
        return set(value).union(*(_keys(part, seen) for part in value.values()))
    if isinstance(value, list):
        return set().union(*(_keys(part, seen) for part in value))
    return set()


def test_nothing_outside_the_file_is_named_and_nothing_runs() -> None:
    keys = _keys(reader(render("lengkap", isi(), PROFILE)).trailer, set())
    assert {"/MediaBox", "/Font", "/Contents"} <= keys
    assert not keys & {"/URI", "/AA", "/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/F", "/GoToR", "/AcroForm"}


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x10\x80\x40" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_a_logo_stands_beside_the_kop_and_keeps_the_bytes_fixed() -> None:
    with_logo = isi(kop=Kop(alamat="Jalan Raya Krajan Nomor 1", logo=_png(40, 50)))
    pdf = render("berita_acara", with_logo, PROFILE)
    assert pdf == render("berita_acara", with_logo, PROFILE)
    first = reader(pdf).pages[0]
    (image,) = first.images
    assert image.image is not None
    assert image.image.size == (40, 50)
    left = 30 * 72 / 25.4 + 22 * 72 / 25.4
    (page, *_) = pages(pdf)
    head = [glyph for glyph in page.glyphs if glyph.bottom > page.height - 40 * 72 / 25.4]
    assert head
    assert all(glyph.left > left for glyph in head)


def test_reportlab_is_not_loaded_before_a_document_is_made() -> None:
    code = (
        "import sys, musrenbang_desktop.berita_acara, musrenbang_desktop.berita_acara.isi\n"
        "import musrenbang_desktop.reference.profile\n"
        "print({'reportlab', 'PIL', 'babel', 'num2words'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_first_paper_of_the_day_loads_nothing_that_it_does_not_draw_with() -> None:
    code = (
        "import sys\n"
        "from musrenbang_desktop.berita_acara import render\n"
        "from musrenbang_desktop.reference.profile import load\n"
        "from tests.unit.berita_acara.sample import isi\n"
        "before = set(sys.modules)\n"
        "render('lengkap', isi(), load('rkpd-86'))\n"
        "new = set(sys.modules) - before\n"
        "print({'babel', 'num2words', 'segno', 'ssl', 'http.client', 'reportlab.platypus', 'reportlab.graphics'} & new)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
