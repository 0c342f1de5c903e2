"""Tables of a template: heads that every page repeats, rows that repeat with the facts, sums."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, paragraph, row, table
from musrenbang_desktop.domain.profile import BentukTabel, Kolom, Profile


class Tables:
    """The tables of one profile: its sizes, its letters over the columns."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.huruf = profile.huruf

    def widths(self, columns: Sequence[Kolom], *, rebah: bool) -> list[float]:
        room = self.profile.kertas.ruang_mm(rebah=rebah)
        total = sum(column.lebar_mm for column in columns)
        return [column.lebar_mm * room / total for column in columns]

    def heads(self, columns: Sequence[Kolom], widths: Sequence[float], *, letters: bool = True) -> list[str]:
        bold = Style(self.huruf.tabel, "tengah", bold=True, together=True)
        rows = [row(widths, [Box(paragraph(one.judul, bold), grey=True) for one in columns], head=True)]
        kind = self.profile.nomor_kolom
        if letters and kind:
            marks = [
                one.nomor or (chr(ord("a") + place) if kind == "huruf" else f"({place + 1})")
                for place, one in enumerate(columns)
            ]
            italic = Style(self.huruf.tabel, "tengah", italic=True, together=True)
            rows.append(row(widths, [Box(paragraph(mark, italic)) for mark in marks], head=True))
        return rows

    def row(
        self,
        name: str,
        columns: Sequence[Kolom],
        widths: Sequence[float],
        height: float = 0.0,
        *,
        together: bool = False,
    ) -> str:
        cells = [
            Box(paragraph(f"{{{{ {name}.{one.isi} }}}}", Style(self.huruf.tabel, one.rata, together=together)))
            for one in columns
        ]
        return row(widths, cells, height=height)

    def band(self, widths: Sequence[float], field: str) -> str:
        return row(widths, [Box(paragraph(field, Style(self.huruf.tabel, bold=True, together=True)), span=len(widths))])

    def sum(self, columns: Sequence[Kolom], widths: Sequence[float], text: str, cost: str) -> str:
        """The label over the columns before the money, the sum below the money."""
        bold = Style(self.huruf.tabel, bold=True)
        keys = [one.isi for one in columns]
        place = keys.index("perkiraan_biaya") if "perkiraan_biaya" in keys else 0
        if not place:
            return self.band(widths, f"{{{{ {text} }}}}")
        right = Style(self.huruf.tabel, "kanan", bold=True)
        cells = [Box(paragraph(f"{{{{ {text} }}}}", bold), span=place), Box(paragraph(f"{{{{ {cost} }}}}", right))]
        rest = len(widths) - place - 1
        return row(widths, [*cells, *([Box(paragraph("", bold), span=rest)] if rest else [])])

    def people(
        self, name: str, shape: BentukTabel, *, rebah: bool, letters: bool = True, together: bool = False
    ) -> str:
        return self.rows(
            name, shape.kolom, rebah=rebah, letters=letters, height=shape.tinggi_baris_mm, together=together
        )

    def rows(
        self,
        name: str,
        columns: Sequence[Kolom],
        *,
        rebah: bool = False,
        letters: bool = False,
        height: float = 0.0,
        nothing: str = NIHIL,
        together: bool = False,
    ) -> str:
        """A row for each of a list, or the word that there is nothing; ``together`` on one page where they fit."""
        widths = self.widths(columns, rebah=rebah)
        rows = [
            *self.heads(columns, widths, letters=letters),
            *loop(widths, "o", name, self.row("o", columns, widths, height, together=together)),
            "{%tr-end%}",
            *choice(widths, f"not {name}", self.band(widths, nothing)),
        ]
        return table(widths, closed(rows, widths))

    def summary(
        self,
        heads: Sequence[str],
        widths: Sequence[float],
        name: str,
        fields: Sequence[str],
        total: Sequence[str] = (),
    ) -> str:
        bold, size = Style(self.huruf.tabel, "tengah", bold=True), self.huruf.tabel
        sides = ("tengah", "kiri", "kanan", "kanan")
        cells = [
            Box(paragraph(f"{{{{ r.{field} }}}}", Style(size, side))) for field, side in zip(fields, sides, strict=True)
        ]
        rows = [
            row(widths, [Box(paragraph(head, bold), grey=True) for head in heads], head=True),
            *loop(widths, "r", name, row(widths, cells)),
            "{%tr-end%}",
        ]
        if total:
            sums = [Box(paragraph(text, Style(size, side, bold=True))) for text, side in zip(total, sides, strict=True)]
            rows.append(row(widths, sums))
        return table(widths, closed(rows, widths))


def _tag(text: str) -> str:
    return paragraph(text, Style(8))


def each(name: str, rows: str, *content: str) -> list[str]:
    """Paragraphs once for every row."""
    return [_tag(f"{{%p for {name} in {rows} %}}"), *content, _tag("{%p endfor %}")]


def only_if(test: str, *content: str) -> list[str]:
    """Paragraphs and tables only where there is something."""
    return [_tag(f"{{%p if {test} %}}"), *content, _tag("{%p endif %}")]


def _tag_row(widths: Sequence[float], text: str) -> str:
    return row(widths, [Box(_tag(text), span=len(widths))])


def loop(widths: Sequence[float], name: str, rows: str, *content: str) -> list[str]:
    """Rows of a table once for every row of the facts; ``{%tr-end%}`` ends it."""
    return [_tag_row(widths, f"{{%tr for {name} in {rows} %}}"), *content]


def choice(widths: Sequence[float], test: str, *content: str) -> list[str]:
    """Rows of a table only where there is something."""
    return [_tag_row(widths, f"{{%tr if {test} %}}"), *content, _tag_row(widths, "{%tr endif %}")]


def closed(rows: Sequence[str], widths: Sequence[float]) -> list[str]:
    """The rows with the end of each repetition written out."""
    return [_tag_row(widths, "{%tr endfor %}") if found == "{%tr-end%}" else found for found in rows]
