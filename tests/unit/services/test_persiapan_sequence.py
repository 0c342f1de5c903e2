"""Any sequence of preparing and taking back, across restarts, shows what was done and follows from the journal."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.unsur import TargetUnsur
from tests.small_forum import small_forum, some_usulan
from tests.taken_back import TakenBack

NAMES = st.sampled_from(["Pembukaan", "Sambutan", "Penilaian"])
UNSUR = st.sampled_from(["PKK", "Lansia", "Pemuda"])


class Preparing(TakenBack):
    """Checked against a simple list of what was shown."""

    @initialize()
    def begin(self) -> None:
        main = self.desa.forum.buka(small_forum())
        self.child = self.desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
        self.desa.usulan.catat_banyak(some_usulan(2), "mencatat")
        self.desa.forum.pilih(main)
        self._begun()

    def _shown(self) -> object:
        desa = self.desa
        return (
            desa.forum.aktif(),
            [(row.id, row.nilai) for row in desa.dasar.daftar()],
            [(one.id, one.judul, one.asal_usulan) for one in desa.usulan.daftar()],
        )

    @rule(judul=NAMES, menit=st.integers(1, 60))
    def add_row(self, judul: str, menit: int) -> None:
        self.desa.agenda.tambah(Acara(judul, menit))
        self._acted()

    @precondition(lambda self: self.desa.agenda.daftar())
    @rule(data=st.data())
    def move_row(self, data: st.DataObject) -> None:
        places = st.integers(0, len(self.desa.agenda.daftar()) - 1)
        self.desa.agenda.pindah(data.draw(places), data.draw(places))
        self._acted()

    @rule(unsur=UNSUR, wanted=st.integers(0, 5))
    def want(self, unsur: str, wanted: int) -> None:
        self.desa.unsur.lengkapi([TargetUnsur(unsur, wanted)])
        self._acted()

    @rule(nilai=st.integers(0, 99), dusun=st.sampled_from(["", "Krajan"]))
    def figure(self, nilai: int, dusun: str) -> None:
        self.desa.dasar.catat(
            DataDasarBaru(dusun=dusun, indikator="Balita", nilai=str(nilai), sumber="BPS", tanggal_data="2025-01-01")
        )
        self._acted()

    @precondition(lambda self: self.desa.dasar.daftar())
    @rule(data=st.data())
    def drop_figure(self, data: st.DataObject) -> None:
        self.desa.dasar.keluarkan(data.draw(st.sampled_from(self.desa.dasar.daftar())).id)
        self._acted()

    @rule(name=st.sampled_from(["", "Lestari", "Zainal"]))
    def witness(self, name: str) -> None:
        self.desa.forum.ubah(saksi=(Pejabat(name),) if name else ())
        self._acted()

    @precondition(lambda self: any(one.sisa for one in self.desa.silsilah.anak()))
    @rule()
    def collect(self) -> None:
        self.desa.silsilah.ambil(self.child)
        self._acted()

    @invariant()
    def nothing_is_taken_over_twice(self) -> None:
        taken = [one.asal_usulan for one in self.desa.usulan.daftar() if one.asal_usulan]
        assert len(taken) == len(set(taken))


TestPreparing = Preparing.TestCase
TestPreparing.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
