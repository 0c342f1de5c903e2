"""Berkas Word: a berita acara or the notulen beside the PDF, from the template that ships or one of the village."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.berita_acara.word.forms import JenisWord
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.fields import ChoiceBox, FlowLayout
from ui.forum_page import ForumPage
from ui.say import Action, Say
from ui.theme import look, primary, quiet

if TYPE_CHECKING:
    from musrenbang_desktop.services.word import Penyusun

#: Findings that are spelled out; whoever mends these looks again.
_SHOWN = 12


class WordPage(ForumPage):
    """Save the Word file; look through a template before it is used."""

    kinds = frozenset({"forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._checked: Path | None = None
        self.paper = ChoiceBox(self.tr("Naskah yang disimpan"))
        self.save = primary(QPushButton(self.tr("Simpan sebagai Word")))
        self.folder = quiet(QPushButton(self.tr("Buka folder")))
        self.used = _text("label")
        self.check = QPushButton(self.tr("Periksa templat…"))
        self.example = QPushButton(self.tr("Simpan contoh templat…"))
        self.take = primary(QPushButton(self.tr("Pakai templat ini")))
        self.give_up = QPushButton(self.tr("Kembali ke templat bawaan"))
        self.verdict = _text("label")
        self.found = _text("")
        self.fields = _text("redup")
        self.show_fields = quiet(QPushButton(self.tr("Tampilkan daftar isian")))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Berkas Word")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Simpan sebagai Word</b> menulis naskah yang dipilih sebagai .docx: berita acara lengkap dengan "
            "lampirannya, berita acara penundaan atau pembukaan tanpa kuorum, atau notulen. Kata, angka, dan kertasnya "
            "sama dengan PDF. Berkas Word dapat diubah; yang bersegel tetap PDF.</p>"
            "<p>Untuk tiap naskah desa boleh memakai templat sendiri: <b>Simpan contoh templat</b>, ubah kop dan "
            "susunannya di Word, lalu <b>Periksa templat</b>. Isian ditulis di antara kurung ganda, misalnya "
            "{{ nomor }}; kalimatnya diisi program dari catatan forum.</p>"
            "<p>Yang salah disebut beserta alineanya. Templat bermakro atau yang mengambil isi dari luar ditolak.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        own = self.services.word.punya_templat(self._jenis)
        self.used.setText(
            self.tr("Dipakai: templat desa sendiri.")
            if own
            else self.tr("Dipakai: templat bawaan, menurut bentuk formulir.")
        )
        self.give_up.setVisible(own)
        if changes is None:
            self._tell(None, ())

    @property
    def _jenis(self) -> JenisWord:
        """The paper that is chosen."""
        return cast("JenisWord", self.paper.value())

    def on_shown(self) -> None:
        if self.has_forum:
            self.save.setFocus()
        else:
            super().on_shown()

    def save_and_new(self) -> None:
        """Write the Word file into the folder of the documents."""
        made: list[Penyusun] = []
        if not self.attempt(lambda: made.append(self.services.word.penyusun(self._jenis))):
            return
        self.background.run(
            lambda _control: made[0].susun(),
            lambda data: self._write(data, made[0].jenis),
            self._explain,
            label=self.tr("Menyusun berkas Word"),
        )

    def new_item(self) -> None:
        """Choose a template and look through it."""
        path = self.say.choose_open_file(self.tr("Templat Word"), self.tr("Word (*.docx *.docm *.doc)"))
        if path is None:
            return
        check = self.services.word.pemeriksa(path, self._jenis)
        self.background.run(
            lambda _control: check(),
            lambda found: self._tell(path, found),
            self._explain,
            label=self.tr("Memeriksa templat"),
        )

    def save_example(self) -> None:
        """Write the template that ships, to be changed in Word."""
        from musrenbang_desktop.db.whole_file import write_whole

        word, jenis = self.services.word, self._jenis
        suggested = word.nama_contoh(jenis)
        path = self.say.choose_save_file(self.tr("Simpan contoh templat"), self.tr("Word (*.docx)"), suggested)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".docx")
        try:
            write_whole(path, word.contoh(jenis))
        except Exception as problem:  # noqa: BLE001 - said to the operator by kind, as every trouble is
            self._explain(problem)
        else:
            self.say.success(
                self.tr("{berkas} tersimpan. Ubah di Word, lalu periksa di sini.").format(berkas=path.name),
                Action(self.tr("Buka"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            )

    def open_folder(self) -> None:
        """Show the saved files in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.services.dokumen.folder())))

    def _write(self, data: bytes, jenis: JenisWord) -> None:
        path: list[Path] = []
        if self.attempt(lambda: path.append(self.services.word.simpan(data, jenis))):
            self.say.success(
                self.tr("{berkas} tersimpan. Isinya sama dengan PDF; bila diubah di Word, yang berlaku PDF.").format(
                    berkas=path[0].name
                ),
                Action(self.tr("Buka folder"), self.open_folder),
            )

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self.say.error(str(problem))
        else:
            self.say.trouble(problem)

    def _tell(self, path: Path | None, found: Sequence[Temuan]) -> None:
        """What the look through the template brought, paragraph by paragraph."""
        good = path is not None and not found
        self._checked = path if good else None
        self.take.setVisible(good)
        self.verdict.setVisible(path is not None)
        self.found.setVisible(bool(found))
        if path is None:
            return
        look(self.verdict, "baik" if good else "awas")
        self.verdict.setText(
            self.tr("{berkas} dapat dipakai.").format(berkas=path.name)
            if good
            else self.tr("{berkas} belum dapat dipakai: {n} hal perlu diperbaiki.").format(
                berkas=path.name, n=len(found)
            )
        )
        lines = [f"• {one.kalimat}" + (f"\n   “{one.alinea}”" if one.alinea else "") for one in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(self.tr("… dan {n} lagi.").format(n=len(found) - _SHOWN))
        self.found.setText("\n".join(lines))
        if good:
            self.take.setFocus()

    def _use(self) -> None:
        path = self._checked
        if path is not None and self.attempt(lambda: self.services.word.pakai(path, self._jenis)):
            self.say.success(self.tr("Templat {berkas} dipakai mulai sekarang.").format(berkas=path.name))
            self.read(None)
            self.save.setFocus()

    def _leave(self) -> None:
        if self.attempt(lambda: self.services.word.lepas(self._jenis)):
            self.say.success(self.tr("Kembali ke templat bawaan. Templat desa disimpan di sampingnya."))
            self.read(None)
            self.save.setFocus()

    def _toggle_fields(self) -> None:
        if not self.fields.text():
            from musrenbang_desktop.berita_acara.word.names import explained

            self.fields.setText("\n".join(f"{name}   {words}" for name, words in explained()))
        showing = self.fields.isHidden()
        self.fields.setVisible(showing)
        self.show_fields.setText(self.tr("Sembunyikan daftar isian") if showing else self.tr("Tampilkan daftar isian"))

    def _lay_out(self) -> None:
        self.paper.set_items(
            (
                ("lengkap", self.tr("Berita acara lengkap dengan lampiran")),
                ("penundaan", self.tr("Berita acara penundaan")),
                ("tanpa_kuorum", self.tr("Berita acara pembukaan tanpa kuorum")),
                ("notulen", self.tr("Notulen")),
            )
        )
        self.paper.fill("lengkap")
        above = FlowLayout(gap=8)
        above.add(self.paper, 1, letters=30)
        for button in (self.save, self.folder):
            above.add(button)
        acts = FlowLayout(gap=8)
        for button in (self.check, self.example, self.give_up, self.show_fields):
            acts.add(button)
        card = QFrame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        name = _text("anak-judul")
        name.setText(self.tr("Templat"))
        inside.addWidget(name)
        inside.addWidget(self.used)
        inside.addLayout(acts)
        for widget in (self.verdict, self.found):
            inside.addWidget(widget)
        inside.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.fields)
        look(card, "kartu")
        self.fields.hide()
        self.column.addWidget(
            self.heading(self.title(), self.tr("Berita acara dan notulen sebagai .docx, di samping PDF-nya."))
        )
        self.column.addLayout(above)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.paper.committed.connect(lambda _jenis: self.read(None))
        self.save.clicked.connect(lambda _checked=False: self.save_and_new())
        self.folder.clicked.connect(lambda _checked=False: self.open_folder())
        self.check.clicked.connect(lambda _checked=False: self.new_item())
        self.example.clicked.connect(lambda _checked=False: self.save_example())
        self.take.clicked.connect(lambda _checked=False: self._use())
        self.give_up.clicked.connect(lambda _checked=False: self._leave())
        self.show_fields.clicked.connect(lambda _checked=False: self._toggle_fields())


def _text(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if name:
        look(label, name)
    return label
