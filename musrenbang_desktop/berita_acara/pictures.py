"""A small picture for the kind of an usulan, for those who read little: strokes on a field of ten by ten."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from musrenbang_desktop.berita_acara.sheet import Sheet

#: Strokes apart by semicolons, their corners by spaces: "x,y x,y; x,y x,y".
_STROKES: Mapping[str, str] = {
    "jalan": "1,0 4,10; 9,0 6,10; 5,1 5,3; 5,4.5 5,6; 5,7.5 5,8.5",
    "jembatan": "0,4 10,4; 0,6 10,6; 1,0 1,6; 9,0 9,6; 1,0 5,4 9,0",
    "air": "5,10 2,5 1.6,3 3,1 5,0.4 7,1 8.4,3 8,5 5,10; 3.4,3 4.6,2",
    "sekolah": "5,8 1,9 1,2 5,1 9,2 9,9 5,8 5,1; 2.2,6 3.8,5.6; 6.2,5.6 7.8,6",
    "sehat": "3.5,10 6.5,10 6.5,6.5 10,6.5 10,3.5 6.5,3.5 6.5,0 3.5,0 3.5,3.5 0,3.5 0,6.5 3.5,6.5 3.5,10",
    "tani": "5,0 5,9; 5,2 1.5,4 1,7 4,6 5,3; 5,4 8.5,6 9,9 6,8 5,5",
    "usaha": "1,6 9,6 8,0 2,0 1,6; 3,6 4,10; 7,6 6,10; 4,1.5 4,4.5; 6,1.5 6,4.5",
    "lampu": "3.6,2.6 2,5 2,7.4 3.6,9.6 6.4,9.6 8,7.4 8,5 6.4,2.6 3.6,2.6; 3.8,1.2 6.2,1.2; 4.4,0 5.6,0",
    "orang": "5,10 6.4,9 6.4,7.6 5,6.6 3.6,7.6 3.6,9 5,10; 1.6,0 2,4 4,5.6 6,5.6 8,4 8.4,0",
    "rumah": "0,5 5,10 10,5; 1.5,5.6 1.5,0 8.5,0 8.5,5.6; 4,0 4,3.4 6,3.4 6,0",
}

#: The first word found in the title or the bidang decides; what nothing names is a house.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("jembatan", ("jembatan", "gorong", "titian")),
    ("air", ("air ", "drainase", "irigasi", "sumur", "pipa", "selokan", "saluran", "sungai", "embung", "tanggul")),
    ("sekolah", ("sekolah", "paud", "sdn", "pendidikan", "belajar", "buku", "taman baca", "guru")),
    ("sehat", ("posyandu", "kesehatan", "ambulans", "gizi", "stunting", "lansia", "makanan tambahan", "mck", "jamban")),
    ("lampu", ("lampu", "penerangan", "listrik", "internet")),
    ("jalan", ("jalan", "paving", "aspal", "rabat", "gang")),
    ("tani", ("tani", "padi", "benih", "bibit", "pupuk", "ternak", "ikan", "kebun", "pohon", "sawah")),
    ("usaha", ("usaha", "umkm", "pasar", "koperasi", "bumdes", "modal", "wirausaha")),
    ("orang", ("pelatihan", "pemuda", "karang taruna", "pkk", "kader", "pembinaan", "disabilitas", "difabel")),
)


def picture_of(judul: str, bidang: str = "") -> str:
    """The key of the picture for an usulan."""
    text = f" {judul} {bidang} ".casefold()
    return next((key for key, words in _WORDS if any(word in text for word in words)), "rumah")


def draw_picture(sheet: Sheet, key: str, x: float, y: float, side: float) -> None:
    """Draw it with its lower left corner at x, y."""
    scale = side / 10
    for stroke in _STROKES[key].split(";"):
        corners = [tuple(map(float, corner.split(","))) for corner in stroke.split()]
        for (x0, y0), (x1, y1) in pairwise(corners):
            sheet.rule(x + x0 * scale, y + y0 * scale, x + x1 * scale, y + y1 * scale, 1.1)
