"""Giliran bicara: shares of the speaking time beside shares of the hall, and the agenda as it went. Nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.bars import Bar, bars, heading
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.sums import SHORT
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms
from musrenbang_desktop.domain.bicara import Bagian, persen
from musrenbang_desktop.domain.jalannya import Jalannya, jumlah_lebih
from musrenbang_desktop.domain.profile import Kolom
from musrenbang_desktop.domain.sidang import jarak

HANG = 34 * MM
MOST_BARS = 12

_KOLOM = (
    Kolom("kelompok", "Kelompok", 55),
    Kolom("giliran", "Giliran", 20, "kanan"),
    Kolom("waktu", "Waktu bicara", 28, "kanan"),
    Kolom("bicara", "Bagian bicara", 25, "kanan"),
    Kolom("hadir", "Hadir", 17, "kanan"),
    Kolom("bagian", "Bagian hadir", 25, "kanan"),
)
_ACARA = (
    Kolom("acara", "Acara", 70),
    Kolom("mulai", "Mulai", 20, "kanan"),
    Kolom("selesai", "Selesai", 20, "kanan"),
    Kolom("menit", "Menit", 18, "kanan"),
    Kolom("terpakai", "Terpakai", 22, "kanan"),
    Kolom("lewat", "Lewat", 20, "kanan"),
)


def proceedings(flow: Flow, terms: Terms) -> None:
    """Draw the page."""
    day = terms.isi.jalannya
    flow.start(rebah=False)
    title(flow, f"Giliran bicara dan waktu acara\n{terms.musyawarah} {terms.wilayah}")
    flow.gap(8)
    flow.item("Hari, tanggal", terms.hari_tanggal, hang=HANG, colon=True)
    flow.item("Tempat", terms.tempat, hang=HANG, colon=True)
    flow.gap(8)
    heading(flow, "Waktu bicara dibanding kehadiran")
    _turns(flow, day)
    flow.gap(12)
    heading(flow, "Waktu tiap acara")
    _items(flow, day)


def _turns(flow: Flow, day: Jalannya | None) -> None:
    spoken = day.pangsa if day else None
    table = Table(flow, _KOLOM)
    if day is None or spoken is None or not spoken.giliran:
        table.draw([table.notice(NIHIL)])
        return
    both = (*spoken.per_jenis_kelamin, *spoken.per_unsur)
    bars(
        flow,
        [
            Bar(one.nama, float(one.pangsa_bicara), _both(one), second=float(one.pangsa_hadir))
            for one in both[:MOST_BARS]
        ],
        name_share=0.27,
    )
    small = flow.huruf.tabel
    flow.paragraph("Batang atas: bagian waktu bicara. Batang bawah: bagian dari yang hadir.", size=small, rata="kiri")
    flow.gap(6)
    rows: list[Row] = []
    for name, groups in (("Jenis kelamin", spoken.per_jenis_kelamin), ("Unsur", spoken.per_unsur)):
        data = [table.data(_cells(one)) for one in groups]
        for row in data if len(data) <= SHORT else ():
            row.glued = row is not data[-1]
        rows += [table.band(name), *data]
    rows.append(
        table.total("Seluruhnya", {1: str(spoken.giliran), 2: jarak(spoken.detik), 3: "", 4: str(spoken.hadir), 5: ""})
    )
    table.draw(rows)
    flow.gap(5)
    flow.paragraph(_verdict(day), size=small, rata="kiri", spacing=1.3)


def _both(one: Bagian) -> str:
    return f"{persen(one.pangsa_bicara)}% / {persen(one.pangsa_hadir)}%"


def _cells(one: Bagian) -> list[str]:
    return [
        one.nama,
        str(one.giliran),
        jarak(one.detik),
        f"{persen(one.pangsa_bicara)}%",
        str(one.hadir),
        f"{persen(one.pangsa_hadir)}%",
    ]


def _verdict(day: Jalannya) -> str:
    """Which groups left their share of the hall by more than the limit of the forum."""
    if not day.menonjol:
        return f"Tidak ada kelompok yang berbeda lebih dari {day.batas_selisih} persen dari bagian kehadirannya."
    more = _listed([one for one in day.menonjol if one.selisih > 0])
    less = _listed([one for one in day.menonjol if one.selisih < 0])
    parts = [
        f"lebih banyak bicara: {more}" if more else "",
        f"lebih sedikit bicara: {less}" if less else "",
    ]
    return (
        f"Berbeda lebih dari {day.batas_selisih} persen dari bagian kehadirannya; "
        + "; ".join(filter(None, parts))
        + "."
    )


def _listed(groups: Sequence[Bagian]) -> str:
    return ", ".join(one.nama for one in groups)


def _items(flow: Flow, day: Jalannya | None) -> None:
    table = Table(flow, _ACARA)
    if day is None or not day.acara:
        table.draw([table.notice(NIHIL)])
        return
    rows = [
        table.data(
            [
                item.judul,
                item.mulai,
                item.selesai or TIDAK_ADA,
                str(item.menit) if item.menit else TIDAK_ADA,
                jarak(item.detik),
                jarak(item.lebih) if item.lebih else TIDAK_ADA,
            ]
        )
        for item in day.acara
    ]
    planned, used = sum(item.menit for item in day.acara), sum(item.detik for item in day.acara)
    table.draw([*rows, table.total("Seluruhnya", {3: str(planned), 4: jarak(used), 5: jarak(jumlah_lebih(day.acara))})])
