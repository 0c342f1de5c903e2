"""Turns to speak: recorded by unsur and sex with one key, never by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries import sidang as queries
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.bicara import LAINNYA, Giliran, Pangsa, pangsa
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import JenisKelamin
from musrenbang_desktop.services.desk import Desk

#: Unsur with a key of their own; with the last key for everybody else that is one row of letters of the keyboard.
KEYS = 8


class BicaraService:
    """The turns of the chosen forum, in the order of recording.

    The seal ends the turn that goes on; after it every act raises RuleBroken("forum", "sudah_disegel").
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self) -> list[Giliran]:
        """All turns: spoken, going on, in line."""
        return queries.turns(self._desk.connection, self._desk.forum_id)

    def berjalan(self) -> Giliran | None:
        """Who has the floor."""
        return next((turn for turn in self.daftar() if turn.berjalan), None)

    def antrean(self) -> list[Giliran]:
        """Who waits, first come first."""
        return [turn for turn in self.daftar() if turn.mulai is None]

    def unsur(self) -> tuple[str, ...]:
        """The unsur with a key of their own, and *Lainnya*. They stay as they were at the first turn."""
        noted = queries.one(self._desk.connection, self._desk.forum_id).unsur
        return noted or (*self._largest(), LAINNYA)

    def mulai(self, unsur: str, jenis_kelamin: JenisKelamin) -> None:
        """Give the floor; whoever has it ends. Raises RuleBroken("unsur", "tidak_dikenal")."""
        self._require(unsur, jenis_kelamin)
        with self._desk.write("bicara sidang", f"memberi giliran bicara {unsur}") as act:
            self._end(act)
            self._record(act, unsur, jenis_kelamin, now=True)

    def antre(self, unsur: str, jenis_kelamin: JenisKelamin) -> None:
        """Put somebody in line. Raises RuleBroken("unsur", "tidak_dikenal")."""
        self._require(unsur, jenis_kelamin)
        with self._desk.write("bicara sidang", f"mencatat antrean bicara {unsur}") as act:
            self._record(act, unsur, jenis_kelamin, now=False)

    def berikut(self) -> None:
        """The first in line gets the floor. Raises RuleBroken("antrean", "kosong")."""
        waiting = self.antrean()
        if not waiting:
            raise RuleBroken("antrean", "kosong")
        with self._desk.write("bicara", f"memberi giliran bicara {waiting[0].unsur}") as act:
            self._end(act)
            act.append("bicara.ubah", waiting[0].id, {"mulai": self._now(), "acara": self._item()})

    def selesai(self) -> None:
        """Whoever has the floor ends; nothing happens when nobody has it."""
        if self.berjalan():
            with self._desk.write("bicara", "mengakhiri giliran bicara") as act:
                self._end(act)

    def pangsa(self, *, hanya_selesai: bool = False) -> Pangsa:
        """Shares of the speaking time beside shares of the hall, the turn that goes on included unless
        ``hanya_selesai``.
        """
        count = peserta.count(self._desk.connection, self._desk.forum_id)
        present = {unsur: here for unsur, (here, _) in count.per_unsur.items() if here}
        named = self.unsur()
        hall = {unsur: here for unsur, here in present.items() if unsur in named}
        others = count.hadir - sum(hall.values())
        if others:
            hall[LAINNYA] = others
        turns = [turn for turn in self.daftar() if turn.selesai or not hanya_selesai]
        return pangsa(turns, hall, count.laki, count.perempuan, count.hadir, self._desk.store.clock())

    def _largest(self) -> Sequence[str]:
        """The unsur with most people here, then with most invited."""
        count = peserta.count(self._desk.connection, self._desk.forum_id).per_unsur
        return sorted(count, key=lambda unsur: (-count[unsur][0], -count[unsur][1], unsur))[:KEYS]

    def _require(self, unsur: str, jenis_kelamin: JenisKelamin) -> None:
        if unsur not in self.unsur():
            raise RuleBroken("unsur", "tidak_dikenal")
        if jenis_kelamin not in ("L", "P"):
            raise RuleBroken("jenis_kelamin", "tidak_dikenal")

    def _record(self, act: Act, unsur: str, jenis_kelamin: JenisKelamin, *, now: bool) -> None:
        isi: dict[str, Any] = {
            "nomor": queries.next_number(self._desk.connection, act.forum),
            "unsur": unsur,
            "jenis_kelamin": jenis_kelamin,
        }
        if now:
            isi |= {"mulai": self._now(), "acara": self._item()}
        keys = self.unsur()
        act.append("bicara.catat", act.next_id(), isi)
        if not queries.one(self._desk.connection, act.forum).unsur:
            act.append("sidang.ubah", f"{act.forum}.sidang", {"unsur": list(keys)})

    def _end(self, act: Act) -> None:
        going = self.berjalan()
        if going:
            act.append("bicara.ubah", going.id, {"selesai": self._now()})

    def _item(self) -> str:
        return queries.one(self._desk.connection, self._desk.forum_id).kini

    def _now(self) -> str:
        return self._desk.store.clock().isoformat(timespec="seconds")
