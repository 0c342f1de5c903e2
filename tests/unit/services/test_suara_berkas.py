"""The votes of a file become the ballots of a group in one act, or are refused with a reason; nobody loses a ballot."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.domain.cara import CaraHitung, Metode
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.pabulib import JenisSuara, Pabulib, PabulibTidakTerbaca, Proyek, SuaraPabulib, write
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.pabulib import pabulib
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.village import opened
from tests.voting import hall

TITLES = {str(n): f"Drainase gang {n}" for n in range(1, 7)}


def saved(folder: Path, jenis: JenisSuara, *votes: SuaraPabulib, titles: dict[str, str] = TITLES) -> Path:
    path = folder / "kota.pb"
    proyek = tuple(Proyek(one, 10, name) for one, name in titles.items())
    path.write_text(write(Pabulib(100, jenis, proyek, votes)), "utf-8")
    return path


def test_the_votes_of_a_file_are_ballots_and_one_undo_takes_all_of_them_back(tmp_path: Path) -> None:
    for desa, ids in hall(tmp_path):
        path = saved(tmp_path, "approval", SuaraPabulib(("1", "3")), SuaraPabulib(("3",)), SuaraPabulib(()))
        assert desa.suara_berkas.ambil("g1", path) == 3
        for pencacah in (1, 2):
            assert list(desa.suara.surat("g1", pencacah).values()) == [
                SuratSuara(1, (ids[0], ids[2])), SuratSuara(2, (ids[2],)), SuratSuara(3)
            ]  # fmt: skip
        assert desa.suara.neraca("g1").selisih == 0
        assert "kota.pb" in (desa.riwayat.teks_batal() or "")
        with pytest.raises(RuleBroken, match="kosong"):
            desa.suara.tutup("g1")
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        desa.suara.tutup("g1")
        assert [desa.prioritas.lembar("g1")[one] for one in ids[:3]] == [(1,), (0,), (2,)]
        assert_replayed(desa)
        for _ in range(3):
            desa.riwayat.batalkan()
        assert desa.suara.surat("g1", 1) == desa.suara.surat("g1", 2) == {}
        assert desa.suara.kotak("g1").terbit is None
        desa.riwayat.ulangi()
        assert len(desa.suara.surat("g1", 2)) == 3
        assert_replayed(desa)


@pytest.mark.parametrize(
    ("metode", "jenis", "vote", "ballot"),
    [
        ("titik", "cumulative", SuaraPabulib(("2", "1"), (2, 1)), (2, 2, 1)),
        ("peringkat", "ordinal", SuaraPabulib(("3", "1", "2")), (3, 1, 2)),
        ("setuju", "choose-1", SuaraPabulib(("4",)), (4,)),
    ],
)
def test_dots_places_and_single_choices_are_taken_as_they_are(
    tmp_path: Path, metode: Metode, jenis: JenisSuara, vote: SuaraPabulib, ballot: tuple[int, ...]
) -> None:
    for desa, ids in hall(tmp_path, metode, 5):
        desa.suara_berkas.ambil("g1", saved(tmp_path, jenis, vote))
        assert desa.suara.surat("g1", 2)[1].pilihan == tuple(ids[n - 1] for n in ballot)


def test_what_a_forum_wrote_it_can_read_again(tmp_path: Path) -> None:
    for desa, ids in hall(tmp_path):
        desa.suara_berkas.ambil("g1", saved(tmp_path, "approval", SuaraPabulib(("2", "5")), SuaraPabulib(("6",))))
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        desa.suara.tutup("g1")
        desa.prioritas.isi("g2", dict.fromkeys(ids, (0,)))
        again = tmp_path / "lagi.pb"
        again.write_text(write(pabulib(desa)), "utf-8")
        desa.suara.buka_lagi("g1", "diambil ulang")
        for nomor in (1, 2):
            for pencacah in (1, 2):
                desa.suara.kosongkan("g1", pencacah, nomor)
        desa.suara_berkas.ambil("g1", again)
        assert [one.pilihan for one in desa.suara.surat("g1", 1).values()] == [(ids[1], ids[4]), (ids[5],)]


def refused(desa: Layanan, path: Path, rule: str) -> None:
    head = desa.desk.store.head
    with pytest.raises(RuleBroken, match=rule):
        desa.suara_berkas.ambil("g1", path)
    assert desa.desk.store.head == head, "nothing was written"


def test_what_cannot_be_taken_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    for desa, ids in hall(tmp_path):
        good = SuaraPabulib(("1",))
        refused(desa, saved(tmp_path, "ordinal", good), "jenis_lain")
        refused(desa, saved(tmp_path, "approval"), "tanpa_suara")
        refused(desa, saved(tmp_path, "approval", *[good] * 31), "lebih_dari_hadir")
        refused(desa, saved(tmp_path, "approval", good, SuaraPabulib(("1", "2", "3", "4"))), "surat_berkas.*banyak")
        refused(desa, saved(tmp_path, "approval", good, titles={"1": "Taman kota"}), "tidak_ditemukan")
        (tmp_path / "x.pb").write_bytes(b"\xff\xfe rusak")
        with pytest.raises(PabulibTidakTerbaca, match="rusak"):
            desa.suara_berkas.ambil("g1", tmp_path / "x.pb")
        desa.suara.terbitkan("g1", 3)
        desa.suara.isi("g1", 1, SuratSuara(1, (ids[0],)))
        refused(desa, saved(tmp_path, "approval", good), "sudah_diketik")
        desa.suara.isi("g1", 2, SuratSuara(1, (ids[0],)))
        desa.suara.tunjuk("g1", "Ibu Satu", "Pak Dua")
        desa.suara.sisakan("g1", 2)
        desa.suara.tutup("g1")
        refused(desa, saved(tmp_path, "approval", good), "sudah_ditutup")
        desa.prioritas.buka_kunci("ganti cara")
        rules = desa.prioritas.aturan()
        desa.prioritas.ubah_aturan(rules.kriteria, rules.kelompok, (), CaraHitung())
        refused(desa, saved(tmp_path, "approval", good), "belum_terkunci")


def test_a_hall_that_may_choose_as_many_as_it_likes_fits_into_the_journal(tmp_path: Path) -> None:
    """400 ballots with 60 choices each are more than one event can hold; all of them are one act all the same."""
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        titles = {str(n): f"Drainase gang {n}" for n in range(1, 61)}
        new = [UsulanBaru(judul=one, dusun="Krajan", pengusul="RT 01") for one in titles.values()]
        ids = desa.usulan.catat_banyak(new, "impor")
        for one in desa.peserta.undang_banyak([PesertaBaru(nama=f"Peserta {n}") for n in range(400)]):
            desa.peserta.hadirkan(one)
        kriteria = (Kriteria("k", "Suara", "Sr", 1, terkecil=0, terbesar=9999),)
        cara = CaraHitung(metode="setuju", gabung="jumlah", jatah_suara=0)
        desa.prioritas.ubah_aturan(kriteria, (Kelompok("g1", "Semua"),), (), cara)
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        votes = [SuaraPabulib(tuple(titles))] * 400
        assert desa.suara_berkas.ambil("g1", saved(tmp_path, "approval", *votes, titles=titles)) == 400
        assert {one.pilihan for one in desa.suara.surat("g1", 2).values()} == {tuple(ids)}
        desa.riwayat.batalkan()
        assert desa.suara.surat("g1", 1) == {}


def test_more_dots_than_a_ballot_can_hold_are_refused(tmp_path: Path) -> None:
    for desa, _ in hall(tmp_path, "titik", 0):
        refused(desa, saved(tmp_path, "cumulative", SuaraPabulib(("1", "2"), (9000, 9000))), "terlalu_banyak")
