"""The power goes while forms are half typed: the words are there again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.faults.half_typed import WORDS
from tests.village import opened
from ui.kehadiran.page import KehadiranPage
from ui.usulan.page import UsulanPage


def test_words_of_half_typed_forms_come_back_after_kill_9(
    tmp_path: Path, qtbot: Any, say: Any, background: Any
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.half_typed", str(tmp_path)],
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
    with opened(tmp_path) as services:
        (usulan,) = services.usulan.daftar()
        assert usulan.lokasi == WORDS["detail"]
        assert services.peserta.daftar() == []
        pages = [kind(services, say, background) for kind in (UsulanPage, KehadiranPage)]
        for page in pages:
            qtbot.addWidget(page)
            page.refresh(None)
        assert pages[0].quick.fields["judul"].text() == WORDS["usulan"]
        assert pages[1].door.tamu.nama_edit.text() == WORDS["tamu"]
        assert not pages[1].door.tamu.isHidden()
        pages[1].door.tamu.record()
        assert [person.nama for person in services.peserta.daftar()] == [WORDS["tamu"]]
        pages[1].refresh(None)
        assert services.draf.ambil("tamu") == {}
