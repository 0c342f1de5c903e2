"""An invented package of a kabupaten that cannot exist (region 00), shaped like real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from musrenbang_desktop.domain.bagian_paket import BAGIAN, Isi
from musrenbang_desktop.reference import profile
from sync.wire import paket

DESA = "00.01.02.2003"

#: A private key that signs nothing but tests.
KABUPATEN = bytes(range(32))
ORANG_LAIN = bytes(range(1, 33))

HEAD = paket.Head(
    kode="00.01", kabupaten="Kabupaten Contoh", nomor="050/12/2026", tanggal="2026-01-05", tahun_rencana=2027
)

KAMUS: Sequence[Sequence[Isi]] = (
    ("JLN-01", "Rabat beton jalan lingkungan", "Jalan", "m2", 250_000, "20", "2000", "Pelaksanaan Pembangunan Desa",
     "Dinas Pekerjaan Umum", "Tebal 12 cm, lebar paling kecil 1,5 m"),
    ("JLN-02", "Pengaspalan jalan poros desa", "Jalan", "m2", 185_000, "100", "", "Pelaksanaan Pembangunan Desa",
     "Dinas Pekerjaan Umum", ""),
    ("DRN-01", "Saluran drainase batu kali", "Drainase", "m", 700_000, "10", "500", "Pelaksanaan Pembangunan Desa",
     "Dinas Pekerjaan Umum", ""),
    ("KES-01", "Rehabilitasi pos layanan terpadu", "Kesehatan", "unit", 60_000_000, "1", "2",
     "Pembinaan Kemasyarakatan", "Dinas Kesehatan", ""),
    ("PMB-01", "Pelatihan menjahit", "Pemberdayaan", "orang", None, "", "", "Pemberdayaan Masyarakat",
     "Dinas Tenaga Kerja", ""),
)  # fmt: skip

ROWS: Mapping[str, Sequence[Sequence[Isi]]] = {
    "kamus": KAMUS,
    "perangkat_daerah": (("1.03", "Dinas Pekerjaan Umum"), ("1.02", "Dinas Kesehatan")),
    "wilayah": (("00.01.02", "Kecamatan Contoh"), (DESA, "Sukamaju")),
    "kalender": (
        ("desa", "Musrenbang Desa", "2026-01-10", "2026-01-31"),
        ("kecamatan", "Musrenbang Kecamatan", "2026-02-02", "2026-02-27"),
    ),
    "kriteria": (("Kemendesakan", "MND", 3, "untung", 1, 5, "1 dapat menunggu; 5 harus tahun depan"),),
    "pagu": ((DESA, "Dana Desa", 900_000_000), (DESA, "Pagu kecamatan", 350_000_000), ("00.01.02.2004", "ADD", 1)),
    "kuota": ((DESA, 12), ("00.01.02.2004", 9)),
    "jawaban": (
        (DESA, "U-003", "Jembatan Kali Bening", "tolak", "Bukan kewenangan kabupaten", "Dinas Pekerjaan Umum", 2026),
        ("00.01.02.2004", "U-001", "Embung", "terima", "", "", 2026),
    ),
    "cantolan": (("RPJMD-2.1", "Jalan lingkungan dalam kondisi baik", "RPJMD 2025-2029"),),
    "alasan": (
        ("luar_kamus", "baru", "Jenis kegiatan baru"),
        ("belum_disepakati", "biaya", "Biayanya belum dihitung"),
    ),
}


def parts(rows: Mapping[str, Sequence[Sequence[Isi]]] = ROWS) -> dict[str, bytes]:
    """The parts as a package holds them."""
    return {BAGIAN[name].berkas: paket.table(BAGIAN[name], found) for name, found in rows.items()}


def contoh_paket(
    rows: Mapping[str, Sequence[Sequence[Isi]]] = ROWS,
    *,
    private: bytes = KABUPATEN,
    head: paket.Head = HEAD,
    with_profile: bool = False,
) -> bytes:
    """The whole file."""
    found = parts(rows)
    if with_profile:
        text = profile.own_text("rkpd-86")
        found["profil/rkpd-86.toml"] = text.replace('nama = "', 'nama = "Contoh ', 1).encode()
    return paket.pack(head, found, private)


def kamus_besar(count: int) -> list[Sequence[Isi]]:
    """As many invented entries as asked, no two alike."""
    works = ("Pembangunan", "Rehabilitasi", "Peningkatan", "Pemeliharaan", "Pengadaan", "Pengaspalan")
    things = ("jalan lingkungan", "saluran drainase", "talud", "jembatan", "pos layanan", "sumur bor", "taman bacaan")
    return [
        (f"K-{n:05d}", f"{works[n % 6]} {things[n // 6 % 7]} tipe {n}", things[n % 7], "m", 1_000 * n, "", "",
         "Pelaksanaan Pembangunan Desa", f"Dinas {n % 20}", "")
        for n in range(1, count + 1)
    ]  # fmt: skip


def berkas(folder: Path, data: bytes, name: str = "contoh") -> Path:
    """The package as a file."""
    path = folder / f"{name}{paket.SUFFIX}"
    path.write_bytes(data)
    return path
