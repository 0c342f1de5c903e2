"""Who is not represented is said at the door once the hour has come, and where the meeting is opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from ui.kehadiran.page import KehadiranPage

Show = Any


def give_reason(text: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_missing_women_are_said_where_the_meeting_is_opened_and_unknown_is_no_zero(
    layanan: Layanan, show: Show
) -> None:
    for n in range(6):
        layanan.peserta.catat_tamu(PesertaBaru(nama=f"Warga {n}"))
    page: KehadiranPage = show(KehadiranPage, layanan).page
    page._open_part("keterwakilan")
    card = page.more.gauge.opening
    assert card.open_button.text() == "Buka musyawarah"
    assert card.rules.text() == "! Perempuan: 0 orang, perlu 2 (belum semua yang hadir dicatat)"
    card.open_button.click()
    opened = layanan.kehadiran.sekarang().pembukaan
    assert opened and opened.kurang == (), "nobody's L/P is known: the paper must not say that no woman came"
    layanan.riwayat.batalkan()
    for one in layanan.peserta.daftar():
        layanan.peserta.ubah(one.id, jenis_kelamin="L")
    page._open_part("pintu")
    assert page.banner.isVisible() and page.banner.words.text().startswith("Keterwakilan perempuan belum terpenuhi.")
    page.banner.button.click()
    assert card.open_button.text() == "Buka dengan alasan"
    assert card.state.text().startswith("Keterwakilan perempuan belum terpenuhi. Musyawarah dapat dibuka dengan alasan")
    card.open_button.click()
    give_reason("para ibu sedang panen")
    opened = layanan.kehadiran.sekarang().pembukaan
    assert opened and opened.kurang == ("Perempuan: 0 orang, perlu 2",)
    page._open_part("pintu")
    assert not page.banner.isVisible()


def test_before_the_hour_nobody_is_told_who_has_not_come_yet(layanan: Layanan, show: Show) -> None:
    layanan.forum.ubah(jam_mulai="10.00")
    layanan.peserta.catat_tamu(PesertaBaru(nama="Warga", jenis_kelamin="L"))
    page: KehadiranPage = show(KehadiranPage, layanan).page
    assert not page.banner.isVisible()
    layanan.forum.ubah(jam_mulai="09.00")
    assert page.banner.isVisible()
