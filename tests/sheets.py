"""Every printed page of the sample village as a picture: ``python -m tests.sheets [--out DIR] [JENIS ...]``."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.layanan import Layanan
from tests.desa import whole_desa
from tests.kelurahan import rembug, whole_kelurahan
from tests.spoken_day import spoken_day
from tests.sukamaju import record_people_and_usulan
from tests.village import opened

DPI = 70
"""A page of F4 becomes 593 x 910 dots: enough to see a clipped cell, small enough to keep."""
MOST = 3
"""pages of one document; those that follow look alike"""


def main() -> None:
    """Hold every forum, draw its documents, save their first pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jenis", nargs="*", help="only these documents")
    parser.add_argument("--out", type=Path, default=Path("docs/sheets"))
    parser.add_argument("--dpi", type=int, default=DPI)
    parser.add_argument("--pages", type=int, default=MOST)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.out.mkdir(parents=True, exist_ok=True)
    for name, (hold, kinds) in FORUMS.items():
        with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as services:
            hold(services)
            penggambar = services.dokumen.penggambar()
            for jenis in kinds or JENIS:
                if not options.jenis or jenis in options.jenis:
                    data = penggambar.gambar(jenis)
                    count = _save(data, options.out / f"{name}{jenis}", options.dpi, options.pages)
                    print(f"{name}{jenis}: {count} halaman")


def sealed_day(services: Layanan) -> None:
    spoken_day(services)
    services.segel.buat()


def _second_meeting(services: Layanan) -> None:
    """Put off for want of a quorum, then opened with those present."""
    record_people_and_usulan(services)
    for person in services.peserta.daftar(hanya="hadir")[12:]:
        services.peserta.batal_hadir(person.id)
    services.kehadiran.tunda("2026-01-23", "09.00", "hujan lebat dan jembatan terputus")
    for person in services.peserta.daftar(hanya="undangan")[:21]:
        services.peserta.hadirkan(person.id, "08.50")
    services.kehadiran.buka()


def _second_version(services: Layanan) -> None:
    """Printed, opened again for a wrong cost, one usulan moved, closed anew."""
    spoken_day(services)
    drawn = services.dokumen.penggambar().gambar("berita_acara")
    services.dokumen.simpan("berita_acara", drawn, 2)
    services.kesepakatan.buka_lagi("salah ketik biaya")
    agreed = services.kesepakatan.sekarang()
    assert agreed is not None
    services.kesepakatan.pindah(agreed.butir[3].usulan, 1, "mendahulukan sekolah", oleh="BPD", setuju=20)
    services.usulan.ubah(agreed.butir[0].usulan, perkiraan_biaya=99_000_000)
    services.kesepakatan.tutup()


#: name before the file -> what is held, and the documents of it that differ from those of the sample; () are all
FORUMS: dict[str, tuple[Callable[[Layanan], object], tuple[str, ...]]] = {
    "": (sealed_day, ()),
    "kelurahan-": (whole_kelurahan, ("berita_acara", "pagu_indikatif")),
    "desa-114-": (whole_desa("desa-114"), ("berita_acara", "prioritas", "rkp_desa", "du_rkp")),
    "desa-21-": (whole_desa("desa-21"), ("berita_acara", "prioritas", "rkp_desa", "du_rkp")),
    "rembug-": (rembug, ("berita_acara", "daftar_rw")),
    "versi-2-": (_second_version, ("perubahan",)),
    "kedua-": (_second_meeting, ("penundaan", "tanpa_kuorum")),
}


def _save(data: bytes, name: Path, dpi: int, most: int) -> int:
    """Save the first pages; returns how many the document has."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(most, len(document))):
            picture = document[number].render(scale=dpi / 72, grayscale=True).to_pil()
            picture.save(name.with_name(f"{name.name}-{number + 1}.png"), optimize=True)
        return len(document)
    finally:
        document.close()


if __name__ == "__main__":
    main()
