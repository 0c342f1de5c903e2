"""Any sequence of acts with packages, kamus and plans, taken back and done again, leaves what the journal says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.kamus import BELUM_ADA
from tests.paket import KAMUS, ROWS, berkas, contoh_paket
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

PACKAGES = (contoh_paket(), contoh_paket({**ROWS, "kamus": KAMUS[:2]}), contoh_paket({}))
CODES = [str(row[0]) for row in KAMUS]


class Acts(RuleBasedStateMachine):
    """One forum, three packages, three usulan."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._open = opened(Path(self._folder.name) / "data")
        self.desa = self._open.__enter__()
        self.paths = [berkas(Path(self._folder.name), data, f"p{n}") for n, data in enumerate(PACKAGES)]

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self.ids = self.desa.usulan.catat_banyak(some_usulan(3), "mencatat")

    def state(self) -> tuple[object, ...]:
        """What the screens show."""
        return self.desa.forum.aktif().paket, tuple(self.desa.usulan.daftar()), self.desa.kamus.jumlah()

    @rule(which=st.integers(0, 2))
    def put_in(self, which: int) -> None:
        before = self.desa.forum.aktif().paket
        self.desa.paket.pasang(self.desa.paket.periksa(self.paths[which]))
        assert self.desa.forum.aktif().paket == (before or self.desa.paket.terpasang().hash)

    @precondition(lambda self: self.desa.paket.terpasang() is not None)
    @rule()
    def use(self) -> None:
        self.desa.paket.pakai()

    @rule()
    def drop(self) -> None:
        self.desa.paket.lepas()

    @rule(which=st.integers(0, 2), kode=st.sampled_from(CODES))
    def take(self, which: int, kode: str) -> None:
        butir = self.desa.kamus.satu(kode)
        if butir is not None and self.desa.usulan.satu(self.ids[which]) is not None:
            self.desa.kamus.ambil(self.ids[which], butir)
            self.desa.kamus.pakai_biaya(self.ids[which])

    @rule(which=st.integers(0, 2), kode=st.sampled_from(("SDGS-06", BELUM_ADA, "")))
    def hook(self, which: int, kode: str) -> None:
        if self.desa.usulan.satu(self.ids[which]) is not None:
            self.desa.kamus.kaitkan(self.ids[which], kode)

    @rule(times=st.integers(1, 3))
    def undo_and_redo(self, times: int) -> None:
        before = self.state()
        done = sum(self.desa.riwayat.batalkan() is not None for _ in range(times))
        for _ in range(done):
            assert self.desa.riwayat.ulangi() is not None
        assert self.state() == before

    @rule()
    def undo(self) -> None:
        self.desa.riwayat.batalkan()

    @invariant()
    def tables_follow_from_the_journal(self) -> None:
        assert replay.first_difference(self.desa.desk.connection) is None

    @invariant()
    def warnings_are_those_of_every_usulan_alone(self) -> None:
        if self.desa.forum.aktif() is None:
            return
        told = self.desa.kamus.semua_selisih()
        for usulan in self.desa.usulan.daftar():
            assert told.get(usulan.id, ()) == self.desa.kamus.periksa(usulan)

    def teardown(self) -> None:
        self._open.__exit__(None, None, None)
        self._folder.cleanup()


TestActs = Acts.TestCase
TestActs.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
