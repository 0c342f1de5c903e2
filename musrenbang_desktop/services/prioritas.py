"""Rules of scoring, score sheets and the ranking that follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.db.queries import penilaian as queries
from musrenbang_desktop.db.queries import suara
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.aturan_rows import from_rows, rows
from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor, Nilai, Undian
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kertas_gugur import drop_paper
from musrenbang_desktop.services.periksa_aturan import (
    check_countable,
    check_keys,
    check_rules,
    check_scores,
    same_sheets,
)

if TYPE_CHECKING:
    from musrenbang_desktop.domain.templat import Templat
    from musrenbang_desktop.ranking.result import Hasil
    from musrenbang_desktop.ranking.ties import Fakta

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


@dataclass(frozen=True, slots=True)
class VersiAturan:
    """One locked version of the rules, as the berita acara lists it. ``sidik`` is the SHA-256 of the rules, hex.

    ``alasan`` says why it replaced the one before, ``sesudah_skor`` that scores were already given.
    """

    nomor: int
    aturan: Aturan
    jam: str
    saksi: tuple[str, ...]
    sidik: str
    alasan: str
    sesudah_skor: bool


class PrioritasService:
    """Scoring in the chosen forum. The rules must be locked before the first score."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counted: tuple[tuple[str, int], Hasil] | None = None
        self._asked: tuple[object, ...] = ()

    def aturan(self) -> Aturan:
        """The rules as they stand; the usual ones before anybody touched them."""
        return queries.aturan(self._desk.connection, self._desk.forum_id) or USUL_ATURAN

    def versi(self) -> list[VersiAturan]:
        """Every locked version, oldest first."""
        found = queries.kuncian(self._desk.connection, self._desk.forum_id)
        return [
            VersiAturan(k.nomor, from_rows(k.isi), k.jam, k.saksi, sidik(k.isi), k.alasan, k.sesudah_skor)
            for k in found
        ]

    def ubah_aturan(
        self,
        kriteria: Sequence[Kriteria],
        kelompok: Sequence[Kelompok],
        seri: Sequence[str] = (),
        cara: CaraHitung | None = None,
    ) -> None:
        """Set criteria, groups, tie rule and way of counting (None keeps it). Raises RuleBroken: locked rules must be
        unlocked as a new version first.

        Scores that mean something else under the new rules leave the sheets; the history keeps them, and one undo
        brings back both.
        """
        before = self.aturan()
        wanted = cara or before.cara
        if wanted.perbandingan:
            known = {item.id for item in kriteria}
            kept = tuple(row for row in wanted.perbandingan if known.issuperset(row[:2]))
            wanted = replace(wanted, perbandingan=kept)
        self._write(
            replace(before, kriteria=tuple(kriteria), kelompok=tuple(kelompok), seri=tuple(seri), cara=wanted),
            "mengubah aturan main",
        )

    def pakai_templat(self, templat: Templat) -> None:
        """Take over the rules of a template; groups that the hall already named stay."""
        begun = queries.aturan(self._desk.connection, self._desk.forum_id)
        kelompok = begun.kelompok if begun and not _as_offered(begun) else templat.kelompok
        self._write(replace(templat.aturan, kelompok=kelompok), f"memakai templat {templat.nama}")

    def kunci(self, saksi: Sequence[str]) -> None:
        """Lock the rules at this hour, with the names of those who witnessed it."""
        self._desk.require_open()
        aturan = self.aturan()
        if aturan.terkunci:
            raise RuleBroken("aturan", "terkunci")
        names = [name.strip() for name in saksi if name.strip()]
        if len(names) < 2:
            raise RuleBroken("saksi", "kurang_dari_dua")
        check_countable(aturan)
        with self._desk.write("aturan", "mengunci aturan main") as act:
            begun = queries.aturan(self._desk.connection, act.forum) is not None
            first = {} if begun else _written(aturan, {})
            act.append("aturan.ubah", f"{act.forum}.aturan", {**first, "terkunci": self._desk.jam(), "saksi": names})

    def buka_kunci(self, alasan: str = "") -> None:
        """Begin a new version of the rules. With scores already given it needs a reason, which is kept and printed:
        RuleBroken("alasan_versi", "kosong").
        """
        self._desk.require_open()
        if any(self.semua_lembar().values()) and not alasan.strip():
            raise RuleBroken("alasan_versi", "kosong")
        why = {"alasan_versi": alasan.strip()} if alasan.strip() else {}
        with self._desk.write("aturan", "membuka kunci aturan main") as act:
            act.append("aturan.ubah", f"{act.forum}.aturan", {"terkunci": None, "saksi": None, **why})

    def usulan(self) -> list[Usulan]:
        """The usulan that are scored: all that stand."""
        return [one for one in self._desk.usulan() if one.status == "aktif"]

    def semua_lembar(self) -> dict[str, dict[str, tuple[Nilai, ...]]]:
        """All score sheets: kelompok -> usulan (or pair of usulan) -> scores."""
        return queries.lembar(self._desk.connection, self._desk.forum_id)

    def lembar(self, kelompok: str) -> dict[str, tuple[Nilai, ...]]:
        """The sheet of one group; usulan not yet touched are absent."""
        return self.semua_lembar().get(kelompok, {})

    def aturan_menilai(self, kelompok: str) -> Aturan:
        """The locked rules under which this group may judge now.

        Raises RuleBroken("aturan", "belum_terkunci"), ("kelompok", "tidak_dikenal"), and as Desk.require_open does.
        """
        self._desk.require_open()
        aturan = self.aturan()
        if not aturan.terkunci:
            raise RuleBroken("aturan", "belum_terkunci")
        if kelompok not in {item.id for item in aturan.kelompok}:
            raise RuleBroken("kelompok", "tidak_dikenal")
        return aturan

    def isi(self, kelompok: str, nilai: Mapping[str, tuple[Nilai, ...]]) -> None:
        """Write scores of one group: usulan -> one score per criterion, None where there is none yet.

        Where usulan are compared the key is their pair and the row says who won. One call is one act and one event, a
        single row or a whole sheet alike.
        Raises RuleBroken("aturan", "belum_terkunci"), ("nilai", "di_luar_batas"), ("kelompok", "tidak_dikenal"),
        ("usulan", "tidak_ditemukan") for one that does not stand, ("suara", "sudah_ditutup") for votes that came from
        counted ballots.
        """
        aturan = self.aturan_menilai(kelompok)
        if suara.kotak(self._desk.connection, self._desk.forum_id).get(kelompok, suara.Kotak()).ditutup:
            raise RuleBroken("suara", "sudah_ditutup")
        check_keys(aturan, nilai, (usulan.id for usulan in self.usulan()))
        for row in nilai.values():
            check_scores(aturan, row)
        now = self.lembar(kelompok)
        changed = {key: list(row) for key, row in nilai.items() if now.get(key) != tuple(row)}
        if changed:
            name = next(item.nama for item in aturan.kelompok if item.id == kelompok)
            with self._desk.write("skor", f"skor {name}") as act:
                act.append("skor.isi", f"{act.forum}.{kelompok}", changed)

    def undian(self) -> list[Undian]:
        """The lots that were drawn."""
        return queries.undian(self._desk.connection, self._desk.forum_id)

    def undi(self, urutan: Sequence[str], saksi: Sequence[str]) -> str:
        """Record a lot between usulan that share a rank, in the order drawn; returns its id.

        Raises RuleBroken("undian", "bukan_seri") unless just these share a rank, ("saksi", "kurang_dari_dua").
        """
        self._desk.require_open()
        names = [name.strip() for name in saksi if name.strip()]
        if len(names) < 2:
            raise RuleBroken("saksi", "kurang_dari_dua")
        if not any(len(urutan) == len(shared) and set(urutan) == set(shared) for shared in self.hasil().seri):
            raise RuleBroken("undian", "bukan_seri")
        with self._desk.write("undian skor", "mencatat undian") as act:
            record = act.next_id()
            isi = {"usulan": list(urutan), "saksi": names, "jam": self._desk.jam()}
            act.append("undian.catat", record, isi)
        return record

    def fakta(self) -> dict[str, Fakta]:
        """What the tie rule and the groups of a bidang need to know of each usulan."""
        from musrenbang_desktop.ranking.ties import Fakta

        return {u.id: Fakta(u.bidang, u.penerima_manfaat, u.perkiraan_biaya) for u in self.usulan()}

    def hasil(self) -> Hasil:
        """The exact ranking of all standing usulan under the present rules and scores.

        Rules that cannot be counted yet (comparisons of criteria are missing) rank nothing. Page and layar ask for the
        same one after every key: it is counted once for each state of the database.
        """
        if self._desk.connection.in_transaction:
            return self._count()  # what is being written may still be taken back
        state = self._desk.state()
        if self._counted is None or self._counted[0] != state:
            self._counted = (state, self._count(self._counted and self._counted[1]))
        return self._counted[1]

    def _count(self, before: Hasil | None = None) -> Hasil:
        """The ranking; ``before`` itself while nothing is different of what it was counted from."""
        from musrenbang_desktop.ranking.count import count
        from musrenbang_desktop.ranking.result import Baris, Hasil

        aturan, fakta, lots = self.aturan(), self.fakta(), self.undian()
        sheets: dict[str, LembarSkor] = dict(self.semua_lembar())
        asked = (aturan, fakta, lots, sheets)
        if before is not None and asked == self._asked:
            return before
        self._asked = asked
        try:
            return count(aturan, sheets, list(fakta), fakta, lots)
        except RuleBroken as broken:
            if aturan.terkunci or broken.field not in ("perbandingan", "terkecil"):
                raise
            return Hasil(aturan, tuple(Baris(record, None, None, False, (), (), aturan) for record in fakta), ())

    def _write(self, wanted: Aturan, label: str) -> None:
        self._desk.require_open()
        before = self.aturan()
        if before.terkunci:
            raise RuleBroken("aturan", "terkunci")
        check_rules(wanted)
        present = queries.aturan(self._desk.connection, self._desk.forum_id)
        with self._desk.write("aturan skor suara", label) as act:
            act.append("aturan.ubah", f"{act.forum}.aturan", _written(wanted, rows(present) if present else {}))
            self._clear(act, before, wanted)

    def _clear(self, act: Act, before: Aturan, after: Aturan) -> None:
        """Take off the sheets what means nothing under the new rules."""
        staying = {item.id for item in after.kelompok} if same_sheets(before, after) else set()
        for kelompok, sheet in self.semua_lembar().items():
            if sheet and kelompok not in staying:
                act.append("skor.isi", f"{act.forum}.{kelompok}", dict.fromkeys(sheet))
        drop_paper(self._desk.connection, act, staying)


def sidik(isi: Mapping[str, Any]) -> str:
    """SHA-256 of rules as an event holds them, hex: the same rules have the same hash, whoever typed them."""
    import hashlib

    from musrenbang_desktop.journal import canonical

    return hashlib.sha256(canonical.encode(rows(from_rows(isi)))).hexdigest()


def _as_offered(aturan: Aturan) -> bool:
    """Whether the groups are still those that the program or a template offered."""
    from musrenbang_desktop.reference import templat_aturan

    offered = [USUL_ATURAN.kelompok]
    if aturan.cara.templat in templat_aturan.names():
        offered.append(templat_aturan.load(aturan.cara.templat).kelompok)
    return aturan.kelompok in offered


def _written(wanted: Aturan, present: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event: criteria, groups and tie rule always, the way of counting only where it changes."""
    found = rows(wanted)
    way = {name: found.pop(name) for name in ("metode", "templat", "cara")}
    return found | {name: value for name, value in way.items() if value != present.get(name)}
