"""Sealing the result, and what may follow a seal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.segel import Rancangan, RancanganTambahan, Tersegel
from ui.background import Background
from ui.berkas.note import and_missing
from ui.fields import FlowLayout
from ui.kesepakatan.seal_card import SealCard
from ui.kesepakatan.seal_forms import AddendumForm, CosignForm
from ui.say import Say
from ui.theme import look

KEY_FILES = "*.kunci"


class SealDesk(QWidget):
    """The code of the seal, its addenda and co-signatures, and the forms that make them."""

    def __init__(self, services: Layanan, say: Say, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._say, self._background = services, say, background
        self.card = SealCard(self)
        self.list = QLabel(self)
        self.list.setWordWrap(True)
        look(self.list, "redup")
        self._tools = QWidget(self)
        self.add_button = QPushButton(self.tr("Catatan tambahan"), self._tools)
        self.cosign_button = QPushButton(self.tr("Tanda tangan saksi"), self._tools)
        self.addendum, self.cosign = AddendumForm(self), CosignForm(self)
        self.addendum.keep_in(services, "tambahan")
        tools = FlowLayout(self._tools, gap=8)
        for button in (self.add_button, self.cosign_button):
            tools.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.card, self.list, self._tools, self.addendum, self.cosign):
            column.addWidget(widget)
        self._connect()

    def show_seal(self, sealed: Tersegel | None) -> None:
        """Show the seal and what followed it; nothing while the result is not sealed."""
        self.setVisible(sealed is not None)
        self.card.show_seal(sealed)
        if sealed is None:
            self.set_aside()
            return
        lines = [
            self.tr("Catatan tambahan {n}: {teks} (diminta {oleh}: {alasan}). Kode {kode}").format(
                n=note.nomor, teks=note.teks, oleh=note.oleh, alasan=note.alasan, kode=note.kode
            )
            for note in self._services.segel.tambahan()
        ]
        lines += [
            self.tr("Ikut ditandatangani: {nama}, {jabatan}").format(nama=one.nama, jabatan=one.jabatan)
            for one in self._services.segel.saksi()
        ]
        self.list.setText("\n".join(lines))
        self.list.setVisible(bool(lines))

    def close_forms(self) -> bool:
        """Leave an open form. True when one was open."""
        return self.addendum.close_form() or self.cosign.close_form()

    def set_aside(self) -> None:
        """The page is shown anew: half an addendum waits for its form being opened again."""
        for form in (self.addendum, self.cosign):
            form.set_aside()

    def seal(self, button: QPushButton) -> None:
        """Segel hasil: asked once, since it cannot be taken back; the code is counted in the background."""
        if not self._say.ask(
            self.tr("Segel hasil sekarang?"),
            yes=self.tr("Segel"),
            details=and_missing(
                self.tr(
                    "Sesudah disegel hasil tidak dapat dibuka lagi. Kode 12 angka tampil di layar: bacakan ke forum "
                    "dan tulis tangan di notulen."
                ),
                self._services,
            ),
        ):
            return
        try:
            rancangan = self._services.segel.siapkan()
        except RuleBroken as broken:
            self._say.trouble(broken)
            return
        self._count(rancangan, button, lambda code: self._record_seal(rancangan, code))

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self._open(self.addendum))
        self.cosign_button.clicked.connect(lambda: self._open(self.cosign))
        self.addendum.confirm.clicked.connect(self._seal_addendum)
        self.cosign.sign.clicked.connect(self._sign)
        self.cosign.make.clicked.connect(self._make_key)

    def _open(self, form: AddendumForm | CosignForm) -> None:
        self.set_aside()
        form.open_for(self._services.desk.forum_id)

    def _record_seal(self, rancangan: Rancangan, code: str) -> None:
        self._services.segel.catat(rancangan, code)
        self._say.success(self.tr("Hasil disegel. Bacakan kodenya, lalu cetak berita acara."))

    def _seal_addendum(self) -> None:
        form = self.addendum
        try:
            rancangan = self._services.segel.siapkan_tambahan(
                form.text("teks_tambahan"), form.text("oleh_tambahan"), form.text("alasan_tambahan")
            )
        except RuleBroken as broken:
            form.explain(broken)
            return
        self._count(rancangan, form.confirm, lambda code: self._record_addendum(rancangan, code))

    def _record_addendum(self, rancangan: RancanganTambahan, code: str) -> None:
        self._services.segel.catat_tambahan(rancangan, code)
        self.addendum.close_form()
        self._say.success(self.tr("Tambahan disegel. Bacakan kodenya: {kode}").format(kode=code))

    def _count(
        self, rancangan: Rancangan | RancanganTambahan, button: QPushButton, record: Callable[[str], object]
    ) -> None:
        """Count the code in the background, then record; the button waits meanwhile."""
        button.setEnabled(False)

        def done(code: str) -> None:
            button.setEnabled(True)
            try:
                record(code)
            except Exception as problem:  # noqa: BLE001 - a rule, a disk, a lost key: each is said in its own sentence
                self._say.trouble(problem)

        def failed(problem: Exception) -> None:
            button.setEnabled(True)
            self._say.trouble(problem)

        self._background.run(lambda _control: rancangan.hitung(), done, failed, self.tr("Menghitung kode segel"))

    def _sign(self) -> None:
        from musrenbang_desktop.journal.kunci_saksi import KunciDitolak, buka

        path = self._say.choose_open_file(
            self.tr("Kunci saksi"), self.tr("Kunci saksi ({akhiran})").format(akhiran=KEY_FILES)
        )
        if path is None:
            return
        form = self.cosign
        try:
            private = buka(path.read_bytes(), form.text("sandi"))
            self._services.segel.ikut_menandatangani(form.text("nama_saksi"), form.text("jabatan_saksi"), private)
        except KunciDitolak as refused:
            form.refuse_key(str(refused))
        except RuleBroken as broken:
            form.explain(broken)
        except Exception as problem:  # noqa: BLE001 - a stick pulled out, a disk: each is said in its own sentence
            self._say.trouble(problem)
        else:
            form.close_form()
            self._say.success(self.tr("Segel ikut ditandatangani. Kuncinya tidak disimpan di laptop ini."))

    def _make_key(self) -> None:
        from musrenbang_desktop.db.whole_file import write_whole
        from musrenbang_desktop.journal.kunci_saksi import KunciDitolak, kunci_baru

        try:
            text = kunci_baru(self.cosign.text("sandi"))
        except KunciDitolak as refused:
            self.cosign.refuse_key(str(refused))
            return
        path = self._say.choose_save_file(
            self.tr("Simpan kunci di flashdisk saksi"),
            self.tr("Kunci saksi ({akhiran})").format(akhiran=KEY_FILES),
            "saksi.kunci",
        )
        if path is None:
            return
        try:
            write_whole(path, text.encode("ascii"))
        except Exception as problem:  # noqa: BLE001 - a stick pulled out, a full disk
            self._say.trouble(problem)
        else:
            self._say.success(
                self.tr("Kunci disimpan di {berkas}. Hanya saksi yang tahu kata sandinya.").format(berkas=path.name)
            )
