"""The columns of a village's own RKP workbook are read into the plan of an usulan."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.exchange.usulan_import import periksa
from tests.usulan_files import write_xlsx

HEAD = ("No", "Jenis Kegiatan", "Data Eksisting", "SDGs ke-", "Target Capaian", "Lokasi", "Volume", "Waktu",
        "Jumlah (Rp)", "Pola Pelaksanaan", "Rencana Pelaksana Kegiatan")  # fmt: skip


def test_a_workbook_of_the_rkp_desa_is_read_with_its_plan(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "rkp.xlsx",
        [
            HEAD,
            (1, "Rabat beton", "200 m rusak", "9, 11", "200 m baik", "Krajan", "200 m", "3 bulan", 45_000_000,
             "Swakelola", "TPK Desa"),
            (2, "Embung", "", "", "", "Krajan", "1 unit", "", 60_000_000, "Gotong royong", ""),
        ],
    )  # fmt: skip
    first, second = periksa(path).usulan
    assert (first.data_eksisting, first.sdgs, first.target_capaian) == ("200 m rusak", "9, 11", "200 m baik")
    assert (first.waktu_pelaksanaan, first.pola_pelaksanaan, first.pelaksana) == ("3 bulan", "swakelola", "TPK Desa")
    assert second.pola_pelaksanaan == ""
    assert "Pola pelaksanaan: Gotong royong" in second.keterangan
