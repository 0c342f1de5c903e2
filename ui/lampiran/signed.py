"""Signed pages on their way in: chosen, dropped, read in the background, recorded, and asked about where needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.arsip import Arsip
from musrenbang_desktop.services.bukti import Ditolak, Halaman, Terpindai
from musrenbang_desktop.services.dokumen import berkas_forum
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import JobControl
from ui.fields import FlowLayout
from ui.lampiran.evidence import EvidenceList
from ui.lampiran.review import Review, refusal
from ui.page import Page
from ui.say import Action
from ui.theme import look, primary

_KINDS = "*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif *.avif *.pdf"


class SignedPages(QFrame):
    """The card with the evidence list. What the code names is recorded at once; one undo takes it back."""

    def __init__(self, page: Page, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._services = page, services
        self._notes: list[str] = []
        self._doubles: list[Halaman] = []
        self._unknown: list[Halaman] = []
        self._forum = ""
        self.add = primary(QPushButton(self.tr("Masukkan halaman bertanda tangan"), self))
        self.add.setToolTip(self.tr("Foto atau hasil pindai, boleh banyak sekaligus (Ctrl+Shift+O)"))
        self.folder = QPushButton(self.tr("Ambil dari folder atau HP"), self)
        self.archive = QPushButton(self.tr("Simpan arsip…"), self)
        self.evidence = EvidenceList(services, lambda act: attempt(page, act), self._open_file, self)
        self.review = Review(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_evidence(self) -> None:
        """Show what is recorded now; questions of another forum are forgotten."""
        if self._forum != self._services.bukti.forum_id:
            self._forum = self._services.bukti.forum_id
            self._notes, self._doubles, self._unknown = [], [], []
            forum = self._services.forum.aktif()
            self.review.offer(berkas_forum(forum) if forum else ())
        self.evidence.show_evidence()
        self._show_review()

    def choose(self) -> None:
        """Ask for files and take them; the key is heard without a forum too, when the card is hidden."""
        if not self.isVisibleTo(self._page):
            return
        filters = self.tr("Foto atau hasil pindai ({pola})").format(pola=_KINDS)
        paths = self._page.say.choose_open_files(self.tr("Pilih foto atau hasil pindai"), filters)
        if paths:
            self.take(paths)

    def choose_folder(self) -> None:
        """Ask for a folder and take every picture and scan in it."""
        path = self._page.say.choose_folder(self.tr("Pilih folder, juga di HP atau flashdisk"))
        if path is not None:
            self.take([path])

    def take(self, paths: Sequence[Path]) -> None:
        """Read pages in the background, then record those that the code names."""
        bukti, forum = self._services.bukti, self._services.bukti.forum_id

        def read(control: JobControl) -> list[Terpindai | Ditolak]:
            def told(done: int, total: int, text: str) -> None:
                control.check()
                control.report(done, total, text)

            return bukti.baca(paths, forum, told)

        def done(found: list[Terpindai | Ditolak]) -> None:
            if self._services.bukti.forum_id == forum:
                self._take_in(found)
            else:
                self._page.say.warning(
                    self.tr("Halaman belum dicatat: musrenbang lain sudah dibuka. Masukkan lagi di sana.")
                )

        self._page.background.run(read, done, label=self.tr("Membaca halaman"))

    def _take_in(self, found: Sequence[Terpindai | Ditolak]) -> None:
        pages = self._services.bukti.tempatkan([one for one in found if isinstance(one, Terpindai)])
        told = [refusal(one) for one in found if isinstance(one, Ditolak)]
        told += [*self._notes_of_several(pages), *(note for page in pages for note in self._notes_of(page))]
        self._notes = list(dict.fromkeys([*self._notes, *told]))
        self._doubles = _once([*self._doubles, *(page for page in pages if page.nasib == "sudah_ada")])
        self._unknown = _once([*self._unknown, *(page for page in pages if page.nasib == "tanpa_kode")])
        self._record([page for page in pages if page.nasib == "baru"])
        if not found:
            self._page.say.info(self.tr("Tidak ada foto atau hasil pindai di sana."))
        if not self.review.isHidden():
            self.review.take_cursor()

    def _notes_of_several(self, pages: Sequence[Halaman]) -> list[str]:
        """Pictures in which more than one page lies: one of them may be cut off or covered."""
        kept = [page.pindai for page in _once(pages) if page.pindai.kode and page.pindai.sha256]
        names = {one.sha256: one.berkas for one in kept}
        words = self.tr(
            "{berkas}: memuat {n} halaman sekaligus. Periksa; bila ada yang terpotong, potret satu per satu."
        )
        count = Counter(one.sha256 for one in kept)
        return [words.format(berkas=names[sha256], n=n) for sha256, n in count.items() if n > 1]

    def _notes_of(self, page: Halaman) -> list[str]:
        name = page.pindai.berkas
        if page.nasib == "forum_lain":
            words = self.tr("{berkas}: halaman ini milik {forum}, bukan musrenbang ini. Tidak disimpan.")
            return [words.format(berkas=name, forum=page.forum)]
        notes = []
        if page.nasib == "sama":
            notes.append(self.tr("{berkas}: sudah tersimpan sebelumnya.").format(berkas=name))
        if page.pindai.buram:
            words = self.tr("{berkas}: {nama} tampak buram. Periksa; bila sulit dibaca, potret lagi sebelum pulang.")
            notes.append(words.format(berkas=name, nama=page.nama if page.kertas else self.tr("halaman ini")))
        if page.cetakan_lain:
            words = self.tr(
                "{berkas}: {nama} berasal dari cetakan sebelum data berubah. Periksa apakah ini yang berlaku."
            )
            notes.append(words.format(berkas=name, nama=page.nama))
        return notes

    def _record(self, pages: Sequence[Halaman], *, ganti: bool = False) -> None:
        ids: list[str] = []
        if pages and attempt(self._page, lambda: ids.extend(self._services.bukti.catat(pages, ganti=ganti))):
            undo = Action(self.tr("Batalkan"), lambda: attempt(self._page, self._services.riwayat.batalkan))
            self._page.say.success(self.tr("{n} halaman disimpan.").format(n=len(ids)), undo)
        self.show_evidence()

    def _replace(self, ganti: bool) -> None:
        pages, self._doubles = self._doubles, []
        self._record(pages, ganti=ganti)
        self._go_on()

    def _skip(self) -> None:
        self._doubles = []
        self._go_on()

    def _place(self, kertas: str, halaman: int | None) -> None:
        placed: list[Halaman] = []
        bukti, first = self._services.bukti, self._unknown[0]
        if not attempt(self._page, lambda: placed.append(bukti.pilih_tempat(first, kertas, halaman))):
            return
        self._unknown = self._unknown[1:]
        if placed[0].nasib == "sudah_ada":
            self._doubles = [*self._doubles, *placed]
        else:
            self._record(placed)
        self._go_on()

    def _pass(self) -> None:
        self._unknown = self._unknown[1:]
        self._go_on()

    def _forget_notes(self) -> None:
        self._notes = []
        self._go_on()

    def _go_on(self) -> None:
        self._show_review()
        if self.review.isHidden():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.review.take_cursor()

    def _show_review(self) -> None:
        sha256 = self._unknown[0].pindai.sha256 if self._unknown else ""
        file = str(self._services.bukti.berkas(sha256)) if sha256 else ""
        self.review.show_state(self._notes, self._doubles, self._unknown, file)

    def _open_file(self, record: str) -> None:
        self._open(lambda: self._services.lampiran.salinan(record))

    def _open_unknown(self) -> None:
        self._open(lambda: self._services.bukti.salinan(self._unknown[0].pindai.sha256))

    def _open(self, copy: Callable[[], Path]) -> None:
        """Show a copy in the program of this computer."""
        paths: list[Path] = []
        if attempt(self._page, lambda: paths.append(copy())):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0])))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _local(event)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def save_archive(self) -> None:
        """Ask where, then write the folder in the background, whole or not at all."""
        place = self._page.say.choose_folder(self.tr("Arsip disimpan di mana? Boleh di flashdisk"))
        made: list[Arsip] = []
        if place is None or not attempt(self._page, lambda: made.append(self._services.arsip.siapkan())):
            return
        target = free_name(place, made[0].nama)

        def write(control: JobControl) -> Path:
            def told(done: int, total: int, text: str) -> None:
                control.check()
                control.report(done, total, text)

            return made[0].tulis(target, told)

        def done(path: Path) -> None:
            show = Action(self.tr("Buka folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
            if made[0].hilang:
                self._page.say.warning(
                    self.tr("Arsip tersimpan di {tempat}, tetapi: {kurang}").format(
                        tempat=path, kurang=" ".join(made[0].hilang)
                    ),
                    show,
                )
            else:
                self._page.say.success(self.tr("Arsip tersimpan di {tempat}.").format(tempat=path), show)

        self._page.background.run(write, done, label=self.tr("Menyimpan arsip"))

    def _connect(self) -> None:
        self.archive.clicked.connect(self.save_archive)
        self.add.clicked.connect(self.choose)
        self.folder.clicked.connect(self.choose_folder)
        self.review.replaced.connect(self._replace)
        self.review.skipped.connect(self._skip)
        self.review.placed.connect(self._place)
        self.review.passed.connect(self._pass)
        self.review.looked.connect(self._open_unknown)
        self.review.close_notes.clicked.connect(self._forget_notes)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+O"), self._page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose)

    def _lay_out(self) -> None:
        head = QLabel(self.tr("Bukti musyawarah"), self)
        look(head, "anak-judul")
        about = QLabel(
            self.tr(
                "Potret atau pindai halaman yang sudah ditandatangani, lalu masukkan semuanya sekaligus, atau seret ke "
                "sini. Tempatnya dikenali dari kode di kaki halaman."
            ),
            self,
        )
        about.setWordWrap(True)
        look(about, "redup")
        buttons = FlowLayout(gap=8)
        for button in (self.add, self.folder, self.archive):
            buttons.add(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(head)
        inside.addWidget(about)
        inside.addLayout(buttons)
        inside.addWidget(self.review)
        inside.addWidget(self.evidence)
        self.review.hide()
        look(self, "kartu")


def _local(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and Path(url.toLocalFile()).exists()]


def _once(pages: Iterable[Halaman]) -> list[Halaman]:
    """Every page of every picture once, whatever it was chosen again for while a question stood open."""
    return list({(page.pindai.sha256, page.kertas, page.halaman): page for page in pages}.values())


def free_name(folder: Path, name: str) -> Path:
    """A place in the folder where nothing lies yet: ``Arsip ...``, ``Arsip ... (2)``."""
    found, again = folder / name, 2
    while found.exists():
        found, again = folder / f"{name} ({again})", again + 1
    return found
