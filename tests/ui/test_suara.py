"""Ballots and score sheets typed by two people, without a hand on the mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.exchange.pabulib import Pabulib, Proyek, SuaraPabulib, write
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose, score
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, Stage, clipped, shows
from ui.suara.page import SuaraPage
from ui.suara.typing import read_ballot, read_scores, show_ballot
from ui.theme import TEXT_SIZES, Theme

show = shows(SuaraPage)


@pytest.fixture
def voting(layanan: Layanan) -> list[str]:
    """Ids of twelve usulan; twenty people, one group, approval voting with three choices."""
    ids = propose(layanan, 12)
    for number in range(20):
        layanan.peserta.hadirkan(layanan.peserta.undang(PesertaBaru(nama=f"Peserta {number}")))
    kriteria = [Kriteria("k1", "Suara", "Sr", 1, terkecil=0, terbesar=9999)]
    cara = CaraHitung(metode="setuju", gabung="jumlah", jatah_suara=3)
    layanan.prioritas.ubah_aturan(kriteria, (Kelompok("g1", "Semua peserta"),), (), cara)
    layanan.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
    return ids


def type_lines(stage: Stage, *lines: str) -> None:
    for line in lines:
        stage.type(line)
        stage.press(Qt.Key.Key_Return)


def test_two_people_type_the_same_paper_and_close(
    show: Show, layanan: Layanan, voting: list[str], say: RecordedSay
) -> None:
    layanan.suara.terbitkan("g1", 5)
    layanan.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
    stage = show(layanan)
    page = stage.page
    assert page.entry.number.value() == 1
    type_lines(stage, "1 2 3", "2", "", "x")
    assert [row.teks for row in page.model.rows()] == ["rusak", "kosong", "2", "1 2 3"]
    page.typings.button("2").click()
    type_lines(stage, "1 2 3", "3", "", "x")
    assert [button.text() for button in page.differences.buttons] == ["2"]
    page.close_button.click()
    assert "belum sama" in say.last.text
    page.differences.buttons[0].click()
    assert page.entry.number.value() == 2
    type_lines(stage, "2")
    assert page.differences.isHidden()
    page.close_button.click()
    assert "dibagikan" in say.last.text.lower()
    layanan.suara.sisakan("g1", 1)
    assert "Dibagikan 5 = 2 sah, 1 kosong, 1 rusak, 1 tidak dipakai." in page.box.balance.text()
    page.close_button.click()
    assert say.last.kind == "success"
    votes = layanan.prioritas.lembar("g1")
    assert [votes[record] for record in voting[:4]] == [(1,), (2,), (1,), (0,)]
    assert not page.entry.isEnabled()
    page.reopen_button.click()
    stage.type("Satu surat tertinggal")
    stage.press(Qt.Key.Key_Return)
    assert page.entry.isEnabled()


def test_what_cannot_be_is_said_beside_the_line(show: Show, layanan: Layanan, voting: list[str]) -> None:
    layanan.suara.terbitkan("g1", 5)
    stage = show(layanan)
    page = stage.page
    for line, words in (
        ("1 1", "dua kali"),
        ("1 2 3 4", "lebih banyak daripada yang boleh"),
        ("99", "tidak ada di daftar"),
        ("tiga", "dengan jarak"),
    ):
        page.entry.content.clear()
        type_lines(stage, line)
        assert words in page.entry.content_row.below.text()
        assert page.entry.content.text() == line, "the words stay"
    page.entry.number.fill(6)
    page.entry.content.clear()
    page.entry.content.setFocus()
    type_lines(stage, "1")
    assert "tidak dibagikan" in page.entry.number_row.below.text()
    assert layanan.suara.surat("g1", 1) == {}


def test_the_box_records_by_itself_and_explains_a_refusal(show: Show, layanan: Layanan, voting: list[str]) -> None:
    page = show(layanan).page
    field: Any = page.box.terbit.field
    field.setFocus()
    field.setText("21")
    field.textEdited.emit("21")
    field.commit()
    assert "lebih banyak daripada yang hadir" in page.box.terbit.below.text()
    field.setText("20")
    field.textEdited.emit("20")
    field.commit()
    assert layanan.suara.kotak("g1").terbit == 20


def test_a_score_sheet_is_typed_by_a_second_person(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    lock_rules(layanan)
    score(layanan, ids)
    stage = show(layanan)
    page = stage.page
    assert not page.box.isVisible()
    kelompok = page.kelompok
    sheet = layanan.prioritas.lembar(kelompok)
    page.typings.button("2").click()
    for record in ids[:2]:
        type_lines(stage, " ".join(str(one) for one in sheet[record]))
    type_lines(stage, ". . . . .")
    assert [button.text() for button in page.differences.buttons] == ["3"]
    assert layanan.suara.belum_selesai() == (kelompok,)
    page.differences.buttons[0].click()
    type_lines(stage, " ".join(str(one) for one in sheet[ids[2]]))
    assert page.differences.isHidden()


def test_the_page_says_what_comes_first(show: Show, layanan: Layanan) -> None:
    page = show(layanan).page
    assert "Kunci dulu aturan main" in page.hint.text()
    assert not page.entry.isEnabled()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, voting: list[str], theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    layanan.suara.terbitkan("g1", 5)
    layanan.suara.isi("g1", 1, SuratSuara(1, (voting[0],)))
    layanan.suara.isi("g1", 2, SuratSuara(1, (voting[1],)))
    stage = show(layanan)
    QApplication.processEvents()
    assert clipped(stage.page) == []


def test_ballots_are_read_as_they_are_shown() -> None:
    numbers, labels = {3: "a", 12: "b"}, {"a": "3", "b": "12"}
    for text in ("3 12", "12", ""):
        surat = read_ballot(7, text, numbers)
        assert show_ballot(surat, labels) == (text or "kosong")
    assert read_ballot(7, "3, 12", numbers) == SuratSuara(7, ("a", "b"))
    assert read_ballot(7, " X ", numbers).rusak
    assert read_scores("5 4 . - 1") == (5, 4, None, None, 1)
    with pytest.raises(RuleBroken, match="bukan_angka"):
        read_scores("5 empat")


def test_a_number_typed_by_mistake_is_taken_away(show: Show, layanan: Layanan, voting: list[str]) -> None:
    layanan.suara.terbitkan("g1", 9)
    stage = show(layanan)
    page = stage.page
    type_lines(stage, "1", "2")
    page.type_again(2)
    type_lines(stage, "-")
    assert list(layanan.suara.surat("g1", 1)) == [1]


def test_the_groups_follow_the_rules_and_each_has_its_own_next_number(
    show: Show, layanan: Layanan, voting: list[str]
) -> None:
    layanan.suara.terbitkan("g1", 9)
    stage = show(layanan)
    page = stage.page
    type_lines(stage, "1", "2")
    layanan.prioritas.buka_kunci("Dua kelompok")
    aturan = layanan.prioritas.aturan()
    layanan.prioritas.ubah_aturan(aturan.kriteria, (*aturan.kelompok, Kelompok("g2", "Perempuan")))
    layanan.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
    assert page.kelompok == "g1"
    assert page.group.findText("Perempuan") == 1
    page.entry.content.setText("3")
    page.group.setCurrentIndex(1)
    page.group.activated.emit(1)
    assert page.kelompok == "g2"
    assert (page.entry.number.value(), page.entry.content.text()) == (1, ""), "not the number of the group before"


def test_a_file_of_votes_is_taken_and_refused_by_keyboard(
    show: Show, layanan: Layanan, voting: list[str], say: RecordedSay, tmp_path: Path
) -> None:
    stage = show(layanan)
    page = stage.page
    titles = {one.id: one.judul for one in layanan.usulan.daftar()}
    proyek = tuple(Proyek(str(n), 10, titles[one]) for n, one in enumerate(voting, 1))
    path = tmp_path / "suara.pb"
    path.write_text(write(Pabulib(100, "ordinal", proyek, (SuaraPabulib(("1",)),))), "utf-8")
    say.files.append(path)
    page.files.take.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert "tidak sesuai" in say.last.text
    path.write_text(write(Pabulib(100, "approval", proyek, (SuaraPabulib(("1", "2")), SuaraPabulib(("2",))))), "utf-8")
    say.files.append(path)
    stage.press(Qt.Key.Key_Space)
    assert "2 surat suara diambil dari suara.pb" in say.last.text
    assert [row.teks for row in page.model.rows()] == ["2", "1 2"]
    assert not page.files.take.isEnabled(), "what was typed is never written over"
