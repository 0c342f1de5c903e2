"""The list of villages: whole, found by name, place and code."""

from __future__ import annotations

import zlib

import pytest

import resources
from musrenbang_desktop.reference.wilayah import Wilayah, kemas, muat

SOURCE = """kode,nama
99,Provinsi Rekaan
99.01,Kabupaten Atas Angin
99.01.01,Kecamatan Hulu
99.01.01.1001,Kali Bening
99.01.01.2002,Sumber Kali
99.71,Kota Bawah Angin
99.71.01,Hilir
99.71.01.2001,"Kali Jernih "
""".splitlines()


@pytest.fixture
def rekaan() -> Wilayah:
    """Three invented villages, through the shipped form."""
    return Wilayah(zlib.decompress(kemas(SOURCE)).decode())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("kali", ["99.01.01.1001", "99.71.01.2001", "99.01.01.2002"]),
        ("KALI hulu", ["99.01.01.1001", "99.01.01.2002"]),
        ("kali, kota", ["99.71.01.2001"]),
        ("sumber", ["99.01.01.2002"]),
        ("99.01", ["99.01.01.1001", "99.01.01.2002"]),
        ("9971012001", ["99.71.01.2001"]),
        ("", []),
        ("tiada", []),
        ("98", []),
    ],
)
def test_a_village_is_found(rekaan: Wilayah, text: str, codes: list[str]) -> None:
    assert [place.kode for place in rekaan.cari(text)] == codes


def test_a_village_knows_where_it_lies(rekaan: Wilayah) -> None:
    place = rekaan.satu("99.01.01.1001")
    assert place is not None
    assert (place.desa, place.kecamatan, place.kabupaten, place.provinsi, place.jenis) == (
        "Kali Bening",
        "Kecamatan Hulu",
        "Atas Angin",
        "Provinsi Rekaan",
        "kelurahan",
    )
    jernih = rekaan.satu("99.71.01.2001")
    assert jernih is not None and (jernih.desa, jernih.kabupaten, jernih.jenis) == (
        "Kali Jernih",
        "Kota Bawah Angin",
        "desa",
    )
    assert rekaan.satu("99.01") is None and rekaan.satu("99.99.99.9999") is None


def test_the_shipped_list_is_whole_and_has_its_licence() -> None:
    assert len(muat()) == 83_762
    assert "MIT License" in resources.path("wilayah", "LICENSE.txt").read_text(encoding="utf-8")
