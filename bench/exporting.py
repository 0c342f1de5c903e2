"""A large list written as Excel, against XlsxWriter writing the same cells."""

from __future__ import annotations

import io
from collections.abc import Sequence

from bench import village
from bench.importing import HEAD
from bench.row import Plan, Ratio, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.exchange.listing import Daftar, Isi, Kolom
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

_MONEY = "perkiraan_biaya"


def measure(plan: Plan) -> Section:
    """Both files must hold the same cells, else something else than the writing of a list was timed."""
    daftar = _list(plan.size(10_000, 200))
    ours, peer = as_xlsx([daftar]), _xlsxwriter(daftar, constant_memory=False)
    if _cells(ours) != _cells(peer):
        raise AssertionError("the two files do not hold the same cells")
    times = alternate(
        {
            "ours": lambda: seconds(lambda: as_xlsx([daftar])),
            "plain": lambda: seconds(lambda: _xlsxwriter(daftar, constant_memory=False)),
            "constant": lambda: seconds(lambda: _xlsxwriter(daftar, constant_memory=True)),
        },
        plan.runs(5),
    )
    what = f"export of {len(daftar.baris):,} rows x {len(daftar.kolom)} columns (.xlsx)"
    return Section(
        "Export",
        [
            Ratio(what=what, ours=times["ours"], peer_name="XlsxWriter", peer=times["plain"], budget=0.6),
            Ratio(
                what=what,
                ours=times["ours"],
                peer_name="XlsxWriter, constant_memory",
                peer=times["constant"],
                budget=0.6,
            ),
            Ratio(
                what=f"size of {what}",
                ours=[len(ours) / 1000],
                peer_name="XlsxWriter",
                peer=[len(peer) / 1000],
                unit="kB",
            ),
        ],
        ["Ours writes styles, widths, filter, F4 and heads besides; the peer writes the cells only, in one format."],
    )


def _list(count: int) -> Daftar:
    kolom = (Kolom("No"), *(Kolom(title, "rupiah" if name == _MONEY else "", name) for title, name in HEAD))
    rows: list[Sequence[Isi]] = []
    for number in range(1, count + 1):
        usulan = village.one_usulan(number)
        rows.append([number, *(getattr(usulan, name) for _, name in HEAD)])
    return Daftar("Usulan", kolom, rows)


def _xlsxwriter(daftar: Daftar, *, constant_memory: bool) -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": constant_memory, "in_memory": not constant_memory})
    sheet = book.add_worksheet("Usulan")
    sheet.write_row(0, 0, [kolom.judul for kolom in daftar.kolom])
    for number, row in enumerate(daftar.baris, 1):
        for place, isi in enumerate(row):
            if isinstance(isi, str):
                sheet.write_string(number, place, isi)
            elif isi is not None:
                sheet.write_number(number, place, isi)
    book.close()
    return target.getvalue()


def _cells(data: bytes) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    return list(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python())
