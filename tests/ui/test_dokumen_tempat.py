"""Where the files lie is said on a line of its own: a long path gives up its middle, never its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.dokumen.desk import DocumentDesk
from ui.dokumen.documents import DocumentsModel


@pytest.mark.parametrize("width", [300, 420])
def test_a_long_path_is_cut_in_the_middle_and_whole_for_who_asks(qtbot: QtBot, width: int) -> None:
    desk = DocumentDesk(DocumentsModel())
    qtbot.addWidget(desk)
    folder = Path("/data/Pengguna/Operator/Dokumen/Musrenbang/dokumen/Sukamaju 2026 k7q2m3ab-1")
    desk.show_place(folder)
    desk.resize(width, 560)
    desk.show()
    shown = desk.place.text()
    assert shown.startswith("Tersimpan di ")
    assert "\u2026" in shown
    assert shown.endswith("k7q2m3ab-1")
    assert desk.place.toolTip() == desk.place.accessibleName() == f"Tersimpan di {folder}"
    assert desk.place.fontMetrics().horizontalAdvance(shown) <= desk.place.width()
    for button in (desk.copy, desk.word, desk.folder):
        assert not button.geometry().intersects(desk.place.geometry())
