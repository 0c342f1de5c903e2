"""Read a template of rules from its TOML file. A key that is not known is refused: a misspelt rule would be no rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

from musrenbang_desktop.domain.cara import SERI_FAKTA, CaraHitung, from_json
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.penilaian import Kelas, Kelompok, Kriteria, LembarSkor
from musrenbang_desktop.domain.templat import ContohTemplat, Templat
from musrenbang_desktop.reference.profile_layers import tempat_salah

__all__ = ["Templat", "TemplatInvalid", "every", "load", "names", "parse"]

FOLDER = Path(__file__).resolve().parent / "templat"

_TOP = {"id", "nama", "kalimat", "sumber", "periksa", "seri", "cara", "kriteria", "kelompok", "contoh", "hanya"}
_CRITERION = {"id", "nama", "singkatan", "bobot", "arah", "terkecil", "terbesar", "kelas"}
_CLASS = {"nilai", "teks", "poin"}
_WAY = {"metode", "gabung", "asal", "ambil", "kuota", "pagu", "jatah_suara", "rahasia", "golongan"}
_EXAMPLE = {"lembar", "perbandingan"}


class TemplatInvalid(ValueError):
    """The template cannot be used; the text says why."""


def names() -> tuple[str, ...]:
    """The templates that ship with the program, T1 before T2 before T10."""
    return tuple(sorted((file.stem for file in FOLDER.glob("*.toml")), key=_natural))


def every() -> tuple[Templat, ...]:
    """All shipped templates. Raises TemplatInvalid."""
    return tuple(load(name) for name in names())


def load(name: str) -> Templat:
    """The shipped template of this name. Raises TemplatInvalid."""
    if name not in names():
        raise TemplatInvalid(f"Templat {name} tidak ada; yang ada: {', '.join(names())}.")
    return parse((FOLDER / f"{name}.toml").read_text("utf-8"), name)


def parse(text: str, name: str = "") -> Templat:
    """A template from the text of its file. Raises TemplatInvalid."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplatInvalid(
            f"Templat {name or 'ini'} tidak dapat dibaca: ada yang salah {tempat_salah(error)}."
        ) from None
    reader = _Reader(name or str(table.get("id", "ini")))
    try:
        return reader.templat(table)
    except RuleBroken as broken:
        raise reader.fail(f"{broken.field} tidak dapat dipakai ({broken.code.replace('_', ' ')})") from None


def _natural(stem: str) -> tuple[int, str]:
    digits = "".join(letter for letter in stem if letter.isdigit())
    return int(digits or 0), stem


class _Reader:
    """Takes values out of the table and knows the template's name for its sentences."""

    def __init__(self, name: str) -> None:
        self.name = name

    def fail(self, what: str) -> TemplatInvalid:
        return TemplatInvalid(f"Templat {self.name}: {what}.")

    def templat(self, table: Mapping[str, Any]) -> Templat:
        self.only(table, _TOP, "templat")
        kriteria = tuple(self.kriteria(row) for row in self.rows(table, "kriteria"))
        if not kriteria:
            raise self.fail("belum mempunyai kriteria")
        way = self.section(table, "cara")
        self.only(way, _WAY, "cara")
        cara = replace(self.cara(way), templat=self.words(table, "id"))
        example = self.section(table, "contoh")
        self.only(example, _EXAMPLE, "contoh")
        compared = self.compared(example, cara)
        return Templat(
            id=self.words(table, "id"),
            nama=self.words(table, "nama"),
            kalimat=self.words(table, "kalimat"),
            sumber=self.words(table, "sumber"),
            periksa=self.words(table, "periksa") if "periksa" in table else "",
            kriteria=kriteria,
            kelompok=tuple(
                Kelompok(f"g{number}", nama) for number, nama in enumerate(self.texts(table, "kelompok"), 1)
            ),
            seri=self.seri(table, kriteria),
            cara=cara,
            contoh=self.contoh(example, kriteria, cara),
            contoh_perbandingan=compared,
            hanya=self.only_for(table),
        )

    def only_for(self, table: Mapping[str, Any]) -> str:
        if "hanya" not in table:
            return ""
        if (kind := self.words(table, "hanya")) not in get_args(JenisForum):
            raise self.fail(f"hanya tidak mengenal {kind}")
        return kind

    def kriteria(self, row: Mapping[str, Any]) -> Kriteria:
        self.only(row, _CRITERION, "kriteria")
        return Kriteria(
            self.words(row, "id"),
            self.words(row, "nama"),
            self.words(row, "singkatan"),
            self.whole(row, "bobot", 1),
            row.get("arah", "untung"),
            self.whole(row, "terkecil", 1),
            self.whole(row, "terbesar", 5),
            tuple(self.kelas(entry) for entry in self.rows(row, "kelas")),
        )

    def kelas(self, row: Mapping[str, Any]) -> Kelas:
        self.only(row, _CLASS, "kelas")
        poin = self.fraction(self.words(row, "poin")) if "poin" in row else None
        return Kelas(self.whole(row, "nilai", 0), self.words(row, "teks"), poin)

    def cara(self, table: Mapping[str, Any]) -> CaraHitung:
        classes = table.get("golongan", [])
        if not isinstance(classes, list) or not all(isinstance(row, list) and len(row) == 2 for row in classes):
            raise self.fail("golongan harus berupa daftar nama dan batas")
        return from_json({**table, "golongan": [[str(nama), str(least)] for nama, least in classes]})

    def compared(self, example: Mapping[str, Any], cara: CaraHitung) -> CaraHitung | None:
        rows = example.get("perbandingan")
        if not rows:
            return None
        return replace(cara, perbandingan=tuple((str(a), str(b), self.fraction(str(times))) for a, b, times in rows))

    def seri(self, table: Mapping[str, Any], kriteria: Sequence[Kriteria]) -> tuple[str, ...]:
        seri = tuple(self.texts(table, "seri"))
        unknown = set(seri) - {item.id for item in kriteria} - set(SERI_FAKTA)
        if unknown:
            raise self.fail(f"aturan seri menyebut {', '.join(sorted(unknown))} yang bukan kriteria")
        return seri

    def contoh(self, table: Mapping[str, Any], kriteria: Sequence[Kriteria], cara: CaraHitung) -> ContohTemplat:
        sheets = self.section(table, "lembar")
        lembar: dict[str, LembarSkor] = {}
        usulan: dict[str, None] = {}
        for group, rows in sheets.items():
            if not isinstance(rows, dict):
                raise self.fail(f"lembar {group} pada contoh harus berupa daftar usulan")
            lembar[group] = {key: self.scores(row, kriteria) for key, row in rows.items()}
            for key in rows:
                usulan.update(dict.fromkeys(key.split("~") if cara.metode == "banding" else [key]))
        if not usulan:
            raise self.fail("contoh belum mempunyai lembar")
        return ContohTemplat(tuple(usulan), lembar)

    def scores(self, row: Any, kriteria: Sequence[Kriteria]) -> tuple[int, ...]:
        if not isinstance(row, list) or len(row) != len(kriteria):
            raise self.fail(f"baris contoh harus berisi {len(kriteria)} nilai")
        for item, score in zip(kriteria, row, strict=True):
            if not isinstance(score, int) or isinstance(score, bool) or not item.terkecil <= score <= item.terbesar:
                raise self.fail(f"nilai contoh {score} di luar batas {item.nama}")
        return tuple(row)

    def only(self, table: Mapping[str, Any], known: set[str], where: str) -> None:
        strange = sorted(set(table) - known)
        if strange:
            raise self.fail(f"{where} tidak mengenal {', '.join(strange)}")

    def section(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key)
        if not isinstance(value, dict):
            raise self.fail(f"bagian [{key}] tidak ada")
        return value

    def rows(self, table: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.fail(f"{key} harus berupa daftar")
        return value

    def texts(self, table: Mapping[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.fail(f"{key} harus berupa daftar teks")
        return value

    def words(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"{key} belum diisi")
        return value

    def whole(self, table: Mapping[str, Any], key: str, default: int) -> int:
        value = table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(f"{key} harus berupa bilangan bulat")
        return value

    def fraction(self, text: str) -> Fraction:
        try:
            return Fraction(text)
        except (ValueError, ZeroDivisionError):
            raise self.fail(f"{text} bukan pecahan") from None
