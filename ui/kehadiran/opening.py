"""Opening the meeting by its quorum: the rules, the waiting, and the two ways on when it is not reached."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.kehadiran import Keadaan
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.form_words import put_back
from ui.kehadiran.words import duration, rules_text, share_words, unrepresented
from ui.panels import Card
from ui.siapkan.tanggal_edit import TanggalEdit, show_tanggal
from ui.theme import look, primary, quiet

DRAFTS = "pembukaan"


class OpeningCard(Card):
    """``opened`` carries the reason, ``postponed`` day, hour and reason, ``share_chosen`` the share of the quorum."""

    opened = Signal(str)
    postponed = Signal(str, str, str)
    share_chosen = Signal(str)

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._draft = FormDraft(self, services, DRAFTS, self._words)
        self.state = QLabel(self)
        self.rules = QLabel(self)
        self.share = ChoiceBox(self.tr("Kuorum musyawarah ini"))
        self.share.committed.connect(lambda value: self.share_chosen.emit(str(value or "")))
        self.open_button = primary(push(self.tr("Buka musyawarah"), self._open))
        self.later_button = quiet(push(self.tr("Tunda musyawarah"), lambda: self._ask(postpone=True)))
        self.reason_edit = LineField(placeholder=self.tr("dicetak di berita acara"))
        self.day_edit = TanggalEdit()
        self.hour_edit = LineField(placeholder="09.00")
        self.reason = FieldRow(self.tr("Alasan"), self.reason_edit)
        self.day = FieldRow(self.tr("Hari yang baru"), self.day_edit)
        self.hour = FieldRow(self.tr("Jam mulai yang baru"), self.hour_edit)
        self.confirm = primary(push(self.tr("Catat penundaan"), self._confirm))
        self.leave_button = quiet(push(self.tr("Kembali"), self.leave))
        self._postponing = False
        self._needs_reason = False
        for field in (self.reason_edit, self.day_edit, self.hour_edit):
            field.textEdited.connect(self._draft.touch)
        self._lay_out()
        self.leave()

    def show_state(self, state: Keadaan, forum: Forum, share: str, profile_share: str) -> None:
        """Show the rules, how long is left, and what can be done now."""
        self.state.setText(self._state_text(state, forum, without=(share or profile_share) == "tidak"))
        waiting = state.tahap in ("menunggu", "habis")
        look(self.state, "awas" if waiting else "label")
        self.rules.setText(rules_text(state.syarat))
        self.rules.setVisible(bool(state.syarat))
        words = dict(share_words())
        usual = self.tr("menurut profil: {bagian}").format(bagian=words[profile_share])
        if not self.share.view().isVisible():  # the countdown must not close an open list
            self.share.set_items([("", usual), *share_words()])
            self.share.fill(share)
        self._needs_reason = bool(state.perlu_alasan)
        no_quorum = any(rule.jenis == "kuorum" for rule in state.kurang)
        done = state.tahap == "dibuka"
        self.open_button.setText(self.tr("Buka dengan alasan") if self._needs_reason else self.tr("Buka musyawarah"))
        self.open_button.setVisible(not done)
        self.later_button.setVisible(not done and not state.kedua and no_quorum)
        self.share.setEnabled(not done)
        limit = show_tanggal(state.paling_lambat.isoformat(), "dddd, d MMMM yyyy")
        self.day.set_note(self.tr("Paling lambat {hari}.").format(hari=limit))
        if self._draft.key != forum.id:
            self._ask_again(forum.id, done=done)
        if done:
            self.leave()

    def _ask_again(self, forum: str, *, done: bool) -> None:
        """A reason that a power cut left half typed is asked for again, where one is still needed; what is asked of
        another forum waits there.
        """
        self._draft.flush()
        self._ask_nothing()
        kept = self._draft.found(forum)
        if done or not kept or not self._needs_reason:
            return
        self._ask(postpone=kept.get("cara") == "tunda")
        for name, field in self._fields.items():
            put_back(field, kept.get(name, ""))

    @property
    def _fields(self) -> dict[str, LineField]:
        return {"alasan": self.reason_edit, "hari": self.day_edit, "jam": self.hour_edit}

    def _words(self) -> dict[str, str]:
        typed = {name: field.text() for name, field in self._fields.items()}
        if self._asking.isHidden() or not any(map(str.strip, typed.values())):
            return {}
        return {**typed, "cara": "tunda" if self._postponing else "buka"}

    def show_source(self, text: str) -> None:
        """Where the rule comes from."""
        self.rules.setToolTip(text)
        self.share.setToolTip(text)

    def leave(self) -> bool:
        """Ask nothing any more. True when something was being asked."""
        asked = self._asking.isVisibleTo(self)
        self._draft.forget()
        self._ask_nothing()
        return asked

    def _ask_nothing(self) -> None:
        self._asking.hide()
        self._ways.show()
        for row in (self.reason, self.day, self.hour):
            row.clear_error()

    def explain(self, problem: RuleBroken) -> None:
        """Put a refusal beside the field that it is about."""
        row = {"tanggal_baru": self.day, "tanggal": self.day, "jam": self.hour}.get(problem.field, self.reason)
        row.show_error(problem)

    @property
    def unrecorded(self) -> bool:
        """Whether half a reason would be lost with the window."""
        typed = self._asking.isVisibleTo(self) and bool(self.reason_edit.text().strip())
        return typed and not self._draft.kept

    def _open(self) -> None:
        if self._needs_reason:
            self._ask(postpone=False)
        else:
            self.opened.emit("")

    def _ask(self, *, postpone: bool) -> None:
        self._postponing = postpone
        self.confirm.setText(self.tr("Catat penundaan") if postpone else self.tr("Buka dengan alasan ini"))
        self.day.setVisible(postpone)
        self.hour.setVisible(postpone)
        for field in (self.reason_edit, self.day_edit, self.hour_edit):
            field.fill("")
        self._asking.show()
        self._ways.hide()
        (self.day_edit if postpone else self.reason_edit).setFocus()

    def _confirm(self) -> None:
        reason = self.reason_edit.text().strip()
        if not self._postponing:
            self.opened.emit(reason)
            return
        try:
            day = str(self.day_edit.value())
        except RuleBroken as broken:
            self.day.show_error(broken)
            return
        self.postponed.emit(day, self.hour_edit.text().strip(), reason)

    def _state_text(self, state: Keadaan, forum: Forum, *, without: bool) -> str:
        """Where the opening stands, in one sentence; ``without`` where no quorum is asked for."""
        opened = state.pembukaan
        if opened:
            text = self.tr("Musyawarah dibuka pukul {jam}, {n} dari {d} undangan hadir{wakil}.").format(
                jam=opened.jam, n=opened.hadir, d=opened.diundang, wakil=self._deputies(opened.wakil)
            )
            reason = self.tr("Alasan: {alasan}.").format(alasan=opened.alasan.rstrip("."))
            return f"{text} {reason}" if opened.alasan else text
        if state.tahap == "dibuka":
            return self.tr("Hasil forum sudah ditutup. Jam pembukaan tidak dicatat.")
        missing = unrepresented(state.perlu_alasan)
        if state.kedua:
            second = self.tr("Musyawarah kedua sesudah ditunda: boleh dibuka dengan yang hadir.")
            return f"{second} {missing}".strip()
        if state.tahap == "cukup" and missing:
            return missing
        if state.tahap == "cukup" and not any(rule.jenis == "kuorum" for rule in state.syarat):
            if without:
                return self.tr("Musyawarah ini tanpa kuorum dan dapat dibuka.")
            return self.tr("Belum ada yang diundang, jadi kuorum tidak dihitung. Musyawarah dapat dibuka.")
        if state.tahap == "cukup":
            return self.tr("Kuorum tercapai. Musyawarah dapat dibuka.")
        if state.tahap == "menunggu":
            return self.tr("Kuorum belum tercapai. Ditunggu paling lama {sisa} lagi.").format(
                sisa=duration(state.menit)
            )
        if state.tahap == "habis":
            return self.tr(
                "Waktu tunggu habis dan kuorum belum tercapai. Tunda paling lambat {hari}, atau buka dengan alasan."
            ).format(hari=show_tanggal(state.paling_lambat.isoformat(), "dddd, d MMMM"))
        if state.menit >= 0:
            return self.tr("Kuorum belum tercapai. Musyawarah dimulai {sisa} lagi, pukul {jam}.").format(
                sisa=duration(state.menit), jam=forum.jam_mulai
            )
        return self.tr("Kuorum dihitung pada hari musyawarah.")

    def _deputies(self, count: int) -> str:
        return self.tr(", {n} di antaranya diwakili").format(n=count) if count else ""

    def _lay_out(self) -> None:
        for label in (self.state, self.rules):
            label.setWordWrap(True)
        look(self.rules, "redup")
        self._ways, self._asking = QWidget(self), QWidget(self)
        ways, asking = FlowLayout(self._ways, gap=8), FlowLayout(self._asking, gap=10)
        ways.add(self.open_button)
        ways.add(self.later_button)
        ways.add(self.share, letters=36)
        asking.add(self.day, 1, 20)
        asking.add(self.hour, 1, 12)
        asking.add(self.reason, 2, 24)
        asking.add(FieldRow(" ", self.confirm))
        asking.add(FieldRow(" ", self.leave_button))
        for widget in (self.state, self.rules, self._ways, self._asking):
            self.body.addWidget(widget)
        for field in (self.reason_edit, self.hour_edit):
            field.returnPressed.connect(self._confirm)
