"""RT and RW stand in one line, however narrow the label and however large the letters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.desktop import Show, shows
from ui.kehadiran.matches import MatchLine
from ui.kehadiran.page import KehadiranPage
from ui.theme import TEXT_SIZES, Theme
from ui.unbroken import unbroken

show = shows(KehadiranPage)


def lines_of(text: str, font: QFont, wide: int) -> list[str]:
    """How Qt breaks a text that wraps at words."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


PLACE = unbroken("RT 02/RW 01")


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_place_at_the_door_is_never_broken(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    layanan.peserta.undang(
        PesertaBaru(
            nama="Siti Contoh", unsur="Perwakilan kelompok perempuan", jabatan="Ketua kelompok", dusun="Kaliwungu",
            rt="02", rw="01", jenis_kelamin="P",
        )
    )  # fmt: skip
    stage = show(layanan)
    stage.type("sit")
    QApplication.processEvents()
    (line,) = stage.page.findChildren(MatchLine)
    assert PLACE in line.about.text()
    assert "RT 02/RW 01" in line.accessibleName(), "read aloud as it is written"
    for wide in range(40, 900, 7):
        broken = lines_of(line.about.text(), line.about.font(), wide)
        assert any(PLACE in one for one in broken), (wide, broken)


def test_without_it_qt_breaks_the_place(qtbot: object) -> None:
    font = QLabel().font()
    plain = "Perwakilan kelompok perempuan Kaliwungu RT 02/RW 01"
    every = [lines_of(plain, font, wide) for wide in range(40, 400, 7)]
    assert any(not any("RT 02/RW 01" in one for one in lines) for lines in every)


@settings(deadline=None)
@given(st.text(st.sampled_from("RTW 012/ab"), max_size=30))
def test_only_what_is_seen_changes(text: str) -> None:
    assert unbroken(text).replace("\u00a0", " ").replace("\u2060", "") == text
    assert unbroken(unbroken(text)) == unbroken(text)
