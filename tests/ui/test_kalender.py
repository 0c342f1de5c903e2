"""The kabupaten's calendar on the first page and where the result is sent: told, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.paket import berkas, contoh_paket
from tests.ui.pages import clipped
from tests.village import START
from ui.beranda.page import BerandaPage
from ui.buttons import RowButton
from ui.kirim.page import KirimPage
from ui.theme import TEXT_SIZES, Theme

Show = Callable[..., Any]


@pytest.fixture
def desa(layanan: Layanan, tmp_path: Path) -> Layanan:
    """Sukamaju with the invented package, whose window closes on 31 January 2026."""
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket())))
    return layanan


def later(desa: Layanan, days: int) -> None:
    desa.desk.store.clock = lambda: START + timedelta(days=days)


def texts(page: BerandaPage) -> list[str]:
    return [row.accessibleName() for row in page.paket_card.findChildren(RowButton) if not row.isHidden()]


def test_the_first_page_tells_the_close_and_how_usulan_stand(show: Show, desa: Layanan) -> None:
    desa.usulan.catat_banyak([UsulanBaru(judul="A"), UsulanBaru(judul="B", cantolan="SDGS-06")], "mencatat")
    shown = show(BerandaPage, desa)
    said = texts(shown.page)
    assert "Musrenbang Desa ditutup Sabtu, 31 Januari 2026, 10 hari lagi." in said[0]
    assert "2 usulan perlu dilihat lagi menurut kamus" in said[1]
    assert "1 dari 2 usulan bercantolan" in said[2]
    later(desa, 15)
    shown.page.refresh(None)
    QApplication.processEvents()
    assert "5 hari lalu. Tetap dapat dicatat dan dikirim." in texts(shown.page)[0]
    shown.page.paket_card.findChildren(RowButton)[-1].click()
    assert shown.pages == ["usulan"]


def test_without_a_package_the_first_page_has_no_card_of_it(show: Show, layanan: Layanan) -> None:
    assert show(BerandaPage, layanan).page.paket_card.isHidden()


def test_a_late_forum_is_marked_where_it_is_sent(show: Show, desa: Layanan) -> None:
    page = show(KirimPage, desa).page
    assert page.late.isHidden()
    later(desa, 13)
    page.refresh(None)
    assert "Terlambat 3 hari" in page.late.text() and not page.late.isHidden()
    assert "Tetap dapat dikirim" in page.late.text()


@pytest.mark.parametrize("size", TEXT_SIZES[::3])
def test_the_card_is_whole_at_every_size(show: Show, desa: Layanan, theme: Theme, size: int) -> None:
    while theme.text_size < size:
        theme.resize(1)
    desa.usulan.catat(UsulanBaru(judul="A"))
    page = show(BerandaPage, desa).page
    for _ in range(4):  # rows first, then the card, then the page around it
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    assert clipped(page.paket_card) == []
