"""What every group gave each usulan, for the annex of the worksheet where the first page has no room for it."""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.berita_acara.hitungan import BarisHitung
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.explain import teks_nilai
from musrenbang_desktop.ranking.result import Hasil

#: What stands where a group does not score the usulan of that bidang.
NOT_ASKED = "-"


def per_kelompok(hasil: Hasil, usulan: Mapping[str, Usulan]) -> tuple[tuple[str, ...], tuple[BarisHitung, ...]]:
    """The names of the groups, and of each ranked usulan what every group alone gives it, as exact numbers."""
    groups = hasil.aturan.kelompok
    rows = []
    for row in hasil.baris:
        if row.nilai is None:
            continue
        given = row.per_kelompok
        numbers = tuple(str(given[one.id]) if one.id in given else NOT_ASKED for one in groups)
        rank = f"{row.peringkat} seri" if row.seri else str(row.peringkat)
        one = usulan[row.usulan]
        rows.append(BarisHitung(rank, one.label, one.judul, numbers, teks_nilai(row.nilai)))
    return tuple(one.nama for one in groups), tuple(rows)
