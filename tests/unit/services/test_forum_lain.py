"""What belongs to one forum is not written while another is on the desk: a closed result stays as it was closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.photos import photo, written
from tests.small_forum import small_forum

ACTS: dict[str, Callable[[Layanan, str, str], object]] = {
    "ubah": lambda layanan, one, _other: layanan.usulan.ubah(one, judul="Lain"),
    "batalkan": lambda layanan, one, _other: layanan.usulan.batalkan(one, "Salah catat"),
    "pulihkan": lambda layanan, one, _other: layanan.usulan.pulihkan(one),
    "geser": lambda layanan, one, _other: layanan.usulan.geser(one, 1),
    "catat_pendapat": lambda layanan, one, _other: layanan.usulan.catat_pendapat(one, "mendukung", "Setuju"),
    "gabung": lambda layanan, one, other: layanan.ganda.gabung(one, other),
    "pecah": lambda layanan, one, _other: layanan.ganda.pecah(one, [Pecahan("Utara"), Pecahan("Selatan")]),
    "beda": lambda layanan, one, other: layanan.ganda.beda(one, other),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_act_reaches_into_the_forum_that_is_not_on_the_desk(layanan: Layanan, act: str) -> None:
    one, other = propose(layanan, 2)
    layanan.forum.buka(small_forum())
    before = layanan.desk.store.head.seq
    with pytest.raises(RuleBroken) as refused:
        ACTS[act](layanan, one, other)
    assert (refused.value.field, refused.value.code) == ("usulan", "tidak_ditemukan")
    assert layanan.desk.store.head.seq == before


def test_a_photo_is_not_recorded_in_the_forum_that_came_meanwhile(layanan: Layanan, tmp_path: Path) -> None:
    (one,) = propose(layanan, 1)
    siap = layanan.lampiran.siapkan(written(tmp_path, "a.jpg", photo()), usulan=one)
    layanan.forum.buka(small_forum())
    with pytest.raises(RuleBroken) as refused:
        layanan.lampiran.catat([siap])
    assert refused.value.code == "tidak_ditemukan"


PEOPLE: dict[str, Callable[[Layanan, str, str], object]] = {
    "hadirkan": lambda layanan, one, _other: layanan.peserta.hadirkan(one),
    "batal_hadir": lambda layanan, one, _other: layanan.peserta.batal_hadir(one),
    "ubah": lambda layanan, one, _other: layanan.peserta.ubah(one, nama="Lain"),
    "tandai": lambda layanan, one, _other: layanan.undangan.tandai([one], "diserahkan"),
    "gabung": lambda layanan, one, other: layanan.undangan.gabung(one, other, {}),
    "delegasi": lambda layanan, one, _other: layanan.kehadiran.jadikan_delegasi(one, "delegasi"),
}


@pytest.mark.parametrize("act", PEOPLE)
def test_nobody_of_the_forum_that_is_not_on_the_desk_is_changed(layanan: Layanan, act: str) -> None:
    layanan.forum.buka(small_forum())
    one, other = layanan.peserta.undang_banyak([PesertaBaru(nama="Sri"), PesertaBaru(nama="Karto")])
    layanan.forum.buka(small_forum())
    before = layanan.desk.store.head
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        PEOPLE[act](layanan, one, other)
    assert layanan.desk.store.head == before


def test_no_note_figure_or_file_of_another_forum_is_changed(layanan: Layanan, tmp_path: Path) -> None:
    layanan.forum.buka(small_forum())
    note = layanan.notulen.catat("Talud dulu")
    figure = layanan.dasar.catat(DataDasarBaru(indikator="KK", nilai="1", sumber="X", tanggal_data="2025-01-01"))
    (file,) = layanan.lampiran.catat([layanan.lampiran.siapkan(written(tmp_path, "a.jpg", photo()))])
    layanan.forum.buka(small_forum())
    before = layanan.desk.store.head
    for act in (
        lambda: layanan.notulen.ubah(note, pokok="Lain"),
        lambda: layanan.notulen.keluarkan(note),
        lambda: layanan.dasar.keluarkan(figure),
        lambda: layanan.lampiran.batalkan(file),
    ):
        with pytest.raises(RuleBroken, match="tidak_ditemukan"):
            act()
    assert layanan.desk.store.head == before
