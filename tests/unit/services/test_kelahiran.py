"""Births of the team stand on the annex of their decree and nowhere else: in no event, no other paper, no list."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.db.journal_copy import FILE_NAME
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.exchange.listing_text import as_csv, as_json
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.ekspor import NAMA, NAMA_LAIN, kumpulan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, propose
from tests.small_forum import small_forum
from tests.village import opened

BORN = "Contohwetan, 17 Agustus 1980"


@pytest.fixture
def village(layanan: Layanan) -> Layanan:
    """A forum whose notulis, who is a witness too, said where and when she was born."""
    propose(layanan, 3)
    layanan.forum.ubah(notulis=Pejabat("Sari  Puspita", "Kaur"), saksi=(Pejabat("SARI PUSPITA"), Pejabat("Darmo")))
    layanan.kelahiran.isi("Sari Puspita", f"  {BORN} ")
    return layanan


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_everybody_on_the_team_is_asked_once(village: Layanan) -> None:
    found = dict(village.kelahiran.daftar())
    assert len(village.kelahiran.daftar()) == len(found)
    assert found["SARI PUSPITA"] == BORN or found["Sari Puspita"] == BORN
    assert found["Darmo"] == ""


def test_the_annex_of_the_decree_shows_it_and_leaves_the_others_to_the_pen(village: Layanan) -> None:
    isi = village.dokumen.isi()
    for family in ("desa-114", "desa-21", "rkpd-86"):
        found = text(render("sk_tim", isi, load(family)))
        assert "Tempat, tanggal lahir" in found
        assert found.replace("- ", "").count("17 Agustus 1980") == 2, "she holds two offices"


def test_no_other_paper_no_list_and_no_event_holds_it(village: Layanan) -> None:
    isi = village.dokumen.isi()
    pattern = re.compile(rb"Contohwetan|17 Agustus 1980", re.IGNORECASE)
    for jenis in JENIS:
        if jenis != "sk_tim":
            assert not pattern.search(text(render(jenis, isi, load(isi.forum.profil))).encode()), jenis
    village.kesepakatan.susun()
    village.kesepakatan.tetapkan([usulan.id for usulan in village.usulan.daftar()], "ke_kecamatan")
    for name in (*NAMA, *NAMA_LAIN):
        tables = kumpulan(village, name)
        with zipfile.ZipFile(io.BytesIO(as_xlsx(tables))) as parts:
            cells = b"".join(parts.read(part) for part in parts.namelist())
        assert not pattern.search(cells + as_json(tables) + b"".join(as_csv(one) for one in tables)), name
    events = village.desk.connection.execute("SELECT isi FROM jurnal").fetchall()
    assert events and not any(pattern.search(bytes(data)) for (data,) in events)
    village.desk.store.sync_copy()
    assert not pattern.search((village.desk.store.path.parent / FILE_NAME).read_bytes())


def test_it_outlives_a_restart_and_is_forgotten_when_emptied(village: Layanan, open_village: OpenVillage) -> None:
    again = open_village()
    assert BORN in dict(again.kelahiran.daftar()).values()
    again.kelahiran.isi("sari puspita", "")
    assert again.desk.connection.execute("SELECT count(*) FROM kelahiran").fetchone() == (0,)


def test_a_birth_makes_no_other_version_and_no_other_trace(village: Layanan) -> None:
    before = village.dokumen.isi()
    village.kelahiran.isi("Darmo", "Contoh, 1 Januari 1970")
    after = village.dokumen.isi()
    assert before.jejak == after.jejak
    papers = [render("berita_acara", isi, load("rkpd-86")) for isi in (before, after)]
    assert papers[0] == papers[1]


def test_a_text_of_no_birth_is_refused(village: Layanan) -> None:
    with pytest.raises(RuleBroken) as found:
        village.kelahiran.isi("Darmo", "x" * 81)
    assert (found.value.field, found.value.code) == ("lahir", "terlalu_panjang")


def test_a_database_of_the_version_before_gets_its_table(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        services.forum.buka(small_forum())
        path = services.desk.store.path
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DROP TABLE kelahiran")
        file.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0006_forum_sebelumnya'")
        file.execute("PRAGMA user_version = 5")
    with opened(tmp_path) as services:
        services.forum.ubah(notulis=Pejabat("Sari Puspita"))
        services.kelahiran.isi("Sari Puspita", BORN)
        assert BORN in dict(services.kelahiran.daftar()).values()
