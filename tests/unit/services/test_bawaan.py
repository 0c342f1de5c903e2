"""An usulan that goes on as another one brings its photos, papers and contact along, in the same act."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.db.queries import kontak
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.small_forum import small_forum

PDF = b"%PDF-1.4 "


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    return kosong


def attach(desa: Layanan, folder: Path, usulan: str, words: bytes) -> str:
    path = folder / f"{words.decode()}.pdf"
    path.write_bytes(PDF + words)
    return desa.lampiran.catat([desa.lampiran.siapkan(path, "proposal", usulan)])[0]


def of_a_dusun(desa: Layanan, folder: Path) -> tuple[str, str]:
    """A musyawarah dusun with one usulan, into which another was merged; both have files. Back at the parent."""
    parent = desa.desk.forum_id
    child = desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    one, other = (desa.usulan.catat(UsulanBaru(judul=title)) for title in ("Drainase gang 1", "Selokan gang 1"))
    attach(desa, folder, one, b"denah")
    attach(desa, folder, other, b"denah")
    attach(desa, folder, other, b"surat")
    desa.lampiran.batalkan(attach(desa, folder, one, b"salah"))
    desa.kontak.isi(other, nama="Warga gang 1", telepon="081200000001")
    desa.ganda.gabung(one, other)
    desa.forum.pilih(parent)
    return child, one


def test_files_and_contact_come_to_the_parent_forum_and_one_undo_takes_all_back(desa: Layanan, tmp_path: Path) -> None:
    child, _ = of_a_dusun(desa, tmp_path)
    (new,) = desa.silsilah.ambil(child)
    found = desa.lampiran.daftar(new)
    assert sorted(one.nama for one in found) == ["denah.pdf", "surat.pdf"]
    assert all(desa.lampiran.ada(one) for one in found)
    assert desa.kontak.satu(new).telepon == "081200000001", "of the one that was merged: it alone left a number"
    assert desa.riwayat.teks_batal() == "Usulan U-001 Drainase gang 1 diambil dari musyawarah sebelumnya"
    desa.riwayat.batalkan()
    assert desa.usulan.daftar() == [] and desa.lampiran.semua() == []
    desa.riwayat.ulangi()
    assert len(desa.lampiran.daftar(new)) == 2 and desa.kontak.satu(new).nama == "Warga gang 1"
    assert_replayed(desa)


def test_the_history_counts_usulan_and_not_their_files(desa: Layanan, tmp_path: Path) -> None:
    child, _ = of_a_dusun(desa, tmp_path)
    desa.forum.pilih(child)
    desa.usulan.catat(UsulanBaru(judul="Lampu jalan"))
    desa.forum.pilih(next(one.induk for one in desa.forum.daftar() if one.id == child))
    desa.silsilah.ambil(child)
    assert desa.riwayat.teks_batal() == "2 usulan diambil dari Musyawarah dusun Krajan"


def test_an_usulan_of_last_year_brings_its_papers_and_its_contact(desa: Layanan, tmp_path: Path) -> None:
    old = desa.usulan.catat(UsulanBaru(judul="Talud"))
    attach(desa, tmp_path, old, b"hibah")
    desa.kontak.isi(old, telepon="081200000002")
    desa.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    (new,) = desa.tahun_lalu.ajukan_lagi([old])
    assert [one.nama for one in desa.lampiran.daftar(new)] == ["hibah.pdf"]
    assert desa.kontak.satu(new).telepon == "081200000002"
    assert_replayed(desa)


def test_each_part_of_a_split_usulan_knows_who_brought_the_whole(desa: Layanan) -> None:
    whole = desa.usulan.catat(UsulanBaru(judul="Jalan dan lampu"))
    desa.kontak.isi(whole, telepon="081200000003")
    (part,) = desa.ganda.pecah(whole, [Pecahan("Jalan"), Pecahan("Lampu")])
    assert desa.kontak.satu(part).telepon == "081200000003"


def test_a_ticket_goes_in_with_its_contact_or_not_at_all(desa: Layanan, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = desa.titipan.catat(UsulanBaru(judul="Lampu jalan")).id
    desa.kontak.isi(ticket, telepon="081200000004")

    def full(*_: object) -> None:
        raise DiskFull("penuh")

    with monkeypatch.context() as broken:  # the disk fills up between the usulan and its contact
        broken.setattr(kontak, "put", full)
        with pytest.raises(DiskFull):
            desa.titipan.masukkan()
    assert desa.titipan.menunggu() == 1 and desa.usulan.daftar() == []
    (made,) = desa.titipan.masukkan()
    assert desa.kontak.satu(made).telepon == "081200000004"
