"""Pages of ours, printed, signed and photographed: each is read back to its place, however it was held."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.halaman import KodeHalaman, baca_kode, singkatan
from musrenbang_desktop.exchange.halaman import LembarFoto, berkas_di, ketajaman, lembar
from musrenbang_desktop.reference.profile import load
from tests.page_photos import on_table, photographed, pictures, seen
from tests.photos import photo, written
from tests.unit.berita_acara.sample import isi


@pytest.fixture(scope="module")
def whole() -> list[Image.Image]:
    """Every page of the berita acara with its annexes as a scanner at 200 dpi sees it; the longer ones have two."""
    return list(pictures(render("lengkap", isi(hadir=24, prioritas=9, belum=2), load("rkpd-86"))))


def scanned(pages: list[Image.Image]) -> bytes:
    """A scan of several pages in one PDF, as office scanners write it."""
    file = BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return file.getvalue()


def one(data: bytes) -> LembarFoto:
    (page,) = lembar(data)
    return page


def test_every_page_of_a_scan_of_the_whole_is_found(whole: list[Image.Image]) -> None:
    found = [page.kode for page in lembar(scanned(whole))]
    assert all(kode and kode.forum == "k7q2m3ab-1" and kode.jejak == "3f9a2c" for kode in found)
    placed = [(kode.kertas, kode.halaman, kode.dari) for kode in found if kode]
    assert len(placed) == len(whole)
    for kertas in ("BEAC", "DAHA", "PRIO", "BEDI"):
        own = [(halaman, dari) for which, halaman, dari in placed if which == kertas]
        assert own == [(number, len(own)) for number in range(1, len(own) + 1)]
        assert own


HELD: dict[str, dict[str, Any]] = {
    "three degrees": {"turn": 3},
    "upside down": {"turn": 180},
    "on its side and skewed": {"turn": 94},
    "from the side": {"lean": 0.2},
    "in the dark": {"light": 0.45},
    "in the sun": {"light": 1.5},
    "grainy": {"noise": 20},
    "a little blurred": {"blur": 1.5},
    "through a chat program": {"side": 1600},
    "all at once": {"turn": 177, "lean": 0.12, "light": 0.6, "noise": 12, "blur": 1.0},
}


@pytest.mark.parametrize("held", HELD)
def test_a_page_is_read_however_it_was_photographed(held: str, whole: list[Image.Image]) -> None:
    for page in (whole[0], whole[-2]):
        found = one(photographed(page, **HELD[held])).kode
        assert found is not None
        assert found.kertas in ("BEAC", "BEDI", "DELE", "KELO")


def test_a_page_held_upside_down_is_kept_upright(whole: list[Image.Image]) -> None:
    upright = Image.open(BytesIO(one(photographed(whole[0])).data))
    for turn in (90, 180, 270):
        kept = Image.open(BytesIO(one(photographed(whole[0], turn=turn)).data))
        assert kept.size == pytest.approx(upright.size, abs=2)
        dark = [sum(picture.convert("L").crop((0, 0, picture.width, picture.height // 6)).histogram()[:80])
                for picture in (upright, kept)]  # fmt: skip
        assert dark[1] == pytest.approx(dark[0], rel=0.2)


def test_the_place_of_the_camera_does_not_come_along() -> None:
    kept = one(photo(titik=(-6.9, 107.6), orientation=6)).data
    assert not Image.open(BytesIO(kept)).getexif()
    assert b"HP Contoh" not in kept


def test_a_photo_without_a_code_is_a_page_without_a_place() -> None:
    assert one(photo()).kode is None


def test_a_code_of_something_else_is_no_place(whole: list[Image.Image]) -> None:
    import segno

    page = Image.new("RGB", (1200, 1700), "white")
    file = BytesIO()
    segno.make("MD1:k7q2m3ab-1:k7q2m3ab-3:MQMJ", micro=False).save(file, kind="png", scale=8)
    page.paste(Image.open(file).convert("RGB"), (100, 100))
    packed = BytesIO()
    page.save(packed, "PNG")
    assert one(packed.getvalue()).kode is None


def test_a_code_that_is_torn_off_leaves_the_page_to_the_operator(whole: list[Image.Image]) -> None:
    torn = whole[0].copy()
    ImageDraw.Draw(torn).rectangle((0, torn.height - 250, torn.width, torn.height), fill="white")
    assert one(photographed(torn)).kode is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bukan_gambar"),
        (b"%PDF-1.7 nothing more", "pdf_rusak"),
        (b"text", "bukan_gambar"),
        (photo()[:900], "rusak"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "heic"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        list(lembar(data))
    assert refused.value.code == code


def test_a_scan_that_would_never_end_is_refused() -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(301):
        document.new_page(200, 300)
    file = BytesIO()
    document.save(file)
    document.close()
    with pytest.raises(RuleBroken) as refused:
        list(lembar(file.getvalue()))
    assert refused.value.code == "pdf_terlalu_panjang"


def test_a_folder_gives_its_pictures_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("DCIM/100/b.JPG", "DCIM/100/a.jpg", "c.pdf", "pindai.TIF", "lagu.mp3", ".thumb.jpg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [path.name for path in berkas_di(tmp_path)] == ["a.jpg", "b.JPG", "c.pdf", "pindai.TIF"]
    single = written(tmp_path, "satu.jpg", photo())
    assert berkas_di(single) == [single]


SEEN = [(2400, 0, 1.0), (2400, 12, 0.8), (1600, 0, 0.6), (1600, 8, 1.0)]
"""longest side, grain and light of the labelled photos"""


def labelled(page: Image.Image) -> Iterator[tuple[bool, float]]:
    """(blurred, measured) for pages as phones of several kinds picture them; the blur is a share of the side."""
    lying = on_table(page, turn=2)
    for side, noise, light in SEEN:
        for share, blurred in ((0.0, False), (0.00025, False), (0.00075, True), (0.0015, True)):
            data = seen(lying, side=side, noise=noise, light=light, blur=share * side)
            yield blurred, ketajaman(Image.open(BytesIO(data)))


def test_blur_is_hinted_rightly_on_the_labelled_pages(whole: list[Image.Image]) -> None:
    """8 sharp and 8 blurred photos; measured at writing: precision 1, recall 1, and a wide gap between the two."""
    from musrenbang_desktop.exchange.halaman import BATAS_TAJAM

    found = list(labelled(whole[0]))
    called = [blurred for blurred, measured in found if measured < BATAS_TAJAM]
    precision, recall = sum(called) / len(called), sum(called) / sum(blurred for blurred, _ in found)
    assert precision >= 0.95, (precision, recall)
    assert recall >= 0.85, (precision, recall)


def test_a_code_says_what_it_was_made_of_and_nothing_else_is_a_code() -> None:
    kode = KodeHalaman("k7q2m3ab-17", "DAHA", "3f2a91", 2, 3)
    assert kode.teks == "M1:K7Q2M3AB-17:DAHA:3F2A91:2/3"
    assert baca_kode(kode.teks) == kode
    for text in ("", "M1:", "MDS1:ABC", "M1:a:DAHA:3F2A91:4/3", "M1:A:DAHA:3F2A91:0/3", "M1:A B:DAHA::1/1"):
        assert baca_kode(text) is None


def test_every_paper_has_a_short_name_of_its_own() -> None:
    names = [singkatan(jenis) for jenis in JENIS]
    assert len(set(names)) == len(names)
    assert all(1 <= len(name) <= 6 and name.isalnum() for name in names)
