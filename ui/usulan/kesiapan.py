"""What must be in order before it can be built, and what somebody warned of; seen by the hall before it scores."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from musrenbang_desktop.domain.kesiapan import BUTIR, JAWAB, dijawab, jawab_untuk, tanda_lengkap
from musrenbang_desktop.domain.peringatan import TANDA, Peringatan
from musrenbang_desktop.domain.uraian import STATUS_LAHAN
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.dialect import said
from ui.fields import ChoiceBox, FieldRow, LineField
from ui.theme import look
from ui.usulan.fields_section import FieldsSection, Line
from ui.usulan.marks import warning_text

_ANSWER, _PROOF, _WARNING = "jawab_", "bukti_", "peringatan_"


class KesiapanSection(FieldsSection):
    """Whose the land is; six questions with *ya*, *tidak* or *belum tahu* and their proof; four warnings, each with its
    source.
    """

    drafts = "usulan_kesiapan"

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        self.mark = QLabel(self)
        self.mark.setTextFormat(Qt.TextFormat.PlainText)
        self.mark.setWordWrap(True)
        look(self.mark, "gema")
        title = QLabel(self.tr("Peringatan teknis: tulis menurut siapa, kosong berarti tidak ada"), self)
        title.setWordWrap(True)
        look(title, "label")
        self.column.insertWidget(0, self.mark)
        self.column.insertWidget(len(BUTIR) + 2, title)

    def lines(self) -> tuple[Line, ...]:
        land = ChoiceBox()
        land.set_items([("", self.tr("belum disebut")), *STATUS_LAHAN.items()])
        questions = (_question(butir, name) for butir, (_, name) in BUTIR.items())
        return ((("status_lahan", FieldRow(self.tr("Status lahan"), land), 30),), *questions, *map(_warning, TANDA))

    def value_of(self, usulan: Usulan, name: str) -> Any:
        if name == "status_lahan":
            return usulan.status_lahan
        if name.startswith(_WARNING):
            tanda = name.removeprefix(_WARNING)
            return next((row.sumber for row in usulan.peringatan if row.tanda == tanda), "")
        answer = jawab_untuk(usulan.kesiapan, name.partition("_")[2])
        return answer.jawab if name.startswith(_ANSWER) else answer.bukti

    def record(self, record: str, fields: dict[str, Any]) -> None:
        """One answer among those that are recorded now, which the screen may not have seen yet."""
        usulan = self.services.usulan.satu(record)
        if usulan is None:
            return
        ((name, value),) = fields.items()
        if name == "status_lahan":
            super().record(record, fields)
            return
        if name.startswith(_WARNING):
            super().record(record, {"peringatan": _warned(usulan, name.removeprefix(_WARNING), value)})
            return
        now = jawab_untuk(usulan.kesiapan, name.partition("_")[2])
        answer = now._replace(**{"jawab" if name.startswith(_ANSWER) else "bukti": value})
        super().record(record, {"kesiapan": dijawab(usulan.kesiapan, answer)})

    def show_usulan(self, usulan: Usulan) -> None:
        super().show_usulan(usulan)
        mark = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
        told = self.tr("Tanda untuk forum: {tanda}.").format(tanda=mark) if mark else self.tr("Belum diperiksa.")
        warned = warning_text(usulan)
        self.mark.setText(f"{told} {warned}".strip())


def _question(butir: str, name: str) -> Line:
    box = ChoiceBox()
    box.set_items([(code, text) for code, text in JAWAB.items()])
    box.fill("belum_tahu")
    proof = LineField(placeholder=QCoreApplication.translate("Kesiapan", "bukti, misalnya SHM 0123"))
    proof.setAccessibleName(QCoreApplication.translate("Kesiapan", "Bukti: {butir}").format(butir=name))
    answer = FieldRow(name, box)
    answer.findChildren(QLabel)[0].setWordWrap(True)  # a whole question, longer than the panel is wide
    return (
        (f"{_ANSWER}{butir}", answer, 16),
        (f"{_PROOF}{butir}", FieldRow(QCoreApplication.translate("Kesiapan", "Bukti"), proof), 18),
    )


def _warning(tanda: str) -> Line:
    words = said(TANDA[tanda])
    name = words[:1].upper() + words[1:]
    line = LineField(placeholder=QCoreApplication.translate("Kesiapan", "menurut siapa, misalnya Dinas PUPR"))
    return ((f"{_WARNING}{tanda}", FieldRow(name, line), 30),)


def _warned(usulan: Usulan, tanda: str, sumber: str) -> tuple[Peringatan, ...]:
    sources = {row.tanda: row.sumber for row in usulan.peringatan} | {tanda: " ".join(sumber.split())}
    return tuple(Peringatan(code, sources[code]) for code in TANDA if sources.get(code))
