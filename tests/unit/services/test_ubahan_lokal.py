"""Acts on what no event holds are taken back in the one order of all acts, leave no personal datum behind for ever,
and none of it in what travels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.db import backup, opening
from musrenbang_desktop.db.connection import open_reader
from musrenbang_desktop.db.journal_copy import FILE_NAME
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.kontak import Kontak
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.ubahan_lokal import DIINGAT
from tests.small_forum import small_forum
from tests.village import Wall, opened

NUMBER, OTHER = "081200000001", "081200000002"
BORN = "Contohwetan, 17 Agustus 1980"


@pytest.fixture
def usulan(layanan: Layanan) -> str:
    layanan.forum.ubah(notulis=Pejabat("Sari Puspita"))
    return layanan.usulan.catat(UsulanBaru(judul="Talud"))


def number(desa: Layanan, record: str) -> str:
    return desa.kontak.satu(record).telepon


def test_a_number_stands_in_the_order_of_all_acts(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, telepon=NUMBER)
    layanan.usulan.ubah(usulan, judul="Talud utara")
    layanan.kontak.isi(usulan, telepon=OTHER)
    assert layanan.riwayat.teks_batal() == "Nomor telepon usulan U-001 Talud utara diubah"
    layanan.riwayat.batalkan()
    assert number(layanan, usulan) == NUMBER
    layanan.riwayat.batalkan()
    one = layanan.usulan.satu(usulan)
    assert one is not None and one.judul == "Talud"
    assert layanan.riwayat.teks_batal() == "Nomor telepon usulan U-001 Talud diisi"
    layanan.riwayat.batalkan()
    assert layanan.kontak.satu(usulan) == Kontak()
    for _ in range(3):
        assert layanan.riwayat.ulangi() is not None
    assert (number(layanan, usulan), layanan.riwayat.ulangi()) == (OTHER, None)


def test_a_row_and_an_event_of_one_number_are_two_acts(layanan: Layanan, usulan: str) -> None:
    shown = []
    for n in range(12):
        shown.append((number(layanan, usulan), layanan.usulan.daftar()[0].judul))
        if n % 2:
            layanan.usulan.ubah(usulan, judul=f"Talud {n}")
        else:
            layanan.kontak.isi(usulan, telepon=f"08120000{n:04d}")
    while shown:
        layanan.riwayat.batalkan()
        assert (number(layanan, usulan), layanan.usulan.daftar()[0].judul) == shown.pop()


def test_what_was_taken_back_cannot_come_again_once_something_else_was_done(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, telepon=NUMBER)
    layanan.riwayat.batalkan()
    layanan.usulan.ubah(usulan, judul="Drainase")
    assert layanan.riwayat.ulangi() is None
    layanan.riwayat.batalkan()
    layanan.kontak.isi(usulan, nama="Contoh")
    assert layanan.riwayat.ulangi() is None, "an act outside the journal is an act"


def test_nothing_is_written_when_nothing_differs(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, telepon=NUMBER)
    layanan.kontak.isi(usulan, telepon="0812-0000-0001")
    layanan.riwayat.batalkan()
    assert number(layanan, usulan) == ""


def test_an_emptied_birth_comes_back_and_is_named_nowhere(layanan: Layanan, usulan: str) -> None:
    layanan.kelahiran.isi("Sari Puspita", BORN)
    layanan.kelahiran.isi("sari puspita", "")
    assert layanan.riwayat.teks_batal() == "Tempat dan tanggal lahir anggota tim dihapus"
    layanan.riwayat.batalkan()
    assert BORN in dict(layanan.kelahiran.daftar()).values()
    told = [act.kalimat for act in layanan.riwayat.daftar()]
    assert told[:3] == [
        "Dibatalkan: Tempat dan tanggal lahir anggota tim dihapus",
        "Tempat dan tanggal lahir anggota tim dihapus",
        "Tempat dan tanggal lahir anggota tim diisi",
    ]


def test_the_history_of_a_record_says_that_and_never_what(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, nama="Wagiyem", telepon=NUMBER)
    layanan.usulan.ubah(usulan, judul="Talud utara")
    layanan.kontak.isi(usulan, telepon=OTHER)
    layanan.riwayat.batalkan()
    steps = layanan.riwayat.perubahan(usulan)
    assert [(step.isian, step.sesudah, step.urung) for step in steps[:4]] == [
        ("nomor telepon", "diubah", True),
        ("nomor telepon", "diubah", False),
        ("judul", "Talud utara", False),
        ("nama kontak dan nomor telepon", "diisi", False),
    ]
    words = repr(steps) + repr(layanan.riwayat.satu_record(usulan)) + repr(layanan.riwayat.daftar())
    assert not any(secret in words for secret in (NUMBER, OTHER, "Wagiyem"))


def test_the_end_of_a_long_history_is_read_without_its_beginning(
    layanan: Layanan, usulan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        layanan.usulan.ubah(usulan, judul=f"Talud {n}")
        layanan.kontak.isi(usulan, telepon=f"08120000{n:04d}")
    whole = layanan.riwayat.satu_record(usulan)
    read: list[bytes] = []
    monkeypatch.setattr(jurnal, "from_bytes", lambda data: read.append(data) or from_bytes(data))
    assert layanan.riwayat.satu_record(usulan, 4) == whole[:4]
    assert len(read) == 4, "the panel of an usulan is filled after every key"


def test_the_history_of_the_forum_keeps_its_order(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, telepon=NUMBER)
    layanan.usulan.catat_banyak([UsulanBaru(judul="A"), UsulanBaru(judul="B")], "menempel")
    layanan.kontak.isi(usulan, telepon="")
    told = [act.kalimat for act in layanan.riwayat.daftar(3)]
    assert told == [
        "Nomor telepon usulan U-001 Talud dihapus",
        "2 usulan dicatat sekaligus",
        "Nomor telepon usulan U-001 Talud diisi",
    ]
    assert layanan.riwayat.daftar(cari="telepon")[0].langkah < 0, "no event has such a number"


def test_nothing_of_it_travels(layanan: Layanan, usulan: str) -> None:
    head = layanan.desk.store.head
    layanan.kontak.isi(usulan, telepon=NUMBER)
    layanan.riwayat.batalkan()
    layanan.riwayat.ulangi()
    assert layanan.desk.store.head == head, "no event was written"
    layanan.kontak.isi(usulan, telepon=OTHER)
    layanan.ganda.pecah(usulan, [Pecahan("Utara"), Pecahan("Selatan")])
    layanan.riwayat.batalkan()
    layanan.desk.store.sync_copy()
    copy = (layanan.desk.store.path.parent / FILE_NAME).read_bytes()
    events = b"".join(bytes(row[0]) for row in layanan.desk.connection.execute("SELECT isi FROM jurnal"))
    assert not any(secret.encode() in copy + events for secret in (NUMBER, OTHER))


def test_a_copied_contact_goes_and_comes_with_the_act_that_copied_it(layanan: Layanan, usulan: str) -> None:
    layanan.kontak.isi(usulan, telepon=NUMBER)
    (part,) = layanan.ganda.pecah(usulan, [Pecahan("Utara"), Pecahan("Selatan")])
    assert number(layanan, part) == NUMBER
    for _ in range(2):
        layanan.riwayat.batalkan()
        assert (number(layanan, part), number(layanan, usulan)) == ("", NUMBER)
        layanan.riwayat.ulangi()
        assert number(layanan, part) == NUMBER


def test_a_ticket_belongs_to_the_history_of_every_forum(layanan: Layanan) -> None:
    ticket = layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"), "0812 0000 0001").id
    layanan.kontak.isi(ticket, telepon=OTHER)
    rows = layanan.desk.connection.execute("SELECT DISTINCT forum FROM ubahan_lokal").fetchall()
    assert rows == [(TANPA_FORUM,)]
    layanan.forum.buka(small_forum())
    assert layanan.riwayat.teks_batal() is None, "what was before the forum was opened is not taken back in it"
    layanan.kontak.isi(ticket, telepon="")
    layanan.riwayat.batalkan()
    assert number(layanan, ticket) == OTHER


def test_what_was_forgotten_below_a_ticket_that_stays_is_passed_over(layanan: Layanan) -> None:
    first = layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"), NUMBER)
    layanan.kontak.isi(first.id, telepon=OTHER)
    taken = layanan.titipan.catat(UsulanBaru(judul="Talud"))
    here = layanan.desk.forum_id
    layanan.forum.buka(small_forum())
    layanan.titipan.masukkan([taken.id])
    layanan.desk.choose(here)
    layanan.riwayat.lupakan()
    assert layanan.riwayat.teks_batal() == "Titipan T-001 Lampu jalan dicatat"
    layanan.riwayat.batalkan()
    assert first.id not in [one.id for one in layanan.titipan.daftar()]
    assert layanan.riwayat.teks_batal() is None, "and Ctrl+Z does not stand still"


def test_people_said_to_be_two_stay_two_after_a_restart(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        one, other = (desa.peserta.undang(PesertaBaru(nama="Sri Rahayu")) for _ in range(2))
        assert len(desa.undangan.serupa()) == 1
        desa.undangan.dua_orang(other, one)
        assert desa.undangan.serupa() == [] and desa.undangan.serupa_dengan(other) == []
        events = b"".join(bytes(row[0]) for row in desa.desk.connection.execute("SELECT isi FROM jurnal"))
        assert events.count(b"Sri Rahayu") == 2, "only the ids say which two"
    with opened(tmp_path) as desa:
        assert desa.undangan.serupa() == []
        assert desa.riwayat.teks_batal() == "Sri Rahayu dan Sri Rahayu memang dua orang"
        third = desa.peserta.undang(PesertaBaru(nama="Sri Rahayu"))
        assert {frozenset((a.id, b.id)) for a, b in desa.undangan.serupa()} == {
            frozenset((one, third)),
            frozenset((other, third)),
        }
        desa.riwayat.batalkan()
        desa.riwayat.batalkan()
        assert len(desa.undangan.serupa()) == 1


# --- what is forgotten ------------------------------------------------------------------------------------------------


def held(folder: Path) -> str:
    """Everything that stands in the table, as text."""
    with closing(open_reader(folder / opening.FILE_NAME)) as reader:
        return repr(reader.execute("SELECT * FROM ubahan_lokal").fetchall())


@pytest.fixture
def desa(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(tmp_path, wall) as found:
        found.forum.buka(small_forum())
        found.usulan.catat(UsulanBaru(judul="Talud"))
        yield found


def test_what_was_there_is_forgotten_after_a_while_and_the_history_stays(
    desa: Layanan, tmp_path: Path, wall: Wall
) -> None:
    record = desa.usulan.daftar()[0].id
    desa.kontak.isi(record, telepon=NUMBER)
    desa.kontak.isi(record, telepon="")
    wall.now += DIINGAT
    desa.cadangan.lupakan_lama()
    assert NUMBER in held(tmp_path), "the last day is not over"
    wall.now += timedelta(days=1)
    heard: list[Changes] = []
    desa.bus.subscribe(heard.append)
    desa.cadangan.lupakan_lama()
    assert NUMBER not in held(tmp_path)
    assert not [file for file in tmp_path.iterdir() if file.is_file() and NUMBER.encode() in file.read_bytes()]
    assert [one.kinds for one in heard] == [{"lokal"}], "what Ctrl+Z would take back is another act now"
    assert desa.riwayat.daftar()[0].kalimat == "Nomor telepon usulan U-001 Talud diubah"
    assert desa.riwayat.teks_batal() == "Usulan U-001 Talud dicatat", "passed over"
    desa.riwayat.batalkan()
    assert desa.usulan.daftar() == []


def test_the_next_change_forgets_what_is_too_old(desa: Layanan, tmp_path: Path, wall: Wall) -> None:
    record = desa.usulan.daftar()[0].id
    desa.kontak.isi(record, telepon=NUMBER)
    wall.now += DIINGAT + timedelta(days=1)
    desa.kontak.isi(record, nama="Contoh")
    assert NUMBER not in held(tmp_path)
    desa.riwayat.batalkan()
    assert desa.kontak.satu(record) == Kontak("", NUMBER), "what is recorded stays"


def test_a_tick_of_the_rehearsal_is_no_personal_datum(desa: Layanan, wall: Wall) -> None:
    desa.gladi.catat("tanpa_layar")
    wall.now += DIINGAT * 2
    desa.cadangan.lupakan_lama()
    desa.riwayat.lupakan()
    assert desa.riwayat.teks_batal() == "Gladi bersih, tanpa proyektor: ditandai"


def test_the_operator_can_have_it_forgotten_at_once(desa: Layanan, tmp_path: Path) -> None:
    record = desa.usulan.daftar()[0].id
    desa.kontak.isi(record, telepon=NUMBER)
    desa.usulan.ubah(record, judul="Talud utara")
    desa.kontak.isi(record, telepon=OTHER)
    assert desa.riwayat.diingat() == 2
    assert desa.riwayat.teks_batal() is not None, "the stack is read before"
    desa.riwayat.lupakan()
    assert (desa.riwayat.diingat(), NUMBER in held(tmp_path)) == (0, False)
    assert number(desa, record) == OTHER
    assert desa.riwayat.teks_batal() == "Usulan U-001 Talud utara: judul menjadi Talud utara"
    desa.riwayat.batalkan()
    desa.riwayat.batalkan()
    assert desa.usulan.daftar() == [] and number(desa, record) == OTHER


def test_what_was_forgotten_is_in_no_unused_corner_of_the_file(desa: Layanan, tmp_path: Path) -> None:
    record = desa.usulan.daftar()[0].id
    numbers = [f"08120000{n:04d}" for n in range(60)]
    for one in numbers:
        desa.kontak.isi(record, telepon=one)
    desa.riwayat.lupakan()
    files = b"".join(path.read_bytes() for path in tmp_path.glob(f"{opening.FILE_NAME}*"))
    assert [one for one in numbers if one.encode() in files] == numbers[-1:], "the one that is recorded now"


# --- after a recovery -------------------------------------------------------------------------------------------------


def test_a_recovery_brings_the_number_of_the_bad_file_and_its_way_back(tmp_path: Path, wall: Wall) -> None:
    with opened(tmp_path, wall) as desa:
        desa.forum.buka(small_forum())
        record, other = (desa.usulan.catat(UsulanBaru(judul=name)) for name in ("Talud", "Drainase"))
        for one in (record, other):
            desa.kontak.isi(one, telepon=NUMBER)
        desa.cadangan.buat()
        desa.kontak.isi(record, telepon=OTHER)
        desa.usulan.ubah(record, judul="Talud utara")
        desa.kontak.isi(other, telepon="")
        path = desa.desk.store.path
    assert backup.copies(tmp_path / backup.FOLDER)
    break_a_hash(path)
    with opened(tmp_path, wall) as desa:
        assert (number(desa, record), number(desa, other)) == (OTHER, ""), "not those of the copy"
        desa.riwayat.batalkan()
        assert number(desa, other) == NUMBER
        desa.riwayat.batalkan()
        desa.riwayat.batalkan()
        assert number(desa, record) == NUMBER


def test_a_number_that_was_deleted_and_forgotten_does_not_come_back_from_an_older_copy(
    tmp_path: Path, wall: Wall
) -> None:
    with opened(tmp_path, wall) as desa:
        desa.forum.buka(small_forum())
        desa.forum.ubah(notulis=Pejabat("Sari Puspita"))
        record = desa.usulan.catat(UsulanBaru(judul="Talud"))
        desa.kontak.isi(record, telepon=NUMBER)
        desa.kelahiran.isi("Sari Puspita", BORN)
        desa.draf.simpan("usulan_asal", record, {"kontak_telepon": "0812 99"})
        desa.cadangan.buat()
        desa.kontak.isi(record, telepon="")
        desa.kelahiran.isi("Sari Puspita", "")
        desa.draf.simpan("usulan_asal", record, {})
        desa.riwayat.lupakan()
        path = desa.desk.store.path
    break_a_hash(path)
    with opened(tmp_path, wall) as desa:
        assert number(desa, record) == ""
        assert dict(desa.kelahiran.daftar())["Sari Puspita"] == ""
        assert desa.draf.ambil("usulan_asal") == {}


def break_a_hash(path: Path) -> None:
    """The file can be read, and is not what it was: it is set aside, and the newest copy takes its place."""
    from musrenbang_desktop.db.connection import engine

    with closing(engine.connect(path)) as file, file:
        file.execute("UPDATE jurnal SET hash = x'00' WHERE n = 2")
