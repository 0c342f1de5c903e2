"""Buka cadangan dari flashdisk: another laptop goes on where the broken one stopped, and nothing of either is lost."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from musrenbang_desktop.db import backup, dibawa, luar, opening, perangkat, replay, settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.errors import DiskFull, NoAccess
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.keys import device_id
from musrenbang_desktop.journal.keystore import FILE_NAME as KEY
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.pemulihan import Bawaan
from tests.photos import pdf, written
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import whole_forum
from tests.village import opened


def quiet(_done: int, _many: int, _name: str) -> None:
    """Nobody listens."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "flashdisk"
    place.mkdir()
    return place


@pytest.fixture
def broken(tmp_path: Path, stick: Path) -> Iterator[str]:
    """The laptop that broke: one usulan with a paper, carried away on the stick. Answers its device."""
    with opened(tmp_path / "lama") as services:
        services.forum.buka(small_forum())
        usulan = services.usulan.catat(UsulanBaru(judul="Talud"))
        paper = written(tmp_path, "denah.pdf", pdf())
        services.lampiran.catat([services.lampiran.siapkan(paper, "proposal", usulan)])
        settings.put(services.desk.connection, box.ACK, "2")
        services.flashdisk.salin(stick, services.flashdisk.nama(), quiet)
        yield services.desk.store.device


def brought(services: Layanan, place: Path) -> Bawaan:
    (found,) = services.pemulihan.cari(place, quiet)
    services.pemulihan.bawa(found, quiet)
    return found


def titles(services: Layanan) -> list[str]:
    return [one.judul for one in services.usulan.daftar()]


def test_the_spare_laptop_goes_on_as_a_new_device_with_everything_that_was_there(
    tmp_path: Path, stick: Path, broken: str
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        found = brought(services, stick)
        assert (found.perangkat, found.ikhtisar, found.lampiran) == (broken, ("Sukamaju", 1, 1, 0), 1)
        assert services.forum.aktif() is None, "it is taken by the next start, not under an open window"
    with opened(folder) as services:
        store = services.desk.store
        assert store.device != broken and store.head.seq == 0
        assert titles(services) == ["Talud"]
        (paper,) = services.lampiran.daftar(services.usulan.daftar()[0].id)
        assert services.lampiran.berkas(paper).read_bytes() == pdf()
        services.usulan.catat(UsulanBaru(judul="Jembatan"))
        assert store.key_place.private(store.device), "its own key is here: it can seal and be enrolled"
        assert (box.ack(store.connection), settings.get(store.connection, f"{perangkat.REPLACED}{broken}")) == (0, "2")
        assert replay.first_break(store.connection) is None
    with opened(folder) as services:
        assert titles(services) == ["Talud", "Jembatan"], "the second file knows both streams"


def test_the_sentence_says_when_it_was_made_and_where_the_rest_went(tmp_path: Path, stick: Path, broken: str) -> None:
    from musrenbang_desktop.db.opening import open_store
    from musrenbang_desktop.journal.keystore import FileKeys
    from tests.village import ForumClock

    folder = tmp_path / "baru"
    with opened(folder) as services:
        services.forum.buka(small_forum())
        services.usulan.catat(UsulanBaru(judul="Dicatat sewaktu panik"))
        assert services.pemulihan.isi_laptop() == ("Sukamaju", 1, 1, 0)
        brought(services, stick)
    found = open_store(folder, ForumClock(), FileKeys(folder))
    found.close()
    (aside,) = folder.glob("sebelum-*")
    assert "sudah dibuka di laptop ini" in found.pemulihan and aside.name in found.pemulihan
    assert "rusak" not in found.pemulihan
    with opened(aside) as services:
        assert titles(services) == ["Dicatat sewaktu panik"], "what was here opens by itself, with its own key"
        assert (aside / KEY).exists()


def test_a_sealed_day_can_be_finished_on_the_spare_laptop(tmp_path: Path, stick: Path) -> None:
    with opened(tmp_path / "lama") as services:
        whole_forum(services)
        services.flashdisk.salin(stick, services.flashdisk.nama(), quiet)
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
    with opened(folder) as services:
        assert services.segel.buat()
        assert services.segel.periksa() is None
        services.segel.tambah("Pembacaan ulang", "Notulis", "diminta hadirin")
        assert services.segel.periksa() is None


def test_a_folder_that_was_copied_by_hand_without_its_key_still_seals(tmp_path: Path) -> None:
    with opened(tmp_path / "lama") as services:
        whole_forum(services)
        before = services.desk.store.device
    folder = tmp_path / "baru"
    shutil.copytree(tmp_path / "lama", folder)
    (folder / KEY).unlink()
    with opened(folder) as services:
        assert services.segel.buat()
        assert services.desk.store.device != before
        assert services.segel.periksa() is None


def test_ctrl_z_goes_back_to_the_first_act_of_the_new_device_and_never_into_the_stream_of_the_other(
    tmp_path: Path, stick: Path, broken: str
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
    with opened(folder) as services:
        (usulan,) = services.usulan.daftar()
        assert services.riwayat.batalkan() is services.riwayat.teks_batal() is None
        services.usulan.ubah(usulan.id, judul="Talud sungai")
        services.usulan.catat(UsulanBaru(judul="Jembatan"))
        while services.riwayat.batalkan():
            pass
        assert titles(services) == ["Talud"]
        while services.riwayat.ulangi():
            pass
        assert titles(services) == ["Talud sungai", "Jembatan"]
        tables = replay.dump(services.desk.connection)
        with services.desk.store.transaction():
            replay.rebuild(services.desk.connection)
        assert replay.dump(services.desk.connection) == tables


def test_ctrl_z_forgets_the_acts_of_the_device_that_the_laptop_was_when_its_key_is_missed(tmp_path: Path) -> None:
    with opened(tmp_path / "desa") as services:
        services.forum.buka(small_forum())
        for title in ("Satu", "Dua", "Tiga"):
            services.usulan.catat(UsulanBaru(judul=title))
        assert services.riwayat.teks_batal()
        (tmp_path / "desa" / KEY).unlink()
        services.desk.store.private_key()
        assert services.riwayat.teks_batal() is None
        services.usulan.catat(UsulanBaru(judul="Empat"))
        assert services.riwayat.batalkan()
        assert services.riwayat.batalkan() is None
        assert titles(services) == ["Satu", "Dua", "Tiga"]


def test_how_much_waits_is_known_without_reading_the_journal(tmp_path: Path, stick: Path, broken: str) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
    with opened(folder) as services:
        connection = services.desk.connection
        few = _steps(connection, services.jawaban.belum_terkirim)
        services.usulan.catat_banyak(some_usulan(400), "impor")
        assert services.jawaban.belum_terkirim() == box.unsent(connection).kejadian > 400
        assert _steps(connection, services.jawaban.belum_terkirim) <= few + 1


def _steps(connection: Connection, act: Callable[[], object]) -> int:
    """How often SQLite came by while it worked: every ten steps."""
    ticks: list[None] = []
    connection.set_progress_handler(lambda: ticks.append(None), 10)
    act()
    connection.set_progress_handler(None, 0)
    return len(ticks)


def test_copies_that_lie_where_a_recovery_finds_them_make_a_new_device_too(
    tmp_path: Path, stick: Path, broken: str
) -> None:
    folder = tmp_path / "baru"
    (found,) = stick.glob("Cadangan*")
    shutil.copytree(found, folder / backup.FOLDER)
    with opened(folder) as services:
        assert titles(services) == ["Talud"]
        assert services.desk.store.device != broken


@pytest.mark.parametrize("cut_after", range(4))
def test_a_power_cut_while_it_is_taken_leaves_something_to_go_on_from(
    tmp_path: Path, stick: Path, broken: str, cut_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        services.forum.buka(small_forum())
        brought(services, stick)
    moved: list[Path] = []
    real = dibawa.replace

    def cut(source: Path, target: Path) -> None:
        if len(moved) == cut_after:
            raise OSError("listrik padam")
        moved.append(source)
        real(source, target)

    monkeypatch.setattr(dibawa, "replace", cut)
    with pytest.raises(NoAccess), opened(folder):
        pass
    monkeypatch.undo()
    with opened(folder) as services:
        assert titles(services) == ["Talud"]
        assert services.desk.store.device != broken
    assert len(list(folder.glob("sebelum-*"))) == 1


@pytest.mark.parametrize("before_commit", [True, False])
def test_a_power_cut_between_the_copy_and_the_new_device_leaves_nobody_in_the_stream_of_the_other(
    tmp_path: Path, stick: Path, broken: str, *, before_commit: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
    real = perangkat.begin_anew

    def cut(*place: Any) -> str:
        if not before_commit:
            real(*place)
        raise OSError("listrik padam")

    monkeypatch.setattr(perangkat, "begin_anew", cut)
    monkeypatch.setattr(opening, "_bring_back_files", lambda _folder: None)
    with pytest.raises(NoAccess), opened(folder):
        pass
    monkeypatch.undo()
    with opened(folder) as services:
        store = services.desk.store
        assert titles(services) == ["Talud"]
        assert store.device != broken and store.head.seq == 0
        assert services.lampiran.berkas(services.lampiran.daftar(services.usulan.daftar()[0].id)[0]).exists()
        assert device_id(box.public_key(store.connection)) == store.device
        assert box.before(store.connection) == [broken]
        assert settings.get(store.connection, f"{perangkat.REPLACED}{broken}") == "2"


def test_a_start_without_room_for_the_copy_says_so_and_takes_it_once_there_is(
    tmp_path: Path, stick: Path, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        real(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFull), opened(folder):
        pass
    monkeypatch.undo()
    assert not list(folder.glob("*.sebagian"))
    with opened(folder) as services:
        assert titles(services) == ["Talud"]


def test_a_file_that_is_called_like_a_brought_copy_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "desa") as services:
        services.forum.buka(small_forum())
        device = services.desk.store.device
    (tmp_path / "desa" / "dibawa-20260121-090000.zip").write_bytes(b"")
    with opened(tmp_path / "desa") as services:
        assert (services.desk.store.device, services.forum.aktif() is not None) == (device, True)


def test_of_two_copies_that_were_brought_the_second_is_taken_and_the_first_never(
    tmp_path: Path, stick: Path, broken: str
) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        brought(services, stick)
        brought(services, stick)
    with opened(folder) as services:
        services.usulan.catat(UsulanBaru(judul="Jembatan"))
    with opened(folder) as services:
        assert titles(services) == ["Talud", "Jembatan"]


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "penuh"), KeyboardInterrupt()])
def test_a_copy_that_does_not_come_whole_leaves_no_bytes_behind(
    tmp_path: Path, stick: Path, broken: str, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = luar.put_whole

    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".db":
            raise fault
        real(path, data)

    monkeypatch.setattr(luar, "put_whole", full)
    with opened(tmp_path / "baru") as services:
        with pytest.raises((DiskFull, KeyboardInterrupt)):
            brought(services, stick)
        assert not list((tmp_path / "baru").glob("dibawa-*"))


def test_a_stick_that_is_pulled_leaves_this_laptop_as_it_was(tmp_path: Path, stick: Path, broken: str) -> None:
    folder = tmp_path / "baru"
    with opened(folder) as services:
        (found,) = services.pemulihan.cari(stick, quiet)
        shutil.rmtree(stick)
        with pytest.raises(NoAccess, match="tercabut"):
            services.pemulihan.bawa(found, quiet)
    with opened(folder) as services:
        assert services.forum.aktif() is None
        assert dibawa.waiting(folder) is None


def test_what_cannot_be_opened_is_refused_in_words(tmp_path: Path, stick: Path, broken: str) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    with opened(tmp_path / "baru") as services:
        with pytest.raises(RuleBroken) as caught:
            services.pemulihan.cari(empty, quiet)
        assert str(caught.value) == "cadangan: tidak_ada"
        (copy,) = stick.glob("*/musrenbang-*.db")
        data = bytearray(copy.read_bytes())
        data[len(data) // 2 :] = b"x" * (len(data) - len(data) // 2)
        copy.write_bytes(data)
        with pytest.raises(RuleBroken) as caught:
            services.pemulihan.cari(stick, quiet)
        assert str(caught.value) == "cadangan: tak_utuh"
    with opened(tmp_path / "latihan") as services, pytest.raises(RuleBroken) as caught:
        services.pemulihan.cari(stick, quiet)
    assert str(caught.value) == "cadangan: latihan"


def test_the_copy_of_this_very_laptop_is_not_taken_for_another(tmp_path: Path, stick: Path) -> None:
    with opened(tmp_path / "lama") as services:
        services.forum.buka(small_forum())
        services.flashdisk.salin(stick, services.flashdisk.nama(), quiet)
        with pytest.raises(RuleBroken) as caught:
            services.pemulihan.cari(stick, quiet)
        assert str(caught.value) == "cadangan: laptop_ini"


def test_of_several_villages_on_a_stick_each_is_offered_the_newest_first(
    tmp_path: Path, stick: Path, broken: str
) -> None:
    with opened(tmp_path / "lain") as services:
        services.forum.buka(small_forum())
        services.flashdisk.salin(stick, "Cadangan Musrenbang lain", quiet)
        newer = services.desk.store.clock()
    with opened(tmp_path / "baru") as services:
        found = services.pemulihan.cari(stick, quiet)
    assert [one.jam for one in found] == sorted((one.jam for one in found), reverse=True)
    assert len({one.perangkat for one in found}) == 2 and newer
