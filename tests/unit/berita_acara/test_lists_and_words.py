"""Notulen, annex of the groups, lists by origin, ceilings, decrees: read back, and whole at any size."""

from __future__ import annotations

import re
from dataclasses import replace

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisHadir
from musrenbang_desktop.berita_acara.isi_daftar import BarisAsal, BarisPagu, DaftarAsal, JenisAsal, PaguIndikatif
from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok, Pendapat, Risalah, Ucapan
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kehadiran import Pembukaan, Penundaan
from musrenbang_desktop.domain.kesepakatan import Perpindahan
from musrenbang_desktop.domain.profile import DasarHukum
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import pages, text_of, words
from tests.unit.berita_acara.sample import forum, isi

PROFILE = load("rkpd-86")
DAY = Risalah(
    waktu=(("Pembukaan", "09.00-09.12"),),
    ucapan=(
        Ucapan(nomor=1, oleh="PKK (perempuan)", acara="Pembukaan", jam="09.04", pokok="Air bersih", tanggapan="Diukur"),
        Ucapan(nomor=2, oleh="RT (laki-laki)", acara="Pembukaan", jam="09.06"),
        Ucapan(nomor=3, oleh="Ketua BPD", acara="Tanya jawab", jam="09.30", pokok="Lelang dibuka"),
    ),
    pendapat=(Pendapat("U-007", "Talut", ("Keberatan (10.15): lahan sengketa",)),),
    putusan=("Usulan kembar digabung.",),
    dikunci="09.57",
    saksi=("Darmo", "Sumini, S.E."),
    pindah=(("U-003 Talud", Perpindahan(usulan="x", dari=4, ke=1, alasan="darurat", oleh="BPD", setuju=61)),),
    ditutup="12.05",
)
AGENDA = (Acara("Pembukaan", 15, "Pimpinan"), Acara("Tanya jawab", 30))


def test_the_notulen_tells_who_said_what_in_which_item_and_what_was_decided() -> None:
    contents = isi(
        forum=forum(agenda=AGENDA),
        risalah=DAY,
        delegasi=(BarisHadir(nomor=1, nama="Rina Kusumawati, A.Md.", peran="delegasi"),),
    )
    text = text_of(render("notulen", contents, PROFILE))
    for part in (
        "Pimpinan sidang : Bambang Wijayanto, S.Sos.",
        "1 Pembukaan 09.00-09.12 Pimpinan",
        "2 Tanya jawab -",
        "1 09.04 PKK (perempuan) Air bersih Diukur 2 09.06 RT (laki-laki) Tanya jawab 3 09.30 Ketua BPD Lelang dibuka",
        "U-007 Talut Keberatan (10.15): lahan sengketa",
        "1. Aturan penilaian disepakati dan dikunci pukul 09.57, disaksikan Darmo, Sumini, S.E. 2. Usulan kembar",
        "3. U-003 Talud dipindah dari urutan 4 ke urutan 1: darurat (diminta BPD, disetujui 61 orang).",
        "16 usulan disepakati untuk diajukan ke Musrenbang Kecamatan Kaliwungu.",
        "12 usulan disepakati untuk dibiayai Dana Desa.",
        "20 usulan belum disepakati",
        "Delegasi ke Musrenbang Kecamatan Kaliwungu: Rina Kusumawati, A.Md. ",
        "Kesepakatan ditutup pukul 12.05.",
    ):
        assert part in text
    assert ".." not in text.partition("D. Putusan")[2].partition("Demikian")[0]


def test_before_the_clock_was_used_the_notulen_prints_the_planned_hours() -> None:
    text = text_of(render("notulen", isi(forum=forum(agenda=AGENDA)), PROFILE))
    assert "1 Pembukaan 08.15-08.30 Pimpinan 2 Tanya jawab 08.30-09.00" in text
    assert text.count("NIHIL") == 2


def test_the_lined_notulen_names_the_meeting_and_leaves_lines_on_two_sheets() -> None:
    found = pages(render("notulen_kosong", isi(risalah=DAY), PROFILE))
    assert len(found) == 2
    assert "Tempat : Balai Desa Sukamaju" in words(found[0].text)
    assert "Rina Kusumawati" in words(found[1].text)
    assert "Air bersih" not in "".join(page.text for page in found)


def test_every_group_brings_its_order_and_its_summary() -> None:
    group = HasilKelompok(
        nama="Kelompok Perempuan",
        keterangan="PKK, 12 orang",
        baris=(BarisKelompok(urutan="1", label="U-002", usulan="Posyandu", nilai="4,5", peringkat="7 (seri)"),),
        rangkuman=("Mendahulukan balita.",),
    )
    text = text_of(render("kelompok", isi(kelompok=(group, HasilKelompok(nama="Kelompok Tani"))), PROFILE))
    assert "LAMPIRAN IV : BERITA ACARA" in text
    assert (
        "Kelompok Perempuan (PKK, 12 orang) 1 Posyandu (U-002) - 4,5 7 (seri) Rangkuman: Mendahulukan balita." in text
    )
    assert "Kelompok Tani NIHIL" in text
    assert "NIHIL" in text_of(render("kelompok", isi(), PROFILE))


def origin(nama: str, jenis: JenisAsal, count: int, first: int = 1, **fields: str) -> DaftarAsal:
    rows = tuple(
        BarisAsal(
            label=f"U-{number:03d}", usulan=f"Talut {number}", peringkat=str(number - first + 1), bidang="Sarana",
            rukun="02/05", volume="12 m", swadaya="Swadaya Rp500.000" if number % 2 else "",
            biaya=None if number % 5 == 0 else number * 1_000_000,
        )
        for number in range(first, first + count)
    )  # fmt: skip
    return DaftarAsal(nama=nama, jenis=jenis, baris=rows, **fields)


ORIGINS = (
    origin("RW 01", "rw", 3, 1, ketua="Yatno", bagian="Dusun Krajan"),
    origin("Dusun Sumberejo", "dusun", 4, 4),
    origin("Semua dusun", "desa", 2, 8),
)


def test_each_origin_has_sheets_of_its_own_signed_by_its_head() -> None:
    found = [words(page.text) for page in pages(render("daftar_rw", isi(asal=ORIGINS), PROFILE))]
    assert len(found) == 3
    heads = (
        ("RW 01 DUSUN KRAJAN", "Ketua RW 01, Yatno"),
        ("DUSUN SUMBEREJO", "Kepala Dusun Sumberejo, (....."),
        ("SEMUA DUSUN", "Kepala Desa Sukamaju, Sumarni"),
    )
    for text, (title, signer) in zip(found, heads, strict=True):
        assert "FORMULIR RW.1" in text
        assert f"DAFTAR USULAN KEGIATAN {title}" in text
        assert signer in text
    assert "1 Talut 1 (U-001) - 02/05 12 m Swadaya Rp500.000 Sarana 2 Talut 2" in found[0]


def test_without_any_usulan_the_form_of_an_rw_is_a_blank_one() -> None:
    (page,) = pages(render("daftar_rw", isi(), PROFILE))
    lines = {round(y0) for x0, y0, x1, y1 in page.rules if y0 == y1}
    assert len(lines) >= 14


def test_the_recapitulation_holds_every_usulan_once_with_sums_by_origin() -> None:
    text = text_of(render("rekapitulasi", isi(asal=ORIGINS), PROFILE))
    assert sorted(re.findall(r"U-\d{3}", text)) == [f"U-{number:03d}" for number in range(1, 10)]
    for part in (
        "Jumlah RW 01 (3 usulan) 6.000.000",
        "Jumlah Dusun Sumberejo (4 usulan) 17.000.000",
        "Jumlah seluruhnya (9 usulan) 40.000.000",
        "1 usulan belum memuat perkiraan biaya",
        "Jumlah 9 40.000.000",
    ):
        assert part in text


def test_ceilings_stand_above_what_is_taken_and_left_below() -> None:
    facts = PaguIndikatif(
        pagu={"Dana Desa": 100_000_000, "Alokasi Dana Desa": None, "CSR": 5_000_000},
        jumlah=105_000_000,
        baris=(
            BarisPagu(label="U-001", kegiatan="Talut", sumber={"Dana Desa": 60_000_000, "CSR": 2_000_000},
                      biaya=62_000_000),
            BarisPagu(label="U-002", kegiatan="Posyandu", sumber={"Alokasi Dana Desa": None}),
        ),
    )  # fmt: skip
    text = text_of(render("pagu_indikatif", isi(pagu_indikatif=facts), PROFILE))
    for part in (
        "Pagu indikatif 100.000.000 - - - - 5.000.000 105.000.000",
        "1 Talut (U-001) 60.000.000 2.000.000 62.000.000",
        "Jumlah kegiatan 60.000.000 - - - - 2.000.000 62.000.000",
        "Sisa pagu 40.000.000 - - - - 3.000.000 43.000.000",
        "1 kegiatan belum diketahui biaya",
    ):
        assert part in text


def test_a_ceiling_that_does_not_hold_is_a_number_below_zero() -> None:
    row = BarisPagu(label="U-001", kegiatan="Talut", sumber={"Dana Desa": 60_000_000}, biaya=60_000_000)
    facts = PaguIndikatif(pagu={"Dana Desa": 50_000_000}, jumlah=50_000_000, baris=(row,))
    assert "Sisa pagu -10.000.000" in text_of(render("pagu_indikatif", isi(pagu_indikatif=facts), PROFILE))


def test_the_decree_names_the_team_and_prints_no_citation_that_nobody_checked() -> None:
    team = forum(
        nomor_sk="188/07/2026",
        tanggal_sk="2026-01-05",
        fasilitator=(Pejabat("Giyanto", "Pendamping", "Pendamping Desa"),),
        saksi=(Pejabat("Darmo", "Tokoh"), Pejabat("Sumini", "PKK")),
    )
    text = text_of(render("sk_tim", isi(forum=team), PROFILE))
    for part in (
        "KEPUTUSAN KEPALA DESA SUKAMAJU NOMOR 188/07/2026 TENTANG TIM PENYELENGGARA",
        "Menimbang : a. bahwa Musrenbang Desa Sukamaju",
        "Mengingat : 1. ........",
        "MEMUTUSKAN: Menetapkan : KEPUTUSAN KEPALA DESA TENTANG",
        "KEEMPAT : Keputusan ini mulai berlaku",
        "Ditetapkan di Sukamaju pada tanggal 5 Januari 2026 Kepala Desa Sukamaju, Sumarni NIP 197001011990012001",
        "1. Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Contoh 2. Camat Kaliwungu 3. Ketua BPD",
        "LAMPIRAN : KEPUTUSAN KEPALA DESA SUKAMAJU TENTANG",
        "1 Sumarni Penanggung jawab Kepala Desa",
        "4 Giyanto Fasilitator Pendamping Desa 5 Darmo Saksi Tokoh 6 Sumini Saksi PKK",
    ):
        assert part in text
    assert "Undang-Undang" not in text
    checked = replace(PROFILE, dasar_hukum=(DasarHukum("Peraturan Bupati Contoh Nomor 1", "sah"),))
    assert "Mengingat : 1. Peraturan Bupati Contoh Nomor 1;" in text_of(render("sk_tim", isi(forum=team), checked))


def test_the_decree_of_the_delegates_leaves_lines_while_nobody_was_chosen() -> None:
    chosen = (
        BarisHadir(nomor=1, nama="Rina", jenis_kelamin="P", lembaga="PKK", peran="delegasi"),
        BarisHadir(nomor=2, nama="Darmo", jenis_kelamin="L", lembaga="BPD", peran="cadangan"),
    )
    text = text_of(render("sk_delegasi", isi(delegasi=chosen), PROFILE))
    assert "Memperhatikan : 1. Berita acara Musrenbang Desa Sukamaju Nomor 050/12/2026 tanggal 21 Januari 2026;" in text
    assert "1 Rina P PKK delegasi 2 Darmo L BPD cadangan" in text
    empty = text_of(render("sk_delegasi", isi(), PROFILE))
    assert "No Nama L/P Jabatan/unsur Alamat Sebagai 1 2 3 Kepala Desa" in empty


OPENED = Pembukaan(jam="10.05", hadir=20, diundang=64, perlu=43, bagian="2/3", kedua=True, kurang=("dusun Krajan",))
DELAYED = Penundaan(
    id="x", nomor=1, jam="12.00", tanggal="2026-01-19", jam_mulai="09.00", tanggal_baru="2026-01-21", jam_baru="09.00",
    alasan="sedikit", bagian="2/3", diundang=64, perlu=43, hadir=11, laki=6, perempuan=5, tanpa_jk=0,
)  # fmt: skip


def test_the_second_meeting_goes_on_with_those_present_and_says_of_both_days_who_came() -> None:
    text = text_of(render("tanpa_kuorum", isi(pembukaan=OPENED, penundaan=(DELAYED,)), PROFILE))
    for part in (
        "dibuka pukul 10.05 WIB dengan keadaan",
        "1. Musyawarah semula diselenggarakan Senin, 19 Januari 2026 pukul 09.00 WIB.",
        "hadir 11 (sebelas) dari 64 (enam puluh empat) undangan",
        "2. Pada pembukaan ini hadir 20 (dua puluh) dari 64",
        "3. Karena sudah ditunda satu kali, musyawarah kedua dilanjutkan dengan peserta yang hadir.",
        "4. Yang belum terwakili: dusun Krajan.",
        "Nomor 050/12/2026, dengan daftar hadir",
    ):
        assert part in text


def test_a_first_meeting_without_a_quorum_prints_its_reason_and_one_with_a_quorum_needs_no_paper() -> None:
    forced = replace(OPENED, kedua=False, alasan="jalan putus", kurang=())
    text = text_of(render("tanpa_kuorum", isi(pembukaan=forced), PROFILE))
    assert "Musyawarah dilanjutkan dengan peserta yang hadir karena jalan putus." in text
    reached = replace(forced, hadir=50, alasan="")
    assert "tidak diperlukan" in text_of(render("tanpa_kuorum", isi(pembukaan=reached), PROFILE))
    blank = text_of(render("tanpa_kuorum", isi(pembukaan=None, tanda_air="DRAF"), PROFILE))
    assert "karena ......" in blank
    assert "DRAF" not in blank, "it is signed before anything is agreed"
