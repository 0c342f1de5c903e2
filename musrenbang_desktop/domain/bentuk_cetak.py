"""Sheets of a profile that are texts, lists of sentences, tables and signatures: what each of them must hold.

``SUSUNAN`` is the whole contract: the reader takes from ``[notulen]`` just what stands there, and a part of
``berita_acara`` draws it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from musrenbang_desktop.domain.rkp import RENCANA
from musrenbang_desktop.domain.uraian import CETAK

if TYPE_CHECKING:
    from musrenbang_desktop.domain.profile import BentukTabel, PenandaTangan

NamaCetak = Literal[
    "notulen",
    "musdus",
    "tanpa_kuorum",
    "daftar_rw",
    "rekapitulasi",
    "pagu_indikatif",
    "sk_tim",
    "sk_delegasi",
    "rkp_desa",
    "du_rkp",
    "buku_rencana",
    "buku_aspirasi",
    "buku_keputusan",
]


@dataclass(frozen=True, slots=True)
class Susunan:
    """What a sheet holds: names of texts, of lists of texts, and table -> the facts that its columns can show.

    ``isian`` are words that its texts may ask for besides the usual ones.
    """

    teks: tuple[str, ...]
    daftar: tuple[str, ...] = ()
    tabel: Mapping[str, frozenset[str]] = field(default_factory=dict)
    isian: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BentukCetak:
    """One sheet as the profile writes it. ``penanda`` sign below it, ``rebah`` lays the sheet across."""

    teks: Mapping[str, str]
    daftar: Mapping[str, tuple[str, ...]]
    tabel: Mapping[str, BentukTabel]
    penanda: tuple[PenandaTangan, ...] = ()
    rebah: bool = False


_HITUNG = frozenset({"jumlah", "nama", "jam", "saksi", "usulan", "dari", "ke", "alasan"})
_KUORUM = frozenset(
    {"hadir", "diundang", "perlu", "bagian", "jam", "jam_mulai", "saat", "alasan", "tanggal_lama", "kurang", "zona"}
)
_KEPUTUSAN = Susunan(
    teks=("judul", "tentang", "menetapkan", "penetapan", "penanda", "lampiran", "judul_lampiran"),
    daftar=("menimbang", "memperhatikan", "putusan", "salinan"),
    isian=frozenset({"nomor_sk", "tanggal_sk", "anggaran", "pembina", "tentang"}),
)
JABATAN_TIM = ("kepala", "pimpinan", "notulis", "notulis_kedua", "fasilitator", "penjaga_waktu", "saksi")
"""Offices of the team, as ``[sk_tim]`` names each of them under ``tim_<office>``."""

_RENCANA = Susunan(
    teks=("judul", "jumlah_bidang", "jumlah", "tanpa_bidang", "belum_dikenal"),
    daftar=("kepala",),
    tabel={
        "": frozenset(
            {
                "nomor",
                "urut",
                "label",
                "bidang",
                "usulan",
                "permasalahan",
                "lokasi",
                "volume",
                "perkiraan_biaya",
                "perangkat_daerah",
                "pengusul",
                "sumber_dana",
                "penerima",
                "penerima_l",
                "penerima_p",
                "penerima_rtm",
                *RENCANA,
                *CETAK,
            }
        )
    },
    isian=frozenset({"bidang", "jumlah", "jenis_kecamatan", "nama_kecamatan", "nama_kabupaten"}),
)

_SUMBER = {
    "desa": frozenset({"dana_desa", "add", "bagi_hasil", "bantuan_provinsi", "bantuan_kabupaten"}),
    "kelurahan": frozenset({"dana_kelurahan", "apbd_kabupaten", "apbd_provinsi", "apbn", "swadaya"}),
}

SUSUNAN: Mapping[NamaCetak, Susunan] = {
    "notulen": Susunan(
        teks=(
            "judul", "acara", "pembicaraan", "usulan", "putusan", "dikunci", "pindah", "ke_kecamatan", "dana_desa",
            "belum_disepakati", "delegasi", "ditutup", "penutup", "judul_kosong", "keterangan_kosong",
        ),
        tabel={
            "acara": frozenset({"nomor", "acara", "waktu", "oleh"}),
            "pembicaraan": frozenset({"nomor", "jam", "oleh", "pokok", "tanggapan"}),
            "usulan": frozenset({"nomor", "label", "usulan", "catatan"}),
        },
        isian=_HITUNG,
    ),
    "musdus": Susunan(
        teks=(
            "judul", "pembuka", "materi", "pimpinan", "putusan", "disepakati", "belum_disepakati", "delegasi",
            "tanpa_putusan", "penutup", "wakil",
        ),
        tabel={"wakil": frozenset({"nomor", "nama", "jenis_kelamin", "lembaga", "alamat", "tanda_tangan"})},
        isian=_HITUNG,
    ),
    "tanpa_kuorum": Susunan(
        teks=(
            "judul", "pembuka", "ditunda", "ditunda_bebas", "hadir", "cukup", "bebas", "kedua", "alasan", "kurang",
            "hasil", "tercapai", "penutup",
        ),
        isian=_KUORUM,
    ),
    "daftar_rw": Susunan(
        teks=("formulir", "judul", "ketua_rw", "ketua_dusun", "ketua_lain", "ketua_desa"),
        tabel={
            "": frozenset({"peringkat", "label", "usulan", "lokasi", "rukun", "volume", "swadaya", "bidang", "biaya"})
        },
        isian=frozenset({"asal"}),
    ),
    "rekapitulasi": Susunan(
        teks=("judul", "judul_jumlah"),
        tabel={
            "": frozenset({"nomor", "label", "bidang", "permasalahan", "usulan", "lokasi", "volume", "perkiraan_biaya"})
        },
    ),
    "pagu_indikatif": Susunan(
        teks=("judul", "pagu", "terpakai", "sisa", "belum_dikenal"),
        tabel={
            kind: frozenset({"nomor", "kegiatan", "lain", "jumlah"}) | sources for kind, sources in _SUMBER.items()
        },
        isian=frozenset({"jumlah"}),
    ),
    "sk_tim": Susunan(
        teks=(*_KEPUTUSAN.teks, *(f"tim_{office}" for office in JABATAN_TIM)),
        daftar=_KEPUTUSAN.daftar,
        tabel={"": frozenset({"nomor", "nama", "lahir", "jabatan", "unsur"})},
        isian=_KEPUTUSAN.isian,
    ),
    "sk_delegasi": Susunan(
        teks=_KEPUTUSAN.teks,
        daftar=_KEPUTUSAN.daftar,
        tabel={"": frozenset({"nomor", "nama", "jenis_kelamin", "lembaga", "alamat", "peran"})},
        isian=_KEPUTUSAN.isian,
    ),
    "rkp_desa": _RENCANA,
    "du_rkp": _RENCANA,
    "buku_rencana": Susunan(
        teks=("judul", "ketua", "sekretaris"),
        tabel={
            "": frozenset(
                {"nomor", "kegiatan", "lokasi", "pemerintah", "provinsi", "kabupaten", "swadaya", "jumlah", "pelaksana",
                 "manfaat", "keterangan"}
            )
        },
    ),
    "buku_aspirasi": Susunan(
        teks=("judul", "ketua", "sekretaris"),
        tabel={"": frozenset({"nomor", "tanggal", "pihak", "aspirasi", "tindak_lanjut"})},
    ),
    "buku_keputusan": Susunan(
        teks=("judul", "ketua", "sekretaris"),
        tabel={"": frozenset({"nomor", "tanggal", "pokok", "keterangan"})},
    ),
}  # fmt: skip

#: column of the sheet of ceilings -> the source of money, as it is recorded
SUMBER_KOLOM: Mapping[str, str] = {
    "dana_desa": "Dana Desa",
    "add": "Alokasi Dana Desa",
    "bagi_hasil": "Bagi hasil pajak dan retribusi",
    "bantuan_provinsi": "Bantuan keuangan provinsi",
    "bantuan_kabupaten": "Bantuan keuangan kabupaten",
    "dana_kelurahan": "Dana kelurahan",
    "apbd_kabupaten": "APBD kabupaten",
    "apbd_provinsi": "APBD provinsi",
    "apbn": "APBN",
    "swadaya": "Swadaya warga",
}

#: table of a sheet, ``sheet.table`` or ``sheet`` alone -> the facts of its columns
KOLOM_CETAK: Mapping[str, frozenset[str]] = {
    f"{name}.{table}".rstrip("."): facts for name, shape in SUSUNAN.items() for table, facts in shape.tabel.items()
}
