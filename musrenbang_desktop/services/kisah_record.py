"""The history of one record: its own changes, and the acts on other records that touched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kisah
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.db.queries.sipd import AKHIRAN
from musrenbang_desktop.services import kalimat, kata_isian
from musrenbang_desktop.services.kalimat_skor import group_name
from musrenbang_desktop.services.kisah import Fakta

SEGEL = ".segel"
"""behind the id of a forum: the record of its seal"""

#: Kind and field of another record that holds an id -> what that means for the record with this id.
_TIES = {
    ("usulan", "gabung_ke"): "digabung ke sini",
    ("peserta", "gabung_ke"): "digabung ke sini",
    ("usulan", "pisah_dari"): "dipecah, bagian lain",
    ("usulan", "beda_dengan"): "dinyatakan beda dengan",
    ("peserta", "beda_dengan"): "dinyatakan orang lain dari",
    ("usulan", "asal_usulan"): "diajukan lagi sebagai",
    ("usulan", "titipan"): "masuk sebagai usulan",
    ("usulan", "asal_forum"): "usulan dibawa dari sini",
    ("lampiran", "usulan"): "lampiran",
    ("undian", "usulan"): "urutan menurut undian",
    ("kehadiran", "delegasi"): "delegasi ke kecamatan",
    ("kehadiran", "cadangan"): "cadangan delegasi",
    ("forum", "wakil_peserta"): "wakil peserta",
    ("forum", "induk"): "musyawarah sebelum forum ini",
    ("forum", "anak"): "musyawarah sesudah forum ini",
    ("notulen", "giliran"): "catatan notulen",
}
#: Of a forum's own history also what fixed it: these kinds, where they hold one of these fields.
_FIXING = {
    "kehadiran": frozenset({"pembukaan"}),
    "penundaan": frozenset({"tanggal", "ada"}),
    "kesepakatan": frozenset({"ditutup"}),
    "segel": frozenset({"kode", "jabatan"}),
}


#: Kinds whose events are told in one sentence: what they hold means nothing apart.
_WHOLE = {"dokumen.cetak": "dokumen", "undian.catat": "undian", "sidang.ubah": "jalannya acara"}


@dataclass
class _Tie:
    """How one other record is tied to the subject: what it holds, and whether it stands."""

    holds: Any = None
    stands: bool = True
    ties: dict[str, bool] = field(default_factory=dict)


class KisahRecord:
    """Everything that the journal says of one record. ``forum`` is the one on the desk, for a record of none."""

    def __init__(self, connection: Connection, record: str, forum: str) -> None:
        self._connection, self._record = connection, record
        self._forum = kisah.forum_of(connection, record) or forum
        self._own = {record, f"{record}{AKHIRAN}"}
        self._others: dict[str, _Tie] = {}

    def events(self) -> list[Tercatat]:
        found = {one.n: one for one in kisah.own(self._connection, sorted(self._own))}
        others = kisah.naming(self._connection, self._record) if found else []
        tied = {one.event.record for one in others if one.event.jenis.partition(".")[0] not in ("skor", "suara")}
        found |= {one.n: one for one in (*others, *(kisah.following(self._connection, sorted(tied)) if tied else ()))}
        if kisah.is_forum(self._connection, self._record):
            found |= {one.n: one for one in kisah.of_kinds(self._connection, self._record, _FIXING)}
        return [found[n] for n in sorted(found)]

    def heading(self, event: Tercatat) -> str:
        return kalimat.detail(self._connection, event)

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        if event.event.record in self._own:
            yield from self._said_of_itself(event)
        else:
            yield from self._tied(event)
            yield from self._held_under_its_id(event)
            yield from self._fixed(event)

    def _said_of_itself(self, event: Tercatat) -> Iterator[Fakta]:
        if event.event.jenis in _WHOLE:
            yield Fakta(str(event.n), _WHOLE[event.event.jenis], event.n, kalimat.detail(self._connection, event))
            return
        by = str(event.event.isi.get("oleh") or "") if event.event.record.endswith(AKHIRAN) else ""
        for name, value in event.event.isi.items():
            base, _, of = name.partition(":")
            if base in kata_isian.TEKNIS:
                continue
            if base == "pindah":
                yield Fakta(name, "perpindahan", value, kalimat.detail(self._connection, event) if value else "")
                continue
            title = self._title(event, base) + (f" {kata_isian.nama_record(self._connection, of)}" if of else "")
            yield Fakta(name, title, value, self._words(base, value), by)

    def _title(self, event: Tercatat, base: str) -> str:
        """The name of a field; in a sheet of scores or in a box of ballots it is an usulan, a pair or a number."""
        kind = event.event.jenis
        if kind == "suara.isi":
            return f"surat nomor {base}"
        if kind in ("skor.isi", "skor.ulang"):
            return " dan ".join(kata_isian.nama_record(self._connection, one) for one in base.split("~"))
        return self._name(base)

    def _tied(self, event: Tercatat) -> Iterator[Fakta]:
        kind = event.event.jenis.partition(".")[0]
        tie = self._others.setdefault(event.event.record, _Tie())
        isi = event.event.isi
        if "ada" in isi:
            tie.stands = bool(isi["ada"])
        if kind == "lampiran" and "status" in isi:
            tie.stands = isi["status"] != "batal"
        for (of, name), title in _TIES.items():
            if of != kind:
                continue
            if name in isi:
                tie.ties[name] = isi[name] == self._record or self._record in (isi[name] or ())
            if name in tie.ties:
                here = tie.ties[name] and (tie.stands or name == "gabung_ke")  # a person who is merged leaves the list
                yield Fakta(f"{event.event.record} {name}", title, here, self._other(event, name) if here else "")

    def _other(self, event: Tercatat, name: str) -> str:
        """The other record by its name; of lists the place in them."""
        value = event.event.isi.get(name)
        if name == "usulan" and isinstance(value, list):
            return f"ke-{value.index(self._record) + 1} dari {len(value)}"
        if name in ("delegasi", "cadangan", "wakil_peserta"):
            return "ya"
        return kata_isian.nama_record(self._connection, event.event.record)

    def _held_under_its_id(self, event: Tercatat) -> Iterator[Fakta]:
        """What scores, typed once or twice, and the agreement say of an usulan."""
        isi, record, kind = event.event.isi, self._record, event.event.jenis
        if kind in ("skor.isi", "skor.ulang") and record in isi:
            again = kind == "skor.ulang"
            kelompok = event.event.record.removesuffix(".ulang").rpartition(".")[2]
            title = f"skor {group_name(self._connection, event.event.forum, kelompok)}"
            words = self._words("skor", isi[record])
            yield Fakta(f"{kind} {kelompok}", f"{title}, ketikan kedua" if again else title, isi[record], words)
        for name, value in isi.items():
            base, _, of = name.partition(":")
            if of == record:
                yield Fakta(base, self._name(base), value, self._words(base, value))
        if kind == "kesepakatan.ubah":
            if record in (isi.get("urutan") or ()):
                place = isi["urutan"].index(record) + 1
                yield Fakta("urutan", self._name("urutan"), place, str(place))
            elif "urutan" in isi:
                yield Fakta("urutan", self._name("urutan"), "", "")
            yield from self._moved(isi)

    def _moved(self, isi: Any) -> Iterator[Fakta]:
        """A move in the hall, in one sentence."""
        for name, value in isi.items():
            if name.startswith("pindah:") and isinstance(value, dict) and value.get("usulan") == self._record:
                words = f"{value.get('dari', '-')} ke {value.get('ke', '-')}: {value.get('alasan') or '-'}"
                yield Fakta(name, "dipindah dari urutan", value, words, str(value.get("oleh") or ""))

    def _fixed(self, event: Tercatat) -> Iterator[Fakta]:
        kind = event.event.jenis.partition(".")[0]
        if self._forum == self._record == event.event.forum and _FIXING.get(kind, frozenset()) & set(event.event.isi):
            title = {"segel": "segel", "kesepakatan": "kesepakatan"}.get(kind, "pembukaan")
            yield Fakta(f"{kind} {event.n}", title, event.n, kalimat.detail(self._connection, event))

    def _name(self, base: str) -> str:
        return kata_isian.nama(self._connection, self._forum, base)

    def _words(self, base: str, value: Any) -> str:
        return kata_isian.kata(self._connection, self._forum, base, value)


class KisahBeberapa:
    """Several records told one below the other, event by event: the pages of one line of evidence."""

    def __init__(self, connection: Connection, records: list[str], title: str) -> None:
        self._connection, self._records, self._title = connection, records, title

    def events(self) -> list[Tercatat]:
        return kisah.own(self._connection, self._records)

    def heading(self, event: Tercatat) -> str:
        return kalimat.detail(self._connection, event)

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        yield Fakta(str(event.n), self._title, event.n, kalimat.detail(self._connection, event))


def segel_of(connection: Connection, record: str) -> KisahBeberapa:
    """The seal of a forum with its addenda and those who signed it too."""
    events = kisah.of_kinds(connection, record.removesuffix(SEGEL), ["segel"])
    return KisahBeberapa(connection, [one.event.record for one in events] or [record], "segel")
