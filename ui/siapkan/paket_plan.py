"""What the forum's package says about this village: calendar, ceilings, criteria; and what can be printed of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPushButton

from musrenbang_desktop.db.queries.paket import PaketTersimpan
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import normal_sumber
from ui.buttons import push
from ui.fields import FlowLayout
from ui.panels import Card
from ui.paper import save_paper
from ui.siapkan.paket_words import calendar_line
from ui.siapkan.section import Section
from ui.theme import look, quiet
from ui.usulan.kamus_words import selisih

if TYPE_CHECKING:
    from musrenbang_desktop.services.cetak_kamus import Cetakan


class PlanCard(Card):
    """Part of the section Paket kabupaten; every button is one act of the forum, given back by undo."""

    def __init__(self, section: Section) -> None:
        super().__init__("", section)
        self.heading.setText(self.tr("Dari paket forum ini"))
        self.heading.show()
        self._section, self._services = section, section.services
        tr, prints = self.tr, section.services.cetak_kamus
        self.calendar, self.money, self.no_code = words(), words(), words("awas")
        self.code_button = push("", self._take_code)
        self.pagu_button = push(tr("Pakai sebagai pagu indikatif"), self._take_pagu)
        self.rules_button = push(tr("Pakai kriteria paket"), self._take_rules)
        self.quota_button = push("", self._take_quota)
        self.booklet_button = push(tr("Cetak kamus usulan"), lambda: self._print(prints.buklet))
        self.differing_button = quiet(
            push(tr("Cetak catatan kamus"), lambda: self._print(lambda: prints.perlu_dilihat(selisih)))
        )
        self.unhooked_button = quiet(
            push(
                tr("Cetak tanpa cantolan"), lambda: self._print(prints.tanpa_cantolan), tip=tr("Usulan tanpa cantolan")
            )
        )
        for label in (self.calendar, self.no_code, self.money):
            self.body.addWidget(label)
        button_row(self, self.code_button, self.pagu_button, self.quota_button, self.rules_button, self.booklet_button)
        button_row(self, self.differing_button, self.unhooked_button)

    def show_plan(self, mine: PaketTersimpan | None) -> None:
        """Read everything again; ``mine`` is the package of the forum."""
        forum = self._services.forum.aktif()
        self.setVisible(forum is not None)
        tell(self.calendar, "\n".join(calendar_line(line) for line in self._services.kalender.daftar()))
        self._show_code(mine)
        ceilings = self._services.paket.pagu()
        listed = ", ".join(f"{row['sumber']} {format_rupiah(row['jumlah'])}" for row in ceilings)
        tell(self.money, self.tr("Pagu desa ini: {daftar}.").format(daftar=listed) if ceilings else "")
        self.pagu_button.setVisible(bool(ceilings) and forum is not None and _rows(ceilings) != forum.pagu_sumber)
        quota = self._services.paket.kuota()
        label = self.tr("Pakai kuota {n} usulan").format(n=quota)
        self.quota_button.setText(label)
        self.quota_button.setAccessibleName(label)
        taken = self._services.prioritas.aturan().cara.kuota == quota
        self.quota_button.setVisible(bool(quota) and not taken and not self._locked())
        self.rules_button.setVisible(bool(mine and mine.jumlah.get("kriteria")) and not self._locked())
        for button in (self.booklet_button, self.differing_button):
            button.setVisible(bool(mine and mine.jumlah.get("kamus")))

    def _show_code(self, mine: PaketTersimpan | None) -> None:
        """Ceilings and last year's answers are found by the kode wilayah: say so while it is missing."""
        forum = self._services.forum.aktif()
        wanted = mine is not None and bool(mine.jumlah.get("pagu") or mine.jumlah.get("jawaban"))
        missing = forum is not None and not forum.kode_wilayah and wanted
        kode = self._services.paket.kode_desa() if missing else ""
        text = self.tr("Kode wilayah desa ini belum diisi, jadi pagu dan jawaban tahun lalunya belum ditemukan.")
        tell(self.no_code, text if missing else "")
        label = self.tr("Pakai kode wilayah {kode}").format(kode=kode)
        self.code_button.setText(label)
        self.code_button.setAccessibleName(label)
        self.code_button.setVisible(bool(kode))

    def _locked(self) -> bool:
        return bool(self._services.prioritas.aturan().terkunci)

    def _take_code(self) -> None:
        kode = self._services.paket.kode_desa()
        done = self.tr("Kode wilayah menjadi {kode}.").format(kode=kode)
        self._do(lambda: self._services.forum.ubah(kode_wilayah=kode), done)

    def _take_pagu(self) -> None:
        rows = _rows(self._services.paket.pagu())
        total = sum(row.jumlah or 0 for row in rows)
        done = self.tr("Pagu indikatif menjadi {pagu}.").format(pagu=format_rupiah(total))
        self._do(lambda: self._services.pagu.ganti(rows), done)

    def _take_quota(self) -> None:
        rules, quota = self._services.prioritas.aturan(), self._services.paket.kuota()
        done = self.tr("Yang diteruskan paling banyak {n} usulan. Lihat langkah 5.").format(n=quota)
        cara = replace(rules.cara, kuota=quota)
        self._do(lambda: self._services.prioritas.ubah_aturan(rules.kriteria, rules.kelompok, rules.seri, cara), done)

    def _take_rules(self) -> None:
        rules, kriteria = self._services.prioritas.aturan(), self._services.paket.kriteria()
        done = self.tr("{n} kriteria dari paket dipakai. Lihat langkah 5.").format(n=len(kriteria))
        self._do(lambda: self._services.prioritas.ubah_aturan(kriteria, rules.kelompok), done)

    def _do(self, act: Callable[[], object], done: str) -> None:
        if self._section.attempt(act):
            self._section.say.success(done)
            self._section.on_shown()  # the button that was pressed is gone

    def _print(self, read: Callable[[], Cetakan]) -> None:
        save_paper(self._section.page, read)


def _rows(ceilings: Sequence[Mapping[str, Any]]) -> tuple[PaguSumber, ...]:
    """The ceilings of the package, one row a source; a source named twice is added up."""
    found: dict[str, int] = {}
    for row in ceilings:
        name = normal_sumber(row["sumber"])
        found[name] = found.get(name, 0) + row["jumlah"]
    return tuple(PaguSumber(*item) for item in found.items())


def words(name: str = "") -> QLabel:
    """A label that breaks its lines, empty for now."""
    label = QLabel()
    label.setWordWrap(True)
    if name:
        look(label, name)
    return label


def tell(label: QLabel, text: str) -> None:
    """Show a text; an empty one takes no room."""
    label.setText(text)
    label.setVisible(bool(text))


def button_row(card: Card, *buttons: QPushButton) -> None:
    """Buttons beside each other, below each other where they do not fit."""
    flow = FlowLayout(gap=8)
    for button in buttons:
        flow.add(button)
    card.body.addLayout(flow)
