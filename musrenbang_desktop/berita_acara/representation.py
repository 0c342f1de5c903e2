"""Keterwakilan on one page: present and invited by group, with formula and n. Groups only, no person is named."""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.quorum import quorum_text
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.sums import SHORT
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms
from musrenbang_desktop.domain.keterwakilan import BarisWakil, Dimensi, Keterwakilan, Tingkat
from musrenbang_desktop.domain.profile import Kolom

JUDUL: Mapping[Dimensi, str] = {
    "jenis_kelamin": "Jenis kelamin",
    "unsur": "Unsur",
    "usia": "Usia",
    "disabilitas": "Penyandang disabilitas",
}
SEBUTAN: Mapping[Dimensi, Mapping[str, str]] = {
    "jenis_kelamin": {"L": "Laki-laki", "P": "Perempuan"},
    "usia": {
        "anak": "Di bawah 18 tahun",
        "muda": "18 sampai 30 tahun",
        "dewasa": "31 sampai 59 tahun",
        "lansia": "60 tahun ke atas",
    },
    "disabilitas": {"ya": "Ya", "tidak": "Tidak"},
}
TINGKAT: Mapping[Tingkat, str] = {"": TIDAK_ADA, "baik": "baik", "cukup": "cukup", "kurang": "kurang"}
BELUM = "Belum dicatat"
HANG = 42 * MM

_KOLOM = (
    Kolom("kelompok", "Kelompok", 59),
    Kolom("penduduk", "Penduduk", 22, "kanan"),
    Kolom("diundang", "Diundang (n)", 22, "kanan"),
    Kolom("hadir", "Hadir", 18, "kanan"),
    Kolom("persen", "Persen", 18, "kanan"),
    Kolom("tamu", "Tamu", 18, "kanan"),
    Kolom("tingkat", "Keterwakilan", 30, "tengah"),
)


def representation(flow: Flow, terms: Terms) -> None:
    """Draw the page."""
    shape, hall = terms.profile.keterwakilan, terms.isi.keterwakilan
    flow.start(rebah=False)
    title(flow, terms.fill(shape.judul))
    flow.gap(8)
    for label, text in _facts(terms, hall):
        if text:
            flow.item(label, text, hang=HANG, colon=True)
    flow.gap(7)
    people = bool(hall and hall.ada_penduduk)
    table = Table(flow, [column for column in _KOLOM if people or column.isi != "penduduk"])
    rows = []
    for name, groups in hall.baris.items() if hall else ():
        if groups:
            band = table.band(terms.isi.forum.istilah.dusun if name == "dusun" else JUDUL[name])
            data = [table.data(_cells(terms, name, group, people=people)) for group in groups]
            for row in data if len(data) <= SHORT else ():
                row.glued = row is not data[-1]
            rows += [band, *data]
    if hall and rows:
        total = hall.semua
        rows.append(table.total("Seluruhnya", dict(enumerate(_numbers(total), 2 if people else 1))))
    table.draw(rows or [table.notice(NIHIL)])
    flow.gap(7)
    size = flow.huruf.tabel
    ambang = shape.ambang
    limits = f"Baik mulai {ambang.baik_persen} persen, cukup mulai {ambang.cukup_persen} persen, selebihnya kurang."
    flow.paragraph(f"{terms.fill(shape.rumus)} {limits}", size=size, rata="kiri", spacing=1.3)


def _facts(terms: Terms, hall: Keterwakilan | None) -> list[tuple[str, str]]:
    late = f"{hall.terlambat} orang sesudah pukul {terms.isi.forum.jam_mulai}" if hall and hall.terlambat else ""
    needs = "; ".join(f"{word}: {asked} orang, {here} hadir" for word, asked, here in hall.kebutuhan) if hall else ""
    opened = terms.isi.pembukaan
    return [
        ("Hari, tanggal", terms.hari_tanggal),
        ("Tempat", terms.tempat),
        ("Hadir", terms.jumlah_peserta),
        ("Datang terlambat", late),
        ("Kuorum", quorum_text(terms)),
        ("Belum terpenuhi", "; ".join(opened.kurang) if opened else ""),
        ("Kebutuhan akses", needs),
    ]


def _cells(terms: Terms, name: Dimensi, group: BarisWakil, *, people: bool) -> list[str]:
    shown = SEBUTAN.get(name, {}).get(group.nama, group.nama) or BELUM
    known = [TIDAK_ADA if group.penduduk is None else f"{group.penduduk:,}".replace(",", ".")] if people else []
    return [shown, *known, *_numbers(group), TINGKAT[group.tingkat(terms.profile.keterwakilan.ambang)]]


def _numbers(group: BarisWakil) -> list[str]:
    share = group.persen
    return [
        str(group.diundang),
        str(group.hadir_undangan),
        TIDAK_ADA if share is None else f"{share}%",
        str(group.tamu),
    ]
