"""The facts of the forum as fields; each is recorded when it is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.sebutan import BAGIAN_WILAYAH, RAGAM, Istilah
from musrenbang_desktop.domain.tanggal import format_jam
from ui.fields import ChoiceBox, LineField, RupiahEdit
from ui.panels import Card
from ui.siapkan.lines_field import LinesField
from ui.siapkan.mulai import plan_sentence
from ui.siapkan.rows import RowsForm, relabel
from ui.siapkan.tanggal_edit import TanggalEdit
from ui.theme import look

_PLACE_LETTERS = 24
"""So wide that the longest kind of place (a kalurahan in a kapanewon) is read whole at every size of text."""


class FaktaForm(RowsForm):
    """Village, day, paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = QLabel(self)
        self.plan.setWordWrap(True)
        look(self.plan, "anak-judul")
        for card in (self._place(), self._day(), self._paper(), self._shape()):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def fill(self, forum: Forum) -> None:
        words = forum.istilah
        relabel(self.rows["desa"], self.tr("Nama {wilayah}").format(wilayah=words.wilayah.lower()))
        relabel(self.rows["kecamatan"], words.kecamatan)
        self._offer_words(forum)
        box = self.rows["tahun_rencana"].field
        if isinstance(box, ChoiceBox):
            box.set_items([(year, str(year)) for year in years(forum)])
        super().fill(forum)
        self.plan.setText(plan_sentence(forum.tanggal, forum.tahun_rencana))

    def _offer_words(self, forum: Forum) -> None:
        """The kinds of place of this jenis, by the words that they use."""
        ragam, bagian = self.rows["ragam"].field, self.rows["sebutan_dusun"].field
        kinds = [(key, one) for key, one in RAGAM.items() if one.jenis == forum.jenis]
        if isinstance(ragam, ChoiceBox):
            ragam.set_items([("" if key == forum.jenis else key, _kind(one)) for key, one in kinds])
        if isinstance(bagian, ChoiceBox) and (line := bagian.lineEdit()):
            line.setPlaceholderText(RAGAM[forum.ragam or forum.jenis].dusun)

    def _place(self) -> Card:
        jenis = ChoiceBox()
        jenis.set_items([("desa", self.tr("Desa")), ("kelurahan", self.tr("Kelurahan"))])
        bagian = ChoiceBox(editable=True)
        bagian.set_items([(word, word) for word in BAGIAN_WILAYAH])
        return self.card(
            self.tr("Wilayah"),
            self.row("jenis", self.tr("Musrenbang"), jenis),
            self.row("ragam", self.tr("Sebutan setempat"), ChoiceBox()),
            self.row("sebutan_dusun", self.tr("Sebutan untuk dusun"), bagian),
            self.row("desa", self.tr("Nama desa"), LineField(), required=True),
            self.row("kecamatan", self.tr("Kecamatan"), LineField()),
            self.row("kabupaten", self.tr("Kabupaten/kota"), LineField()),
            self.row("provinsi", self.tr("Provinsi"), LineField()),
            self.row("kode_wilayah", self.tr("Kode wilayah"), LineField(placeholder="00.00.00.0000")),
            letters=_PLACE_LETTERS,
        )

    def _day(self) -> Card:
        zona = ChoiceBox()
        zona.set_items([(zone, zone) for zone in ("WIB", "WITA", "WIT")])
        card = self.card(
            self.tr("Waktu dan tempat"),
            self.row("tanggal", self.tr("Hari dan tanggal"), TanggalEdit(), required=True),
            self.row("tahun_rencana", self.tr("Tahun yang direncanakan"), ChoiceBox()),
            self.row("jam_mulai", self.tr("Jam mulai"), _hour("09.00")),
            self.row("jam_selesai", self.tr("Jam selesai"), _hour("12.00")),
            self.row("zona", self.tr("Zona waktu"), zona),
            self.row("tempat", self.tr("Tempat"), LineField()),
            self.row("alamat", self.tr("Alamat tempat"), LineField()),
        )
        card.body.insertWidget(1, self.plan)
        return card

    def _paper(self) -> Card:
        return self.card(
            self.tr("Berita acara dan pagu"),
            self.row("nomor_ba", self.tr("Nomor berita acara"), LineField(), self.tr("Boleh menyusul.")),
            self.row(
                "pagu",
                self.tr("Pagu indikatif"),
                RupiahEdit(placeholder="350 jt"),
                self.tr("Kosongkan bila belum diketahui."),
            ),
        )

    def offer_shapes(self, shapes: Sequence[tuple[str, str]]) -> None:
        """The form profiles to choose from, as (key, name)."""
        box = self.rows["profil"].field
        if isinstance(box, ChoiceBox):
            box.set_items(shapes)

    def _shape(self) -> Card:
        return self.card(
            self.tr("Bentuk berita acara"),
            self.row(
                "profil",
                self.tr("Bentuk formulir"),
                ChoiceBox(),
                self.tr("Hanya yang cocok dengan desa atau kelurahan ini: RKP Desa dan BPD tidak ada di kelurahan."),
            ),
            self.row(
                "materi",
                self.tr("Materi yang dibahas"),
                LinesField(lines=3),
                self.tr("Satu baris satu materi. Tercetak di berita acara bentuk desa."),
            ),
            letters=40,
        )


def years(forum: Forum) -> Sequence[int]:
    """The years that this forum may plan, and the one it does plan."""
    return sorted(
        {forum.tahun_pelaksanaan, forum.tahun_pelaksanaan + 1, forum.tahun_pelaksanaan + 2, forum.tahun_rencana}
    )


def _kind(words: Istilah) -> str:
    """``Nagari``, ``Kampung (distrik)``: short, and enough to know one's own."""
    usual = RAGAM[words.jenis]
    apart = "" if words.kecamatan == usual.kecamatan else words.kecamatan.lower()
    if not apart and words.wilayah == usual.wilayah and words.kepala != usual.kepala:
        apart = words.kepala.lower()
    return f"{words.wilayah} ({apart})" if apart else words.wilayah


def _hour(placeholder: str) -> LineField:
    return LineField(placeholder=placeholder, parse=lambda text: format_jam(text) if text.strip() else "")
