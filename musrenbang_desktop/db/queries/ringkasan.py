"""How far the day is, in a few counts: what the first page shows before anything else is loaded."""

from __future__ import annotations

import json
from typing import NamedTuple

from musrenbang_desktop.db.connection import Connection


class Ringkasan(NamedTuple):
    """Counts of one forum. ``skor_lengkap`` are usulan that every kelompok has scored on every criterion.

    ``jawaban`` holds the last decision of each answered usulan as (tingkat, putusan).
    """

    diundang: int
    hadir: int
    tamu: int
    tanpa_jk: int
    unsur_tanpa_wakil: tuple[str, ...]
    usulan: int
    perlu_dilengkapi: int
    terkunci: str
    ada_skor: bool
    skor_lengkap: int
    disusun: bool
    ditutup: str
    tanpa_alasan: int
    dokumen: int
    bukti: int
    jawaban: tuple[tuple[str, str], ...]
    titipan: int
    """tickets that no forum has taken in; those belong to none, so every forum counts the same"""


def read(connection: Connection, forum: str) -> Ringkasan:
    """The counts as they stand."""
    terkunci, ada_skor, skor_lengkap = _scores(connection, forum)
    disusun, ditutup, tanpa_alasan = _agreement(connection, forum)
    diundang, hadir, tamu, tanpa_jk = _numbers(connection, _PEOPLE, forum)
    usulan, perlu_dilengkapi = _numbers(connection, _USULAN, forum)
    return Ringkasan(
        diundang=diundang,
        hadir=hadir,
        tamu=tamu,
        tanpa_jk=tanpa_jk,
        unsur_tanpa_wakil=tuple(row[0] for row in connection.execute(_ABSENT, (forum,))),
        usulan=usulan,
        perlu_dilengkapi=perlu_dilengkapi,
        terkunci=terkunci,
        ada_skor=ada_skor,
        skor_lengkap=skor_lengkap,
        disusun=disusun,
        ditutup=ditutup,
        tanpa_alasan=tanpa_alasan,
        dokumen=_numbers(connection, "SELECT count(*) FROM dokumen WHERE ada AND forum = ?", forum)[0],
        bukti=_numbers(connection, _RECEIPTS, forum)[0],
        jawaban=tuple(connection.execute(_ANSWERS, (forum,)).fetchall()),
        titipan=waiting_tickets(connection),
    )


def waiting_tickets(connection: Connection) -> int:
    """How many titipan no forum has taken in."""
    row = connection.execute(
        "SELECT count(*) FROM titipan t WHERE t.ada AND t.status = 'aktif'"
        " AND NOT EXISTS (SELECT 1 FROM usulan u WHERE u.titipan = t.id AND u.ada)"
    ).fetchone()
    return int(row[0])


_PEOPLE = (
    "SELECT total(diundang), total(hadir <> ''), total(hadir <> '' AND NOT diundang),"
    " total(hadir <> '' AND jenis_kelamin = '') FROM peserta WHERE ada AND forum = ?"
)
_ABSENT = (
    "SELECT trim(unsur), min(nomor) FROM peserta WHERE ada AND forum = ? AND trim(unsur) <> ''"
    " GROUP BY fold(trim(unsur)) HAVING total(diundang) AND NOT total(hadir <> '') ORDER BY 1"
)
_USULAN = (
    "SELECT total(status = 'aktif'), total(status = 'aktif' AND (dusun = '' OR pengusul = ''))"
    " FROM usulan WHERE ada AND forum = ?"
)
_RECEIPTS = "SELECT count(*) FROM bukti b JOIN usulan u ON u.id = b.usulan WHERE u.forum = ?"
_ANSWERS = (
    "SELECT j.tingkat, j.putusan FROM jawaban j JOIN usulan u ON u.id = j.usulan WHERE u.forum = ?"
    " AND j.n = (SELECT max(n) FROM jawaban WHERE usulan = j.usulan) ORDER BY j.n"
)
_SCORED = (
    "SELECT count(*) FROM (SELECT s.usulan FROM skor s JOIN usulan u ON u.id = s.usulan"
    " WHERE s.forum = ? AND u.ada AND u.status = 'aktif' AND NOT instr(s.nilai, 'null')"
    " GROUP BY s.usulan HAVING count(*) = ?)"
)
_UNREASONED = (
    "SELECT count(*) FROM butir b JOIN usulan u ON u.id = b.usulan WHERE b.forum = ? AND u.ada AND u.status = 'aktif'"
    " AND b.keluaran = 'belum_disepakati' AND trim(b.alasan) = ''"
)


def _numbers(connection: Connection, sql: str, *values: object) -> list[int]:
    return [int(number) for number in connection.execute(sql, values).fetchone()]


def _scores(connection: Connection, forum: str) -> tuple[str, bool, int]:
    row = connection.execute("SELECT terkunci, kelompok FROM aturan WHERE forum = ?", (forum,)).fetchone()
    if row is None:
        return "", False, 0
    groups = len(json.loads(row[1] or "[]"))
    started = _numbers(connection, "SELECT count(*) FROM skor WHERE forum = ?", forum)[0]
    return row[0], bool(started), _numbers(connection, _SCORED, forum, groups)[0]


def _agreement(connection: Connection, forum: str) -> tuple[bool, str, int]:
    row = connection.execute("SELECT urutan, ditutup FROM kesepakatan WHERE forum = ?", (forum,)).fetchone()
    if row is None or not row[0]:
        return False, "", 0
    return True, row[1], _numbers(connection, _UNREASONED, forum)[0]
