"""Names of places and offices stand once, and only bodies that there are: Camat Kaliwungu, never BPD of a kelurahan."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.keterwakilan import BarisWakil, Keterwakilan
from musrenbang_desktop.domain.sebutan import RAGAM
from musrenbang_desktop.reference.profile import load, parse
from musrenbang_desktop.reference.profile_layers import own_text
from tests.unit.berita_acara.reading import text_of
from tests.unit.berita_acara.sample import forum, isi

TWICE = re.compile(r"\b(desa|kelurahan|kecamatan|kabupaten|provinsi|distrik|camat|nagari|kota)\s+\1\b", re.IGNORECASE)
SHEETS = (
    "berita_acara", "daftar_hadir", "prioritas", "delegasi", "undangan", "tanda_terima", "mandat", "penundaan",
    "tanpa_kuorum", "notulen", "sk_tim", "sk_delegasi", "pagu_indikatif", "rkp_desa", "du_rkp", "buku_rencana",
    "buku_aspirasi", "buku_keputusan", "verifikasi", "poster", "ringkasan", "keterwakilan", "lembar_jawaban",
)  # fmt: skip


@pytest.mark.parametrize("name", ["rkpd-86", "desa-114"])
@pytest.mark.parametrize("ragam", ["desa", "kelurahan", "nagari", "kampung_distrik", "kelurahan_distrik"])
def test_no_sheet_says_a_kind_of_place_twice(name: str, ragam: str) -> None:
    words = RAGAM[ragam]
    typed = forum(
        jenis=words.jenis, ragam="" if ragam in ("desa", "kelurahan") else ragam, desa=f"{words.wilayah} Sukamaju",
        kecamatan=f"{words.kecamatan} Kaliwungu", kabupaten="Kab. Contoh", provinsi="Provinsi Contoh",
    )  # fmt: skip
    content = isi(hadir=2, prioritas=2, belum=1, forum=typed)
    for jenis in SHEETS:
        text = text_of(render(jenis, content, load(name)))
        assert not TWICE.search(text), (jenis, TWICE.search(text))
        assert f"{words.camat} {words.kecamatan} " not in text, jenis
        if words.jenis == "kelurahan":
            assert "Badan Permusyawaratan" not in text, jenis
            assert "Ketua BPD" not in text, jenis  # a person of the sample may well be of it


@pytest.mark.parametrize(("ragam", "head"), [("", "Camat Kaliwungu"), ("kampung_distrik", "Kepala Distrik Kaliwungu")])
def test_a_copy_goes_to_the_head_of_the_kecamatan(ragam: str, head: str) -> None:
    text = text_of(render("berita_acara", isi(forum=forum(ragam=ragam)), load("rkpd-86")))
    assert f"Tembusan: 1. {head} 2." in text


def test_the_form_of_an_older_package_prints_no_office_twice_either() -> None:
    text = own_text("rkpd-86").replace("{camat_kecamatan}", "{camat} {kecamatan}")
    assert "{camat} {kecamatan}" in text
    assert "1. Camat Kaliwungu 2." in text_of(render("berita_acara", isi(), parse(text, "rkpd-86")))


def test_a_form_of_the_desa_on_the_desk_of_a_kelurahan_names_the_lpm() -> None:
    """Such a forum may have been begun before the choice was narrowed."""
    village = replace(forum(), jenis="kelurahan")
    text = text_of(render("berita_acara", isi(forum=village), load("desa-114")))
    assert "Lembaga Pemberdayaan Masyarakat Kelurahan Sukamaju" in text
    assert "dihadiri oleh Lurah beserta perangkat, Lembaga Pemberdayaan Masyarakat, dan wakil" in text


def test_the_parts_of_a_nagari_are_jorong_and_its_budget_is_its_own() -> None:
    here = forum(ragam="nagari", desa="Koto Tinggi")
    hall = Keterwakilan(diundang=2, hadir=1, baris={"dusun": (BarisWakil("Krajan", 2, 1, 1),)})
    assert " Jorong Krajan " in text_of(render("keterwakilan", isi(forum=here, keterwakilan=hall), load("desa-114")))
    for jenis in ("sk_tim", "sk_delegasi"):
        text = text_of(render(jenis, isi(forum=here), load("desa-114")))
        assert "APB Nagari Tahun Anggaran" in text and "APB Desa" not in text


def test_a_kampung_of_papua_lies_in_a_distrik() -> None:
    here = forum(ragam="kampung_distrik", desa="Yoboi", kecamatan="Distrik Sentani")
    for jenis in ("rkp_desa", "du_rkp"):
        text = text_of(render(jenis, isi(forum=here), load("desa-114")))
        assert "Distrik : Sentani" in text and "Kecamatan :" not in text
