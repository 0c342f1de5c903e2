"""Several forums a year: those held before the chosen one, and taking over what they agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import kesepakatan
from musrenbang_desktop.db.queries import silsilah as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru, Tingkat
from musrenbang_desktop.domain.silsilah import ForumAnak, check_induk, sebutan_forum
from musrenbang_desktop.domain.usulan import FIELDS, Usulan
from musrenbang_desktop.services import bawaan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import ForumService
from musrenbang_desktop.services.usulan import plain

#: What belongs to the meeting where it was said, or is stated anew by the lineage.
_LEFT_BEHIND = frozenset({"peringatan", "titipan", "asal", "peringkat_asal"})
_NOTHING: tuple[object, ...] = ("", None, ())
#: What a forum held before another has in common with it.
_SHARED = (
    "jenis", "desa", "kecamatan", "kabupaten", "provinsi", "kode_wilayah", "zona", "tahun_rencana", "profil", "kepala",
    "tempat", "alamat", "jam_mulai", "ragam", "sebutan_dusun",
)  # fmt: skip


class SilsilahService:
    """The lineage of the chosen forum."""

    def __init__(self, desk: Desk, forum: ForumService) -> None:
        self._desk = desk
        self._forum = forum

    def anak(self) -> list[ForumAnak]:
        """The forums held before the chosen one."""
        connection, parent = self._desk.connection, self._desk.forum_id
        found = []
        for record in queries.children(connection, parent):
            child = forums.one(connection, record)
            if child is not None:
                results, taken = queries.results(connection, record), queries.taken(connection, parent, record)
                closed = bool(kesepakatan.closed_at(connection, record))
                found.append(ForumAnak(child, len(results), len(taken.intersection(results)), closed))
        return found

    def induk(self) -> Forum | None:
        """The forum before which the chosen one is held."""
        forum = self._desk.forum()
        return forums.one(self._desk.connection, forum.induk) if forum and forum.induk else None

    def calon_induk(self) -> list[Forum]:
        """The forums that could be it, the latest first."""
        forum, found = self._chosen(), []
        every = {one.id: one for one in self._forum.daftar()}
        for one in every.values():
            try:
                check_induk(forum, one, every)
            except RuleBroken:
                continue
            found.append(one)
        return found

    def hubungkan(self, induk: str) -> None:
        """State before which forum the chosen one is held; empty takes it back. Raises RuleBroken("induk", ...)."""
        if induk:
            every = {one.id: one for one in self._forum.daftar()}
            if induk not in every:
                raise RuleBroken("induk", "tidak_ditemukan")
            check_induk(self._chosen(), every[induk], every)
        self._forum.ubah_dengan("menghubungkan musyawarah", induk=induk)

    def mulai(self, tingkat: Tingkat, cakupan: str, tanggal: str) -> str:
        """Begin a forum to be held before the chosen one, and choose it; returns its id.

        Raises RuleBroken("cakupan", "kosong") for a dusun or an RW without its name, ("induk", "bukan_sesudahnya").
        """
        parent = self._chosen()
        if tingkat in ("dusun", "rembug") and not cakupan.strip():
            raise RuleBroken("cakupan", "kosong")
        if tingkat == "utama" or parent.tingkat not in ("utama", "pra"):
            raise RuleBroken("induk", "bukan_sesudahnya")
        baru = ForumBaru(
            **{name: getattr(parent, name) for name in _SHARED},
            tanggal=tanggal,
            tahun_pelaksanaan=int(tanggal[:4]),
            tingkat=tingkat,
            cakupan=cakupan.strip(),
            induk=parent.id,
        )
        return self._forum.buka(replace(baru, latihan=parent.latihan))

    def ambil(self, anak: str) -> list[str]:
        """Take over what a forum held before this one agreed, each with its lineage, its photos and papers and its
        contact, in one act; returns the new ids.

        What was taken over already is passed over: nothing is ever taken over twice. Raises RuleBroken("forum",
        "sudah_ditutup"), ("anak", "tidak_ditemukan"), ("anak", "tanpa_hasil") when nothing of it is left.
        """
        self._desk.require_open()
        connection, parent = self._desk.connection, self._desk.forum_id
        child = forums.one(connection, anak)
        if child is None or child.induk != parent:
            raise RuleBroken("anak", "tidak_ditemukan")
        taken = queries.taken(connection, parent, anak)
        order = queries.results(connection, anak)
        wanted = [(rank, record) for rank, record in enumerate(order, 1) if record not in taken]
        if not wanted:
            raise RuleBroken("anak", "tanpa_hasil")
        found = proposals.these(connection, [record for _, record in wanted])
        number = proposals.next_number(connection, parent)
        ids: list[str] = []
        with self._desk.write("usulan lampiran", f"mengambil {len(wanted)} usulan dari {sebutan_forum(child)}") as act:
            for offset, (rank, record) in enumerate(wanted):
                ids.append(act.next_id())
                act.append(
                    "usulan.catat", ids[-1], {"nomor": number + offset, **_taken_over(found[record], child, rank)}
                )
            pairs = dict(zip((record for _, record in wanted), ids, strict=True))
            bawaan.lampiran_ikut(self._desk, act, anak, pairs)
            bawaan.kontak_ikut(self._desk, pairs)
        return ids

    def asal(self, usulan: Usulan) -> tuple[Forum | None, Usulan | None]:
        """The forum and the usulan from which this one was taken over; None for what this laptop does not hold."""
        connection = self._desk.connection
        if not usulan.asal_forum:
            return None, None
        return forums.one(connection, usulan.asal_forum), proposals.one(connection, usulan.asal_usulan)

    def _chosen(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum


def _taken_over(usulan: Usulan, child: Forum, rank: int) -> dict[str, Any]:
    """The fields of the new usulan. Its rank counts within the dusun, RW or group of the child; where the child is for
    the whole village, the rank that it had in its own origin goes on.
    """
    origin: dict[str, Any] = {"asal": child.cakupan, "peringkat_asal": rank}
    if not child.cakupan:
        origin = {"asal": usulan.asal, "peringkat_asal": usulan.peringkat_asal}
    content = {name: getattr(usulan, name) for name in FIELDS if name not in _LEFT_BEHIND}
    isi = {name: plain(name, value) for name, value in content.items() if value not in _NOTHING}
    lineage = {"asal_forum": child.id, "asal_usulan": usulan.id, "asal_urutan": rank}
    return {**isi, **{name: value for name, value in origin.items() if value not in _NOTHING}, **lineage}
