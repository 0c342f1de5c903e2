"""The notulen of the chosen forum: points of the speakers, decisions, summaries of the groups.

The notulis may go on after the result was closed, but for what the papers of the result print
(``domain.notulen.tercetak_di_hasil``). After the seal new points may come; what stood before stays as it is.
"""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.queries import notulen as queries
from musrenbang_desktop.db.queries import segel, sidang
from musrenbang_desktop.domain.bicara import Giliran
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.notulen import (
    FIELDS,
    JENIS_NOTULEN,
    POKOK,
    ButirNotulen,
    ButirNotulenBaru,
    JenisNotulen,
    tercetak_di_hasil,
)
from musrenbang_desktop.services.desk import Desk

_SEX = {"L": "laki-laki", "P": "perempuan"}


class NotulenService:
    """Every note is a record of its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self) -> list[ButirNotulen]:
        """All notes in the order of recording."""
        return queries.every(self._desk.connection, self._desk.forum_id)

    def acara(self) -> tuple[str, ...]:
        """The items of the agenda, as a note may name them."""
        forum = self._desk.forum()
        return tuple(dict.fromkeys(row.judul for row in forum.agenda)) if forum else ()

    def acara_kini(self) -> str:
        """The item in hand, empty before the first one."""
        return sidang.one(self._desk.connection, self._desk.forum_id).kini

    def giliran(self) -> Giliran | None:
        """The turn that a point now typed belongs to: who speaks, else who spoke last; None when that one is noted."""
        spoken = [turn for turn in sidang.turns(self._desk.connection, self._desk.forum_id) if turn.mulai]
        noted = {note.giliran for note in self.daftar()}
        last = max(spoken, key=lambda turn: str(turn.mulai), default=None)
        return last if last and last.id not in noted else None

    def catat(
        self, pokok: str, *, jenis: JenisNotulen = "pokok", oleh: str = "", acara: str = "", tanggapan: str = ""
    ) -> str:
        """Record a note at this hour; returns its id.

        A point without a speaker belongs to the turn that goes on or ended last. Raises RuleBroken, also what
        :func:`require_may_change` says.
        """
        require_may_change(self._desk, jenis)
        turn = self.giliran() if jenis == "pokok" and not oleh.strip() else None
        baru = ButirNotulenBaru(
            pokok=pokok.strip(),
            jenis=jenis,
            acara=acara.strip() or self.acara_kini(),
            giliran=turn.id if turn else "",
            oleh=oleh.strip() or (pembicara(turn) if turn else ""),
            tanggapan=tanggapan.strip(),
            jam=f"{turn.mulai:%H.%M}" if turn and turn.mulai else self._desk.jam(),
        )
        isi = {name: value for name in FIELDS if (value := getattr(baru, name))}
        with self._desk.write("notulen", f"mencatat {JENIS_NOTULEN[jenis].lower()}") as act:
            record = act.next_id()
            act.append("notulen.catat", record, {"nomor": queries.next_number(self._desk.connection, act.forum), **isi})
        return record

    def ubah(self, record: str, **fields: str) -> None:
        """Change texts of a note. Raises RuleBroken, ("notulen", "tidak_ditemukan" or "sudah_disegel")."""
        row = self._row(record)
        now: dict[str, Any] = {name: getattr(row, name) for name in FIELDS}
        ButirNotulenBaru(**{**now, **fields})
        changed = {name: text.strip() for name, text in fields.items() if now[name] != text.strip()}
        if changed:
            self._write(row, changed, "mengubah notulen")

    def keluarkan(self, record: str) -> None:
        """Take a note out; the history keeps it. Raises RuleBroken as :meth:`ubah`."""
        self._write(self._row(record), {"ada": False}, "mengeluarkan catatan notulen")

    def _row(self, record: str) -> ButirNotulen:
        row = queries.one(self._desk.connection, record)
        if row is None or queries.forum_of(self._desk.connection, record) != self._desk.forum_id:
            raise RuleBroken("notulen", "tidak_ditemukan")
        return row

    def _write(self, row: ButirNotulen, isi: dict[str, Any], label: str) -> None:
        if segel.stood(self._desk.connection, self._desk.forum_id, row.id):
            raise RuleBroken("notulen", "sudah_disegel")
        require_may_change(self._desk, row.jenis, isi.get("jenis", row.jenis))
        with self._desk.write("notulen", label) as act:
            act.append("notulen.ubah", row.id, isi)


def require_may_change(desk: Desk, *jenis: str) -> None:
    """Raise RuleBroken("forum", "sudah_ditutup") for a kind of note that the papers of the closed result print, and
    ("notulen", "hanya_pokok") for a decision or a summary behind the seal.
    """
    connection, forum = desk.connection, desk.forum()
    if forum is None:
        raise RuleBroken("forum", "belum_ada")
    if any(one != POKOK for one in jenis) and segel.one(connection, forum.id):
        raise RuleBroken("notulen", "hanya_pokok")
    if any(tercetak_di_hasil(one, forum.tingkat) for one in jenis):
        desk.require_open()


def pembicara(turn: Giliran) -> str:
    """``PKK (perempuan)``: a turn is recorded by unsur and sex, so no name can be written for it."""
    sex = _SEX.get(turn.jenis_kelamin, "")
    return f"{turn.unsur} ({sex})" if sex else turn.unsur
