"""Rules of scoring, score sheets and the ranking that follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.db.queries import penilaian as queries
from musrenbang_desktop.db.queries import usulan as usulan_queries
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor, Nilai
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk

if TYPE_CHECKING:
    from musrenbang_desktop.ranking.weighted import Hasil

#: What a hall usually begins with; every part can be changed until the rules are locked.
USUL_ATURAN = Aturan(
    kriteria=(
        Kriteria("k1", "Mendesak", "Mdk", 3),
        Kriteria("k2", "Penerima manfaat", "Pnm", 2),
        Kriteria("k3", "Dampak", "Dmp", 2),
        Kriteria("k4", "Sesuai RPJM", "RPJ", 2),
        Kriteria("k5", "Biaya", "Bya", 1, "biaya"),
    ),
    kelompok=(Kelompok("g1", "Kelompok 1"), Kelompok("g2", "Kelompok 2")),
    seri=("k1", "k2"),
)


class PrioritasService:
    """Scoring in the chosen forum. The rules must be locked before the first score."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def aturan(self) -> Aturan:
        """The rules as they stand; the usual ones before anybody touched them."""
        return queries.aturan(self._desk.connection, self._desk.forum_id) or USUL_ATURAN

    def ubah_aturan(self, kriteria: Sequence[Kriteria], kelompok: Sequence[Kelompok], seri: Sequence[str] = ()) -> None:
        """Set criteria, groups and tie rule. Raises RuleBroken: locked rules must be unlocked as a new version
        first.
        """
        self._desk.require_open()
        if self.aturan().terkunci:
            raise RuleBroken("aturan", "terkunci")
        _check_rules(kriteria, kelompok, seri)
        with self._desk.write("aturan", "mengubah aturan main") as act:
            act.append("aturan.ubah", f"{act.forum}.aturan", _rows(kriteria, kelompok, seri))

    def kunci(self, saksi: Sequence[str]) -> None:
        """Lock the rules at this hour, with the names of those who witnessed it."""
        self._desk.require_open()
        aturan = self.aturan()
        if aturan.terkunci:
            raise RuleBroken("aturan", "terkunci")
        names = [name.strip() for name in saksi if name.strip()]
        if len(names) < 2:
            raise RuleBroken("saksi", "kurang_dari_dua")
        with self._desk.write("aturan", "mengunci aturan main") as act:
            begun = queries.aturan(self._desk.connection, act.forum) is not None
            rows = {} if begun else _rows(aturan.kriteria, aturan.kelompok, aturan.seri)
            act.append("aturan.ubah", f"{act.forum}.aturan", {**rows, "terkunci": self._desk.jam(), "saksi": names})

    def buka_kunci(self) -> None:
        """Begin a new version of the rules. Refused while scores exist: RuleBroken("aturan", "sudah_ada_skor")."""
        self._desk.require_open()
        if any(self.semua_lembar().values()):
            raise RuleBroken("aturan", "sudah_ada_skor")
        with self._desk.write("aturan", "membuka kunci aturan main") as act:
            act.append("aturan.ubah", f"{act.forum}.aturan", {"terkunci": None, "saksi": None})

    def usulan(self) -> list[Usulan]:
        """The usulan that are scored: all that stand."""
        return usulan_queries.every(self._desk.connection, self._desk.forum_id, Saringan(dengan_batal=False))

    def semua_lembar(self) -> dict[str, dict[str, tuple[Nilai, ...]]]:
        """All score sheets: kelompok -> usulan -> scores."""
        return queries.lembar(self._desk.connection, self._desk.forum_id)

    def lembar(self, kelompok: str) -> dict[str, tuple[Nilai, ...]]:
        """The sheet of one group; usulan not yet touched are absent."""
        return self.semua_lembar().get(kelompok, {})

    def isi(self, kelompok: str, nilai: Mapping[str, tuple[Nilai, ...]]) -> None:
        """Write scores of one group: usulan -> one score per criterion, None where there is none yet.

        One call is one act and one event, a single row or a whole sheet alike.
        Raises RuleBroken("aturan", "belum_terkunci"), ("nilai", "di_luar_batas"), ("kelompok", "tidak_dikenal"),
        ("usulan", "tidak_ditemukan") for one that does not stand.
        """
        self._desk.require_open()
        aturan = self.aturan()
        if not aturan.terkunci:
            raise RuleBroken("aturan", "belum_terkunci")
        if kelompok not in {item.id for item in aturan.kelompok}:
            raise RuleBroken("kelompok", "tidak_dikenal")
        if not {usulan.id for usulan in self.usulan()}.issuperset(nilai):
            raise RuleBroken("usulan", "tidak_ditemukan")
        for row in nilai.values():
            _check_scores(aturan, row)
        now = self.lembar(kelompok)
        changed = {usulan: list(row) for usulan, row in nilai.items() if now.get(usulan) != tuple(row)}
        if changed:
            name = next(item.nama for item in aturan.kelompok if item.id == kelompok)
            with self._desk.write("skor", f"skor {name}") as act:
                act.append("skor.isi", f"{act.forum}.{kelompok}", changed)

    def hasil(self) -> Hasil:
        """The exact ranking of all standing usulan under the present rules and scores."""
        from musrenbang_desktop.ranking.weighted import rank

        sheets: dict[str, LembarSkor] = dict(self.semua_lembar())
        return rank(self.aturan(), sheets, [usulan.id for usulan in self.usulan()])


def _rows(kriteria: Sequence[Kriteria], kelompok: Sequence[Kelompok], seri: Sequence[str]) -> dict[str, list[Any]]:
    """The rules as an event holds them."""
    return {
        "kriteria": [list(astuple(item)) for item in kriteria],
        "kelompok": [list(astuple(item)) for item in kelompok],
        "seri": list(seri),
    }


def _check_rules(kriteria: Sequence[Kriteria], kelompok: Sequence[Kelompok], seri: Sequence[str]) -> None:
    if not kriteria:
        raise RuleBroken("kriteria", "kosong")
    if not kelompok:
        raise RuleBroken("kelompok", "kosong")
    for items in (kriteria, kelompok):
        if len({item.id for item in items}) != len(items):
            raise RuleBroken("aturan", "ganda")
    if not {item.id for item in kriteria}.issuperset(seri):
        raise RuleBroken("seri", "tidak_dikenal")


def _check_scores(aturan: Aturan, row: Sequence[Nilai]) -> None:
    if len(row) != len(aturan.kriteria):
        raise RuleBroken("nilai", "kurang_kriteria")
    for kriteria, nilai in zip(aturan.kriteria, row, strict=True):
        if nilai is not None and not kriteria.terkecil <= nilai <= kriteria.terbesar:
            raise RuleBroken("nilai", "di_luar_batas", f"{kriteria.terkecil}-{kriteria.terbesar}")
