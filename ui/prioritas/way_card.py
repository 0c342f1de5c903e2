"""What happens between the scores and the list: merging the groups, origins, quota, pagu, and the safeguard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.cara import AsalJaga, CaraHitung, Pengaman
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tema import TEMA
from ui.fields import ChoiceBox, FieldRow, FlowLayout, NumberEdit
from ui.fields.waiting import refuse_all
from ui.theme import look

MOST = 999
#: What a safeguard of one name may be asked for here, and what marks a tema among the names.
_NAMED: tuple[AsalJaga, ...] = ("pengusul", "tema")
_TEMA = "tema:"


class WayCard(QFrame):
    """Each field is recorded when it is left; ``changed`` carries the whole new way of counting."""

    changed = Signal(object)
    """CaraHitung"""
    refused = Signal(object)
    """RuleBroken"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cara = CaraHitung()
        self.gabung, self.rahasia, self.asal, self.pagu = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.ambil, self.kuota, self.jatah = (NumberEdit(least=0, most=MOST) for _ in range(3))
        self.jaga, self.teratas = NumberEdit(least=0, most=MOST), NumberEdit(least=0, most=MOST)
        self.pengusul, self.jaga_pengusul = ChoiceBox(), NumberEdit(least=0, most=MOST)
        self._items()
        rows = (
            (self.tr("Menggabung kelompok"), self.gabung, 26),
            (self.tr("Cara mengisi"), self.rahasia, 16),
            (self.tr("Titik tiap orang"), self.jatah, 12),
            (self.tr("Urutan sendiri tiap"), self.asal, 16),
            (self.tr("Paling banyak tiap asal"), self.ambil, 14),
            (self.tr("Yang diteruskan paling banyak"), self.kuota, 18),
            (self.tr("Bila pagu tidak cukup"), self.pagu, 30),
            (self.tr("Tiap dusun paling sedikit"), self.jaga, 14),
            (self.tr("Pengusul atau tema yang dijaga"), self.pengusul, 20),
            (self.tr("Dari yang dijaga paling sedikit"), self.jaga_pengusul, 18),
            (self.tr("di antara yang teratas"), self.teratas, 14),
        )
        flow = FlowLayout(gap=10)
        self.rows: dict[QWidget, FieldRow] = {}
        for title, field, letters in rows:
            self.rows[field] = FieldRow(title, field)
            field.committed.connect(lambda _value: self._write())
            flow.add(self.rows[field], 1, letters)
        heading = QLabel(self.tr("Dari nilai menjadi daftar"))
        look(heading, "anak-judul")
        note = QLabel(self.tr("Kosong berarti tidak dibatasi. Urutan tidak pernah berubah karena batas ini."))
        note.setWordWrap(True)
        look(note, "redup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addWidget(heading)
        layout.addWidget(note)
        layout.addLayout(flow)
        look(self, "kartu")

    def _named(self, cara: CaraHitung) -> Pengaman | None:
        return next((rule for rule in cara.pengaman if rule.jenis == "dari" and rule.asal in _NAMED), None)

    def _shown(self, cara: CaraHitung) -> tuple[tuple[ChoiceBox | NumberEdit, object], ...]:
        """What each field shows of a way of counting."""
        safeguard = next((rule for rule in cara.pengaman if rule.jenis == "tiap" and rule.asal == "dusun"), None)
        named = self._named(cara)
        chosen = f"{_TEMA if named and named.asal == 'tema' else ''}{named.nilai if named else ''}"
        first = safeguard or named
        return (
            (self.gabung, cara.gabung),
            (self.rahasia, cara.rahasia),
            (self.asal, cara.asal),
            (self.pagu, cara.pagu),
            (self.ambil, cara.ambil or None),
            (self.kuota, cara.kuota or None),
            (self.jatah, cara.jatah_suara or None),
            (self.jaga, safeguard.paling_sedikit if safeguard else None),
            (self.pengusul, chosen),
            (self.jaga_pengusul, named.paling_sedikit if named else None),
            (self.teratas, first.teratas if first else None),
        )

    def refresh(self, cara: CaraHitung, pengusul: Sequence[str]) -> None:
        """Show the recorded way of counting; ``pengusul`` are those who proposed something."""
        self._cara = cara
        named = self._named(cara)
        known = dict.fromkeys([*pengusul, *([named.nilai] if named and named.asal == "pengusul" else [])])
        themes = [(f"{_TEMA}{key}", self.tr("Tema {nama}").format(nama=name.lower())) for key, name in TEMA.items()]
        self.pengusul.set_items([("", self.tr("(tidak ada)")), *themes, *((name, name) for name in known)])
        for field, value in self._shown(cara):
            field.fill(value)
        self.rows[self.jatah].setVisible(cara.metode in ("titik", "setuju"))
        self.rows[self.ambil].setVisible(bool(cara.asal))

    def set_open(self, *, unlocked: bool) -> None:
        """Locked rules are only read."""
        for row in self.rows.values():
            row.setEnabled(unlocked)

    def _items(self) -> None:
        self.gabung.set_items(
            (
                ("rata_rata", self.tr("rata-rata")),
                ("jumlah", self.tr("dijumlah")),
                ("median", self.tr("nilai tengah")),
                ("poin_peringkat", self.tr("poin menurut peringkat tiap kelompok")),
            )
        )
        self.rahasia.set_items(((False, self.tr("terbuka")), (True, self.tr("rahasia"))))
        self.asal.set_items(
            (
                ("", self.tr("(tidak ada)")),
                ("dusun", self.tr("dusun")),
                ("rw", self.tr("RW")),
                ("pengusul", self.tr("pengusul")),
                ("bidang", self.tr("bidang")),
            )
        )
        self.pagu.set_items(
            (
                ("lewati", self.tr("lewati yang tidak muat, lanjut ke bawah")),
                ("berhenti", self.tr("berhenti di yang pertama tidak muat")),
                ("jatah", self.tr("jatah tiap asal, lewati yang tidak muat")),
                ("bagian_rata", self.tr("bagian yang sama untuk tiap pemilih")),
            )
        )

    def _write(self) -> None:
        try:
            cara = replace(
                self._cara,
                gabung=self.gabung.value() or "rata_rata",
                rahasia=bool(self.rahasia.value()),
                asal=self.asal.value() or "",
                ambil=(self.ambil.value() or 0) if self.asal.value() else 0,
                kuota=self.kuota.value() or 0,
                pagu=self.pagu.value() or "lewati",
                jatah_suara=self.jatah.value() or 0,
                pengaman=self._safeguard(),
            )
        except RuleBroken as broken:
            refuse_all(self)
            self.refused.emit(broken)
            return
        for field, value in self._shown(cara):  # half a safeguard is no rule yet
            if field.value() != value:
                field.waiting.refuse_if_changed()
        if cara != self._cara:
            self.changed.emit(cara)

    def _safeguard(self) -> tuple[Pengaman, ...]:
        here = {("tiap", "dusun"), *(("dari", asal) for asal in _NAMED)}
        rules = [rule for rule in self._cara.pengaman if (rule.jenis, rule.asal) not in here]
        first = self.teratas.value()
        if first and self.jaga.value():
            rules.append(Pengaman("tiap", "dusun", "", self.jaga.value(), first))
        if first and self.pengusul.value() and self.jaga_pengusul.value():
            value = str(self.pengusul.value())
            asal: AsalJaga = "tema" if value.startswith(_TEMA) else "pengusul"
            rules.append(Pengaman("dari", asal, value.removeprefix(_TEMA), self.jaga_pengusul.value(), first))
        return tuple(rules)
