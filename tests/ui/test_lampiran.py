"""Photos and papers in the record of an usulan and on the page of the forum."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.photos import heic, pdf, photo, written
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, Stage, clipped, events, shows, stages
from ui.background import Background
from ui.lampiran.files import LampiranFiles
from ui.lampiran.page import LampiranPage
from ui.rule_sentences.lampiran import SENTENCES
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.lampiran_section import LampiranSection
from ui.usulan.page import UsulanPage

CTRL = Qt.KeyboardModifier.ControlModifier


show = shows(UsulanPage)


show_forum = shows(LampiranPage)


def files_of(stage: Stage, usulan: str) -> LampiranFiles:
    """The list of files of an usulan, opened as the operator opens it."""
    page = stage.page
    assert isinstance(page, UsulanPage)
    page.show_record(usulan)
    section = page.panel.section("lampiran")
    assert isinstance(section, LampiranSection)
    assert section.files is not None
    return section.files


def head_of(stage: Stage) -> str:
    assert isinstance(stage.page, UsulanPage)
    return stage.page.panel.folds["lampiran"].head.toolTip().split(" (Alt+")[0]


def test_a_photo_is_added_by_keyboard_and_its_place_is_offered(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    usulan = propose(layanan, 1)[0]
    stage = show(layanan)
    files = files_of(stage, usulan)
    say.files.append(written(tmp_path, "jalan.jpg", photo(2000, 1500, titik=(-6.9, 107.6))))
    files.add_photo.setFocus()
    stage.press(Qt.Key.Key_O, CTRL)
    (row,) = files.rows
    assert row.picture.accessibleName() == "Buka jalan.jpg"
    assert head_of(stage) == "Foto dan lampiran: 1 foto"
    assert files.offer.isVisible()
    assert "-6.9, 107.6. Pakai sebagai lokasi usulan?" in files.offer.text()
    assert layanan.lampiran.daftar(usulan)[0].titik is None
    files.take_place.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert layanan.lampiran.daftar(usulan)[0].lintang == "-6.9"
    assert not files.offer.isVisible()
    layanan.riwayat.batalkan()
    layanan.riwayat.batalkan()
    assert files.rows == []
    assert head_of(stage) == "Foto dan lampiran"


def test_the_place_may_be_declined(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, "jalan.jpg", photo(titik=(-6.9, 107.6)))])
    files.leave_place.click()
    assert not files.offer.isVisible()
    assert layanan.lampiran.daftar(usulan)[0].titik is None


def test_several_files_are_dropped_and_each_refusal_is_named(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    paths = [
        written(tmp_path, "a.jpg", photo(400, 300)),
        written(tmp_path, "IMG_01.HEIC", heic()),
        written(tmp_path, "RAB.pdf", pdf()),
        written(tmp_path, "catatan.txt", b"catatan"),
    ]
    before = events(layanan)
    drop(files, paths)
    assert [one.nama for one in layanan.lampiran.daftar(usulan)] == ["a.jpg", "RAB.pdf"]
    assert events(layanan) == before + 2
    first, second = files.problem.text().splitlines()
    assert first.startswith("IMG_01.HEIC: Foto ini tersimpan dalam bentuk HEIC")
    assert "Paling Kompatibel" in first
    assert second.startswith("catatan.txt: Berkas ini bukan foto atau PDF")
    layanan.riwayat.batalkan()
    assert layanan.lampiran.daftar(usulan) == []


def drop(files: LampiranFiles, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(files, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(files, QDropEvent(QPointF(5, 5), *how))


def test_a_file_is_named_taken_off_and_used_again(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    stage = show(layanan)
    files = files_of(stage, usulan)
    files.take([written(tmp_path, "surat.pdf", pdf())])
    files.rows[0].jenis.setFocus()
    stage.press(Qt.Key.Key_Home)
    assert stage.focus is files.rows[0].jenis
    stage.press(Qt.Key.Key_Down)
    assert layanan.lampiran.daftar(usulan)[0].jenis == "rab"
    files.rows[0].remove.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert layanan.lampiran.daftar(usulan)[0].status == "batal"
    assert stage.focus is files.rows[0].remove
    assert files.rows[0].remove.text() == "Pakai lagi"
    stage.press(Qt.Key.Key_Space)
    assert layanan.lampiran.daftar(usulan)[0].status == "aktif"


class Viewer(QObject):
    """Stands for the program that shows pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


def test_a_copy_is_opened_so_that_the_stored_file_stays(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, "a.jpg", photo(400, 300)), written(tmp_path, "b.pdf", pdf())])
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show_file")
    try:
        for row in files.rows:
            row.picture.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [path.suffix for path in viewer.shown] == [".jpg", ".pdf"]
    assert not viewer.shown[0].exists(), "the copy that was shown before is gone"
    viewer.shown[1].write_bytes(b"diubah di program lain")
    assert layanan.lampiran.periksa() == []


def test_a_missing_file_is_said_in_its_row(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, "a.jpg", photo(400, 300))])
    layanan.lampiran.berkas(layanan.lampiran.semua()[0]).unlink()
    files.show_files(usulan)
    QApplication.processEvents()
    assert not files.rows[0].picture.isEnabled()
    assert any("tidak ada di laptop ini" in text for text in texts(files))
    files.take([tmp_path / "a.jpg"])
    assert files.rows[0].picture.isEnabled(), "the same photo, attached again, mends it"


def texts(files: LampiranFiles) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in files.findChildren(QLabel) if label.isVisible()]


def test_a_merged_photo_names_the_usulan_that_brought_it(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    first, second = propose(layanan, 2)
    stage = show(layanan)
    files_of(stage, second).take([written(tmp_path, "a.jpg", photo(400, 300))])
    layanan.ganda.gabung(first, second)
    files = files_of(stage, first)
    QApplication.processEvents()
    assert any(text.endswith("dari U-002") for text in texts(files))
    assert head_of(stage) == "Foto dan lampiran: 1 foto"


def test_a_withdrawn_usulan_only_shows_its_files(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, "a.jpg", photo(400, 300))])
    layanan.usulan.batalkan(usulan, "ditarik")
    assert not files.add_photo.isEnabled()


def test_the_page_of_the_forum_names_what_is_missing(
    show_forum: Show, layanan: Layanan, tmp_path: Path, say: RecordedSay
) -> None:
    usulan = propose(layanan, 1)[0]
    siap = layanan.lampiran.siapkan(written(tmp_path, "jalan.jpg", photo(300, 200)), usulan=usulan)
    layanan.lampiran.catat([siap])
    page = show_forum(layanan).page
    assert isinstance(page, LampiranPage)
    page.files.take([written(tmp_path, "suasana.jpg", photo(400, 300))])
    assert page.count.text() == "1 berkas forum, 1 berkas usulan"
    page.check.click()
    assert say.last.text == "Semua berkas lampiran ada dan utuh."
    one, other = layanan.lampiran.semua()
    layanan.lampiran.berkas(one).unlink()
    path = layanan.lampiran.berkas(other)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    page.check.click()
    lines = page.missing.text().splitlines()
    assert lines[0].startswith("Cari lagi berkas ini sebelum data dikirim")
    assert lines[1].startswith("jalan.jpg (U-001 ")
    assert lines[1].endswith("tidak ada di laptop ini")
    assert lines[2] == "suasana.jpg (milik forum): isinya berubah"


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_clipped(
    show: Show, show_forum: Show, layanan: Layanan, tmp_path: Path, theme: Theme, size: int
) -> None:
    theme.text_size = size
    usulan = propose(layanan, 1)[0]
    stage = show(layanan)
    files = files_of(stage, usulan)
    files.take([written(tmp_path, f"foto jalan yang panjang namanya {n}.jpg", photo(400 + n, 300)) for n in range(2)])
    files.take(
        [written(tmp_path, "tempat.jpg", photo(500, 300, titik=(-6.9, 107.6))), written(tmp_path, "x.txt", b"x")]
    )
    QApplication.processEvents()
    assert clipped(files) == []
    page = show_forum(layanan).page
    assert isinstance(page, LampiranPage)
    page.files.take([tmp_path / "tempat.jpg"])
    QApplication.processEvents()
    assert clipped(page) == []


@pytest.mark.parametrize("megabytes", [17])
def test_a_photo_of_17_mb_does_not_hold_the_window(
    qtbot: Any, layanan: Layanan, say: RecordedSay, tmp_path: Path, megabytes: int
) -> None:
    usulan = propose(layanan, 1)[0]
    data = photo(6000, 4000, noise=60, quality=93)
    path = written(tmp_path, "besar.jpg", data + bytes(max(0, megabytes * 1_000_000 - len(data))))
    background = Background(say)
    beats: list[int] = []
    threads: list[str] = []
    with stages(qtbot, lambda services: UsulanPage(services, say, background)) as opened:
        files = files_of(opened(layanan), usulan)
        background.progressed.connect(lambda _: threads.append(threading.current_thread().name))
        files.take([path])
        assert files.rows == [], "the window goes on while the helper works"
        while not layanan.lampiran.daftar(usulan):
            QApplication.processEvents()
            beats.append(1)
        assert len(beats) > 20
        assert layanan.lampiran.daftar(usulan)[0].ukuran <= 300_000
    background.close()


def test_photos_that_are_ready_when_another_forum_is_open_are_not_recorded_there(
    show_forum: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_forum(layanan).page
    assert isinstance(page, LampiranPage)
    late: list[Callable[[], object]] = []
    at_once = page.background.run
    monkeypatch.setattr(page.background, "run", lambda *how, **more: late.append(lambda: at_once(*how, **more)))
    page.files.take([written(tmp_path, "suasana.jpg", photo())])
    layanan.forum.buka(small_forum())
    before = events(layanan)
    late[0]()
    assert events(layanan) == before
    assert "musrenbang lain sudah dibuka" in say.texts("warning")[-1]


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("heic", ("WhatsApp sebagai foto, bukan sebagai dokumen", "Paling Kompatibel", "Samsung")),
        ("avif", ("WhatsApp sebagai foto, bukan sebagai dokumen", "tangkapan layar")),
        ("video", ("tangkapan layar",)),
        ("gambar_lama", ("Simpan sebagai, JPEG",)),
    ],
)
def test_each_refusal_says_what_to_do_next(code: str, ways: tuple[str, ...]) -> None:
    said = SENTENCES["lampiran", code]
    assert all(way in said for way in ways)
