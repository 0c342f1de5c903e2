"""Who is invited to the invented forum and who walks in. Names are put together by the generator.

64 are invited, 55 of them come, 18 more come without invitation: 73 present, 45 men and 28 women.
"""

from __future__ import annotations

from typing import NamedTuple

DUSUN = {
    "Krajan": ("01", ("01", "02", "03", "04")),
    "Kaliwungu": ("02", ("05", "06", "07")),
    "Sumberejo": ("03", ("08", "09", "10")),
    "Ngadirejo": ("04", ("11", "12", "13")),
    "Tegalsari": ("05", ("14", "15")),
}
"""dusun -> (its RW, its RT)"""


class Kursi(NamedTuple):
    """One seat; ``usia`` is the band from which the generator draws an age."""

    jk: str
    unsur: str
    jabatan: str
    dusun: str = ""
    rt: str = ""
    hadir: bool = True
    usia: tuple[int, int] = (28, 58)
    wakil_dari: str = ""


PEMDES, RT, RW = "Pemerintah Desa", "RT", "RW"
ABSEN_RT = ("04", "09", "12")

PEJABAT = (
    Kursi("P", PEMDES, "Kepala Desa"),
    Kursi("L", PEMDES, "Sekretaris Desa"),
    Kursi("P", PEMDES, "Kaur Perencanaan"),
    Kursi("L", PEMDES, "Kaur Keuangan"),
    Kursi("P", PEMDES, "Kasi Pelayanan"),
    Kursi("L", PEMDES, "Kasi Kesejahteraan"),
    *(Kursi("L", PEMDES, f"Kepala Dusun {dusun}", dusun) for dusun in DUSUN),
    Kursi("L", "BPD", "Ketua BPD", usia=(45, 60)),
    Kursi("P", "BPD", "Wakil Ketua BPD"),
    Kursi("L", "BPD", "Anggota BPD", "Sumberejo"),
    Kursi("L", "BPD", "Anggota BPD", "Tegalsari", hadir=False),
    Kursi("L", "LPM", "Ketua LPM"),
    Kursi("P", "LPM", "Sekretaris LPM"),
    Kursi("L", "Kecamatan", "Camat Contoh"),
    Kursi("P", "Kecamatan", "Kasi Pemberdayaan Masyarakat dan Desa"),
    Kursi("P", "Puskesmas", "Bidan Desa"),
    Kursi("L", "Pendamping Desa", "Pendamping Lokal Desa", hadir=False),
)

PENGURUS_LINGKUNGAN = (
    *(
        Kursi("P" if rt in ("03", "13") else "L", RT, f"Ketua RT {rt}", dusun, rt, rt not in ABSEN_RT, (30, 66))
        for dusun, (_, semua_rt) in DUSUN.items()
        for rt in semua_rt
    ),
    *(Kursi("L", RW, f"Ketua RW {rw}", dusun, "", rw != "05", (40, 68)) for dusun, (rw, _) in DUSUN.items()),
)

WARGA = (
    Kursi("P", "PKK", "Ketua TP PKK"),
    Kursi("P", "PKK", "Ketua Pokja 1", "Krajan"),
    Kursi("P", "PKK", "Ketua Pokja 4", "Kaliwungu"),
    Kursi("P", "Posyandu", "Kader Posyandu", "Krajan", "03"),
    Kursi("P", "Posyandu", "Kader Posyandu", "Ngadirejo", "12"),
    Kursi("L", "Karang Taruna", "Ketua Karang Taruna", "Krajan", "04", usia=(19, 29)),
    Kursi("P", "Karang Taruna", "Sekretaris Karang Taruna", "Tegalsari", "15", usia=(18, 27)),
    Kursi("L", "Kelompok Tani", "Ketua Gapoktan", "Sumberejo", "09"),
    Kursi("L", "Kelompok Tani", "Ketua Kelompok Tani", "Kaliwungu", "05"),
    Kursi("P", "Kelompok Tani", "Ketua Kelompok Wanita Tani", "Tegalsari", "14"),
    Kursi("P", "Kelompok Perempuan", "Ketua Kelompok Pengajian", "Sumberejo", "10"),
    Kursi("L", "Lansia", "Ketua Kelompok Lansia", "Krajan", "03", usia=(63, 74)),
    Kursi("L", "Penyandang Disabilitas", "Ketua Kelompok Disabilitas", "Krajan", "01"),
    Kursi("P", "Penyandang Disabilitas", "Anggota Kelompok Disabilitas", "Ngadirejo", "11"),
    Kursi("L", "Tokoh Agama", "Imam masjid", "Krajan", "04", usia=(45, 70)),
    Kursi("L", "Tokoh Agama", "Pengurus musala", "Ngadirejo", "13", hadir=False, usia=(45, 70)),
    Kursi("L", "Tokoh Masyarakat", "Sesepuh dusun", "Sumberejo", "08", usia=(60, 74)),
    Kursi("L", "Tokoh Masyarakat", "Ketua panitia bersih desa", "Kaliwungu", "06"),
    Kursi("P", "Tokoh Pendidikan", "Kepala SDN 2", "Krajan", "02"),
    Kursi("L", "Tokoh Pendidikan", "Guru SDN 3", "Kaliwungu", "07", hadir=False),
    Kursi("P", "Kelompok Perajin", "Ketua kelompok jahit", "Krajan", "03"),
    Kursi("P", "Pemerhati Anak", "Pengelola PAUD", "Ngadirejo", "12"),
    Kursi("L", "Kelompok Masyarakat Miskin", "Wakil keluarga penerima manfaat", "Tegalsari", "15", hadir=False),
)

TAMU = (
    Kursi("P", RT, "Sekretaris RT 09", "Sumberejo", "09", wakil_dari="Ketua RT 09"),
    Kursi("L", RW, "Bendahara RW 05", "Tegalsari", "14", wakil_dari="Ketua RW 05"),
    Kursi("L", "Tokoh Agama", "Takmir musala", "Ngadirejo", "13", wakil_dari="Pengurus musala"),
    Kursi("L", "Karang Taruna", "Anggota", "Kaliwungu", "06", usia=(18, 26)),
    Kursi("L", "Karang Taruna", "Anggota", "Sumberejo", "08", usia=(18, 26)),
    Kursi("P", "Karang Taruna", "Anggota", "Krajan", "02", usia=(18, 26)),
    Kursi("L", "Kelompok Tani", "Anggota", "Sumberejo", "10"),
    Kursi("L", "Kelompok Tani", "Anggota", "Ngadirejo", "11"),
    Kursi("L", "Kelompok Tani", "Anggota", "Kaliwungu", "05"),
    Kursi("L", "Masyarakat", "Warga", "Krajan", "01"),
    Kursi("P", "Masyarakat", "Warga", "Krajan", "04"),
    Kursi("L", "Masyarakat", "Warga", "Tegalsari", "14"),
    Kursi("P", "Masyarakat", "Warga", "Kaliwungu", "07"),
    Kursi("P", "Masyarakat", "Warga", "Ngadirejo", "12"),
    Kursi("P", "PKK", "Kader dasawisma", "Tegalsari", "15"),
    Kursi("L", "Lansia", "Anggota", "Sumberejo", "08", usia=(62, 74)),
    Kursi("P", "Posyandu", "Kader Posyandu", "Sumberejo", "10"),
    Kursi("L", "Penyandang Disabilitas", "Anggota", "Kaliwungu", "06"),
)

UNDANGAN = (*PEJABAT, *PENGURUS_LINGKUNGAN, *WARGA)


def _nama(teks: str) -> tuple[str, ...]:
    return tuple(teks.split())


NAMA_L = _nama(
    "Agus Bambang Cahyo Darmo Eko Fajar Gunawan Hadi Imam Joko Kusno Lukman Mulyono Nugroho Parjo Rahmat Slamet Teguh "
    "Untung Wahyu Yatno Zainal Basuki Dwi Edi Giyanto Hartono Ismail Jumadi Karyo Marsudi Ngadimin Paimin Ridwan "
    "Samsul Tukiran Utomo Warsito Yusuf Budi Heru Suroto Sarjono Tarno Wiyono Mustofa Rusdi Kasman Triyono Sugeng "
    "Ponijan Abdul Mujiono Wardi Sapto"
)
NAMA_P = _nama(
    "Aminah Budiarti Citra Darsini Endang Fatimah Ginah Hartini Indah Juminten Kartini Lestari Mursinah Ningsih "
    "Partini Ratna Siti Tumini Umi Wagiyem Yuliati Zubaidah Asih Dewi Eni Harni Isti Kusmiati Lasmi Muryati Nur "
    "Poniyem Rini Sulastri Tutik"
)
NAMA_BELAKANG = _nama(
    "Santosa Wibowo Prayitno Sudibyo Handoyo Kurniawan Raharjo Saputra Waluyo Hidayat Prasetyo Susanto Maryanto "
    "Setiawan Purnomo Hartanto Wicaksono Suryadi Nurhadi Kusuma"
)
NAMA_BELAKANG_P = _nama(
    "Rahayu Wulandari Handayani Astuti Pertiwi Susanti Wijayanti Utami Kusumawati Purwanti Hidayati Sari Mulyani "
    "Setyowati Anggraini"
)
