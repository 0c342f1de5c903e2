"""Pagu indikatif: what the village would carry out by source of money, against the ceiling of each source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi_daftar import BarisPagu, PaguIndikatif
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.domain.bentuk_cetak import SUMBER_KOLOM

_NOTHING = PaguIndikatif(pagu={}, jumlah=None, baris=())


def ceilings(flow: Flow, terms: Terms) -> None:
    """Draw the list: the ceilings, every usulan, what they take together, what is left."""
    shape = terms.profile.cetak["pagu_indikatif"]
    facts = terms.isi.pagu_indikatif or _NOTHING
    flow.start(rebah=shape.rebah)
    title(flow, terms.fill(shape.teks["judul"]))
    flow.gap(8)
    form = shape.tabel[terms.isi.forum.jenis]
    table = Table(flow, form.kolom, letters=terms.profile.nomor_kolom, min_height_mm=form.tinggi_baris_mm)
    keys = [column.isi for column in table.columns]
    rows = [table.data(_cells(row, number, keys)) for number, row in enumerate(facts.baris, 1)]
    if rows:
        rows[-1].glued = True
    places = signers(terms, shape.penanda)
    signed = 6 + signatures_height(flow, terms, places)
    sums = _sums(table, keys, facts, terms)
    table.draw([*sums[:1], *(rows or [table.notice(NIHIL)]), *sums[1:]], below=signed)
    missing = sum(row.biaya is None or None in row.sumber.values() for row in facts.baris)
    if missing:
        flow.gap(5)
        text = terms.fill(shape.teks["belum_dikenal"], {"jumlah": str(missing)})
        flow.paragraph(text, face=flow.document.italic, size=flow.huruf.tabel, rata="kiri", spacing=1.25)
    flow.gap(6)
    signatures(flow, terms, places)


def _cells(row: BarisPagu, number: int, keys: Sequence[str]) -> list[str]:
    parts = by_column(row.sumber, keys)
    fixed = {"nomor": str(number), "kegiatan": f"{row.kegiatan} ({row.label})", "jumlah": rupiah(row.biaya)}
    return [fixed.get(key) or _amount(parts, key) for key in keys]


def _amount(parts: dict[str, int | None], key: str) -> str:
    """Nothing where a source gives nothing, a dash where nobody knows how much."""
    if key not in parts:
        return ""
    amount = parts[key]
    return TIDAK_ADA if amount is None else rupiah(amount)


def by_column(sources: Mapping[str, int | None], keys: Sequence[str]) -> dict[str, int | None]:
    """Amounts by source as amounts by column; what has no column of its own goes into ``lain``."""
    columns = {SUMBER_KOLOM[key].casefold(): key for key in keys if key in SUMBER_KOLOM}
    found: dict[str, int | None] = {}
    for source, amount in sources.items():
        key = columns.get(source.casefold(), "lain")
        before = found.get(key, 0)
        found[key] = None if before is None or amount is None else before + amount
    return found


def _sums(table: Table, keys: Sequence[str], facts: PaguIndikatif, terms: Terms) -> list[Row]:
    """Ceilings above the list; taken and left below it."""
    texts = terms.profile.cetak["pagu_indikatif"].teks
    money = [key for key in keys if key not in ("nomor", "kegiatan")]
    limits = by_column(facts.pagu, keys)
    limits["jumlah"] = facts.jumlah
    taken: dict[str, int | None] = {}
    for row in facts.baris:
        for key, amount in (by_column(row.sumber, keys) | {"jumlah": row.biaya}).items():
            if amount is not None:
                taken[key] = (taken.get(key) or 0) + amount
    rows = [
        _total(table, keys, terms.fill(texts["pagu"]), {key: limits.get(key) for key in money}),
        _total(table, keys, terms.fill(texts["terpakai"]), {key: taken.get(key) for key in money}),
        _total(table, keys, terms.fill(texts["sisa"]), {key: _left(limits.get(key), taken.get(key)) for key in money}),
    ]
    rows[1].glued = True
    return rows


def _left(limit: int | None, taken: int | None) -> int | None:
    """What is left of a ceiling; all of it where nothing is known to be taken."""
    return None if limit is None else limit - (taken or 0)


def _total(table: Table, keys: Sequence[str], label: str, amounts: dict[str, int | None]) -> Row:
    return table.total(label, {keys.index(key): _signed(amount) for key, amount in amounts.items()})


def _signed(amount: int | None) -> str:
    """An amount that may lie below zero where a ceiling does not hold: ``-95.000.000``."""
    return f"-{rupiah(-amount)}" if amount is not None and amount < 0 else rupiah(amount)
