"""The page Siapkan."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from musrenbang_desktop.domain.forum import Forum, ForumBaru
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.fields import ChoiceBox, FlowLayout
from ui.fields.tab_order import follow
from ui.latihan import open_practice_room
from ui.page import Page
from ui.say import Action, Say
from ui.segments import Segments
from ui.siapkan.form import FaktaForm
from ui.siapkan.model import open_sample
from ui.siapkan.mulai import MulaiForm, half_typed
from ui.siapkan.section import Section
from ui.siapkan.sections import SECTIONS
from ui.siapkan.tanggal_edit import show_tanggal


class SiapkanPage(Page):
    """Begin a forum, choose one, prepare it section by section."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    services: Layanan

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._beginning = False
        self._made: dict[str, Section] = {}
        self._stale: set[str] = set()
        self._front = SECTIONS[0].key
        self.forums = ChoiceBox(self.tr("Pilih forum"), parent=self)
        self.forums.committed.connect(self._choose)
        self.new_button = push(
            self.tr("Musrenbang baru"), self.new_item, "tambah", self.tr("Mulai forum lain (Ctrl+N)")
        )
        practice = services.forum.ruang_latihan
        self._sections = [one for one in SECTIONS if one.practice or not practice]
        self.sample_button = push(
            self.tr("Isi dengan contoh") if practice else self.tr("Ruang latihan"),
            self.practise,
            tip=self.tr("Berlatih dengan Desa Sukamaju yang direka; tidak ada yang dikirim"),
        )
        self._mulai: MulaiForm | None = None
        self.tabs = Segments(tuple((one.key, one.shown_name) for one in self._sections))
        self.tabs.chosen.connect(self._bring_to_front)  # the cursor stays on the tabs, so that arrows go on
        self._tools = (self.forums, self.new_button, self.sample_button)
        self._lay_out()
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._turn(step))

    def title(self) -> str:
        return self.tr("Siapkan")

    def help_text(self) -> str:
        return self.tr(
            "<p>Di sini dicatat <b>desa, hari, tempat, pagu</b>, dan <b>siapa yang memimpin</b>.</p>"
            "<p>Nama hari dihitung sendiri dari tanggalnya. Tahun rencana biasanya setahun sesudah musyawarah.</p>"
            "<p>Pagu boleh ditulis <b>350 jt</b> atau <b>350.000.000</b>; bunyinya langsung tampak di bawahnya.</p>"
            "<p>Tidak ada tombol simpan: pindah ke isian lain, dan isian itu sudah tersimpan. "
            "<b>Ctrl+Z</b> mengurungkan. <b>Ctrl+PgDn</b> dan <b>Ctrl+PgUp</b> pindah bagian.</p>"
            "<p><b>Ctrl+N</b> memulai forum lain. <b>Ruang latihan</b> membuka jendela lain untuk "
            "berlatih dengan desa reka-reka; dari sana tidak ada yang dikirim.</p>"
        ) + (self._made[self._front].help_text() if self._front in self._made else "")

    def build_more(self) -> None:
        if self.services.forum.aktif() is not None:
            self.section(self._front)

    def refresh(self, changes: Changes | None) -> None:
        if changes is None or changes.kinds & {"forum", "semua"}:
            self._read_forums(changes)
        for key, section in self._made.items():
            if changes is None or not section.kinds or section.kinds & changes.kinds:
                self._stale.add(key)
        self._show()

    def on_shown(self) -> None:
        if self._beginning:
            self.mulai.desa_edit.setFocus()
        else:
            self.section(self._front).on_shown()

    def new_item(self) -> None:
        self._beginning = True
        self.refresh(Changes(kinds=frozenset({"forum"})))
        self.on_shown()

    def escape(self) -> bool:
        if not self._beginning:
            return self.section(self._front).escape()
        if self.services.forum.aktif() is None:
            return False
        self._beginning = False
        self.mulai.forget()
        self._show()
        self.on_shown()
        return True

    def show_record(self, record: str) -> None:
        """``tim`` brings that section to the front, ``tim.notulis`` one part of it."""
        key, _, part = record.partition(".")
        if key in {one.key for one in self._sections} and self.services.forum.aktif():
            self._beginning = False
            self.show_section(key)
            if part:
                self.section(key).show_part(part)

    def record_of(self, row: object) -> str:
        """A figure of the village has a history of its own, and so has a row of a list; all else is the forum's."""
        forum = self.services.desk.forum_id
        own = super().record_of(row) or (self.section(self._front).part_of(row) if row is not None else "")
        return f"{forum}{own}" if own.startswith("#") else own or forum

    def show_section(self, key: str) -> None:
        """Bring a section to the front and the cursor into it."""
        self._bring_to_front(key)
        self.section(key).on_shown()

    def _bring_to_front(self, key: str) -> None:
        self._front = key
        self._show()

    def section(self, key: str) -> Section:
        """One section; made when first asked for."""
        if key not in self._made:
            spec = next(one for one in self._sections if one.key == key)
            made = self._made[key] = spec.make(self)
            made.hide()
            self._stale.add(key)
            self._place.addWidget(made)
        return self._made[key]

    @property
    def mulai(self) -> MulaiForm:
        """The form that begins a forum; made when first asked for."""
        if self._mulai is None:
            made = self._mulai = MulaiForm(self.services, practice=self.services.forum.ruang_latihan)
            made.started.connect(self._begin)
            made.sample_wanted.connect(self.practise)
            made.back_wanted.connect(self.escape)
            self._start_place.addWidget(made)
            follow(self.sample_button, made)
        return self._mulai

    @property
    def form(self) -> FaktaForm:
        """The fields of the section Data forum."""
        return self.section("fakta").findChildren(FaktaForm)[0]

    def practise(self) -> None:
        """Open the practice room; in it, begin the invented village."""
        if not self.services.forum.ruang_latihan:
            open_practice_room(self.services, self.say)
        elif attempt(self, lambda: open_sample(self.services)):
            self.say.success(self.tr("Contoh Desa Sukamaju sudah terbuka. Silakan dicoba apa saja."))
            self.go("beranda")

    def _lay_out(self) -> None:
        tools = FlowLayout(gap=8)
        tools.add(self.forums, stretch=1, letters=36)
        tools.add(self.new_button)
        tools.add(self.sample_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(12)
        layout.addLayout(tools)
        self._start_place = QVBoxLayout()
        layout.addLayout(self._start_place)
        layout.addWidget(self.tabs)
        self._place = QVBoxLayout()
        layout.addLayout(self._place, 1)

    def _read_forums(self, changes: Changes | None) -> None:
        forums = self.services.forum.daftar()
        active = self.services.forum.aktif()
        if active is None:
            self._beginning = True
        elif changes is None:  # half a beginning that a power cut left is offered again
            self._beginning = half_typed(self.services)
        self.forums.set_items([(one.id, _name(one)) for one in forums])
        self.forums.fill(active.id if active else None)
        if self._beginning:
            practice = self.services.forum.ruang_latihan
            earlier = (one for one in forums if one.latihan == practice and one.tingkat == "utama")
            self.mulai.fill(next(earlier, None))

    def _begin(self, baru: ForumBaru) -> None:
        if attempt(self, lambda: self.services.forum.buka(baru), self.mulai.desa):
            self.mulai.forget()
            waiting = self._take_tickets()
            earlier = Action(self.tr("Salin persiapan"), lambda: self.show_record("forum_lain.salin"))
            self.say.success(
                self.tr("Musrenbang {desa} dimulai. Lengkapi faktanya kapan saja.").format(desa=baru.desa) + waiting,
                earlier if self.services.salinan.sumber() else None,
            )
            self.on_shown()

    def _take_tickets(self) -> str:
        """What waited for a forum goes into this one by itself; an act of its own, so that Ctrl+Z gives it back."""
        if not self.services.titipan.menunggu():
            return ""
        made: list[str] = []
        if not attempt(self, lambda: made.extend(self.services.titipan.masukkan())):
            return ""
        return " " + self.tr("{n} titipan yang menunggu sudah masuk; Ctrl+Z mengeluarkannya lagi.").format(n=len(made))

    def _choose(self, forum: object) -> None:
        attempt(self, lambda: self.services.forum.pilih(str(forum)))

    def _turn(self, step: int) -> None:
        keys = [one.key for one in self._sections]
        if not self._beginning:
            self.show_section(keys[(keys.index(self._front) + step) % len(keys)])

    def _show(self) -> None:
        any_forum = self.forums.count() > 0
        if self._beginning:
            self.mulai.back_button.setVisible(any_forum)
        if self._mulai is not None:
            self._mulai.setVisible(self._beginning)
        self.tabs.setVisible(not self._beginning)
        self.tabs.mark(self._front)
        for tool in self._tools:
            tool.setVisible(any_forum and not self._beginning)
        shown = [one.key for one in self._sections if one.at_start] if self._beginning else [self._front]
        for section, key in [(self.section(key), key) for key in shown]:
            if key in self._stale:
                self._stale.discard(key)
                section.read()
        for key, section in self._made.items():
            section.setVisible(key in shown)


def _name(forum: Forum) -> str:
    called = forum.sebutan if forum.tingkat == "utama" else sebutan_forum(forum)
    name = f"{called} · {show_tanggal(forum.tanggal, 'd MMM yyyy')} → {forum.tahun_rencana}"
    return f"{name} · LATIHAN" if forum.latihan else name
