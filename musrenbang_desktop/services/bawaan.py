"""What goes along when an usulan goes on as another one: its files, and how to reach who proposed it.

Both are written in the transaction of the act itself: after a power cut the usulan is there with all of it, or not at
all. A contact is in no event (:mod:`musrenbang_desktop.services.kontak`); it goes and comes with the act all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.db.queries import kontak, lampiran
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.kontak import Kontak
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.ubahan_lokal import ikut

#: What a file says of itself wherever it is attached.
_KEPT = ("nama", "jenis", "ukuran", "sha256", "lintang", "bujur")


def kontak_ikut(desk: Desk, act: Act, pairs: Mapping[str, str]) -> None:
    """Give each new record the contact of the one that it goes on from; ``pairs`` are old id -> new id.

    An usulan without a contact takes that of the first one which was merged into it. Taken back with the act.
    """
    for old, new in pairs.items():
        candidates = [old, *(one.id for one in proposals.merged_into(desk.connection, old))]
        known = (kontak.one(desk.connection, record) for record in candidates)
        found = next((one for one in known if one != Kontak()), None)
        if found is not None:
            ikut(desk, act, "kontak", new, {"nama": found.nama, "telepon": found.telepon})


def lampiran_ikut(desk: Desk, act: Act, forum: str, pairs: Mapping[str, str]) -> None:
    """Attach the files of usulan of ``forum``, those merged into them included, to the new usulan of the act.

    The stored file is the same one, since it is named by its content; it is attached once, however often it was.
    """
    merged: dict[str, list[str]] = {}
    for gone, into in proposals.survivors(desk.connection, forum).items():
        merged.setdefault(into, []).append(gone)
    for old, new in pairs.items():
        found = lampiran.of_usulan(desk.connection, forum, [old, *merged.get(old, ())])
        for one in {file.sha256: file for file in reversed(found) if file.status == "aktif"}.values():
            isi = {name: value for name in _KEPT if (value := getattr(one, name)) != ""}
            act.append("lampiran.catat", act.next_id(), {"usulan": new, **isi})
