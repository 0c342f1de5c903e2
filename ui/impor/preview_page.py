"""From a file to records: choose, look, correct the columns, apply, and take back with one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background, JobControl
from ui.fields import ChoiceBox, DetailLine, EmptyState, FlowLayout, TableView
from ui.forum_page import ForumPage
from ui.icons import icon
from ui.impor.mapping import MappingPanel
from ui.impor.model import HASIL, count, word
from ui.say import Action, Say
from ui.table import Column, RowsModel
from ui.theme import look, primary

Look = Callable[[JobControl], Any]
"""Reads the file in the background and answers a preview."""

KEPT = ("pilih", "row", "hasil", "judul")
"""The columns that stay in a narrow window; the remark of the chosen row is written out below the table anyway."""


class PreviewPage(ForumPage):
    """What the imports share. Nothing is written before *Terapkan*.

    A kind of list says what it is (``begin``, ``columns``), how it is looked at (``look_at``), which rows it shows
    (``rows_of``) and what is recorded (``record``).
    """

    kinds = frozenset({"forum"})

    def __init__(self, services: Layanan, say: Say, background: Background, labels: dict[str, str], key: str) -> None:
        super().__init__(services, say, background)
        self._path: Path | None = None
        self.preview: Any = None
        self.file_name = QLabel()
        self.summary = QLabel()
        self.sheet = ChoiceBox(self.tr("Lembar"))
        self.only = ChoiceBox(self.tr("Tampilkan baris"))
        self.mapping_button = QPushButton(icon("saring"), self.tr("Cocokkan kolom"))
        self.other_button = QPushButton(icon("folder"), self.tr("Berkas lain"))
        self.apply_button = primary(QPushButton())
        self.mapping = MappingPanel(labels, key)
        self.table = TableView(self.tr("Pratinjau berkas"))
        self.detail = DetailLine(self.table)
        self.model: RowsModel[Any] = RowsModel(self.columns(), self._fetch, parent=self)
        self.tools = FlowLayout(gap=8)
        self.notes = QLabel()
        self.places = QStackedWidget()
        self.start = self.begin()
        self._lay_out()
        self._connect()

    # --- what a kind of list says -----------------------------------------------------------------------------------

    def begin(self) -> EmptyState:
        """What stands here before a file is chosen."""
        raise NotImplementedError

    def columns(self) -> list[Column[Any]]:
        """The columns of the preview; the one named ``judul`` stretches."""
        raise NotImplementedError

    def look_at(self, path: Path, mapping: dict[str, int] | None, sheet: str | None) -> Look:
        """The job that looks at a file."""
        raise NotImplementedError

    def rows_of(self, preview: Any, only: str) -> Sequence[Any]:
        """The rows of a preview, or only those with one verdict."""
        raise NotImplementedError

    def ready(self) -> int:
        """How many rows would be recorded now."""
        raise NotImplementedError

    def ready_text(self, n: int) -> str:
        """The words of the button that records them."""
        raise NotImplementedError

    def record(self) -> tuple[int, str]:
        """Record them; how many, and the page that shows them. May raise RuleBroken."""
        raise NotImplementedError

    def recorded_text(self, n: int, berkas: str) -> str:
        """What is said afterwards."""
        raise NotImplementedError

    def forgotten(self) -> None:
        """The preview is gone."""

    # --- the page ---------------------------------------------------------------------------------------------------

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self._forget()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
        elif self.preview is None:
            self.start.buttons[0].setFocus()
        else:
            self.table.setFocus()

    def new_item(self) -> None:
        self.choose_file()

    def show_record(self, record: str) -> None:
        """``record`` is the path of a file here."""
        self.open_file(Path(record))

    def choose_file(self) -> None:
        """Ask for a file and look at it."""
        path = self.say.choose_open_file(
            self.tr("Pilih berkas daftar"), self.tr("Excel atau CSV (*.xlsx *.xls *.xlsm *.ods *.csv *.txt *.pb)")
        )
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, mapping: dict[str, int] | None = None, sheet: str | None = None) -> None:
        """Look at a file in the background; what it holds is shown, nothing is written."""
        self._path = path
        self.look(self.look_at(path, mapping, sheet))

    def look(self, job: Look) -> None:
        """Do a look in the background and show what it found."""
        self.background.run(job, self._show, self._on_problem, self.tr("Memeriksa berkas"))

    def apply(self) -> None:
        """Record what the preview accepted, in one act."""
        preview = self.preview
        if preview is None:
            return
        made: list[tuple[int, str]] = []
        if not self.attempt(lambda: made.append(self.record())):
            return
        step = self._last_step()
        self._forget()
        n, page = made[0]
        self.go(page)
        self.say.success(
            self.recorded_text(n, preview.berkas), Action(self.tr("Urungkan"), lambda: self._take_back(step))
        )

    def show_ready(self) -> None:
        """Write on the button what it would do now."""
        ready = self.ready()
        self.apply_button.setText(self.ready_text(ready))
        self.apply_button.setEnabled(ready > 0)

    def _take_back(self, step: int) -> None:
        if self._last_step() != step:
            self.say.info(self.tr("Sesudah itu sudah ada perubahan lain. Urungkan satu per satu dengan Ctrl+Z."))
        elif self.attempt(self.services.riwayat.batalkan):
            self.say.success(self.tr("Semua dari berkas itu ditarik lagi."))

    def _last_step(self) -> int:
        steps = self.services.riwayat.daftar(1)
        return steps[0].langkah if steps else 0

    def _lay_out(self) -> None:
        look(self.file_name, "anak-judul")
        look(self.notes, "redup")
        for label in (self.file_name, self.summary, self.notes):
            label.setWordWrap(True)
        self.mapping_button.setCheckable(True)
        self.mapping.hide()
        folds = [column.key for column in reversed(self.model.columns) if column.key not in KEPT]
        self.table.set_model(self.model, stretch="judul", gives_way={"catatan": (14, 30)}, folds=folds)
        head = FlowLayout(gap=8)
        head.add(self.file_name, 1, 18)
        head.add(self.other_button)
        head.add(self.apply_button)
        self.tools.add(self.only, 0, 22)
        self.tools.add(self.sheet, 0, 14)
        self.tools.add(self.mapping_button, 0, 18)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addLayout(self.tools)
        column.addWidget(self.mapping)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.notes)
        self.places.addWidget(self.start)
        self.places.addWidget(found)
        self.column.addWidget(self.places, 1)

    def _connect(self) -> None:
        self.other_button.clicked.connect(self.choose_file)
        self.apply_button.clicked.connect(self.apply)
        self.mapping_button.toggled.connect(self.mapping.setVisible)
        self.mapping.changed.connect(self._correct)
        self.sheet.committed.connect(lambda name: self.again(sheet=name))
        self.only.committed.connect(lambda _value: self.model.reload())
        self.table.current_changed.connect(self._show_notes)

    def _correct(self, mapping: dict[str, int]) -> None:
        self.again(mapping=mapping, sheet=self.preview.sheet if self.preview else None)

    def again(self, *, mapping: dict[str, int] | None = None, sheet: str | None = None) -> None:
        """Look once more, with other columns or another sheet."""
        if self._path is not None:
            self.open_file(self._path, mapping, sheet)

    def _show(self, preview: Any) -> None:
        first = self.preview is None
        self.preview = preview
        self.arrived(preview)
        self.file_name.setText(preview.berkas)
        self.sheet.set_items([(name, self.tr("Lembar {nama}").format(nama=name)) for name in preview.sheets])
        self.sheet.fill(preview.sheet)
        self.sheet.setVisible(len(preview.sheets) > 1)
        self.mapping.show_preview(preview)
        if first or preview.pesan:
            self.mapping_button.setChecked(bool(preview.pesan))
            self.mapping.setVisible(bool(preview.pesan))
        self._show_counts(preview)
        self.model.reload()
        self.places.setCurrentIndex(1)
        if first:
            self.table.setFocus()
            self.table.selectRow(0)

    def arrived(self, preview: Any) -> None:
        """A preview is here, the first one of a file or a corrected one."""

    def _show_counts(self, preview: Any) -> None:
        counted = [(hasil, count(preview, hasil)) for hasil in HASIL]
        chosen = self.only.value() or ""
        self.only.set_items(
            [("", self.tr("Semua baris ({n})").format(n=sum(n for _, n in counted)))]
            + [(hasil, f"{word(hasil)} ({n})") for hasil, n in counted if n]
        )
        self.only.fill(chosen if any(hasil == chosen and n for hasil, n in counted) else "")
        self.show_ready()
        words = ", ".join(f"{n} {word(hasil).lower()}" for hasil, n in counted if n)
        look(self.summary, "salah" if preview.pesan else "")
        told = self.tr("{hitungan}. Belum ada yang tercatat.").format(hitungan=words)
        self.summary.setText(preview.pesan or f"{told} {preview.peringatan}".strip())

    def _show_notes(self, baris: Any) -> None:
        self.notes.setText(
            self.tr("Baris {n}: {catatan}").format(n=baris.row, catatan=baris.catatan)
            if baris and baris.catatan
            else self.tr("Pilih baris untuk membaca catatannya.")
        )

    def _on_problem(self, problem: Exception) -> None:
        from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

        if not isinstance(problem, BerkasTidakTerbaca):
            self.say.trouble(problem)
        elif problem.kode == "dihentikan":
            self.say.info(problem.kalimat)
        else:
            self.say.error(problem.kalimat, Action(self.tr("Pilih berkas lain"), self.choose_file))

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Any]:
        return self.rows_of(self.preview, self.only.value() or "") if self.preview else []

    def _forget(self) -> None:
        self.preview, self._path = None, None
        self.only.fill("")
        self.forgotten()
        self.model.reload()
        self.places.setCurrentIndex(0)
