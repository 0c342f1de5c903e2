"""Pabulib files: read what was written, and the same choice as two independent programs make."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pabutools.election import (
    Additive_Cardinal_Sat,
    Cardinality_Sat,
    Cost_Sat,
    SatisfactionMeasure,
    parse_pabulib,
)
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.tiebreaking import lexico_tie_breaking

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, Undian
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.exchange.pabulib import (
    JenisSuara,
    Pabulib,
    PabulibTidakTerbaca,
    Proyek,
    SuaraPabulib,
    read,
    uses,
    write,
)
from musrenbang_desktop.exchange.usulan_import import periksa
from musrenbang_desktop.ranking.choice import Batas, choose
from musrenbang_desktop.ranking.count import count
from musrenbang_desktop.ranking.equal_shares import Suara, equal_shares
from musrenbang_desktop.reference.templat_aturan import load
from musrenbang_desktop.services.pabulib import berkas_pabulib, pabulib
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

TEXT = """META
key;value
description;Contoh
budget;1000
vote_type;approval
num_projects;3
num_votes;2
PROJECTS
project_id;cost;name;category
1;400;Talud;jalan
2;600;"Pos; kamling";sosial
3;500;Air;air
VOTES
voter_id;vote;sex
1;1,3;P
2;2;L
"""


def made(jenis: JenisSuara, seed: int, voters: int = 30, projects: int = 8) -> Pabulib:
    """A forum by chance; costs and votes are few enough that ties happen."""
    chance = random.Random(seed)
    ids = [str(number) for number in range(1, projects + 1)]
    proyek = tuple(Proyek(one, chance.randint(1, 20) * 5) for one in ids)
    votes = []
    for _ in range(voters):
        chosen = tuple(chance.sample(ids, chance.randint(1, 1 if jenis == "choose-1" else 4)))
        points = tuple(Fraction(chance.randint(1, 5)) for _ in chosen) if jenis == "cumulative" else ()
        votes.append(SuaraPabulib(chosen, points))
    return Pabulib(sum(one.biaya for one in proyek) // 2, jenis, proyek, tuple(votes), {"description": "Contoh"})


def shares(file: Pabulib, *, by_cost: bool = False) -> set[str]:
    cost = {one.id: one.biaya for one in file.proyek}
    ballots = [{one: cost[one] for one in use} if by_cost else use for use in uses(file)]
    grouped = Counter(tuple(sorted(use.items())) for use in ballots)
    found = equal_shares(cost, file.pagu, [Suara(dict(use), who) for use, who in grouped.items()], sorted(cost))
    return {one.usulan for one in found.terpilih}


def test_a_file_is_read() -> None:
    file = read(TEXT)
    assert (file.pagu, file.jenis, file.meta) == (1000, "approval", {"description": "Contoh"})
    assert file.proyek[1] == Proyek("2", 600, "Pos; kamling", {"category": "sosial"})
    assert [one.pilihan for one in file.suara] == [("1", "3"), ("2",)]


@pytest.mark.parametrize("jenis", ["approval", "ordinal", "cumulative", "choose-1"])
def test_what_is_written_is_read_back(jenis: JenisSuara) -> None:
    file = made(jenis, 3)
    assert read(write(file)) == file


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("vote_type;approval", "vote_type;banyak", "banyak"),
        ("budget;1000", "budget;seribu", "budget"),
        ("num_votes;2", "num_votes;3", "num_votes"),
        ("1;1,3;P", "1;1,9;P", "proyek 9"),
        ("vote_type;approval", "vote_type;choose-1", "lebih dari semestinya"),
        ("3;500;Air;air", "3;500.5;Air;air", "bukan bilangan bulat"),
        ("3;500;Air;air", "3;1e999999999;Air;air", "bukan angka"),
        ("3;500;Air;air", "2;500;Air;air", "sama dua kali"),
        ("PROJECTS\nproject_id;cost", "PROJECTS\nproject;cost", "project_id"),
        ("VOTES\nvoter_id;vote;sex\n1;1,3;P\n2;2;L\n", "", "VOTES"),
        ("META\n", "", "META"),
    ],
)
def test_a_faulty_file_is_refused_with_its_reason(old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(PabulibTidakTerbaca, match=words):
        read(TEXT.replace(old, new, 1))


def test_a_cell_without_end_is_refused_in_a_sentence() -> None:
    with pytest.raises(PabulibTidakTerbaca, match="rusak"):
        read(TEXT + "x" * 200_000)


def test_cents_in_a_budget_and_a_mark_made_twice_are_read() -> None:
    """Both stand in the files of real cities."""
    file = read(TEXT.replace("budget;1000", "budget;1404775.68").replace("1;1,3;P", "1;1,3,1;P"))
    assert file.pagu == Fraction(140477568, 100)
    assert file.suara[0].pilihan == ("1", "3")
    assert read(write(file)).pagu == file.pagu


def test_its_projects_are_a_list_of_usulan_for_the_import(tmp_path: Path) -> None:
    path = tmp_path / "forum.pb"
    path.write_text(TEXT, "utf-8")
    found = periksa(path)
    assert [(row.usulan.judul, row.usulan.perkiraan_biaya) for row in found.rows if row.usulan] == [
        ("Talud", 400), ("Pos; kamling", 600), ("Air", 500)
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except PabulibTidakTerbaca:
        return


@pytest.mark.parametrize("seed", range(12))
def test_equal_shares_equal_the_oracle(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "forum.pb"
    cases: tuple[tuple[JenisSuara, type[SatisfactionMeasure]], ...] = (
        ("approval", Cardinality_Sat), ("approval", Cost_Sat), ("cumulative", Additive_Cardinal_Sat)
    )  # fmt: skip
    for jenis, sat in cases:
        file = made(jenis, seed)
        path.write_text(write(file), "utf-8")
        instance, profile = parse_pabulib(str(path))
        theirs = method_of_equal_shares(instance, profile, sat_class=sat, tie_breaking=lexico_tie_breaking)
        assert shares(file, by_cost=sat is Cost_Sat) == {project.name for project in theirs}


@pytest.mark.parametrize("seed", range(12))
def test_skipping_what_does_not_fit_equals_the_oracle(tmp_path: Path, seed: int) -> None:
    """Most votes first, equal ones by a lot in the order of the ids, as the oracle breaks ties."""
    file = made("approval", seed)
    path = tmp_path / "forum.pb"
    path.write_text(write(file), "utf-8")
    instance, profile = parse_pabulib(str(path))
    theirs = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat, tie_breaking=lexico_tie_breaking)
    votes = Counter(one for ballot in file.suara for one in ballot.pilihan)
    aturan = Aturan(
        kriteria=(Kriteria("s", "Suara", "S", 1, terkecil=0, terbesar=999),),
        kelompok=(Kelompok("f", "Forum"),),
        cara=CaraHitung(metode="setuju", gabung="jumlah"),
    )
    ids = [one.id for one in file.proyek]
    hasil = count(aturan, {"f": {one: (votes[one],) for one in ids}}, ids, {}, [Undian(tuple(sorted(ids)), ("a", "b"))])
    ours = choose(hasil, Batas(pagu={"": file.pagu}), {one.id: {"": one.biaya} for one in file.proyek})
    assert set(ours.masuk) == {project.name for project in theirs}


@given(st.integers(1, 4), st.integers(2, 7), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_weighted_and_normalised_sums_equal_the_oracle(criteria: int, usulan: int, chance: random.Random) -> None:
    # Loads a drawing library, which looks through every font of the machine: not for collecting the tests.
    from pymcdm.methods import WSM
    from pymcdm.normalizations import linear_normalization

    kriteria = tuple(
        Kriteria(f"k{n}", f"K{n}", "K", chance.randint(1, 5), "biaya" if n % 2 else "untung", 1, 9)
        for n in range(criteria)
    )
    groups = tuple(Kelompok(f"g{n}", f"G{n}") for n in range(3))
    ids = [f"u{n}" for n in range(usulan)]
    sheets = {g.id: {u: tuple(chance.randint(1, 9) for _ in kriteria) for u in ids} for g in groups}
    aturan = Aturan(kriteria=kriteria, kelompok=groups, cara=CaraHitung(metode="normal"))
    means = np.array([[sum(sheets[g.id][u][n] for g in groups) / 3 for n in range(criteria)] for u in ids])
    weights = np.array([k.bobot for k in kriteria], dtype=float)
    types = np.array([1 if k.arah == "untung" else -1 for k in kriteria])
    theirs = WSM(linear_normalization)(means, weights / weights.sum(), types, validation=False) * weights.sum()
    ours = count(aturan, sheets, ids)
    assert [float(ours.satu(u).nilai or 0) for u in ids] == pytest.approx(list(theirs))


def test_a_forum_is_written_without_a_name_and_gives_the_same_choice(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(5), "impor")
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        for place, group in enumerate(("g1", "g2")):
            rows = {one: tuple(1 + (n * (place + 2) + k) % 5 for k in range(5)) for n, one in enumerate(ids)}
            desa.prioritas.isi(group, rows)
        file = pabulib(desa)
        assert file.jenis == "cumulative" and len(file.suara) == 2
        text = write(file)
        for word in ("Sutrisno", "Aminah", "Kelompok", "Drainase", "RT "):
            assert word not in text
        path = tmp_path / "forum.pb"
        path.write_text(text, "utf-8")
        instance, profile = parse_pabulib(str(path))
        theirs = method_of_equal_shares(
            instance, profile, sat_class=Additive_Cardinal_Sat, tie_breaking=lexico_tie_breaking
        )
        labels = {one.id: str(one.nomor) for one in desa.prioritas.usulan()}
        bought = desa.penjelasan.bagian_per_sumber()["pagu"]
        assert {labels[one.usulan] for one in bought.terpilih} == {project.name for project in theirs} == shares(file)


def test_each_source_has_a_file_and_gives_the_choice_of_that_source_again(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.pagu.ganti([PaguSumber("Dana Desa", 70_000_000), PaguSumber("Swadaya warga", 50_000_000)])
        ids = desa.usulan.catat_banyak(some_usulan(6), "impor")
        for one in ids[::2]:
            desa.usulan.ubah(one, sumber_dana=(SumberDana("Swadaya warga"),))
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        for place, group in enumerate(("g1", "g2")):
            desa.prioritas.isi(
                group, {u: tuple(1 + (n * (place + 2) + k) % 5 for k in range(5)) for n, u in enumerate(ids)}
            )
        files = berkas_pabulib(desa, tmp_path / "forum.pb")
        assert [path.name for path in files] == ["forum Dana Desa.pb", "forum Swadaya warga.pb"]
        labels = {one.id: str(one.nomor) for one in desa.prioritas.usulan()}
        bought = desa.penjelasan.bagian_per_sumber()
        for (path, text), source in zip(files.items(), bought, strict=True):
            path.write_text(text, "utf-8")
            instance, profile = parse_pabulib(str(path))
            theirs = method_of_equal_shares(
                instance, profile, sat_class=Additive_Cardinal_Sat, tie_breaking=lexico_tie_breaking
            )
            assert (
                {labels[one.usulan] for one in bought[source].terpilih} == {project.name for project in theirs} != set()
            )


def test_two_sources_that_differ_in_a_sign_do_not_share_a_file(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.pagu.ganti([PaguSumber("Bantuan (prov.)", 10), PaguSumber("Bantuan prov", 20)])
        files = berkas_pabulib(desa, tmp_path / "forum.pb")
        assert [path.name for path in files] == ["forum Bantuan prov.pb", "forum Bantuan prov 2.pb"]


def test_paper_ballots_are_single_votes(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        a, b, c = desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.prioritas.pakai_templat(load("T13b"))
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        group = desa.prioritas.aturan().kelompok[0].id
        for name in ("Satu", "Dua", "Tiga"):
            desa.peserta.hadirkan(desa.peserta.undang(PesertaBaru(nama=name)))
        desa.suara.terbitkan(group, 3)
        for number, chosen in enumerate(((b,), (a, b), ()), 1):
            desa.suara.isi(group, 1, SuratSuara(number, chosen))
        desa.prioritas.isi(group, {a: (1,), b: (2,), c: (0,)})
        file = pabulib(desa)
        assert (file.jenis, [one.pilihan for one in file.suara]) == ("approval", [("1", "2"), ("2",)])
