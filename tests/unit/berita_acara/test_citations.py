"""A citation that nobody compared with the regulation (``periksa``) stands on no sheet, in no Word file."""

from __future__ import annotations

import io
import re
import zipfile
from typing import get_args

import pytest

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.berita_acara.hall import draw_for_hall
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.word import render_word
from musrenbang_desktop.berita_acara.word.forms import JenisWord
from musrenbang_desktop.domain.profile import Profile
from musrenbang_desktop.reference.profile import load, names, parse
from musrenbang_desktop.reference.profile_layers import layered, own_text, read
from tests.unit.berita_acara.any_village import Shape, bent
from tests.unit.berita_acara.reading import text_of

#: How a regulation is named, whoever wrote the sentence.
NAMED = re.compile(
    r"\b(?:undang-undang|peraturan (?:menteri|pemerintah|presiden|daerah|bupati|wali ?kota|desa)|permen\w+|perpres"
    r"|perda|perb?up|perwal|keputusan menteri|kepmen\w*|surat edaran|SEB|inpres|pasal \d+)\b"
    r"|\b(?:UU|PP) (?:No|Nomor|\d)",
    re.IGNORECASE,
)
TOKENS = ("DASARSATU", "DASARDUA", "DASARTIGA")


def cited(family: str, status: str) -> Profile:
    """The family with three citations of this status, each with a word that is nowhere else."""
    satu, dua, tiga = TOKENS
    return parse(
        f'dasar = "{family}"\nid = "k"\nnama = "K"\ncetak_dasar_hukum = true\n'
        f'[[dasar_hukum]]\nteks = "{satu}"\nstatus = "{status}"\n'
        f'[kuorum]\ndasar = "{dua}"\nstatus = "{status}"\n[delegasi]\ndasar = "{tiga}"\nstatus = "{status}"\n',
        "k",
    )


def everything(isi: IsiBeritaAcara, profile: Profile) -> dict[str, str]:
    """Name -> text of every paper, every Word file, and the berita acara on the big screen."""
    found = {jenis: text_of(render(jenis, isi, profile)) for jenis in JENIS}
    for bentuk in get_args(JenisWord):
        with zipfile.ZipFile(io.BytesIO(render_word(isi, profile, jenis=bentuk))) as file:
            parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
        found[f"word {bentuk}"] = re.sub(r"<[^>]+>", " ", " ".join(parts))
    found["layar"] = text_of(draw_for_hall(isi, profile, 60, 34))
    return found


@pytest.mark.parametrize("family", names())
def test_what_is_marked_periksa_is_printed_nowhere(family: str, village: IsiBeritaAcara) -> None:
    for name, text in everything(village, cited(family, "periksa")).items():
        assert [token for token in TOKENS if token in text] == [], name


def test_what_was_compared_is_printed(village: IsiBeritaAcara) -> None:
    """So that the search above can find something. No paper has a place for that of the number of delegates."""
    found = " ".join(everything(village, cited("rkpd-86", "sah")).values())
    assert [token for token in TOKENS if token in found] == ["DASARSATU", "DASARDUA"]


@pytest.mark.parametrize("family", names())
def test_no_sentence_of_a_shipped_form_names_a_regulation(family: str, village: IsiBeritaAcara) -> None:
    """Every typed text is another one, so that only the words of the form and of the program are left."""
    isi = bent(village, Shape(("ketik satu", "ketik dua"), (1_000_000,), 3, 1))
    found = {name: NAMED.findall(text) for name, text in everything(isi, load(family)).items()}
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("family", names())
def test_every_citation_that_ships_says_periksa(family: str) -> None:
    table = layered(read(own_text(family)))
    marked = [*table.get("dasar_hukum", []), table["kuorum"], table["delegasi"]]
    assert {one["status"] for one in marked} == {"periksa"}
    assert any(NAMED.search(one.get("teks", one.get("dasar", ""))) for one in marked), "the pattern finds a citation"
