"""The parts that every document shares: letterhead, annex head, titles, signatures, foot and watermark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from musrenbang_desktop.berita_acara.flow import ASCENT, FOOT_MM, Flow
from musrenbang_desktop.berita_acara.page_code import page_code
from musrenbang_desktop.berita_acara.sheet import MM, Document, Sheet
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.typeface import Typeface
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import BentukDelegasi, Lampiran, Letak, PenandaTangan, Peran

LOGO = 22 * MM
GAP = 7.0
"""white above a row of signatures"""
CETAK_ULANG = "CETAK ULANG KE-"
"""before the number of a reprint, in the foot"""
PEN = 17 * MM
"""height left for a signature and a round stamp"""
PEN_STACKED = 14.5 * MM
"""the same where two rows of signatures stand below each other"""


class _HasSide(Protocol):
    @property
    def letak(self) -> Letak: ...


Sided = TypeVar("Sided", bound=_HasSide)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a signature."""

    letak: Letak
    pengantar: str
    sebutan: str
    pejabat: Pejabat


def letterhead(flow: Flow, terms: Terms) -> None:
    """The kop: government, kecamatan, village, address, and a double rule; the logo is left out when there is none."""
    kop, document, size = terms.isi.kop, flow.document, flow.huruf.kop
    logo = LOGO + 3 * MM if kop.logo else 0.0
    top, x, width = flow.y, flow.left + logo, flow.width - 2 * logo
    lines = [
        (document.bold, size - 1, f"Pemerintah {terms.kabupaten}".upper()),
        (document.bold, size - 1, terms.kecamatan.upper()),
        (document.bold, size + 2, terms.wilayah.upper()),
    ]
    address = ", ".join(part for part in (kop.alamat, f"Kode Pos {kop.kode_pos}" if kop.kode_pos else "") if part)
    contact = ", ".join(
        part
        for part in (f"Surel: {kop.surel}" if kop.surel else "", f"Situs: {kop.situs}" if kop.situs else "")
        if part
    )
    lines += [(document.regular, size - 4.5, text) for text in (address, contact) if text]
    for face, points, text in lines:
        for line in face.wrap(text, width, points):
            flow.place(face, points, line, "tengah", x, width)
            flow.y -= points * 1.22
    if kop.logo:
        flow.y = min(flow.y, top - LOGO - 1 * MM)
        flow.sheet.images.append((kop.logo, flow.left, top - LOGO, LOGO, LOGO))
    flow.y -= 3.5
    flow.sheet.rule(flow.left, flow.y, flow.right, flow.y, 2.2)
    flow.sheet.rule(flow.left, flow.y - 2.7, flow.right, flow.y - 2.7, 0.7)
    flow.y -= 13


def title(flow: Flow, text: str, *, size: float = 0.0) -> None:
    """Centred capitals, one line of the profile a line of the page."""
    size = size or flow.huruf.judul
    flow.paragraph(text.upper(), face=flow.document.bold, size=size, rata="tengah", spacing=1.22)


def annex_head(flow: Flow, terms: Terms, lampiran: Lampiran | BentukDelegasi) -> None:
    """Top right: LAMPIRAN II : BERITA ACARA ..., NOMOR, TANGGAL, and a rule; then the title of the annex."""
    reference(
        flow,
        (
            (f"LAMPIRAN {lampiran.nomor}", terms.rujukan.upper()),
            ("NOMOR", terms.nomor),
            ("TANGGAL", terms.tanggal.upper()),
        ),
    )
    title(flow, terms.fill(lampiran.judul))
    flow.gap(8)


def reference(flow: Flow, lines: Sequence[tuple[str, str]]) -> None:
    """To what an annex belongs, top right above a rule."""
    face, size = flow.document.regular, flow.huruf.tabel
    hang = max(face.measure(label, size) for label, _ in lines) + 5
    x = flow.left + flow.width * (0.56 if flow.rebah else 0.44)
    width = flow.right - x - hang - 7
    for name, text in lines:
        flow.place(face, size, name, "kiri", x, hang)
        flow.place(face, size, ":", "kiri", x + hang, 7)
        for line in face.wrap(text, width, size):
            flow.place(face, size, line, "kiri", x + hang + 7, width)
            flow.y -= size * 1.25
    flow.y -= 2
    flow.sheet.rule(x, flow.y, flow.right, flow.y, 0.8)
    flow.y -= 14


def officials(terms: Terms) -> dict[Peran, Pejabat]:
    """Who holds each role of the profile in this forum."""
    forum = terms.isi.forum
    return {
        "pimpinan": forum.pimpinan,
        "notulis": forum.notulis,
        "notulis_kedua": forum.notulis_kedua,
        "ketua_tim": forum.ketua_tim,
        "kepala": forum.kepala,
        "lpm": terms.isi.ketua_lpm,
    }


def signers(terms: Terms, entries: Sequence[PenandaTangan]) -> list[Place]:
    """The places of those who sign in a forum of this jenis, in the order of the profile."""
    people = officials(terms)
    return [
        Place(entry.letak, terms.fill(entry.pengantar), terms.fill(entry.sebutan), people[entry.peran])
        for entry in entries
        if entry.jika in ("", terms.isi.forum.jenis)
    ]


def annex_places(terms: Terms, roles: Sequence[Peran]) -> list[Place]:
    """The places under an annex: the last role signs at the right, another one at the left.

    A role that does not sign the berita acara is named as in the notulen, else by the office of the person.
    """
    jenis, profile = terms.isi.forum.jenis, terms.profile
    entries = (*profile.cetak["notulen"].penanda, *profile.penanda_tangan)
    named = {entry.peran: entry for entry in entries if entry.jika in ("", jenis)}
    sides: tuple[Letak, ...] = ("kanan", "kiri", "tengah")
    people = officials(terms)
    return [
        Place(
            side,
            named[role].pengantar if role in named else "",
            terms.fill(named[role].sebutan) if role in named else people[role].jabatan,
            people[role],
        )
        for side, role in zip(sides, reversed(roles), strict=False)
    ]


def signatures(flow: Flow, terms: Terms, places: Sequence[Place], *, dated: bool = True) -> None:
    """All signatures as one block that no page break divides; *dated* puts the place and the day above the last one."""
    blocks = _rows_of(flow, terms, places, dated=dated)
    flow.need(sum(block.height for block in blocks))
    for block in blocks:
        block.draw()


def signatures_height(flow: Flow, terms: Terms, places: Sequence[Place]) -> float:
    """What the block of signatures will take."""
    return sum(block.height for block in _rows_of(flow, terms, places))


def _rows_of(flow: Flow, terms: Terms, places: Sequence[Place], *, dated: bool = True) -> list[_Signatures]:
    rows = side_by_side([place for place in places if place.letak != "tengah"])
    rows += [[place] for place in places if place.letak == "tengah"]
    width = min(flow.width * 0.44, 88 * MM)
    day = f"{terms.desa}, {terms.tanggal}" if dated else ""
    pen = PEN if len(rows) == 1 else PEN_STACKED
    return [_Signatures(flow, row, width, day if row is rows[0] else "", pen) for row in rows]


def side_by_side(places: Sequence[Sided]) -> list[list[Sided]]:
    """Left and right beside each other; a side that is taken begins the next row."""
    rows: list[list[Sided]] = []
    for place in places:
        if not rows or place.letak in {one.letak for one in rows[-1]}:
            rows.append([])
        rows[-1].append(place)
    return rows


class _Signatures:
    """One row of places, measured first so that the whole row can stay together."""

    def __init__(self, flow: Flow, places: Sequence[Place], width: float, dated: str, pen: float) -> None:
        self.flow, self.places, self.width, self.pen = flow, places, width, pen
        self.size = flow.huruf.isi
        self.leading = self.size * 1.2
        regular, bold = flow.document.regular, flow.document.bold
        dated_places = {place.letak for place in places}
        last = "kanan" if "kanan" in dated_places else places[-1].letak
        self.heads: list[list[str]] = []
        self.names: list[list[str]] = []
        for place in places:
            intro = [dated if dated and place.letak == last else "", place.pengantar]
            called = f"{place.sebutan}," if place.sebutan else ""
            lines = [regular.wrap(text, width, self.size) if text else [] for text in (*intro, called)]
            self.heads.append([line for part in lines for line in part])
            name = place.pejabat.nama.strip()
            self.names.append(list(bold.wrap(name, width, self.size)) if name else [])
        self.top = max(map(len, self.heads))
        tail = max(
            max(len(lines), 1) + bool(place.pejabat.nip) for lines, place in zip(self.names, places, strict=True)
        )
        self.height = GAP + (self.top + tail) * self.leading + self.pen

    def draw(self) -> None:
        flow, size, leading = self.flow, self.size, self.leading
        start = flow.y - GAP
        for place, head, name in zip(self.places, self.heads, self.names, strict=True):
            x = flow.left + {"kiri": 0.0, "tengah": 0.5, "kanan": 1.0}[place.letak] * (flow.width - self.width)
            flow.y = start - (self.top - len(head)) * leading
            for line in head:
                flow.place(flow.document.regular, size, line, "tengah", x, self.width)
                flow.y -= leading
            flow.y = start - self.top * leading - self.pen
            self._name(name, x)
            if place.pejabat.nip:
                flow.place(flow.document.regular, size, f"NIP {place.pejabat.nip}", "tengah", x, self.width)
        flow.y = start + GAP - self.height

    def _name(self, lines: list[str], x: float) -> None:
        flow, size = self.flow, self.size
        if not lines:
            flow.place(flow.document.regular, size, f"({'.' * 46})", "tengah", x, self.width)
            flow.y -= self.leading
        for line in lines:
            flow.place(flow.document.bold, size, line, "tengah", x, self.width)
            half = flow.document.bold.measure(line, size) / 2
            middle, y = x + self.width / 2, flow.y - size * (ASCENT + 0.14)
            flow.sheet.rule(middle - half, y, middle + half, y, 0.7)
            flow.y -= self.leading


def foot(document: Document, terms: Terms) -> None:
    """Write the foot of every sheet (page code, forum, trace, page of pages, copy mark) and the watermark below it."""
    isi, profile = terms.isi, terms.profile
    size, face = profile.huruf.kaki, document.regular
    name = face.clean(f"{terms.musyawarah} {terms.wilayah} {isi.forum.tahun_pelaksanaan}")
    codes = (f"Forum {isi.kode_forum}" if isi.kode_forum else "", f"Jejak {isi.jejak}" if isi.jejak else "")
    code_text = "".join(f" | {face.clean(code)}" for code in codes if code)
    copy = f"{CETAK_ULANG}{isi.cetak_ulang}" if isi.cetak_ulang else ""
    for number, sheet in enumerate(document.sheets, 1):
        if not sheet.bare:
            left, right, lower = sheet.margins or (
                profile.kertas.kiri_mm * MM,
                profile.kertas.kanan_mm * MM,
                profile.kertas.bawah_mm * MM,
            )
            right, y = sheet.width - right, max(lower, FOOT_MM * MM) - 8 * MM
            if sheet.kode:
                left += page_code(sheet, sheet.kode, left, y + 5.5 * MM) + 2.5 * MM
                sheet.text(left, y - size * 1.4, face, size, f"Kode halaman {sheet.kode.pendek}")
            page = f"Halaman {number} dari {len(document.sheets)}" if sheet.foot is None else sheet.foot
            right_width = face.measure(page, size)
            sheet.rule(left, y + size + 3, right, y + size + 3, 0.4)
            room = right - left - right_width - 12 - face.measure(code_text, size)
            sheet.text(left, y, face, size, shortened(face, name, room, size) + code_text)  # a code is never cut
            if copy:
                # on a line of its own, so that nothing moves for it
                sheet.text(right - document.bold.measure(copy, size), y - size * 1.4, document.bold, size, copy)
            sheet.text(right - right_width, y, face, size, page)
        if isi.tanda_air:
            _watermark(document, sheet, isi.tanda_air)


def shortened(face: Typeface, text: str, width: float, size: float) -> str:
    """A text cut to a width in points, with three dots where it goes on."""
    if face.measure(text, size) <= width:
        return text
    while text and face.measure(f"{text}...", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}..."


def _watermark(document: Document, sheet: Sheet, word: str) -> None:
    """A large grey word across the sheet, painted before everything else."""
    size = 110.0
    half = document.bold.measure(word, size) / 2
    lean = 0.7071
    x, y = sheet.width / 2 - half * lean + size * 0.25, sheet.height / 2 - half * lean - size * 0.25
    sheet.fills.insert(
        0,
        f"0.9 g BT {document.bold.resource()} {size:g} Tf {lean} {lean} {-lean} {lean} {x:.2f} {y:.2f} Tm "
        f"{document.bold.show(word, size)} ET",
    )
