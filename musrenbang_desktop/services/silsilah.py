"""Several forums a year: those held before the chosen one, and taking over what they agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import kesepakatan
from musrenbang_desktop.db.queries import silsilah as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru, Pra, Tingkat
from musrenbang_desktop.domain.silsilah import ForumAnak, check_induk, induk_semua, perlu_jawaban, sebutan_forum
from musrenbang_desktop.domain.usulan import FIELDS, Usulan
from musrenbang_desktop.services import bawaan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import ForumService
from musrenbang_desktop.services.usulan import plain

#: What belongs to the meeting where it was said, or is stated anew by the lineage.
_LEFT_BEHIND = frozenset({"peringatan", "titipan", "asal", "peringkat_asal"})
_LINKING = "menghubungkan musyawarah"
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
        """The forum before which the chosen one is held, whichever of both recorded it."""
        forum = self._desk.forum()
        if forum is None:
            return None
        above = queries.linked_from(self._desk.connection, forum.id) or forum.induk
        return forums.one(self._desk.connection, above) if above else None

    def calon_induk(self) -> list[Forum]:
        """The forums that could be it, the latest first."""
        forum, every = self._chosen(), self._every()
        return [one for one in every.values() if _may_be_before(forum, one, every)]

    def hubungkan(self, induk: str) -> None:
        """State before which forum the chosen one is held; empty takes it back.

        A forum that is closed or sealed keeps its content: the link then stands in the forum that comes after it. So
        does one that was made there, and only there it is taken back. What a closed forum says of those before it
        stays as well. Raises RuleBroken("induk", ...), "sudah_ditutup" where the forum that comes after, or came after
        until now, is closed.
        """
        forum, linked = self._chosen(), queries.linked_from(self._desk.connection, self._desk.forum_id)
        if linked == induk != "":
            return
        if linked:
            raise RuleBroken("induk", "dari_induknya")
        self._desk.require_open_above(forum.induk, induk)
        if not induk:
            self._forum.ubah_dengan(_LINKING, induk="")
            return
        every = self._every()
        if induk not in every:
            raise RuleBroken("induk", "tidak_ditemukan")
        check_induk(forum, every[induk], every)
        if kesepakatan.closed_at(self._desk.connection, forum.id) and not forum.induk:
            self._record_at(every[induk], (*every[induk].anak, forum.id))
        else:
            self._forum.ubah_dengan(_LINKING, induk=induk)

    def calon_anak(self) -> list[Forum]:
        """The forums that stand alone and may have been held before the chosen one, the latest first."""
        parent, every = self._chosen(), self._every()
        taken = induk_semua(every)
        return [one for one in every.values() if one.id not in taken and _may_be_before(one, parent, every)]

    def sambungkan(self, anak: str) -> None:
        """State that a forum which is recorded already was held before the chosen one.

        The link stands in the chosen forum: the other one may be closed or sealed and stays as it is. Raises
        RuleBroken("anak", "tidak_ditemukan" or "sudah_dihubungkan"), ("induk", ...) as :meth:`hubungkan`, ("forum",
        "sudah_ditutup").
        """
        parent, every = self._chosen(), self._every()
        if anak not in every or every[anak].tingkat == "utama":
            raise RuleBroken("anak", "tidak_ditemukan")
        if anak in induk_semua(every):
            raise RuleBroken("anak", "sudah_dihubungkan")
        check_induk(every[anak], parent, every)
        self._forum.ubah_dengan(_LINKING, anak=(*parent.anak, anak))

    def lepaskan(self, anak: str) -> None:
        """Take such a link back; usulan that were taken over stay. Raises RuleBroken("anak", "tidak_ditemukan") for a
        forum that recorded the link itself.
        """
        parent = self._chosen()
        if anak not in parent.anak:
            raise RuleBroken("anak", "tidak_ditemukan")
        self._forum.ubah_dengan("melepas musyawarah", anak=tuple(one for one in parent.anak if one != anak))

    def belum_dijawab(self) -> bool:
        """Whether nobody has said yet what was held before the chosen Musrenbang, and nothing is recorded."""
        forum = self._desk.forum()
        if forum is None or not perlu_jawaban(forum) or forum.jawaban_pra:
            return False
        return not queries.children(self._desk.connection, forum.id)

    def jawab(self, pra: Pra) -> None:
        """What was held before the chosen forum and is not recorded; empty takes the answer back.

        A reason why nothing was held goes with an answer that says otherwise. Raises RuleBroken("pra",
        "tidak_dikenal"), ("forum", "sudah_ditutup").
        """
        forum = self._chosen()
        said: dict[str, Any] = {"pra": pra}
        if pra != "tidak" and forum.tanpa_pra:
            said["tanpa_pra"] = ""
        if pra != "luar" and forum.pra_luar:
            said["pra_luar"] = ""
        self._forum.ubah_dengan("menjawab musyawarah sebelumnya", **said)

    def mulai(self, tingkat: Tingkat, cakupan: str, tanggal: str) -> str:
        """Begin a forum to be held before the chosen one, and choose it; returns its id.

        Raises RuleBroken("cakupan", "kosong") for a dusun or an RW without its name, ("induk", "bukan_sesudahnya"),
        ("forum", "sudah_ditutup").
        """
        parent = self._chosen()
        if tingkat in ("dusun", "rembug") and not cakupan.strip():
            raise RuleBroken("cakupan", "kosong")
        if tingkat == "utama" or parent.tingkat not in ("utama", "pra"):
            raise RuleBroken("induk", "bukan_sesudahnya")
        self._desk.require_open()
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
        if child is None or anak not in queries.children(connection, parent):
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
            bawaan.kontak_ikut(self._desk, act, pairs)
        return ids

    def asal(self, usulan: Usulan) -> tuple[Forum | None, Usulan | None]:
        """The forum and the usulan from which this one was taken over; None for what this laptop does not hold."""
        connection = self._desk.connection
        if not usulan.asal_forum:
            return None, None
        return forums.one(connection, usulan.asal_forum), proposals.one(connection, usulan.asal_usulan)

    def _record_at(self, parent: Forum, anak: tuple[str, ...]) -> None:
        """Write the link into a forum that is not on the desk."""
        with self._desk.write("forum", _LINKING, forum=parent.id) as act:
            act.append("forum.ubah", parent.id, {"anak": list(anak)})

    def _every(self) -> dict[str, Forum]:
        return {one.id: one for one in self._forum.daftar()}

    def _chosen(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum


def _may_be_before(forum: Forum, induk: Forum, semua: Mapping[str, Forum]) -> bool:
    try:
        check_induk(forum, induk, semua)
    except RuleBroken:
        return False
    return forum.tingkat != "utama"


def _taken_over(usulan: Usulan, child: Forum, rank: int) -> dict[str, Any]:
    """The fields of the new usulan, with what was noted about other villages. Its rank counts within the dusun, RW or
    group of the child; where the child is for the whole village, the rank that it had in its own origin goes on.
    """
    origin: dict[str, Any] = {"asal": child.cakupan, "peringkat_asal": rank}
    if not child.cakupan:
        origin = {"asal": usulan.asal, "peringkat_asal": usulan.peringkat_asal}
    content = {name: getattr(usulan, name) for name in (*FIELDS, "antardesa") if name not in _LEFT_BEHIND}
    isi = {name: plain(name, value) for name, value in content.items() if value not in _NOTHING}
    lineage = {"asal_forum": child.id, "asal_usulan": usulan.id, "asal_urutan": rank}
    return {**isi, **{name: value for name, value in origin.items() if value not in _NOTHING}, **lineage}
