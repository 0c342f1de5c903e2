"""Any sequence of acts in the journal and outside it, with undo, redo and restarts: one order, nothing lost, nothing of
it in the journal.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from musrenbang_desktop.db.queries import lokal
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from tests.acts.stage import outside, rows_of
from tests.small_forum import small_forum
from tests.taken_back import TakenBack

NUMBERS = st.sampled_from(["081200000001", "081200000002", ""])
NAMES = ("Sari Puspita", "Darmo")


class Mixed(TakenBack):
    """The operator works on usulan and people, and types what no event may hold in between."""

    def _shown(self) -> object:
        return rows_of(self.desa.desk.connection)

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self.desa.forum.ubah(saksi=tuple(Pejabat(name) for name in NAMES))
        self.desa.usulan.catat(UsulanBaru(judul="Talud"))
        for _ in range(3):
            self.desa.peserta.undang(PesertaBaru(nama="Sri Rahayu"))
        self._begun()

    nothing_before = False

    def _acted(self) -> None:
        """Every act, there and back again."""
        done = len(self.past)
        super()._acted()
        if len(self.past) > done:
            self.undo()
            assert self._shown() == self.past[-1]
            self.redo()

    @rule(times=st.integers(1, 6))
    def go_far_back(self, times: int) -> None:
        for _ in range(times):
            self.undo()

    @rule(data=st.data(), telepon=NUMBERS)
    def call(self, data: st.DataObject, telepon: str) -> None:
        records = [one.id for one in (*self.desa.usulan.daftar(), *self.desa.titipan.daftar())]
        self.desa.kontak.isi(data.draw(st.sampled_from(records)), telepon=telepon)
        self._acted()

    @rule(name=st.sampled_from(NAMES), born=st.sampled_from(["", "Contoh, 1 Mei 1980", "Contoh, 2 Mei 1980"]))
    def be_born(self, name: str, born: str) -> None:
        self.desa.kelahiran.isi(name, born)
        self._acted()

    @rule(yes=st.booleans())
    def tick(self, yes: bool) -> None:
        (self.desa.gladi.catat if yes else self.desa.gladi.lupakan)("tanpa_layar")
        self._acted()

    @rule(right=st.integers(0, 2))
    def correct_the_printer(self, right: int) -> None:
        self.desa.dokumen.ubah_koreksi("Printer kantor", right, 0)
        self._acted()

    @rule(data=st.data(), title=st.sampled_from(["Talud", "Drainase"]))
    def rename(self, data: st.DataObject, title: str) -> None:
        record = data.draw(st.sampled_from([one.id for one in self.desa.usulan.daftar()]))
        self.desa.usulan.ubah(record, judul=title)
        self._acted()

    @rule(telepon=NUMBERS)
    def bring_a_ticket(self, telepon: str) -> None:
        self.desa.titipan.catat(UsulanBaru(judul="Lampu jalan"), telepon)
        self._acted()

    @precondition(lambda self: self.desa.titipan.menunggu())
    @rule()
    def take_in(self) -> None:
        self.desa.titipan.masukkan()
        self._acted()

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from([one.id for one in self.desa.usulan.daftar()]))
        self.desa.ganda.pecah(record, [Pecahan("Utara"), Pecahan("Selatan")])
        self._acted()

    @rule(data=st.data())
    def tell_apart(self, data: st.DataObject) -> None:
        people = [one.id for one in self.desa.peserta.daftar()]
        one, other = data.draw(st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True))
        self.desa.undangan.dua_orang(one, other)
        self._acted()

    @invariant()
    def the_rows_tell_the_tables(self) -> None:
        """Doing again what the rows say changes nothing: they know how everything came to be."""
        connection = self.desa.desk.connection
        before = outside(connection)
        connection.execute("BEGIN")
        lokal.settle(connection, self.desa.desk.store.device, self.desa.desk.store.head.seq)
        now: dict[str, Any] = outside(connection)
        connection.execute("ROLLBACK")
        assert now == before

    @invariant()
    def no_event_holds_a_number_or_a_birth(self) -> None:
        events = b"".join(bytes(row[0]) for row in self.desa.desk.connection.execute("SELECT isi FROM jurnal"))
        assert b"0812" not in events and b"Mei 1980" not in events


TestMixed = Mixed.TestCase
TestMixed.settings = settings(max_examples=10, stateful_step_count=25, deadline=None)
