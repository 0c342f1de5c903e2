"""Numbers of persons or dots: first, second and third choices (3, 2, 1), approval, dots.

They are weighted sums over counts: peringkat has a criterion for each place (bobot 3, 2, 1), setuju and titik have one.
What is special is what cannot be: more persons than the group has, more dots than they were given.

Worked by hand: 10 persons give Talud 4 first, 3 second and 1 third places: 4x3 + 3x2 + 1x1 = 19. Zero votes are a count
and are typed as 0; an empty cell is an usulan whose votes nobody counted yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, LembarSkor


@dataclass(frozen=True, slots=True)
class Lebih:
    """Votes that cannot be: ``tercatat`` of at most ``paling_banyak``. ``kriteria`` is empty for the whole sheet."""

    kelompok: str
    usulan: str
    kriteria: str
    tercatat: int
    paling_banyak: int
    hal: Literal["orang", "jatah"]


def excess(aturan: Aturan, lembar: Mapping[str, LembarSkor]) -> tuple[Lebih, ...]:
    """Every count that is larger than its group could give; groups whose size is unknown are not judged."""
    if not aturan.cara.suara:
        return ()
    return tuple(
        found
        for kelompok in aturan.kelompok
        if kelompok.pemilih is not None
        for found in _of_group(aturan, kelompok, kelompok.pemilih, lembar.get(kelompok.id, {}))
    )


def _of_group(aturan: Aturan, kelompok: Kelompok, persons: int, sheet: LembarSkor) -> list[Lebih]:
    found: list[Lebih] = []
    for number, kriteria in enumerate(aturan.kriteria):
        column = {usulan: row[number] or 0 for usulan, row in sheet.items()}
        total = sum(column.values())
        if aturan.cara.metode == "peringkat" and total > persons:
            found.append(Lebih(kelompok.id, "", kriteria.id, total, persons, "orang"))
        if aturan.cara.metode == "setuju":
            found += [Lebih(kelompok.id, u, kriteria.id, n, persons, "orang") for u, n in column.items() if n > persons]
        most = persons * aturan.cara.jatah_suara
        if aturan.cara.metode != "peringkat" and most and total > most:
            found.append(Lebih(kelompok.id, "", kriteria.id, total, most, "jatah"))
    if aturan.cara.metode == "peringkat":
        found += [
            Lebih(kelompok.id, usulan, "", sum(n or 0 for n in row), persons, "orang")
            for usulan, row in sheet.items()
            if sum(n or 0 for n in row) > persons
        ]
    return found
