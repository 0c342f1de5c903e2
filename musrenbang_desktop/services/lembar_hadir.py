"""The signed paper sheets against the screen: the same lines in the same order, and the same totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from musrenbang_desktop.db.queries import dokumen
from musrenbang_desktop.db.queries import kehadiran as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.domain.tanggal import format_jam
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kehadiran import KehadiranService
from musrenbang_desktop.services.peserta import PesertaService

TAMU = 0
"""The number under which the signatures on the blank sheets of guests are counted."""
JENIS = "daftar_hadir_nama"


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One line of the paper. ``orang`` is None for somebody who left the list after it was printed; ``wakil`` is who
    came for the person; ``dicetak`` is false for people invited after the sheets were printed.
    """

    halaman: int
    baris: int
    orang: Peserta | None
    wakil: str = ""
    dicetak: bool = True

    @property
    def id(self) -> str:
        """The id of the person, empty for somebody who left the list."""
        return self.orang.id if self.orang else ""

    @property
    def bertanda(self) -> bool:
        """Whether the screen says that this line is signed."""
        return bool(self.wakil or (self.orang and self.orang.hadir))


@dataclass(frozen=True, slots=True)
class JumlahLembar:
    """One sheet: signatures counted on paper (None while nobody counted) and lines marked on the screen."""

    halaman: int
    kertas: int | None
    layar: int

    @property
    def cocok(self) -> bool:
        """Whether both say the same."""
        return self.kertas == self.layar


class LembarHadirService:
    """The paper sheets of the chosen forum."""

    def __init__(self, desk: Desk, peserta: PesertaService, kehadiran: KehadiranService) -> None:
        self._desk = desk
        self._peserta = peserta
        self._kehadiran = kehadiran

    def baris(self) -> list[BarisLembar]:
        """The lines as last saved for printing; before that, as they would be printed. Later guests come behind."""
        length = self._kehadiran.profil().lembar.baris_halaman
        people = {one.id: one for one in self._peserta.daftar()}
        printed = dokumen.order(self._desk.connection, self._desk.forum_id, JENIS)
        invited = [one.id for one in people.values() if one.diundang]
        order = [*printed, *(record for record in invited if record not in set(printed))]
        known = len(printed) or len(order)
        deputies = _deputies([people[record] for record in order if record in people], people.values())
        rows = []
        for place, record in enumerate(order):
            person = people.get(record)
            rows.append(
                BarisLembar(place // length + 1, place % length + 1, person, deputies.get(record, ""), place < known)
            )
        return rows

    def jumlah(self, baris: Sequence[BarisLembar] | None = None) -> list[JumlahLembar]:
        """Every sheet, then the sheets of guests under the number TAMU; ``baris`` where they were read already."""
        rows = self.baris() if baris is None else baris
        counted = queries.one(self._desk.connection, self._desk.forum_id).lembar
        marked: dict[int, int] = {}
        for row in rows:
            marked[row.halaman] = marked.get(row.halaman, 0) + row.bertanda
        count = self._peserta.hitung()
        deputies = sum(1 for row in rows if row.wakil and row.orang and not row.orang.hadir)
        sheets = [JumlahLembar(page, counted.get(page), here) for page, here in sorted(marked.items())]
        return [*sheets, JumlahLembar(TAMU, counted.get(TAMU), max(0, count.tamu - deputies))]

    def tandai(self, record: str, *, hadir: bool) -> None:
        """Mark a line as signed, or take that back. The paper knows no hour: it is that of the invitation."""
        if hadir:
            self._peserta.hadirkan(record, self._hour())
        else:
            self._peserta.batal_hadir(record)

    def wakil(self, record: str, nama: str) -> None:
        """Somebody else signed on the line of a person. Raises RuleBroken("nama", "kosong")."""
        person = self._peserta.satu(record)
        if person is None:
            raise RuleBroken("peserta", "tidak_ditemukan")
        guest = PesertaBaru(
            nama=nama.strip(), unsur=person.unsur, wakil_dari=person.nama, hadir=self._hour(), diundang=False
        )
        self._peserta.catat_tamu(guest)

    def catat_jumlah(self, halaman: int, banyak: int | None) -> None:
        """Note how many signatures were counted on a sheet; None takes the count away.

        Raises RuleBroken("lembar", "di_luar_batas") for more than a sheet holds.
        """
        most = 10_000 if halaman == TAMU else self._kehadiran.profil().lembar.baris_halaman
        if banyak is not None and not 0 <= banyak <= most:
            raise RuleBroken("lembar", "di_luar_batas", str(most))
        counted = dict(queries.one(self._desk.connection, self._desk.forum_id).lembar)
        before = counted.pop(halaman, None)
        if banyak is not None:
            counted[halaman] = banyak
        if before == banyak:
            return
        self._desk.require_open()
        with self._desk.write("kehadiran", "menghitung tanda tangan") as act:
            isi = {str(page): number for page, number in sorted(counted.items())} or None
            act.append("kehadiran.ubah", f"{act.forum}.kehadiran", {"lembar": isi})

    def kurang(self) -> list[RuleBroken]:
        """The sheets whose totals do not agree; nothing while no sheet was counted at all."""
        if not queries.one(self._desk.connection, self._desk.forum_id).lembar:
            return []
        sheets = self.jumlah()
        return [
            RuleBroken("lembar", "belum_dihitung" if sheet.kertas is None else "tidak_cocok", str(sheet.halaman))
            for sheet in sheets
            if not sheet.cocok and (sheet.kertas is not None or sheet.layar)
        ]

    def _hour(self) -> str:
        forum = self._desk.forum()
        try:
            return format_jam(forum.jam_mulai) if forum else ""
        except RuleBroken:
            return ""


def _deputies(lines: Sequence[Peserta], people: Iterable[Peserta]) -> dict[str, str]:
    """Id of an invited person -> who came instead. A deputy signs one line only, also where several people bear that
    name: that of a person who did not come, of the same unsur where there is one. An invited deputy
    signs the line of their own.
    """
    found: dict[str, str] = {}
    for deputy in people:
        if not (deputy.hadir and deputy.wakil_dari) or deputy.diundang:
            continue
        named = [one for one in lines if one.nama == deputy.wakil_dari and one.id not in found]
        named.sort(key=lambda one: (bool(one.hadir), one.unsur != deputy.unsur))
        if named:
            found[named[0].id] = deputy.nama
    return found
