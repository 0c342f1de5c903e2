"""A hall that votes: people present, usulan, two groups, and rules that are locked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from musrenbang_desktop.domain.cara import CaraHitung, Metode
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

HADIR = 30


def hall(folder: Path, metode: Metode = "setuju", jatah: int = 3) -> Iterator[tuple[Layanan, list[str]]]:
    """Thirty people present, six usulan, two groups, rules locked."""
    with opened(folder) as desa:
        desa.forum.buka(small_forum())
        for number in range(HADIR):
            desa.peserta.hadirkan(desa.peserta.undang(PesertaBaru(nama=f"Peserta {number}")))
        ids = desa.usulan.catat_banyak(some_usulan(6), "impor")
        places = ((1, "Pertama", 3), (2, "Kedua", 2), (3, "Ketiga", 1)) if metode == "peringkat" else ((1, "Suara", 1),)
        kriteria = [Kriteria(f"k{n}", nama, nama[:3], bobot, terkecil=0, terbesar=9999) for n, nama, bobot in places]
        kelompok = (Kelompok("g1", "Kelompok 1"), Kelompok("g2", "Kelompok 2"))
        desa.prioritas.ubah_aturan(
            kriteria, kelompok, (), CaraHitung(metode=metode, gabung="jumlah", jatah_suara=jatah)
        )
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        yield desa, ids
