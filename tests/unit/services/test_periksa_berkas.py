"""Papers of a sealed forum under the eyes of a careful reader: the original, copies, forgeries."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.journal import keys, merkle, segel_qr, tanda_berkas
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.periksa_berkas import Pemeriksa
from musrenbang_desktop.services.segel import Tersegel
from tests.mutations import foreign_qr, run
from tests.photos import heic
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import sealed_forum, whole_forum
from tests.village import Prepared, opened


@pytest.fixture(scope="module")
def desa(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    with prepared.opened(sealed_forum, tmp_path_factory.mktemp("desa")) as layanan:
        yield layanan


@pytest.fixture(scope="module")
def sealed(desa: Layanan) -> Tersegel:
    found = desa.segel.sekarang()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pdf(desa: Layanan) -> bytes:
    data = desa.dokumen.penggambar().gambar("lengkap")
    desa.dokumen.simpan("lengkap", data, 9)
    return data


def answer(desa: Layanan, data: bytes, kunci: bytes = b"") -> tuple[bool, str]:
    found = Pemeriksa(desa, kunci).berkas("berkas.pdf", data)
    return found.sah, "\n".join(found.kalimat)


def test_the_saved_file_is_proved_byte_for_byte(desa: Layanan, pdf: bytes) -> None:
    sah, words = answer(desa, pdf)
    assert sah
    assert words.startswith("Berkas sama persis")
    assert "menandatangani setiap bitanya" in words


def test_the_last_line_proves_the_file_without_this_data(desa: Layanan, sealed: Tersegel, tmp_path: Path) -> None:
    data = desa.dokumen.penggambar().gambar("prioritas")
    with opened(tmp_path) as other:
        other.forum.buka(small_forum())
        sah, words = answer(other, data)
        assert not sah
        assert "utuh, tetapi kunci laptop" in words
        sah, words = answer(other, data, bytes.fromhex(sealed.segel.kunci))
        assert sah, words
        assert words.startswith("Berkas asli")
        assert not answer(other, data, bytes(32))[0]


def test_a_changed_score_under_the_old_signature_names_its_usulan(desa: Layanan, sealed: Tersegel) -> None:
    original = desa.dokumen.penggambar().gambar("prioritas")
    isi = desa.dokumen.isi()
    rows = tuple(replace(row, nilai="49,99") if n == 4 else row for n, row in enumerate(isi.prioritas))
    forged = render("prioritas", replace(isi, prioritas=rows), load(isi.forum.profil))
    line = original.splitlines(keepends=True)[-1]
    sah, words = answer(desa, forged + line)
    assert not sah
    assert f"diubah sesudah ditandatangani laptop {sealed.laptop}" in words
    assert rows[4].label in words


def test_papers_before_the_seal_are_not_signed(desa: Layanan, tmp_path: Path) -> None:
    with opened(tmp_path) as other:
        whole_forum(other)
        assert tanda_berkas.baca(other.dokumen.penggambar().gambar("prioritas")) is None
    assert tanda_berkas.baca(desa.dokumen.penggambar().gambar("undangan")) is None


def test_a_file_that_another_program_saved_again_is_a_copy(desa: Layanan, pdf: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    out = io.BytesIO()
    writer.write(out)
    sah, words = answer(desa, out.getvalue())
    assert sah, words
    assert "isi QR sah, berkasnya salinan" in words
    assert "sama persis" not in words


def test_another_score_in_print_is_refused_and_its_usulan_named(desa: Layanan, pdf: bytes) -> None:
    isi = desa.dokumen.isi()
    rows = [replace(row, nilai="49,99") if row.label == "U-007" else row for row in isi.prioritas]
    rows = [replace(row, nilai="49,99") if n == 4 else row for n, row in enumerate(rows)]
    forged = render("lengkap", replace(isi, prioritas=tuple(rows)), load(isi.forum.profil))
    sah, words = answer(desa, forged)
    assert not sah
    assert rows[4].label in words or "bita" in words


def test_no_changed_byte_of_the_file_passes(desa: Layanan, pdf: bytes) -> None:
    """One in each quarter of the file; each is compared with every paper of the forum. The mutations try thousands."""
    chance = random.Random(4)
    for quarter in range(4):
        at = len(pdf) * quarter // 4 + chance.randrange(len(pdf) // 4)
        changed = pdf[:at] + bytes((pdf[at] ^ 1 << chance.randrange(8),)) + pdf[at + 1 :]
        sah, words = answer(desa, changed)
        assert not sah, at
        assert "sama persis" not in words


def test_two_bytes_swapped_far_apart_are_refused_where_nothing_shows(desa: Layanan, pdf: bytes) -> None:
    """One in the comment at the head, one in the signature line: same words, same looks, no signature to read."""
    head, tail = pdf.index(b"\n%") + 2, len(pdf) - 20
    swapped = bytearray(pdf)
    swapped[head], swapped[tail] = pdf[tail], pdf[head]
    assert tanda_berkas.baca(bytes(swapped)) is None, "the line is not one any more"
    sah, words = answer(desa, bytes(swapped))
    assert not sah, words


def test_a_file_that_grew_or_shrank_is_refused_where_it_did(desa: Layanan, pdf: bytes) -> None:
    for changed in (pdf[:-1], pdf[:1000] + b" " + pdf[1000:], pdf[: len(pdf) // 3]):
        assert not answer(desa, changed)[0]
    sah, words = answer(desa, pdf + b"\n")
    assert not sah
    assert f"bita ke-{len(pdf) + 1}" in words


def test_what_is_added_behind_the_original_makes_it_a_copy(desa: Layanan, pdf: bytes) -> None:
    """As a certified signature does; the words and looks stay."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True)
    writer.add_metadata({"/Tambahan": "tanda tangan"})
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(pdf)
    assert len(out.getvalue()) > len(pdf)
    sah, words = answer(desa, out.getvalue())
    assert sah, words
    assert "salinan" in words


def test_the_text_of_the_qr_is_checked_and_read_out(desa: Layanan, sealed: Tersegel) -> None:
    sah, words = answer(desa, f"{sealed.qr}\n".encode())
    assert sah, words
    assert sealed.kode in words
    first = sealed.segel.urutan[0]
    assert f"   1. U-{first.nomor:03d}" in words
    assert len(words.splitlines()) == 1 + 48


def test_a_picture_of_the_page_is_read(desa: Layanan, sealed: Tersegel) -> None:
    isi = desa.dokumen.isi()
    document = pypdfium2.PdfDocument(render("berita_acara", isi, load(isi.forum.profil)))
    out = io.BytesIO()
    document[1].render(scale=200 / 72).to_pil().save(out, format="JPEG", quality=60)
    document.close()
    sah, words = answer(desa, out.getvalue())
    assert sah, words
    assert sealed.kode in words
    assert not answer(desa, out.getvalue()[:5000])[0]


@pytest.mark.parametrize("brand", [b"heic", b"hevc", b"mif1"])
def test_a_photo_in_the_form_of_an_iphone_is_named_and_its_way_out_told(desa: Layanan, brand: bytes) -> None:
    sah, words = answer(desa, heic(brand))
    assert not sah
    assert "HEIC" in words and "WhatsApp" in words


def test_a_film_is_called_a_film_and_a_webp_is_read(desa: Layanan) -> None:
    assert "video" in answer(desa, heic(b"mp42"))[1]
    packed = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(packed, "WEBP")
    assert "Tidak ada QR segel yang terbaca" in answer(desa, packed.getvalue())[1]


def test_elsewhere_the_key_decides(desa: Layanan, sealed: Tersegel, tmp_path: Path) -> None:
    with opened(tmp_path) as other:
        other.forum.buka(small_forum())
        text = sealed.qr.encode()
        assert "tidak dikenal" in answer(other, text)[1]
        sah, words = answer(other, text, bytes.fromhex(sealed.segel.kunci))
        assert sah
        assert "menurut kunci yang diberikan" in words
        assert not answer(other, text, bytes(32))[0]


def test_a_seal_made_with_a_new_key_is_not_taken(desa: Layanan, sealed: Tersegel) -> None:
    private = keys.new_private_key()
    order = (*sealed.segel.urutan[1:], sealed.segel.urutan[0])
    forged = replace(sealed.segel, urutan=order, kunci=keys.public_key(private).hex())
    text = segel_qr.teks(forged, segel_qr.tanda_tangan(private, forged))
    sah, words = answer(desa, text.encode())
    assert not sah
    assert "tidak dikenal" in words


def test_a_seal_of_another_forum_says_which_it_is(desa: Layanan, tmp_path: Path) -> None:
    with opened(tmp_path) as other:
        other.forum.buka(small_forum())
        ids = other.usulan.catat_banyak(some_usulan(3), "impor")
        other.kesepakatan.susun()
        other.kesepakatan.tetapkan(ids, "ke_kecamatan")
        other.kesepakatan.tutup()
        text = other.segel.buat().qr
    sah, words = answer(desa, text.encode())
    assert not sah
    assert other.desk.store.tag in words


def test_no_random_change_of_anything_sealed_is_accepted(desa: Layanan, tmp_path: Path) -> None:
    """QR, PDF, seal, journal and tables; ``python -m tests.mutations`` tries ten thousand."""
    tried = run(desa, foreign_qr(tmp_path), 500, seed=4)
    assert len(tried) == 11, tried


def test_each_of_300_changed_events_is_found_under_the_root(desa: Layanan, sealed: Tersegel) -> None:
    """The leaf that no longer fits names the event."""
    chance = random.Random(300)
    rows = desa.desk.connection.execute(
        "SELECT hash FROM jurnal WHERE forum = ? AND seq <= ? ORDER BY seq",
        (sealed.segel.forum, sealed.segel.kepala[desa.desk.store.device][0]),
    )
    leaves = [row[0] for row in rows]
    assert merkle.root(leaves).hex() == sealed.segel.akar
    for _ in range(300):
        at = chance.randrange(len(leaves))
        path = merkle.proof(at, leaves)
        changed = bytearray(leaves[at])
        changed[chance.randrange(32)] ^= 1 << chance.randrange(8)
        assert merkle.root_from_proof(at, len(leaves), leaves[at], path) == bytes.fromhex(sealed.segel.akar)
        assert merkle.root_from_proof(at, len(leaves), bytes(changed), path) != bytes.fromhex(sealed.segel.akar)
