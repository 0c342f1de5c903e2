"""The parts of an usulan in words, as the history names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from musrenbang_desktop.domain import antardesa as antar
from musrenbang_desktop.domain import catatan, peringatan
from musrenbang_desktop.domain.antardesa import Antardesa
from musrenbang_desktop.domain.baris import from_plain, words_from_plain
from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.kesiapan import BUTIR, JAWAB, Kesiapan
from musrenbang_desktop.domain.kewenangan import KEWENANGAN
from musrenbang_desktop.domain.peringatan import Peringatan
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.tema import JENIS_PENGUSUL, SUMBER_USULAN, nama_tema
from musrenbang_desktop.domain.uraian import STATUS_LAHAN, SUMBER_HARGA

NAMES = {
    "tujuan": "tujuan", "latar_belakang": "latar belakang", "jenis_pengusul": "jenis pengusul",
    "sumber_usulan": "jalan masuk", "asal": "asal", "peringkat_asal": "urutan di asalnya",
    "penerima_l": "penerima laki-laki", "penerima_p": "penerima perempuan",
    "penerima_rtm": "penerima rumah tangga miskin", "penerima_difabel": "penerima penyandang disabilitas",
    "lintang": "lintang", "bujur": "bujur", "kewenangan": "kewenangan", "kode_kegiatan": "kode kegiatan",
    "titipan": "titipan",
    "sumber_dana": "sumber dana", "kesiapan": "kesiapan", "peringatan": "peringatan teknis", "catatan": "catatan",
    "tema_asal": "tema pengusul", "tema_penerima": "tema penerima", "sdgs": "SDGs Desa ke-",
    "data_eksisting": "data eksisting", "target_capaian": "target capaian", "waktu_pelaksanaan": "waktu pelaksanaan",
    "pola_pelaksanaan": "pola pelaksanaan", "pelaksana": "rencana pelaksana",
    "antardesa": "antardesa", "penyebab": "penyebab masalah", "akibat": "akibat bila ditunda",
    "potensi": "potensi setempat", "maksud": "maksud", "dasar_hukum": "dasar hukum", "jenis_belanja": "jenis belanja",
    "dimensi": "dimensi", "swadaya_tenaga": "swadaya tenaga", "swadaya_bahan": "swadaya bahan",
    "unsur_pengusul": "unsur yang diwakili", "harga_satuan": "harga satuan", "sumber_harga": "sumber harga",
    "status_lahan": "status lahan", "penerima_kk": "penerima keluarga", "penerima_anak": "penerima anak",
    "penerima_lansia": "penerima lansia",
}  # fmt: skip


def shown(name: str, value: Any) -> str:
    """What a field became, in words; nothing for a field that needs no words of its own."""
    return _WORDS[name](value) if name in _WORDS else ""


def antardesa(value: Any) -> str:
    """The last thing that was said about usulan of other villages, or that nothing is said any longer."""
    notes = from_plain(Antardesa, value)
    return antar.tulis(notes[-1]) if notes else "tanda antardesa dilepas"


def _villages(value: Any) -> str:
    return "; ".join(antar.tulis(note) for note in from_plain(Antardesa, value))


def _money(value: Any) -> str:
    rows = from_plain(SumberDana, value)
    return "; ".join(" ".join(filter(None, (row.sumber, _amount(row), str(row.tahun or "")))) for row in rows)


def _amount(row: SumberDana) -> str:
    return "" if row.jumlah is None else format_rupiah(row.jumlah)


def _ready(value: Any) -> str:
    rows = [row for row in from_plain(Kesiapan, value) if row.butir in BUTIR]
    return ", ".join(f"{BUTIR[row.butir][0]} {JAWAB.get(row.jawab, row.jawab)}" for row in rows)


def _notes(value: Any) -> str:
    return "; ".join(catatan.tulis(row) for row in from_plain(Catatan, value))


def _warnings(value: Any) -> str:
    return ", ".join(peringatan.tulis(row) for row in from_plain(Peringatan, value))


def _themes(value: Any) -> str:
    return nama_tema(words_from_plain(value))


_WORDS: dict[str, Callable[[Any], str]] = {
    "antardesa": _villages,
    "sumber_dana": _money,
    "kesiapan": _ready,
    "catatan": _notes,
    "peringatan": _warnings,
    "tema_asal": _themes,
    "tema_penerima": _themes,
    "pola_pelaksanaan": lambda value: POLA.get(value, ""),
    "status_lahan": lambda value: STATUS_LAHAN.get(value, ""),
    "sumber_harga": lambda value: SUMBER_HARGA.get(value, ""),
    "harga_satuan": lambda value: "" if value is None else format_rupiah(value),
    "kewenangan": lambda value: KEWENANGAN.get(value, ""),
    "sumber_usulan": lambda value: SUMBER_USULAN.get(value, ""),
    "jenis_pengusul": lambda value: JENIS_PENGUSUL.get(value, ""),
    "peringkat_asal": lambda value: f"P{value}",
}
