"""The first section of an usulan: what it is, where, how much, what it costs, and who proposes it."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.domain.kode_kegiatan import parse_kode, salah_pemilik
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import normal_satuan
from ui.fields import FieldRow, LineField, RtRwEdit, RupiahEdit, TextField
from ui.usulan.fields_section import FieldsSection, Line
from ui.usulan.penerima import count_field
from ui.usulan.reading import read_volume

DRAFTS = "usulan_rincian"


class UsulanForm(FieldsSection):
    """The fields that every printed list has."""

    drafts = DRAFTS
    offered = ("dusun", "satuan", "pengusul", "bidang", "perangkat_daerah")

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        return (
            (("judul", FieldRow(tr("Judul"), LineField(), required=True), 30),),
            (("masalah", FieldRow(tr("Masalah yang dihadapi"), TextField(lines=2)), 30),),
            (
                ("dusun", FieldRow(tr("Dusun"), LineField()), 14),
                ("rt_rw", FieldRow(tr("RT/RW"), RtRwEdit(placeholder="2/1")), 14),
            ),
            (("lokasi", FieldRow(tr("Lokasi"), LineField(placeholder=tr("depan SDN 2"))), 30),),
            (
                ("volume", FieldRow(tr("Volume"), LineField(parse=read_volume, show=lambda pair: str(pair[0]))), 12),
                ("satuan", FieldRow(tr("Satuan"), LineField(parse=normal_satuan)), 12),
            ),
            (("dimensi", FieldRow(tr("Dimensi"), LineField(placeholder=tr("100 x 2 x 0,15 m"))), 30),),
            (("perkiraan_biaya", FieldRow(tr("Perkiraan biaya"), RupiahEdit(placeholder=tr("125 jt"))), 30),),
            (
                ("pengusul", FieldRow(tr("Pengusul"), LineField()), 18),
                ("penerima_manfaat", FieldRow(tr("Penerima (jiwa)"), count_field("penerima_manfaat")), 12),
            ),
            (("bidang", FieldRow(tr("Bidang"), LineField()), 30),),
            (("perangkat_daerah", FieldRow(tr("Perangkat daerah"), LineField(placeholder=tr("Dinas PUPR"))), 30),),
            (("kode_kegiatan", FieldRow(tr("Kode kegiatan"), LineField(parse=parse_kode)), 30),),
            (("keterangan", FieldRow(tr("Keterangan"), TextField(lines=2)), 30),),
        )

    def show_usulan(self, usulan: Usulan) -> None:
        super().show_usulan(usulan)
        forum = self.services.forum.aktif()
        told = salah_pemilik(usulan.kode_kegiatan, usulan.kewenangan, forum.jenis if forum else None)
        usual = self.tr("Boleh kosong; perangkat daerah yang mengisinya.")
        self.rows["kode_kegiatan"].set_note(told or usual, doubt=bool(told))

    def value_of(self, usulan: Usulan, name: str) -> Any:
        if name == "rt_rw":
            return usulan.rt, usulan.rw
        if name == "volume":
            return usulan.volume, ""
        return getattr(usulan, name)

    def fields_of(self, name: str, value: Any) -> dict[str, Any]:
        if name == "rt_rw":
            return {"rt": value[0], "rw": value[1]}
        if name == "volume":
            return {"volume": value[0]} | ({"satuan": value[1]} if value[1] else {})
        return {name: value}
