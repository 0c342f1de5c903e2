"""The wider record of an usulan out of its cells: money by source, beneficiaries by group, rank, routing, point.

What is not understood is kept as a remark, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from operator import methodcaller
from typing import Any

from musrenbang_desktop.domain.asal import TERAKHIR
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.kode_kegiatan import parse_kode, salah_pemilik
from musrenbang_desktop.domain.koordinat import parse_koordinat
from musrenbang_desktop.domain.penerima import PENERIMA, jumlah_penerima, parse_penerima
from musrenbang_desktop.domain.rkp import RENCANA
from musrenbang_desktop.domain.rukun import find_rukun
from musrenbang_desktop.domain.rupiah import TERBESAR, parse_rupiah
from musrenbang_desktop.domain.sumber_dana import LONGEST_NAME, MOST, SumberDana, normal_sumber
from musrenbang_desktop.domain.tema import TEMA, urut_tema
from musrenbang_desktop.domain.uraian import STATUS_LAHAN, SUMBER_HARGA, TEKS, parse_harga
from musrenbang_desktop.exchange.plain import is_dash, means_nothing, plain, rounded
from musrenbang_desktop.exchange.usulan_values import Values

_TAG = re.compile(r"\s*\(\s*(?P<asal>[^()]{2,40}?)[\s,]+P\s?(?P<rank>[0-9]{1,3})\s*\)")
_RANK = re.compile(r"(?:p|prioritas|no\.?)?\s*([0-9]{1,3})\.?", re.IGNORECASE)
_SOURCES = re.compile(r"\s*(?:[|;+&\n]|/(?!kota)|,(?![0-9])|\bdan\b)\s*", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[\s:(]*((?:rp\.?\s*)?[0-9][0-9.,]*\s*(?:jt|juta|rb|ribu|m|miliar|milyar)?)\s*\)?$", re.IGNORECASE
)
_POINT = re.compile(r"[\s(,;]*(-?[0-9]{1,2}\.[0-9]{4,12})\s*[,;/ ]\s*([0-9]{2,3}\.[0-9]{4,12})\)?")
_PERSON = re.compile(
    r"\b(?:(?:[Bb]apak|[Pp]ak|[Bb]pk\.?|[Ii]bu|[Bb]u|[Mm]bah|[Hh]\.|[Hh]j\.)\s+[A-Z][a-z]+|[Rr]umah(?:nya)?\s+[A-Z][a-z]{2,})"
)
_NO_PERSON = frozenset("Hamil Anak Balita Menyusui PKK Rumah Sakit Warga Tidak Layak Ibadah Baca Pintar Sehat".split())

_KEWENANGAN = {
    "desa": "desa", "kelurahan": "desa", "lokal desa": "desa", "kabupaten": "kabupaten", "kab": "kabupaten",
    "kota": "kabupaten", "kabupaten/kota": "kabupaten", "kab/kota": "kabupaten", "daerah": "kabupaten",
    "provinsi": "provinsi", "prov": "provinsi", "propinsi": "provinsi", "pusat": "pusat", "nasional": "pusat",
    "pemerintah pusat": "pusat", "csr": "lain", "swasta": "lain", "lainnya": "lain", "lain-lain": "lain",
}  # fmt: skip
_PATTERNS = {
    "swakelola": "swakelola", "swa kelola": "swakelola", "kerja sama antardesa": "antar_desa",
    "kerjasama antar desa": "antar_desa", "kerja sama antar desa": "antar_desa", "antar desa": "antar_desa",
    "kerja sama pihak ketiga": "pihak_ketiga", "kerjasama pihak ketiga": "pihak_ketiga", "pihak ketiga": "pihak_ketiga",
    "penyedia": "pihak_ketiga",
}  # fmt: skip
WIDER_TEXTS = ("tujuan", "latar_belakang", "asal", *(name for name in RENCANA if name != "pola_pelaksanaan"), *TEKS)
"""The fields of the wider record that are kept as they are written."""
_WAYS = {
    "rapat rt": "rapat_rt", "rapat rt/rw": "rapat_rt", "rembug rw": "rapat_rt", "rembuk rw": "rapat_rt",
    "rapat rw": "rapat_rt", "musdus": "musdus", "musyawarah dusun": "musdus", "fgd": "fgd", "diskusi": "fgd",
    "survei": "survei", "survey": "survei", "surat": "surat", "proposal": "surat", "daring": "daring",
    "online": "daring", "forum": "forum", "musrenbang": "forum", "lainnya": "lain",
}  # fmt: skip
_LANDS = {
    **{name.casefold(): key for key, name in STATUS_LAHAN.items()},
    "desa": "desa", "milik desa": "desa", "tanah kas desa": "desa", "tkd": "desa", "aset desa": "desa",
    "kelurahan": "desa", "milik kelurahan": "desa", "pemda": "pemda", "milik pemda": "pemda", "aset pemda": "pemda",
    "pemkab": "pemda", "warga": "warga", "milik warga": "warga", "hibah": "warga", "hibah warga": "warga",
    "sengketa": "sengketa", "belum jelas": "belum_jelas", "tidak jelas": "belum_jelas",
}  # fmt: skip
_PRICES = {
    **{name.casefold(): key for key, name in SUMBER_HARGA.items()},
    **{key: key for key in SUMBER_HARGA},
    "kamus usulan": "kamus", "perkiraan": "warga", "survei": "warga", "survei harga": "warga",
}  # fmt: skip
_THEMES = {
    "perempuan": "perempuan", "wanita": "perempuan", "gender": "perempuan", "disabilitas": "disabilitas",
    "difabel": "disabilitas", "anak": "anak", "lansia": "lansia", "lanjut usia": "lansia", "pemuda": "pemuda",
    "remaja": "pemuda",
}  # fmt: skip


def more(values: Values) -> dict[str, Any]:
    """The fields of the wider record for which the file has a column; call it before the texts are read."""
    return {name: read(values) for name, read in _READ.items() if values.has(name)}


def note_owner(fields: dict[str, Any], values: Values, jenis: JenisForum | None) -> None:
    """Say when the code of the kegiatan is another government's."""
    if told := salah_pemilik(fields.get("kode_kegiatan", ""), fields.get("kewenangan", ""), jenis):
        values.note("kode_kegiatan", told[0].lower() + told[1:].rstrip("."))


def has_tag(text: str) -> bool:
    """Whether a text ends with, or holds, a rank as ``(RW 05 P2)``."""
    return "(" in text and _TAG.search(text) is not None


def take_tag(text: str, fields: dict[str, Any], values: Values, name: str) -> str:
    """``Rusak (RW 05 P2)`` without its tag; origin and rank go into ``fields`` where no column says them."""
    found = _TAG.search(text) if "(" in text else None
    if not found or (fields.get("peringkat_asal") or 0) not in (0, int(found["rank"])) or not int(found["rank"]):
        return text
    origin = " ".join(found["asal"].split())
    named = find_rukun(origin)
    fields["peringkat_asal"] = int(found["rank"])
    if named.hanya and named.rw:
        origin = f"RW {named.rw[0]}"
    fields["asal"] = fields.get("asal") or origin
    values.note(name, f"“{found.group().strip()}” dibaca urutan P{found['rank']} dari {origin}")
    return (text[: found.start()] + text[found.end() :]).strip()


def take_point(lokasi: str, values: Values) -> tuple[str, str, str]:
    """Latitude and longitude of their columns, or of the text of the place; and the place without them."""
    # a saved list has an apostrophe before what a spreadsheet would calculate
    written = "; ".join(filter(None, (values.text(name).lstrip("'") for name in ("lintang", "bujur"))))
    if written:
        try:
            return (*parse_koordinat(written), lokasi)
        except RuleBroken:
            values.note("lintang", f"“{written}” bukan titik peta di Indonesia; dibiarkan kosong")
            return "", "", lokasi
    inside = _POINT.search(lokasi)
    if not inside:
        return "", "", lokasi
    try:
        point = parse_koordinat(f"{inside[1]}; {inside[2]}")
    except RuleBroken:
        return "", "", lokasi
    values.note("lokasi", f"titik peta {point[0]}, {point[1]} diambil dari lokasi")
    return (*point, (lokasi[: inside.start()] + lokasi[inside.end() :]).strip(" ,;"))


def with_total(penerima: int | None, fields: dict[str, Any], values: Values) -> int | None:
    """The total of beneficiaries: of women and men where both are known, else as written."""
    summed = jumlah_penerima(fields.get("penerima_l"), fields.get("penerima_p"))
    if summed is None:
        return penerima
    if penerima not in (None, summed):
        values.note("penerima_manfaat", f"jumlah {penerima} tidak sama dengan L + P; dipakai {summed}")
    return summed


def note_person(lokasi: str, values: Values) -> None:
    """Point at the name of a resident in a place: it is printed, and hidden on public pages."""
    found = _PERSON.search(lokasi)
    if found and found.group().split()[-1] not in _NO_PERSON:
        values.note("lokasi", f"menyebut nama orang (“{found.group()}”); sebaiknya pakai patokan lain")


def _count(values: Values, field: str) -> int | None:
    written = values.text(field)
    try:
        return parse_penerima(written, field)
    except RuleBroken:
        values.remarks.append(f"Penerima {PENERIMA[field]}: {written}")
        values.note(field, f"“{written}” bukan jumlah; dipindah ke keterangan")
        return None


def _rank(values: Values) -> int | None:
    written = values.text("peringkat_asal")
    if not written:
        return None
    found = _RANK.fullmatch(written)
    if found and 0 < int(found[1]) <= TERAKHIR:
        return int(found[1])
    values.remarks.append(f"Prioritas: {written}")
    values.note("peringkat_asal", f"“{written}” bukan nomor urut; dipindah ke keterangan")
    return None


def _choice(values: Values, field: str, known: dict[str, str], label: str) -> str:
    written = values.text(field)
    if not written:
        return ""
    plainly = written.casefold().removeprefix("kewenangan ").strip(" .")
    if plainly in known:
        return known[plainly]
    values.remarks.append(f"{label}: {written}")
    values.note(field, f"“{written}” tidak dikenal; dipindah ke keterangan")
    return ""


def _code(values: Values) -> str:
    """A code, with or without the name behind it; a name alone stays as a remark."""
    written = values.text("kode_kegiatan")
    try:
        return parse_kode(written)
    except RuleBroken:
        values.remarks.append(f"Sub kegiatan: {written}")
        return ""


def _price(values: Values) -> int | None:
    """Whole rupiah for one satuan; what is none stays as a remark."""
    cell = values.cell("harga_satuan")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = rounded(cell)
        if whole is not None and 0 <= whole[0] <= TERBESAR:
            return whole[0]
    written = plain(cell)
    if not written or is_dash(written) or means_nothing(written):
        return None
    try:
        return parse_harga(written)
    except RuleBroken:
        values.remarks.append(f"Harga satuan: {written}")
        values.note("harga_satuan", f"“{written}” bukan jumlah uang; dipindah ke keterangan")
        return None


def _sources(values: Values) -> tuple[SumberDana, ...]:
    cell = values.cell("sumber_dana")
    written = cell if isinstance(cell, str) else plain(cell)
    parts = [" ".join(part.split()) for part in _SOURCES.split(written)]
    parts = [part for part in parts if part and not is_dash(part) and not means_nothing(part)]
    if not parts:
        return ()
    rows = tuple(dict.fromkeys(_source(part) for part in parts))
    if len(rows) > MOST or any(not row.sumber or len(row.sumber) > LONGEST_NAME for row in rows):
        values.remarks.append(f"Sumber dana: {plain(cell)}")
        values.note("sumber_dana", "sumber dana tidak terbaca; dipindah ke keterangan")
        return ()
    shown = ", ".join(row.sumber for row in rows)
    if len(rows) > 1:
        values.note("sumber_dana", f"“{plain(cell)}” dibaca {len(rows)} sumber: {shown}; isi jumlah masing-masing")
    elif rows[0].sumber.casefold() != parts[0].casefold():
        values.note("sumber_dana", f"“{parts[0]}” dibaca {shown}")
    return rows


def _source(text: str) -> SumberDana:
    found = _AMOUNT.search(text)
    if found and found.start():
        try:
            return SumberDana(normal_sumber(text[: found.start()].strip(" :(-")), parse_rupiah(found[1]))
        except RuleBroken:
            pass
    return SumberDana(normal_sumber(text))


def _themes(values: Values) -> tuple[str, ...]:
    written = values.text("tema_penerima")
    words = [part.strip().casefold() for part in re.split(r"[,;/|&]|\bdan\b", written) if part.strip()]
    known = urut_tema(_THEMES.get(word, "") for word in words)
    if words and len(known) < len({_THEMES.get(word, word) for word in words}):
        values.remarks.append(f"Tema: {written}")
        values.note(
            "tema_penerima", f"“{written}” tidak semua dikenal ({', '.join(TEMA)}); tulisannya ada di keterangan"
        )
    return known


_READ: dict[str, Callable[[Values], Any]] = {
    **{name: methodcaller("text", name) for name in WIDER_TEXTS},
    "pola_pelaksanaan": partial(_choice, field="pola_pelaksanaan", known=_PATTERNS, label="Pola pelaksanaan"),
    **{name: partial(_count, field=name) for name in PENERIMA},
    "harga_satuan": _price,
    "sumber_harga": partial(_choice, field="sumber_harga", known=_PRICES, label="Sumber harga"),
    "status_lahan": partial(_choice, field="status_lahan", known=_LANDS, label="Status lahan"),
    "peringkat_asal": _rank,
    "kewenangan": partial(_choice, field="kewenangan", known=_KEWENANGAN, label="Kewenangan"),
    "sumber_usulan": partial(_choice, field="sumber_usulan", known=_WAYS, label="Datang lewat"),
    "kode_kegiatan": _code,
    "sumber_dana": _sources,
    "tema_penerima": _themes,
}

WIDER = tuple(_READ)
"""The fields of the wider record."""
