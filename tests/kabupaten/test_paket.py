"""Making a package at the kabupaten: every fault named at once, and what is made is taken by an enrolled laptop."""

from __future__ import annotations

import hashlib
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.journal import keys
from musrenbang_desktop.services.paket import PaketAsing
from sync.wire import paket
from sync.wire.ticket import spoken_fingerprint
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.paket import ORANG_LAIN, berkas, contoh_paket
from tests.usulan_files import write_xlsx

FACTS = """kode = "00.01"
kabupaten = "Kabupaten Contoh"
nomor = "050/12/2026"
tanggal = "2026-01-05"
tahun_rencana = 2028
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Running:
    """A data folder on which no server runs."""
    return Running(tmp_path_factory.mktemp("kabupaten"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clerk's folder: facts, a kamus in CSV, a calendar in Excel, a form."""
    made = tmp_path / "bahan"
    (made / "profil").mkdir(parents=True)
    (made / "paket.toml").write_text(FACTS, encoding="utf-8")
    kamus = "KAMUS USULAN;;;;\nkode;Nama usulan;satuan;harga;OPD\nJLN-01;Rabat beton;m2;Rp 250.000;Dinas PU\n"
    (made / "kamus.csv").write_text(kamus, encoding="cp1252")
    write_xlsx(
        made / "kalender.xlsx", [["tingkat", "tahap", "buka", "tutup"], ["Desa", "Musrenbang", "", "31-01-2026"]]
    )
    return made


def make(place: Running, folder: Path) -> tuple[int, str, str, Path]:
    """Run the command; exit code, both outputs, and the file that it should have written."""
    out = folder.parent / "jadi.musrenbang-paket"
    done = place.run("paket", str(folder), "--out", str(out))
    return done.returncode, done.stdout, done.stderr, out


def test_a_folder_becomes_a_signed_file(place: Running, folder: Path) -> None:
    code, printed, said, out = make(place, folder)
    assert code == 0 and printed.strip() == str(out), said
    found = paket.read(out.read_bytes())
    assert (found.head.nomor, found.head.tahun_rencana, found.head.batas_persen) == ("050/12/2026", 2028, 10)
    assert sorted(found.parts) == ["kalender.json", "kamus.json"]
    assert spoken_fingerprint(found.key) in said and "1 kamus" in said
    own = bytes.fromhex((place.folder / "server.kunci").read_text())
    assert found.key == keys.public_key(own)


def test_the_same_folder_gives_the_same_bytes(place: Running, folder: Path) -> None:
    *_, out = make(place, folder)
    first = hashlib.sha256(out.read_bytes()).hexdigest()
    *_, out = make(place, folder)
    assert hashlib.sha256(out.read_bytes()).hexdigest() == first


def test_criteria_that_every_laptop_would_refuse_are_not_given_away(place: Running, folder: Path) -> None:
    (folder / "kriteria.csv").write_text("nama;bobot;terkecil;terbesar\nMendesak;3;5;1\n")
    code, _printed, said, out = make(place, folder)
    assert code == 1 and not out.exists()
    assert "kriteria.csv: terbesar tidak dapat dipakai." in said and "Paket belum dibuat." in said


def test_everything_that_is_wrong_is_said_at_once_by_file_row_and_column(place: Running, folder: Path) -> None:
    (folder / "paket.toml").write_text(FACTS.replace("2028", '"2028"').replace("2026-01-05", "5 Januari"))
    (folder / "pagu.csv").write_text("kode_wilayah,sumber,jumlah\n33.26,DD,sekian\n33.26.08.2004,DD,5\n")
    (folder / "kamuss.csv").write_text("kode;judul\n")
    (folder / "profil" / "baru.toml").write_text("nama = ")
    code, printed, said, out = make(place, folder)
    assert code == 1 and printed == "" and not out.exists() and "Traceback" not in said
    for sentence in (
        "paket.toml: tahun_rencana harus angka tahun",
        "paket.toml: tanggal ditulis seperti 2026-01-05.",
        "pagu.csv, baris 2, kolom jumlah: sekian bukan jumlah rupiah",
        "kamuss.csv tidak dikenal",
        "profil/baru.toml: Profil baru tidak dapat dibaca",
        "Paket belum dibuat.",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[kertas]\nlebar_nm = 210", "profil/kami.toml: Profil kami: kunci kertas.lebar_nm tidak dikenal"),
        ("[kertas]\nlebar_mm = 20", "profil/kami.toml: Profil kami: kertas dikurangi tepinya"),
        ("[undangan]\nhal = '{bupati}'", "profil/kami.toml: Profil kami: isian {bupati} pada hal tidak dikenal."),
    ],
)
def test_a_profile_that_a_laptop_would_refuse_or_misread_stays_here(
    place: Running, folder: Path, text: str, sentence: str
) -> None:
    own = 'dasar = "desa-114"\nid = "kami"\nnama = "Kami"\n'
    (folder / "profil" / "kami.toml").write_text(own + text)
    code, _, said, out = make(place, folder)
    assert code == 1 and sentence in said and not out.exists() and "Traceback" not in said


@pytest.mark.parametrize("family", ["desa-114", "desa-21", "rkpd-86"])
def test_a_copy_of_every_family_travels_in_the_package(place: Running, folder: Path, family: str) -> None:
    copy = f'dasar = "{family}"\nid = "kami"\nnama = "Kami"\n[kertas]\nlebar_mm = 210\ntinggi_mm = 297\n'
    (folder / "profil" / "kami.toml").write_text(copy)
    code, _, said, out = make(place, folder)
    assert code == 0, said
    assert paket.read(out.read_bytes()).parts["profil/kami.toml"] == copy.encode()
    (folder / "profil" / "kami.toml").write_text(copy, "utf-8-sig")  # as Notepad writes it
    code, _, said, out = make(place, folder)
    assert code == 0, said
    assert paket.read(out.read_bytes()).parts["profil/kami.toml"] == copy.encode()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("kamus.xlsx", b"bukan excel", "kamus.xlsx: tabel kamus usulan ada dua kali"),
        ("pagu.xlsx", b"bukan excel", "pagu.xlsx: berkas Excel ini tidak dapat dibaca."),
        ("pagu.csv", b"a\0b", "pagu.csv: tulisan di dalamnya tidak terbaca"),
        ("paket.toml", b"\xff", "paket.toml tidak dapat dibaca: tulisan di dalamnya tidak terbaca."),
        ("paket.toml", b"kode = ", "paket.toml tidak dapat dibaca: ada yang salah di akhir berkas."),
        ("profil/lain.toml", b"\xff", "profil/lain.toml tidak dapat dibaca: tulisan di dalamnya tidak terbaca."),
        ("paket.toml", b"", "paket.toml: kode belum diisi."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    place: Running, folder: Path, name: str, data: bytes, sentence: str
) -> None:
    (folder / name).write_bytes(data)
    code, _, said, out = make(place, folder)
    assert code == 1 and sentence in said and not out.exists() and "Traceback" not in said


def test_a_folder_that_is_not_there_or_a_place_that_cannot_be_written(place: Running, folder: Path) -> None:
    done = place.run("paket", str(folder / "tiada"), "--out", str(folder / "x"))
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    done = place.run("paket", str(folder), "--out", str(folder / "tiada" / "x"))
    assert done.returncode == 1 and "tidak bisa ditulis" in done.stderr and done.stderr.count("\n") == 1


def test_an_enrolled_laptop_takes_it_and_hears_last_years_answers(
    server: Running, folder: Path, new_village: Callable[..., Village]
) -> None:
    village = new_village()
    record, _ = village.propose(2)
    village.enrol(server)
    village.exchange()
    code, _, said, out = make(server, folder)
    assert code == 0, said
    found = village.layanan.paket.periksa(out)
    assert found.percaya == "terdaftar"
    village.layanan.paket.pasang(found)
    answers = village.layanan.paket.jawaban_lalu()
    assert [(row["nomor"], row["putusan"]) for row in answers] == [("U-001", "Dicatat"), ("U-002", "Dicatat")]
    assert answers[0]["judul"] == village.layanan.usulan.satu(record).judul
    assert village.layanan.kamus.satu("JLN-01").harga_satuan == 250_000
    village.layanan.kamus.ambil(record, village.layanan.kamus.satu("JLN-01"))
    village.layanan.kamus.kaitkan(record, "SDGS-06")
    assert village.exchange().cocok, "the server holds what it does not show, and says nothing against it"
    with pytest.raises(PaketAsing):
        village.layanan.paket.periksa(berkas(folder, contoh_paket(private=ORANG_LAIN)))


def test_staff_may_download_the_newest_one(server: Running, folder: Path) -> None:
    code, _, said, out = make(server, folder)
    assert code == 0, said
    server.staff("paket-camat")
    browser = Browser(server.address)
    assert "/masuk" in browser.get("/petugas/paket").url
    page = browser.log_in("paket-camat")
    assert "Unduh paket kabupaten 050/12/2026" in page.text
    with browser._opener.open(urllib.request.Request(server.address + "/petugas/paket"), timeout=30) as answer:
        assert "paket-00.01-2026-01-05.musrenbang-paket" in answer.headers["Content-Disposition"]
        assert answer.read() == out.read_bytes()


def test_a_forum_that_arrives_after_the_close_is_marked_and_not_refused(
    server: Running, folder: Path, village: Village
) -> None:
    village.propose(1)
    village.enrol(server)
    village.exchange()
    server.staff("paket-telat", wilayah=village.kode)
    browser = Browser(server.address)
    for facts, late in ((FACTS, False), (FACTS.replace("2028", "2027"), True)):
        (folder / "paket.toml").write_text(facts, encoding="utf-8")
        assert make(server, folder)[0] == 0
        page = browser.log_in("paket-telat")
        assert (">terlambat<" in page.text) is late and village.kode in page.text


def test_staff_sees_the_entry_the_reason_and_the_goal_of_an_usulan(server: Running, village: Village) -> None:
    follows = village.propose_one(judul="Rabat beton", kamus="JLN-01", cantolan="SDGS-09")
    outside = village.propose_one(judul="Gapura", alasan_luar_kamus="tidak_ada", cantolan="belum_ada")
    village.enrol(server)
    village.exchange()
    browser = Browser(server.address)
    browser.log_in(server.staff("paket-kamus"))
    page = browser.get(f"/petugas/usulan/{follows}").text
    assert "JLN-01" in page and "SDGS-09" in page and "Di luar kamus" not in page
    page = browser.get(f"/petugas/usulan/{outside}").text
    assert "Kebutuhan ini belum ada dalam kamus" in page and "Sudah dicari, belum ada" in page
