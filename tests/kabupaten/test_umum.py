"""Public page and package show the form that the village made; without one, and for other words, the rule of here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from sync.wire import paket
from tests.hand_made import close_by_hand
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.test_tetangga import made
from tests.kabupaten.villages import Village

NAMED = [
    UsulanBaru(judul="Jalan depan rumah Slamet Riyadi", lokasi="utara sawah Karso", dusun="Krajan"),
    UsulanBaru(judul="Paving Jl. H. Agus Salim depan rumah Karso", dusun="Krajan"),
    UsulanBaru(judul="Talud rumah Bu Karso", dusun="Krajan"),
]


def village(new_village: Callable[..., Village], kode: str) -> tuple[Village, list[str]]:
    """Usulan that name three people, of whom the village knows two."""
    found = new_village(kode=kode)
    found.layanan.peserta.undang_banyak([PesertaBaru(nama="Slamet Riyadi"), PesertaBaru(nama="Karso")])
    return found, found.layanan.usulan.catat_banyak(NAMED, "mencatat")


def page(server: Running, kode: str) -> str:
    return Browser(server.address).get(f"/desa/{kode}/2027").text


def shared_by(server: Running, kode: str, folder: Path) -> str:
    """What a package tells the neighbours of one village; the server holds those of other tests too."""
    part = json.loads(paket.read(made(server, folder / "bahan")[0].read_bytes()).parts["tetangga.json"])
    return json.dumps([row for row in part["baris"] if row[0] == kode])


def test_others_see_what_the_laptop_made(server: Running, new_village: Callable[..., Village], tmp_path: Path) -> None:
    sender, ids = village(new_village, "00.97.01.2001")
    sender.layanan.publik.ubah(ids[2], judul="Talud gang buntu")
    assert sender.layanan.publik.catat() == 2
    sender.enrol(server)
    assert sender.exchange().cocok
    for text in (page(server, "00.97.01.2001"), shared_by(server, "00.97.01.2001", tmp_path)):
        assert "Jalan depan rumah (nama warga)" in text
        assert "utara sawah (nama warga)" in text
        assert "Paving Jl. H. Agus Salim depan rumah (nama warga)" in text
        assert "Talud gang buntu" in text
        for name in ("Slamet", "Riyadi", "Karso"):
            assert name not in text
    assert page(server, "00.97.01.2001").count("ditulis ulang desa untuk umum") == 1, "only what was worded anew"
    staff = Browser(server.address)
    staff.log_in(server.staff("umum-camat", wilayah="00.97.01"))
    assert "Jalan depan rumah Slamet Riyadi" in staff.get(f"/petugas/usulan/{ids[0]}").text


def test_a_form_counts_only_for_its_words_and_an_older_laptop_sends_none(
    server: Running, new_village: Callable[..., Village]
) -> None:
    sender, ids = village(new_village, "00.97.02.2001")
    sender.enrol(server)
    sender.exchange()
    said = page(server, "00.97.02.2001")
    assert "Talud rumah Bu (nama warga)" in said
    assert "Jalan depan rumah Slamet Riyadi" in said, "what the rule of here does not see"
    sender.layanan.publik.catat()
    sender.exchange()
    assert "Slamet" not in page(server, "00.97.02.2001")
    sender.layanan.usulan.ubah(ids[0], judul="Jalan depan rumah Pak Slamet")
    sender.exchange()
    said = page(server, "00.97.02.2001")
    assert "Jalan depan rumah Pak (nama warga)" in said
    assert "Slamet" not in said


def test_titles_that_were_exchanged_behind_the_seal_are_seen_to_be_worded_anew(
    server: Running, new_village: Callable[..., Village]
) -> None:
    sender, ids = village(new_village, "00.97.04.2001")
    close_by_hand(sender.layanan)
    sender.layanan.segel.buat()
    sender.layanan.publik.ubah(ids[0], judul="Paving Jl. H. Agus Salim")
    sender.layanan.publik.ubah(ids[1], judul="Jalan depan gang buntu")
    sender.layanan.publik.catat()
    sender.enrol(server)
    assert sender.exchange().cocok
    assert page(server, "00.97.04.2001").count("ditulis ulang desa untuk umum") == 2


def test_a_form_behind_the_seal_is_taken_and_numbers_are_hidden_in_it_too(
    server: Running, new_village: Callable[..., Village]
) -> None:
    sender, ids = village(new_village, "00.97.03.2001")
    close_by_hand(sender.layanan)
    sender.layanan.segel.buat()
    sender.layanan.publik.ubah(ids[0], judul="Jalan gang buntu 0812-3456-7890")
    sender.layanan.publik.catat()
    sender.enrol(server)
    assert sender.exchange().cocok
    said = page(server, "00.97.03.2001")
    assert "Jalan gang buntu (nomor disembunyikan)" in said
    assert "Slamet" not in said
    assert "0812" not in said
