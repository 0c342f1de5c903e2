"""The templates: each example worked by hand, each file read whole or refused with a sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from musrenbang_desktop.domain.cara import METODE
from musrenbang_desktop.ranking.count import count
from musrenbang_desktop.reference.templat_aturan import FOLDER, TemplatInvalid, every, load, names, parse

#: What each example gives, worked out on paper:
WORKED: dict[str, dict[str, Fraction | int]] = {
    # bobot 3 2 2 2 1, biaya dibalik 6-n. Talud A: 15+8+8+10+3 = 44, B: 12+8+6+8+4 = 38; (44+38):2 = 41.
    # Jalan A: 12+10+6+10+2 = 40, B: 15+8+6+6+1 = 36; (40+36):2 = 38.
    "T0": {"Talud": 41, "Jalan": 38},
    # 5+4+3+5+4 = 21; 4+4+5+3+5 = 21, tied, "dirasakan orang banyak" 5 > 4; 3+3+2+4+5 = 17.
    "T1": {"Air bersih": 21, "Jalan tani": 21, "Posyandu": 17},
    # 90+80+75+60 = 305 (I); 80+70+75+70 = 295 (II); 40+60+50+50 = 200 (III).
    "T2": {"Talud": 305, "Jalan": 295, "Taman": 200},
    # 70+80+95+60 = 305; 85+80+90+50 = 305, tied, "usulan masyarakat" 95 > 90; 20+25+30+20 = 95 (IV).
    "T2b": {"Talud": 305, "Jalan": 305, "Taman": 95},
    # 5+5+3+4+5+3+4 = 29; 4+3+3+5+3+4+5 = 27.
    "T3": {"Talud": 29, "Jalan": 27},
    # 5+3+3+4+4+5+3+4 = 31; 4+5+4+3+4+3+4+4 = 31, tied, "keterdesakan" 5 > 4.
    "T4": {"Talud": 31, "Jalan": 31},
    # 5+4+4 = 13; 4+5+4 = 13, tied, "mendesak" 5 > 4; 2+2+3 = 7.
    "T5": {"Talud": 13, "Jalan": 13, "Taman": 7},
    # 5x4x4 = 80; 4x5x4 = 80, tied, "mendesak" 5 > 4; 2x2x3 = 12.
    "T5b": {"Talud": 80, "Jalan": 80, "Taman": 12},
    # best: volume 2, manfaat 10, waktu 2, anggaran 2.
    # Drainase 4x2/2 + 5x8/10 + 3x2/4 + 3x2/2 = 4 + 4 + 1,5 + 3 = 12,5
    # Jalan 4x2/8 + 5x10/10 + 3x2/8 + 3x2/6 = 1 + 5 + 0,75 + 1 = 7,75
    # Posyandu 4x2/4 + 5x5/10 + 3x2/2 + 3x2/3 = 2 + 2,5 + 3 + 2 = 9,5
    "T6": {"Drainase": Fraction(25, 2), "Posyandu": Fraction(19, 2), "Jalan": Fraction(31, 4)},
    # the comparisons agree: 4 : 2 : 1 : 1, so weights 1/2, 1/4, 1/8, 1/8. Best: 10, 10, 2, 4.
    # Talud 1/2 + 1/4 x 5/10 + 1/8 x 2/4 + 1/8 x 4/8 = 1/2 + 1/8 + 1/16 + 1/16 = 3/4
    # Jalan 1/2 x 5/10 + 1/4 + 1/8 + 1/8 = 3/4: tied, "mendesak" 10 > 5.
    "T7": {"Talud": Fraction(3, 4), "Jalan": Fraction(3, 4)},
    # juri 1: 8+9+6 = 23 and 9+7+8 = 24; juri 2: 7+10+7 = 24 and 8+6+9 = 23: both 47, "manfaat" 15 < 17.
    "T8": {"Jalan": 47, "Talud": 47},
    # 12x3+5x2+3 = 49; 10x3+9x2+2 = 50; 3x3+11x2+20 = 51.
    "T9": {"Posyandu": 51, "Jalan": 50, "Talud": 49},
    # Talud beats Jalan 1, even with Posyandu 1/2: 3/2; Jalan beats Posyandu: 1; Posyandu 1/2.
    "T10": {"Talud": Fraction(3, 2), "Jalan": 1, "Posyandu": Fraction(1, 2)},
    # 9+6+7 = 22; 5+7+10 = 22, tied, "bahaya" 9 > 5.
    "T11": {"Talud": 22, "Lampu": 22},
    # 1+1+0+1+1 = 4; 0+1+1+1+0 = 3.
    "T12": {"Talud": 4, "Jalan": 3},
    "T13": {"Talud": 41, "Jalan": 38, "Taman": 0},
    # 21+17 = 38; 15+25 = 40.
    "T13b": {"Posyandu": 40, "Talud": 38},
}


@pytest.mark.parametrize("name", names())
def test_the_example_is_what_paper_says(name: str) -> None:
    templat = load(name)
    hasil = count(templat.aturan_contoh, templat.contoh.lembar, templat.contoh.usulan)
    assert hasil.kurang == ()
    assert [(row.usulan, row.nilai) for row in hasil.baris] == list(WORKED[name].items())
    assert not hasil.seri, "the tie rule of the template parts what is equal in its example"


def test_thirteen_templates_and_every_method_is_among_them() -> None:
    assert {f"T{number}" for number in range(1, 14)} <= set(names())
    assert names()[:4] == ("T0", "T1", "T2", "T2b")
    assert {templat.cara.metode for templat in every()} == set(METODE) - {"ahp"}, "ahp is the first half of T7"


@pytest.mark.parametrize("name", names())
def test_every_template_names_its_tie_rule_and_explains_itself(name: str) -> None:
    templat = load(name)
    assert templat.id == templat.cara.templat == name
    assert templat.seri
    assert templat.kalimat.endswith(".") and len(templat.kalimat) <= 140
    assert len({item.nama for item in templat.kriteria}) == len(templat.kriteria)
    assert templat.kelompok


def test_the_classes_of_a_template() -> None:
    classes = {golongan.nama: golongan.paling_sedikit for golongan in load("T2").cara.golongan}
    assert classes == {"I": 301, "II": 201, "III": 101, "IV": 0}


TEXT = (FOLDER / "T5.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('metode = "bobot"', 'metode = "kira"', "metode"),
        ('metode = "bobot"', 'metoda = "bobot"', "metoda"),
        ('seri = ["u"', 'seri = ["x"', "x"),
        ('nama = "Serius"', "", "nama"),
        ("Talud = [5, 4, 4]", "Talud = [5, 4]", "3 nilai"),
        ("Talud = [5, 4, 4]", "Talud = [5, 4, 6]", "di luar batas"),
        ('singkatan = "U"', 'singkatan = "U"\nbobot = 0', "bobot"),
        ('singkatan = "U"', 'singkatan = "U"\nterkecil = 5', "terbesar"),
        ('id = "T5"', 'id = "T5"\nhanya = "dessa"', "dessa"),
        ("[contoh.lembar.Forum]", "[contoh.lembur.Forum]", "lembur"),
        ('id = "T5"', 'id = "T5', "tidak dapat dibaca: ada yang salah di baris "),
    ],
)
def test_a_faulty_template_is_refused_with_its_reason(old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(TemplatInvalid, match=words):
        parse(TEXT.replace(old, new, 1), "T5")


def test_an_unknown_template() -> None:
    with pytest.raises(TemplatInvalid, match="T99 tidak ada"):
        load("T99")
