"""The price of one satuan and where it comes from; what the people bring in work and material."""

from __future__ import annotations

from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.uraian import SUMBER_HARGA, biaya_dihitung, parse_harga
from musrenbang_desktop.domain.usulan import Usulan
from ui.fields import ChoiceBox, FieldRow, LineField, RupiahEdit
from ui.usulan.fields_section import FieldsSection, Line


class HargaFields(FieldsSection):
    """Volume times price stands below the price; it never overwrites the cost."""

    drafts = "usulan_harga"
    offered = ("swadaya_tenaga", "swadaya_bahan")

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        source = ChoiceBox()
        source.set_items([("", tr("belum disebut")), *SUMBER_HARGA.items()])
        return (
            (
                (
                    "harga_satuan",
                    FieldRow(tr("Harga satuan"), RupiahEdit(placeholder=tr("belum diketahui"), parse=parse_harga)),
                    16,
                ),
                ("sumber_harga", FieldRow(tr("Sumber harga"), source), 16),
            ),
            (("swadaya_tenaga", FieldRow(tr("Swadaya tenaga"), LineField(placeholder=tr("30 orang, 3 hari"))), 30),),
            (("swadaya_bahan", FieldRow(tr("Swadaya bahan"), LineField(placeholder=tr("batu kali 2 rit"))), 30),),
        )

    def show_usulan(self, usulan: Usulan) -> None:
        super().show_usulan(usulan)
        counted = biaya_dihitung(usulan.volume, usulan.harga_satuan)
        differs = counted is not None and usulan.perkiraan_biaya not in (None, counted)
        self.rows["harga_satuan"].set_note(self._note(usulan, counted, differs=differs), doubt=differs)

    def _note(self, usulan: Usulan, counted: int | None, *, differs: bool) -> str:
        if counted is None or usulan.harga_satuan is None:
            return ""
        amount = f"{usulan.volume} {usulan.satuan}".strip()
        sums = f"{amount} x {format_rupiah(usulan.harga_satuan)} = {format_rupiah(counted)}"
        if not differs or usulan.perkiraan_biaya is None:
            return sums
        told = self.tr("{hitungan}, sedangkan perkiraan biaya {biaya}")
        return told.format(hitungan=sums, biaya=format_rupiah(usulan.perkiraan_biaya))
