"""The block of signatures of a template: left and right beside each other, the middle below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.berita_acara.word.ooxml import Box, Style, paragraph, row, table
from musrenbang_desktop.berita_acara.word.tables import only_if
from musrenbang_desktop.domain.profile import Letak, Peran, Profile

_PEN = 48.0
"""points left for a signature and a round stamp"""

Places = Sequence[tuple[Letak, Peran]]


def sides(roles: Sequence[Peran]) -> list[tuple[Letak, Peran]]:
    """The last role signs at the right, the one before it at the left, as in the PDF."""
    order: tuple[Letak, ...] = ("kanan", "kiri", "tengah")
    return list(zip(order, reversed(roles), strict=False))


def signatures(profile: Profile, places: Places, *, rebah: bool = False) -> str:
    """The places on paper; the village and the day stand above the last one of the first row."""
    if not places:
        return ""
    half = profile.kertas.ruang_mm(rebah=rebah) / 2
    widths = [half, half]
    upper: dict[Letak, Peran] = {side: role for side, role in places if side != "tengah"}
    last = "kanan" if "kanan" in upper else next(iter(upper), "tengah")
    rows = []
    if upper:
        row_of = _Row(profile, tuple(upper.values()), dated=True)
        beside: tuple[Letak, ...] = ("kiri", "kanan")
        rows.append(row(widths, [Box(row_of.place(upper.get(side), here=side == last)) for side in beside]))
    for side, role in places:
        if side == "tengah":
            row_of = _Row(profile, (role,), dated=not upper)
            rows.append(row(widths, [Box(row_of.place(role, here=True), span=2)]))
    return paragraph("", Style(4, together=True)) + table(widths, rows, lines=False)


@dataclass(frozen=True, slots=True)
class _Row:
    """Places beside each other. A line that one of them has, all of them have, so that the names stay level."""

    profile: Profile
    roles: tuple[Peran, ...]
    dated: bool

    def place(self, role: Peran | None, *, here: bool) -> str:
        """Day, words before the office, office, room for a pen, name; ``here`` stands the day."""
        size = self.profile.huruf.isi
        middle = Style(size, "tengah", together=True)
        if role is None:
            return paragraph("", middle)
        field = f"ttd.{role}"
        above = Style(size, "tengah", before=0 if self.dated else 8, together=True)
        introduced = any(one.pengantar for one in self.profile.penanda_tangan if one.peran in self.roles)
        name = Style(size, "tengah", bold=True, underline=True, before=_PEN, together=True)
        parts = [paragraph("{{ desa }}, {{ tanggal }}" if here else "", middle)] if self.dated else []
        parts += [paragraph(f"{{{{ {field}.pengantar }}}}", above)] if introduced else []
        parts += [paragraph(f"{{{{ {field}.sebutan }}}}", middle), paragraph(f"{{{{ {field}.nama }}}}", name)]
        return "".join((*parts, *only_if(f"{field}.nip", paragraph(f"{{{{ {field}.nip }}}}", Style(size, "tengah")))))
