"""Volume and its unit: ``120 m2`` is written in one cell and kept as two values."""

from __future__ import annotations

import re

from musrenbang_desktop.domain.angka import desimal_text, parse_desimal

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "orang": ("org", "orng", "ornag"),
    "jiwa": ("jw",),
    "KK": ("kk", "kepala keluarga"),
    "KPM": ("kpm", "keluarga penerima manfaat"),
    "OB": ("ob", "orang bulan", "org bulan", "org bln"),
    "OH": ("oh", "orang hari"),
    "OK": ("ok", "orang kegiatan"),
    "paket": ("pkt", "pket", "pakt", "pket."),
    "buah": ("bh", "bj", "bua"),
    "biji": ("bji",),
    "unit": ("unt", "units"),
    "set": ("sett",),
    "titik": ("ttk", "tk"),
    "lembar": ("lbr", "lmbr"),
    "batang": ("btg",),
    "ekor": ("ekr",),
    "ruas": (),
    "ruang": (),
    "lokal": (),
    "lokasi": ("lok",),
    "kelompok": ("klp", "klpk", "kel", "pok"),
    "lembaga": ("lbg",),
    "kegiatan": ("keg", "kgt", "giat"),
    "kali": ("kl",),
    "bulan": ("bln",),
    "tahun": ("thn", "th"),
    "hari": ("hr",),
    "m": ("meter", "mtr", "mt"),
    "m1": ("m'", "m\u2019", "meter lari", "meter panjang", "mtr lari", "m lari", "m\u00b9"),
    "m2": ("m\u00b2", "meter persegi", "mtr2", "meter2", "m^2", "m 2"),
    "m3": ("m\u00b3", "meter kubik", "kubik", "mtr3", "meter3", "m^3", "m 3"),
    "km": ("kilometer", "kilo meter"),
    "cm": ("sentimeter", "centimeter"),
    "ha": ("hektar", "hektare", "hekto are"),
    "kg": ("kilogram", "kilo"),
    "ton": (),
    "liter": ("ltr", "lt"),
    "ls": ("lumpsum", "lump sum", "lsm", "lumsum"),
}
_UNITS = {spelling: unit for unit, others in _SPELLINGS.items() for spelling in (unit.casefold(), *others)}

_ABOUT = re.compile(r"^(?:\u00b1|\+/-|kurang lebih|k\.l\.|sekitar)\s*", re.IGNORECASE)
_PARTS = re.compile(r"(?P<number>[0-9](?:[0-9., ]*[0-9])?)\s*(?P<unit>[^\W\d].{0,29})?")
_NO_UNIT = re.compile(r"(?:^|\s)[x\u00d7*@=+]|[0-9]{2}|[0-9]\s*[x\u00d7*]", re.IGNORECASE)


def normal_satuan(text: str) -> str:
    """The usual spelling of a unit: ``Org`` becomes ``orang``, ``m\u00b2`` becomes ``m2``; others stay as written."""
    text = " ".join(text.split()).rstrip(".")
    return _UNITS.get(text.casefold(), text)


def volume_satuan(volume: str, satuan: str) -> str:
    """``120 m`` for a cell of a sheet; nothing while the number is unknown, for a unit alone says nothing."""
    return f"{volume} {satuan}".strip() if volume.strip() else ""


def same_satuan(first: str, second: str) -> bool:
    """Whether two spellings mean the same unit."""
    return normal_satuan(first).casefold() == normal_satuan(second).casefold()


def split_volume(text: str) -> tuple[str, str] | None:
    """Number and unit: ``("569,5", "m")`` for ``569,5 m``. Either part is empty when it is not written.

    None for what is not one number with at most one unit, such as dimensions (``100 x 2 x 0.15 m``): that is worth
    keeping as text, never as a volume.
    """
    text = _ABOUT.sub("", " ".join(text.split()))
    if not text or text == "-":
        return "", ""
    if text.casefold() in _UNITS:
        return "", normal_satuan(text)
    found = _PARTS.fullmatch(text)
    if not found:
        return None
    number = parse_desimal(found["number"])
    unit = found["unit"] or ""
    if number is None or _NO_UNIT.search(f" {unit}"):
        return None
    return desimal_text(number), normal_satuan(unit)
