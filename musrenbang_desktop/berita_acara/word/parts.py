"""What every form of a template shares: the sheet, the letterhead, titles, lines of the running text."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.berita_acara.word.forms import Bentuk
from musrenbang_desktop.berita_acara.word.ooxml import Style, paragraph, section
from musrenbang_desktop.berita_acara.word.shapes import signing_in
from musrenbang_desktop.berita_acara.word.signing import Place, places_of
from musrenbang_desktop.berita_acara.word.tables import Tables, each, only_if
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.profile import Profile

HANG_NUMBER, HANG_FACT, HANG_CLAUSE, COLON = 7.0, 42.0, 30.0, 4.0


class Parts:
    """The pages of one form in one profile."""

    def __init__(self, profile: Profile, jenis: JenisForum, bentuk: Bentuk) -> None:
        self.profile = profile
        self.jenis = jenis
        self.bentuk = bentuk
        self.tables = Tables(profile)
        self.huruf = profile.huruf
        self.plain = Style(self.huruf.isi, "rata", spacing=self.huruf.spasi_rapat, after=5)
        self.small = Style(self.huruf.tabel)

    def body(self) -> str:
        """Everything between the margins; each part ends its own pages."""
        raise NotImplementedError

    def sheet(self, *, rebah: bool = False) -> str:
        """The paper of the pages before it."""
        return section(self.profile.kertas, rebah=rebah)

    def signers(self) -> list[Place]:
        """Who signs below this form."""
        return places_of(signing_in(self.profile, self.bentuk), self.jenis)

    def head(self, *, numbered: bool = True) -> list[str]:
        """The letterhead, the title, the number."""
        kop = self.huruf.kop
        lines = [
            paragraph("{{ kop.pemerintah }}", Style(kop - 1, "tengah", bold=True)),
            paragraph("{{ kop.kecamatan }}", Style(kop - 1, "tengah", bold=True)),
            paragraph("{{ kop.wilayah }}", Style(kop + 2, "tengah", bold=True)),
            *only_if("kop.alamat", paragraph("{{ kop.alamat }}", Style(kop - 4.5, "tengah"))),
            *only_if("kop.kontak", paragraph("{{ kop.kontak }}", Style(kop - 4.5, "tengah"))),
            paragraph("", Style(2, rule=True, after=8)),
        ]
        number = [paragraph("Nomor: {{ nomor }}", Style(self.huruf.isi, "tengah", after=8))]
        return [*lines, self.title("{{ judul }}"), *(number if numbered else [])]

    def title(self, field: str, *, fresh: bool = False, before: float = 0.0) -> str:
        """Centred, bold, with what follows it on one page."""
        style = Style(self.huruf.judul, "tengah", bold=True, spacing=1.1, before=before, after=8, together=True)
        return paragraph(field, replace(style, fresh=fresh))

    def lines(self, name: str) -> list[str]:
        """Every kind of line of the running text, each in its own form."""
        size, wide = self.huruf.isi, self.huruf.spasi_rapat
        item = Style(size, "rata", spacing=wide, hang=HANG_NUMBER, tabs=(HANG_NUMBER,))
        inner = Style(size, "rata", spacing=wide, left=HANG_NUMBER, hang=HANG_NUMBER, tabs=(HANG_NUMBER * 2,))
        fact = Style(
            size,
            "rata",
            spacing=wide,
            left=HANG_NUMBER,
            hang=HANG_FACT + COLON,
            tabs=(HANG_NUMBER + HANG_FACT, HANG_NUMBER + HANG_FACT + COLON),
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
