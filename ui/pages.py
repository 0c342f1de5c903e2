"""The pages of the window, in the order of the day. A page is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.page import Page
from ui.say import Say
from ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan

PageFactory = Callable[[QWidget, "Layanan", Say, Background], Page]
"""Builds a page in the widget that will hold it."""


class PageSpec(NamedTuple):
    """Where a page stands in the window. ``step`` 0 is outside the seven steps; pages of one step share its button."""

    key: str
    name: str
    step: int
    picture: str
    make: PageFactory

    @property
    def shown_name(self) -> str:
        """The name in the language of the operator."""
        return QCoreApplication.translate("Pages", self.name)


def _from(module: str, class_name: str) -> PageFactory:
    def make(place: QWidget, services: Layanan, say: Say, background: Background) -> Page:
        page_class: type[Page] = getattr(import_module(module), class_name)
        return page_class.born_in(place, services, say, background)

    return make


#: The seven steps as the navigation names them.
STEPS: tuple[tuple[int, str, str], ...] = (
    (1, QT_TRANSLATE_NOOP("Pages", "Siapkan"), "siapkan"),
    (2, QT_TRANSLATE_NOOP("Pages", "Undang"), "undang"),
    (3, QT_TRANSLATE_NOOP("Pages", "Hadir"), "hadir"),
    (4, QT_TRANSLATE_NOOP("Pages", "Usulan"), "usulan"),
    (5, QT_TRANSLATE_NOOP("Pages", "Prioritas"), "prioritas"),
    (6, QT_TRANSLATE_NOOP("Pages", "Sepakat"), "sepakat"),
    (7, QT_TRANSLATE_NOOP("Pages", "Cetak && Kirim"), "dokumen"),
)

PAGES: tuple[PageSpec, ...] = (
    PageSpec("beranda", QT_TRANSLATE_NOOP("Pages", "Beranda"), 0, "beranda", _from("ui.beranda.page", "BerandaPage")),
    PageSpec("siapkan", QT_TRANSLATE_NOOP("Pages", "Siapkan"), 1, "siapkan", _from("ui.siapkan.page", "SiapkanPage")),
    PageSpec(
        "profil",
        QT_TRANSLATE_NOOP("Pages", "Bentuk formulir"),
        1,
        "dokumen",
        _from("ui.profil.page", "ProfilPage"),
    ),
    PageSpec(
        "undangan", QT_TRANSLATE_NOOP("Pages", "Undangan"), 2, "undang", _from("ui.undangan.page", "UndanganPage")
    ),
    PageSpec(
        "impor_peserta",
        QT_TRANSLATE_NOOP("Pages", "Undang dari berkas"),
        2,
        "impor",
        _from("ui.undangan.import_page", "ImporPesertaPage"),
    ),
    PageSpec(
        "kehadiran", QT_TRANSLATE_NOOP("Pages", "Daftar hadir"), 3, "hadir", _from("ui.kehadiran.page", "KehadiranPage")
    ),
    PageSpec("usulan", QT_TRANSLATE_NOOP("Pages", "Usulan"), 4, "usulan", _from("ui.usulan.page", "UsulanPage")),
    PageSpec("impor", QT_TRANSLATE_NOOP("Pages", "Dari berkas"), 4, "impor", _from("ui.impor.page", "ImporPage")),
    PageSpec(
        "tahun_lalu",
        QT_TRANSLATE_NOOP("Pages", "Tahun lalu"),
        4,
        "riwayat",
        _from("ui.tahun_lalu.page", "TahunLaluPage"),
    ),
    PageSpec("titipan", QT_TRANSLATE_NOOP("Pages", "Titipan"), 4, "simpan", _from("ui.titipan.page", "TitipanPage")),
    PageSpec("berkas", QT_TRANSLATE_NOOP("Pages", "Kelengkapan"), 4, "kurang", _from("ui.berkas.page", "BerkasPage")),
    PageSpec("ganda", QT_TRANSLATE_NOOP("Pages", "Ganda"), 4, "usulan", _from("ui.ganda.page", "GandaPage")),
    PageSpec(
        "prioritas",
        QT_TRANSLATE_NOOP("Pages", "Prioritas"),
        5,
        "prioritas",
        _from("ui.prioritas.page", "PrioritasPage"),
    ),
    PageSpec("suara", QT_TRANSLATE_NOOP("Pages", "Surat suara"), 5, "prioritas", _from("ui.suara.page", "SuaraPage")),
    PageSpec(
        "kesepakatan",
        QT_TRANSLATE_NOOP("Pages", "Kesepakatan"),
        6,
        "sepakat",
        _from("ui.kesepakatan.page", "KesepakatanPage"),
    ),
    PageSpec("dokumen", QT_TRANSLATE_NOOP("Pages", "Dokumen"), 7, "dokumen", _from("ui.dokumen.page", "DokumenPage")),
    PageSpec("word", QT_TRANSLATE_NOOP("Pages", "Word"), 7, "ubah", _from("ui.word.page", "WordPage")),
    PageSpec("sipd", QT_TRANSLATE_NOOP("Pages", "SIPD"), 7, "salin", _from("ui.sipd.page", "SipdPage")),
    PageSpec(
        "lampiran",
        QT_TRANSLATE_NOOP("Pages", "Foto & lampiran"),
        7,
        "folder",
        _from("ui.lampiran.page", "LampiranPage"),
    ),
    PageSpec("kirim", QT_TRANSLATE_NOOP("Pages", "Kirim & terima"), 7, "kirim", _from("ui.kirim.page", "KirimPage")),
    PageSpec("tema", QT_TRANSLATE_NOOP("Pages", "Tema"), 7, "riwayat", _from("ui.tema.page", "TemaPage")),
    PageSpec("layar", QT_TRANSLATE_NOOP("Pages", "Layar"), 0, "layar", _from("ui.layar.page", "LayarPage")),
    PageSpec("riwayat", QT_TRANSLATE_NOOP("Pages", "Riwayat"), 0, "riwayat", _from("ui.riwayat.page", "RiwayatPage")),
)
