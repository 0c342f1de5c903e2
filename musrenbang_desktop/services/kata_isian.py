"""The fields of a record in the words of the place, and what they held: amounts, rows and names instead of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import kisah, paket
from musrenbang_desktop.domain.lampiran import JENIS_LAMPIRAN
from musrenbang_desktop.domain.notulen import JENIS_NOTULEN
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sebutan import Istilah
from musrenbang_desktop.domain.silsilah import JAWABAN_PRA, sebutan_forum
from musrenbang_desktop.services import kalimat_usulan

_FIELDS = {
    "desa": "nama desa", "judul": "judul",
    "masalah": "masalah", "dusun": "dusun", "rt": "RT", "rw": "RW", "lokasi": "lokasi",
    "volume": "volume",
    "satuan": "satuan", "perkiraan_biaya": "perkiraan biaya", "pengusul": "pengusul", "bidang": "bidang",
    "penerima_manfaat": "penerima manfaat", "perangkat_daerah": "perangkat daerah", "keterangan": "keterangan",
    "nama": "nama", "jenis_kelamin": "L/P", "unsur": "unsur", "jabatan": "jabatan", "usia": "usia",
    "hadir": "jam hadir",
    "tanggal_serah": "tanggal surat diserahkan", "cara_serah": "cara penyerahan", "penerima": "penerima surat",
    "nomor_undangan": "nomor surat undangan", "tanggal_undangan": "tanggal surat undangan",
    "wakil_dari": "wakil dari", "status": "status", "alasan_batal": "alasan", "diundang": "undangan", "ada": "tercatat",
    "tahun_rencana": "tahun rencana", "tahun_pelaksanaan": "tahun pelaksanaan", "nomor_ba": "nomor berita acara",
    "kode_wilayah": "kode wilayah", "jam_mulai": "jam mulai", "jam_selesai": "jam selesai", "latihan": "forum latihan",
    "pimpinan": "pimpinan sidang", "notulis_kedua": "notulis kedua", "ketua_tim": "ketua tim penyusun RKP",
    "pulang": "jam pulang", "kelompok_usia": "kelompok usia", "disabilitas": "penyandang disabilitas",
    "kebutuhan": "kebutuhan akses",
    "wakil_peserta": "wakil peserta", "kepala": "kepala desa",
    "nomor_sk": "nomor SK tim", "tanggal_sk": "tanggal SK tim", "penjaga_waktu": "penjaga waktu",
    "tanggal_data": "tanggal data", "batas_data": "batas data lama (bulan)",
    "ragam": "sebutan setempat", "sebutan_dusun": "sebutan dusun",
    "agenda": "susunan acara", "target_unsur": "target unsur", "induk": "musrenbang induk",
    "materi": "materi yang dibahas", "tanpa_pra": "alasan tanpa pra-musrenbang", "pra": "musyawarah sebelumnya",
    "pra_luar": "musyawarah di luar program", "sipd_id": "nomor SIPD", "keadaan": "keadaan di SIPD",
    "oleh": "oleh", "waktu": "waktu", "anak": "musyawarah yang dihubungkan", "pagu_sumber": "pagu per sumber",
}  # fmt: skip
_MORE = {
    "urutan": "urutan kesepakatan", "keluaran": "keluaran", "alasan": "alasan", "alasan_pindah": "alasan dipindah",
    "alasan_lompat": "alasan didahulukan", "alasan_buka": "alasan dibuka lagi", "gabung_ke": "digabung ke",
    "beda_dengan": "beda dengan", "nomor": "nomor", "pisah_dari": "dipecah dari", "asal_usulan": "usulan asalnya",
    "asal_forum": "musyawarah asalnya", "asal_urutan": "urutan di musyawarah asalnya", "undangan": "undangan",
    "tahun_menunggu": "tahun menunggu", "disalin_dari": "persiapan disalin dari", "paket": "paket kabupaten",
    "ditutup": "ditutup pukul", "terkunci": "dikunci pukul", "alasan_versi": "alasan aturan baru",
    "terbit": "dibagikan",
    "tidak_dipakai": "tidak dipakai", "pencacah1": "pencacah pertama", "pencacah2": "pencacah kedua",
    "delegasi": "delegasi", "cadangan": "cadangan delegasi", "alasan_delegasi": "alasan susunan delegasi",
    "lembar": "tanda tangan tiap lembar", "bagian": "aturan kuorum", "pembukaan": "pembukaan", "kode": "kode segel",
    "teks": "catatan tambahan", "cara_putus": "keputusan diambil dengan", "suara_setuju": "suara setuju",
    "suara_tidak": "suara tidak setuju", "suara_abstain": "suara abstain", "berkas": "berkas", "cetakan": "cetakan ke-",
    "dicetak": "lembar dicetak", "ulang": "cetak ulang ke-", "tanggal_baru": "tanggal baru", "jam_baru": "jam baru",
    "kamus": "butir kamus", "alasan_luar_kamus": "alasan di luar kamus", "cantolan": "cantolan rencana",
}  # fmt: skip
_OUTPUTS = {"ke_kecamatan": "dibawa ke kecamatan", "dana_desa": "dana desa", "belum_disepakati": "belum disepakati"}
#: What only a program reads: nobody changed it by hand.
TEKNIS = frozenset(
    {"sha256", "kertas", "jejak", "tanda", "tanda_qr", "kunci", "isi", "ukuran", "lembar_cetak", "urutan_skor"}
)
#: Fields whose words are all our own: they follow the place. What somebody typed never does.
_OURS = frozenset({"kewenangan", "pola_pelaksanaan", "sumber_usulan", "jenis_pengusul", "kesiapan", "keluaran"})
_ID = re.compile(r"[a-z0-9]{8}-[0-9]+")


def sebutan(connection: Connection, forum: str) -> Istilah:
    """The words of the place in which a forum is held."""
    return kisah.istilah_of(connection, forum)


def keluaran(connection: Connection, forum: str, value: str) -> str:
    """``dibawa ke kecamatan``, ``dana desa``, in the words of the place."""
    return sebutan(connection, forum).dalam(_OUTPUTS.get(value, value))


def nama(connection: Connection, forum: str, field: str) -> str:
    """The word of the operators for a field."""
    known = _FIELDS.get(field) or kalimat_usulan.NAMES.get(field) or _MORE.get(field)
    return sebutan(connection, forum).dalam(known) if known else field.replace("_", " ")


def kata(connection: Connection, forum: str, field: str, value: Any) -> str:
    """What a field held, in words; nothing when it was empty."""
    if value in ("", None, []):
        return ""
    if field == "paket":
        found = paket.one(connection, str(value))
        return found.nomor if found else str(value)[:8]
    words = _own_words(field, value)
    if words:
        return sebutan(connection, forum).dalam(words) if field in _OURS else words
    return _named(connection, _plainly(value))


def menjadi(connection: Connection, forum: str, isi: Mapping[str, Any]) -> str:
    """The changed fields of an event in one line: ``volume menjadi 90; satuan dikosongkan``."""
    return "; ".join(
        f"{nama(connection, forum, name)} {_became(connection, forum, name, value)}"
        for name, value in isi.items()
        if name not in TEKNIS
    )


def lembar(halaman: str) -> str:
    """``lembar 2``; the sheet of the guests has the number 0."""
    return "lembar tamu" if halaman == "0" else f"lembar {halaman}"


def rupiah(value: Any) -> str:
    """An amount; what is none stays readable."""
    return format_rupiah(value) if isinstance(value, int) else str(value)


def _became(connection: Connection, forum: str, name: str, value: Any) -> str:
    if value in ("", None, []):
        return "dikosongkan"
    if isinstance(value, list) and not _own_words(name, value):
        return "diubah"
    return f"menjadi {kata(connection, forum, name, value)}"


def _own_words(field: str, value: Any) -> str:
    """Words that the field has for its values; nothing where the value speaks for itself."""
    if field == "keluaran":
        return _OUTPUTS.get(value, str(value))
    if field == "pra":
        return JAWABAN_PRA.get(value, str(value))
    if field == "pagu_sumber":
        return _ceilings(value)
    if field in ("perkiraan_biaya", "pagu"):
        return rupiah(value)
    if field == "urutan" and isinstance(value, list):
        return f"{len(value)} usulan"
    if field in ("kriteria", "kelompok") and isinstance(value, list):
        return ", ".join(f"{row[1]} {row[3]}" if field == "kriteria" else str(row[1]) for row in value)
    if field == "lembar" and isinstance(value, dict):
        return ", ".join(f"{lembar(page)}: {number}" for page, number in value.items())
    if field == "pembukaan" and isinstance(value, dict):
        return f"pukul {value.get('jam', '-')}, {value.get('hadir', '-')} undangan hadir"
    if field == "jenis":
        return JENIS_LAMPIRAN.get(value) or dict(JENIS_NOTULEN).get(value) or ""
    return kalimat_usulan.shown(field, value)


def _ceilings(rows: Any) -> str:
    """``Dana Desa Rp800.000.000, Swadaya warga belum diketahui``."""
    return ", ".join(
        f"{source} {'belum diketahui' if amount is None else format_rupiah(amount)}" for source, amount in rows
    )


def _plainly(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        apart = "; " if any(isinstance(part, list | dict) for part in value) else ", "
        return apart.join(_plain(part) for part in value)
    return _plain(value)


def _plain(value: Any) -> str:
    """A row of a record as words: ``Pembukaan 10``, ``Ibu Ketua, PKK``."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        return ", ".join(_plain(part) for part in value.values() if part not in ("", None, [], False))
    if isinstance(value, list):
        return " ".join(_plain(part) for part in value if part not in ("", None, [], False))
    return str(value)


def nama_record(connection: Connection, record: str) -> str:
    """The name of a record: of an usulan, a person, a ticket, a forum, a figure, a file; else what was given."""
    if named := kisah.name_of(connection, record):
        return named
    found = forums.one(connection, record)
    return f"{sebutan_forum(found)} {found.tahun_pelaksanaan}" if found else record


def _named(connection: Connection, words: str) -> str:
    """The same with the names of records in the place of their ids."""
    return _ID.sub(lambda found: nama_record(connection, found[0]), words)
