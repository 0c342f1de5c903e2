"""The columns of last year's usulan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.tahun_lalu import JawabanLama, UsulanMenunggu
from musrenbang_desktop.domain.usulan import tempat_singkat
from musrenbang_desktop.services.kata_jawaban import putusan
from sync.wire.reasons import in_words
from ui.colours import colours
from ui.icons import icon
from ui.table import Column


def tr(text: str) -> str:
    """Translate a text of this grid."""
    return QCoreApplication.translate("TahunLalu", text)


def answer(row: UsulanMenunggu) -> str:
    """What the kabupaten said, in a few words."""
    return answer_words(row.jawaban)


def answer_words(told: JawabanLama | None) -> str:
    """The same for one answer."""
    if told is None:
        return tr("belum dijawab")
    return told.kata or putusan(told.tingkat, told.putusan)


def reason(row: UsulanMenunggu) -> str:
    """Why, and who said so; nothing while unknown."""
    return reason_words(row.jawaban)


def reason_words(told: JawabanLama | None) -> str:
    """The same for one answer."""
    if told is None:
        return ""
    why = in_words(told.alasan_kode, told.alasan) if told.alasan_kode or told.alasan else ""
    return ", ".join(part for part in (why, told.oleh) if part)


def columns(chosen: Callable[[], set[str]]) -> list[Column[UsulanMenunggu]]:
    """All columns; the first shows what is chosen to be taken up again."""
    return [
        Column(
            key="pilih",
            title=tr("Pilih"),
            value=lambda row: tr("dipilih") if row.kunci in chosen() else "",
            text=lambda _row: "",
            icon=lambda row: icon("centang", colours().success) if row.kunci in chosen() else None,
        ),
        Column(key="nomor", title=tr("No"), value=lambda row: f"{row.label}/{row.tahun}"),
        Column(
            key="judul",
            title=tr("Judul"),
            value=lambda row: row.isi.judul,
            bold=True,
            tooltip=lambda row: row.isi.judul,
        ),
        Column(
            key="tempat",
            title=tr("Lokasi"),
            value=lambda row: tempat_singkat(row.isi.dusun, row.isi.rt, row.isi.rw) or row.isi.lokasi,
        ),
        Column(
            key="jawaban",
            title=tr("Jawaban"),
            value=answer,
            colour=lambda row: colours().muted if row.jawaban is None else "",
            tooltip=lambda row: reason(row) or answer(row),
        ),
        Column(
            key="menunggu",
            title=tr("Menunggu"),
            value=lambda row: row.menunggu,
            text=lambda row: tr("{n} tahun").format(n=row.menunggu),
            align="kanan",
        ),
        Column(
            key="biaya",
            title=tr("Biaya Rp"),
            value=lambda row: row.isi.perkiraan_biaya,
            text=lambda row: (
                "" if row.isi.perkiraan_biaya is None else format_rupiah(row.isi.perkiraan_biaya).removeprefix("Rp")
            ),
            align="kanan",
        ),
    ]
