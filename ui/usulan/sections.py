"""The sections of the detail panel, in their order. A new one is a line here and a module with a ``Section``.

A section is imported and made when it is first opened. ``known`` says in a few words what is recorded, from the usulan
alone, for the closed head.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.asal import tulis_peringkat
from musrenbang_desktop.domain.kewenangan import nama_kewenangan
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.tema import SUMBER_USULAN, nama_tema
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.dialect import said
from ui.translation import QT_TRANSLATE_NOOP
from ui.usulan.marks import risk_short
from ui.usulan.section import Section

Known = Callable[[Usulan], str]
LookedUp = Callable[[Layanan, Usulan], str]


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One section: key, name on its head, where its widget is found, and what its closed head says."""

    key: str
    name: str
    module: str
    class_name: str
    known: Known = lambda _usulan: ""
    looked_up: LookedUp = lambda _services, _usulan: ""
    """the same where the usulan alone does not say it"""

    @property
    def shown_name(self) -> str:
        """The name in the language of the operator."""
        return QCoreApplication.translate("UsulanSections", self.name)

    def words(self, services: Layanan, usulan: Usulan) -> str:
        """What the closed head says."""
        return self.known(usulan) or self.looked_up(services, usulan)

    def make(self, services: Layanan) -> Section:
        """Import the module and make the section."""
        section_class: type[Section] = getattr(import_module(self.module), self.class_name)
        return section_class(services)


def _origin(usulan: Usulan) -> str:
    parts = (tulis_peringkat(usulan) or usulan.asal_urut, said(SUMBER_USULAN.get(usulan.sumber_usulan, "")))
    return ", ".join(part for part in (*parts, nama_tema(usulan.tema_asal)) if part)


def _people(usulan: Usulan) -> str:
    total = usulan.penerima_manfaat
    count = "" if total is None else QCoreApplication.translate("UsulanSections", "{n} jiwa").format(n=total)
    return ", ".join(filter(None, (count, nama_tema(usulan.tema_penerima))))


def _money(usulan: Usulan) -> str:
    sources = ", ".join(row.sumber for row in usulan.sumber_dana)
    return "; ".join(filter(None, (said(nama_kewenangan(usulan.kewenangan)), sources)))


def _plan(usulan: Usulan) -> str:
    goals = QCoreApplication.translate("UsulanSections", "SDGs {n}").format(n=usulan.sdgs) if usulan.sdgs else ""
    return ", ".join(filter(None, (goals, usulan.waktu_pelaksanaan, POLA.get(usulan.pola_pelaksanaan, ""))))


def _reasons(usulan: Usulan) -> str:
    written = (usulan.penyebab, usulan.akibat, usulan.potensi, usulan.maksud, usulan.dasar_hukum)
    count = sum(map(bool, written))
    told = QCoreApplication.translate("UsulanSections", "{n} uraian").format(n=count) if count else ""
    return ", ".join(filter(None, (usulan.jenis_belanja, told)))


def _notes(usulan: Usulan) -> str:
    return str(len(usulan.catatan)) if usulan.catatan else ""


def _files(services: Layanan, usulan: Usulan) -> str:
    standing = [one for one in services.lampiran.daftar(usulan.id) if one.status == "aktif"]
    photos = sum(one.jenis == "foto" for one in standing)
    counts = ((photos, "{n} foto"), (len(standing) - photos, "{n} surat"))
    return ", ".join(QCoreApplication.translate("UsulanSections", text).format(n=n) for n, text in counts if n)


def _from_kamus(services: Layanan, usulan: Usulan) -> str:
    from ui.usulan.kamus_words import known

    return known(services, usulan)


def _half_split(services: Layanan, usulan: Usulan) -> str:
    """Half a splitting that waits, also after a power cut, so that nobody types it again."""
    waits = usulan.id in services.draf.ambil("usulan_pecah")
    return QCoreApplication.translate("UsulanSections", "belum selesai diketik") if waits else ""


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("pokok", QT_TRANSLATE_NOOP("UsulanSections", "Pokok"), "ui.usulan.form", "UsulanForm"),
    SectionSpec("asal", QT_TRANSLATE_NOOP("UsulanSections", "Asal"), "ui.usulan.asal", "AsalSection", known=_origin),
    SectionSpec(
        "penerima",
        QT_TRANSLATE_NOOP("UsulanSections", "Penerima"),
        "ui.usulan.penerima",
        "PenerimaSection",
        known=_people,
    ),
    SectionSpec("dana", QT_TRANSLATE_NOOP("UsulanSections", "Dana"), "ui.usulan.dana", "DanaSection", known=_money),
    SectionSpec(
        "kesiapan",
        QT_TRANSLATE_NOOP("UsulanSections", "Kesiapan"),
        "ui.usulan.kesiapan",
        "KesiapanSection",
        known=risk_short,
    ),
    SectionSpec(
        "catatan",
        QT_TRANSLATE_NOOP("UsulanSections", "Catatan"),
        "ui.usulan.catatan",
        "CatatanSection",
        known=_notes,
    ),
    SectionSpec(
        "lampiran",
        QT_TRANSLATE_NOOP("UsulanSections", "Foto dan lampiran"),
        "ui.usulan.lampiran_section",
        "LampiranSection",
        looked_up=_files,
    ),
    SectionSpec(
        "kamus",
        QT_TRANSLATE_NOOP("UsulanSections", "Kamus dan cantolan"),
        "ui.usulan.kamus_section",
        "KamusSection",
        looked_up=_from_kamus,
    ),
    SectionSpec(
        "pecah",
        QT_TRANSLATE_NOOP("UsulanSections", "Pecah menjadi beberapa"),
        "ui.usulan.split_section",
        "SplitSection",
        looked_up=_half_split,
    ),
    SectionSpec(
        "rencana",
        QT_TRANSLATE_NOOP("UsulanSections", "Rencana pelaksanaan"),
        "ui.usulan.rencana",
        "RencanaSection",
        known=_plan,
    ),
    SectionSpec(
        "uraian",
        QT_TRANSLATE_NOOP("UsulanSections", "Uraian dan isian SIPD"),
        "ui.usulan.uraian",
        "UraianSection",
        known=_reasons,
    ),
)
