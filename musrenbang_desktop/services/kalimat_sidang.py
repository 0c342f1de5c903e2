"""The record of the day in sentences: items of the agenda and turns to speak. No person is named."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import notulen as notes
from musrenbang_desktop.db.queries import sidang as queries
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.domain.notulen import JENIS_NOTULEN

_SEX = {"L": "laki-laki", "P": "perempuan"}


def sidang(_: Connection, event: Tercatat) -> str:
    """``Acara dimulai: Pembukaan``."""
    isi = event.event.isi
    times = {key.partition(":")[2]: value for key, value in isi.items() if key.startswith("waktu:")}
    if isi.get("ditutup"):
        return "Musyawarah selesai"
    if isi.get("kini"):
        return f"Acara dimulai: {isi['kini']}"
    for butir, selang in times.items():
        going = bool(selang) and selang[-1][1] is None
        return f"Acara diteruskan: {butir}" if going else f"Acara dijeda: {butir}"
    if "batas_giliran" in isi:
        return f"Batas satu giliran bicara {(isi['batas_giliran'] or 180) // 60} menit"
    if "batas_selisih" in isi:
        return f"Batas selisih giliran bicara {isi['batas_selisih'] or 20} persen"
    return "Jalannya acara diubah"


def bicara(connection: Connection, event: Tercatat) -> str:
    """``Giliran bicara PKK (perempuan)``."""
    isi = event.event.isi
    unsur, sex = queries.unsur_of_turn(connection, event.event.record)
    name = f"Giliran bicara {unsur}" + (f" ({_SEX[sex]})" if sex in _SEX else "")
    if event.event.jenis == "bicara.catat":
        return name if isi.get("mulai") else f"{name} antre"
    if "ada" in isi:
        return f"{name} {'dicatat' if isi['ada'] else 'ditarik'}"
    if "mulai" in isi:
        return f"{name} {'mulai' if isi['mulai'] else 'kembali antre'}"
    return f"{name} {'selesai' if isi.get('selesai') else 'diteruskan'}"


def notulen(connection: Connection, event: Tercatat) -> str:
    """``Notulen: pokok pembicaraan PKK (perempuan) dicatat``. What was said stands in the notulen alone."""
    isi = event.event.isi
    jenis, who = notes.name(connection, event.event.record)
    kind = next((words.lower() for name, words in JENIS_NOTULEN.items() if name == jenis), "catatan")
    name = f"Notulen: {kind} {who}".rstrip()
    if event.event.jenis == "notulen.catat":
        return f"{name} dicatat"
    if "ada" in isi:
        return f"{name} {'dicatat' if isi['ada'] else 'dikeluarkan'}"
    return f"{name} diubah"
