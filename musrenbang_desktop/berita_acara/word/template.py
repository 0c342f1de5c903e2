"""The template that ships: the berita acara of any profile with fields where the facts go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.terms import TITIK
from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, package, paragraph, row, section, table
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.profile import BentukTabel, Kolom, Lampiran, Letak, NamaLampiran, Peran, Profile

LAMPIRAN: tuple[NamaLampiran, ...] = ("daftar_hadir", "prioritas", "belum_disepakati", "kelompok")
"""The annexes in their order, as in the whole PDF."""

_HANG_NUMBER, _HANG_FACT, _HANG_CLAUSE, _COLON = 7.0, 42.0, 30.0, 4.0
_PEN = 50.0
"""points left for a signature and a round stamp"""


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
            *_if("kop.alamat", paragraph("{{ kop.alamat }}", Style(kop - 4.5, "tengah"))),
            *_if("kop.kontak", paragraph("{{ kop.kontak }}", Style(kop - 4.5, "tengah"))),
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
            *_each("k", "klausul", paragraph("{{ k.nomor }}\t{{ k.titik_dua }}\t{{ k.teks }}", clause)),
            *self._lines("naskah_akhir"),
            self._signatures(
                [(one.letak, one.peran) for one in self.profile.penanda_tangan if one.jika in ("", self.jenis)]
            ),
        ]

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
        return _each("b", name, *chosen, paragraph("{%p endif %}", self.small))

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
            self._people("wakil", self.profile.wakil, rebah=False, letters=False),
            *_each("t", "tim", paragraph("{{ t.nama }}\t:\t{{ t.teks }}", label)),
            *_each("s", "saksi", witness),
            *_if("tembusan", paragraph("Tembusan:", Style(self.huruf.isi, before=14, together=True))),
            *_each("t", "tembusan", paragraph("{{ t.nomor }}\t{{ t.teks }}", copy)),
            *_if("segel", paragraph("{{ segel }}", Style(self.huruf.isi, bold=True, before=12))),
        ]

    def _delegates(self) -> list[str]:
        """On a sheet of their own, which is not there where nobody was chosen."""
        shape = self.profile.daftar_delegasi
        reason = paragraph("{{ alasan_delegasi }}", self.plain)
        return _if(
            "delegasi",
            *self._annex_head(shape.nomor, "judul_delegasi", rebah=False, fresh=True),
            self._people("delegasi", shape.tabel, rebah=False, letters=False),
            *_if("alasan_delegasi", reason),
            self._signatures(_sides(shape.penanda)),
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
        return "".join((*head, *content(annex), self._signatures(_sides(annex.penanda), rebah=annex.rebah)))

    def _annex_head(self, number: str, title: str, *, rebah: bool, fresh: bool = False) -> list[str]:
        """To what the annex belongs, top right; then its title."""
        left = self.profile.kertas.ruang_mm(rebah=rebah) * (0.56 if rebah else 0.44)
        style = Style(self.huruf.tabel, left=left, hang=28, tabs=(left + 24, left + 28))
        named = paragraph(f"LAMPIRAN {number}\t:\t{{{{ rujukan }}}}", style)
        return [
            _on_a_fresh_page(named) if fresh else named,
            paragraph("NOMOR\t:\t{{ nomor }}", style),
            paragraph("TANGGAL\t:\t{{ tanggal|upper }}", style),
            self._title(f"{{{{ {title} }}}}", before=12),
        ]

    def _attendance(self, annex: Lampiran) -> list[str]:
        style = Style(self.huruf.isi, hang=38, tabs=(34, 38))
        facts = (("Hari, tanggal", "hari_tanggal"), ("Waktu", "waktu"), ("Tempat", "tempat"))
        count = paragraph("Jumlah peserta yang hadir: {{ jumlah_peserta }}.", Style(self.huruf.isi, before=8, after=6))
        unsur = self._summary(
            ("No", "Lembaga/unsur", "Diundang", "Hadir"),
            (12, 93, 30, 30),
            "hadir_unsur",
            ("nomor", "unsur", "diundang", "hadir"),
            ("", "Jumlah", "{{ jumlah_unsur.diundang }}", "{{ jumlah_unsur.hadir }}"),
        )
        return [
            *(paragraph(f"{label}\t:\t{{{{ {field} }}}}", style) for label, field in facts),
            paragraph("", self.small),
            self._people("hadir", annex.tabel, rebah=annex.rebah),
            count,
            *_if("hadir_unsur", unsur),
        ]

    def _agreed(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self._widths(annex.tabel.kolom, rebah=annex.rebah)
        band = self._band(widths, "{{ g.judul }}")
        rows = [
            *self._heads(columns, widths),
            *_loop(widths, "g", "kelompok_prioritas"),
            *_choice(widths, "g.judul", band),
            *_loop(widths, "u", "g.usulan", self._row("u", annex.tabel, widths)),
            "{%tr-end%}",
            *_choice(widths, "g.judul", self._sum(columns, widths, "g.jumlah", "g.biaya")),
            "{%tr-end%}",
            self._sum(columns, widths, "jumlah_prioritas.teks", "jumlah_prioritas.biaya"),
        ]
        return [
            table(widths, _closed(rows, widths)),
            *_each("c", "catatan_prioritas", paragraph("{{ c.teks }}", self.small)),
            *self._costs("biaya_prioritas"),
        ]

    def _refused(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self._widths(annex.tabel.kolom, rebah=annex.rebah)
        rows = [
            *self._heads(columns, widths),
            *_loop(widths, "u", "belum_disepakati", self._row("u", annex.tabel, widths)),
            "{%tr-end%}",
            self._sum(columns, widths, "jumlah_belum.teks", "jumlah_belum.biaya"),
        ]
        return [
            table(widths, _closed(rows, widths)),
            *_each("c", "catatan_belum", paragraph("{{ c.teks }}", self.small)),
            *self._costs("biaya_belum"),
        ]

    def _groups(self, annex: Lampiran) -> list[str]:
        columns, widths = annex.tabel.kolom, self._widths(annex.tabel.kolom, rebah=annex.rebah)
        note = row(widths, [Box(paragraph("{{ r.teks }}", Style(self.huruf.tabel, italic=True)), span=len(widths))])
        rows = [
            *self._heads(columns, widths),
            *_loop(widths, "g", "kelompok", self._band(widths, "{{ g.nama }}")),
            *_loop(widths, "u", "g.usulan", self._row("u", annex.tabel, widths)),
            "{%tr-end%}",
            *_choice(widths, "g.kosong", self._band(widths, "{{ g.kosong }}")),
            *_loop(widths, "r", "g.rangkuman", note),
            "{%tr-end%}",
            "{%tr-end%}",
            *_choice(widths, "not kelompok", self._band(widths, NIHIL)),
        ]
        return [table(widths, _closed(rows, widths))]

    def _costs(self, name: str) -> list[str]:
        heads = ("No", "Jumlah per bidang", "Usulan", "Perkiraan biaya (Rp)")
        fields = ("nomor", "bidang", "usulan", "biaya")
        return _if(name, paragraph("", self.small), self._summary(heads, (12, 80, 25, 48), name, fields))

    # -- pieces --------------------------------------------------------------------------------------------------

    def _middle(self) -> Style:
        return Style(self.huruf.isi, "tengah", before=14, after=5, together=True)

    def _title(self, field: str, *, fresh: bool = False, before: float = 0.0) -> str:
        style = Style(self.huruf.judul, "tengah", bold=True, spacing=1.1, before=before, after=8, together=True)
        text = paragraph(field, style)
        return _on_a_fresh_page(text) if fresh else text

    def _widths(self, columns: Sequence[Kolom], *, rebah: bool) -> list[float]:
        room = self.profile.kertas.ruang_mm(rebah=rebah)
        total = sum(column.lebar_mm for column in columns)
        return [column.lebar_mm * room / total for column in columns]

    def _heads(self, columns: Sequence[Kolom], widths: Sequence[float], *, letters: bool = True) -> list[str]:
        bold = Style(self.huruf.tabel, "tengah", bold=True)
        rows = [row(widths, [Box(paragraph(one.judul, bold), grey=True) for one in columns], head=True)]
        kind = self.profile.nomor_kolom
        if letters and kind:
            marks = [
                one.nomor or (chr(ord("a") + place) if kind == "huruf" else f"({place + 1})")
                for place, one in enumerate(columns)
            ]
            italic = Style(self.huruf.tabel, "tengah", italic=True)
            rows.append(row(widths, [Box(paragraph(mark, italic)) for mark in marks], head=True))
        return rows

    def _row(self, name: str, shape: BentukTabel, widths: Sequence[float]) -> str:
        cells = [
            Box(paragraph(f"{{{{ {name}.{one.isi} }}}}", Style(self.huruf.tabel, one.rata))) for one in shape.kolom
        ]
        return row(widths, cells, height=shape.tinggi_baris_mm)

    def _band(self, widths: Sequence[float], field: str) -> str:
        return row(widths, [Box(paragraph(field, Style(self.huruf.tabel, bold=True, together=True)), span=len(widths))])

    def _sum(self, columns: Sequence[Kolom], widths: Sequence[float], text: str, cost: str) -> str:
        """The label over the columns before the money, the sum below the money."""
        bold = Style(self.huruf.tabel, bold=True)
        keys = [one.isi for one in columns]
        place = keys.index("perkiraan_biaya") if "perkiraan_biaya" in keys else 0
        if not place:
            return self._band(widths, f"{{{{ {text} }}}}")
        right = Style(self.huruf.tabel, "kanan", bold=True)
        cells = [Box(paragraph(f"{{{{ {text} }}}}", bold), span=place), Box(paragraph(f"{{{{ {cost} }}}}", right))]
        rest = len(widths) - place - 1
        return row(widths, [*cells, *([Box(paragraph("", bold), span=rest)] if rest else [])])

    def _people(self, name: str, shape: BentukTabel, *, rebah: bool, letters: bool = True) -> str:
        widths = self._widths(shape.kolom, rebah=rebah)
        rows = [
            *self._heads(shape.kolom, widths, letters=letters),
            *_loop(widths, "o", name, self._row("o", shape, widths)),
            "{%tr-end%}",
            *_choice(widths, f"not {name}", self._band(widths, NIHIL)),
        ]
        return table(widths, _closed(rows, widths))

    def _summary(
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
            *_loop(widths, "r", name, row(widths, cells)),
            "{%tr-end%}",
        ]
        if total:
            sums = [Box(paragraph(text, Style(size, side, bold=True))) for text, side in zip(total, sides, strict=True)]
            rows.append(row(widths, sums))
        return table(widths, _closed(rows, widths))

    def _signatures(self, places: Sequence[tuple[Letak, Peran]], *, rebah: bool = False) -> str:
        """Left and right beside each other, the middle below them; the place and the day above the last one."""
        room = self.profile.kertas.ruang_mm(rebah=rebah)
        widths = [room / 2, room / 2]
        upper: dict[Letak, Peran] = {side: role for side, role in places if side != "tengah"}
        last = "kanan" if "kanan" in upper else next(iter(upper), "tengah")
        rows = []
        if upper:
            sides: tuple[Letak, ...] = ("kiri", "kanan")
            rows.append(row(widths, [Box(self._signer(upper.get(side), dated=side == last)) for side in sides]))
        for side, role in places:
            if side == "tengah":
                rows.append(row(widths, [Box(self._signer(role, dated=last == side and not upper), span=2)]))
        return paragraph("", Style(6, together=True)) + table(widths, rows, lines=False) if rows else ""

    def _signer(self, role: Peran | None, *, dated: bool) -> str:
        """One place. An empty line keeps the places beside each other level."""
        size = self.huruf.isi
        middle = Style(size, "tengah", together=True)
        if role is None:
            return paragraph("", middle)
        field = f"ttd.{role}"
        return "".join(
            (
                paragraph("{{ desa }}, {{ tanggal }}" if dated else "", middle),
                paragraph(f"{{{{ {field}.pengantar }}}}", middle),
                paragraph(f"{{{{ {field}.sebutan }}}}", middle),
                paragraph(
                    f"{{{{ {field}.nama }}}}",
                    Style(size, "tengah", bold=True, underline=True, before=_PEN, together=True),
                ),
                paragraph(f"{{{{ {field}.nip }}}}", Style(size, "tengah")),
            )
        )


def _sides(roles: Sequence[Peran]) -> list[tuple[Letak, Peran]]:
    """The last role signs at the right, the one before it at the left, as in the PDF."""
    order: tuple[Letak, ...] = ("kanan", "kiri", "tengah")
    return list(zip(order, reversed(roles), strict=False))


def _on_a_fresh_page(text: str) -> str:
    return text.replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>", 1)


def _turn(properties: str) -> str:
    """The paragraph that ends a section."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def _tag(text: str) -> str:
    return paragraph(text, Style(8))


def _each(name: str, rows: str, *content: str) -> list[str]:
    """Paragraphs once for every row."""
    return [_tag(f"{{%p for {name} in {rows} %}}"), *content, _tag("{%p endfor %}")]


def _if(test: str, *content: str) -> list[str]:
    """Paragraphs and tables only where there is something."""
    return [_tag(f"{{%p if {test} %}}"), *content, _tag("{%p endif %}")]


def _tag_row(widths: Sequence[float], text: str) -> str:
    return row(widths, [Box(_tag(text), span=len(widths))])


def _loop(widths: Sequence[float], name: str, rows: str, *content: str) -> list[str]:
    """Rows of a table once for every row of the facts; ``{%tr-end%}`` ends it."""
    return [_tag_row(widths, f"{{%tr for {name} in {rows} %}}"), *content]


def _choice(widths: Sequence[float], test: str, *content: str) -> list[str]:
    return [_tag_row(widths, f"{{%tr if {test} %}}"), *content, _tag_row(widths, "{%tr endif %}")]


def _closed(rows: Sequence[str], widths: Sequence[float]) -> list[str]:
    return [_tag_row(widths, "{%tr endfor %}") if found == "{%tr-end%}" else found for found in rows]
