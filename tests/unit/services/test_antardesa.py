"""Villages around: shown and noted, never merged; nothing of it without the kabupaten's package."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.antardesa import MOST, UsulanTetangga
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.antardesa import PasanganAntardesa
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket import PaketDitolak
from tests.desk import OpenVillage
from tests.paket import berkas
from tests.small_forum import small_forum
from tests.taken_back import TakenBack
from tests.tetangga import SUKAMAKMUR, TETANGGA, WONOREJO, paket_tetangga, pasang

USULAN = [
    UsulanBaru(judul="Rehab saluran irigasi Sungapan", dusun="Krajan", pengusul="RT 02"),
    UsulanBaru(judul="Pelatihan menjahit", dusun="Krajan", pengusul="PKK"),
    UsulanBaru(judul="Jalan tembus Sukamakmur", dusun="Sumberejo", pengusul="RT 05"),
    UsulanBaru(judul="Jembatan Kali Genteng", dusun="Ngadirejo", pengusul="RT 11"),
]


@pytest.fixture
def ids(layanan: Layanan) -> list[str]:
    return layanan.usulan.catat_banyak(USULAN, "mencatat")


def found(layanan: Layanan) -> list[PasanganAntardesa]:
    assert layanan.antardesa.lanjutkan(10)
    return layanan.antardesa.pasangan()


def told(layanan: Layanan) -> set[tuple[str, str]]:
    return {(pair.usulan.label, pair.tetangga.kunci) for pair in found(layanan)}


def one_of(layanan: Layanan, record: str) -> UsulanTetangga:
    assert layanan.antardesa.lanjutkan(10)
    return layanan.antardesa.dari(layanan.usulan.satu(record))[0].tetangga


def test_without_a_package_nothing_is_said(layanan: Layanan, ids: list[str]) -> None:
    assert layanan.antardesa.lanjutkan(1) and layanan.antardesa.pasangan() == []
    assert (
        layanan.antardesa.mirip("Irigasi Sungapan") == [] and layanan.antardesa.dari(layanan.usulan.satu(ids[0])) == []
    )


def test_a_package_without_other_villages_changes_nothing(layanan: Layanan, ids: list[str], tmp_path: Path) -> None:
    pasang(layanan, tmp_path, paket_tetangga([]))
    assert found(layanan) == []


def test_those_of_the_own_kecamatan_are_found_with_their_reason(
    layanan: Layanan, ids: list[str], tmp_path: Path
) -> None:
    pasang(layanan, tmp_path)
    assert told(layanan) == {
        ("U-001", f"{SUKAMAKMUR}/2027/U-004"),
        ("U-003", f"{SUKAMAKMUR}/2026/U-002"),
        ("U-004", f"{WONOREJO}/2027/U-001"),
    }
    first = found(layanan)[0]
    assert first.kemiripan.tingkat == "mirip" and first.tetangga.desa == "Sukamakmur"
    ((tetangga, kemiripan),) = layanan.antardesa.mirip("irigasi Sungapan kanan")
    assert (tetangga.tempat, tetangga.volume, tetangga.keadaan) == ("Gondang", "450", "Disepakati desa")
    assert kemiripan.tempat == "sama-sama menyebut Sungapan"


def test_a_village_without_its_code_is_found_by_its_name_or_not_at_all(
    layanan: Layanan, ids: list[str], tmp_path: Path
) -> None:
    layanan.forum.ubah(kode_wilayah="")
    pasang(layanan, tmp_path)
    assert layanan.paket.kode_desa() == "00.01.02.2003", "the wilayah of the package says another kecamatan"
    assert found(layanan) == []


def test_a_note_is_kept_shown_in_the_history_and_taken_back(
    layanan: Layanan, ids: list[str], tmp_path: Path, open_village: OpenVillage
) -> None:
    pasang(layanan, tmp_path)
    neighbour = one_of(layanan, ids[0])
    layanan.antardesa.nyatakan(ids[0], neighbour, "bersama")
    assert ("U-001", neighbour.kunci) not in told(layanan), "what was judged is not asked again"
    (note,) = layanan.usulan.satu(ids[0]).antardesa
    assert (note.putusan, note.desa, note.judul) == ("bersama", "Sukamakmur", "Irigasi Sungapan")
    assert layanan.riwayat.teks_batal() == (
        "Usulan U-001 Rehab saluran irigasi Sungapan: Usulan bersama antardesa: Desa Sukamakmur, Irigasi Sungapan"
    )
    layanan = open_village()
    layanan.riwayat.batalkan()
    assert layanan.usulan.satu(ids[0]).antardesa == ()
    assert ("U-001", neighbour.kunci) in told(layanan)
    layanan.riwayat.ulangi()
    assert layanan.usulan.satu(ids[0]).antardesa == (note,)
    assert replay.first_difference(layanan.desk.connection) is None


def test_it_can_be_said_anew_and_let_go(layanan: Layanan, ids: list[str], tmp_path: Path) -> None:
    pasang(layanan, tmp_path)
    neighbour = one_of(layanan, ids[3])
    for putusan in ("beda", "bersama", "bersama"):
        layanan.antardesa.nyatakan(ids[3], neighbour, putusan)
    assert [note.putusan for note in layanan.usulan.satu(ids[3]).antardesa] == ["bersama"]
    layanan.antardesa.lepas(ids[3], neighbour.kunci)
    assert layanan.usulan.satu(ids[3]).antardesa == ()
    assert layanan.riwayat.teks_batal() == "Usulan U-004 Jembatan Kali Genteng: tanda antardesa dilepas"
    head = layanan.desk.store.head
    layanan.antardesa.lepas(ids[3], neighbour.kunci)
    assert layanan.desk.store.head == head


def test_a_forum_keeps_the_version_it_began_with_and_the_note_outlives_the_package(
    layanan: Layanan, ids: list[str], tmp_path: Path
) -> None:
    first = pasang(layanan, tmp_path)
    layanan.antardesa.nyatakan(ids[0], one_of(layanan, ids[0]), "bersama")
    newer = layanan.paket.periksa(berkas(tmp_path, paket_tetangga(TETANGGA[:1], nomor="050/13/2026"), "baru"))
    layanan.paket.pasang(newer)
    assert layanan.forum.aktif().paket == first and len(told(layanan)) == 2
    layanan.paket.pakai()
    assert told(layanan) == set()
    layanan.paket.lepas()
    assert [note.judul for note in layanan.usulan.satu(ids[0]).antardesa] == ["Irigasi Sungapan"]


def test_one_changed_byte_of_it_is_refused(layanan: Layanan, tmp_path: Path) -> None:
    data = paket_tetangga()
    at = data.index(b"Irigasi Sungapan")
    with pytest.raises(PaketDitolak, match=r"tetangga\.json"):
        layanan.paket.periksa(berkas(tmp_path, data[:at] + b"J" + data[at + 1 :]))


def test_merging_keeps_what_was_said_of_both(layanan: Layanan, ids: list[str], tmp_path: Path) -> None:
    pasang(layanan, tmp_path)
    for record in (ids[0], ids[3]):
        layanan.antardesa.nyatakan(record, one_of(layanan, record), "bersama")
    layanan.ganda.gabung(ids[0], ids[3])
    assert [note.desa for note in layanan.usulan.satu(ids[0]).antardesa] == ["Sukamakmur", "Wonorejo"]
    assert all(pair.usulan.id != ids[3] for pair in found(layanan)), "what was merged is asked about no more"
    layanan.ganda.pisahkan(ids[3])
    assert [note.desa for note in layanan.usulan.satu(ids[0]).antardesa] == ["Sukamakmur"]


def test_what_a_musyawarah_dusun_noted_goes_on_in_the_forum(layanan: Layanan) -> None:
    parent = layanan.desk.forum_id
    child = layanan.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    record = layanan.usulan.catat(USULAN[0])
    layanan.antardesa.nyatakan(record, UsulanTetangga(**_known_rows()[0]), "bersama")
    layanan.forum.pilih(parent)
    (taken,) = layanan.silsilah.ambil(child)
    assert [note.desa for note in layanan.usulan.satu(taken).antardesa] == ["Sukamakmur"]
    assert replay.first_difference(layanan.desk.connection) is None


def test_what_may_not_be_noted(layanan: Layanan, ids: list[str], tmp_path: Path) -> None:
    pasang(layanan, tmp_path)
    neighbour = one_of(layanan, ids[0])
    with pytest.raises(RuleBroken, match="tidak_dikenal"):
        layanan.antardesa.nyatakan(ids[0], neighbour, "gabung")
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        layanan.antardesa.nyatakan("tiada", neighbour, "bersama")
    rows = [UsulanTetangga(kode_wilayah=SUKAMAKMUR, desa="S", nomor=f"U-{n}", tahun_rencana=2027, judul="x")
            for n in range(MOST + 1)]  # fmt: skip
    for one in rows[:MOST]:
        layanan.antardesa.nyatakan(ids[0], one, "beda")
    with pytest.raises(RuleBroken, match="terlalu_banyak"):
        layanan.antardesa.nyatakan(ids[0], rows[-1], "beda")
    layanan.usulan.batalkan(ids[1], "sudah dikerjakan")
    with pytest.raises(RuleBroken, match="tidak_berlaku"):
        layanan.antardesa.nyatakan(ids[1], neighbour, "bersama")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([ids[0], ids[2], ids[3]], "dana_desa")
    layanan.kesepakatan.tutup()
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        layanan.antardesa.lepas(ids[0], rows[0].kunci)


class Neighbours(TakenBack):
    """Notes, letting go, changed titles, mergings, undo, redo and restarts in any order."""

    def _shown(self) -> object:
        assert self.desa.antardesa.lanjutkan(10)
        pairs = [(pair.usulan.id, pair.tetangga.kunci) for pair in self.desa.antardesa.pasangan()]
        return self.desa.usulan.daftar(), sorted(pairs)

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self.ids = self.desa.usulan.catat_banyak(USULAN, "mencatat")
        with tempfile.TemporaryDirectory() as folder:
            pasang(self.desa, Path(folder))
        self._begun()

    nothing_before = False

    @rule(data=st.data(), putusan=st.sampled_from(["bersama", "beda"]))
    def note(self, data: st.DataObject, putusan: str) -> None:
        rows = [UsulanTetangga(**pair) for pair in _known_rows()]
        record, one = data.draw(st.sampled_from(self.ids)), data.draw(st.sampled_from(rows))
        with suppress(RuleBroken):  # merged meanwhile
            self.desa.antardesa.nyatakan(record, one, putusan)
        self._acted()

    @rule(data=st.data())
    def let_go(self, data: st.DataObject) -> None:
        usulan = data.draw(st.sampled_from(self.desa.usulan.daftar()))
        if usulan.antardesa and usulan.status == "aktif":
            self.desa.antardesa.lepas(usulan.id, data.draw(st.sampled_from(usulan.antardesa)).kunci)
        self._acted()

    @rule(data=st.data(), judul=st.sampled_from(["Irigasi Sungapan", "Jembatan Kali Genteng", "Talud"]))
    def rename(self, data: st.DataObject, judul: str) -> None:
        usulan = data.draw(st.sampled_from(self.desa.usulan.daftar()))
        if usulan.status == "aktif":
            self.desa.usulan.ubah(usulan.id, judul=judul)
        self._acted()

    @rule(data=st.data())
    def merge_or_part(self, data: st.DataObject) -> None:
        one, other = data.draw(st.lists(st.sampled_from(self.ids), min_size=2, max_size=2, unique=True))
        with suppress(RuleBroken):
            if self.desa.usulan.satu(other).status == "digabung":
                self.desa.ganda.pisahkan(other)
            else:
                self.desa.ganda.gabung(one, other)
        self._acted()


def _known_rows() -> list[dict[str, object]]:
    names = ("kode_wilayah", "desa", "nomor", "tahun_rencana", "judul")
    return [dict(zip(names, row[:5], strict=True)) for row in TETANGGA[:4]]


TestNeighbours = Neighbours.TestCase
TestNeighbours.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
