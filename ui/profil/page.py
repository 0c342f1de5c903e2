"""Bentuk formulir: keys of a copy at the left, the paper that they make at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.reference.profile_layers import ProfileInvalid
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.form_words import FieldsDraft, FormField
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.plain_label import plain_label
from ui.profil.head import BeginLine, CopyBar
from ui.profil.keys_panel import KeysPanel
from ui.profil.parts import KeysAndPaper
from ui.profil.rows import ACTS
from ui.profil.states import States
from ui.profil.trial import Trial
from ui.say import Say

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile_copy import ProfileCopy


class ProfilPage(ForumPage):
    """One copy at a time. Every change is kept at once; a copy that cannot be used yet says why and is kept too."""

    kinds = frozenset({"forum", "usulan", "peserta", "kesepakatan"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.states = States()
        self._beginning = False
        self.bar = CopyBar()
        self.beginning = BeginLine()
        new: dict[str, FormField] = {"nama": self.beginning.name, "bawaan": self.beginning.below}
        self._half = FieldsDraft(self.beginning, services, "profil_baru", new)
        self.problem = plain_label("salah")
        self.keys = KeysPanel()
        self.kept = KeptFilters(self, services, "profil", {"cari": self.keys.search})
        self.trial = Trial(say, background)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Bentuk formulir")

    def help_text(self) -> str:
        return self.tr(
            "<p>Untuk petugas kabupaten. Formulir forum ini tidak berubah: yang dikerjakan di sini sebuah "
            "<b>salinan</b>, dan desa mendapatnya lewat paket kabupaten.</p>"
            "<p>Buat salinan dari bentuk bawaan, pilih bagiannya di kiri, ubah isinya. Kertas di kanan menunjukkan "
            "hasilnya dengan data forum yang sedang dibuka. Yang tercetak tebal sudah diubah.</p>"
            "<p><b>Simpan untuk paket</b> memeriksa seluruhnya, lalu menulis satu berkas untuk folder "
            "<b>profil</b> paket kabupaten.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.kept.restore(self.services.desk.forum_id)
            self.keys.look_for(self.keys.search.text())
            self._offer()
        if self.copy is not None:
            self._try_out(self.copy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.fit(self.width())

    def escape(self) -> bool:
        """Away with the line for a new copy."""
        shown, self._beginning = self._beginning and self.copy is not None, False
        self._show_state()
        return shown

    def new_item(self) -> None:
        """Ctrl+N: the line for a new copy."""
        self._beginning = True
        self._show_state()
        self.beginning.name.setFocus()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
            return
        (self.keys.search if self.copy else self.beginning.name).setFocus()

    def focus_filter(self) -> None:
        self.keys.search.setFocus()
        self.keys.search.selectAll()

    @property
    def copy(self) -> ProfileCopy | None:
        """The copy that is worked on."""
        return self.states.now

    def begin(self) -> None:
        """A new copy of the chosen shipped form; what is typed still belongs to the one before."""
        self.keys.editor.commit()
        line = self.beginning
        self._do(lambda: self._open(self.services.bentuk.buat(line.name.text(), str(line.below.value()))))

    def open_kept(self, name: str) -> None:
        """Go on with a copy that is kept here."""
        if self.keys.editor.commit():
            self._do(lambda: self._open(self.services.bentuk.buka(name)))
        if self.copy is not None:
            self.bar.copies.fill(self.copy.name)

    def open_file(self) -> None:
        """Take a copy from elsewhere; one of the same name is only replaced when that is meant."""
        self.keys.editor.commit()
        path = self.say.choose_open_file(self.tr("Ambil bentuk formulir"), self.tr("Bentuk formulir (*.toml)"))
        if path is not None:
            self._do(lambda: self._open(self.services.bentuk.ambil(path, self._may_replace)))

    def save_for_package(self) -> None:
        """Check the whole copy and write it where the package is made."""
        if self.copy is None or not self.keys.editor.commit():
            return
        copy = self.copy
        target = self.say.choose_save_file(
            self.tr("Simpan untuk paket"), self.tr("Bentuk formulir (*.toml)"), f"{copy.name}.toml"
        )
        if target is not None and self._do(lambda: self.services.bentuk.untuk_paket(copy, target)):
            self.say.success(
                self.tr("{berkas} siap. Taruh di folder profil, lalu buat paket kabupaten.").format(berkas=target.name)
            )

    def undo(self) -> bool:
        """The copy as it was before the last change. The forum stays as it is, also with nothing to take back."""
        return self._travel(self.states.undo, self.tr("Tidak ada yang dapat diurungkan di salinan ini."))

    def redo(self) -> bool:
        """The change that was taken back."""
        return self._travel(self.states.redo, self.tr("Tidak ada yang dapat diulangi di salinan ini."))

    def _travel(self, step: Callable[[], ProfileCopy | None], nothing: str) -> bool:
        """One state along a way; False while there is no copy at all."""
        if self.copy is None:
            return False
        if step() is None:
            self.say.info(nothing)
        else:
            self._keep()
            self.keys.editor.show_again()
        return True

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something that a copy or a disk may refuse."""
        try:
            return self.attempt(act)
        except (ProfileInvalid, OSError) as problem:
            if isinstance(problem, ProfileInvalid):
                self.say.error(str(problem))
            else:
                self.say.trouble(problem)
            return False

    def _may_replace(self, name: str) -> bool:
        return self.say.ask(
            self.tr("Salinan {nama} sudah ada. Ganti dengan yang dari berkas?").format(nama=name),
            yes=self.tr("Ganti"),
            no=self.tr("Jangan"),
        )

    def _offer(self) -> None:
        self.beginning.below.set_items((one.id, one.nama) for one in self.services.bentuk.bawaan())
        if self.beginning.below.value() is None:
            self.beginning.below.fill(self.beginning.below.itemData(0))
        self._half.come_back("baru")
        kept = self.services.bentuk.salinan()
        self.bar.copies.set_items((name, name) for name in kept)
        for name in kept:
            if self.copy is None:
                self.open_kept(name)
        self._show_state()

    def _open(self, copy: ProfileCopy | None) -> None:
        if copy is None:
            return
        self._beginning = False
        self.beginning.name.clear()
        self._half.forget()
        self.states.open(copy)
        self._offer()
        self.bar.copies.fill(copy.name)
        self._show(copy)
        self.keys.search.setFocus()

    def _change(self, change: Callable[[ProfileCopy], ProfileCopy]) -> None:
        if self.copy is None:
            return
        changed = change(self.copy)
        if changed.text != self.copy.text:
            self.states.change(changed)
            self._keep()

    def _keep(self) -> None:
        """Keep and show the state that the copy is in now."""
        copy = self.copy
        if copy is not None:
            self._do(lambda: self.services.bentuk.simpan(copy))
            self._show(copy)

    def _show(self, copy: ProfileCopy) -> None:
        self.keys.show_copy(copy)
        self._show_state()
        self._try_out(copy)

    def _try_out(self, copy: ProfileCopy) -> None:
        try:
            wish = self.services.bentuk.percobaan(copy)
        except ProfileInvalid as problem:
            self._explain(str(problem))
        except Trouble as problem:
            self.say.trouble(problem)
        else:
            self._explain("")
            self.trial.show_form(wish)

    def _explain(self, problem: str) -> None:
        """Why the copy cannot be used as it stands; the paper stays as it last could be drawn."""
        self.problem.setVisible(bool(problem))
        self.problem.setText(problem)
        self.bar.save_button.setEnabled(self.copy is not None and not problem)

    def _show_state(self) -> None:
        has_copy = self.copy is not None
        for part in (self.parts, self.bar):
            part.setVisible(has_copy)
        self.beginning.setVisible(not has_copy or self._beginning)
        self.hint.setVisible(not has_copy)
        self.bar.undo_button.setEnabled(self.states.can_undo)
        self.bar.redo_button.setEnabled(self.states.can_redo)

    def _on_typed(self, path: str, value: Any) -> None:
        self._change(lambda copy: copy.put(path, value))

    def _on_row(self, act: str) -> None:
        if self.copy is not None and (acted := ACTS[act](self.copy, self.keys.editor.path)) is not None:
            changed, chosen = acted
            self._change(lambda _copy: changed)
            if chosen != self.keys.editor.path:
                self.keys.choose(chosen)

    def _lay_out(self) -> None:
        self.hint = plain_label(
            "redup",
            self.tr(
                "Untuk petugas kabupaten: pilih bentuk bawaan, beri nama, lalu tekan Buat salinan. Formulir forum ini "
                "tidak berubah."
            ),
        )
        self.problem.hide()
        self.parts = KeysAndPaper(self.keys, self.trial)
        for part in (self.hint, self.beginning, self.bar, self.problem):
            self.column.addWidget(part)
        self.column.addWidget(self.parts, 1)
        self.column.addStretch(0)

    def _connect(self) -> None:
        self.bar.new_button.clicked.connect(self.new_item)
        self.beginning.begin_button.clicked.connect(self.begin)
        self.beginning.name.returnPressed.connect(self.begin)
        self.bar.copies.committed.connect(lambda name: self.open_kept(str(name)))
        self.beginning.open_button.clicked.connect(self.open_file)
        self.bar.save_button.clicked.connect(self.save_for_package)
        self.bar.undo_button.clicked.connect(self.undo)
        self.bar.redo_button.clicked.connect(self.redo)
        self.keys.editor.typed.connect(self._on_typed)
        self.keys.editor.wanted_back.connect(lambda path: self._change(lambda copy: copy.back(path)))
        self.keys.editor.row_wanted.connect(self._on_row)
        self.trial.failed.connect(self._explain)
