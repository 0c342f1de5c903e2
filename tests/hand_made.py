"""Events that no service writes: put into the journal as somebody with the laptop and its files can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.db.store import Head, Written, insert
from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.events import Event, to_bytes
from musrenbang_desktop.services.layanan import Layanan


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
