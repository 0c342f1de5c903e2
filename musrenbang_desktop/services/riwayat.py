"""History, undo and redo, all read from the journal, so they survive a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db.queries import jurnal as queries
from musrenbang_desktop.db.queries.jurnal import ActRow, Tercatat
from musrenbang_desktop.services import kalimat
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk

#: Acts that undo stops at: what the hall saw being fixed is only changed by a new, visible decision.
_BARRIERS = frozenset({"forum.buka"})
#: Acts that undo passes over: paper that was printed stays printed.
_PASSED = frozenset({"dokumen.cetak"})


@dataclass(frozen=True, slots=True)
class Langkah:
    """One act on the history page."""

    langkah: int
    jam: str
    kalimat: str
    rincian: tuple[str, ...]
    urung: bool


class RiwayatService:
    """The acts of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self, limit: int = 200, cari: str = "") -> list[Langkah]:
        """The latest acts, newest first, that mention ``cari``."""
        found: list[Langkah] = []
        for group in self._groups(limit * 8 if cari else limit * 4):
            entry = self._entry(group)
            if cari.casefold() in f"{entry.kalimat} {' '.join(entry.rincian)}".casefold():
                found.append(entry)
            if len(found) == limit:
                break
        return found

    def satu_record(self, record: str) -> list[Langkah]:
        """The acts that changed one record, newest first."""
        events = queries.of_record(self._desk.connection, record)
        return [self._entry([event]) for event in reversed(events)]

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
        undo: list[ActRow] = []
        redo: list[ActRow] = []
        for act in queries.acts(self._desk.connection, self._desk.store.device, self._desk.forum_id):
            if act.jenis in _PASSED:
                continue
            if act.urung is not None:
                undo.pop()
                redo.append(act)
            elif act.ulang is not None:
                redo.pop()
                undo.append(act)
            else:
                undo = [] if self._is_barrier(act) else [*undo, act]
                redo = []
        return undo, redo

    def _is_barrier(self, act: ActRow) -> bool:
        if act.jenis in _BARRIERS:
            return True
        if act.jenis not in ("aturan.ubah", "kesepakatan.ubah"):
            return False
        events = queries.events_of(self._desk.connection, self._desk.store.device, act.langkah)
        return any(name in event.event.isi for event in events for name in ("terkunci", "ditutup"))

    def _compensate(self, act: ActRow, *, urung: int | None = None, ulang: int | None = None) -> Changes:
        connection, device = self._desk.connection, self._desk.store.device
        self._desk.require_open()
        text = self._text([act]) or ""
        events = queries.events_of(connection, device, act.langkah)
        kinds = " ".join(sorted({event.event.jenis.partition(".")[0] for event in events}))
        label = f"{'membatalkan' if urung else 'mengulangi'}: {text}"
        with self._desk.write(kinds, label, urung=urung, ulang=ulang) as written:
            for event in reversed(events):
                isi = self._inverse(event)
                kind = event.event.jenis.partition(".")[0]
                written.append(_CHANGE[kind], event.event.record, isi)
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
        return self._sentence(queries.events_of(self._desk.connection, self._desk.store.device, stack[-1].langkah))

    def _sentence(self, events: list[Tercatat]) -> str:
        """What an act was; a compensating act is named after the one it takes back or does again."""
        first = events[0]
        while origin := first.event.urung or first.event.ulang:
            events = queries.events_of(self._desk.connection, first.perangkat, origin)
            first = events[0]
        return kalimat.act(self._desk.connection, events)

    def _groups(self, limit: int) -> list[list[Tercatat]]:
        groups: list[list[Tercatat]] = []
        for event in queries.latest(self._desk.connection, self._desk.forum_id, limit):
            if groups and groups[-1][0].perangkat == event.perangkat and groups[-1][0].langkah == event.langkah:
                groups[-1].insert(0, event)
            else:
                groups.append([event])
        return groups

    def _entry(self, events: list[Tercatat]) -> Langkah:
        first = events[0]
        return Langkah(
            langkah=first.langkah,
            jam=first.event.jam,
            kalimat=_WORD.get((bool(first.event.urung), bool(first.event.ulang)), "") + self._sentence(events),
            rincian=tuple(kalimat.detail(self._desk.connection, event) for event in events[:50]),
            urung=first.event.urung is not None,
        )


_WORD = {(True, False): "Dibatalkan: ", (False, True): "Diulangi: "}

_CHANGE = {
    "forum": "forum.ubah",
    "peserta": "peserta.ubah",
    "usulan": "usulan.ubah",
    "aturan": "aturan.ubah",
    "skor": "skor.isi",
    "kesepakatan": "kesepakatan.ubah",
}
