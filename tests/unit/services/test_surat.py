"""Letters about the result are numbered when it is closed and sealed already: nothing of the result moves for them."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.unit.berita_acara.reading import text_of

DOTS = "." * 24


def paper(desa: Layanan, jenis: str) -> str:
    return text_of(desa.dokumen.penggambar(hitung=False).gambar(jenis))


def test_the_decree_of_the_delegates_prints_what_was_typed_and_dots_for_the_rest(held: Layanan) -> None:
    assert f"NOMOR {DOTS}" in paper(held, "sk_delegasi")
    held.surat.ubah("sk_delegasi", nomor_surat=" 188/7/2001/2026 ")
    assert "NOMOR 188/7/2001/2026" in paper(held, "sk_delegasi")
    assert f"pada tanggal {DOTS}" in paper(held, "sk_delegasi")
    held.surat.ubah("sk_delegasi", tanggal_surat="2026-02-02")
    text = paper(held, "sk_delegasi")
    assert "pada tanggal 2 Februari 2026" in text
    assert "TANGGAL : 2 FEBRUARI 2026" in text
    held.surat.ubah("mandat", nomor_surat="090/3")
    assert "Nomor: 090/3" in paper(held, "mandat")
    assert_replayed(held)


def test_a_letter_behind_the_seal_leaves_every_paper_of_the_result_as_it_was(held: Layanan) -> None:
    held.segel.buat()
    held.dokumen.simpan("lengkap", held.dokumen.penggambar().gambar("lengkap"), 9)
    before = held.dokumen.penggambar(hitung=False).gambar("lengkap")
    held.surat.ubah("sk_delegasi", nomor_surat="188/7", tanggal_surat="2026-02-02")
    assert held.dokumen.penggambar(hitung=False).gambar("lengkap") == before
    assert held.segel.periksa() is None
    assert_replayed(held)


def test_it_is_told_in_the_history_and_taken_back(held: Layanan) -> None:
    held.surat.ubah("sk_delegasi", nomor_surat="188/7")
    assert "Nomor SK delegasi: 188/7" in held.riwayat.daftar(limit=1)[0].kalimat
    held.riwayat.batalkan()
    assert held.surat.satu("sk_delegasi").nomor_surat == ""
    held.riwayat.ulangi()
    assert held.surat.satu("sk_delegasi").nomor_surat == "188/7"
    head = held.desk.store.head
    held.surat.ubah("sk_delegasi", nomor_surat="188/7")
    assert held.desk.store.head == head, "the same once more is no act"


def test_what_is_no_day_or_no_number_is_refused(held: Layanan) -> None:
    with pytest.raises(RuleBroken, match="bukan_tanggal"):
        held.surat.ubah("sk_delegasi", tanggal_surat="kemarin")
    with pytest.raises(RuleBroken, match="terlalu_panjang"):
        held.surat.ubah("mandat", nomor_surat="9" * 81)
