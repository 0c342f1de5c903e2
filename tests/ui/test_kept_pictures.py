"""Pictures are drawn once, and those of the first picture of the window not even at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ui.kept_pictures import FILE_NAME, KeptPictures, read

SIZE = QSize(5, 3)


class Pen:
    """Draws one colour and counts."""

    def __init__(self, colour: int = 0xFF112233) -> None:
        self.times = 0
        self._colour = colour

    def draw(self, size: QSize = SIZE) -> QImage:
        self.times += 1
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(self._colour)
        return image


@pytest.fixture
def left(tmp_path: Path, qapp: object) -> Path:
    """A folder in which one start left one picture."""
    pictures = KeptPictures()
    pictures.open(tmp_path)
    pictures.get(b"<svg/>", SIZE, Pen().draw)
    pictures.save()
    return tmp_path


def test_a_picture_is_drawn_once(qapp: object) -> None:
    pictures, pen = KeptPictures(), Pen()
    first = pictures.get(b"<svg/>", SIZE, pen.draw)
    assert pictures.get(b"<svg/>", SIZE, pen.draw) == first
    assert pen.times == 1


def test_the_next_start_finds_it_drawn(left: Path) -> None:
    pictures, pen = KeptPictures(), Pen()
    pictures.open(left)
    assert pictures.get(b"<svg/>", SIZE, pen.draw) == Pen().draw()
    assert pen.times == 0


def test_another_colour_or_size_is_another_picture(left: Path) -> None:
    pictures, pen = KeptPictures(), Pen(0xFF445566)
    pictures.open(left)
    assert pictures.get(b"<svg colour/>", SIZE, pen.draw).pixel(0, 0) == 0xFF445566
    assert pictures.get(b"<svg/>", QSize(4, 4), lambda: pen.draw(QSize(4, 4))).size() == QSize(4, 4)
    assert pen.times == 2


def test_only_what_the_last_start_needed_is_left(left: Path) -> None:
    pictures = KeptPictures()
    pictures.open(left)
    pictures.get(b"<svg new/>", SIZE, Pen().draw)
    pictures.save()
    assert [drawing.text for drawing in read((left / FILE_NAME).read_bytes())] == [b"<svg new/>"]


@pytest.mark.parametrize("length", [0, 1, 8, 20, 70])
def test_a_damaged_file_holds_nothing(left: Path, length: int) -> None:
    file = left / FILE_NAME
    file.write_bytes(file.read_bytes()[:length])
    pictures, pen = KeptPictures(), Pen()
    pictures.open(left)
    assert pictures.get(b"<svg/>", SIZE, pen.draw) == Pen().draw()
    assert pen.times == 1


def test_no_wrong_pixel_is_shown(left: Path) -> None:
    file = left / FILE_NAME
    file.write_bytes(file.read_bytes()[:-4] + bytes(4))
    pictures, pen = KeptPictures(), Pen()
    pictures.open(left)
    assert pictures.get(b"<svg/>", SIZE, pen.draw) == Pen().draw()


def test_a_picture_that_could_not_be_drawn_is_tried_again(tmp_path: Path, qapp: object) -> None:
    pictures, pen = KeptPictures(), Pen()
    pictures.open(tmp_path)
    assert pictures.get(b"<svg/>", SIZE, QImage).isNull()
    pictures.save()
    assert list(tmp_path.iterdir()) == []
    assert pictures.get(b"<svg/>", SIZE, pen.draw) == Pen().draw()


def test_a_large_picture_is_not_kept(tmp_path: Path, qapp: object) -> None:
    pictures, pen, large = KeptPictures(), Pen(), QSize(65, 64)
    pictures.open(tmp_path)
    for _ in range(2):
        pictures.get(b"<svg/>", large, lambda: pen.draw(large))
    pictures.save()
    assert pen.times == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, qapp: object) -> None:
    pictures = KeptPictures()
    pictures.open(tmp_path / "none")
    pictures.get(b"<svg/>", SIZE, Pen().draw)
    pictures.save()
    assert list(tmp_path.iterdir()) == []
