"""How titles of usulan are written: abbreviations, words of the same meaning, words that say nothing about likeness."""

from __future__ import annotations

#: Several words that stand for one thing, put together before the words are looked at one by one.
PHRASES = {
    "rumah tidak layak huni": "rtlh",
    "rumah tak layak huni": "rtlh",
    "bedah rumah": "rtlh",
    "tembok penahan tanah": "talud",
    "lampu penerangan jalan umum": "lampu jalan",
    "lampu penerangan jalan": "lampu jalan",
    "penerangan jalan umum": "lampu jalan",
    "penerangan jalan": "lampu jalan",
    "pju": "lampu jalan",
    "pemberian makanan tambahan": "pmt",
    "makanan tambahan": "pmt",
    "jalan usaha tani": "jut",
    "sekolah dasar negeri": "sdn",
    "sekolah dasar": "sdn",
    "sd negeri": "sdn",
    "sd": "sdn",
    "tempat pembuangan sampah": "tps",
    "tempat sampah": "tongsampah",
    "kotak sampah": "tongsampah",
    "tong sampah": "tongsampah",
    "bak sampah": "tongsampah",
    "pos kamling": "poskamling",
    "pos ronda": "poskamling",
    "pos keamanan": "poskamling",
    "rabat beton": "rabat",
    "cor beton": "rabat",
    "paving blok": "paving",
    "paving block": "paving",
    "saluran irigasi": "irigasi",
    "saluran drainase": "drainase",
    "saluran air limbah": "limbah",
    "saluran air": "drainase",
    "antar dusun": "antardusun",
    "balai dusun": "balaidusun",
    "balai desa": "balaidesa",
    "kas desa": "kasdesa",
    "bum desa": "bumdes",
    "mobil siaga": "ambulans",
    "tembok keliling": "pagar",
    "pagar keliling": "pagar",
}

#: One word for another, letters only.
SAME = {
    "jl": "jalan", "jln": "jalan", "gg": "gang", "dsn": "dusun", "kp": "kampung", "kmp": "kampung", "ds": "desa",
    "lingk": "lingkungan", "dpn": "depan", "blkg": "belakang", "dkt": "dekat", "utk": "untuk", "pinggir": "tepi",
    "pengaspalan": "aspal", "diaspal": "aspal", "pengaspalannya": "aspal", "hotmix": "aspal", "aspalisasi": "aspal",
    "pavingisasi": "paving", "pemavingan": "paving", "dipaving": "paving",
    "betonisasi": "rabat", "pengecoran": "rabat", "cor": "rabat", "dicor": "rabat", "rabatisasi": "rabat",
    "selokan": "drainase", "got": "drainase", "parit": "drainase", "drainasenya": "drainase",
    "senderan": "talud", "tpt": "talud", "turap": "talud",
    "toilet": "wc", "mck": "wc", "jamban": "jamban", "kakus": "jamban",
    "mesjid": "masjid", "musholla": "musala", "mushola": "musala", "musalla": "musala", "langgar": "musala",
    "kuburan": "makam", "pemakaman": "makam", "dipagar": "pagar", "pemagaran": "pagar",
    "gorong": "gorong", "ambulan": "ambulans", "pipanisasi": "pipa", "perpipaan": "pipa",
    "penampungan": "tampung", "penampung": "tampung", "pengasapan": "fogging",
    "kursus": "pelatihan", "penyuluhan": "sosialisasi", "menjahit": "jahit",
    "kali": "sungai",
}  # fmt: skip

#: Words that an usulan may or may not have and be the same.
DROPPED = frozenset(
    "pembangunan bangun dibangun membangun perbaikan diperbaiki memperbaiki peningkatan rehab rehabilitasi renovasi"
    " direnovasi pembuatan membuat dibuat pengadaan pembelian beli pemasangan pasang pemeliharaan perawatan lanjutan"
    " normalisasi sambungan rusak baru sementara di ke dari untuk bagi dan yang pada dengan oleh dalam agar perlu mohon"
    " sepanjang ukuran kegiatan usulan dusun kampung desa rt rw"
    .split()
)  # fmt: skip

#: What follows a quantity; the quantity is in a field of its own and differs between two who ask for the same.
UNITS = (
    "meter persegi", "meter kubik", "meter", "m2", "m3", "m²", "m³", "m", "km", "ha", "unit", "buah", "bh", "paket",
    "titik", "set", "ekor", "orang", "kg", "lokasi", "kelompok", "batang", "sak", "rumah", "kk",
)  # fmt: skip

#: What may stand in the field *dusun* and means everywhere.
WHOLE_VILLAGE = frozenset({"semuadusun", "seluruhdusun", "sedesa", "desa", "semua", "seluruhdesa", "sekelurahan"})

#: Words that many different usulan share; having only these in common means nothing.
COMMON = frozenset(
    "jalan gang lingkungan warga umum air bersih rumah alat depan dekat tepi belakang anak pelatihan bantuan"
    " masyarakat".split()
)

#: A road that is mended is mended with one of these.
SURFACES = frozenset({"aspal", "rabat", "paving"})
