"""The seal on paper: read back by an independent reader from what a printer and a scanner would make of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageDraw

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.seal import qr_of
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.journal.segel_qr import AWALAN
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.segel import Tersegel
from tests.sukamaju import sealed_forum, whole_forum
from tests.unit.berita_acara.reading import reader, text_of
from tests.village import Prepared, opened

DPI = 200


@pytest.fixture(scope="module")
def desa(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    with prepared.opened(sealed_forum, tmp_path_factory.mktemp("desa")) as layanan:
        yield layanan


@pytest.fixture(scope="module")
def sealed(desa: Layanan) -> Tersegel:
    found = desa.segel.sekarang()
    assert found is not None
    return found


def paper(desa: Layanan, jenis: str = "berita_acara") -> bytes:
    isi = desa.dokumen.isi()
    return render(jenis, isi, load(isi.forum.profil))


def keywords(pdf: bytes) -> str:
    metadata = reader(pdf).metadata
    return str(metadata.get("/Keywords", "")) if metadata else ""


def scan(pdf: bytes) -> Any:
    """The last page of the berita acara in grey at 200 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[len(document) - 1]
        return page.render(scale=DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()


def seals(picture: Any) -> list[Any]:
    """The codes of seals in a picture; the small one in the foot is left out."""
    return [found for found in zxingcpp.read_barcodes(picture) if found.text.startswith(AWALAN)]


def test_the_block_stands_on_the_page_of_signatures(desa: Layanan, sealed: Tersegel) -> None:
    pdf = paper(desa)
    text = text_of(pdf)
    assert text.count(sealed.kode) == 1
    assert "Kode segel dibacakan dan ditulis tangan di notulen" in text
    assert f"laptop {sealed.laptop}" in text
    assert len(reader(pdf).pages) == 2
    assert "DRAF" not in text


def test_a_reprint_is_the_same_also_after_an_addendum(desa: Layanan) -> None:
    first = paper(desa, "lengkap")
    desa.segel.tambah("Dusun U-003 seharusnya Krajan.", "Ketua BPD", "salah tulis")
    assert paper(desa, "lengkap") == first


def test_an_unsealed_forum_prints_no_seal(tmp_path: Path) -> None:
    with opened(tmp_path) as other:
        whole_forum(other)
        pdf = paper(other)
        assert "SEGEL" not in text_of(pdf)
        assert not keywords(pdf)


@pytest.mark.parametrize("jenis", ["berita_acara", "prioritas", "lengkap"])
def test_every_paper_of_the_result_carries_the_text_of_the_qr(desa: Layanan, sealed: Tersegel, jenis: str) -> None:
    assert keywords(paper(desa, jenis)) == sealed.qr


def test_the_qr_is_read_at_200_dpi(desa: Layanan, sealed: Tersegel) -> None:
    assert [found.text for found in seals(scan(paper(desa)))] == [sealed.qr]
    level, side = qr_of(sealed.qr) or ("", 0.0)
    assert level == "q"
    assert side / MM < 50


def test_the_qr_is_read_with_a_twentieth_of_it_soiled(desa: Layanan, sealed: Tersegel) -> None:
    """Small spots of ink and of white on five percent of its area, anywhere but on the three finder squares.

    38 of these 40 are read at the first look; a phone looks many times.
    """
    clean = scan(paper(desa))
    corners = seals(clean)[0].position
    left, top = corners.top_left.x, corners.top_left.y
    side = corners.bottom_right.x - left
    square = side * 9 / 81
    read = 0
    for seed in range(40):
        chance = random.Random(seed)
        picture = clean.copy()
        pen = ImageDraw.Draw(picture)
        soiled = 0.0
        while soiled < 0.05 * side * side:
            radius = chance.uniform(3, 9)
            x, y = chance.uniform(0, side), chance.uniform(0, side)
            if (y < square and not square < x < side - square) or (x < square and y > side - square):
                continue
            box = (left + x - radius, top + y - radius, left + x + radius, top + y + radius)
            pen.ellipse(box, fill=chance.choice((0, 255)))
            soiled += 3.14 * radius * radius
        found = [code.text for code in seals(picture)]
        assert found in ([], [sealed.qr])
        read += bool(found)
    assert read >= 36


@pytest.mark.parametrize(("length", "level"), [(600, "q"), (2420, "q"), (2421, "m"), (4000, "l"), (4297, "")])
def test_a_longer_list_takes_a_lower_level_and_then_none(length: int, level: str) -> None:
    found = qr_of("A" * length)
    assert (found[0] if found else "") == level


def test_a_list_that_no_qr_holds_is_still_printed(desa: Layanan) -> None:
    isi = desa.dokumen.isi()
    assert isi.segel is not None
    long = replace(isi, segel=replace(isi.segel, qr="MDS1:" + "A" * 5000))
    text = text_of(render("berita_acara", long, load(isi.forum.profil)))
    assert isi.segel.kode in text
    assert "terlalu panjang untuk satu QR" in text
