"""A reprint: the same bytes but its mark, wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import JENIS, TANPA_CAP, render
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.reference.profile import load, names
from tests.unit.berita_acara.reading import pages, reader
from tests.unit.berita_acara.sample import isi

PROFILE = load("rkpd-86")

ELSEWHERE = """
import hashlib, locale, pickle, sys, time_machine
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
with time_machine.travel({when!r}, tick=False):
    from musrenbang_desktop.berita_acara import JENIS, render
    from musrenbang_desktop.reference.profile import load, names
    isi = pickle.loads(sys.stdin.buffer.read())
    for name in names():
        for jenis in reversed(JENIS):
            print(name, jenis, hashlib.sha256(render(jenis, isi, load(name))).hexdigest())
"""
FAR_AWAY = {
    "east": ("2031-07-01 03:00", {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    "west": (
        "1999-12-31 23:59",
        {"TZ": "America/Lima", "LANG": "ar_EG.UTF-8", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1234567890"},
    ),
}


@pytest.mark.parametrize("jenis", sorted(set(JENIS) - TANPA_CAP))
def test_the_mark_is_the_only_difference(jenis: str, village: IsiBeritaAcara) -> None:
    first, again = (reader(render(jenis, replace(village, cetak_ulang=n), PROFILE)) for n in (0, 2))
    assert first.metadata == again.metadata
    assert len(first.pages) == len(again.pages)
    for one, other in zip(first.pages, again.pages, strict=True):
        lines, marked = (page.get_contents().get_data().decode("latin-1").splitlines() for page in (one, other))
        extra = [line for line in marked if "CETAK ULANG KE-2" in line]
        assert len(extra) == 1
        place = marked.index(extra[0])
        # the mark and the choice of its letters before it; what follows chooses its own letters again
        left = [line for line in marked if "CETAK ULANG" not in line and not line.endswith(" Tf")]
        assert left == [line for line in lines if not line.endswith(" Tf")]
        assert place > len(marked) - 12, "it stands with the foot"


def test_nothing_moves_for_the_mark() -> None:
    first, again = (pages(render("prioritas", replace(isi(), cetak_ulang=n), PROFILE)) for n in (0, 1))
    for one, other in zip(first, again, strict=True):
        places = {(glyph.letter, glyph.left, glyph.bottom) for glyph in one.glyphs}
        assert places <= {(glyph.letter, glyph.left, glyph.bottom) for glyph in other.glyphs}
        assert one.rules == other.rules


@pytest.mark.parametrize("place", FAR_AWAY)
def test_every_sheet_is_the_same_bytes_at_another_day_in_another_place(place: str, village: IsiBeritaAcara) -> None:
    """Another process, clock, time zone and language; the sheets in another order than here."""
    when, surroundings = FAR_AWAY[place]
    again = replace(village, cetak_ulang=3)
    here = {
        (name, jenis): hashlib.sha256(render(jenis, again, load(name))).hexdigest()
        for name in names()
        for jenis in JENIS
    }
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE.format(when=when)],
        env=os.environ | surroundings,
        input=pickle.dumps(again),
        capture_output=True,
        check=True,
    )
    there = {(name, jenis): digest for name, jenis, digest in map(str.split, done.stdout.decode().splitlines())}
    assert [key for key, digest in here.items() if there[key] != digest] == []
    assert there.keys() == here.keys()
