"""What an import would do: a verdict for every row, before anything is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Generic, Literal

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.columns import Column
from musrenbang_desktop.exchange.judged_rows import B, JudgedRows, Verdict

JenisLewat = Literal[
    "judul_bidang", "judul_unsur", "jumlah", "kaki", "tanpa_isi", "judul_kolom", "tidak_ada_lagi", "obrolan"
]
"""Why a row is not taken: heading of a bidang or unsur, a sum, the signatures, a number without text, the head again, a
person who died or moved away, a line of a chat that lists nothing.
"""


@dataclass(frozen=True, slots=True)
class Catatan:
    """One remark about a cell (``C14``), for the operator."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of the file that is an usulan or should be one. ``row`` is its number in the file, from 1."""

    row: int
    verdict: Verdict
    notes: tuple[Catatan, ...]
    usulan: UsulanBaru | None


@dataclass(frozen=True, slots=True)
class Lewat:
    """A row that is not empty and is not one of the list."""

    row: int
    jenis: JenisLewat
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diperiksa(Generic[B]):
    """A whole file as it was looked at. Hand ``mapping`` back, corrected, when a column was taken wrongly."""

    berkas: str
    sheet: str
    sheets: tuple[str, ...]
    columns: tuple[Column, ...]
    mapping: dict[str, int]
    unmapped: tuple[Column, ...]
    rows: JudgedRows[B]
    lewat: tuple[Lewat, ...]
    peringatan: str = ""
    """One sentence about the whole file, or nothing."""

    def count(self, verdict: Verdict) -> int:
        """How many rows have this verdict."""
        return self.rows.count_of(verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pratinjau(Diperiksa[Baris]):
    """The preview of a list of usulan."""

    @property
    def headings(self) -> int:
        """Rows that name the bidang of the rows below them."""
        return sum(one.jenis == "judul_bidang" for one in self.lewat)

    @property
    def siap(self) -> int:
        """How many usulan *Terapkan* would record."""
        return len(self.rows) - self.count("refused")

    @property
    def usulan(self) -> tuple[UsulanBaru, ...]:
        """What *Terapkan* would record, in the order of the file."""
        return tuple(row.usulan for row in self.rows if row.usulan is not None)

    @property
    def pesan(self) -> str:
        """One sentence when nothing can be imported, else nothing."""
        if "judul" not in self.mapping:
            return (
                f"Kolom nama usulan tidak ditemukan di “{self.berkas}”; data di laptop ini tidak berubah, "
                "tunjukkan kolomnya atau pilih lembar lain."
            )
        if not self.rows:
            return f"Tidak ada usulan di bawah judul kolom pada “{self.berkas}”; data di laptop ini tidak berubah."
        return ""


def to_json(pratinjau: Pratinjau) -> dict[str, Any]:
    """The preview as other programs read it."""
    return {
        "rows": [
            {
                "row": row.row,
                "verdict": row.verdict,
                "notes": [f"{note.cell}: {note.text}" for note in row.notes],
                "usulan": asdict(row.usulan) if row.usulan else None,
            }
            for row in pratinjau.rows
        ]
    }
