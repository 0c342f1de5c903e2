"""The power goes while forms are half typed: the words are there again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.faults.half_typed import WORDS
from tests.village import opened
from ui.kehadiran.page import KehadiranPage
from ui.kesepakatan.page import KesepakatanPage
from ui.siapkan.page import SiapkanPage
from ui.undangan.page import UndanganPage
from ui.usulan.page import UsulanPage


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of which the power was cut."""
    folder = tmp_path_factory.mktemp("cut")
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.half_typed", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.stdout is not None
    try:
        assert program.stdout.readline().strip() == "kept"
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    return folder


@pytest.fixture
def killed(cut: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(cut, tmp_path / "data"))


def gone(*pages: QWidget) -> None:
    """The pages go before their store does, as when the program ends."""
    for page in pages:
        page.close()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def test_words_of_half_typed_forms_come_back_after_kill_9(killed: Path, qtbot: Any, say: Any, background: Any) -> None:
    with opened(killed) as services, ExitStack() as stack:
        usulan, _ = services.usulan.daftar()
        assert usulan.lokasi == WORDS["detail"]
        assert [person.nama for person in services.peserta.daftar()] == ["Bu Kamsiyah"]
        pages = [kind(services, say, background) for kind in (UsulanPage, KehadiranPage)]
        stack.callback(gone, *pages)
        for page in pages:
            page.refresh(None)
        assert pages[0].quick.fields["judul"].text() == WORDS["usulan"]
        assert pages[1].door.tamu.nama_edit.text() == WORDS["tamu"]
        assert not pages[1].door.tamu.isHidden()
        pages[1].door.tamu.record()
        assert WORDS["tamu"] in [person.nama for person in services.peserta.daftar()]
        pages[1].refresh(None)
        assert services.draf.ambil("tamu") == {}
        pages[0].show_record(usulan.id)
        assert pages[0].panel.section("dana").new.texts() == ("", WORDS["sumber"], "")
        assert pages[0].panel.folds["pecah"].head.accessibleDescription().endswith("belum selesai diketik")
        split = pages[0].panel.section("pecah")
        assert split.parts[1].judul.text() == WORDS["pecah"]
        split.run()
        assert [one.judul for one in services.usulan.daftar()][-1] == WORDS["pecah"]
        assert services.draf.ambil("usulan_pecah") == {}


def test_a_reason_and_a_beginning_are_asked_for_again_after_kill_9(
    killed: Path, qtbot: Any, say: Any, background: Any
) -> None:
    with opened(killed) as services, ExitStack() as stack:
        kesepakatan = KesepakatanPage(services, say, background)
        siapkan = SiapkanPage(services, say, background)
        stack.callback(gone, kesepakatan, siapkan)
        for page in (kesepakatan, siapkan):
            page.refresh(None)
            page.on_shown()
        line = kesepakatan.mover.line
        assert not line.isHidden()
        assert "ke urutan 2" in line.question.text()
        assert line.field.currentText() == WORDS["alasan"]
        first = services.kesepakatan.sekarang().butir[0].usulan
        line.oleh.setEditText("PKK")
        line.setuju.setText("30")
        line.accept()
        assert services.kesepakatan.sekarang().butir[1].usulan == first
        assert services.draf.ambil("kesepakatan") == {}
        assert siapkan.mulai.desa_edit.text() == WORDS["mulai"], "the form comes back by itself"
        assert siapkan.escape()
        siapkan.show_section("dasar")
        indikator = siapkan.section("dasar").quick.rows["indikator"].field
        assert indikator.currentText() == WORDS["dasar"]
        siapkan.new_item()
        assert siapkan.mulai.desa_edit.text() == "Sukamaju", "what was given up does not come back"


def test_words_that_no_record_can_hold_come_back_with_their_remark_after_kill_9(
    killed: Path, qtbot: Any, say: Any, background: Any
) -> None:
    with opened(killed) as services, ExitStack() as stack:
        siapkan = SiapkanPage(services, say, background)
        undangan = UndanganPage(services, say, background)
        stack.callback(gone, siapkan, undangan)
        for page in (siapkan, undangan):
            page.refresh(None)
        siapkan.escape()
        siapkan.show_section("fakta")
        day = siapkan.form.rows["tanggal"]
        assert (day.field.text(), day.problem) == (
            WORDS["tanggal"],
            "Tanggal belum terbaca. Contoh: 21-01-2026 atau 21 Januari 2026.",
        )
        assert "Yang tercatat tetap 21 Januari 2026" in day.below.text()
        undangan.acts.card_button.click()
        undangan.table.selectRow(0)
        card = undangan.late.card
        assert (card.usia_edit.text(), card.usia.problem) == (
            WORDS["usia"],
            "Tulis dengan angka, misalnya 120 atau 1.250.",
        )
        assert [person.usia for person in services.peserta.daftar()] == [41], "the record says what was understood"
        card.usia_edit.setText("40")
        card.usia_edit.commit()
        assert [person.usia for person in services.peserta.daftar()] == [40]
        assert services.draf.ambil("ketikan UndanganPage") == {}
