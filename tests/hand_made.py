"""Events that no service writes: put into the journal as somebody with the laptop and its files can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.db.store import Head, Written, insert
from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.events import Event, to_bytes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.saat_tutup import catatan


def forge(desa: Layanan, jenis: str, record: str, isi: Mapping[str, Any], forum: str = "") -> None:
    """Append one event with its chain hash and change the tables, past every rule; in the caller's transaction if
    there is one.
    """
    store = desa.desk.store
    event = Event(
        jenis=jenis,
        record=record,
        forum=forum or desa.desk.forum_id,
        isi=isi,
        jam=store.clock().isoformat(timespec="seconds"),
        dasar=store.record_version(record),
    )
    data = to_bytes(event)
    head = Head(store.head.seq + 1, chain.link(store.head.hash, data))
    insert(store.connection, Written(store.device, head.seq, data, head.hash), event)
    store.head = head


def close_by_hand(desa: Layanan) -> None:
    """Close whatever stands in the forum on the desk, past the questions that a real close would ask."""
    found = desa.kesepakatan.sekarang()
    if found is not None and found.ditutup:
        return
    forge(desa, "forum.ubah", desa.desk.forum_id, {"notulis": ["Wulandari"], "saksi": [["Ibu Ketua"], ["Pak Imam"]]})
    order = [] if found else [one.id for one in desa.usulan.daftar() if one.status == "aktif"]
    isi = {f"keluaran:{one}": "dana_desa" for one in order} | ({} if found else {"urutan": order})
    noted = {"ditutup": "11.00", "saat_tutup": catatan(desa.desk, desa.layar)}
    forge(desa, "kesepakatan.ubah", f"{desa.desk.forum_id}.sepakat", {**isi, **noted})
