"""The village's own kamus from CSV or Excel, where no package of the kabupaten brings one."""

from __future__ import annotations

import os
from pathlib import Path

from musrenbang_desktop.domain.bagian_paket import BAGIAN
from musrenbang_desktop.domain.tabel_paket import Tabel, baca_tabel
from musrenbang_desktop.exchange.sheet import open_book


def baca_kamus(path: str | os.PathLike[str]) -> tuple[str, Tabel]:
    """The name of the file and the entries of the sheet that has the most. Raises BerkasTidakTerbaca."""
    book = open_book(path)
    found = [baca_tabel(BAGIAN["kamus"], book.load(name).rows, nomori=True) for name in book.names]
    return Path(path).name, max(found, key=lambda table: len(table.baris))
