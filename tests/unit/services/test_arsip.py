"""The archive: a folder that opens without the program, holds everything and nobody's number, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pypdf
import pytest
from openpyxl import load_workbook

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.exchange.arsip_teks import SAMARAN, samarkan
from musrenbang_desktop.journal import keys, merkle
from musrenbang_desktop.services.bukti import Terpindai
from musrenbang_desktop.services.layanan import Layanan
from tests.photos import photo, written
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import whole_forum
from tests.village import opened

_SIXTEEN = re.compile(r"(?<![0-9A-Fa-f])\d{16}(?![0-9A-Fa-f])")
NIK = "3507182101900001"
PHONE = "081234567890"


@pytest.fixture(scope="module")
def desa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """Sukamaju, sealed, with a photo, a signed page and a contact."""
    folder: Path = tmp_path_factory.mktemp("arsip")
    with opened(folder / "data") as layanan:
        whole_forum(layanan)
        layanan.kontak.isi(layanan.usulan.daftar()[0].id, nama="Pak Contoh", telepon=PHONE)
        layanan.segel.buat()
        shot = written(folder, "suasana.jpg", photo())
        layanan.lampiran.catat([layanan.lampiran.siapkan(shot)])
        other = written(folder, "sk.jpg", photo(900, 1300))
        read = layanan.bukti.baca([other], layanan.bukti.forum_id)
        (page,) = layanan.bukti.tempatkan([one for one in read if isinstance(one, Terpindai)])
        layanan.bukti.catat([layanan.bukti.pilih_tempat(page, "sk_tim", 1)])
        yield layanan


@pytest.fixture(scope="module")
def arsip(desa: Layanan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return desa.arsip.siapkan().tulis(tmp_path_factory.mktemp("flashdisk") / "Arsip Sukamaju 2026")


class Reader(HTMLParser):
    """Links, tags and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(folder: Path) -> Reader:
    found = Reader()
    found.feed((folder / "index.html").read_text(encoding="utf-8"))
    found.close()
    assert found.open == []
    return found


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_first_page_needs_no_script_and_links_only_to_files_that_are_there(arsip: Path) -> None:
    found = page(arsip)
    assert not {"script", "link", "iframe", "img", "object"} & set(found.tags)
    assert all(not urlsplit(link).scheme and not urlsplit(link).netloc for link in found.links)
    assert {unquote(link) for link in found.links} | {"index.html"} == set(files(arsip))
    text = " ".join(found.words)
    for part in (
        "Musrenbang Desa Sukamaju",
        "Hasil musyawarah ini disegel.",
        "Surat keputusan tim",
        "suasana.jpg",
        "U-001",
    ):
        assert part in text


def test_every_file_has_its_fingerprint_and_no_other(arsip: Path) -> None:
    lines = (arsip / "SHA256.txt").read_text(encoding="utf-8").splitlines()
    named = {line[66:]: line[:64] for line in lines}
    assert set(named) | {"SHA256.txt"} == set(files(arsip))
    for name, digest in named.items():
        assert hashlib.sha256((arsip / name).read_bytes()).hexdigest() == digest


def test_a_spreadsheet_and_other_programs_open_the_lists_and_papers(desa: Layanan, arsip: Path) -> None:
    book = load_workbook(arsip / "daftar" / "daftar.xlsx", read_only=True)
    assert book.sheetnames == ["Usulan", "Peserta", "Kesepakatan"]
    text = (arsip / "daftar" / "usulan.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))
    assert len(rows) == len(desa.usulan.daftar()) + 1
    for name in files(arsip):
        if name.endswith(".pdf"):
            assert len(pypdf.PdfReader(arsip / name).pages) >= 1
    saved = desa.dokumen.penggambar().gambar("lengkap")
    assert (arsip / "dokumen" / "Berita Acara Lengkap.pdf").read_bytes() == saved


def test_the_seal_is_counted_again_from_the_archive_alone(arsip: Path) -> None:
    sealed = json.loads((arsip / "segel" / "segel.json").read_text(encoding="utf-8"))["segel"][0]
    lines = [json.loads(line) for line in (arsip / "jurnal" / "catatan.jsonl").read_text(encoding="utf-8").splitlines()]
    heads = sealed["isi"]["kepala"]
    leaves = [
        bytes.fromhex(line["hash"])
        for line in sorted(lines, key=lambda line: (line["perangkat"], line["seq"]))
        if line["perangkat"] in heads and line["seq"] <= heads[line["perangkat"]][0]
    ]
    assert len(leaves) == sealed["isi"]["daun"]
    assert merkle.root(leaves).hex() == sealed["isi"]["akar"]
    message = (
        b"musrenbang-segel-1\n"
        + json.dumps(sealed["isi"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    )
    public, signature = bytes.fromhex(sealed["isi"]["kunci"]), bytes.fromhex(sealed["tanda"])
    assert keys.verify(public, signature, message)
    assert not keys.verify(public, signature, message.replace(b'"v":2', b'"v":1'))
    first = lines[0]
    before = hashlib.sha256(b"\x01" + bytes.fromhex(first["perangkat"])).digest()
    if first["seq"] == 1:
        assert hashlib.sha256(b"\x02" + before + first["isi"].encode()).hexdigest() == first["hash"]
    text = (arsip / "segel" / "segel.txt").read_text(encoding="utf-8")
    assert sealed["kode"] in text


def test_every_line_of_the_journal_is_counted_again_beside_another_forum(tmp_path: Path) -> None:
    """Also the first line behind a line of another forum: a changed place or date of the meeting would show."""
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        first = desa.desk.forum_id
        desa.forum.buka(replace(small_forum(), desa="Rejosari"))
        desa.usulan.catat(some_usulan(1)[0])
        desa.forum.pilih(first)
        desa.forum.ubah(tempat="Balai RW 03")
        out = desa.arsip.siapkan().tulis(tmp_path / "arsip")
    lines = [json.loads(line) for line in (out / "jurnal" / "catatan.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["seq"] for line in lines] == [1, 4]
    for line in lines:
        before = bytes.fromhex(line["sebelum"])
        assert hashlib.sha256(b"\x02" + before + line["isi"].encode()).hexdigest() == line["hash"]
    assert lines[0]["sebelum"] == hashlib.sha256(b"\x01" + bytes.fromhex(lines[0]["perangkat"])).hexdigest()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (NIK, SAMARAN),
        (f"NIK{NIK}dan KK", f"NIK{SAMARAN}dan KK"),
        (f"b{NIK}a", f"b{SAMARAN}a"),
        (f"0{NIK}", f"0{NIK}"),
        (f"sidik {NIK}{'ab' * 24}", f"sidik {NIK}{'ab' * 24}"),
    ],
)
def test_a_number_glued_to_letters_is_masked_and_a_hash_is_not(text: str, masked: str) -> None:
    assert samarkan(text) == masked


def test_papers_of_what_did_not_happen_stay_out(arsip: Path, tmp_path: Path) -> None:
    """A sheet that waits for a postponement would say in ten years that there was one."""
    assert not [name for name in files(arsip) if "Penundaan" in name or "Tanpa Kuorum" in name]
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        desa.kehadiran.tunda("2026-01-22", "09.00", "hujan lebat")
        out = desa.arsip.siapkan().tulis(tmp_path / "arsip")
    assert (out / "dokumen" / "Berita Acara Penundaan.pdf").is_file()


def test_a_photo_with_the_name_of_a_device_gets_another_on_windows(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        shots = [written(tmp_path, name, photo(300 + n, 200)) for n, name in enumerate(("con.jpg", "Aux.2.jpg"))]
        desa.lampiran.catat([desa.lampiran.siapkan(shot) for shot in shots])
        out = desa.arsip.siapkan().tulis(tmp_path / "arsip")
    assert {path.name for path in (out / "foto dan surat").iterdir()} == {"berkas con.jpg", "berkas Aux.2.jpg"}


def test_no_number_of_a_person_and_no_contact_leaves_with_it(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(replace(some_usulan(1)[0], keterangan=f"pemilik lahan {NIK}, sudah setuju"))
        out = desa.arsip.siapkan().tulis(tmp_path / "arsip")
    assert SAMARAN in (out / "daftar" / "usulan.csv").read_text(encoding="utf-8-sig")
    hidden = [json.loads(line) for line in (out / "jurnal" / "catatan.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["disamarkan"] for line in hidden if NIK[:4] in line["isi"] or SAMARAN in line["isi"]] == [True]
    for name in files(out):
        if not name.endswith((".pdf", ".xlsx", ".jpg")):
            assert not _SIXTEEN.search((out / name).read_text(encoding="utf-8")), name
    book = load_workbook(out / "daftar" / "daftar.xlsx", read_only=True)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if _SIXTEEN.search(cell)]


def test_the_archive_of_the_sample_holds_no_such_number_and_no_phone(arsip: Path) -> None:
    for name in files(arsip):
        data = (arsip / name).read_bytes()
        assert PHONE[1:].encode() not in data
        assert b"Pak Contoh" not in data
        if not name.endswith((".pdf", ".xlsx", ".jpg")):
            assert not _SIXTEEN.search(data.decode()), name


def test_a_forum_without_anything_has_an_archive_too(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        made = desa.arsip.siapkan()
        out = made.tulis(tmp_path / "arsip")
    text = " ".join(page(out).words)
    assert "Hasil musyawarah ini belum disegel." in text
    assert "Belum ada." in text
    assert not (out / "segel").exists()


def test_without_a_forum_there_is_none(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa, pytest.raises(RuleBroken):
        desa.arsip.siapkan()


class Stopped(Exception):
    """The operator pressed Batal."""


def test_stopping_leaves_nothing_and_what_is_there_is_never_overwritten(desa: Layanan, tmp_path: Path) -> None:
    made = desa.arsip.siapkan()
    seen: list[int] = []

    def stop(done: int, total: int, _text: str) -> None:
        assert done <= total
        seen.append(done)
        if done == 5:
            raise Stopped

    with pytest.raises(Stopped):
        made.tulis(tmp_path / "arsip", stop)
    assert seen == [0, 1, 2, 3, 4, 5]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "surat.txt").write_text("penting")
    with pytest.raises(RuleBroken) as refused:
        made.tulis(tmp_path / "arsip")
    assert (refused.value.field, refused.value.code) == ("arsip", "sudah_ada")
    assert files(tmp_path) == ["arsip/surat.txt"]


def test_a_file_that_is_gone_is_named_and_the_rest_is_written(desa: Layanan, tmp_path: Path) -> None:
    made = desa.arsip.siapkan()
    gone = next(one for one in desa.lampiran.semua() if one.nama == "suasana.jpg")
    path = desa.lampiran.berkas(gone)
    data = path.read_bytes()
    path.unlink()
    try:
        out = made.tulis(tmp_path / "arsip")
    finally:
        path.write_bytes(data)
    assert made.hilang == ["Berkas suasana.jpg tidak ada atau berubah di laptop ini."]
    assert made.hilang[0] in " ".join(page(out).words)
