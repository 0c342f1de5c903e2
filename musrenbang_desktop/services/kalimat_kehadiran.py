"""The record of the attendance in sentences, for the history and the undo menu."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries.jurnal import Tercatat


def kehadiran(connection: Connection, event: Tercatat) -> str:
    """Opening, quorum, delegates, counted signatures."""
    isi = event.event.isi
    if isi.get("pembukaan"):
        opened = isi["pembukaan"]
        return f"Musyawarah dibuka pukul {opened.get('jam', '')}, {opened.get('hadir', 0)} undangan hadir"
    if "pembukaan" in isi:
        return "Pembukaan musyawarah ditarik lagi"
    if "delegasi" in isi or "cadangan" in isi:
        names = [peserta.name(connection, record) for record in isi.get("delegasi") or isi.get("cadangan") or ()]
        return f"Delegasi: {', '.join(names) or 'belum ada'}"
    if "lembar" in isi:
        return f"Jumlah tanda tangan pada kertas daftar hadir {'dicatat' if isi['lembar'] else 'dikosongkan'}"
    if "bagian" in isi:
        return f"Aturan kuorum {isi['bagian'] or 'menurut profil'}"
    return f"Alasan susunan delegasi: {isi.get('alasan_delegasi') or 'dikosongkan'}"


def penundaan(_: Connection, event: Tercatat) -> str:
    """A meeting put off to another day."""
    isi = event.event.isi
    if "ada" in isi:
        return f"Penundaan musyawarah {'dicatat' if isi['ada'] else 'ditarik'}"
    return f"Musyawarah ditunda dari {isi.get('tanggal', '')} ke {isi.get('tanggal_baru', '')}"
