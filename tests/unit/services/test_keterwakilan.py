"""120 people give the numbers that a pencil gives."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.keterwakilan import BarisWakil, Dimensi
from musrenbang_desktop.domain.kuorum import AturanKuorum, periksa
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from sync.wire import paket
from tests.hundred_twenty import invite_and_receive
from tests.paket import HEAD, KABUPATEN, berkas
from tests.small_forum import small_forum
from tests.unit.berita_acara.reading import pages, text_of
from tests.village import opened


def group(services: Layanan, kind: Dimensi, name: str) -> BarisWakil:
    (found,) = [row for row in services.kehadiran.keterwakilan().baris[kind] if row.nama == name]
    return found


def test_the_numbers_of_120_people_are_those_of_a_pencil(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        hall = desa.kehadiran.keterwakilan()
        # 100 invited, 64 of them came, 20 guests: 84 present; 64 arrivals, every fourth late: 16
        assert (hall.diundang, hall.hadir_undangan, hall.hadir, hall.terlambat) == (100, 64, 84, 16)
        assert (hall.semua.persen, hall.semua.tamu) == (64, 20)
        # women invited 10+20+2+6+4 = 42, came 8+15+1+3+2 = 29; 29/42 = 69.05 %; 12 of the guests are women
        women = group(desa, "jenis_kelamin", "P")
        assert (women.diundang, women.hadir_undangan, women.hadir, women.persen) == (42, 29, 41, 69)
        # men invited 30+0+8+6+4 = 48, came 22+0+3+3+0 = 28; 28/48 = 58.33 %; 8 guests
        men = group(desa, "jenis_kelamin", "L")
        assert (men.diundang, men.hadir_undangan, men.hadir, men.persen) == (48, 28, 36, 58)
        unknown = group(desa, "jenis_kelamin", "")
        assert (unknown.diundang, unknown.hadir_undangan, unknown.persen) == (10, 7, 70)
        # Krajan 40+20 = 60 invited, 30+15 = 45 came: 75 %; Sumber 22, 10: 45.45 %; Tegal 8, 2: 25 %, and all 20 guests
        assert group(desa, "dusun", "Krajan") == BarisWakil("Krajan", 60, 45, 45)
        assert group(desa, "dusun", "Krajan").persen == 75
        assert (group(desa, "dusun", "Sumber").persen, group(desa, "dusun", "Tegal").persen) == (45, 25)
        assert group(desa, "dusun", "Tegal").tamu == 20
        # ages: 45 years 40/30; only the group known dewasa 20/15: together 60/45; 22 years 12/6; 61 years 10/4 + 8/2
        assert [(row.nama, row.diundang, row.hadir_undangan) for row in hall.baris["usia"]] == [
            ("muda", 12, 6), ("dewasa", 60, 45), ("lansia", 18, 6), ("", 10, 7),
        ]  # fmt: skip
        # disability: ya 10+8 = 18 invited, 4+2 = 6 came: 33.3 %; tidak 40+12 = 52, 30+6 = 36: 69.2 %; not noted 30, 22
        assert [(row.nama, row.diundang, row.hadir_undangan, row.persen) for row in hall.baris["disabilitas"]] == [
            ("ya", 18, 6, 33), ("tidak", 52, 36, 69), ("", 30, 22, 73),
        ]  # fmt: skip
        assert group(desa, "unsur", "Masyarakat") == BarisWakil("Masyarakat", 0, 0, 20)
        assert [sum(row.hadir for row in rows) for rows in hall.baris.values()] == [84] * 5


def test_the_colours_are_data_of_the_profile(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        limits = desa.kehadiran.ambang()
        assert (limits.baik_persen, limits.cukup_persen) == (75, 50)
        levels = {row.nama: row.tingkat(limits) for row in desa.kehadiran.keterwakilan().baris["dusun"]}
        assert levels == {"Krajan": "baik", "Sumber": "kurang", "Tegal": "kurang", "": "cukup"}


def test_a_package_with_other_thresholds_gives_other_colours(tmp_path: Path) -> None:
    text = (profile.own_text("rkpd-86") + profile.own_text("umum")).replace("cukup_persen = 50", "cukup_persen = 45")
    data = paket.pack(HEAD, {"profil/rkpd-86.toml": text.encode()}, KABUPATEN)
    with opened(tmp_path / "desa") as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        assert group(desa, "dusun", "Sumber").tingkat(desa.kehadiran.ambang()) == "kurang"
        desa.paket.pasang(desa.paket.periksa(berkas(tmp_path, data)))
        assert group(desa, "dusun", "Sumber").tingkat(desa.kehadiran.ambang()) == "cukup", "45% are enough there"


def test_the_rules_of_the_profile_against_120_people(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        quorum, women, dusun = desa.kehadiran.syarat()
        assert (quorum.ada, quorum.perlu, quorum.terpenuhi) == (64, 67, False), "two thirds of 100 is 66.7"
        assert (women.ada, women.perlu, women.terpenuhi) == (41, 26, True), "30% of 84 is 25.2"
        assert dusun.terpenuhi


def test_needs_for_access_are_counted_for_the_committee(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        one, other = desa.peserta.undang_banyak([PesertaBaru(nama="Ani"), PesertaBaru(nama="Karto")])
        desa.peserta.ubah(one, kebutuhan="jalan landai, Pendamping")
        desa.peserta.ubah(other, kebutuhan="jalan landai")
        desa.peserta.hadirkan(other, "08.55")
        assert desa.kehadiran.keterwakilan().kebutuhan == (("jalan landai", 2, 1), ("pendamping", 1, 0))


def test_the_people_of_the_village_stand_beside_the_hall_where_their_figures_are_known(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        assert not desa.kehadiran.keterwakilan().ada_penduduk
        figures = (
            ("Jumlah penduduk perempuan", "", "1.214", "2025-12-31"),
            ("Jumlah penduduk perempuan", "", "1.190", "2024-12-31"),
            ("Jumlah penduduk", "Krajan", "803", "2025-12-31"),
            ("Lansia", "", "210", "2025-12-31"),
            ("Lansia", "Krajan", "70", "2025-12-31"),
            ("Penyandang disabilitas", "", "31,5", "2025-12-31"),
        )
        for indikator, dusun, nilai, hari in figures:
            desa.dasar.catat(
                DataDasarBaru(indikator=indikator, nilai=nilai, sumber="Profil Desa", tanggal_data=hari, dusun=dusun)
            )
        assert group(desa, "jenis_kelamin", "P").penduduk == 1214, "the latest figure"
        assert group(desa, "dusun", "Krajan").penduduk == 803
        assert group(desa, "usia", "lansia").penduduk == 210, "the figure of one dusun is not that of the village"
        assert group(desa, "disabilitas", "ya").penduduk is None, "half a person is no figure"
        text = text_of(render("keterwakilan", desa.dokumen.isi(), desa.kehadiran.profil()))
        assert "Perempuan 1.214 42 29 69% 12 cukup" in text
        assert "Laki-laki - 48 28 58% 8 cukup" in text
        assert "Seluruhnya 100 64 64% 20" in text


def test_the_page_without_figures_has_no_column_for_them_and_names_nobody(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        invite_and_receive(desa)
        pdf = render("keterwakilan", desa.dokumen.isi(), desa.kehadiran.profil())
        text = text_of(pdf)
        assert "Penduduk" not in text and "Persen = undangan yang hadir" in text
        assert "16 orang sesudah pukul 09.00" in text
        assert len(pages(pdf)) == 1
        assert not [one.nama for one in desa.peserta.daftar() if one.nama in text]


def test_an_unsur_is_one_however_it_is_written(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        people = (("PKK", "Krajan"), ("Pkk", "KRAJAN"), (" pkk ", "krajan"), ("BPD", "Sumber"))
        ids = [
            desa.peserta.undang(PesertaBaru(nama=f"Warga {n}", unsur=unsur, dusun=dusun))
            for n, (unsur, dusun) in enumerate(people)
        ]
        desa.peserta.hadirkan(ids[2])
        hall = desa.kehadiran.keterwakilan()
        assert [(row.nama, row.diundang, row.hadir) for row in hall.baris["unsur"]] == [("BPD", 1, 0), ("PKK", 3, 1)]
        assert [(row.nama, row.diundang, row.hadir) for row in hall.baris["dusun"]] == [
            ("Krajan", 3, 1),
            ("Sumber", 1, 0),
        ]
        assert desa.peserta.hitung().per_unsur == {"BPD": (0, 1), "PKK": (1, 3)}
        assert desa.forum.ringkasan().unsur_tanpa_wakil == ("BPD",)
        one_each = periksa(AturanKuorum(tiap_unsur=1, tiap_dusun=1), hall)
        assert [(rule.jenis, rule.ada, rule.kurang) for rule in one_each] == [
            ("dusun", 1, ("Sumber",)), ("unsur", 1, ("BPD",)),
        ]  # fmt: skip
