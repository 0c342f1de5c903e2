"""The columns of the agreed order."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from musrenbang_desktop.domain.rupiah import format_rupiah
from ui.colours import colours
from ui.icons import icon
from ui.kesepakatan.model import OUTPUTS, Tempat, tr
from ui.table import Column

_ICONS = {"ke_kecamatan": "kirim", "dana_desa": "centang", "belum_disepakati": "tanggal"}


def columns() -> list[Column[Tempat]]:
    """Place, title, output and its reason first; the numbers behind them."""
    return [
        Column(key="urutan", title=tr("Urutan"), value=lambda t: t.urutan, align="kanan", bold=True),
        Column(key="nomor", title=tr("No"), value=lambda t: t.label),
        Column(key="judul", title=tr("Usulan"), value=lambda t: t.judul, tooltip=lambda t: t.judul),
        Column(key="biaya", title=tr("Biaya Rp"), value=lambda t: t.biaya, text=_cost, align="kanan", money=True),
        Column(
            key="keluaran",
            title=tr("Keluaran"),
            value=lambda t: tr(OUTPUTS[t.butir.keluaran]),
            icon=_icon,
            colour=output_colour,
        ),
        Column(key="alasan", title=tr("Alasan"), value=reason, tooltip=reason, colour=_reason_colour),
        Column(key="peringkat", title=tr("Peringkat"), value=lambda t: t.peringkat, align="kanan"),
        Column(key="nilai", title=tr("Nilai"), value=lambda t: t.poin, text=lambda t: t.nilai, align="kanan"),
    ]


def reason(tempat: Tempat) -> str:
    """Why not agreed, and why it left the place of its score."""
    parts = [tr("alasan belum ditulis") if tempat.kurang else tempat.butir.alasan]
    if tempat.butir.alasan_pindah:
        parts.append(tr("Dipindah: {alasan}").format(alasan=tempat.butir.alasan_pindah))
    if tempat.butir.alasan_lompat:
        parts.append(tr("Didahulukan: {alasan}").format(alasan=tempat.butir.alasan_lompat))
    return "; ".join(part for part in parts if part)


def output_colour(tempat: Tempat) -> str:
    """Colour of the output, always beside its word and picture."""
    now = colours()
    return {"ke_kecamatan": now.info, "dana_desa": now.success, "belum_disepakati": now.warning}[tempat.butir.keluaran]


def _cost(tempat: Tempat) -> str:
    return format_rupiah(tempat.biaya).removeprefix("Rp") if tempat.biaya is not None else ""


def _icon(tempat: Tempat) -> QIcon | None:
    return icon(_ICONS[tempat.butir.keluaran], output_colour(tempat))


def _reason_colour(tempat: Tempat) -> str:
    return colours().danger if tempat.kurang else colours().muted
