"""Running the agenda: which item is open, the pause, the end of the day, all as recorded times."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from musrenbang_desktop.db.queries import sidang as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sidang import ButirAcara, Selang, Sidang, beri_kunci, susun
from musrenbang_desktop.services.desk import Desk


class SidangService:
    """The day of the chosen forum. The clock of the hall goes on after the result was closed or sealed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pukul(self) -> datetime:
        """The hour on the wall, with its zone."""
        return self._desk.store.clock()

    def acara(self) -> tuple[ButirAcara, ...]:
        """The agenda of the forum; empty while none was written."""
        forum = self._desk.forum()
        return beri_kunci((butir.judul, butir.menit, butir.oleh) for butir in (forum.agenda if forum else ()))

    def sekarang(self) -> Sidang:
        """The day as recorded, also after a restart of the program."""
        connection, forum = self._desk.connection, self._desk.forum_id
        noted = queries.one(connection, forum)
        times = queries.times(connection, forum)
        return susun(self.acara(), times, noted.kini, noted.ditutup, noted.batas_giliran, noted.batas_selisih)

    def mulai(self, kunci: str = "") -> None:
        """Open an item, by default the one behind the item in hand; the open one ends. Another day goes on as it was.

        Raises RuleBroken("agenda", "belum_ada") without an agenda, ("agenda", "habis") behind its last item,
        ("agenda", "tidak_ditemukan") for an item that is not in it.
        """
        now = self.sekarang()
        if not now.waktu:
            raise RuleBroken("agenda", "belum_ada")
        wanted = kunci or (now.berikut.butir.kunci if now.berikut else "")
        if not wanted:
            raise RuleBroken("agenda", "habis")
        if wanted not in {waktu.butir.kunci for waktu in now.waktu}:
            raise RuleBroken("agenda", "tidak_ditemukan")
        if wanted == now.kini and now.keadaan == "berjalan":
            return
        at = self.pukul()
        isi: dict[str, Any] = {"kini": wanted}
        if now.ditutup:
            isi["ditutup"] = None
        if now.keadaan == "berjalan" and now.kini != wanted:
            isi |= self._times(now, now.kini, ended=at)
        isi |= self._times(now, wanted, begun=at)
        self._append(isi, f"memulai acara {wanted}")

    def jeda(self) -> None:
        """Stop the clock of the item in hand: a break, a power cut, the end of a first day."""
        now = self.sekarang()
        if now.keadaan != "berjalan":
            raise RuleBroken("agenda", "tidak_berjalan")
        self._append(self._times(now, now.kini, ended=self.pukul()), f"menjeda acara {now.kini}")

    def teruskan(self) -> None:
        """Go on with the item in hand, on the same day or on another one."""
        now = self.sekarang()
        if now.keadaan not in ("jeda", "selesai") or not now.kini:
            raise RuleBroken("agenda", "tidak_dijeda")
        isi: dict[str, Any] = {"ditutup": None} if now.ditutup else {}
        self._append(isi | self._times(now, now.kini, begun=self.pukul()), f"meneruskan acara {now.kini}")

    def selesai(self) -> None:
        """The end of the day: the open item ends with it."""
        now = self.sekarang()
        if now.keadaan in ("belum", "selesai"):
            raise RuleBroken("agenda", "tidak_berjalan")
        at = self.pukul()
        isi: dict[str, Any] = {"ditutup": _iso(at)}
        if now.keadaan == "berjalan":
            isi |= self._times(now, now.kini, ended=at)
        self._append(isi, "menyelesaikan musyawarah")

    def batas_giliran(self, menit: int) -> None:
        """Set the limit of one turn to speak. Raises RuleBroken("batas_giliran", "di_luar_batas") outside 1 to 60."""
        if not 1 <= menit <= 60:
            raise RuleBroken("batas_giliran", "di_luar_batas", "1-60")
        if menit * 60 != self.sekarang().batas_giliran:
            self._append({"batas_giliran": menit * 60}, "mengubah batas giliran bicara")

    def batas_selisih(self, persen: int) -> None:
        """Set by how many percentage points a group may leave its share of the hall, 5 to 90. Raises RuleBroken."""
        if not 5 <= persen <= 90:
            raise RuleBroken("batas_selisih", "di_luar_batas", "5-90")
        if persen != self.sekarang().batas_selisih:
            self._append({"batas_selisih": persen}, "mengubah batas selisih giliran bicara")

    def _times(
        self, now: Sidang, kunci: str, *, begun: datetime | None = None, ended: datetime | None = None
    ) -> dict[str, Any]:
        """The stretches of one item as an event holds them, with one begun or the last one ended."""
        selang = next((waktu.selang for waktu in now.waktu if waktu.butir.kunci == kunci), ())
        if begun:
            selang = (*selang, Selang(begun))
        elif ended and selang:
            selang = (*selang[:-1], Selang(selang[-1].awal, ended))
        return {f"waktu:{kunci}": [[_iso(one.awal), _iso(one.akhir) if one.akhir else None] for one in selang]}

    def _append(self, isi: dict[str, Any], label: str) -> None:
        with self._desk.write("sidang", label) as act:
            act.append("sidang.ubah", f"{act.forum}.sidang", isi)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
