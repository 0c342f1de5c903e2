"""W8 Kesepakatan: order, outputs, reasons, and the closing in front of the hall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.domain.kesepakatan import Keluaran, Putusan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.segel import Tersegel
from ui.attempt import attempt
from ui.background import Background
from ui.berkas.note import and_missing
from ui.closed_note import ADDENDUM
from ui.drafts import FormDraft
from ui.fields import DetailLine, EmptyState
from ui.forum_page import ForumPage
from ui.kesepakatan.columns import columns
from ui.kesepakatan.decided import DecidedLine
from ui.kesepakatan.half_said import DRAFTS, ask_again
from ui.kesepakatan.head import AgreementHead
from ui.kesepakatan.missing import Ways, answer_before, missing_of, shown_of
from ui.kesepakatan.missing_list import MissingList
from ui.kesepakatan.model import KOSONG, Keadaan, Tempat, read, tie_words
from ui.kesepakatan.moving import Mover
from ui.kesepakatan.pagu_bar import PaguBar
from ui.kesepakatan.reasons import Reasons
from ui.kesepakatan.seal_desk import SealDesk
from ui.kesepakatan.table import AgreementView
from ui.reason_line import ReasonLine
from ui.say import Action, Say
from ui.subject import tells_of
from ui.table import RowsModel

#: Folded in a narrow window, the least needed first; place, number, title and output always stay.
FOLDS = ("nilai", "peringkat", "alasan", "biaya")


class KesepakatanPage(ForumPage):
    """Every usulan in exactly one output."""

    kinds = frozenset(
        {"kesepakatan", "segel", "usulan", "skor", "suara", "aturan", "forum", "peserta", "kehadiran", "penundaan"}
    )

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.state: Keadaan = KOSONG
        self.sealed: Tersegel | None = None
        self.places = QStackedWidget(self.body)
        self._list = QWidget(self.places)
        self.pagu = PaguBar(self._list)
        self.head = AgreementHead(self._list)
        self.seal_desk = SealDesk(services, say, background, self._list)
        self.table = AgreementView(self.tr("Urutan kesepakatan"), self._list)
        self.detail = DetailLine(self.table, self._list)
        self.model: RowsModel[Tempat] = RowsModel(columns(), self._fetch, parent=self)
        self.reason = ReasonLine(self._list)
        self.reasons = Reasons(services, self.reason)
        self.mover = Mover(services, self, self._list)
        for line in (self.reason, self.mover.line):
            line.keep_in(FormDraft(line, services, DRAFTS, line.words))
        self.decided = DecidedLine(self._list)
        self.missing = MissingList(self._list)
        self._ways = Ways(
            role=lambda role: self.go("siapkan", f"tim.{role}"),
            reason=self._go_to_missing,
            jump=self.ask_jump,
            arrange=self.arrange,
            ballots=lambda kelompok: self.go("suara", kelompok),
            attendance=lambda part: self.go("kehadiran", f"bagian.{part}"),
            before=lambda pra: answer_before(self, pra),
        )
        tells_of(self.seal_desk, lambda: f"{services.desk.forum_id}.segel")
        tells_of(self.decided, lambda: f"{services.desk.forum_id}.sepakat#cara_putus")
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Kesepakatan")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Alt+Atas</b> dan <b>Alt+Bawah</b> memindahkan urutan; alasannya ditanya dan ikut dicetak.</p>"
            "<p><b>1</b> ke kecamatan, <b>2</b> dana desa, <b>3</b> belum disepakati; boleh untuk beberapa baris "
            "sekaligus (Shift atau Ctrl sambil memilih). <b>Alt+Kiri</b> dan <b>Alt+Kanan</b> juga mengganti "
            "keluaran.</p><p>Yang belum disepakati wajib punya alasan sebelum kesepakatan ditutup.</p>"
            "<p><b>Segel hasil</b> sesudah ditutup: hasil tidak dapat diubah lagi, dan kode 12 angkanya dibacakan.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self.state = read(self.services)
        self.sealed = self.services.segel.sekarang() if self.state.ditutup else None
        self.mover.follow([] if changes is None or self.state.ditutup else self.state.tempat)
        if changes is None:
            for line in (self.reason, self.mover.line):
                line.set_aside()
            self.seal_desk.set_aside()
        self.model.reload()
        self._show()

    def on_shown(self) -> None:
        if self.has_forum and self.model.rowCount():
            self.table.setFocus()
            if not self.table.chosen():
                self.table.selectRow(0)
            ask_again(self)

    def escape(self) -> bool:
        return self.reason.cancel() or self.mover.line.cancel() or self.seal_desk.close_forms()

    def record_of(self, row: object) -> str:
        """The usulan of a row; else the agreement."""
        return super().record_of(row) or f"{self.services.desk.forum_id}.sepakat"

    def show_record(self, record: str) -> None:
        """An usulan, or the form of a catatan tambahan."""
        if record == ADDENDUM and self.sealed is not None:
            self.seal_desk.add_button.click()
            return
        self.table.clearSelection()
        self.table.select_record(record)
        self.table.setFocus()

    def propose_move(self, step: int) -> None:
        """Propose another place for the current usulan; why is asked in place."""
        tempat: Tempat | None = self.table.current()
        if tempat is not None and not self.state.ditutup:
            self.mover.propose(tempat, step, self.state.tempat)

    def decide(self, keluaran: Keluaran) -> None:
        """Put the chosen usulan into one output; those not agreed need a reason."""
        if self.state.ditutup:
            return
        chosen = set(self.table.chosen())
        records = [t.id for t in self.state.tempat if t.id in chosen and t.butir.keluaran != keluaran]
        if records and not self.attempt(lambda: self.services.kesepakatan.tetapkan(records, keluaran)):
            return
        if keluaran == "belum_disepakati" and any(t.kurang for t in self.state.tempat if t.id in chosen):
            self.ask_reason()

    def ask_reason(self) -> None:
        """Why the chosen usulan are not agreed; one answer for all of them."""
        if self.state.ditutup:
            return
        chosen = set(self.table.chosen())
        places = [t for t in self.state.tempat if t.id in chosen and t.butir.keluaran == "belum_disepakati"]
        if not places:
            self.say.info(self.tr("Pilih dulu usulan yang belum disepakati."))
            return
        self.ask_reason_of(places)

    def ask_reason_of(self, places: Sequence[Tempat]) -> None:
        """The same for these places."""
        self.reasons.why_not_agreed(places)
        self._show_missing()

    @property
    def asking(self) -> bool:
        """Whether a reason is being asked for."""
        return not (self.reason.isHidden() and self.mover.line.isHidden())

    def record_decision(self, putusan: Putusan) -> None:
        """How the hall decided, as stated below the list; what is refused stays as typed, with the reason beside it."""
        attempt(self, lambda: self.services.kesepakatan.putuskan(putusan), self.decided.row)

    def arrange(self) -> None:
        """Susun dari skor."""
        if self.state.kesepakatan is not None and not self.say.ask(
            self.tr("Susun ulang urutan dari skor?"),
            yes=self.tr("Susun ulang"),
            details=self.tr("Urutan yang sudah dipindah kembali mengikuti skor. Keluaran dan alasan tetap."),
        ):
            return
        if self.attempt(self.services.kesepakatan.susun) and (words := tie_words(self.services)):
            self.say.warning(words, Action(self.tr("Catat undian"), lambda: self.go("prioritas")))

    def close_agreement(self) -> None:
        """Tutup kesepakatan; refused with the list of what is missing."""
        if missing_of(self.state, self._ways):
            self.say.warning(self.tr("Belum dapat ditutup. Yang masih kurang ada di daftar di bawah tabel."))
            if self.state.kurang:
                self._go_to_missing(self.state.kurang[0].id)
            return
        if self.say.ask(
            self.tr("Tutup kesepakatan sekarang?"),
            yes=self.tr("Tutup"),
            details=and_missing(
                self.tr("Sesudah ditutup tidak ada yang dapat diubah, kecuali dibuka lagi dengan alasan."),
                self.services,
            ),
        ) and self.attempt(self.services.kesepakatan.tutup):
            self.say.success(self.tr("Kesepakatan ditutup. Dokumen dapat dicetak."))

    def reopen(self) -> None:
        """Buka lagi, with a reason that stays in the history."""
        self.reasons.why_open_again()

    def _lay_out(self) -> None:
        self.table.set_model(self.model, stretch="judul", gives_way={"alasan": (16, 40)}, folds=FOLDS)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (self.pagu, self.head, self.seal_desk)
        below: tuple[QWidget, ...] = (self.detail, self.reason, self.mover.line, self.decided, self.missing)
        for part in (*above, self.table, *below):
            column.addWidget(part, int(part is self.table))
        self.begin = EmptyState(
            "sepakat",
            self.tr("Urutan belum disusun"),
            self.tr(
                "Urutan awal mengikuti skor. Usulan yang muat dalam pagu ditawarkan untuk dana desa; "
                "sesudah itu forum yang menentukan."
            ),
            ((self.tr("Susun dari skor"), self.arrange),),
            self.places,
        )
        nothing = EmptyState(
            "usulan",
            self.tr("Belum ada usulan untuk disepakati"),
            "",
            ((self.tr("Catat usulan"), lambda: self.go("usulan")),),
            self.places,
        )
        for widget in (self._list, self.begin, nothing):
            self.places.addWidget(widget)
        self.column.addWidget(self.places, 1)

    def _connect(self) -> None:
        self.table.moved.connect(self.propose_move)
        self.table.decided.connect(self.decide)
        self.table.opened.connect(lambda _tempat: self.ask_reason())
        self.reason.closed.connect(self._on_reason_closed)
        self.reason.failed.connect(self.say.trouble)
        self.head.decided.connect(self.decide)
        self.decided.stated.connect(self.record_decision)
        self.head.reason_button.clicked.connect(self.ask_reason)
        self.head.arrange_button.clicked.connect(self.arrange)
        self.head.close_button.clicked.connect(self.close_agreement)
        self.head.seal_button.clicked.connect(lambda: self.seal_desk.seal(self.head.seal_button))
        self.head.reopen_button.clicked.connect(self.reopen)
        self.mover.proposed.connect(self._show_move)
        self.mover.ended.connect(self._on_reason_closed)
        self.mover.line.failed.connect(self.say.trouble)
        self.pagu.fill_in.clicked.connect(lambda: self.go("siapkan"))

    def _show(self) -> None:
        state = self.state
        self.places.setCurrentIndex(0 if state.tempat else 1 if state.ada_usulan else 2)
        self.pagu.show_use(state.terpakai)
        self.pagu.setVisible(self.sealed is None)
        self.head.show_state(state, sealed=self.sealed is not None)
        self.seal_desk.show_seal(self.sealed)
        self._show_decision()
        self._show_missing()

    def _show_decision(self) -> None:
        """Asked only where the berita acara of this forum says it."""
        agreed = self.state.kesepakatan
        open_now = agreed is not None and not self.state.ditutup
        self.decided.setVisible(open_now and "cara" in self.services.kehadiran.profil().naskah)
        if agreed is not None:
            self.decided.show_decision(agreed.putusan)

    def _show_missing(self) -> None:
        """The list makes room while a reason is being asked for."""
        nothing = bool(self.state.ditutup) or self.state.kesepakatan is None or self.asking
        self.missing.show_missing([] if nothing else shown_of(self.state, self._ways))
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _fetch(self, _sort: str, _descending: bool) -> list[Tempat]:
        return self.mover.shown(self.state.tempat)

    def _show_move(self, record: str) -> None:
        """The hall sees where the usulan would go."""
        self.model.reload()
        self.table.select_record(record)
        self._show_missing()

    def ask_jump(self, record: str) -> None:
        """Why this usulan is agreed before one that its own origin ranks higher."""
        self.show_record(record)
        self.reasons.why_ahead(next(place for place in self.state.tempat if place.id == record))
        self._show_missing()

    def _on_reason_closed(self) -> None:
        self.model.reload()
        self._show_missing()
        self.table.setFocus()

    def _go_to_missing(self, record: str) -> None:
        self.show_record(record)
        self.ask_reason()
