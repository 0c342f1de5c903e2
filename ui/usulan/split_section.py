"""Splitting one usulan into parts: title, volume and cost are shared out, everything else is copied."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.angka import desimal_text, parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.drafts import FormDraft
from ui.fields import FlowLayout, LineField, RupiahEdit
from ui.fields.line import mark_wrong
from ui.fields.tab_order import follow
from ui.plain_label import plain_label
from ui.sentences import sentence
from ui.theme import look, primary
from ui.usulan.section import Section

FEWEST, MOST = 2, 9
DRAFTS = "usulan_pecah"
_FIELDS = ("judul", "volume", "biaya")


def read_share(text: str) -> str:
    """A volume without its unit, or nothing. Raises RuleBroken("volume", "bukan_angka")."""
    text = text.strip()
    number = parse_desimal(text) if text else None
    if text and number is None:
        raise RuleBroken("volume", "bukan_angka", text)
    return desimal_text(number) if number is not None else ""


class Part(QWidget):
    """One part as it is typed."""

    changed = Signal()
    edited = Signal()
    """a letter was typed"""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        look(self.title, "label")
        self.judul = LineField(self.tr("Judul bagian {n}").format(n=number))
        self.volume = LineField(self.tr("Volume bagian {n}").format(n=number), parse=read_share)
        self.volume.setPlaceholderText(self.tr("Volume"))
        self.biaya = RupiahEdit(self.tr("Biaya bagian {n}").format(n=number), placeholder=self.tr("Biaya Rp"))
        row = FlowLayout(gap=8)
        row.add(self.judul, 3, 16)
        row.add(self.volume, 1, 8)
        row.add(self.biaya, 1, 13)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(row)
        for field in (self.volume, self.biaya):
            field.committed.connect(lambda _value: self.changed.emit())
        for field in (self.judul, self.volume, self.biaya):
            field.textEdited.connect(lambda _text: self.edited.emit())

    def read(self) -> Pecahan:
        """What is typed. Raises RuleBroken."""
        return Pecahan(" ".join(self.judul.text().split()), self.volume.value(), self.biaya.value())

    @property
    def texts(self) -> tuple[str, ...]:
        """The words as they stand."""
        return tuple(field.text() for field in (self.judul, self.volume, self.biaya))

    def put(self, texts: tuple[str, ...]) -> None:
        """Type these words again."""
        for field, text in zip((self.judul, self.volume, self.biaya), texts, strict=True):
            field.setText(text)
            field.commit()

    @property
    def typed(self) -> bool:
        """Whether anything stands here; a share without a title is asked for its title and never dropped."""
        return any(text.strip() for text in self.texts)

    def fill(self, isi: Pecahan) -> None:
        """Show what a part begins with."""
        self.judul.fill(isi.judul)
        self.volume.fill(isi.volume)
        self.biaya.fill(isi.perkiraan_biaya)
        mark_wrong(self.judul, wrong=False)

    def share(self) -> tuple[Decimal, int]:
        """Volume and cost; what is unknown or not understood counts nothing."""
        try:
            return parse_desimal(self.volume.value()) or Decimal(0), self.biaya.value() or 0
        except RuleBroken:
            return Decimal(0), 0


class SplitSection(Section):
    """The first part goes on under the number of the whole and keeps what the others leave."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._usulan: Usulan | None = None
        self._aside: dict[str, list[tuple[str, ...]]] = {}
        self._begun: tuple[str, ...] = ("",) * len(_FIELDS)
        self._draft = FormDraft(self, services, DRAFTS, self._words)
        self.parts: list[Part] = []
        self.note = plain_label("redup")
        self.sums = plain_label("redup")
        self.problem = plain_label("salah")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        for _ in range(FEWEST):  # before the buttons: Tab goes in the order in which things are made
            self._add()
        self.more = QPushButton(self.tr("Tambah bagian"), self)
        self.split = primary(QPushButton(self.tr("Pecah usulan"), self))
        buttons = FlowLayout(gap=8)
        buttons.add(self.more)
        buttons.add(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addLayout(self._rows)
        layout.addWidget(self.sums)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.more.clicked.connect(self._one_more)
        self.split.clicked.connect(self.run)

    def show_usulan(self, usulan: Usulan) -> None:
        before = self._usulan
        other = before is None or before.id != usulan.id
        if other:
            self.leave()
        self._usulan = usulan
        self.note.setText(
            self.tr("Bagian 1 tetap {nomor}; bagian lain mendapat nomor baru. Isi lainnya disalin.").format(
                nomor=usulan.label
            )
        )
        if other:
            self._begin(usulan)
            self._restore(self._aside.pop(usulan.id, _parts(self._draft.found(usulan.id))))
        elif before is not None and _whole(before) != _whole(usulan):  # its title was changed above: the shares stay
            typed = self._texts()
            self._begin(usulan)
            self._restore([(), *typed[1:]] if typed else [])

    def leave(self) -> None:
        """Half a splitting waits at its usulan, also through a power cut; it is recorded by the button only."""
        if self._usulan is not None:
            self._aside.pop(self._usulan.id, None)
            self._draft.keep()
            if (typed := self._texts()) and not self._draft.kept:  # on a full disk only this window remembers it
                self._aside[self._usulan.id] = typed

    @property
    def unrecorded(self) -> bool:
        """Whether half a splitting would be lost with the window."""
        return bool(self._texts()) and not self._draft.kept

    def run(self) -> None:
        """Record the parts in one act; a refusal is explained here and everything typed stays."""
        usulan = self._usulan
        if usulan is None:
            return
        try:
            parts = [part.read() for part in self.parts if part.typed or part is self.parts[0]]
            self.services.ganda.pecah(usulan.id, parts)
        except RuleBroken as broken:
            self._explain(broken)
        except Trouble as problem:
            self.failed.emit(problem)
        else:
            self._begin(self.services.usulan.satu(usulan.id) or usulan)
            self._draft.keep()  # nothing stands there any more

    def _begin(self, usulan: Usulan) -> None:
        for part in self.parts[FEWEST:]:
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        del self.parts[FEWEST:]
        self.more.setEnabled(True)
        for part in self.parts:
            part.fill(Pecahan(""))
        first = self.parts[0]
        first.fill(Pecahan(usulan.judul, usulan.volume, usulan.perkiraan_biaya))
        self._begun = first.texts
        self.problem.hide()
        self._count()

    def _texts(self) -> list[tuple[str, ...]]:
        """The words of every part; nothing while they stand as they began."""
        typed = any(part.typed for part in self.parts[1:]) or self.parts[0].texts != self._begun
        return [part.texts for part in self.parts] if typed else []

    def _words(self) -> dict[str, str]:
        return {
            f"{place}.{name}": text
            for place, texts in enumerate(self._texts())
            for name, text in zip(_FIELDS, texts, strict=True)
        }

    def _restore(self, texts: list[tuple[str, ...]]) -> None:
        while len(self.parts) < min(len(texts), MOST):
            self._add()
        for part, text in [*zip(self.parts, texts, strict=False)][::-1]:  # the first one last: it keeps its own text
            if text:
                part.put(text)
        self.more.setEnabled(len(self.parts) < MOST)

    def _add(self) -> Part:
        number = len(self.parts) + 1
        part = Part(number, self)
        part.title.setText(self.tr("Bagian {n}").format(n=number))
        part.changed.connect(lambda: self._share_out(part))
        part.edited.connect(self._draft.touch)
        self.parts.append(part)
        self._rows.addWidget(part)
        part.show()
        if number > 1:
            follow(self.parts[-2].biaya, part)
        return part

    def _one_more(self) -> None:
        self._add().judul.setFocus()
        self.more.setEnabled(len(self.parts) < MOST)

    def _share_out(self, changed: Part) -> None:
        """What the others take, the first one gives."""
        usulan, first = self._usulan, self.parts[0]
        if usulan is not None and changed is not first:
            volumes, costs = zip(*(part.share() for part in self.parts[1:]), strict=True)
            whole = parse_desimal(usulan.volume)
            if whole is not None and whole >= sum(volumes):
                first.volume.fill(desimal_text(whole - sum(volumes)))
            if usulan.perkiraan_biaya is not None and usulan.perkiraan_biaya >= sum(costs):
                first.biaya.fill(usulan.perkiraan_biaya - sum(costs))
        self._count()

    def _count(self) -> None:
        usulan = self._usulan
        if usulan is None:
            return
        volumes, costs = zip(*(part.share() for part in self.parts), strict=True)
        words = []
        if usulan.volume:
            text = self.tr("Volume {jumlah} dari {semua} {satuan}")
            words.append(text.format(jumlah=desimal_text(sum(volumes)), semua=usulan.volume, satuan=usulan.satuan))
        if usulan.perkiraan_biaya is not None:
            text = self.tr("Biaya {jumlah} dari {semua}")
            words.append(text.format(jumlah=format_rupiah(sum(costs)), semua=format_rupiah(usulan.perkiraan_biaya)))
        whole = parse_desimal(usulan.volume)
        exact = whole in (None, sum(volumes)) and usulan.perkiraan_biaya in (None, sum(costs))
        look(self.sums, "redup" if exact else "awas")
        self.sums.setText(". ".join(words))
        self.sums.setVisible(bool(words))

    def _explain(self, broken: RuleBroken) -> None:
        self.problem.setText(sentence(broken))
        self.problem.show()
        untitled = [part for part in self.parts if not part.judul.text().strip()]
        untitled.sort(key=lambda part: not part.typed)  # the one that has a share and no name comes first
        empty = untitled[0].judul if untitled else self.parts[-1].judul
        mark_wrong(empty, wrong=True)
        empty.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(words: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Every part out of the words that were kept."""
    count = len({key.partition(".")[0] for key in words})
    return [tuple(words.get(f"{place}.{name}", "") for name in _FIELDS) for place in range(count)]


def _whole(usulan: Usulan) -> tuple[object, ...]:
    return usulan.id, usulan.judul, usulan.volume, usulan.perkiraan_biaya
