"""The votes of a forum as a Pabulib file: no names, no titles, running numbers only."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from math import lcm
from pathlib import Path

from musrenbang_desktop.domain.cara import Metode
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.pagu import PAGU_FORUM
from musrenbang_desktop.exchange.pabulib import JenisSuara, Pabulib, Proyek, SuaraPabulib, write
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.services.layanan import Layanan

_JENIS: dict[Metode, JenisSuara] = {"setuju": "approval", "titik": "cumulative", "peringkat": "ordinal"}


def berkas_pabulib(services: Layanan, out: Path) -> dict[Path, str]:
    """File -> its text: one file, or where the forum names its sources one for each source with a pagu.

    Whoever counts a file again gets what the forum chose of that source. Raises as :func:`pabulib`.
    """
    known = {source: ceiling for source, ceiling in services.penjelasan.batas_pagu().items() if ceiling is not None}
    if set(known) <= {PAGU_FORUM}:
        return {out: write(pabulib(services))}
    files: dict[Path, str] = {}
    for source in known:
        name = f"{out.stem} {re.sub(r'[^0-9A-Za-z ]', '', source)}".strip()
        if name.casefold() in {path.stem.casefold() for path in files}:
            name = f"{name} {len(files) + 1}"
        files[out.with_name(name + out.suffix)] = write(pabulib(services, source))
    return files


def pabulib(services: Layanan, sumber: str = PAGU_FORUM) -> Pabulib:
    """Ballots as they were counted; without ballots every group is a voter whose points are what it alone gives.

    ``sumber`` is the source of money whose part of every cost is meant. Usulan without a cost or a complete score are
    not in the file. Raises RuleBroken("forum", "belum_ada") and ("pagu", "kosong").
    """
    forum = services.forum.aktif()
    if forum is None:
        raise RuleBroken("forum", "belum_ada")
    pagu = services.penjelasan.batas_pagu().get(sumber)
    if pagu is None:
        raise RuleBroken("pagu", "kosong")
    hasil = services.prioritas.hasil()
    cost = {record: part for record, parts in services.penjelasan.biaya().items() if (part := parts.get(sumber))}
    known = {one.id: one for one in services.prioritas.usulan() if one.id in cost}
    number = {
        row.usulan: str(known[row.usulan].nomor) for row in hasil.baris if row.nilai is not None and row.usulan in known
    }
    ballots = _ballots(services, hasil, number)
    jenis = _JENIS[hasil.aturan.cara.metode] if ballots else "cumulative"
    return Pabulib(
        pagu=pagu,
        jenis=jenis,
        proyek=tuple(
            Proyek(id_, cost[record], known[record].label, {"category": known[record].bidang})
            for record, id_ in sorted(number.items(), key=lambda item: int(item[1]))
        ),
        suara=tuple(ballots or _groups(hasil, number)),
        meta={
            "description": f"Musrenbang {forum.tahun_pelaksanaan}",
            "country": "Indonesia",
            "unit": forum.kode_wilayah or forum.desa,
            "instance": str(forum.tahun_rencana),
            "rule": hasil.aturan.cara.metode,
            "date_begin": forum.tanggal,
            "date_end": forum.tanggal,
        },
    )


def _ballots(services: Layanan, hasil: Hasil, number: dict[str, str]) -> list[SuaraPabulib]:
    """The valid paper ballots of all groups, in an order that says nothing about who gave which."""
    if hasil.aturan.cara.metode not in _JENIS:
        return []
    found: list[SuaraPabulib] = []
    for kelompok in hasil.aturan.kelompok:
        for surat in services.suara.surat(kelompok.id, 1).values():
            chosen = [number[one] for one in surat.pilihan if one in number]
            if hasil.aturan.cara.metode == "titik":
                dots = Counter(chosen)
                ballot = SuaraPabulib(tuple(dots), tuple(Fraction(n) for n in dots.values()))
            else:
                ballot = SuaraPabulib(tuple(chosen))
            if ballot.pilihan:
                found.append(ballot)
    return sorted(found, key=lambda one: (one.pilihan, one.poin))


def _groups(hasil: Hasil, number: dict[str, str]) -> list[SuaraPabulib]:
    found: list[SuaraPabulib] = []
    by_group = {row.usulan: row.per_kelompok for row in hasil.baris if row.usulan in number}
    for kelompok in hasil.aturan.kelompok:
        given = {
            number[usulan]: points
            for usulan, all_points in by_group.items()
            if (points := all_points.get(kelompok.id, Fraction())) > 0
        }
        times = lcm(*(points.denominator for points in given.values()))
        ordered = sorted(given, key=int)
        found.append(SuaraPabulib(tuple(ordered), tuple(given[one] * times for one in ordered)))
    return found
