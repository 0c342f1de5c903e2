"""Berkas yang belum ada, usulan by usulan: what must still be asked for before the village is left. Blocks nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from musrenbang_desktop.db.queries import kesepakatan as agreements
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.domain.berkas_kurang import DIMINTA, BarisKurang, kurang
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.lampiran import Lampiran
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.lampiran import LampiranService

if TYPE_CHECKING:
    from musrenbang_desktop.services.cetak_kamus import Cetakan

#: Name, heading and width in millimetres.
_KOLOM = (
    ("label", "Nomor", 16),
    ("judul", "Usulan", 58),
    ("pengusul", "Pengusul", 30),
    ("berkas", "Belum ada", 40),
    ("sebab", "Keterangan", 36),
)


class JumlahKurang(NamedTuple):
    """How many usulan lack something, how often each file is asked for in words, and how many files were lost."""

    usulan: int
    rincian: str
    hilang: int

    @property
    def kalimat(self) -> str:
        """``Berkas belum lengkap pada 12 usulan: RAB 10, surat tanah 8.``; nothing where nothing is missing."""
        parts = [f"Berkas belum lengkap pada {self.usulan} usulan: {self.rincian}."] if self.rincian else []
        if self.hilang:
            parts.append(f"{self.hilang} berkas hilang dari laptop ini.")
        return " ".join(parts)


class BerkasKurangService:
    """The list of the chosen forum, counted anew each time: it follows from usulan, agreement and files."""

    def __init__(self, desk: Desk, lampiran: LampiranService) -> None:
        self._desk, self._lampiran = desk, lampiran

    def daftar(self) -> list[BarisKurang]:
        """The forum's own lost files first, then the usulan by number.

        Once the agreement is closed only what was agreed is asked for.
        """
        files = self._files()
        lost = {one.id for one in self._lampiran.hilang()}
        sent_up, not_agreed = self._outputs()
        rows = [BarisKurang(usulan=None, belum={}, hilang=_lost(files[""], lost))]
        for usulan in proposals.asked_for_files(self._desk.connection, self._desk.forum_id):
            mine = files[usulan.id]
            here = {one.jenis for one in mine if one.id not in lost}
            wanted = {} if usulan.id in not_agreed else kurang(usulan, here, ke_atas=usulan.id in sent_up)
            unnamed = sum(one.jenis == "lainnya" and one.id not in lost for one in mine) if wanted else 0
            rows.append(BarisKurang(usulan=usulan, belum=wanted, hilang=_lost(mine, lost), tanpa_jenis=unnamed))
        return [row for row in rows if row.belum or row.hilang]

    def jumlah(self, rows: Sequence[BarisKurang] | None = None) -> JumlahKurang:
        """The list in numbers."""
        found = self.daftar() if rows is None else rows
        asked = Counter(jenis for row in found for jenis in row.belum)
        names = [
            f"{name if key == 'rab' else name.lower()} {asked[key]}" for key, name in DIMINTA.items() if asked[key]
        ]
        return JumlahKurang(
            sum(bool(row.belum) for row in found), ", ".join(names), sum(len(row.hilang) for row in found)
        )

    def cetakan(self, rows: Sequence[BarisKurang] | None = None) -> Cetakan:
        """The list on paper, as the rows stand. Raises RuleBroken("forum", "belum_ada")."""
        from musrenbang_desktop.domain.profile import Kolom  # paper: only when the list is printed
        from musrenbang_desktop.services.cetak_kamus import Cetakan

        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        found = self.daftar() if rows is None else rows
        return Cetakan(
            judul="Berkas yang belum ada",
            keterangan=(
                f"Musrenbang {forum.sebutan} tahun rencana {forum.tahun_rencana}",
                self.jumlah(found).kalimat or "Semua berkas yang diminta sudah ada.",
            ),
            kolom=tuple(Kolom(*one) for one in _KOLOM),
            bagian=(("", tuple(_printed(row) for row in found)),),
            kaki=f"Berkas yang belum ada | Musrenbang {forum.sebutan} {forum.tahun_pelaksanaan}",
            tanggal=forum.tanggal,
            penerbit=f"Pemerintah {forum.sebutan}",
            profil=forum.profil,
        )

    def _files(self) -> dict[str, list[Lampiran]]:
        """The files of each usulan and of all that were merged into it; those of the forum under the empty name."""
        survivors = proposals.survivors(self._desk.connection, self._desk.forum_id)
        found: dict[str, list[Lampiran]] = defaultdict(list)
        for one in self._lampiran.semua():
            found[survivors.get(one.usulan, one.usulan)].append(one)
        return found

    def _outputs(self) -> tuple[frozenset[str], frozenset[str]]:
        """What the hall agreed to send up, and what a closed agreement leaves out."""
        agreed = agreements.one(self._desk.connection, self._desk.forum_id)
        if agreed is None:
            return frozenset(), frozenset()
        outputs = {
            name: frozenset(one.usulan for one in agreed.butir if one.keluaran == name)
            for name in ("ke_kecamatan", "belum_disepakati")
        }
        return outputs["ke_kecamatan"], outputs["belum_disepakati"] if agreed.ditutup else frozenset()


def _lost(files: Sequence[Lampiran], lost: set[str]) -> tuple[str, ...]:
    return tuple(one.nama for one in files if one.id in lost)


def _printed(row: BarisKurang) -> tuple[str, ...]:
    usulan = row.usulan
    if usulan is None:
        return "-", "Milik forum", "-", row.berkas, row.sebab or "-"
    return usulan.label, usulan.judul, usulan.pengusul or "-", row.berkas, row.sebab or "-"
