"""Lists as lines: for the clipboard, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from musrenbang_desktop.exchange.listing import Daftar, Isi, harmless, shown


def as_lines(daftar: Daftar) -> str:
    """For the clipboard: tabs between cells, one line a row, headings first."""
    lines = [_headings(daftar), *_shown_rows(daftar)]
    return "\n".join("\t".join(cells) for cells in lines)


def as_csv(daftar: Daftar) -> bytes:
    """UTF-8 with its mark and semicolons, which Excel with Indonesian settings opens by a double click."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(_headings(daftar))
    writer.writerows(_shown_rows(daftar))
    return target.getvalue().encode("utf-8-sig")


def as_json(daftar: Sequence[Daftar]) -> bytes:
    """One object: the name of each list -> its rows as objects keyed by column; a fraction is a number."""
    facts = {
        satu.nama: [
            {kolom.kunci or kolom.judul: _plain(isi) for kolom, isi in zip(satu.kolom, baris, strict=True)}
            for baris in satu.baris
        ]
        for satu in daftar
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def _headings(daftar: Daftar) -> list[str]:
    """A heading may be the name of a group or of a criterion: the village typed it."""
    return [harmless(kolom.judul) for kolom in daftar.kolom]


def _shown_rows(daftar: Daftar) -> list[list[str]]:
    return [
        [shown(isi, kolom.bentuk) for kolom, isi in zip(daftar.kolom, baris, strict=True)] for baris in daftar.baris
    ]


def _plain(isi: Isi) -> str | int | float | None:
    return isi if isinstance(isi, str | int) or isi is None else float(isi)
