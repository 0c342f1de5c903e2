"""Notulen: the point of who speaks, decisions, summaries of the groups; one line a note, and the list below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.notulen import JENIS_NOTULEN, ButirNotulen
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.notulen import pembicara
from ui.buttons import push
from ui.fields import ChoiceBox, DetailLine, LineField, with_detail
from ui.form_words import FieldsDraft
from ui.siapkan.daftar import DaftarTable, Isian, QuickFields
from ui.table import Column, RowsModel
from ui.theme import look, quiet

DRAFTS = "notulen"


class NotulenPanel(QWidget):
    """``wanted`` carries an act for the page to try; nothing is written here."""

    wanted = Signal(object)

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.state = QLabel()
        self.jenis = ChoiceBox()
        self.oleh = ChoiceBox(editable=True)
        self.acara = ChoiceBox(editable=True)
        self.jenis.set_items([(key, self._kind(key)) for key in JENIS_NOTULEN])
        self.jenis.fill("pokok")
        self.quick = QuickFields(
            (
                Isian("pokok", self.tr("Pokok pembicaraan atau putusan"), LineField(), 4, 30),
                Isian("tanggapan", self.tr("Tanggapan"), LineField(), 3, 24),
                Isian("oleh", self.tr("Siapa"), self.oleh, 2, 18),
                Isian("jenis", self.tr("Jenis"), self.jenis, 1, 18),
                Isian("acara", self.tr("Acara"), self.acara, 2, 20),
            ),
            self.tr("Catat"),
            self,
        )
        self._draft = FieldsDraft(self.quick, services, DRAFTS, self.quick.fields)
        self.table = DaftarTable(self.tr("Notulen"), self)
        self.remove_button = quiet(push(self.tr("Keluarkan"), self._remove, "tutup", self.tr("Keluarkan baris (Del)")))
        self._lay_out()
        self.quick.wanted.connect(lambda: self.wanted.emit(self._record))
        self.table.removed.connect(self._remove)
        self.jenis.committed.connect(lambda _kind: self._offer())

    def read(self) -> None:
        """Take the notes as recorded; what is being typed stays."""
        forum = self._services.forum.aktif()
        if forum is not None:
            self._draft.come_back(forum.id)
        turn = self._services.notulen.giliran()
        look(self.state, "baik" if turn else "redup")
        if turn and turn.mulai:
            text = self.tr("Pokok berikut ditulis pada giliran {nama}, pukul {jam}, bila Siapa dikosongkan.")
            self.state.setText(text.format(nama=pembicara(turn), jam=f"{turn.mulai:%H.%M}"))
        else:
            self.state.setText(self.tr("Tidak ada giliran yang menunggu dicatat; tulis di Siapa siapa yang bicara."))
        self._offer()
        self.table.rows().reload()
        self.remove_button.setEnabled(self.table.rows().rowCount() > 0)

    def focus(self) -> None:
        """The cursor to where the point is typed."""
        self.quick.focus()

    def _offer(self) -> None:
        """Groups for a summary, unsur for a point; a box that is being typed into is left alone."""
        summary = self.jenis.value() == "rangkuman"
        groups = [group.nama for group in self._services.prioritas.aturan().kelompok]
        speakers = groups if summary else list(self._services.bicara.unsur())
        for box, names in ((self.oleh, speakers), (self.acara, list(self._services.notulen.acara()))):
            line = box.lineEdit()
            if line is not None and not line.hasFocus():
                kept = str(box.value() or "")
                box.set_items([(name, name) for name in dict.fromkeys(names) if name])
                box.fill(kept)

    def _record(self) -> None:
        values = self.quick.values()
        if values is None:
            return
        try:
            record = self._services.notulen.catat(
                values["pokok"],
                jenis=values["jenis"] or "pokok",
                oleh=str(values["oleh"] or ""),
                acara=str(values["acara"] or ""),
                tanggapan=values["tanggapan"],
            )
        except RuleBroken as broken:
            row = self.quick.rows.get(broken.field)
            if row is None:
                raise
            row.show_error(broken)
            return
        self.quick.clear(keep=("jenis",))
        self._draft.forget()
        self.quick.focus()
        self.table.select_record(record)

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wanted.emit(lambda: self._services.notulen.keluarkan(row.id))

    def _kind(self, key: str) -> str:
        return {
            "pokok": self.tr("Pokok"),
            "putusan": self.tr("Putusan"),
            "rangkuman": self.tr("Rangkuman"),
        }.get(key, key)

    def _lay_out(self) -> None:
        self.state.setWordWrap(True)
        look(self.state, "redup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.state)
        layout.addWidget(self.quick)
        layout.addWidget(with_detail(self.table, DetailLine(self.table)), 1)
        layout.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        model: RowsModel[ButirNotulen] = RowsModel(
            self._columns(),
            lambda _sort, _down: self._services.notulen.daftar() if self._services.forum.aktif() else (),
            id_of=lambda row: row.id,
            parent=self,
        )
        self.table.set_model(
            model, stretch="pokok", gives_way={"tanggapan": (10, 40), "oleh": (8, 24)}, folds=("acara", "jenis")
        )

    def _columns(self) -> list[Column[ButirNotulen]]:
        def write(name: str) -> Callable[[ButirNotulen, str], None]:
            return lambda row, text: self._change(row, name, text)

        def column(key: str, title: str, *, bold: bool = False) -> Column[ButirNotulen]:
            return Column(
                key=key,
                title=title,
                value=lambda row: getattr(row, key),
                tooltip=lambda row: str(getattr(row, key)),
                write=write(key),
                bold=bold,
            )

        return [
            Column(key="jam", title=self.tr("Pukul"), value=lambda row: row.jam, align="kanan"),
            column("oleh", self.tr("Siapa")),
            column("pokok", self.tr("Pokok"), bold=True),
            column("tanggapan", self.tr("Tanggapan")),
            Column(key="jenis", title=self.tr("Jenis"), value=lambda row: self._kind(row.jenis)),
            column("acara", self.tr("Acara")),
        ]

    def _change(self, row: ButirNotulen, name: str, text: str) -> None:
        def act() -> None:
            changed: dict[str, Any] = {name: text.strip()}
            self._services.notulen.ubah(row.id, **changed)

        self.wanted.emit(act)
        self.table.rows().reload()
