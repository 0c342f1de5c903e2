"""What each event does to the tables that the screens read.

A projection is a pure function of the journal: dropping all of them and replaying gives the same rows.
A field that is null goes back to the column's default, which is how an undo takes a value away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from musrenbang_desktop.db.connection import Connection, fold
from musrenbang_desktop.db.projections_suara import project_suara
from musrenbang_desktop.journal import canonical
from musrenbang_desktop.journal.events import Event

_COLUMNS: dict[str, set[str]] = {
    "forum": {
        "ada", "jenis", "desa", "kecamatan", "kabupaten", "provinsi", "kode_wilayah", "tahun_pelaksanaan",
        "tahun_rencana",
        "tanggal", "jam_mulai", "jam_selesai", "zona", "tempat", "alamat", "nomor_ba", "nomor_undangan",
        "tanggal_undangan", "profil", "latihan", "pagu", "pimpinan", "notulis", "notulis_kedua", "ketua_tim", "kepala",
        "sambutan", "pemateri", "wakil_peserta",
        "nomor_sk", "tanggal_sk", "fasilitator", "penjaga_waktu", "saksi", "agenda", "target_unsur", "tingkat", "induk",
        "cakupan", "anak", "pra", "pra_luar", "tanpa_pra", "batas_data", "ragam", "sebutan_dusun", "paket", "materi",
        "pagu_sumber",
    },
    "dasar": {"ada", "dusun", "indikator", "nilai", "satuan", "sumber", "tanggal_data"},
    "peserta": {
        "ada", "nomor", "nama", "jenis_kelamin", "unsur", "jabatan", "usia", "dusun", "rt", "rw", "diundang", "hadir",
        "wakil_dari", "undangan", "tanggal_serah", "cara_serah", "penerima", "gabung_ke",
        "pulang", "kelompok_usia", "disabilitas", "kebutuhan", "beda_dengan",
    },
    "usulan": {
        "ada", "nomor", "judul", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan", "perkiraan_biaya",
        "pengusul",
        "bidang", "penerima_manfaat", "perangkat_daerah", "keterangan", "status", "alasan_batal", "gabung_ke",
        "beda_dengan", "antardesa",
        "kamus", "alasan_luar_kamus", "cantolan", "tujuan", "latar_belakang", "jenis_pengusul",
        "sumber_usulan", "asal", "peringkat_asal", "penerima_l", "penerima_p", "penerima_rtm", "penerima_difabel",
        "lintang", "bujur", "kewenangan", "kode_kegiatan", "titipan", "sumber_dana", "kesiapan",
        "peringatan", "catatan", "tema_asal",
        "tema_penerima", "sdgs", "data_eksisting", "target_capaian", "waktu_pelaksanaan",
        "pola_pelaksanaan", "pelaksana", "asal_usulan", "tahun_menunggu", "pisah_dari", "asal_forum", "asal_urutan",
        "penyebab", "akibat", "potensi", "maksud", "dasar_hukum", "jenis_belanja", "dimensi", "swadaya_tenaga",
        "swadaya_bahan", "unsur_pengusul", "harga_satuan", "sumber_harga", "status_lahan", "penerima_kk",
        "penerima_anak", "penerima_lansia",
    },
    "dokumen": {"ada", "jenis", "berkas", "sha256", "halaman", "cetakan", "urutan", "jam", "dicetak", "lembar", "ulang",
                "jam_cetak"},
    "kehadiran": {"bagian", "pembukaan", "delegasi", "cadangan", "alasan_delegasi", "lembar"},
    "penundaan": {
        "ada", "nomor", "jam", "tanggal", "jam_mulai", "tanggal_baru", "jam_baru", "alasan", "hitungan", "orang",
    },
    "undian": {"ada", "usulan", "saksi", "jam"},
    "bicara": {"ada", "nomor", "unsur", "jenis_kelamin", "acara", "mulai", "selesai"},
    "notulen": {"ada", "nomor", "jenis", "acara", "giliran", "oleh", "pokok", "tanggapan", "jam"},
    "titipan": {
        "ada", "nomor", "tanggal", "judul", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan",
        "perkiraan_biaya", "pengusul", "jenis_pengusul", "sumber_usulan", "keterangan", "status", "alasan_batal",
    },
    "sipd": {"ada", "keadaan", "sipd_id", "oleh", "waktu", "alasan"},
    "surat": {"ada", "jenis", "nomor_surat", "tanggal_surat"},
    "publik": {"ada", "judul", "lokasi", "untuk", "ditulis"},
    "lampiran": {"ada", "usulan", "nama", "jenis", "ukuran", "sha256", "lintang", "bujur", "status", "kertas",
        "halaman", "dari", "jejak"},
}  # fmt: skip

#: The columns that the search box looks through, folded to lower case.
_SEARCHED = {
    "peserta": ("nama", "unsur", "jabatan", "dusun"),
    "usulan": ("judul", "masalah", "dusun", "lokasi", "pengusul"),
}

_NUMBERS = {
    "usia", "pagu", "perkiraan_biaya", "penerima_manfaat", "tahun_pelaksanaan", "tahun_rencana", "halaman", "dari",
    "ukuran", "peringkat_asal", "penerima_l", "penerima_p", "penerima_rtm", "penerima_difabel", "tahun_menunggu",
    "asal_urutan", "suara_setuju", "suara_tidak", "suara_abstain", "harga_satuan", "penerima_kk", "penerima_anak",
    "penerima_lansia",
}  # fmt: skip
_DEFAULTS: dict[str, Any] = {
    "ada": 1, "nomor": 0, "diundang": 1, "latihan": 0, "cetakan": 0, "ulang": 0, "status": "aktif", "profil": "rkpd-86",
    "zona": "WIB", "tingkat": "utama", "batas_data": 24,
}  # fmt: skip


def project(connection: Connection, event: Event) -> None:
    """Apply one event. An event of a newer version is kept in the journal and leaves the tables alone."""
    if event.known:
        _BY_KIND[event.jenis.partition(".")[0]](connection, event)


def _project_row(connection: Connection, event: Event) -> None:
    table = event.jenis.partition(".")[0]
    columns = _COLUMNS[table]
    values = {name: _column(name, value) for name, value in event.isi.items() if name in columns}
    if table == "dokumen":
        values["jam_cetak" if "dicetak" in values else "jam"] = event.jam
    if "jenis" in values and table == "forum" and event.isi["jenis"] is None:
        values["jenis"] = "desa"
    owner = {} if table == "forum" else {"forum": event.forum}
    if not _insert(connection, table, {"id": event.record, **owner, **values}):
        _update(connection, table, event.record, values)


def _insert(connection: Connection, table: str, row: Mapping[str, Any]) -> bool:
    """Make the row; False when it is there already, as for every event but a record's first."""
    searched = _SEARCHED.get(table)
    if searched:
        row = {**row, "cari": fold(" ".join(str(row.get(name, "")) for name in searched))}
    return connection.execute(_inserting(table, tuple(row)), tuple(row.values())).rowcount == 1


@lru_cache(maxsize=256)
def _inserting(table: str, columns: tuple[str, ...]) -> str:
    """The statement; most records of a table are made with the same columns."""
    return f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _update(connection: Connection, table: str, record: str, values: Mapping[str, Any]) -> None:
    if not values:
        return
    assignments = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), record))
    searched = _SEARCHED.get(table, ())
    if any(name in values for name in searched):
        text = " || ' ' || ".join(searched)
        connection.execute(f"UPDATE {table} SET cari = fold({text}) WHERE id = ?", (record,))


def _column(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)  # as the journal has it
    if value is None and name not in _NUMBERS:
        return _DEFAULTS.get(name, "")
    return value


def _project_aturan(connection: Connection, event: Event) -> None:
    connection.execute("INSERT OR IGNORE INTO aturan (forum) VALUES (?)", (event.forum,))
    for name in ("kriteria", "kelompok", "seri", "metode", "templat", "cara", "terkunci", "saksi"):
        if name in event.isi:
            connection.execute(
                f"UPDATE aturan SET {name} = ? WHERE forum = ?",
                (_column(name, event.isi[name]), event.forum),
            )
    if event.isi.get("terkunci"):
        connection.execute("UPDATE aturan SET nomor_versi = nomor_versi + 1 WHERE forum = ?", (event.forum,))


def _project_skor(connection: Connection, event: Event) -> None:
    """``skor.isi`` has the record ``<forum>.<kelompok>``; the second typing, ``skor.ulang``, ``.ulang`` behind it."""
    table = "skor" if event.jenis == "skor.isi" else "skor_ulang"
    kelompok = event.record.removesuffix(".ulang").rpartition(".")[2]
    for usulan, nilai in event.isi.items():
        if nilai is None or all(n is None for n in nilai):
            connection.execute(
                f"DELETE FROM {table} WHERE forum = ? AND kelompok = ? AND usulan = ?", (event.forum, kelompok, usulan)
            )
        else:
            connection.execute(
                f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)",
                (event.forum, kelompok, usulan, json.dumps(nilai, separators=(",", ":"))),
            )


#: Counts of a vote; unknown is null.
_SUARA = ("suara_setuju", "suara_tidak", "suara_abstain")
_KESEPAKATAN = ("urutan", "urutan_skor", "ditutup", "saat_tutup", "cara_putus", *_SUARA)


def _project_kesepakatan(connection: Connection, event: Event) -> None:
    connection.execute("INSERT OR IGNORE INTO kesepakatan (forum) VALUES (?)", (event.forum,))
    for key, value in event.isi.items():
        name, _, usulan = key.partition(":")
        if not usulan and name in _KESEPAKATAN:
            connection.execute(
                f"UPDATE kesepakatan SET {name} = ? WHERE forum = ?",
                (_column(name, value), event.forum),
            )
        elif usulan and name in ("keluaran", "alasan", "alasan_pindah", "alasan_lompat"):
            _project_butir(connection, event.forum, usulan, name, value)
        elif name == "pindah" and usulan.isdecimal():
            _project_perpindahan(connection, event.forum, int(usulan), value)


def _project_perpindahan(connection: Connection, forum: str, nomor: int, value: Any) -> None:
    connection.execute("DELETE FROM perpindahan WHERE forum = ? AND nomor = ?", (forum, nomor))
    if value is not None:
        connection.execute("INSERT INTO perpindahan VALUES (?, ?, ?)", (forum, nomor, canonical.encode(value).decode()))


def _project_butir(connection: Connection, forum: str, usulan: str, name: str, value: Any) -> None:
    connection.execute("INSERT OR IGNORE INTO butir (forum, usulan) VALUES (?, ?)", (forum, usulan))
    connection.execute(
        f"UPDATE butir SET {name} = ? WHERE forum = ? AND usulan = ?",
        (value or "", forum, usulan),
    )
    connection.execute(
        "DELETE FROM butir WHERE forum = ? AND usulan = ?"
        " AND keluaran = '' AND alasan = '' AND alasan_pindah = '' AND alasan_lompat = ''",
        (forum, usulan),
    )


def _project_segel(connection: Connection, event: Event) -> None:
    """What was sealed first stays: a record is never written twice. The forum's seal is 0, addenda count from 1.

    Whoever speaks while the forum is sealed has spoken up to then: turns are not changed behind the seal.
    """
    isi = event.isi
    if event.jenis == "segel.saksi":
        signed = (_column(name, isi.get(name)) for name in ("nama", "jabatan", "kunci", "tanda"))
        connection.execute(
            "INSERT OR IGNORE INTO segel_saksi VALUES (?, ?, ?, ?, ?, ?, ?)",
            (event.record, event.forum, *signed, event.jam),
        )
        return
    number = 0 if event.jenis == "segel.buat" else isi.get("nomor", 0)
    sealed = canonical.encode(isi.get("isi")).decode()
    texts = (sealed, *(_column(name, isi.get(name)) for name in ("tanda", "tanda_qr", "kode")))
    connection.execute(
        "INSERT OR IGNORE INTO segel VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (event.record, event.forum, number, *texts, event.jam),
    )
    if event.jenis == "segel.buat":
        connection.execute(
            "UPDATE bicara SET selesai = ? WHERE forum = ? AND mulai <> '' AND selesai = ''", (event.jam, event.forum)
        )


#: What the record of the day goes back to when an undo takes a value away.
_SIDANG = {"kini": "", "ditutup": "", "batas_giliran": 180, "batas_selisih": 20, "unsur": ""}


def _project_sidang(connection: Connection, event: Event) -> None:
    connection.execute("INSERT OR IGNORE INTO sidang (forum) VALUES (?)", (event.forum,))
    for key, value in event.isi.items():
        name, _, butir = key.partition(":")
        if key in _SIDANG:
            shown = _SIDANG[key] if value is None else _column(key, value)
            connection.execute(f"UPDATE sidang SET {key} = ? WHERE forum = ?", (shown, event.forum))
        elif name == "waktu" and value:
            connection.execute(
                "INSERT OR REPLACE INTO sidang_waktu VALUES (?, ?, ?)", (event.forum, butir, _column(name, value))
            )
        elif name == "waktu":
            connection.execute("DELETE FROM sidang_waktu WHERE forum = ? AND butir = ?", (event.forum, butir))


_BY_KIND: dict[str, Callable[[Connection, Event], None]] = {
    "forum": _project_row,
    "dasar": _project_row,
    "peserta": _project_row,
    "usulan": _project_row,
    "dokumen": _project_row,
    "lampiran": _project_row,
    "titipan": _project_row,
    "sipd": _project_row,
    "publik": _project_row,
    "surat": _project_row,
    "aturan": _project_aturan,
    "skor": _project_skor,
    "kesepakatan": _project_kesepakatan,
    "segel": _project_segel,
    "sidang": _project_sidang,
    "bicara": _project_row,
    "notulen": _project_row,
    "undian": _project_row,
    "suara": project_suara,
    "kehadiran": _project_row,
    "penundaan": _project_row,
}


def project_kabar(connection: Connection, number: int, value: Mapping[str, Any]) -> None:
    """Apply one server event: receipts (``bukti.terima``) and decisions (``jawaban.putus``)."""
    if value["t"] == "bukti.terima":
        for offset, usulan in enumerate(value["usulan"]):
            nomor = f"{value['awalan']}-{value['nomor'] + offset:06d}"
            connection.execute("INSERT OR IGNORE INTO bukti VALUES (?, ?, ?)", (usulan, nomor, value["waktu"]))
    elif value["t"] == "jawaban.putus":
        fields = ("usulan", "tingkat", "putusan", "alasan_kode", "alasan", "oleh", "waktu")
        connection.execute(
            "INSERT OR REPLACE INTO jawaban VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *(value[f] for f in fields))
        )
