"""The names that people give to the columns of a list of usulan, best first."""

from __future__ import annotations

import re
from functools import lru_cache

SPELLINGS: dict[str, tuple[str, ...]] = {
    "judul": (
        "judul",
        "judul usulan",
        "nama usulan",
        "usulan",
        "usulan kegiatan",
        "usulan program/kegiatan",
        "nama usulan kegiatan",
        "uraian usulan",
        "usulan masyarakat",
        "usulan warga",
        "nama kegiatan",
        "nama program/kegiatan",
        "nama paket",
        "nama pekerjaan",
        "jenis kegiatan",
        "kegiatan",
        "rencana kegiatan",
        "kegiatan prioritas",
        "program/kegiatan",
        "program dan kegiatan",
        "program kegiatan",
        "bidang/jenis kegiatan",
        "bidang/kegiatan",
        "kegiatan/sub kegiatan",
        "uraian kegiatan",
        "uraian pekerjaan",
        "pekerjaan",
        "jenis pekerjaan",
        "gagasan",
        "gagasan kegiatan",
        "giat teks",
        "uraian",
        "jenis usulan",
    ),
    "masalah": (
        "masalah",
        "permasalahan",
        "uraian masalah",
        "uraian permasalahan",
        "masalah/kebutuhan",
        "latar belakang",
        "latar belakang masalah",
        "alasan usulan",
        "alasan",
        "urgensi",
    ),
    "lokasi": (
        "lokasi",
        "alamat",
        "lokasi kegiatan",
        "detail lokasi",
        "lokasi/alamat",
        "alamat/lokasi",
        "lokasi rt/rw/dusun",
        "lokasi dusun/rt/rw",
        "alamat lokasi",
        "alamat teks",
        "tempat",
        "letak",
    ),
    "dusun": (
        "dusun",
        "nama dusun",
        "dusun/lingkungan",
        "dusun/rw",
        "lingkungan",
        "dukuh",
        "pedukuhan",
        "padukuhan",
        "banjar",
    ),
    "rt": ("rt/rw", "rt rw", "rt dan rw", "rt", "no rt", "nomor rt"),
    "rw": ("rw", "no rw", "nomor rw", "rukun warga"),
    "volume": (
        "volume",
        "vol",
        "volume dan satuan",
        "volume/satuan",
        "volume satuan",
        "prakiraan volume",
        "perkiraan volume",
        "koefisien",
        "besaran",
        "target volume",
        "kuantitas",
        "banyaknya",
        "ukuran",
        "usulvolume",
    ),
    "satuan": ("satuan", "sat", "satuan volume", "nama satuan"),
    "perkiraan_biaya": (
        "perkiraan biaya",
        "prakiraan biaya",
        "biaya",
        "anggaran",
        "pagu",
        "jumlah rp",
        "estimasi biaya",
        "estimasi anggaran",
        "rencana biaya",
        "rencana anggaran",
        "rencana anggaran biaya",
        "kebutuhan dana",
        "kebutuhan anggaran",
        "pagu indikatif",
        "pagu anggaran",
        "usulan anggaran",
        "usulan biaya",
        "nilai usulan",
        "usulanggaran",
        "total biaya",
        "jumlah biaya",
        "jumlah anggaran",
        "jumlah dana",
        "harga total",
        "total harga",
        "rab",
        "dana",
        "nilai rp",
        "rp",
        "jumlah",
        "nilai",
    ),
    "pengusul": (
        "pengusul",
        "nama pengusul",
        "asal usulan",
        "usulan dari",
        "diusulkan oleh",
        "asal",
        "unsur pengusul",
        "kelompok pengusul",
        "lembaga pengusul",
        "pemohon",
        "profil",
        "jenis profil",
        "level pengusul",
    ),
    "bidang": ("bidang", "nama bidang", "bidang kegiatan", "bidang pembangunan", "bidang usulan", "bidang urusan"),
    "penerima_manfaat": (
        "penerima manfaat",
        "jumlah penerima manfaat",
        "penerima manfaat jiwa",
        "calon penerima manfaat",
        "pemanfaat",
        "jumlah pemanfaat",
        "manfaat",
        "jumlah jiwa",
        "sasaran penerima",
        "sasaran/manfaat",
        "sasaran",
    ),
    "perangkat_daerah": (
        "perangkat daerah",
        "opd",
        "skpd",
        "opd awal",
        "nama skpd awal",
        "opd tujuan",
        "skpd tujuan",
        "opd/skpd",
        "skpd/opd",
        "perangkat daerah tujuan",
        "perangkat daerah pelaksana",
        "perangkat daerah penanggung jawab",
        "opd pelaksana",
        "skpd pelaksana",
        "opd pengampu",
        "opd terkait",
        "dinas",
        "dinas terkait",
        "instansi",
        "instansi pelaksana",
        "nama skpd",
        "opd akhir",
        "pelaksana",
    ),
    "keterangan": ("keterangan", "ket", "catatan", "keterangan/catatan", "catatan usulan", "keterangan lain"),
}

#: Columns that are often there and that no field of an usulan takes.
KNOWN_OTHERS = frozenset(
    (
        "id usulan,id,kode,kode usulan,tanggal,tanggal usul,tanggal usulan,tahun,tahun anggaran,"
        "waktu,waktu pelaksanaan,sumber dana,sumber biaya,sumber,sumber pembiayaan,pola pelaksanaan,"
        "status,status usulan,usulan ke,prioritas,urutan prioritas,skor,rangking,ranking,kab,"
        "kabupaten,kabupaten/kota,kec,kecamatan,kel,kelurahan,kelurahan/desa,desa,desa/kelurahan,"
        "provinsi,latitude,longitude,latitute,lat,long,lng,koordinat,jenis belanja,sub kegiatan,"
        "kode kegiatan,kode rekening,kode sub kegiatan,rek mitra,rek kel/desa,rek kec,rek skpd,"
        "rek tapd,harga satuan,data eksisting,target capaian,data existing,sdgs,nik,no hp,nomor hp,"
        "telepon,foto,lampiran,program,sub bidang,l,p,lk,pr,laki laki,perempuan,rtm,artm,kk,"
        "sifat,tipe,kelompok,output,outcome,indikator,tolok ukur"
    ).split(",")
)

NUMBER_COLUMNS = frozenset(
    (
        "no,nomor,no urut,nomor urut,no kegiatan,nomor kegiatan,no usulan,nomor usulan,nomer,urut,#,sheet row,id kamus"
    ).split(",")
)

#: A heading below "Volume" or "Biaya" that says nothing by itself.
GENERIC = frozenset(
    "jumlah,jml,nilai,besar,besaran,angka,total,rp,jumlah rp,vol,volume,jumlah total,orang,jiwa,nama".split(",")
)

#: Spellings so general that only the whole heading may be it.
_WHOLE_ONLY = frozenset(
    {"nilai", "sasaran", "tempat", "letak", "dana", "asal", "jumlah", "alasan", "manfaat", "dinas", "besaran"}
)

_FIELD_OF = {
    spelling: (field, rank) for field, spellings in SPELLINGS.items() for rank, spelling in enumerate(spellings)
}
_STARTS = tuple(
    sorted(
        (spelling for spelling in _FIELD_OF if len(spelling) >= 5 and spelling not in _WHOLE_ONLY),
        key=len,
        reverse=True,
    )
)
_START_PENALTY = 100
_LONGEST_HEADING = 60


@lru_cache(maxsize=4096)
def normal_heading(text: str) -> str:
    """``Lokasi\\n(RT/RW)`` and ``lokasiRt`` as plain words: lower case, no signs but a slash."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold().replace("&", " dan ").replace("perkiran", "perkiraan")
    text = re.sub(r"[^\w/#]+|_", " ", text)
    return re.sub(r"\s*/\s*", "/", " ".join(text.split())).strip("/")


def field_of_heading(text: str) -> tuple[str, int] | None:
    """The field that a heading names, and how well: a smaller rank is better."""
    if not text or len(text) > 2 * _LONGEST_HEADING:
        return None
    for form in _forms(text):
        if form in NUMBER_COLUMNS or form in KNOWN_OTHERS:
            return None
        if form in _FIELD_OF:
            return _FIELD_OF[form]
    heading = normal_heading(text)
    if len(heading) <= _LONGEST_HEADING:
        for start in _STARTS:
            if heading.startswith((f"{start} ", f"{start}/")):
                field, rank = _FIELD_OF[start]
                return field, rank + _START_PENALTY
    return None


def is_number_heading(text: str) -> bool:
    """Whether the column below counts the rows."""
    return any(form in NUMBER_COLUMNS for form in _forms(text))


def is_heading(text: str) -> bool:
    """Whether the text is the usual name of a column, taken by a field or not."""
    return any(form in _FIELD_OF or form in NUMBER_COLUMNS or form in KNOWN_OTHERS for form in _forms(text))


@lru_cache(maxsize=4096)
def _forms(text: str) -> tuple[str, ...]:
    whole = normal_heading(text)
    bare = normal_heading(re.sub(r"\([^)]*\)", " ", text))
    lettered = re.sub(r"^[a-z0-9]{1,2} (?=\w{2})", "", whole)
    return whole, bare, lettered
