"""Desa Sukamaju: an invented village with one whole forum, for the demonstration, for practice and for tests.

No such place exists (kode wilayah 00.00.00.2001); persons, groups and amounts are made up by the module
``resources.sample.build``. 64 people are invited and 55 of them come; with 18 guests 73 are present (45 men, 28 women).
Of the 48 usulan three repeat another one in other words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import ForumBaru, Pejabat
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.domain.usulan import UsulanBaru

_PEJABAT = ("pimpinan", "notulis", "kepala", "penjaga_waktu")
_BEBERAPA_PEJABAT = ("sambutan", "pemateri", "fasilitator", "saksi")

FILE = Path(__file__).with_name("sukamaju.json")


@dataclass(frozen=True, slots=True)
class PesertaContoh:
    """A person of the sample; ``kunci`` ("p01") stands for the record id until the program has given one."""

    kunci: str
    isi: PesertaBaru

    @property
    def sebelum_hadir(self) -> PesertaBaru:
        """The person as invited, before arrival."""
        return replace(self.isi, hadir="")


@dataclass(frozen=True, slots=True)
class UsulanContoh:
    """An usulan of the sample under its ``kunci`` ("u01"), in the order of recording."""

    kunci: str
    isi: UsulanBaru


@dataclass(frozen=True, slots=True, kw_only=True)
class Contoh:
    """The whole forum. Scores, agreement and pairs speak of usulan by ``kunci``; ``dengan_id`` puts record ids there.

    ``skor`` is kelompok id -> sheet; ``mirip`` are pairs (usulan, the one that repeats it); ``wakil_peserta`` are
    kunci of the people who sign for the participants; ``ditutup`` is the hour at which the hall closed the agreement.
    """

    forum: ForumBaru
    wakil_peserta: tuple[str, ...]
    peserta: tuple[PesertaContoh, ...]
    usulan: tuple[UsulanContoh, ...]
    mirip: tuple[tuple[str, str], ...]
    aturan: Aturan
    skor: Mapping[str, LembarSkor]
    butir: tuple[Butir, ...]
    ditutup: str

    @property
    def undangan(self) -> tuple[PesertaContoh, ...]:
        """Those who were invited, present or not."""
        return tuple(orang for orang in self.peserta if orang.isi.diundang)

    @property
    def tamu(self) -> tuple[PesertaContoh, ...]:
        """Those who came without invitation."""
        return tuple(orang for orang in self.peserta if not orang.isi.diundang)

    @property
    def delegasi(self) -> tuple[str, ...]:
        """Kunci of those who go on to the kecamatan: three of the people who sign, a woman among them."""
        by_kunci = {orang.kunci: orang.isi for orang in self.peserta}
        women = [kunci for kunci in self.wakil_peserta if by_kunci[kunci].jenis_kelamin == "P"]
        others = [kunci for kunci in self.wakil_peserta if kunci not in women[:1]]
        return (*women[:1], *others[: 3 - len(women[:1])])

    def dengan_id(self, usulan: Mapping[str, str]) -> Contoh:
        """The same forum with scores, agreement and pairs under record ids; ``usulan`` maps every kunci to its id."""
        return replace(
            self,
            usulan=tuple(UsulanContoh(usulan[satu.kunci], satu.isi) for satu in self.usulan),
            mirip=tuple((usulan[satu], usulan[lain]) for satu, lain in self.mirip),
            skor={group: {usulan[kunci]: row for kunci, row in sheet.items()} for group, sheet in self.skor.items()},
            butir=tuple(replace(butir, usulan=usulan[butir.usulan]) for butir in self.butir),
        )


def load() -> dict[str, Any]:
    """The file as plain data."""
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


@cache
def contoh() -> Contoh:
    """The sample as domain values, read once."""
    data = load()
    return Contoh(
        forum=_forum(data["forum"]),
        wakil_peserta=tuple(data["wakil_peserta"]),
        peserta=tuple(PesertaContoh(row["kunci"], PesertaBaru(**_rest(row))) for row in data["peserta"]),
        usulan=tuple(UsulanContoh(row["kunci"], UsulanBaru(**_rest(row))) for row in data["usulan"]),
        mirip=tuple((satu, lain) for satu, lain in data["mirip"]),
        aturan=_aturan(data["aturan"]),
        skor={group: {u: tuple(row) for u, row in sheet.items()} for group, sheet in data["skor"].items()},
        butir=tuple(Butir(**row) for row in data["butir"]),
        ditutup=data["ditutup"],
    )


def _rest(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "kunci"}


def _forum(data: Mapping[str, Any]) -> ForumBaru:
    one = {name: Pejabat(**data[name]) for name in _PEJABAT}
    many = {name: tuple(Pejabat(**pejabat) for pejabat in data[name]) for name in _BEBERAPA_PEJABAT}
    rows: dict[str, Any] = {
        "agenda": tuple(Acara(*row) for row in data["agenda"]),
        "target_unsur": tuple(TargetUnsur(*row) for row in data["target_unsur"]),
    }
    return ForumBaru(**{**data, **one, **many, **rows})


def _aturan(data: Mapping[str, Any]) -> Aturan:
    return Aturan(
        kriteria=tuple(Kriteria(**row) for row in data["kriteria"]),
        kelompok=tuple(Kelompok(**row) for row in data["kelompok"]),
        seri=tuple(data["seri"]),
        terkunci=data["terkunci"],
        saksi=tuple(data["saksi"]),
        versi=data["versi"],
    )
