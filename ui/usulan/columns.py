"""The columns of the grid of usulan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from musrenbang_desktop.domain.asal import tulis_peringkat
from musrenbang_desktop.domain.rupiah import format_rupiah, parse_rupiah
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat
from ui.colours import colours
from ui.icons import icon
from ui.table import Column
from ui.usulan.marks import at_risk, risk_icon, risk_long, risk_mark, risk_short
from ui.usulan.reading import read_place, read_volume

Write = Callable[..., object]
"""``ubah(id, **fields)`` of the service."""


def tr(text: str) -> str:
    """Translate a text of this grid."""
    return QCoreApplication.translate("UsulanGrid", text)


def missing(usulan: Usulan) -> list[str]:
    """The words for what is still unknown, the required ones first."""
    parts = (
        (usulan.dusun, tr("dusun")),
        (usulan.pengusul, tr("pengusul")),
        (usulan.volume, tr("volume")),
        (usulan.perkiraan_biaya is not None, tr("biaya")),
    )
    return [word for known, word in parts if not known]


def dots(usulan: Usulan) -> str:
    """One dot each for dusun, pengusul, volume and biaya; the words are in the tooltip and the filter."""
    if usulan.status != "aktif":
        return tr("batal") if usulan.status == "batal" else tr("digabung")
    left = len(missing(usulan))
    return "\u25cf" * (4 - left) + "\u25cb" * left


def short_place(usulan: Usulan) -> str:
    """``Krajan 02/01``: narrow enough for the grid; written out in the tooltip and the panel."""
    both = usulan.rt and usulan.rw
    name = f"{usulan.rt}/{usulan.rw}" if both else tempat_singkat("", usulan.rt, usulan.rw)
    return " ".join(part for part in (usulan.dusun, name) if part) or usulan.lokasi


def completeness(usulan: Usulan) -> str:
    """One word or two for the last column."""
    if usulan.status != "aktif":
        return tr("dibatalkan") if usulan.status == "batal" else tr("digabung ke usulan lain")
    words = missing(usulan)
    return tr("belum: {isi}").format(isi=", ".join(words)) if words else tr("lengkap")


def volume_text(usulan: Usulan) -> str:
    """``120 m``; nothing while unknown."""
    return " ".join(part for part in (usulan.volume, usulan.satuan) if part)


def columns(write: Write) -> list[Column[Usulan]]:
    """All columns; what can be edited in place is recorded with ``write``."""
    return [*_what_and_where(write), *_how_much(write), *_from_whom(write), *_how_far()]


def _what_and_where(write: Write) -> list[Column[Usulan]]:
    return [
        Column(
            key="nomor",
            title=tr("No"),
            value=lambda u: u.nomor,
            text=lambda u: u.label,
            sort="nomor",
            colour=_faded,
        ),
        Column(
            key="judul",
            title=tr("Judul"),
            value=lambda u: u.judul,
            sort="judul",
            write=lambda u, text: write(u.id, judul=" ".join(text.split())),
            tooltip=lambda u: u.judul,
            colour=_faded,
            bold=True,
        ),
        Column(
            key="tempat",
            title=tr("Lokasi"),
            value=lambda u: u.tempat,
            text=short_place,
            edit_text=lambda u: u.tempat,
            sort="tempat",
            write=lambda u, text: write(u.id, **read_place(text)),
            tooltip=lambda u: u.tempat,
            colour=_faded,
        ),
    ]


def _how_much(write: Write) -> list[Column[Usulan]]:
    return [
        Column(
            key="volume",
            title=tr("Volume"),
            value=volume_text,
            sort="volume",
            align="kanan",
            write=lambda u, text: _write_volume(write, u, text),
            colour=_faded,
        ),
        Column(
            key="perkiraan_biaya",
            money=True,
            title=tr("Biaya Rp"),
            value=lambda u: u.perkiraan_biaya,
            text=_cost,
            edit_text=_cost,
            sort="perkiraan_biaya",
            align="kanan",
            write=lambda u, text: write(u.id, perkiraan_biaya=parse_rupiah(text)),
            colour=_faded,
        ),
    ]


def _from_whom(write: Write) -> list[Column[Usulan]]:
    return [
        Column(
            key="pengusul",
            title=tr("Pengusul"),
            value=lambda u: u.pengusul,
            sort="pengusul",
            write=lambda u, text: write(u.id, pengusul=" ".join(text.split())),
            tooltip=lambda u: u.pengusul,
            colour=_faded,
        ),
        Column(
            key="asal",
            title=tr("Urutan asal"),
            value=tulis_peringkat,
            sort="asal",
            tooltip=lambda u: tulis_peringkat(u) or tr("belum diurutkan di {asal}").format(asal=u.asal_urut or "-"),
            colour=_faded,
        ),
    ]


def _how_far() -> list[Column[Usulan]]:
    """What is in order, and what is still unknown."""
    return [
        Column(
            key="siap",
            title=tr("Siap"),
            value=risk_short,
            text=risk_mark,
            icon=risk_icon,
            colour=_risk_colour,
            tooltip=risk_long,
        ),
        Column(
            key="lengkap",
            title=tr("Lengkap"),
            value=completeness,
            text=dots,
            icon=_state_icon,
            colour=_state_colour,
            tooltip=lambda u: u.alasan_batal or completeness(u),
        ),
    ]


def _cost(usulan: Usulan) -> str:
    return "" if usulan.perkiraan_biaya is None else format_rupiah(usulan.perkiraan_biaya).removeprefix("Rp")


def _write_volume(write: Write, usulan: Usulan, text: str) -> None:
    volume, satuan = read_volume(text)
    write(usulan.id, volume=volume, satuan=satuan or (usulan.satuan if volume else ""))


def _faded(usulan: Usulan) -> str:
    return colours().muted if usulan.status != "aktif" else ""


def _risk_colour(usulan: Usulan) -> str:
    return colours().warning if at_risk(usulan) else colours().muted


def _state_colour(usulan: Usulan) -> str:
    if usulan.status != "aktif":
        return colours().muted
    if usulan.kurang:
        return colours().warning
    return colours().muted if missing(usulan) else colours().success


def _state_icon(usulan: Usulan) -> QIcon | None:
    if usulan.status != "aktif":
        return icon("tutup" if usulan.status == "batal" else "panah-kanan", colours().muted)
    if usulan.kurang:
        return icon("peringatan", colours().warning)
    return None
