"""Rules, scores and lots in sentences, for the history page and the undo menu."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import penilaian, usulan
from musrenbang_desktop.db.queries.jurnal import Tercatat

_WON = {1: "{a} lebih penting daripada {b}", 2: "{b} lebih penting daripada {a}", 0: "{a} dan {b} sama penting"}


def aturan(_: Connection, event: Tercatat) -> str:
    """Rules changed, locked or opened."""
    isi = event.event.isi
    if isi.get("terkunci"):
        return f"Aturan main dikunci pukul {isi['terkunci']}, saksi {' dan '.join(isi.get('saksi') or ())}"
    if isi.get("alasan_versi"):
        return f"Kunci aturan main dibuka untuk versi baru: {isi['alasan_versi']}"
    if "terkunci" in isi:
        return "Kunci aturan main dibuka"
    return f"Aturan main diubah memakai templat {isi['templat']}" if isi.get("templat") else "Aturan main diubah"


def skor(connection: Connection, event: Tercatat) -> str:
    """Scores of a group, or the answer for a pair."""
    count = len(event.event.isi)
    if event.event.jenis == "skor.ulang":
        return f"Lembar skor {_group(connection, event)} diketik ulang untuk {count} usulan"
    group = _group(connection, event)
    if count != 1:
        return f"Skor {group} untuk {count} usulan"
    ((key, nilai),) = event.event.isi.items()
    if "~" in key:
        return f"Perbandingan {group}: {_pair(connection, key, nilai)}"
    shown = ", ".join("-" if n is None else str(n) for n in nilai or ())
    return f"Skor {group} untuk {usulan.name(connection, key)}: {shown or 'dikosongkan'}"


def suara(connection: Connection, event: Tercatat) -> str:
    """Ballots typed, or the box of a group counted and closed."""
    isi = event.event.isi
    typing = event.event.record.rpartition(".")[2]
    group = group_name(connection, event.event.forum, event.event.record.split(".")[1])
    if event.event.jenis == "suara.isi":
        gone = " dihapus" if not any(pilihan is not None for pilihan in isi.values()) else ""
        return f"Surat suara {group}, pencacah {typing.removeprefix('suara')}: {len(isi)} surat{gone}"
    if isi.get("ditutup"):
        return f"Penghitungan suara {group} ditutup pukul {isi['ditutup']}"
    if "ditutup" in isi:
        return f"Penghitungan suara {group} dibuka lagi: {isi.get('alasan_buka') or '-'}"
    if isi.get("berkas"):
        return f"Surat suara {group}: {isi.get('terbit')} surat diambil dari berkas {isi['berkas']}"
    return f"Surat suara {group}: jumlah dan pencacah dicatat"


def undian(connection: Connection, event: Tercatat) -> str:
    """A lot that was drawn."""
    isi = event.event.isi
    if "usulan" not in isi:
        return "Undian dicatat lagi" if isi.get("ada") else "Undian ditarik kembali"
    order = ", lalu ".join(usulan.name(connection, record) for record in isi["usulan"] or ())
    return f"Undian: {order}; saksi {' dan '.join(isi.get('saksi') or ())}"


def _group(connection: Connection, event: Tercatat) -> str:
    return group_name(connection, event.event.forum, event.event.record.removesuffix(".ulang").rpartition(".")[2])


def group_name(connection: Connection, forum: str, kelompok: str) -> str:
    """``kelompok Perempuan`` as the rules call it; ``kelompok 2`` where they no longer do."""
    name = penilaian.nama_kelompok(connection, forum, kelompok) or kelompok.removeprefix("g")
    return name if name.casefold().startswith("kelompok") else f"kelompok {name}"


def _pair(connection: Connection, key: str, nilai: Sequence[int | None] | None) -> str:
    a, b = (usulan.name(connection, record) for record in key.split("~"))
    won = nilai[0] if nilai else None
    return _WON[won].format(a=a, b=b) if won in _WON else f"{a} dan {b} dikosongkan"
