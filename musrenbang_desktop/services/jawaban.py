"""What the kabupaten confirmed and answered."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.db import sync
from musrenbang_desktop.db.queries import jawaban as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.db.queries.jawaban import Bukti, Jawaban
from musrenbang_desktop.services.desk import Desk


class JawabanService:
    """Receipts and decisions of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def jawaban(self) -> dict[str, list[Jawaban]]:
        """usulan -> its decisions, oldest first."""
        return queries.answers(self._desk.connection, self._desk.forum_id)

    def lengkap(self) -> dict[str, list[Jawaban]]:
        """The same, and whoever was merged into another hears its answers too; oldest first."""
        found = self.jawaban()
        for record, survivor in proposals.survivors(self._desk.connection, self._desk.forum_id).items():
            heard = [replace(answer, usulan=record) for answer in found.get(survivor, ()) if answer.usulan == survivor]
            if heard:
                found[record] = sorted([*found.get(record, ()), *heard], key=lambda answer: answer.n)
        return found

    def bukti(self) -> dict[str, Bukti]:
        """usulan -> its receipt."""
        return queries.receipts(self._desk.connection, self._desk.forum_id)

    def belum_terkirim(self) -> int:
        """How many changes the kabupaten has not confirmed yet; none wait in the practice room."""
        if self._desk.latihan:
            return 0
        return sync.waiting(self._desk.connection)
