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
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.domain.surat import JENIS_SURAT
from musrenbang_desktop.services import kalimat_kehadiran, kalimat_sidang, kalimat_skor, kalimat_usulan, kata_isian

CARA = {"mufakat": "musyawarah mufakat", "aklamasi": "aklamasi", "suara": "pemungutan suara"}


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
    return f"Usulan {name}: {_changes(connection, event)}"


def _dasar(connection: Connection, event: Tercatat) -> str:
    isi, name = event.event.isi, dasar.name(connection, event.event.record)
    if event.event.jenis == "dasar.catat":
        return f"Data {name} dicatat"
    if "ada" in isi:
        return f"Data {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    return f"Data {name}: {_changes(connection, event)}"


def _peserta(connection: Connection, event: Tercatat) -> str:
    isi = event.event.isi
    name = peserta.name(connection, event.event.record)
    if event.event.jenis == "peserta.catat":
        return f"{name} datang sebagai tamu" if isi.get("diundang") is False else f"{name} diundang"
    if isi.get("gabung_ke"):
        return f"{name} digabung ke {peserta.name(connection, isi['gabung_ke'])}"
    if "gabung_ke" in isi:
        return f"{name} dipisah lagi"
    if isi.get("beda_dengan"):
        return f"{name} dan {peserta.name(connection, isi['beda_dengan'][-1])} memang dua orang"
    if "beda_dengan" in isi:
        return f"{name}: tanda dua orang dilepas"
    if "ada" in isi:
        return f"{name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if "undangan" in isi:
        return f"Undangan {name}: {isi['undangan'] or 'belum'}"
    if "hadir" in isi:
        return f"{name} hadir pukul {isi['hadir']}" if isi["hadir"] else f"{name}: batal hadir"
    return f"{name}: {_changes(connection, event)}"


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
    return f"Data forum: {_changes(connection, event)}"


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
        return f"{names}: {kata_isian.keluaran(connection, event.event.forum, only)}"
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
    return f"Lampiran {name}: {_changes(connection, event)}"


def _titipan(connection: Connection, event: Tercatat) -> str:
    isi, name = event.event.isi, titipan.name(connection, event.event.record)
    if event.event.jenis == "titipan.catat":
        return f"Titipan {name} dicatat"
    if "ada" in isi:
        return f"Titipan {name} {'dicatat' if isi['ada'] else 'ditarik dari daftar'}"
    if isi.get("status") == "batal":
        return f"Titipan {name} dibatalkan: {isi.get('alasan_batal') or '-'}"
    return f"Titipan {name}: {_changes(connection, event)}"


def _changes(connection: Connection, event: Tercatat) -> str:
    return kata_isian.menjadi(connection, event.event.forum, event.event.isi)


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


def _publik(connection: Connection, event: Tercatat) -> str:
    """What others see of an usulan; of a form that is taken away only that the rule of the kabupaten holds."""
    isi, name = event.event.isi, _usulan_name(connection, event.event.record.removesuffix(".publik"))
    shown = isi.get("judul") or isi.get("lokasi")
    return f"Usulan {name} tampil untuk umum: {shown}" if shown else f"Usulan {name} tampil untuk umum: diubah"


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
    "publik": _publik,
}
