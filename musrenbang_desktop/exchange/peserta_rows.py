"""Row by row through a list of people: who is a person, what only orders or signs the list."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.undangan import mirip, nama_polos
from musrenbang_desktop.exchange.columns import Layout, is_counter_row
from musrenbang_desktop.exchange.judged_rows import Verdict
from musrenbang_desktop.exchange.not_rows import SIGNED_AT, SIGNED_BY, TOTAL, is_ordinal
from musrenbang_desktop.exchange.peserta_values import PersonCells
from musrenbang_desktop.exchange.plain import is_dash, plain, without_nik
from musrenbang_desktop.exchange.pratinjau import Catatan, JenisLewat, Lewat
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.values import Refused
from musrenbang_desktop.exchange.vocabulary import normal_heading

_OWN_NUMBER = re.compile(r"[0-9]{1,4}[.)]\s*(?=[^\W\d_])")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class BarisPeserta:
    """One row of the file that is a person or should be one. ``pilih`` is false for a person who is known already."""

    row: int
    verdict: Verdict
    notes: tuple[Catatan, ...]
    peserta: PesertaBaru | None
    pilih: bool


class PeopleTable:
    """The rows below one head. ``sudah`` are the people on the list already, ``hari`` is the day of the forum."""

    def __init__(self, layout: Layout, hari: datetime.date, sudah: Sequence[PesertaBaru]) -> None:
        self._mapping = layout.mapping
        self._numbers = layout.numbers
        self._title = layout.mapping["nama"]
        self._heading = normal_heading(next((c.heading for c in layout.columns if c.index == self._title), ""))
        self._hari = hari
        self._unsur = ""
        self._signed = False
        self._known: dict[str, list[PesertaBaru]] = {}
        self._seen: dict[str, list[tuple[int, PesertaBaru]]] = {}
        for person in sudah:
            self._known.setdefault(nama_polos(person.nama), []).append(person)

    def read(self, index: int, cells: Sequence[Cell]) -> BarisPeserta | Lewat | None:
        """The verdict about a row, the reason why it is no person, or None when it is blank."""
        texts = {column: plain(cell) for column, cell in enumerate(cells) if cell != ""}
        texts = {column: text for column, text in texts.items() if text and not is_dash(text)}
        if not texts:
            return None
        skipped = self._skip(cells, texts)
        if skipped:
            return Lewat(index + 1, skipped, without_nik(next(iter(texts.values()))))
        values = PersonCells(index, cells, self._mapping)
        if values.gone():
            return Lewat(index + 1, "tidak_ada_lagi", without_nik(texts.get(self._title, "")))
        try:
            person = self._person(values)
        except Refused as refused:
            return BarisPeserta(index + 1, "refused", (*values.notes, refused.note), None, pilih=False)
        new = self._is_new(index, values, person)
        return BarisPeserta(index + 1, "mended" if values.notes else "ok", tuple(values.notes), person, pilih=new)

    def _skip(self, cells: Sequence[Cell], texts: dict[int, str]) -> JenisLewat | None:
        numbered = any(is_ordinal(texts.get(column, "")) for column in self._numbers)
        words = {c: text for c, text in texts.items() if c not in self._numbers or not is_ordinal(text)}
        nama = texts.get(self._title, "")
        if not words:
            return "tanpa_isi"
        if is_counter_row(cells) or (nama and normal_heading(nama) == self._heading):
            return "judul_kolom"
        if not numbered and any(SIGNED_AT.fullmatch(text) or SIGNED_BY.match(text) for text in words.values()):
            self._signed = True
        if self._signed and not numbered:
            return "kaki"
        if not numbered and any(TOTAL.match(text) for text in words.values()):
            return "jumlah"
        if not numbered and self._numbers and len(words) == 1 and not is_ordinal(nama):
            self._unsur = next(iter(words.values()))
            return "judul_unsur"
        return None

    def _person(self, values: PersonCells) -> PesertaBaru:
        nama = values.text("nama")
        own = _OWN_NUMBER.match(nama)
        if own:
            nama = nama[own.end() :]
            values.note("nama", f"nomor urut “{own.group().strip()}” di depan dibuang")
        if not nama:
            raise values.refuse("nama", "nama kosong, padahal baris ini berisi tulisan lain; lengkapi lalu ulangi")
        if not re.search(r"[^\W\d_]", nama):
            raise values.refuse("nama", "nama tidak berisi huruf; periksa apakah kolomnya tertukar")
        if len(nama) > LONGEST_NAME:
            values.note("nama", f"nama panjang sekali ({len(nama)} huruf); periksa")
        dusun, rt, rw, _ = values.place("")
        return PesertaBaru(
            nama=nama,
            jenis_kelamin=values.jenis_kelamin(),
            unsur=values.text("unsur") or self._unsur,
            jabatan=values.jabatan(),
            usia=values.usia(self._hari),
            dusun=dusun,
            rt=rt,
            rw=rw,
        )

    def _is_new(self, index: int, values: PersonCells, person: PesertaBaru) -> bool:
        key = nama_polos(person.nama)
        known = next((one for one in self._known.get(key, ()) if mirip(one, person)), None)
        if known:
            values.note("nama", f"tampaknya sudah ada di daftar sebagai {known.nama}; tidak dipilih")
        before = next((row for row, one in self._seen.get(key, ()) if mirip(one, person)), None)
        if before:
            values.note("nama", f"tampaknya sama dengan baris {before}; tidak dipilih")
        self._seen.setdefault(key, []).append((index + 1, person))
        return not (known or before)
