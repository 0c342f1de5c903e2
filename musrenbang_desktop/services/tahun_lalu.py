"""Last year's usulan that were not funded or not answered: shown with their answer, taken up again in one act."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import tahun_lalu as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.db.queries.jawaban import Jawaban
from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.db.queries.tahun_lalu import Terdahulu
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.antardesa import Antardesa
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.tahun_lalu import JawabanLama, UsulanMenunggu, didanai, kata_didanai
from musrenbang_desktop.domain.usulan import FIELDS, Usulan, UsulanBaru
from musrenbang_desktop.likeness.compare import Kemiripan
from musrenbang_desktop.likeness.index import Indeks, Isi
from musrenbang_desktop.likeness.signature import tanda
from musrenbang_desktop.services import bawaan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.paket import PaketService
from musrenbang_desktop.services.usulan import plain

#: What belongs to the old forum and is asked anew.
_LEFT_BEHIND = frozenset({"peringkat_asal", "peringatan", "catatan", "titipan"})


@dataclass(frozen=True, slots=True)
class Asal:
    """Where an usulan was first: its number, the year that was planned, the last answer."""

    label: str
    tahun: str
    jawaban: JawabanLama | None


Lama = tuple[Terdahulu, JawabanLama | None]
"""What this laptop recorded in an earlier year, with its last answer."""


class TahunLaluService:
    """The usulan of earlier years, as the chosen forum sees them."""

    def __init__(self, desk: Desk, paket: PaketService) -> None:
        self._desk = desk
        self._paket = paket
        self._counted: tuple[tuple[object, ...], int] | None = None
        self._index = Indeks()
        self._indexed: tuple[object, ...] = ()
        self._known: dict[str, Lama] = {}

    def daftar(self) -> list[UsulanMenunggu]:
        """What still waits and was not taken up yet, the longest waiting first. Nothing while there is no forum.

        Ten years are some thousand rows: ``isi`` holds only what their list shows (queries.tahun_lalu.line).
        """
        return list(self.baris())

    def baris(self) -> Malas[UsulanMenunggu]:
        """As :meth:`daftar`, for a table of thousands: each one is made when it comes into sight."""
        forum = self._desk.forum()
        if forum is None:
            return Malas((), _nobody)
        standing = {lama[0].id: lama for lama in self._standing(forum)}
        told = {row.kunci: row for row in self._from_package(forum)}
        connection = self._desk.connection
        order = [
            *((key, _waited(forum, one), one.tahun_rencana, one.label) for key, (one, _) in standing.items()),
            *((key, row.menunggu, row.tahun, row.label) for key, row in told.items()),
        ]
        order.sort(key=lambda row: (-row[1], -row[2], row[3]))

        def make(row: tuple[Any, ...]) -> UsulanMenunggu:
            key = row[0]
            return told[key] if key in told else _row(forum, standing[key], queries.line(connection, key))

        return Malas(order, make)

    def jumlah(self) -> int:
        """How many wait; counted again only when the forum, the answers or what was taken up changed."""
        forum = self._desk.forum()
        if forum is None:
            return 0
        state = (forum, *queries.state(self._desk.connection, forum.id))
        if self._counted is None or self._counted[0] != state:
            self._counted = (state, len(self._standing(forum)) + len(self._from_package(forum)))
        return self._counted[1]

    def mirip(
        self, judul: str, dusun: str = "", rt: str = "", rw: str = "", limit: int = 5
    ) -> list[tuple[UsulanMenunggu, Kemiripan]]:
        """What waits since an earlier year and is like one that is being typed, the surest first.

        Taking the old one up keeps its identity and its years; typing it anew does not.
        """
        self._take()
        forum = self._desk.forum()
        found = list(islice(self._index.search(tanda(judul, dusun, rt, rw)), limit))
        if forum is None or not found:
            return []
        chosen = [self._known[one.id] for one in found if one.id in self._known]
        rows = [*self._whole(forum, chosen), *self._from_package(forum)]
        waiting = {row.kunci: row for row in rows}
        return [(waiting[one.id], one.kemiripan) for one in found if one.id in waiting]

    def siapkan(self, detik: float) -> bool:
        """Get :meth:`mirip` ready for about ``detik`` seconds of a quiet moment; True when nothing is left to do."""
        until = time.perf_counter() + detik
        self._take()
        return self._index.siap(until)

    def _take(self) -> None:
        """Bring the index up to date; nothing is read while nothing changed."""
        forum = self._desk.forum()
        if forum is None:
            return
        state = (forum, *queries.state(self._desk.connection, forum.id))
        if state == self._indexed:
            return
        self._known = {one.id: (one, jawaban) for one, jawaban in self._standing(forum)}
        here = queries.titles(self._desk.connection, self._known)
        told = [Isi(row.kunci, row.isi.judul, "", "", "") for row in self._from_package(forum)]
        self._index.take([*(Isi(*row) for row in here), *told])
        self._indexed = state

    def ajukan_lagi(self, kunci: Collection[str]) -> list[str]:
        """Take up usulan again in one act, taken back by one undo; returns the new ids. Their files and contacts
        come along where this laptop has them.

        What was taken up already is passed over: nothing is ever taken up twice. Raises RuleBroken("forum",
        "sudah_ditutup"), ("usulan", "tidak_ditemukan") when nothing of it waits.
        """
        self._desk.require_open()
        chosen = [row for row in self.daftar() if row.kunci in kunci]
        if not chosen:
            raise RuleBroken("usulan", "tidak_ditemukan")
        whole = proposals.these(self._desk.connection, [row.kunci for row in chosen])
        number = proposals.next_number(self._desk.connection, self._desk.forum_id)
        ids: list[str] = []
        with self._desk.write("usulan lampiran", f"mengajukan lagi {len(chosen)} usulan") as act:
            for offset, row in enumerate(chosen):
                ids.append(act.next_id())
                isi = whole.get(row.kunci, row.isi)
                lineage = {"asal_usulan": row.kunci, "tahun_menunggu": row.menunggu}
                act.append("usulan.catat", ids[-1], {"nomor": number + offset, **lineage, **_content(isi)})
            self._bring_along(act, dict(zip((row.kunci for row in chosen), ids, strict=True)))
        return ids

    def asal(self, usulan: Usulan) -> Asal | None:
        """The usulan of the earlier year that this one takes up; None when it is new."""
        if not usulan.asal_usulan or usulan.asal_forum:
            return None
        connection = self._desk.connection
        old = proposals.one(connection, usulan.asal_usulan)
        if old is None:
            year, _, label = usulan.asal_usulan.partition("/")
            told = next((row for row in self._paket.jawaban_lalu() if row["nomor"] == label), None)
            return Asal(label or "?", year, _told(told) if told else None)
        forum = forums.one(connection, old.forum)
        answers = queries.answers_of(connection, old.id)
        return Asal(old.label, str(forum.tahun_rencana) if forum else "", _last(answers))

    def antardesa(self, kunci: str) -> tuple[tuple[str, Antardesa], ...]:
        """What was noted about other villages at an usulan of an earlier year, each with the year that was planned,
        the latest year first; what it had taken up itself in years before is in it too.
        """
        connection, found = self._desk.connection, list[tuple[str, Antardesa]]()
        seen: set[str] = set()
        while kunci and kunci not in seen and (old := proposals.one(connection, kunci)) is not None:
            seen.add(kunci)
            forum = forums.one(connection, old.forum)
            year = str(forum.tahun_rencana) if forum else ""
            known = {note.kunci for _, note in found}
            found += [(year, note) for note in old.antardesa if note.kunci not in known]
            kunci = old.asal_usulan
        return tuple(found)

    def _bring_along(self, act: Act, pairs: Mapping[str, str]) -> None:
        """Files and contacts; what another laptop recorded has neither here."""
        here = proposals.these(self._desk.connection, list(pairs))
        for forum in dict.fromkeys(one.forum for one in here.values()):
            of_forum = {old: new for old, new in pairs.items() if old in here and here[old].forum == forum}
            bawaan.lampiran_ikut(self._desk, act, forum, of_forum)
            bawaan.kontak_ikut(self._desk, act, of_forum)

    def _standing(self, forum: Forum) -> list[Lama]:
        """What this laptop recorded, each with its last answer; what is funded is left out."""
        known = {(row.get("tahun_rencana"), row["nomor"]): row for row in self._paket.jawaban_lalu()}
        found: list[Lama] = []
        for one in queries.earlier(self._desk.connection, forum):
            if not known and not one.putusan:
                found.append((one, _answer(forum, one)))
                continue
            told = known.get((one.tahun_rencana, one.label)) or known.get((None, one.label))
            funded = bool(told) and kata_didanai(str((told or {})["putusan"]))
            if one.putusan:
                funded = didanai((answer.tingkat, answer.putusan) for answer in one.putusan)
            if not funded:
                found.append((one, _answer(forum, one) or (_told(told) if told else None)))
        return found

    def _whole(self, forum: Forum, standing: Sequence[Lama]) -> list[UsulanMenunggu]:
        """With what each of them says."""
        isi = proposals.these(self._desk.connection, [one.id for one, _ in standing])
        return [_row(forum, lama, isi[lama[0].id]) for lama in standing]

    def _from_package(self, forum: Forum) -> list[UsulanMenunggu]:
        """What only the kabupaten still knows: another laptop recorded it."""
        connection = self._desk.connection
        here, taken = queries.earlier_labels(connection, forum), queries.taken_up(connection)
        found = []
        for row in self._paket.jawaban_lalu():
            year = row.get("tahun_rencana") or forum.tahun_rencana - 1
            key = f"{year}/{row['nomor']}"
            if (year, row["nomor"]) in here or key in taken or kata_didanai(str(row["putusan"])):
                continue
            found.append(
                UsulanMenunggu(
                    kunci=key,
                    label=str(row["nomor"]),
                    tahun=year,
                    menunggu=max(1, forum.tahun_rencana - year),
                    isi=UsulanBaru(judul=str(row["judul"])),
                    jawaban=_told(row),
                )
            )
        return found


def _nobody(row: tuple[Any, ...]) -> UsulanMenunggu:
    raise LookupError(row[0])  # without a forum there is no row to look at


def _waited(forum: Forum, one: Terdahulu) -> int:
    """The years since it was first proposed."""
    return one.menunggu + forum.tahun_rencana - one.tahun_rencana


def _row(forum: Forum, lama: Lama, isi: UsulanBaru) -> UsulanMenunggu:
    one, jawaban = lama
    return UsulanMenunggu(
        kunci=one.id,
        label=one.label,
        tahun=one.tahun_rencana,
        menunggu=_waited(forum, one),
        isi=isi,
        jawaban=jawaban,
    )


def _content(isi: UsulanBaru) -> dict[str, Any]:
    kept = {name: getattr(isi, name) for name in FIELDS if name not in _LEFT_BEHIND}
    return {name: plain(name, value) for name, value in kept.items() if value not in ("", None, ())}


def _answer(forum: Forum, one: Terdahulu) -> JawabanLama | None:
    words = forum.istilah.dalam("Dana desa, menurut hasil forum")
    decided = JawabanLama(kata=words) if one.keluaran == "dana_desa" else None
    return _last(one.putusan) or decided


def _last(answers: Sequence[Jawaban]) -> JawabanLama | None:
    if not answers:
        return None
    last = answers[-1]
    return JawabanLama(
        tingkat=last.tingkat,
        putusan=last.putusan,
        alasan_kode=last.alasan_kode,
        alasan=last.alasan,
        oleh=last.oleh,
        waktu=last.waktu,
    )


def _told(row: dict[str, Any]) -> JawabanLama:
    return JawabanLama(kata=str(row["putusan"]), alasan=str(row["alasan"]), oleh=str(row["oleh"]))
