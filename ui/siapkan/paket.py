"""The section Paket kabupaten: what the kabupaten gave, what this forum uses of it, and what can be printed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel

from musrenbang_desktop.db.queries.paket import PaketTersimpan
from musrenbang_desktop.services.paket import PaketDibaca, baca_berkas
from ui.background import JobControl
from ui.buttons import push
from ui.page import Page
from ui.panels import Card
from ui.siapkan.paket_plan import PlanCard, button_row, tell, words
from ui.siapkan.paket_words import contents, named
from ui.siapkan.section import Section
from ui.subject import tells_of
from ui.theme import look, primary, quiet

if TYPE_CHECKING:
    from musrenbang_desktop.domain.tabel_paket import Tabel


class PaketSection(Section):
    """Choose a file, see what is in it and who signed it, put it in; everything works without one."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "paket", "usulan", "aturan"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        tr = self.tr
        self._chosen: PaketDibaca | None = None
        self.state, self.use = words(), words()
        self.inside, self.look_inside, self.signer = words("redup"), words(), words("awas")
        self.doubt = words("awas")
        self.choose_button = primary(push(tr("Pilih berkas paket"), self.choose))
        self.own_button = quiet(push(tr("Kamus desa sendiri"), self.choose_own, tip=tr("Dari CSV atau Excel")))
        self.use_button = push(tr("Pakai paket ini untuk forum ini"), self._use)
        self.drop_button = quiet(push(tr("Lepas dari forum ini"), self._drop))
        self.install_button = primary(push(tr("Pasang"), self.install))
        self.leave_button = quiet(push(tr("Tidak jadi"), self.escape, tip=tr("Esc")))
        self.now = self._card("", self.state, self.use, self.inside)
        button_row(self.now, self.choose_button, self.own_button, self.use_button, self.drop_button)
        self.file = self._card(tr("Isi berkas"), self.look_inside, self.signer, self.doubt)
        button_row(self.file, self.install_button, self.leave_button)
        self.plan = PlanCard(self)
        tells_of(self, lambda: "#paket")
        self.column.addWidget(self.plan)
        self.column.addStretch(1)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Paket kabupaten</b>: satu berkas dari Bappeda berisi kamus usulan dengan harganya, kalender, "
            "kriteria, pagu, jawaban tahun lalu, dan usulan desa tetangga. Satu huruf saja berubah, paketnya "
            "ditolak.</p>"
            "<p>Forum tetap memakai paket sejak awal; paket baru hanya dipakai bila Anda memilihnya. Tanpa paket pun "
            "semua berjalan.</p>"
        )

    def read(self) -> None:
        paket, mine = self.services.paket.terpasang(), self.services.paket.milik_forum()
        forum = self.services.forum.aktif()
        tell(self.state, self.tr("Terpasang: {paket}.").format(paket=named(paket)) if paket else self._without())
        tell(self.use, self._used(paket, mine))
        tell(self.inside, contents(mine.jumlah) if mine else "")
        self.use_button.setVisible(bool(paket and forum and forum.paket != paket.hash))
        self.drop_button.setVisible(bool(forum and forum.paket))
        self.own_button.setVisible(mine is None or not mine.kunci)
        self._show_file()
        self.plan.show_plan(mine)

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
            self._tell_strange_keys(found)
            self.choose_button.setFocus()

    def _tell_strange_keys(self, found: PaketDibaca) -> None:
        """A form may hold what only a newer program knows, or a slip of the pen; it works without."""
        for name, keys in found.kunci_asing.items():
            text = self.tr("Bentuk formulir {nama} memuat {kunci}, yang belum dikenal program ini dan tidak dipakai.")
            self.say.info(text.format(nama=name, kunci=", ".join(keys[:3])))

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
        tell(self.look_inside, f"{_begun(named(found.paket))}. {contents(found.paket.jumlah)}")
        words = {
            "terdaftar": self.tr("Ditandai oleh kabupaten tempat laptop ini terdaftar ({sidik})."),
            "dikenal": self.tr("Ditandai oleh kabupaten yang sama dengan paket sebelumnya ({sidik})."),
            "baru": self.tr("Tanda kabupaten {sidik} belum dikenal laptop ini."),
        }
        look(self.signer, "awas" if found.percaya == "baru" else "baik")
        tell(self.signer, words[found.percaya].format(sidik=found.sidik))
        tell(self.doubt, self._doubt(found.paket))

    def _doubt(self, paket: PaketTersimpan) -> str:
        """What the operator should see before an old file, or one of another kabupaten, is put in."""
        now, forum = self.services.paket.terpasang(), self.services.forum.aktif()
        said = []
        if now is not None and now.kunci and paket.tanggal < now.tanggal:
            said.append(self.tr("Paket ini lebih lama daripada yang terpasang ({paket}).").format(paket=named(now)))
        if (
            forum is not None
            and forum.kode_wilayah
            and paket.kode
            and not f"{forum.kode_wilayah}.".startswith(f"{paket.kode}.")
        ):
            text = self.tr("Paket ini untuk {kabupaten} ({kode}), sedangkan kode wilayah forum ini {wilayah}.")
            said.append(text.format(kabupaten=paket.kabupaten, kode=paket.kode, wilayah=forum.kode_wilayah))
        return " ".join(said)

    def _without(self) -> str:
        return self.tr("Belum ada paket di laptop ini. Semua tetap berjalan tanpa paket.")

    def _used(self, paket: PaketTersimpan | None, mine: PaketTersimpan | None) -> str:
        if self.services.paket.hilang():
            return self.tr("Paket forum ini tidak ada di laptop ini. Pasang berkas paket yang sama.")
        if mine is None:
            return self.tr("Forum ini belum memakai paket.") if paket else ""
        year = self._other_year(mine)
        if paket is None or mine.hash != paket.hash:
            return self.tr("Forum ini tetap memakai {paket}, sejak awal.").format(paket=named(mine)) + year
        return self.tr("Forum ini memakai paket itu.") + year

    def _other_year(self, paket: PaketTersimpan) -> str:
        """A new forum begins with what is put in, which may be the package of the year before."""
        forum = self.services.forum.aktif()
        if forum is None or not paket.tahun_rencana or paket.tahun_rencana == forum.tahun_rencana:
            return ""
        text = self.tr("Perhatikan: paket itu untuk tahun rencana {paket}, forum ini merencanakan tahun {forum}.")
        return " " + text.format(paket=paket.tahun_rencana, forum=forum.tahun_rencana)

    def _use(self) -> None:
        self.attempt(self.services.paket.pakai)
        self.choose_button.setFocus()

    def _drop(self) -> None:
        self.attempt(self.services.paket.lepas)
        self.choose_button.setFocus()

    def _card(self, title: str, *labels: QLabel) -> Card:
        card = Card(title)
        for label in labels:
            card.body.addWidget(label)
        self.column.addWidget(card)
        return card


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
