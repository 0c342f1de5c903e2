"""What the notulen and the annex of the groups print: what was said, decided and brought back, as recorded."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.domain.kesepakatan import Perpindahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Ucapan:
    """One turn to speak or one note, in the order of the day. ``pokok`` stays empty where only the turn is known."""

    nomor: int
    oleh: str
    acara: str = ""
    jam: str = ""
    pokok: str = ""
    tanggapan: str = ""


@dataclass(frozen=True, slots=True)
class Pendapat:
    """What was said of one usulan: for it, against it, or as a condition; one line each."""

    label: str
    usulan: str
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Risalah:
    """The day in words. ``waktu`` is item of the agenda -> the hours at which it really ran (``09.00-09.12``).

    ``putusan`` are decisions as the notulis wrote them; the others follow from the record: the hour at which the rules
    were locked and who saw it, the moves with the names of their usulan, the hour of closing.
    """

    waktu: tuple[tuple[str, str], ...] = ()
    ucapan: tuple[Ucapan, ...] = ()
    pendapat: tuple[Pendapat, ...] = ()
    putusan: tuple[str, ...] = ()
    dikunci: str = ""
    saksi: tuple[str, ...] = ()
    pindah: tuple[tuple[str, Perpindahan], ...] = ()
    ditutup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKelompok:
    """One usulan as a group ranked it. ``urutan`` is its place there, ``peringkat`` that of the whole hall."""

    urutan: str
    label: str
    usulan: str
    lokasi: str = ""
    nilai: str = ""
    peringkat: str = ""
    perkiraan_biaya: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilKelompok:
    """What one group brings back: its order and its summary. ``keterangan`` says who it is (``PKK, 12 orang``)."""

    nama: str
    keterangan: str = ""
    baris: tuple[BarisKelompok, ...] = ()
    rangkuman: tuple[str, ...] = ()
