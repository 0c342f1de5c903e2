"""The evidence of a forum: what an auditor or the kecamatan asks for afterwards, and which pages of it are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.lampiran import HALAMAN, Lampiran


@dataclass(frozen=True, slots=True)
class ButirBukti:
    """One item of the list. ``kertas`` are the papers that prove it: each of them is ``wajib``, or one is enough.

    ``utuh`` is whether every page of a paper is needed; one letter of invitation proves them all.
    """

    kunci: str
    nama: str
    kertas: tuple[str, ...]
    wajib: bool = False
    utuh: bool = True


#: What evidence of a village's planning meeting is (upload forms of a kabupaten, the KPK's list for villages).
BUTIR: tuple[ButirBukti, ...] = (
    ButirBukti("undangan", "Undangan", ("undangan",), utuh=False),
    ButirBukti("tanda_terima", "Tanda terima undangan", ("tanda_terima",)),
    ButirBukti(
        "daftar_hadir",
        "Daftar hadir bertanda tangan",
        ("daftar_hadir", "daftar_hadir_nama", "daftar_hadir_kosong"),
    ),
    ButirBukti(
        "berita_acara",
        "Berita acara bertanda tangan",
        ("berita_acara", "prioritas", "belum_disepakati"),
        wajib=True,
    ),
    ButirBukti("notulen", "Notulen", ("notulen", "notulen_kosong")),
    ButirBukti("foto", "Foto musyawarah", ()),
    ButirBukti("sk_tim", "SK tim", ("sk_tim",)),
)


@dataclass(frozen=True, slots=True)
class Kertas:
    """The pages of one paper that came back: of the print that counts, and how many of other prints."""

    jenis: str
    halaman: tuple[int, ...] = ()
    tanpa_nomor: int = 0
    dari: int | None = None
    lain: int = 0
    usang: bool = False
    """the pages that count are of a print from before something was changed: none of today's print is there"""

    @property
    def ada(self) -> int:
        """How many pages are there."""
        return len(self.halaman) + self.tanpa_nomor

    @property
    def sesuai(self) -> int:
        """How many of the pages that the paper has are there; a number behind its last page is none of them."""
        return (self.dari or 0) - len(self.kurang)

    @property
    def kurang(self) -> tuple[int, ...]:
        """The numbers of the pages that are missing; none while nobody knows how many there are."""
        return tuple(number for number in range(1, (self.dari or 0) + 1) if number not in self.halaman)

    @property
    def lengkap(self) -> bool:
        """Something is there and nothing is known to be missing."""
        return self.ada > 0 and not self.kurang


def susun(jenis: str, lampiran: Sequence[Lampiran], jejak: str) -> Kertas:
    """The state of one paper. ``jejak`` is the trace that it would carry today, empty for a paper that carries none:
    pages of that print count, else those of the print that came last. A page that was placed by hand belongs to every
    print.
    """
    own = [one for one in lampiran if one.jenis == HALAMAN and one.kertas == jenis]
    prints = [(one.jejak, one.dari) for one in own if one.dari is not None]
    if not prints:
        numbered = {one.halaman for one in own if one.halaman is not None}
        return Kertas(jenis, tuple(sorted(numbered)), sum(one.halaman is None for one in own))
    today = [which for which in prints if which[0] == jejak]
    chosen = (today or prints)[-1]
    counted = [one for one in own if one.dari is None or (one.jejak, one.dari) == chosen]
    pages = {one.halaman for one in counted if one.halaman is not None}
    return Kertas(
        jenis,
        tuple(sorted(pages)),
        sum(one.halaman is None for one in counted),
        chosen[1],
        len(own) - len(counted),
        usang=chosen[0] != jejak,
    )
