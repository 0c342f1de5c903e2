"""A sealed result: what it says, that it stays, and that any change behind it is named."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.journal import chain, keys, kunci_saksi, segel, segel_qr
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.segel import Tersegel
from tests.hand_made import forge
from tests.sukamaju import sealed_forum, whole_forum
from tests.village import Prepared, opened


@pytest.fixture
def desa(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    with prepared.opened(whole_forum, tmp_path) as layanan:
        yield layanan


@pytest.fixture
def sealed(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    with prepared.opened(sealed_forum, tmp_path) as layanan:
        yield layanan


def seal_of(desa: Layanan) -> Tersegel:
    found = desa.segel.sekarang()
    assert found is not None
    return found


def test_a_seal_says_what_the_hall_agreed(sealed: Layanan) -> None:
    found = seal_of(sealed)
    agreed = sealed.kesepakatan.sekarang()
    numbers = {usulan.id: usulan.nomor for usulan in sealed.usulan.daftar()}
    scores = {row.usulan: row.nilai for row in sealed.prioritas.hasil().baris}
    assert agreed is not None
    assert [(row.nomor, row.keluaran, row.nilai) for row in found.segel.urutan] == [
        (numbers[butir.usulan], butir.keluaran, scores[butir.usulan]) for butir in agreed.butir
    ]
    assert found.segel.hadir == (73, 45, 28, 0)
    assert sum(count for _, count in found.segel.unsur) == 73
    assert segel.sah(found.segel, found.tanda)
    qr = segel_qr.baca(found.qr)
    assert qr.urutan == found.segel.urutan
    assert (qr.id, qr.kode_wilayah, qr.tanggal) == (found.segel.id, found.segel.kode_wilayah, "2026-01-21")
    assert qr.laptop == found.laptop == sealed.desk.store.tag
    assert len(found.kode) == 15
    assert found.kode == segel.kode(found.segel.akar, found.segel.to_bytes(), found.segel.forum)
    assert sealed.segel.periksa() is None


def test_late_comers_and_the_deadline_are_sealed(desa: Layanan) -> None:
    hours = sorted(one.hadir for one in desa.peserta.daftar(hanya="hadir"))
    desa.kesepakatan.buka_lagi("jam mulai salah tulis")
    desa.forum.ubah(jam_mulai=hours[10])
    desa.kesepakatan.tutup()
    desa.segel.buat()
    found = seal_of(desa).segel
    assert found.terlambat == sum(hour > hours[10] for hour in hours) > 0
    assert found.value()["tenggat"] == "", "this village has no package and so no calendar"
    assert desa.segel.periksa() is None
    fewer = dataclasses.replace(found, terlambat=found.terlambat - 1)
    assert not segel.sah(fewer, seal_of(desa).tanda)


def test_a_seal_of_the_first_version_stays_whole(desa: Layanan) -> None:
    """It is made as an earlier program made it: without late comers and the deadline."""
    plan = desa.segel.siapkan()
    old = dataclasses.replace(plan, segel=dataclasses.replace(plan.segel, versi=1))
    assert not {"terlambat", "tenggat"} & old.segel.value().keys()
    made = desa.segel.catat(old, old.hitung())
    assert segel.from_value(made.segel.value()) == dataclasses.replace(plan.segel, versi=1, terlambat=0, tenggat="")
    assert desa.segel.periksa() is None
    with pytest.raises(segel.BukanSegel):
        segel.from_value({**made.segel.value(), "v": 3})
    with pytest.raises(segel.BukanSegel):
        segel.from_value({**made.segel.value(), "terlambat": 3})


def test_a_sealed_result_stays_closed(sealed: Layanan) -> None:
    with pytest.raises(RuleBroken, match="sudah_disegel"):
        sealed.kesepakatan.buka_lagi("salah satu usulan terlewat")
    with pytest.raises(RuleBroken, match="sudah_disegel"):
        sealed.segel.buat()
    assert sealed.riwayat.teks_batal() is None
    assert sealed.riwayat.batalkan() is None
    assert sealed.riwayat.daftar(1)[0].kalimat.startswith("Hasil disegel, kode ")
    assert seal_of(sealed).kode


def test_only_a_closed_result_is_sealed(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        whole_forum(desa, close=False)
        with pytest.raises(RuleBroken, match="belum_ditutup"):
            desa.segel.siapkan()


def test_what_is_written_while_the_code_is_counted_is_not_passed_over(desa: Layanan) -> None:
    rancangan = desa.segel.siapkan()
    desa.kesepakatan.buka_lagi("ada yang terlewat")
    desa.kesepakatan.tutup()
    with pytest.raises(RuleBroken, match="berubah"):
        desa.segel.catat(rancangan, rancangan.hitung())
    assert desa.segel.sekarang() is None


def test_tables_follow_from_the_journal_also_for_seals(sealed: Layanan) -> None:
    sealed.segel.tambah("Nama dusun di U-003 seharusnya Krajan.", "Ketua BPD", "salah tulis")
    connection = sealed.desk.connection
    before = replay.dump(connection)
    assert len(before["segel"]) == 2
    with sealed.desk.store.transaction():
        replay.rebuild(connection)
    assert replay.dump(connection) == before


def test_an_addendum_has_its_own_seal_and_names_the_one_before(sealed: Layanan) -> None:
    first = sealed.segel.tambah("Pagu dibaca ulang.", "Camat", "angka di layar keliru")
    second = sealed.segel.tambah("Daftar hadir dilampirkan.", "Notulis", "tertinggal")
    assert (first.nomor, second.nomor) == (1, 2)
    assert len({seal_of(sealed).kode, first.kode, second.kode}) == 3
    assert sealed.segel.tambahan() == [first, second]
    assert sealed.segel.periksa() is None
    with pytest.raises(RuleBroken, match="kosong"):
        sealed.segel.tambah("Tanpa nama.", " ", "x")


def tamper(desa: Layanan, sql: str, *values: object) -> None:
    desa.desk.connection.execute(sql, values)


def usulan_id(desa: Layanan, nomor: int = 7) -> str:
    return next(usulan.id for usulan in desa.usulan.daftar() if usulan.nomor == nomor)


def swap_pair(desa: Layanan) -> str:
    found = desa.kesepakatan.sekarang()
    order = [butir.usulan for butir in found.butir] if found else []
    order[3], order[4] = order[4], order[3]
    tamper(desa, "UPDATE kesepakatan SET urutan = ?", json.dumps(order))
    return "kesepakatan"


def change_score(desa: Layanan) -> str:
    tamper(desa, "UPDATE skor SET nilai = '[1,1,1,1,1]' WHERE usulan = ?", usulan_id(desa))
    return "U-007"


def drop_attendee(desa: Layanan) -> str:
    person = desa.peserta.daftar(hanya="hadir")[0]
    tamper(desa, "DELETE FROM peserta WHERE id = ?", person.id)
    return person.id


def change_title(desa: Layanan) -> str:
    tamper(desa, "UPDATE usulan SET judul = 'Gapura' WHERE id = ?", usulan_id(desa))
    return "U-007"


def change_output(desa: Layanan) -> str:
    tamper(desa, "UPDATE butir SET keluaran = 'dana_desa' WHERE usulan = ?", usulan_id(desa, 48))
    return "U-048"


def change_event(desa: Layanan) -> str:
    tamper(
        desa,
        "UPDATE jurnal SET isi = CAST(replace(isi, 'Drainase', 'Drainasi') AS BLOB) WHERE record = ?",
        usulan_id(desa, 1),
    )
    return "U-001"


def rewrite_history(desa: Layanan) -> str:
    """A careful forger: another amount, and every hash behind it made to fit."""
    connection, device = desa.desk.connection, desa.desk.store.device
    record = usulan_id(desa)
    rows = connection.execute("SELECT seq, record, isi FROM jurnal ORDER BY seq").fetchall()
    head = chain.start(device)
    for seq, owner, data in rows:
        data = bytes(data).replace(b'"perkiraan_biaya":', b'"perkiraan_biaya":1') if owner == record else bytes(data)
        head = chain.link(head, data)
        tamper(desa, "UPDATE jurnal SET isi = ?, hash = ? WHERE seq = ?", data, head, seq)
    with desa.desk.store.transaction():
        replay.rebuild(connection)
    return "U-007"


def foreign_code(desa: Layanan) -> str:
    tamper(desa, "UPDATE segel SET kode = '000 000 000 001'")
    return "Segel"


def late_event(desa: Layanan) -> str:
    record = f"{desa.desk.store.tag}-{desa.desk.store.head.seq + 1}"
    forge(desa, "peserta.catat", record, {"nama": "Susulan", "nomor": 999})
    return record


@pytest.mark.parametrize(
    "forge",
    [
        swap_pair, change_score, drop_attendee, change_title, change_output, change_event, rewrite_history,
        foreign_code, late_event,
    ],
)  # fmt: skip
def test_a_change_is_found_and_its_record_named(sealed: Layanan, forge: Callable[[Layanan], str]) -> None:
    named = forge(sealed)
    found = sealed.segel.periksa()
    assert found is not None
    assert named in f"{found.record} {found}"


def test_a_seal_of_another_forum_is_not_taken(sealed: Layanan) -> None:
    first = sealed.desk.forum_id
    whole_forum(sealed)
    sealed.segel.buat()
    tamper(
        sealed,
        "UPDATE segel SET (isi, tanda, tanda_qr, kode) ="
        " (SELECT isi, tanda, tanda_qr, kode FROM segel WHERE forum = ?) WHERE forum <> ?",
        first,
        first,
    )
    found = sealed.segel.periksa()
    assert found is not None
    assert found.nama == "Segel"


def test_a_witness_signs_with_a_key_from_his_own_stick(sealed: Layanan) -> None:
    text = kunci_saksi.kunci_baru("padi menguning")
    assert "ENCRYPTED" in text
    private = kunci_saksi.buka(text.encode(), "padi menguning")
    before = seal_of(sealed)
    signed = sealed.segel.ikut_menandatangani("Ibu Saksi", "Ketua BPD", private)
    assert (signed.nama, signed.jabatan, signed.kunci) == ("Ibu Saksi", "Ketua BPD", keys.public_key(private))
    assert seal_of(sealed) == before
    assert sealed.segel.periksa() is None
    assert sealed.riwayat.teks_batal() is None, "a signature is not taken back"
    for nama, jabatan, key, broken in (
        (" ", "Ketua BPD", private, "nama_saksi"),
        ("Ibu Saksi", "", private, "jabatan_saksi"),
        ("Ibu Saksi", "Ketua BPD", private, "sudah_dipakai"),
        ("Laptop", "Kepala Desa", sealed.desk.store.key_place.private(sealed.desk.store.device), "milik_laptop"),
    ):
        with pytest.raises(RuleBroken, match=broken):
            sealed.segel.ikut_menandatangani(nama, jabatan, key)
    assert len(sealed.segel.saksi()) == 1


def test_a_signature_under_another_name_is_named(sealed: Layanan) -> None:
    sealed.segel.ikut_menandatangani("Ibu Saksi", "Ketua BPD", keys.new_private_key())
    sealed.desk.connection.execute("UPDATE segel_saksi SET nama = 'Orang Lain'")
    found = sealed.segel.periksa()
    assert found is not None
    assert str(found) == "Tanda tangan Ketua BPD: tidak cocok dengan segel ini"


@pytest.mark.parametrize(
    ("text", "sandi", "words"),
    [
        (b"bukan kunci", "padi menguning", "bukan kunci saksi"),
        (b"", "padi menguning", "bukan kunci saksi"),
        (kunci_saksi.kunci_baru("padi menguning").encode(), "padi kering", "keliru"),
        (kunci_saksi.kunci_baru("padi menguning").encode()[:120], "padi menguning", "keliru"),
    ],
    ids=["another file", "an empty file", "another pass phrase", "a cut file"],
)
def test_a_key_that_does_not_open_is_one_sentence(text: bytes, sandi: str, words: str) -> None:
    with pytest.raises(kunci_saksi.KunciDitolak, match=words):
        kunci_saksi.buka(text, sandi)


def test_a_pass_phrase_too_short_or_too_long_is_refused() -> None:
    with pytest.raises(kunci_saksi.KunciDitolak, match="8 huruf"):
        kunci_saksi.kunci_baru("padi")
    with pytest.raises(kunci_saksi.KunciDitolak, match="terlalu panjang"):
        kunci_saksi.kunci_baru("padi " * 300)
