"""Turns to speak: one key a turn, by unsur and sex; the clock of the turn, who waits, and the shares."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.bicara import Bagian, Pangsa, persen
from musrenbang_desktop.domain.peserta import JenisKelamin
from musrenbang_desktop.domain.sidang import jarak
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import ChoiceBox, FlowLayout, TableView
from ui.layar.ticking import Ticking
from ui.table import Column, RowsModel
from ui.theme import look, primary

#: The unsur have a column of the keyboard each: men in the upper row of letters, women in the row below it.
ROWS: tuple[tuple[JenisKelamin, str], ...] = (("L", "QWERTYUIO"), ("P", "ASDFGHJKL"))
NEXT, END = "N", "X"
MINUTES = (1, 2, 3, 5, 7, 10)
POINTS = (10, 15, 20, 25, 30, 40)


class GiliranPanel(Ticking):
    """``wanted`` carries an act for the page to try; nothing is written here."""

    wanted = Signal(object)

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._unsur: tuple[str, ...] = ()
        self.turns: dict[str, QPushButton] = {}
        self.now = QLabel()
        self.time = QLabel()
        self.line = QLabel()
        self.warning = QLabel()
        self.next = primary(QPushButton(self.tr("N  Berikut dari antrean")))
        self.end = QPushButton(self.tr("X  Selesai bicara"))
        self.limit = ChoiceBox(self.tr("Batas satu giliran"))
        self.points = ChoiceBox(self.tr("Batas selisih dengan kehadiran"))
        self.table = TableView(self.tr("Waktu bicara dibanding kehadiran"))
        self._keys = QWidget(self)
        self._flow = FlowLayout(self._keys, gap=5)
        self._lay_out()
        self._connect()

    def keys(self) -> dict[str, Callable[[], object]]:
        """Single letters and what they do; with Shift a letter puts into the line."""
        found: dict[str, Callable[[], object]] = {NEXT: self.next.click, END: self.end.click}
        for sex, letters in ROWS:
            for place, letter in enumerate(letters):
                found[letter] = partial(self._speak, place, sex)
                found[f"Shift+{letter}"] = partial(self._wait, place, sex)
        return found

    def read(self) -> None:
        """Take the turns as recorded."""
        unsur = self._services.bicara.unsur()
        if unsur != self._unsur:
            self._show_keys(unsur)
        waiting = self._services.bicara.antrean()
        self.line.setText(
            self.tr("Antrean: {nama}").format(
                nama=", ".join(f"{turn.unsur} ({turn.jenis_kelamin})" for turn in waiting)
            )
            if waiting
            else self.tr("Antrean kosong. Tekan Shift dan huruf untuk mengantre.")
        )
        self.next.setEnabled(bool(waiting))
        self.next.setToolTip("" if waiting else self.tr("Antrean kosong"))
        sidang = self._services.sidang.sekarang()
        self.limit.fill(sidang.batas_giliran // 60)
        self.points.fill(sidang.batas_selisih)
        self._limit, self._points = sidang.batas_giliran, sidang.batas_selisih
        self._going = self._services.bicara.berjalan()
        self.end.setEnabled(self._going is not None)
        self.end.setToolTip("" if self._going else self.tr("Belum ada yang bicara"))
        self._show_shares()
        self.tick()

    def tick(self) -> None:
        """The clock of the turn."""
        going = self._going
        if going is None:
            self.now.setText(self.tr("Belum ada yang bicara"))
            self.time.setText("")
            return
        used = going.detik(self._services.sidang.pukul())
        sex = {"L": self.tr("laki-laki"), "P": self.tr("perempuan")}.get(going.jenis_kelamin, "")
        self.now.setText(f"{going.unsur}, {sex}")
        over = used > self._limit
        self.time.setText(
            self.tr("{waktu} dari {batas}, sudah lewat").format(waktu=jarak(used), batas=jarak(self._limit))
            if over
            else self.tr("{waktu} dari {batas}").format(waktu=jarak(used), batas=jarak(self._limit))
        )
        role = "salah" if over else "baik"
        if self.time.property("peran") != role:
            look(self.time, role)

    def _show_keys(self, unsur: tuple[str, ...]) -> None:
        self._unsur = unsur
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.turns = {}
        for sex, letters in ROWS:
            words = self.tr("laki-laki") if sex == "L" else self.tr("perempuan")
            for place, (name, letter) in enumerate(zip(unsur, letters, strict=False)):
                button = QPushButton(f"{letter}  {name} ({sex})".replace("&", "&&"), self._keys)
                button.setAccessibleName(self.tr("Giliran {unsur}, {jk}").format(unsur=name, jk=words))
                button.setAutoDefault(True)
                button.clicked.connect(partial(self._speak, place, sex))
                self.turns[letter] = button
                self._flow.add(button)
                button.show()

    def _speak(self, place: int, sex: JenisKelamin, _checked: bool = False) -> None:
        if place < len(self._unsur):
            name = self._unsur[place]
            self.wanted.emit(lambda: self._services.bicara.mulai(name, sex))

    def _wait(self, place: int, sex: JenisKelamin) -> None:
        if place < len(self._unsur):
            name = self._unsur[place]
            self.wanted.emit(lambda: self._services.bicara.antre(name, sex))

    def _show_shares(self) -> None:
        self._shares = self._services.bicara.pangsa()
        self.table.rows().reload()
        found = self._shares.menonjol(self._points)
        self.warning.setVisible(bool(found))
        self.warning.setText("\n".join(self._sentence(one) for one in found[:3]))

    def _sentence(self, one: Bagian) -> str:
        words = (
            self.tr("{nama} memakai {bicara}% waktu bicara, padahal {hadir}% dari yang hadir.")
            if one.selisih > 0
            else self.tr("{nama} baru memakai {bicara}% waktu bicara, padahal {hadir}% dari yang hadir.")
        )
        return words.format(nama=one.nama, bicara=persen(one.pangsa_bicara), hadir=persen(one.pangsa_hadir))

    def _lay_out(self) -> None:
        look(self.now, "anak-judul")
        look(self.warning, "awas")
        for label in (self.now, self.line, self.warning):
            label.setWordWrap(True)
        self._going = None
        self._limit, self._points = 180, 20
        self._shares = Pangsa(0, 0, 0, (), ())
        self.limit.set_items([(n, self.tr("{n} menit").format(n=n)) for n in MINUTES])
        self.points.set_items([(n, self.tr("{n}%").format(n=n)) for n in POINTS])
        acts = QWidget(self)
        row = FlowLayout(acts, gap=8)
        for widget, words in (
            (self.next, ""),
            (self.end, ""),
            (self.limit, self.tr("Batas giliran")),
            (self.points, self.tr("Beri tahu bila selisih lebih dari")),
        ):
            row.add(_named(words, widget, acts) if words else widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self._keys, acts, self.now, self.time, self.line, self.warning):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        model: RowsModel[Bagian] = RowsModel(
            self._columns(),
            lambda _sort, _down: (*self._shares.per_jenis_kelamin, *self._shares.per_unsur),
            id_of=lambda row: row.nama,
            parent=self,
        )
        self.table.set_model(model, stretch="nama", folds=("orang", "giliran"))

    def _columns(self) -> list[Column[Bagian]]:
        def percent(part: Callable[[Bagian], int]) -> Callable[[Bagian], str]:
            return lambda row: self.tr("{n}%").format(n=part(row))

        return [
            Column(key="nama", title=self.tr("Kelompok"), value=lambda row: row.nama, bold=True),
            Column(key="giliran", title=self.tr("Giliran"), value=lambda row: row.giliran, align="kanan"),
            Column(
                key="waktu",
                title=self.tr("Waktu"),
                value=lambda row: row.detik,
                text=lambda row: jarak(row.detik),
                align="kanan",
            ),
            Column(
                key="bicara",
                title=self.tr("Bicara"),
                value=lambda row: row.pangsa_bicara,
                text=percent(lambda row: persen(row.pangsa_bicara)),
                align="kanan",
            ),
            Column(
                key="hadir",
                title=self.tr("Hadir"),
                value=lambda row: row.pangsa_hadir,
                text=percent(lambda row: persen(row.pangsa_hadir)),
                align="kanan",
            ),
            Column(key="orang", title=self.tr("Orang"), value=lambda row: row.hadir, align="kanan"),
        ]

    def _connect(self) -> None:
        self.next.clicked.connect(lambda: self.wanted.emit(self._services.bicara.berikut))
        self.end.clicked.connect(lambda: self.wanted.emit(self._services.bicara.selesai))
        self.limit.committed.connect(
            lambda menit: self.wanted.emit(lambda: self._services.sidang.batas_giliran(int(menit)))
        )
        self.points.committed.connect(
            lambda persen_: self.wanted.emit(lambda: self._services.sidang.batas_selisih(int(persen_)))
        )


def _named(words: str, widget: QWidget, parent: QWidget) -> QWidget:
    """A field with its name before it, never on two lines."""
    box = QWidget(parent)
    label = QLabel(words, box)
    label.setBuddy(widget)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addWidget(widget)
    return box
