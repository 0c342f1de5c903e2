"""What a village names, the kecamatan invites: by a file, without a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.exchange.delegasi import daftar_delegasi
from musrenbang_desktop.exchange.listing_text import as_csv
from musrenbang_desktop.exchange.peserta_import import periksa
from tests.small_forum import small_forum
from tests.village import opened


def test_the_kecamatan_fills_its_invitations_from_the_delegates_of_a_village(tmp_path: Path) -> None:
    file = tmp_path / "delegasi.csv"
    with opened(tmp_path / "desa") as desa:
        desa.forum.buka(small_forum())
        people = [
            PesertaBaru(nama="Hj. Siti Aminah, S.Pd.", jenis_kelamin="P", unsur="PKK", jabatan="Ketua", dusun="Krajan"),
            PesertaBaru(nama="Sutrisno", jenis_kelamin="L", unsur="RT"),
            PesertaBaru(nama="Karto", jenis_kelamin="L", unsur="LPM", jabatan="LPM"),
        ]
        first, second, third = desa.peserta.undang_banyak(people)
        desa.kehadiran.jadikan_delegasi(second, "delegasi")
        desa.kehadiran.jadikan_delegasi(first, "delegasi")
        desa.kehadiran.jadikan_delegasi(third, "cadangan")
        forum = desa.forum.aktif()
        assert forum
        daftar = daftar_delegasi(forum, desa.kehadiran.delegasi(), desa.kehadiran.delegasi("cadangan"))
        file.write_bytes(as_csv(daftar))
    with opened(tmp_path / "kecamatan") as kecamatan:
        kecamatan.forum.buka(replace(small_forum(), desa="Kecamatan Contoh"))
        seen = periksa(file, tanggal="2026-02-10")
        assert [row.verdict for row in seen.rows] == ["ok"] * 3
        kecamatan.impor.undang(seen, seen.terpilih)
        invited = kecamatan.peserta.daftar(hanya="undangan")
        assert [(one.nama, one.jenis_kelamin, one.unsur, one.jabatan) for one in invited] == [
            ("Sutrisno", "L", "Delegasi Desa Sukamaju", "RT"),
            ("Hj. Siti Aminah, S.Pd.", "P", "Delegasi Desa Sukamaju", "Ketua, PKK"),
            ("Karto", "L", "Delegasi Desa Sukamaju", "LPM, cadangan"),
        ]


def test_nobody_chosen_is_an_empty_list(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        forum = desa.forum.aktif()
        assert forum and list(daftar_delegasi(forum, (), ()).baris) == []


def test_delegates_of_the_practice_room_say_so_in_every_line(tmp_path: Path) -> None:
    with opened(tmp_path / "latihan") as desa:
        desa.forum.buka(small_forum())
        (record,) = desa.peserta.undang_banyak([PesertaBaru(nama="Sutrisno")])
        desa.kehadiran.jadikan_delegasi(record, "delegasi")
        forum = desa.forum.aktif()
        assert forum
        daftar = daftar_delegasi(forum, desa.kehadiran.delegasi(), ())
        assert daftar.nama == "LATIHAN Delegasi Desa Sukamaju"
        assert [row[3] for row in daftar.baris] == ["LATIHAN Delegasi Desa Sukamaju"]
