"""Files that were read and then not kept do not stay for ever; one that any event names always does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.db.lampiran import Simpanan
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.cadangan import SISA
from musrenbang_desktop.services.lampiran import Siap
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import START, opened


@pytest.fixture
def desa(tmp_path: Path) -> Iterator[Layanan]:
    with opened(tmp_path / "data") as services:
        services.forum.buka(small_forum())
        services.usulan.catat(UsulanBaru(judul="Talud"))
        assert services.cadangan.daftar() == [], "the window asks for it at its start"
        yield services


def read_in(desa: Layanan, words: str, age: timedelta = SISA * 2) -> Siap:
    """A file as the operator chooses it, so long ago."""
    path = desa.desk.store.path.parent.parent / f"{words}.pdf"
    path.write_bytes(b"%PDF-1.4 " + words.encode())
    ready = desa.lampiran.siapkan(path, "proposal", desa.usulan.daftar()[0].id)
    set_age(desa, ready, age)
    return ready


def set_age(desa: Layanan, ready: Siap, age: timedelta) -> None:
    long_ago = (START - age).timestamp()
    os.utime(place(desa, ready), (long_ago, long_ago))


def place(desa: Layanan, ready: Siap) -> Path:
    return Simpanan(desa.desk.store.path.parent).jalur(ready.baru.sha256)


def test_what_was_discarded_long_ago_goes_with_the_next_copy(desa: Layanan) -> None:
    ready = read_in(desa, "dibuang")
    desa.cadangan.buat()
    assert not place(desa, ready).exists()


def test_a_recorded_file_stays_also_when_it_was_taken_off_or_taken_back(desa: Layanan) -> None:
    kept, taken_off, undone = (read_in(desa, name) for name in ("simpan", "lepas", "urung"))
    ids = [desa.lampiran.catat([one])[0] for one in (kept, taken_off)]
    desa.lampiran.batalkan(ids[1])
    desa.lampiran.catat([undone])
    desa.riwayat.batalkan()
    desa.cadangan.buat()
    assert all(place(desa, one).exists() for one in (kept, taken_off, undone))


def test_a_file_of_these_days_may_still_be_recorded(desa: Layanan) -> None:
    ready = read_in(desa, "baru", SISA / 2)
    desa.cadangan.buat()
    assert place(desa, ready).exists()


def test_a_clock_that_jumps_ahead_takes_nothing_that_was_read_since_the_start(desa: Layanan) -> None:
    ready = read_in(desa, "sedang dipilih", timedelta(0))
    desa.desk.store.clock.now += timedelta(days=400)  # type: ignore[attr-defined]  # the clock of the test
    desa.cadangan.buat()
    assert place(desa, ready).exists()


def test_a_file_that_is_chosen_again_is_young_again(desa: Layanan) -> None:
    ready = read_in(desa, "dua kali")
    again = desa.lampiran.siapkan(desa.desk.store.path.parent.parent / "dua kali.pdf", "proposal", ready.baru.usulan)
    desa.cadangan.buat()
    assert place(desa, again).exists()
    assert desa.lampiran.catat([again])
