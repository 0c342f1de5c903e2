"""What the hall agrees: order, outputs, reasons, closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from musrenbang_desktop.db.queries import kesepakatan as queries
from musrenbang_desktop.db.queries import peserta, segel
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesepakatan import (
    CARA_PUTUS,
    KELUARAN,
    Butir,
    Keluaran,
    Kesepakatan,
    Lompatan,
    Perpindahan,
    Putusan,
    dipindah,
)
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kurang_hadir import kurang_hadir
from musrenbang_desktop.services.prioritas import PrioritasService
from musrenbang_desktop.services.suara import belum_selesai

NOT_AGREED: Keluaran = "belum_disepakati"


class KesepakatanService:
    """The agreement of the chosen forum."""

    def __init__(self, desk: Desk, prioritas: PrioritasService) -> None:
        self._desk = desk
        self._prioritas = prioritas

    def sekarang(self) -> Kesepakatan | None:
        """The agreement as it stands; None before :meth:`susun`."""
        return queries.one(self._desk.connection, self._desk.forum_id)

    def susun(self) -> None:
        """Draw up the order from the ranking.

        In this order, what fits under what is left of the pagu is proposed for the village's own budget; the rest
        stands as not agreed until the hall decides. Usulan already placed keep their output and its reason; the moves
        go, and their reasons with them. Unranked usulan come last, by number.
        """
        self._desk.require_open()
        order = [row.usulan for row in self._prioritas.hasil().baris]
        if not order:
            raise RuleBroken("usulan", "belum_ada")
        before = self.sekarang()
        placed = {butir.usulan: butir for butir in before.butir} if before else {}
        moved = [butir.usulan for butir in placed.values() if butir.alasan_pindah]
        isi: dict[str, Any] = {"urutan": order, "urutan_skor": order}
        isi |= self._proposed(order, placed)
        isi |= {f"alasan_pindah:{record}": None for record in moved}
        isi |= self._forgotten(order, placed)
        isi |= {f"pindah:{number}": None for number in range(1, len(before.perpindahan) + 1 if before else 1)}
        self._append(isi, "menyusun urutan dari skor")

    def _forgotten(self, order: Sequence[str], placed: Mapping[str, Butir]) -> dict[str, None]:
        """Reasons from before an usulan was withdrawn: it comes back as a new one, with a word on nothing."""
        texts = queries.texts(self._desk.connection, self._desk.forum_id)
        return {f"{name}:{record}": None for record in order if record not in placed for name in texts.get(record, ())}

    def _proposed(self, order: Sequence[str], placed: Mapping[str, Butir]) -> dict[str, Keluaran]:
        """An output for each usulan of ``order`` that has none yet; the limits of the rules hold here too."""
        own = self._own_budget([record for record in order if record not in placed], placed)
        return {
            f"keluaran:{record}": "dana_desa" if record in own else NOT_AGREED
            for record in order
            if record not in placed
        }

    def _own_budget(self, fresh: Sequence[str], placed: Mapping[str, Butir]) -> frozenset[str]:
        """Those of ``fresh`` that fit under what the placed ones leave of each source. Without a pagu none does."""
        from musrenbang_desktop.ranking.choice import Batas, choose
        from musrenbang_desktop.services.penjelasan import PenjelasanService

        told = PenjelasanService(self._desk, self._prioritas)
        biaya = told.biaya()
        left = {source: ceiling for source, ceiling in told.batas_pagu().items() if ceiling is not None}
        if not left:
            return frozenset()
        for record, butir in placed.items():
            for source, amount in biaya.get(record, {}).items() if butir.keluaran == "dana_desa" else ():
                if source in left:
                    left[source] -= amount or 0
        hasil = self._prioritas.hasil()
        allowed = frozenset(told.pilihan(hasil).masuk if self._limited() else fresh)
        rows = tuple(row for row in hasil.baris if row.usulan in allowed and row.usulan not in placed)
        pilihan = choose(replace(hasil, baris=rows), Batas(pagu=left), biaya)
        own = {one.usulan for one in pilihan.putusan if one.sebab == "masuk"}
        remaining = dict(pilihan.sisa)
        for row in rows:  # the unranked come last, by number
            if row.peringkat is None and _fits(biaya[row.usulan], remaining):
                own.add(row.usulan)
        return frozenset(own)

    def _limited(self) -> bool:
        """Whether the rules limit what goes ahead beyond the pagu itself."""
        cara = self._prioritas.aturan().cara
        return bool(cara.kuota or cara.ambil or cara.pagu != "lewati")

    def pindah(self, usulan: str, ke: int, alasan_pindah: str, *, oleh: str, setuju: int | None) -> None:
        """Move an usulan to place ``ke`` (1 is the top), because of a reason, on somebody's wish, with so many votes.

        All of it is kept in the order of time and printed. ``setuju`` counts people: at least one, at most as many as
        are present. Raises RuleBroken("alasan_pindah" or "oleh_pindah", "kosong"), ("setuju", "kosong" or
        "lebih_dari_hadir"), ("usulan", "tidak_ditemukan"), ("urutan", "tetap").
        """
        now = self._present()
        order = [butir.usulan for butir in now.butir]
        if usulan not in order:
            raise RuleBroken("usulan", "tidak_ditemukan")
        move = Perpindahan(
            usulan=usulan,
            dari=order.index(usulan) + 1,
            ke=min(max(1, ke), len(order)),
            alasan=alasan_pindah.strip(),
            oleh=oleh.strip(),
            setuju=setuju or 0,
        )
        self._check_move(move)
        isi: dict[str, Any] = {"urutan": list(dipindah(order, [move])), f"alasan_pindah:{usulan}": move.alasan}
        isi[f"pindah:{len(now.perpindahan) + 1}"] = asdict(move)
        self._append(isi, "memindahkan urutan")

    def _check_move(self, move: Perpindahan) -> None:
        if move.dari == move.ke:
            raise RuleBroken("urutan", "tetap")
        if not move.alasan:
            raise RuleBroken("alasan_pindah", "kosong")
        if not move.oleh:
            raise RuleBroken("oleh_pindah", "kosong")
        if move.setuju < 1:
            raise RuleBroken("setuju", "kosong")
        hadir = peserta.count(self._desk.connection, self._desk.forum_id).hadir
        if 0 < hadir < move.setuju:
            raise RuleBroken("setuju", "lebih_dari_hadir")

    def tetapkan(self, usulan: Sequence[str], keluaran: Keluaran, alasan: str = "") -> None:
        """Put one or several usulan into an output. A reason is kept only for those not agreed; the word why one was
        put first goes when it is not agreed any more.
        """
        if keluaran not in KELUARAN:
            raise RuleBroken("keluaran", "tidak_dikenal")
        self._require_placed(usulan)
        jumped = {butir.usulan for butir in self._present().butir if butir.alasan_lompat}
        isi: dict[str, Any] = {}
        for record in usulan:
            isi[f"keluaran:{record}"] = keluaran
            isi[f"alasan:{record}"] = alasan.strip() or None if keluaran == NOT_AGREED else None
            if keluaran == NOT_AGREED and record in jumped:
                isi[f"alasan_lompat:{record}"] = None
        self._append(isi, "menetapkan keluaran")

    def beri_alasan(self, usulan: Sequence[str], alasan: str) -> None:
        """Write why usulan were not agreed."""
        if not alasan.strip():
            raise RuleBroken("alasan", "kosong")
        self._require_placed(usulan)
        self._append({f"alasan:{record}": alasan.strip() for record in usulan}, "menulis alasan")

    def jelaskan_lompatan(self, usulan: Sequence[str], alasan: str) -> None:
        """Write why usulan are agreed while their own origin had put another one first.

        Raises RuleBroken("alasan_lompat", "kosong"), ("usulan", "tidak_ditemukan").
        """
        if not alasan.strip():
            raise RuleBroken("alasan_lompat", "kosong")
        self._require_placed(usulan)
        self._append({f"alasan_lompat:{record}": alasan.strip() for record in usulan}, "menulis alasan didahulukan")

    def lompatan(self) -> tuple[Lompatan, ...]:
        """The jumps over a higher own priority that stand in the way of closing."""
        return self._present().lompatan_tanpa_alasan(self._prioritas.usulan())

    def putuskan(self, putusan: Putusan) -> None:
        """Record how the hall decided; figures belong to a vote and go with it.

        Raises RuleBroken("cara_putus", "tidak_dikenal"), ("suara_putus", "negatif" or "lebih_dari_hadir"),
        ("kesepakatan", "belum_ada").
        """
        now = _putusan_isi(self._present().putusan)
        isi = _putusan_isi(putusan if putusan.cara == "suara" else Putusan(cara=putusan.cara))
        if putusan.cara not in CARA_PUTUS:
            raise RuleBroken("cara_putus", "tidak_dikenal")
        counts = [count for name, count in isi.items() if name != "cara_putus" and count is not None]
        if any(count < 0 for count in counts):
            raise RuleBroken("suara_putus", "negatif")
        hadir = peserta.count(self._desk.connection, self._desk.forum_id).hadir
        if 0 < hadir < sum(counts):
            raise RuleBroken("suara_putus", "lebih_dari_hadir")
        changed = {name: value for name, value in isi.items() if now[name] != value}
        if changed:  # the way is always said, so that one line of the history tells it
            self._append({"cara_putus": isi["cara_putus"]} | changed, "mencatat cara memutuskan")

    def kurang(self) -> tuple[str, ...]:
        """Ids of the usulan that stand in the way of closing."""
        return self._present().kurang()

    def tutup(self) -> None:
        """Close the result.

        Raises RuleBroken("alasan", "kosong") while a usulan not agreed has no reason, ("alasan_lompat", "kosong")
        while one is agreed before a higher priority of its own origin without a word, ("notulis", "belum_ada") and
        ("saksi", "kurang") while the team is not named, ("suara", "belum_ditutup") while ballots are counted,
        and what :func:`kurang_hadir` finds.
        """
        if self._present().kurang():
            raise RuleBroken("alasan", "kosong")
        standing = {usulan.id for usulan in self._prioritas.usulan()}
        if standing != {butir.usulan for butir in self._present().butir}:
            raise RuleBroken("kesepakatan", "tidak_lengkap")
        if self.lompatan():
            raise RuleBroken("alasan_lompat", "kosong")
        if forum := self._desk.forum():
            forum.check_tim()
        for broken in kurang_hadir(self._desk):
            raise broken
        if belum_selesai(self._desk, self._prioritas):
            raise RuleBroken("suara", "belum_ditutup")
        self._append({"ditutup": self._desk.jam(), "saat_tutup": self._noted_at_closing()}, "menutup kesepakatan")

    def _noted_at_closing(self) -> dict[str, Any]:
        from musrenbang_desktop.services.layar import LayarService
        from musrenbang_desktop.services.paket import PaketService
        from musrenbang_desktop.services.saat_tutup import catatan

        return catatan(self._desk, LayarService(self._desk, self._prioritas, self, PaketService(self._desk)))

    def buka_lagi(self, alasan: str) -> None:
        """Open a closed result again; the reason stays in the history.

        Raises RuleBroken("segel", "sudah_disegel"): what was sealed is never opened.
        """
        if not alasan.strip():
            raise RuleBroken("alasan_buka", "kosong")
        if segel.one(self._desk.connection, self._desk.forum_id):
            raise RuleBroken("segel", "sudah_disegel")
        with self._desk.write("kesepakatan", "membuka lagi kesepakatan") as act:
            isi = {"ditutup": None, "saat_tutup": None, "alasan_buka": alasan.strip()}
            act.append("kesepakatan.ubah", f"{act.forum}.sepakat", isi)

    def _present(self) -> Kesepakatan:
        found = self.sekarang()
        if found is None:
            raise RuleBroken("kesepakatan", "belum_ada")
        return found

    def _require_placed(self, usulan: Sequence[str]) -> None:
        if not {butir.usulan for butir in self._present().butir}.issuperset(usulan):
            raise RuleBroken("usulan", "tidak_ditemukan")

    def _append(self, isi: Mapping[str, Any], label: str) -> None:
        """Write one event; none for no usulan. An order is one value and is never cut in two: one that an event
        cannot hold (about 3,800 usulan) raises RuleBroken("kesepakatan", "terlalu_banyak"), and nothing is written.
        """
        self._desk.require_open()
        if not isi:
            return
        try:
            with self._desk.write("kesepakatan", label) as act:
                act.append("kesepakatan.ubah", f"{act.forum}.sepakat", isi)
        except RuleBroken as broken:
            if (broken.field, broken.code) != ("kejadian", "terlalu_panjang"):
                raise
            raise RuleBroken("kesepakatan", "terlalu_banyak", str(len(self._prioritas.usulan()))) from broken


def _putusan_isi(putusan: Putusan) -> dict[str, Any]:
    """The fields of the event; nothing chosen goes back to nothing recorded."""
    return {
        "cara_putus": putusan.cara or None,
        "suara_setuju": putusan.setuju,
        "suara_tidak": putusan.tidak_setuju,
        "suara_abstain": putusan.abstain,
    }


def _fits(biaya: Mapping[str, int | None], left: dict[str, int]) -> bool:
    """Whether a cost fits into what is left of the known ceilings, and takes it."""
    wanted = {source: amount for source, amount in biaya.items() if source in left}
    if not wanted or any(amount is None or amount > left[source] for source, amount in wanted.items()):
        return False
    for source, amount in wanted.items():
        left[source] -= amount or 0
    return True
