"""Ctrl+H in every list and every form of every page tells of the very record that the cursor stands on.

A new list without a history is found here: it says which record a row is, or it is named below with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from musrenbang_desktop.journal.keys import new_private_key
from musrenbang_desktop.services.dokumen import BERKAS
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.perubahan import Perubahan
from tests.full_day import full_day
from tests.small_forum import some_usulan
from tests.sukamaju import sealed_forum
from tests.ui.conftest import WindowSay
from tests.voting import hall
from ui.fields import TableView
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.segments import Segments
from ui.shell.history import RecordHistory
from ui.subject import SUBJECT
from ui.theme import Theme

ID = re.compile(r"\b[a-z0-9]{8}-[0-9]+")

#: Lists whose rows are no record, each with the reason.
NO_RECORD = {
    ("kehadiran", "Keterwakilan menurut kelompok"): "people counted group by group; nobody records a row",
}

#: (page, list) -> what must be read of the chosen row somewhere in its history.
SHOWS: dict[tuple[str, str], Callable[[Any], str]] = {
    ("siapkan", "Susunan acara"): lambda row: row.acara.judul,
    ("siapkan", "Data dasar"): lambda row: row.data.indikator,
    ("siapkan", "Pagu per sumber dana"): lambda row: row.isi.sumber,
    ("siapkan", "Unsur dan target"): lambda row: row.capaian.unsur,
    ("siapkan", "Musyawarah sebelum ini"): lambda row: row.forum.cakupan,
    ("undangan", "Daftar undangan"): lambda row: row.nama,
    ("kehadiran", "Daftar yang hadir"): lambda row: row.nama,
    ("kehadiran", "Calon delegasi"): lambda row: row.nama,
    ("kehadiran", "Baris daftar hadir di kertas"): lambda row: row.orang.nama,
    ("usulan", "Daftar usulan"): lambda row: row.judul,
    ("tahun_lalu", "Usulan tahun lalu"): lambda row: row.isi.judul,
    ("titipan", "Daftar titipan"): lambda row: row.isi.judul,
    ("berkas", "Berkas yang belum ada"): lambda row: row.usulan.judul,
    ("prioritas", "Lembar skor"): lambda row: row.usulan.judul,
    ("prioritas", "Peringkat"): lambda row: row.usulan.judul,
    ("suara", "Yang sudah diketik"): lambda row: row.teks,
    ("kesepakatan", "Urutan kesepakatan"): lambda row: row.usulan.judul,
    ("kirim", "Bukti terima setiap usulan"): lambda row: row.nomor,
    ("kirim", "Jawaban kabupaten"): lambda row: row.judul,
    ("tema", "Nasib usulan menurut tema"): lambda row: row.usulan.judul,
    ("layar", "Waktu tiap acara"): lambda row: row.butir.judul,
    ("layar", "Waktu bicara dibanding kehadiran"): lambda row: row.nama,
    ("layar", "Notulen"): lambda row: row.pokok,
    ("riwayat", "Riwayat"): lambda row: row.kalimat.removeprefix("Diulangi: ").split()[0],
}


#: Lists whose rows are part of a larger record: every line must be headed by the row, not by the whole.
HEADED = {"Susunan acara", "Pagu per sumber dana", "Unsur dan target", "Data dasar", "Waktu tiap acara"}


def any_row(_row: Any) -> bool:
    return True


#: Lists of which not every row was touched: the one to be chosen.
CHOSEN: dict[str, Callable[[Any], bool]] = {"Waktu bicara dibanding kehadiran": lambda row: row.giliran > 0}


#: (page, what a form says that it shows, with ids left out) -> what must be read in its history.
FORMS = {
    ("siapkan", "#pimpinan"): "Triyono Wibowo",
    ("siapkan", "#notulis"): "Darsini Rahayu",
    ("siapkan", "#ketua_tim"): "",
    ("siapkan", "#notulis_kedua"): "Yuliana",
    ("siapkan", "#kepala"): "Citra Wulandari",
    ("siapkan", "#fasilitator"): "Giyanto Susanto",
    ("siapkan", "#penjaga_waktu"): "Darmo",
    ("siapkan", "#saksi"): "Lestari Anggraini",
    ("siapkan", "#sambutan"): "Sugeng Widodo",
    ("siapkan", "#pemateri"): "Retno",
    ("siapkan", "#0"): "",  # whoever stands there: below
    ("siapkan", "#1"): "",
    ("siapkan", "#tingkat"): "utama",
    ("siapkan", "#pra"): "di luar program",
    ("siapkan", "#pra_luar"): "lima dusun",
    ("siapkan", "#paket"): "",  # no package was taken in: test_paket_history
    ("kehadiran", "#alasan_delegasi"): "",
    ("kehadiran", "#lembar#1"): "12 tanda tangan",
    ("kehadiran", "#lembar#0"): "",
    ("usulan", ""): "Drainase depan SDN 2",
    ("usulan", "#sumber_dana#0"): "APBD kabupaten",
    ("ganda", ""): "U-",
    ("suara", ".sarpras#skor#"): "Skor kelompok Sarana Prasarana",
    ("lampiran", ""): "foto",
}

#: Nothing was ever recorded there: then that is said, and nothing else is told instead.
EMPTY = {one for one, text in FORMS.items() if not text}


@pytest.fixture
def say() -> WindowSay:
    return WindowSay()


@pytest.fixture
def window(
    kosong: Layanan, qtbot: Any, say: WindowSay, background: Any, theme: Theme, tmp_path: Path
) -> Iterator[MainWindow]:
    full_day(kosong, tmp_path)
    made = MainWindow(kosong, say, background, theme, Preferences(tmp_path / "jendela.ini"))
    made.resize(1093, 1400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def parts(page: QWidget) -> Iterator[None]:
    yield
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            if shiboken6.isValid(button) and button.isEnabled():
                button.click()
                QApplication.processEvents()
                yield


def told(window: MainWindow) -> list[Perubahan]:
    """What Ctrl+H says now, newest first; nothing where it says that there is nothing."""
    window.front.show_history()  # what Ctrl+H does; a dialog that closes gives a hidden test no focus back
    shown = [one for one in window.findChildren(RecordHistory) if one.isVisible()]
    if not shown:
        return []
    rows = shown[0].table.rows()
    found = [rows.row(place) for place in range(rows.rowCount())]
    labels = [label.text() for label in shown[0].findChildren(QLabel)]
    for text in (*labels, *(f"{one.isian} {one.sebelum} {one.sesudah}" for one in found)):
        assert not ID.search(text), text
    shown[0].accept()
    window.activateWindow()
    QApplication.processEvents()
    return found


def words(steps: list[Perubahan]) -> str:
    return " ".join(f"{one.kalimat} {one.isian} {one.sebelum} {one.sesudah}" for one in steps)


def lists(page: QWidget) -> Iterator[tuple[str, QWidget, Any]]:
    """Every list in sight with rows: its name, and its first row that is chosen."""
    for table in page.findChildren(TableView):
        if table.isVisible() and table.model() is not None and table.rows().rowCount():
            table.setFocus()
            assert table.hasFocus(), table.accessibleName()
            rows, fit = table.rows(), CHOSEN.get(table.accessibleName(), any_row)
            place = next(n for n in range(rows.rowCount()) if fit(rows.row(n)))
            table.clearSelection()
            table.setCurrentIndex(table.model().index(place, 0))
            table.selectRow(place)
            yield table.accessibleName(), table, table.current()


def forms(page: QWidget) -> Iterator[QWidget]:
    """Every widget in sight that says which record it shows."""
    for one in page.findChildren(QWidget):
        if one.isVisible() and one.property(SUBJECT) is not None:
            yield one


def inside(form: QWidget) -> QWidget | None:
    """Where the cursor can stand in it."""
    every = [form, *form.findChildren(QWidget)]
    return next(
        (one for one in every if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus),
        None,
    )


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_ctrl_h_tells_of_the_row_with_the_cursor(key: str, window: MainWindow, say: WindowSay) -> None:
    window.show_page(key)
    QApplication.processEvents()
    page = window.page()
    seen: set[str] = set()
    silent: list[str] = []
    for _part in parts(page):
        for name, _table, row in lists(page):
            if name in seen or (key, name) in NO_RECORD:
                continue
            seen.add(name)
            steps = told(window)
            assert (key, name) in SHOWS, f"{key}, {name}: what must its history show?"
            wanted = SHOWS[key, name](row)
            own = name not in HEADED or all(wanted in one.kalimat for one in steps)
            if not steps or not own or wanted.casefold() not in words(steps).casefold():
                silent.append(f"{name}: {wanted!r} not in {words(steps)[:300]!r}")
    assert silent == []
    assert {name for page_key, name in SHOWS if page_key == key} == seen, "a list was not found any more"


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_ctrl_h_tells_of_the_form_with_the_cursor(key: str, window: MainWindow, say: WindowSay) -> None:
    window.show_page(key)
    page: Any = window.page()
    if key == "usulan":
        page.show_record(page.services.usulan.daftar()[0].id)
        for fold in page.panel.folds.values():
            fold.head.setChecked(True)
    QApplication.processEvents()
    seen: set[tuple[str, str]] = set()
    for _part in parts(page):
        for form in list(forms(page)):
            spot, subject = inside(form), ID.sub("", form.property(SUBJECT)())
            if spot is None or (not subject and not ID.search(form.property(SUBJECT)())):
                continue
            seen.add((key, subject))
            spot.setFocus()
            steps = told(window)
            assert (key, subject) in FORMS, f"{key}, {subject}: what must its history show?"
            assert FORMS[key, subject] in words(steps), (subject, words(steps)[:300])
            if (key, subject) in EMPTY - {("siapkan", "#0"), ("siapkan", "#1")}:
                assert steps == [] and "belum punya riwayat" in say.last.text, subject
    assert {one for one in FORMS if one[0] == key} == seen, "a form was not found any more"


def test_a_document_tells_of_its_saving(window: MainWindow) -> None:
    window.show_page("dokumen")
    page: Any = window.page()
    page.show_record("daftar_hadir_nama")
    page.desk.documents.setFocus()
    assert [one.sesudah for one in told(window)] == [f"Dokumen disimpan: {BERKAS['daftar_hadir_nama']}"]


def test_the_seal_tells_of_its_addenda_and_of_who_signed_it(
    kosong: Layanan, qtbot: Any, say: WindowSay, background: Any, theme: Theme, tmp_path: Path
) -> None:
    sealed_forum(kosong)
    draft = kosong.segel.siapkan_tambahan("Salah tulis volume", "Camat", "ditemukan sesudahnya")
    kosong.segel.catat_tambahan(draft, draft.hitung())
    kosong.segel.ikut_menandatangani("Lestari", "Ketua TP PKK", new_private_key())
    made = MainWindow(kosong, say, background, theme, Preferences(tmp_path / "jendela.ini"))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_page("kesepakatan")
    QApplication.processEvents()
    page: Any = made.page()
    page.seal_desk.cosign_button.setFocus()
    steps = [one.sesudah for one in told(made)]
    assert steps[0] == "Segel ikut ditandatangani Ketua TP PKK"
    assert steps[1].startswith("Catatan tambahan 1 disegel") and steps[2].startswith("Hasil disegel")
    made.close()


def test_a_ballot_tells_of_itself_in_the_list_and_in_the_form(
    qtbot: Any, say: WindowSay, background: Any, theme: Theme, tmp_path: Path
) -> None:
    for desa, _ids in hall(tmp_path):
        desa.suara.terbitkan("g1", 4)
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        made = MainWindow(desa, say, background, theme, Preferences(tmp_path / "jendela.ini"))
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.show_page("suara")
        QApplication.processEvents()
        page: Any = made.page()
        for number, text in ((1, "3 5"), (2, "x"), (1, "3 6")):
            page.type_line(number, text)
        page.table.setFocus()
        page.table.select_record("2")
        assert [(one.kalimat, one.sesudah) for one in told(made)] == [("Surat suara nomor 2, Kelompok 1", "rusak")]
        page.type_again(1)
        steps = told(made)
        assert [(one.sebelum, one.sesudah, one.oleh) for one in steps] == [
            ("3 5", "3 6", "Ibu Satu"), ("", "3 5", "Ibu Satu"),
        ]  # fmt: skip
        page.entry.go_on(4)
        page.table.clearSelection()
        page.table.setCurrentIndex(QModelIndex())
        assert {one.isian for one in told(made)} == {"dibagikan", "pencacah pertama", "pencacah kedua"}, "the box"
        made.close()


def test_each_witness_tells_of_himself(window: MainWindow) -> None:
    window.show_page("siapkan", "tim")
    page: Any = window.page()
    saksi = page.section("tim").form.rows["saksi"].field
    names = []
    for line, edit in saksi.lines:
        edit.parts["nama"].setFocus()
        steps = told(window)
        names.append(edit.value().nama)
        assert {one.sesudah.partition(",")[0] for one in steps} == {names[-1]}, line
    assert len(set(names)) == 2


def test_a_criterion_and_a_group_tell_of_themselves_while_the_rules_are_open(
    layanan: Layanan, qtbot: Any, say: WindowSay, background: Any, theme: Theme, tmp_path: Path
) -> None:
    layanan.usulan.catat_banyak(some_usulan(2), "dicatat")
    aturan = layanan.prioritas.aturan()
    first, *rest = aturan.kriteria
    for bobot in (7, 8):
        layanan.prioritas.ubah_aturan((replace(first, bobot=bobot), *rest), aturan.kelompok, aturan.seri)
    made = MainWindow(layanan, say, background, theme, Preferences(tmp_path / "jendela.ini"))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_page("prioritas")
    QApplication.processEvents()
    rules: Any = made.page()
    rules.rules.criteria[0].bobot.setFocus()
    step = told(made)[0]
    assert (step.isian, step.sebelum, step.sesudah) == ("bobot", "7", "8")
    rules.rules.groups[0].nama.setFocus()
    assert told(made)[0].kalimat == f"Kelompok: {aturan.kelompok[0].nama}"
    made.close()
