"""Undo is an act: it survives a restart, and tables always equal the replay of the journal."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from musrenbang_desktop.domain.peserta import PesertaBaru
from tests.small_forum import small_forum, some_usulan
from tests.taken_back import TakenBack
from tests.village import opened


def test_undo_and_redo_across_restarts(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        first, second = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.usulan.ubah(first, judul="Talud sungai", perkiraan_biaya=None)
    with opened(tmp_path) as desa:
        assert (
            desa.riwayat.teks_batal()
            == "Usulan U-001 Talud sungai: judul menjadi Talud sungai; perkiraan biaya dikosongkan"
        )
        desa.riwayat.batalkan()
        assert desa.usulan.satu(first).judul == "Drainase gang 1"
        assert desa.usulan.satu(first).perkiraan_biaya == 10_000_000
    with opened(tmp_path) as desa:
        desa.riwayat.batalkan()
        assert desa.usulan.daftar() == []
        assert desa.riwayat.teks_batal() is None
        desa.riwayat.ulangi()
        desa.riwayat.ulangi()
        assert desa.usulan.satu(first).judul == "Talud sungai"
        assert desa.usulan.satu(second).judul == "Drainase gang 2"
        assert desa.riwayat.ulangi() is None


def test_a_new_act_ends_what_could_be_done_again(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        desa.riwayat.batalkan()
        desa.usulan.catat(some_usulan(2)[1])
        assert desa.riwayat.teks_ulang() is None
        assert [usulan.nomor for usulan in desa.usulan.daftar()] == [2]


def test_undo_stops_at_what_the_hall_fixed(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        assert desa.riwayat.batalkan() is None
        assert desa.prioritas.aturan().terkunci


class ActsAndUndos(TakenBack):
    """Any sequence of acts and undos, checked against a simple list of snapshots."""

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self._begun()

    def _shown(self) -> object:
        return (
            [(u.judul, u.perkiraan_biaya, u.status) for u in self.desa.usulan.daftar()],
            [(p.nama, p.hadir != "", p.diundang) for p in self.desa.peserta.daftar()],
        )

    @rule(count=st.integers(1, 3))
    def record(self, count: int) -> None:
        self.desa.usulan.catat_banyak(some_usulan(count), "impor")
        self._acted()

    @rule(name=st.sampled_from(["Sri", "Karto", "Ani"]))
    def guest(self, name: str) -> None:
        self.desa.peserta.catat_tamu(PesertaBaru(nama=name))
        self._acted()

    @precondition(lambda self: self.desa.usulan.daftar())
    @rule(data=st.data(), cost=st.none() | st.integers(0, 10**9))
    def change(self, data: st.DataObject, cost: int | None) -> None:
        usulan = data.draw(st.sampled_from(self.desa.usulan.daftar()))
        self.desa.usulan.ubah(usulan.id, perkiraan_biaya=cost)
        self._acted()

    @precondition(lambda self: [u for u in self.desa.usulan.daftar() if u.status == "aktif"])
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        usulan = data.draw(st.sampled_from([u for u in self.desa.usulan.daftar() if u.status == "aktif"]))
        self.desa.usulan.batalkan(usulan.id, "lahan belum jelas")
        self._acted()


TestActsAndUndos = ActsAndUndos.TestCase
TestActsAndUndos.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
