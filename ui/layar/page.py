"""The page Layar: the remote control of the projector, the clock of the agenda, and the turns to speak."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from musrenbang_desktop.domain.bicara import Bagian
from musrenbang_desktop.domain.sidang import WaktuButir
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.forum_page import ForumPage, enter_presses
from ui.layar.acara_panel import AcaraPanel
from ui.layar.giliran_panel import GiliranPanel
from ui.layar.notulen_panel import NotulenPanel
from ui.layar.projector import Projector
from ui.layar.remote_panel import RemotePanel
from ui.layar.scenes import DIGITS
from ui.say import Say
from ui.segments import Segments

PARTS = ("layar", "acara", "giliran", "notulen")
OPEN = "buka"
"""The record under which another page asks for the layar itself."""
_MADE_LATE = {"acara": "agenda", "giliran": "turns", "notulen": "notes"}
"""Part -> the attribute that makes it"""


class LayarPage(ForumPage):
    """Owns the projector. Digits choose a scene in every part; letters belong to the part in front."""

    kinds = frozenset({"forum", "sidang", "bicara", "peserta", "notulen"})

    lasting: ClassVar[bool] = True

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.projector = Projector(services, background, parent=self)
        self.parts = Segments(
            (
                ("layar", self.tr("Layar")),
                ("acara", self.tr("Waktu acara")),
                ("giliran", self.tr("Giliran bicara")),
                ("notulen", self.tr("Notulen")),
            ),
            self.body,
        )
        self.remote = RemotePanel(self.projector, self.body)
        self._noted = ""
        """the forum for which this run noted that the layar stood on a second screen"""
        self._late: dict[str, AcaraPanel | GiliranPanel | NotulenPanel] = {}
        self.part = PARTS[0]
        self._keys: dict[str, list[QShortcut]] = {part: [] for part in (*PARTS, "")}
        self.column.addWidget(self.parts)
        self.column.addWidget(self.remote, 1)
        self._connect()
        self._add_keys()
        self.show_part("layar")

    def title(self) -> str:
        return self.tr("Layar")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>F5</b> membuka layar untuk hadirin, di layar kedua bila ada. <b>F8</b> membekukan: hadirin melihat "
            "gambar yang tetap selagi Anda bekerja.</p>"
            "<p>Angka <b>1-9</b> dan <b>0</b> memilih gambar; <b>PageUp</b> dan <b>PageDown</b> berganti halaman. "
            "Layar hanya memuat kelompok dan angka: tidak ada nama warga, telepon, atau pesan program.</p>"
            "<p><b>Waktu acara</b>: <b>N</b> berikutnya, <b>J</b> jeda, <b>T</b> teruskan, <b>S</b> selesai. Enter "
            "pada baris memulai acara itu. Waktu tetap benar walau program ditutup.</p>"
            "<p><b>Giliran bicara</b>: satu huruf satu giliran, baris atas laki-laki, baris bawah perempuan; "
            "dengan Shift mengantre. <b>N</b> berikut dari antrean, <b>X</b> selesai. Nama orang tidak dicatat.</p>"
            "<p><b>Notulen</b> (Ctrl+N): tulis pokok pembicaraan lalu Enter; tanpa mengisi Siapa, catatan masuk ke "
            "giliran yang sedang atau baru selesai bicara. Putusan dan rangkuman kelompok ditulis di sini juga.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        for panel in self._late.values():
            panel.read()
        if changes is None:
            self.projector.refresh()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
        elif self.part == "notulen":
            self.notes.focus()
        elif self.part == "layar":
            self.remote.scenes[self.projector.scene.key].setFocus()
        else:
            self.parts.button(self.part).setFocus()
        if not self.projector.open:
            self.projector.refresh()

    def record_of(self, row: object) -> str:
        """An item of the agenda as it ran, the turns of an unsur, a note; else the day as it ran."""
        forum = self.services.desk.forum_id
        if isinstance(row, WaktuButir):
            return f"{forum}.sidang#waktu#{row.butir.kunci}"
        if isinstance(row, Bagian):
            return f"{forum}#giliran#{row.nama}"
        return super().record_of(row) or f"{forum}.sidang"

    def settle(self) -> bool:
        return True

    def show_record(self, record: str) -> None:
        """A part of the page, or OPEN to show the hall something."""
        if record in PARTS:
            self.show_part(record)
        elif record == OPEN and self.has_forum and not self.projector.open:
            self.open_screen()

    def show_part(self, key: str) -> None:
        """The remote control, the agenda or the turns."""
        self.part = key
        if key in _MADE_LATE:
            getattr(self, _MADE_LATE[key])
        for name, panel in {PARTS[0]: self.remote, **self._late}.items():
            panel.setVisible(name == key)
            for shortcut in self._keys[name]:
                shortcut.setEnabled(name == key)
        self.parts.mark(key)

    def new_item(self) -> None:
        """Ctrl+N: a note."""
        self.show_part("notulen")
        self.notes.focus()

    def open_screen(self) -> None:
        """Show the hall something; said here where it went."""
        self.projector.operator = self.window()
        self.projector.start()
        if self.projector.on_hall:
            self.say.success(self.tr("Layar tampil di layar kedua."))
        else:
            self.say.info(
                self.tr(
                    "Hanya satu layar yang terlihat. Geser jendela layar ke proyektor, atau tekan Windows+P dan pilih "
                    "Perluas; layar pindah sendiri."
                )
            )

    def toggle_screen(self) -> None:
        """The button: open, or close."""
        if self.projector.open:
            self.projector.stop()
        else:
            self.open_screen()

    def toggle_freeze(self) -> None:
        """F8."""
        if not self.projector.open:
            self.say.info(self.tr("Layar belum dibuka. Tekan F5."))
            return
        self.projector.freeze(on=not self.projector.frozen)
        if self.projector.frozen:
            self.say.info(self.tr("Layar dibekukan. Hadirin melihat gambar tetap sampai F8 ditekan lagi."))
        else:
            self.say.info(self.tr("Layar mengikuti lagi."))

    def close_screen(self) -> None:
        """The program ends."""
        self.projector.close()

    @cached_property
    def agenda(self) -> AcaraPanel:
        """The time of each item of the agenda. It and the others are made when they are first asked for."""
        made = AcaraPanel(self.services.sidang, self.body)
        made.agenda_wanted.connect(lambda: self.go("siapkan"))
        for letter, button in made.keys().items():
            self._key(letter, "acara", button.click)
        self._take_in("acara", made)
        return made

    @cached_property
    def turns(self) -> GiliranPanel:
        """Whose turn it is to speak."""
        made = GiliranPanel(self.services, self.body)
        for letter, act in made.keys().items():
            self._key(letter, "giliran", act)
        self._take_in("giliran", made)
        return made

    @cached_property
    def notes(self) -> NotulenPanel:
        """What is said, for the notulen."""
        made = NotulenPanel(self.services, self.body)
        self._take_in("notulen", made)
        return made

    def _take_in(self, part: str, panel: AcaraPanel | GiliranPanel | NotulenPanel) -> None:
        panel.hide()
        panel.wanted.connect(self.attempt)
        self._late[part] = panel
        self.column.addWidget(panel, 1)
        if self.services.forum.aktif() is not None:
            panel.read()
        enter_presses(panel)

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.remote.open_wanted.connect(self.toggle_screen)
        self.remote.freeze_wanted.connect(self.toggle_freeze)
        self.projector.lost.connect(self._say_lost)
        self.projector.changed.connect(self._note_hall)
        self.projector.found.connect(lambda: self.say.success(self.tr("Layar kedua tersambung lagi.")))

    def _note_hall(self) -> None:
        """For the rehearsal: a projector was there."""
        forum = self.services.forum.aktif()
        if self.projector.on_hall and not self.projector.waiting and forum is not None and forum.id != self._noted:
            self._noted = forum.id
            self.attempt(lambda: self.services.gladi.catat("layar"))

    def _say_lost(self) -> None:
        self.say.warning(
            self.tr(
                "Layar kedua terputus. Gambarnya tetap ada di halaman Layar, dan tampil lagi sendiri begitu kabelnya "
                "tersambung. Data aman."
            )
        )

    def _add_keys(self) -> None:
        for digit, scene in DIGITS.items():
            self._key(digit, "", partial(self.projector.choose, scene))
        self._key("PgDown", "layar", lambda: self.projector.turn(1))
        self._key("PgUp", "layar", lambda: self.projector.turn(-1))

    def _key(self, keys: str, part: str, act: Callable[[], object]) -> None:
        """A key of one part, or with no part of the whole page."""
        shortcut = QShortcut(QKeySequence(keys), self.body)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        shortcut.setEnabled(part in ("", self.part))
        self._keys[part].append(shortcut)
