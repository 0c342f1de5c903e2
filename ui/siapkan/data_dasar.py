"""The section Data dasar: figures of the village with source and date; old ones are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from musrenbang_desktop.domain.data_dasar import TERLAMA_BULAN, DataDasar, DataDasarBaru
from musrenbang_desktop.reference.indikator import INDIKATOR, SUMBER
from ui.colours import colours
from ui.dialect import said
from ui.fields import ChoiceBox, FieldRow, LineField, NumberEdit
from ui.page import Page
from ui.siapkan.daftar import DaftarSection, Isian
from ui.siapkan.tanggal_edit import TanggalEdit, read_tanggal, show_tanggal
from ui.table import Column
from ui.theme import look


@dataclass(frozen=True, slots=True)
class Baris:
    """A figure, and whether it is old on the day of the forum."""

    data: DataDasar
    lama: bool

    @property
    def id(self) -> str:
        """The id of the figure."""
        return self.data.id


class DataDasarSection(DaftarSection):
    """One row a figure."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "dasar"})
    kept: ClassVar[tuple[str, ...]] = ("dusun", "sumber_data", "tanggal_data")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.dusun, self.indikator, self.sumber = (ChoiceBox(editable=True) for _ in range(3))
        self.satuan = LineField()
        self.indikator.committed.connect(self._offer_unit)
        self.batas = FieldRow(
            self.tr("Data dianggap lama sesudah (bulan)"), NumberEdit(field="batas_data", least=1, most=TERLAMA_BULAN)
        )
        self.batas.committed.connect(self._record_limit)
        body = self.build(
            self.tr("Data dasar"),
            self.tr("Data dasar"),
            (
                Isian("dusun", self.tr("Dusun (kosong: seluruh wilayah)"), self.dusun, 1, 20),
                Isian("indikator", self.tr("Yang dihitung"), self.indikator, 2, 24),
                Isian("angka_data", self.tr("Angka"), LineField(), 1, 10),
                Isian("satuan", self.tr("Satuan"), self.satuan, 1, 10),
                Isian("sumber_data", self.tr("Sumber"), self.sumber, 1, 20),
                Isian("tanggal_data", self.tr("Tanggal data"), TanggalEdit(), 1, 18),
            ),
            self._columns(),
            stretch="indikator",
            gives_way={"sumber": (8, 20), "dusun": (7, 16)},
            folds=("satuan", "sumber", "tanggal"),
            add_text=self.tr("Tambah data"),
        )
        body.addWidget(self.batas)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Data dasar</b>: setiap angka punya sumber dan tanggal; tanpa keduanya tidak dicatat. Angka yang "
            "terlalu tua diberi tanda <b>data lama</b>.</p>"
        )

    def read(self) -> None:
        super().read()
        forum = self.services.forum.aktif()
        if forum is None:
            return
        rows: Sequence[Baris] = self.model.rows()
        self._offer(rows)
        limit = self.batas.field
        if isinstance(limit, NumberEdit) and not limit.hasFocus():
            limit.fill(forum.batas_data)
        old = sum(row.lama for row in rows)
        look(self.state, "awas" if old else "redup")
        if not rows:
            self.state.setText(self.tr("Belum ada data. Tulis angka per dusun, atau kosongkan dusun."))
        elif old:
            self.state.setText(self.tr("{n} dari {semua} data sudah lama.").format(n=old, semua=len(rows)))
        else:
            self.state.setText(self.tr("{n} data, semuanya masih baru.").format(n=len(rows)))

    def fetch(self) -> Sequence[Baris]:
        if self.services.forum.aktif() is None:
            return ()
        old = self.services.dasar.lama()
        return [Baris(row, row.id in old) for row in self.services.dasar.daftar()]

    def id_of(self, row: Baris) -> str:
        return row.data.id

    def add(self, values: dict[str, Any]) -> str:
        return self.services.dasar.catat(
            DataDasarBaru(
                dusun=str(values["dusun"] or ""),
                indikator=str(values["indikator"] or ""),
                nilai=values["angka_data"],
                satuan=values["satuan"],
                sumber=str(values["sumber_data"] or ""),
                tanggal_data=values["tanggal_data"],
            )
        )

    def remove(self, row: Baris) -> None:
        self.services.dasar.keluarkan(row.data.id)

    def _offer(self, rows: Sequence[Baris]) -> None:
        """What was used before, then what is usual; a box that is being typed into is left alone."""
        places = [*self.services.usulan.pilihan("dusun"), *(row.data.dusun for row in rows)]
        kinds = [*(row.data.indikator for row in rows), *INDIKATOR]
        sources = [*(row.data.sumber for row in rows), *map(said, SUMBER)]
        for box, words in ((self.dusun, places), (self.indikator, kinds), (self.sumber, sources)):
            line = box.lineEdit()
            if line is not None and not line.hasFocus():
                kept = str(box.value() or "")
                box.set_items([(word, word) for word in dict.fromkeys(words) if word])
                box.fill(kept)

    def _offer_unit(self, indikator: object) -> None:
        """The usual unit of a usual figure; what was typed stays."""
        if not self.satuan.text():
            self.satuan.fill(INDIKATOR.get(str(indikator), ""))

    def _record_limit(self, months: object) -> None:
        if isinstance(months, int):
            self.attempt(lambda: self.services.dasar.batas(months), self.batas)

    def _columns(self) -> list[Column[Baris]]:
        def column(key: str, title: str, name: str, *, bold: bool = False, align: Any = "kiri") -> Column[Baris]:
            return Column(
                key=key,
                title=title,
                value=lambda row: getattr(row.data, name),
                write=lambda row, text: self.edit(
                    lambda: self.services.dasar.ubah(row.data.id, **{name: text.strip()})
                ),
                tooltip=lambda row: str(getattr(row.data, name)),
                bold=bold,
                align=align,
            )

        def day(row: Baris, text: str) -> None:
            self.edit(lambda: self.services.dasar.ubah(row.data.id, tanggal_data=read_tanggal(text)))

        return [
            column("dusun", self.tr("Dusun"), "dusun"),
            column("indikator", self.tr("Yang dihitung"), "indikator", bold=True),
            column("nilai", self.tr("Angka"), "nilai", align="kanan"),
            column("satuan", self.tr("Satuan"), "satuan"),
            column("sumber", self.tr("Sumber"), "sumber"),
            Column(
                key="tanggal",
                title=self.tr("Tanggal data"),
                value=lambda row: row.data.tanggal_data,
                text=lambda row: show_tanggal(row.data.tanggal_data, "d MMM yyyy"),
                write=day,
            ),
            Column(
                key="umur",
                title=self.tr("Umur"),
                value=lambda row: row.lama,
                text=lambda row: self.tr("data lama") if row.lama else "",
                colour=lambda row: colours().warning if row.lama else "",
            ),
        ]
