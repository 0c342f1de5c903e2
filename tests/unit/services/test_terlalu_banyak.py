"""More usulan than one order can hold: refused in words, nothing is lost, and fewer go through."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal import events
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import opened


def many(desa: Layanan, count: int) -> None:
    desa.forum.buka(small_forum())
    desa.prioritas.kunci(("Ibu Ketua", "Pak Imam"))
    desa.usulan.catat_banyak([UsulanBaru(judul=f"Usulan {n}") for n in range(count)], "impor")


def test_an_order_that_no_event_holds_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    """The limit of the journal itself, with as many usulan as it takes."""
    with opened(tmp_path) as desa:
        many(desa, 4_600)
        head, rows = desa.desk.store.head, replay.dump(desa.desk.connection)
        with pytest.raises(RuleBroken) as refused:
            desa.kesepakatan.susun()
        assert (refused.value.field, refused.value.code, refused.value.text) == (
            "kesepakatan", "terlalu_banyak", "4600"
        )  # fmt: skip
        assert desa.desk.store.head == head
        assert replay.dump(desa.desk.connection) == rows
        assert desa.kesepakatan.sekarang() is None
    with opened(tmp_path) as desa:
        assert desa.usulan.jumlah().aktif == 4_600
        assert desa.desk.store.head == head


def test_after_some_are_withdrawn_it_goes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_BYTES", 2_000)
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.prioritas.kunci(("Ibu Ketua", "Pak Imam"))
        made = [desa.usulan.catat(UsulanBaru(judul=f"Usulan {n}")) for n in range(40)]
        with pytest.raises(RuleBroken, match="terlalu_banyak"):
            desa.kesepakatan.susun()
        for record in made[12:]:
            desa.usulan.batalkan(record, "tidak dibahas")
        desa.kesepakatan.susun()
        found = desa.kesepakatan.sekarang()
        assert found is not None and len(found.butir) == 12
        assert replay.first_difference(desa.desk.connection) is None


def test_any_other_act_that_is_too_long_is_a_broken_rule_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_BYTES", 2_000)
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        head = desa.desk.store.head
        with pytest.raises(RuleBroken) as refused:
            desa.usulan.catat(UsulanBaru(judul="Talud", masalah="panjang " * 400))
        assert (refused.value.field, refused.value.code) == ("kejadian", "terlalu_panjang")
        assert desa.desk.store.head == head
