"""What stands half-typed in the quick line is there again after the laptop was off."""

from __future__ import annotations

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.services.layanan import Layanan
from ui.say import Say
from ui.undangan.quick import QuickLine

_PAGE, _DRAFT = "undangan", "baru"


class QuickDraft:
    """Laid aside while it is typed, forgotten with ``forget`` when the person is on the list."""

    def __init__(self, quick: QuickLine, services: Layanan, say: Say) -> None:
        self._quick, self._services, self._say = quick, services, say
        quick.typed.connect(self._keep)

    def restore(self) -> None:
        """Show what was laid aside."""
        self._quick.restore(self._services.draf.ambil(_PAGE).get(_DRAFT, {}))

    def forget(self) -> None:
        """The person is recorded."""
        self._services.draf.hapus(_PAGE, _DRAFT)

    def settle(self) -> bool:
        """Whether nothing would be lost now."""
        return not self._quick.half_typed or self._keep(self._quick.texts())

    def _keep(self, texts: dict[str, str]) -> bool:
        try:
            self._services.draf.simpan(_PAGE, _DRAFT, texts)
        except Trouble as problem:
            self._say.trouble(problem)
            return False
        return True
