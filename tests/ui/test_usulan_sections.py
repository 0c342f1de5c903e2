"""The sections of one usulan by keyboard: opened, filled, half typed, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.domain.kontak import Kontak
from musrenbang_desktop.domain.peringatan import TANDA, Peringatan
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, Stage, clipped, events, shows
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.asal import AsalSection
from ui.usulan.catatan import CatatanSection
from ui.usulan.dana import DanaSection
from ui.usulan.kesiapan import KesiapanSection
from ui.usulan.page import UsulanPage
from ui.usulan.penerima import PenerimaSection

ALT = Qt.KeyboardModifier.AltModifier
KEYS = ("pokok", "asal", "penerima", "dana", "kesiapan", "catatan")


show = shows(UsulanPage)


@pytest.fixture
def ids(layanan: Layanan) -> list[str]:
    return propose(layanan, 4)


def one(layanan: Layanan, record: str) -> Usulan:
    found = layanan.usulan.satu(record)
    assert found is not None
    return found


def retype(stage: Stage, field: Any, text: str) -> None:
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    stage.type(text)
    decline(stage)
    stage.press(Qt.Key.Key_Tab)


def decline(stage: Stage) -> None:
    """Words that are offered go away when a key is pressed in earnest; here nobody gives the window back its place."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    stage.area.activateWindow()


def test_sections_open_by_their_number_and_their_heads_by_arrows(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    panel = stage.page.panel
    stage.page.show_record(ids[0])
    assert [key for key, fold in panel.folds.items() if fold.is_open] == ["pokok"]
    place = list(panel.folds).index("dana") + 1
    stage.press(Qt.Key(Qt.Key.Key_0 + place), ALT)
    assert panel.folds["dana"].is_open
    assert panel.folds["dana"].isAncestorOf(stage.focus)
    panel.folds["dana"].head.setFocus()
    stage.press(Qt.Key.Key_Down)
    assert stage.focus is panel.folds["kesiapan"].head
    stage.press(Qt.Key.Key_Return)
    assert panel.folds["kesiapan"].is_open
    stage.press(Qt.Key.Key_Return)
    assert not panel.folds["kesiapan"].is_open


def test_a_closed_head_says_what_is_known(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], kewenangan="desa", sumber_dana=(SumberDana("Dana Desa"),), peringkat_asal=1)
    stage = show(layanan)
    stage.page.show_record(ids[0])
    heads = stage.page.panel.folds
    assert "Dana Desa" in heads["dana"].head.accessibleDescription()
    assert heads["dana"].head.accessibleDescription().startswith("tertutup")
    assert "P1 RW 01" in heads["asal"].head.toolTip()


def test_beneficiaries_by_group_and_unknown_is_not_zero(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    stage.page.show_record(ids[0])
    section = stage.page.panel.section("penerima")
    assert isinstance(section, PenerimaSection)
    for name, text in (("penerima_l", "18"), ("penerima_p", "22"), ("penerima_rtm", "tidak diketahui")):
        retype(stage, section.rows[name].field, text)
    usulan = one(layanan, ids[0])
    assert (usulan.penerima_l, usulan.penerima_p, usulan.penerima_rtm, usulan.penerima_manfaat) == (18, 22, None, 40)
    assert "rumah tangga miskin tidak diketahui" in section.words.text()
    section.tags.buttons["anak"].setFocus()
    stage.press(Qt.Key.Key_Space)
    assert one(layanan, ids[0]).tema_penerima == ("anak",)
    layanan.riwayat.batalkan()
    assert not section.tags.buttons["anak"].isChecked()


def test_a_total_that_its_parts_contradict_is_explained(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], penerima_l=18, penerima_p=22)
    stage = show(layanan)
    stage.page.show_record(ids[0])
    row = stage.page.panel.form.rows["penerima_manfaat"]
    retype(stage, row.field, "50")
    assert "laki-laki ditambah perempuan" in row.problem
    assert one(layanan, ids[0]).penerima_manfaat == 40


def test_sources_of_money_are_rows_and_their_sum_is_told(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], perkiraan_biaya=60_000_000)
    stage = show(layanan)
    stage.page.show_record(ids[0])
    section = stage.page.panel.section("dana")
    assert isinstance(section, DanaSection)
    section.new.name.field.setFocus()
    for text in ("DD", "50 jt", "2027", "swadaya", "5 juta", ""):
        field = stage.focus
        assert isinstance(field, QLineEdit)
        field.setText(text)  # typed letters would open the list of names, which keeps the window in this surrounding
        stage.press(Qt.Key.Key_Return)
    assert one(layanan, ids[0]).sumber_dana == (
        SumberDana("Dana Desa", 50_000_000, 2027),
        SumberDana("Swadaya warga", 5_000_000),
    )
    assert section.sum.text() == "Jumlah sumber dana Rp55.000.000, kurang Rp5.000.000 dari perkiraan biaya."
    section.kewenangan.setFocus()
    stage.press(Qt.Key.Key_Down)
    section.kewenangan.commit()
    assert one(layanan, ids[0]).kewenangan == "desa"
    assert section.way.text() == "Masuk ke: RKP Desa"


def test_half_a_source_waits_at_its_own_usulan(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[0])
    section = page.panel.section("dana")
    assert isinstance(section, DanaSection)
    section.new.name.field.setFocus()
    stage.type("DD")
    stage.press(Qt.Key.Key_Return)
    stage.type("banyak")
    page.show_record(ids[1])
    assert section.new.texts() == ("", "", "")
    assert not section.unrecorded, "half a source is on the disk"
    assert layanan.draf.ambil("usulan_dana")[ids[0]]["jumlah"] == "banyak"
    page.show_record(ids[0])
    assert section.new.texts()[1] == "banyak"
    assert one(layanan, ids[1]).sumber_dana == one(layanan, ids[0]).sumber_dana == ()


def test_readiness_and_warnings_mark_the_row(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[0])
    section = page.panel.section("kesiapan")
    assert isinstance(section, KesiapanSection)
    box: Any = section.rows["jawab_lahan"].field
    box.setFocus()
    stage.press(Qt.Key.Key_Up)
    box.commit()
    retype(stage, section.rows["bukti_lahan"].field, "masih sengketa")
    retype(stage, section.rows["peringatan_sudah_dianggarkan"].field, "DPA 2026")
    usulan = one(layanan, ids[0])
    assert usulan.kesiapan == (Kesiapan("lahan", "tidak", "masih sengketa"),)
    assert usulan.peringatan == (Peringatan("sudah_dianggarkan", "DPA 2026"),)
    place = [column.key for column in page.model.columns].index("siap")
    index = page.model.index(0, place)
    assert index.data() == "2"
    assert "sudah dianggarkan (DPA 2026)" in index.data(Qt.ItemDataRole.ToolTipRole)
    retype(stage, section.rows["peringatan_sudah_dianggarkan"].field, " ")
    assert one(layanan, ids[0]).peringatan == ()


def test_three_notes_and_no_fourth(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    stage.page.show_record(ids[0])
    section = stage.page.panel.section("catatan")
    assert isinstance(section, CatatanSection)
    section.text.setFocus()
    for text in ("perlu segera", "saluran masih bagus", "setelah lahan jelas", "satu lagi"):
        stage.type(text)
        stage.press(Qt.Key.Key_Return)
    assert [note.teks for note in one(layanan, ids[0]).catatan] == [
        "perlu segera",
        "saluran masih bagus",
        "setelah lahan jelas",
    ]
    assert "tiga catatan" in section.text_row.problem
    assert section.text.text() == "satu lagi"
    shown = [label.text() for label in section.findChildren(QLabel) if label.text().startswith("Mendukung (")]
    assert len(shown) == 3


def test_origin_rank_and_contact(show: Show, layanan: Layanan, ids: list[str], say: RecordedSay) -> None:
    layanan.usulan.ubah(ids[1], asal="RW 01", peringkat_asal=1)
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[0])
    section = page.panel.section("asal")
    assert isinstance(section, AsalSection)
    before = events(layanan)
    retype(stage, section.rows["kontak_nama"].field, "Wagiyem")
    retype(stage, section.rows["kontak_telepon"].field, "0812 3450 9876")
    assert events(layanan) == before, "a contact is in no event"
    assert layanan.kontak.satu(ids[0]) == Kontak("Wagiyem", "081234509876")
    retype(stage, section.rows["koordinat"].field, "-7.801234, 110.364567")
    retype(stage, section.rows["asal"].field, "RW 01")
    retype(stage, section.rows["peringkat_asal"].field, "1")
    usulan = one(layanan, ids[0])
    assert (usulan.lintang, usulan.asal, usulan.peringkat_asal) == ("-7.801234", "RW 01", 1)
    assert section.question.text() == "P1 di RW 01 juga dipakai U-002. Mana yang lebih dulu?"
    section.down.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert (one(layanan, ids[0]).peringkat_asal, one(layanan, ids[1]).peringkat_asal) == (2, 1)
    assert section.question.text() == ""


def test_a_wrong_number_is_explained_and_waits_at_its_usulan(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    stage.page.show_record(ids[0])
    section = stage.page.panel.section("asal")
    assert isinstance(section, AsalSection)
    row = section.rows["kontak_telepon"]
    retype(stage, row.field, "12")
    assert "Contoh: 0812" in row.problem
    stage.page.show_record(ids[1])
    assert layanan.draf.ambil(section.drafts) == {ids[0]: {"kontak_telepon": "12"}}, "it waits, and is no contact"
    stage.page.show_record(ids[0])
    assert (row.field.text(), "Contoh: 0812" in row.problem) == ("12", True)
    assert layanan.kontak.satu(ids[0]) == Kontak()


def test_alt_up_and_down_order_the_list_within_its_origin(
    show: Show, layanan: Layanan, ids: list[str], say: RecordedSay
) -> None:
    for record in ids[:3]:
        layanan.usulan.ubah(record, asal="RW 01")
    stage = show(layanan)
    page = stage.page
    for record in ids[:3]:
        page.grid.select_record(record)
        page.grid.setFocus()
        stage.press(Qt.Key.Key_Up, ALT)
    assert [usulan.peringkat_asal for usulan in layanan.usulan.daftar()[:3]] == [1, 2, 3]
    stage.press(Qt.Key.Key_Up, ALT)
    assert say.texts("info")[-1] == "U-003 sekarang P2 di RW 01."
    stage.press(Qt.Key.Key_Down, ALT)
    assert one(layanan, ids[2]).peringkat_asal == 3
    page.grid.sortByColumn([c.key for c in page.model.columns].index("asal"), Qt.SortOrder.AscendingOrder)
    assert [usulan.id for usulan in page.model.rows() if usulan.asal == "RW 01"] == ids[:3]


def test_the_split_by_plan_is_shown_and_filters(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], kewenangan="desa", perkiraan_biaya=10_000_000)
    layanan.usulan.ubah(ids[1], kewenangan="pusat", perkiraan_biaya=None)
    stage = show(layanan)
    filters = stage.page.filters
    filters.more_button.click()
    text = filters.totals.text()
    assert "RKP Desa 1 usulan Rp10.000.000" in text
    assert "DU-RKP Desa 1 usulan Rp0 (1 tanpa biaya)" in text
    assert "Seluruhnya 4 usulan" in text
    filters.way.setCurrentIndex(filters.way.findData("du_rkp"))
    filters.way.commit()
    assert [usulan.id for usulan in stage.page.model.rows()] == [ids[1]]
    assert filters.more_button.text() == "Saringan lain (1)"
    filters.clear()
    assert stage.page.model.rowCount() == 4


@pytest.mark.parametrize("points", TEXT_SIZES)
def test_a_row_of_the_list_is_in_sight_at_every_size(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    propose(layanan, 12)
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    QApplication.processEvents()
    page = stage.page
    row = page.grid.visualRect(page.model.index(0, 0))
    at = page.grid.viewport().mapTo(stage.area.viewport(), row.bottomLeft())
    assert row.height() > 0
    assert at.y() <= stage.area.viewport().height(), "the first row is seen without scrolling"
    assert clipped(stage.page) == []


def test_the_quick_line_unfolds_with_its_first_letter(
    show: Show, layanan: Layanan, theme: Theme, ids: list[str]
) -> None:
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    stage = show(layanan)
    quick = stage.page.quick
    assert quick.fields["judul"].isVisible()
    assert not quick.fields["dusun"].isVisible()
    stage.type("Talud")
    assert all(field.isVisible() for field in quick.fields.values())
    stage.press(Qt.Key.Key_Return)
    assert stage.focus is quick.fields["dusun"]
    stage.page.save_and_new()
    assert not quick.fields["dusun"].isVisible()
    assert stage.focus is quick.fields["judul"]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_of_a_section_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], peringatan=(Peringatan("perlu_lahan", "Kaur"),), sumber_dana=(SumberDana("Dana Desa"),))
    layanan.usulan.catat_pendapat(ids[0], "syarat", "lahan dihibahkan dulu oleh pemiliknya, dengan surat")
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    stage.page.show_record(ids[0])
    for key in KEYS:
        stage.page.panel.section(key)
        for _ in range(3):  # a label that wraps is measured again when the scroll bar has come
            QApplication.processEvents()
        assert clipped(stage.page) == [], key


def test_every_section_fits_the_panel_beside_the_list(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    stage.area.resize(880, 520)
    panel = stage.page.panel
    stage.page.show_record(ids[0])
    assert stage.page.places.isVisible()
    for key in KEYS:
        panel.section(key)
        QApplication.processEvents()
        inside = panel.area.widget()
        assert inside.minimumSizeHint().width() <= panel.area.viewport().width(), key


def test_showing_every_section_writes_nothing(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(ids[0], kesiapan=(Kesiapan("lahan", "tidak"),), tema_asal=("anak",))
    before = events(layanan)
    stage = show(layanan)
    page = stage.page
    for record in ids:
        page.show_record(record)
        for key in KEYS:
            page.panel.section(key)
    assert page.settle()
    assert events(layanan) == before


def test_a_withdrawn_usulan_is_only_read(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.batalkan(ids[0], "ditarik")
    stage = show(layanan)
    stage.page.show_record(ids[0])
    for key in KEYS[1:]:
        section = stage.page.panel.section(key)
        fields = [field for field in section.findChildren(QLineEdit) if field.isVisible()]
        assert not any(field.isEnabled() for field in fields), key


def test_signs_of_less_are_shown_as_they_were_typed(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.usulan.ubah(
        ids[0],
        judul="<b>Pipa</b>",
        satuan="<i>m</i>",
        volume="5",
        asal="<u>RW</u>",
        sumber_dana=(SumberDana("<b>CSR</b>"),),
        peringatan=(Peringatan(next(iter(TANDA)), "<s>PUPR</s>"),),
    )
    layanan.usulan.catat_pendapat(ids[0], "mendukung", "<b>setuju</b>")
    layanan.usulan.batalkan(ids[0], "<i>dobel</i>")
    page = show(layanan).page
    page.show_record(ids[0])
    for key in page.panel.folds:
        page.panel.section(key)
    told = [label for label in page.panel.findChildren(QLabel) if "<" in label.text()]
    assert len(told) >= 5
    assert [label.text() for label in told if label.textFormat() != Qt.TextFormat.PlainText] == []
