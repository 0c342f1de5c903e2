"""The columns of the score sheet and of the ranking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.penilaian import Kriteria, Nilai
from ui.colours import colours
from ui.nilai_text import column_text
from ui.prioritas.model import Ranked, ScoreSheet
from ui.table import Column
from ui.usulan.marks import at_risk, risk_icon, risk_long

FIRST_SCORE = 2
"""Place of the first criterion in the score sheet."""


def tr(text: str) -> str:
    """Translate a text of these tables."""
    return QCoreApplication.translate("PrioritasTable", text)


def score_columns(sheet: ScoreSheet) -> list[Column[Ranked]]:
    """Number, title, one column per criterion, nilai and rank."""
    return [
        *_usulan(),
        *(
            Column(
                key=kriteria.id,
                title=_heading(sheet, kriteria),
                value=_score(sheet, place),
                align="tengah",
                tooltip=_criterion_tip(kriteria),
            )
            for place, kriteria in enumerate(sheet.aturan.kriteria)
        ),
        _nilai(sheet),
        Column(key="peringkat", title=tr("Peringkat"), value=lambda r: r.rank_text, colour=_tie, align="kanan"),
    ]


def ranking_columns(sheet: ScoreSheet) -> list[Column[Ranked]]:
    """Rank first, as it is read aloud."""
    return [
        Column(
            key="peringkat",
            title=tr("Peringkat"),
            value=lambda r: r.rank_text or "-",
            colour=_tie,
            align="kanan",
            bold=True,
        ),
        *_usulan(),
        _nilai(sheet),
        *_what_follows(sheet),
        Column(
            key="sebaran",
            title=tr("Sebaran"),
            value=lambda r: r.baris.sebaran,
            text=lambda r: column_text(r.baris.sebaran, decimals=False),
            align="kanan",
            tooltip=lambda _r: tr("Jarak antara kelompok yang memberi paling banyak dan paling sedikit"),
        ),
        Column(key="dusun", title=tr("Dusun"), value=lambda r: r.usulan.dusun),
        *(
            Column(key=kriteria.id, title=kriteria.singkatan, value=_criterion_points(sheet, place), align="kanan")
            for place, kriteria in enumerate(sheet.aturan.kriteria)
        ),
    ]


def _usulan() -> list[Column[Ranked]]:
    """Which usulan it is."""
    return [
        Column(key="nomor", title=tr("No"), value=lambda r: r.usulan.label),
        Column(
            key="judul",
            title=tr("Usulan"),
            value=lambda r: r.usulan.judul,
            icon=lambda r: risk_icon(r.usulan),
            tooltip=_whole,
            bold=True,
        ),
    ]


def _nilai(sheet: ScoreSheet) -> Column[Ranked]:
    return Column(
        key="nilai", title=tr("Nilai"), value=lambda r: r.baris.nilai, text=_points(sheet), align="kanan", bold=True
    )


def _what_follows(sheet: ScoreSheet) -> list[Column[Ranked]]:
    """Class, place within the origin, and whether the usulan goes ahead, where the rules speak of them."""
    found: list[Column[Ranked]] = []
    cara = sheet.aturan.cara
    if cara.golongan:
        found.append(Column(key="golongan", title=tr("Golongan"), value=_class(sheet), align="tengah"))
    if cara.asal:
        found.append(Column(key="asal", title=tr("Asal"), value=_origin))
    if sheet.limited:
        found.append(Column(key="masuk", title=tr("Diteruskan"), value=_reason, tooltip=_reason))
    return found


def _class(sheet: ScoreSheet) -> Callable[[Ranked], str]:
    def name(row: Ranked) -> str:
        nilai = row.baris.nilai
        if nilai is None:
            return ""
        return next((g.nama for g in sheet.aturan.cara.golongan if nilai >= g.paling_sedikit), "")

    return name


def _origin(row: Ranked) -> str:
    return f"{row.tempat.label} {row.tempat.asal}".strip() if row.tempat else ""


def _reason(row: Ranked) -> str:
    if row.putusan is None:
        return ""
    return {
        "masuk": tr("ya"),
        "pagu_belum_ada": tr("ya, pagu belum ada"),
        "belum_bernilai": tr("belum bernilai"),
        "di_luar_jatah_asal": tr("cadangan: jatah asalnya habis"),
        "di_bawah_batas": tr("cadangan: di bawah batas jumlah"),
        "tidak_muat": tr("cadangan: tidak muat di pagu"),
        "sesudah_berhenti": tr("cadangan: pagu sudah berhenti"),
        "biaya_belum_ada": tr("cadangan: biaya belum ada"),
        "seri_di_batas": tr("seri di batas: undi dulu"),
        "menunggu_seri": tr("menunggu undian di atasnya"),
    }[row.putusan.sebab]


def _score(sheet: ScoreSheet, place: int) -> Callable[[Ranked], Nilai]:
    return lambda row: sheet.scores(row.id)[place]


def _heading(sheet: ScoreSheet, kriteria: Kriteria) -> str:
    """Short name, with its weight where scores are multiplied by one that was agreed."""
    weighted = sheet.aturan.cara.metode in ("bobot", "normal", "peringkat")
    return f"{kriteria.singkatan} \u00d7{kriteria.bobot}" if weighted else kriteria.singkatan


def _criterion_tip(kriteria: Kriteria) -> Callable[[Ranked], str]:
    text = tr("{nama}: {dari} sampai {ke}").format(nama=kriteria.nama, dari=kriteria.terkecil, ke=kriteria.terbesar)
    text = "\n".join([text, *(f"{kelas.nilai} = {kelas.teks}" for kelas in kriteria.kelas)])
    return lambda _row: text


def _criterion_points(sheet: ScoreSheet, place: int) -> Callable[[Ranked], str]:
    def points(row: Ranked) -> str:
        shares = row.baris.per_kriteria
        return column_text(shares[place] if shares else None, decimals=sheet.decimals)

    return points


def _points(sheet: ScoreSheet) -> Callable[[Ranked], str]:
    return lambda row: column_text(row.baris.nilai, decimals=sheet.decimals)


def _tie(row: Ranked) -> str:
    return colours().warning if row.baris.seri else ""


def _whole(row: Ranked) -> str:
    whole = ", ".join(part for part in (row.usulan.judul, row.usulan.tempat) if part)
    return " ".join(filter(None, (f"{whole}.", risk_long(row.usulan)))) if at_risk(row.usulan) else whole
