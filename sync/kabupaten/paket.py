"""Making the kabupaten's package from a folder of tables, and keeping the newest one for the staff page.

The folder holds ``paket.toml`` and, each if wanted, one table a part (``kamus.csv`` or ``kamus.xlsx``, ``kalender``,
``pagu`` ...) and form profiles in ``profil/*.toml``. Last year's answers and the usulan of the villages around come
from the server's own rows unless the folder brings a table of them. Everything that is wrong is said at once, by file,
row and column.
"""

from __future__ import annotations

import codecs
import csv
import json
import os
import secrets
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musrenbang_desktop.domain.bagian_paket import BAGIAN, Bagian, Isi, periksa_isi
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kriteria_paket import kriteria_dari
from musrenbang_desktop.domain.tabel_paket import Sel, baca_tabel
from musrenbang_desktop.domain.tanggal import parse_tanggal
from sync.kabupaten import place
from sync.wire import paket as wire
from sync.wire import ticket

FACTS = "paket.toml"
PROFILES = "profil"
NEWEST = "paket-terbaru"
TABLES = (".csv", ".xlsx", ".xls")
_SAMPLE = 4096


class FolderWrong(Exception):
    """``sentences`` says everything that the clerk has to put right."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = list(sentences)


@dataclass(frozen=True, slots=True)
class Made:
    """A package that was written: what is in it, how many usulan of villages found no room, and how its signature is
    read aloud.
    """

    head: wire.Head
    counts: Mapping[str, int]
    size: int
    fingerprint: str
    tidak_muat: int = 0


def make(folder: Path, out: Path) -> Made:
    """Read the folder, sign with the server's key, write the file. Raises FolderWrong, OSError."""
    head, wrong = _facts(folder)
    tables, faults = _tables(folder)
    profiles, more = _profiles(folder)
    wrong += [*faults, *more, *_strangers(folder)]
    if wrong or head is None:
        raise FolderWrong(wrong)
    if "jawaban" not in tables:
        tables["jawaban"] = _answers(head.tahun_rencana - 1)
    left_out = 0
    if "tetangga" not in tables:
        tables["tetangga"], left_out = _around(head.tahun_rencana)
    parts = {BAGIAN[name].berkas: wire.table(BAGIAN[name], rows) for name, rows in tables.items() if rows}
    try:
        data = wire.pack(head, parts | profiles, place.private_key())
    except ValueError as error:
        raise FolderWrong(["Isinya terlalu besar untuk satu paket, paling besar 32 MB."]) from error
    wire.read(data)  # what no laptop would take is never given away
    _write(out, data)
    _write(_newest(), data)
    counts = {name: len(rows) for name, rows in tables.items() if rows} | dict.fromkeys(profiles, 1)
    return Made(head, counts, len(data), ticket.spoken_fingerprint(place.public_key()), left_out)


def newest() -> tuple[wire.Head, Path] | None:
    """The package that was made last, for the staff page; None before the first."""
    path = _newest()
    try:
        return wire.read(path.read_bytes()).head, path
    except (OSError, wire.PackageRefused):
        return None


def deadline(year: int | None) -> str:
    """The last day (ISO) on which a village sends in time what it planned for ``year``, by the newest package; empty
    where its calendar says nothing.
    """
    found = newest()
    if found is None or found[0].tahun_rencana != year:
        return ""
    data = wire.read(found[1].read_bytes()).parts.get(BAGIAN["kalender"].berkas)
    if data is None:
        return ""
    value = json.loads(data)
    rows = periksa_isi(BAGIAN["kalender"], value["kolom"], value["baris"])
    return max((str(row["tutup"]) for row in rows if row["tingkat"] == "desa"), default="")


def file_name(head: wire.Head) -> str:
    """``paket-33.26-2026-01-05.musrenbang-paket``."""
    return f"paket-{head.kode}-{head.tanggal}{wire.SUFFIX}"


def _newest() -> Path:
    folder = place.folder()
    if folder is None:
        raise RuntimeError(f"{place.FOLDER_VARIABLE} is not set")
    return folder / f"{NEWEST}{wire.SUFFIX}"


def _facts(folder: Path) -> tuple[wire.Head | None, list[str]]:
    path = folder / FACTS
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None, [f"{FACTS} tidak ada di folder {folder.name}."]
    except UnicodeDecodeError:
        return None, [f"{FACTS} tidak dapat dibaca: tulisan di dalamnya tidak terbaca."]
    except tomllib.TOMLDecodeError as error:
        return None, [f"{FACTS} tidak dapat dibaca: ada yang salah {_tempat_salah(error)}."]
    wrong = [
        f"{FACTS}: {name} belum diisi."
        for name in ("kode", "kabupaten", "nomor", "tanggal")
        if not str(table.get(name, "")).strip()
    ]
    year, percent = table.get("tahun_rencana"), table.get("batas_persen", 10)
    if not isinstance(year, int) or not 2000 <= year <= 2200:
        wrong.append(f"{FACTS}: tahun_rencana harus angka tahun, misalnya 2027.")
    if not isinstance(percent, int) or not 0 <= percent <= 1000:
        wrong.append(f"{FACTS}: batas_persen harus angka bulat, misalnya 10.")
    day = str(table.get("tanggal", ""))
    try:
        if day:
            parse_tanggal(day)
    except RuleBroken:
        wrong.append(f"{FACTS}: tanggal ditulis seperti 2026-01-05.")
    return None if wrong else _head(table, day), wrong


def _head(table: Mapping[str, Any], day: str) -> wire.Head:
    return wire.Head(
        kode=str(table["kode"]).strip(),
        kabupaten=str(table["kabupaten"]).strip(),
        nomor=str(table["nomor"]).strip(),
        tanggal=day,
        tahun_rencana=table["tahun_rencana"],
        batas_persen=table.get("batas_persen", 10),
    )


def _tables(folder: Path) -> tuple[dict[str, list[list[Isi]]], list[str]]:
    tables: dict[str, list[list[Isi]]] = {}
    wrong = []
    for name, part in BAGIAN.items():
        for path in (folder / f"{name}{suffix}" for suffix in TABLES):
            if not path.is_file():
                continue
            if name in tables:
                wrong.append(f"{path.name}: tabel {part.sebutan} ada dua kali, pilih salah satu.")
                continue
            try:
                found = baca_tabel(part, _cells(path))
            except ValueError as error:
                wrong.append(f"{path.name}: {error}.")
                continue
            tables[name] = found.baris
            wrong += [f"{path.name}, {one}." for one in found.salah]
            if name == "kriteria" and not found.salah:
                wrong += _criteria(path.name, part, found.baris)
    return tables, wrong


def _criteria(file: str, part: Bagian, rows: Sequence[Sequence[Isi]]) -> list[str]:
    """What a laptop would refuse although every cell of it can be read."""
    columns = [column.nama for column in part.kolom]
    try:
        kriteria_dari([dict(zip(columns, row, strict=True)) for row in rows])
    except RuleBroken as broken:
        return [f"{file}: {broken.text or f'{broken.field} tidak dapat dipakai'}."]
    return []


def _profiles(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    profiles: dict[str, bytes] = {}
    wrong = []
    for path in sorted((folder / PROFILES).glob("*.toml")):
        data = path.read_bytes().removeprefix(codecs.BOM_UTF8)  # as the system's own editor begins a file
        try:
            _check_profile(data.decode("utf-8"), path.stem)
        except UnicodeDecodeError:
            wrong.append(f"{PROFILES}/{path.name} tidak dapat dibaca: tulisan di dalamnya tidak terbaca.")
        except ValueError as refused:
            wrong.append(f"{PROFILES}/{path.name}: {refused}")
        profiles[f"{PROFILES}/{path.name}"] = data
    return profiles, wrong


def _tempat_salah(error: tomllib.TOMLDecodeError) -> str:
    from musrenbang_desktop.reference.profile_layers import tempat_salah

    return tempat_salah(error)


def _check_profile(text: str, name: str) -> None:
    """What every laptop would refuse, and what no laptop would know: a misspelt key vanishes silently there.

    Raises ProfileInvalid, a ValueError in words.
    """
    from musrenbang_desktop.reference.profile import parse
    from musrenbang_desktop.reference.profile_skema import periksa_kunci

    parse(text, name)
    periksa_kunci(text, name)


def _strangers(folder: Path) -> list[str]:
    """A table whose name is misspelt would silently be missing from the package."""
    known = {f"{name}{suffix}" for name in BAGIAN for suffix in TABLES}
    return [
        f"{path.name} tidak dikenal; nama tabel: {', '.join(BAGIAN)}."
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in TABLES and path.name not in known
    ]


def _cells(path: Path) -> Sequence[Sequence[Sel]]:
    """The rows of a table; ValueError in words."""
    if path.suffix == ".csv":
        return _csv(path.read_bytes())
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as error:
        raise ValueError("berkas Excel ini tidak dapat dibaca") from error


def _csv(data: bytes) -> Sequence[Sequence[Sel]]:
    text = _text(data)
    sample = text[:_SAMPLE]
    delimiter = max(";,\t", key=sample.count)
    try:
        return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError("tabel CSV ini tidak dapat dibaca") from error


def _text(data: bytes) -> str:
    """UTF-8, else what Excel writes on Windows; ValueError in words."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ValueError("tulisan di dalamnya tidak terbaca; simpan sebagai CSV UTF-8")


def _around(year: int) -> tuple[list[list[Isi]], int]:
    """What the villages propose, and how much of it found no room."""
    from sync.kabupaten.tetangga import tetangga

    return tetangga(year)


def _answers(year: int) -> list[list[Isi]]:
    """What became of the usulan of the forums that planned ``year``; without words of persons."""
    from sync.kabupaten.listing import shown
    from sync.kabupaten.models import OF_SHOWN, Usulan
    from sync.kabupaten.tetangga import cell, line
    from sync.kabupaten.umum import judul

    found = Usulan.objects.filter(ada=True, **OF_SHOWN, forum__tahun_rencana=year)
    rows: dict[tuple[str, str], list[Isi]] = {}
    for one in shown(list(found.select_related("forum").order_by("-forum__tanggal", "forum", "nomor"))):
        usulan, where = one.usulan, one.lanjutan or one
        key = (usulan.forum.desa_id, f"U-{usulan.nomor:03d}")
        title, reason, office = line(judul(usulan)), *map(cell, (where.status.alasan, usulan.perangkat_daerah))
        if title:
            rows.setdefault(key, [*key, title, where.status.kata, reason, office, year])
    return list(rows.values())


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    half = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
