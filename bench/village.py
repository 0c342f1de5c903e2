"""The invented village that everything is measured with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan, build

ROOT = Path(__file__).resolve().parents[1]

_NEEDS = "Pembangunan Rehabilitasi Peningkatan Pengadaan Pemeliharaan Normalisasi Perbaikan".split()
_THINGS = ("talud sungai", "drainase gang", "jalan usaha tani", "posyandu balita", "sumur bor", "lampu jalan")
_DUSUN = ("Krajan", "Sumberjo", "Karanganyar", "Wonosari")


def now() -> datetime:
    """The clock of the measured program."""
    return datetime.now().astimezone()


@contextmanager
def opened(folder: Path) -> Iterator[Layanan]:
    """The services on a data folder."""
    found = open_store(folder, now, FileKeys(folder))
    try:
        yield build(found.store)
    finally:
        found.close()


def open_forum(services: Layanan) -> None:
    """The forum of the sample, without people and usulan."""
    from resources.sample import contoh

    services.forum.buka(contoh().forum)


def whole_forum(folder: Path, kode: str = "00.00.00.2001") -> None:
    """A data folder with the whole day of the sample: 64 invited, 73 present, 48 usulan, scores, agreement."""
    from resources.sample import contoh
    from tests.sukamaju import agree, score

    sample = contoh()
    with opened(folder) as services:
        services.forum.buka(replace(sample.forum, kode_wilayah=kode))
        invited = services.peserta.undang_banyak([person.sebelum_hadir for person in sample.undangan])
        for record, person in zip(invited, sample.undangan, strict=True):
            if person.isi.hadir:
                services.peserta.hadirkan(record, person.isi.hadir)
        for person in sample.tamu:
            services.peserta.catat_tamu(person.isi)
        usulan = services.usulan.catat_banyak([one.isi for one in sample.usulan], "mencatat usulan")
        known = sample.dengan_id(dict(zip((one.kunci for one in sample.usulan), usulan, strict=True)))
        score(services, known)
        agree(services, known)


def one_usulan(number: int) -> UsulanBaru:
    """An usulan with all that a clerk fills in; no two are alike."""
    need, thing = _NEEDS[number % len(_NEEDS)], _THINGS[number % len(_THINGS)]
    dusun, rt, rw = _DUSUN[number % len(_DUSUN)], number % 12 + 1, number % 5 + 1
    return UsulanBaru(
        judul=f"{need} {thing} RT {rt:02d} nomor {number}",
        masalah=f"Warga {dusun} kesulitan karena {thing} rusak; {number % 200 + 12} KK terdampak pada musim hujan.",
        dusun=dusun,
        rt=f"{rt:02d}",
        rw=f"{rw:02d}",
        lokasi=f"depan rumah ketua RT {rt:02d}",
        volume=str(number % 900 + 1),
        satuan="m",
        perkiraan_biaya=(number % 900 + 5) * 500_000,
        pengusul=f"RT {rt:02d}",
        bidang="Pembangunan",
        penerima_manfaat=number % 1800 + 20,
        perangkat_daerah="Dinas Pekerjaan Umum",
        keterangan="Lahan sudah dihibahkan",
    )
