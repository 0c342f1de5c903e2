"""The columns of the people on a list, and how each is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.usulan import tempat_singkat
from ui.colours import colours
from ui.fields.line import read_rt_rw
from ui.siapkan.tanggal_edit import show_tanggal
from ui.table import Column

Write = Callable[[str, dict[str, object]], object]
"""Records changed fields of a person by id; may raise RuleBroken."""


def number_column() -> Column[Peserta]:
    """The running number."""
    return Column(
        key="nomor", title=QCoreApplication.translate("Peserta", "No."), value=lambda p: p.nomor, align="kanan"
    )


def person_columns(write: Write) -> list[Column[Peserta]]:
    """Name, L/P, unsur, office, place; all can be changed where they stand."""

    def plain(name: str) -> Callable[[Peserta, str], object]:
        return lambda person, text: write(person.id, {name: text.strip()})

    return [
        Column(
            key="nama",
            title=QCoreApplication.translate("Peserta", "Nama"),
            value=lambda p: p.nama,
            write=plain("nama"),
            bold=True,
        ),
        Column(
            key="jenis_kelamin",
            title=QCoreApplication.translate("Peserta", "L/P"),
            value=lambda p: p.jenis_kelamin,
            align="tengah",
            write=lambda person, text: write(person.id, {"jenis_kelamin": read_jenis_kelamin(text)}),
        ),
        Column(
            key="unsur",
            title=QCoreApplication.translate("Peserta", "Unsur"),
            value=lambda p: p.unsur,
            tooltip=lambda p: p.unsur,
            write=plain("unsur"),
        ),
        Column(
            key="jabatan",
            title=QCoreApplication.translate("Peserta", "Jabatan"),
            value=lambda p: p.jabatan,
            tooltip=lambda p: p.jabatan,
            write=plain("jabatan"),
        ),
        Column(
            key="dusun",
            title=QCoreApplication.translate("Peserta", "Dusun"),
            value=lambda p: p.dusun,
            write=plain("dusun"),
        ),
        Column(
            key="rt_rw",
            title=QCoreApplication.translate("Peserta", "RT/RW"),
            value=lambda p: (p.rt, p.rw),
            text=lambda p: tempat_singkat("", p.rt, p.rw),
            write=lambda person, text: write(person.id, dict(zip(("rt", "rw"), read_rt_rw(text), strict=True))),
        ),
    ]


def status_word(state: str) -> str:
    """How far a letter has come, in a word."""
    return {
        "": QCoreApplication.translate("Peserta", "belum"),
        "dicetak": QCoreApplication.translate("Peserta", "dicetak"),
        "diserahkan": QCoreApplication.translate("Peserta", "diserahkan"),
    }[state]


def letter_column() -> Column[Peserta]:
    """How far the letter has come; the proof is in the tooltip."""

    def proof(person: Peserta) -> str:
        parts = (show_tanggal(person.tanggal_serah), person.cara_serah, person.penerima)
        return ", ".join(part for part in parts if part)

    return Column(
        key="undangan",
        title=QCoreApplication.translate("Peserta", "Surat"),
        value=lambda p: p.undangan,
        text=lambda p: status_word(p.undangan),
        tooltip=proof,
        colour=lambda p: colours().success if p.undangan == "diserahkan" else "",
    )


def read_jenis_kelamin(text: str) -> str:
    """``L`` or ``P`` from a letter or a word; empty stays unknown.

    Raises RuleBroken("jenis_kelamin", "tidak_dikenal").
    """
    word = text.strip().casefold()
    if not word or word == "-":
        return ""
    for letter, words in (("L", ("l", "lk", "laki", "laki-laki", "pria")), ("P", ("p", "pr", "perempuan", "wanita"))):
        if word in words:
            return letter
    raise RuleBroken("jenis_kelamin", "tidak_dikenal", text)
