"""The section Paket kabupaten: what the kabupaten gave, what this forum uses of it, and what can be printed of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.db.queries.paket import PaketTersimpan
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.services.paket import PaketDibaca, baca_berkas
from ui.background import JobControl
from ui.buttons import push
from ui.fields import FlowLayout
from ui.page import Page
from ui.panels import Card
from ui.siapkan.paket_words import calendar_line, contents, named
from ui.siapkan.section import Section
from ui.theme import look, primary, quiet
from ui.usulan.kamus_words import selisih

if TYPE_CHECKING:
    from musrenbang_desktop.domain.tabel_paket import Tabel
    from musrenbang_desktop.services.cetak_kamus import Cetakan


class PaketSection(Section):
    """Choose a file, see what is in it and who signed it, put it in; everything works without one."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "paket", "usulan", "aturan"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        tr = self.tr
        self._chosen: PaketDibaca | None = None
        self.state, self.use = _words(), _words()
        self.inside, self.look_inside, self.signer = _words("redup"), _words(), _words("awas")
        self.calendar, self.money = _words(), _words()
        self.choose_button = primary(push(tr("Pilih berkas paket"), self.choose))
        self.own_button = quiet(push(tr("Kamus desa sendiri"), self.choose_own, tip=tr("Dari CSV atau Excel")))
        self.use_button = push(tr("Pakai paket ini untuk forum ini"), self._use)
        self.drop_button = quiet(push(tr("Lepas dari forum ini"), self._drop))
        self.install_button = primary(push(tr("Pasang"), self.install))
        self.leave_button = quiet(push(tr("Tidak jadi"), self.escape, tip=tr("Esc")))
        self.pagu_button = push(tr("Pakai sebagai pagu indikatif"), self._take_pagu)
        self.rules_button = push(tr("Pakai kriteria paket"), self._take_rules)
        prints = self.services.cetak_kamus
        self.booklet_button = push(tr("Cetak kamus usulan"), lambda: self._print(prints.buklet))
        self.differing_button = quiet(
            push(tr("Cetak catatan kamus"), lambda: self._print(lambda: prints.perlu_dilihat(selisih)))
        )
        self.unhooked_button = quiet(
            push(tr("Cetak usulan tanpa cantolan"), lambda: self._print(prints.tanpa_cantolan))
        )
        self.now = self._card("", self.state, self.use, self.inside)
        self._row(self.now, self.choose_button, self.own_button, self.use_button, self.drop_button)
        self.file = self._card(tr("Isi berkas"), self.look_inside, self.signer)
        self._row(self.file, self.install_button, self.leave_button)
        self.plan = self._card(tr("Dari paket forum ini"), self.calendar, self.money)
        self._row(self.plan, self.pagu_button, self.rules_button, self.booklet_button)
        self._row(self.plan, self.differing_button, self.unhooked_button)
        self.column.addStretch(1)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Paket kabupaten</b>: satu berkas dari Bappeda berisi kamus usulan dengan harganya, kalender, "
            "kriteria, pagu, dan jawaban tahun lalu. Satu huruf saja berubah, paketnya ditolak.</p>"
            "<p>Forum tetap memakai paket sejak awal; paket baru hanya dipakai bila Anda memilihnya. Tanpa paket pun "
            "semua berjalan.</p>"
        )

    def read(self) -> None:
        paket, mine = self.services.paket.terpasang(), self.services.paket.milik_forum()
        forum = self.services.forum.aktif()
        _tell(self.state, self.tr("Terpasang: {paket}.").format(paket=named(paket)) if paket else self._without())
        _tell(self.use, self._used(paket, mine))
        _tell(self.inside, contents(mine.jumlah) if mine else "")
        self.use_button.setVisible(bool(paket and forum and forum.paket != paket.hash))
        self.drop_button.setVisible(bool(forum and forum.paket))
        self.own_button.setVisible(mine is None or not mine.kunci)
        self._show_file()
        self._show_plan(mine)

    def on_shown(self) -> None:
        self.choose_button.setFocus()

    def escape(self) -> bool:
        if self._chosen is None:
            return False
        self._chosen = None
        self._show_file()
        self.choose_button.setFocus()
        return True

    def choose(self) -> None:
        """Look into a file; nothing is put in yet."""
        path = self.say.choose_open_file(
            self.tr("Pilih paket kabupaten"), self.tr("Paket kabupaten (*.musrenbang-paket);;Semua berkas (*)")
        )
        if path is not None:
            self.background.run(
                lambda _control: baca_berkas(path),
                lambda found: self.attempt(lambda: self._offer(self.services.paket.kenali(found))),
                label=self.tr("Memeriksa paket"),
            )

    def install(self) -> None:
        """Put the file in; an unknown signer is asked about once."""
        found = self._chosen
        if found is None or not self._believed(found):
            return
        if self.attempt(lambda: self.services.paket.pasang(found)):
            self._chosen = None
            self._show_file()
            self.say.success(self.tr("Paket {paket} terpasang.").format(paket=named(found.paket)))
            self.choose_button.setFocus()

    def choose_own(self) -> None:
        """A kamus of the village's own, from a table."""
        path = self.say.choose_open_file(
            self.tr("Pilih daftar kamus"), self.tr("Excel atau CSV (*.xlsx *.xls *.csv);;Semua berkas (*)")
        )
        if path is None:
            return

        def job(_control: JobControl) -> tuple[str, Tabel]:
            from musrenbang_desktop.exchange.kamus_import import baca_kamus  # opens spreadsheets: only when needed

            return baca_kamus(path)

        self.background.run(job, self._put_own_in, self._refuse, label=self.tr("Membaca kamus"))

    def _put_own_in(self, read: tuple[str, Tabel]) -> None:
        name, table = read
        if table.salah:
            more = self.tr(" Dan {n} lagi.").format(n=len(table.salah) - 1) if len(table.salah) > 1 else ""
            self.say.error(
                self.tr("Daftar {berkas} belum dapat dipakai: {salah}.{lagi} Tidak ada yang dipasang.").format(
                    berkas=name, salah=table.salah[0], lagi=more
                )
            )
            return
        from musrenbang_desktop.domain.bagian_paket import BAGIAN

        columns = [column.nama for column in BAGIAN["kamus"].kolom]
        rows = [dict(zip(columns, row, strict=True)) for row in table.baris]
        if self.attempt(lambda: self.services.paket.pasang_kamus_sendiri(name, rows)):
            self.say.success(self.tr("{n} butir kamus dari {berkas} terpasang.").format(n=len(rows), berkas=name))

    def _refuse(self, problem: Exception) -> None:
        from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

        if isinstance(problem, BerkasTidakTerbaca):
            self.say.error(problem.kalimat)
        else:
            self.say.trouble(problem)

    def _offer(self, found: PaketDibaca) -> None:
        self._chosen = found
        self._show_file()
        self.install_button.setFocus()

    def _believed(self, found: PaketDibaca) -> bool:
        if found.percaya != "baru":
            return True
        return self.say.ask(
            self.tr("Percaya paket yang ditandai {sidik}?").format(sidik=found.sidik),
            yes=self.tr("Ya, cocok"),
            no=self.tr("Belum"),
            details=self.tr(
                "Laptop ini belum mengenal kabupatennya. Cocokkan huruf itu dengan yang dibacakan petugas kabupaten, "
                "atau dengan huruf ke-13 sampai ke-24 pada tiket. "
                "Sesudah ini hanya paket dengan tanda yang sama diterima."
            ),
        )

    def _show_file(self) -> None:
        found = self._chosen
        self.file.setVisible(found is not None)
        if found is None:
            return
        _tell(self.look_inside, f"{_begun(named(found.paket))}. {contents(found.paket.jumlah)}")
        words = {
            "terdaftar": self.tr("Ditandai oleh kabupaten tempat laptop ini terdaftar ({sidik})."),
            "dikenal": self.tr("Ditandai oleh kabupaten yang sama dengan paket sebelumnya ({sidik})."),
            "baru": self.tr("Tanda kabupaten {sidik} belum dikenal laptop ini."),
        }
        look(self.signer, "awas" if found.percaya == "baru" else "baik")
        _tell(self.signer, words[found.percaya].format(sidik=found.sidik))

    def _show_plan(self, mine: PaketTersimpan | None) -> None:
        self.plan.setVisible(self.services.forum.aktif() is not None)
        _tell(self.calendar, "\n".join(calendar_line(line) for line in self.services.kalender.daftar()))
        ceilings = self.services.paket.pagu()
        total = sum(row["jumlah"] for row in ceilings)
        listed = ", ".join(f"{row['sumber']} {format_rupiah(row['jumlah'])}" for row in ceilings)
        _tell(self.money, self.tr("Pagu desa ini: {daftar}.").format(daftar=listed) if ceilings else "")
        forum = self.services.forum.aktif()
        self.pagu_button.setVisible(bool(ceilings) and forum is not None and forum.pagu != total)
        self.rules_button.setVisible(bool(mine and mine.jumlah.get("kriteria")) and not self._locked())
        for button in (self.booklet_button, self.differing_button):
            button.setVisible(bool(mine and mine.jumlah.get("kamus")))

    def _locked(self) -> bool:
        return bool(self.services.prioritas.aturan().terkunci)

    def _without(self) -> str:
        return self.tr("Belum ada paket di laptop ini. Semua tetap berjalan tanpa paket.")

    def _used(self, paket: PaketTersimpan | None, mine: PaketTersimpan | None) -> str:
        if self.services.paket.hilang():
            return self.tr("Paket forum ini tidak ada di laptop ini. Pasang berkas paket yang sama.")
        if mine is None:
            return self.tr("Forum ini belum memakai paket.") if paket else ""
        if paket is None or mine.hash != paket.hash:
            return self.tr("Forum ini tetap memakai {paket}, sejak awal.").format(paket=named(mine))
        return self.tr("Forum ini memakai paket itu.")

    def _use(self) -> None:
        self.attempt(self.services.paket.pakai)
        self.choose_button.setFocus()

    def _drop(self) -> None:
        self.attempt(self.services.paket.lepas)
        self.choose_button.setFocus()

    def _take_pagu(self) -> None:
        total = sum(row["jumlah"] for row in self.services.paket.pagu())
        if self.attempt(lambda: self.services.forum.ubah(pagu=total)):
            self.say.success(self.tr("Pagu indikatif menjadi {pagu}.").format(pagu=format_rupiah(total)))

    def _take_rules(self) -> None:
        rules, kriteria = self.services.prioritas.aturan(), self.services.paket.kriteria()
        if self.attempt(lambda: self.services.prioritas.ubah_aturan(kriteria, rules.kelompok)):
            self.say.success(self.tr("{n} kriteria dari paket dipakai. Lihat langkah 5.").format(n=len(kriteria)))

    def _print(self, read: Callable[[], Cetakan]) -> None:
        made: list[Cetakan] = []
        if not self.attempt(lambda: made.append(read())):
            return
        (paper,) = made
        path = self.say.choose_save_file(self.tr("Simpan sebagai PDF"), self.tr("PDF (*.pdf)"), f"{paper.judul}.pdf")
        if path is not None:
            self.background.run(
                lambda _control: _write(paper, path),
                lambda _done: self.say.success(
                    self.tr("{judul} disimpan di {berkas}.").format(judul=paper.judul, berkas=path.name)
                ),
                label=self.tr("Menggambar {judul}").format(judul=paper.judul),
            )

    def _card(self, title: str, *labels: QLabel) -> Card:
        card = Card(title)
        for label in labels:
            card.body.addWidget(label)
        self.column.addWidget(card)
        return card

    def _row(self, card: Card, *buttons: QWidget) -> None:
        flow = FlowLayout(gap=8)
        for button in buttons:
            flow.add(button)
        card.body.addLayout(flow)


def _write(paper: Cetakan, path: Path) -> None:
    from musrenbang_desktop.services.dokumen import write_whole

    write_whole(path, paper.gambar())


def _words(name: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if name:
        look(label, name)
    return label


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
