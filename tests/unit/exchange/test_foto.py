"""A photo comes out small, upright, and silent about who took it where."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.exchange.bentuk_foto import bentuk_asing
from musrenbang_desktop.exchange.foto import BITA_FOTO, SISI_FOTO, susutkan
from tests.photos import heic, photo


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "BMP"])
@pytest.mark.parametrize("size", [(1800, 1200), (1200, 1800), (320, 240), (5000, 30)])
def test_a_photo_is_at_most_1600_pixels_and_300_kb(form: str, size: tuple[int, int]) -> None:
    found = susutkan(photo(*size, form=form, noise=40))
    with Image.open(BytesIO(found.data)) as image:
        assert image.format == "JPEG"
        assert image.size == (found.lebar, found.tinggi)
        assert max(image.size) == min(SISI_FOTO, max(size))
    assert len(found.data) <= BITA_FOTO == 300_000


def test_what_packs_badly_gets_smaller_until_it_fits() -> None:
    found = susutkan(photo(1700, 1700, noise=100, quality=98), bita=40_000)
    assert len(found.data) <= 40_000
    assert max(found.lebar, found.tinggi) < 1_600


def test_the_place_is_offered_and_nothing_else_is_kept() -> None:
    found = susutkan(photo(titik=(-6.914744, 107.60981)))
    assert found.titik == Titik("-6.914744", "107.60981")
    with Image.open(BytesIO(found.data)) as image:
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert b"Contoh" not in found.data


@pytest.mark.parametrize("titik", [None, (0.0, 0.0), (95.0, 10.0)])
def test_no_place_where_the_camera_knew_none(titik: tuple[float, float] | None) -> None:
    assert susutkan(photo(titik=titik)).titik is None


@pytest.mark.parametrize(
    ("orientation", "red"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1)), (2, (1, 0)), (5, (0, 0))]
)
def test_a_photo_is_turned_upright(orientation: int, red: tuple[int, int]) -> None:
    found = susutkan(photo(800, 600, orientation=orientation))
    assert (found.lebar, found.tinggi) == ((800, 600) if orientation < 5 else (600, 800))
    with Image.open(BytesIO(found.data)) as image:
        place = (red[0] * (found.lebar - 40) + 20, red[1] * (found.tinggi - 40) + 20)
        colour = image.getpixel(place)
        assert isinstance(colour, tuple)
        assert colour[0] > 150 > colour[2]


@pytest.mark.parametrize(("grey", "seen"), [(0, 0), (40_000, 155), (65_535, 255)])
def test_grey_of_sixteen_bits_keeps_its_tone(grey: int, seen: int) -> None:
    packed = BytesIO()
    Image.new("I;16", (2300, 300), grey).save(packed, "PNG")
    red, green, blue = Image.open(BytesIO(susutkan(packed.getvalue()).data)).convert("RGB").getpixel((5, 5))
    assert red == green == blue and abs(red - seen) <= 1


def test_transparent_is_white() -> None:
    packed = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(packed, "PNG")
    with Image.open(BytesIO(susutkan(packed.getvalue()).data)) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose head promises more pixels than any memory has."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def progressive_that_claims(width: int, height: int) -> bytes:
    """A progressive JPEG of a few bytes; unpacked it is held whole before it can be made smaller."""
    packed = BytesIO()
    Image.new("RGB", (16, 16)).save(packed, "JPEG", progressive=True)
    data = packed.getvalue()
    size = data.index(b"\xff\xc2") + 5
    return data[:size] + struct.pack(">HH", height, width) + data[size + 4 :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        *((heic(brand), "heic") for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1")),
        *((heic(brand), "avif") for brand in (b"avif", b"avis")),
        (b"\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf" + bytes(90), "avif"),
        *((heic(brand), "video") for brand in (b"isom", b"mp42", b"qt  ", b"3gp5", b"M4V ")),
        (b"\x1a\x45\xdf\xa3" + bytes(90), "video"),
        (b"RIFF\0\0\0\0AVI LIST" + bytes(90), "video"),
        (b"GIF89a" + bytes(90), "gambar_lama"),
        (b"II*\0" + bytes(90), "gambar_lama"),
        (b"8BPS" + bytes(90), "gambar_lama"),
        (progressive_that_claims(13_300, 13_300), "terlalu_luas"),
        (b"bukan gambar sama sekali", "bukan_gambar"),
        (photo(2000, 1500, noise=60)[:60_000], "rusak"),
        (png_that_claims(60_000, 60_000), "terlalu_luas"),
        (png_that_claims(9_000, 9_000), "terlalu_luas"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_code(data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        susutkan(data)
    assert (refused.value.field, refused.value.code) == ("lampiran", code)


def test_a_picture_of_a_phone_is_read_whatever_it_is_called() -> None:
    """What is refused by its first bytes is none of the four forms that are read."""
    for form in ("JPEG", "PNG", "WEBP", "BMP"):
        packed = BytesIO()
        Image.new("RGB", (40, 30), "white").save(packed, form)
        assert bentuk_asing(packed.getvalue()) == ""
        assert susutkan(packed.getvalue()).lebar == 40


_WHOLE = photo(400, 300, titik=(-7.1, 110.2), noise=20)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(_WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(place: int, junk: bytes) -> None:
    try:
        found = susutkan(_WHOLE[:place] + junk + _WHOLE[place + len(junk) :])
    except RuleBroken:
        return
    assert len(found.data) <= BITA_FOTO


@settings(max_examples=60, deadline=None)
@given(data=st.data(), form=st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_broken_notes_of_a_camera_never_cost_the_photo(data: st.DataObject, form: str) -> None:
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = 6, "Contoh"
    notes.get_ifd(0x8825).update({1: "S", 2: (6.0, 54.0, 53.0), 3: "E", 4: (107.0, 36.0, 35.0)})
    broken = bytearray(notes.tobytes())
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(6, len(broken) - 1))] = data.draw(st.sampled_from([0, 1, 255]))
    packed = BytesIO()
    Image.new("RGB", (64, 48), "red").save(packed, form, exif=bytes(broken[: data.draw(st.integers(8, len(broken)))]))
    found = susutkan(packed.getvalue())
    assert {found.lebar, found.tinggi} == {64, 48}
