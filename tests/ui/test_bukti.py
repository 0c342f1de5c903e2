"""Signed pages and the archive in the window: chosen, dropped, asked about, by keyboard, and nothing clipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from musrenbang_desktop.services.layanan import Layanan
from tests.page_photos import photographed, pictures
from tests.photos import photo, written
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, Stage, clipped, events, shows
from ui.lampiran.page import LampiranPage
from ui.lampiran.signed import SignedPages
from ui.shell.subjects import of_widget
from ui.theme import TEXT_SIZES, Theme

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


show = shows(LampiranPage)


def card(stage: Stage) -> SignedPages:
    assert isinstance(stage.page, LampiranPage)
    return stage.page.signed


def paper(desa: Layanan, jenis: str = "berita_acara") -> list[Image.Image]:
    return list(pictures(desa.dokumen.penggambar().gambar(jenis), 120))


def shot(folder: Path, name: str, page: Image.Image, turn: float = 0) -> Path:
    return written(folder, name, photographed(page, side=1600, turn=turn))


def line(signed: SignedPages, kunci: str) -> Any:
    return next(one for one in signed.evidence.lines if one.kunci == kunci)


def test_pages_are_chosen_by_keyboard_and_recorded_in_one_act(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    pages = paper(layanan)
    stage = show(layanan)
    signed = card(stage)
    say.files += [shot(tmp_path, f"{n}.jpg", page, turn=3) for n, page in enumerate(pages)]
    signed.add.setFocus()
    stage.press(Qt.Key.Key_O, CTRL_SHIFT)
    assert say.last.text == f"{len(pages)} halaman disimpan."
    assert signed.review.isHidden()
    assert line(signed, "berita_acara").there.text() == f"Berita acara {len(pages)} dari {len(pages)} halaman"
    assert line(signed, "berita_acara").missing.text() == "Lampiran II belum ada.\nLampiran III belum ada."
    assert line(signed, "undangan").there.text() == "belum ada"
    assert say.last.action is not None
    say.last.action.run()
    assert line(signed, "berita_acara").there.text() == "belum ada"


def test_a_page_is_dropped_shown_taken_off_and_used_again(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    path = shot(tmp_path, "a.jpg", paper(layanan)[0])
    stage = show(layanan)
    signed = card(stage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(signed, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(signed, QDropEvent(QPointF(5, 5), *how))
    button = line(signed, "berita_acara").show_pages
    button.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert stage.focus is line(signed, "berita_acara").show_pages
    (row,) = signed.evidence.rows
    assert not row.jenis.isVisible()
    row.remove.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert layanan.bukti.milik("berita_acara")[0].status == "batal"
    assert stage.focus is signed.evidence.rows[0].remove
    stage.press(Qt.Key.Key_Space)
    assert layanan.bukti.milik("berita_acara")[0].status == "aktif"


def test_a_page_that_is_there_is_asked_about(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    page = paper(layanan)[0]
    stage = show(layanan)
    signed = card(stage)
    signed.take([shot(tmp_path, "a.jpg", page)])
    before = events(layanan)
    signed.take([shot(tmp_path, "b.jpg", page, turn=2)])
    assert events(layanan) == before, "nothing is decided for the operator"
    assert signed.review.question.text() == ("Sudah ada di daftar: Berita acara halaman 1. Diganti dengan yang baru?")
    assert stage.focus is signed.review.replace
    stage.press(Qt.Key.Key_Space)
    assert [one.status for one in layanan.bukti.milik("berita_acara")] == ["batal", "aktif"]
    assert signed.review.isHidden()
    signed.take([shot(tmp_path, "c.jpg", page, turn=1)])
    signed.review.keep.click()
    assert [one.status for one in layanan.bukti.milik("berita_acara")] == ["batal", "aktif", "aktif"]
    signed.take([shot(tmp_path, "d.jpg", page, turn=4)])
    signed.review.skip.click()
    assert len(layanan.bukti.milik("berita_acara")) == 3


def test_a_photo_without_a_code_is_placed_by_hand(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    stage = show(layanan)
    signed = card(stage)
    signed.take([written(tmp_path, "sk.jpg", photo()), written(tmp_path, "lagi.jpg", photo(900, 700))])
    review = signed.review
    assert stage.focus is review.kertas
    assert review.unknown.text().startswith("sk.jpg: kode di kaki halaman tidak terbaca")
    assert review.unknown.text().endswith("(sisa 2)")
    review.place.click()
    assert "Pilih kertasnya" in say.last.text
    review.kertas.fill("sk_tim")
    review.halaman.setText("0")
    review.place.click()
    assert layanan.bukti.milik("sk_tim") == []
    review.halaman.setText("1")
    review.place.click()
    assert [one.nama for one in layanan.bukti.milik("sk_tim")] == ["Surat keputusan tim penyelenggara halaman 1"]
    assert review.unknown.text().endswith("(sisa 1)")
    review.leave.click()
    review.close_notes.click()  # a picture of one colour is called blurred
    assert review.isHidden()
    assert stage.focus is signed.add


def test_a_question_that_stands_open_survives_the_next_photos(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    page = paper(layanan)[0]
    one, two = written(tmp_path, "sk.jpg", photo()), written(tmp_path, "sk 2.jpg", photo(900, 1300))
    stage = show(layanan)
    signed = card(stage)
    signed.take([one, shot(tmp_path, "a.jpg", page), shot(tmp_path, "b.jpg", page, turn=1)])
    assert "Berita acara halaman 1" in signed.review.question.text()
    signed.take([one, two])
    assert "Berita acara halaman 1" in signed.review.question.text()
    assert "sk.jpg" in signed.review.unknown.text()
    assert "(sisa 2)" in signed.review.unknown.text()
    signed.review.keep.click()
    signed.review.leave.click()
    assert "sk 2.jpg" in signed.review.unknown.text()


def test_several_pages_in_one_picture_are_told(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    one, other = paper(layanan)[:2]
    table = Image.new("RGB", (one.width * 2 + 40, one.height), "white")
    table.paste(one, (0, 0))
    table.paste(other, (one.width + 40, 0))
    stage = show(layanan)
    signed = card(stage)
    signed.take([written(tmp_path, "dua.jpg", photographed(table, side=3000))])
    assert "dua.jpg: memuat 2 halaman sekaligus" in signed.review.notes.text()


def test_signed_pages_of_a_result_that_was_opened_again_are_no_evidence_of_the_new_one(
    show: Show, held: Layanan, tmp_path: Path
) -> None:
    stage = show(held)
    signed = card(stage)
    signed.take([shot(tmp_path, f"{n}.jpg", page) for n, page in enumerate(paper(held))])
    assert "dari data yang sekarang" not in line(signed, "berita_acara").missing.text()
    held.kesepakatan.buka_lagi("salah hitung")
    assert "Berita acara dari data yang sekarang belum ada." in line(signed, "berita_acara").missing.text()


def test_without_a_forum_the_key_does_nothing(show: Show, kosong: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    stage = show(kosong)
    say.files.append(written(tmp_path, "sk.jpg", photo()))
    next(button for button in stage.page.findChildren(QPushButton) if button.isVisible()).setFocus()
    stage.press(Qt.Key.Key_O, CTRL_SHIFT)
    assert not say.said
    assert len(say.files) == 1


def test_another_forum_and_a_broken_file_are_named(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    page = shot(tmp_path, "lain.jpg", paper(layanan, "susunan_acara")[0])
    layanan.forum.buka(small_forum())
    signed = card(show(layanan))
    before = events(layanan)
    signed.take([page, written(tmp_path, "rusak.jpg", photo()[:700])])
    first, second = signed.review.notes.text().splitlines()
    assert first.startswith("rusak.jpg: Berkas ini rusak")
    assert second.startswith("lain.jpg: halaman ini milik")
    assert second.endswith("bukan musrenbang ini. Tidak disimpan.")
    assert events(layanan) == before
    signed.review.close_notes.click()
    assert signed.review.isHidden()


def test_a_blurred_page_is_kept_and_hinted(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    signed = card(show(layanan))
    path = written(tmp_path, "kabur.jpg", photographed(paper(layanan)[0], side=2400, blur=1.8))
    signed.take([path])
    assert "tampak buram" in signed.review.notes.text()


def test_a_folder_without_pictures_says_so(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    signed = card(show(layanan))
    say.files.append(tmp_path)
    signed.folder.click()
    assert say.last.text == "Tidak ada foto atau hasil pindai di sana."


def test_the_archive_is_written_beside_an_older_one(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    stage = show(layanan)
    signed = card(stage)
    for _ in range(2):
        say.files.append(tmp_path)
        signed.archive.setFocus()
        stage.press(Qt.Key.Key_Space)
    folders = sorted(path.name for path in tmp_path.glob("Arsip*"))
    assert len(folders) == 2
    assert folders[1] == f"{folders[0]} (2)"
    assert all((tmp_path / name / "index.html").is_file() for name in folders)
    assert say.last.text.startswith("Arsip tersimpan di")


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_clipped(show: Show, layanan: Layanan, tmp_path: Path, theme: Theme, size: int) -> None:
    theme.text_size = size
    page = paper(layanan)[0]
    stage = show(layanan)
    signed = card(stage)
    signed.take([shot(tmp_path, "a.jpg", page)])
    signed.take([shot(tmp_path, "b.jpg", page, turn=2), written(tmp_path, "x.jpg", photo())])
    signed.evidence.open_line = "berita_acara"
    signed.show_evidence()
    for _ in range(3):  # the room that a line needs is known after the first round
        QApplication.processEvents()
    assert clipped(stage.page) == []


def test_ctrl_h_on_a_line_of_evidence_tells_of_its_pages(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    stage = show(layanan)
    signed = card(stage)
    signed.take([shot(tmp_path, "satu.jpg", paper(layanan)[0])])
    found = line(signed, "berita_acara")
    (subject,) = of_widget(found.show_pages, stage.page)
    steps = layanan.riwayat.perubahan(subject)
    assert {"nama", "halaman"} <= {one.isian for one in steps}
    assert all(one.kalimat.startswith("Lampiran Berita acara") and one.kalimat.endswith("dicatat") for one in steps)
    assert not list(of_widget(line(signed, "undangan").name, stage.page)), "nothing came back yet"
