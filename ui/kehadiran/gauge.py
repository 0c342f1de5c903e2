"""Keterwakilan on one screen: opening by rule above, present and invited by group below, with formula and n."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.keterwakilan import Ambang, BarisWakil, Dimensi, Keterwakilan, Tingkat
from musrenbang_desktop.services.layanan import Layanan
from ui.colours import colours
from ui.fields import DetailLine, TableView
from ui.kehadiran.opening import OpeningCard
from ui.kehadiran.words import dimension_word, group_word, level_word, source_text
from ui.table import Column, RowsModel
from ui.theme import look


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One line of the table."""

    jenis: Dimensi
    baris: BarisWakil
    tingkat: Tingkat

    @property
    def id(self) -> str:
        """Which line this is, whatever its numbers."""
        return f"{self.jenis}:{self.baris.nama}"


class GaugePart(QWidget):
    """Reads for itself; the opening card tells the page what was decided."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: list[Kelompok] = []
        self.opening = OpeningCard(services)
        self.formula = QLabel(self)
        self.needs = QLabel(self)
        for label in (self.formula, self.needs):
            label.setWordWrap(True)
            look(label, "redup")
        self.model: RowsModel[Kelompok] = RowsModel(self._columns(), lambda _sort, _down: self._rows)
        self.table = TableView(self.tr("Keterwakilan menurut kelompok"))
        self.table.set_model(self.model, stretch="kelompok", folds=("penduduk", "tamu", "jenis", "hadir"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.opening, self.formula, self.needs):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(DetailLine(self.table))

    def reload(self) -> None:
        """Read the hall and the opening again."""
        forum = self._services.forum.aktif()
        if forum is None:
            return
        service = self._services.kehadiran
        hall, limits, chosen = service.keterwakilan(), service.ambang(), service.sekarang().bagian
        self.opening.show_state(service.keadaan(), forum, chosen, service.profil().kuorum.bagian)
        rule = service.aturan()
        self.opening.show_source(source_text(rule.dasar, sah=rule.dasar_sah))
        self._rows = [
            Kelompok(name, group, group.tingkat(limits)) for name, groups in hall.baris.items() for group in groups
        ]
        self.model.reload()
        self.formula.setText(self._formula(hall, limits))
        self.needs.setText(self._needs(hall))
        self.needs.setVisible(bool(hall.kebutuhan))

    def tick(self) -> None:
        """A minute went by: only the words of the opening change."""
        forum = self._services.forum.aktif()
        if forum is not None:
            service = self._services.kehadiran
            chosen = service.sekarang().bagian
            self.opening.show_state(service.keadaan(), forum, chosen, service.profil().kuorum.bagian)

    def _formula(self, hall: Keterwakilan, limits: Ambang) -> str:
        whole = hall.semua
        share = "-" if whole.persen is None else f"{whole.persen}%"
        return self.tr(
            "Hadir {h} dari n = {n} undangan ({p}), {t} tamu, {l} terlambat. Persen = undangan yang hadir dibagi "
            "diundang (n). Baik mulai {baik}%, cukup mulai {cukup}%.{wakil}"
        ).format(
            wakil=self._deputies(hall.wakil),
            h=whole.hadir_undangan,
            n=whole.diundang,
            p=share,
            t=whole.tamu,
            l=hall.terlambat,
            baik=limits.baik_persen,
            cukup=limits.cukup_persen,
        )

    def _deputies(self, count: int) -> str:
        """Whether those who came for somebody count for the quorum is a rule of the profile: say which one holds."""
        if not count:
            return ""
        if self._services.kehadiran.aturan().wakil_dihitung:
            text = self.tr(" {n} undangan mengirim wakil dan ikut dihitung untuk kuorum.")
        else:
            text = self.tr(" {n} undangan mengirim wakil; menurut aturan wakil tidak dihitung untuk kuorum.")
        return text.format(n=count)

    def _needs(self, hall: Keterwakilan) -> str:
        parts = (f"{word} {asked} ({here})" for word, asked, here in hall.kebutuhan)
        return self.tr("Kebutuhan akses, banyaknya orang (yang sudah hadir): {daftar}").format(daftar=", ".join(parts))

    def _columns(self) -> Sequence[Column[Kelompok]]:
        return [
            Column(
                key="jenis",
                title=self.tr("Menurut"),
                value=lambda row: row.jenis,
                text=lambda row: dimension_word(row.jenis),
            ),
            Column(
                key="kelompok",
                title=self.tr("Kelompok"),
                value=lambda row: row.baris.nama,
                text=lambda row: group_word(row.jenis, row.baris.nama),
                bold=True,
            ),
            Column(
                key="penduduk",
                title=self.tr("Penduduk"),
                value=lambda row: row.baris.penduduk,
                text=lambda row: "-" if row.baris.penduduk is None else f"{row.baris.penduduk:,}".replace(",", "."),
                align="kanan",
            ),
            Column(key="diundang", title=self.tr("n"), value=lambda row: row.baris.diundang, align="kanan"),
            Column(key="hadir", title=self.tr("Hadir"), value=lambda row: row.baris.hadir_undangan, align="kanan"),
            Column(
                key="persen",
                title=self.tr("Persen"),
                value=lambda row: row.baris.persen,
                text=lambda row: "-" if row.baris.persen is None else f"{row.baris.persen}%",
                align="kanan",
            ),
            Column(key="tamu", title=self.tr("Tamu"), value=lambda row: row.baris.tamu, align="kanan"),
            Column(
                key="tingkat",
                title=self.tr("Tingkat"),
                value=lambda row: row.tingkat,
                text=lambda row: level_word(row.tingkat),
                colour=lambda row: _colour(row.tingkat),
                align="tengah",
            ),
        ]


def _colour(level: Tingkat) -> str:
    wearing = colours()
    return {"baik": wearing.success, "cukup": wearing.warning, "kurang": wearing.danger}.get(level, "")
