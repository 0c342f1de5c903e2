"""What villages propose, for the laptops of the villages around: only what the public page shows, in few words.

It goes into the package for every village of the kabupaten; a laptop looks at those of its own kecamatan.
"""

from __future__ import annotations

from collections import defaultdict

from musrenbang_desktop.domain.bagian_paket import LONGEST_CELL, Isi
from sync.kabupaten import umum
from sync.kabupaten.listing import shown
from sync.kabupaten.models import OF_SHOWN, Usulan
from sync.kabupaten.muat import MOST, Key, muat
from sync.kabupaten.privacy import blur

LONGEST_TITLE = 200
LONGEST_PLACE = 100
"""Letters; a village that writes pages must neither fill the package nor busy the laptops of the others."""


def tetangga(tahun_rencana: int) -> tuple[list[list[Isi]], int]:
    """The standing usulan of the forums that plan this year or planned the year before, as rows of the part, and how
    many found no room.
    """
    years = (tahun_rencana, tahun_rencana - 1)
    found = Usulan.objects.filter(ada=True, status="aktif", **OF_SHOWN, forum__tahun_rencana__in=years)
    rows: dict[Key, list[Isi]] = {}
    places: dict[tuple[str, int], list[Key]] = defaultdict(list)
    in_order = found.select_related("forum", "forum__desa").order_by("-forum__tanggal", "forum", "urutan", "nomor")
    for one in shown(sorted(in_order, key=lambda row: row.urutan is None)):
        usulan, forum = one.usulan, one.usulan.forum
        key = (forum.desa_id, forum.tahun_rencana or 0, f"U-{usulan.nomor:03d}")
        judul, village = title(usulan), cell(forum.desa.nama or forum.nama, LONGEST_PLACE)
        if key in rows or not judul or not village:
            continue
        places[key[:2]].append(key)
        dusun, *rest = (
            cell(text, LONGEST_PLACE) for text in (usulan.dusun, usulan.kamus, usulan.volume, usulan.satuan)
        )
        lokasi = line(umum.lokasi(usulan), LONGEST_PLACE)
        rows[key] = [key[0], village, key[2], key[1], judul, dusun, lokasi, *rest, one.status.kata]
    kept = muat(places, MOST)
    return [rows[key] for key in kept], len(rows) - len(kept)


def title(usulan: Usulan) -> str:
    """What an usulan is called in the package."""
    return line(umum.judul(usulan), LONGEST_TITLE)


def cell(text: str, longest: int = LONGEST_CELL) -> str:
    """A text for a package: without names and numbers of persons, in one line, no longer than a cell may be."""
    return blur(line(text, len(text)))[:longest].strip()


def line(text: str, longest: int = LONGEST_CELL) -> str:
    """A text that was made for others to see, in one line, no longer than a cell may be."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())[:longest].strip()
