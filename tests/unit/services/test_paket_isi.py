"""Whatever a signer puts into a part: it is read, or refused by name; it never breaks the program."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.bagian_paket import BAGIAN
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket import IsiPaketSalah
from sync.wire import paket
from tests.paket import HEAD, KABUPATEN, berkas
from tests.small_forum import small_forum
from tests.village import opened

CELLS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=12)
VALUES = st.recursive(CELLS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3))


@pytest.fixture(scope="module")
def desa() -> Iterator[Layanan]:
    """One village for all tries."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as services:
        services.forum.buka(small_forum())
        yield services


def put_in(desa: Layanan, folder: Path, part: str, data: bytes) -> bool:
    """True when the package was taken; every refusal is one sentence."""
    path = berkas(folder, paket.pack(HEAD, {f"{part}.json": data}, KABUPATEN))
    said = ""
    try:
        desa.paket.pasang(desa.paket.periksa(path))
    except IsiPaketSalah as refused:
        said = str(refused)
    if said:
        assert said.startswith("Bagian ") and len(said) < 1500
        return False
    desa.paket.pakai()
    return True


def rows_of(part: str) -> st.SearchStrategy[Any]:
    """Tables with the right columns and any cells."""
    width = len(BAGIAN[part].kolom)
    names = [column.nama for column in BAGIAN[part].kolom]
    rows = st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=3)
    return rows.map(lambda found: {"kolom": names, "baris": found})


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(sorted(BAGIAN)).flatmap(lambda part: st.tuples(st.just(part), VALUES | rows_of(part))))
@example(("kamus", {"kolom": ["kode", "judul", "harga_satuan"], "baris": [["A", "x", 2**70]]}))
@example(("kamus", {"kolom": ["kode", "judul"], "baris": [["A", "\ud800"]]}))
@example(("kamus", {"kolom": ["kode", "judul"], "baris": [["A\0", "x"]]}))
@example(("kriteria", {"kolom": ["nama", "bobot"], "baris": [["x", 0]]}))
def test_any_table_is_read_or_refused(desa: Layanan, tmp_path: Path, given_part: tuple[str, Any]) -> None:
    part, value = given_part
    if put_in(desa, tmp_path, part, json.dumps(value).encode()):
        desa.kamus.cari("a b")
        desa.kalender.daftar()
        desa.paket.kriteria()
        assert desa.paket.milik_forum() is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_refused(desa: Layanan, tmp_path: Path, data: bytes) -> None:
    assert not put_in(desa, tmp_path, "kamus", data)


def test_brackets_without_end_are_refused(desa: Layanan, tmp_path: Path) -> None:
    assert not put_in(desa, tmp_path, "kamus", b"[" * 100_000)
