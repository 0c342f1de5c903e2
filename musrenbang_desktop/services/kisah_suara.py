"""The history of one ballot: both typings of it, and its box being counted, closed and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kisah
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.db.queries.suara import RUSAK
from musrenbang_desktop.domain.suara import PENCACAH
from musrenbang_desktop.services.kalimat_skor import group_name
from musrenbang_desktop.services.kisah import Fakta

KETIKAN = {1: "ketikan pertama", 2: "ketikan kedua"}


class KisahSurat:
    """Ballot ``nomor`` of the box ``<forum>.<kelompok>.suara``; what happened to the box counts once it lay there."""

    def __init__(self, connection: Connection, box: str, nomor: str) -> None:
        self._connection, self._box, self._nomor = connection, box, nomor
        self._names = dict.fromkeys(PENCACAH, "")
        self._numbers: dict[str, int] = {}
        self._typed: set[int] = set()
        self._file = (0, "")

    def events(self) -> list[Tercatat]:
        found = kisah.own(self._connection, [self._box, *(f"{self._box}{one}" for one in PENCACAH)])
        if found:
            self._numbers = kisah.numbers(self._connection, found[0].event.forum)
        return found

    def heading(self, event: Tercatat) -> str:
        group = group_name(self._connection, event.event.forum, self._box.split(".")[1])
        return f"Surat suara nomor {self._nomor}, {group}"

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        isi = event.event.isi
        if event.event.jenis == "suara.isi":
            if self._nomor in isi:
                yield self._typing(event, int(event.event.record[-1]))
            return
        for one in PENCACAH:
            if f"pencacah{one}" in isi:
                self._names[one] = str(isi[f"pencacah{one}"] or "")
        if isi.get("berkas"):
            self._file = (event.langkah, str(isi["berkas"]))
        if "ditutup" in isi and self._typed:
            yield _counting(isi)

    def _typing(self, event: Tercatat, pencacah: int) -> Fakta:
        choice = event.event.isi[self._nomor]
        if choice is None:
            self._typed.discard(pencacah)
        else:
            self._typed.add(pencacah)
        taken = event.langkah == self._file[0] and event.event.urung is None
        words = self._words(choice, undone=event.event.urung is not None)
        return Fakta(
            f"ketikan {pencacah}",
            KETIKAN[pencacah],
            words if choice is not None else "",
            f"{words}, dari berkas {self._file[1]}" if taken else words,
            self._names[pencacah],
        )

    def _words(self, choice: Any, *, undone: bool) -> str:
        """``3 7 12``, as it was typed."""
        if choice is None:
            return "belum diketik" if undone else "dihapus"
        if choice == RUSAK:
            return "rusak"
        return " ".join(str(self._numbers.get(record, "?")) for record in choice) or "kosong"


def _counting(isi: Any) -> Fakta:
    closed = isi["ditutup"] or ""
    words = f"ditutup pukul {closed}" if closed else f"dibuka lagi: {isi.get('alasan_buka') or '-'}"
    return Fakta("penghitungan", "penghitungan", closed, words)
