"""The code in the foot: on every page of every paper, its own, readable, and in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from musrenbang_desktop.berita_acara import JENIS, qr, render
from musrenbang_desktop.berita_acara.page_code import MODULE
from musrenbang_desktop.berita_acara.qr_matrix import matrix
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.domain.halaman import KodeHalaman, baca_kode, singkatan
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import sealed_forum
from tests.unit.berita_acara.conftest import Village
from tests.unit.berita_acara.sample import isi
from tests.village import Prepared

DPI = 120
#: A picture for the hall and a sheet about the printer have no foot.
WITHOUT = {"ringkasan_layar", "lembar_uji"}


@pytest.fixture(scope="module")
def desa(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    with prepared.opened(sealed_forum, tmp_path_factory.mktemp("desa")) as layanan:
        yield layanan


def rendered(pdf: bytes) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()


def read(picture: Image.Image) -> list[KodeHalaman]:
    found = (baca_kode(one.text) for one in zxingcpp.read_barcodes(picture))
    return [kode for kode in found if kode]


def clear(picture: Image.Image, code: zxingcpp.Barcode) -> bool:
    """Whether two modules of white stand on every side: what a reader needs, also where a table ends just above."""
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)  # each estimated by itself
    left, right = min(one.x for one in corners), max(one.x for one in corners)
    top, bottom = min(one.y for one in corners), max(one.y for one in corners)
    away = round(2 * MODULE / 72 * DPI) - 1
    near = picture.crop((left - away, top - away, right + away, bottom + away))
    near.paste(Image.new("L", (right - left + 2, bottom - top + 2), 255), (away - 1, away - 1))
    darkest = near.getextrema()[0]
    assert isinstance(darkest, int)
    return darkest > 200


@pytest.mark.parametrize("jenis", sorted(set(JENIS) - WITHOUT - {"lengkap"}))
def test_every_page_says_which_it_is_and_every_other_code_is_read_too(
    jenis: str, recorded: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """White stands around the code in the foot; whatever else was drawn as a QR is read as it was meant."""
    found, others, drawn = [], [], []
    isi = recorded.isi
    few = replace(isi, undangan=isi.undangan[:3], sehari=replace(isi.sehari, verifikasi=isi.sehari.verifikasi[:3]))
    monkeypatch.setattr(qr, "matrix", lambda text, *rest: drawn.append(text) or matrix(text, *rest))
    for picture in rendered(render(jenis, few, load("rkpd-86"))):
        read = zxingcpp.read_barcodes(picture)
        (code,) = [one for one in read if baca_kode(one.text)]
        assert clear(picture, code)
        found.append(baca_kode(code.text))
        others += [one.text for one in read if not baca_kode(one.text)]
    assert sorted(others) == sorted(drawn)
    total = len(found)
    assert total
    assert [one and (one.forum, one.kertas, one.halaman, one.dari) for one in found] == [
        (isi.forum.id, singkatan(jenis), number, total) for number in range(1, total + 1)
    ]


def test_the_check_above_sees_a_line_too_near() -> None:
    (picture, *_) = rendered(render("berita_acara", isi(1, 1, 1), load("rkpd-86")))
    (code,) = [one for one in zxingcpp.read_barcodes(picture) if baca_kode(one.text)]
    assert clear(picture, code)
    corner = code.position.top_left
    picture.paste(0, (corner.x, corner.y - 4, corner.x + 40, corner.y - 3))
    assert not clear(picture, code)


def test_a_page_of_an_annex_has_one_code_in_the_whole_and_alone(desa: Layanan) -> None:
    penggambar = desa.dokumen.penggambar()
    whole = [read(picture)[0] for picture in rendered(penggambar.gambar("lengkap"))]
    alone = [read(picture)[0] for picture in rendered(penggambar.gambar("prioritas"))]
    assert [kode for kode in whole if kode.kertas == singkatan("prioritas")] == alone
    assert len(set(whole)) == len(whole)


def test_the_code_is_large_enough_on_f4_shrunk_to_a4() -> None:
    assert MODULE / MM * 297 / 330 >= 0.45


def test_a_profile_with_the_smallest_margin_keeps_the_code_clear_of_the_text() -> None:
    narrow = replace(load("rkpd-86"), kertas=replace(load("rkpd-86").kertas, bawah_mm=15))
    for picture in rendered(render("lengkap", isi(40, 20, 20), narrow)):
        assert len(read(picture)) == 1


def test_a_long_number_of_a_forum_still_fits() -> None:
    long = isi(3, 2, 2, forum=replace(isi().forum, id="k7q2m3ab-123456789"))
    for picture in rendered(render("daftar_hadir", long, load("rkpd-86"))):
        assert [kode.forum for kode in read(picture)] == ["k7q2m3ab-123456789"]
