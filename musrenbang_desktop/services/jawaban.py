"""What the kabupaten confirmed and answered."""

from __future__ import annotations

from musrenbang_desktop.db import sync
from musrenbang_desktop.db.queries import jawaban as queries
from musrenbang_desktop.db.queries.jawaban import Bukti, Jawaban
from musrenbang_desktop.services.desk import Desk


class JawabanService:
    """Receipts and decisions of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def jawaban(self) -> dict[str, list[Jawaban]]:
        """usulan -> its decisions, oldest first."""
        return queries.answers(self._desk.connection, self._desk.forum_id)

    def bukti(self) -> dict[str, Bukti]:
        """usulan -> its receipt."""
        return queries.receipts(self._desk.connection, self._desk.forum_id)

    def belum_terkirim(self) -> int:
        """How many changes the kabupaten has not confirmed yet."""
        return sync.unsent(self._desk.connection).kejadian
