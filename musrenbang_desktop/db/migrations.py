"""Numbered steps that bring an older file forward, never edited after a release.

A start on an up-to-date file only compares ``user_version``; this module (and sqlite-utils with it) is loaded when a
step is due.
Projections need no steps of their own: a step that changes one drops them all and replays the journal.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.connection import APPLICATION_ID, Connection
from musrenbang_desktop.db.schema import KEPT, SCHEMA_VERSION, create_projections

steps = Migrations("musrenbang")


@steps()
def m0001_jurnal_dan_proyeksi(database: Database) -> None:
    """The journal, drafts, settings and the first projections."""
    for statement in KEPT:
        database.conn.execute(statement)
    create_projections(database.conn)


@steps()
def m0002_undangan_dan_gabungan(database: Database) -> None:
    """Invitations, and records that were merged or judged to differ: the columns follow from the journal."""
    replay.rebuild(database.conn)


@steps()
def m0003_persiapan_dan_usulan_lengkap(database: Database) -> None:
    """Preparation of the forum, the full record of usulan, representation: the columns follow from the journal. And
    the tables that are kept since then.
    """
    _create_kept_since(database)
    replay.rebuild(database.conn)


@steps()
def m0004_pagu_per_sumber_dan_kertas(database: Database) -> None:
    """Pagu of each source, notulen, SIPD, the codes of pages: the columns and tables follow from the journal."""
    replay.rebuild(database.conn)


@steps()
def m0005_nomor_surat(database: Database) -> None:
    """Numbers of letters: the table follows from the journal."""
    replay.rebuild(database.conn)


@steps()
def m0006_forum_sebelumnya(database: Database) -> None:
    """Forums held before another one, linked from it, and what was answered about them; what was noted about usulan of
    other villages: the columns follow from the journal. And the table of births, which is in no journal. How many
    events tell of a record is counted in the journal itself.
    """
    _create_kept_since(database)
    database.conn.execute("DROP TABLE IF EXISTS record")
    replay.rebuild(database.conn)


@steps()
def m0007_ubahan_lokal(database: Database) -> None:
    """Acts on what no event holds, so that they can be taken back too; people who were said to be two, and what
    the forms of usulan ask for besides, SIPD's among them: columns that follow from the journal.
    """
    _create_kept_since(database)
    replay.rebuild(database.conn)


def _create_kept_since(database: Database) -> None:
    """The tables that are kept and came after the first step, where they are missing."""
    for statement in KEPT:
        if "IF NOT EXISTS" in statement:
            database.conn.execute(statement)


def migrate(connection: Connection) -> None:
    """Bring the file to SCHEMA_VERSION, each step in its own transaction. The caller has copied the file first.

    The file is marked as ours before the first step, so that a power cut between the steps does not make a stranger
    of it.
    """
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    steps.apply(Database(connection))
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
