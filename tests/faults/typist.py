"""The program that is killed: it types usulan as fast as it can and says which ones are confirmed.

It reads one line, ``<folder>\t<name>``, opens that folder with the real services, records usulan called ``<name> 1``,
``<name> 2``, ... and prints ``<number>\t<record id>`` after each call has returned. It never ends by itself.
"""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import build


def type_for_ever(folder: Path, name: str) -> None:
    """Open the folder and record usulan until somebody ends this process."""
    services = build(open_store(folder, lambda: datetime.now().astimezone(), FileKeys(folder)).store)
    for number in count(1):
        record = services.usulan.catat(
            UsulanBaru(
                judul=f"{name} {number}",
                masalah="Air meluap ke jalan setiap hujan lebat dan anak sekolah harus memutar.",
                dusun="Krajan",
                rt=f"{number % 9 + 1:02d}",
                rw="01",
                volume="120",
                satuan="m",
                perkiraan_biaya=45_000_000 + number,
                pengusul="RT 01",
            )
        )
        sys.stdout.write(f"{number}\t{record}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    where, _, called = sys.stdin.readline().rstrip("\n").partition("\t")
    type_for_ever(Path(where), called)
