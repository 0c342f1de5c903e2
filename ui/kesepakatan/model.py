"""The agreed order with what the table needs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesepakatan import Butir, Keluaran, Kesepakatan
from musrenbang_desktop.domain.pagu import PakaiSumber, batas_pagu, biaya_per_sumber, pakai
from musrenbang_desktop.domain.silsilah import nama_pra
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.kurang_hadir import kurang_hadir
from musrenbang_desktop.services.layanan import Layanan
from ui.nilai_text import any_decimals, column_text
from ui.translation import QT_TRANSLATE_NOOP

OUTPUTS: dict[Keluaran, str] = {
    "ke_kecamatan": QT_TRANSLATE_NOOP("Kesepakatan", "Ke kecamatan"),
    "dana_desa": QT_TRANSLATE_NOOP("Kesepakatan", "Dana desa"),
    "belum_disepakati": QT_TRANSLATE_NOOP("Kesepakatan", "Belum disepakati"),
}

USUAL_REASONS = (
    QT_TRANSLATE_NOOP("Kesepakatan", "Pagu tidak mencukupi"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Status lahan belum jelas"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Belum tercantum dalam RPJM Desa"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Bukan kewenangan desa"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Sudah tercakup dalam usulan lain"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Perlu survei teknis lebih dahulu"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Perkiraan biaya belum ada"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Diajukan lagi tahun berikutnya"),
)

REASONS_OF_A_DESA = frozenset({"Belum tercantum dalam RPJM Desa"})
"""A kelurahan has no such plan."""

USUAL_MOVES = (
    QT_TRANSLATE_NOOP("Kesepakatan", "Mendesak menurut forum"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Membahayakan keselamatan warga"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Mendahulukan kelompok rentan"),
    QT_TRANSLATE_NOOP("Kesepakatan", "Hasil pemungutan suara forum"),
)


def tr(text: str) -> str:
    """Translate a text of this page's tables."""
    return QCoreApplication.translate("Kesepakatan", text)


@dataclass(frozen=True, slots=True)
class Tempat:
    """One place of the order."""

    urutan: int
    butir: Butir
    usulan: Usulan | None
    nilai: str
    peringkat: str
    poin: Fraction | None = None
    """the exact nilai that ``nilai`` shows"""

    @property
    def id(self) -> str:
        """The id of the usulan."""
        return self.butir.usulan

    @property
    def label(self) -> str:
        """``U-007``; a mark for an usulan that was taken off the list."""
        return self.usulan.label if self.usulan else "-"

    @property
    def judul(self) -> str:
        """The title, with a word when the usulan was withdrawn meanwhile."""
        if self.usulan is None:
            return tr("(ditarik dari daftar)")
        word = {"aktif": "", "batal": tr("(dibatalkan)"), "digabung": tr("(digabung)")}[self.usulan.status]
        return f"{self.usulan.judul} {word}".rstrip()

    @property
    def biaya(self) -> int | None:
        """What it costs, None while unknown."""
        return self.usulan.perkiraan_biaya if self.usulan else None

    @property
    def kurang(self) -> bool:
        """Whether it stands in the way of closing."""
        return self.butir.keluaran == "belum_disepakati" and not self.butir.alasan.strip()


@dataclass(frozen=True, slots=True)
class Terpakai:
    """What the usulan for the village's own budget cost together."""

    biaya: int
    tanpa_biaya: int
    pagu: int | None
    sumber: tuple[PakaiSumber, ...] = ()
    """what they take of each source, where the forum names its sources"""

    @property
    def lebih(self) -> int:
        """How far above the pagu, or above those of its sources; 0 while below or unknown."""
        if self.sumber:
            return sum(max(0, -(row.sisa or 0)) for row in self.sumber)
        return max(0, self.biaya - self.pagu) if self.pagu is not None else 0


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Everything the page shows."""

    kesepakatan: Kesepakatan | None
    tempat: tuple[Tempat, ...]
    terpakai: Terpakai
    belum_ditempatkan: int
    ada_usulan: bool
    tim: tuple[str, ...] = ()
    """roles that must be named before closing: ``notulis``, ``saksi``"""
    lompatan: tuple[Tempat, ...] = ()
    """agreed before a higher priority of their own origin, and nobody has said why"""
    hadir: tuple[RuleBroken, ...] = ()
    kertas: tuple[tuple[str, str], ...] = ()
    """id and name of the groups whose ballots or sheets are not counted to the end"""
    """what the attendance lacks: a reason for a missed quorum, a delegation by its rule, sheets that agree"""
    pra: str = ""
    """what is usually held before this Musrenbang, while nobody has said whether it was"""

    @property
    def ditutup(self) -> str:
        """The hour of closing, or nothing."""
        return self.kesepakatan.ditutup if self.kesepakatan else ""

    @property
    def kurang(self) -> tuple[Tempat, ...]:
        """The places that stand in the way of closing."""
        return tuple(satu for satu in self.tempat if satu.kurang)

    def jumlah(self, keluaran: Keluaran) -> int:
        """How many usulan have this output."""
        return sum(satu.butir.keluaran == keluaran for satu in self.tempat)


KOSONG = Keadaan(None, (), Terpakai(0, 0, None), 0, ada_usulan=False)


def read(services: Layanan) -> Keadaan:
    """The agreement of the chosen forum as it stands."""
    found = services.kesepakatan.sekarang()
    usulan = {satu.id: satu for satu in services.usulan.daftar()}
    standing = {record for record, satu in usulan.items() if satu.status == "aktif"}
    ranks = {baris.usulan: baris for baris in services.prioritas.hasil().baris}
    decimals = any_decimals(baris.nilai for baris in ranks.values())
    places = []
    for urutan, butir in enumerate(found.butir if found else (), 1):
        baris = ranks.get(butir.usulan)
        ranked = baris is not None and baris.nilai is not None
        places.append(
            Tempat(
                urutan,
                butir,
                usulan.get(butir.usulan),
                column_text(baris.nilai if baris is not None else None, decimals=decimals),
                f"{baris.peringkat}{' SERI' if baris.seri else ''}" if ranked and baris is not None else "",
                baris.nilai if baris is not None else None,
            )
        )
    forum = services.forum.aktif()
    placed = {butir.usulan for butir in found.butir} if found else set()
    used = _used(places, forum)
    jumps = {jump.usulan for jump in found.lompatan_tanpa_alasan(usulan.values())} if found else set()
    return Keadaan(
        kesepakatan=found,
        tempat=tuple(places),
        terpakai=used,
        belum_ditempatkan=len(standing ^ placed) if found else 0,
        ada_usulan=bool(standing),
        tim=forum.kurang_tim if forum and found else (),
        lompatan=tuple(place for place in places if place.id in jumps),
        hadir=tuple(kurang_hadir(services.desk)) if found else (),
        kertas=_unfinished(services) if found else (),
        pra=nama_pra(forum) if forum and services.silsilah.belum_dijawab() else "",
    )


def tie_words(services: Layanan) -> str:
    """Which usulan share the place at which a limit falls: only a lot, or the hall itself, parts them."""
    tied = {one.usulan for one in services.penjelasan.pilihan().putusan if one.sebab == "seri_di_batas"}
    labels = ", ".join(one.label for one in services.prioritas.usulan() if one.id in tied)
    words = tr("{daftar} seri tepat di batas. Catat undiannya lalu susun ulang, atau putuskan bersama di sini.")
    return words.format(daftar=labels) if labels else ""


def _unfinished(services: Layanan) -> tuple[tuple[str, str], ...]:
    names = {item.id: item.nama for item in services.prioritas.aturan().kelompok}
    return tuple((kelompok, names[kelompok]) for kelompok in services.suara.belum_selesai())


def _used(places: Sequence[Tempat], forum: Forum | None) -> Terpakai:
    own = [satu for satu in places if satu.butir.keluaran == "dana_desa"]
    costs = [satu.biaya for satu in own]
    known, rows = sum(cost or 0 for cost in costs), forum.pagu_sumber if forum else ()
    parts = [biaya_per_sumber(rows, satu.biaya, satu.usulan.sumber_dana) for satu in own if satu.usulan]
    taken = pakai(batas_pagu(rows, None), parts) if rows else ()
    return Terpakai(known, sum(cost is None for cost in costs), forum.pagu if forum else None, taken)


def moved(places: Sequence[Tempat], record: str, ke: int) -> list[Tempat]:
    """The order as it would be with one usulan at place ``ke``."""
    order = [satu for satu in places if satu.id != record]
    order[ke - 1 : ke - 1] = [satu for satu in places if satu.id == record]
    return [replace(tempat, urutan=n) for n, tempat in enumerate(order, 1)]
