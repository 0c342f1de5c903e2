"""The templates that ship: each form of any profile with fields where the facts go."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.changes import KOLOM, SAMA
from musrenbang_desktop.berita_acara.terms import TITIK
from musrenbang_desktop.berita_acara.word.forms import BENTUK, Bentuk
from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, package, paragraph, row, table
from musrenbang_desktop.berita_acara.word.parts import COLON, HANG_CLAUSE, HANG_NUMBER, Parts
from musrenbang_desktop.berita_acara.word.shapes import representatives_of
from musrenbang_desktop.berita_acara.word.short import Notes, Short
from musrenbang_desktop.berita_acara.word.signing import sides, signatures
from musrenbang_desktop.berita_acara.word.tables import choice, closed, each, loop, only_if
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.profile import Lampiran, NamaLampiran, Profile

LAMPIRAN: tuple[NamaLampiran, ...] = ("daftar_hadir", "prioritas", "belum_disepakati", "kelompok")
"""The annexes in their order, as in the whole PDF."""


def build(profile: Profile, jenis: JenisForum, bentuk: Bentuk = "lengkap") -> bytes:
    """The .docx with fields. The same profile, kind of forum and form always give the same bytes."""
    kinds: dict[Bentuk, type[Parts]] = {"penundaan": Short, "tanpa_kuorum": Short, "notulen": Notes}
    pages = kinds.get(bentuk, _Whole)(profile, jenis, bentuk)
    return package(pages.body(), _header(profile), _footer(profile), f"Templat {BENTUK[bentuk]} {profile.id}")


def _header(profile: Profile) -> str:
    return paragraph("{{ cap }}", Style(profile.huruf.judul, "kanan", bold=True))


def _footer(profile: Profile) -> str:
    size = profile.huruf.kaki
    return paragraph("{{ kaki }}    Halaman ", Style(size, "kanan"), fields=("PAGE", " dari ", "NUMPAGES"))


class _Whole(Parts):
    """The berita acara with its annexes, part by part."""

    def body(self) -> str:
        """Everything between the margins; each part ends its own pages."""
        *others, last = LAMPIRAN
        upright = [
            *self._delegates(),
            *self._changes(),
        ]  # they share a section that stands upright: the last one, if any
        across = self.profile.lampiran[last].rebah
        first = [*self._minutes(), *self._representatives(), *(upright if across else [])]
        pages = ["".join(first) + _turn(self.sheet())]
        pages += [self._annex(name) + _turn(self.sheet(rebah=self.profile.lampiran[name].rebah)) for name in others]
        return "".join((*pages, self._annex(last), *([] if across else upright), self.sheet(rebah=across)))

    # -- the berita acara ----------------------------------------------------------------------------------------

    def _minutes(self) -> list[str]:
        clause = Style(
            self.huruf.isi,
            "rata",
            spacing=self.huruf.spasi_rapat,
            after=3,
            hang=self._clause_hang() + COLON,
            tabs=(self._clause_hang(), self._clause_hang() + COLON),
        )
        return [
            *self.head(),
            *self.lines("naskah_awal"),
            *each("k", "klausul", *self._clause(clause)),
            *self.lines("naskah_akhir"),
            signatures(self.profile, self.signers()),
        ]

    def _clause(self, style: Style) -> list[str]:
        """A decision; the last one shares the sheet of the signatures: nobody signs an empty page."""
        text = "{{ k.nomor }}\t{{ k.titik_dua }}\t{{ k.teks }}"
        tags = ("{%p if loop.last %}", "{%p else %}", "{%p endif %}")
        first, other, end = (paragraph(tag, self.small) for tag in tags)
        return [first, paragraph(text, replace(style, together=True)), other, paragraph(text, style), end]

    def _clause_hang(self) -> float:
        longest = max((len(clause.nomor) for clause in self.profile.klausul), default=0)
        return HANG_CLAUSE if longest > 3 else HANG_NUMBER - COLON

    def _representatives(self) -> list[str]:
        shape = representatives_of(self.profile, self.bentuk)
        segel = only_if("segel", paragraph("{{ segel }}", Style(self.huruf.isi, bold=True, before=12)))
        lower = self.bentuk == "musdus"
        people = self.tables.people("wakil", shape, rebah=False, letters=False, together=lower)
        if lower:
            apart = paragraph("", Style(6))  # the signatures above may stay on the page before
            return [apart, self.title("{{ judul_wakil }}", before=8), people, paragraph("", Style(6)), *segel]
        fresh = self.profile.wakil_lembar_baru
        head = self.title("{{ judul_wakil }}", fresh=True) if fresh else paragraph("{{ judul_wakil }}", self._middle())
        return [head, people, paragraph("", Style(6)), *self._helpers(), *segel]

    def _helpers(self) -> list[str]:
        """Who helped the forum along, the witnesses, who gets a copy."""
        label = Style(self.huruf.isi, hang=HANG_CLAUSE + COLON, tabs=(HANG_CLAUSE, HANG_CLAUSE + COLON))
        witness = paragraph(f"Saksi {{{{ s.nomor }}}}\t:\t{{{{ s.nama }}}}   {TITIK}", label)
        copy = Style(self.huruf.isi, hang=HANG_NUMBER, tabs=(HANG_NUMBER,))
        return [
            *each("t", "tim", paragraph("{{ t.nama }}\t:\t{{ t.teks }}", label)),
            *each("s", "saksi", witness),
            *only_if("tembusan", paragraph("Tembusan:", Style(self.huruf.isi, before=14, together=True))),
            *each("t", "tembusan", paragraph("{{ t.nomor }}\t{{ t.teks }}", copy)),
        ]

    def _delegates(self) -> list[str]:
        """On a sheet of their own, which is not there where nobody was chosen."""
        shape = self.profile.daftar_delegasi
        reason = paragraph("{{ alasan_delegasi }}", self.plain)
        return only_if(
            "delegasi",
            *self._annex_head(shape.nomor, "judul_delegasi", rebah=False, fresh=True),
            self.tables.people("delegasi", shape.tabel, rebah=False, letters=False),
            *only_if("alasan_delegasi", reason),
            signatures(self.profile, sides(self.profile, shape.penanda)),
        )

    def _changes(self) -> list[str]:
        """How this version differs from the one before; nothing for a first one.

        What was added after the seal stands on a paper of its own, as beside the PDF; a template may name it.
        """
        line = Style(self.huruf.isi, after=5)
        return only_if(
            "versi",
            self.title("{{ judul_perubahan }}", fresh=True),
            *each("v", "versi", paragraph("{{ v.teks }}", line)),
            self.tables.rows("perubahan", KOLOM, nothing=SAMA),
            paragraph("", self.small),
        )

    # -- the annexes ---------------------------------------------------------------------------------------------

    def _annex(self, name: NamaLampiran) -> str:
        annex = self.profile.lampiran[name]
        title, content = {
            "daftar_hadir": ("judul_hadir", self._attendance),
            "prioritas": ("judul_prioritas", self._agreed),
            "belum_disepakati": ("judul_belum", self._refused),
            "kelompok": ("judul_kelompok", self._groups),
        }[name]
        head = self._annex_head(annex.nomor, title, rebah=annex.rebah)
        return "".join(
            (*head, *content(annex), signatures(self.profile, sides(self.profile, annex.penanda), rebah=annex.rebah))
        )

    def _annex_head(self, number: str, title: str, *, rebah: bool, fresh: bool = False) -> list[str]:
        """To what the annex belongs, top right; then its title."""
        left = self.profile.kertas.ruang_mm(rebah=rebah) * (0.56 if rebah else 0.44)
        style = Style(self.huruf.tabel, left=left, hang=28, tabs=(left + 24, left + 28))
        return [
            paragraph(f"LAMPIRAN {number}\t:\t{{{{ rujukan }}}}", replace(style, fresh=fresh)),
            paragraph("NOMOR\t:\t{{ nomor }}", style),
            paragraph("TANGGAL\t:\t{{ tanggal|upper }}", style),
            self.title(f"{{{{ {title} }}}}", before=12),
        ]

    def _attendance(self, annex: Lampiran) -> list[str]:
        style = Style(self.huruf.isi, hang=38, tabs=(34, 38))
        facts = (("Hari, tanggal", "hari_tanggal"), ("Waktu", "waktu"), ("Tempat", "tempat"))
        count = paragraph("Jumlah peserta yang hadir: {{ jumlah_peserta }}.", Style(self.huruf.isi, before=8, after=6))
        unsur = self.tables.summary(
            ("No", "Lembaga/unsur", "Diundang", "Hadir"),
            (12, 93, 30, 30),
            "hadir_unsur",
            ("nomor", "unsur", "diundang", "hadir"),
            ("", "Jumlah", "{{ jumlah_unsur.diundang }}", "{{ jumlah_unsur.hadir }}"),
        )
        return [
            *(paragraph(f"{label}\t:\t{{{{ {field} }}}}", style) for label, field in facts),
            paragraph("", self.small),
            self.tables.people("hadir", annex.tabel, rebah=annex.rebah),
            count,
            *only_if("hadir_unsur", unsur),
        ]

    def _agreed(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self.tables.widths(annex.tabel.kolom, rebah=annex.rebah)
        band = self.tables.band(widths, "{{ g.judul }}")
        rows = [
            *self.tables.heads(columns, widths),
            *loop(widths, "g", "kelompok_prioritas"),
            *choice(widths, "g.judul", band),
            *loop(widths, "u", "g.usulan", self.tables.row("u", columns, widths, annex.tabel.tinggi_baris_mm)),
            "{%tr-end%}",
            *choice(widths, "g.judul", self.tables.sum(columns, widths, "g.jumlah", "g.biaya")),
            "{%tr-end%}",
            self.tables.sum(columns, widths, "jumlah_prioritas.teks", "jumlah_prioritas.biaya"),
        ]
        return [
            table(widths, closed(rows, widths)),
            *each("c", "catatan_prioritas", paragraph("{{ c.teks }}", self.small)),
            *self._costs("biaya_prioritas"),
        ]

    def _refused(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self.tables.widths(annex.tabel.kolom, rebah=annex.rebah)
        rows = [
            *self.tables.heads(columns, widths),
            *loop(widths, "u", "belum_disepakati", self.tables.row("u", columns, widths, annex.tabel.tinggi_baris_mm)),
            "{%tr-end%}",
            self.tables.sum(columns, widths, "jumlah_belum.teks", "jumlah_belum.biaya"),
        ]
        return [
            table(widths, closed(rows, widths)),
            *each("c", "catatan_belum", paragraph("{{ c.teks }}", self.small)),
            *self._costs("biaya_belum"),
        ]

    def _groups(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self.tables.widths(annex.tabel.kolom, rebah=annex.rebah)
        note = row(widths, [Box(paragraph("{{ r.teks }}", Style(self.huruf.tabel, italic=True)), span=len(widths))])
        rows = [
            *self.tables.heads(columns, widths),
            *loop(widths, "g", "kelompok", self.tables.band(widths, "{{ g.nama }}")),
            *loop(widths, "u", "g.usulan", self.tables.row("u", columns, widths, annex.tabel.tinggi_baris_mm)),
            "{%tr-end%}",
            *choice(widths, "g.kosong", self.tables.band(widths, "{{ g.kosong }}")),
            *loop(widths, "r", "g.rangkuman", note),
            "{%tr-end%}",
            "{%tr-end%}",
            *choice(widths, "not kelompok", self.tables.band(widths, NIHIL)),
        ]
        return [table(widths, closed(rows, widths))]

    def _costs(self, name: str) -> list[str]:
        heads = ("No", "Jumlah per bidang", "Usulan", "Perkiraan biaya (Rp)")
        fields = ("nomor", "bidang", "usulan", "biaya")
        return only_if(name, paragraph("", self.small), self.tables.summary(heads, (12, 80, 25, 48), name, fields))

    # -- pieces --------------------------------------------------------------------------------------------------

    def _middle(self) -> Style:
        return Style(self.huruf.isi, "tengah", before=14, after=5, together=True)


def _turn(properties: str) -> str:
    """The paragraph that ends a section."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
