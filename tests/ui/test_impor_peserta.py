"""From a file to invited people: chosen with the space bar, applied in one act, taken back in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.people_files import OPENSID_HEAD, as_csv, opensid_row
from tests.ui.conftest import RecordedSay
from tests.ui.pages import clipped, events
from ui.theme import TEXT_SIZES, Theme
from ui.undangan.import_page import ImporPesertaPage

Show = Any

CSV = """No;Nama Lengkap;L/P;Lembaga;Alamat;NIK
1;Hj. Siti Aminah, S.Pd.;P;PKK;Dusun Krajan RT 02/01;0099000000000001
2;Sutrisno;L;Ketua RT;;0099000000000002
3;H. Sutrisno;L;Ketua RT;;0099000000000003
4;;P;BPD;;
;Jumlah;;4;;
"""


@pytest.fixture
def page(layanan: Layanan, show: Show) -> ImporPesertaPage:
    found: ImporPesertaPage = show(ImporPesertaPage, layanan).page
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "undangan.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "penduduk.csv"
    rows = [opensid_row(n, f"WARGA KE {n}") for n in range(1, 31)]
    path.write_text(as_csv(OPENSID_HEAD, rows), encoding="utf-8")
    return path


def test_nothing_is_written_before_apply_and_one_undo_takes_it_back(
    page: ImporPesertaPage, layanan: Layanan, say: RecordedSay, file: Path
) -> None:
    before = events(layanan)
    say.files.append(file)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert events(layanan) == before
    assert page.summary.text() == "1 siap, 2 diperbaiki, 1 ditolak, 1 dilewati. Belum ada yang tercatat."
    assert page.apply_button.text() == "Terapkan 2 orang"
    page.save_and_new()
    assert [(p.nama, p.unsur, p.dusun, p.rt) for p in layanan.peserta.daftar()] == [
        ("Hj. Siti Aminah, S.Pd.", "PKK", "Krajan", "02"),
        ("Sutrisno", "Ketua RT", "", ""),
    ]
    assert say.last.text == "2 orang dari undangan.csv sudah diundang."
    assert say.last.action is not None
    say.last.action.run()
    assert layanan.peserta.daftar() == []


def test_the_space_bar_chooses(page: ImporPesertaPage, layanan: Layanan, file: Path) -> None:
    page.open_file(file)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.apply_button.text() == "Terapkan 1 orang"
    page.table.selectRow(2)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    page.table.selectRow(3)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.chosen == {3, 4}, "a refused row cannot be chosen"
    page.apply()
    assert [p.nama for p in layanan.peserta.daftar()] == ["Sutrisno", "H. Sutrisno"]


def test_of_a_population_only_those_who_are_chosen(page: ImporPesertaPage, layanan: Layanan, people: Path) -> None:
    page.open_file(people)
    assert not page.apply_button.isEnabled()
    page.focus_filter()
    QTest.keyClicks(QApplication.focusWidget(), "ke 7")
    page.search.flush()
    page.choose_all()
    page.apply()
    (person,) = layanan.peserta.daftar()
    assert (person.nama, person.jenis_kelamin, person.usia, person.rt) == ("WARGA KE 7", "L", 45, "02")
    stored = layanan.desk.connection.execute("SELECT group_concat(isi) FROM jurnal").fetchone()[0]
    assert b"0099" not in (stored if isinstance(stored, bytes) else stored.encode())


def test_who_is_invited_already_is_not_invited_again(page: ImporPesertaPage, layanan: Layanan, file: Path) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Siti Aminah"))
    page.open_file(file)
    assert page.chosen == {3}
    page.table.selectRow(0)
    assert "sudah ada di daftar sebagai Siti Aminah" in page.notes.text()


def test_columns_are_pointed_at_by_hand(page: ImporPesertaPage, tmp_path: Path) -> None:
    file = tmp_path / "aneh.csv"
    file.write_text("Kode;Siapa;NIK\na;Karto;0099000000000001\n", encoding="utf-8")
    page.open_file(file)
    assert page.mapping.isVisible()
    assert page.summary.text().startswith("Kolom nama orang tidak ditemukan")
    offered = [page.mapping.boxes["nama"].itemText(n) for n in range(page.mapping.boxes["nama"].count())]
    assert offered == ["(tidak ada)", "A: Kode", "B: Siapa"]
    page.mapping.changed.emit({"nama": 1})
    assert page.apply_button.text() == "Terapkan 1 orang"


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_clipped(layanan: Layanan, show: Show, theme: Theme, people: Path, points: int) -> None:
    theme.text_size = points
    theme.apply()
    shown = show(ImporPesertaPage, layanan, 896, 475)
    assert clipped(shown.page) == []
    shown.page.open_file(people)
    shown.page.mapping_button.click()
    for _ in range(4):
        QApplication.processEvents()
    assert shown.page.width() <= shown.area.viewport().width()
    assert clipped(shown.page) == []
