"""The parts of Daftar hadir beside the door: quorum and representation, delegates, the paper sheet, one person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.hundred_twenty import invite_and_receive
from tests.small_forum import small_forum
from tests.ui.pages import Shown, clipped
from ui.kehadiran.page import KehadiranPage
from ui.kesepakatan.page import KesepakatanPage
from ui.theme import TEXT_SIZES, Theme
from ui.undangan.page import UndanganPage

Show = Any


@pytest.fixture
def undangan(layanan: Layanan) -> Layanan:
    """The 64 people of Sukamaju are invited; two thirds of them are 43."""
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan])
    return layanan


@pytest.fixture
def page(undangan: Layanan, show: Show) -> KehadiranPage:
    found: KehadiranPage = show(KehadiranPage, undangan).page
    return found


def press(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def write(text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def come(services: Layanan, many: int) -> list[str]:
    records = [one.id for one in services.peserta.daftar(hanya="undangan")][:many]
    for record in records:
        services.peserta.hadirkan(record, "08.50")
    return records


def test_the_banner_counts_the_waiting_and_leaves_with_the_quorum(page: KehadiranPage, undangan: Layanan) -> None:
    come(undangan, 42)
    # the clock of the test stands at nine, the hour of the invitation
    assert page.banner.isVisible()
    assert page.banner.words.text().startswith(
        "Kuorum kurang 1 undangan (42 dari 43). Ditunggu 2 jam 59 menit lagi."
    ) or ("Ditunggu 3 jam lagi" in page.banner.words.text())
    undangan.peserta.hadirkan(undangan.peserta.daftar(hanya="belum")[0].id)
    assert "Kuorum" not in page.banner.words.text() and "perempuan" in page.banner.words.text()
    for one in undangan.peserta.daftar(hanya="belum"):
        undangan.peserta.hadirkan(one.id)
    assert not page.banner.isVisible()


def test_the_countdown_runs_with_the_clock(page: KehadiranPage, undangan: Layanan, open_clock: Any) -> None:
    come(undangan, 2)
    open_clock.now = open_clock.now.replace(hour=10, minute=30)
    page._tick()
    assert "Ditunggu 1 jam 30 menit lagi" in page.banner.words.text()
    open_clock.now = open_clock.now.replace(hour=12, minute=1)
    page._tick()
    assert page.banner.words.text().endswith("waktu tunggu habis.")


@pytest.fixture
def open_clock(undangan: Layanan) -> Any:
    return undangan.desk.store.clock


def test_no_quorum_is_said_to_be_reached_where_none_is_counted(layanan: Layanan, show: Show) -> None:
    page: KehadiranPage = show(KehadiranPage, layanan).page
    page._open_part("keterwakilan")
    state = page.more.gauge.opening.state
    assert state.text() == "Belum ada yang diundang, jadi kuorum tidak dihitung. Musyawarah dapat dibuka."
    layanan.kehadiran.pilih_bagian("tidak")
    assert state.text() == "Musyawarah ini tanpa kuorum dan dapat dibuka."


def test_opening_without_a_quorum_asks_for_the_reason_in_place(
    page: KehadiranPage, undangan: Layanan, say: Any
) -> None:
    come(undangan, 10)
    page.banner.button.click()
    card = page.more.gauge.opening
    assert card.isVisible() and card.open_button.text() == "Buka dengan alasan"
    card.open_button.click()
    assert card.reason_edit.hasFocus()
    press(Qt.Key.Key_Return)
    assert card.reason.problem.startswith("Kuorum atau keterwakilan belum terpenuhi. Tulis alasan")
    write("jembatan putus")
    press(Qt.Key.Key_Return)
    opened = undangan.kehadiran.sekarang().pembukaan
    assert opened and (opened.hadir, opened.alasan) == (10, "jembatan putus")
    assert (
        card.state.text() == f"Musyawarah dibuka pukul {opened.jam}, 10 dari 64 undangan hadir. Alasan: jembatan putus."
    )
    assert say.last.action and say.last.action.text == "Urungkan"
    say.last.action.run()
    assert undangan.kehadiran.sekarang().pembukaan is None


def test_a_second_try_never_empties_the_hall_of_another_forum(
    page: KehadiranPage, undangan: Layanan, say: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    other = undangan.forum.buka(small_forum())
    undangan.peserta.undang_banyak([PesertaBaru(nama="Warga")])
    come(undangan, 1)
    first = next(one.id for one in undangan.forum.daftar() if one.id != other)
    undangan.forum.pilih(first)
    come(undangan, 10)

    def full(*_words: str) -> None:
        raise DiskFull("Penyimpanan penuh.")

    with monkeypatch.context() as patch, caplog.at_level("CRITICAL"):
        patch.setattr(undangan.kehadiran, "tunda", full)
        page.more._postpone("2026-01-22", "", "jembatan putus")
    assert say.last.text == "Penyimpanan penuh." and say.last.action
    retry = say.last.action
    undangan.forum.pilih(other)
    retry.run()
    assert undangan.kehadiran.penundaan() == [] and undangan.peserta.hitung().hadir == 1
    assert say.last.text.startswith("Tidak dicoba lagi")


def test_putting_off_asks_for_day_and_reason_and_empties_the_hall(
    page: KehadiranPage, undangan: Layanan, say: Any
) -> None:
    come(undangan, 10)
    page._open_part("keterwakilan")
    card = page.more.gauge.opening
    card.later_button.click()
    assert card.day_edit.hasFocus()
    write("30-1-2026")
    press(Qt.Key.Key_Tab)
    card.reason_edit.setFocus()
    write("baru 10 yang datang")
    card.confirm.click()
    assert card.day.problem.startswith("Hari yang baru terlalu jauh.")
    card.day_edit.setText("23-1-2026")
    card.confirm.click()
    forum = undangan.forum.aktif()
    assert forum and forum.tanggal == "2026-01-23"
    assert undangan.peserta.hitung().hadir == 0
    assert not card.unrecorded
    assert say.last.text.startswith("Penundaan dicatat.")
    assert card.state.text().startswith("Musyawarah kedua sesudah ditunda: boleh dibuka dengan yang hadir.")


def test_the_gauge_shows_n_share_and_level_of_every_group(layanan: Layanan, show: Show) -> None:
    invite_and_receive(layanan)
    page: KehadiranPage = show(KehadiranPage, layanan).page
    page._open_part("keterwakilan")
    model = page.more.gauge.model
    rows = [
        [str(model.index(row, column).data() or "") for column in (0, 1, 3, 4, 5, 6, 7)]
        for row in range(model.rowCount())
    ]
    assert rows[0] == ["L/P", "Laki-laki", "48", "28", "58%", "8", "cukup"]
    assert rows[1] == ["L/P", "Perempuan", "42", "29", "69%", "12", "cukup"]
    assert ["Dusun", "Krajan", "60", "45", "75%", "0", "baik"] in rows
    assert ["Unsur", "Masyarakat", "0", "0", "-", "20", "-"] in rows
    assert ["Disabilitas", "Belum dicatat", "30", "22", "73%", "20", "cukup"] in rows
    assert page.more.gauge.opening.rules.toolTip().endswith("Belum dicocokkan dengan naskahnya, jadi tidak dicetak.")
    assert page.more.gauge.formula.text().startswith("Hadir 64 dari n = 100 undangan (64%), 20 tamu, 16 terlambat.")


def test_delegates_by_the_space_bar_with_the_rule_and_a_reason(
    page: KehadiranPage, undangan: Layanan, say: Any, tmp_path: Path
) -> None:
    come(undangan, 20)
    page._open_part("delegasi")
    part = page.more.delegates
    assert part.table.hasFocus()
    men = [one.id for one in undangan.peserta.daftar(hanya="hadir") if one.jenis_kelamin == "L"][:3]
    for record in men:
        part.table.select_record(record)
        press(Qt.Key.Key_Space)
    assert undangan.kehadiran.sekarang().delegasi == tuple(men)
    assert part.count.text() == "Delegasi 3 orang: L 3, P 0. Cadangan 0."
    assert "! Perempuan: 0 orang, perlu 1" in part.rules.text()
    assert part.reason.isVisible()
    part.reason_edit.setFocus()
    write("tidak ada yang bersedia")
    press(Qt.Key.Key_Return)
    assert undangan.kehadiran.sekarang().alasan_delegasi == "tidak ada yang bersedia"
    say.files.append(tmp_path / "delegasi.csv")
    part.file_button.click()
    assert (tmp_path / "delegasi.csv").read_text("utf-8-sig").count("Delegasi Desa Sukamaju") == 3
    part.table.select_record(men[0])
    part.neither_button.click()
    assert undangan.kehadiran.sekarang().delegasi == tuple(men[1:])


def test_the_letters_of_the_delegates_are_numbered_where_they_are_chosen(
    page: KehadiranPage, undangan: Layanan
) -> None:
    page._open_part("delegasi")
    rows = page.more.delegates.letters.rows
    rows["sk_delegasi", "nomor_surat"].field.setFocus()
    write("188/7")
    press(Qt.Key.Key_Return)
    rows["sk_delegasi", "tanggal_surat"].field.setFocus()
    write("2-2-2026")
    press(Qt.Key.Key_Return)
    letter = undangan.surat.satu("sk_delegasi")
    assert (letter.nomor_surat, letter.tanggal_surat) == ("188/7", "2026-02-02")
    undangan.riwayat.batalkan()
    page.more.delegates.search.setFocus()
    page.more.delegates.reload()
    assert rows["sk_delegasi", "tanggal_surat"].field.text() == ""
    assert rows["sk_delegasi", "nomor_surat"].field.text() == "188/7"


def test_a_paper_sheet_is_typed_in_line_by_line(page: KehadiranPage, undangan: Layanan) -> None:
    page._open_part("kertas")
    part = page.more.paper
    assert part.table.hasFocus()
    order = [one.id for one in undangan.peserta.daftar(hanya="undangan")]
    for signed in (True, True, False, True):
        press(Qt.Key.Key_Space if signed else Qt.Key.Key_Down)
    assert {one.id for one in undangan.peserta.daftar(hanya="hadir")} == {order[0], order[1], order[3]}
    assert part.table.current().baris == 5
    press(Qt.Key.Key_W)
    assert part.deputy.isVisible()
    write("Joko Susilo")
    press(Qt.Key.Key_Return)
    assert [one.nama for one in undangan.peserta.daftar(hanya="hadir") if one.wakil_dari] == ["Joko Susilo"]
    assert part.table.hasFocus() and part.table.current().baris == 6
    part.count_edit.setFocus()
    write("5")
    press(Qt.Key.Key_Return)
    assert part.totals.text() == "Lembar 1 beda: kertas 5, layar 4."
    assert undangan.kehadiran.sekarang().lembar == {1: 5}
    part.table.setFocus()
    press(Qt.Key.Key_Return)
    assert part.totals.text() == "Lembar 1 cocok (5)."


def test_one_wrong_space_is_taken_back_by_another(page: KehadiranPage, undangan: Layanan) -> None:
    page._open_part("kertas")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert undangan.peserta.hitung().hadir == 0


def test_facts_of_one_person_are_recorded_when_their_field_is_left(page: KehadiranPage, undangan: Layanan) -> None:
    (record,) = come(undangan, 1)
    page._open_part("daftar")
    page.present.table.selectRow(0)
    page.present.more_button.click()
    card = page.present.card
    assert card.usia_edit.hasFocus()
    card.usia_edit.selectAll()
    write("61")
    press(Qt.Key.Key_Return)
    person = undangan.peserta.satu(record)
    assert person and person.usia == 61
    assert not card.band_box.isEnabled(), "the group follows from the age"
    card.usia_edit.setText("900")
    card.usia_edit.commit()
    assert card.usia.problem == "Usia ditulis dalam tahun, 0 sampai 120."
    card.usia_edit.setText("61")
    card.usia_edit.commit()
    page.present.leave_button.click()
    person = undangan.peserta.satu(record)
    assert person and person.pulang.startswith("09.")
    assert not page.present.leave_button.isEnabled()


def test_who_came_late_is_marked(page: KehadiranPage, undangan: Layanan) -> None:
    first, second = [one.id for one in undangan.peserta.daftar(hanya="undangan")][:2]
    undangan.peserta.hadirkan(first, "09.20")
    undangan.peserta.hadirkan(second, "08.59")
    page._open_part("daftar")
    assert [page.present.model.index(row, 0).data() for row in range(2)] == ["08.59", "09.20 terlambat"]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
@pytest.mark.parametrize("part", ["keterwakilan", "delegasi", "kertas", "daftar"])
def test_no_word_is_cut(undangan: Layanan, show: Show, theme: Theme, points: int, part: str) -> None:
    come(undangan, 10)
    theme.text_size = points
    theme.apply()
    shown: Shown = show(KehadiranPage, undangan)
    shown.page._open_part(part)
    if part == "keterwakilan":
        shown.page.more.gauge.opening.later_button.click()
    for _ in range(6):
        QApplication.processEvents()
    assert clipped(shown.page) == []
    assert shown.page.width() <= shown.area.viewport().width(), "nothing stands outside the window"


def test_the_agreement_leads_to_what_the_attendance_lacks(undangan: Layanan, show: Show) -> None:
    come(undangan, 10)
    undangan.usulan.catat_banyak([one.isi for one in contoh().usulan[:3]], "mencatat")
    undangan.kesepakatan.susun()
    undangan.kesepakatan.tetapkan([one.id for one in undangan.usulan.daftar()], "dana_desa")
    shown: Shown = show(KesepakatanPage, undangan)
    shown.page.close_agreement()
    assert "Kehadiran belum beres." in shown.page.missing.words()
    (way,) = [button for button in shown.page.missing.buttons if button.text() == "Pembukaan tanpa alasan"]
    way.click()
    assert shown.pages == ["kehadiran"]
    undangan.kehadiran.buka("hujan lebat")
    assert "Kehadiran" not in shown.page.missing.words()


def test_the_need_for_access_is_recorded_with_the_invitation(undangan: Layanan, show: Show) -> None:
    page: UndanganPage = show(UndanganPage, undangan).page
    page.table.selectRow(2)
    page.acts.card_button.click()
    record = page.people.chosen()[0].id
    page.late.card.need_box.setFocus()
    write("jalan landai, pendamping")
    press(Qt.Key.Key_Return)
    person = undangan.peserta.satu(record)
    assert person and person.kebutuhan == "jalan landai, pendamping"
    page.late.card.disability_box.setCurrentIndex(1)
    page.late.card.disability_box.commit()
    assert undangan.kehadiran.keterwakilan().kebutuhan == (("jalan landai", 1, 0), ("pendamping", 1, 0))
    person = undangan.peserta.satu(record)
    assert person and person.disabilitas == "ya"
    assert page.letters.text().endswith("Siapkan kebutuhan akses: jalan landai 1 orang, pendamping 1 orang.")
    assert page.escape() and not page.late.card.isVisible()


def test_a_closed_forum_waits_for_nobody(undangan: Layanan, show: Show) -> None:
    come(undangan, 10)
    undangan.kehadiran.pilih_bagian("tidak")
    undangan.usulan.catat_banyak([one.isi for one in contoh().usulan[:2]], "mencatat")
    undangan.kesepakatan.susun()
    undangan.kesepakatan.tetapkan([one.id for one in undangan.usulan.daftar()], "dana_desa")
    undangan.kesepakatan.tutup()
    page: KehadiranPage = show(KehadiranPage, undangan).page
    assert not page.banner.isVisible()
    page._open_part("keterwakilan")
    card = page.more.gauge.opening
    assert card.state.text() == "Hasil forum sudah ditutup. Jam pembukaan tidak dicatat."
    assert not card.open_button.isVisible() and not card.later_button.isVisible()
