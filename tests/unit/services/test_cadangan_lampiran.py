"""A copy of the data holds the photos and papers too, brings lost ones back, and names those that are nowhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import backup
from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.db.opening import FILE_NAME
from musrenbang_desktop.domain.lampiran import Lampiran
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desa(folder: Path) -> Iterator[Layanan]:
    with opened(folder) as services:
        services.forum.buka(small_forum())
        services.usulan.catat(UsulanBaru(judul="Talud"))
        yield services


def attach(desa: Layanan, words: str) -> Lampiran:
    path = desa.desk.store.path.parent.parent / f"{words}.pdf"
    path.write_bytes(b"%PDF-1.4 " + words.encode())
    (usulan,) = desa.usulan.daftar()
    desa.lampiran.catat([desa.lampiran.siapkan(path, "proposal", usulan.id)])
    return desa.lampiran.daftar(usulan.id)[-1]


def second(folder: Path, file: Lampiran) -> Path:
    return folder / backup.FOLDER / "lampiran" / file.sha256[:2] / file.sha256[2:]


def test_a_copy_takes_the_files_along_and_only_new_ones(desa: Layanan, folder: Path) -> None:
    one = attach(desa, "denah")
    assert desa.cadangan.buat().tanpa == ()
    copied = second(folder, one)
    assert copied.read_bytes() == desa.lampiran.berkas(one).read_bytes()
    before = copied.stat().st_mtime_ns
    other = attach(desa, "hibah")
    desa.cadangan.buat()
    assert second(folder, other).exists()
    assert copied.stat().st_mtime_ns == before, "what a copy holds already is not written again"


def test_a_lost_file_comes_back_with_the_next_copy(desa: Layanan) -> None:
    one = attach(desa, "denah")
    desa.cadangan.buat()
    desa.lampiran.berkas(one).unlink()
    assert desa.cadangan.buat().tanpa == ()
    assert desa.lampiran.ada(one)


def test_the_page_of_files_finds_it_in_the_copy_too(desa: Layanan) -> None:
    lost, changed = attach(desa, "denah"), attach(desa, "hibah")
    desa.cadangan.buat()
    desa.lampiran.berkas(lost).unlink()
    desa.lampiran.berkas(changed).write_bytes(b"%PDF-1.4 lain!")
    assert desa.lampiran.hilang() == []
    assert desa.lampiran.periksa() == []
    assert desa.lampiran.berkas(changed).read_bytes() == b"%PDF-1.4 hibah"


def test_one_that_is_nowhere_is_named_and_stops_nothing(desa: Layanan, folder: Path) -> None:
    one, other = attach(desa, "denah"), attach(desa, "hibah")
    desa.lampiran.berkas(one).unlink()
    made = desa.cadangan.buat()
    assert made.tanpa == ("denah.pdf",)
    assert made.berkas.exists() and second(folder, other).exists()
    assert [gone.nama for gone in desa.lampiran.hilang()] == ["denah.pdf"]


def test_a_changed_file_is_never_copied_over_a_good_one(desa: Layanan, folder: Path) -> None:
    one = attach(desa, "denah")
    desa.lampiran.berkas(one).write_bytes(b"%PDF-1.4 DENAH")
    assert desa.cadangan.buat().tanpa == ("denah.pdf",)
    assert not second(folder, one).exists()


def test_the_folder_of_the_copies_alone_gives_everything_back(desa: Layanan, folder: Path, tmp_path: Path) -> None:
    one = attach(desa, "denah")
    desa.cadangan.buat()
    new = tmp_path / "laptop baru"
    new.mkdir()
    shutil.copytree(folder / backup.FOLDER, new / backup.FOLDER)
    with opened(new) as again:
        assert [usulan.judul for usulan in again.usulan.daftar()] == ["Talud"]
        assert again.lampiran.ada(one)
        assert again.lampiran.periksa() == []


def test_after_a_recovery_files_and_contacts_are_there(folder: Path) -> None:
    with opened(folder) as desa:
        desa.forum.buka(small_forum())
        usulan = desa.usulan.catat(UsulanBaru(judul="Talud"))
        one = attach(desa, "denah")
        desa.cadangan.buat()
        desa.kontak.isi(usulan, telepon="081200000001")
    shutil.rmtree(folder / "lampiran")
    with (folder / FILE_NAME).open("r+b") as file:  # the first page stays readable, the journal does not
        file.seek(-4096, 2)
        file.write(b"\0" * 4096)
    with opened(folder) as desa:
        assert desa.lampiran.ada(one)
        assert desa.kontak.satu(usulan).telepon == "081200000001", "younger than the copy: out of the damaged file"


def test_without_room_the_copy_of_the_data_is_made_and_the_trouble_told(
    desa: Layanan, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(desa, "denah")

    def full(*_: object) -> None:
        raise DiskFull("penuh")

    monkeypatch.setattr("musrenbang_desktop.db.lampiran._write", full)
    with pytest.raises(DiskFull):
        desa.cadangan.buat()
    assert len(desa.cadangan.daftar()) == 1
