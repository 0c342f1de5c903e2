"""Half-typed forms, kept outside the journal and offered again after a power cut."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db import settings
from musrenbang_desktop.services.desk import Desk


class DrafService:
    """Drafts of every page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def simpan(self, halaman: str, kunci: str, isi: dict[str, Any]) -> None:
        """Keep a half-typed form; an empty one is forgotten. Raises Trouble."""
        with self._desk.store.transaction():
            if any(isi.values()):
                settings.save_draft(self._desk.connection, halaman, kunci, isi)
            else:
                settings.drop_draft(self._desk.connection, halaman, kunci)

    def ambil(self, halaman: str) -> dict[str, dict[str, Any]]:
        """The half-typed forms of a page: key -> content."""
        return settings.drafts(self._desk.connection, halaman)
