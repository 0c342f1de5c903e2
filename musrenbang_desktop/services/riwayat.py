"""History, undo and redo, all read from the journal, so they survive a restart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from musrenbang_desktop.db.queries import jurnal as queries
from musrenbang_desktop.db.queries import lokal, titipan
from musrenbang_desktop.db.queries import notulen as notes
from musrenbang_desktop.db.queries.jurnal import ActRow, Tercatat
from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.journal.events import Event
from musrenbang_desktop.services import kalimat, kalimat_lokal, ubahan_lokal
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.notulen import require_may_change
from musrenbang_desktop.services.perubahan import Perubahan, of_subject

#: Acts that undo stops at: what the hall saw being fixed is only changed by a new, visible decision.
_BARRIERS = frozenset({"forum.buka", "segel.buat", "segel.tambahan", "segel.saksi"})
#: Acts that are such a decision where they lock or close; a counting that they open again is none.
_FIXING = frozenset({"aturan.ubah", "kesepakatan.ubah"})
#: Acts that undo passes over: paper that was printed stays printed.
_PASSED = frozenset({"dokumen.cetak"})
#: Kinds that come, and go, also behind the closed result: photos of the signed paper, the clock of the hall, ticks.
_AFTER_THE_END = frozenset({"lampiran", "sidang", "bicara", "notulen", "titipan", "sipd", "surat", "publik"})
#: Events of one act that the history page spells out.
_DETAILS = 50


@dataclass(frozen=True, slots=True)
class Langkah:
    """One act on the history page; ``record`` is what its first event changed, or an act outside the journal."""

    langkah: int
    jam: str
    kalimat: str
    rincian: tuple[str, ...]
    urung: bool
    record: str = ""


@dataclass(slots=True)
class _Read:
    """The stacks of a forum as far as the acts of this device were read: both tables only grow, so this never becomes
    wrong.
    """

    forum: str
    device: str
    seq: int = 0
    lokal: int = 0
    undo: list[ActRow] = field(default_factory=list)
    redo: list[ActRow] = field(default_factory=list)


class RiwayatService:
    """The acts of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read = _Read("", "")

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
        connection, places = self._desk.connection, (self._desk.forum_id, TANPA_FORUM)
        acts = queries.latest_acts(connection, places, limit)
        local = [(place, "", n) for place, n in lokal.latest(connection, places, limit)]
        found = sorted(acts + local, key=_order, reverse=True) if local else acts
        return Malas([(f"{device} {langkah}", device, langkah) for _, device, langkah in found[:limit]], self._act)

    def _act(self, row: tuple[Any, ...]) -> Langkah:
        _, device, langkah = row
        if not device:
            return self._local_entry(lokal.one(self._desk.connection, langkah))
        events = queries.events_of(self._desk.connection, device, langkah, _DETAILS)
        whole = len(events) < _DETAILS
        return self._entry(events, len(events) if whole else queries.size_of(self._desk.connection, device, langkah))

    def satu_record(self, record: str, limit: int = 200) -> list[Langkah]:
        """The latest acts that changed one record, newest first."""
        connection = self._desk.connection
        found: list[tuple[int, int, Tercatat | lokal.Ubahan]] = [
            *((event.n, 0, event) for event in queries.of_record(connection, record, limit)),
            *((place, row.n, row) for place, row in lokal.of_record(connection, record, limit)),
        ]
        found.sort(key=lambda one: one[:2], reverse=True)
        return [
            self._local_entry(one) if isinstance(one, lokal.Ubahan) else self._entry([one], 1)
            for *_, one in found[:limit]
        ]

    def perubahan(self, record: str) -> list[Perubahan]:
        """Every change of one record, newest first, with what it held before.

        ``record`` is an id, or a part of a record as :mod:`~musrenbang_desktop.services.kisah` writes it.
        """
        return of_subject(self._desk.connection, record, self._desk.forum_id)

    def teks_batal(self) -> str | None:
        """What Ctrl+Z would take back, in words; None when there is nothing."""
        return self._text(self._top(self._stacks()[0]))

    def teks_ulang(self) -> str | None:
        """What Ctrl+Y would do again."""
        return self._text(self._top(self._stacks()[1]))

    def batalkan(self) -> Changes | None:
        """Take back the last act by a compensating act; None when there is nothing to take back."""
        act = self._top(self._stacks()[0])
        return self._go(act, urung=True) if act else None

    def ulangi(self) -> Changes | None:
        """Do again what was taken back last; None when there is nothing."""
        act = self._top(self._stacks()[1])
        return self._go(act, urung=False) if act else None

    def diingat(self) -> int:
        """How many changes of contacts and births are still held, so that Ctrl+Z can bring back what was there."""
        return lokal.remembered(self._desk.connection)

    def lupakan(self) -> None:
        """Forget them at once, in every forum: contacts and births stay as they are now, and cannot be taken back."""
        ubahan_lokal.lupakan(self._desk)

    def _go(self, act: ActRow, *, urung: bool) -> Changes:
        if act.lokal:
            label = f"{'membatalkan' if urung else 'mengulangi'}: {self._text(act)}"
            return ubahan_lokal.kembali(self._desk, act, label, urung=urung)
        return self._compensate(act, urung=act.langkah) if urung else self._compensate(act, ulang=act.langkah)

    def _stacks(self) -> tuple[list[ActRow], list[ActRow]]:
        """What can be taken back and what can be done again; only the acts since the last look are read."""
        forum, device = self._desk.forum_id, self._desk.store.device
        if (self._read.forum, self._read.device) != (forum, device):
            self._read = _Read(forum, device)
        read = self._read
        places = (forum, TANPA_FORUM)
        acts = [(act.langkah, act) for act in queries.acts(self._desk.connection, device, places, read.seq)]
        local = lokal.acts(self._desk.connection, device, places, read.lokal)
        for _, act in sorted(acts + local, key=lambda one: (one[0], one[1].lokal)) if local else acts:
            self._stack(act, read.undo, read.redo)
        read.seq = acts[-1][1].langkah if acts else read.seq
        read.lokal = local[-1][1].langkah if local else read.lokal
        for stack in (read.undo, read.redo):
            while stack and self._forgotten(stack[-1]):
                stack.pop()
        return read.undo, read.redo

    def _top(self, stack: list[ActRow]) -> ActRow | None:
        """The last act that may go. A ticket that became an usulan stays, in whatever forum that stands: its books and
        the contact hang on it. What was forgotten is passed over, also below such a ticket.
        """
        return next((act for act in reversed(stack) if not self._taken_in(act) and not self._forgotten(act)), None)

    def _forgotten(self, act: ActRow) -> bool:
        """Whether what an act outside the journal held is gone, so that it would bring nothing back."""
        return act.lokal and lokal.origin(self._desk.connection, act.langkah).hilang

    def _taken_in(self, act: ActRow) -> bool:
        if act.lokal or act.jenis.partition(".")[0] != "titipan":
            return False
        first, _ = self._short(self._desk.store.device, act.langkah)
        ticket = titipan.one(self._desk.connection, first.event.record)
        return ticket is not None and bool(ticket.usulan)

    def _stack(self, act: ActRow, undo: list[ActRow], redo: list[ActRow]) -> None:
        if act.jenis in _PASSED:
            return
        if act.urung is not None:
            _take_out(undo, act.urung, act)
            redo.append(act)
        elif act.ulang is not None:
            _take_out(redo, act.ulang, act)
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
        self._require_notes_free(inverses)
        self._desk.require_open_above(*(isi.get("induk", "") for one, back in inverses for isi in (one.isi, back)))
        text = self._text(act) or ""
        kinds = " ".join(sorted({event.event.jenis.partition(".")[0] for event in events}))
        label = f"{'membatalkan' if urung else 'mengulangi'}: {text}"
        with self._desk.write(kinds, label, forum=events[0].event.forum, urung=urung, ulang=ulang) as written:
            for event, isi in inverses:
                jenis = event.jenis
                written.append(_CHANGE.get(jenis) or _CHANGE[jenis.partition(".")[0]], event.record, isi)
            ubahan_lokal.ikut_kembali(self._desk, written, self._origin(events[0]).langkah, urung=urung is not None)
        return Changes(
            kinds=frozenset(kinds.split()), records=frozenset(written.records), forum=written.forum, label=label
        )

    def _require_notes_free(self, inverses: Sequence[tuple[Event, Mapping[str, Any]]]) -> None:
        """Notes come and go behind the result, but for those that its papers print."""
        for event, isi in inverses:
            if event.jenis.partition(".")[0] == "notulen":
                kind, _ = notes.name(self._desk.connection, event.record)
                require_may_change(self._desk, kind, str(isi.get("jenis") or kind))

    def _inverse(self, event: Tercatat) -> dict[str, Any]:
        connection = self._desk.connection
        if queries.is_first(connection, event.event.record, event.n) and event.event.jenis.endswith(".catat"):
            return {"ada": False}
        fields = set(event.event.isi)
        before = queries.values_before(connection, event.event.record, event.n, fields)
        absent = {"ada": True}
        return {name: before.get(name, absent.get(name)) for name in sorted(fields)}

    def _text(self, act: ActRow | None) -> str | None:
        if act is None:
            return None
        if act.lokal:
            return kalimat_lokal.act(self._desk.connection, lokal.origin(self._desk.connection, act.langkah))
        return self._sentence(*self._short(self._desk.store.device, act.langkah))

    def _short(self, device: str, langkah: int) -> tuple[Tercatat, int]:
        """The first event of an act, and how many it has: a long one is not read whole for one sentence."""
        connection = self._desk.connection
        return queries.events_of(connection, device, langkah, 1)[0], queries.size_of(connection, device, langkah)

    def _sentence(self, first: Tercatat, count: int) -> str:
        """What an act was; a compensating act is named after the one it takes back or does again."""
        while origin := first.event.urung or first.event.ulang:
            first, count = self._short(first.perangkat, origin)
        return kalimat.act(self._desk.connection, first, count)

    def _origin(self, first: Tercatat) -> Tercatat:
        """The first event of the act that was taken back or done again, or this one."""
        while origin := first.event.urung or first.event.ulang:
            first, _ = self._short(first.perangkat, origin)
        return first

    def _local_entry(self, row: lokal.Ubahan) -> Langkah:
        """``langkah`` is below zero, so that it is never that of an event."""
        text = kalimat_lokal.act(self._desk.connection, lokal.origin(self._desk.connection, row.n))
        words = _WORD.get((bool(row.urung), bool(row.ulang)), "") + text
        return Langkah(-row.n, row.jam, words, (text,), bool(row.urung), row.record)

    def _entry(self, events: list[Tercatat], count: int) -> Langkah:
        first, words = events[0], self._sentence(events[0], count)
        answers = bool(first.event.urung), bool(first.event.ulang)
        alone = count == 1 and answers not in _WORD  # its sentence is all there is to say
        return Langkah(
            langkah=first.langkah,
            jam=first.event.jam,
            kalimat=_WORD.get(answers, "") + words,
            rincian=(words,) if alone else tuple(kalimat.detail(self._desk.connection, event) for event in events),
            urung=first.event.urung is not None,
            record=first.event.record,
        )


def _take_out(stack: list[ActRow], langkah: int, by: ActRow) -> None:
    """Remove the act that ``by`` answers. It is the last one, unless it belongs to no forum and another forum was
    worked on since.
    """
    stack[:] = [act for act in stack if act.langkah != langkah or act.lokal != by.lokal]


def _order(row: tuple[int, str, int]) -> tuple[int, bool, int]:
    """By the place in the journal; what came behind an event outside the journal stands after it."""
    place, device, number = row
    return place, not device, number


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
    "publik": "publik.ubah",
}
