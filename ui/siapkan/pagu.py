"""The section Pagu: each source of money with its ceiling, and how much the usulan of now would take of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from musrenbang_desktop.domain.pagu import PaguSumber, jumlah_pagu
from musrenbang_desktop.domain.rupiah import format_rupiah, parse_rupiah
from musrenbang_desktop.domain.sumber_dana import SUMBER, normal_sumber, sumber_untuk
from ui.buttons import push
from ui.colours import colours
from ui.dialect import said
from ui.fields import LineField, RupiahEdit
from ui.page import Page
from ui.siapkan.daftar import DaftarSection, Isian
from ui.table import Column
from ui.theme import look, quiet
from ui.usulan.completion import offer


@dataclass(frozen=True, slots=True)
class Baris:
    """A source, its place from 0, and what the standing usulan would take of it."""

    tempat: int
    isi: PaguSumber
    diminta: int

    @property
    def lebih(self) -> bool:
        """Whether more is asked for than there is."""
        return self.isi.jumlah is not None and self.diminta > self.isi.jumlah


class PaguSection(DaftarSection):
    """Without a row the forum has the one pagu of Data forum."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "usulan"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        source = LineField(placeholder=said(SUMBER[0]), parse=normal_sumber)
        forum = self.services.forum.aktif()
        offer(source, sumber_untuk(forum.jenis if forum else "desa"))
        self.build(
            self.tr("Pagu per sumber dana"),
            self.tr("Pagu per sumber dana"),
            (
                Isian("pagu_sumber", self.tr("Sumber dana"), source, 3, 24),
                Isian("jumlah", self.tr("Pagu"), RupiahEdit(placeholder="350 jt"), 2, 18),
            ),
            self._columns(),
            stretch="sumber",
            add_text=self.tr("Tambah sumber"),
        )
        for text, run, tip in (
            (self.tr("Naikkan"), partial(self.move_row, -1), self.tr("Naikkan satu baris (Alt+Atas)")),
            (self.tr("Turunkan"), partial(self.move_row, 1), self.tr("Turunkan satu baris (Alt+Bawah)")),
        ):
            self.buttons.add(quiet(push(text, run, tip=tip)))

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Pagu</b>: tulis tiap sumber dana dengan pagunya; kosongkan yang belum diketahui. Tiap usulan "
            "dihitung pada sumber dananya; yang tidak menyebut sumber dihitung pada sumber di baris pertama.</p>"
        )

    def read(self) -> None:
        super().read()
        forum = self.services.forum.aktif()
        rows = forum.pagu_sumber if forum else ()
        total = jumlah_pagu(rows)
        if rows:
            text = self.tr("Usulan tanpa sumber dana dihitung pada {sumber}.").format(sumber=rows[0].sumber)
            known = (
                self.tr("Pagu seluruhnya {jumlah}.").format(jumlah=format_rupiah(total)) if total is not None else ""
            )
            self.state.setText(f"{known} {text}".strip())
        elif forum and forum.pagu is not None:
            text = self.tr("Sekarang satu pagu untuk semua usulan: {jumlah}. Tambah sumber bila pagunya terpisah.")
            self.state.setText(text.format(jumlah=format_rupiah(forum.pagu)))
        else:
            self.state.setText(self.tr("Belum ada pagu. Hasil tetap dapat disusun tanpa pagu."))
        look(self.state, "redup")

    def fetch(self) -> Sequence[Baris]:
        if not self.services.forum.aktif():
            return []
        wanted = self.services.pagu.diminta()
        return [Baris(place, row, wanted.get(row.sumber, 0)) for place, row in enumerate(self.services.pagu.daftar())]

    def part_of(self, row: object) -> str:
        return f"#pagu_sumber#{row.tempat}" if isinstance(row, Baris) else ""

    def id_of(self, row: Baris) -> str:
        return str(row.tempat)

    def add(self, values: dict[str, Any]) -> str:
        return str(self.services.pagu.tambah(values["pagu_sumber"], values["jumlah"]))

    def remove(self, row: Baris) -> None:
        self.services.pagu.keluarkan(row.tempat)

    def move_row(self, step: int) -> None:
        """Alt+Up and Alt+Down: the first source bears the usulan that name none."""
        row = self.table.current()
        if row is not None and 0 <= row.tempat + step < self.model.rowCount():
            moved: list[int] = []
            if self.attempt(lambda: moved.append(self.services.pagu.pindah(row.tempat, row.tempat + step))) and moved:
                self.table.select_record(str(moved[0]))

    def _columns(self) -> list[Column[Baris]]:
        def change(row: Baris, **fields: Any) -> None:
            self.edit(lambda: self.services.pagu.ubah(row.tempat, **fields))

        def ceiling(row: Baris, text: str) -> None:
            self.edit(lambda: self.services.pagu.ubah(row.tempat, jumlah=parse_rupiah(text)))

        return [
            Column(
                key="sumber",
                title=self.tr("Sumber dana"),
                value=lambda row: row.isi.sumber,
                write=lambda row, text: change(row, sumber=text),
                tooltip=lambda row: row.isi.sumber,
                bold=True,
            ),
            Column(
                key="jumlah",
                title=self.tr("Pagu"),
                value=lambda row: row.isi.jumlah,
                text=lambda row: _amount(row.isi.jumlah, self.tr("belum diketahui")),
                edit_text=lambda row: _amount(row.isi.jumlah, ""),
                write=ceiling,
                align="kanan",
            ),
            Column(
                key="diminta",
                title=self.tr("Diminta usulan"),
                value=lambda row: row.diminta,
                text=lambda row: format_rupiah(row.diminta),
                colour=lambda row: colours().warning if row.lebih else "",
                align="kanan",
            ),
        ]


def _amount(value: int | None, unknown: str) -> str:
    return unknown if value is None else format_rupiah(value)
