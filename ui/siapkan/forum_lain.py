"""The section Forum lain: what was held before this forum, what this one is held before, and taking over results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from musrenbang_desktop.domain.forum import Forum, Pra, Tingkat
from musrenbang_desktop.domain.silsilah import NAMA_TINGKAT, ForumAnak, perlu_jawaban, sebutan_forum
from musrenbang_desktop.services.salinan import Bagian
from ui.buttons import push
from ui.closed_note import closed_words
from ui.fields import ChoiceBox, FieldRow, LineField
from ui.page import Page
from ui.panels import Card, FieldGrid
from ui.siapkan.daftar import DaftarSection, Isian
from ui.siapkan.salin import SalinCard
from ui.siapkan.sebelumnya import LinkLine, PraQuestion
from ui.siapkan.tanggal_edit import TanggalEdit, show_tanggal
from ui.subject import tells_of
from ui.table import Column
from ui.theme import primary, quiet

#: Stages that are held before another one, as they are offered.
SEBELUM: tuple[Tingkat, ...] = ("dusun", "rembug", "pra")


class ForumLainSection(DaftarSection):
    """Parents and children of the chosen forum."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "usulan", "kesepakatan", "segel"})
    kept: ClassVar[tuple[str, ...]] = ("tingkat", "tanggal")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.tingkat = self._row("tingkat", self.tr("Jenis musyawarah"), ChoiceBox())
        self.cakupan = self._row("cakupan", self.tr("Nama dusun, RW, atau kelompok"), LineField())
        self.induk = self._row("induk", self.tr("Hasilnya dibawa ke"), ChoiceBox())
        self.question = PraQuestion()
        self.question.stated.connect(self._answer)
        self.links = LinkLine()
        self.links.wanted.connect(self.link)
        self.up_button = primary(push("", self._open_parent))
        self.column.addWidget(self._this_forum())
        self._list_of_children()
        self.copy_card = SalinCard()
        self.copy_card.source_chosen.connect(lambda _record: self._show_copies())
        self.copy_card.wanted.connect(self._copy)
        self.column.addWidget(self.copy_card)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Forum lain</b>: musyawarah dusun, rembug warga, atau pra-musrenbang dicatat sebagai forum sendiri. "
            "<b>Ambil hasilnya</b> membawa usulannya ke sini, satu kali saja, dengan urutan dari sana.</p>"
            "<p><b>Hubungkan</b>: musyawarah yang sudah tercatat, juga yang sudah ditutup atau disegel, menjadi "
            "musyawarah sebelum forum ini. Isinya tidak berubah.</p>"
            "<p>Bila tidak ada yang tercatat, jawab apakah dilaksanakan di luar program atau tidak dilaksanakan. "
            "Berita acara menyebutnya.</p>"
        )

    def read(self) -> None:
        forum = self.services.forum.aktif()
        if forum is None:
            return
        super().read()
        child = forum.tingkat in ("dusun", "rembug")
        self.card.setVisible(not child)
        self._fill(forum)
        parent = self.services.silsilah.induk()
        self.up_button.setVisible(parent is not None)
        if parent:
            self.up_button.setText(self.tr("Buka {nama}").format(nama=sebutan_forum(parent)))
            self.up_button.setAccessibleName(self.up_button.text())
        self.links.show_forums([] if child else self.services.silsilah.calon_anak())
        for widget in (self.take_button, self.open_button, self.table):
            widget.setVisible(self.model.rowCount() > 0)
        self.state.setText(self._sentence(forum))
        self._show_copies()
        if self.model.rowCount() and self.table.current() is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_unlink()

    def on_shown(self) -> None:
        if self.model.rowCount() and self.table.isVisibleTo(self):
            self.table.setFocus()
        else:
            self.tingkat.field.setFocus()

    def fetch(self) -> Sequence[ForumAnak]:
        return self.services.silsilah.anak() if self.services.forum.aktif() else ()

    def id_of(self, row: ForumAnak) -> str:
        return row.id

    def add(self, values: dict[str, Any]) -> str:
        forum = self.services.forum.aktif()
        day = values["tanggal"] or (forum.tanggal if forum else "")
        made = self.services.silsilah.mulai(values["tingkat"], values["cakupan"], day)
        if begun := self.services.forum.aktif():
            self.say.success(
                self.tr("{nama} dimulai. Kembali ke musrenbang lewat daftar di atas.").format(nama=sebutan_forum(begun))
            )
        return made

    def take(self) -> None:
        """Take over what the marked forum agreed."""
        row: ForumAnak | None = self.table.current()
        if row is None:
            return
        taken: list[str] = []
        if self.attempt(lambda: taken.extend(self.services.silsilah.ambil(row.id))):
            text = self.tr("{n} usulan diambil dari {nama}. Ctrl+Z mengurungkan.")
            self.say.success(text.format(n=len(taken), nama=sebutan_forum(row.forum)))

    def open_child(self) -> None:
        """Work on the marked forum."""
        row: ForumAnak | None = self.table.current()
        if row is not None:
            self.attempt(lambda: self.services.forum.pilih(row.id))

    def link(self, record: str) -> None:
        """State that a forum which is recorded already was held before this one."""
        if self.attempt(lambda: self.services.silsilah.sambungkan(record)):
            self.table.select_record(record)
            self.table.setFocus()
            row: ForumAnak | None = self.table.current()
            if row is not None:
                text = self.tr("{nama} dihubungkan. Enter mengambil hasilnya.")
                self.say.success(text.format(nama=sebutan_forum(row.forum)))

    def unlink(self) -> None:
        """Take the link to the marked forum back."""
        row: ForumAnak | None = self.table.current()
        if row is not None and self.attempt(lambda: self.services.silsilah.lepaskan(row.id)):
            self.say.success(self.tr("{nama} dilepas. Ctrl+Z mengurungkan.").format(nama=sebutan_forum(row.forum)))

    def show_part(self, part: str) -> None:
        if part == "salin":
            self.copy_card.box.setFocus()
        elif part == "pra":
            self.question.choice.setFocus()

    def _show_copies(self) -> None:
        source = self.copy_card.show_sources(self.services.salinan.sumber())
        if source:
            self.copy_card.show_parts(self.services.salinan.isi(source))

    def _copy(self, source: str, parts: list[Bagian]) -> None:
        made: list[int] = []
        if self.attempt(lambda: made.append(self.services.salinan.salin(source, parts))) and made:
            if made[0]:
                self.say.success(self.tr("Persiapan disalin: {n} isian. Ctrl+Z mengurungkan.").format(n=made[0]))
            else:
                self.say.info(self.tr("Tidak ada yang berbeda, jadi tidak ada yang disalin."))

    def _open_parent(self) -> None:
        parent = self.services.silsilah.induk()
        if parent is not None:
            self.attempt(lambda: self.services.forum.pilih(parent.id))

    def _this_forum(self) -> Card:
        card = Card(self.tr("Musyawarah ini"))
        grid = FieldGrid(26, most=3)
        for row in (self.tingkat, self.cakupan, self.induk):
            grid.add(row)
        card.body.addWidget(grid)
        card.body.addWidget(self.up_button)
        return card

    def _list_of_children(self) -> None:
        stage = self._stage = ChoiceBox()
        stage.set_items([(one, NAMA_TINGKAT[one]) for one in SEBELUM])
        stage.fill(SEBELUM[0])
        body = self.build(
            self.tr("Musyawarah sebelum ini"),
            self.tr("Musyawarah sebelum ini"),
            (
                Isian("tingkat", self.tr("Jenis"), stage, 1, 24),
                Isian("cakupan", self.tr("Dusun, RW, atau kelompok"), LineField(), 2, 22),
                Isian("tanggal", self.tr("Hari"), TanggalEdit(), 1, 18),
            ),
            self._columns(),
            stretch="nama",
            gives_way={"keadaan": (8, 14)},
            folds=("keadaan", "tanggal"),
            add_text=self.tr("Mulai musyawarah"),
            removable=False,
        )
        body.insertWidget(body.count() - 1, self.links)
        body.addWidget(self.question)
        self.take_button = push(self.tr("Ambil hasilnya"), self.take, tip=self.tr("Bawa usulannya ke sini (Enter)"))
        self.open_button = quiet(push(self.tr("Buka musyawarah itu"), self.open_child))
        self.unlink_button = quiet(push(self.tr("Lepaskan"), self.unlink, tip=self.tr("Lepas hubungannya")))
        for button in (self.take_button, self.open_button, self.unlink_button):
            self.buttons.add(button)
        self.table.current_changed.connect(lambda _row: self._show_unlink())
        self.table.opened.connect(lambda _row: self.take())

    def _columns(self) -> list[Column[ForumAnak]]:
        return [
            Column(key="nama", title=self.tr("Musyawarah"), value=lambda row: sebutan_forum(row.forum), bold=True),
            Column(
                key="tanggal",
                title=self.tr("Hari"),
                value=lambda row: row.forum.tanggal,
                text=lambda row: show_tanggal(row.forum.tanggal, "d MMM yyyy"),
            ),
            Column(key="hasil", title=self.tr("Usulan"), value=lambda row: row.hasil, align="kanan"),
            Column(key="diambil", title=self.tr("Diambil"), value=lambda row: row.diambil, align="kanan"),
            Column(
                key="keadaan",
                title=self.tr("Keadaan"),
                value=lambda row: row.ditutup,
                text=lambda row: self.tr("ditutup") if row.ditutup else self.tr("belum ditutup"),
            ),
        ]

    def _show_unlink(self) -> None:
        """Only a link that this forum recorded is taken back here."""
        row: ForumAnak | None = self.table.current()
        forum = self.services.forum.aktif()
        self.unlink_button.setVisible(row is not None and forum is not None and row.id in forum.anak)

    def _answer(self, name: str, value: object) -> None:
        row: FieldRow = getattr(self.question, name)
        if name == "pra":
            done = self.attempt(lambda: self.services.silsilah.jawab(cast("Pra", str(value or ""))), row)
        else:
            done = self.attempt(lambda: self.services.forum.ubah(**{name: value}), row)
        if not done and not row.unrecorded and (forum := self.services.forum.aktif()):
            self.question.show_forum(forum, self.model.rowCount())

    def _row(self, name: str, label: str, field: LineField | ChoiceBox) -> FieldRow:
        row = FieldRow(label, field)
        row.committed.connect(lambda value: self._record_fact(name, value))
        tells_of(row, lambda: f"#{name}")
        return row

    def _record_fact(self, name: str, value: object) -> None:
        row: FieldRow = getattr(self, name)
        if name == "induk":
            done = self.attempt(lambda: self.services.silsilah.hubungkan(str(value or "")), row)
        else:
            done = self.attempt(lambda: self.services.forum.ubah(**{name: value}), row)
        if not done and not row.unrecorded and (forum := self.services.forum.aktif()):
            self._fill(forum)

    def _fill(self, forum: Forum) -> None:
        """Show the facts as recorded; what is being typed stays."""
        tingkat, induk = self.tingkat.field, self.induk.field
        if isinstance(tingkat, ChoiceBox):
            tingkat.set_items([(key, forum.istilah.dalam(name)) for key, name in NAMA_TINGKAT.items()])
            tingkat.fill(forum.tingkat)
        self._stage.set_items([(key, forum.istilah.dalam(NAMA_TINGKAT[key])) for key in SEBELUM])
        if isinstance(induk, ChoiceBox):
            possible = [(one.id, sebutan_forum(one)) for one in self.services.silsilah.calon_induk()]
            induk.set_items([("", self.tr("(tidak ke mana-mana)")), *possible])
            above = self.services.silsilah.induk()
            induk.fill(above.id if above else "")
        field = self.cakupan.field
        if isinstance(field, LineField) and not (field.hasFocus() and field.isModified()):
            field.fill(forum.cakupan)
        self.question.show_forum(forum, self.model.rowCount())
        closed = self.services.desk.closed()
        nothing = self.tr("jawaban ini tidak dapat diubah")
        self.question.set_closed(closed_words(self.services, nothing) if closed else "")
        self.cakupan.setVisible(forum.tingkat != "utama")
        self.induk.setVisible(forum.tingkat != "utama")

    def _sentence(self, forum: Forum) -> str:
        rows: Sequence[ForumAnak] = self.model.rows()
        if not rows:
            if forum.jawaban_pra or not perlu_jawaban(forum):
                return self.tr("Belum ada musyawarah sebelumnya yang tercatat untuk forum ini.")
            return self.tr("Belum ada musyawarah sebelumnya yang tercatat untuk forum ini. Jawab pertanyaan di bawah.")
        left = sum(row.sisa for row in rows)
        if left:
            return self.tr("{n} usulan belum diambil.").format(n=left)
        return self.tr("Semua hasil sudah diambil.")
