"""Templates of the shorter papers: a berita acara of one page, and the notulen."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.word.ooxml import Style, paragraph, table
from musrenbang_desktop.berita_acara.word.parts import HANG_NUMBER, Parts
from musrenbang_desktop.berita_acara.word.signing import signatures
from musrenbang_desktop.berita_acara.word.tables import choice, closed, each, loop, only_if


class Short(Parts):
    """A title, sentences, signatures: the meeting put off, the meeting opened without a quorum."""

    def body(self) -> str:
        """Nobody signs a page that says only that it is not needed: it has no closing sentence."""
        signed = only_if("naskah_akhir", *self.lines("naskah_akhir"), signatures(self.profile, self.signers()))
        return "".join((*self.head(), *self.lines("naskah_awal"), *signed, self.sheet()))


class Notes(Parts):
    """The notulen: the facts of the meeting, its agenda, what was said, opinions, decisions."""

    def body(self) -> str:
        """Everything between the margins."""
        shape = self.profile.cetak["notulen"].tabel
        return "".join(
            (
                *self.head(numbered=False),
                *self.lines("naskah_awal"),
                self._part("acara"),
                self.tables.rows("acara", shape["acara"].kolom),
                self._part("pembicaraan"),
                self._spoken(),
                self._part("usulan"),
                self.tables.rows("pendapat", shape["usulan"].kolom),
                self._part("putusan"),
                *self._decisions(),
                *self.lines("naskah_akhir"),
                signatures(self.profile, self.signers()),
                self.sheet(),
            )
        )

    def _part(self, name: str) -> str:
        style = Style(self.huruf.isi, bold=True, before=10, after=4, together=True)
        return paragraph(f"{{{{ bagian.{name} }}}}", style)

    def _spoken(self) -> str:
        """Under each item of the agenda a row for each turn to speak."""
        columns = self.profile.cetak["notulen"].tabel["pembicaraan"].kolom
        widths = self.tables.widths(columns, rebah=False)
        rows = [
            *self.tables.heads(columns, widths),
            *loop(widths, "g", "pembicaraan"),
            *choice(widths, "g.acara", self.tables.band(widths, "{{ g.acara }}")),
            *loop(widths, "o", "g.ucapan", self.tables.row("o", columns, widths)),
            "{%tr-end%}",
            "{%tr-end%}",
            *choice(widths, "not pembicaraan", self.tables.band(widths, NIHIL)),
        ]
        return table(widths, closed(rows, widths))

    def _decisions(self) -> list[str]:
        item = Style(self.huruf.isi, "rata", spacing=self.huruf.spasi_rapat, after=2, hang=HANG_NUMBER,
                     tabs=(HANG_NUMBER,))  # fmt: skip
        return [
            *each("p", "putusan", paragraph("{{ p.nomor }}\t{{ p.teks }}", item)),
            *only_if("not putusan", paragraph(NIHIL, self.plain)),
        ]
