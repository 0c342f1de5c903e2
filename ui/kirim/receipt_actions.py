"""What can be done with the receipt: keep it, send it on as a message, print it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.domain.forum import Forum
from ui.background import Background
from ui.dokumen import printing, render
from ui.dokumen.print_card import PrintCard, PrintWish
from ui.fields import FlowLayout
from ui.kirim.words import BarisBukti, surat_bukti
from ui.say import Action, Say


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt of one forum."""

    forum: Forum
    alamat: str
    rows: list[BarisBukti]

    @property
    def text(self) -> str:
        """For a file or a message."""
        return surat_bukti(self.forum, self.alamat, self.rows)

    @property
    def pdf(self) -> bytes:
        """For paper."""
        from ui.kirim.receipt_sheet import receipt_pdf

        return receipt_pdf(self.forum, self.alamat, self.rows)


class ReceiptActions(QWidget):
    """Three buttons; ``card`` asks what to print on and stands where the page puts it."""

    def __init__(
        self, receipt: Callable[[], Receipt | None], say: Say, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._receipt, self._say, self._background = receipt, say, background
        self._pdf = b""
        self.devices = printing.devices
        self.printer = printing.printer
        self.save = QPushButton(self.tr("Simpan bukti…"), self)
        self.copy = QPushButton(self.tr("Salin teks"), self)
        self.paper = QPushButton(self.tr("Cetak bukti"), self)
        self.paper.setToolTip(self.tr("Cetak daftar bukti (Ctrl+P)"))
        self.card = PrintCard(self.paper, parent)
        self.card.hide()
        layout = FlowLayout(self, gap=8)
        for button, run in (
            (self.save, self.save_text),
            (self.copy, self.copy_text),
            (self.paper, self.print),
        ):
            button.clicked.connect(lambda _checked=False, run=run: run())
            layout.add(button)
        self.card.agreed.connect(self._print)
        self.card.closed.connect(self.close_card)

    def save_text(self) -> Path | None:
        """Write the receipt where the operator says."""
        receipt = self._receipt()
        if receipt is None:
            return None
        suggested = self.tr("Bukti terima {desa}.txt").format(desa=receipt.forum.desa)
        target = self._say.choose_save_file(self.tr("Simpan bukti terima"), self.tr("Teks (*.txt)"), suggested)
        if target is None:
            return None
        target = target if target.suffix else target.with_suffix(".txt")
        try:
            write_whole(target, receipt.text.encode("utf-8-sig"))
        except (Trouble, OSError) as problem:
            self._say.trouble(problem, retry=self.save_text)
            return None
        self._say.success(self.tr("Bukti terima tersimpan di {tempat}.").format(tempat=target))
        return target

    def copy_text(self) -> None:
        """Put the receipt on the clipboard."""
        receipt = self._receipt()
        if receipt is not None:
            QGuiApplication.clipboard().setText(receipt.text)
            self._say.success(self.tr("Bukti terima disalin; tempel di WhatsApp atau surat."))

    def print(self) -> None:
        """Ask what to print on; without any printer a file is the answer."""
        receipt = self._receipt()
        if receipt is None:
            return
        devices = self.devices()
        if devices:
            self._pdf = receipt.pdf
            self.card.ask(self.tr("Bukti terima"), devices, render.sheets(self._pdf))
            self.card.show()
            self.card.go.setFocus()
        elif (place := self.save_text()) is not None:
            self._say.info(
                self.tr("Bukti sudah tersimpan di {tempat}; cetak di kecamatan atau warnet.").format(tempat=place)
            )

    def close_card(self) -> bool:
        """Take the card away; True when it was open."""
        was_open = not self.card.isHidden()
        self.card.hide()
        return was_open

    def _print(self, wish: PrintWish) -> None:
        self.close_card()
        pdf, target = self._pdf, self.printer(wish.printer, wish.copies)
        self._background.run(
            lambda control: printing.send(pdf, target, control, self.tr("Bukti terima"), wish.pages),
            lambda pages: self._say.success(
                self.tr("{n} halaman dikirim ke {printer}.").format(n=pages, printer=wish.printer)
            ),
            lambda problem: self._explain(problem, wish),
            label=self.tr("Mencetak bukti terima"),
        )

    def _explain(self, problem: Exception, wish: PrintWish) -> None:
        if isinstance(problem, printing.PrintFailed):
            self._say.error(
                self.tr("{printer} tidak menerima cetakan. Periksa kabel dan kertas printer, lalu coba lagi.").format(
                    printer=wish.printer
                ),
                Action(self.tr("Coba lagi"), self.print),
            )
        else:
            self._say.trouble(problem, retry=self.print)
