"""Reads over the lineage of forums and of their usulan."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kesepakatan

_LISTED = "json_each(CASE above.anak WHEN '' THEN '[]' ELSE above.anak END)"


def children(connection: Connection, forum: str) -> list[str]:
    """The ids of the forums held before this one, whichever of both recorded the link; the earliest first."""
    rows = connection.execute(
        "SELECT id FROM forum WHERE ada AND (induk = ?1 OR id IN"
        f" (SELECT value FROM forum AS above, {_LISTED} WHERE above.id = ?1)) ORDER BY tanggal, id",
        (forum,),
    )
    return [row[0] for row in rows]


def linked_from(connection: Connection, forum: str) -> str:
    """The id of the forum that recorded this one as held before it; empty where none did."""
    row = connection.execute(
        f"SELECT above.id FROM forum AS above, {_LISTED} WHERE above.ada AND value = ? ORDER BY above.id", (forum,)
    ).fetchone()
    return row[0] if row else ""


def results(connection: Connection, forum: str) -> list[str]:
    """The ids of the usulan that a forum sends on, the first one first.

    In the order that its hall agreed, without those not agreed; where no order was drawn up, all that stand, by their
    rank within their origin, then by number.
    """
    standing = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM usulan WHERE ada AND status = 'aktif' AND forum = ?"
            " ORDER BY peringkat_asal IS NULL, peringkat_asal, nomor",
            (forum,),
        )
    ]
    agreed = kesepakatan.one(connection, forum)
    if agreed is None:
        return standing
    known = set(standing)
    return [one.usulan for one in agreed.butir if one.keluaran != "belum_disepakati" and one.usulan in known]


def taken(connection: Connection, parent: str, child: str) -> set[str]:
    """The usulan of ``child`` that go on in ``parent``."""
    rows = connection.execute(
        "SELECT asal_usulan FROM usulan WHERE ada AND forum = ? AND asal_forum = ?", (parent, child)
    )
    return {row[0] for row in rows}
