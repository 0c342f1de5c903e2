"""What staff see of a forum: counts, money, delegates and moves, and never a person."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.journal.keys import device_tag
from tests.hand_made import forge
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village

NAMES = ("Suharti Ningsih", "Paijan Kromo", "Wagiyem", "Slamet Riyadi", "Karto Wibowo")


@pytest.fixture
def held(server: Running, village: Village) -> Village:
    """Four people came, two are delegates, two sources of money, one usulan was moved up."""
    desa = village.layanan
    for name, letter, unsur in (
        (NAMES[0], "P", "PKK"),
        (NAMES[1], "L", "RT"),
        (NAMES[2], "P", "PKK"),
        (NAMES[3], "", ""),
    ):
        desa.peserta.catat_tamu(PesertaBaru(nama=name, jenis_kelamin=letter, unsur=unsur))
    people = [one.id for one in desa.peserta.daftar()]
    desa.pagu.ganti([PaguSumber("Dana Desa", 90_000_000), PaguSumber("Swadaya Pak Slamet Riyadi")])
    usulan = village.propose(3)
    desa.prioritas.kunci(("Ibu Ketua", "Pak Imam"))
    desa.kesepakatan.susun()
    desa.kesepakatan.pindah(usulan[2], 1, "Longsor di depan rumah Pak Slamet Riyadi", oleh=NAMES[4], setuju=3)
    forge(desa, "kehadiran.ubah", f"{desa.desk.forum_id}.hadir", {"delegasi": people[:2], "cadangan": people[2:3]})
    village.enrol(server)
    assert village.exchange().catatan == ()
    return village


def page_of(server: Running, village: Village) -> str:
    browser = Browser(server.address)
    box = browser.log_in(server.staff(f"rinci-{village.kode}", wilayah=village.kode)).text
    address = f"/petugas/forum/{village.layanan.desk.forum_id}"
    assert f'href="{address}"' in box
    page = browser.get(address)
    assert page.status == 200
    return page.text


def test_counts_money_delegates_and_moves_are_shown_without_a_person(server: Running, held: Village) -> None:
    text = page_of(server, held)
    assert "4 orang: 1 laki-laki, 2 perempuan, 1 tidak dicatat" in text
    assert "2 orang: " in text and text.count('<th scope="row">PKK</th>') == 1
    assert "Rp90.000.000" in text and "belum diketahui" in text
    assert "U-003 Drainase gang 3" in text and "Longsor di depan rumah Pak (nama warga)" in text
    for name in NAMES:
        assert name not in text and name.split()[0] not in text
    stored = ledger.rows(server, "SELECT pindah FROM kabupaten_forum WHERE id = ?", held.layanan.desk.forum_id)
    assert "Karto" not in str(stored), "on whose wish is not even kept"


def test_the_reason_of_a_move_stands_beside_the_usulan_too(server: Running, held: Village) -> None:
    browser = Browser(server.address)
    browser.log_in(server.staff(f"pindah-{held.kode}", wilayah=held.kode))
    moved = held.layanan.usulan.daftar()[2].id
    assert "Longsor di depan rumah Pak (nama warga)" in browser.get(f"/petugas/usulan/{moved}").text


def test_other_offices_and_the_public_do_not_see_it(server: Running, held: Village) -> None:
    browser = Browser(server.address)
    address = f"/petugas/forum/{held.layanan.desk.forum_id}"
    assert "/masuk" in browser.get(address).url
    browser.log_in(server.staff(f"jauh-{held.kode}", wilayah="99.99"))
    assert browser.get(address).status == 404


@pytest.mark.parametrize(
    ("jenis", "isi"),
    [
        ("forum.ubah", {"pagu_sumber": ["x", [], [1, 2, 3], ["Dana \u0000", "banyak"], 5]}),
        ("kehadiran.ubah", {"delegasi": [1, None, ["x"]]}),
        ("kehadiran.ubah", {"delegasi": "x-1"}),
        (
            "kesepakatan.ubah",
            {"pindah:1": "x", "pindah:2": {"usulan": 4, "dari": "satu", "alasan": None}, "pindah:x": 1},
        ),
        ("peserta.catat", {"unsur": ["x"], "hadir": "09.00"}),
    ],
)
def test_strange_values_break_no_page(server: Running, village: Village, jenis: str, isi: dict[str, object]) -> None:
    forum = village.layanan.desk.forum_id
    record = {"forum": forum, "peserta": f"{device_tag(village.store.device)}-77"}.get(
        jenis.split(".")[0], f"{forum}.x"
    )
    village.enrol(server)
    village.exchange()
    forge(village.layanan, jenis, record, isi)
    village.exchange()
    assert "Yang hadir menurut unsur" in page_of(server, village)
