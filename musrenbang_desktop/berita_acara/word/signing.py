"""The block of signatures of a template: left and right beside each other, the middle below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.berita_acara.blocks import side_by_side
from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, paragraph, row, table
from musrenbang_desktop.berita_acara.word.tables import only_if
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.profile import Letak, PenandaTangan, Peran, Profile

_PEN = 48.0
"""points left for a signature and a round stamp"""

_BESIDE: tuple[Letak, ...] = ("kiri", "kanan")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a signature: on which side who signs, and in which group of fields he stands."""

    letak: Letak
    peran: Peran
    introduced: bool = False
    group: Literal["ttd", "ttd_lampiran"] = "ttd"


def places_of(entries: Sequence[PenandaTangan], jenis: JenisForum) -> list[Place]:
    """The places under a form of a forum of this kind, as the profile writes them."""
    return [Place(one.letak, one.peran, bool(one.pengantar)) for one in entries if one.jika in ("", jenis)]


def sides(profile: Profile, roles: Sequence[Peran]) -> list[Place]:
    """Under an annex the last role signs at the right, the one before it at the left, as in the PDF."""
    order: tuple[Letak, ...] = ("kanan", "kiri", "tengah")
    introduced = {one.peran for one in profile.penanda_tangan if one.pengantar}
    return [
        Place(side, role, role in introduced, "ttd_lampiran")
        for side, role in zip(order, reversed(roles), strict=False)
    ]


def signatures(profile: Profile, places: Sequence[Place], *, rebah: bool = False) -> str:
    """The places on paper; the village and the day stand above the last one of the first row."""
    if not places:
        return ""
    half = profile.kertas.ruang_mm(rebah=rebah) / 2
    widths = [half, half]
    lines = side_by_side([place for place in places if place.letak != "tengah"])
    lines += [[place] for place in places if place.letak == "tengah"]
    rows = []
    for members in lines:
        row_of = _Row(profile, members, dated=members is lines[0])
        there = {place.letak: place for place in members}
        if "tengah" in there:
            rows.append(row(widths, [Box(row_of.place(members[0], here=True), span=2)]))
        else:
            last = "kanan" if "kanan" in there else members[-1].letak
            rows.append(row(widths, [Box(row_of.place(there.get(side), here=side == last)) for side in _BESIDE]))
    return paragraph("", Style(4, together=True)) + table(widths, rows, lines=False)


@dataclass(frozen=True, slots=True)
class _Row:
    """Places beside each other. A line that one of them has, all of them have, so that the names stay level."""

    profile: Profile
    places: Sequence[Place]
    dated: bool

    def place(self, place: Place | None, *, here: bool) -> str:
        """Day, words before the office, office, room for a pen, name; ``here`` stands the day."""
        size = self.profile.huruf.isi
        middle = Style(size, "tengah", together=True)
        if place is None:
            return paragraph("", middle)
        field = f"{place.group}.{place.peran}"
        above = Style(size, "tengah", before=0 if self.dated else 8, together=True)
        introduced = any(one.introduced for one in self.places)
        name = Style(size, "tengah", bold=True, underline=True, before=_PEN, together=True)
        parts = [paragraph("{{ desa }}, {{ tanggal }}" if here else "", middle)] if self.dated else []
        parts += [paragraph(f"{{{{ {field}.pengantar }}}}", above)] if introduced else []
        parts += [paragraph(f"{{{{ {field}.sebutan }}}}", middle), paragraph(f"{{{{ {field}.nama }}}}", name)]
        return "".join((*parts, *only_if(f"{field}.nip", paragraph(f"{{{{ {field}.nip }}}}", Style(size, "tengah")))))
