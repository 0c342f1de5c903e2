"""Daftar hadir: eighty people at the door, one box, the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.domain.undangan import kode
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, events
from ui.kehadiran.matches import MOST
from ui.kehadiran.page import KehadiranPage

Show = Any


class Keys:
    """Types into whatever has the cursor, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._focus(), letter)
            self.count += 1

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifier)
        self.count += 1

    def _focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def undangan(layanan: Layanan) -> Layanan:
    """The 64 people of Sukamaju are invited; nobody came yet."""
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan])
    return layanan


@pytest.fixture
def page(undangan: Layanan, show: Show) -> KehadiranPage:
    found: KehadiranPage = show(KehadiranPage, undangan).page
    return found


@pytest.fixture
def keys() -> Keys:
    return Keys()


def shortest(services: Layanan, person: Peserta) -> tuple[str, int]:
    """The letters that begin one of the words of a name, and the arrows down, that need the fewest keys."""
    ways = []
    for word in person.nama.split(",")[0].split():
        for n in range(2, len(word) + 1):
            found = [one.id for one in services.peserta.cari(word[:n], MOST)]
            if person.id in found:
                ways.append((word[:n], found.index(person.id)))
    return min(ways, key=lambda way: (len(way[0]) + way[1], way[1]))


def test_ten_people_in_at_most_four_letters_and_enter_each(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    before = events(undangan)
    people = undangan.peserta.daftar(hanya="undangan")[::6][:10]
    for person in people:
        letters, arrows = shortest(undangan, person)
        keys.count = 0
        keys.type(letters)
        for _ in range(arrows):
            keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Return)
        assert keys.count <= 5, f"{person.nama} needed {keys.count} keys"
        assert page.door.welcome.isVisible() and page.door.welcome.name.text() == person.nama
        assert page.door.box.text() == "" and page.door.box.hasFocus()
    assert {one.id for one in undangan.peserta.daftar(hanya="hadir")} == {one.id for one in people}
    assert events(undangan) == before + 10
    assert page.counters.number.text() == "10 hadir"
    assert page.counters.of.text() == "10 dari 64 undangan + 0 tamu"


def test_all_64_need_at_most_four_keys_before_enter(undangan: Layanan) -> None:
    costs = {p.nama: sum((len(way[0]), way[1])) for p in undangan.peserta.daftar() for way in [shortest(undangan, p)]}
    assert len(costs) == 64
    assert max(costs.values()) <= 4, costs


def test_arrows_choose_another_line(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    keys.type("wa")
    assert len(page.door.matches.people) > 1
    second = page.door.matches.people[1]
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    found = undangan.peserta.satu(second.id)
    assert found and found.hadir


def test_a_guest_in_one_line(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    before = events(undangan)
    keys.type("Mbah Kromo")
    assert not page.door.matches.people
    keys.press(Qt.Key.Key_Return)
    assert page.door.tamu.isVisible() and page.door.tamu.nama_edit.text() == "Mbah Kromo"
    assert events(undangan) == before, "nothing is recorded until the line is complete"
    keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    keys.press(Qt.Key.Key_Return)
    (guest,) = undangan.peserta.daftar(hanya="hadir")
    assert (guest.nama, guest.jenis_kelamin, guest.diundang) == ("Mbah Kromo", "L", False)
    assert events(undangan) == before + 1
    assert page.door.welcome.name.text() == "Mbah Kromo"
    assert not page.door.tamu.isVisible() and page.door.box.hasFocus()
    assert page.counters.of.text() == "0 dari 64 undangan + 1 tamu"
    assert page.counters.sexes.text() == "L 1 · P 0 (0%)"


def test_ctrl_n_begins_a_guest_even_when_somebody_matches(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    keys.type("wa")
    page.new_item()
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    keys.type("rsih")
    keys.press(Qt.Key.Key_Tab)
    page.save_and_new()
    (guest,) = undangan.peserta.daftar(hanya="hadir")
    assert (guest.nama, guest.jenis_kelamin) == ("warsih", "P")


def test_escape_leaves_the_guest_line_without_losing_the_letters(page: KehadiranPage, keys: Keys) -> None:
    keys.type("Kromo")
    keys.press(Qt.Key.Key_Return)
    assert page.escape()
    assert page.door.box.text() == "Kromo" and page.door.box.hasFocus()
    assert page.escape()
    assert page.door.box.text() == ""
    assert not page.escape()


def test_a_guest_without_a_name_is_explained(page: KehadiranPage, undangan: Layanan) -> None:
    page.new_item()
    page.door.tamu.record_button.click()
    assert page.door.tamu.nama.problem == "Tulis dulu namanya."
    assert undangan.peserta.hitung().hadir == 0


def test_somebody_comes_for_the_chosen_person(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    keys.type("wah")
    sender = page.door.matches.current()
    assert sender
    keys.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.door.tamu.wakil_edit.text() == sender.nama
    keys.type("Joko")
    keys.press(Qt.Key.Key_Return)
    (guest,) = undangan.peserta.daftar(hanya="hadir")
    assert (guest.nama, guest.wakil_dari, guest.unsur) == ("Joko", sender.nama, sender.unsur)
    assert "wakil dari" in page.door.welcome.text.text()


def test_already_present_is_said_with_the_hour(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    person = undangan.peserta.daftar(hanya="undangan")[0]
    undangan.peserta.hadirkan(person.id, "08.03")
    before = events(undangan)
    keys.type(person.nama[:12])
    keys.press(Qt.Key.Key_Return)
    assert page.door.note.text() == f"{person.nama} sudah dicatat hadir pukul 08.03."
    assert page.door.note.isVisible()
    assert events(undangan) == before
    keys.type("w")
    assert page.door.box.text() == "w", "the next name replaces the letters"
    assert not page.door.note.isVisible()


def test_undo_brings_the_person_back_to_the_door(page: KehadiranPage, undangan: Layanan, keys: Keys) -> None:
    keys.type("wah")
    keys.press(Qt.Key.Key_Return)
    assert undangan.peserta.hitung().hadir == 1
    assert not page.door.box.isUndoAvailable(), "Ctrl+Z belongs to the window, the box has nothing to take back"
    undangan.riwayat.batalkan()
    assert page.counters.number.text() == "0 hadir"
    assert not page.door.welcome.isVisible()


def test_the_list_corrects_withdraws_and_names_signers(
    page: KehadiranPage, undangan: Layanan, say: Any, keys: Keys
) -> None:
    person = undangan.peserta.daftar(hanya="undangan")[0]
    undangan.peserta.hadirkan(person.id, "08.03")
    page.focus_filter()
    table, model = page.present.table, page.present.model
    assert model.rowCount() == 1 and table.isVisible()
    before = events(undangan)
    assert not model.setData(model.index(0, 0), "25.00")
    assert say.last.text == "Jam belum terbaca. Contoh: 09.05."
    assert model.setData(model.index(0, 0), "8.15")
    found = undangan.peserta.satu(person.id)
    assert found and found.hadir == "08.15"
    assert events(undangan) == before + 1
    table.selectRow(0)
    page.present.signer_button.click()
    forum = undangan.forum.aktif()
    assert forum and forum.wakil_peserta == (person.id,)
    assert page.present.signer_button.text() == "Bukan wakil peserta"
    assert page.present.note.text().startswith("1 orang menandatangani")
    page.present.withdraw_button.click()
    assert undangan.peserta.hitung().hadir == 0
    assert "menandatangani berita acara sebagai" not in page.present.note.text(), "who is not here signs nothing"
    assert say.last.action and say.last.action.text == "Urungkan"
    say.last.action.run()
    assert undangan.peserta.hitung().hadir == 1
    assert page.escape() and page.door.box.hasFocus()


def test_a_closed_forum_says_so_beforehand_and_shows_the_way(
    page: KehadiranPage, undangan: Layanan, say: Any, keys: Keys
) -> None:
    keys.type("wah")
    close(undangan)
    assert "sudah ditutup, jadi daftar hadir tidak dapat diubah" in page.closed.words.text()
    assert page.closed.button.hasFocus() and page.closed.button.text() == "Ke Kesepakatan"
    keys.press(Qt.Key.Key_A)
    assert page.door.box.text() == "wah"
    undangan.kesepakatan.buka_lagi("masih ada yang datang")
    assert page.door.box.hasFocus()
    keys.press(Qt.Key.Key_Return)
    assert undangan.peserta.hitung().hadir == 1
    assert say.said == []


def test_nobody_invited_yet(layanan: Layanan, show: Show) -> None:
    page = show(KehadiranPage, layanan).page
    assert page.door.hint.text().startswith("Belum ada undangan")
    assert page.counters.number.text() == "0 hadir"


def test_no_forum_yet(kosong: Layanan, show: Show) -> None:
    shown: Shown = show(KehadiranPage, kosong)
    assert not shown.page.has_forum
    shown.page.new_item()
    shown.page._stand_in()
    assert events(kosong) == 0


def test_a_person_of_the_search_is_shown(page: KehadiranPage, undangan: Layanan) -> None:
    absent, present = undangan.peserta.daftar(hanya="undangan")[:2]
    undangan.peserta.hadirkan(present.id)
    page.show_record(absent.id)
    assert page.door.matches.current() is not None and page.door.matches.people[0].id == absent.id
    page.show_record(present.id)
    assert page.present.table.current().id == present.id


def close(services: Layanan) -> None:
    """The hall has closed its result."""
    from musrenbang_desktop.domain.usulan import UsulanBaru

    record = services.usulan.catat(UsulanBaru(judul="Drainase", dusun="Krajan", pengusul="RT 01"))
    services.kehadiran.buka("yang hadir mewakili semua dusun")
    services.kesepakatan.susun()
    services.kesepakatan.tetapkan([record], "ke_kecamatan")
    services.kesepakatan.tutup()


def test_the_guest_recorded_by_the_service_is_welcome_too(page: KehadiranPage, undangan: Layanan) -> None:
    undangan.peserta.catat_tamu(PesertaBaru(nama="Sastro", unsur="Tokoh Masyarakat", diundang=False))
    assert page.counters.last.text().splitlines()[1].endswith("Sastro")


def scan(page: KehadiranPage, text: str) -> None:
    """A USB reader is a keyboard that ends with Enter."""
    QTest.keyClicks(page.door.box, text)
    QTest.keyClick(page.door.box, Qt.Key.Key_Return)


def test_a_qr_reader_at_the_door(layanan: Layanan, show: Show) -> None:
    page: KehadiranPage = show(KehadiranPage, layanan).page
    record = layanan.peserta.undang(PesertaBaru(nama="Sutrisno"))
    other = layanan.peserta.undang(PesertaBaru(nama="Karto"))
    forum = layanan.desk.forum_id
    good = kode(forum, record)
    scan(page, good)
    assert layanan.peserta.hitung().hadir == 1
    assert page.door.welcome.name.text() == "Sutrisno"
    assert page.door.box.text() == ""
    layanan.peserta.ubah(other, diundang=False)
    before = events(layanan)
    sentences = []
    for text in (good, good[:-3] + "QQQ", "M1:K7Q:UNDA::1/4", kode("k7q2m3ab-99", record), kode(forum, other)):
        scan(page, text)
        sentences.append(page.door.note.text())
        assert page.door.note.isVisible()
        assert page.door.box.text() == text, "the text stays"
        assert page.door.box.selectedText() == text, "and the next scan replaces it"
    assert sentences == [
        f"Sutrisno sudah dicatat hadir pukul {layanan.peserta.daftar(hanya='hadir')[0].hadir}.",
        "Kode ini tidak terbaca utuh. Pindai sekali lagi, atau ketik namanya.",
        "Ini kode halaman. Pindai kode yang besar di kanan bawah, atau ketik namanya.",
        "Ini kode undangan dari musrenbang lain. Periksa suratnya, atau ketik namanya.",
        "Pemilik kode ini tidak ada di daftar undangan. Ketik namanya, atau catat sebagai tamu.",
    ]
    assert events(layanan) == before
    scan(page, "Kar")
    assert layanan.peserta.hitung().hadir == 2


def test_a_guest_who_may_be_on_the_list_is_a_question_that_stops_nobody(
    page: KehadiranPage, undangan: Layanan, say: RecordedSay
) -> None:
    invited = undangan.peserta.daftar(hanya="undangan")[0]
    page._record_guest(PesertaBaru(nama=invited.nama, diundang=False))
    assert invited.nama in say.last.text and "mungkin sama" in say.last.text
    assert say.last.kind == "info", "it passes: three standing ones would push the box down"
    assert page.door.box.hasFocus(), "the next name can be typed at once"
    assert len(undangan.undangan.serupa()) == 1, "nothing is merged by itself"
    page._record_guest(PesertaBaru(nama="Zulkifli Tanpa Kembaran", diundang=False))
    assert len(undangan.undangan.serupa()) == 1
    assert invited.nama in say.last.text, "nothing was said of the second guest"
