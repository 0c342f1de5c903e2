"""How two wordings of the form of a berita acara differ: every printed sentence, before and now.

Only what the berita acara and its annexes print is compared: other words of an invitation make no other berita acara.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.reference.profile_layers import Table, layered, read
from musrenbang_desktop.reference.profile_skema import keterangan, kunci

#: Tables and keys of a profile that other papers print, or nobody reads.
LAIN = frozenset(
    "id nama dasar untuk undangan lembar_hadir keterwakilan verifikasi slip_usulan poster poster_hasil lembar_jawaban"
    " paket_hari_ini notulen tanpa_kuorum daftar_rw rekapitulasi pagu_indikatif sk_tim sk_delegasi rkp_desa du_rkp"
    " buku_rencana buku_aspirasi buku_keputusan".split()
)
#: The same inside tables that the berita acara prints.
LAIN_DI_DALAM = (
    "kuorum.tunda", "kuorum.tunggu_jam", "kuorum.perempuan_persen", "kuorum.tiap_", "kuorum.dasar", "kuorum.status",
    "kuorum.wakil", "kuorum.bagian", "delegasi.mandat", "delegasi.dasar", "delegasi.status", "delegasi.paling_",
    "delegasi.perempuan_",
)  # fmt: skip
_WIDTH = "kolom[].lebar_mm"
_PAPER = "kertas."
_WHAT = {True: "ya", False: "tidak", None: ""}


@dataclass(frozen=True, slots=True)
class BedaBentuk:
    """One difference: the path of the key (``klausul[2].teks``), what the key means, and its value before and now."""

    jalur: str
    arti: str
    dulu: str
    kini: str


def beda_bentuk(dulu: str, kini: str) -> list[BedaBentuk]:
    """The differences between two texts of one profile, in the order of the form. Raises ProfileInvalid."""
    before, now = (dict(_values(layered(read(text)))) for text in (dulu, kini))
    paper = any(before.get(path) != now.get(path) for path in (*before, *now) if path.startswith(_PAPER))
    found = []
    for path in dict.fromkeys((*now, *before)):
        if before.get(path) == now.get(path) or (paper and path.endswith(_WIDTH)):
            continue  # the widths follow from another paper
        found.append(BedaBentuk(path, _meaning(path), before.get(path, ""), now.get(path, "")))
    return found


def _values(table: Table, above: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) of every printed value; the elements of a list are counted from 1, columns are one value a key."""
    for key, value in table.items():
        path = f"{above}.{key}" if above else key
        if path in LAIN or path.startswith(LAIN_DI_DALAM):
            continue
        if isinstance(value, dict):
            yield from _values(value, path)
        elif key == "kolom" and isinstance(value, list):
            yield from _columns(value, path)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield from _elements(value, path)
        elif kunci(path) is not None:
            yield path, _text(value)


def _elements(value: list[Any], path: str) -> Iterator[tuple[str, str]]:
    """The tables of a list; of the legal basis only what is printed."""
    rows = [one for one in value if isinstance(one, dict) and one.get("status", "sah") == "sah"]
    for number, one in enumerate(rows, 1):
        yield from _values({key: value for key, value in one.items() if key != "status"}, f"{path}[{number}]")


def _columns(value: list[Any], path: str) -> Iterator[tuple[str, str]]:
    """The columns of a table: their heads in one line, their widths in another, and so on."""
    rows = [one for one in value if isinstance(one, Mapping)]
    for key in dict.fromkeys(key for one in rows for key in one):
        if kunci(f"{path}[].{key}") is not None:
            yield f"{path}[].{key}", ", ".join(_text(one.get(key)) or "-" for one in rows)


def _text(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return _WHAT[value]
    if isinstance(value, list):
        return "; ".join(_text(one) for one in value)
    return f"{value:.4g}".replace(".", ",") if isinstance(value, float) else str(value).strip()


def _meaning(path: str) -> str:
    """``Isi klausul (ke-3)``: the first part of the sentence about the key, and which element it is."""
    plain, number = path, ""
    if "[" in path and not path.split("[")[1].startswith("]"):
        number = path.split("[")[1].partition("]")[0]
        plain = path.replace(f"[{number}]", "[]")
    said = keterangan(plain).partition(";")[0].rstrip(".")
    return f"{said} (ke-{number})" if number else said
