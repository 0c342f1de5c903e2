"""Why an usulan is not taken as it is: the fixed list of codes, with the words that villages and the public read."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "DUPLIKAT": "Sudah dicatat dua kali",
    "SUDAH": "Sudah diusulkan, dikerjakan, atau dibiayai anggaran lain",
    "ALAMAT": "Alamat salah atau tidak jelas",
    "OPD_SALAH": "Perangkat daerah yang dituju tidak tepat",
    "KEWENANGAN": "Bukan kewenangan tingkat ini (misalnya jalan provinsi atau sungai)",
    "RPJMD": "Tidak ada dalam RPJMD atau RPJM Desa",
    "LAHAN": "Lahan belum jelas: sengketa, bukan aset desa, atau belum ada surat hibah",
    "BADAN_HUKUM": "Penerima hibah belum berbadan hukum",
    "DOKUMEN": "Dokumen belum lengkap",
    "PAGU": "Melebihi pagu; prioritas lain didahulukan",
    "TEKNIS": "Secara teknis belum layak, atau volume dan harganya perlu dihitung ulang",
    "PRIBADI": "Manfaatnya hanya untuk satu rumah tangga",
    "KAMUS": "Tidak ada dalam kamus usulan",
    "LAIN": "Alasan lain",
}

FREE_TEXT = "LAIN"
"""The code that says nothing without a text."""


def in_words(code: str, text: str) -> str:
    """A reason as people read it: the words of the code, then the text."""
    label = REASONS.get(code, "") if code != FREE_TEXT else ""
    return ". ".join(part for part in (label, text.strip()) if part)
