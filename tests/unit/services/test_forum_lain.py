"""What belongs to one forum is not written while another is on the desk: a closed result stays as it was closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan
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
