"""The kabupaten's criteria as rules of scoring."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from musrenbang_desktop.domain.bagian_paket import Isi
from musrenbang_desktop.domain.penilaian import Kelas, Kriteria

_ANCHOR = re.compile(r"\s*([0-9]{1,3})\s*[=:.)\s]\s*(.+?)\s*", re.ASCII)


def kriteria_dari(rows: Sequence[Mapping[str, Isi]]) -> tuple[Kriteria, ...]:
    """The criteria of the rows, in their order. ``jangkar`` says what scores mean: ``1 dapat menunggu; 5 mendesak``.

    Without limits a score runs from 1 to 5, without a direction more is better. Raises RuleBroken as Kriteria does.
    """
    return tuple(
        Kriteria(
            id=f"k{number}",
            nama=str(row["nama"]),
            singkatan=str(row["singkatan"] or _short(str(row["nama"]))),
            bobot=int(row["bobot"] or 0),
            arah="biaya" if row["arah"] == "biaya" else "untung",
            terkecil=_whole(row["terkecil"], 1),
            terbesar=_whole(row["terbesar"], 5),
            kelas=kelas_dari(str(row["jangkar"])),
        )
        for number, row in enumerate(rows, 1)
    )


def _whole(value: Isi, usual: int) -> int:
    return value if isinstance(value, int) else usual


def _short(name: str) -> str:
    words = name.split()
    return ("".join(word[0] for word in words) if len(words) > 1 else name[:3]).upper()[:5]


def kelas_dari(text: str) -> tuple[Kelas, ...]:
    """Classes in words: ``1 dapat menunggu; 5 mendesak``. What is no class is left aside."""
    found = (_ANCHOR.fullmatch(part) for part in text.split(";"))
    return tuple(Kelas(int(match[1]), match[2]) for match in found if match)
