"""Votes from a file and into one: two buttons of the page of ballots."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.say import Say
from ui.theme import quiet

FILES = "*.pb"


class VoteFiles(QWidget):
    """``group`` says which group takes the votes. The widget itself is never shown: it holds the two buttons."""

    def __init__(self, services: Layanan, say: Say, group: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._services, self._say, self._group = services, say, group
        self.take: QPushButton = quiet(push(self.tr("Ambil suara dari berkas"), self._take))
        self.save: QPushButton = quiet(push(self.tr("Simpan suara ke berkas"), self._save))

    def _take(self) -> None:
        from musrenbang_desktop.exchange.pabulib import PabulibTidakTerbaca

        path = self._say.choose_open_file(self.tr("Pilih berkas suara"), self._filters())
        if path is None:
            return
        try:
            count = self._services.suara_berkas.ambil(self._group(), path)
        except PabulibTidakTerbaca as problem:
            self._say.error(str(problem))
        except Exception as problem:  # noqa: BLE001 - a stick pulled out, a rule broken: each in its own sentence
            self._say.trouble(problem)
        else:
            words = self.tr(
                "{n} surat suara diambil dari {berkas}. Tulis nama dua orang yang mencocokkan berkasnya, lalu tutup "
                "penghitungan. Ctrl+Z mengembalikannya."
            )
            self._say.success(words.format(n=count, berkas=path.name))

    def _save(self) -> None:
        from musrenbang_desktop.services.pabulib import berkas_pabulib

        path = self._say.choose_save_file(self.tr("Simpan suara ke berkas"), self._filters(), "suara.pb")
        if path is None:
            return
        try:
            files = berkas_pabulib(self._services, path)
            for file, text in files.items():
                _write(file, text)
        except Exception as problem:  # noqa: BLE001 - a full stick, no pagu: each in its own sentence
            self._say.trouble(problem)
        else:
            self._say.success(
                self.tr("Suara ditulis ke {berkas}, tanpa nama orang.").format(
                    berkas=", ".join(file.name for file in files)
                )
            )

    def _filters(self) -> str:
        return self.tr("Berkas suara Pabulib ({akhiran})").format(akhiran=FILES)


def _write(path: Path, text: str) -> None:
    from musrenbang_desktop.db.whole_file import write_whole

    write_whole(path, text.encode())
