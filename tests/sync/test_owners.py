"""Two laptops of one village: each speaks for the forums that it opened, or that the kabupaten handed over to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.journal import keys, segel
from musrenbang_desktop.journal.keys import device_tag
from resources.sample import contoh
from sync.device import enrolment
from sync.device.errors import Revoked, TicketRefused
from tests.hand_made import forge
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.sukamaju import whole_forum

MakeVillage = Callable[..., Village]

TITLE = "SELECT judul FROM kabupaten_usulan WHERE id = ?"


def tag(village: Village) -> str:
    return device_tag(village.store.device)


@pytest.fixture
def first(server: Running, new_village: MakeVillage) -> Village:
    """The laptop that opened the forum, everything sent."""
    found = new_village()
    found.propose(2)
    found.enrol(server)
    found.exchange()
    return found


@pytest.fixture
def second(server: Running, new_village: MakeVillage, first: Village) -> Village:
    """Another laptop of the same village."""
    found = new_village(kode=first.kode, forum=False)
    found.enrol(server)
    return found


def test_what_a_laptop_says_of_the_forum_of_another_waits_with_a_sentence(
    server: Running, first: Village, second: Village
) -> None:
    forum = first.layanan.desk.forum_id
    (usulan, *_) = first.receipts
    acts = [
        ("usulan.ubah", usulan, {"judul": "Diganti dari laptop kedua"}),
        ("usulan.catat", f"{tag(second)}-1", {"nomor": 9, "judul": "Jembatan bambu"}),
        ("forum.ubah", forum, {"tempat": "Sekolah"}),
        ("kesepakatan.ubah", f"{forum}.sepakat", {"urutan": [usulan]}),
        ("titipan.catat", "titip-1", {"nomor": 1, "judul": "Titipan"}),
        ("forum.buka", f"{tag(first)}-99", {"desa": "Lain"}),
    ]
    for jenis, record, isi in acts:
        where = TANPA_FORUM if jenis.startswith("titipan") else record if jenis == "forum.buka" else forum
        with second.store.act(where) as act:
            act.append(jenis, record, isi)
    summary = second.exchange()
    assert [(each.seq, each.verdict, each.code) for each in summary.catatan] == [
        (seq, "ditahan", "PEMILIK") for seq in (1, 2, 3, 4, 6)
    ]
    assert "dibuka laptop lain" in summary.catatan[0].text and "menyerahkan forum" in summary.catatan[0].text
    assert ledger.rows(server, TITLE, usulan) == [("Drainase gang 1",)]
    assert ledger.rows(server, "SELECT tempat FROM kabupaten_forum WHERE id = ?", forum) == [("Balai Desa Sukamaju",)]
    assert ledger.rows(server, TITLE, f"{tag(second)}-1") == []
    assert second.receipts.keys() <= first.receipts.keys() | set(ledger_receipts(server, first.kode))
    assert ledger.events(server, second.store.device) == second.events()


def ledger_receipts(server: Running, kode: str) -> list[str]:
    return [row[0] for row in ledger.rows(server, "SELECT usulan FROM kabupaten_bukti WHERE desa_id = ?", kode)]


def test_its_own_forum_is_nobody_elses_business(server: Running, first: Village, second: Village) -> None:
    second.open_forum()
    second.propose(1)
    assert second.exchange().catatan == ()
    assert len(ledger_receipts(server, first.kode)) == 3


def test_a_forum_that_was_handed_over_goes_on_at_the_other_laptop(
    server: Running, first: Village, second: Village
) -> None:
    forum = first.layanan.desk.forum_id
    with second.store.act(forum) as act:
        usulan = act.next_id()
        act.append("usulan.catat", usulan, {"nomor": 9, "judul": "Jembatan bambu", "dusun": "Krajan"})
    assert [each.code for each in second.exchange().catatan] == ["PEMILIK"]
    done = server.run("cabut", tag(first), "--pengganti", tag(second))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith(f"Forumnya diteruskan laptop {tag(second)}.")
    assert second.exchange().catatan == ()
    assert ledger.rows(server, TITLE, usulan) == [("Jembatan bambu",)]
    assert usulan in second.receipts
    assert len(ledger_receipts(server, first.kode)) == 3, "what the first one sent stands"
    with pytest.raises(Revoked, match="sudah mencabut kartu"):
        first.exchange()


def test_a_laptop_that_opened_its_forum_before_its_card_is_its_owner_all_the_same(
    server: Running, new_village: MakeVillage
) -> None:
    village = new_village()
    usulan = village.propose(1)
    village.enrol(server)
    assert village.exchange().catatan == ()
    assert list(village.receipts) == usulan


def test_a_rebuild_says_the_same_of_both_laptops(own_server: Running, new_village: MakeVillage) -> None:
    first = new_village()
    first.propose(1)
    second = new_village(kode=first.kode, forum=False)
    with second.store.act(first.layanan.desk.forum_id) as act:
        act.append("forum.ubah", act.forum, {"tempat": "Sekolah"})
    for one in (second, first):  # the forum comes later than what is said of it
        one.enrol(own_server)
        one.exchange()
    for _ in range(2):
        assert ledger.verdicts(own_server, second.store.device) == [(1, "ditahan", "PEMILIK")]
        assert ledger.verdicts(own_server, first.store.device) == []
        assert own_server.run("bangun-ulang").returncode == 0


def test_a_revoked_laptop_is_told_so_keeps_its_data_and_may_be_let_in_again(server: Running, first: Village) -> None:
    first.propose_one(judul="Sesudah dicabut")
    before = first.ack
    assert server.run("cabut", first.store.device).returncode == 0
    with pytest.raises(Revoked, match="Semua data aman"):
        first.exchange()
    with pytest.raises(TicketRefused, match="mencabut kartu"):
        first.enrol(server)
    assert first.ack == before
    assert server.run("cabut", tag(first), "--batal").returncode == 0
    assert first.exchange().cocok is True


def test_a_ticket_can_be_taken_back_before_and_after_it_was_used(server: Running, new_village: MakeVillage) -> None:
    village = new_village()
    lost = server.ticket(village.kode)
    assert "belum ada laptop" in server.run("cabut", lost).stdout
    with pytest.raises(TicketRefused, match="Tiket ini sudah dicabut"):
        enrolment.enrol_now(village.store, village.store.key_place, server.address, lost)
    used = server.ticket(village.kode)
    enrolment.enrol_now(village.store, village.store.key_place, server.address, used)
    assert f"Kartu laptop {tag(village)}" in server.run("cabut", used).stdout
    with pytest.raises(Revoked):
        village.exchange()


@pytest.mark.parametrize("words", [("tidakada",), ("tidakada", "--batal"), ("ABCDE-FGHIJ",)])
def test_who_is_not_on_the_list_is_not_taken_back(server: Running, words: tuple[str, ...]) -> None:
    done = server.run("cabut", *words)
    assert done.returncode == 1
    assert "tidak ada di daftar" in done.stderr and "Traceback" not in done.stderr


def test_only_a_laptop_of_the_village_takes_over(server: Running, first: Village, new_village: MakeVillage) -> None:
    stranger = new_village()
    stranger.enrol(server)
    for other in (tag(stranger), tag(first)):
        done = server.run("cabut", tag(first), "--pengganti", other)
        assert done.returncode == 1 and "desa yang sama" in done.stderr
    assert first.exchange().cocok is True


# --- behind the seal --------------------------------------------------------------------------------------------------


@pytest.fixture
def sealed(server: Running, new_village: MakeVillage) -> Village:
    """A sealed forum that was sent; nothing of it is open."""
    village = new_village(kode=contoh().forum.kode_wilayah, forum=False)
    whole_forum(village.layanan, close=False)
    village.layanan.notulen.catat("Talud didahulukan", jenis="putusan")
    village.layanan.sidang.mulai()
    village.layanan.kesepakatan.tutup()
    village.layanan.segel.buat()
    village.enrol(server)
    assert village.exchange().catatan == ()
    return village


def test_the_kabupaten_refuses_what_was_put_behind_the_seal(server: Running, sealed: Village) -> None:
    desa = sealed.layanan
    usulan, forum = desa.usulan.daftar()[0], desa.desk.forum_id
    forged = [
        ("usulan.ubah", usulan.id, {"judul": "Gapura"}),
        ("forum.ubah", forum, {"tempat": "Sekolah"}),
        ("kesepakatan.ubah", f"{forum}.sepakat", {"urutan": [usulan.id]}),
        ("notulen.ubah", desa.notulen.daftar()[0].id, {"pokok": "Jalan didahulukan"}),
        ("sidang.ubah", f"{forum}.sidang", {f"waktu:{desa.sidang.sekarang().kini}": []}),
        ("lampiran.catat", "x-1", {"usulan": usulan.id, "nama": "a.jpg"}),
        ("bicara.catat", "x-2", {"unsur": "PKK"}),
    ]
    at = sealed.store.head.seq
    for jenis, record, isi in forged:
        forge(desa, jenis, record, isi)
    summary = sealed.exchange()
    assert [(each.seq - at, each.verdict, each.code) for each in summary.catatan] == [
        (place, "ditolak", "DISEGEL") for place in range(1, len(forged) + 1)
    ]
    assert "sudah disegel" in summary.catatan[0].text
    assert ledger.rows(server, TITLE, usulan.id) == [(usulan.judul,)]
    assert ledger.events(server, sealed.store.device) == sealed.events()


def test_what_is_about_afterwards_arrives_behind_the_seal(server: Running, sealed: Village) -> None:
    desa = sealed.layanan
    desa.segel.tambah("Pagu dibaca ulang.", "Camat", "angka keliru")
    desa.sipd.masuk(desa.sipd.antrean()[0].usulan.id, "Rina", "778812")
    note = desa.notulen.catat("Acara ditutup dengan doa", oleh="Ketua BPD")
    sealed.exchange()
    desa.notulen.ubah(note, tanggapan="Selesai pukul dua belas")
    desa.sidang.selesai()
    assert sealed.exchange().catatan == ()


def test_what_waited_while_the_forum_was_sealed_changes_nothing_when_it_is_handed_over(
    server: Running, new_village: MakeVillage
) -> None:
    first = new_village(kode=contoh().forum.kode_wilayah, forum=False)
    whole_forum(first.layanan)
    first.enrol(server)
    first.exchange()
    usulan, forum = first.layanan.usulan.daftar()[0], first.layanan.desk.forum_id
    second = new_village(kode=first.kode, forum=False)
    with second.store.act(forum) as act:
        act.append("usulan.ubah", usulan.id, {"judul": "Gapura"})
        act.append("sipd.ubah", f"{usulan.id}.sipd", {"oleh": "Rina"})
    second.enrol(server)
    assert [each.code for each in second.exchange().catatan] == ["PEMILIK", "PEMILIK"]
    first.layanan.segel.buat()
    assert first.exchange().catatan == ()
    assert server.run("cabut", tag(first), "--pengganti", tag(second)).returncode == 0
    assert [(each.seq, each.code) for each in second.exchange().catatan] == [(1, "DISEGEL")]
    assert ledger.rows(server, TITLE, usulan.id) == [(usulan.judul,)]
    assert server.run("bangun-ulang").returncode == 0
    assert ledger.verdicts(server, second.store.device) == [(1, "ditolak", "DISEGEL")]
    assert ledger.verdicts(server, first.store.device) == []


def sealed_by(village: Village, forum: str, heads: Any) -> dict[str, Any]:
    """The fields of a seal over a forum that this laptop did not open."""
    private = village.store.key_place.private(village.store.device)
    made = segel.Segel(
        forum=forum, kode_wilayah=village.kode, tanggal="2026-01-21", latihan=False,
        kunci=keys.public_key(private).hex(),
        kepala=heads, daun=1, akar="00" * 32, urutan=(), metode="bobot-1", masukan="00" * 32, hadir=(0, 0, 0, 0),
        unsur=(),
    )  # fmt: skip
    return {"isi": made.value(), "tanda": segel.tanda_tangan(private, made).hex(), "kode": "123 456 789 012"}


@pytest.mark.parametrize("head", [1, 2**40, "x"], ids=["seen", "all", "nonsense"])
def test_a_laptop_that_is_found_again_takes_no_seal_away(
    server: Running, new_village: MakeVillage, head: object
) -> None:
    first = new_village(kode=contoh().forum.kode_wilayah)
    first.propose(1)
    second = new_village(kode=first.kode, forum=False)
    for one in (first, second):
        one.enrol(server)
        one.exchange()
    forum, seal = first.layanan.desk.forum_id, "SELECT segel FROM kabupaten_forum WHERE id = ?"
    assert server.run("cabut", tag(first), "--pengganti", tag(second)).returncode == 0
    with second.store.act(forum) as act:
        act.append("segel.buat", f"{forum}.segel", sealed_by(second, forum, {first.store.device: (head, "00")}))
    assert second.exchange().catatan == ()
    assert ledger.rows(server, seal, forum) != [("",)]
    done = server.run("cabut", tag(first), "--batal")
    assert f"tetap diteruskan laptop {tag(second)}" in done.stdout, done.stderr
    assert ledger.rows(server, seal, forum) != [("",)]
    assert ledger.verdicts(server, first.store.device) == [], "what was taken before the seal stays taken"
    first.propose(1)
    assert {each.code for each in first.exchange().catatan} == {"DISEGEL"}
