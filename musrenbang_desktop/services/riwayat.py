"""History, undo and redo, all read from the journal, so they survive a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from musrenbang_desktop.db.queries import jurnal as queries
from musrenbang_desktop.db.queries.jurnal import ActRow, Tercatat
from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.services import kalimat
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.perubahan import Perubahan, of_record

#: Acts that undo stops at: what the hall saw being fixed is only changed by a new, visible decision.
_BARRIERS = frozenset({"forum.buka", "segel.buat", "segel.tambahan", "segel.saksi"})
#: Acts that are such a decision where they lock or close; a counting that they open again is none.
_FIXING = frozenset({"aturan.ubah", "kesepakatan.ubah"})
#: Acts that undo passes over: paper that was printed stays printed.
_PASSED = frozenset({"dokumen.cetak"})
#: Kinds that come, and go, also behind the closed result: photos of the signed paper, the clock of the hall, ticks.
_AFTER_THE_END = frozenset({"lampiran", "sidang", "bicara", "notulen", "titipan", "sipd", "surat"})
#: Events of one act that the history page spells out.
_DETAILS = 50


@dataclass(frozen=True, slots=True)
class Langkah:
    """One act on the history page."""

    langkah: int
    jam: str
    kalimat: str
    rincian: tuple[str, ...]
    urung: bool


@dataclass(slots=True)
class _Read:
    """The stacks of a forum as far as its acts were read: the journal only grows, so this never becomes wrong."""

    forum: str
    seq: int = 0
    undo: list[ActRow] = field(default_factory=list)
    redo: list[ActRow] = field(default_factory=list)


class RiwayatService:
    """The acts of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read = _Read("")

    def daftar(self, limit: int = 200, cari: str = "") -> list[Langkah]:
        """The latest acts, newest first, that mention ``cari``."""
        found: list[Langkah] = []
        for entry in self.baris(limit * 8 if cari else limit):
            if cari.casefold() in f"{entry.kalimat} {' '.join(entry.rincian)}".casefold():
                found.append(entry)
            if len(found) == limit:
                break
        return found

    def baris(self, limit: int = 200) -> Malas[Langkah]:
        """The latest acts, newest first, for a table: each is put into words when it comes into sight."""
        acts = queries.latest_acts(self._desk.connection, (self._desk.forum_id, TANPA_FORUM), limit)
        return Malas([(f"{device} {langkah}", device, langkah) for device, langkah in acts], self._act)

    def _act(self, row: tuple[Any, ...]) -> Langkah:
        _, device, langkah = row
        events = queries.events_of(self._desk.connection, device, langkah, _DETAILS)
        return self._entry(events, queries.size_of(self._desk.connection, device, langkah))

    def satu_record(self, record: str) -> list[Langkah]:
        """The acts that changed one record, newest first."""
        events = queries.of_record(self._desk.connection, record)
        return [self._entry([event], 1) for event in reversed(events)]

    def perubahan(self, record: str) -> list[Perubahan]:
        """Every changed field of one record, newest first, with what it held before."""
        return of_record(self._desk.connection, record, self._desk.forum_id)

    def teks_batal(self) -> str | None:
        """What Ctrl+Z would take back, in words; None when there is nothing."""
        return self._text(self._stacks()[0])

    def teks_ulang(self) -> str | None:
        """What Ctrl+Y would do again."""
        return self._text(self._stacks()[1])

    def batalkan(self) -> Changes | None:
        """Take back the last act by a compensating act; None when there is nothing to take back."""
        undo, _ = self._stacks()
        return self._compensate(undo[-1], urung=undo[-1].langkah) if undo else None

    def ulangi(self) -> Changes | None:
        """Do again what was taken back last; None when there is nothing."""
        _, redo = self._stacks()
        return self._compensate(redo[-1], ulang=redo[-1].langkah) if redo else None

    def _stacks(self) -> tuple[list[ActRow], list[ActRow]]:
        """What can be taken back and what can be done again; only the acts since the last look are read."""
        if self._read.forum != self._desk.forum_id:
            self._read = _Read(self._desk.forum_id)
        read = self._read
        places = (read.forum, TANPA_FORUM)
        for act in queries.acts(self._desk.connection, self._desk.store.device, places, read.seq):
            self._stack(act, read.undo, read.redo)
            read.seq = act.langkah
        return read.undo, read.redo

    def _stack(self, act: ActRow, undo: list[ActRow], redo: list[ActRow]) -> None:
        if act.jenis in _PASSED:
            return
        if act.urung is not None:
            _take_out(undo, act.urung)
            redo.append(act)
        elif act.ulang is not None:
            _take_out(redo, act.ulang)
            undo.append(act)
        else:
            redo.clear()
            if self._is_barrier(act):
                undo.clear()
            else:
                undo.append(act)

    def _is_barrier(self, act: ActRow) -> bool:
        if act.jenis in _BARRIERS:
            return True
        if act.jenis not in _FIXING:
            return False
        found = queries.events_of(self._desk.connection, self._desk.store.device, act.langkah)
        events = [tercatat.event for tercatat in found if tercatat.event.jenis in _FIXING]
        return any(name in event.isi for event in events for name in ("terkunci", "ditutup"))

    def _compensate(self, act: ActRow, *, urung: int | None = None, ulang: int | None = None) -> Changes:
        connection, device = self._desk.connection, self._desk.store.device
        events = queries.events_of(connection, device, act.langkah)
        if any(event.event.jenis.partition(".")[0] not in _AFTER_THE_END for event in events):
            self._desk.require_open()
        inverses = [(event.event, self._inverse(event)) for event in reversed(events)]
        self._desk.require_open_above(*(isi.get("induk", "") for one, back in inverses for isi in (one.isi, back)))
        text = self._text([act]) or ""
        kinds = " ".join(sorted({event.event.jenis.partition(".")[0] for event in events}))
        label = f"{'membatalkan' if urung else 'mengulangi'}: {text}"
        with self._desk.write(kinds, label, forum=events[0].event.forum, urung=urung, ulang=ulang) as written:
            for event, isi in inverses:
                jenis = event.jenis
                written.append(_CHANGE.get(jenis) or _CHANGE[jenis.partition(".")[0]], event.record, isi)
        return Changes(
            kinds=frozenset(kinds.split()), records=frozenset(written.records), forum=written.forum, label=label
        )

    def _inverse(self, event: Tercatat) -> dict[str, Any]:
        connection = self._desk.connection
        if queries.is_first(connection, event.event.record, event.n) and event.event.jenis.endswith(".catat"):
            return {"ada": False}
        fields = set(event.event.isi)
        before = queries.values_before(connection, event.event.record, event.n, fields)
        absent = {"ada": True}
        return {name: before.get(name, absent.get(name)) for name in sorted(fields)}

    def _text(self, stack: list[ActRow]) -> str | None:
        if not stack:
            return None
        return self._sentence(*self._short(self._desk.store.device, stack[-1].langkah))

    def _short(self, device: str, langkah: int) -> tuple[Tercatat, int]:
        """The first event of an act, and how many it has: a long one is not read whole for one sentence."""
        connection = self._desk.connection
        return queries.events_of(connection, device, langkah, 1)[0], queries.size_of(connection, device, langkah)

    def _sentence(self, first: Tercatat, count: int) -> str:
        """What an act was; a compensating act is named after the one it takes back or does again."""
        while origin := first.event.urung or first.event.ulang:
            first, count = self._short(first.perangkat, origin)
        return kalimat.act(self._desk.connection, first, count)

    def _entry(self, events: list[Tercatat], count: int) -> Langkah:
        first = events[0]
        return Langkah(
            langkah=first.langkah,
            jam=first.event.jam,
            kalimat=_WORD.get((bool(first.event.urung), bool(first.event.ulang)), "") + self._sentence(first, count),
            rincian=tuple(kalimat.detail(self._desk.connection, event) for event in events),
            urung=first.event.urung is not None,
        )


def _take_out(stack: list[ActRow], langkah: int) -> None:
    """Remove one act. It is the last one, unless it belongs to no forum and another forum was worked on since."""
    stack[:] = [act for act in stack if act.langkah != langkah]


_WORD = {(True, False): "Dibatalkan: ", (False, True): "Diulangi: "}

_CHANGE = {
    "forum": "forum.ubah",
    "dasar": "dasar.ubah",
    "peserta": "peserta.ubah",
    "usulan": "usulan.ubah",
    "aturan": "aturan.ubah",
    "skor": "skor.isi",
    "skor.ulang": "skor.ulang",
    "suara.isi": "suara.isi",
    "suara": "suara.ubah",
    "undian": "undian.ubah",
    "kesepakatan": "kesepakatan.ubah",
    "lampiran": "lampiran.ubah",
    "titipan": "titipan.ubah",
    "sidang": "sidang.ubah",
    "bicara": "bicara.ubah",
    "notulen": "notulen.ubah",
    "kehadiran": "kehadiran.ubah",
    "penundaan": "penundaan.ubah",
    "sipd": "sipd.ubah",
    "surat": "surat.ubah",
}
