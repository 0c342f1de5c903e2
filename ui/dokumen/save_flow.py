"""Papers into the folder of the forum, or wherever the operator says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.db.whole_file import write_whole
from ui.dokumen.drawings import Drawings
from ui.say import Action, Say

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


class SaveFlow:
    """Draws what is missing first; ``saved`` is told after every file."""

    def __init__(self, services: Layanan, drawings: Drawings, say: Say, saved: Callable[[], object]) -> None:
        self._services, self._drawings, self._say, self._saved = services, drawings, say, saved

    def save(self, kinds: Sequence[str]) -> None:
        """Save these documents into the folder of the forum."""
        self._drawings.with_drawn(kinds, lambda: self._save(kinds), self._give_up)

    def copy(self, jenis: str, suggested: str) -> None:
        """Save a document once more, where the operator says."""
        target = self._say.choose_save_file(_tr("Salin dokumen"), _tr("PDF (*.pdf)"), suggested)
        if target is not None:
            self._drawings.with_drawn([jenis], lambda: self._copy(jenis, target), self._give_up)

    def write(self, jenis: str) -> Path:
        """Save one document that is drawn. Raises NoAccess."""
        drawn = self._drawings.made[jenis]
        path = self._services.dokumen.simpan(
            jenis, drawn.data, len(drawn.sheets), self._drawings.forum_id, drawn.urutan
        )
        self._saved()
        return path

    def open_folder(self) -> None:
        """Show the saved files in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.dokumen.folder())))

    def _give_up(self) -> None:
        """Papers of another forum were asked for."""
        self._say.warning(
            _tr("Dokumen musrenbang sebelumnya belum tersimpan. Buka lagi musrenbang itu, lalu simpan sekali lagi.")
        )

    def _save(self, kinds: Sequence[str]) -> None:
        try:
            paths = [self.write(jenis) for jenis in kinds]
        except (Trouble, OSError) as problem:
            self._say.trouble(problem, retry=lambda: self.save(kinds))
            return
        action = Action(_tr("Buka folder"), self.open_folder)
        if len(paths) == 1:
            self._say.success(_tr("{berkas} tersimpan.").format(berkas=paths[0].name), action)
        else:
            self._say.success(_tr("{n} dokumen tersimpan.").format(n=len(paths)), action)

    def _copy(self, jenis: str, target: Path) -> None:
        target = target if target.suffix else target.with_suffix(".pdf")
        try:
            write_whole(target, self._drawings.made[jenis].data)
        except (Trouble, OSError) as problem:
            self._say.trouble(problem, retry=lambda: self.copy(jenis, target.name))
        else:
            self._say.success(_tr("Disalin ke {tempat}.").format(tempat=target))
