"""Acts outside the journal in sentences: which fields were changed and how, never what they hold."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import peserta, titipan, usulan
from musrenbang_desktop.db.queries.lokal import Ubahan

_KONTAK = {"nama": "nama kontak", "telepon": "nomor telepon"}
_GLADI = {
    "penggaris": "ukuran di kertas sudah benar",
    "cetak_di_luar": "mencetak di tempat lain",
    "tanpa_layar": "tanpa proyektor",
}


def act(connection: Connection, row: Ubahan) -> str:
    """One sentence for the act of a row that holds the values, or held them."""
    if row.jenis == "gladi":
        return f"Gladi bersih, {fields(row)}: {'tanda dilepas' if _emptied(row) else 'ditandai'}"
    if row.jenis == "koreksi":
        return f"Geseran cetak {row.record} diubah"
    whose = f" {_name(connection, row.record)}" if row.jenis == "kontak" else ""
    words = f"{fields(row)}{whose} {verb(row)}"
    return words[:1].upper() + words[1:]


def fields(row: Ubahan) -> str:
    """What was changed, by the words of the operators."""
    names = row.isian.split()
    if row.jenis == "kontak":
        return " dan ".join(_KONTAK.get(name, name) for name in names)
    if row.jenis == "gladi":
        return ", ".join(_GLADI.get(name, name) for name in names)
    return "tempat dan tanggal lahir anggota tim" if row.jenis == "kelahiran" else "geseran cetak"


def verb(row: Ubahan) -> str:
    """How: *diisi*, *diubah* or *dihapus*; *diubah* once it was forgotten what stood there."""
    if row.hilang:
        return "diubah"
    if _emptied(row):
        return "dihapus"
    return "diubah" if any((row.sebelum or {}).values()) else "diisi"


def _emptied(row: Ubahan) -> bool:
    return row.kini is not None and not any(row.kini.values())


def _name(connection: Connection, record: str) -> str:
    """``usulan U-007 Talud``, ``titipan T-003 Lampu jalan``, or the name of a person."""
    if (name := usulan.name(connection, record)) != "?":
        return f"usulan {name}"
    if (name := titipan.name(connection, record)) != "?":
        return f"titipan {name}"
    return peserta.name(connection, record)
