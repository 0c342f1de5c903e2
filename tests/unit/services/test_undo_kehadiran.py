"""Attendance, opening, postponement, delegates and counted sheets in any order, with undo, redo and restarts."""

from __future__ import annotations

from typing import cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from musrenbang_desktop.domain.kuorum import Bagian
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.kehadiran import Peran
from tests.small_forum import small_forum
from tests.taken_back import TakenBack

PLACES = st.integers(0, 4)


class AttendanceAndUndos(TakenBack):
    """Five people; every act of the page of attendance, against a list of snapshots."""

    nothing_before = False

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        women = [PesertaBaru(nama=f"Warga {n}", jenis_kelamin="P" if n < 2 else "L") for n in range(5)]
        self.ids = self.desa.peserta.undang_banyak(women)
        self._begun()

    def _shown(self) -> object:
        forum = self.desa.forum.aktif()
        people = [(p.nama, p.hadir, p.pulang, p.usia, p.disabilitas) for p in self.desa.peserta.daftar()]
        postponed = [(p.tanggal, p.tanggal_baru, p.hadir, p.orang) for p in self.desa.kehadiran.penundaan()]
        return (forum and forum.tanggal, people, postponed, self.desa.kehadiran.sekarang())

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

    @invariant()
    def every_act_has_a_sentence(self) -> None:
        for step in self.desa.riwayat.daftar(5):
            assert step.kalimat and not step.kalimat.startswith("Catatan versi baru")


TestAttendanceAndUndos = AttendanceAndUndos.TestCase
TestAttendanceAndUndos.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
