"""What one village sends comes to the laptop of the next one in the kabupaten's package: the thing, never a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.antardesa import UsulanTetangga
from musrenbang_desktop.domain.usulan import UsulanBaru
from sync.kabupaten.muat import MOST_OF_VILLAGE, muat
from sync.wire import paket
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.small_forum import small_forum

FACTS = """kode = "00.98"
kabupaten = "Kabupaten Contoh"
nomor = "050/14/2026"
tanggal = "2026-01-15"
tahun_rencana = {year}
"""
SENT = [
    UsulanBaru(
        judul="Rehab irigasi\nSungapan depan rumah Pak Slamet", dusun="Gondang", lokasi="HP 0812-3456-7890",
        volume="450", satuan="m", perkiraan_biaya=1_000_000, pengusul="Slamet Riyadi", masalah="Bocor sejak lama",
        kamus="IRI-01",
    ),
    UsulanBaru(judul="Jembatan Kali Genteng", dusun="Bulusari", pengusul="RT 01"),
    UsulanBaru(judul="Salah catat", pengusul="RT 01"),
]  # fmt: skip


def made(server: Running, folder: Path, year: int = 2027) -> tuple[Path, str]:
    """The package of the server, and what the command said."""
    folder.mkdir(exist_ok=True)
    (folder / "paket.toml").write_text(FACTS.format(year=year), encoding="utf-8")
    out = folder.parent / f"{year}.musrenbang-paket"
    done = server.run("paket", str(folder), "--out", str(out))
    assert done.returncode == 0, done.stderr
    return out, done.stderr


def test_the_next_village_sees_what_is_proposed_and_nobodys_name(
    server: Running, new_village: Callable[..., Village], tmp_path: Path
) -> None:
    sender, reader = new_village(kode="00.98.01.2001"), new_village(kode="00.98.01.2002")
    sender.layanan.forum.ubah(desa="Sukamakmur", jam_mulai="09.00")
    ids = sender.layanan.usulan.catat_banyak(SENT, "mencatat")
    sender.layanan.usulan.batalkan(ids[2], "salah catat")
    sender.enrol(server)
    sender.exchange()
    reader.layanan.usulan.catat_banyak([UsulanBaru(judul="Irigasi Sungapan"), UsulanBaru(judul="Talud")], "mencatat")
    reader.enrol(server)
    out, said = made(server, tmp_path / "bahan")
    assert "tetangga" in said
    part = paket.read(out.read_bytes()).parts["tetangga.json"]
    for hidden in (b"Slamet", b"0812", b"Riyadi", b"Bocor", b"1000000", b"Salah catat"):
        assert hidden not in part
    desk = reader.layanan
    found = desk.paket.periksa(out)
    assert found.percaya == "terdaftar"
    desk.paket.pasang(found)
    assert desk.antardesa.lanjutkan(10)
    (pair,) = desk.antardesa.pasangan()
    one = pair.tetangga
    assert (one.desa, one.nomor, one.tahun_rencana, one.keadaan) == ("Sukamakmur", "U-001", 2027, "Dicatat")
    assert one.judul == "Rehab irigasi Sungapan depan rumah Pak (nama warga)"
    assert (one.dusun, one.volume, one.satuan, one.kamus) == ("Gondang", "450", "m", "IRI-01")
    desk.antardesa.nyatakan(pair.usulan.id, one, "bersama")
    assert reader.exchange().cocok, "the server holds what it does not show, and says nothing against it"


def test_staff_sees_what_both_villages_call_the_same_and_finds_the_other(
    server: Running, new_village: Callable[..., Village], tmp_path: Path
) -> None:
    first, second = new_village(kode="00.98.04.2001"), new_village(kode="00.98.04.2002")
    first.layanan.forum.ubah(desa="Sukamakmur")
    ids = [each.propose_one(judul=title, dusun="Krajan") for each, title in ((first, "Irigasi Sungapan"),
           (second, "Rehab irigasi Sungapan"))]  # fmt: skip
    alone = second.propose_one(judul="Talud")
    for each in (first, second):
        each.enrol(server)
        each.exchange()
    browser = Browser(server.address)
    browser.log_in(server.staff("antardesa-camat", wilayah="00.98.04"))
    assert "Usulan bersama</dt>" not in browser.get(f"/petugas/usulan/{ids[0]}").text
    out, _ = made(server, tmp_path / "bahan")
    for each, record, said in ((first, ids[0], ""), (second, ids[1], "(kedua desa menyatakannya)")):
        desk = each.layanan
        desk.paket.pasang(desk.paket.periksa(out))
        assert desk.antardesa.lanjutkan(10)
        (pair,) = desk.antardesa.dari(desk.usulan.satu(record))
        desk.antardesa.nyatakan(record, pair.tetangga, "bersama")
        assert each.exchange().cocok
        page = browser.get(f"/petugas/usulan/{record}").text
        other = ids[1] if record == ids[0] else ids[0]
        assert f'href="/petugas/usulan/{other}"' in page and (said in page)
    assert "(kedua desa menyatakannya)" in browser.get(f"/petugas/usulan/{ids[0]}").text
    listed = browser.get("/petugas/usulan?putusan=&bersama=1").text
    assert "2 usulan" in listed and "bersama Sukamakmur" in listed and alone not in listed
    second.layanan.riwayat.batalkan()
    second.exchange()
    assert "Usulan bersama</dt>" not in browser.get(f"/petugas/usulan/{ids[1]}").text
    assert "Sukamakmur" not in Browser(server.address).get("/desa/00.98.04.2002/2027").text, "for the staff only"


def test_the_year_before_comes_along_and_an_older_one_does_not(
    server: Running, new_village: Callable[..., Village], tmp_path: Path
) -> None:
    sender = new_village(kode="00.98.02.2001")
    sender.propose(1)
    sender.enrol(server)
    sender.exchange()
    for year, there in ((2026, False), (2027, True), (2028, True), (2029, False)):
        out, _ = made(server, tmp_path / "bahan", year)
        parts = paket.read(out.read_bytes()).parts
        assert (b"00.98.02.2001" in parts.get("tetangga.json", b"")) is there


def test_a_table_of_the_clerk_takes_its_place(server: Running, tmp_path: Path) -> None:
    folder = tmp_path / "bahan"
    folder.mkdir()
    head = "kode wilayah;nama desa;nomor;tahun_rencana;nama usulan;dusun;status\n"
    row = "00.98.03.2001;Wonorejo;U-001;2027;Jembatan Kali Genteng;Sendang;Dicatat\n"
    (folder / "tetangga.csv").write_text(head + row, encoding="utf-8")
    out, said = made(server, folder)
    assert "1 tetangga" in said
    assert paket.read(out.read_bytes()).parts["tetangga.json"].count(b"00.98") == 1


@given(
    st.dictionaries(st.tuples(st.sampled_from("abc"), st.integers(2026, 2027)), st.integers(0, 6), max_size=6),
    st.integers(0, 40),
)
def test_what_finds_no_room_is_what_the_villages_put_last(counts: dict[tuple[str, int], int], most: int) -> None:
    places = {place: [(*place, f"U-{n:03d}") for n in range(count)] for place, count in counts.items()}
    kept = muat(places, most)
    every = [key for keys in places.values() for key in keys]
    assert len(kept) == min(most, len(every)) and kept == sorted(set(kept))
    worst = max((int(key[2][2:]) for key in kept), default=-1)
    assert all(int(key[2][2:]) >= worst for key in set(every) - set(kept))


def test_one_village_takes_no_room_from_the_others() -> None:
    many = [("a", 2027, f"U-{n:05d}") for n in range(2 * MOST_OF_VILLAGE)]
    kept = muat({("a", 2027): many, ("b", 2026): [("b", 2026, "U-001")]}, 20_000)
    assert len(kept) == MOST_OF_VILLAGE + 1 and kept[-1][0] == "b"


def test_a_note_names_no_usulan_but_the_one_that_was_meant(
    server: Running, new_village: Callable[..., Village]
) -> None:
    """A village may hold two forums in a year, and each counts from 1; none stands beside itself."""
    first, second = new_village(kode="00.98.05.2001"), new_village(kode="00.98.05.2002")
    first.layanan.forum.ubah(desa="Sukamakmur")
    meant = first.propose_one(judul="Irigasi Sungapan")
    first.layanan.forum.buka(replace(small_forum(), kode_wilayah=first.kode, desa="Sukamakmur", tanggal="2026-02-20"))
    later = first.propose_one(judul="Talud")
    record, own = second.propose_one(judul="Rehab irigasi Sungapan"), second.propose_one(judul="Gorong-gorong")
    said = UsulanTetangga(
        kode_wilayah=first.kode, desa="Wonorejo", nomor="U-001", tahun_rencana=2027, judul="Irigasi Sungapan"
    )
    second.layanan.antardesa.nyatakan(record, said, "bersama")
    itself = replace(said, kode_wilayah=second.kode, nomor="U-002", judul="Gorong-gorong")
    second.layanan.antardesa.nyatakan(own, itself, "bersama")
    for each in (first, second):
        each.enrol(server)
        each.exchange()
    browser = Browser(server.address)
    browser.log_in(server.staff("dua-forum-camat", wilayah="00.98.05"))
    page = browser.get(f"/petugas/usulan/{record}").text
    assert f"/petugas/usulan/{meant}" in page and f"/petugas/usulan/{later}" not in page
    assert "Desa Sukamakmur: " in page and "Wonorejo" not in page, "the village is the one that sent it"
    page = browser.get(f"/petugas/usulan/{own}").text
    assert "Gorong-gorong</dd>" in page and "(kedua desa menyatakannya)" not in page


def test_who_writes_much_fills_no_package(server: Running, new_village: Callable[..., Village], tmp_path: Path) -> None:
    village = new_village(kode="00.98.06.2001")
    village.propose_one(judul="Jalan " * 200, lokasi="Timur " * 200, kamus="K" * 999, satuan="\N{BAR CHART}" * 999)
    village.enrol(server)
    village.exchange()
    out, _ = made(server, tmp_path / "bahan")
    rows = json.loads(paket.read(out.read_bytes()).parts["tetangga.json"])["baris"]
    (row,) = [row for row in rows if row[0] == village.kode]
    assert row[4].startswith("Jalan Jalan ") and sum(len(str(cell).encode()) for cell in row) < 1000
