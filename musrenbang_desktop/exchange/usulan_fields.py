"""All fields of one usulan but its bidang, out of its cells: the rule for a row."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.exchange.usulan_more import more, note_owner, note_person, take_point, take_tag, with_total
from musrenbang_desktop.exchange.usulan_values import Values


def usulan_fields(judul: str, values: Values, jenis: JenisForum | None) -> dict[str, Any]:
    """The fields by name, and in ``values`` the remarks about them. Raises Refused."""
    fields = more(values)
    note_owner(fields, values, jenis)
    fields["masalah"] = take_tag(values.text("masalah"), fields, values, "masalah")
    judul = take_tag(judul, fields, values, "judul") or judul
    dusun, rt, rw, lokasi = values.place(judul)
    lintang, bujur, lokasi = take_point(lokasi, values)
    note_person(lokasi, values)
    volume, satuan = values.volume()
    if values.dimensi:
        fields["dimensi"] = values.dimensi
    pengusul, opd = values.text("pengusul"), values.text("perangkat_daerah")
    biaya, penerima = values.biaya(), with_total(values.penerima(), fields, values)
    proof = values.text("bukti")
    remarks = (values.text("keterangan"), f"Bukti: {proof}" if proof else "", *values.remarks)
    keterangan = "; ".join(filter(None, remarks))
    return fields | {
        "judul": judul,
        "dusun": dusun,
        "rt": rt,
        "rw": rw,
        "lokasi": lokasi,
        "lintang": lintang,
        "bujur": bujur,
        "volume": volume,
        "satuan": satuan,
        "pengusul": pengusul,
        "perangkat_daerah": opd,
        "perkiraan_biaya": biaya,
        "penerima_manfaat": penerima,
        "keterangan": keterangan,
    }
