"""Letters about the result are numbered when it is closed and sealed already: nothing of the result moves for them."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.sukamaju import whole_forum
from tests.unit.berita_acara.reading import text_of

DOTS = "." * 24


def paper(desa: Layanan, jenis: str) -> str:
    return text_of(desa.dokumen.penggambar(hitung=False).gambar(jenis))


def test_the_decree_of_the_delegates_prints_what_was_typed_and_dots_for_the_rest(kosong: Layanan) -> None:
    whole_forum(kosong)
    assert f"NOMOR {DOTS}" in paper(kosong, "sk_delegasi")
    kosong.surat.ubah("sk_delegasi", nomor_surat=" 188/7/2001/2026 ")
    assert "NOMOR 188/7/2001/2026" in paper(kosong, "sk_delegasi")
    assert f"pada tanggal {DOTS}" in paper(kosong, "sk_delegasi")
    kosong.surat.ubah("sk_delegasi", tanggal_surat="2026-02-02")
    text = paper(kosong, "sk_delegasi")
    assert "pada tanggal 2 Februari 2026" in text
    assert "TANGGAL : 2 FEBRUARI 2026" in text
    kosong.surat.ubah("mandat", nomor_surat="090/3")
    assert "Nomor: 090/3" in paper(kosong, "mandat")
    assert_replayed(kosong)


def test_a_letter_behind_the_seal_leaves_every_paper_of_the_result_as_it_was(kosong: Layanan) -> None:
    whole_forum(kosong)
    kosong.segel.buat()
    kosong.dokumen.simpan("lengkap", kosong.dokumen.penggambar().gambar("lengkap"), 9)
    before = kosong.dokumen.penggambar(hitung=False).gambar("lengkap")
    kosong.surat.ubah("sk_delegasi", nomor_surat="188/7", tanggal_surat="2026-02-02")
    assert kosong.dokumen.penggambar(hitung=False).gambar("lengkap") == before
    assert kosong.segel.periksa() is None
    assert_replayed(kosong)


def test_it_is_told_in_the_history_and_taken_back(kosong: Layanan) -> None:
    whole_forum(kosong)
    kosong.surat.ubah("sk_delegasi", nomor_surat="188/7")
    assert "Nomor SK delegasi: 188/7" in kosong.riwayat.daftar(limit=1)[0].kalimat
    kosong.riwayat.batalkan()
    assert kosong.surat.satu("sk_delegasi").nomor_surat == ""
    kosong.riwayat.ulangi()
    assert kosong.surat.satu("sk_delegasi").nomor_surat == "188/7"
    head = kosong.desk.store.head
    kosong.surat.ubah("sk_delegasi", nomor_surat="188/7")
    assert kosong.desk.store.head == head, "the same once more is no act"


def test_what_is_no_day_or_no_number_is_refused(kosong: Layanan) -> None:
    whole_forum(kosong)
    with pytest.raises(RuleBroken, match="bukan_tanggal"):
        kosong.surat.ubah("sk_delegasi", tanggal_surat="kemarin")
    with pytest.raises(RuleBroken, match="terlalu_panjang"):
        kosong.surat.ubah("mandat", nomor_surat="9" * 81)
