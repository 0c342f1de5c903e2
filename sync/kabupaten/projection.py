"""From events to the rows that the pages show. Can be dropped and made again from the streams (:func:`rebuild`).

Rows are changed in memory, one event after the other, and saved together. Whatever a device puts into a field becomes a
value that every database takes, so a hostile field costs its own event and nothing else.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.utils import timezone

from musrenbang_desktop.domain.publik import AKHIRAN
from musrenbang_desktop.journal.events import Event
from sync.kabupaten import antardesa, umum
from sync.kabupaten.models import Desa, Forum, Hadir, Kejadian, Perangkat, Usulan
from sync.kabupaten.owners import Owners
from sync.kabupaten.sealed import Guard, Read, unseen_last
from sync.kabupaten.sealing import read_seal

log = logging.getLogger(__name__)

_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}", re.ASCII)
_LARGEST = 2**53
_LONGEST = 4000
_AT_ONCE = 500
#: Most rows of a list within a forum; a village has fewer.
_MOST = 500

_FORUM_TEXTS = (
    "jenis", "kecamatan", "kabupaten", "tanggal", "jam_mulai", "jam_selesai", "zona", "tempat", "nomor_ba",
)  # fmt: skip
_YEARS = ("tahun_pelaksanaan", "tahun_rencana")
_USULAN_TEXTS = (
    "judul", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan", "pengusul", "bidang", "perangkat_daerah",
    "keterangan", "status", "alasan_batal", "gabung_ke", "pisah_dari", "asal_usulan",
    "kamus", "alasan_luar_kamus", "cantolan",
)  # fmt: skip
_PUBLIC = ("judul", "lokasi", "untuk")
_USULAN_NUMBERS = ("perkiraan_biaya", "penerima_manfaat", "tahun_menunggu")
_DEFAULTS = {"jenis": "desa", "zona": "WIB", "status": "aktif"}

Row = TypeVar("Row", Forum, Hadir, Usulan)


class Outcome(NamedTuple):
    """What became of one event; an empty ``putusan`` means applied."""

    putusan: str = ""
    kode: str = ""
    keterangan: str = ""
    sebab: str = ""
    """for the administrator: the fault of a projection that stumbled"""


APPLIED = Outcome()
OTHER_VILLAGE = Outcome("ditolak", "WILAYAH", "Catatan ini milik desa lain; kartu laptop hanya untuk desanya sendiri.")
BAD_SHAPE = Outcome("ditolak", "BENTUK", "Catatan ini tidak bisa dibaca server.")
BAD_SEAL = Outcome("ditolak", "SEGEL", "Segel ini tidak cocok dengan tanda tangan laptop desa.")
TOO_NEW = Outcome("ditahan", "VERSI", "Catatan ini ditulis program yang lebih baru; menunggu server diperbarui.")
WAITS = Outcome("ditahan", "MENUNGGU", "Menunggu catatan pembuka forum dari laptop lain.")
SEALED = Outcome("ditolak", "DISEGEL", "Hasil forum ini sudah disegel; catatan sesudahnya tidak mengubah apa-apa.")
NOT_OWNED = Outcome(
    "ditahan", "PEMILIK",
    "Forum ini dibuka laptop lain. Catatan ini disimpan; dipakai bila kabupaten menyerahkan forum itu ke laptop ini.",
)  # fmt: skip
STUMBLED = Outcome("ditahan", "GAGAL", "Catatan ini disimpan, tetapi belum bisa dipakai; petugas akan memeriksanya.")


class Projector:
    """Applies events of one village. ``now`` is when they were received; ``read`` reads a stored one."""

    def __init__(self, desa: Desa, events: Iterable[Event | None], now: datetime, read: Read) -> None:
        known = [event for event in events if event is not None]
        self._desa = desa
        self._owners, self._guard = Owners(desa), Guard(desa, read)
        self.now = now
        self._forums = Forum.objects.in_bulk({event.forum for event in known if _ID.fullmatch(event.forum)})
        self._people = Hadir.objects.in_bulk(_records(known, "peserta"))
        shown = {event.record.removesuffix(AKHIRAN) for event in known if event.jenis.startswith("publik.")}
        self._usulan = Usulan.objects.in_bulk(_records(known, "usulan") | {one for one in shown if _ID.fullmatch(one)})
        agreed = {event.forum for event in known if event.jenis.startswith("kesepakatan.")} & self._forums.keys()
        self._usulan.update({row.id: row for row in Usulan.objects.filter(forum__in=agreed)})
        self._stored = {Forum: set(self._forums), Hadir: set(self._people), Usulan: set(self._usulan)}
        self._touched: set[str] = set()
        self.opened: set[str] = set()
        """forums that appeared, for which held events may be waiting"""
        self._named = False
        self.recorded: list[Usulan] = []
        """usulan that were recorded, in order"""

    def apply(self, event: Event | None, device: str) -> Outcome:
        """Apply one event of a device and say what became of it; never raises."""
        if event is None or not (_ID.fullmatch(event.record) and _ID.fullmatch(event.forum)):
            return BAD_SHAPE
        if not event.known:
            return TOO_NEW
        try:
            return self._apply(event, device)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the village's stream
            # Only the kind of fault: its words may quote what the village wrote. They are kept in quarantine.
            log.error("projection of %s stumbled: %s", event.jenis, type(error).__name__)
            return STUMBLED._replace(sebab=f"{type(error).__name__}: {error}"[:500])

    def save(self) -> None:
        """Write every row that changed."""
        _save(Forum, [row for row in self._forums.values() if row.id in self._touched], self._stored[Forum])
        _save(Hadir, [row for row in self._people.values() if row.id in self._touched], self._stored[Hadir])
        _save(Usulan, [row for row in self._usulan.values() if row.id in self._touched], self._stored[Usulan])
        if self._named:
            self._desa.save(update_fields=["nama", "kecamatan", "kabupaten"])

    def _apply(self, event: Event, device: str) -> Outcome:
        kind = event.jenis.partition(".")[0]
        if kind == "titipan":
            return APPLIED  # waits in the village for its next forum; only then is it an usulan here
        forum = self._forums.get(event.forum)
        if forum is not None and forum.desa_id != self._desa.kode:
            return OTHER_VILLAGE
        if not self._owners.may(device, event.forum):
            return NOT_OWNED
        if forum is None and kind != "forum":
            return WAITS
        if not self._guard.counts(event, sealed=forum is not None and bool(forum.segel)):
            return SEALED
        return self._forum(event, forum) if forum is None or kind == "forum" else self._of_forum(kind, event, forum)

    def _of_forum(self, kind: str, event: Event, forum: Forum) -> Outcome:
        match kind:
            case "peserta":
                return self._person(event, forum)
            case "usulan":
                return self._proposal(event, forum)
            case "kesepakatan":
                return self._agreement(event, forum)
            case "publik":
                return self._public_form(event, forum)
            case "kehadiran":
                return self._delegates(event, forum)
            case "segel" if event.jenis == "segel.buat":
                return self._seal(event, forum)
            case _:
                return APPLIED

    def _forum(self, event: Event, forum: Forum | None) -> Outcome:
        kode = event.isi.get("kode_wilayah")
        if kode and _digits(kode) != _digits(self._desa.kode):
            return OTHER_VILLAGE
        if event.record != event.forum:
            return BAD_SHAPE
        if forum is None:
            forum = Forum(id=event.record, desa=self._desa, diterima=self.now)
            self._forums[forum.id] = forum
            self.opened.add(forum.id)
        _fill(forum, event.isi, _FORUM_TEXTS, ("pagu",))
        for name in _YEARS:
            if name in event.isi:
                setattr(forum, name, _year(event.isi[name]))
        for name in ("ada", "latihan"):
            if name in event.isi:
                setattr(forum, name, _flag(event.isi[name], default=name == "ada"))
        if "tingkat" in event.isi:
            forum.awal = _text(event.isi["tingkat"]) not in ("", "utama")
        if "pagu_sumber" in event.isi:
            forum.pagu_sumber = _sources(event.isi["pagu_sumber"])
        if "desa" in event.isi:
            forum.nama = _text(event.isi["desa"])
        self._touched.add(forum.id)
        if not forum.latihan and forum.nama:
            self._desa.nama, self._desa.kecamatan, self._desa.kabupaten = forum.nama, forum.kecamatan, forum.kabupaten
            self._named = True
        return APPLIED

    def _person(self, event: Event, forum: Forum) -> Outcome:
        row = self._people.setdefault(event.record, Hadir(id=event.record, forum=forum))
        if row.forum_id != forum.id:
            return OTHER_VILLAGE
        if "ada" in event.isi:
            row.ada = _flag(event.isi["ada"], default=True)
        if "diundang" in event.isi:
            row.diundang = _flag(event.isi["diundang"], default=True)
        if "hadir" in event.isi:
            row.hadir = bool(_text(event.isi["hadir"]))
        if "jenis_kelamin" in event.isi:
            letter = _text(event.isi["jenis_kelamin"])
            row.jenis_kelamin = letter if letter in ("L", "P") else ""
        if "unsur" in event.isi:
            row.unsur = _text(event.isi["unsur"])
        self._touched.add(row.id)
        return APPLIED

    def _proposal(self, event: Event, forum: Forum) -> Outcome:
        row = self._usulan.get(event.record)
        if row is None:
            row = self._usulan[event.record] = Usulan(id=event.record, forum=forum)
        elif row.forum_id != forum.id:
            return OTHER_VILLAGE
        _fill(row, event.isi, _USULAN_TEXTS, _USULAN_NUMBERS)
        if "nomor" in event.isi:
            row.nomor = _number(event.isi["nomor"]) or 0
        if "antardesa" in event.isi:
            row.antardesa = antardesa.read(event.isi["antardesa"], _LONGEST)
        if "ada" in event.isi:
            row.ada = _flag(event.isi["ada"], default=True)
        self._touched.add(row.id)
        if event.jenis == "usulan.catat" and not (forum.latihan or forum.awal):
            self.recorded.append(row)
        return APPLIED

    def _public_form(self, event: Event, forum: Forum) -> Outcome:
        row = self._usulan.get(event.record.removesuffix(AKHIRAN))
        if row is None or row.forum_id != forum.id:
            return OTHER_VILLAGE
        before = [*row.publik, "", "", ""]
        row.publik = umum.read([event.isi.get(name, old) for name, old in zip(_PUBLIC, before, strict=False)])
        self._touched.add(row.id)
        return APPLIED

    def _agreement(self, event: Event, forum: Forum) -> Outcome:
        for key, value in event.isi.items():
            name, _, usulan = key.partition(":")
            if name == "urutan" and not usulan:
                self._order(forum, value if isinstance(value, list) else [])
            elif name == "ditutup" and not usulan:
                forum.ditutup = _text(value)
                self._touched.add(forum.id)
            elif name == "pindah" and usulan.isdecimal():
                forum.pindah = _moved(forum.pindah, usulan[:6], value)
                self._touched.add(forum.id)
            elif name in ("keluaran", "alasan", "alasan_pindah"):
                row = self._usulan.get(usulan)
                if row is not None and row.forum_id == forum.id:
                    setattr(row, name, _text(value))
                    self._touched.add(row.id)
        return APPLIED

    def _delegates(self, event: Event, forum: Forum) -> Outcome:
        if "delegasi" in event.isi:
            chosen = event.isi["delegasi"]
            forum.delegasi = [_text(one)[:64] for one in chosen[:_MOST]] if isinstance(chosen, list) else []
            self._touched.add(forum.id)
        return APPLIED

    def _seal(self, event: Event, forum: Forum) -> Outcome:
        """The first seal of a forum stays."""
        found = read_seal(forum.id, self._desa.kode, event.isi)
        if found is None:
            return BAD_SEAL
        if not forum.segel:
            forum.segel, forum.kode_segel = found
            self._touched.add(forum.id)
        return APPLIED

    def _order(self, forum: Forum, order: list[Any]) -> None:
        places = {record: place for place, record in enumerate(order, 1) if isinstance(record, str)}
        for row in self._usulan.values():
            if row.forum_id == forum.id and row.urutan != places.get(row.id):
                row.urutan = places.get(row.id)
                self._touched.add(row.id)


def rebuild(desa: Desa, read: Read) -> dict[Perangkat, list[Usulan]]:
    """Drop the village's rows and replay its streams in the order of arrival; what a seal did not see comes behind it.

    Returns the usulan that each device recorded. Runs in the caller's transaction, under the lock of the village's row.
    """
    Forum.objects.filter(desa=desa).delete()
    rows = list(Kejadian.objects.filter(perangkat__desa=desa).select_related("perangkat").order_by("id"))
    todo = unseen_last([(row, read(bytes(row.isi))) for row in rows])
    # It must know what belongs to other villages, or a record that was refused would be taken from them here.
    projector = Projector(desa, [event for _, event in todo], timezone.now(), read)
    recorded: dict[Perangkat, list[Usulan]] = {}
    changed: dict[int, Outcome] = {}
    before = len(todo) + 1
    # What waits for a forum comes again behind it, as often as that helps.
    while 0 < len(todo) < before:
        before = len(todo)
        todo = [(row, event) for row, event in todo if _again(projector, row, event, recorded, changed) == WAITS]
    projector.save()
    for outcome in set(changed.values()):
        ids = [number for number, each in changed.items() if each == outcome]
        for at in range(0, len(ids), _AT_ONCE):
            Kejadian.objects.filter(id__in=ids[at : at + _AT_ONCE]).update(
                putusan=outcome.putusan, kode=outcome.kode, keterangan=outcome.keterangan
            )
    return recorded


def _again(
    projector: Projector,
    row: Kejadian,
    event: Event | None,
    recorded: dict[Perangkat, list[Usulan]],
    changed: dict[int, Outcome],
) -> Outcome:
    projector.now = row.diterima
    projector.recorded = recorded.setdefault(row.perangkat, [])
    outcome = projector.apply(event, row.perangkat_id)
    if (row.putusan, row.kode) != outcome[:2]:
        row.putusan, row.kode = outcome[:2]
        changed[row.pk] = outcome
    return outcome


def _records(events: Iterable[Event], kind: str) -> set[str]:
    return {event.record for event in events if event.jenis.startswith(f"{kind}.") and _ID.fullmatch(event.record)}


def _save(model: type[Row], rows: list[Row], stored: set[str]) -> None:
    # New rows are only inserted: an id that another village took a moment ago must not be written over.
    model.objects.bulk_create([row for row in rows if row.id not in stored])
    if known := [row for row in rows if row.id in stored]:
        columns = [name for name in vars(known[0]) if name != "id" and not name.startswith("_")]
        model.objects.bulk_create(known, update_conflicts=True, unique_fields=["id"], update_fields=columns)


def _fill(row: Forum | Usulan, isi: Mapping[str, Any], texts: Iterable[str], numbers: Iterable[str]) -> None:
    for name in texts:
        if name in isi:
            setattr(row, name, _text(isi[name]) or _DEFAULTS.get(name, ""))
    for name in numbers:
        if name in isi:
            setattr(row, name, _number(isi[name]))


def _text(value: Any) -> str:
    """Text without the one character that PostgreSQL refuses."""
    return value.replace("\0", "")[:_LONGEST] if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST else None


def _year(value: Any) -> int | None:
    """A year of four digits: it becomes part of an address."""
    number = _number(value)
    return number if number is not None and 1000 <= number <= 9999 else None


def _sources(value: Any) -> list[list[Any]]:
    """[name, ceiling or None] for each source of money."""
    rows = [row for row in value if isinstance(row, list) and row] if isinstance(value, list) else []
    return [[_text(row[0]), _number(row[1]) if len(row) > 1 else None] for row in rows[:_MOST]]


def _moved(before: Mapping[str, Any], number: str, value: Any) -> dict[str, Any]:
    """The moves with one more, or one less for none. On whose wish it was is the name of a person, and left out."""
    after = {key: move for key, move in before.items() if key != number}
    if isinstance(value, dict) and len(after) < _MOST:
        places = [_number(value.get(name)) or 0 for name in ("dari", "ke", "setuju")]
        after[number] = [_text(value.get("usulan"))[:64], *places, _text(value.get("alasan"))]
    return after


def _flag(value: Any, *, default: bool) -> bool:
    return default if value is None else bool(value)


def _digits(value: Any) -> str:
    return "".join(letter for letter in str(value) if letter.isdigit())
