"""*Gladi bersih*: what is tried out on this laptop in the days before the forum, each item with the fact behind it.

What only this laptop knows (a layar that stood on a projector, a copy that was carried away, what a ruler showed) is
kept in its setelan and is in no journal. Source: the storyboard, H-2 and H-1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from musrenbang_desktop.db import settings
from musrenbang_desktop.db.opening import FILE_NAME
from musrenbang_desktop.db.queries import dokumen, gladi, lokal
from musrenbang_desktop.db.room import practice_folder
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.services import ubahan_lokal
from musrenbang_desktop.services.cadangan import CadanganService
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.undangan import UndanganService
from musrenbang_desktop.services.unsur import UnsurService

Kunci = Literal["latihan", "lembar_uji", "layar", "titik_simpan", "flashdisk", "kertas"]
Catatan = Literal["penggaris", "cetak_di_luar", "layar", "tanpa_layar", "flashdisk"]
"""What this laptop notes; *penggaris*, *cetak_di_luar* and *tanpa_layar* are said by the operator."""

_DIKATAKAN = frozenset({"penggaris", "cetak_di_luar", "tanpa_layar"})

Fakta = Literal["belum", "lama", "ukur", "di_luar", "tanpa", "unsur", "surat", "beres"]
"""How an item stands: nothing known, known but too old, the sheet is out and not measured, printing elsewhere, no
projector, unsur without an invitation, letters that are not printed, in order."""

SEBELUM = 14
"""From how many days before the forum the rehearsal is shown on the first page."""
SEGAR = 1
"""How many days old a copy may be: of yesterday or today."""
LEMBAR_UJI: Literal["lembar_uji"] = "lembar_uji"


@dataclass(frozen=True, slots=True)
class Butir:
    """One item. ``jam`` is the hour of its fact; ``jumlah`` how many letters are not printed yet, ``nama`` the unsur
    without an invitation.
    """

    kunci: Kunci
    fakta: Fakta
    jam: datetime | None = None
    jumlah: int = 0
    nama: tuple[str, ...] = ()

    @property
    def beres(self) -> bool:
        """Whether nothing is left to try out."""
        return self.fakta in ("beres", "di_luar", "tanpa")


class GladiService:
    """The rehearsal of the chosen forum; the practice room has none."""

    def __init__(self, desk: Desk, cadangan: CadanganService, undangan: UndanganService, unsur: UnsurService) -> None:
        self._desk = desk
        self._cadangan = cadangan
        self._undangan = undangan
        self._unsur = unsur

    def hari(self) -> int:
        """Days until the forum by the clock of this laptop, below 0 when it is over. Raises RuleBroken without one."""
        return (parse_tanggal(self._forum().tanggal) - self._now().date()).days

    def dekat(self) -> bool:
        """Whether the forum is close enough to rehearse it, and not over."""
        forum = self._desk.forum()
        return forum is not None and not (self._desk.latihan or forum.latihan) and 0 <= self.hari() <= SEBELUM

    def daftar(self) -> tuple[Butir, ...]:
        """The six items as they stand. Raises RuleBroken("forum", "belum_ada")."""
        forum, noted = self._forum(), self._noted()
        return (
            self._practice(forum),
            self._sheet(forum, noted),
            _layar(noted),
            self._fresh("titik_simpan", next((one.jam for one in self._cadangan.daftar()), None)),
            self._fresh("flashdisk", noted.get("flashdisk")),
            self._papers(),
        )

    def catat(self, catatan: Catatan) -> None:
        """Note that it happened, or that the operator says so, now. Nothing is noted without a forum or in practice."""
        if self._desk.latihan or self._desk.forum() is None:
            return
        self._note(catatan, self._now().isoformat(timespec="seconds"))

    def lupakan(self, catatan: Catatan) -> None:
        """The operator says so no longer."""
        self._note(catatan, "")

    def _practice(self, forum: Forum) -> Butir:
        folder = practice_folder(self._desk.store.path.parent)
        last, begun = gladi.last_practice(folder / FILE_NAME), gladi.begun(self._desk.connection, forum.id)
        if last is None:
            return Butir("latihan", "belum")
        return Butir("latihan", "beres" if begun is None or last >= begun else "lama", last)

    def _sheet(self, forum: Forum, noted: dict[str, datetime]) -> Butir:
        saved = dokumen.every(self._desk.connection, forum.id).get(LEMBAR_UJI)
        if saved is None or not saved.jam_cetak:
            return Butir(LEMBAR_UJI, "di_luar" if "cetak_di_luar" in noted else "belum")
        printed = datetime.fromisoformat(saved.jam_cetak)
        measured = noted.get("penggaris")
        return Butir(LEMBAR_UJI, "beres" if measured and measured >= printed else "ukur", printed)

    def _fresh(self, kunci: Kunci, made: datetime | None) -> Butir:
        if made is None:
            return Butir(kunci, "belum")
        now = self._now()
        age = (now.date() - made.astimezone(now.tzinfo).date()).days
        return Butir(kunci, "beres" if age <= SEGAR else "lama", made)

    def _papers(self) -> Butir:
        letters, missing = self._undangan.hitung(), self._unsur.tanpa_undangan()
        if not letters.diundang:
            return Butir("kertas", "belum")
        if missing:
            return Butir("kertas", "unsur", jumlah=letters.belum, nama=missing)
        return Butir("kertas", "surat" if letters.belum else "beres", jumlah=letters.belum or letters.diundang)

    def _forum(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum

    def _now(self) -> datetime:
        return self._desk.store.clock()

    def _noted(self) -> dict[str, datetime]:
        text = settings.get(self._desk.connection, self._key()) or "{}"
        return {name: datetime.fromisoformat(jam) for name, jam in json.loads(text).items()}

    def _note(self, catatan: Catatan, jam: str) -> None:
        """What the operator says can be taken back; what was seen to happen cannot."""
        forum = self._desk.forum_id
        if catatan in _DIKATAKAN:
            ubahan_lokal.ubah(self._desk, "gladi", forum, {catatan: jam}, forum=forum)
            return
        with self._desk.store.transaction():
            lokal.apply(self._desk.connection, "gladi", forum, {catatan: jam})
        self._desk.bus.publish(Changes(kinds=frozenset({"gladi"}), forum=forum, label="gladi bersih"))

    def _key(self) -> str:
        return f"{lokal.GLADI}{self._desk.forum_id}"


def _layar(noted: dict[str, datetime]) -> Butir:
    if (seen := noted.get("layar")) is not None:
        return Butir("layar", "beres", seen)
    return Butir("layar", "tanpa" if "tanpa_layar" in noted else "belum")
