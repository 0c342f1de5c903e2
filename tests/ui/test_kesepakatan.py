"""W8: order with reasons, outputs, and a closing that says what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import agree, order
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, events, shows
from ui.kesepakatan.page import KesepakatanPage
from ui.theme import TEXT_SIZES, Theme

ALT = Qt.KeyboardModifier.AltModifier


show = shows(KesepakatanPage)


def outputs(layanan: Layanan) -> dict[str, str]:
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    return {butir.usulan: butir.keluaran for butir in found.butir}


def test_the_first_order_comes_from_the_scores(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    page = show(layanan).page
    assert page.places.currentIndex() == 1
    page.begin.buttons[0].click()
    assert order(layanan) == ranked
    assert page.places.currentIndex() == 0


def test_a_move_needs_a_reason_in_place(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[4])
    before = events(layanan)
    stage.press(Qt.Key.Key_Up, ALT)
    page.propose_move(-1)
    line = page.mover.line
    assert "urutan 3" in line.question.text()
    assert page.model.id_of_row(2) == ranked[4], "the hall sees where it would go"
    stage.press(Qt.Key.Key_Return)
    assert "alasan" in line.problem.text()
    for field, words, asked_next, place in (
        (line.field, "Membahayakan anak sekolah", "siapa", line.oleh),
        (line.oleh, "Warga bantaran", "berapa orang", line.setuju),
        (line.setuju, "banyak", "angka", line.setuju),
    ):
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert asked_next in line.problem.text()
        assert line.window().focusWidget() is place
        assert events(layanan) == before
    line.setuju.clear()
    QTest.keyClicks(line.setuju, "41")
    QTest.keyClick(line.setuju, Qt.Key.Key_Return)
    assert order(layanan)[2] == ranked[4]
    assert events(layanan) == before + 1
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    assert found.butir[2].alasan_pindah == "Membahayakan anak sekolah"
    (move,) = found.perpindahan
    assert (move.dari, move.ke, move.oleh, move.setuju) == (5, 3, "Warga bantaran", 41)
    assert line.isHidden()


def test_leaving_the_reason_leaves_the_order(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[4])
    stage.press(Qt.Key.Key_Down, ALT)
    assert page.escape()
    assert order(layanan) == ranked
    assert page.model.id_of_row(4) == ranked[4]


def test_one_key_sets_the_output_of_several_rows(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[0])
    for _ in range(2):
        stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = events(layanan)
    stage.press(Qt.Key.Key_1)
    assert [outputs(layanan)[record] for record in ranked[:3]] == ["ke_kecamatan"] * 3
    assert events(layanan) == before + 1
    page.show_record(ranked[0])
    stage.press(Qt.Key.Key_Right, ALT)
    assert outputs(layanan)[ranked[0]] == "dana_desa"


def test_several_rows_share_one_reason(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "dana_desa")
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[10])
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    stage.press(Qt.Key.Key_3)
    assert not page.reason.isHidden()
    stage.type("Pagu tidak mencukupi")
    stage.press(Qt.Key.Key_Return)
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    assert [butir.alasan for butir in found.butir[10:]] == ["Pagu tidak mencukupi"] * 2


@pytest.mark.parametrize(("jenis", "offered"), [("desa", True), ("kelurahan", False)])
def test_a_kelurahan_is_not_offered_the_plan_of_a_desa_as_a_reason(
    show: Show, layanan: Layanan, ranked: list[str], jenis: str, offered: bool
) -> None:
    layanan.forum.ubah(jenis=jenis)
    layanan.kesepakatan.susun()
    page = show(layanan).page
    page.show_record(ranked[0])
    QTest.keyClick(page.table, Qt.Key.Key_3)
    usual = [page.reason.field.itemText(place) for place in range(page.reason.field.count())]
    assert "Pagu tidak mencukupi" in usual
    assert ("Belum tercantum dalam RPJM Desa" in usual) == offered


def test_pressing_3_again_keeps_the_reason(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked[:1], "belum_disepakati", "Lahan belum jelas")
    stage = show(layanan)
    stage.page.show_record(ranked[0])
    stage.press(Qt.Key.Key_3)
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    assert found.butir[0].alasan == "Lahan belum jelas"


def test_closing_is_refused_with_a_list_that_leads_there(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay
) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "dana_desa")
    layanan.kesepakatan.tetapkan(ranked[6:8], "belum_disepakati")
    page = show(layanan).page
    assert [button.text() for button in page.missing.buttons] == [place.label for place in page.state.kurang]
    page.head.close_button.click()
    assert "Belum dapat ditutup" in say.last.text
    assert page.table.current().id == ranked[6]
    page.reason.cancel()
    page.missing.buttons[1].click()
    assert page.table.current().id == ranked[7]
    assert not page.state.ditutup


def test_closing_and_opening_again(show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "dana_desa")
    stage = show(layanan)
    page = stage.page
    say.answers.append(True)
    page.head.close_button.click()
    assert page.state.ditutup
    assert page.head.closed_note.isVisible()
    assert not page.head.close_button.isVisible()
    before = events(layanan)
    page.show_record(ranked[0])
    stage.press(Qt.Key.Key_1)
    stage.press(Qt.Key.Key_Down, ALT)
    stage.press(Qt.Key.Key_Return)
    assert page.reason.isHidden()
    assert events(layanan) == before, "a closed agreement is only looked at"
    page.head.reopen_button.click()
    stage.press(Qt.Key.Key_Return)
    assert page.reason.problem.text()
    stage.type("Salah hitung pagu")
    stage.press(Qt.Key.Key_Return)
    assert not page.state.ditutup


def test_an_usulan_that_came_later_stands_in_the_way(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay
) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "ke_kecamatan")
    layanan.usulan.batalkan(ranked[3], "ditarik pengusul")
    page = show(layanan).page
    assert "berubah sesudah urutan" in page.missing.words()
    page.head.close_button.click()
    assert not page.state.ditutup
    say.answers.append(True)
    page.missing.buttons[0].click()
    assert page.missing.isHidden()
    assert set(outputs(layanan).values()) == {"ke_kecamatan"}, "outputs are kept"


def test_the_pagu_is_shown_and_an_unknown_one_is_said(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    assert page.pagu.words.text().startswith("Pagu Rp350.000.000, terpakai")
    layanan.kesepakatan.tetapkan(ranked, "dana_desa")
    assert "lebih Rp" in page.pagu.words.text()
    layanan.forum.ubah(pagu=None)
    assert "Pagu belum diketahui" in page.pagu.words.text()
    page.pagu.fill_in.click()
    assert stage.wishes[-1].page == "siapkan"


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, ranked: list[str], theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    layanan.kesepakatan.susun()
    stage = show(layanan)
    assert clipped(stage.page) == []
    stage.page.show_record(ranked[1])
    stage.page.propose_move(1)
    QApplication.processEvents()
    assert clipped(stage.page) == []


def test_a_jump_over_an_own_priority_leads_to_its_question(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay
) -> None:
    first, second = ranked[:2]
    layanan.usulan.ubah(first, asal="RW 05", peringkat_asal=1)
    layanan.usulan.ubah(second, asal="RW 05", peringkat_asal=2)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "dana_desa")
    layanan.kesepakatan.tetapkan([first], "belum_disepakati", "Lahan belum jelas")
    stage = show(layanan)
    page = stage.page
    assert [button.text().partition(" ")[2] for button in page.missing.buttons] == ["(P2 RW 05)"]
    page.head.close_button.click()
    assert not page.state.ditutup
    page.missing.buttons[0].click()
    assert "didahulukan" in page.reason.question.text()
    stage.type("Jembatan ini menghubungkan dua dusun")
    stage.press(Qt.Key.Key_Return)
    assert page.missing.isHidden()
    say.answers.append(True)
    page.head.close_button.click()
    assert page.state.ditutup


def test_a_closed_result_is_sealed_and_its_code_shown_large(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay
) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "ke_kecamatan")
    page = show(layanan).page
    assert not page.head.seal_button.isVisible()
    layanan.kesepakatan.tutup()
    assert page.head.seal_button.isVisible()
    say.answers = [False, True]
    page.head.seal_button.click()
    assert layanan.segel.sekarang() is None
    page.head.seal_button.click()
    sealed = layanan.segel.sekarang()
    assert sealed is not None
    assert page.seal_desk.card.code.text() == sealed.kode
    assert page.seal_desk.card.code.isVisible()
    assert "notulen" in page.seal_desk.card.note.text()
    assert not page.head.seal_button.isVisible()
    assert not page.head.reopen_button.isVisible()
    assert say.last.kind == "success"
    assert page.seal_desk.card.code.fontInfo().pointSizeF() > 2.5 * page.seal_desk.card.note.fontInfo().pointSizeF()


def test_a_result_that_changed_meanwhile_is_not_sealed(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(layanan, ranked)
    page = show(layanan).page
    say.answers = [True]
    run = page.background.run

    def slow(job: Any, *rest: Any) -> Any:
        layanan.kesepakatan.buka_lagi("terlewat satu")
        layanan.kesepakatan.tutup()
        return run(job, *rest)

    monkeypatch.setattr(page.background, "run", slow)
    page.head.seal_button.click()
    assert layanan.segel.sekarang() is None
    assert "Segel sekali lagi" in say.last.text
    assert page.head.seal_button.isEnabled()


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_code_is_whole_at_every_size(
    show: Show, layanan: Layanan, ranked: list[str], theme: Theme, size: int
) -> None:
    theme.text_size = size
    theme.apply()
    agree(layanan, ranked)
    layanan.segel.buat()
    page = show(layanan).page
    QApplication.processEvents()
    assert page.seal_desk.card.code.isVisible()
    assert clipped(page.seal_desk) == []


def test_a_note_after_the_seal_gets_a_code_of_its_own(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay
) -> None:
    agree(layanan, ranked)
    layanan.segel.buat()
    desk = show(layanan).page.seal_desk
    desk.add_button.click()
    form = desk.addendum
    form.confirm.click()
    assert "ditambahkan" in form.rows["teks_tambahan"].below.text()
    for name, words in (
        ("teks_tambahan", "Pagu dibaca ulang"),
        ("oleh_tambahan", "Camat"),
        ("alasan_tambahan", "angka di layar keliru"),
    ):
        QTest.keyClicks(form.rows[name].field, words)
    form.confirm.click()
    (note,) = layanan.segel.tambahan()
    assert (note.teks, note.oleh, note.alasan) == ("Pagu dibaca ulang", "Camat", "angka di layar keliru")
    assert note.kode in say.last.text
    assert form.isHidden()
    assert f"Kode {note.kode}" in desk.list.text()


def test_a_witness_makes_a_key_and_signs(
    show: Show, layanan: Layanan, ranked: list[str], say: RecordedSay, tmp_path: Path
) -> None:
    agree(layanan, ranked)
    layanan.segel.buat()
    desk = show(layanan).page.seal_desk
    desk.cosign_button.click()
    form = desk.cosign
    for name, words in (("nama_saksi", "Ibu Saksi"), ("jabatan_saksi", "Ketua BPD"), ("sandi", "padi")):
        QTest.keyClicks(form.rows[name].field, words)
    form.make.click()
    assert "8 huruf" in form.rows["sandi"].below.text()
    QTest.keyClicks(form.rows["sandi"].field, " menguning")
    key = tmp_path / "saksi.kunci"
    say.files = [key, None, key, key]
    form.make.click()
    assert key.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY")
    form.sign.click()
    assert layanan.segel.saksi() == [], "nothing was chosen"
    QTest.keyClicks(form.rows["sandi"].field, "x")
    form.sign.click()
    assert "keliru" in form.rows["sandi"].below.text()
    QTest.keyClick(form.rows["sandi"].field, Qt.Key.Key_Backspace)
    form.sign.click()
    (signed,) = layanan.segel.saksi()
    assert (signed.nama, signed.jabatan) == ("Ibu Saksi", "Ketua BPD")
    assert "Ketua BPD" in desk.list.text()
    assert form.isHidden()


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_forms_after_the_seal_are_whole(
    show: Show, layanan: Layanan, ranked: list[str], theme: Theme, size: int
) -> None:
    theme.text_size = size
    theme.apply()
    agree(layanan, ranked)
    layanan.segel.buat()
    stage = show(layanan)
    desk = stage.page.seal_desk
    for button in (desk.add_button, desk.cosign_button):
        button.click()
        QApplication.processEvents()
        assert clipped(desk) == []
    assert stage.page.escape()
