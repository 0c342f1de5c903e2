"""How the hall decided is a recorded fact: a vote has its figures, the rest has none, and both can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import text_of
from tests.village import opened


@pytest.fixture
def desa(tmp_path: Path) -> Iterator[Layanan]:
    with opened(tmp_path) as found:
        found.forum.buka(small_forum())
        found.usulan.catat_banyak(some_usulan(3), "impor")
        found.kesepakatan.susun()
        yield found


def now(desa: Layanan) -> Putusan:
    found = desa.kesepakatan.sekarang()
    assert found is not None
    return found.putusan


VOTE = Putusan(cara="suara", setuju=51, tidak_setuju=9, abstain=3)


def test_the_way_and_its_figures_are_recorded_undone_and_replayed(desa: Layanan) -> None:
    assert now(desa) == Putusan()
    desa.kesepakatan.putuskan(VOTE)
    assert now(desa) == VOTE and now(desa).jumlah == 63
    desa.kesepakatan.putuskan(Putusan(cara="mufakat", setuju=51))
    assert now(desa) == Putusan(cara="mufakat"), "figures belong to a vote"
    desa.riwayat.batalkan()
    assert now(desa) == VOTE
    desa.riwayat.batalkan()
    assert now(desa) == Putusan()
    desa.riwayat.ulangi()
    assert now(desa) == VOTE
    assert replay.first_difference(desa.desk.connection) is None


def test_only_what_changed_is_written_and_nothing_for_nothing(desa: Layanan) -> None:
    desa.kesepakatan.putuskan(Putusan(cara="suara", setuju=51))
    head = desa.desk.store.head
    desa.kesepakatan.putuskan(Putusan(cara="suara", setuju=51))
    assert desa.desk.store.head == head
    desa.kesepakatan.putuskan(Putusan(cara="suara", setuju=51, abstain=0))
    (langkah, *_) = desa.riwayat.daftar(1)
    assert langkah.kalimat == "Keputusan diambil dengan pemungutan suara: abstain 0"


@pytest.mark.parametrize(
    ("putusan", "field", "code"),
    [
        (Putusan(cara="suara", setuju=-1), "suara_putus", "negatif"),
        (Putusan(cara="suara", setuju=2, tidak_setuju=1), "suara_putus", "lebih_dari_hadir"),
        (Putusan(cara="undian"), "cara_putus", "tidak_dikenal"),  # type: ignore[arg-type]  # what a newer program may know
    ],
)
def test_what_cannot_be_is_refused(desa: Layanan, putusan: Putusan, field: str, code: str) -> None:
    for name in ("Ani", "Budi"):
        desa.peserta.catat_tamu(PesertaBaru(nama=name))
    with pytest.raises(RuleBroken) as broken:
        desa.kesepakatan.putuskan(putusan)
    assert (broken.value.field, broken.value.code) == (field, code)
    assert now(desa) == Putusan()


@pytest.mark.parametrize(
    ("putusan", "sentence"),
    [
        (Putusan(), "musyawarah mufakat / aklamasi / pemungutan suara.*)"),
        (Putusan(cara="mufakat"), "diambil secara musyawarah mufakat."),
        (Putusan(cara="aklamasi"), "diambil secara aklamasi."),
        (
            VOTE,
            "9 (sembilan) suara tidak setuju, dan 3 (tiga) suara abstain dari 63 (enam puluh tiga) suara.",
        ),
    ],
)
def test_the_forms_of_a_desa_say_it(desa: Layanan, putusan: Putusan, sentence: str) -> None:
    desa.kesepakatan.putuskan(putusan)
    text = text_of(render("berita_acara", desa.dokumen.isi(), load("desa-114")))
    assert sentence in text
    assert ("Coret yang tidak perlu" in text) == (putusan == Putusan())
    assert sentence not in text_of(render("berita_acara", desa.dokumen.isi(), load("rkpd-86")))


def test_topics_of_the_forum_are_printed_or_lines_to_write_on(desa: Layanan) -> None:
    blank = text_of(render("berita_acara", desa.dokumen.isi(), load("desa-21")))
    assert "A. Materi 1. ......" in blank
    desa.forum.ubah(materi=("Rancangan RKP Desa", "Daftar usulan"))
    filled = text_of(render("berita_acara", desa.dokumen.isi(), load("desa-21")))
    assert "A. Materi 1. Rancangan RKP Desa 2. Daftar usulan B. Unsur" in filled
    desa.riwayat.batalkan()
    assert "A. Materi 1. ......" in text_of(render("berita_acara", desa.dokumen.isi(), load("desa-21")))
    assert replay.first_difference(desa.desk.connection) is None
