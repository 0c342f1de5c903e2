"""The sheet of the seal: co-signers by name, hour and fingerprint, and each addendum with a seal of its own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from musrenbang_desktop.journal import keys, tambahan_qr
from musrenbang_desktop.journal.segel_qr import QrTidakSah
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.periksa_berkas import Pemeriksa
from sync.wire.ticket import spoken_fingerprint
from tests import seal_verifier as other
from tests.replayed import assert_replayed
from tests.sukamaju import sealed_forum, whole_forum
from tests.unit.berita_acara.reading import reader, text_of
from tests.village import Prepared, opened

WORDS = "Lokasi U-012 pindah ke RT 04 karena lahan di RT 03 belum dihibahkan."


@pytest.fixture
def desa(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    with prepared.opened(sealed_forum, tmp_path) as layanan:
        yield layanan


def paper(desa: Layanan) -> bytes:
    return desa.dokumen.penggambar().gambar("segel")


def words(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def codes(pdf: bytes, page: int) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=200 / 72, grayscale=True).to_pil()
    finally:
        document.close()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_co_signers_stand_with_their_hour_and_the_fingerprint_of_their_key(desa: Layanan) -> None:
    assert "NIHIL" in words(paper(desa))
    before = desa.dokumen.penggambar().gambar("berita_acara")
    private = keys.new_private_key()
    signed = desa.segel.ikut_menandatangani("Bapak Ketua", "Ketua BPD", private)
    text = words(paper(desa))
    assert "Bapak Ketua Ketua BPD" in text
    assert f"pukul {signed.jam[11:16].replace(':', '.')}" in text
    assert spoken_fingerprint(keys.public_key(private)) in text
    assert desa.dokumen.penggambar().gambar("berita_acara") == before, "the berita acara of before stays the same file"
    assert_replayed(desa)


def test_an_addendum_has_a_page_with_its_code_its_qr_and_its_signers(desa: Layanan) -> None:
    early = paper(desa)
    added = desa.segel.tambah(WORDS, "Camat", "salah tulis lokasi")
    pdf = paper(desa)
    assert len(reader(pdf).pages) == 2
    text = words(pdf)
    for told in ("CATATAN TAMBAHAN 1", WORDS, "Camat", "salah tulis lokasi", added.kode, "Notulis", "Saksi"):
        assert told in text
    (qr,) = [one for one in codes(pdf, 1) if one.startswith(tambahan_qr.AWALAN)]
    sealed = desa.segel.sekarang()
    assert sealed is not None
    value = other.read_addendum(qr)
    assert value["teks"] == WORDS
    assert value["induk"] == other.sha(other.canonical(sealed.segel.value())).hex()
    answer = Pemeriksa(desa).berkas("qr.txt", qr.encode())
    assert answer.sah and WORDS in answer.kalimat[0] and added.kode in answer.kalimat[0]
    for old in (early, pdf):
        assert Pemeriksa(desa).berkas("Lembar Segel.pdf", old).sah, "a sheet of before the addendum stays true"
    changed = pdf.replace(b"/Title", b"/Titlf", 1)
    assert not Pemeriksa(desa).berkas("Lembar Segel.pdf", changed).sah


def test_no_changed_letter_of_the_qr_of_an_addendum_is_accepted(desa: Layanan) -> None:
    desa.segel.tambah(WORDS, "Camat", "salah tulis lokasi")
    (one,) = desa.dokumen.isi().lembar_segel.tambahan  # type: ignore[union-attr]  # it is sealed
    chance = random.Random(7)
    for _ in range(300):
        place = chance.randrange(len(one.qr))
        letter = chance.choice([letter for letter in other.LETTERS if letter != one.qr[place]])
        text = one.qr[:place] + letter + one.qr[place + 1 :]
        with pytest.raises(QrTidakSah):
            tambahan_qr.baca(text)
        with pytest.raises((other.Refused, ValueError, KeyError)):
            other.read_addendum(text)


def test_elsewhere_the_key_decides(desa: Layanan, tmp_path: Path) -> None:
    desa.segel.tambah(WORDS, "Camat", "salah tulis lokasi")
    (one,) = desa.dokumen.isi().lembar_segel.tambahan  # type: ignore[union-attr]  # it is sealed
    sealed = desa.segel.sekarang()
    assert sealed is not None
    with opened(tmp_path / "lain") as elsewhere:
        told = Pemeriksa(elsewhere).berkas("qr.txt", one.qr.encode())
        assert not told.sah and "tidak dikenal" in told.kalimat[0]
        assert Pemeriksa(elsewhere, bytes.fromhex(sealed.segel.kunci)).berkas("qr.txt", one.qr.encode()).sah


def test_before_the_seal_the_sheet_says_so(tmp_path: Path) -> None:
    with opened(tmp_path) as layanan:
        whole_forum(layanan)
        assert "belum disegel" in words(paper(layanan))


def test_no_sheet_is_signed_that_does_not_say_what_it_is(desa: Layanan) -> None:
    """A long addendum and its QR fill a page: the signatures on the next one name the addendum and its code."""
    added = [desa.segel.tambah(f"{WORDS} " * times, "Ketua BPD", "salah tulis") for times in (16, 20, 24)]
    document = pypdfium2.PdfDocument(paper(desa))
    try:
        sheets = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
    signed = [sheet for sheet in sheets if "Pimpinan musyawarah" in sheet]
    assert len(signed) == len(added)
    assert all(one.kode in sheet for one, sheet in zip(added, signed, strict=True))
    assert any("Tanda tangan untuk Catatan Tambahan" in sheet for sheet in signed)
