"""The page Siapkan."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.fields import ChoiceBox, FlowLayout
from ui.page import Page
from ui.say import Say
from ui.siapkan.form import FaktaForm
from ui.siapkan.model import open_sample, with_date
from ui.siapkan.mulai import MulaiForm
from ui.siapkan.tanggal_edit import show_tanggal


class SiapkanPage(Page):
    """Begin a forum, choose one, state its facts."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum"})
    services: Layanan

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._beginning = False
        self.forums = ChoiceBox(self.tr("Pilih forum"))
        self.forums.committed.connect(self._choose)
        self.new_button = push(
            self.tr("Musrenbang baru"), self.new_item, "tambah", self.tr("Mulai forum lain (Ctrl+N)")
        )
        self.sample_button = push(
            self.tr("Coba contoh"), self.open_sample, tip=self.tr("Latihan dengan Desa Sukamaju yang direka")
        )
        self.mulai = MulaiForm()
        self.mulai.started.connect(self._begin)
        self.mulai.sample_wanted.connect(self.open_sample)
        self.mulai.back_wanted.connect(self.escape)
        self.form = FaktaForm()
        self.form.changed.connect(self._record)
        self._tools = (self.forums, self.new_button, self.sample_button)
        tools = FlowLayout(gap=8)
        tools.add(self.forums, stretch=1, letters=36)
        tools.add(self.new_button)
        tools.add(self.sample_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addWidget(self.mulai)
        layout.addWidget(self.form)

    def title(self) -> str:
        return self.tr("Siapkan")

    def help_text(self) -> str:
        return self.tr(
            "<p>Di sini dicatat <b>desa, hari, tempat, pagu</b>, dan <b>siapa yang memimpin</b>.</p>"
            "<p>Nama hari dihitung sendiri dari tanggalnya. Tahun rencana biasanya setahun sesudah musyawarah.</p>"
            "<p>Pagu boleh ditulis <b>350 jt</b> atau <b>350.000.000</b>; bunyinya langsung tampak di bawahnya.</p>"
            "<p>Tidak ada tombol simpan: pindah ke isian lain, dan isian itu sudah tersimpan. "
            "<b>Ctrl+Z</b> mengurungkan.</p>"
            "<p><b>Ctrl+N</b> memulai forum lain. <b>Coba contoh</b> membuka desa reka-reka untuk berlatih.</p>"
        )

    def refresh(self, changes: Changes | None) -> None:
        forums = self.services.forum.daftar()
        active = self.services.forum.aktif()
        if active is None:
            self._beginning = True
        elif changes is None:
            self._beginning = False
        self.forums.set_items([(one.id, _name(one)) for one in forums])
        self.forums.fill(active.id if active else None)
        if active:
            self.form.fill(active)
        if self._beginning:
            self.mulai.fill(next((one for one in forums if not one.latihan), None))
        self._show()

    def on_shown(self) -> None:
        first = self.mulai.desa_edit if self._beginning else self.form.rows["desa"].field
        first.setFocus()

    def new_item(self) -> None:
        self._beginning = True
        self.refresh(Changes(kinds=self.kinds))
        self.on_shown()

    def escape(self) -> bool:
        if not self._beginning or self.services.forum.aktif() is None:
            return False
        self._beginning = False
        self._show()
        self.on_shown()
        return True

    def open_sample(self) -> None:
        """A practice forum of the invented village."""
        if attempt(self, lambda: open_sample(self.services)):
            self.say.success(
                self.tr(
                    "Forum latihan Desa Sukamaju sudah terbuka. "
                    "Apa pun yang dicoba di sini tidak memengaruhi forum lain."
                )
            )
            self.go("beranda")

    def _begin(self, baru: ForumBaru) -> None:
        if attempt(self, lambda: self.services.forum.buka(baru), self.mulai.desa):
            self.say.success(self.tr("Musrenbang {desa} dimulai. Lengkapi faktanya kapan saja.").format(desa=baru.desa))
            self.on_shown()

    def _choose(self, forum: object) -> None:
        attempt(self, lambda: self.services.forum.pilih(str(forum)))

    def _record(self, name: str, value: object) -> None:
        forum = self.services.forum.aktif()
        if forum is None:
            return
        fields = {name: value}
        row = self.form.rows.get(name)
        if name == "tanggal":
            if not value and row:
                row.show_error(RuleBroken("tanggal", "kosong"))
                return
            fields = with_date(forum, str(value))
        if not attempt(self, lambda: self.services.forum.ubah(**fields), row) and not (row and row.unrecorded):
            self.form.fill(forum)

    def _show(self) -> None:
        any_forum = self.forums.count() > 0
        self.mulai.setVisible(self._beginning)
        self.form.setVisible(not self._beginning)
        for tool in self._tools:
            tool.setVisible(any_forum and not self._beginning)
        self.mulai.back_button.setVisible(any_forum)


def _name(forum: Forum) -> str:
    name = f"{forum.sebutan} · {show_tanggal(forum.tanggal, 'd MMM yyyy')} → {forum.tahun_rencana}"
    return f"{name} · LATIHAN" if forum.latihan else name
