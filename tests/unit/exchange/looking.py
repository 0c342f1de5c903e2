"""Looking at small lists of usulan as the import does."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.pratinjau import Baris, Pratinjau
from musrenbang_desktop.exchange.usulan_import import periksa
from tests.usulan_files import HEAD, row, write_xlsx


def look(tmp_path: Path, *rows: list[object]) -> Pratinjau:
    return periksa(write_xlsx(tmp_path / "usulan.xlsx", [HEAD, *rows]))


def one(tmp_path: Path, judul: object = "Talud sungai", **fields: object) -> Baris:
    preview = look(tmp_path, row(judul, no=1, **fields))
    assert len(preview.rows) == 1
    return preview.rows[0]


def usulan(baris: Baris) -> UsulanBaru:
    assert baris.usulan is not None
    return baris.usulan


def remarks(baris: Baris) -> str:
    return " | ".join(f"{note.cell} {note.text}" for note in baris.notes)
