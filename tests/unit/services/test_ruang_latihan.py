"""In the practice room everything is practice; elsewhere nothing can become it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.reference import profile
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import whole_forum
from tests.unit.berita_acara.reading import reader
from tests.village import opened


def test_every_forum_of_the_practice_room_is_practice(tmp_path: Path) -> None:
    with opened(tmp_path / "latihan") as desa:
        desa.forum.buka(small_forum())
        forum = desa.forum.aktif()
        assert forum and forum.latihan
        with pytest.raises(RuleBroken, match="bukan_ruangnya"):
            desa.forum.ubah(latihan=False)
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        assert desa.jawaban.belum_terkirim() == 0


def test_elsewhere_no_forum_begins_as_practice_or_becomes_it(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        with pytest.raises(RuleBroken, match="bukan_ruangnya"):
            desa.forum.buka(replace(small_forum(), latihan=True))
        assert desa.forum.daftar() == []
        desa.forum.buka(small_forum())
        with pytest.raises(RuleBroken, match="bukan_ruangnya"):
            desa.forum.ubah(latihan=True)
        forum = desa.forum.aktif()
        assert forum and not forum.latihan


def test_every_page_of_every_paper_says_latihan(tmp_path: Path) -> None:
    with opened(tmp_path / "latihan") as desa:
        whole_forum(desa)
        isi = desa.dokumen.isi()
        look = profile.load(isi.forum.profil)
        for jenis in JENIS:
            for number, page in enumerate(reader(render(jenis, isi, look)).pages, 1):
                assert "LATIHAN" in page.extract_text(), (jenis, number)


def test_lists_that_print_from_a_spreadsheet_say_latihan_at_the_head_of_every_page(tmp_path: Path) -> None:
    with opened(tmp_path / "latihan") as desa:
        whole_forum(desa)
        folder = desa.arsip.siapkan().tulis(tmp_path / "arsip")
    (book,) = folder.rglob("daftar.xlsx")
    with zipfile.ZipFile(book) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    for sheet in sheets:
        assert "LATIHAN" in sheet.partition("<oddHeader>")[2].partition("</oddHeader>")[0]
