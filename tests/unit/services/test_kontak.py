"""A contact stands in its own table and nowhere else: no event, no paper, no export, no history."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

import musrenbang_desktop
from musrenbang_desktop.berita_acara.documents import draw
from musrenbang_desktop.db.journal_copy import FILE_NAME
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kontak import Kontak, normal_telepon
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.listing_text import as_csv, as_json, as_lines
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.ekspor import NAMA, NAMA_LAIN, kumpulan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, propose

NUMBER, NAME = "081234509876", "Wagiyem Contohwati"


@pytest.fixture
def village(layanan: Layanan) -> tuple[Layanan, str]:
    """A forum with one usulan whose proposer left a name and a number."""
    record = propose(layanan, 3)[0]
    layanan.kontak.isi(record, nama=NAME, telepon="0812-3450-9876")
    return layanan, record


def holds_contact(data: bytes) -> bool:
    """Whether the bytes hold the name or the number, also written with blanks or dashes between its digits."""
    return NAME.encode() in data or NUMBER.encode() in re.sub(rb"[ .-]", b"", data)


def test_a_contact_is_kept_through_a_restart(village: tuple[Layanan, str], open_village: OpenVillage) -> None:
    _, record = village
    assert open_village().kontak.satu(record) == Kontak(NAME, NUMBER)


def test_an_empty_contact_leaves_no_row(village: tuple[Layanan, str]) -> None:
    layanan, record = village
    layanan.kontak.isi(record, nama="", telepon="")
    assert layanan.desk.connection.execute("SELECT count(*) FROM kontak").fetchone() == (0,)
    assert layanan.kontak.satu(record) == Kontak()


def test_no_event_and_no_second_journal_holds_it(village: tuple[Layanan, str]) -> None:
    layanan, _ = village
    events = layanan.desk.connection.execute("SELECT isi FROM jurnal").fetchall()
    assert events
    assert not any(holds_contact(bytes(data)) for (data,) in events)
    layanan.desk.store.sync_copy()
    copy = layanan.desk.store.path.parent / FILE_NAME
    assert copy.exists()
    assert not holds_contact(copy.read_bytes())


def test_no_history_and_no_list_says_it(village: tuple[Layanan, str]) -> None:
    layanan, record = village
    said = "\n".join(step.kalimat + "".join(step.rincian) for step in layanan.riwayat.daftar())
    assert not holds_contact(said.encode())
    assert not holds_contact(repr(layanan.usulan.daftar()).encode())
    assert not holds_contact(repr(layanan.usulan.satu(record)).encode())


def test_no_paper_holds_it(village: tuple[Layanan, str]) -> None:
    layanan, record = village
    layanan.usulan.catat_pendapat(record, "syarat", "lahan dihibahkan dulu")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([usulan.id for usulan in layanan.usulan.daftar()], "dana_desa")
    isi, profile = layanan.dokumen.isi(), load("rkpd-86")
    words = ""
    for jenis in ("lengkap", "prioritas", "belum_disepakati", "tanda_terima"):
        data = draw(jenis, isi, profile)
        assert draw(jenis, isi, profile) == data, "a reprint is the same byte for byte"
        with pypdfium2.PdfDocument(data) as paper:
            words += "".join(page.get_textpage().get_text_range() for page in paper)
    assert "lahan dihibahkan dulu" in " ".join(words.split()), "notes are printed, so the search can find something"
    assert not holds_contact(words.encode())


def test_no_paper_of_any_kind_and_no_archive_holds_it(village: tuple[Layanan, str], tmp_path: Path) -> None:
    layanan, record = village
    layanan.usulan.ubah(record, satuan="m", volume="10")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([usulan.id for usulan in layanan.usulan.daftar()], "ke_kecamatan")
    folder = layanan.arsip.siapkan().tulis(tmp_path / "arsip")
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert len([path for path in written if path.suffix == ".pdf"]) > 30
    words = ""
    for path in written:
        assert not holds_contact(path.read_bytes()), path.name
        words += text_of(path.read_bytes()) if path.suffix == ".pdf" else ""
    words += text_of(layanan.berkas_kurang.cetakan().gambar())
    assert layanan.usulan.daftar()[0].judul in words
    assert not holds_contact(words.encode())


def text_of(data: bytes) -> str:
    """The words of a PDF."""
    with pypdfium2.PdfDocument(data) as paper:
        return " ".join("".join(page.get_textpage().get_text_range() for page in paper).split())


#: What may read the table of contacts: the service, what carries a contact on within this laptop, and what looks for
#: names of people, to take them out of public words.
READERS = {
    "services/kontak.py",
    "services/bawaan.py",
    "db/queries/kontak.py",
    "db/queries/lokal.py",
    "db/queries/publik.py",
    "db/schema.py",
    "db/opening.py",
}
#: What may read what was changed of it: undo and history.
OF_CHANGES = {
    "services/ubahan_lokal.py",
    "services/riwayat.py",
    "services/perubahan.py",
    "services/kalimat_lokal.py",
    "services/gladi.py",
    "services/dokumen.py",
    "db/queries/lokal.py",
    "db/schema.py",
    "db/opening.py",
}


def test_nothing_that_leaves_the_laptop_reads_the_table() -> None:
    package = Path(musrenbang_desktop.__file__).parent
    places = [(path, path.relative_to(package).as_posix()) for path in package.rglob("*.py")]
    places += [(path, path.relative_to(package.parent).as_posix()) for path in (package.parent / "sync").rglob("*.py")]
    reading = re.compile(r"queries import .*\bkontak\b|queries\.kontak|(?:FROM|INTO|JOIN) kontak\b", re.IGNORECASE)
    found = {name for path, name in places if reading.search(path.read_text("utf-8"))}
    assert found <= READERS
    assert found, "the search finds those that may"
    changes = re.compile(r"queries import .*\blokal\b|queries\.lokal|(?:FROM|INTO|JOIN|UPDATE|EXISTS) ubahan_lokal\b")
    found = {name for path, name in places if changes.search(path.read_text("utf-8"))}
    assert found <= OF_CHANGES
    assert "services/riwayat.py" in found


def test_no_export_holds_it(village: tuple[Layanan, str]) -> None:
    layanan, _ = village
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([usulan.id for usulan in layanan.usulan.daftar()], "ke_kecamatan")
    for name in (*NAMA, *NAMA_LAIN):
        tables = kumpulan(layanan, name)
        with zipfile.ZipFile(io.BytesIO(as_xlsx(tables))) as parts:
            cells = b"".join(parts.read(part) for part in parts.namelist())
        everything = cells + as_json(tables) + b"".join(as_csv(one) + as_lines(one).encode() for one in tables)
        assert not holds_contact(everything), name
        assert name == "peserta" or b"Drainase" in everything, "the usulan is there, so the search can find something"


def test_the_contact_of_a_ticket_goes_with_it(layanan: Layanan) -> None:
    ticket = layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    layanan.kontak.isi(ticket.id, telepon=NUMBER)
    (record,) = layanan.titipan.masukkan()
    assert layanan.kontak.satu(record).telepon == NUMBER


@pytest.mark.parametrize("typed", ["0812-3450-9876", "+62 812 3450 9876", "62812 34509876", "081234509876"])
def test_a_number_is_kept_in_one_spelling(typed: str) -> None:
    assert normal_telepon(typed) == NUMBER


@pytest.mark.parametrize("typed", ["12", "0812abc", "3326010101900003"])
def test_what_is_no_number_is_asked_again(typed: str) -> None:
    with pytest.raises(RuleBroken, match="bukan_telepon"):
        normal_telepon(typed)
