"""The template that ships: the berita acara of any profile with fields where the facts go."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.terms import TITIK
from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, package, paragraph, row, section, table
from musrenbang_desktop.berita_acara.word.signing import sides, signatures
from musrenbang_desktop.berita_acara.word.tables import Tables, choice, closed, each, loop, only_if
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.profile import Lampiran, NamaLampiran, Profile

LAMPIRAN: tuple[NamaLampiran, ...] = ("daftar_hadir", "prioritas", "belum_disepakati", "kelompok")
"""The annexes in their order, as in the whole PDF."""

_HANG_NUMBER, _HANG_FACT, _HANG_CLAUSE, _COLON = 7.0, 42.0, 30.0, 4.0


def build(profile: Profile, jenis: JenisForum) -> bytes:
    """The .docx with fields. The same profile and kind of forum always give the same bytes."""
    return package(
        _Template(profile, jenis).body(), _header(profile), _footer(profile), f"Templat berita acara {profile.id}"
    )


def _header(profile: Profile) -> str:
    return paragraph("{{ cap }}", Style(profile.huruf.judul, "kanan", bold=True))


def _footer(profile: Profile) -> str:
    size = profile.huruf.kaki
    return paragraph("{{ kaki }}    Halaman ", Style(size, "kanan"), fields=("PAGE", " dari ", "NUMPAGES"))


class _Template:
    """The pages of one profile, part by part."""

    def __init__(self, profile: Profile, jenis: JenisForum) -> None:
        self.profile = profile
        self.jenis = jenis
        self.tables = Tables(profile)
        self.huruf = profile.huruf
        self.plain = Style(self.huruf.isi, "rata", spacing=self.huruf.spasi_rapat, after=5)
        self.small = Style(self.huruf.tabel)

    def body(self) -> str:
        """Everything between the margins; each part ends its own pages."""
        *others, last = LAMPIRAN
        delegates = self._delegates()
        behind = not self.profile.lampiran[last].rebah  # they share the last section, which must stand upright then
        first = [*self._minutes(), *self._representatives(), *([] if behind else delegates)]
        pages = ["".join(first) + _turn(section(self.profile.kertas, rebah=False))]
        pages += [self._annex(name) + _turn(self._sheet(name)) for name in others]
        return "".join((*pages, self._annex(last), *(delegates if behind else []), self._sheet(last)))

    def _sheet(self, name: NamaLampiran) -> str:
        return section(self.profile.kertas, rebah=self.profile.lampiran[name].rebah)

    # -- the berita acara ----------------------------------------------------------------------------------------

    def _minutes(self) -> list[str]:
        kop = self.huruf.kop
        head = [
            paragraph("{{ kop.pemerintah }}", Style(kop - 1, "tengah", bold=True)),
            paragraph("{{ kop.kecamatan }}", Style(kop - 1, "tengah", bold=True)),
            paragraph("{{ kop.wilayah }}", Style(kop + 2, "tengah", bold=True)),
            *only_if("kop.alamat", paragraph("{{ kop.alamat }}", Style(kop - 4.5, "tengah"))),
            *only_if("kop.kontak", paragraph("{{ kop.kontak }}", Style(kop - 4.5, "tengah"))),
            paragraph("", Style(2, rule=True, after=8)),
        ]
        number = paragraph("Nomor: {{ nomor }}", Style(self.huruf.isi, "tengah", after=8))
        clause = Style(
            self.huruf.isi,
            "rata",
            spacing=self.huruf.spasi_rapat,
            after=3,
            hang=self._clause_hang() + _COLON,
            tabs=(self._clause_hang(), self._clause_hang() + _COLON),
        )
        return [
            *head,
            self._title("{{ judul }}"),
            number,
            *self._lines("naskah_awal"),
            *each("k", "klausul", *self._clause(clause)),
            *self._lines("naskah_akhir"),
            signatures(
                self.profile,
                [(one.letak, one.peran) for one in self.profile.penanda_tangan if one.jika in ("", self.jenis)],
            ),
        ]

    def _clause(self, style: Style) -> list[str]:
        """A decision; the last one shares the sheet of the signatures: nobody signs an empty page."""
        text = "{{ k.nomor }}\t{{ k.titik_dua }}\t{{ k.teks }}"
        tags = ("{%p if loop.last %}", "{%p else %}", "{%p endif %}")
        first, other, end = (paragraph(tag, self.small) for tag in tags)
        return [first, paragraph(text, replace(style, together=True)), other, paragraph(text, style), end]

    def _clause_hang(self) -> float:
        longest = max((len(clause.nomor) for clause in self.profile.klausul), default=0)
        return _HANG_CLAUSE if longest > 3 else _HANG_NUMBER - _COLON

    def _lines(self, name: str) -> list[str]:
        """Every kind of line of the running text, each in its own form."""
        size, wide = self.huruf.isi, self.huruf.spasi_rapat
        item = Style(size, "rata", spacing=wide, hang=_HANG_NUMBER, tabs=(_HANG_NUMBER,))
        inner = Style(size, "rata", spacing=wide, left=_HANG_NUMBER, hang=_HANG_NUMBER, tabs=(_HANG_NUMBER * 2,))
        fact = Style(
            size,
            "rata",
            spacing=wide,
            left=_HANG_NUMBER,
            hang=_HANG_FACT + _COLON,
            tabs=(_HANG_NUMBER + _HANG_FACT, _HANG_NUMBER + _HANG_FACT + _COLON),
        )
        forms = (
            ('b.bentuk == "butir" and b.dalam', paragraph("{{ b.label }}\t{{ b.teks }}", inner)),
            ('b.bentuk == "butir"', paragraph("{{ b.label }}\t{{ b.teks }}", item)),
            ('b.bentuk == "fakta" and b.label', paragraph("{{ b.label }}\t:\t{{ b.teks }}", fact)),
            ('b.bentuk == "fakta"', paragraph("\t\t{{ b.teks }}", fact)),
            ('b.bentuk == "judul"', paragraph("{{ b.teks }}", Style(size, bold=True, before=4, together=True))),
            (
                'b.bentuk == "tengah"',
                paragraph("{{ b.teks }}", Style(size, "tengah", bold=True, before=5, after=5, together=True)),
            ),
            ('b.bentuk == "catatan"', paragraph("{{ b.teks }}", self.small)),
        )
        chosen = [paragraph("{%p if " + forms[0][0] + " %}", self.small), forms[0][1]]
        for test, form in forms[1:]:
            chosen += [paragraph("{%p elif " + test + " %}", self.small), form]
        last = replace(self.plain, together=name == "naskah_akhir")
        chosen += [paragraph("{%p else %}", self.small), paragraph("{{ b.teks }}", last)]
        return each("b", name, *chosen, paragraph("{%p endif %}", self.small))

    def _representatives(self) -> list[str]:
        fresh = self.profile.wakil_lembar_baru
        head = (
            self._title("{{ judul_wakil }}", fresh=fresh) if fresh else paragraph("{{ judul_wakil }}", self._middle())
        )
        label = Style(self.huruf.isi, hang=_HANG_CLAUSE + _COLON, tabs=(_HANG_CLAUSE, _HANG_CLAUSE + _COLON))
        witness = paragraph(f"Saksi {{{{ s.nomor }}}}\t:\t{{{{ s.nama }}}}   {TITIK}", label)
        copy = Style(self.huruf.isi, hang=_HANG_NUMBER, tabs=(_HANG_NUMBER,))
        return [
            head,
            self.tables.people("wakil", self.profile.wakil, rebah=False, letters=False),
            paragraph("", Style(6)),
            *each("t", "tim", paragraph("{{ t.nama }}\t:\t{{ t.teks }}", label)),
            *each("s", "saksi", witness),
            *only_if("tembusan", paragraph("Tembusan:", Style(self.huruf.isi, before=14, together=True))),
            *each("t", "tembusan", paragraph("{{ t.nomor }}\t{{ t.teks }}", copy)),
            *only_if("segel", paragraph("{{ segel }}", Style(self.huruf.isi, bold=True, before=12))),
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
            signatures(self.profile, sides(shape.penanda)),
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
        return "".join((*head, *content(annex), signatures(self.profile, sides(annex.penanda), rebah=annex.rebah)))

    def _annex_head(self, number: str, title: str, *, rebah: bool, fresh: bool = False) -> list[str]:
        """To what the annex belongs, top right; then its title."""
        left = self.profile.kertas.ruang_mm(rebah=rebah) * (0.56 if rebah else 0.44)
        style = Style(self.huruf.tabel, left=left, hang=28, tabs=(left + 24, left + 28))
        return [
            paragraph(f"LAMPIRAN {number}\t:\t{{{{ rujukan }}}}", replace(style, fresh=fresh)),
            paragraph("NOMOR\t:\t{{ nomor }}", style),
            paragraph("TANGGAL\t:\t{{ tanggal|upper }}", style),
            self._title(f"{{{{ {title} }}}}", before=12),
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
            *loop(widths, "u", "g.usulan", self.tables.row("u", annex.tabel, widths)),
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
            *loop(widths, "u", "belum_disepakati", self.tables.row("u", annex.tabel, widths)),
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
            *loop(widths, "u", "g.usulan", self.tables.row("u", annex.tabel, widths)),
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

    def _title(self, field: str, *, fresh: bool = False, before: float = 0.0) -> str:
        style = Style(self.huruf.judul, "tengah", bold=True, spacing=1.1, before=before, after=8, together=True)
        return paragraph(field, replace(style, fresh=fresh))


def _turn(properties: str) -> str:
    """The paragraph that ends a section."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
