"""A whole file of usulan: found, previewed, corrected, and never surprising."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.usulan import FIELDS, UsulanBaru
from musrenbang_desktop.exchange.pratinjau import Pratinjau
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.usulan_import import periksa, to_json
from tests.unit.exchange.looking import look
from tests.usulan_files import HEAD, SIPD_HEAD, VILLAGE_MERGED, row, village_list, write_csv, write_xls, write_xlsx


def check_village(preview: Pratinjau) -> None:
    assert [one.judul for one in preview.usulan] == [
        "Tunjangan kader desa",
        "Operasional RT/RW",
        "Pembangunan Drainase RT 002 RW 001",
        "Pembangunan Jalan Paving",
        "RT 19 Paving gang masjid",
        "Pembangunan Jalan Paving RT.6 , RT. 8",
        "Renovasi drainase makam",
        "Pelatihan relawan",
    ]
    assert [one.bidang for one in preview.usulan] == [
        *["Penyelenggaraan Pemerintahan Desa"] * 2,
        *["Pembangunan Desa"] * 5,
        "Penanggulangan Bencana, Keadaan Mendesak dan Darurat Lainnya",
    ]
    assert (preview.usulan[0].volume, preview.usulan[0].satuan, preview.usulan[0].penerima_manfaat) == (
        "1",
        "orang",
        12,
    )
    assert preview.usulan[1].perkiraan_biaya == 4_500_000
    assert (preview.usulan[3].rw, preview.usulan[3].lokasi, preview.usulan[3].volume) == ("07", "", "569,5")
    assert preview.count("refused") == 0
    assert (preview.headings, len(preview.lewat)) == (3, 8)


def test_a_whole_list_as_villages_send_it(tmp_path: Path) -> None:
    check_village(periksa(write_xlsx(tmp_path / "a.xlsx", village_list(), merged=VILLAGE_MERGED)))
    check_village(periksa(write_xls(tmp_path / "a.xls", village_list())))
    check_village(periksa(write_csv(tmp_path / "a.csv", village_list(), delimiter=";", encoding="cp1252")))
    check_village(periksa(write_csv(tmp_path / "b.csv", village_list(), encoding="utf-16")))


def test_the_sheet_with_the_list_is_found(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    book.active["A1"] = "Isilah lembar berikut"
    for name, title in (("Usulan", "Talud"), ("Arsip", "Jalan")):
        sheet = book.create_sheet(name)
        sheet.append(["No", "Usulan", "Lokasi"])
        sheet.append([1, title, "Krajan"])
    book.save(tmp_path / "a.xlsx")
    preview = periksa(tmp_path / "a.xlsx")
    assert (preview.sheet, preview.sheets) == ("Usulan", ("Petunjuk", "Usulan", "Arsip"))
    assert periksa(tmp_path / "a.xlsx", sheet="Arsip").usulan[0].judul == "Jalan"
    with pytest.raises(BerkasTidakTerbaca) as refused:
        periksa(tmp_path / "a.xlsx", sheet="Lain")
    assert refused.value.kode == "lembar_tidak_ada"


def test_an_empty_sheet_says_so(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca) as refused:
        periksa(write_xlsx(tmp_path / "a.xlsx", []))
    assert refused.value.kode == "kosong"


def test_a_wrong_column_can_be_corrected(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["No", "Apa", "Di mana", "Berapa"], [1, "Talud", "Krajan", 5_000_000]])
    preview = periksa(path)
    assert (len(preview.rows), preview.mapping) == (0, {})
    assert preview.pesan.startswith("Kolom nama usulan tidak ditemukan")
    corrected = periksa(path, mapping={"judul": 1, "dusun": 2, "perkiraan_biaya": 3})
    assert corrected.usulan == (UsulanBaru(judul="Talud", dusun="Krajan", perkiraan_biaya=5_000_000),)
    assert corrected.pesan == ""
    with pytest.raises(ValueError, match="warna"):
        periksa(path, mapping={"judul": 1, "warna": 2})


def test_a_head_without_rows_says_so(tmp_path: Path) -> None:
    assert look(tmp_path).pesan.startswith("Tidak ada usulan di bawah judul kolom")


def test_an_export_of_sipd(tmp_path: Path) -> None:
    cells: dict[str, object] = {
        "No": 1,
        "ID Usulan": 991,
        "Pengusul": "Kelurahan Sukamaju",
        "Profil": "Lurah",
        "Usulan": "Paving jalan",
        "Masalah": "Rusak (RW 05 P2)",
        "Alamat": "RW 05",
        "OPD Awal": "Dinas PU",
        "Volume": "100 m",
        "Anggaran": " 4.500.000 ",
        "Catatan": "undefined",
    }
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", [SIPD_HEAD, [cells.get(name) for name in SIPD_HEAD]]))
    found = preview.usulan[0]
    assert (found.judul, found.rw, found.volume, found.satuan, found.perkiraan_biaya) == (
        "Paving jalan",
        "05",
        "100",
        "m",
        4_500_000,
    )
    assert (found.pengusul, found.perangkat_daerah, found.keterangan) == ("Kelurahan Sukamaju", "Dinas PU", "")


def test_json_has_the_agreed_form(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", volume="1 Org"), row(None, lokasi="Krajan"))
    answer = json.loads(json.dumps(to_json(preview)))
    assert list(answer) == ["rows"]
    assert [list(entry) for entry in answer["rows"]] == [["row", "verdict", "notes", "usulan"]] * 2
    assert [(entry["row"], entry["verdict"]) for entry in answer["rows"]] == [(2, "mended"), (3, "refused")]
    assert tuple(answer["rows"][0]["usulan"]) == FIELDS
    assert answer["rows"][0]["usulan"]["perkiraan_biaya"] is None
    assert answer["rows"][1]["usulan"] is None
    assert answer["rows"][1]["notes"][0].startswith("B3: ")


def test_ten_thousand_rows_with_progress_and_a_way_out(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [HEAD, *(row(f"Talud {n}", no=n, perkiraan_biaya=n * 10_000) for n in range(1, 10_001))]
    )
    steps: list[tuple[int, int]] = []
    preview = periksa(path, progress=lambda done, total: steps.append((done, total)))
    assert (len(preview.rows), preview.count("ok")) == (10_000, 10_000)
    assert steps[-1] == (10_000, 10_000)
    assert len(steps) >= 5
    seen: list[tuple[int, int]] = []
    with pytest.raises(BerkasTidakTerbaca) as stopped:
        periksa(path, progress=lambda done, total: seen.append((done, total)), cancelled=lambda: len(seen) >= 3)
    assert stopped.value.kode == "dihentikan"
    assert len(seen) == 3


CELL = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.sampled_from(
        ["BIDANG I", "Jumlah", "RT 1", "\u2022 a", "-", "Rp 5", "Usulan", "1 Org", "Sukamaju, 5 Mei 2026", "0"]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, max_size=16), max_size=12))
def test_any_table_gets_verdicts(tmp_path: Path, rows: list[list[object]]) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *rows], encoding="utf-16")
    with contextlib.suppress(BerkasTidakTerbaca):
        check_verdicts(periksa(path))


def check_verdicts(preview: Pratinjau) -> None:
    for baris in preview.rows:
        assert (baris.usulan is None) == (baris.verdict == "refused")
        assert bool(baris.notes) == (baris.verdict != "ok")
        assert baris.usulan is None or baris.usulan.judul == " ".join(baris.usulan.judul.split())
