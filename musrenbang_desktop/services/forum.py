"""Opening a forum and stating its facts."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from musrenbang_desktop.db import room, settings
from musrenbang_desktop.db.queries import forum as queries
from musrenbang_desktop.db.queries import ringkasan
from musrenbang_desktop.db.queries.ringkasan import Ringkasan
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru, Pejabat
from musrenbang_desktop.domain.pagu import PaguSumber, jumlah_pagu
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.services.desk import Desk


class ForumService:
    """Forums of this laptop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def aktif(self) -> Forum | None:
        """The chosen forum."""
        return self._desk.forum()

    @property
    def ruang_latihan(self) -> bool:
        """Whether all this is practice."""
        return self._desk.latihan

    def folder_latihan(self) -> Path:
        """The data folder of the practice room."""
        return room.practice_folder(self._desk.store.path.parent)

    def ringkasan(self) -> Ringkasan:
        """How far the day of the chosen forum is, in a few counts."""
        return ringkasan.read(self._desk.connection, self._desk.forum_id)

    def daftar(self) -> list[Forum]:
        """All forums, the latest first."""
        return queries.every(self._desk.connection)

    def pilih(self, forum: str) -> None:
        """Work on another forum."""
        self._require(forum)
        self._desk.choose(forum)

    def tengok(self, forum: str) -> None:
        """Read another forum in this run; the operator's choice stays as it was."""
        self._require(forum)
        self._desk.look_at(forum)

    def buka(self, baru: ForumBaru) -> str:
        """Begin a forum, choose it, return its id. In the practice room every forum is for practice, elsewhere none.

        Raises RuleBroken("latihan", "bukan_ruangnya").
        """
        if self._desk.latihan:
            baru = replace(baru, latihan=True)
        elif baru.latihan:
            raise RuleBroken("latihan", "bukan_ruangnya")
        if baru.pagu_sumber:
            baru = replace(baru, pagu=jumlah_pagu(baru.pagu_sumber))
        from musrenbang_desktop.db.queries.paket import INSTALLED  # a forum is begun once, and shown at every start

        if not baru.paket:
            baru = replace(baru, paket=settings.get(self._desk.connection, INSTALLED) or "")
        isi = {
            name: plain_value(value) for name, value in _fields(baru).items() if value not in ("", None, (), _NOBODY)
        }
        with self._desk.store.act("") as act:
            record = act.forum = act.next_id()
            act.append("forum.buka", record, isi)
        self._desk.choose(record)
        return record

    def ubah(self, **fields: Any) -> None:
        """Change facts of the chosen forum. Raises RuleBroken when the whole would break a rule.

        The pagu of a forum that names its sources is their sum and not typed: RuleBroken("pagu", "dari_sumber").
        """
        self.ubah_dengan("mengubah data forum", **fields)

    def ubah_dengan(self, label: str, **fields: Any) -> None:
        """Change facts of the chosen forum as an act with a name of its own."""
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        self._desk.require_open()
        if fields.get("latihan", forum.latihan) != forum.latihan:
            raise RuleBroken("latihan", "bukan_ruangnya")
        now = _fields(forum)
        if "pagu_sumber" in fields:
            fields["pagu"] = jumlah_pagu(fields["pagu_sumber"])
        elif forum.pagu_sumber and fields.get("pagu", forum.pagu) != forum.pagu:
            raise RuleBroken("pagu", "dari_sumber")
        hours = {name: "" for name in ("jam_mulai", "jam_selesai") if name not in fields}  # checked when written
        ForumBaru(**{**now, **hours, **fields})
        changed = {name: plain_value(value) for name, value in fields.items() if now[name] != value}
        if changed:
            with self._desk.write("forum", label) as act:
                act.append("forum.ubah", forum.id, changed)

    def _require(self, forum: str) -> None:
        if queries.one(self._desk.connection, forum) is None:
            raise RuleBroken("forum", "tidak_ditemukan")


_NOBODY = Pejabat("")


def _fields(forum: ForumBaru) -> dict[str, Any]:
    return {name: getattr(forum, name) for name in ForumBaru.__dataclass_fields__}


def plain_value(value: Any) -> Any:
    """A fact of the forum as an event holds it: people and rows as lists without empty ends."""
    if isinstance(value, PaguSumber):
        return list(value)
    if isinstance(value, Pejabat | Acara | TargetUnsur):
        parts = list(asdict(value).values())
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        return parts
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    return value
