"""What a profile says about the sheets of ``domain.bentuk_cetak``: one reader for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.domain.bentuk_cetak import SUSUNAN, BentukCetak, NamaCetak, Susunan
from musrenbang_desktop.domain.profile import ISIAN, BentukTabel, Kertas

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile import _Reader

MOST_DECISIONS = 10
"""KESATU to KESEPULUH"""


def printed_sheets(reader: _Reader, table: dict[str, Any], kertas: Kertas) -> Mapping[NamaCetak, BentukCetak]:
    """Read the section of every sheet. Raises ProfileInvalid."""
    return {name: _sheet(reader, name, shape, reader.section(table, name), kertas) for name, shape in SUSUNAN.items()}


def _sheet(reader: _Reader, name: NamaCetak, shape: Susunan, table: dict[str, Any], kertas: Kertas) -> BentukCetak:
    words = ISIAN | shape.isian
    if "putusan" in shape.daftar and len(reader.listed(table, "putusan")) > MOST_DECISIONS:
        raise reader.fail(f"putusan pada {name} paling banyak {MOST_DECISIONS}")
    rebah = reader.flag(table, "rebah")
    return BentukCetak(
        teks={key: reader.template(table, key, words).strip("\n") for key in shape.teks},
        daftar={
            key: tuple(reader.checked(entry, key, words) for entry in reader.listed(table, key)) for key in shape.daftar
        },
        tabel={key: _table(reader, name, key, table, kertas.ruang_mm(rebah=rebah)) for key in shape.tabel},
        penanda=tuple(reader.penanda(row) for row in reader.rows(table, "penanda_tangan")),
        rebah=rebah,
    )


def _table(reader: _Reader, name: NamaCetak, key: str, table: dict[str, Any], room: float) -> BentukTabel:
    if not key:
        return reader.tabel(table, name, room)
    return reader.tabel(reader.section(reader.section(table, "tabel"), key), f"{name}.{key}", room)
