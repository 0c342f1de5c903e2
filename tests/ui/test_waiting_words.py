"""Words that are not understood wait in their field: at their own record, with their remark, until it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Stage
from tests.village import opened
from ui.background import Background
from ui.fields import NumberEdit, committing
from ui.fields.waiting import Words
from ui.page import Page
from ui.prioritas.page import PrioritasPage
from ui.siapkan.page import SiapkanPage
from ui.undangan.page import UndanganPage

Open = Callable[[type[Page], Layanan], Stage]
HALF_A_DAY = "22-01-20"


@pytest.fixture
def desa(open_village: OpenVillage, monkeypatch: pytest.MonkeyPatch) -> Layanan:
    """A forum with two people who are invited and one wanted unsur."""
    monkeypatch.setattr(committing, "PAUSE_MS", 5)
    desa = open_village()
    desa.forum.buka(small_forum())
    desa.peserta.undang_banyak([PesertaBaru(nama="Tini", usia=30), PesertaBaru(nama="Tono", usia=40)])
    desa.unsur.tambah(TargetUnsur("PKK", 2))
    return desa


@pytest.fixture
def show(qtbot: Any, open_village: OpenVillage, say: RecordedSay, background: Background) -> Iterator[Open]:
    made: list[Stage] = []

    def open_page(kind: type[Page], services: Layanan) -> Stage:
        made.append(Stage(qtbot, services, kind(services, say, background)))
        return made[-1]

    yield open_page
    for stage in made:
        stage.close()


def typed(field: QLineEdit, text: str, services: Layanan, qtbot: Any) -> None:
    """Type over what stands there, and wait until it is on the disk; the cursor stays."""
    before = services.desk.connection.total_changes
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: services.desk.connection.total_changes != before)


def waiting(services: Layanan) -> int:
    """How many fields have words that wait on the disk."""
    rows = services.desk.connection.execute("SELECT count(*) FROM draf WHERE halaman LIKE 'ketikan %'")
    return int(rows.fetchone()[0])


def day_of(stage: Stage) -> Any:
    return stage.page.form.rows["tanggal"]


def test_half_a_day_is_there_again_with_its_remark_and_what_is_safe(
    desa: Layanan, open_village: OpenVillage, show: Open, qtbot: Any
) -> None:
    first = show(SiapkanPage, desa)
    typed(day_of(first).field, HALF_A_DAY + "x", desa, qtbot)
    said = day_of(first).problem
    first.close()
    row = day_of(show(SiapkanPage, desa := open_village()))
    assert (row.field.text(), row.problem) == (HALF_A_DAY + "x", said)
    assert row.below.text() == f"{said} Yang tercatat tetap {row.field.recorded_text} (Esc)."
    assert row.field.recorded_text == "21 Januari 2026"
    assert desa.forum.aktif().tanggal == "2026-01-21", "the record says what was understood last"


def test_esc_shows_the_record_again_and_only_the_second_one_is_the_page_s(
    desa: Layanan, show: Open, qtbot: Any
) -> None:
    stage = show(SiapkanPage, desa)
    row = day_of(stage)
    typed(row.field, "zz", desa, qtbot)
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert (row.field.text(), row.problem, waiting(desa)) == ("21 Januari 2026", "", 0)


@pytest.mark.parametrize("text", ["22-01-2026", "21 Januari 2026"])
def test_words_that_are_understood_wait_no_longer(desa: Layanan, show: Open, qtbot: Any, text: str) -> None:
    row = day_of(show(SiapkanPage, desa))
    typed(row.field, "zz", desa, qtbot)
    assert waiting(desa) == 1
    typed(row.field, text, desa, qtbot)
    assert (waiting(desa), row.problem) == (0, "")


def test_words_go_when_the_record_itself_changes(desa: Layanan, show: Open, qtbot: Any) -> None:
    stage = show(SiapkanPage, desa)
    row = stage.page.form.rows["pagu"]
    desa.forum.ubah(pagu=350_000_000)
    stage.page.refresh(None)
    typed(row.field, "banyak", desa, qtbot)
    stage.page.form.rows["tempat"].field.setFocus()
    assert row.field.text() == "banyak" and waiting(desa) == 1
    desa.riwayat.batalkan()
    stage.page.refresh(None)
    assert (row.field.text(), row.problem, waiting(desa)) == ("Rp100.000.000", "", 0)


def test_another_change_leaves_the_words_where_they_are(desa: Layanan, show: Open, qtbot: Any) -> None:
    stage = show(SiapkanPage, desa)
    row = stage.page.form.rows["pagu"]
    typed(row.field, "banyak", desa, qtbot)
    stage.page.form.rows["tempat"].field.setFocus()
    desa.forum.ubah(kecamatan="Lain")
    stage.page.refresh(None)
    assert (row.field.text(), bool(row.problem), waiting(desa)) == ("banyak", True, 1)


def test_emptied_words_are_forgotten(desa: Layanan, show: Open, qtbot: Any) -> None:
    row = show(SiapkanPage, desa).page.form.rows["pagu"]
    typed(row.field, "banyak", desa, qtbot)
    row.field.selectAll()
    QTest.keyClick(row.field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: waiting(desa) == 0)
    assert row.problem == ""


def test_a_forum_never_shows_the_words_of_another(
    desa: Layanan, open_village: OpenVillage, show: Open, qtbot: Any
) -> None:
    first = desa.desk.forum_id
    stage = show(SiapkanPage, desa)
    typed(day_of(stage).field, "zz", desa, qtbot)
    stage.page.show_section("unsur")
    typed(stage.page.section("unsur").quick.rows["unsur"].field, "Pemuda", desa, qtbot)
    second = desa.forum.buka(replace(small_forum(), desa="Mekarjaya", tanggal="2026-02-03"))
    stage.page.refresh(None)
    stage.page.show_section("fakta")
    quick = stage.page.section("unsur").quick.rows["unsur"].field
    assert (quick.text(), day_of(stage).field.text(), day_of(stage).problem) == ("", "3 Februari 2026", "")
    stage.close()
    for forum, day, unsur in ((second, "3 Februari 2026", ""), (first, "zz", "Pemuda")):
        desa = open_village()
        desa.forum.pilih(forum)
        stage = show(SiapkanPage, desa)
        assert day_of(stage).field.text() == day
        stage.page.show_section("unsur")
        assert stage.page.section("unsur").quick.rows["unsur"].field.text() == unsur
        stage.close()


def test_two_people_never_share_words(desa: Layanan, open_village: OpenVillage, show: Open, qtbot: Any) -> None:
    def ages(stage: Stage) -> list[tuple[str, bool]]:
        found = []
        for row in (0, 1):
            stage.page.table.selectRow(row)
            card = stage.page.late.card
            found.append((card.usia_edit.text(), bool(card.usia.problem)))
        return found

    stage = show(UndanganPage, desa)
    stage.page.acts.card_button.click()
    stage.page.table.selectRow(0)
    typed(stage.page.late.card.usia_edit, "3o", desa, qtbot)
    assert ages(stage) == [("3o", True), ("40", False)]
    stage.close()
    stage = show(UndanganPage, open_village())
    stage.page.acts.card_button.click()
    assert ages(stage) == [("3o", True), ("40", False)]


def test_a_cell_that_was_being_typed_is_open_again(desa: Layanan, show: Open, qtbot: Any, tmp_path: Path) -> None:
    def table_of(stage: Stage) -> Any:
        stage.page.show_section("unsur")
        return stage.page.section("unsur").table

    stage = show(SiapkanPage, desa)
    table = table_of(stage)
    table.setCurrentIndex(table.model().index(0, 0))
    table.edit(table.model().index(0, 0))
    typed(table.findChild(QLineEdit), "PKK dan Posy", desa, qtbot)
    cut = copytree(tmp_path / "data", tmp_path / "cut")
    stage.close()
    with opened(cut) as left:
        stage = show(SiapkanPage, left)
        table = table_of(stage)
        qtbot.waitUntil(lambda: table.findChild(QLineEdit) is not None)
        editor = table.findChild(QLineEdit)
        assert editor.text() == "PKK dan Posy"
        assert [row.unsur for row in left.unsur.daftar()] == ["PKK"], "nobody has left the cell"
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: waiting(left) == 0)
        assert [row.unsur for row in left.unsur.daftar()] == ["PKK dan Posy"]
        stage.close()


def test_a_field_outside_a_page_keeps_nothing(qtbot: Any) -> None:
    field = NumberEdit("Angka")
    qtbot.addWidget(field)
    field.setText("zz")
    assert not field.commit()
    assert field.waiting.words is None and field.broken is not None


UNSAID = "Belum tercatat. Tekan Tab di isian ini untuk mencatatnya."


def test_ctrl_z_takes_back_words_that_came_back_and_no_act(
    desa: Layanan, open_village: OpenVillage, show: Open, qtbot: Any
) -> None:
    first = show(SiapkanPage, desa)
    typed(day_of(first).field, "zz", desa, qtbot)
    first.close()
    row = day_of(show(SiapkanPage, desa := open_village()))
    row.field.setFocus()
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    override.ignore()
    QApplication.sendEvent(row.field, override)
    assert override.isAccepted(), "the window's Ctrl+Z, which takes back an act, does not hear of it"
    QTest.keyClick(row.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (row.field.text(), row.problem, waiting(desa)) == ("21 Januari 2026", "", 0)


@pytest.mark.parametrize(
    ("field", "text"), [("sebutan_dusun", "Padukuhan"), ("tempat", "Pendopo"), ("materi", "Jalan")]
)
def test_words_that_were_never_left_do_not_look_recorded(
    desa: Layanan, open_village: OpenVillage, show: Open, qtbot: Any, field: str, text: str
) -> None:
    first = show(SiapkanPage, desa)
    row = first.page.form.rows[field]
    before = row.field.recorded_text
    row.field.show_words(Words(text))
    row.field.waiting.keep()
    first.close()
    page = show(SiapkanPage, desa := open_village()).page
    row = page.form.rows[field]
    assert (row.field.text(), row.problem) == (text, UNSAID)
    assert row.below.text() == f"{UNSAID} Yang tercatat tetap {before or 'kosong'} (Esc)."
    page.refresh(None)
    assert row.problem == UNSAID, "also after something else was recorded"
    row.field.setFocus()
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert (row.problem, waiting(desa)) == ("", 0)
    assert getattr(desa.forum.aktif(), field) in (text, (text,))


def test_equal_rules_of_two_forums_share_no_words(desa: Layanan, show: Open, qtbot: Any) -> None:
    here = desa.desk.forum_id
    other = desa.forum.buka(small_forum())
    desa.desk.choose(here)
    page = show(PrioritasPage, desa).page
    before = [row.nama.text() for row in page.rules.criteria]
    typed(page.rules.criteria[0].bobot, "zz", desa, qtbot)
    typed(page.rules.criteria[1].nama, "Nama baru", desa, qtbot)
    page.rules.criteria[1].nama.commit()
    desa.desk.choose(other)
    page.refresh(None)
    rows = page.rules.criteria
    assert ([row.nama.text() for row in rows], rows[0].bobot.value()) == (before, 3)
    typed(rows[0].bobot, "4", desa, qtbot)
    assert [one.nama for one in desa.prioritas.aturan().kriteria] == before, "nobody renamed it here"
    desa.desk.choose(here)
    page.refresh(None)
    assert (page.rules.criteria[0].bobot.text(), page.rules.criteria[1].nama.text()) == ("zz", "Nama baru")
