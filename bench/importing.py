"""The preview of a large list of usulan, and its records, against calamine reading the same file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench import village
from bench.row import Plan, Ratio, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.usulan_import import Pratinjau, periksa
from ui.impor.model import HASIL, count, rows

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


#: Rows that a window of the usual size shows at once.
_ON_SCREEN = 20


def measure(plan: Plan) -> Section:
    """Every row must be accepted, else something else than the reading of a list was timed."""
    size = plan.size(10_000, 200)
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as root:
        path, mended = Path(root) / "usulan.xlsx", Path(root) / "tulisan tangan.xlsx"
        _write(path, [village.one_usulan(number) for number in range(1, size + 1)])
        _write(mended, [_by_hand(number) for number in range(1, size + 1)])
        accepted = len(_every_record(path))
        if (accepted, _shown(path).siap) != (size, size):
            raise AssertionError(f"{accepted} of {size} rows were accepted")
        times = alternate(
            {
                "preview": lambda: seconds(lambda: _shown(path)),
                "records": lambda: seconds(lambda: _every_record(path)),
                "mended": lambda: seconds(lambda: _shown(mended)),
                "calamine": lambda: seconds(lambda: _calamine(path)),
            },
            plan.runs(5),
        )
    ratio = partial(Ratio, peer_name="calamine, cells to Python", peer=times["calamine"])
    return Section(
        "Import",
        [
            ratio(what=f"preview of {size:,} rows x 15 columns (.xlsx)", ours=times["preview"], budget=1.3),
            ratio(what=f"the same, and {size:,} records made of it", ours=times["records"]),
            ratio(what="preview of a list of which every third row must be mended", ours=times["mended"]),
        ],
        _NOTES.splitlines(),
    )


_NOTES = f"""\
Preview: guard the file, find the head, read it, judge every cell (taken as it stands, mended, refused, no usulan), \
count the verdicts and write out the {_ON_SCREEN} rows that fit on the screen. A row without a remark becomes a record \
when it is scrolled to or recorded; the second line makes them all, as *Terapkan* does.
The first list is in order, as our own template is when it was filled in. A row with a remark is read by itself, which \
takes about 0.1 ms: the third line.
Where the rest of the preview is, in parts of what calamine takes: unpacking the sheet once more for the guard 0.07, \
the search through it for cells far away 0.08, judging 0.11, the rows on the screen 0.03."""


def _shown(path: Path) -> Pratinjau:
    """All that is done until the preview stands."""
    preview = periksa(path)
    for verdict in HASIL:
        count(preview, verdict)
    table = rows(preview)
    for place in range(min(_ON_SCREEN, len(table))):
        table[place]
    return preview


def _every_record(path: Path) -> tuple[UsulanBaru, ...]:
    return _shown(path).usulan


def _by_hand(number: int) -> UsulanBaru:
    """Every third usulan as people write it: the place in the name, and the unit before the number."""
    one = village.one_usulan(number)
    return one if number % 3 else replace(one, judul=f"{number}. {one.judul}", volume=f"+/- {one.volume} Meter", rt="")


def _write(path: Path, usulan: Sequence[UsulanBaru]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Usulan")
    sheet.write_row(0, 0, ["No", *(title for title, _ in HEAD)])
    for number, one in enumerate(usulan, 1):
        sheet.write_row(number, 0, [number, *(getattr(one, name) for _, name in HEAD)])
    book.close()


def _calamine(path: Path) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
