"""The first page of an archive: plain HTML that any browser opens, with no script and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

_STYLE = (
    "body{font-family:Arial,sans-serif;line-height:1.45;max-width:70rem;margin:1.5rem auto;padding:0 1rem;"
    "color:#111;background:#fff}h1{margin-bottom:.2rem}h2{margin-top:2rem;border-bottom:1px solid #999}"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0}"
    "th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}"
    "th{background:#eee}a{color:#0645ad}@media print{a{color:#111}}"
)


@dataclass(frozen=True, slots=True)
class Tautan:
    """A file of the archive, by its path within it."""

    teks: str
    ke: str


Sel = str | Tautan


@dataclass(frozen=True, slots=True)
class Bagian:
    """One chapter: sentences, then a table where there are rows."""

    judul: str
    teks: tuple[str, ...] = ()
    kepala: tuple[str, ...] = ()
    baris: Sequence[Sequence[Sel]] = ()


def index(judul: str, keterangan: str, bagian: Sequence[Bagian]) -> str:
    """The whole page."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="id">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(judul)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            f"<h1>{escape(judul)}</h1>",
            f"<p>{escape(keterangan)}</p>",
            *(line for one in bagian for line in _chapter(one)),
            "</body>",
            "</html>",
            "",
        ]
    )


def _chapter(bagian: Bagian) -> Iterator[str]:
    yield f"<h2>{escape(bagian.judul)}</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in bagian.teks)
    if not bagian.baris:
        return
    yield f'<table aria-label="{escape(bagian.judul)}">'
    if bagian.kepala:
        heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in bagian.kepala)
        yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in bagian.baris:
        yield f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"


def _cell(cell: Sel) -> str:
    if isinstance(cell, Tautan):
        return f'<a href="{escape(quote(cell.ke))}">{escape(cell.teks)}</a>'
    return escape(cell)
