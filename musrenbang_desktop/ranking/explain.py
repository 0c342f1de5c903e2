"""Why this order? The calculation of one usulan in words and numbers that the hall can redo with a calculator."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from musrenbang_desktop.domain.cara import Gabung
from musrenbang_desktop.domain.penilaian import Aturan, Kriteria
from musrenbang_desktop.ranking.result import Baris, Hasil, SelKurang
from musrenbang_desktop.ranking.weighted import bobot, points

Hal = Literal["nilai", "kriteria", "kelompok", "sebaran", "tetangga", "seri", "kurang"]

#: With more groups than this the single scores are not written out, only their sum.
GROUPS_WRITTEN_OUT = 6

#: How groups become one, in words.
TEKS_GABUNG: dict[Gabung, str] = {
    "rata_rata": "rata-rata semua kelompok",
    "jumlah": "jumlah semua kelompok",
    "median": "nilai tengah dari semua kelompok",
    "poin_peringkat": "di tiap kelompok satu poin untuk tiap usulan di bawahnya, setengah bila sama, lalu dijumlah",
}


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """One line of the panel. ``usulan`` is the neighbour that the line speaks of, so that the page can name it."""

    hal: Hal
    label: str
    teks: str
    besar: Fraction | None = None
    usulan: str = ""


@dataclass(frozen=True, slots=True)
class Beda:
    """One criterion of two usulan side by side; ``selisih`` is positive where the first has more points."""

    kriteria: str
    pertama: Fraction
    kedua: Fraction

    @property
    def selisih(self) -> Fraction:
        """Points of the first minus points of the second."""
        return self.pertama - self.kedua


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """Two usulan side by side. ``beda`` is empty when one of them is incomplete; ``putusan`` says what decided."""

    beda: tuple[Beda, ...]
    putusan: str


def teks_nilai(nilai: Fraction | int) -> str:
    """A nilai for paper and screen: "44" when it is whole, else two decimals, half rounded up: "43,67", "1.250,50".

    A nilai that only rounds to a whole number keeps its decimals ("44,00"), so it never looks equal to "44".
    """
    if nilai < 0:
        return "-" + teks_nilai(-nilai)
    if nilai.denominator == 1:
        return _thousands(nilai.numerator)
    cents = (200 * nilai.numerator + nilai.denominator) // (2 * nilai.denominator)
    return f"{_thousands(cents // 100)},{cents % 100:02d}"


def kenapa(hasil: Hasil, usulan: str) -> tuple[Penjelasan, ...]:
    """The lines of the panel "Kenapa urutan ini?" for one usulan of ``hasil``."""
    baris = hasil.satu(usulan)
    if baris.nilai is None:
        return _incomplete(hasil, baris)
    rank = f"peringkat {baris.peringkat}" + (" (seri)" if baris.seri else "")
    return (
        Penjelasan("nilai", "Nilai", f"{teks_nilai(baris.nilai)}, {rank}", baris.nilai),
        *_points(baris),
        *_groups(baris),
        *_neighbours(hasil, baris),
    )


def bandingkan(a: Baris, b: Baris) -> Perbandingan:
    """Put two rows of the same result side by side and say what decided between them."""
    if a.nilai is None or b.nilai is None:
        both = a.nilai is None and b.nilai is None
        which = "keduanya" if both else "yang pertama" if a.nilai is None else "yang kedua"
        return Perbandingan((), f"Belum dapat dibandingkan: nilai {which} belum lengkap.")
    if not a.per_kriteria or not b.per_kriteria:
        return Perbandingan((), _verdict(a, b))
    beda = tuple(Beda(k.nama, x, y) for k, x, y in zip(a.aturan.kriteria, a.per_kriteria, b.per_kriteria, strict=True))
    return Perbandingan(beda, _verdict(a, b))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def teks_bobot(bobot: Fraction) -> str:
    """A weight for a calculator: "3", or "4/7" where it came from comparing criteria."""
    return str(bobot)


def nama_seri(aturan: Aturan, identitas: str) -> str:
    """What a step of the tie rule looks at, in words."""
    names = {kriteria.id: kriteria.nama for kriteria in aturan.kriteria}
    return names.get(identitas) or _FACTS[identitas]


_FACTS = {"fakta:manfaat": "jumlah penerima manfaat", "fakta:biaya": "perkiraan biaya yang lebih kecil"}
LOT = "undian"


def _points(baris: Baris) -> tuple[Penjelasan, ...]:
    if not baris.per_kriteria:
        return (Penjelasan("kriteria", "Cara menggabung", TEKS_GABUNG[baris.aturan.cara.gabung], baris.nilai),)
    weights = bobot(baris.aturan)
    return tuple(
        Penjelasan(
            "kriteria",
            _label(baris, k, weight),
            f"{_working(baris, number, k, weight, points)} = {teks_nilai(points)}",
            points,
        )
        for number, (k, weight, points) in enumerate(
            zip(baris.aturan.kriteria, weights, baris.per_kriteria, strict=True)
        )
    )


def _label(baris: Baris, kriteria: Kriteria, weight: Fraction) -> str:
    if baris.aturan.cara.metode == "banding":
        return "Menang"
    label = f"{kriteria.nama} \u00d7{teks_bobot(weight)}"
    if kriteria.arah == "untung" or kriteria.berpoin:
        return label
    if baris.bagian is not None:
        return f"{label} (yang terkecil terbaik)"
    return f"{label} (dibalik: {kriteria.terbesar + kriteria.terkecil} - skor)"


def _working(baris: Baris, number: int, kriteria: Kriteria, weight: Fraction, part: Fraction) -> str:
    """The calculation of one criterion, as it is typed into a calculator."""
    if baris.bagian is not None:
        return f"{teks_bobot(weight)} \u00d7 {teks_nilai(part / weight)} dari yang terbaik"
    if not baris.skor:
        return _joined([teks_nilai(wins) for wins in baris.total_kelompok], _groups_of(baris))
    divisor = _groups_of(baris)
    if len(baris.skor) > GROUPS_WRITTEN_OUT:
        inner = teks_nilai(part * divisor / weight)
    else:
        given = (row[number] for row in baris.skor)
        inner = _joined([teks_nilai(points(kriteria, skor)) for skor in given if skor is not None], 1)
    return f"{inner} \u00d7 {teks_bobot(weight)}" + (f" : {divisor}" if divisor > 1 else "")


def _groups_of(baris: Baris) -> int:
    """By what the points of all groups are divided."""
    return len(baris.aturan.kelompok) if baris.aturan.cara.gabung == "rata_rata" else 1


def _joined(texts: list[str], divisor: int) -> str:
    if len(texts) == 1:
        return texts[0]
    return f"({' + '.join(texts)})" + (f" : {divisor}" if divisor > 1 else "")


def _groups(baris: Baris) -> tuple[Penjelasan, ...]:
    total = baris.total_kelompok
    lines = tuple(
        Penjelasan("kelompok", kelompok.nama, teks_nilai(nilai), Fraction(nilai))
        for kelompok, nilai in zip(baris.aturan.kelompok, total, strict=True)
    )
    if len(total) < 2:
        return lines
    spread = max(total) - min(total)
    text = (
        f"{teks_nilai(spread)} (dari {teks_nilai(min(total))} sampai {teks_nilai(max(total))})"
        if spread
        else "0 (semua kelompok memberi nilai yang sama)"
    )
    return (*lines, Penjelasan("sebaran", "Sebaran antarkelompok", text, Fraction(spread)))


def _neighbours(hasil: Hasil, baris: Baris) -> tuple[Penjelasan, ...]:
    ranked = [row for row in hasil.baris if row.nilai is not None]
    shared = [row for row in ranked if row.peringkat == baris.peringkat]
    first = ranked.index(shared[0])
    above, below = ranked[:first][-1:], ranked[first + len(shared) : first + len(shared) + 1]
    tied = tuple(
        Penjelasan("seri", "Seri dengan", f"peringkat {row.peringkat} dipakai bersama", Fraction(0), row.usulan)
        for row in shared
        if row.usulan != baris.usulan
    )
    return (
        *(_neighbour("Di atasnya", row, row, baris) for row in above),
        *tied,
        *(_neighbour("Di bawahnya", row, baris, row) for row in below),
    )


def _neighbour(label: str, row: Baris, higher: Baris, lower: Baris) -> Penjelasan:
    distance = _gap(higher, lower)
    text = f"peringkat {row.peringkat}, nilai {teks_nilai(row.nilai or Fraction())}"
    if distance:
        return Penjelasan("tetangga", label, f"{text}, selisih {_distance(distance)}", distance, row.usulan)
    name = _separator(higher, lower)
    return Penjelasan("tetangga", label, f"{text}, nilai sama, dipisah oleh {name}", distance, row.usulan)


def _gap(a: Baris, b: Baris) -> Fraction:
    return (a.nilai or Fraction()) - (b.nilai or Fraction())


def _distance(distance: Fraction) -> str:
    return "kurang dari 0,01" if distance < Fraction(1, 100) else teks_nilai(distance)


def _separator(a: Baris, b: Baris) -> str:
    """What told two rows of equal nilai apart: a step of the tie rule, or the lot; empty when nothing did."""
    steps = (*(nama_seri(a.aturan, identitas) for identitas in a.aturan.seri), LOT)
    return next((name for name, x, y in zip(steps, a.jejak, b.jejak, strict=False) if x != y), "")


def _verdict(a: Baris, b: Baris) -> str:
    if a.peringkat == b.peringkat:
        return "Seri: nilai sama dan aturan seri tidak memisahkan; peringkat dipakai bersama."
    distance = _gap(a, b)
    first_leads = (a.peringkat or 0) < (b.peringkat or 0)
    who = "pertama" if first_leads else "kedua"
    if distance:
        return f"Yang {who} lebih tinggi, selisih {_distance(abs(distance))}."
    name = _separator(a, b)
    if name in (LOT, _FACTS["fakta:biaya"]):
        return f"Nilai sama; yang {who} didahulukan karena {name}."
    return f"Nilai sama; yang {who} didahulukan karena {name} lebih tinggi."


def _incomplete(hasil: Hasil, baris: Baris) -> tuple[Penjelasan, ...]:
    groups = {kelompok.id: kelompok.nama for kelompok in hasil.aturan.kelompok}
    criteria = {kriteria.id: kriteria for kriteria in hasil.aturan.kriteria}
    cells = tuple(
        Penjelasan("kurang", groups[cell.kelompok], _cell_text(criteria[cell.kriteria], cell), usulan=cell.lawan)
        for cell in hasil.kurang
        if cell.usulan == baris.usulan
    )
    if not baris.aturan.kelompok:
        cells = (Penjelasan("kurang", "Kelompok", "tidak ada kelompok yang menilai bidang usulan ini"),)
    return (Penjelasan("nilai", "Nilai", "belum lengkap, belum mendapat peringkat"), *cells)


def _cell_text(kriteria: Kriteria, cell: SelKurang) -> str:
    if cell.lawan:
        return "belum dibandingkan dengan usulan ini"
    if cell.isi is None:
        return f"{kriteria.nama} belum dinilai"
    return f"{kriteria.nama} tertulis {cell.isi}, harus {kriteria.terkecil} sampai {kriteria.terbesar}"
