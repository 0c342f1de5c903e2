"""Opening by quorum, putting off, delegates, paper against screen: acts like all others, with undo and replay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.lembar_hadir import TAMU
from sync.wire import paket
from tests.paket import HEAD, KABUPATEN, berkas
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import pages, text_of, words
from tests.village import opened


@pytest.fixture
def desa(tmp_path: Path) -> Iterator[Layanan]:
    """Nine people are invited, three women among them; two thirds of nine are six."""
    with opened(tmp_path) as services:
        services.forum.buka(small_forum())
        services.peserta.undang_banyak(
            [PesertaBaru(nama=f"Warga {n}", jenis_kelamin="P" if n < 3 else "L", unsur="RT") for n in range(9)]
        )
        yield services


def ids(desa: Layanan) -> list[str]:
    return [one.id for one in desa.peserta.daftar(hanya="undangan")]


def come(desa: Layanan, many: int) -> None:
    for record in ids(desa)[:many]:
        desa.peserta.hadirkan(record, "08.50")


def replayed(desa: Layanan) -> bool:
    connection = desa.desk.connection
    before = replay.dump(connection)
    with desa.desk.store.transaction():
        replay.rebuild(connection)
    return replay.dump(connection) == before


def paper(desa: Layanan, jenis: str) -> str:
    isi = desa.dokumen.isi()
    return text_of(render(jenis, isi, profile.load(isi.forum.profil)))


def test_with_a_quorum_the_meeting_opens_and_the_numbers_of_the_hour_stay(desa: Layanan) -> None:
    come(desa, 6)
    assert desa.kehadiran.keadaan().tahap == "cukup"
    desa.kehadiran.buka()
    come_late = ids(desa)[6]
    desa.peserta.hadirkan(come_late)
    opened_ = desa.kehadiran.sekarang().pembukaan
    assert opened_ and (opened_.hadir, opened_.diundang, opened_.perlu, opened_.bagian) == (6, 9, 6, "2/3")
    assert opened_.tercapai
    with pytest.raises(RuleBroken, match="sudah"):
        desa.kehadiran.buka()
    assert desa.riwayat.daftar()[1].kalimat == "Musyawarah dibuka pukul 09.00, 6 undangan hadir"
    assert replayed(desa)


def test_without_a_quorum_only_a_reason_opens_and_the_reason_prints(desa: Layanan) -> None:
    come(desa, 5)
    assert desa.kehadiran.keadaan().tahap == "menunggu"
    with pytest.raises(RuleBroken, match="alasan_kuorum"):
        desa.kehadiran.buka("  ")
    desa.kehadiran.buka("jembatan ke Tegal putus")
    text = paper(desa, "berita_acara")
    assert "5 dari 9 undangan saat dibuka 09.00; dua pertiga (6) tidak tercapai" in text
    assert "musyawarah dilanjutkan karena jembatan ke Tegal putus" in text


def test_a_result_without_quorum_is_closed_only_with_the_reason(desa: Layanan) -> None:
    desa.usulan.catat_banyak(some_usulan(2), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([one.id for one in desa.usulan.daftar()], "dana_desa")
    with pytest.raises(RuleBroken) as caught:
        desa.kesepakatan.tutup()
    assert (caught.value.field, caught.value.code) == ("kuorum", "tidak_tercapai")
    desa.kehadiran.buka("hujan lebat sejak pagi")
    desa.kesepakatan.tutup()


def test_another_share_may_be_chosen_for_this_meeting(desa: Layanan) -> None:
    come(desa, 5)
    desa.kehadiran.pilih_bagian("1/2+1")
    assert desa.kehadiran.aturan().perlu(9) == 5
    assert desa.kehadiran.keadaan().tahap == "cukup"
    desa.kehadiran.pilih_bagian("tidak")
    assert desa.kehadiran.pembukaan() is None
    assert "undangan" not in paper(desa, "berita_acara").split("Peserta :")[-1][:200].lower()
    desa.riwayat.batalkan()
    assert desa.kehadiran.aturan().bagian == "1/2+1"


def test_putting_off_is_one_act_that_undo_takes_back_whole(desa: Layanan) -> None:
    come(desa, 4)
    before = replay.dump(desa.desk.connection)
    desa.kehadiran.tunda("2026-01-23", "10.00", "undangan belum cukup")
    forum = desa.forum.aktif()
    assert forum and (forum.tanggal, forum.jam_mulai) == ("2026-01-23", "10.00")
    assert desa.peserta.hitung().hadir == 0, "the second meeting counts anew"
    (entry,) = desa.kehadiran.penundaan()
    assert (entry.hadir, entry.diundang, entry.perlu, entry.laki, entry.perempuan) == (4, 9, 6, 1, 3)
    assert len(entry.orang) == 4, "who had come is kept"
    assert replayed(desa)
    assert desa.riwayat.teks_batal() == "Musyawarah ditunda dari 2026-01-21 ke 2026-01-23"
    desa.riwayat.batalkan()
    after = replay.dump(desa.desk.connection)
    assert {k: v for k, v in after.items() if k in ("forum", "peserta")} == {
        k: v for k, v in before.items() if k in ("forum", "peserta")
    }
    assert desa.kehadiran.penundaan() == []
    desa.riwayat.ulangi()
    assert len(desa.kehadiran.penundaan()) == 1 and desa.peserta.hitung().hadir == 0
    assert replayed(desa)


@pytest.mark.parametrize(
    ("hari", "jam", "alasan", "code"),
    [
        ("2026-01-21", "", "x", "terlalu_awal"),
        ("2026-01-25", "", "x", "terlalu_lambat"),
        ("2026-01-22", "25", "x", "bukan_jam"),
        ("2026-01-22", "", " ", "kosong"),
    ],
)
def test_a_postponement_that_breaks_a_rule_writes_nothing(
    desa: Layanan, hari: str, jam: str, alasan: str, code: str
) -> None:
    head = desa.desk.store.head
    with pytest.raises(RuleBroken, match=code):
        desa.kehadiran.tunda(hari, jam, alasan)
    assert desa.desk.store.head == head


def test_the_second_meeting_goes_on_with_those_present_and_is_not_put_off_again(desa: Layanan) -> None:
    desa.kehadiran.tunda("2026-01-22", "", "undangan belum cukup")
    with pytest.raises(RuleBroken, match="penundaan: sudah"):
        desa.kehadiran.tunda("2026-01-24", "", "masih sepi")
    come(desa, 2)
    state = desa.kehadiran.keadaan()
    assert state.kedua and state.tahap == "cukup"
    desa.kehadiran.buka()
    assert desa.kehadiran.kurang() == []
    assert "musyawarah kedua sesudah ditunda, dilanjutkan dengan yang hadir" in paper(desa, "berita_acara")


def test_the_paper_of_a_postponement_is_the_same_whatever_happened_since(desa: Layanan) -> None:
    come(desa, 4)
    desa.kehadiran.tunda("2026-01-22", "09.30", "undangan belum cukup")
    isi = desa.dokumen.isi()
    first = render("penundaan", isi, profile.load(isi.forum.profil))
    come(desa, 7)
    desa.kehadiran.buka()
    desa.usulan.catat_banyak(some_usulan(2), "mencatat")
    isi = desa.dokumen.isi()
    assert render("penundaan", isi, profile.load(isi.forum.profil)) == first
    text = text_of(first)
    assert "Rabu tanggal dua puluh satu bulan Januari" in text, "the day that was meant first"
    assert "sedianya dimulai pukul 09.00 WIB belum dapat dibuka" in text
    assert "hadir 4 (empat) dari 9 (sembilan) undangan" in text
    assert "Kamis, 22 Januari 2026 pukul 09.30 WIB" in text
    assert "4 orang (1 laki-laki, 3 perempuan)" in text
    assert "Alasan: undangan belum cukup." in text


def test_delegates_are_chosen_checked_and_printed(desa: Layanan) -> None:
    people = ids(desa)
    for record in people[3:6]:
        desa.kehadiran.jadikan_delegasi(record, "delegasi")
    desa.kehadiran.buka("uji")
    assert [rule.terpenuhi for rule in desa.kehadiran.syarat_delegasi()] == [True, False], "three men"
    assert [(one.field, one.code) for one in desa.kehadiran.kurang()] == [("delegasi", "kurang_perempuan")]
    desa.kehadiran.beri_alasan_delegasi("tidak ada perempuan yang bersedia")
    assert desa.kehadiran.kurang() == []
    assert "karena tidak ada perempuan yang bersedia" in paper(desa, "delegasi")
    desa.kehadiran.jadikan_delegasi(people[5], "cadangan")
    desa.kehadiran.jadikan_delegasi(people[0], "delegasi")
    assert [one.nama for one in desa.kehadiran.delegasi()] == ["Warga 3", "Warga 4", "Warga 0"]
    assert [one.nama for one in desa.kehadiran.delegasi("cadangan")] == ["Warga 5"]
    text = paper(desa, "lengkap")
    assert "KETIGA : Delegasi ke Musrenbang" in text and "KELIMA" in text
    assert "LAMPIRAN V : BERITA ACARA" in text
    assert "tidak ada perempuan" not in text, "the rule holds now, the reason is not printed"
    assert "Warga 0" in text and "cadangan" in text
    assert replayed(desa)


def test_the_letter_of_mandate_names_the_delegates_or_leaves_lines(desa: Layanan) -> None:
    assert "Warga" not in paper(desa, "mandat")
    for record in ids(desa)[1:4]:
        desa.kehadiran.jadikan_delegasi(record, "delegasi")
    text = paper(desa, "mandat")
    assert "SURAT MANDAT" in text and "memberikan mandat kepada:" in text and "Mengetahui" not in text
    assert [f"Warga {n}" in text for n in (1, 2, 3)] == [True] * 3


def test_without_delegates_the_clauses_are_numbered_without_a_gap(desa: Layanan) -> None:
    text = paper(desa, "berita_acara")
    assert "KELIMA" not in text and "KEEMPAT" in text and "Delegasi" not in text


def test_a_delegate_whose_record_is_merged_stays_a_delegate(desa: Layanan) -> None:
    one, other, third = ids(desa)[:3]
    for record in (one, other, third):
        desa.kehadiran.jadikan_delegasi(record, "delegasi")
    desa.undangan.gabung(one, other, {})
    assert desa.kehadiran.sekarang().delegasi == (one, third)
    desa.riwayat.batalkan()
    assert desa.kehadiran.sekarang().delegasi == (one, other, third)
    assert replayed(desa)


def test_closed_results_keep_their_attendance(desa: Layanan) -> None:
    desa.usulan.catat_banyak(some_usulan(1), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([one.id for one in desa.usulan.daftar()], "dana_desa")
    desa.kehadiran.buka("uji")
    desa.kesepakatan.tutup()
    record = ids(desa)[0]
    for act in (
        lambda: desa.kehadiran.pilih_bagian("tidak"),
        lambda: desa.kehadiran.jadikan_delegasi(record, "delegasi"),
        lambda: desa.kehadiran.beri_alasan_delegasi("x"),
        lambda: desa.lembar_hadir.tandai(record, hadir=True),
        lambda: desa.lembar_hadir.catat_jumlah(1, 3),
    ):
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            act()


def test_the_lines_of_the_paper_stay_where_they_were_printed(desa: Layanan) -> None:
    people = ids(desa)
    desa.dokumen.simpan("daftar_hadir_nama", b"%PDF-1.7", 1, urutan=people)
    desa.peserta.ubah(people[2], diundang=False)
    late = desa.peserta.undang(PesertaBaru(nama="Menyusul"))
    rows = desa.lembar_hadir.baris()
    assert [row.orang.id if row.orang else "" for row in rows] == [*people, late]
    assert [row.dicetak for row in rows] == [True] * 9 + [False]
    assert (rows[8].halaman, rows[8].baris) == (1, 9)


def test_who_is_invited_while_the_paper_is_drawn_shifts_no_line_of_it(desa: Layanan) -> None:
    """The order that is recorded is the order drawn, not that of the moment at which the file is saved."""
    people = ids(desa)
    drawing = desa.dokumen.penggambar(hitung=False)
    desa.peserta.ubah(people[2], diundang=False)
    late = desa.peserta.undang(PesertaBaru(nama="Menyusul"))
    paper = drawing.gambar("daftar_hadir_nama")
    assert "Menyusul" not in text_of(paper)
    desa.dokumen.simpan("daftar_hadir_nama", paper, 1, urutan=drawing.urutan("daftar_hadir_nama"))
    rows = desa.lembar_hadir.baris()
    assert [row.orang.id if row.orang else "" for row in rows] == [*people, late]
    assert [row.dicetak for row in rows] == [True] * len(people) + [False]


def test_sheet_and_line_follow_the_profile(desa: Layanan) -> None:
    desa.peserta.undang_banyak([PesertaBaru(nama=f"Lagi {n}") for n in range(20)])
    length = desa.kehadiran.profil().lembar.baris_halaman
    rows = desa.lembar_hadir.baris()
    assert (rows[length - 1].halaman, rows[length - 1].baris) == (1, length)
    assert (rows[length].halaman, rows[length].baris) == (2, 1)
    read = [
        words(page.text) for page in pages(render("daftar_hadir_nama", desa.dokumen.isi(), desa.kehadiran.profil()))
    ]
    first_of_second = rows[length].orang
    assert first_of_second and first_of_second.nama in read[1] and first_of_second.nama not in read[0]


def test_a_signed_line_has_the_hour_of_the_invitation(desa: Layanan) -> None:
    record = ids(desa)[0]
    desa.lembar_hadir.tandai(record, hadir=True)
    person = desa.peserta.satu(record)
    assert person and person.hadir == "09.00"
    desa.lembar_hadir.tandai(record, hadir=False)
    assert desa.peserta.hitung().hadir == 0


def test_a_deputy_signs_on_the_line_of_the_invited_person(desa: Layanan) -> None:
    record = ids(desa)[0]
    desa.lembar_hadir.wakil(record, "Joko")
    row = desa.lembar_hadir.baris()[0]
    assert (row.wakil, row.bertanda) == ("Joko", True)
    assert [(one.halaman, one.layar) for one in desa.lembar_hadir.jumlah()] == [(1, 1), (TAMU, 0)]


def test_paper_and_screen_must_agree_before_the_result_is_closed(desa: Layanan) -> None:
    assert desa.lembar_hadir.kurang() == [], "nobody types a paper in"
    come(desa, 6)
    desa.peserta.catat_tamu(PesertaBaru(nama="Sri", hadir="09.05"))
    desa.lembar_hadir.catat_jumlah(1, 7)
    assert [(one.code, one.text) for one in desa.lembar_hadir.kurang()] == [
        ("tidak_cocok", "1"),
        ("belum_dihitung", "0"),
    ]
    desa.lembar_hadir.catat_jumlah(TAMU, 1)
    desa.lembar_hadir.tandai(ids(desa)[6], hadir=True)
    assert desa.lembar_hadir.kurang() == []
    assert replayed(desa)
    desa.lembar_hadir.catat_jumlah(1, None)
    desa.lembar_hadir.catat_jumlah(TAMU, None)
    assert desa.lembar_hadir.kurang() == []
    with pytest.raises(RuleBroken, match="di_luar_batas"):
        desa.lembar_hadir.catat_jumlah(1, 19)


def test_age_disability_needs_and_leaving_are_recorded_and_taken_back(desa: Layanan) -> None:
    record = ids(desa)[0]
    desa.peserta.ubah(record, usia=61, disabilitas="ya", kebutuhan="pendamping", pulang="11.30")
    person = desa.peserta.satu(record)
    assert person and (person.usia, person.disabilitas, person.kebutuhan, person.pulang) == (
        61,
        "ya",
        "pendamping",
        "11.30",
    )
    for broken in ({"usia": 200}, {"disabilitas": "mungkin"}, {"kelompok_usia": "tua"}):
        with pytest.raises(RuleBroken):
            desa.peserta.ubah(record, **broken)
    desa.riwayat.batalkan()
    person = desa.peserta.satu(record)
    assert person and (person.usia, person.disabilitas, person.kebutuhan, person.pulang) == (None, "", "", "")
    assert replayed(desa)


def test_the_quorum_is_that_of_the_kabupatens_package(desa: Layanan, tmp_path: Path) -> None:
    text = (profile.own_text("rkpd-86") + profile.own_text("umum")).replace('bagian = "2/3"', 'bagian = "1/2+1"')
    data = paket.pack(HEAD, {"profil/rkpd-86.toml": text.encode()}, KABUPATEN)
    desa.paket.pasang(desa.paket.periksa(berkas(tmp_path, data)))
    assert desa.kehadiran.aturan().bagian == "1/2+1"
    desa.kehadiran.pilih_bagian("2/3")
    assert desa.kehadiran.aturan().perlu(9) == 6, "the tata tertib of the meeting says otherwise"


def test_the_quorum_of_a_package_holds_as_soon_as_its_file_arrives(desa: Layanan, tmp_path: Path) -> None:
    text = (profile.own_text("rkpd-86") + profile.own_text("umum")).replace('bagian = "2/3"', 'bagian = "1/2+1"')
    found = desa.paket.periksa(berkas(tmp_path, paket.pack(HEAD, {"profil/rkpd-86.toml": text.encode()}, KABUPATEN)))
    desa.forum.ubah(paket=found.paket.hash)
    assert desa.paket.hilang() and desa.kehadiran.aturan().bagian == "2/3"
    desa.paket.pasang(found)
    assert desa.kehadiran.aturan().bagian == "1/2+1"


def test_who_is_no_longer_present_does_not_sign_for_the_participants(desa: Layanan) -> None:
    come(desa, 2)
    first, second = ids(desa)[:2]
    desa.forum.ubah(wakil_peserta=(first, second))
    desa.peserta.batal_hadir(first)
    assert [one.nama for one in desa.dokumen.isi().wakil] == ["Warga 1"]
    desa.kehadiran.tunda("2026-01-22", "", "jembatan putus")
    assert desa.dokumen.isi().wakil == ()


def test_a_citation_is_printed_only_when_somebody_compared_it(desa: Layanan) -> None:
    text = profile.own_text("rkpd-86") + profile.own_text("umum")
    desa.kehadiran.tunda("2026-01-22", "", "undangan belum cukup")
    isi = desa.dokumen.isi()
    assert "Nomor 16 Tahun 2019" not in text_of(render("penundaan", isi, profile.parse(text)))
    before, rule, after = text.partition("[kuorum]")
    checked = profile.parse(before + rule + after.replace('status = "periksa"', 'status = "sah"', 1))
    assert "Dasar: Peraturan Menteri Desa" in text_of(render("penundaan", isi, checked))
