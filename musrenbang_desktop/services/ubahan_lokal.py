"""Acts on what no event holds, taken back and done again in one order with the acts of the journal.

A contact or a birth must not travel, so it is in no event; what an act did to it stands in a row of this laptop
(:mod:`musrenbang_desktop.db.queries.lokal`), which says behind which own event it came. What such a row held of a
person is forgotten after :data:`DIINGAT`, or at once when the operator asks: that something was changed stays in the
history, and the act is then passed over by Ctrl+Z.
"""

from __future__ import annotations

from datetime import timedelta

from musrenbang_desktop.db.queries import lokal as queries
from musrenbang_desktop.db.queries.jurnal import ActRow
from musrenbang_desktop.db.queries.lokal import Nilai, Ubahan
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk

DIINGAT = timedelta(days=30)
"""How long what was changed or emptied about a person can be brought back."""


def ubah(desk: Desk, jenis: str, record: str, nilai: Nilai, *, forum: str, isian: str = "") -> bool:
    """Write these values as one act of the operator; False when nothing differs.

    ``forum`` is that of the history; ``isian`` names what is changed where the names of ``nilai`` may not be shown.
    """
    before = queries.read(desk.connection, jenis, record, tuple(nilai))
    changed = {name: value for name, value in nilai.items() if before[name] != value}
    if not changed:
        return False
    row = _row(desk, jenis, record, forum)._replace(
        isian=isian or " ".join(changed), sebelum={name: before[name] for name in changed}, kini=changed
    )
    with desk.store.transaction():
        queries.apply(desk.connection, jenis, record, changed)
        queries.add(desk.connection, row)
        lupakan_lama(desk)
    desk.bus.publish(_changes(row, f"mengubah {jenis}"))
    return True


def ikut(desk: Desk, act: Act, jenis: str, record: str, nilai: Nilai) -> None:
    """Write these values as a part of ``act``, which is being written: they go and come with it."""
    before = queries.read(desk.connection, jenis, record, tuple(nilai))
    row = _row(desk, jenis, record, act.forum)
    queries.apply(desk.connection, jenis, record, nilai)
    queries.add(
        desk.connection,
        row._replace(tempat=act.first, langkah=act.first, isian=" ".join(nilai), sebelum=before, kini=dict(nilai)),
    )


def ikut_kembali(desk: Desk, act: Act, asal: int, *, urung: bool) -> None:
    """What belongs to the act ``asal`` of the journal goes back, or comes again, inside the act that does so."""
    for row in queries.of_act(desk.connection, desk.store.device, asal):
        _answer(desk, row, row, urung=urung, tempat=act.first, langkah=act.first)


def kembali(desk: Desk, act: ActRow, label: str, *, urung: bool) -> Changes:
    """Take an act back, or do it again, by a row that answers it."""
    row, held = queries.one(desk.connection, act.langkah), queries.origin(desk.connection, act.langkah)
    with desk.store.transaction():
        _answer(desk, row, held, urung=urung, tempat=desk.store.head.seq, langkah=None)
    changes = _changes(held, label)
    desk.bus.publish(changes)
    return changes


def lupakan_lama(desk: Desk) -> None:
    """Forget what was held of people longer than :data:`DIINGAT` ago. Runs inside the caller's transaction."""
    day = _oldest(desk)
    if queries.any_before(desk.connection, day):
        queries.forget(desk.connection, day)


def ada_yang_lama(desk: Desk) -> bool:
    """Whether something is held longer than it may be."""
    return queries.any_before(desk.connection, _oldest(desk))


def lupakan(desk: Desk, *, lama: bool = False) -> None:
    """Forget at once whatever could be brought back about people, or only what is older than :data:`DIINGAT`; nothing
    that is recorded now changes.
    """
    with desk.store.transaction():
        queries.forget(desk.connection, _oldest(desk) if lama else None)
    desk.store.fold_log()
    desk.bus.publish(Changes(kinds=frozenset({"lokal"}), label="melupakan isian lama"))


def _answer(desk: Desk, row: Ubahan, held: Ubahan, *, urung: bool, tempat: int, langkah: int | None) -> None:
    values = held.sebelum if urung else held.kini
    if values is None:
        return  # it was forgotten: what is recorded now stays
    queries.apply(desk.connection, held.jenis, held.record, values)
    answer = _row(desk, held.jenis, held.record, held.forum)
    queries.add(
        desk.connection,
        answer._replace(
            tempat=tempat,
            langkah=langkah,
            urung=row.n if urung else None,
            ulang=None if urung else row.n,
            isian=held.isian,
        ),
    )


def _row(desk: Desk, jenis: str, record: str, forum: str) -> Ubahan:
    store = desk.store
    jam = store.clock().isoformat(timespec="seconds")
    return Ubahan(0, store.device, store.head.seq, forum, jenis, record, None, None, None, jam, "", None, None)


def _oldest(desk: Desk) -> str:
    return (desk.store.clock() - DIINGAT).date().isoformat()


def _changes(row: Ubahan, label: str) -> Changes:
    return Changes(kinds=frozenset({row.jenis}), records=frozenset({row.record}), forum=row.forum, label=label)
