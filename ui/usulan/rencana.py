"""What the RKP Desa and its list of usulan print besides the rest: goals, targets, time, who carries it out."""

from __future__ import annotations

from musrenbang_desktop.domain.rkp import POLA
from ui.fields import ChoiceBox, FieldRow, LineField
from ui.usulan.fields_section import FieldsSection, Line


class RencanaSection(FieldsSection):
    """The columns that the forms of a desa ask for. All of them may stay empty."""

    drafts = "usulan_rencana"
    offered = ("waktu_pelaksanaan", "pelaksana")

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        way = ChoiceBox()
        way.set_items([("", tr("belum ditentukan")), *POLA.items()])
        return (
            (
                ("sdgs", FieldRow(tr("SDGs Desa ke-"), LineField(placeholder="9, 11")), 12),
                ("waktu_pelaksanaan", FieldRow(tr("Waktu pelaksanaan"), LineField(placeholder=tr("3 bulan"))), 16),
            ),
            (("data_eksisting", FieldRow(tr("Keadaan sekarang (data eksisting)"), LineField()), 30),),
            (("target_capaian", FieldRow(tr("Target capaian"), LineField()), 30),),
            (("pola_pelaksanaan", FieldRow(tr("Pola pelaksanaan"), way), 20),),
            (("pelaksana", FieldRow(tr("Rencana pelaksana"), LineField(placeholder=tr("TPK Desa"))), 20),),
        )
