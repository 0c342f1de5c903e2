"""The lines of the statutory books, from what is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.db.queries import titipan
from musrenbang_desktop.domain.buku import IsiBuku, aspirasi, keputusan, rencana
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk


def isi_buku(
    desk: Desk, forum: Forum, agreed: Sequence[tuple[Usulan, Butir]], refused: Sequence[tuple[Usulan, Butir]]
) -> IsiBuku:
    """The three books. Who brought an usulan before the day keeps that day, all others have the day of the forum."""
    every = desk.usulan()
    tickets = {one.id: one.tanggal for one in titipan.every(desk.connection)} if any(u.titipan for u in every) else {}
    days = {usulan.id: tickets.get(usulan.titipan) or forum.tanggal for usulan in every}
    return IsiBuku(
        rencana=rencana(agreed, forum.istilah),
        aspirasi=aspirasi(every, {usulan.id: butir for usulan, butir in (*agreed, *refused)}, days, forum.istilah),
        keputusan=keputusan(agreed, forum.tanggal, forum.istilah),
    )
