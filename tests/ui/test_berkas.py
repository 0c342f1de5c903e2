"""Berkas yang belum ada: met where the village is left, searched, kept, printed, and holding nothing back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import clipped
from tests.ui.pages import Shown, shown_page
from ui.background import Background
from ui.berkas.page import BerkasPage
from ui.dokumen.page import DokumenPage
from ui.kesepakatan.page import KesepakatanPage
from ui.kirim.page import KirimPage
from ui.lampiran.page import LampiranPage
from ui.lists import save_list
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    built = [replace(one, satuan="m", volume="10") for one in some_usulan(3)]
    sent = replace(some_usulan(4)[3], kewenangan="kabupaten")
    kosong.usulan.catat_banyak([*built, sent], "mencatat usulan")
    return kosong


@pytest.fixture
def shown(qtbot: Any, say: RecordedSay, background: Background) -> Any:
    def make(kind: Any, services: Layanan, width: int = 896, height: int = 519) -> Shown:
        return shown_page(kind(services, say, background), services, qtbot, width, height)

    return make


SENTENCE = "Berkas belum lengkap pada 4 usulan: RAB 4, surat tanah 3, surat pengantar 1, foto lokasi 3."


def test_the_list_is_read_and_a_row_opens_its_usulan_at_the_files(desa: Layanan, shown: Any) -> None:
    seen = shown(BerkasPage, desa)
    page = seen.page
    assert page.sums.text() == SENTENCE
    assert [row.berkas for row in page.model.rows()][2:] == ["RAB, surat tanah, foto lokasi", "RAB, surat pengantar"]
    page.grid.opened.emit(page.model.row(1))
    assert seen.pages == ["usulan"]
    usulan = shown(UsulanPage, desa)
    usulan.page.show_record(f"{page.model.row(1).id}.lampiran")
    assert usulan.page.panel.record == page.model.row(1).id
    assert usulan.page.panel.folds["lampiran"].head.isChecked()


def test_filter_search_and_order_are_there_after_a_restart(
    desa: Layanan, open_village: OpenVillage, shown: Any
) -> None:
    page = shown(BerkasPage, desa).page
    page.only.fill("tanah")
    page.only.committed.emit("tanah")
    page.search.setText("gang")
    page.search.flush()
    page.grid.order_by("nomor", down=True)
    before = [row.id for row in page.model.rows()]
    assert len(before) == 3
    page.hide()
    page.deleteLater()
    again = shown(BerkasPage, open_village()).page
    assert (again.only.value(), again.search.text()) == ("tanah", "gang")
    assert [row.id for row in again.model.rows()] == before


def test_it_is_saved_and_printed_as_it_is_shown(desa: Layanan, shown: Any, say: RecordedSay, tmp_path: Path) -> None:
    page = shown(BerkasPage, desa).page
    page.search.setText("RT 04")
    page.search.flush()
    say.files = [tmp_path / "kurang.csv"]
    save_list(page)
    rows = list(csv.reader(io.StringIO((tmp_path / "kurang.csv").read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["No.", "Usulan", "Pengusul", "Belum ada", "Keterangan"]
    assert [row[0] for row in rows[1:]] == ["U-004"]
    say.files = [tmp_path / "kurang.pdf"]
    page.print_document()
    assert (tmp_path / "kurang.pdf").read_bytes().startswith(b"%PDF")
    assert "kurang.pdf" in say.last.text


@pytest.mark.parametrize("kind", [KirimPage, LampiranPage])
def test_the_pages_of_leaving_say_what_is_missing_and_lead_there(kind: Any, desa: Layanan, shown: Any) -> None:
    seen = shown(kind, desa)
    note = seen.page.files if kind is KirimPage else seen.page.asked
    assert note.isVisible() and note.words.text().startswith(SENTENCE)
    note.button.click()
    assert seen.pages == ["berkas"]


def test_the_package_of_the_day_says_it_before_it_is_printed(desa: Layanan, shown: Any) -> None:
    seen = shown(DokumenPage, desa)
    seen.page.print_package()
    assert seen.page.package.files.isVisible() and seen.page.package.go.isEnabled()
    seen.page.package.files.button.click()
    assert seen.pages == ["berkas"]


def test_it_is_said_before_closing_and_before_the_seal_and_holds_neither_back(
    desa: Layanan, shown: Any, say: RecordedSay
) -> None:
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([one.id for one in desa.usulan.daftar()], "dana_desa")
    page = shown(KesepakatanPage, desa).page
    say.answers = [True, True]
    page.close_agreement()
    assert SENTENCE in say.details[-1]
    page.seal_desk.seal(page.head.seal_button)
    assert SENTENCE in say.details[-1]
    assert desa.segel.sekarang() is not None


def test_where_nothing_is_missing_nothing_is_said(desa: Layanan, shown: Any) -> None:
    for one in desa.usulan.daftar():
        desa.usulan.batalkan(one.id, "ditarik")
    assert not shown(KirimPage, desa).page.files.isVisible()
    page = shown(BerkasPage, desa).page
    assert page.places.currentIndex() == 1


@pytest.mark.parametrize("size", [11, 22])
def test_nothing_is_cut(desa: Layanan, shown: Any, theme: Theme, size: int) -> None:
    theme.text_size = size
    theme.apply()
    page = shown(BerkasPage, desa, 896 if size == 11 else 970, 519 if size == 11 else 475).page
    QApplication.processEvents()
    assert clipped(page) == []
    theme.text_size = TEXT_SIZES[0]
    theme.apply()
