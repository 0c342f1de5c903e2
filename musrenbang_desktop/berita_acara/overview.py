"""Ringkasan untuk peserta: the village on exactly one page, to be handed out at the door or hung on the wall."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.bars import Area, Bar, bars, figures, heading
from musrenbang_desktop.berita_acara.blocks import shortened, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms
from musrenbang_desktop.domain.gambaran import Gambaran, Golongan, HitunganJawaban, rupiah_singkat, sebanyak
from musrenbang_desktop.domain.rupiah import format_rupiah

#: Lines of each list, so that the page stays one page: measured with the longest names.
MOST_DUSUN, MOST_BIDANG, MOST_UNSUR, MOST_ACARA = 9, 6, 8, 10
_GAP = 11.0


def overview(flow: Flow, terms: Terms) -> None:
    """Draw the page."""
    flow.start(rebah=False)
    meeting = f"{terms.musyawarah} {terms.wilayah}"
    title(flow, f"Ringkasan untuk peserta\n{meeting}\nRencana tahun {terms.isi.forum.tahun_rencana}")
    flow.gap(4)
    words = f"{terms.hari_tanggal}, {terms.tempat}"
    flow.paragraph(words, size=flow.huruf.tabel, rata="tengah", spacing=1.3)
    flow.gap(8)
    found = terms.isi.gambaran
    if found is None:
        flow.paragraph("Belum ada yang dicatat.", rata="tengah")
        return
    _figures(flow, found)
    flow.gap(_GAP)
    _money(flow, found)
    flow.gap(_GAP)
    heading(flow, terms.isi.forum.istilah.dalam("Usulan tiap dusun"))
    bars(
        flow,
        _lines(sebanyak(found.per_dusun, MOST_DUSUN, terms.isi.forum.istilah.dalam("Dusun lainnya"))),
        name_share=0.26,
    )
    flow.gap(_GAP)
    heading(flow, "Usulan tiap bidang")
    bars(flow, _lines(sebanyak(found.per_bidang, MOST_BIDANG, "Bidang lainnya")), name_share=0.26)
    flow.gap(_GAP)
    _hall(flow, found)
    _answers(flow, terms.isi.jawaban_lalu)
    _agenda(flow, terms)


def short_amount(amount: int | None) -> str:
    """``Rp1,2 miliar``; a dash where it is unknown."""
    return TIDAK_ADA if amount is None else rupiah_singkat(amount)


def _figures(flow: Flow, found: Gambaran) -> None:
    hall = found.hadir
    entries = [
        (str(found.usulan), "usulan"),
        (short_amount(found.biaya_dikenal), "perkiraan biaya"),
        (short_amount(found.forum.pagu), "pagu"),
        (str(hall.hadir or hall.diundang), "hadir" if hall.hadir else "diundang"),
    ]
    if found.penerima:
        entries.append((f"{found.penerima:,}".replace(",", "."), "jiwa penerima"))
    figures(flow, entries)


def _money(flow: Flow, found: Gambaran) -> None:
    heading(flow, "Perkiraan biaya dibanding pagu")
    pagu, known = found.forum.pagu, found.biaya_dikenal
    most = max(found.biaya, pagu or 0, 1)
    lines = [Bar("Semua usulan", found.biaya / most, TIDAK_ADA if known is None else format_rupiah(known))]
    if pagu is not None:
        lines.append(Bar("Pagu", pagu / most, format_rupiah(pagu)))
    bars(flow, lines, name_share=0.2)
    notes = []
    if pagu and found.biaya > pagu:
        notes.append(f"Dari tiap Rp100 yang diusulkan, pagu cukup untuk Rp{pagu * 100 // found.biaya}.")
    if found.tanpa_biaya:
        notes.append(f"{found.tanpa_biaya} usulan belum punya perkiraan biaya dan tidak ikut dijumlahkan.")
    if notes:
        flow.paragraph(" ".join(notes), size=flow.huruf.tabel, rata="kiri", spacing=1.3)


def _lines(groups: Sequence[Golongan]) -> list[Bar]:
    most = max((group.usulan for group in groups), default=0) or 1
    return [
        Bar(group.nama, group.usulan / most, f"{group.usulan} usulan, {short_amount(group.biaya)}") for group in groups
    ]


def _hall(flow: Flow, found: Gambaran) -> None:
    """Women and men, and the largest unsur; before the day those invited."""
    hall = found.hadir
    present = bool(hall.hadir)
    heading(flow, "Yang hadir" if present else "Yang diundang")
    half = (flow.width - 16) / 2
    top = flow.y
    if present:
        sexes = [("Laki-laki", hall.laki), ("Perempuan", hall.perempuan)]
        if hall.tanpa_jk:
            sexes.append(("Belum dicatat", hall.tanpa_jk))
        bars(
            flow,
            [Bar(name, count / hall.hadir, f"{count} orang") for name, count in sexes],
            Area(flow.left, half),
        )
    left, flow.y = flow.y, top
    place = 0 if present else 1
    counted = sorted(
        ((unsur, counts[place]) for unsur, counts in hall.per_unsur.items() if counts[place]),
        key=lambda entry: (-entry[1], entry[0]),
    )
    shown = counted[: MOST_UNSUR - 1] if len(counted) > MOST_UNSUR else counted
    rest = sum(count for _, count in counted[len(shown) :])
    shown = [*shown, ("Unsur lainnya", rest)] if rest else shown
    most = max((count for _, count in shown), default=1)
    lines = [Bar(name, count / most, str(count)) for name, count in shown]
    bars(flow, lines, Area(flow.left + half + 16, half) if present else None, name_share=0.5 if present else 0.36)
    flow.y = min(left, flow.y)


def _answers(flow: Flow, counts: HitunganJawaban | None) -> None:
    """What became of last year's list."""
    if counts is None or not counts.jumlah:
        return
    flow.gap(_GAP)
    heading(flow, f"Jawaban usulan tahun {counts.tahun}")
    entries = (
        ("Diterima", counts.diterima),
        ("Ditunda", counts.ditunda),
        ("Tidak diterima", counts.ditolak),
        ("Jawaban lain", counts.lain),
        ("Belum dijawab", counts.belum),
    )
    bars(
        flow, [Bar(name, count / counts.jumlah, f"{count} usulan") for name, count in entries if count], name_share=0.2
    )


def _agenda(flow: Flow, terms: Terms) -> None:
    """The agenda, as far as the page has room for all of it."""
    agenda = terms.isi.forum.agenda
    size = flow.huruf.tabel
    height = _GAP + flow.huruf.isi * 1.5 + size * 1.35 * len(agenda)
    if not agenda or len(agenda) > MOST_ACARA or height > flow.room:
        return
    flow.gap(_GAP)
    heading(flow, "Susunan acara")
    for item in agenda:
        minutes = f"{item.menit} menit"
        face = flow.document.regular
        room = flow.width - face.measure(minutes, size) - 12
        flow.place(face, size, shortened(face, face.clean(item.judul), room, size), "kiri", flow.left, flow.width)
        flow.place(face, size, minutes, "kanan", flow.left, flow.width)
        flow.y -= size * 1.35
