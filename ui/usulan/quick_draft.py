"""What is half typed in the quick line, kept for each forum until it is recorded or given up."""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import LineField
from ui.usulan.quick_kamus import QuickKamus

PAGE = "usulan"


class QuickDraft:
    """The words of the line as they stand, and the entry of the kamus that was chosen."""

    def __init__(self, services: Layanan, fields: Mapping[str, LineField], kamus: QuickKamus) -> None:
        self._services, self._fields, self._kamus = services, fields, kamus
        self.forum = ""
        """whose line is on screen"""
        self.kept = True
        """whether the last words reached the disk"""

    def keep(self, *, half_typed: bool) -> None:
        """Remember the words; where nothing is ``half_typed``, that there are none. Raises Trouble."""
        if not self.forum:
            return
        texts = {name: field.text() for name, field in self._fields.items()} | {"kamus": self._kamus.kode}
        try:
            self._services.draf.simpan(PAGE, self.forum, texts if half_typed else {})
        except Trouble:
            self.kept = False
            raise
        self.kept = True

    def restore(self, forum: str) -> bool:
        """Show the words of another forum; whether there were any."""
        self.forum = forum
        texts = self._services.draf.ambil(PAGE).get(forum, {})
        for name, field in self._fields.items():
            field.setText(texts.get(name, ""))
        self._kamus.restore(texts.get("kamus", ""))
        return bool(texts)
