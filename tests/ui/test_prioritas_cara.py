"""W6: every way of setting priorities by keyboard."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.cara import Pengaman
from musrenbang_desktop.ranking.pairwise import pair
from musrenbang_desktop.reference.templat_aturan import every, load
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose, score
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, events, shows
from ui.prioritas.example import example, worked
from ui.prioritas.page import PrioritasPage
from ui.theme import TEXT_SIZES, Theme

#: Plans, head and council that only a desa has.
OF_A_DESA = re.compile(r"\b(?:RKP|RPJM|SDGs) Desa|kewenangan desa|kepala desa|\bBPD\b", re.IGNORECASE)
WITNESSES = ("Sutrisno", "Hj. Siti Aminah")


show = shows(PrioritasPage)


def use(layanan: Layanan, name: str) -> str:
    """Take over a template, lock it, return the first group."""
    layanan.prioritas.pakai_templat(load(name))
    layanan.prioritas.kunci(WITNESSES)
    return layanan.prioritas.aturan().kelompok[0].id


def test_a_way_is_picked_from_the_list_with_its_example(show: Show, layanan: Layanan) -> None:
    propose(layanan, 3)
    stage = show(layanan)
    rules = stage.page.rules
    before = events(layanan)
    rules.head.template_button.click()
    assert stage.focus is rules.picker.list
    assert rules.picker.current().id == "T0"
    while rules.picker.current().id != "T13":
        stage.press(Qt.Key.Key_Down)
    assert "tiga titik" in rules.picker.sentence.text()
    assert "Talud: 41 \u2192 nilai 41, peringkat 1" in rules.picker.example.text()
    assert events(layanan) == before, "looking writes nothing"
    stage.press(Qt.Key.Key_Return)
    rules.picker.use_button.click()
    assert layanan.prioritas.aturan().cara.templat == "T13"
    assert rules.picker.isHidden()
    assert not rules.groups[0].pemilih.isHidden(), "persons are counted"
    layanan.riwayat.batalkan()
    assert layanan.prioritas.aturan().cara.metode == "bobot"


@pytest.mark.parametrize("jenis", ["desa", "kelurahan"])
def test_no_way_that_speaks_of_a_desa_is_offered_to_a_kelurahan(show: Show, layanan: Layanan, jenis: str) -> None:
    layanan.forum.ubah(jenis=jenis)
    rules = show(layanan).page.rules
    rules.head.template_button.click()
    picker, offered = rules.picker, []
    for row in range(picker.list.count()):
        picker.list.setCurrentRow(row)
        told = " ".join((picker.current().nama, picker.sentence.text(), *(k.nama for k in picker.current().kriteria)))
        if OF_A_DESA.search(told):
            offered.append(picker.current().id)
    assert offered == (["T2", "T2b"] if jenis == "desa" else [])


def test_a_way_in_use_stays_in_the_list_of_a_kelurahan(show: Show, layanan: Layanan) -> None:
    layanan.prioritas.pakai_templat(load("T2"))
    layanan.forum.ubah(jenis="kelurahan")
    rules = show(layanan).page.rules
    rules.head.template_button.click()
    assert rules.picker.current().id == "T2"


@pytest.mark.parametrize("name", [templat.id for templat in every()])
def test_every_template_has_a_live_example(name: str, production_theme: Theme) -> None:
    templat = load(name)
    assert worked(templat).count("peringkat") == len(templat.contoh.usulan)
    assert example(templat.aturan)


def test_numbers_of_several_digits_grow_key_by_key(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    ids = propose(layanan, 2)
    group = use(layanan, "T13")
    stage = show(layanan)
    stage.page.jump_to_missing()
    stage.type("41")
    stage.press(Qt.Key.Key_Return)
    stage.type("107")
    stage.press(Qt.Key.Key_Up)
    assert layanan.prioritas.lembar(group) == {ids[0]: (41,), ids[1]: (107,)}
    stage.press(Qt.Key.Key_Down)
    stage.type("0")
    stage.press(Qt.Key.Key_Up)
    assert layanan.prioritas.lembar(group)[ids[1]] == (0,), "a new number replaces the old one; zero is a count"


def test_more_dots_than_were_given_are_said_aloud(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    layanan.prioritas.pakai_templat(load("T13"))
    aturan = layanan.prioritas.aturan()
    layanan.prioritas.ubah_aturan(aturan.kriteria, [replace(aturan.kelompok[0], pemilih=5)], aturan.seri)
    layanan.prioritas.kunci(WITNESSES)
    layanan.prioritas.isi(aturan.kelompok[0].id, {ids[0]: (10,), ids[1]: (6,)})
    page = show(layanan).page
    page.show_part("peringkat")
    assert "tercatat 16, paling banyak 15 titik" in page.ranking_part.note.text()


def test_pairs_are_asked_one_by_one(show: Show, layanan: Layanan) -> None:
    a, b, c = propose(layanan, 3)
    group = use(layanan, "T10")
    stage = show(layanan)
    page = stage.page
    page.show_part("skor")
    page.jump_to_missing()
    assert stage.focus is page.pair_view
    assert "Pasangan 1 dari 3; 3 belum dijawab" in page.pair_view.progress.text()
    stage.type("120")
    assert layanan.prioritas.lembar(group) == {pair(a, b): (1,), pair(a, c): (2,), pair(b, c): (0,)}
    stage.press(Qt.Key.Key_Left)
    stage.press(Qt.Key.Key_Left)
    stage.type("2")
    assert layanan.prioritas.lembar(group)[pair(a, b)] == (2,)
    won = {row.usulan: row.nilai for row in layanan.prioritas.hasil().baris}
    assert won == {b: Fraction(3, 2), c: Fraction(3, 2), a: 0}
    layanan.riwayat.batalkan()
    assert layanan.prioritas.lembar(group)[pair(a, b)] == (1,)


def test_weights_are_asked_in_pairs_and_shown_with_their_agreement(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    layanan.prioritas.pakai_templat(load("T7"))
    rules = show(layanan).page.rules
    assert "Masih 6 pasang" in rules.pairs.result.text()
    for (first, second), box in list(rules.pairs.boxes.items()):
        agreed = {("urgensi", "manfaat"): 2, ("urgensi", "waktu"): 3, ("urgensi", "anggaran"): 3}
        box.fill(str(agreed.get((first, second), 1)))
        box.committed.emit(box.value())
    assert "Bobot: Mendesak " in rules.pairs.result.text()
    assert "jawaban sejalan" in rules.pairs.result.text()
    assert len(layanan.prioritas.aturan().cara.perbandingan) == 6


def test_classes_in_words_stand_above_the_sheet(show: Show, layanan: Layanan) -> None:
    propose(layanan, 1)
    use(layanan, "T3")
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    assert page.anchor_note.text().startswith("Keterdesakan: 1 = tidak mendesak")
    stage.press(Qt.Key.Key_Right)
    assert page.anchor_note.text().startswith("Aktual")


def test_range_and_meaning_of_the_scores_are_typed(show: Show, layanan: Layanan) -> None:
    propose(layanan, 1)
    stage = show(layanan)
    rules = stage.page.rules
    rules.ranges_button.click()
    row = rules.criteria[0]
    row.ranges.terbesar.setFocus()
    row.ranges.terbesar.selectAll()
    stage.type("3")
    stage.press(Qt.Key.Key_Tab)
    row.ranges.patokan.setFocus()
    stage.type("1 dapat menunggu; 3 mengancam jiwa")
    stage.press(Qt.Key.Key_Tab)
    first = layanan.prioritas.aturan().kriteria[0]
    assert (first.terbesar, [(one.nilai, one.teks) for one in first.kelas]) == (
        3, [(1, "dapat menunggu"), (3, "mengancam jiwa")]
    )  # fmt: skip
    row.ranges.patokan.setFocus()
    row.ranges.patokan.selectAll()
    stage.type("9 tidak ada")
    stage.press(Qt.Key.Key_Tab)
    assert rules.note.text() == "Angka ini di luar batas yang dapat dipakai."
    assert layanan.prioritas.aturan().kriteria[0] == first


def test_a_range_that_nobody_opened_stays_as_it_was_agreed(show: Show, layanan: Layanan) -> None:
    propose(layanan, 1)
    layanan.prioritas.pakai_templat(load("T3"))
    before = layanan.prioritas.aturan().kriteria
    stage = show(layanan)
    rules = stage.page.rules
    rules.criteria[0].singkatan.setFocus()
    rules.criteria[0].singkatan.selectAll()
    stage.type("Akt")
    stage.press(Qt.Key.Key_Tab)
    now = layanan.prioritas.aturan().kriteria
    assert now[0] == replace(before[0], singkatan="Akt") and now[1:] == before[1:]


def test_a_new_criterion_has_the_usual_range(show: Show, layanan: Layanan) -> None:
    propose(layanan, 1)
    stage = show(layanan)
    rules = stage.page.rules
    rules.add_criterion_button.click()
    stage.type("Kesiapan warga")
    stage.press(Qt.Key.Key_Tab)
    last = layanan.prioritas.aturan().kriteria[-1]
    assert (last.nama, last.terkecil, last.terbesar, last.kelas) == ("Kesiapan warga", 1, 5, ())


def test_limits_and_origins_are_recorded_and_shown(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 6)
    stage = show(layanan)
    page = stage.page
    way = page.rules.below.way
    for field, value in ((way.asal, "dusun"), (way.pagu, "berhenti"), (way.gabung, "median")):
        field.fill(value)
        field.committed.emit(value)
    way.kuota.setFocus()
    stage.type("2")
    stage.press(Qt.Key.Key_Tab)
    cara = layanan.prioritas.aturan().cara
    assert (cara.asal, cara.pagu, cara.gabung, cara.kuota) == ("dusun", "berhenti", "median", 2)
    layanan.prioritas.kunci(WITNESSES)
    for kelompok in layanan.prioritas.aturan().kelompok:
        layanan.prioritas.isi(kelompok.id, {one: (5 - n % 5, 4, 3, 2, 1) for n, one in enumerate(ids)})
    page.show_part("peringkat")
    titles = [column.key for column in page.ranking.rows().columns]
    assert {"asal", "masuk"} <= set(titles)
    shown = [page.ranking.rows().index(row, titles.index("masuk")).data() for row in range(6)]
    assert shown[-1].startswith("cadangan")


def test_a_group_of_a_bidang_sees_its_own_usulan_only(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 8)
    bidang = {one.id: one.bidang for one in layanan.prioritas.usulan()}
    first = bidang[ids[0]]
    stage = show(layanan)
    rules = stage.page.rules
    rules.details_button.click()
    rules.groups[0].bidang.setFocus()
    stage.type(first)
    stage.press(Qt.Key.Key_Tab)
    assert layanan.prioritas.aturan().kelompok[0].bidang == first
    layanan.prioritas.kunci(WITNESSES)
    page = stage.page
    page.show_part("skor")
    own = [one for one in ids if bidang[one] == first]
    assert 0 < len(own) < len(ids)
    assert [row.id for row in page.grid.rows().rows()] == own
    page.choose_group(group_id := layanan.prioritas.aturan().kelompok[1].id)
    assert len(page.grid.rows().rows()) == len(ids), f"{group_id} scores everything"


def test_the_safeguard_is_set_and_told(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 6)
    stage = show(layanan)
    page = stage.page
    way = page.rules.below.way
    last = layanan.usulan.satu(ids[-1])
    assert last is not None
    way.pengusul.fill(last.pengusul)
    for field, number in ((way.jaga_pengusul, 1), (way.teratas, 1)):
        field.fill(number)
        field.committed.emit(number)
    (rule,) = layanan.prioritas.aturan().cara.pengaman
    assert (rule.jenis, rule.nilai, rule.paling_sedikit, rule.teratas) == ("dari", last.pengusul, 1, 1)
    layanan.prioritas.kunci(WITNESSES)
    for kelompok in layanan.prioritas.aturan().kelompok:
        layanan.prioritas.isi(kelompok.id, {one: (5 - n % 5, 5 - n // 5, 3, 3, 3) for n, one in enumerate(ids)})
    page.show_part("peringkat")
    text = page.ranking_part.note.text()
    assert "1 teratas tanpa penjaga keterwakilan: U-001." in text
    assert f"menggantikan U-001 ({last.pengusul})" in text


def test_a_lot_is_recorded_with_two_witnesses(show: Show, layanan: Layanan) -> None:
    a, b = propose(layanan, 2)
    group = use(layanan, "T12")
    layanan.prioritas.isi(group, {a: (1, 0, 0, 0, 0), b: (1, 0, 0, 0, 0)})
    stage = show(layanan)
    page = stage.page
    page.show_part("peringkat")
    page.ranking_part.lot_button.click()
    assert page.ranking_part.lot.isVisible()
    page.ranking_part.lot.record_button.click()
    assert "usulan yang berbeda" in page.ranking_part.lot.note.text()
    for box, record in zip(page.ranking_part.lot.places, (b, a), strict=True):
        box.fill(record)
    page.ranking_part.lot.record_button.click()
    assert page.ranking_part.lot.note.text() == "Sebutkan paling sedikit dua saksi."
    for field, name in zip(page.ranking_part.lot.witnesses, WITNESSES, strict=True):
        field.setFocus()
        stage.type(name)
    page.ranking_part.lot.record_button.click()
    assert [row.usulan for row in layanan.prioritas.hasil().baris] == [b, a]
    assert page.ranking_part.lot.isHidden() and page.ranking_part.lot_button.isHidden()
    layanan.riwayat.batalkan()
    assert not page.ranking_part.lot_button.isHidden(), "the page hears of the undo"


def test_a_new_version_after_scores_asks_why(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    layanan.prioritas.kunci(WITNESSES)
    layanan.prioritas.isi("g1", {ids[0]: (5, 4, 3, 2, 1)})
    stage = show(layanan)
    rules = stage.page.rules
    stage.page.show_part("aturan")
    rules.unlock_button.click()
    assert stage.focus is rules.head.reason
    assert "Tulis mengapa" in rules.note.text()
    stage.type("bobot salah dibacakan")
    rules.unlock_button.click()
    assert not layanan.prioritas.aturan().terkunci
    layanan.prioritas.kunci(WITNESSES)
    assert rules.head.versions.text().endswith(": bobot salah dibacakan")


def test_another_usulan_beside_this_one_and_small_changes_of_weight(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan)
    lock_rules(layanan)
    score(layanan, ids)
    page = show(layanan).page
    page.show_part("peringkat")
    page.ranking.selectRow(0)
    page.toggle_explain()
    second = page.ranking.rows().row(1)
    page.explain.other.fill(second.id)
    page.explain.other.committed.emit(second.id)
    assert f"\u2194 {second.usulan.label}" in page.explain.text.text()
    page.explain.weights_button.click()
    assert "10 atau 20 persen" in page.explain.text.text()


@pytest.mark.parametrize("name", ["T3", "T7", "T10", "T13"])
def test_no_word_is_cut_at_the_largest_letters(
    show: Show, layanan: Layanan, theme: Theme, name: str, qtbot: Any
) -> None:
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    propose(layanan, 4)
    layanan.prioritas.pakai_templat(load(name))
    stage = show(layanan)
    page = stage.page
    page.rules.head.template_button.click()
    QApplication.processEvents()
    assert clipped(stage.page) == []
    page.rules.picker.close_button.click()
    if name != "T7":
        layanan.prioritas.kunci(WITNESSES)
    scores = () if len(layanan.prioritas.aturan().kriteria) > 5 else ("skor",)  # a wider sheet scrolls with its cursor
    for part in ("aturan", *scores, "peringkat"):
        page.show_part(part)
        qtbot.waitUntil(lambda: clipped(stage.page) == [], timeout=2000)


def test_a_tema_is_guarded_and_both_lists_are_shown(show: Show, layanan: Layanan) -> None:
    """First two of four; the third serves women and comes for the second, beside the list without the rule."""
    ids = propose(layanan, 4)
    layanan.usulan.ubah(ids[2], tema_penerima=("perempuan",))
    stage = show(layanan)
    page = stage.page
    way = page.rules.below.way
    way.pengusul.fill("tema:perempuan")
    way.pengusul.committed.emit("tema:perempuan")
    for field in (way.jaga_pengusul, way.teratas):
        field.setFocus()
        stage.type("1" if field is way.jaga_pengusul else "2")
        stage.press(Qt.Key.Key_Tab)
    assert layanan.prioritas.aturan().cara.pengaman == (Pengaman("dari", "tema", "perempuan", 1, 2),)
    assert way.pengusul.value() == "tema:perempuan"
    layanan.prioritas.kunci(WITNESSES)
    for kelompok in layanan.prioritas.aturan().kelompok:
        layanan.prioritas.isi(kelompok.id, {one: (5 - n, 4, 3, 2, 1) for n, one in enumerate(ids)})
    page.show_part("peringkat")
    assert "2 teratas tanpa penjaga keterwakilan: U-001, U-002." in page.ranking_part.note.text()
    assert "U-003 menggantikan U-002 (perempuan)" in page.ranking_part.note.text()
