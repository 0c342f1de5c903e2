"""Batal while something is printed: asked before every act at the printer, and before every paper of a package."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Cancelled, JobControl
from ui.dokumen import printing
from ui.dokumen.package_job import PackageJob
from ui.dokumen.package_panel import PackageWish


class Asked(JobControl):
    """Notes in which order a job asked whether it is still wanted and acted on the window's thread."""

    def __init__(self) -> None:
        self.order: list[str] = []
        super().__init__("Mencetak", lambda _progress: None, self._act)

    def check(self) -> None:
        self.order.append("tanya")
        super().check()

    def _act(self, act: Callable[[], Any]) -> Any:
        self.order.append("kerja")
        return act()


def test_nothing_is_sent_to_a_printer_without_asking_whether_it_is_still_wanted(
    qtbot: QtBot, held: Layanan, tmp_path: Path
) -> None:
    pdf = held.dokumen.penggambar().gambar("prioritas")
    control = Asked()
    pages = printing.send(pdf, printing.to_file(tmp_path / "x.pdf", 72), control, "Prioritas")
    *acts, last = control.order
    assert pages > 1 and last == "kerja", "the printer is let go of at the end, wanted or not"
    assert ("kerja", "kerja") not in set(pairwise(acts))


def test_a_cancelled_printout_stops_at_the_next_page(qtbot: QtBot, held: Layanan, tmp_path: Path) -> None:
    pdf = held.dokumen.penggambar().gambar("prioritas")
    control = Asked()
    control.cancel()
    with pytest.raises(Cancelled):
        printing.send(pdf, printing.to_file(tmp_path / "x.pdf", 72), control, "Prioritas")
    assert control.order == ["kerja", "tanya", "kerja", "kerja"], "begun, then taken back and let go of"


def test_a_package_that_is_only_saved_stops_before_the_next_paper(held: Layanan) -> None:
    """No printer asks between its pages, so the package must."""
    wish = PackageWish(None, (("lembar_hitung", 1), ("keterwakilan", 1)))
    control = Asked()
    service, save = held.dokumen, held.dokumen.simpan
    saved: list[str] = []

    def first(jenis: str, *facts: Any) -> Path:
        saved.append(jenis)
        control.cancel()
        return save(jenis, *facts)

    service.simpan = first  # type: ignore[method-assign]  # Batal is pressed while the first paper is written
    job = PackageJob(service.penggambar(), service, wish, lambda _name, _copies: printing.to_file(Path("x.pdf")))
    with pytest.raises(Cancelled):
        job(control)
    assert saved == ["lembar_hitung"]
