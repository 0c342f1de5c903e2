"""What the hall sees, gathered for the scenes of the layar: groups, places, numbers; no resident, no contact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import jawaban, peserta
from musrenbang_desktop.db.queries import sidang as queries_sidang
from musrenbang_desktop.db.queries import usulan as usulan_queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.gambaran import TANPA_DUSUN, Gambaran, HitunganJawaban, gambaran
from musrenbang_desktop.domain.jalannya import Jalannya, jalan_acara
from musrenbang_desktop.domain.kesepakatan import Keluaran, Kesepakatan
from musrenbang_desktop.domain.pagu import PakaiSumber
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.sidang import beri_kunci, susun
from musrenbang_desktop.domain.tahun_lalu import kata_didanai
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat
from musrenbang_desktop.ranking.choice import Sebab
from musrenbang_desktop.services.bicara import BicaraService
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.paket import PaketService
from musrenbang_desktop.services.penjelasan import PenjelasanService
from musrenbang_desktop.services.prioritas import PrioritasService

#: Numbers of telephones (08…, +62 8…) and of identity cards (16 digits) that somebody typed into a title.
_PRIVATE = re.compile(r"(?<!\d)(?:\d[ .-]?){15}\d(?!\d)|(?<![\d.])(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)")
HIDDEN = "•••"


def tanpa_nomor_pribadi(text: str) -> str:
    """The text with telephone and identity numbers taken out: titles are typed freely, and a whole hall reads them."""
    return _PRIVATE.sub(HIDDEN, text)


@dataclass(frozen=True, slots=True)
class BarisUsulan:
    """An usulan as the hall may read it. ``tempat`` is dusun and RT/RW, never a house."""

    id: str
    label: str
    judul: str
    dusun: str
    tempat: str
    biaya: int | None


@dataclass(frozen=True, slots=True)
class BarisPeringkat:
    """A line of the live rank. ``peringkat`` None while scores are missing, ``kurang`` says how many.

    ``bagian`` is the nilai as a share of the best one, for the bar.
    """

    usulan: BarisUsulan
    peringkat: int | None
    seri: bool
    nilai: Fraction | None
    bagian: float
    kurang: int


@dataclass(frozen=True, slots=True)
class Peringkat:
    """The live rank, best first, and how many cells of all sheets are filled. ``kelompok`` 0: rules not locked."""

    baris: tuple[BarisPeringkat, ...]
    terisi: int
    semua: int
    kelompok: int


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """A line of the result. ``jumlah`` is the known cost of this line and all above it. Before the agreement ``urutan``
    is the rank and ``sebab`` says why it goes ahead or waits under the rule that the hall chose.
    """

    usulan: BarisUsulan
    urutan: int
    keluaran: Keluaran | None
    jumlah: int
    muat: bool
    """before the agreement: whether it goes ahead; after it: whether the sum up to here stays within the pagu"""
    sebab: Sebab = "masuk"


@dataclass(frozen=True, slots=True)
class HasilPagu:
    """The order against the pagu. ``terpakai`` is the cost of what goes into the village's own budget, ``sumber`` the
    same for each source where the forum names them.

    ``disepakati``: the order is the hall's; else what goes ahead by the rule stands first, then what waits, each in the
    order of the scores. ``pemilih`` says who is a voter where the rule is that of equal shares.
    """

    baris: tuple[BarisPagu, ...]
    pagu: int | None
    terpakai: int
    tanpa_biaya: int
    disepakati: bool
    ditutup: str
    sumber: tuple[PakaiSumber, ...] = ()
    pemilih: str = ""


Golongan = Literal["diterima", "ditunda", "ditolak", "lain"]
GOLONGAN: tuple[Golongan, ...] = ("diterima", "ditunda", "ditolak", "lain")
_GOLONGAN: dict[str, Golongan] = {
    "diterima": "diterima",
    "diterima_perubahan": "diterima",
    "ditunda": "ditunda",
    "dikembalikan": "ditunda",
    "ditolak": "ditolak",
}


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """What became of an usulan of the last forum: the last decision, its level, and the reason.

    ``kata`` are the words of the kabupaten's package where no decision was received from the server.
    """

    label: str
    judul: str
    golongan: Golongan
    putusan: str
    tingkat: str
    alasan: str
    kata: str = ""


@dataclass(frozen=True, slots=True)
class JawabanTahunLalu:
    """The last forum of the village and its usulan, answered ones first. ``tahun`` 0 when no such forum is here."""

    tahun: int
    baris: tuple[BarisJawaban, ...]
    belum: int

    def jumlah(self, golongan: Golongan) -> int:
        """How many answers are of this kind."""
        return sum(row.golongan == golongan for row in self.baris)

    def hitungan(self) -> HitunganJawaban:
        """The counts alone."""
        diterima, ditunda, ditolak, lain = (self.jumlah(kind) for kind in GOLONGAN)
        return HitunganJawaban(self.tahun, diterima, ditunda, ditolak, lain, self.belum)


class LayarService:
    """Reads for the scenes. Nothing here writes."""

    def __init__(
        self, desk: Desk, prioritas: PrioritasService, kesepakatan: KesepakatanService, paket: PaketService
    ) -> None:
        self._desk = desk
        self._prioritas = prioritas
        self._kesepakatan = kesepakatan
        self._paket = paket

    def forum(self) -> Forum:
        """The forum on the desk. Raises RuleBroken("forum", "belum_ada")."""
        found = self._desk.forum()
        if found is None:
            raise RuleBroken("forum", "belum_ada")
        return found

    def hadir(self) -> HitunganHadir:
        """The counts of the hall."""
        return peserta.count(self._desk.connection, self._desk.forum_id)

    def usulan_per_dusun(self) -> tuple[tuple[str, tuple[BarisUsulan, ...]], ...]:
        """dusun -> its standing usulan by number; those without a dusun come last."""
        nowhere = self.forum().istilah.dalam(TANPA_DUSUN)
        found: dict[str, list[BarisUsulan]] = {}
        for usulan in self._prioritas.usulan():
            found.setdefault(usulan.dusun or nowhere, []).append(_baris(usulan))
        names = sorted(found, key=lambda name: (name == nowhere, name.casefold()))
        return tuple((name, tuple(found[name])) for name in names)

    def peringkat(self) -> Peringkat:
        """The rank as the scores stand now."""
        hasil = self._prioritas.hasil()
        usulan = {item.id: item for item in self._prioritas.usulan()}
        best = max((row.nilai for row in hasil.baris if row.nilai is not None), default=None)
        missing: dict[str, int] = {}
        for cell in hasil.kurang:
            missing[cell.usulan] = missing.get(cell.usulan, 0) + 1
        rules = self._prioritas.aturan()
        groups = len(rules.kelompok) if rules.terkunci else 0
        # usulan of one bidang are scored by the same groups; a pair that lacks is told once for each of its usulan
        alike = Counter(tuple(group.id for group in rules.menilai(one.bidang)) for one in usulan.values())
        paired, width = rules.cara.metode == "banding", len(rules.kriteria)
        every = sum(len(ids) * n * (n - 1 if paired else width) for ids, n in alike.items()) if groups else 0
        return Peringkat(
            tuple(
                BarisPeringkat(
                    _baris(usulan[row.usulan]),
                    row.peringkat,
                    row.seri,
                    row.nilai,
                    float(row.nilai / best) if row.nilai is not None and best else 0.0,
                    missing.get(row.usulan, 0),
                )
                for row in hasil.baris
            ),
            max(0, every - len(hasil.kurang)) if groups else 0,
            every,
            groups,
        )

    def hasil_pagu(self) -> HasilPagu:
        """The agreed order with its costs; before an order was drawn up, what the rule of the hall would choose."""
        agreed = self._kesepakatan.sekarang()
        return self._agreed(agreed) if agreed else self._chosen()

    def _agreed(self, agreed: Kesepakatan) -> HasilPagu:
        usulan = {item.id: item for item in self._prioritas.usulan()}
        pagu, total = self.forum().pagu, 0
        rows: list[BarisPagu] = []
        for butir in agreed.butir:
            if one := usulan.get(butir.usulan):
                total += one.perkiraan_biaya or 0
                fits = pagu is not None and total <= pagu
                rows.append(BarisPagu(_baris(one), len(rows) + 1, butir.keluaran, total, fits))
        return self._money(rows, [row for row in rows if row.keluaran == "dana_desa"], agreed.ditutup, agreed=True)

    def _chosen(self) -> HasilPagu:
        usulan = {item.id: item for item in self._prioritas.usulan()}
        told = PenjelasanService(self._desk, self._prioritas)
        hasil = self._prioritas.hasil()
        ranked = [one for one in told.pilihan(hasil).putusan if one.peringkat is not None and one.usulan in usulan]
        cara = hasil.aturan.cara
        bounded = bool(cara.kuota or cara.ambil) or any(left is not None for left in told.batas_pagu().values())
        rows: list[BarisPagu] = []
        total = 0
        for one in sorted(ranked, key=lambda one: not one.masuk):
            total += usulan[one.usulan].perkiraan_biaya or 0
            place = one.peringkat or 0
            rows.append(BarisPagu(_baris(usulan[one.usulan]), place, None, total, bounded and one.masuk, one.sebab))
        shared = cara.pagu == "bagian_rata" and bounded
        found = self._money(rows, [row for row in rows if row.muat or not bounded], "", agreed=False)
        return replace(found, pemilih=told.pemilih(hasil).kalimat) if shared and rows else found

    def _money(self, rows: Sequence[BarisPagu], own: Sequence[BarisPagu], ditutup: str, *, agreed: bool) -> HasilPagu:
        forum = self.forum()
        told = PenjelasanService(self._desk, self._prioritas)
        return HasilPagu(
            baris=tuple(rows),
            pagu=forum.pagu,
            terpakai=sum(row.usulan.biaya or 0 for row in own),
            tanpa_biaya=sum(row.usulan.biaya is None for row in rows),
            disepakati=agreed,
            ditutup=ditutup,
            sumber=told.pakai(row.usulan.id for row in own) if forum.pagu_sumber else (),
        )

    def jawaban_tahun_lalu(self) -> JawabanTahunLalu:
        """What became of the usulan of the last forum: what the server answered, then what only the package knows."""
        before = self._last_forum()
        connection = self._desk.connection
        standing = usulan_queries.numbered(connection, before.id) if before else []
        answers = jawaban.answers(connection, before.id) if before else {}
        rows = [
            BarisJawaban(
                item.label,
                tanpa_nomor_pribadi(item.judul),
                _GOLONGAN.get(last.putusan, "lain"),
                last.putusan,
                last.tingkat,
                tanpa_nomor_pribadi(last.alasan),
            )
            for item in standing
            if (last := answers[item.id][-1] if answers.get(item.id) else None)
        ]
        answered = {row.label for row in rows}
        rows += [told for told in map(_told, self._paket.jawaban_lalu()) if told.label not in answered]
        unanswered = len({item.label for item in standing} - {row.label for row in rows})
        year = before.tahun_pelaksanaan if before else self.forum().tahun_pelaksanaan - 1 if rows else 0
        return JawabanTahunLalu(year, tuple(rows), unanswered)

    def gambaran(self) -> Gambaran:
        """The village on one page."""
        return gambaran(self.forum(), self.hadir(), self._prioritas.usulan())

    def jalannya(self) -> Jalannya:
        """The clock and the turns as far as they have ended: what stands on paper does not change while one looks."""
        connection, forum = self._desk.connection, self._desk.forum_id
        noted = queries_sidang.one(connection, forum)
        times = queries_sidang.times(connection, forum)
        agenda = beri_kunci((butir.judul, butir.menit, butir.oleh) for butir in self.forum().agenda)
        day = susun(agenda, times, noted.kini, noted.ditutup, noted.batas_giliran, noted.batas_selisih)
        spoken = BicaraService(self._desk).pangsa(hanya_selesai=True)
        return Jalannya(jalan_acara(day), spoken, day.batas_selisih, spoken.menonjol(day.batas_selisih))

    def _last_forum(self) -> Forum | None:
        now = self.forum()
        same = [
            forum
            for forum in forums.every(self._desk.connection)
            if forum.id != now.id
            and forum.tahun_pelaksanaan < now.tahun_pelaksanaan
            and not forum.latihan
            and (forum.kode_wilayah, forum.desa) == (now.kode_wilayah, now.desa)
        ]
        return max(same, key=lambda forum: (forum.tahun_pelaksanaan, forum.tanggal), default=None)


def _told(row: Mapping[str, Any]) -> BarisJawaban:
    """An answer that came in the kabupaten's package, in its own words."""
    words = str(row["putusan"])
    golongan: Golongan = "lain"
    if kata_didanai(words):
        golongan = "diterima"
    elif re.search(r"tunda|belum|cadangan|perbaik", words, re.IGNORECASE):
        golongan = "ditunda"
    elif re.search(r"tolak|tidak", words, re.IGNORECASE):
        golongan = "ditolak"
    return BarisJawaban(
        str(row["nomor"]),
        tanpa_nomor_pribadi(str(row["judul"])),
        golongan,
        "",
        "",
        tanpa_nomor_pribadi(str(row.get("alasan") or "")),
        words,
    )


def _baris(usulan: Usulan) -> BarisUsulan:
    return BarisUsulan(
        usulan.id,
        usulan.label,
        tanpa_nomor_pribadi(usulan.judul),
        usulan.dusun,
        tempat_singkat(usulan.dusun, usulan.rt, usulan.rw),
        usulan.perkiraan_biaya,
    )
