"""What cannot be recorded is refused in words, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.db import settings
from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rupiah import TERBESAR, parse_rupiah
from musrenbang_desktop.domain.usulan import LONGEST_TEXT, UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.practice import mark_as_practice
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (lambda desa: desa.usulan.catat(UsulanBaru(judul="Talud", perkiraan_biaya=10**17)), "terlalu_besar"),
        (lambda desa: desa.usulan.catat(UsulanBaru(judul="Talud" * LONGEST_TEXT)), "terlalu_panjang"),
        (lambda desa: desa.forum.ubah(pagu=10**17), "terlalu_besar"),
        (lambda desa: desa.forum.ubah(pagu=-1), "negatif"),
    ],
)
def test_a_slip_of_the_keyboard_is_a_broken_rule(tmp_path: Path, act: Callable[[Layanan], object], rule: str) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        with pytest.raises(RuleBroken, match=rule):
            act(desa)


def test_the_largest_amount_that_is_read_can_be_recorded(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        record = desa.usulan.catat(UsulanBaru(judul="Talud", perkiraan_biaya=parse_rupiah(str(TERBESAR - 1))))
        usulan = desa.usulan.satu(record)
        assert usulan is not None
        assert usulan.perkiraan_biaya == TERBESAR - 1
    with pytest.raises(RuleBroken):
        parse_rupiah(str(TERBESAR + 1))


def _keep_drafts(desa: Layanan) -> None:
    for number in range(300):
        desa.draf.simpan("usulan", str(number), {"judul": "x" * 900})


def test_a_full_disk_is_said_in_words_for_half_typed_forms_too_and_the_program_closes(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        forum = desa.forum.buka(small_forum())
        connection = desa.desk.connection
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(DiskFull, match="penuh"):
            _keep_drafts(desa)
    with opened(tmp_path) as desa:
        assert desa.desk.forum_id == forum


def test_volumes_are_ordered_as_numbers(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        for volume in ("1200", "569,5", "", "80"):
            desa.usulan.catat(UsulanBaru(judul="Talud", volume=volume, satuan="m"))
        assert [usulan.volume for usulan in desa.usulan.daftar(Saringan(urut="volume"))] == ["", "80", "569,5", "1200"]


def test_papers_of_a_training_forum_never_lie_on_those_of_the_real_one(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        real = desa.dokumen.folder()
        desa.forum.buka(small_forum())
        mark_as_practice(desa)
        assert desa.dokumen.folder() != real


def test_a_chosen_forum_that_is_gone_is_replaced_by_the_latest(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        forum = desa.forum.buka(small_forum())
        settings.put(desa.desk.connection, "forum_aktif", "tiada-9")
    with opened(tmp_path) as desa:
        assert desa.desk.forum_id == forum
        desa.usulan.catat(some_usulan(1)[0])
