"""An invented forum at any size, always the same for the same numbers."""

from __future__ import annotations

import random
from typing import Any

from musrenbang_desktop.berita_acara.isi import (
    BarisBelum,
    BarisHadir,
    BarisPrioritas,
    IsiBeritaAcara,
    Kop,
)
from musrenbang_desktop.domain.forum import Forum, Pejabat
from musrenbang_desktop.domain.peserta import HitunganHadir

NAMA = (
    "Hj. Siti Aminah, S.Pd.",
    "Sutrisno",
    "H. Bambang Wijayanto, S.Sos., M.Si.",
    "Endang Puji Rahayu Ningsih",
    "Mbah Karto",
    "Muh. Sholeh",
)
UNSUR = ("Ketua RT", "PKK", "BPD", "LPM", "Karang Taruna", "Kelompok Tani")
BIDANG = ("Pembangunan Desa", "Pembinaan Kemasyarakatan", "Penanggulangan Bencana, Keadaan Darurat dan Mendesak", "")
JUDUL = (
    "Drainase depan SDN 2",
    "Air bersih RW 03: perpipaan dari Sumber Wening ke bak penampung",
    "Rehab atap Posyandu Melati (tahap 2)",
    "Rabat beton jalan usaha tani Blok Lor",
)
MASALAH = ("Air meluap ke halaman sekolah setiap hujan deras", "Sumur kering mulai bulan Juli", "")
DINAS = ("Dinas PUPR", "Dinas Pekerjaan Umum dan Perumahan Rakyat", "")
ALASAN = ("Sudah diusulkan melalui pokok pikiran DPRD", "Lahan belum dihibahkan", "Bukan kewenangan kabupaten")


def forum(**fields: Any) -> Forum:
    """The forum of Desa Sukamaju, with other fields where asked."""
    known: dict[str, Any] = {
        "id": "k7q2m3ab-1",
        "desa": "Sukamaju",
        "kecamatan": "Kaliwungu",
        "kabupaten": "Kabupaten Contoh",
        "tahun_pelaksanaan": 2026,
        "tahun_rencana": 2027,
        "tanggal": "2026-01-21",
        "jam_mulai": "08.15",
        "jam_selesai": "12.10",
        "tempat": "Balai Desa Sukamaju",
        "nomor_ba": "050/12/2026",
        "pimpinan": Pejabat("Bambang Wijayanto, S.Sos."),
        "notulis": Pejabat("Rina Kusumawati"),
        "kepala": Pejabat("Sumarni", "Kepala Desa", nip="197001011990012001"),
        "sambutan": (Pejabat("Sumarni", "Kepala Desa Sukamaju"), Pejabat("Drs. Warsito", "Camat Kaliwungu")),
        "pemateri": (Pejabat("Ir. Handoko", "Kepala Bidang", "Bappeda"),),
    }
    return Forum(**(known | fields))


def isi(hadir: int = 73, prioritas: int = 28, belum: int = 20, *, seed: int = 1, **fields: Any) -> IsiBeritaAcara:
    """A whole berita acara with so many rows in each annex."""
    rng = random.Random(seed)
    people = tuple(
        BarisHadir(
            nomor=number,
            nama=rng.choice(NAMA),
            jenis_kelamin=rng.choice("LP"),
            usia=rng.choice((None, rng.randint(20, 70))),
            lembaga=rng.choice(UNSUR),
            alamat=f"Krajan RT 0{rng.randint(1, 9)}/RW 01",
        )
        for number in range(1, hadir + 1)
    )
    laki = sum(person.jenis_kelamin == "L" for person in people)
    present = {unsur: sum(person.lembaga == unsur for person in people) for unsur in UNSUR}
    counted = HitunganHadir(
        diundang=64,
        hadir=hadir,
        hadir_undangan=hadir,
        laki=laki,
        perempuan=hadir - laki,
        tanpa_jk=0,
        per_unsur={unsur: (count, count + 1) for unsur, count in present.items()},
    )
    known: dict[str, Any] = {
        "forum": forum(),
        "hitungan": counted,
        "hadir": people,
        "wakil": people[:4],
        "prioritas": tuple(_prioritas(rng, number, prioritas) for number in range(1, prioritas + 1)),
        "belum_disepakati": tuple(_belum(rng, number, prioritas + number) for number in range(1, belum + 1)),
        "kop": Kop(alamat="Jalan Raya Krajan Nomor 1", kode_pos="00000", surel="desa@contoh.example"),
        "kode_forum": "k7q2m3ab-1",
        "jejak": "3f9a2c1b",
    }
    return IsiBeritaAcara(**(known | fields))


def _cost(rng: random.Random) -> int | None:
    return rng.choice((None, rng.randint(1, 900) * 500_000, rng.randint(1, 900) * 500_000, 1_250_000_000))


def _prioritas(rng: random.Random, number: int, count: int) -> BarisPrioritas:
    return BarisPrioritas(
        nomor=number,
        label=f"U-{number:03d}",
        usulan=rng.choice(JUDUL),
        keluaran="ke_kecamatan" if number <= count * 0.6 else "dana_desa",
        bidang=rng.choice(BIDANG),
        permasalahan=rng.choice(MASALAH),
        lokasi=f"Krajan RT 0{rng.randint(1, 9)}/RW 01",
        volume=str(rng.randint(1, 400)),
        satuan=rng.choice(("m", "unit", "m2")),
        perkiraan_biaya=_cost(rng),
        perangkat_daerah=rng.choice(DINAS),
        nilai="4,25",
        peringkat=str(number),
        alasan_pindah="kesepakatan forum, mendahulukan lansia" if number == 3 else "",
    )


def _belum(rng: random.Random, number: int, label: int) -> BarisBelum:
    return BarisBelum(
        nomor=number,
        label=f"U-{label:03d}",
        kegiatan=rng.choice(JUDUL),
        alasan=rng.choice(ALASAN),
        bidang=rng.choice(BIDANG),
        permasalahan=rng.choice(MASALAH),
        lokasi=f"Krajan RT 0{rng.randint(1, 9)}/RW 01",
        volume=str(rng.randint(1, 400)),
        satuan="m",
        perkiraan_biaya=_cost(rng),
        perangkat_daerah=rng.choice(DINAS),
    )
