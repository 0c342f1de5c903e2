"""In a kelurahan no sentence of the history, of a list or of the seal speaks of a desa; in a nagari of a dusun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.domain.sebutan import RAGAM, istilah, istilah_kode
from musrenbang_desktop.domain.sumber_dana import sumber_untuk
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal import segel_qr
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.periksa_berkas import Pemeriksa
from musrenbang_desktop.services.teks_segel import berkas_segel
from tests.kelurahan import kelurahan, whole_kelurahan
from tests.place_words import strange, typed
from tests.small_forum import small_forum


@pytest.fixture
def kel(kosong: Layanan) -> Layanan:
    whole_kelurahan(kosong)
    return kosong


def sentences(desa: Layanan) -> list[str]:
    """Everything that the history says, act by act and record by record."""
    found = [text for act in desa.riwayat.daftar(2000) for text in (act.kalimat, *act.rincian)]
    for (record,) in desa.desk.connection.execute("SELECT DISTINCT record FROM jurnal"):
        for one in desa.riwayat.perubahan(record):
            found += [one.kalimat, f"{one.isian} {one.sesudah}"]
    return found


def test_the_history_of_a_kelurahan_says_dana_kelurahan(kel: Layanan) -> None:
    own, said = typed(kel), sentences(kel)
    assert {word for text in said for word in strange(text, own)} == set()
    assert any(text.endswith(": dana kelurahan") for text in said)


def test_the_history_of_a_nagari_says_jorong(kosong: Layanan) -> None:
    kosong.forum.buka(replace(small_forum(), ragam="nagari"))
    usulan = kosong.usulan.catat(UsulanBaru(judul="Jalan", dusun="Koto"))
    kosong.usulan.ubah(usulan, dusun="Koto Baru")
    kosong.forum.ubah(desa="Talang")
    words = [(one.isian, one.sesudah) for one in kosong.riwayat.perubahan(usulan)]
    assert ("jorong", "Koto Baru") in words
    assert kosong.riwayat.daftar(1)[0].kalimat == "Data forum: nama nagari menjadi Talang"


def test_the_seal_reads_as_the_place_speaks_and_proves_the_same(kel: Layanan) -> None:
    sealed = kel.segel.buat()
    files = berkas_segel(kel)
    assert "dana kelurahan" in files["segel.txt"] and "dana desa" not in files["segel.txt"]
    assert segel_qr.baca(sealed.qr).urutan, "what is signed has letters, and no words"
    found = Pemeriksa(kel).qr(files["qr.txt"].strip("\n"))
    assert found.sah and any("dana kelurahan" in line for line in found.kalimat)


def test_what_an_earlier_forum_paid_itself_is_told_in_words_of_the_place(kel: Layanan) -> None:
    kel.forum.buka(replace(kelurahan(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    told = {one.jawaban.kata for one in kel.tahun_lalu.baris() if one.jawaban}
    assert "Dana kelurahan, menurut hasil forum" in told and not strange(" ".join(told), [])


def test_the_history_of_a_desa_stays_as_it_was(held: Layanan) -> None:
    assert any(text.endswith(": dana desa") for text in sentences(held))


def test_a_code_says_whether_a_place_is_a_kelurahan() -> None:
    assert istilah_kode("00.71.01.1001") == RAGAM["kelurahan"]
    assert istilah_kode("00.00.00.2001") == istilah_kode("") == istilah_kode("11.1001") == istilah("desa")


def test_a_kelurahan_is_offered_no_money_of_a_desa() -> None:
    assert not [name for name in sumber_untuk("kelurahan") if "desa" in name.casefold()]
    assert sumber_untuk("kelurahan")[0] == "Dana kelurahan" and "Dana Desa" in sumber_untuk("desa")
