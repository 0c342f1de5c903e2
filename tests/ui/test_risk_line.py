"""The hall sees what stands in the way of an usulan before a number is typed."""

from __future__ import annotations

from musrenbang_desktop.domain.kesiapan import BUTIR, Kesiapan
from musrenbang_desktop.domain.peringatan import Peringatan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose
from tests.ui.desktop import Show, shows
from ui.prioritas.page import PrioritasPage
from ui.prioritas.risk_line import RiskLine

show = shows(PrioritasPage)


def test_the_current_row_says_what_is_not_ready_and_who_warned(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    layanan.usulan.ubah(
        ids[1],
        peringatan=(Peringatan("aset_bukan_desa", "Camat"),),
        kesiapan=(Kesiapan("lahan", "tidak"),),
    )
    layanan.usulan.ubah(ids[2], kesiapan=tuple(Kesiapan(butir, "ya") for butir in BUTIR))
    lock_rules(layanan)
    page = show(layanan).page
    assert isinstance(page, PrioritasPage)
    page.show_part("skor")
    (line,) = [line for line in page.findChildren(RiskLine) if line.parentWidget().isAncestorOf(page.grid)]
    page.grid.go_to(ids[1], 0)
    assert line.isVisible()
    assert line.text().startswith("U-002: Kesiapan: lahan belum siap")
    assert "aset bukan milik desa (Camat)" in line.text()
    for record in (ids[0], ids[2]):
        page.grid.go_to(record, 0)
        assert not line.isVisible()
