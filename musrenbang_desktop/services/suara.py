"""Paper ballots: issued, typed twice, compared, balanced, and only then counted as the votes of a group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from musrenbang_desktop.db.queries import penilaian, peserta
from musrenbang_desktop.db.queries import suara as queries
from musrenbang_desktop.db.queries.suara import RUSAK, Kotak
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Nilai
from musrenbang_desktop.domain.suara import (
    PENCACAH,
    TERBANYAK,
    Beda,
    BedaSkor,
    Neraca,
    SuratSuara,
    bandingkan,
    bandingkan_skor,
    jumlahkan,
    neraca,
    periksa_surat,
)
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.periksa_aturan import check_keys, check_scores
from musrenbang_desktop.services.prioritas import PrioritasService

Sheet = Mapping[str, tuple[Nilai, ...]]
"""usulan -> its scores"""


class SuaraService:
    """The ballots of the chosen forum. No record says who gave which."""

    def __init__(self, desk: Desk, prioritas: PrioritasService) -> None:
        self._desk = desk
        self._prioritas = prioritas

    def kotak(self, kelompok: str) -> Kotak:
        """What is recorded of the ballots of a group, beside the ballots."""
        return queries.kotak(self._desk.connection, self._desk.forum_id).get(kelompok, Kotak())

    def surat(self, kelompok: str, pencacah: int) -> dict[int, SuratSuara]:
        """nomor -> ballot of the first (1) or second (2) typing."""
        return queries.surat(self._desk.connection, self._desk.forum_id, kelompok, pencacah)

    def neraca(self, kelompok: str) -> Neraca:
        """The balance of a group, by the first typing."""
        found = self.kotak(kelompok)
        return neraca(found.terbit, found.tidak_dipakai, list(self.surat(kelompok, 1).values()))

    def beda(self, kelompok: str) -> tuple[Beda, ...]:
        """The ballots on which the two typings differ."""
        return bandingkan(self.surat(kelompok, 1), self.surat(kelompok, 2))

    def melampaui(self, kelompok: str) -> tuple[int, ...]:
        """Numbers of the ballots that the rules of now no longer allow: they were typed under looser ones."""
        aturan = self._prioritas.aturan()
        if not aturan.cara.suara:
            return ()
        return tuple(nomor for nomor, surat in self.surat(kelompok, 1).items() if not _allowed(surat, aturan))

    def terbitkan(self, kelompok: str, terbit: int | None) -> None:
        """Say how many ballots a group was given; they are numbered 1 to ``terbit``.

        Raises RuleBroken("terbit", "di_luar_batas"), ("terbit", "lebih_dari_hadir") when all groups together get more
        than are present, ("terbit", "sudah_diketik") below a number that was typed.
        """
        if terbit is not None and not 1 <= terbit <= TERBANYAK:
            raise RuleBroken("terbit", "di_luar_batas")
        self._require_open(kelompok)
        typed = max((number for one in PENCACAH for number in self.surat(kelompok, one)), default=0)
        if typed > (terbit or 0):
            raise RuleBroken("terbit", "sudah_diketik")
        boxes = queries.kotak(self._desk.connection, self._desk.forum_id)
        groups = {item.id for item in self._prioritas.aturan().kelompok} - {kelompok}
        others = sum(box.terbit or 0 for name, box in boxes.items() if name in groups)
        hadir = peserta.count(self._desk.connection, self._desk.forum_id).hadir
        if terbit is not None and others + terbit > hadir:
            raise RuleBroken("terbit", "lebih_dari_hadir")
        self._change(kelompok, {"terbit": terbit}, "mencatat jumlah surat suara")

    def sisakan(self, kelompok: str, tidak_dipakai: int | None) -> None:
        """Say how many ballots came back without being used. Raises RuleBroken("tidak_dipakai", "di_luar_batas")."""
        most = self.kotak(kelompok).terbit or 0
        if tidak_dipakai is not None and not 0 <= tidak_dipakai <= most:
            raise RuleBroken("tidak_dipakai", "di_luar_batas")
        self._require_open(kelompok)
        self._change(kelompok, {"tidak_dipakai": tidak_dipakai}, "mencatat sisa surat suara")

    def tunjuk(self, kelompok: str, satu: str, dua: str) -> None:
        """Name the two who type. Raises RuleBroken("pencacah", "sama") for one person twice."""
        names = satu.strip(), dua.strip()
        if names[0] and names[0].casefold() == names[1].casefold():
            raise RuleBroken("pencacah", "sama")
        self._require_open(kelompok)
        self._change(kelompok, dict(zip(("pencacah1", "pencacah2"), names, strict=True)), "menunjuk pencacah")

    def isi(self, kelompok: str, pencacah: int, surat: SuratSuara) -> None:
        """Type one ballot, or type it again.

        Raises RuleBroken("nomor_surat", "di_luar_batas") for a number that was not issued, and what
        :func:`~musrenbang_desktop.domain.suara.periksa_surat` finds.
        """
        aturan = self._require_open(kelompok)
        if pencacah not in PENCACAH:
            raise RuleBroken("pencacah", "tidak_dikenal")
        if not 1 <= surat.nomor <= (self.kotak(kelompok).terbit or 0):
            raise RuleBroken("nomor_surat", "di_luar_batas")
        periksa_surat(surat, aturan.cara.metode, aturan.cara.jatah_suara, len(aturan.kriteria), self._offered(kelompok))
        value = RUSAK if surat.rusak else list(surat.pilihan)
        self._type(kelompok, pencacah, {str(surat.nomor): value})

    def kosongkan(self, kelompok: str, pencacah: int, nomor: int) -> None:
        """Take a typed ballot away: it was not there."""
        self._require_open(kelompok)
        if nomor in self.surat(kelompok, pencacah):
            self._type(kelompok, pencacah, {str(nomor): None})

    def tutup(self, kelompok: str) -> None:
        """Close the counting of a group: its votes become its score sheet.

        Raises RuleBroken("suara", "kosong") without a ballot, ("pencacah", "kosong") while the two are not named,
        ("suara", "beda") while the typings differ, ("suara", "tidak_menurut_aturan") for ballots that the rules of now
        no longer allow, ("suara", "tidak_seimbang") while ballots are unaccounted for.

        Votes for an usulan that was withdrawn meanwhile stay on the sheet: they count again if it comes back.
        """
        aturan = self._require_open(kelompok)
        typed = self.surat(kelompok, 1)
        if not typed and not self.surat(kelompok, 2):
            raise RuleBroken("suara", "kosong")
        if not all(self.kotak(kelompok).pencacah):
            raise RuleBroken("pencacah", "kosong")
        if self.beda(kelompok):
            raise RuleBroken("suara", "beda")
        if self.melampaui(kelompok):
            raise RuleBroken("suara", "tidak_menurut_aturan")
        if self.neraca(kelompok).selisih != 0:
            raise RuleBroken("suara", "tidak_seimbang")
        named = (usulan.id for usulan in self._prioritas.usulan())
        chosen = (record for surat in typed.values() for record in surat.pilihan)
        counted = list(dict.fromkeys((*named, *chosen)))
        votes = jumlahkan(list(typed.values()), aturan.cara.metode, len(aturan.kriteria), counted)
        with self._desk.write("suara skor", "menutup penghitungan suara") as act:
            act.append("suara.ubah", f"{act.forum}.{kelompok}.suara", {"ditutup": self._desk.jam()})
            act.append("skor.isi", f"{act.forum}.{kelompok}", {record: list(row) for record, row in votes.items()})

    def buka_lagi(self, kelompok: str, alasan: str) -> None:
        """Open a closed counting again; the reason stays in the history. Raises RuleBroken("alasan_buka", "kosong")."""
        self._desk.require_open()
        if not alasan.strip():
            raise RuleBroken("alasan_buka", "kosong")
        if self.kotak(kelompok).ditutup:
            self._change(kelompok, {"ditutup": None, "alasan_buka": alasan.strip()}, "membuka lagi penghitungan suara")

    def belum_selesai(self) -> tuple[str, ...]:
        """The groups whose ballots were begun and not closed, or whose sheet was typed twice and differs."""
        return belum_selesai(self._desk, self._prioritas)

    def ulang(self, kelompok: str) -> dict[str, tuple[Nilai, ...]]:
        """The score sheet of a group as the second person typed it."""
        return queries.skor_ulang(self._desk.connection, self._desk.forum_id).get(kelompok, {})

    def isi_ulang(self, kelompok: str, usulan: str, nilai: Sequence[Nilai]) -> None:
        """Type one row of a score sheet a second time. Raises as :meth:`PrioritasService.isi` does."""
        aturan = self._prioritas.aturan_menilai(kelompok)
        row = tuple(nilai)
        check_keys(aturan, {usulan: row}, (one.id for one in self._prioritas.usulan()))
        check_scores(aturan, row)
        if self.ulang(kelompok).get(usulan) != row:
            with self._desk.write("suara", "mengetik ulang lembar skor") as act:
                act.append("skor.ulang", f"{act.forum}.{kelompok}.ulang", {usulan: list(row)})

    def beda_skor(self, kelompok: str) -> tuple[BedaSkor, ...]:
        """The rows on which the two typings of a score sheet differ; none before the second was begun.

        Usulan that were withdrawn after one of the typings are not waited for.
        """
        return _differing(self._prioritas.lembar(kelompok), self.ulang(kelompok), self._prioritas.usulan())

    def _offered(self, kelompok: str) -> frozenset[str]:
        """The usulan on the ballots of a group: a group of one bidang chooses among the usulan of that bidang only."""
        aturan = self._prioritas.aturan()
        return frozenset(
            usulan.id
            for usulan in self._prioritas.usulan()
            if any(item.id == kelompok for item in aturan.menilai(usulan.bidang))
        )

    def _require_open(self, kelompok: str) -> Aturan:
        aturan = self._prioritas.aturan_menilai(kelompok)
        if not aturan.cara.suara:
            raise RuleBroken("metode", "tidak_dikenal")
        if self.kotak(kelompok).ditutup:
            raise RuleBroken("suara", "sudah_ditutup")
        return aturan

    def _change(self, kelompok: str, isi: dict[str, Any], label: str) -> None:
        with self._desk.write("suara", label) as act:
            act.append("suara.ubah", f"{act.forum}.{kelompok}.suara", isi)

    def _type(self, kelompok: str, pencacah: int, isi: dict[str, Any]) -> None:
        with self._desk.write("suara", f"surat suara, pencacah {pencacah}") as act:
            act.append("suara.isi", f"{act.forum}.{kelompok}.suara{pencacah}", isi)


def belum_selesai(desk: Desk, prioritas: PrioritasService) -> tuple[str, ...]:
    """Ids of the groups whose paper still stands in the way of closing the agreement."""
    connection, forum = desk.connection, desk.forum_id
    aturan, usulan = prioritas.aturan(), prioritas.usulan()
    boxes = queries.kotak(connection, forum)
    sheets, again = penilaian.lembar(connection, forum), queries.skor_ulang(connection, forum)
    return tuple(
        item.id
        for item in aturan.kelompok
        if (
            _open_box(boxes.get(item.id))
            if aturan.cara.suara
            else _differing(sheets.get(item.id, {}), again.get(item.id, {}), usulan)
        )
    )


def _allowed(surat: SuratSuara, aturan: Aturan) -> bool:
    cara, chosen = aturan.cara, frozenset(surat.pilihan)
    try:
        periksa_surat(surat, cara.metode, cara.jatah_suara, len(aturan.kriteria), chosen)
    except RuleBroken:
        return False
    return True


def _differing(one: Sheet, again: Sheet, usulan: Iterable[Usulan]) -> tuple[BedaSkor, ...]:
    if not again:
        return ()
    standing = {satu.id for satu in usulan}
    return tuple(beda for beda in bandingkan_skor(one, again) if standing.issuperset(beda.usulan.split("~")))


def _open_box(box: Kotak | None) -> bool:
    return box is not None and box.terbit is not None and not box.ditutup
