"""W11 Kirim & terima: once a ticket, then one button; what comes back stands below, usulan by usulan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.journal.keys import device_tag
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.kata_jawaban import moment
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.berkas.note import FilesNote
from ui.form_words import FieldsDraft
from ui.kirim.enrol_card import EnrolCard
from ui.kirim.enrolling import Enrolling
from ui.kirim.late_note import LateNote
from ui.kirim.receipt_actions import Receipt, ReceiptActions
from ui.kirim.received import AnswerPart, ReceiptPart
from ui.kirim.sender import Sender, State
from ui.kirim.status_card import StatusCard
from ui.kirim.stick import StickRow
from ui.kirim.umum import PublicPart, Tulisan
from ui.kirim.words import BarisBukti, BarisJawaban, baris_bukti, baris_jawaban
from ui.page import Page
from ui.say import Say
from ui.segments import Segments
from ui.theme import look

if TYPE_CHECKING:
    from sync.device.identity import Kept


class KirimPage(Page):
    """What waits to be sent, the way to send it, receipts and answers."""

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._services = services
        self._store = services.desk.store
        record = services.publik.catat
        self.courier = Sender(services.desk, background, self, late=services.kalender.tanda, before=record)
        self._other_ticket = False
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Kirim & terima")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Kirim sekarang</b> (Ctrl+Enter) mengirim semua yang belum ada di kabupaten dan sekaligus mengambil "
            "bukti terima dan jawaban.</p>"
            "<p>Internet boleh putus di tengah jalan: yang sudah sampai tidak dikirim ulang, yang belum tetap "
            "tersimpan di laptop ini.</p>"
            "<p>Setiap usulan mendapat <b>nomor bukti</b>. Simpan daftarnya atau salin untuk grup WhatsApp dengan "
            "tombol di atas tabel.</p>"
            "<p>Tanpa internet: <b>Tulis ke flashdisk</b>, titipkan ke kecamatan atau kabupaten, lalu <b>Baca "
            "balasan</b> dari flashdisk yang kembali.</p>"
            "<p><b>Untuk umum</b>: judul dan tempat usulan seperti tampil di halaman kabupaten dan di desa lain, tanpa "
            "nama warga. Periksa sebelum mengirim; F2 mengubahnya. Usulannya sendiri tetap seperti dicatat.</p>"
            "<p>Forum latihan tidak dikirim.</p>"
        )

    def refresh(self, changes: Changes | None) -> None:
        """Everything here is small; read it all."""
        forum = self._services.forum.aktif()
        self._read(forum)
        enrolment = self._enrolment()
        enrol = (enrolment is None or self._other_ticket) and not self._services.forum.ruang_latihan
        self.enrol.setVisible(enrol)
        self.status.setVisible(not enrol)
        self.stick.setVisible(not enrol and not self._services.forum.ruang_latihan)
        if enrol:
            self._address.come_back("laptop")
            connection = self._services.desk.connection
            self.enrol.offer(self._known_address(), again=enrolment is not None)
            self.enrol.show_replaced([device_tag(one) for one in box.before(connection)])
        if enrolment is not None:
            self.status.show_server(self._server_words(enrolment, forum))
        self.late.show_days(self._services.kalender.terlambat())
        self._show_state(self.courier.state)
        self._later.put_off()
        self.update()
        first = "jawaban" if self.answers.rows else "bukti"
        self._show_part(first if changes is None else self._part)

    def on_shown(self) -> None:
        if self.enrol.isVisibleTo(self):
            self.enrol.take_focus()
        else:
            self.status.send.setFocus()

    def save_and_new(self) -> None:
        """Ctrl+Enter: send now."""
        if self.enrol.isVisibleTo(self):
            self.enrol.agree()
        elif not self._is_practice():
            self.courier.start()

    def escape(self) -> bool:
        if self.proof.close_card():
            return True
        was, self._other_ticket = self._other_ticket, False
        if was:
            self.refresh(None)
        return was

    def show_record(self, record: str) -> None:
        if self.receipts.table.select_record(record):
            self._show_part("bukti")

    def print_document(self) -> None:
        """Ctrl+P: the receipt on paper."""
        if self.receipts.rows:
            self.proof.print()

    def _receipt(self) -> Receipt | None:
        """The receipt of the chosen forum, as it stands."""
        forum, enrolment = self._services.forum.aktif(), self._enrolment()
        return Receipt(forum, enrolment.alamat if enrolment else "-", list(self.receipts.rows)) if forum else None

    def _read(self, forum: Forum | None) -> None:
        receipts: list[BarisBukti] = []
        answers: list[BarisJawaban] = []
        self.files.setVisible(False)
        if forum is not None:
            self.files.show_missing(self._services)
            usulan = self._services.usulan.daftar()
            receipts = baris_bukti(usulan, self._services.jawaban.bukti(), forum.zona)
            answers = baris_jawaban(usulan, self._services.jawaban.lengkap(), forum.zona)
        self.receipts.show_rows(receipts)
        self.answers.show_rows(answers)
        self.parts.button("bukti").setText(self.tr("Bukti terima ({n})").format(n=len(receipts)))
        self.parts.button("jawaban").setText(self.tr("Jawaban ({n})").format(n=len(answers)))

    def _enrolment(self) -> Kept | None:
        from sync.device import identity  # only this page knows the network

        return identity.enrolled(self._services.desk.connection)

    def _known_address(self) -> str:
        from sync.device import identity

        known = identity.kept(self._services.desk.connection)
        return known.alamat if known else ""

    def _server_words(self, enrolment: Kept, forum: Forum | None) -> str:
        last = settings.get(self._services.desk.connection, box.LAST)
        words = self.tr("Kabupaten: {alamat}").format(alamat=enrolment.alamat)
        if last:
            words += " · " + self.tr("terakhir berhasil {waktu}").format(
                waktu=moment(last, forum.zona if forum else "WIB")
            )
        return words

    def _is_practice(self) -> bool:
        forum = self._services.forum.aktif()
        return self._services.forum.ruang_latihan or (forum is not None and forum.latihan)

    def _show_state(self, state: State) -> None:
        waiting = box.unsent(self._services.desk.connection)
        if state.stage == "selesai" and waiting.kejadian:
            state = State()  # the operator went on working: there is something to send again
        self.status.show_state(state, waiting.kejadian, waiting.usulan, latihan=self._is_practice())
        self._show_notes()

    def _show_notes(self) -> None:
        from sync.device import exchange

        notes = exchange.open_notes(self._services.desk.connection)
        self.notes.setVisible(bool(notes))
        if notes:
            self.notes.setText(
                self.tr("{n} catatan disimpan kabupaten tetapi belum dipakai. Yang pertama: {teks}").format(
                    n=len(notes), teks=notes[0].text or notes[0].code
                )
            )

    def _enrolled(self, name: str) -> None:
        self._other_ticket = False
        self.say.success(self.tr("Laptop ini terdaftar untuk {nama}.").format(nama=name))
        self.refresh(None)
        self.status.send.setFocus()

    def _change_ticket(self) -> None:
        self._other_ticket = True
        self.refresh(None)
        self.enrol.take_focus()

    def _keep_ticket(self) -> None:
        self.escape()
        self.status.send.setFocus()

    def _on_state(self, state: State) -> None:
        held = self.status.send.hasFocus() or self.status.cancel.hasFocus()
        self._show_state(state)
        if held:
            (self.status.cancel if state.stage == "mengirim" else self.status.send).setFocus()
        if state.stage == "selesai" and state.jawaban:
            self._show_part("jawaban")

    def _show_part(self, part: str) -> None:
        self._part = part
        self.parts.mark(part)
        nothing = not self.receipts.rows and not self.answers.rows and self.enrol.isVisibleTo(self)
        self.parts.setVisible(not nothing)
        self._rest.setVisible(nothing)
        views = (("bukti", self.receipts), ("jawaban", self.answers), ("umum", self.public))
        for key, view in views:
            view.setVisible(part == key and not nothing)
        self.proof.setVisible(part == "bukti" and bool(self.receipts.rows))

    def _show_public_count(self, count: int) -> None:
        """Names were found: before anything was sent that is what the operator looks at."""
        self.parts.button("umum").setText(self.tr("Untuk umum ({n})").format(n=count))
        if count and self._part == "bukti" and not self.receipts.rows:
            self._show_part("umum")

    def record_of(self, row: object) -> str:
        """Receipts, answers and texts for others are of an usulan."""
        return row.usulan if isinstance(row, BarisJawaban | Tulisan) else super().record_of(row)

    def _build(self) -> None:
        self.enrol = EnrolCard(self)
        self._address = FieldsDraft(self.enrol, self._services, "kirim", {"alamat": self.enrol.address_field})
        self.enrolling = Enrolling(self.enrol, self._store, self.say, self.background)
        self.enrolling.enrolled.connect(lambda _name: self._address.forget())
        self.status = StatusCard(self)
        self.late = LateNote(self)
        self.files = FilesNote(self)
        told = self._services.kalender.tanda, self._services.publik.catat
        self.stick = StickRow(self._services.desk, self.say, self, late=told[0], before=told[1])
        self.notes = QLabel(self)
        self.notes.setWordWrap(True)
        look(self.notes, "awas")
        tabs = (("bukti", self.tr("Bukti terima")), ("jawaban", self.tr("Jawaban")), ("umum", self.tr("Untuk umum")))
        self.parts = Segments(tabs, self)
        self.public = PublicPart(self._services, self.say, self)
        self._later = self.public.read_after(self)
        self.proof = ReceiptActions(self._receipt, self.say, self.background, self)
        self.receipts, self.answers = ReceiptPart(self), AnswerPart(self)
        self._part = "bukti"
        above = QHBoxLayout()
        above.addWidget(self.parts, 1)
        above.addWidget(self.proof)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(10)
        for widget in (
            self.heading(self.title()),
            self.late,
            self.files,
            self.enrol,
            self.status,
            self.stick,
            self.notes,
        ):
            layout.addWidget(widget)
        layout.addLayout(above)
        layout.addWidget(self.proof.card)
        for view in (self.receipts, self.answers, self.public):
            layout.addWidget(view, 1)
        self._rest = QWidget(self)
        layout.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self.enrolling.enrolled.connect(self._enrolled)
        self.enrol.closed.connect(self._keep_ticket)
        self.status.send_wanted.connect(self.save_and_new)
        self.status.cancel_wanted.connect(self.courier.cancel)
        self.status.ticket_wanted.connect(self._change_ticket)
        self.courier.changed.connect(self._on_state)
        self.courier.broke.connect(self.say.trouble)
        self.parts.chosen.connect(self._show_part)
        self.public.counted.connect(self._show_public_count)
        self.files.wanted.connect(lambda: self.go("berkas"))
