"""A name or a title with signs of a markup in it stands on every page as it was typed, and hides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.every_field import finished_but_open, parts, window_over
from tests.village import Prepared, opened
from ui.message_bar import MessageStrip
from ui.pages import PAGES
from ui.shell.history import RecordHistory

SIGNS = "<s>Batal</s> "


def dressed(root: QWidget) -> list[str]:
    """Texts with the signs in them that Qt would take for a markup."""
    labels = root.findChildren(QLabel)
    return [one.text() for one in labels if SIGNS in one.text() and one.textFormat() != Qt.TextFormat.PlainText]


def test_no_text_that_somebody_typed_is_read_as_markup(
    prepared: Prepared, qtbot: Any, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    clock = prepared.copy(finished_but_open, folder)
    with opened(folder, clock) as desa:
        for person in desa.peserta.daftar()[:12]:
            desa.peserta.ubah(person.id, nama=SIGNS + person.nama)
        one = desa.usulan.daftar()[0]
        desa.usulan.ubah(one.id, judul=SIGNS + one.judul)
        desa.usulan.ubah(one.id, judul=SIGNS)
        desa.riwayat.batalkan()
        found: set[str] = set()
        with window_over(desa, qapp, folder) as window:
            qtbot.waitExposed(window)
            for spec in PAGES:
                window.show_page(spec.key)
                for _part in parts(spec.key, window.page()):
                    QApplication.processEvents()
                    found.update(dressed(window))
            history = RecordHistory(desa.riwayat.perubahan(one.id), desa.desk.store.device, window.page())
            found.update(dressed(history))
            assert any(SIGNS in label.text() for label in history.findChildren(QLabel))
            window.page().say.warning(SIGNS)
            QApplication.processEvents()
            assert any(SIGNS in label.text() for label in window.findChildren(MessageStrip)[0].findChildren(QLabel))
            found.update(dressed(window))
    assert found == set()
