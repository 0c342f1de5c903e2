"""Sums of money under the annexes: what is unknown is counted apart, never as zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import rupiah
from musrenbang_desktop.domain.profile import Kolom

#: A recapitulation of at most so many rows is never divided.
SHORT = 15
_BELUM = "Belum ditentukan"


class Cost(NamedTuple):
    """The bidang and the estimate of one usulan."""

    bidang: str
    amount: int | None


def total_of(costs: Sequence[Cost]) -> int | None:
    """The sum of what is known; None when nothing is."""
    known = [cost.amount for cost in costs if cost.amount is not None]
    return sum(known) if known else None


def unknown_text(costs: Sequence[Cost]) -> str:
    """How many estimates are missing from the sum; nothing where none is."""
    missing = sum(cost.amount is None for cost in costs)
    return f"{missing} usulan belum memuat perkiraan biaya (tanda -) dan tidak ikut dijumlahkan." if missing else ""


def unknown_note(flow: Flow, costs: Sequence[Cost]) -> None:
    """Say how many estimates are missing from the sum."""
    text = unknown_text(costs)
    if text:
        flow.gap(5)
        flow.paragraph(text, face=flow.document.italic, size=flow.huruf.tabel, rata="kiri", spacing=1.25)


def bidang_rows(costs: Sequence[Cost]) -> list[list[str]]:
    """Number, bidang, count of usulan and sum of each bidang, in the order of the alphabet, the unknown last."""
    groups: dict[str, list[Cost]] = {}
    for cost in costs:
        groups.setdefault(cost.bidang.strip() or _BELUM, []).append(cost)
    names = sorted(groups, key=lambda name: (name == _BELUM, name.casefold()))
    return [
        [str(number), name, str(len(groups[name])), rupiah(total_of(groups[name]))]
        for number, name in enumerate(names, 1)
    ]


def costs_by_bidang(flow: Flow, costs: Sequence[Cost], *, below: float) -> None:
    """A small table: usulan and money of every bidang, and the grand total, with the *below* points on its sheet."""
    if not costs:
        return
    flow.gap(12)
    share = 165 / (flow.kertas.ruang_mm(rebah=flow.rebah))
    columns = (
        Kolom("nomor", "No", 12, "tengah"),
        Kolom("bidang", "Jumlah per bidang", 80),
        Kolom("usulan", "Usulan", 25, "kanan"),
        Kolom("perkiraan_biaya", "Perkiraan biaya (Rp)", 48, "kanan"),
    )
    table = Table(flow, columns, share=min(share, 1.0))
    rows = [table.data(row) for row in bidang_rows(costs)]
    for row in rows if len(rows) <= SHORT else rows[-1:]:
        row.glued = True
    table.draw([*rows, table.total("Jumlah", {2: str(len(costs)), 3: rupiah(total_of(costs))})], below=below)
