"""Words that no record holds never stand where a record can only be read, and never take the cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.ui.desktop import Show, shows
from ui.usulan.page import UsulanPage

show = shows(UsulanPage)


@pytest.fixture
def ids(layanan: Layanan) -> list[str]:
    return propose(layanan, 3)


@pytest.mark.parametrize(
    ("shut", "open_again"),
    [
        (lambda desa, one: desa.usulan.batalkan(one, "Salah catat"), lambda desa, one: desa.usulan.pulihkan(one)),
        (
            lambda desa, one: desa.ganda.gabung(desa.usulan.daftar()[1].id, one),
            lambda desa, one: desa.ganda.pisahkan(one),
        ),
    ],
    ids=["withdrawn", "merged"],
)
def test_a_record_that_is_only_read_says_what_is_recorded(
    show: Show, layanan: Layanan, ids: list[str], shut: Callable[[Layanan, str], object], open_again: Any
) -> None:
    layanan.usulan.ubah(ids[0], perkiraan_biaya=78_000_000)
    layanan.draf.simpan("usulan_rincian", ids[0], {"perkiraan_biaya": "25 j"})
    page = show(layanan).page
    page.show_record(ids[0])
    row = page.panel.form.rows["perkiraan_biaya"]
    assert (row.field.text(), bool(row.problem)) == ("25 j", True)
    shut(layanan, ids[0])
    page.show_record(ids[1])
    page.show_record(ids[0])
    assert (row.field.text(), row.problem) == ("Rp78.000.000", "")
    page.show_record(ids[1])
    open_again(layanan, ids[0])
    page.show_record(ids[0])
    assert (row.field.text(), bool(row.problem)) == ("25 j", True), "they waited meanwhile"


def test_a_closed_forum_says_what_is_recorded(show: Show, held: Layanan) -> None:
    one = held.usulan.daftar()[0]
    held.draf.simpan("usulan_rincian", one.id, {"perkiraan_biaya": "25 j"})
    page = show(held).page
    page.show_record(one.id)
    row = page.panel.form.rows["perkiraan_biaya"]
    assert (row.field.text(), row.problem) == (format_rupiah(one.perkiraan_biaya or 0), "")


def test_words_that_come_back_leave_the_cursor_in_the_list(show: Show, layanan: Layanan, ids: list[str]) -> None:
    layanan.draf.simpan("usulan_asal", ids[1], {"kontak_telepon": "12"})
    page = show(layanan).page
    page.show_record(ids[0])
    row = page.panel.section("asal").rows["kontak_telepon"]
    page.grid.setFocus()
    page.grid.select_record(ids[1])
    assert (row.field.text(), bool(row.problem)) == ("12", True)
    assert page.grid.hasFocus(), "arrows go on through the list"
