"""Running the agenda: begin, next, pause, end; the minutes used and what ran over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.sidang import Sidang, WaktuButir, jarak
from musrenbang_desktop.services.sidang import SidangService
from ui.fields import EmptyState, FlowLayout, TableView
from ui.layar.ticking import Ticking
from ui.table import Column, RowsModel
from ui.theme import look, primary


class AcaraPanel(Ticking):
    """``wanted`` carries an act for the page to try; nothing is written here."""

    wanted = Signal(object)
    agenda_wanted = Signal()

    def __init__(self, service: SidangService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._sidang = Sidang(())
        self.now = QLabel()
        self.time = QLabel()
        self.next = primary(QPushButton())
        self.pause = QPushButton(self.tr("J  Jeda"))
        self.resume = QPushButton(self.tr("T  Teruskan"))
        self.end = QPushButton(self.tr("S  Selesai"))
        self.table = TableView(self.tr("Waktu tiap acara"))
        self.empty = EmptyState(
            "tanggal",
            self.tr("Susunan acara belum ditulis"),
            self.tr("Tulis acara dan menitnya di Siapkan; hitungan waktu memakai daftar itu."),
            ((self.tr("Tulis susunan acara"), self.agenda_wanted.emit),),
            self,
        )
        self._lay_out()
        self._connect()

    def keys(self) -> dict[str, QPushButton]:
        """Single letters and the buttons they press."""
        return {"N": self.next, "J": self.pause, "T": self.resume, "S": self.end}

    def read(self) -> None:
        """Take the day as recorded."""
        self._sidang = self._service.sekarang()
        written = bool(self._sidang.waktu)
        self.empty.setVisible(not written)
        for widget in (self.table, self.now, self.time, self._acts):
            widget.setVisible(written)
        state = self._sidang.keadaan
        following = self._sidang.berikut
        name = following.butir.judul if following else ""
        self.next.setText(
            self.tr("N  Mulai: {acara}").format(acara=name)
            if state == "belum"
            else self.tr("N  Berikutnya: {acara}").format(acara=name)
            if name
            else self.tr("N  Berikutnya")
        )
        self._allow(self.next, bool(name), self.tr("Ini acara terakhir"))
        self._allow(self.pause, state == "berjalan", self.tr("Belum ada acara yang berjalan"))
        self._allow(self.resume, state in ("jeda", "selesai"), self.tr("Tidak ada acara yang dijeda"))
        self._allow(self.end, state in ("berjalan", "jeda"), self.tr("Belum ada acara yang berjalan"))
        self.table.rows().reload()
        self.tick()

    def tick(self) -> None:
        """The clock of the item in hand."""
        current, moment = self._sidang.butir_kini, self._service.pukul()
        if current is None or self._sidang.keadaan in ("belum", "selesai"):
            ended = self._sidang.ditutup
            self.now.setText(
                self.tr("Selesai pukul {jam}").format(jam=f"{ended:%H.%M}") if ended else self.tr("Belum dimulai")
            )
            self.time.setText("")
            return
        left = current.sisa(moment)
        self.now.setText(current.butir.judul)
        if self._sidang.keadaan == "jeda":
            words, role = self.tr("Jeda, terpakai {waktu}").format(waktu=jarak(current.detik(moment))), "redup"
        elif left is None:
            words, role = self.tr("Terpakai {waktu}").format(waktu=jarak(current.detik(moment))), "baik"
        elif left < 0:
            words, role = self.tr("Lewat {waktu}").format(waktu=jarak(-left)), "salah"
        else:
            words, role = self.tr("Sisa {waktu}").format(waktu=jarak(left)), "baik"
        self.time.setText(words)
        rows = self.table.rows()
        place = rows.place_of(current.butir.kunci)
        rows.dataChanged.emit(rows.index(place, 0), rows.index(place, rows.columnCount() - 1))
        if self.time.property("peran") != role:
            look(self.time, role)

    @staticmethod
    def _allow(button: QPushButton, allowed: bool, why_not: str) -> None:
        button.setEnabled(allowed)
        button.setToolTip("" if allowed else why_not)

    def _lay_out(self) -> None:
        look(self.now, "anak-judul")
        self.now.setWordWrap(True)
        self._acts = QWidget(self)
        row = FlowLayout(self._acts, gap=8)
        for button in (self.next, self.pause, self.resume, self.end):
            row.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.now, self.time, self._acts):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        model: RowsModel[WaktuButir] = RowsModel(
            self._columns(),
            lambda _sort, _down: self._sidang.waktu,
            id_of=lambda row: row.butir.kunci,
            parent=self,
        )
        self.table.set_model(model, stretch="acara", folds=("oleh",))

    def _columns(self) -> list[Column[WaktuButir]]:
        def used(row: WaktuButir) -> int:
            return row.detik(self._service.pukul())

        def over(row: WaktuButir) -> int:
            return row.lebih(self._service.pukul())

        def began(row: WaktuButir) -> str:
            return f"{row.selang[0].awal:%H.%M}" if row.selang else ""

        return [
            Column(key="acara", title=self.tr("Acara"), value=lambda row: row.butir.judul, bold=True),
            Column(key="oleh", title=self.tr("Penanggung jawab"), value=lambda row: row.butir.penanggung_jawab),
            Column(
                key="menit",
                title=self.tr("Menit"),
                value=lambda row: row.butir.menit,
                text=lambda row: str(row.butir.menit or ""),
                align="kanan",
            ),
            Column(key="mulai", title=self.tr("Mulai"), value=began, align="kanan"),
            Column(
                key="terpakai",
                title=self.tr("Terpakai"),
                value=used,
                text=lambda row: jarak(used(row)) if row.selang else "",
                align="kanan",
            ),
            Column(
                key="lewat",
                title=self.tr("Lewat"),
                value=over,
                text=lambda row: jarak(over(row)) if over(row) else "",
                align="kanan",
                colour=lambda row: "danger" if over(row) else "",
            ),
        ]

    def _connect(self) -> None:
        self.next.clicked.connect(lambda: self.wanted.emit(self._service.mulai))
        self.pause.clicked.connect(lambda: self.wanted.emit(self._service.jeda))
        self.resume.clicked.connect(lambda: self.wanted.emit(self._service.teruskan))
        self.end.clicked.connect(lambda: self.wanted.emit(self._service.selesai))
        self.table.opened.connect(self._begin)

    def _begin(self, row: WaktuButir) -> None:
        """Enter on an item opens it, wherever it stands in the agenda."""
        self.wanted.emit(lambda: self._service.mulai(row.butir.kunci))
