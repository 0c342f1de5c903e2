"""*Salin cadangan*: a titik simpan carried away on a flash disk, read back before it is called good.

The folder on the disk is laid out as the folder ``cadangan`` of the data, so a laptop that finds it there recovers from
it by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from musrenbang_desktop.db import backup, luar
from musrenbang_desktop.db.errors import Damaged
from musrenbang_desktop.db.lampiran import FOLDER as FILES
from musrenbang_desktop.db.lampiran import Simpanan
from musrenbang_desktop.db.queries import lampiran as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.cadangan import CadanganService
from musrenbang_desktop.services.desk import Desk

Lapor = Callable[[int, int, str], None]
"""files done, of how many, which; may raise to stop"""


@dataclass(frozen=True, slots=True)
class Tersalin:
    """Where the copy lies, of how many files it consists, and the photos and papers that are nowhere any more."""

    folder: Path
    berkas: int
    tanpa: tuple[str, ...] = ()


class FlashdiskService:
    """Carries copies away. :meth:`salin` may run in the background."""

    def __init__(self, desk: Desk, cadangan: CadanganService) -> None:
        self._desk = desk
        self._cadangan = cadangan

    def nama(self) -> str:
        """The folder on the disk: one for a village, so that an older copy in it saves work."""
        forum = self._desk.forum()
        place = re.sub(r"[^\w .-]", "", forum.desa) if forum else ""
        return f"Cadangan Musrenbang {place}".strip(" .")

    def periksa(self, tujuan: Path) -> None:
        """Raise RuleBroken("flashdisk", "laptop_ini") for a folder on the disk that holds the data itself, or
        ("flashdisk", "latihan") in the practice room, of which nothing is carried elsewhere. Raises Trouble.
        """
        if self._desk.latihan:
            raise RuleBroken("flashdisk", "latihan")
        if luar.same_disk(tujuan, self._desk.store.path.parent):
            raise RuleBroken("flashdisk", "laptop_ini")

    def salin(self, tujuan: Path, nama: str, lapor: Lapor) -> Tersalin:
        """Make a titik simpan and have it and its files in the folder ``nama`` of ``tujuan``, all read back. Raises
        Trouble; a copy that stopped halfway is finished by the next one.
        """
        made, folder = self._cadangan.buat(), tujuan / nama
        files = self._files()
        many = len(files) + 1
        for done, (source, inside) in enumerate(files):
            lapor(done, many, source.name)
            luar.copy_checked(source, folder / inside)
        lapor(len(files), many, made.berkas.name)
        luar.copy_checked(made.berkas, folder / made.berkas.name)
        luar.settle()
        if not backup.is_good(folder / made.berkas.name):
            raise Damaged(
                "Cadangan di flashdisk tidak lolos pemeriksaan. Data di laptop ini aman. Pakai flashdisk lain."
            )
        backup.thin(folder, made.jam)
        return Tersalin(folder, many, made.tanpa)

    def _files(self) -> list[tuple[Path, Path]]:
        """(where it lies, its place in the copy) of every photo and paper that is whole."""
        stored = Simpanan(self._desk.store.path.parent)
        with closing(self._desk.store.reader()) as reader:
            wanted = queries.stored(reader)
        found = [(stored.jalur(sha256), sha256) for sha256, size, _ in wanted if stored.ada(sha256, size)]
        return [(path, Path(FILES, sha256[:2], sha256[2:])) for path, sha256 in found]
