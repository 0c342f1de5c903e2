"""Profile: everything a kabupaten prescribes about its forms, as plain values. reference/profile.py reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.bentuk_cetak import KOLOM_CETAK, BentukCetak, NamaCetak
from musrenbang_desktop.domain.bentuk_sehari import KOLOM_SEHARI, BentukSehari
from musrenbang_desktop.domain.keterwakilan import Ambang
from musrenbang_desktop.domain.kuorum import AturanDelegasi, AturanKuorum
from musrenbang_desktop.domain.rkp import RENCANA
from musrenbang_desktop.domain.uraian import CETAK

Rata = Literal["kiri", "tengah", "kanan"]
Letak = Literal["kiri", "tengah", "kanan"]
Peran = Literal["pimpinan", "notulis", "notulis_kedua", "kepala", "lpm", "ketua_tim"]
NamaLampiran = Literal["daftar_hadir", "prioritas", "belum_disepakati", "kelompok"]
StatusDasar = Literal["sah", "periksa"]


@dataclass(frozen=True, slots=True)
class Kertas:
    """The sheet and its margins in millimetres. A table that lies across (*rebah*) turns the sheet, not the margins."""

    lebar_mm: float
    tinggi_mm: float
    kiri_mm: float
    atas_mm: float
    kanan_mm: float
    bawah_mm: float

    def ruang_mm(self, *, rebah: bool) -> float:
        """Width that text may fill."""
        return (self.tinggi_mm if rebah else self.lebar_mm) - self.kiri_mm - self.kanan_mm


@dataclass(frozen=True, slots=True)
class Huruf:
    """Font sizes in points and the line spacing of running text.

    *spasi_rapat* is the closest spacing that may be used where it lets a berita acara end on its first sheet.
    """

    isi: float
    tabel: float
    judul: float
    kop: float
    kaki: float
    spasi: float
    spasi_rapat: float


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: which fact it shows (*isi*), its head, its share of the width, its alignment."""

    isi: str
    judul: str
    lebar_mm: float
    rata: Rata = "kiri"
    nomor: str = ""
    """what stands below its head where the numbering of the columns leaves out a letter"""


@dataclass(frozen=True, slots=True)
class BentukTabel:
    """How one table is drawn. *baris_kosong* rows follow the last one, *tinggi_baris_mm* leaves room for a pen."""

    kolom: tuple[Kolom, ...]
    tinggi_baris_mm: float = 0.0
    baris_kosong: int = 0


@dataclass(frozen=True, slots=True)
class Lampiran:
    """One annex: its roman number, title, sheet, table, and who signs below it."""

    nomor: str
    judul: str
    rebah: bool
    tabel: BentukTabel
    penanda: tuple[Peran, ...] = ()


@dataclass(frozen=True, slots=True)
class BentukUndangan:
    """The letter of invitation with its list, and the list of receipts."""

    sifat: str
    lampiran: str
    hal: str
    pembuka: str
    acara: str
    permintaan: str
    penutup: str
    penanda: str
    keterangan_kode: str
    rujukan: str
    judul_daftar: str
    judul_tanda_terima: str
    daftar: BentukTabel
    tanda_terima: BentukTabel
    tembusan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BentukLembar:
    """The sheets on the table at the door: with the names of the invited, and blank ones for whoever else comes.

    ``baris_halaman`` lines stand on every sheet, so that a line is found again by sheet and line.
    """

    judul: str
    keterangan_nama: str
    keterangan_kosong: str
    baris_halaman: int
    halaman_kosong: int
    tabel: BentukTabel


@dataclass(frozen=True, slots=True)
class BentukKuorum:
    """The sentences about opening and putting off; they may ask for KUORUM_ISIAN besides the usual words."""

    tercapai: str
    tidak_tercapai: str
    kedua: str
    alasan: str
    tunda_judul: str
    tunda_pembuka: str
    tunda_isi: str
    tunda_bebas: str
    tunda_ke: str
    tunda_penutup: str


@dataclass(frozen=True, slots=True)
class BentukDelegasi:
    """The sheet with the delegates and who signs below it; and the letter that they show at the kecamatan."""

    judul: str
    alasan: str
    tabel: BentukTabel
    penanda: tuple[Peran, ...]
    nomor: str
    """roman number of the annex"""
    mandat_judul: str
    mandat_pembuka: str
    mandat_isi: str
    mandat_penutup: str


@dataclass(frozen=True, slots=True)
class BentukKeterwakilan:
    """The page about who was represented, and the shares from which a group counts as well represented."""

    judul: str
    rumus: str
    ambang: Ambang


@dataclass(frozen=True, slots=True)
class Klausul:
    """``KESATU`` and what is agreed there.

    A clause with ``jika`` is printed only where that exists, and the later ones move up.
    """

    nomor: str
    teks: str
    jika: Literal["", "delegasi"] = ""


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """One place of a signature under the berita acara."""

    peran: Peran
    sebutan: str
    letak: Letak
    pengantar: str = ""
    jika: Literal["", "desa", "kelurahan"] = ""
    """only in a forum of this jenis"""


@dataclass(frozen=True, slots=True)
class DasarHukum:
    """A citation. Only what a person has compared with the regulation (*sah*) is ever printed."""

    teks: str
    status: StatusDasar


@dataclass(frozen=True, slots=True)
class Sebutan:
    """The words that differ between a desa and a kelurahan."""

    wilayah: str
    kepala: str
    dana: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The forms of one kabupaten. Texts carry {isian} that a document fills from the recorded forum."""

    id: str
    nama: str
    untuk: tuple[str, ...]
    """the kinds of village (``desa``, ``kelurahan``) that this form is made for"""
    kertas: Kertas
    huruf: Huruf
    nomor_kolom: Literal["huruf", "angka", ""]
    teks: Mapping[str, str]
    naskah: tuple[str, ...]
    """the parts of the berita acara in their order (``domain.naskah``)"""
    wakil_lembar_baru: bool
    """whether those who sign for the participants have a sheet of their own"""
    klausul: tuple[Klausul, ...]
    lampiran: Mapping[NamaLampiran, Lampiran]
    wakil: BentukTabel
    undangan: BentukUndangan
    penanda_tangan: tuple[PenandaTangan, ...]
    dasar_hukum: tuple[DasarHukum, ...]
    cetak_dasar_hukum: bool
    tembusan: tuple[str, ...]
    sebutan: Mapping[str, Sebutan]
    lembar: BentukLembar
    keterwakilan: BentukKeterwakilan
    kuorum: AturanKuorum
    teks_kuorum: BentukKuorum
    delegasi: AturanDelegasi
    daftar_delegasi: BentukDelegasi
    cetak: Mapping[NamaCetak, BentukCetak]
    sehari: BentukSehari


#: What a text of a profile may ask for.
ISIAN = frozenset(
    {
        "wilayah",
        "sebutan",
        "desa",
        "kecamatan",
        "kabupaten",
        "provinsi",
        "kepala",
        "camat",
        "camat_kecamatan",
        "dewan",
        "dewan_penuh",
        "dewan_singkat",
        "dewan_wilayah",
        "dusun",
        "musyawarah",
        "musyawarah_lengkap",
        "rkpd",
        "lanjutan",
        "diwakili",
        "dana",
        "tahun_pelaksanaan",
        "tahun_rencana",
        "tanggal_huruf",
        "tanggal",
        "tempat",
        "nomor",
    }
)

#: What the sentences about quorum and postponement may ask for besides.
KUORUM_ISIAN = ISIAN | {
    "hadir",
    "diundang",
    "perlu",
    "bagian",
    "jam",
    "jam_mulai",
    "saat",
    "alasan",
    "tunggu_jam",
    "tunda_hari",
    "tanggal_baru",
    "jam_baru",
    "zona",
}

_RENCANA = ("sumber_dana", "penerima", "penerima_l", "penerima_p", "penerima_rtm", *RENCANA, *CETAK)

#: The facts that the columns of each table can show.
KOLOM: Mapping[str, frozenset[str]] = {
    "daftar_hadir": frozenset(
        {"nomor", "nama", "usia", "jenis_kelamin", "lembaga", "jabatan", "alamat", "jam", "tanda_tangan"}
    ),
    "wakil": frozenset({"nomor", "nama", "usia", "jenis_kelamin", "lembaga", "jabatan", "alamat", "tanda_tangan"}),
    "lembar_hadir": frozenset({"nomor", "nama", "jenis_kelamin", "lembaga", "jabatan", "alamat", "tanda_tangan"}),
    "delegasi": frozenset({"nomor", "nama", "jenis_kelamin", "lembaga", "jabatan", "alamat", "peran", "tanda_tangan"}),
    "daftar_undangan": frozenset({"nomor", "nama", "lembaga", "alamat", "keterangan"}),
    "tanda_terima": frozenset({"nomor", "nama", "lembaga", "alamat", "tanggal_terima", "tanda_tangan", "penerima"}),
    "prioritas": frozenset(
        {
            "nomor",
            "label",
            "bidang",
            "permasalahan",
            "usulan",
            "lokasi",
            "volume",
            "perkiraan_biaya",
            "perangkat_daerah",
            "nilai",
            "peringkat",
            "pengusul",
            *_RENCANA,
        }
    ),
    "belum_disepakati": frozenset(
        {"nomor", "label", "bidang", "kegiatan", "lokasi", "volume", "perkiraan_biaya", "perangkat_daerah", "alasan"}
    ),
    **KOLOM_SEHARI,
    "kelompok": frozenset({"urutan", "label", "usulan", "lokasi", "nilai", "peringkat", "perkiraan_biaya"}),
    **KOLOM_CETAK,
}
