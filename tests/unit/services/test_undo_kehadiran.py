"""Attendance, opening, postponement, delegates and counted sheets in any order, with undo, redo and restarts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.kuorum import Bagian
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.kehadiran import Peran
from tests.small_forum import small_forum
from tests.village import opened

PLACES = st.integers(0, 4)


class AttendanceAndUndos(RuleBasedStateMachine):
    """Five people; every act of the page of attendance, against a list of snapshots."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._open()

    def _open(self) -> None:
        self._context = opened(Path(self._folder.name))
        self.desa = self._context.__enter__()

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        women = [PesertaBaru(nama=f"Warga {n}", jenis_kelamin="P" if n < 2 else "L") for n in range(5)]
        self.ids = self.desa.peserta.undang_banyak(women)
        self.floor = self._shown()
        self.past = [self.floor]
        self.future: list[object] = []

    def _shown(self) -> object:
        forum = self.desa.forum.aktif()
        people = [(p.nama, p.hadir, p.pulang, p.usia, p.disabilitas) for p in self.desa.peserta.daftar()]
        postponed = [(p.tanggal, p.tanggal_baru, p.hadir, p.orang) for p in self.desa.kehadiran.penundaan()]
        return (forum and forum.tanggal, people, postponed, self.desa.kehadiran.sekarang())

    def _acted(self) -> None:
        if self._shown() != self.past[-1]:
            self.past.append(self._shown())
            self.future = []

    @rule(place=PLACES)
    def come_or_go(self, place: int) -> None:
        person = self.desa.peserta.satu(self.ids[place])
        if person and person.hadir:
            self.desa.peserta.batal_hadir(person.id)
        else:
            self.desa.peserta.hadirkan(self.ids[place], "08.50")
        self._acted()

    @rule(place=PLACES, age=st.none() | st.integers(0, 99), disabled=st.sampled_from(["", "ya", "tidak"]))
    def tell(self, place: int, age: int | None, disabled: str) -> None:
        self.desa.peserta.ubah(self.ids[place], usia=age, disabilitas=disabled)
        self._acted()

    @rule(place=PLACES, part=st.sampled_from(["delegasi", "cadangan", ""]))
    def delegate(self, place: int, part: str) -> None:
        self.desa.kehadiran.jadikan_delegasi(self.ids[place], cast("Peran", part))
        self._acted()

    @rule(text=st.sampled_from(["", "tidak ada yang bersedia"]))
    def explain(self, text: str) -> None:
        self.desa.kehadiran.beri_alasan_delegasi(text)
        self._acted()

    @rule(share=st.sampled_from(["", "2/3", "1/2+1", "tidak"]))
    def choose_share(self, share: str) -> None:
        self.desa.kehadiran.pilih_bagian(cast("Bagian", share))
        self._acted()

    @rule(sheet=st.integers(0, 2), count=st.none() | st.integers(0, 18))
    def count(self, sheet: int, count: int | None) -> None:
        self.desa.lembar_hadir.catat_jumlah(sheet, count)
        self._acted()

    @precondition(lambda self: self.desa.kehadiran.sekarang().pembukaan is None)
    @rule()
    def open_meeting(self) -> None:
        self.desa.kehadiran.buka("alasan", ("Dusun: 0 dari 1 terwakili",))
        self._acted()

    @precondition(lambda self: self.desa.kehadiran.sekarang().pembukaan is None and not self.desa.kehadiran.penundaan())
    @rule(days=st.integers(1, 3))
    def postpone(self, days: int) -> None:
        self.desa.kehadiran.tunda(f"2026-01-{21 + days}", "", "belum cukup")
        self._acted()

    @rule()
    def undo(self) -> None:
        if len(self.past) > 1:
            assert self.desa.riwayat.batalkan()
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        if self.future:
            assert self.desa.riwayat.ulangi()
            self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self._context.__exit__(None, None, None)
        self._open()

    @invariant()
    def shows_what_was_done(self) -> None:
        if hasattr(self, "past"):
            assert self._shown() == self.past[-1]

    @invariant()
    def tables_equal_the_replay(self) -> None:
        connection = self.desa.desk.connection
        before = replay.dump(connection)
        with self.desa.desk.store.transaction():
            replay.rebuild(connection)
        assert replay.dump(connection) == before

    @invariant()
    def every_act_has_a_sentence(self) -> None:
        if hasattr(self, "past"):
            for step in self.desa.riwayat.daftar(5):
                assert step.kalimat and not step.kalimat.startswith("Catatan versi baru")

    def teardown(self) -> None:
        self._context.__exit__(None, None, None)
        self._folder.cleanup()


TestAttendanceAndUndos = AttendanceAndUndos.TestCase
TestAttendanceAndUndos.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
