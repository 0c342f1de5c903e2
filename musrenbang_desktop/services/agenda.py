"""The agenda of the chosen forum, row by row. It is one field of the forum, so that undo takes back a whole step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from musrenbang_desktop.domain.acara import Acara, BarisAcara, berjam, jumlah_menit
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.forum import ForumService

TERBANYAK = 60
"""Rows of one agenda; more cannot be read from one sheet."""


class AgendaService:
    """Rows are named by their place, from 0. Each method is one act."""

    def __init__(self, forum: ForumService) -> None:
        self._forum = forum

    def daftar(self) -> tuple[BarisAcara, ...]:
        """The rows with their hours."""
        forum = self._chosen()
        return berjam(forum.agenda, forum.jam_mulai)

    def menit(self) -> int:
        """How long all rows take."""
        return jumlah_menit(self._chosen().agenda)

    def tambah(self, acara: Acara) -> int:
        """Add a row at the end; returns its place. Raises RuleBroken("agenda", "terlalu_banyak")."""
        rows = self._chosen().agenda
        self._write([*rows, acara], f"menambah acara {acara.judul}")
        return len(rows)

    def ubah(self, tempat: int, **fields: Any) -> None:
        """Change ``judul``, ``menit`` or ``oleh`` of a row. Raises RuleBroken."""
        rows = list(self._chosen().agenda)
        rows[tempat] = replace(rows[tempat], **fields)
        self._write(rows, f"mengubah acara {rows[tempat].judul}")

    def pindah(self, tempat: int, ke: int) -> int:
        """Move a row; returns its new place, the nearest one where ``ke`` lies outside."""
        rows = list(self._chosen().agenda)
        ke = max(0, min(ke, len(rows) - 1))
        row = rows.pop(tempat)
        rows.insert(ke, row)
        self._write(rows, f"memindahkan acara {row.judul}")
        return ke

    def keluarkan(self, tempat: int) -> None:
        """Take a row off the agenda."""
        rows = list(self._chosen().agenda)
        row = rows.pop(tempat)
        self._write(rows, f"mengeluarkan acara {row.judul}")

    def pakai(self, acara: Sequence[Acara], nama: str) -> None:
        """Put a usual agenda in the place of the present one."""
        self._write(acara, f"memakai susunan acara {nama}")

    def _write(self, rows: Sequence[Acara], label: str) -> None:
        if len(rows) > TERBANYAK:
            raise RuleBroken("agenda", "terlalu_banyak", str(TERBANYAK))
        self._forum.ubah_dengan(label, agenda=tuple(rows))

    def _chosen(self) -> Forum:
        forum = self._forum.aktif()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum
