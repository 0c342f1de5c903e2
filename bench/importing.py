"""The preview of a large list of usulan against calamine reading the same file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bench import village
from bench.row import Plan, Ratio, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.exchange.usulan_import import periksa

HEAD = (
    ("Usulan", "judul"),
    ("Masalah", "masalah"),
    ("Dusun", "dusun"),
    ("RT", "rt"),
    ("RW", "rw"),
    ("Lokasi", "lokasi"),
    ("Volume", "volume"),
    ("Satuan", "satuan"),
    ("Perkiraan Biaya (Rp)", "perkiraan_biaya"),
    ("Pengusul", "pengusul"),
    ("Bidang", "bidang"),
    ("Penerima Manfaat", "penerima_manfaat"),
    ("Perangkat Daerah", "perangkat_daerah"),
    ("Keterangan", "keterangan"),
)


def measure(plan: Plan) -> Section:
    """Every row must be accepted, else something else than the reading of a list was timed."""
    count = plan.size(10_000, 200)
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as root:
        path = Path(root) / "usulan.xlsx"
        _write(path, count)
        accepted = sum(1 for row in periksa(path).rows if row.usulan is not None)
        if accepted != count:
            raise AssertionError(f"{accepted} of {count} rows were accepted")
        times = alternate(
            {"ours": lambda: seconds(lambda: periksa(path)), "calamine": lambda: seconds(lambda: _calamine(path))},
            plan.runs(5),
        )
    row = Ratio(
        what=f"preview of {count:,} rows x 15 columns (.xlsx)",
        ours=times["ours"],
        peer_name="calamine, cells to Python",
        peer=times["calamine"],
        budget=1.3,
    )
    return Section("Import", [row], ["Ours: find the head, guard the file, read, judge and mend every cell."])


def _write(path: Path, count: int) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Usulan")
    sheet.write_row(0, 0, ["No", *(title for title, _ in HEAD)])
    for number in range(1, count + 1):
        usulan = village.one_usulan(number)
        sheet.write_row(number, 0, [number, *(getattr(usulan, name) for _, name in HEAD)])
    book.close()


def _calamine(path: Path) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
