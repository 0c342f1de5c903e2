"""What the window itself can do: one table for its keys and for Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut

from ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.main_window import MainWindow

STEPS = range(1, 8)


class Command(NamedTuple):
    """``text`` as Ctrl+K lists it, empty where a key is enough; ``keys`` as Qt writes them."""

    text: str
    picture: str
    keys: tuple[str, ...]
    run: Callable[[], object]

    @property
    def shown(self) -> str:
        """The words in the language of the operator, with the first key behind them."""
        words = QCoreApplication.translate("Search", self.text)
        return f"{words} ({self.keys[0]})" if self.keys else words


def commands(window: MainWindow) -> Sequence[Command]:
    """Everything the shell answers to."""
    bigger, smaller, smallest = (partial(window.looks.change_text_size, step) for step in (1, -1, 0))
    return (
        Command("", "", ("Ctrl+K",), window.open_palette),
        Command(QT_TRANSLATE_NOOP("Search", "Bantuan halaman ini"), "bantuan", ("F1",), window.toggle_help),
        Command("", "", ("Esc",), window.escape),
        Command(QT_TRANSLATE_NOOP("Search", "Urungkan langkah terakhir"), "urungkan", ("Ctrl+Z",), window.undo),
        Command(QT_TRANSLATE_NOOP("Search", "Ulangi langkah"), "ulangi", ("Ctrl+Y", "Ctrl+Shift+Z"), window.redo),
        Command(QT_TRANSLATE_NOOP("Search", "Buat titik simpan"), "simpan", ("Ctrl+S",), window.make_copy),
        Command(
            QT_TRANSLATE_NOOP("Search", "Simpan daftar ini sebagai Excel atau CSV"),
            "simpan",
            ("Ctrl+Shift+S",),
            window.front.save_list,
        ),
        Command(
            QT_TRANSLATE_NOOP("Search", "Riwayat baris yang dipilih"), "riwayat", ("Ctrl+H",), window.front.show_history
        ),
        Command(
            QT_TRANSLATE_NOOP("Search", "Saring atau cari di halaman ini"),
            "cari",
            ("Ctrl+F",),
            window.front.focus_filter,
        ),
        Command("", "", ("Ctrl+N",), window.front.new_item),
        Command("", "", ("Ctrl+P",), window.front.print_document),
        Command(
            QT_TRANSLATE_NOOP("Search", "Cetak paket hari ini"),
            "dokumen",
            ("Ctrl+Shift+P",),
            partial(window.show_page, "dokumen", "paket"),
        ),
        Command("", "", ("Ctrl+Return", "Ctrl+Enter"), window.front.save_and_new),
        Command(QT_TRANSLATE_NOOP("Search", "Buka ruang latihan"), "siapkan", (), window.open_practice_room),
        *_rehearsal(window),
        Command(QT_TRANSLATE_NOOP("Search", "Buka layar untuk hadirin (F5)"), "layar", (), window.hall.show),
        Command(QT_TRANSLATE_NOOP("Search", "Bekukan layar, atau lanjutkan (F8)"), "layar", (), window.hall.freeze),
        Command(QT_TRANSLATE_NOOP("Search", "Huruf lebih besar"), "tambah", ("Ctrl++", "Ctrl+="), bigger),
        Command(QT_TRANSLATE_NOOP("Search", "Huruf lebih kecil"), "kurang", ("Ctrl+-",), smaller),
        Command(QT_TRANSLATE_NOOP("Search", "Huruf ukuran awal"), "kurang", ("Ctrl+0",), smallest),
        Command(QT_TRANSLATE_NOOP("Search", "Warna terang"), "sepakat", (), partial(window.looks.wear, "terang")),
        Command(QT_TRANSLATE_NOOP("Search", "Warna gelap"), "sepakat", (), partial(window.looks.wear, "gelap")),
        Command(
            QT_TRANSLATE_NOOP("Search", "Warna kontras tinggi"), "sepakat", (), partial(window.looks.wear, "kontras")
        ),
    )


def _rehearsal(window: MainWindow) -> Sequence[Command]:
    """What is done before the day with the real forum; the practice room has none of it."""
    if window.services.forum.ruang_latihan:
        return ()
    show = partial(window.show_page, "siapkan")
    return (
        Command(QT_TRANSLATE_NOOP("Search", "Gladi bersih"), "sepakat", (), partial(show, "gladi")),
        Command(
            QT_TRANSLATE_NOOP("Search", "Salin cadangan ke flashdisk"),
            "flashdisk",
            (),
            partial(show, "gladi.flashdisk"),
        ),
        Command(
            QT_TRANSLATE_NOOP("Search", "Buka cadangan dari flashdisk"),
            "flashdisk",
            (),
            partial(window.show_page, "beranda", "cadangan"),
        ),
    )


def bind_keys(window: MainWindow) -> None:
    """Let the window answer to the keys of all commands and to Ctrl+1 … Ctrl+7."""
    bindings = [(keys, command.run) for command in commands(window) for keys in command.keys]
    bindings += [(f"Ctrl+{step}", partial(window.show_step, step)) for step in STEPS]
    for keys, run in bindings:
        QShortcut(QKeySequence(keys), window).activated.connect(run)
