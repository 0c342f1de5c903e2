"""W7 Surat suara: ballots and score sheets typed by two people, until both typings agree and the paper adds up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.colours import colours
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, EmptyWords, FieldRow, FlowLayout, TableView
from ui.fields.waiting import belongs_to
from ui.forum_page import ForumPage
from ui.kesepakatan.missing_list import Missing, MissingList, Way
from ui.reason_line import ReasonLine
from ui.say import Say
from ui.segments import Segments
from ui.suara.berkas import VoteFiles
from ui.suara.box_card import BoxCard
from ui.suara.entry import EntryLine
from ui.suara.typing import KEADAAN, BallotTyping, Ketikan, SheetTyping, Typing, tr
from ui.subject import tells_of
from ui.table import Column, RowsModel
from ui.theme import look, primary


class SuaraPage(ForumPage):
    """One group and one of the two typings at a time."""

    kinds = frozenset({"suara", "skor", "aturan", "usulan", "peserta", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.pencacah = 1
        self._typing: Typing = BallotTyping(services)
        self._groups: list[tuple[str, str]] = []
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        look(self.hint, "redup")
        self.group = ChoiceBox(self.tr("Kelompok"))
        self.typings = Segments((("1", self.tr("Ketikan pertama")), ("2", self.tr("Ketikan kedua"))))
        self.box = BoxCard()
        self.entry = EntryLine()
        self.table = TableView(self.tr("Yang sudah diketik"))
        self.model: RowsModel[Ketikan] = RowsModel(columns(), self._fetch, parent=self)
        self.differences = MissingList()
        self.close_button = primary(QPushButton(self.tr("Tutup penghitungan")))
        self.reopen_button = QPushButton(self.tr("Buka lagi penghitungan"))
        self.files = VoteFiles(services, say, lambda: self.kelompok, self)
        self.reason = ReasonLine()
        self.reason.keep_in(FormDraft(self.reason, services, "suara_buka", self.reason.words))
        tells_of(self.entry, self._typed_number)
        self.half = FormDraft(self.entry, services, "suara_isi", self.entry.words)
        self._lay_out()
        self._front = FormDraft(self.group, services, "suara_kelompok", lambda: {"kelompok": self.kelompok})
        self.group.committed.connect(self._front.touch)
        self._connect()

    def title(self) -> str:
        return self.tr("Surat suara")

    def help_text(self) -> str:
        return self.tr(
            "<p>Setiap kertas diketik dua kali oleh dua orang. Ketik nomor usulan yang dipilih dengan jarak, "
            "misalnya <b>3 7 12</b>; <b>x</b> untuk yang rusak; kosongkan untuk kertas kosong. <b>Enter</b> mencatat "
            "dan maju ke nomor berikutnya. <b>-</b> menghapus nomor yang keliru diketik.</p>"
            "<p>Yang ketikannya beda tampil di bawah: tekan nomornya, lihat kertasnya, ketik lagi. Penghitungan "
            "ditutup kalau tidak ada yang beda dan yang dibagikan sama dengan yang masuk, rusak, dan tidak dipakai.</p>"
            "<p>Lembar skor juga dapat diketik ulang di sini: satu nilai tiap kriteria, titik kalau kosong.</p>"
        )

    @property
    def kelompok(self) -> str:
        """The id of the group whose paper is typed."""
        return str(self.group.value() or "")

    def read(self, changes: Changes | None) -> None:
        aturan = self.services.prioritas.aturan()
        self._take_kind(aturan)
        self._take_groups(aturan)
        if changes is None:
            self.reason.set_aside()
        self._show(aturan)

    def on_shown(self) -> None:
        if self.has_forum:
            self._go_on()

    def show_record(self, record: str) -> None:
        """``record``: the id of a group."""
        self.group.fill(record)
        self.choose_typing(self.pencacah)

    def record_of(self, row: object) -> str:
        """One ballot, or one row of a score sheet; else the box of the group."""
        return self._typing.subject(self.kelompok, row.nomor if isinstance(row, Ketikan) else 0)

    def escape(self) -> bool:
        return self.reason.cancel()

    def choose_typing(self, pencacah: int) -> None:
        """Type as the first or as the second person."""
        self.pencacah = pencacah
        self._show(self.services.prioritas.aturan())
        self._go_on()

    def type_line(self, number: int, text: str) -> None:
        """Record one line, or explain beside it why not."""
        try:
            self._typing.save(self.kelompok, self.pencacah, number, text)
        except RuleBroken as broken:
            if broken.field in ("nomor_surat", "pilihan", "nilai"):
                self.entry.explain(broken)
            else:
                self.say.trouble(broken)
            return
        except Exception as problem:  # noqa: BLE001 - a full disk, a lock: each is said in its own sentence
            self.say.trouble(problem)
            return
        self.half.forget()
        self.entry.go_on(self._typing.next_after(number))

    def type_again(self, number: int) -> None:
        """Go to a number that was typed."""
        self.table.select_record(str(number))
        self.half.forget()
        self.entry.show_line(number)

    def close_counting(self) -> None:
        """Tutup penghitungan: the votes become the sheet of the group."""
        if self.attempt(lambda: self.services.suara.tutup(self.kelompok)):
            self.say.success(self.tr("Penghitungan ditutup. Suaranya masuk ke halaman Prioritas."))

    def reopen(self) -> None:
        """Open a closed counting again, with a reason."""
        kelompok = self.kelompok
        self.reason.ask(
            self.tr("Kenapa penghitungan dibuka lagi?"),
            self.tr("Buka lagi"),
            lambda text: self.services.suara.buka_lagi(kelompok, text),
            (self.tr("Ada surat yang tertinggal"), self.tr("Salah ketik")),
            key=f"{self.services.desk.forum_id}:{kelompok}",
        )

    def _take_kind(self, aturan: Aturan) -> None:
        """Ballots begin with the first typing; a score sheet was typed once on the page Prioritas already."""
        kind = BallotTyping if aturan.cara.suara else SheetTyping
        if not isinstance(self._typing, kind):
            self._typing = kind(self.services)
            self.pencacah = 1 if aturan.cara.suara else 2

    def _take_groups(self, aturan: Aturan) -> None:
        """The groups of the rules as they stand; the chosen one stays chosen while it exists."""
        items = [(item.id, item.nama) for item in aturan.kelompok]
        if items == self._groups:
            return
        self._front.flush()
        kept = self._front.found(self.services.desk.forum_id)
        chosen, self._groups = kept.get("kelompok", self.kelompok), items
        self.group.set_items(items)
        self.group.fill(chosen if chosen in dict(items) else next(iter(dict(items)), None))

    def _on_group(self) -> None:
        """Another group: its own next number, and nothing of the paper of the one before."""
        self.reason.set_aside()
        self.half.flush()
        self._show(self.services.prioritas.aturan())
        self.entry.begin(self._next_number())
        self._bring_back()

    def _lay_out(self) -> None:
        self.table.set_model(self.model, stretch="teks")
        EmptyWords(self.table, self.tr("Belum ada kertas yang diketik di kelompok ini. Mulai di baris atas."))
        head = FlowLayout(gap=12)
        head.add(FieldRow(self.tr("Kelompok"), self.group), 1, 16)
        head.add(self.typings)
        buttons = FlowLayout(gap=8)
        for button in (self.close_button, self.reopen_button, self.files.take, self.files.save):
            buttons.add(button)
        self.column.addWidget(self.hint)
        self.column.addLayout(head)
        for widget in (self.box, self.entry):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.differences)
        self.column.addLayout(buttons)
        self.column.addWidget(self.reason)

    def _connect(self) -> None:
        self.group.committed.connect(lambda _group: self._on_group())
        self.typings.chosen.connect(lambda key: self.choose_typing(int(key)))
        self.box.issued.connect(
            lambda n: attempt(self, lambda: self.services.suara.terbitkan(self.kelompok, n), self.box.terbit)
        )
        self.box.left_over.connect(
            lambda n: attempt(self, lambda: self.services.suara.sisakan(self.kelompok, n), self.box.sisa)
        )
        self.box.named.connect(
            lambda one, two: attempt(self, lambda: self.services.suara.tunjuk(self.kelompok, one, two), self.box.two)
        )
        self.entry.typed.connect(self.type_line)
        self.entry.touched.connect(self.half.touch)
        self.table.opened.connect(lambda row: self.type_again(row.nomor))
        self.close_button.clicked.connect(self.close_counting)
        self.reopen_button.clicked.connect(self.reopen)
        self.reason.failed.connect(self.say.trouble)

    def _show(self, aturan: Aturan) -> None:
        ballots = aturan.cara.suara
        closed = bool(self.services.suara.kotak(self.kelompok).ditutup)
        self.hint.setText(self._hint(aturan))
        self.hint.setVisible(bool(self.hint.text()))
        self.typings.mark(str(self.pencacah))
        self.box.setVisible(ballots)
        belongs_to(self.box, f"{self.services.desk.forum_id}.{self.kelompok}")
        self.box.show_box(self.services.suara.kotak(self.kelompok), self.services.suara.neraca(self.kelompok))
        self.entry.setEnabled(bool(aturan.terkunci) and not closed)
        self.entry.explain_content(self._what_to_type(aturan))
        self.close_button.setVisible(ballots and not closed)
        self.close_button.setEnabled(bool(aturan.terkunci))
        self.reopen_button.setVisible(closed)
        self.files.take.setVisible(ballots and not closed)
        self.files.take.setEnabled(bool(aturan.terkunci) and not self._typing.rows(self.kelompok, 1))
        self.files.save.setVisible(ballots)
        self.model.reload()
        self._show_differences(ballots=ballots)

    def _hint(self, aturan: Aturan) -> str:
        if not aturan.terkunci:
            return self.tr("Kunci dulu aturan main di halaman Prioritas, lalu kertasnya dapat diketik di sini.")
        if aturan.cara.suara:
            return ""
        return self.tr(
            "Cara menilai forum ini memakai lembar skor. Di sini orang kedua mengetik lembar yang sama sekali lagi."
        )

    def _what_to_type(self, aturan: Aturan) -> str:
        if aturan.cara.suara:
            return self.tr("Nomor usulan dengan jarak, x untuk rusak, kosong untuk kertas kosong")
        names = " ".join(kriteria.singkatan for kriteria in aturan.kriteria)
        return self.tr("Satu nilai tiap kriteria: {kriteria}; titik kalau kosong").format(kriteria=names)

    def _show_differences(self, *, ballots: bool) -> None:
        suara, kelompok = self.services.suara, self.kelompok
        numbers = {usulan.id: usulan.nomor for usulan in self.services.prioritas.usulan()}
        if ballots:
            differing = [beda.nomor for beda in suara.beda(kelompok)]
        else:
            differing = sorted(numbers[beda.usulan] for beda in suara.beda_skor(kelompok) if beda.usulan in numbers)
        found = []
        if differing:
            words = self.tr("{n} nomor belum sama di kedua ketikan:").format(n=len(differing))
            found.append(Missing(words, self._ways(differing)))
        if over := suara.melampaui(kelompok):
            words = self.tr("{n} surat berisi lebih banyak pilihan daripada aturan sekarang:").format(n=len(over))
            found.append(Missing(words, self._ways(over)))
        self.differences.show_missing(found)

    def _ways(self, numbers: Sequence[int]) -> tuple[Way, ...]:
        return tuple(
            Way(str(n), self.tr("Ketik lagi nomor {n}").format(n=n), partial(self.type_again, n)) for n in numbers
        )

    def _typed_number(self) -> str:
        """What the number in the form belongs to; nothing for one that nobody has typed yet."""
        text = self.entry.number.text().strip()
        subject = self._typing.subject(self.kelompok, int(text)) if text.isdecimal() else ""
        return subject if subject and self.services.riwayat.perubahan(subject) else ""

    def _next_number(self) -> int:
        rows = self._typing.rows(self.kelompok, self.pencacah)
        return self._typing.next_after(max((row.nomor for row in rows), default=0))

    def _go_on(self) -> None:
        self.half.flush()
        self.entry.go_on(self._next_number())
        self._bring_back()

    def _bring_back(self) -> None:
        """Half a paper of this group and this typing, as a power cut left it."""
        if kept := self.half.found(f"{self.services.desk.forum_id}.{self.kelompok}.{self.pencacah}"):
            self.entry.put_back(kept.get("nomor", ""), kept.get("isi", ""))

    def _fetch(self, _sort: str, _descending: bool) -> list[Ketikan]:
        return list(reversed(self._typing.rows(self.kelompok, self.pencacah))) if self.has_forum else []


def columns() -> list[Column[Ketikan]]:
    """Number, what was typed, and whether both agree."""
    return [
        Column(key="nomor", title=tr("Nomor"), value=lambda row: row.nomor, align="kanan", bold=True),
        Column(key="teks", title=tr("Isi kertas"), value=lambda row: row.teks),
        Column(key="keadaan", title=tr("Kedua ketikan"), value=lambda row: tr(KEADAAN[row.keadaan]), colour=_colour),
    ]


def _colour(row: Ketikan) -> str:
    now = colours()
    return {"sama": now.success, "beda": now.danger, "satu": now.muted}[row.keadaan]
