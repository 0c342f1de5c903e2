"""A newer program brings an older file forward: a copy first, all or nothing, the journal untouched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from musrenbang_desktop.db import backup, connection, migrations, opening, replay, schema
from musrenbang_desktop.db.schema import SCHEMA_VERSION
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

SHAPE = (7, "01ce502f4ee533c0")
"""The version of the tables, and what SHA-256 says of all their columns."""


def older_file(folder: Path) -> list[str]:
    """A data folder as this year's program leaves it; returns the titles in it."""
    with opened(folder) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        return [usulan.judul for usulan in desa.usulan.daftar()]


def next_year(monkeypatch: pytest.MonkeyPatch, step: Callable[[Database], None]) -> None:
    """From here on the program is one step newer."""
    steps = Migrations("musrenbang")
    for released in migrations.steps.pending(Database(memory=True)):
        steps(name=released.name)(released.fn)
    steps(name="next_year")(step)
    monkeypatch.setattr(migrations, "steps", steps)
    for module in (schema, migrations, opening):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)


def test_an_older_file_is_copied_and_then_brought_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = older_file(tmp_path)

    def add_column(database: Database) -> None:
        replay.rebuild(database.conn)
        database.conn.execute("ALTER TABLE usulan ADD COLUMN tahun_depan TEXT NOT NULL DEFAULT ''")

    next_year(monkeypatch, add_column)
    with opened(tmp_path) as desa:
        assert "tahun_depan" in [row[1] for row in desa.desk.connection.execute("PRAGMA table_info(usulan)")]
        assert connection.schema_version(desa.desk.connection) == SCHEMA_VERSION + 1
        assert [usulan.judul for usulan in desa.usulan.daftar()] == titles
        assert replay.first_break(desa.desk.connection) is None
    (copy,) = backup.copies(tmp_path / backup.FOLDER)
    reader = connection.open_reader(copy)
    assert connection.schema_version(reader) == SCHEMA_VERSION
    reader.close()


def test_a_step_that_fails_leaves_the_older_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = older_file(tmp_path)

    def fail_half_way(database: Database) -> None:
        database.conn.execute("DELETE FROM usulan")
        raise ZeroDivisionError

    with monkeypatch.context() as newer:
        next_year(newer, fail_half_way)
        with pytest.raises(ZeroDivisionError), opened(tmp_path):
            pass
    with opened(tmp_path) as desa:
        assert [usulan.judul for usulan in desa.usulan.daftar()] == titles
        assert connection.schema_version(desa.desk.connection) == SCHEMA_VERSION


def test_a_file_from_before_merging_gets_its_columns(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        for column in ("gabung_ke", "beda_dengan"):
            writer.execute(f"ALTER TABLE usulan DROP COLUMN {column}")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0001_jurnal_dan_proyeksi'")
        writer.execute("PRAGMA user_version=1")
    with opened(tmp_path) as desa:
        usulan = desa.usulan.daftar()
        assert [one.judul for one in usulan] == titles
        desa.ganda.gabung(usulan[0].id, usulan[1].id)
        assert desa.usulan.daftar()[1].gabung_ke == usulan[0].id


def test_a_file_from_before_pagu_per_source_gets_its_columns_and_tables(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        for column in ("pagu_sumber", "ketua_tim", "notulis_kedua", "materi"):
            writer.execute(f"ALTER TABLE forum DROP COLUMN {column}")
        for table in ("notulen", "sipd"):
            writer.execute(f"DROP TABLE {table}")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0003_persiapan_dan_usulan_lengkap'")
        writer.execute("PRAGMA user_version=3")
    with opened(tmp_path) as desa:
        assert [one.judul for one in desa.usulan.daftar()] == titles
        desa.pagu.tambah("Dana Desa", 1_000_000)
        assert desa.notulen.daftar() == []
        assert replay.first_difference(desa.desk.connection) is None


def test_a_file_from_before_numbered_letters_gets_their_table(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        writer.execute("DROP TABLE surat")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0004_pagu_per_sumber_dan_kertas'")
        writer.execute("PRAGMA user_version=4")
    with opened(tmp_path) as desa:
        assert [one.judul for one in desa.usulan.daftar()] == titles
        desa.surat.ubah("sk_delegasi", nomor_surat="188/7")
        assert desa.surat.satu("sk_delegasi").nomor_surat == "188/7"
        assert replay.first_difference(desa.desk.connection) is None


def test_a_file_from_before_linked_forums_gets_their_columns_and_loses_the_counters(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        for column in ("anak", "pra", "pra_luar"):
            writer.execute(f"ALTER TABLE forum DROP COLUMN {column}")
        writer.execute("ALTER TABLE usulan DROP COLUMN antardesa")
        writer.execute("CREATE TABLE record (id TEXT PRIMARY KEY, versi INTEGER NOT NULL) WITHOUT ROWID")
        writer.execute("DROP TABLE kelahiran")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0005_nomor_surat'")
        writer.execute("PRAGMA user_version=5")
    with opened(tmp_path) as desa:
        tables = {row[0] for row in desa.desk.connection.execute("SELECT name FROM sqlite_schema")}
        assert "record" not in tables and "kelahiran" in tables
        assert [one.judul for one in desa.usulan.daftar()] == titles
        assert desa.silsilah.belum_dijawab()
        desa.silsilah.jawab("luar")
        assert not desa.silsilah.belum_dijawab()
        assert replay.first_difference(desa.desk.connection) is None


def test_a_file_from_before_the_fields_of_sipd_gets_their_columns(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        for column in ("jenis_belanja", "maksud", "dasar_hukum", "harga_satuan", "penerima_kk"):
            writer.execute(f"ALTER TABLE usulan DROP COLUMN {column}")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0006_forum_sebelumnya'")
        writer.execute("PRAGMA user_version=6")
    with opened(tmp_path) as desa:
        assert [one.judul for one in desa.usulan.daftar()] == titles
        record = desa.usulan.daftar()[0].id
        desa.usulan.ubah(record, jenis_belanja="Belanja modal", harga_satuan=150_000)
        changed = desa.usulan.satu(record)
        assert changed and (changed.jenis_belanja, changed.harga_satuan, changed.penerima_kk) == (
            "Belanja modal", 150_000, None,
        )  # fmt: skip
        assert replay.first_difference(desa.desk.connection) is None


def test_a_file_of_version_six_gets_the_table_of_local_acts_and_the_newer_columns(tmp_path: Path) -> None:
    titles = older_file(tmp_path)
    with opened(tmp_path) as desa:
        writer = desa.desk.connection
        writer.execute("DROP TABLE ubahan_lokal")
        writer.execute("ALTER TABLE peserta DROP COLUMN beda_dengan")
        writer.execute("ALTER TABLE usulan DROP COLUMN status_lahan")
        writer.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0006_forum_sebelumnya'")
        writer.execute("PRAGMA user_version=6")
    with opened(tmp_path) as desa:
        tables = {row[0] for row in desa.desk.connection.execute("SELECT name FROM sqlite_schema")}
        assert {"ubahan_lokal", "ubahan_lokal_record"} <= tables
        assert [one.judul for one in desa.usulan.daftar()] == titles
        assert "beda_dengan" in [row[1] for row in desa.desk.connection.execute("PRAGMA table_info(peserta)")]
        assert replay.first_difference(desa.desk.connection) is None
    assert backup.copies(tmp_path / backup.FOLDER), "an older file is copied first"


def test_tables_change_only_with_a_new_version_and_its_step(tmp_path: Path) -> None:
    """A file of the same version is opened without a look at its columns: another column needs another version."""
    with opened(tmp_path) as desa:
        reader = desa.desk.connection
        tables = [name for (name,) in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
        columns = [
            (table, sorted((row[1:] for row in reader.execute(f"PRAGMA table_info({table})")), key=repr))
            for table in tables
        ]
    shape = hashlib.sha256(repr(columns).encode()).hexdigest()[:16]
    assert (SCHEMA_VERSION, shape) == SHAPE, "write the next step in db/migrations.py, then note its shape here"
    assert len(list(migrations.steps.pending(Database(memory=True)))) == SCHEMA_VERSION
