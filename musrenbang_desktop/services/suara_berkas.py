"""Votes from a Pabulib file as the ballots of one group: one act, taken back by one undo.

A file holds each ballot once and whole, so it stands for both typings; who vouches that it is the right file is named
as the two who count, before the counting is closed. Nothing of a closed counting is touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries import suara as queries
from musrenbang_desktop.domain.cara import Metode
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.domain.suara import PENCACAH, TERBANYAK, SuratSuara, periksa_surat
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.exchange import pabulib
from musrenbang_desktop.exchange.pabulib import JenisSuara, Pabulib, PabulibTidakTerbaca, Proyek, SuaraPabulib
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.prioritas import PrioritasService

#: Which kinds of votes each way of counting can take.
_COUNTED: Mapping[Metode, tuple[JenisSuara, ...]] = {
    "setuju": ("approval", "choose-1"),
    "titik": ("cumulative",),
    "peringkat": ("ordinal", "choose-1"),
}
#: Ballots and choices of one event, together: far below the 256 kB that an event may have.
_AT_ONCE = 10_000
#: Largest file that is read, in bytes.
LARGEST = 20_000_000


class SuaraBerkasService:
    """Reads a file of votes and records them for one group."""

    def __init__(self, desk: Desk, prioritas: PrioritasService) -> None:
        self._desk = desk
        self._prioritas = prioritas

    def ambil(self, kelompok: str, berkas: Path) -> int:
        """Record the votes of a file as the ballots of a group, numbered as they stand there; returns how many.

        Raises PabulibTidakTerbaca for a file that cannot be used, OSError, and RuleBroken: ("aturan",
        "belum_terkunci"), ("kelompok", "tidak_dikenal"), ("suara", "sudah_ditutup", "sudah_diketik", "bukan_suara",
        "jenis_lain" or "tanpa_suara"), ("proyek", "tidak_ditemukan"), ("terbit", "lebih_dari_hadir"), and as
        "surat_berkas" with its number what :func:`~musrenbang_desktop.domain.suara.periksa_surat` finds in a ballot.
        """
        aturan = self._require_empty(kelompok)
        file = pabulib.read(_text(berkas))
        if file.jenis not in _COUNTED[aturan.cara.metode]:
            raise RuleBroken("suara", "jenis_lain", file.jenis)
        if not file.suara:
            raise RuleBroken("suara", "tanpa_suara")
        ballots = self._ballots(aturan, kelompok, file)
        self._require_present(kelompok, len(ballots))
        self._record(kelompok, ballots, berkas.name)
        return len(ballots)

    def _require_empty(self, kelompok: str) -> Aturan:
        aturan = self._prioritas.aturan_menilai(kelompok)
        if not aturan.cara.suara:
            raise RuleBroken("suara", "bukan_suara")
        connection, forum = self._desk.connection, self._desk.forum_id
        if queries.kotak(connection, forum).get(kelompok, queries.Kotak()).ditutup:
            raise RuleBroken("suara", "sudah_ditutup")
        if any(queries.surat(connection, forum, kelompok, one) for one in PENCACAH):
            raise RuleBroken("suara", "sudah_diketik")
        return aturan

    def _require_present(self, kelompok: str, count: int) -> None:
        """No more ballots than people, all groups together (ATT-10)."""
        groups = {item.id for item in self._prioritas.aturan().kelompok} - {kelompok}
        boxes = queries.kotak(self._desk.connection, self._desk.forum_id)
        others = sum(box.terbit or 0 for name, box in boxes.items() if name in groups)
        present = peserta.count(self._desk.connection, self._desk.forum_id).hadir
        if count > TERBANYAK or others + count > present:
            raise RuleBroken("terbit", "lebih_dari_hadir")

    def _ballots(self, aturan: Aturan, kelompok: str, file: Pabulib) -> list[SuratSuara]:
        named = self._named(aturan, kelompok, file.proyek)
        cara, offered = aturan.cara, frozenset(named.values())
        found = []
        for nomor, suara in enumerate(file.suara, 1):
            surat = SuratSuara(nomor, _chosen(suara, named))
            try:
                periksa_surat(surat, cara.metode, cara.jatah_suara, len(aturan.kriteria), offered)
            except RuleBroken as broken:
                raise RuleBroken("surat_berkas", broken.code, str(nomor)) from None
            found.append(surat)
        return found

    def _named(self, aturan: Aturan, kelompok: str, proyek: Sequence[Proyek]) -> dict[str, str]:
        """Project of the file -> usulan: by the number of the usulan (U-007) or else by its title."""
        standing = [
            one for one in self._prioritas.usulan() if any(item.id == kelompok for item in aturan.menilai(one.bidang))
        ]
        found: dict[str, str] = {}
        for one in proyek:
            same = _same(one, standing)
            if len(same) != 1 or same[0].id in found.values():
                raise RuleBroken("proyek", "tidak_ditemukan", one.nama or one.id)
            found[one.id] = same[0].id
        return found

    def _record(self, kelompok: str, ballots: Sequence[SuratSuara], berkas: str) -> None:
        with self._desk.write("suara", f"mengambil {len(ballots)} surat suara dari {berkas}") as act:
            box: dict[str, Any] = {"terbit": len(ballots), "tidak_dipakai": 0, "berkas": berkas}
            act.append("suara.ubah", f"{act.forum}.{kelompok}.suara", box)
            for pencacah in PENCACAH:
                for part in _parts(ballots):
                    isi = {str(one.nomor): list(one.pilihan) for one in part}
                    act.append("suara.isi", f"{act.forum}.{kelompok}.suara{pencacah}", isi)


def _parts(ballots: Sequence[SuratSuara]) -> Iterator[list[SuratSuara]]:
    """The ballots in parts that an event can hold."""
    part: list[SuratSuara] = []
    weight = 0
    for one in ballots:
        if part and weight + 1 + len(one.pilihan) > _AT_ONCE:
            yield part
            part, weight = [], 0
        part.append(one)
        weight += 1 + len(one.pilihan)
    yield part


def _text(berkas: Path) -> str:
    if berkas.stat().st_size > LARGEST:
        raise PabulibTidakTerbaca("Berkas ini terlalu besar untuk suara satu forum.")
    try:
        return berkas.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PabulibTidakTerbaca("Berkas ini rusak atau bukan berkas Pabulib.") from None


def _same(proyek: Proyek, usulan: Sequence[Usulan]) -> list[Usulan]:
    name = " ".join(proyek.nama.split()).casefold()
    by_label = [one for one in usulan if one.label.casefold() == name]
    return by_label or [one for one in usulan if " ".join(one.judul.split()).casefold() == name]


def _chosen(suara: SuaraPabulib, named: Mapping[str, str]) -> tuple[str, ...]:
    """The usulan on one ballot; with dots an id stands once for each dot."""
    if not suara.poin:
        return tuple(named[one] for one in suara.pilihan)
    if any(points.denominator != 1 or points < 0 or points > TERBANYAK for points in suara.poin):
        raise RuleBroken("suara", "titik_pecahan")
    if sum(suara.poin) > TERBANYAK:
        raise RuleBroken("pilihan", "terlalu_banyak")
    return tuple(named[one] for one, points in zip(suara.pilihan, suara.poin, strict=True) for _ in range(int(points)))
