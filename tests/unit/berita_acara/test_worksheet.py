"""The worksheet alone is enough: another program redoes every rank from the text of the PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.reference.profile import load as profile
from musrenbang_desktop.reference.templat_aturan import load
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.desk import lock_rules, propose, score
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import reader, text_of
from tests.village import opened

_ROW = re.compile(r"(\d+)( seri)? (U-\d+) ")
_FOOT = re.compile(r"Musrenbang \S+ \S+ \d{4} \|.*?Halaman \d+ dari \d+|DRAF")
Rows = list[tuple[str, int, bool, list[Fraction]]]


def paper(desa: Layanan) -> bytes:
    isi = desa.dokumen.isi()
    return render("lembar_hitung", isi, profile(isi.forum.profil))


def read(pdf: bytes) -> tuple[str, Rows]:
    """The text, and per row: label, printed rank, tied, the numbers of its columns."""
    text = " ".join(_FOOT.sub(" ", text_of(pdf)).split())
    head = re.search(r"Peringkat No Usulan (.*?) Nilai ", text)
    assert head
    table = text[head.start() :].replace(head.group(0), " ").partition(" Bila nilai sama")[0]
    columns, places = len(head.group(1).split()), list(_ROW.finditer(table))
    rows: Rows = []
    for found, following in zip(places, [*places[1:], None], strict=True):
        tokens = table[found.end() : following.start() if following else len(table)].split()
        numbers = [Fraction(one) for one in tokens[-1 - columns : -1]]
        rows.append((found.group(3), int(found.group(1)), bool(found.group(2)), numbers))
    return text, rows


def redo(keys: dict[str, Fraction]) -> dict[str, int]:
    """Rank by counting who is better: written from the words on the paper, not from the program."""
    return {label: 1 + sum(other > key for other in keys.values()) for label, key in keys.items()}


def ranks_of(rows: Rows, keys: dict[str, Fraction]) -> None:
    """Printed ranks follow the recomputed order; equal ones are tied or parted by the tie rule."""
    again = redo(keys)
    for label, printed, tied, _ in rows:
        same = sum(key == keys[label] for key in keys.values())
        if tied:
            assert same > 1 and printed >= again[label]
        else:
            assert again[label] <= printed < again[label] + same


def test_the_sum_of_sukamaju_is_redone_from_the_text(layanan: Layanan) -> None:
    ids = propose(layanan)
    lock_rules(layanan)
    score(layanan, ids)
    text, rows = read(paper(layanan))
    formula = re.search(r"Jumlah = ((?:\d+ \u00d7 \w+(?: \+ )?)+)", text)
    divisor = re.search(r"Nilai = Jumlah : (\d+)", text)
    assert formula and divisor
    assert "Yang makin rendah makin baik dibalik dulu: B = 6 dikurangi skor." in text
    weights = [int(one) for one in re.findall(r"(\d+) \u00d7", formula.group(1))]
    assert weights == [3, 2, 2, 2, 1]
    assert len(rows) == 48
    keys: dict[str, Fraction] = {}
    for label, _, _, numbers in rows:
        *sums, total = numbers
        assert sum(weight * one for weight, one in zip(weights, sums, strict=True)) == total
        keys[label] = total / int(divisor.group(1))
    ranks_of(rows, keys)
    labels = {usulan.id: usulan.label for usulan in layanan.prioritas.usulan()}
    assert keys == {labels[row.usulan]: row.nilai for row in layanan.prioritas.hasil().baris}


def test_a_wrong_number_on_the_paper_would_be_noticed(layanan: Layanan) -> None:
    ids = propose(layanan, 6)
    lock_rules(layanan, 2)
    score(layanan, ids)
    _, rows = read(paper(layanan))
    keys = {label: numbers[-1] for label, _, _, numbers in rows}
    keys[rows[-1][0]] += 1000
    with pytest.raises(AssertionError):
        ranks_of(rows, keys)


def test_ratios_to_the_best_are_redone(tmp_path: Path) -> None:
    """T6 by hand: Drainase 4x2/2 + 5x8/10 + 3x2/4 + 3x2/2 = 12,5 and so on: ranks 1, 3, 2."""
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        a, b, c = desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.prioritas.pakai_templat(load("T6"))
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        group = desa.prioritas.aturan().kelompok[0].id
        desa.prioritas.isi(group, {a: (2, 8, 4, 2), b: (8, 10, 8, 6), c: (4, 5, 2, 3)})
        text, rows = read(paper(desa))
        formula = re.search(r"Nilai = (4 \u00d7 .*?) 3\. Urutkan", text)
        assert formula
        keys = {}
        for label, _, _, numbers in rows:
            columns = dict(zip(("Vol", "Mnf", "Wkt", "Agr"), numbers, strict=True))
            total = Fraction()
            for part in formula.group(1).split(" + "):
                weight, share = part.split(" \u00d7 ")
                upper, lower = (columns.get(one) or Fraction(one) for one in share.split(" : "))
                total += Fraction(weight) * upper / lower
            keys[label] = total
        assert keys == {"U-001": Fraction(25, 2), "U-002": Fraction(31, 4), "U-003": Fraction(19, 2)}
        ranks_of(rows, keys)


def test_groups_beside_each_other_where_they_are_not_averaged(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.prioritas.pakai_templat(load("T5b"))
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        group = desa.prioritas.aturan().kelompok[0].id
        desa.prioritas.isi(group, {ids[0]: (5, 4, 4), ids[1]: (2, 2, 3)})
        text, rows = read(paper(desa))
        assert [(label, numbers) for label, _, _, numbers in rows] == [("U-001", [80]), ("U-002", [12])]
        assert "Belum lengkap dinilai, jadi belum berperingkat: U-003." in text


def test_rules_lots_and_weights_stand_on_the_paper(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        a, b = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.pakai_templat(load("T12"))
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        group = desa.prioritas.aturan().kelompok[0].id
        desa.prioritas.isi(group, {a: (1, 0, 0, 0, 0), b: (1, 0, 0, 0, 0)})
        assert "1 seri U-001" in text_of(paper(desa))
        desa.prioritas.undi([b, a], ["Karto", "Sumi"])
        text = text_of(paper(desa))
        assert re.search(r"Undian pukul \d\d\.\d\d: U-002, U-001; saksi Karto dan Sumi\.", text)
        assert f"sidik {desa.prioritas.versi()[0].sidik[:12]}" in text
        assert "Bila satu bobot berubah 10 atau 20 persen, 10 teratas tetap sama." in text
        isi = desa.dokumen.isi()
        assert "Aturan main versi 1 dikunci pukul" in text_of(render("prioritas", isi, profile(isi.forum.profil)))


def test_without_scores_it_says_so(layanan: Layanan) -> None:
    assert "Belum ada nilai yang lengkap" in text_of(paper(layanan))


@pytest.mark.parametrize("criteria", [5, 8])
def test_all_of_sukamaju_stand_on_one_page_in_letters_that_are_read(layanan: Layanan, criteria: int) -> None:
    ids, sample = propose(layanan), contoh()
    more = [
        replace(one, id=f"X{number}", singkatan=f"Lain{number}") for number, one in enumerate(sample.aturan.kriteria)
    ]
    rules = [*sample.aturan.kriteria, *more][:criteria]
    layanan.prioritas.ubah_aturan(rules, sample.aturan.kelompok, sample.aturan.seri)
    layanan.prioritas.kunci(("Sutrisno", "Hj. Siti Aminah"))
    keys = [satu.kunci for satu in sample.usulan]
    for group in sample.aturan.kelompok:
        sheet = sample.skor[group.id]
        rows = {record: (sheet[key] * 2)[:criteria] for key, record in zip(keys, ids, strict=True) if key in sheet}
        layanan.prioritas.isi(group.id, rows)
    pdf = paper(layanan)
    (page,) = reader(pdf).pages
    assert len(read(pdf)[1]) == 48
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, _a, _b, _c, size: sizes.append(size) if text.strip() else None)
    assert min(sizes) >= 7.5


def test_few_usulan_keep_the_letters_of_the_profile(layanan: Layanan) -> None:
    ids = propose(layanan, 6)
    lock_rules(layanan, 2)
    score(layanan, ids)
    isi = layanan.dokumen.isi()
    (page,) = reader(paper(layanan)).pages
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, _a, _b, _c, size: sizes.append(size) if "U-001" in text else None)
    assert sizes
    assert min(sizes) == profile(isi.forum.profil).huruf.tabel
