"""Which version of the result the paper shows: a version is a closing of which paper was saved or printed.

Read from the journal, so nothing of it is recorded twice and no seal covers it: the same journal gives the same page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.berita_acara.isi import teks_sumber
from musrenbang_desktop.berita_acara.isi_sehari import Perbedaan, VersiCetak
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import versi as queries
from musrenbang_desktop.domain.baris import from_plain
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import tempat_singkat
from musrenbang_desktop.domain.versi import Beda, ButirVersi, Hal, perbedaan
from musrenbang_desktop.domain.volume import volume_satuan
from musrenbang_desktop.journal.events import Event

#: Papers of the result: whoever holds one of them holds a version.
KERTAS_HASIL = frozenset({"lengkap", "berita_acara", "prioritas", "belum_disepakati", "perubahan"})

_WORDS = (
    "judul", "bidang", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan", "perangkat_daerah", "pengusul",
)  # fmt: skip
_KELUARAN = {"ke_kecamatan": "ke kecamatan", "dana_desa": "dana sendiri", "belum_disepakati": "belum disepakati"}
_HAL: Mapping[Hal, str] = {
    "baru": "Ditambahkan",
    "keluar": "Tidak ada lagi",
    "keluaran": "Keluaran",
    "urutan": "Urutan",
    "bidang": "Bidang",
    "masalah": "Masalah",
    "judul": "Nama usulan",
    "tempat": "Lokasi",
    "volume": "Volume",
    "biaya": "Perkiraan biaya",
    "sumber": "Sumber pembiayaan",
    "perangkat": "Perangkat daerah",
    "pengusul": "Pengusul",
    "alasan": "Alasan",
}


def versi_cetak(connection: Connection, forum: str) -> VersiCetak:
    """The version that is printed now, with its differences from the one before; version 1 of an open result."""
    if queries.closings(connection, forum) < 2:
        return VersiCetak()
    story = _Story()
    versions: list[tuple[ButirVersi, ...]] = []
    reason = ""
    for event in queries.events(connection, forum):
        if event.jenis == "dokumen.cetak":
            if story.closed and event.isi.get("jenis") in KERTAS_HASIL and story.result() not in versions[-1:]:
                versions.append(story.result())
            continue
        story.take(event)
        reason = str(event.isi.get("alasan_buka") or reason)
    if not story.closed or not versions:
        return VersiCetak()
    now = story.result()
    if now == versions[-1]:
        versions.pop()
    if not versions:
        return VersiCetak()
    return VersiCetak(len(versions) + 1, tuple(_printed(one) for one in perbedaan(versions[-1], now)), reason)


class _Story:
    """The agreement and the usulan as the journal tells them, up to the event that was taken last."""

    def __init__(self) -> None:
        self._agreed: dict[str, Any] = {}
        self._usulan: dict[str, dict[str, Any]] = {}

    @property
    def closed(self) -> bool:
        return bool(self._agreed.get("ditutup"))

    def take(self, event: Event) -> None:
        """Go on by one event."""
        known = self._agreed if event.jenis == "kesepakatan.ubah" else self._usulan.setdefault(event.record, {})
        known.update(event.isi)

    def result(self) -> tuple[ButirVersi, ...]:
        """The list as it is printed: agreed ones first, then those not agreed, each in the agreed order."""
        rows = [self._butir(record) for record in self._agreed.get("urutan") or () if self._stands(record)]
        return (
            *(row for row in rows if row.keluaran != "belum_disepakati"),
            *(row for row in rows if row.keluaran == "belum_disepakati"),
        )

    def _stands(self, record: str) -> bool:
        found = self._usulan.get(record)
        return found is not None and (found.get("status") or "aktif") == "aktif" and found.get("ada") != 0

    def _butir(self, record: str) -> ButirVersi:
        one = self._usulan[record]
        text = {name: str(one.get(name) or "") for name in _WORDS}
        place = tempat_singkat(text["dusun"], text["rt"], text["rw"])
        return ButirVersi(
            usulan=record,
            label=f"U-{one.get('nomor') or 0:03d}",
            judul=text["judul"],
            keluaran=str(self._agreed.get(f"keluaran:{record}") or "belum_disepakati"),
            volume=volume_satuan(text["volume"], text["satuan"]),
            biaya=one.get("perkiraan_biaya"),
            alasan=str(self._agreed.get(f"alasan:{record}") or ""),
            bidang=text["bidang"],
            masalah=text["masalah"],
            tempat=", ".join(filter(None, (place, text["lokasi"]))),
            sumber=teks_sumber(from_plain(SumberDana, one.get("sumber_dana"))),
            perangkat=text["perangkat_daerah"],
            pengusul=text["pengusul"],
        )


def _printed(beda: Beda) -> Perbedaan:
    butir = beda.butir
    return Perbedaan(butir.label, butir.judul, _HAL[beda.hal], _words(beda.hal, beda.dulu), _words(beda.hal, beda.kini))


def _words(hal: Hal, value: str | int | None) -> str:
    if value is None or value == "":
        return "-"
    if hal in ("baru", "keluar", "urutan"):
        return f"nomor {value}"
    if hal == "biaya":
        return format_rupiah(int(value))
    return _KELUARAN.get(str(value), str(value)) if hal == "keluaran" else str(value)
