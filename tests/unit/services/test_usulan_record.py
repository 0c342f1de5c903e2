"""The whole record of an usulan: written as events, taken back by undo, equal to the replay of the journal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.domain.kewenangan import KEWENANGAN, Bagian
from musrenbang_desktop.domain.peringatan import Peringatan
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.tema import TEMA
from musrenbang_desktop.domain.usulan import FIELDS, UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, propose
from tests.small_forum import small_forum, some_usulan
from tests.taken_back import TakenBack

WHOLE: dict[str, Any] = {
    "tujuan": "Air tidak masuk kelas",
    "latar_belakang": "Saluran lama 1998",
    "jenis_pengusul": "kelompok",
    "sumber_usulan": "rapat_rt",
    "asal": "RW 01",
    "peringkat_asal": 2,
    "penerima_l": 18,
    "penerima_p": 22,
    "penerima_rtm": 5,
    "penerima_difabel": 0,
    "lintang": "-7.801234",
    "bujur": "110.364567",
    "kewenangan": "kabupaten",
    "sumber_dana": (SumberDana("Dana Desa", 50_000_000, 2027), SumberDana("Swadaya warga")),
    "kesiapan": (Kesiapan("lahan", "ya", "SHM 0123"), Kesiapan("kondisi", "tidak")),
    "peringatan": (Peringatan("sudah_dianggarkan", "DPA 2026"),),
    "catatan": (Catatan("syarat", "lahan dihibahkan dulu", "2026-01-21T09.14"),),
    "tema_asal": ("perempuan",),
    "tema_penerima": ("anak", "lansia"),
}


def test_every_field_is_recorded_taken_back_and_done_again(layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    before = layanan.usulan.satu(record)
    layanan.usulan.ubah(record, **WHOLE)
    after = layanan.usulan.satu(record)
    assert after is not None
    assert {name: getattr(after, name) for name in WHOLE} == WHOLE
    assert after.penerima_manfaat == 40, "the total follows from women and men"
    layanan.riwayat.batalkan()
    assert layanan.usulan.satu(record) == before
    layanan.riwayat.ulangi()
    assert layanan.usulan.satu(record) == after
    assert replay.first_difference(layanan.desk.connection) is None


def test_a_whole_usulan_is_recorded_in_one_event_and_survives_a_restart(open_village: OpenVillage) -> None:
    layanan = open_village()
    layanan.forum.buka(small_forum())
    record = layanan.usulan.catat(UsulanBaru(judul="Talud", penerima_manfaat=40, **WHOLE))
    again = open_village().usulan.satu(record)
    assert again is not None
    assert {name: getattr(again, name) for name in WHOLE} == WHOLE


def test_writing_the_same_again_writes_nothing(layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    layanan.usulan.ubah(record, **WHOLE)
    before = layanan.desk.store.head.seq
    layanan.usulan.ubah(record, **WHOLE)
    assert layanan.desk.store.head.seq == before


def test_a_total_that_its_parts_contradict_is_refused(layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    layanan.usulan.ubah(record, penerima_l=18)
    layanan.usulan.ubah(record, penerima_manfaat=50)
    layanan.usulan.ubah(record, penerima_p=22)
    with pytest.raises(RuleBroken, match="beda_jumlah"):
        layanan.usulan.ubah(record, penerima_manfaat=50)
    layanan.usulan.ubah(record, penerima_p=None)
    usulan = layanan.usulan.satu(record)
    assert usulan is not None
    assert usulan.penerima_manfaat == 40, "what was known stays known"


def test_the_split_by_plan_adds_up_and_the_filter_shows_each_part(layanan: Layanan) -> None:
    ids = propose(layanan, 12)
    for place, record in enumerate(ids):
        layanan.usulan.ubah(record, kewenangan=["", *KEWENANGAN][place % 6])
    layanan.usulan.batalkan(ids[0], "ditarik")
    parts = layanan.usulan.pilahan()
    jumlah = layanan.usulan.jumlah()
    assert sum(parts.values(), Bagian()).jumlah == jumlah.aktif == 11
    assert sum(part.biaya for part in parts.values()) == jumlah.biaya
    for way, part in parts.items():
        assert len(layanan.usulan.daftar(Saringan(jalur=way))) == part.jumlah


def test_the_theme_filter_finds_origin_and_beneficiary(layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    layanan.usulan.ubah(ids[0], tema_asal=("perempuan",))
    layanan.usulan.ubah(ids[1], tema_penerima=("perempuan", "anak"))
    found = layanan.usulan.daftar(Saringan(tema="perempuan"))
    assert [usulan.id for usulan in found] == ids[:2]
    assert [usulan.id for usulan in layanan.usulan.daftar(Saringan(tema="anak"))] == [ids[1]]


def test_ranks_move_within_the_origin_in_one_act(layanan: Layanan) -> None:
    ids = layanan.usulan.catat_banyak([UsulanBaru(judul=f"U{n}", rw="05") for n in range(3)], "x")
    other = layanan.usulan.catat(UsulanBaru(judul="lain", rw="06"))
    assert [layanan.usulan.geser(record, -1) for record in ids] == [1, 2, 3]
    assert layanan.usulan.geser(other, -1) == 1
    assert layanan.usulan.geser(ids[2], -1) == 2
    assert [usulan.id for usulan in layanan.usulan.daftar(Saringan(urut="asal"))] == [ids[0], ids[2], ids[1], other]
    assert layanan.riwayat.teks_batal() == "2 usulan diubah sekaligus"
    layanan.riwayat.batalkan()
    assert [usulan.peringkat_asal for usulan in layanan.usulan.daftar()] == [1, 2, 3, 1]


def test_the_same_rank_in_one_origin_is_told(layanan: Layanan) -> None:
    ids = layanan.usulan.catat_banyak([UsulanBaru(judul=f"U{n}", rw="05", peringkat_asal=1) for n in range(2)], "x")
    assert [usulan.id for usulan in layanan.usulan.berperingkat_sama(ids[0])] == [ids[1]]


def test_a_note_is_dated_and_a_fourth_is_refused(layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    for kind in ("mendukung", "keberatan", "syarat"):
        layanan.usulan.catat_pendapat(record, kind, f"  alasan  {kind} ")
    usulan = layanan.usulan.satu(record)
    assert usulan is not None
    assert [note.teks for note in usulan.catatan] == ["alasan mendukung", "alasan keberatan", "alasan syarat"]
    assert all(note.jam.startswith("2026-01-21T09.") for note in usulan.catatan)
    with pytest.raises(RuleBroken, match="terlalu_banyak"):
        layanan.usulan.catat_pendapat(record, "syarat", "satu lagi")


def test_the_history_says_what_changed_in_words(layanan: Layanan) -> None:
    (record,) = propose(layanan, 1)
    layanan.usulan.ubah(record, sumber_dana=WHOLE["sumber_dana"])
    assert "sumber dana menjadi Dana Desa Rp50.000.000 2027; Swadaya warga" in (layanan.riwayat.teks_batal() or "")
    layanan.usulan.ubah(record, kesiapan=WHOLE["kesiapan"], kewenangan="lain")
    assert "kesiapan menjadi lahan ya, kondisi tidak" in (layanan.riwayat.teks_batal() or "")
    assert "kewenangan menjadi CSR atau lainnya" in (layanan.riwayat.teks_batal() or "")
    layanan.usulan.ubah(record, sumber_dana=())
    assert "sumber dana dikosongkan" in (layanan.riwayat.teks_batal() or "")
    layanan.usulan.ubah(record, peringatan=WHOLE["peringatan"], tema_asal=("lansia",), catatan=WHOLE["catatan"])
    text = layanan.riwayat.teks_batal() or ""
    assert "sudah dianggarkan (DPA 2026)" in text
    assert "tema pengusul menjadi lansia" in text
    assert "Syarat (09.14): lahan dihibahkan dulu" in text


def test_merging_keeps_the_counts_of_the_chosen_side_together(layanan: Layanan) -> None:
    one, other = layanan.usulan.catat_banyak(
        [
            UsulanBaru(judul="Talud", penerima_l=1, penerima_p=2, penerima_manfaat=3),
            UsulanBaru(judul="Talud", penerima_l=10, penerima_p=20, penerima_manfaat=30),
        ],
        "x",
    )
    taken = {name: getattr(layanan.usulan.satu(other), name) for name in ("penerima_l", "penerima_p")}
    layanan.ganda.gabung(one, other, {**taken, "penerima_manfaat": 30})
    usulan = layanan.usulan.satu(one)
    assert usulan is not None
    assert (usulan.penerima_l, usulan.penerima_p, usulan.penerima_manfaat) == (10, 20, 30)


def test_merging_loses_no_warning_and_splitting_gives_everything_back(layanan: Layanan) -> None:
    land, asset = Peringatan("perlu_lahan", "Kaur"), Peringatan("aset_bukan_desa", "Camat")
    one, other = layanan.usulan.catat_banyak(
        [
            UsulanBaru(judul="Talud", pengusul="RT 01", peringatan=(asset,), tema_asal=("anak",), tujuan="Aman"),
            UsulanBaru(judul="Talud sungai", pengusul="RT 02", **{**WHOLE, "peringatan": (land,)}),
        ],
        "x",
    )
    before = layanan.usulan.satu(one), layanan.usulan.satu(other)
    layanan.ganda.gabung(one, other)
    merged = layanan.usulan.satu(one)
    assert merged is not None
    assert merged.peringatan == (land, asset)
    assert merged.tema_asal == ("perempuan", "anak")
    assert (merged.tujuan, merged.kewenangan) == ("Aman", "kabupaten"), "what the survivor says stays"
    assert merged.sumber_dana == WHOLE["sumber_dana"]
    layanan.ganda.pisahkan(other)
    assert (layanan.usulan.satu(one), layanan.usulan.satu(other)) == before


class RecordAndInbox(TakenBack):
    """Any sequence of acts on records and tickets, and of undos, leaves what was shown before and equals the replay."""

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self._begun()

    def _shown(self) -> object:
        return (
            [tuple(getattr(u, name) for name in FIELDS) for u in self.desa.usulan.daftar()],
            [(t.id, t.menunggu, t.status, t.label) for t in self.desa.titipan.daftar()],
        )

    @rule(count=st.integers(1, 2))
    def record(self, count: int) -> None:
        self.desa.usulan.catat_banyak(some_usulan(count), "impor")
        self._acted()

    @rule()
    def leave_a_ticket(self) -> None:
        self.desa.titipan.catat(some_usulan(1)[0])
        self._acted()

    @precondition(lambda self: self.desa.titipan.menunggu())
    @rule()
    def take_in(self) -> None:
        self.desa.titipan.masukkan()
        self._acted()

    @precondition(lambda self: self.desa.usulan.daftar())
    @rule(
        data=st.data(),
        themes=st.lists(st.sampled_from(list(TEMA)), max_size=2, unique=True),
        men=st.none() | st.just(4),
    )
    def change(self, data: st.DataObject, themes: list[str], men: int | None) -> None:
        usulan = data.draw(st.sampled_from(self.desa.usulan.daftar()))
        self.desa.usulan.ubah(usulan.id, tema_asal=tuple(themes), penerima_l=men)
        self._acted()

    @precondition(lambda self: self.desa.usulan.daftar())
    @rule(data=st.data(), step=st.sampled_from([-1, 1]))
    def move(self, data: st.DataObject, step: int) -> None:
        usulan = data.draw(st.sampled_from(self.desa.usulan.daftar()))
        self.desa.usulan.geser(usulan.id, step)
        self._acted()


TestRecordAndInbox = RecordAndInbox.TestCase
TestRecordAndInbox.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
