"""By flash disk, where there is no internet: write a bundle for the kabupaten, read the answer that comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.journal.keystore import KeyMissing
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk
from ui.fields import FlowLayout
from ui.say import Say
from ui.theme import look

FILES = "*.bungkus"


class StickRow(QWidget):
    """Two buttons beside the words that say what they are for."""

    exchanged = Signal()
    """a file was written or read"""

    def __init__(
        self,
        desk: Desk,
        say: Say,
        parent: QWidget | None = None,
        *,
        late: Callable[[], dict[str, int]] = dict,
        before: Callable[[], object] = bool,
    ) -> None:
        """``late`` tells which forum missed the calendar by how many days; the file is marked with it. ``before``
        records what must be said before anything is packed.
        """
        super().__init__(parent)
        self._desk, self._say, self._late, self._before = desk, say, late, before
        words = QLabel(self.tr("Tanpa internet, lewat flashdisk:"), self)
        look(words, "redup")
        self.write = QPushButton(self.tr("Tulis ke flashdisk\u2026"), self)
        self.read = QPushButton(self.tr("Baca balasan\u2026"), self)
        row = FlowLayout(self, gap=8)
        for widget in (words, self.write, self.read):
            row.add(widget)
        self.write.clicked.connect(lambda _checked=False: self._attempt(self._write))
        self.read.clicked.connect(lambda _checked=False: self._attempt(self._read))

    def _write(self) -> None:
        from sync.device import bungkus
        from sync.device.identity import identity

        store = self._desk.store
        who = identity(store.connection, store.key_place)
        name = f"{who.card.nama or who.card.kode} {date.today():%d-%m-%Y}.bungkus"  # noqa: DTZ011 - only a file name
        path = self._say.choose_save_file(
            self.tr("Simpan di flashdisk"), self.tr("Bungkus ({akhiran})").format(akhiran=FILES), name
        )
        if path is None:
            return
        self._before()
        made = bungkus.siapkan(store.connection, who, store.clock().isoformat(timespec="seconds"), self._late())
        bungkus.catat(store, made)  # first: an answer to what is on a stick must always be known
        bungkus.tulis_berkas(path, made.data)
        self._say.success(
            self.tr(
                "{n} catatan ditulis ke {berkas} dan terbaca kembali dengan benar. Flashdisk boleh dicabut. "
                "Hanya kabupaten yang dapat membukanya."
            ).format(n=made.banyak, berkas=path.name)
        )
        self.exchanged.emit()

    def _read(self) -> None:
        from sync.device import bungkus
        from sync.device.identity import identity

        path = self._say.choose_open_file(
            self.tr("Balasan dari kabupaten"), self.tr("Bungkus ({akhiran})").format(akhiran=FILES)
        )
        if path is None:
            return
        store = self._desk.store
        done = bungkus.baca(store, identity(store.connection, store.key_place), self._bytes(path))
        self._desk.bus.publish(
            Changes(
                kinds=frozenset({"bukti", "jawaban"}),
                records=done.usulan,
                forum=self._desk.forum_id,
                label=self.tr("membaca balasan kabupaten"),
            )
        )
        words = self.tr("{n} catatan terbukti sampai, {bukti} bukti terima, {jawaban} jawaban.").format(
            n=done.terkirim, bukti=done.bukti, jawaban=done.jawaban
        )
        if done.ditolak or done.pesan:
            again = [self.tr("Yang ditolak tetap ada di laptop ini dan ikut di bungkus berikutnya.")] * bool(
                done.ditolak
            )
            self._say.warning(" ".join((words, *done.ditolak, *again, *done.pesan)))
            return
        more = "" if done.selesai else self.tr(" Masih ada yang menunggu: tulis ke flashdisk sekali lagi.")
        self._say.success(words + more)
        self.exchanged.emit()

    @staticmethod
    def _bytes(path: Path) -> bytes:
        from sync.device.errors import BundleRefused
        from sync.wire.bungkus import MAX_FILE

        try:
            if path.stat().st_size > MAX_FILE:
                raise BundleRefused(f"Berkas {path.name} terlalu besar untuk sebuah bungkus. Tidak ada yang diubah.")
            return path.read_bytes()
        except OSError as error:
            raise BundleRefused(
                f"Berkas {path.name} tidak terbaca. Masukkan flashdisknya lagi. Tidak ada yang diubah."
            ) from error

    def _attempt(self, act: Callable[[], None]) -> None:
        from sync.device.errors import NotSent

        try:
            act()
        except (NotSent, KeyMissing) as refused:
            self._say.warning(str(refused))
        except Trouble as problem:
            self._say.trouble(problem)
