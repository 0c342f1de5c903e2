"""The rows above the grid: search, dusun, what is still to complete, and behind a button everything else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.queries.usulan import JumlahUsulan, Saringan
from musrenbang_desktop.domain.kewenangan import JALUR, Bagian, nama_jalur
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.tema import TEMA
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import ChoiceBox, FlowLayout, SearchBox
from ui.icons import icon
from ui.theme import look, quiet


class FilterRow(QWidget):
    """Says what the grid shows."""

    changed = Signal()
    import_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    inbox_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._waiting = 0
        self._lacking = 0
        self.search = SearchBox(self.tr("Cari usulan"), self.tr("Cari"))
        self.search.setToolTip(self.tr("Cari usulan (Ctrl+F)"))
        self.dusun = ChoiceBox(self.tr("Saring dusun"))
        self.bidang = ChoiceBox(self.tr("Saring bidang"))
        self.way = ChoiceBox(self.tr("Saring jalur"))
        self.theme = ChoiceBox(self.tr("Saring tema"))
        self.theme.set_items([("", self.tr("Semua tema")), *TEMA.items()])
        self.theme.fill("")
        self.check = ChoiceBox(self.tr("Saring pemeriksaan"))
        self._found: dict[str, frozenset[str]] = {}
        self.incomplete = self._button("", checkable=True)
        self.incomplete.setToolTip(self.tr("Tampilkan hanya yang belum ada dusun atau pengusulnya"))
        self.more_button = self._button(self.tr("Saringan lain"), "saring", checkable=True)
        self.more_button.setToolTip(self.tr("Saring menurut bidang, jalur dana, dan tema; lihat jumlah tiap jalur"))
        self.copy_button = self._button("", "salin")
        self.copy_button.setAccessibleName(self.tr("Salin baris"))
        self.copy_button.setToolTip(self.tr("Salin baris ini menjadi usulan baru (Ctrl+D)"))
        self.paste_button = self._button("", "tempel")
        self.paste_button.setAccessibleName(self.tr("Tempel baris"))
        self.paste_button.setToolTip(self.tr("Tempel baris dari Excel atau WhatsApp (Ctrl+V pada daftar)"))
        self.import_button = self._button(self.tr("Impor berkas"), "impor")
        self.import_button.setToolTip(self.tr("Ambil usulan dari Excel atau CSV"))
        self.inbox_button = quiet(self._button(""))
        self.inbox_button.setToolTip(self.tr("Usulan yang dititipkan sebelum forum, belum masuk ke forum mana pun"))
        self.totals = QLabel(self)
        self.totals.setWordWrap(True)
        look(self.totals, "redup")
        self.more = QWidget(self)
        self._lay_out()
        self._connect()

    def refresh(self, services: Layanan, jumlah: JumlahUsulan) -> None:
        """Offer the dusun and bidang in use, and count."""
        usulan, forum = services.usulan, services.forum.aktif()
        jenis = forum.jenis if forum else "desa"
        self._offer(self.dusun, self.tr("Semua dusun"), [(word, word) for word in usulan.pilihan("dusun")])
        self._offer(self.bidang, self.tr("Semua bidang"), [(word, word) for word in usulan.pilihan("bidang")])
        ways = [(way, nama_jalur(way, jenis)) for way in JALUR]
        self._offer(self.way, self.tr("Semua jalur"), [*ways])
        parts = usulan.pilahan()
        lines = [self._part(name, parts[way]) for way, name in ways if parts[way].jumlah]
        whole = sum(parts.values(), Bagian())
        self.totals.setText("; ".join([*lines, self._part(self.tr("Seluruhnya"), whole)]) if whole.jumlah else "")
        self.incomplete.setText(self.tr("Perlu dilengkapi {n}").format(n=jumlah.perlu_dilengkapi))
        self._lacking = jumlah.perlu_dilengkapi
        self._refresh_checks(services)
        self._waiting = services.titipan.menunggu()
        self.inbox_button.setText(self.tr("Titipan {n}").format(n=self._waiting))
        self._fold()

    def saringan(self, urut: str, turun: bool) -> Saringan:
        """The filter as the service takes it."""
        return Saringan(
            cari=self.search.text().strip(),
            dusun=self.dusun.value() or "",
            bidang=self.bidang.value() or "",
            jalur=self.way.value() or "",
            tema=self.theme.value() or "",
            perlu_dilengkapi=self.incomplete.isChecked(),
            hanya=self._found.get(self.check.value() or ""),
            urut=urut or "nomor",
            turun=turun,
        )

    @property
    def named(self) -> dict[str, SearchBox | ChoiceBox | QAbstractButton]:
        """Every filter under a name that does not change."""
        return {
            "cari": self.search, "dusun": self.dusun, "bidang": self.bidang, "jalur": self.way, "tema": self.theme,
            "periksa": self.check, "perlu_dilengkapi": self.incomplete,
        }  # fmt: skip

    def clear(self) -> None:
        """Show everything."""
        self.search.clear()
        for box in self._boxes:
            box.fill("")
        self.incomplete.setChecked(False)
        self._on_changed()

    def set_short(self, *, short: bool) -> None:
        """Where there is little height only the search is in sight, the rest behind its button."""
        self._short = short
        self._fold()

    @property
    def active(self) -> bool:
        """Whether something is hidden."""
        return self.saringan("", turun=False) != Saringan()

    @property
    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return self.dusun, self.bidang, self.way, self.theme, self.check

    def _refresh_checks(self, services: Layanan) -> None:
        """What the kamus and the plans say of the usulan; each choice says how many there are."""
        self._found = {
            "selisih": frozenset(services.kamus.semua_selisih()),
            "cantolan": frozenset(services.kamus.tanpa_cantolan_ids()),
        }
        names = {"selisih": self.tr("Perlu dilihat: kamus ({n})"), "cantolan": self.tr("Tanpa cantolan ({n})")}
        listed = [(key, names[key].format(n=len(found))) for key, found in self._found.items()]
        chosen = self.check.value()
        self._offer(
            self.check, self.tr("Semua pemeriksaan"), [one for one in listed if self._found[one[0]] or one[0] == chosen]
        )

    def _fold(self) -> None:
        whole = self.more_button.isChecked()
        self.more.setVisible(whole)
        shown = whole or not self._short
        for widget in (self.dusun, self.copy_button, self.paste_button, self.import_button):
            widget.setVisible(shown)
        self.incomplete.setVisible(shown and (self._lacking > 0 or self.incomplete.isChecked()))
        self.inbox_button.setVisible(shown and self._waiting > 0)

    def _on_changed(self) -> None:
        hidden = sum(bool(box.value()) for box in self._boxes[1:])
        text = self.tr("Saringan lain")
        self.more_button.setText(f"{text} ({hidden})" if hidden else text)
        self.changed.emit()

    def _on_incomplete(self) -> None:
        self._fold()
        self._on_changed()

    def _part(self, name: str, part: Bagian) -> str:
        text = self.tr("{jalur} {n} usulan {biaya}").format(jalur=name, n=part.jumlah, biaya=format_rupiah(part.biaya))
        return f"{text} {self.tr('({n} tanpa biaya)').format(n=part.tanpa_biaya)}" if part.tanpa_biaya else text

    def _button(self, text: str, picture: str = "", *, checkable: bool = False) -> QPushButton:
        button = QPushButton(icon(picture), text, self) if picture else QPushButton(text, self)
        button.setCheckable(checkable)
        return button

    def _lay_out(self) -> None:
        first = FlowLayout(gap=8)
        first.add(self.search, 2, 9)
        first.add(self.dusun, 1, 14)
        first.add(self.incomplete, 0, 17)
        first.add(self.more_button)
        first.add(self.inbox_button)
        first.add(self.copy_button)
        first.add(self.paste_button)
        first.add(self.import_button)
        row = FlowLayout(gap=8)
        for box in self._boxes[1:]:
            row.add(box, 1, 16)
        below = QVBoxLayout(self.more)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addLayout(row)
        below.addWidget(self.totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addWidget(self.more)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._on_changed())
        for box in self._boxes:
            box.committed.connect(lambda _value: self._on_changed())
        self.incomplete.toggled.connect(self._on_incomplete)
        self.more_button.toggled.connect(lambda _on: self._fold())
        self.copy_button.clicked.connect(self.copy_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self.inbox_button.clicked.connect(self.inbox_wanted)

    @staticmethod
    def _offer(box: ChoiceBox, everything: str, words: list[tuple[str, str]]) -> None:
        chosen = box.value() or ""
        box.set_items([("", everything), *words])
        box.fill(chosen if chosen in {word for word, _ in words} else "")
