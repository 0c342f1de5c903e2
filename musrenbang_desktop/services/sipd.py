"""The queue of usulan that somebody types into SIPD: what was entered, by whom, under which id, what was refused."""

from __future__ import annotations

from dataclasses import asdict, replace

from musrenbang_desktop.db.queries import sipd as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sipd import BarisSipd, CatatanSipd, RekapSipd, check_catatan_sipd, rekap
from musrenbang_desktop.exchange.sipd_status import StatusSipd
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.prioritas import PrioritasService

NOTHING = CatatanSipd()


class SipdService:
    """What goes to the kecamatan, in the agreed order. Entering goes on after the result was closed and sealed."""

    def __init__(self, desk: Desk, prioritas: PrioritasService, kesepakatan: KesepakatanService) -> None:
        self._desk = desk
        self._prioritas = prioritas
        self._kesepakatan = kesepakatan

    def antrean(self) -> list[BarisSipd]:
        """Every agreed usulan that goes on; empty while nothing is agreed."""
        found = self._kesepakatan.sekarang()
        usulan = {item.id: item for item in self._prioritas.usulan()}
        noted = queries.every(self._desk.connection, self._desk.forum_id)
        going = [b for b in (found.butir if found else ()) if b.keluaran == "ke_kecamatan" and b.usulan in usulan]
        return [
            BarisSipd(urutan=place, usulan=usulan[butir.usulan], catatan=noted.get(butir.usulan, NOTHING))
            for place, butir in enumerate(going, 1)
        ]

    def rekap(self) -> RekapSipd:
        """The queue in numbers."""
        return rekap(self.antrean())

    def nama_terakhir(self) -> str:
        """Who entered the last one; offered for the next."""
        return queries.latest_name(self._desk.connection)

    def masuk(self, usulan: str, oleh: str, sipd_id: str = "") -> None:
        """Tick one: ``oleh`` has typed it into SIPD, perhaps with the id that SIPD gave.

        Raises RuleBroken("pengisi", "kosong"), ("sipd_id", "sudah_dipakai"), ("usulan", "tidak_ditemukan").
        """
        self._note([(usulan, CatatanSipd(keadaan="masuk", oleh=oleh.strip(), sipd_id=sipd_id.strip()))])

    def tolak(self, usulan: str, oleh: str, alasan: str) -> None:
        """SIPD refused one. Raises RuleBroken("alasan_sipd", "kosong") and what :meth:`masuk` raises."""
        self._note([(usulan, CatatanSipd(keadaan="ditolak", oleh=oleh.strip(), alasan=alasan.strip()))])

    def tunggu(self, usulan: str) -> None:
        """Take the tick off: it waits again."""
        self._note([(usulan, NOTHING)])

    def cocokkan(self, status: list[StatusSipd], oleh: str) -> int:
        """Take over ids from a list that SIPD wrote, in one act; answers how many. A tick that stands keeps its name.

        Raises what :meth:`masuk` raises.
        """
        noted = {row.usulan.id: row.catatan for row in self.antrean()}
        wanted = []
        for one in status:
            before = noted.get(one.usulan, NOTHING)
            kept = before.oleh if before.keadaan == "masuk" else oleh.strip()
            wanted.append((one.usulan, CatatanSipd(keadaan="masuk", oleh=kept, sipd_id=one.sipd_id)))
        return self._note(wanted)

    def _note(self, wanted: list[tuple[str, CatatanSipd]]) -> int:
        rows = {row.usulan.id: row for row in self.antrean()}
        taken = {row.catatan.sipd_id: name for name, row in rows.items() if row.catatan.sipd_id}
        now = self._desk.store.clock().isoformat(timespec="seconds")
        changed: list[tuple[str, dict[str, str | None]]] = []
        for usulan, catatan in wanted:
            if usulan not in rows:
                raise RuleBroken("usulan", "tidak_ditemukan")
            check_catatan_sipd(catatan)
            if catatan.sipd_id and taken.setdefault(catatan.sipd_id, usulan) != usulan:
                raise RuleBroken("sipd_id", "sudah_dipakai")
            before = rows[usulan].catatan
            timed = replace(catatan, waktu=before.waktu if _same(before, catatan) else now if catatan.keadaan else "")
            fields = {k: v or None for k, v in asdict(timed).items() if v != getattr(before, k)}
            if fields:
                changed.append((usulan, fields))
        if changed:
            self._write(changed, [rows[usulan] for usulan, _ in changed])
        return len(changed)

    def _write(self, changed: list[tuple[str, dict[str, str | None]]], rows: list[BarisSipd]) -> None:
        label = f"SIPD: {rows[0].usulan.label}" if len(rows) == 1 else f"SIPD: {len(rows)} usulan dicocokkan"
        with self._desk.write("sipd", label) as act:
            for usulan, fields in changed:
                act.append("sipd.ubah", f"{usulan}{queries.AKHIRAN}", fields)


def _same(before: CatatanSipd, after: CatatanSipd) -> bool:
    return (before.keadaan, before.oleh) == (after.keadaan, after.oleh)
