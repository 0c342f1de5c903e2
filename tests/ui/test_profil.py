"""A kabupaten edits a copy of a form beside the paper that it makes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.reference.profile import parse
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown
from ui.fields import ChoiceBox, LineField, TextField
from ui.profil.page import ProfilPage


@pytest.fixture
def page(layanan: Layanan, show: Callable[..., Shown]) -> ProfilPage:
    shown: ProfilPage = show(ProfilPage, layanan).page
    return shown


@pytest.fixture
def begun(page: ProfilPage) -> ProfilPage:
    page.beginning.name.setText("Kabupaten Contoh")
    page.beginning.below.fill("rkpd-86")
    QTest.keyClick(page.beginning.name, Qt.Key.Key_Return)
    return page


def typed(page: ProfilPage, path: str, words: str) -> None:
    page.keys.choose(path)
    assert page.keys.editor.row is not None
    field = page.keys.editor.row.field
    assert isinstance(field, LineField | TextField)
    field.setFocus()
    field.setText(words)
    if isinstance(field, LineField):
        field.textEdited.emit(words)
    assert page.keys.editor.commit()


def shown_text(page: ProfilPage) -> str:
    assert page.trial.shown is not None
    reader = pypdf.PdfReader(io.BytesIO(page.trial.shown.data))
    return " ".join(" ".join(one.extract_text().split()) for one in reader.pages)


def test_without_a_copy_it_says_what_to_do(page: ProfilPage, say: RecordedSay) -> None:
    assert page.hint.isVisible()
    assert not page.parts.isVisible()
    page.begin()
    assert "Tulis dulu namanya." in say.texts("warning")


def test_a_copy_is_kept_under_its_short_name(begun: ProfilPage, layanan: Layanan) -> None:
    assert layanan.bentuk.salinan() == ["kabupaten-contoh"]
    assert begun.bar.copies.value() == "kabupaten-contoh"
    assert begun.parts.isVisible()
    assert "MENYEPAKATI" in shown_text(begun)


def test_a_changed_clause_stands_on_the_paper_at_once(begun: ProfilPage, layanan: Layanan) -> None:
    typed(begun, "klausul[1].teks", "Usulan lain dicatat oleh panitia.")
    assert "Usulan lain dicatat oleh panitia." in shown_text(begun)
    assert layanan.bentuk.buka("kabupaten-contoh").value("klausul[1].teks") == "Usulan lain dicatat oleh panitia."


def test_the_forum_itself_prints_as_before(page: ProfilPage, layanan: Layanan) -> None:
    before = layanan.dokumen.penggambar().gambar("berita_acara")
    page.beginning.name.setText("Lain")
    page.begin()
    typed(page, "teks.penutup", "Penutup yang lain.")
    assert layanan.dokumen.penggambar().gambar("berita_acara") == before


def test_a_number_out_of_its_limits_is_refused_beside_the_field(begun: ProfilPage) -> None:
    typed(begun, "kertas.kiri_mm", "400")
    assert begun.keys.editor.row is not None
    assert "antara 5 dan 100 mm" in begun.keys.editor.row.problem
    assert begun.copy is not None
    assert begun.copy.value("kertas.kiri_mm") == 30


def test_a_copy_that_cannot_be_used_says_why_and_is_kept(begun: ProfilPage, layanan: Layanan) -> None:
    typed(begun, "teks.penutup", "Kurung {terbuka")
    assert begun.problem.isVisible()
    assert "kurawal" in begun.problem.text()
    assert not begun.bar.save_button.isEnabled()
    assert layanan.bentuk.buka("kabupaten-contoh").value("teks.penutup") == "Kurung {terbuka"
    begun.undo()
    assert not begun.problem.isVisible()
    assert begun.bar.save_button.isEnabled()


def test_each_change_is_taken_back_and_done_again(begun: ProfilPage) -> None:
    typed(begun, "kertas.kiri_mm", "25")
    typed(begun, "kertas.kanan_mm", "15")
    begun.undo()
    begun.undo()
    assert begun.copy is not None
    assert begun.copy.value("kertas.kiri_mm") == 30
    begun.redo()
    assert begun.copy.value("kertas.kiri_mm") == 25
    assert begun.bar.redo_button.isEnabled()


def test_the_shipped_value_comes_back(begun: ProfilPage) -> None:
    typed(begun, "kertas.kiri_mm", "25")
    assert begun.keys.editor.back_button.isVisible()
    begun.keys.editor.back_button.click()
    assert begun.copy is not None
    assert begun.copy.value("kertas.kiri_mm") == 30
    assert not begun.keys.editor.back_button.isVisible()


def test_a_choice_offers_only_what_the_key_may_be(begun: ProfilPage) -> None:
    begun.keys.choose("nomor_kolom")
    assert begun.keys.editor.row is not None
    field = begun.keys.editor.row.field
    assert isinstance(field, ChoiceBox)
    assert [field.itemData(place) for place in range(field.count())] == ["huruf", "angka", ""]


def test_rows_move_with_the_choice_on_them(begun: ProfilPage) -> None:
    assert begun.copy is not None
    before = begun.copy.value("klausul")
    begun.keys.choose("klausul[1].teks")
    begun.keys.editor.row_buttons["naik"].click()
    assert begun.copy.value("klausul")[:2] == [before[1], before[0]]
    assert begun.keys.editor.path == "klausul[0]"
    begun.keys.editor.row_buttons["tambah"].click()
    assert len(begun.copy.value("klausul")) == len(before) + 1
    begun.keys.editor.row_buttons["hapus"].click()
    assert len(begun.copy.value("klausul")) == len(before)


def test_search_finds_a_key_by_what_it_means(begun: ProfilPage) -> None:
    begun.keys.search.setText("pelaksana jilid")
    begun.keys.search.flush()
    assert begun.keys.filter.rowCount() == 0
    begun.keys.search.setText("juga untuk jilid")
    begun.keys.search.flush()
    assert begun.keys.filter.rowCount() == 1
    assert begun.keys.filter.index(0, 0).data() == "kertas"


def test_the_file_for_the_package_is_a_whole_profile(begun: ProfilPage, tmp_path: Path, say: RecordedSay) -> None:
    typed(begun, "klausul[1].teks", "Usulan lain dicatat.")
    target = tmp_path / "kabupaten-contoh.toml"
    say.files.append(target)
    begun.save_for_package()
    assert parse(target.read_text("utf-8"), "kabupaten-contoh").klausul[1].teks == "Usulan lain dicatat."


def test_a_copy_from_elsewhere_replaces_only_when_that_is_meant(
    begun: ProfilPage, tmp_path: Path, say: RecordedSay
) -> None:
    assert begun.copy is not None
    other = tmp_path / "x.toml"
    other.write_text(begun.copy.put("kertas.kiri_mm", 40).text, "utf-8")
    for answer, kept in ((False, 30), (True, 40)):
        say.files.append(other)
        say.answers.append(answer)
        begun.open_file()
        assert begun.copy.value("kertas.kiri_mm") == kept


@pytest.mark.parametrize("words", [b"\xff\xfe\x00", b"= = =", b"nama = 'tanpa id'\n", b""])
def test_a_file_that_is_no_copy_is_refused_in_words(
    begun: ProfilPage, tmp_path: Path, words: bytes, say: RecordedSay
) -> None:
    other = tmp_path / "surat.toml"
    other.write_bytes(words)
    say.files.append(other)
    begun.open_file()
    assert say.texts("error")
    assert begun.copy is not None
    assert begun.copy.name == "kabupaten-contoh"


def test_ctrl_z_stays_in_the_copy(begun: ProfilPage, say: RecordedSay) -> None:
    """The window asks the page first: the forum behind it is not what somebody works on here."""
    typed(begun, "kertas.kiri_mm", "25")
    assert begun.keys.editor.row is not None
    field = begun.keys.editor.row.field
    assert isinstance(field, LineField)
    field.setFocus()
    assert begun.undo()
    assert (begun.copy and begun.copy.value("kertas.kiri_mm"), field.text()) == (30, "30")
    assert begun.undo(), "nothing left here, and still nothing of the forum"
    assert say.last.text == "Tidak ada yang dapat diurungkan di salinan ini."
    assert begun.redo()
    assert (begun.copy and begun.copy.value("kertas.kiri_mm"), field.text()) == (25, "25")


def test_what_is_typed_belongs_to_the_copy_in_which_it_was_typed(begun: ProfilPage, layanan: Layanan) -> None:
    begun.keys.choose("teks.penutup")
    assert begun.keys.editor.row is not None
    field = begun.keys.editor.row.field
    assert isinstance(field, TextField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Penutup kami.")
    begun.beginning.name.setText("Lain")
    begun.begin()
    assert layanan.bentuk.buka("kabupaten-contoh").value("teks.penutup") == "Penutup kami."
    assert layanan.bentuk.buka("lain").value("teks.penutup") != "Penutup kami."


@pytest.mark.parametrize("name", ["Con", "LPT1", "umum", "Skema", "Desa 114"])
def test_a_name_that_means_something_else_is_refused(page: ProfilPage, layanan: Layanan, name: str) -> None:
    page.beginning.name.setText(name)
    page.begin()
    assert layanan.bentuk.salinan() == []


def test_the_chosen_key_stays_in_sight_above_its_editor(begun: ProfilPage) -> None:
    begun.keys.tree.expandAll()
    begun.keys.tree.setFocus()
    begun.keys.choose("klausul[1].teks")
    for _ in range(5):
        QApplication.processEvents()
    shown = begun.keys.tree.visualRect(begun.keys.tree.currentIndex())
    assert begun.keys.tree.viewport().rect().contains(shown)
