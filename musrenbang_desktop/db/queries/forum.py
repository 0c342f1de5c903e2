"""Reads of forums."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import Forum, Pejabat
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.unsur import TargetUnsur

_FIELDS = (
    "id", "jenis", "desa", "kecamatan", "kabupaten", "provinsi", "kode_wilayah", "tahun_pelaksanaan", "tahun_rencana",
    "tanggal", "jam_mulai", "jam_selesai", "zona", "tempat", "alamat", "nomor_ba", "nomor_undangan", "tanggal_undangan",
    "profil", "latihan", "pagu", "pimpinan", "notulis", "notulis_kedua", "ketua_tim", "kepala", "sambutan",
    "pemateri", "wakil_peserta",
    "nomor_sk", "tanggal_sk", "fasilitator", "penjaga_waktu", "saksi", "agenda", "target_unsur", "tingkat", "induk",
    "cakupan", "anak", "pra", "pra_luar", "tanpa_pra", "batas_data", "ragam", "sebutan_dusun", "paket",
    "pagu_sumber", "materi",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM forum WHERE ada"


def one(connection: Connection, forum: str) -> Forum | None:
    """The forum with this id."""
    row = connection.execute(f"{_SELECT} AND id = ?", (forum,)).fetchone()
    return _forum(row) if row else None


def every(connection: Connection) -> list[Forum]:
    """All forums, the latest first."""
    return [_forum(row) for row in connection.execute(f"{_SELECT} ORDER BY tanggal DESC, id DESC")]


@lru_cache(maxsize=64)
def _forum(row: tuple[Any, ...]) -> Forum:
    """Rows that read the same give the same forum: every page asks for the chosen one, and it holds a dozen lists."""
    values = dict(zip(_FIELDS, row, strict=True))
    values["latihan"] = bool(values["latihan"])
    for name in ("pimpinan", "notulis", "notulis_kedua", "ketua_tim", "kepala", "penjaga_waktu"):
        values[name] = pejabat(json.loads(values[name] or '[""]'))
    for name in ("sambutan", "pemateri", "fasilitator", "saksi"):
        values[name] = tuple(pejabat(item) for item in json.loads(values[name] or "[]"))
    values["agenda"] = tuple(Acara(*row) for row in json.loads(values["agenda"] or "[]"))
    values["target_unsur"] = tuple(TargetUnsur(*row) for row in json.loads(values["target_unsur"] or "[]"))
    values["pagu_sumber"] = tuple(PaguSumber(*row) for row in json.loads(values["pagu_sumber"] or "[]"))
    values["materi"] = tuple(json.loads(values["materi"] or "[]"))
    values["wakil_peserta"] = tuple(json.loads(values["wakil_peserta"] or "[]"))
    values["anak"] = tuple(json.loads(values["anak"] or "[]"))
    return Forum(**values)


def pejabat(parts: list[str]) -> Pejabat:
    """A named person from its recorded list ``[nama, jabatan, dari, nip]``; later parts may be missing."""
    return Pejabat(*parts)
