"""Salin cadangan: written, read back and compared before anybody is told to pull the disk."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import backup, luar
from musrenbang_desktop.db.errors import Damaged, DiskFull, NoAccess
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.flashdisk import Tersalin
from musrenbang_desktop.services.layanan import Layanan
from tests.photos import pdf, written
from tests.small_forum import small_forum
from tests.village import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "flashdisk"
    place.mkdir()
    return place


@pytest.fixture
def desa(folder: Path, tmp_path: Path) -> Iterator[Layanan]:
    """A forum with one usulan that has a paper."""
    with opened(folder) as services:
        services.forum.buka(small_forum())
        usulan = services.usulan.catat(UsulanBaru(judul="Talud"))
        paper = written(tmp_path, "denah.pdf", pdf())
        services.lampiran.catat([services.lampiran.siapkan(paper, "proposal", usulan)])
        yield services


def copied(desa: Layanan, stick: Path) -> Tersalin:
    return desa.flashdisk.salin(stick, desa.flashdisk.nama(), lambda _done, _many, _name: None)


def files(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_a_laptop_that_finds_only_the_copy_goes_on_from_it(desa: Layanan, stick: Path, tmp_path: Path) -> None:
    made = copied(desa, stick)
    assert (made.folder.parent, made.berkas, made.tanpa) == (stick, 2, ())
    other = tmp_path / "laptop_lain"
    shutil.copytree(made.folder, other / backup.FOLDER)
    with opened(other) as found:
        (usulan,) = found.usulan.daftar()
        (paper,) = found.lampiran.daftar(usulan.id)
        assert usulan.judul == "Talud"
        assert found.lampiran.berkas(paper).read_bytes() == pdf()


def test_the_second_copy_writes_only_what_is_new_and_reads_the_rest(desa: Layanan, stick: Path) -> None:
    made = copied(desa, stick)
    (paper,) = (made.folder / "lampiran").glob("??/*")
    before = paper.stat().st_mtime_ns
    copied(desa, stick)
    assert paper.stat().st_mtime_ns == before
    paper.write_bytes(b"x" * paper.stat().st_size)
    copied(desa, stick)
    assert paper.read_bytes() == pdf(), "a file that changed on the disk is found by reading it, and written again"


def test_a_disk_that_gives_back_other_bytes_is_refused(
    desa: Layanan, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[:-1] + b"?")

    monkeypatch.setattr(luar, "put_whole", forgetful)
    with pytest.raises(Damaged, match="Pakai flashdisk lain"):
        copied(desa, stick)


@pytest.mark.parametrize(
    ("number", "kind", "words"), [(errno.ENOSPC, DiskFull, "Flashdisk penuh"), (errno.EIO, NoAccess, "tercabut")]
)
def test_a_full_or_pulled_disk_is_told_in_words_about_the_disk(
    number: int, kind: type[Exception], words: str, desa: Layanan, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _data: bytes) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(luar, "put_whole", fail)
    with pytest.raises(kind, match=words):
        copied(desa, stick)
    assert desa.cadangan.daftar(), "the titik simpan on the laptop was made first"


def test_a_stopped_copy_is_finished_by_the_next(desa: Layanan, stick: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _many: int, _name: str) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        desa.flashdisk.salin(stick, desa.flashdisk.nama(), stop)
    assert not list(stick.glob("*/*.db"))
    assert backup.copies(copied(desa, stick).folder)
    assert not [name for name in files(stick) if name.endswith(".sebagian")]


def test_a_folder_of_this_laptop_is_no_flash_disk(desa: Layanan, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuleBroken) as refused:
        desa.flashdisk.periksa(stick)
    assert (refused.value.field, refused.value.code) == ("flashdisk", "laptop_ini")
    with pytest.raises(NoAccess):
        desa.flashdisk.periksa(stick / "tercabut")
    monkeypatch.setattr(luar, "same_disk", lambda _one, _other: False)
    desa.flashdisk.periksa(stick)


def test_practice_is_not_carried_away(folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(luar, "same_disk", lambda _one, _other: False)
    with opened(folder / "latihan") as room, pytest.raises(RuleBroken) as refused:
        room.flashdisk.periksa(stick)
    assert refused.value.code == "latihan"
