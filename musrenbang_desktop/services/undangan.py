"""Letters of invitation: their proof of delivery, the code at the door, and two records that are one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from musrenbang_desktop.db.queries import kehadiran, undangan
from musrenbang_desktop.db.queries import peserta as queries
from musrenbang_desktop.db.queries.undangan import TidakDatang
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.halaman import AWALAN
from musrenbang_desktop.domain.peserta import HitunganUndangan, Peserta, PesertaBaru, StatusUndangan
from musrenbang_desktop.domain.undangan import (
    DIPILIH,
    TEPAT_WAKTU_HARI,
    Dikenal,
    Tiba,
    baca_kode,
    kunci_serupa,
    mirip,
    nama_polos,
    tepat_waktu,
)
from musrenbang_desktop.services.desk import Desk

#: What the record that stays takes over when it has nothing there itself.
_IF_UNKNOWN = ("hadir", "pulang", "wakil_dari", "kelompok_usia", "disabilitas", "kebutuhan")
#: What follows the letter that came further.
_LETTER = ("undangan", "tanggal_serah", "cara_serah", "penerima")


@dataclass(frozen=True, slots=True)
class KodeDiPintu:
    """What a code at the door means, and whom it names when that is known."""

    tiba: Tiba
    orang: Peserta | None = None


class UndanganService:
    """Invitations of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._compared: tuple[list[Dikenal], list[tuple[str, str]]] = [], []

    def hitung(self) -> HitunganUndangan:
        """How far the letters have come, and how many came in time."""
        forum = self._desk.forum()
        by_state = {"": 0, "dicetak": 0, "diserahkan": 0}
        in_time = 0
        for state, given, many in undangan.letters(self._desk.connection, self._desk.forum_id):
            by_state[state] += many
            if state == "diserahkan" and forum and tepat_waktu(given, forum.tanggal):
                in_time += many
        return HitunganUndangan(
            diundang=sum(by_state.values()),
            belum=by_state[""],
            dicetak=by_state["dicetak"],
            diserahkan=by_state["diserahkan"],
            tepat_waktu=in_time,
            hari=TEPAT_WAKTU_HARI,
        )

    def tandai(self, records: Iterable[str], undangan: StatusUndangan, **proof: str) -> int:
        """Mark letters in one act; *diserahkan* notes the day of today unless ``tanggal_serah`` says another.

        ``proof`` may hold ``tanggal_serah``, ``cara_serah`` and ``penerima``. Returns how many letters changed.
        """
        self._desk.require_open()
        nothing = {"tanggal_serah": "", "cara_serah": "", "penerima": ""}
        isi: dict[str, Any] = {**nothing, **proof, "undangan": undangan}
        if undangan == "diserahkan" and not isi["tanggal_serah"]:
            isi["tanggal_serah"] = self._desk.store.clock().date().isoformat()
        changes = []
        for record in records:
            orang = self._orang(record)
            changed = {name: value for name, value in isi.items() if getattr(orang, name) != value}
            if changed:
                PesertaBaru(nama=orang.nama, **isi)
                changes.append((orang, changed))
        if changes:
            with self._desk.write("peserta", f"menandai {len(changes)} undangan {undangan or 'belum'}") as act:
                for orang, changed in changes:
                    act.append("peserta.ubah", orang.id, changed)
        return len(changes)

    def tandai_dicetak(self) -> int:
        """Every letter that was not printed yet is now; one act. Returns how many."""
        people = queries.every(self._desk.connection, self._desk.forum_id, hanya="undangan")
        return self.tandai([one.id for one in people if not one.undangan], "dicetak")

    def kode(self, text: str) -> KodeDiPintu | None:
        """What a scanned text means; None when it is no code but a name."""
        if text.strip().upper().replace("\u00d6", ":").replace(";", ":").startswith(AWALAN):
            return KodeDiPintu("kode_halaman")  # the small QR in the foot of the same letter
        found = baca_kode(text)
        if found is None:
            return None
        if not found.utuh:
            return KodeDiPintu("rusak")
        if found.forum != self._desk.forum_id:
            return KodeDiPintu("forum_lain")
        orang = undangan.follow(self._desk.connection, self._desk.forum_id, found.peserta)
        if orang is None or not orang.diundang:
            return KodeDiPintu("tidak_ada", orang)
        return KodeDiPintu("sudah_hadir" if orang.hadir else "hadir", orang)

    def serupa(self) -> list[tuple[Peserta, Peserta]]:
        """Pairs of people who may be one, but those said to be two; only a question, nothing is merged by itself, and
        none once the result is closed. Compared again only when somebody was added or is called otherwise: every
        letter that is marked asks.
        """
        if self._desk.closed():
            return []
        rows = undangan.names(self._desk.connection, self._desk.forum_id)
        if rows != self._compared[0]:
            self._compared = rows, _pairs(rows)
        two = undangan.said_to_be_two(self._desk.connection, self._desk.forum_id)
        pairs = [pair for pair in self._compared[1] if frozenset(pair) not in two]
        return [(self._orang(one), self._orang(other)) for one, other in pairs]

    def serupa_dengan(self, record: str) -> list[Peserta]:
        """Who may be the same person as this one, whoever has not come yet first. Asked at the door: only this one is
        compared.
        """
        orang = self._orang(record)
        rows = undangan.names(self._desk.connection, self._desk.forum_id)
        two = undangan.said_to_be_two(self._desk.connection, self._desk.forum_id)
        others = [one for one in rows if one.id != record and frozenset((one.id, record)) not in two]
        found = [self._orang(one.id) for one in others if mirip(orang, one)]
        return sorted(found, key=lambda one: bool(one.hadir))

    def gabung(self, tetap: str, lain: str, pilihan: Mapping[str, Any]) -> None:
        """Make one record of two: ``lain`` leaves the list, ``tetap`` gets the chosen fields. One act, one undo.

        What ``tetap`` does not know about arrival and letter it takes over. Raises RuleBroken.
        """
        self._desk.require_open()
        one, other = self._orang(tetap), self._orang(lain)
        if one.id == other.id:
            raise RuleBroken("gabung", "sama")
        wanted = {name: value for name, value in pilihan.items() if name in DIPILIH}
        wanted |= self._taken_over(one, other)
        changed = {name: value for name, value in wanted.items() if getattr(one, name) != value}
        PesertaBaru(**{"nama": one.nama, **changed})
        forum = self._desk.forum()
        signers = forum.wakil_peserta if forum else ()
        with self._desk.write("peserta forum", f"menggabung {other.nama} ke {one.nama}") as act:
            act.append("peserta.ubah", other.id, {"ada": False, "gabung_ke": one.id})
            if changed:
                act.append("peserta.ubah", one.id, changed)
            self._rename_delegate(act, one.id, other.id)
            if other.id in signers:
                renamed = dict.fromkeys(one.id if record == other.id else record for record in signers)
                act.append("forum.ubah", act.forum, {"wakil_peserta": list(renamed)})

    def dua_orang(self, satu: str, lain: str) -> None:
        """Two records are two people, however alike they are called: the pair is not asked about again. Only their ids
        are noted. Raises RuleBroken.
        """
        self._desk.require_open()
        first, second = sorted((self._orang(satu), self._orang(lain)), key=lambda one: one.nomor)
        if first.id == second.id:
            raise RuleBroken("gabung", "sama")
        known = undangan.others_than(self._desk.connection, second.id)
        if first.id not in known:
            with self._desk.write("peserta", f"{first.nama} dan {second.nama} memang dua orang") as act:
                act.append("peserta.ubah", second.id, {"beda_dengan": [*known, first.id]})

    def _rename_delegate(self, act: Act, one: str, other: str) -> None:
        """A delegate whose record left the list goes on under the record that stays."""
        state = kehadiran.one(self._desk.connection, act.forum)
        taken: set[str] = set()
        changed: dict[str, Any] = {}
        for name in ("delegasi", "cadangan"):
            before = getattr(state, name)
            renamed = dict.fromkeys(one if record == other else record for record in before)
            after = [record for record in renamed if record not in taken]
            taken.update(after)
            if tuple(after) != before:
                changed[name] = after
        if changed:
            act.append("kehadiran.ubah", f"{act.forum}.kehadiran", changed)

    def tidak_datang(self) -> list[TidakDatang]:
        """Unsur and people who were invited to two or more forums of this village and came to fewer than all."""
        forum = self._desk.forum()
        return undangan.absent(self._desk.connection, forum) if forum else []

    def _taken_over(self, one: Peserta, other: Peserta) -> dict[str, Any]:
        taken: dict[str, Any] = {"diundang": one.diundang or other.diundang}
        taken |= {name: getattr(other, name) for name in _IF_UNKNOWN if getattr(other, name) and not getattr(one, name)}
        order = ("", "dicetak", "diserahkan")
        if order.index(other.undangan) > order.index(one.undangan):
            taken |= {name: getattr(other, name) for name in _LETTER}
        return taken

    def _orang(self, record: str) -> Peserta:
        orang = queries.one(self._desk.connection, record)
        if orang is None or orang.forum != self._desk.forum_id:  # typed in one forum, told when another is on the desk
            raise RuleBroken("peserta", "tidak_ditemukan")
        return orang


def _pairs(rows: list[Dikenal]) -> list[tuple[str, str]]:
    """The ids of those who may be one, in the order of the list."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(rows):
        groups.setdefault(("", nama_polos(one.nama)), []).append(place)
        for key in kunci_serupa(one.nama) if one.rt else ():
            groups.setdefault((one.rt, key), []).append(place)
    pairs = {pair for group in groups.values() if len(group) > 1 for pair in combinations(group, 2)}
    return [(rows[a].id, rows[b].id) for a, b in sorted(pairs) if mirip(rows[a], rows[b])]
