"""The code of a kegiatan: recorded without its name, and told when it is another government's."""

from __future__ import annotations

from typing import Any

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kode_kegiatan import parse_kode, pemilik, salah_pemilik
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.replayed import assert_replayed
from ui.usulan.form import UsulanForm


@pytest.mark.parametrize(
    ("code", "owner"),
    [
        ("1.03.10.2.01.0005", "kabupaten"),
        ("1.03.10.1.01.0005", "provinsi"),
        ("7.01.03.2.02", "kabupaten"),
        ("7.01.03.2.02.", "kabupaten"),
        ("X.XX.01.2.06", "kabupaten"),
        ("2.3.10", "desa"),
        ("02.03.10", "desa"),
        ("1.03.10", ""),
        ("6.1.01", ""),
    ],
)
def test_whose_a_code_is(code: str, owner: str) -> None:
    assert pemilik(parse_kode(code)) == owner


@pytest.mark.parametrize("typed", ["jalan", "1", "1.2.3.4.5.6.7.8", "5.02.0-00.0.00.01.01", "2026", "12-05-2026"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="bukan_kode"):
        parse_kode(typed)


def test_in_a_kelurahan_its_own_work_has_a_code_of_the_kabupaten() -> None:
    assert salah_pemilik("7.01.03.2.02.0001", "desa", "kelurahan") == ""
    assert "APB Desa" in salah_pemilik("2.3.10", "desa", "kelurahan")


def test_the_form_records_the_code_and_tells_the_verdict(qtbot: Any, layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    form = UsulanForm(layanan)
    qtbot.addWidget(form)

    def show() -> str:
        found = layanan.usulan.satu(record)
        assert found is not None
        form.show_usulan(found)
        return form.rows["kode_kegiatan"].below.text()

    assert "Boleh kosong" in show()
    form.put("kode_kegiatan", "1.3.10.2.1.0005 Pembangunan jalan")
    found = layanan.usulan.satu(record)
    assert found and found.kode_kegiatan == "1.03.10.2.01.0005"
    layanan.usulan.ubah(record, kewenangan="desa")
    assert "kewenangannya desa sendiri" in show()
    layanan.usulan.ubah(record, kewenangan="kabupaten")
    assert "Boleh kosong" in show()
    layanan.riwayat.batalkan()
    layanan.riwayat.batalkan()
    layanan.riwayat.batalkan()
    found = layanan.usulan.satu(record)
    assert found and found.kode_kegiatan == ""
    assert_replayed(layanan)
    form.put("kode_kegiatan", "tidak tahu")
    assert "Ini bukan kode kegiatan" in form.rows["kode_kegiatan"].problem
