"""Which version of the result the paper shows: a version is a closed result of which paper was saved or printed.

What an earlier version said is read from the journal as it stood then, whole, so that no printed fact is forgotten:
nothing of it is recorded twice, no seal covers it, and the same journal gives the same page.
"""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_sehari import Perbedaan, VersiCetak
from musrenbang_desktop.berita_acara.kata_perbedaan import BAGIAN
from musrenbang_desktop.berita_acara.perbedaan import perbedaan
from musrenbang_desktop.db.masa_lalu import masa_lalu
from musrenbang_desktop.db.queries import kesepakatan, paket, silsilah
from musrenbang_desktop.db.queries import versi as queries
from musrenbang_desktop.db.queries.paket import bentuk_forum
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.tanggal import format_tanggal
from musrenbang_desktop.services.changes import ChangeBus
from musrenbang_desktop.services.desk import Desk

#: Papers of the result: whoever holds one of them holds a version.
KERTAS_HASIL = frozenset(
    {"lengkap", "berita_acara", "daftar_hadir", "prioritas", "belum_disepakati", "kelompok", "delegasi", "perubahan"}
)


class Versi:
    """The versions of the forum on the desk. What was printed stays what it was, so each is read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: dict[int, IsiBeritaAcara | None] = {}
        """place in the journal of a saving -> what the paper said; None for the paper of an open result"""

    def cetak(self, kini: IsiBeritaAcara) -> VersiCetak:
        """The version that is printed now, with its differences from the one before; version 1 of an open result."""
        connection, forum = self._desk.connection, kini.forum.id
        if not kesepakatan.closed_at(connection, forum):
            return VersiCetak()
        versions: list[IsiBeritaAcara] = []
        for found in self._printed(queries.printed(connection, forum, KERTAS_HASIL), kini):
            if not versions or self._beda(versions[-1], found):
                versions.append(found)
        beda = self._beda(versions[-1], kini) if versions else ()
        if versions and not beda:
            versions.pop()
            beda = self._beda(versions[-1], kini) if versions else ()
        if not versions:
            return VersiCetak()
        return VersiCetak(len(versions) + 1, beda, queries.reason(connection, forum))

    def _beda(self, dulu: IsiBeritaAcara, kini: IsiBeritaAcara) -> tuple[Perbedaan, ...]:
        """Every difference: of the facts, then of the words around them, which the kabupaten may have changed."""
        return (*perbedaan(dulu, kini), *self._bentuk(dulu.forum, kini))

    def _bentuk(self, dulu: Forum, kini: IsiBeritaAcara) -> tuple[Perbedaan, ...]:
        """Which package the same form has other words or columns from, and each of them; another form is a fact."""
        from musrenbang_desktop.reference.profile_layers import names, own_text

        forum = kini.forum
        if dulu.profil != forum.profil or dulu.paket == forum.paket:
            return ()
        shipped = own_text(forum.profil) if forum.profil in names() else ""
        texts = [self._form(one) or shipped for one in (dulu, forum)]
        if texts[0] == texts[1]:
            return ()
        from musrenbang_desktop.services.kata_bentuk import kalimat_bentuk

        changed = kalimat_bentuk(texts[0], texts[1], kini)
        if not changed:
            return ()
        said = [self._paket(one) for one in (dulu, forum)]
        if said[0] == said[1]:
            said = [f"{name} ({one.paket[:8]})" for name, one in zip(said, (dulu, forum), strict=True)]
        return (Perbedaan("", BAGIAN[""], "Kalimat dan kolom formulir", *said), *changed)

    def _form(self, forum: Forum) -> str:
        return bentuk_forum(self._desk.connection, forum)

    def _paket(self, forum: Forum) -> str:
        found = paket.one(self._desk.connection, forum.paket) if self._form(forum) else None
        return f"menurut paket {found.nomor}, {format_tanggal(found.tanggal)}" if found else "bawaan program"

    def _printed(self, places: Sequence[int], kini: IsiBeritaAcara) -> list[IsiBeritaAcara]:
        """What each saved paper of a closed result said, oldest first."""
        changed = queries.last_change(self._desk.connection, kini.forum.id)
        self._held |= {n: kini for n in places if n > changed and n not in self._held}
        if missing := [n for n in places if n not in self._held]:
            self._read(kini.forum.id, missing)
        return [found for n in places if (found := self._held[n]) is not None]

    def _read(self, forum: str, places: Sequence[int]) -> None:
        from musrenbang_desktop.services.layanan import Layanan

        store = self._desk.store
        with masa_lalu(store, (forum, "", *silsilah.children(store.connection, forum))) as past:
            services = Layanan(Desk(past.store, ChangeBus()))
            services.desk.look_at(forum)
            before: tuple[int, IsiBeritaAcara | None] = (-1, None)
            for n in places:
                past.sampai(n)
                changed = queries.last_change(past.store.connection, forum)
                if changed != before[0]:
                    closed = kesepakatan.closed_at(past.store.connection, forum)
                    before = changed, services.dokumen.isi(hitung=False, versi=False) if closed else None
                self._held[n] = before[1]
