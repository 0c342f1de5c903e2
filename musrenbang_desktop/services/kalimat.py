"""The journal in sentences: what an act was, for the history page and the undo menu.

These are Indonesian because the history is printed and read aloud; they hold no personal contact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import dasar, forum, jurnal, lampiran, paket, peserta, titipan, usulan
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.domain.lampiran import JENIS_LAMPIRAN
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.silsilah import JAWABAN_PRA, sebutan_forum
from musrenbang_desktop.domain.surat import JENIS_SURAT
from musrenbang_desktop.services import kalimat_kehadiran, kalimat_sidang, kalimat_skor, kalimat_usulan

_FIELDS = {
    "judul": "judul", "masalah": "masalah", "dusun": "dusun", "rt": "RT", "rw": "RW", "lokasi": "lokasi",
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
    "wakil_peserta": "wakil peserta", "kepala": "kepala desa/lurah",
    "nomor_sk": "nomor SK tim", "tanggal_sk": "tanggal SK tim", "penjaga_waktu": "penjaga waktu",
    "tanggal_data": "tanggal data", "batas_data": "batas data lama (bulan)",
    "ragam": "sebutan setempat", "sebutan_dusun": "sebutan dusun",
    "agenda": "susunan acara", "target_unsur": "target unsur", "induk": "musrenbang induk",
    "materi": "materi yang dibahas", "tanpa_pra": "alasan tanpa pra-musrenbang", "pra": "musyawarah sebelumnya",
    "pra_luar": "musyawarah di luar program", "sipd_id": "nomor SIPD", "keadaan": "keadaan di SIPD",
    "oleh": "oleh", "waktu": "waktu", "anak": "musyawarah yang dihubungkan", "pagu_sumber": "pagu per sumber",
}  # fmt: skip
CARA = {"mufakat": "musyawarah mufakat", "aklamasi": "aklamasi", "suara": "pemungutan suara"}
_OUTPUTS = {"ke_kecamatan": "dibawa ke kecamatan", "dana_desa": "dana desa", "belum_disepakati": "belum disepakati"}


def act(connection: Connection, first: Tercatat, count: int) -> str:
    """One sentence for an act of ``count`` events that begins with ``first``."""
    if count > 1 and first.event.isi.get("asal_usulan"):
        return _many_carried(connection, first)
    if whole := first.event.isi.get("pisah_dari"):
        return f"Usulan {_usulan_name(connection, whole)} dipecah"
    if count > 1 and "gabung_ke" not in first.event.isi and first.event.jenis in _MANY:
        return _MANY[first.event.jenis].format(n=count)
    return detail(connection, first)


def _many_carried(connection: Connection, first: Tercatat) -> str:
    """Usulan that went on into this forum; their files came along in the same act and are not counted."""
    n = jurnal.count_of(connection, first.perangkat, first.langkah, first.event.jenis)
    if n == 1:
        return detail(connection, first)
    if child := first.event.isi.get("asal_forum"):
        source = forum.one(connection, str(child))
        return f"{n} usulan diambil dari {sebutan_forum(source) if source else 'musyawarah sebelumnya'}"
    return f"{n} usulan tahun lalu diajukan lagi"


def detail(connection: Connection, event: Tercatat) -> str:
    """One line for one event of an act."""
    kind = event.event.jenis.partition(".")[0]
    return _BY_KIND[kind](connection, event) if kind in _BY_KIND else f"Catatan versi baru ({event.event.jenis})"


_MANY = {
    "usulan.catat": "{n} usulan dicatat sekaligus",
    "usulan.ubah": "{n} usulan diubah sekaligus",
    "peserta.catat": "{n} orang diundang sekaligus",
    "peserta.ubah": "{n} peserta diubah sekaligus",
    "dasar.catat": "{n} data dasar dicatat sekaligus",
    "lampiran.catat": "{n} berkas dilampirkan sekaligus",
}


def _usulan(connection: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    name = _usulan_name(connection, event.event.record)
    if event.event.jenis == "usulan.catat":
        if isi.get("pisah_dari"):
            return f"Usulan {name} dipecah dari {_usulan_name(connection, isi['pisah_dari'])}"
        if isi.get("asal_forum"):
            return f"Usulan {name} diambil dari musyawarah sebelumnya"
        return f"Usulan {name} {'diajukan lagi dari tahun lalu' if isi.get('asal_usulan') else 'dicatat'}"
    if "ada" in isi:
        return f"Usulan {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if isi.get("status") == "batal":
        return f"Usulan {name} dibatalkan: {isi.get('alasan_batal') or '-'}"
    if isi.get("gabung_ke"):
        return f"Usulan {name} digabung ke {_usulan_name(connection, isi['gabung_ke'])}"
    if "gabung_ke" in isi:
        return f"Usulan {name} dipisah lagi"
    if isi.get("beda_dengan"):
        return f"Usulan {name} beda dengan {_usulan_name(connection, isi['beda_dengan'][-1])}"
    if "beda_dengan" in isi:
        return f"Usulan {name}: tanda beda dilepas"
    if "antardesa" in isi and len(isi) == 1:
        return f"Usulan {name}: {kalimat_usulan.antardesa(isi['antardesa'])}"
    return f"Usulan {name}: {_changes(isi)}"


def _dasar(connection: Connection, event: Tercatat) -> str:
    isi, name = event.event.isi, dasar.name(connection, event.event.record)
    if event.event.jenis == "dasar.catat":
        return f"Data {name} dicatat"
    if "ada" in isi:
        return f"Data {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    return f"Data {name}: {_changes(isi)}"


def _peserta(connection: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    name = peserta.name(connection, event.event.record)
    if event.event.jenis == "peserta.catat":
        return f"{name} datang sebagai tamu" if isi.get("diundang") is False else f"{name} diundang"
    if isi.get("gabung_ke"):
        return f"{name} digabung ke {peserta.name(connection, isi['gabung_ke'])}"
    if "gabung_ke" in isi:
        return f"{name} dipisah lagi"
    if "ada" in isi:
        return f"{name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if "undangan" in isi:
        return f"Undangan {name}: {isi['undangan'] or 'belum'}"
    if "hadir" in isi:
        return f"{name} hadir pukul {isi['hadir']}" if isi["hadir"] else f"{name}: batal hadir"
    return f"{name}: {_changes(isi)}"


def _forum(connection: Connection, event: Tercatat) -> str:
    if event.event.jenis == "forum.buka":
        return f"Forum {event.event.isi.get('desa', '')} dibuka"
    if set(event.event.isi) == {"paket"}:
        return _paket(connection, str(event.event.isi["paket"] or ""))
    if set(event.event.isi) == {"anak"}:
        return _sebelumnya(connection, event.event.isi["anak"] or ())
    if "disalin_dari" in event.event.isi:
        source = forum.one(connection, str(event.event.isi["disalin_dari"] or ""))
        name = f"{sebutan_forum(source)} {source.tahun_pelaksanaan}" if source else "musyawarah lain"
        return f"Persiapan disalin dari {name}"
    return f"Data forum: {_changes(event.event.isi)}"


def _sebelumnya(connection: Connection, records: Sequence[str]) -> str:
    """Which forums this one now states to have been held before it."""
    found = [forum.one(connection, record) for record in records]
    names = ", ".join(sebutan_forum(one) for one in found if one)
    return f"Musyawarah sebelum forum ini: {names}" if names else "Hubungan ke musyawarah sebelumnya dilepas"


def _paket(connection: Connection, digest: str) -> str:
    if not digest:
        return "Paket kabupaten dilepas dari forum ini"
    found = paket.one(connection, digest)
    return f"Paket kabupaten {found.nomor if found else digest[:8]} dipakai forum ini"


def _kesepakatan(connection: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    if isi.get("ditutup"):
        return f"Kesepakatan ditutup pukul {isi['ditutup']}"
    if "ditutup" in isi:
        return f"Kesepakatan dibuka lagi: {isi.get('alasan_buka') or '-'}"
    if "cara_putus" in isi:
        return _putusan(isi)
    if "urutan" in isi:
        moves = [value for key, value in isi.items() if key.startswith("pindah:") and value]
        if len(moves) == 1:
            return _perpindahan(connection, moves[0])
        return "Urutan disusun dari skor"
    outputs = {value for key, value in isi.items() if key.startswith("keluaran:")}
    names = _first_names(connection, isi)
    if len(outputs) == 1 and (only := next(iter(outputs))):
        return f"{names}: {_OUTPUTS.get(only, only)}"
    return f"Alasan ditulis untuk {names}"


def _putusan(isi: Mapping[str, Any]) -> str:
    """How the hall decided, with the figures of a vote as far as this act changed them."""
    cara = isi["cara_putus"] or ""
    if not cara:
        return "Cara memutuskan dikosongkan"
    counts = {"setuju": "suara_setuju", "tidak setuju": "suara_tidak", "abstain": "suara_abstain"}
    parts = [f"{word} {isi[key]}" for word, key in counts.items() if isi.get(key) is not None]
    return f"Keputusan diambil dengan {CARA.get(cara, cara)}{': ' if parts else ''}{', '.join(parts)}"


def _perpindahan(connection: Connection, move: Mapping[str, Any]) -> str:
    name = _usulan_name(connection, str(move.get("usulan", "")))
    places = f"dari urutan {move.get('dari', '-')} ke {move.get('ke', '-')}"
    asked = f"diminta {move.get('oleh', '-')}, {move.get('setuju', '-')} orang setuju"
    return f"{name} dipindah {places}: {move.get('alasan', '-')} ({asked})"


def _first_names(connection: Connection, isi: Mapping[str, Any]) -> str:
    records = list(dict.fromkeys(key.partition(":")[2] for key in isi))
    more = f" dan {len(records) - 3} lagi" if len(records) > 3 else ""
    return ", ".join(_usulan_name(connection, record) for record in records[:3]) + more


def _dokumen(_: Connection, event: Tercatat) -> str:
    if "dicetak" in event.event.isi:
        again = event.event.isi.get("ulang") or 0
        name = str(event.event.isi.get("berkas", "")).removesuffix(".pdf")
        return f"Dokumen dicetak: {name}{f' (cetak ulang ke-{again})' if again else ''}"
    return f"Dokumen disimpan: {event.event.isi.get('berkas', '')}"


def _segel(_: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    if event.event.jenis == "segel.buat":
        return f"Hasil disegel, kode {isi.get('kode', '')}"
    if event.event.jenis == "segel.saksi":
        return f"Segel ikut ditandatangani {isi.get('jabatan', '')}"
    return f"Catatan tambahan {isi.get('nomor', '')} disegel, kode {isi.get('kode', '')}"


def _lampiran(connection: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    nama, of = lampiran.named(connection, event.event.record)
    name = f"{nama} ({_usulan_name(connection, of) if of else 'forum'})"
    if event.event.jenis == "lampiran.catat":
        return f"Lampiran {name} dicatat"
    if "ada" in isi:
        return f"Lampiran {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if "status" in isi:
        return f"Lampiran {name} {'dilepas' if isi['status'] == 'batal' else 'dipakai lagi'}"
    if isi.get("jenis"):
        return f"Lampiran {name}: {JENIS_LAMPIRAN.get(isi['jenis'], isi['jenis'])}"
    if "lintang" in isi:
        return f"Lampiran {name}: {'tempat foto dicatat' if isi['lintang'] else 'tempat foto dikosongkan'}"
    return f"Lampiran {name}: {_changes(isi)}"


def _titipan(connection: Connection, event: Tercatat) -> str:
    isi, name = event.event.isi, titipan.name(connection, event.event.record)
    if event.event.jenis == "titipan.catat":
        return f"Titipan {name} dicatat"
    if "ada" in isi:
        return f"Titipan {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if isi.get("status") == "batal":
        return f"Titipan {name} dibatalkan: {isi.get('alasan_batal') or '-'}"
    return f"Titipan {name}: {_changes(isi)}"


def _changes(isi: Any) -> str:
    return "; ".join(
        f"{_FIELDS.get(name) or kalimat_usulan.NAMES.get(name) or name.replace('_', ' ')} {_shown(name, value)}"
        for name, value in isi.items()
    )


def _shown(name: str, value: Any) -> str:
    if value in ("", None, []):
        return "dikosongkan"
    if words := kalimat_usulan.shown(name, value):
        return f"menjadi {words}"
    if name == "pra":
        return f"menjadi {JAWABAN_PRA.get(value, value)}"
    if name == "pagu_sumber":
        return f"menjadi {_ceilings(value)}"
    if name in ("perkiraan_biaya", "pagu"):
        return f"menjadi {format_rupiah(value)}"
    if isinstance(value, list):
        return "diubah"
    if isinstance(value, bool):
        return "menjadi ya" if value else "menjadi tidak"
    return f"menjadi {value}"


def _ceilings(rows: Any) -> str:
    """``Dana Desa Rp800.000.000, Swadaya warga belum diketahui``."""
    return ", ".join(
        f"{source} {'belum diketahui' if amount is None else format_rupiah(amount)}" for source, amount in rows
    )


def field_name(name: str) -> str:
    """The word of the operators for a field."""
    return _FIELDS.get(name) or kalimat_usulan.NAMES.get(name) or _PLACES.get(name) or name.replace("_", " ")


def field_value(connection: Connection, name: str, value: Any) -> str:
    """What a field held, in words; nothing when it was empty."""
    if value in ("", None, []):
        return ""
    if name == "keluaran":
        return _OUTPUTS.get(value, str(value))
    if name == "gabung_ke":
        return _usulan_name(connection, value)
    if name == "beda_dengan":
        return ", ".join(_usulan_name(connection, record) for record in value)
    if words := kalimat_usulan.shown(name, value):
        return words
    if name == "pra":
        return JAWABAN_PRA.get(value, str(value))
    if name == "pagu_sumber":
        return _ceilings(value)
    if name in ("perkiraan_biaya", "pagu"):
        return format_rupiah(value)
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


_PLACES = {
    "urutan": "urutan kesepakatan", "keluaran": "keluaran", "alasan": "alasan", "alasan_pindah": "alasan dipindah",
    "gabung_ke": "digabung ke", "beda_dengan": "beda dengan", "nomor": "nomor",
}  # fmt: skip


def _usulan_name(connection: Connection, record: str) -> str:
    return usulan.name(connection, record)


def _sipd(connection: Connection, event: Tercatat) -> str:
    """``Usulan U-007 Talud dimasukkan ke SIPD oleh Rina``; a field that is taken away says that it waits again."""
    isi, name = event.event.isi, _usulan_name(connection, event.event.record.removesuffix(".sipd"))
    number = f", nomor {isi['sipd_id']}" if isi.get("sipd_id") else ""
    if isi.get("keadaan") == "masuk":
        return f"Usulan {name} dimasukkan ke SIPD oleh {isi.get('oleh') or 'orang yang sama'}{number}"
    if isi.get("keadaan") == "ditolak":
        return f"Usulan {name} ditolak SIPD: {isi.get('alasan') or '-'}"
    return (
        f"Usulan {name} menunggu lagi untuk SIPD"
        if "keadaan" in isi
        else f"Usulan {name} di SIPD{number or ': diubah'}"
    )


def _surat(_connection: Connection, event: Tercatat) -> str:
    """``Nomor SK delegasi: 188/7``; of a field that is taken away only that it is empty."""
    isi = event.event.isi
    named = next((name for jenis, name in JENIS_SURAT.items() if event.event.record.endswith(f".{jenis}")), "surat")
    words = {"nomor_surat": "Nomor", "tanggal_surat": "Tanggal"}
    return "; ".join(f"{words[key]} {named}: {isi[key] or 'dikosongkan'}" for key in words if key in isi) or named


_BY_KIND: dict[str, Callable[[Connection, Tercatat], str]] = {
    "usulan": _usulan,
    "peserta": _peserta,
    "dasar": _dasar,
    "forum": _forum,
    "aturan": kalimat_skor.aturan,
    "skor": kalimat_skor.skor,
    "undian": kalimat_skor.undian,
    "suara": kalimat_skor.suara,
    "kesepakatan": _kesepakatan,
    "dokumen": _dokumen,
    "segel": _segel,
    "sidang": kalimat_sidang.sidang,
    "bicara": kalimat_sidang.bicara,
    "notulen": kalimat_sidang.notulen,
    "kehadiran": kalimat_kehadiran.kehadiran,
    "penundaan": kalimat_kehadiran.penundaan,
    "lampiran": _lampiran,
    "titipan": _titipan,
    "sipd": _sipd,
    "surat": _surat,
}
