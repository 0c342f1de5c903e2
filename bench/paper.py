"""The whole berita acara against the bare tables of its annexes, drawn with reportlab and nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bench import village
from bench.row import Plan, Ratio, Row, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisHadir, BarisPrioritas, IsiBeritaAcara
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.profile import Kolom, NamaLampiran, Profile
from musrenbang_desktop.reference import profile as profiles
from resources.sample import contoh


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as both peers draw it: heads, widths in millimetres, and the text of every cell."""

    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    landscape: bool


def measure(plan: Plan) -> Section:
    """Seconds and bytes: 300 usulan with 73 people, and the 1,000 of DESIGN 9."""
    profile = profiles.load("rkpd-86")
    rows = _size(profile, plan.size(300, 20), plan.size(73, 10), plan.runs(5), ("canvas", "platypus"))
    rows += _size(profile, plan.size(1000, 40), plan.size(500, 20), plan.runs(5), ("canvas",))
    return Section(
        "Berita acara",
        rows,
        [
            "Ours is the complete document: minutes, three annexes, signatures.",
            "The peers draw only the tables of attendance and priorities: same texts, columns, font, size and heads.",
            "All use reportlab's C helper and leave ASCII-85 out.",
        ],
    )


#: DESIGN 9 states them for 1,000 rows.
_BUDGETS = {"canvas": 0.75, "platypus": 0.35}
_NAMES = {"canvas": "reportlab's canvas", "platypus": "platypus LongTable"}


def _size(profile: Profile, usulan: int, people: int, runs: int, peers: Sequence[str]) -> list[Row]:
    from bench import paper_peers

    isi = _isi(usulan, people)
    grids = (_people_grid(profile, isi), _priority_grid(profile, isi))
    every: dict[str, Callable[[], bytes]] = {
        "ours": lambda: render("lengkap", isi, profile),
        "canvas": lambda: paper_peers.canvas(grids, profile.huruf.tabel),
        "platypus": lambda: paper_peers.platypus(grids, profile.huruf.tabel),
    }
    draw = {name: every[name] for name in ("ours", *peers)}
    size = {name: len(draw[name]()) / 1024 for name in ("ours", "canvas")}
    times = alternate({name: partial(seconds, make) for name, make in draw.items()}, runs, warm_up=False)
    what = f"{usulan} usulan and {people} people"
    found: list[Row] = [
        Ratio(what=what, ours=times["ours"], peer_name=_NAMES[peer], peer=times[peer], budget=_BUDGETS[peer])
        for peer in peers
    ]
    found.append(
        Ratio(what=f"{what}: size", ours=[size["ours"]], peer_name=_NAMES["canvas"], peer=[size["canvas"]], unit="KiB")
    )
    return found


def _isi(usulan: int, people: int) -> IsiBeritaAcara:
    sample = contoh()
    forum = Forum(**{name: getattr(sample.forum, name) for name in sample.forum.__dataclass_fields__}, id="abcdefgh-1")
    names = [person.isi.nama for person in sample.peserta]
    men = people * 45 // 73
    return IsiBeritaAcara(
        forum=forum,
        hitungan=HitunganHadir(people, people, people, men, people - men, 0, {"RT/RW": (people, people)}),
        hadir=tuple(
            BarisHadir(
                nomor=number,
                nama=names[number % len(names)],
                jenis_kelamin="L" if number <= men else "P",
                lembaga="RT/RW",
                jabatan="Ketua RT",
                alamat=f"Krajan RT {number % 9 + 1:02d}/RW 01",
                jam="08.15",
            )
            for number in range(1, people + 1)
        ),
        prioritas=tuple(_priority(number) for number in range(1, usulan + 1)),
        kode_forum="00.00.00.2001 abcdefgh-1",
        jejak="0123456789ab",
    )


def _priority(number: int) -> BarisPrioritas:
    one = village.one_usulan(number)
    return BarisPrioritas(
        nomor=number,
        label=f"U-{number:03d}",
        usulan=one.judul,
        bidang=one.bidang,
        permasalahan=one.masalah,
        lokasi=f"{one.dusun} RT {one.rt}/RW {one.rw}, {one.lokasi}",
        volume=one.volume,
        satuan=one.satuan,
        perkiraan_biaya=one.perkiraan_biaya,
        perangkat_daerah=one.perangkat_daerah,
        pengusul=one.pengusul,
        nilai=f"{number % 90 + 10},50",
        peringkat=str(number),
    )


def _people_grid(profile: Profile, isi: IsiBeritaAcara) -> Grid:
    def text(person: BarisHadir, key: str) -> str:
        value = None if key == "tanda_tangan" else getattr(person, key)
        return "" if value is None else str(value)

    columns, landscape = _shape(profile, "daftar_hadir")
    return _grid(columns, landscape, [[text(person, column.isi) for column in columns] for person in isi.hadir])


def _priority_grid(profile: Profile, isi: IsiBeritaAcara) -> Grid:
    def text(row: BarisPrioritas, key: str) -> str:
        if key == "perkiraan_biaya":
            return f"{row.perkiraan_biaya:,}".replace(",", ".")
        if key == "volume":
            return f"{row.volume} {row.satuan}"
        if key == "nilai":
            return f"Nilai {row.nilai}\nPeringkat {row.peringkat}"
        if key == "usulan":
            return f"{row.usulan} ({row.label})"
        return str(getattr(row, key))

    columns, landscape = _shape(profile, "prioritas")
    return _grid(columns, landscape, [[text(row, column.isi) for column in columns] for row in isi.prioritas])


def _shape(profile: Profile, name: NamaLampiran) -> tuple[Sequence[Kolom], bool]:
    annex = profile.lampiran[name]
    return annex.tabel.kolom, annex.rebah


def _grid(columns: Sequence[Kolom], landscape: bool, rows: list[list[str]]) -> Grid:
    return Grid([column.judul for column in columns], [column.lebar_mm for column in columns], rows, landscape)
