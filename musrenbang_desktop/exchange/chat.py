"""Usulan in a message: numbered or dashed lines, with or without what WhatsApp writes before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rukun import find_rukun
from musrenbang_desktop.domain.rupiah import parse_rupiah
from musrenbang_desktop.domain.volume import split_volume

_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_HOUR = r"[0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}"
_STAMP = re.compile(rf"\s*(?:\[\s*(?:{_DAY}[ ,]+{_HOUR}|{_HOUR}[ ,]+{_DAY})\s*\]\s*|{_DAY}[ ,]+{_HOUR}\s+[-\u2013]\s+)")
_SENDER = re.compile(r"([^:\n]{1,60}?):\s+")
_PHONE = re.compile(r"[+~]?[0-9() .\u2011-]{7,}")
_BULLET = re.compile(
    r"\s*(?:[0-9]{1,3}\s?[.)](?=\s*(?:[^\W\d]|[(*\"']))|[0-9]\ufe0f?\u20e3|[-\u2013\u2014*\u2022\u25cf\u25aa\u25e6\u00b7\u27a1"
    r"\u2705\u2713\u2611]\ufe0f?\s+|[\u2022\u25cf\u25aa\u25e6\u2705\u2713\u2611]\ufe0f?|[a-zA-Z]\)\s+)\s*"
)
_BOLD = re.compile(r"([*_~])(\S(?:[^*_~\n]*\S)?)\1")
_DASH = re.compile(r"\s+[-\u2013\u2014]\s*|\s*[-\u2013\u2014]\s+")
_COMMA = re.compile(r"\s*[,;]\s+")
_OWNER = re.compile(r"(?:pengusul|diusulkan oleh|usulan(?: dari)?|oleh|dari)\s*:?\s+(?=\S)", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:rp\.?|biaya|perkiraan|kurang lebih|sekitar|\u00b1)\s*.*[0-9].*|[0-9][0-9.,]*\s*"
    r"(?:rb|ribu|jt|juta|m|milyar|miliar|mlr)",
    re.IGNORECASE,
)
_NO_MESSAGE = re.compile(
    r"<[^>]*>|(?:pesan ini (?:telah )?dihapus|this message was deleted|.*end-to-end.*|.*terenkripsi.*)", re.IGNORECASE
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of a message. ``nomor`` is its line, from 1; ``butir`` tells that it was numbered or dashed."""

    nomor: int
    teks: str
    pengirim: str
    butir: bool


@dataclass(frozen=True, slots=True)
class Isi:
    """What a line says, taken apart."""

    judul: str
    pengusul: str = ""
    volume: str = ""
    biaya: int | None = None
    tempat: str = ""


def lines(text: str) -> Iterator[Butir]:
    """The lines that say something, without stamps, senders' phone numbers and bullets."""
    sender = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = _MARKS.sub("", raw).replace("\u202f", " ").replace("\xa0", " ")
        stamp = _STAMP.match(line)
        if stamp:
            line, sender = line[stamp.end() :], ""
            named = _SENDER.match(line)
            if named is None:
                continue  # a line of the program itself: somebody joined, the group was renamed
            sender = "" if _PHONE.fullmatch(named[1].strip()) else named[1].strip().lstrip("~ ")
            line = line[named.end() :]
        bullet = _BULLET.match(line)
        line = _plain(line[bullet.end() :] if bullet else line)
        if line and not _NO_MESSAGE.fullmatch(line):
            yield Butir(number, line, sender, bullet is not None)


def take_apart(text: str) -> Isi:
    """``Perbaikan jalan RT 2, 120 m, 25 jt - Pak Budi``: what is no amount, place or name stays in the title."""
    title: list[str] = []
    found: dict[str, str | int] = {}
    dashed = _DASH.split(text)
    for place, part in enumerate(dashed):
        for piece_place, piece in enumerate(_COMMA.split(part)):
            kind, value = _kind(piece) if place or piece_place else ("", piece)
            last = place == len(dashed) - 1 > 0
            if not kind and last and piece_place == 0 and _may_be_name(piece) and "pengusul" not in found:
                kind, value = "pengusul", piece
            if kind and kind not in found:
                found[kind] = value
            else:
                title.append((" - " if place and not piece_place else ", ") + piece)
    judul = "".join(title).removeprefix(", ")
    biaya = found.get("biaya")
    return Isi(
        judul=judul,
        pengusul=str(found.get("pengusul", "")),
        volume=str(found.get("volume", "")),
        biaya=biaya if isinstance(biaya, int) else None,
        tempat=str(found.get("tempat", "")),
    )


def is_length(text: str) -> bool:
    """Whether ``m`` behind a number is a metre: ``120 m`` is, ``1,2 M`` (miliar) and ``Rp 2 m`` are not."""
    return re.fullmatch(r"[0-9][0-9.,]*\s*m(?:eter|tr)?\.?", text.strip()) is not None


def _kind(piece: str) -> tuple[str, str | int]:
    owner = _OWNER.match(piece)
    if owner:
        return "pengusul", piece[owner.end() :].strip(" :")
    if find_rukun(piece).hanya:
        return "tempat", piece
    volume = split_volume(piece)
    amount = _amount(piece)
    if amount is not None and not is_length(piece):
        return "biaya", amount
    if volume is not None and volume[0] and volume[1]:
        return "volume", piece
    return "", piece


def _amount(piece: str) -> int | None:
    if not _MONEY.fullmatch(piece):
        return None
    try:
        return parse_rupiah(re.sub(r"^[^\d]*?(?=rp|[0-9])", "", piece, flags=re.IGNORECASE))
    except RuleBroken:
        return None


def _may_be_name(piece: str) -> bool:
    return 2 <= len(piece) <= _LONGEST_NAME and any(letter.isalpha() for letter in piece)


def _plain(line: str) -> str:
    """Without the signs that make letters bold."""
    before = ""
    while before != line:
        before, line = line, _BOLD.sub(r"\2", line)
    return " ".join(line.split())
