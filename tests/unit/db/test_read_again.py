"""What is read again is what is recorded, though most of it is not made again."""

from __future__ import annotations

from dataclasses import fields

from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose


def test_every_attribute_of_a_person_is_read() -> None:
    assert sorted(peserta._FIELDS) == sorted(field.name for field in fields(Peserta))


def test_a_person_read_equals_what_the_constructor_makes(layanan: Layanan) -> None:
    record = layanan.peserta.undang_banyak([PesertaBaru(nama="Siti Aminah", usia=34)])[0]
    layanan.peserta.hadirkan(record, "08.05")
    found = next(one for one in layanan.peserta.daftar() if one.id == record)
    made = Peserta(**{field.name: getattr(found, field.name) for field in fields(Peserta)})
    assert (found, hash(found)) == (made, hash(made))
    assert (found.hadir, found.diundang) == ("08.05", True)


def test_only_the_usulan_that_was_changed_is_made_again(layanan: Layanan) -> None:
    first, second, third = propose(layanan, 3)
    before = {one.id: one for one in layanan.desk.usulan()}
    layanan.usulan.ubah(second, perkiraan_biaya=7_000_000)
    layanan.usulan.batalkan(third, "ganda")
    after = {one.id: one for one in layanan.desk.usulan()}
    assert after[first] is before[first]
    assert (after[second].perkiraan_biaya, after[third].status) == (7_000_000, "batal")
    assert list(after.values()) == queries.every(layanan.desk.connection, layanan.desk.forum_id, queries.Saringan())


def test_an_usulan_taken_back_and_done_again_reads_as_it_stands(layanan: Layanan) -> None:
    layanan.desk.usulan()
    record = propose(layanan, 1)[0]
    assert [one.id for one in layanan.desk.usulan()] == [record]
    layanan.riwayat.batalkan()
    assert layanan.desk.usulan() == []
    layanan.riwayat.ulangi()
    assert [one.id for one in layanan.desk.usulan()] == [record]


def test_the_ranking_is_counted_again_only_when_something_it_counts_is_different(layanan: Layanan) -> None:
    record = propose(layanan, 2)[0]
    before = layanan.prioritas.hasil()
    layanan.peserta.undang_banyak([PesertaBaru(nama="Siti Aminah")])
    assert layanan.prioritas.hasil() is before
    layanan.usulan.ubah(record, perkiraan_biaya=9_000_000)
    assert layanan.prioritas.hasil() is not before
    layanan.prioritas.kunci(["Siti", "Karto"])
    locked = layanan.prioritas.hasil()
    assert locked.aturan.terkunci
    group, width = locked.aturan.kelompok[0].id, len(locked.aturan.kriteria)
    layanan.prioritas.isi(group, {record: (3,) * width})
    assert layanan.prioritas.hasil().satu(record).skor[0] == (3,) * width
