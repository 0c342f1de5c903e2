"""The unsur that the chosen forum wants to be represented. They are one field of the forum: each step is one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.unsur import CapaianUnsur, TargetUnsur, capaian
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import ForumService

TERBANYAK = 100
"""Unsur of one forum."""


class UnsurService:
    """Wanted unsur, named by their place from 0, and how far the invitations reach them."""

    def __init__(self, desk: Desk, forum: ForumService) -> None:
        self._desk = desk
        self._forum = forum

    def daftar(self) -> tuple[CapaianUnsur, ...]:
        """Every wanted unsur with who is invited and who came."""
        forum = self._chosen()
        if not forum.target_unsur:
            return ()
        return capaian(forum.target_unsur, peserta.count(self._desk.connection, forum.id).per_unsur)

    def tanpa_undangan(self) -> tuple[str, ...]:
        """The wanted unsur of which nobody is invited."""
        return tuple(one.unsur for one in self.daftar() if one.tanpa_wakil)

    def tambah(self, baru: TargetUnsur) -> int:
        """Want one more unsur; returns its place. Raises RuleBroken("unsur", "ganda")."""
        rows = self._chosen().target_unsur
        self._write([*rows, baru], f"menambah unsur {baru.unsur}")
        return len(rows)

    def ubah(self, tempat: int, **fields: Any) -> None:
        """Change ``unsur`` or ``target`` of one. Raises RuleBroken."""
        rows = list(self._chosen().target_unsur)
        rows[tempat] = replace(rows[tempat], **fields)
        self._write(rows, f"mengubah target unsur {rows[tempat].unsur}")

    def keluarkan(self, tempat: int) -> None:
        """Want an unsur no longer; who is invited stays invited."""
        rows = list(self._chosen().target_unsur)
        gone = rows.pop(tempat)
        self._write(rows, f"mengeluarkan unsur {gone.unsur}")

    def lengkapi(self, biasa: Sequence[TargetUnsur]) -> int:
        """Add those usual ones that are not wanted yet; returns how many."""
        rows = self._chosen().target_unsur
        known = {one.unsur.casefold() for one in rows}
        more = [one for one in biasa if one.unsur.casefold() not in known]
        if more:
            self._write([*rows, *more], f"menambah {len(more)} unsur yang biasa")
        return len(more)

    def _write(self, rows: Sequence[TargetUnsur], label: str) -> None:
        if len(rows) > TERBANYAK:
            raise RuleBroken("unsur", "terlalu_banyak", str(TERBANYAK))
        self._forum.ubah_dengan(label, target_unsur=tuple(rows))

    def _chosen(self) -> Forum:
        forum = self._forum.aktif()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum
