"""A window with plain pages, and services that answer from memory: the shell alone is under test."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.changes import ChangeBus, Changes
from ui.app import Desktop
from ui.background import Background
from ui.fields import ChoiceBox, EmptyState, FieldRow, FlowLayout, LineField, RtRwEdit, RupiahEdit, SearchBox, TableView
from ui.page import Page
from ui.pages import PAGES, PageSpec
from ui.say import Say
from ui.table import Column, RowsModel
from ui.theme import primary

FORUM = Forum(
    id="k7q2m3ab-1",
    desa="Sukamaju",
    kecamatan="Contoh",
    tahun_pelaksanaan=2026,
    tahun_rencana=2027,
    tanggal="2026-01-21",
)

_ROWS = [
    ("Drainase depan SDN 2", "Krajan", "02", "01", "120", "m", 125_000_000, "RT 02"),
    ("Posyandu Melati: rehab atap", "Kaliwungu", "", "03", "1", "unit", 30_000_000, "PKK"),
    ("Jembatan bambu penghubung dua dusun", "Kaliwungu", "07", "02", "14", "m", 88_500_000, "RT 07"),
    ("Air bersih RW 03", "Krajan", "", "03", "1", "paket", 215_000_000, "Karang Taruna"),
    ("Pelatihan menjahit untuk ibu rumah tangga", "Tegalsari", "", "", "2", "angkatan", None, "PKK"),
    ("Lampu jalan tenaga surya", "Tegalsari", "04", "02", "12", "titik", 96_000_000, "RT 04"),
]
USULAN = [
    Usulan(
        id=f"k7q2m3ab-{n + 10}", forum=FORUM.id, nomor=n, judul=judul, dusun=dusun, rt=rt, rw=rw, volume=volume,
        satuan=satuan, perkiraan_biaya=biaya, pengusul=pengusul,
    )
    for n, (judul, dusun, rt, rw, volume, satuan, biaya, pengusul) in enumerate(_ROWS, start=1)
]  # fmt: skip
SORTS = {"nomor": lambda u: u.nomor, "judul": lambda u: u.judul, "biaya": lambda u: u.perkiraan_biaya or 0}


@dataclass
class History:
    """Stands where the history service stands."""

    undone: list[str] = field(default_factory=list)
    possible: int = 1

    def batalkan(self) -> Changes | None:
        if not self.possible:
            return None
        self.possible -= 1
        self.undone.append("batal")
        return Changes(kinds=frozenset({"usulan"}), label="membatalkan: usulan dicatat")

    def ulangi(self) -> Changes | None:
        self.undone.append("ulang")
        return Changes(kinds=frozenset({"usulan"}), label="mengulangi: usulan dicatat")


def stub_services(forum: Forum | None = FORUM) -> SimpleNamespace:
    copies: list[str] = []
    return SimpleNamespace(
        bus=ChangeBus(),
        forum=SimpleNamespace(aktif=lambda: forum, ruang_latihan=False),
        riwayat=History(),
        cadangan=SimpleNamespace(buat=lambda: copies.append("salinan"), copies=copies),
        peserta=SimpleNamespace(
            cari=lambda _text, limit: [Peserta(id="p1", forum="f", nomor=1, nama="Hj. Siti Aminah", unsur="PKK")]
        ),
        usulan=SimpleNamespace(baris=lambda saringan: [u for u in USULAN if saringan.cari.lower() in u.judul.lower()]),
        jawaban=SimpleNamespace(belum_terkirim=lambda: 3),
        desk=SimpleNamespace(forum_id="f"),
        draf=SimpleNamespace(ambil=lambda _halaman: {}, simpan=lambda _halaman, _kunci, _isi: None),
    )


class StubPage(Page):
    """Remembers what the shell asked of it."""

    kinds = frozenset({"usulan"})

    def __init__(self, services: Any, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.log: list[object] = []
        self.inner = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading(self.title(), "Tulis usulan di baris cepat; rinciannya boleh menyusul."))
        self.search = SearchBox("Saring usulan")
        self.judul = FieldRow("&Judul", LineField(), required=True)
        self.dusun = ChoiceBox("Dusun", editable=True, placeholder="Dusun")
        self.dusun.set_items([("Krajan", "Krajan"), ("Kaliwungu", "Kaliwungu")])
        self.biaya = FieldRow("&Perkiraan biaya", RupiahEdit())
        row = FlowLayout()
        row.add(self.judul, 3, letters=24)
        row.add(FieldRow("&Dusun", self.dusun), 1, letters=14)
        row.add(FieldRow("&RT/RW", RtRwEdit()), 0, letters=13)
        row.add(self.biaya, 1, letters=18)
        layout.addLayout(row)
        self.new = primary(QPushButton("Catat dan baru"))
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(self.new)
        layout.addLayout(tools)
        self.model = RowsModel(columns(), fetch)
        self.table = TableView("Daftar usulan")
        self.table.set_model(self.model, stretch="judul")
        layout.addWidget(self.table, 1)

    def title(self) -> str:
        return "Usulan"

    def help_text(self) -> str:
        return "<p>Cukup <b>judul</b> dan <b>dusun</b>. Sisanya boleh dilengkapi nanti.</p>"

    def refresh(self, changes: Changes | None) -> None:
        self.log.append(("refresh", changes))
        self.model.reload()

    def on_shown(self) -> None:
        self.log.append("shown")
        self.judul.field.setFocus()

    def focus_filter(self) -> None:
        self.search.setFocus()

    def new_item(self) -> None:
        self.log.append("new")

    def save_and_new(self) -> None:
        self.log.append("save_and_new")

    def escape(self) -> bool:
        was, self.inner = self.inner, False
        return was

    def show_record(self, record: str) -> None:
        self.log.append(("record", record))


class EmptyPage(StubPage):
    """A page without anything in it yet."""

    def __init__(self, services: Any, say: Say, background: Background) -> None:
        Page.__init__(self, services, say, background)
        self.log = []
        self.inner = False
        layout = QVBoxLayout(self)
        state = EmptyState(
            "usulan",
            "Belum ada usulan",
            "Ketik usulan pertama, cukup judul dan dusun.",
            (("Tulis usulan", self.new_item), ("Ambil dari Excel", self.new_item)),
        )
        layout.addWidget(state)

    def refresh(self, changes: Changes | None) -> None:
        self.log.append(("refresh", changes))

    def on_shown(self) -> None:
        self.log.append("shown")


def columns() -> list[Column[Usulan]]:
    return [
        Column(key="nomor", title="No.", value=lambda u: u.nomor, text=lambda u: u.label, sort="nomor"),
        Column(key="judul", title="Usulan", value=lambda u: u.judul, sort="judul", bold=True),
        Column(key="tempat", title="Lokasi", value=lambda u: u.tempat),
        Column(key="volume", title="Volume", value=volume, align="kanan"),
        Column(
            key="biaya",
            title="Perkiraan biaya",
            value=lambda u: u.perkiraan_biaya,
            text=lambda u: format_rupiah(u.perkiraan_biaya),
            align="kanan",
            sort="biaya",
        ),
        Column(key="pengusul", title="Pengusul", value=lambda u: u.pengusul),
    ]


def volume(usulan: Usulan) -> str:
    return f"{usulan.volume} {usulan.satuan}"


def fetch(sort: str, descending: bool) -> list[Usulan]:
    return sorted(USULAN, key=SORTS[sort], reverse=descending)


def stub_pages() -> tuple[PageSpec, ...]:
    return tuple(
        PageSpec(
            spec.key,
            spec.name,
            spec.step,
            spec.picture,
            (EmptyPage if spec.key in ("beranda", "prioritas") else StubPage).born_in,
        )
        for spec in PAGES
    )


def open_desktop(app: Any, folder: Path, services: Any = None) -> Desktop:
    return Desktop(app, services or stub_services(), folder, stub_pages(), alone=True)
