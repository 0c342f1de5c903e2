"""What the peers of the berita acara draw: the same people and usulan, once as our record and once as bare tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench import village
from musrenbang_desktop.berita_acara.isi import BarisHadir, BarisPrioritas, IsiBeritaAcara
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.profile import Kolom, NamaLampiran, Profile
from resources.sample import contoh


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as all peers draw it: heads, widths in millimetres, and the text of every cell."""

    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    landscape: bool


def grids(profile: Profile, isi: IsiBeritaAcara) -> tuple[Grid, Grid]:
    """The tables of attendance and priorities, as texts."""
    return _people_grid(profile, isi), _priority_grid(profile, isi)


def isi(usulan: int, people: int) -> IsiBeritaAcara:
    """A forum with so many agreed usulan and people present."""
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
