"""Berkas Word: saved beside the PDF, and a template of the village looked through before it is used."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.berita_acara.word.forms import JenisWord
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.word import BERKAS
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.theme import TEXT_SIZES, Theme
from ui.word.page import WordPage

show = shows(WordPage)


@pytest.fixture
def desa(open_village: OpenVillage) -> Layanan:
    desa = open_village()
    desa.forum.buka(small_forum())
    desa.usulan.catat_banyak(some_usulan(2), "mencatat usulan")
    return desa


def own(folder: Path, text: str, name: str = "desa.docx") -> Path:
    """A short template of a village."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ cap }}"
    for line in (
        text,
        "{{ hari_tanggal }} di {{ tempat }}: {{ jumlah_peserta }}",
        "{% for k in klausul %}{{ k.teks }} {% endfor %}",
        "{% for u in prioritas %}{{ u.usulan }} {% endfor %}",
        "{% for u in belum_disepakati %}{{ u.kegiatan }} {% endfor %}",
        "{{ ttd.kepala.nama }}",
    ):
        document.add_paragraph(line)
    document.save(str(folder / name))
    return folder / name


def saved(desa: Layanan, paper: JenisWord = "lengkap") -> list[str]:
    data = (desa.dokumen.folder() / BERKAS[paper]).read_bytes()
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_enter_saves_the_berita_acara(show: Show, desa: Layanan, say: RecordedSay) -> None:
    stage = show(desa)
    stage.press(Qt.Key.Key_Return)
    assert say.last.text.startswith(f"{BERKAS['lengkap']} tersimpan.")
    assert any(text.startswith("BERITA ACARA") for text in saved(desa))


@pytest.mark.parametrize(("paper", "title"), [("notulen", "NOTULEN"), ("penundaan", "BERITA ACARA\nPENUNDAAN")])
def test_another_paper_is_chosen_and_saved(
    show: Show, desa: Layanan, say: RecordedSay, paper: JenisWord, title: str
) -> None:
    page = show(desa).page
    page.paper.setCurrentIndex(page.paper.findData(paper))
    page.paper.commit()
    page.save_and_new()
    assert say.last.text.startswith(f"{BERKAS[paper]} tersimpan.")
    assert any(text.startswith(title) for text in saved(desa, paper))


def test_a_template_serves_only_the_paper_it_was_made_for(
    show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    page = show(desa).page
    say.files = [own(tmp_path, "BA desa kami nomor {{ nomor }}")]
    page.paper.fill("notulen")
    page.new_item()
    assert page.verdict.text() == "desa.docx belum dapat dipakai: 2 hal perlu diperbaiki."
    assert "Templat belum memuat putusan musyawarah." in page.found.text()


def test_a_template_is_looked_through_then_used_then_given_up(
    show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    page = show(desa).page
    say.files = [own(tmp_path, "BA desa kami nomor {{ nomor }}")]
    page.new_item()
    assert page.verdict.text() == "desa.docx dapat dipakai."
    assert page.take.isVisible()
    page.take.click()
    assert page.used.text() == "Dipakai: templat desa sendiri."
    page.save_and_new()
    assert saved(desa)[0].startswith("BA desa kami nomor")
    page.give_up.click()
    assert page.used.text().startswith("Dipakai: templat bawaan")
    page.save_and_new()
    assert not saved(desa)[0].startswith("BA desa kami")


def test_what_is_wrong_is_named_and_cannot_be_used(show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    page = show(desa).page
    say.files = [own(tmp_path, "Nomor {{ nmor }}")]
    page.new_item()
    assert page.verdict.text() == "desa.docx belum dapat dipakai: 1 hal perlu diperbaiki."
    assert "Isian nmor tidak dikenal. Mungkin maksudnya nomor." in page.found.text()
    assert "“Nomor {{ nmor }}”" in page.found.text()
    assert not page.take.isVisible()
    assert not desa.word.punya_templat()


def test_a_file_that_changed_since_is_looked_at_again(
    show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    page = show(desa).page
    say.files = [own(tmp_path, "Nomor {{ nomor }}")]
    page.new_item()
    own(tmp_path, "Nomor {{ nmor }}")
    page.take.click()
    assert say.last.text.startswith("Templat ini belum dapat dipakai.")
    assert not desa.word.punya_templat()


def test_the_example_can_be_used_as_it_is(show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    page = show(desa).page
    say.files = [tmp_path / "contoh", tmp_path / "contoh.docx"]
    page.save_example()
    page.new_item()
    assert page.verdict.text() == "contoh.docx dapat dipakai."


def test_the_list_of_fields_is_there_when_it_is_wanted(show: Show, desa: Layanan) -> None:
    page = show(desa).page
    assert not page.fields.isVisible()
    page.show_fields.click()
    assert "ttd.kepala.nama" in page.fields.text()
    assert page.fields.isVisible()


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_cut(show: Show, desa: Layanan, theme: Theme, size: int) -> None:
    theme.text_size = size
    theme.apply()
    stage = show(desa)
    stage.page.show_fields.click()
    QApplication.processEvents()
    assert clipped(stage.page) == []
