"""Two wordings of one form: every printed sentence is told, before and now, and nothing that another paper prints."""

from __future__ import annotations

import tomllib

import pytest

from musrenbang_desktop.reference.profile import names, own_text
from musrenbang_desktop.reference.profile_beda import LAIN, LAIN_DI_DALAM, beda_bentuk
from musrenbang_desktop.reference.profile_layers import layered, read
from musrenbang_desktop.services.kata_bentuk import PALING_BANYAK, PALING_PANJANG, kalimat_bentuk
from tests.unit.berita_acara.sample import isi

COPY = 'dasar = "rkpd-86"\nid = "kami"\nnama = "Kami"\n'


def test_the_same_form_differs_in_nothing() -> None:
    for name in names():
        assert beda_bentuk(own_text(name), own_text(name)) == []
    assert beda_bentuk(own_text("rkpd-86"), COPY) == []


def test_each_changed_sentence_is_told_before_and_now() -> None:
    own = own_text("rkpd-86")
    changed = own.replace("dibuat dan disahkan", "dibuat dan disepakati").replace(
        'judul = "Lokasi"', 'judul = "Tempat"'
    )
    found = beda_bentuk(own, changed)
    closing = next(one for one in found if one.jalur == "teks.penutup")
    assert (closing.arti, "disahkan" in closing.dulu, "disepakati" in closing.kini) == (
        "Kalimat penutup berita acara",
        True,
        True,
    )
    heads = [one for one in found if one.jalur.endswith("kolom[].judul")]
    assert heads and all("Lokasi" in one.dulu and "Tempat" in one.kini for one in heads)
    assert all(one.arti == "Kepala kolom" for one in heads)


def test_a_clause_that_is_added_says_which_it_is() -> None:
    own = own_text("rkpd-86")
    count = len(tomllib.loads(own)["klausul"])
    found = beda_bentuk(own, own + '\n[[klausul]]\nnomor = "TERAKHIR"\nteks = "Semua dicatat."\n')
    assert [(one.arti, one.dulu, one.kini) for one in found] == [
        (f"Nomor klausul sebagaimana tercetak, misalnya KESATU (ke-{count + 1})", "", "TERAKHIR"),
        (f"Isi klausul (ke-{count + 1})", "", "Semua dicatat."),
    ]


@pytest.mark.parametrize("part", ["undangan", "poster", "notulen", "sk_tim", "rkp_desa", "verifikasi"])
def test_what_another_paper_prints_makes_no_other_berita_acara(part: str) -> None:
    assert part in layered(read(COPY))
    key = {"undangan": "penutup", "poster": "ajakan", "verifikasi": "keterangan"}.get(part, "judul")
    assert beda_bentuk(COPY, f'{COPY}\n[{part}]\n{key} = "Lain sama sekali"\n') == []


def test_every_key_that_is_passed_over_exists() -> None:
    whole = {name: layered(read(own_text(name))) for name in names()}
    paths = [
        f"{top}.{key}" for table in whole.values() for top, one in table.items() if isinstance(one, dict) for key in one
    ]
    paths += [top for table in whole.values() for top in table] + ["dasar"]
    assert [name for name in LAIN if name not in paths] == []
    assert [prefix for prefix in LAIN_DI_DALAM if not any(path.startswith(prefix) for path in paths)] == []


def test_a_citation_is_told_only_when_it_is_printed() -> None:
    row = '\n[[dasar_hukum]]\nteks = "Perda 1"\nstatus = "{}"\n'
    assert beda_bentuk(COPY, COPY + row.format("periksa")) == []
    assert [one.kini for one in beda_bentuk(COPY, COPY + row.format("sah"))][:1] == ["Perda 1"]


def test_another_paper_is_told_without_the_widths_that_follow_from_it() -> None:
    found = beda_bentuk(COPY, f"{COPY}[kertas]\nlebar_mm = 210\ntinggi_mm = 297\n")
    assert [(one.jalur, one.dulu, one.kini) for one in found] == [
        ("kertas.lebar_mm", "215", "210"),
        ("kertas.tinggi_mm", "330", "297"),
    ]


def test_the_sentences_are_filled_as_they_are_printed() -> None:
    text = 'penutup = "Selesai di {wilayah}."\nsuara = "Setuju {setuju} di {wilayah}."'
    said = {one.arti: one for one in beda_bentuk(COPY, f"{COPY}[teks]\n{text}\n")}
    told = kalimat_bentuk(COPY, f"{COPY}[teks]\n{text}\n", isi(0, 0, 0))
    assert [one.kini for one in told] == ["Selesai di Desa Sukamaju.", "Setuju ... di Desa Sukamaju."][: len(said)]
    assert {one.judul for one in told} == {"Formulir"}


def test_a_form_of_other_words_from_end_to_end_is_bounded() -> None:
    clauses = "".join(f'[[klausul]]\nnomor = "K{n}"\nteks = "Isi {n}"\n' for n in range(60))
    found = kalimat_bentuk(COPY, COPY + clauses, isi(0, 0, 0))
    assert len(found) == PALING_BANYAK
    assert found[-1].kini.endswith("bagian formulir lain juga berubah")


def test_a_long_sentence_is_shown_where_it_differs() -> None:
    same = "sama " * 200
    (one,) = kalimat_bentuk(
        f'{COPY}[teks]\npenutup = "{same}satu"\n', f'{COPY}[teks]\npenutup = "{same}dua"\n', isi(0, 0, 0)
    )
    assert one.dulu.endswith("satu") and one.kini.endswith("dua")
    assert max(len(one.dulu), len(one.kini)) < PALING_PANJANG
