"""*Buka cadangan dari flashdisk*: go on with the data of another laptop, one that broke or was stolen.

The copy is read, checked and put beside the data of this laptop; the next start takes it
(:mod:`musrenbang_desktop.db.dibawa`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from musrenbang_desktop.db import backup, dibawa, luar, perangkat, room, settings
from musrenbang_desktop.db.connection import open_reader
from musrenbang_desktop.db.errors import Damaged, sort_os_error
from musrenbang_desktop.db.lampiran import FOLDER as FILES
from musrenbang_desktop.db.queries import pemulihan as queries
from musrenbang_desktop.db.queries.pemulihan import Ikhtisar
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk

Lapor = Callable[[int, int, str], None]
"""files done, of how many, which; may raise to stop"""

MOST = 300
"""So many folders of a level are looked into: a stick, not a whole disk."""


@dataclass(frozen=True, slots=True)
class Bawaan:
    """A good copy on the disk: when it was made, whose it is, and how much it holds."""

    berkas: Path
    jam: datetime
    perangkat: str
    ikhtisar: Ikhtisar
    lampiran: int


class PemulihanService:
    """Takes in copies of other laptops. :meth:`cari` and :meth:`bawa` may run in the background."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder = desk.store.path.parent

    def isi_laptop(self) -> Ikhtisar:
        """What this laptop holds already: it is set aside, not mixed with what comes."""
        return queries.ikhtisar(self._desk.connection)

    def cari(self, tempat: Path, lapor: Lapor) -> list[Bawaan]:
        """The newest good copy of each folder, in ``tempat`` and up to two folders below; the newest first.

        Raises RuleBroken("cadangan", "latihan") in the practice room, ("cadangan", "tidak_ada") where none is found,
        ("cadangan", "tak_utuh") where none of them is whole, ("cadangan", "laptop_ini") for those of this very laptop.
        """
        if self._desk.latihan:
            raise RuleBroken("cadangan", "latihan")
        folders = [copies for place in _folders(tempat) if (copies := backup.copies(place))]
        if not folders:
            raise RuleBroken("cadangan", "tidak_ada")
        good: list[Bawaan] = []
        for done, copies in enumerate(folders):
            lapor(done, len(folders), copies[0].parent.name)
            good += [_read(path) for path in islice(filter(backup.is_good, copies), 1)]
        if not good:
            raise RuleBroken("cadangan", "tak_utuh")
        others = [one for one in good if one.perangkat != self._desk.store.device or not self._desk.store.head.seq]
        if not others:
            raise RuleBroken("cadangan", "laptop_ini")
        return sorted(others, key=lambda one: one.jam, reverse=True)

    def bawa(self, bawaan: Bawaan, lapor: Lapor) -> None:
        """Put the copy and its photos and papers beside the data, all read back. Raises Trouble; what is here stays as
        it is until the next start.
        """
        try:
            half = dibawa.begin(self._folder)
            self._put_together(bawaan, half, lapor)
            dibawa.finish(half, self._desk.store.clock())
        except OSError as error:
            self.lepas()
            raise sort_os_error(error, self._folder) from error
        except BaseException:
            self.lepas()  # half a copy would fill the last of a full disk
            raise

    def lepas(self) -> None:
        """Do not take what was brought after all."""
        with suppress(OSError):  # held by a virus scanner: the next try removes it
            dibawa.forget(self._folder)

    def _put_together(self, bawaan: Bawaan, half: Path, lapor: Lapor) -> None:
        files = _files(bawaan.berkas.parent)
        many = len(files) + 1
        for done, path in enumerate(files):
            lapor(done, many, path.name)
            luar.bring_checked(path, half / path.relative_to(bawaan.berkas.parent))
        lapor(len(files), many, bawaan.berkas.name)
        luar.bring_checked(bawaan.berkas, half / bawaan.berkas.name)
        if not backup.is_good(half / bawaan.berkas.name):
            raise Damaged(
                "Cadangan dari flashdisk tidak terbaca utuh. Data di laptop ini tidak berubah. Coba sekali lagi."
            )


def _read(path: Path) -> Bawaan:
    """What a copy that is known to be whole tells of itself."""
    with closing(open_reader(path)) as reader:
        device = settings.get(reader, perangkat.DEVICE) or ""
        told = queries.ikhtisar(reader)
    made = backup.made_at(path)
    if made is None:
        raise RuleBroken("cadangan", "tidak_ada")
    return Bawaan(path, made, device, told, len(_files(path.parent)))


def _folders(tempat: Path) -> Iterator[Path]:
    """``tempat`` and the folders in it, two levels deep; practice is nobody's data."""
    level = [tempat]
    for _ in range(3):
        yield from level
        level = [path for place in level for path in _below(place)][:MOST]


def _below(place: Path) -> list[Path]:
    with suppress(OSError):  # the stick's own bin, or a folder of another user
        return [path for path in place.iterdir() if path.is_dir() and not room.is_practice_folder(path)]
    return []


def _files(folder: Path) -> list[Path]:
    return sorted((folder / FILES).glob("??/*"))
